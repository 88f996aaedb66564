"""A document: its words with the spans drawn, the claims beside them in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model import Attribution, DateBasis, Decision
from sayso.model.withheld import voice_apart
from sayso.web.called import call_speaker, spell
from sayso.web.carried import Carried, carried_fields
from sayso.web.claim_list import claim_record
from sayso.web.copies import find_copies
from sayso.web.covered import Coverage, coverage_of
from sayso.web.interface import day_of, say, to_say
from sayso.web.marked import (
    Stretch,
    cut_text,
    find_paragraphs,
    language_marks,
    marks_of,
    withhold_words,
)
from sayso.web.page import Answer, Asked, Page
from sayso.web.passages import language_of, passage_language
from sayso.web.query import path_of, to_address
from sayso.web.whole import whole_at_hand
from sayso.web.wording import (
    PART_LENGTH,
    ShownClaim,
    name_of,
    show_claim,
    unattributed_in,
)
from sayso.workspace import DocumentView, Workspace
from sayso.workspace.adding import Added, list_added
from sayso.workspace.handed.held import (
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldRuling,
)
from sayso.workspace.readings import list_readings
from sayso.workspace.routing import unread_language

LONGEST_ROW = 8_000
"""Characters of one paragraph shown in one row; a longer one is cut at a blank."""
MOST_LISTED = 50
"""Stretches listed as not read: more than that is a text that is not read."""
EXCERPT = 140
"""Characters of an attributed content shown beside the text."""
ADDED = {
    Decision.ADD: to_say("claim"),
    Decision.ATTRIBUTE: to_say("attribution"),
    Decision.NO_CLAIM: to_say("no claim here"),
}
"""What people add, in words."""
BASES = {
    DateBasis.GIVEN: to_say("as told when it was read"),
    DateBasis.METADATA: to_say("from its metadata"),
    DateBasis.TEXT: to_say("from its text"),
    DateBasis.UNKNOWN: to_say("not known"),
}


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution that carries no figure."""

    voice: str
    voice_link: str
    cue: str
    words: str
    language: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Note:
    """A claim beside the text, with what people ruled on its reading."""

    claim: ShownClaim
    fields: tuple[Carried, ...]
    rulings: tuple[HeldRuling, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and what stands beside it."""

    start: int
    """Its first character in the text."""
    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class PutIn:
    """What a person added to the document."""

    kind: str
    words: str
    subject: str
    reviewer: str
    reason: str
    at: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long document, as a link."""

    number: int
    link: str
    is_here: bool


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give a document with all that is read in it; of an erased one, what is left."""
    held = workspace.document(asked.params["id"])
    if held.erased is not None:
        return _show_erased(held)
    view = workspace.view(held.id)
    rows = _cut_rows(view.text)
    parts = _cut_parts(rows)
    here = _find_part(parts, rows, asked)
    title = name_of(held)
    whole = whole_at_hand(workspace)
    added = list_added(workspace, held.id)
    settled = {
        a.span: a.ruling.reviewer
        for a in added
        if a.ruling.decision is Decision.NO_CLAIM
    }
    coverage = coverage_of(view, settled)
    words = {
        "copies": find_copies(whole, held.id) if whole else (),
        "origins_link": to_address("/origins", [("document", held.id)]),
        "view": view,
        "facts": held.facts,
        "name": title,
        "dated": say(BASES[held.facts.published_basis]),
        "language": language_of(held),
        "published": day_of(held.facts.published),
        "rows": _show_rows(workspace, view, rows[slice(*parts[here])], coverage),
        "document_parts": _link_parts(held, parts, rows, here),
        "coverage": coverage,
        "not_read": (*coverage.unread, *coverage.others)[:MOST_LISTED],
        "unread": unread_language(held),
        "readings": list_readings(workspace.ledger, held),
        "added": _added(added, view, asked.reviewer),
        "erased": None,
    }
    return Answer(title, words, _record(view))


def _added(
    added: Iterable[Added], view: DocumentView, reviewer: str
) -> tuple[PutIn, ...]:
    """Give what people added to the document; who did can take it back."""
    return tuple(
        PutIn(
            kind=say(ADDED[one.ruling.decision]),
            words=_excerpt(view.text[slice(*one.span)]),
            subject=one.subject,
            reviewer=one.ruling.reviewer,
            reason=one.ruling.reason,
            at=one.ruling.at,
            is_own=one.ruling.reviewer == reviewer,
        )
        for one in added
    )


def _excerpt(words: str) -> str:
    return spell(" ".join(words.split()))[:EXCERPT]


def _show_erased(held: HeldDocument) -> Answer:
    words = {
        "erased": held.erased,
        "name": say("document %(id)s", id=held.id[:12]),
        "view": {"held": held},
        "facts": held.facts,
    }
    record = {"id": held.id, "erased": held.erased}
    return Answer(say("Erased document"), words, record, status=410)


def _cut_rows(text: str) -> tuple[tuple[int, int], ...]:
    """Give the ends of paragraphs, long ones cut at a blank."""
    rows: list[tuple[int, int]] = []
    for start, end in find_paragraphs(text):
        at = start
        while end - at > LONGEST_ROW:
            cut = text.rfind(" ", at + LONGEST_ROW // 2, at + LONGEST_ROW)
            cut = cut + 1 if cut > 0 else at + LONGEST_ROW
            rows.append((at, cut))
            at = cut
        rows.append((at, end))
    return tuple(rows)


def _cut_parts(rows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the first and last row of each part, the last one left out.

    A part ends with the row that reaches its length, so what begins before
    `PART_LENGTH` is always in the first.
    """
    parts: list[tuple[int, int]] = []
    first = begun = 0
    for at, (_, end) in enumerate(rows):
        if end - begun >= PART_LENGTH:
            parts.append((first, at + 1))
            first, begun = at + 1, end
    if first < len(rows) or not parts:
        parts.append((first, len(rows)))
    return parts


def _find_part(
    parts: list[tuple[int, int]], rows: Sequence[tuple[int, int]], asked: Asked
) -> int:
    """Give the part that is asked for by offset ("at"), the first otherwise."""
    given = asked.get("at", "0")
    if not (given.isascii() and given.isdigit()) or not rows:
        return 0
    starts = [rows[first][0] for first, _ in parts]
    return max(0, bisect_right(starts, int(given[:12])) - 1)


def _link_parts(
    held: HeldDocument,
    parts: list[tuple[int, int]],
    rows: Sequence[tuple[int, int]],
    here: int,
) -> tuple[Part, ...]:
    if len(parts) == 1:
        return ()
    path = path_of("documents", held.id)
    return tuple(
        Part(
            number=at + 1,
            link=to_address(path, [("at", str(rows[first][0]))]),
            is_here=at == here,
        )
        for at, (first, _) in enumerate(parts)
        if abs(at - here) <= 5 or at in (0, len(parts) - 1)
    )


def _show_rows(
    workspace: Workspace,
    view: DocumentView,
    rows: Sequence[tuple[int, int]],
    coverage: Coverage,
) -> tuple[Row, ...]:
    if not rows:
        return ()
    begin, end = rows[0][0], rows[-1][1]
    claims = [c for c in view.claims if begin <= c.claim.quantity.span.start < end]
    said = [a for a in view.attributions if begin <= _start_of(a) < end]
    marks = marks_of(view.claims, view.attributions)
    marks = withhold_words(view.text, (*marks, *coverage.marks))
    marks = tuple(mark for mark in marks if mark.start < end and mark.end > begin)
    own = language_of(view.held)
    return tuple(
        Row(
            start=start,
            stretches=cut_text(
                view.text,
                start,
                stop,
                (*marks, *language_marks(view.text, start, stop, own)),
            ),
            notes=tuple(
                _note(workspace, held)
                for held in claims
                if start <= held.claim.quantity.span.start < stop
            ),
            sayings=tuple(
                _show_saying(held, view)
                for held in said
                if start <= _start_of(held) < stop and not held.figures
            ),
        )
        for start, stop in rows
    )


def _note(workspace: Workspace, held: HeldClaim) -> Note:
    shown = show_claim(held)
    rulings = workspace.ledger.rulings(held.id)
    return Note(shown, carried_fields(shown), rulings)


def _show_saying(held: HeldAttribution, view: DocumentView) -> Saying:
    said = held.attribution
    speaker = said.speaker
    name = said.name or (spell(said.source[0].text) if said.source else "")
    words = " … ".join(" ".join(span.text.split()) for span in said.content)
    language = passage_language(words, language_of(view.held))
    words = spell(words).strip("[]")
    if len(words) > EXCERPT:
        words = words[:EXCERPT].rpartition(" ")[0] + "…"
    if speaker is not None:
        name = voice_apart(speaker)
    return Saying(
        voice=call_speaker(name) if name else unattributed_in(view.held.facts.outlet),
        voice_link=path_of("speakers", speaker.id) if speaker else "",
        cue=_cue_of(said),
        words=words.strip(' "“”„«»'),
        language=language,
        anchor=f"said-{said.id}",
    )


def _cue_of(said: Attribution) -> str:
    """Give the words between the speaker and what is said, as a sentence takes them."""
    cue = " ".join(" ".join(span.text for span in said.cue).split()).lower()
    if cue.startswith("according"):
        return say("is cited with")
    return cue or say("says")


def _start_of(held: HeldAttribution) -> int:
    said = held.attribution
    spans = (*said.content, *said.cue, *said.source)
    return min((span.start for span in spans), default=-1)


def _record(view: DocumentView) -> dict[str, Any]:
    facts = view.held.facts
    return {
        "id": view.held.id,
        "title": facts.title,
        "outlet": facts.outlet,
        "url": facts.url,
        "published": facts.published.isoformat() if facts.published else None,
        "published_basis": str(facts.published_basis),
        "retrieved": facts.retrieved,
        "raw_sha256": facts.raw_sha256,
        "extractor": facts.extractor,
        "reader": view.held.reader,
        "length": view.held.length,
        "coverage": _coverage_record(coverage_of(view)),
        "claims": [claim_record(held) for held in view.claims],
        "attributions": [
            _said_record(held, facts.outlet) for held in view.attributions
        ],
    }


def _coverage_record(coverage: Coverage) -> dict[str, Any]:
    return {
        "figures": coverage.figures,
        "claims": coverage.read,
        "not_read": [
            {
                "span": [one.span.start, one.span.end],
                "words": one.span.text,
                "reason": one.reason,
            }
            for one in (*coverage.unread, *coverage.others)
        ],
    }


def _said_record(held: HeldAttribution, outlet: str | None) -> dict[str, Any]:
    said = held.attribution
    name = said.name or f"Unattributed in {outlet or 'an unnamed outlet'}"
    return {
        "id": said.id,
        "speaker": name,
        **{
            role: [[span.start, span.end] for span in getattr(said, role)]
            for role in ("source", "cue", "content")
        },
        "kind": str(said.kind),
        "claims": held.figures,
    }


PAGE = Page("/documents/{id}", "document", "Document", show)
