"""Words a person chose: a claim, an attribution, or no claim at all.

The form comes filled by the reader, asked for these very words; each field can be
pointed at in the text. Works without scripts: then offsets and names are typed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sayso.errors import EntryMissing, InputError, UnknownName
from sayso.model import Claim, Decision, DocumentId, Span
from sayso.model.withheld import MASK
from sayso.web.carried import TITLES
from sayso.web.edit import choices, from_form, to_form
from sayso.web.interface import say, to_say
from sayso.web.marked import (
    Mark,
    Stretch,
    cut_text,
    language_marks,
    marks_of,
    withhold_words,
)
from sayso.web.naming import reviewer_of
from sayso.web.page import Answer, Asked, Moved, Page
from sayso.web.passages import language_of
from sayso.web.pointed import (
    FIELDS,
    days_in,
    parse_spans,
    pointed_name,
    to_pointed,
    with_days,
    with_known,
)
from sayso.web.query import path_of, to_address
from sayso.web.wording import link_to_words, measure_title, name_of, show_claim
from sayso.workspace import DocumentView, Workspace
from sayso.workspace.adding import (
    add_attribution,
    add_claim,
    cut_words,
    say_no_claim,
    suggest_claim,
    take_back,
)
from sayso.workspace.handed.held import HeldClaim
from sayso.workspace.ruled import Ruled

KINDS: Mapping[str, str] = {
    "claim": to_say("A claim the reader missed"),
    "attribution": to_say("Who says what"),
    "nothing": to_say("No claim here"),
}
"""What chosen words can be -> heading."""
CORRECT = to_say("Correct the reading")
ROLES = ("source", "cue", "content")
AROUND = 900
"""Characters of text shown before and after the words."""
MOST_NAMES = 60
FIRST = 60
"""Characters of the text that are taken where no words were chosen."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a request is about."""

    document: DocumentId
    span: Span
    """Masked words of the document."""
    kind: str
    held: HeldClaim | None
    """The claim that is corrected, None where words are added."""

    @property
    def address(self) -> str:
        """The page's own address."""
        pairs = [("start", str(self.span.start)), ("end", str(self.span.end))]
        pairs.append(("as", "" if self.kind == "claim" else self.kind))
        if self.held is not None:
            pairs = [("claim", self.held.id)]
        return to_address(path_of("documents", self.document) + "/words", pairs)


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the form for some words."""
    return _answer(workspace, asked, _chosen(workspace, asked))


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Record what the form says, and go back to the words."""
    document = workspace.document(asked.params["id"]).id
    if asked.form.get("act") == "undo":
        ruled = Ruled(reviewer_of(asked), "")
        take_back(workspace, document, asked.form.get("subject", ""), ruled)
        return Moved(path_of("documents", document), reviewer=reviewer_of(asked))
    chosen = _chosen(workspace, asked)
    try:
        to = _record(workspace, asked, chosen)
    except (InputError, UnknownName) as error:
        return _answer(workspace, asked, chosen, problem=str(error))
    return Moved(to, reviewer=reviewer_of(asked))


def _chosen(workspace: Workspace, asked: Asked) -> Chosen:
    held = workspace.document(asked.params["id"])
    given = {**dict(asked.query), **asked.form}
    if given.get("claim"):
        claim = workspace.claim(given["claim"])
        if claim.claim.document != held.id:
            raise EntryMissing(say("This claim is of another document"))
        return Chosen(held.id, claim.claim.quantity.span, "claim", claim)
    ends = [given.get("start", "0"), given.get("end", str(min(held.length, FIRST)))]
    if not all(end.isascii() and end.isdigit() and len(end) < 10 for end in ends):
        raise InputError(say("Choose some words of the text"))
    span = cut_words(workspace, held.id, int(ends[0]), int(ends[1]))
    masked = Span.cut(workspace.ledger.text(held.id), span.start, span.end)
    kind = given.get("as", "claim")
    return Chosen(held.id, masked, kind if kind in KINDS else "claim", None)


def _record(workspace: Workspace, asked: Asked, chosen: Chosen) -> str:
    form = asked.form
    ruled = Ruled(reviewer_of(asked), form.get("reason", "").strip()[:1000])
    text = workspace.ledger.text(chosen.document)
    path = path_of("documents", chosen.document)
    if chosen.held is not None:
        view = workspace.view(chosen.document)
        form = with_days(chosen.held.claim, form, view)
        changes = from_form(chosen.held.claim, form, text)
        if not changes:
            raise InputError(say("No field was changed"))
        changes = with_known(changes, view)
        held = workspace.rule(
            chosen.held,
            Decision.EDIT,
            by=ruled.by,
            reason=ruled.reason,
            changes=changes,
        )
        return link_to_words(held)
    if chosen.kind == "nothing":
        say_no_claim(workspace, chosen.document, chosen.span, ruled)
        return path
    if chosen.kind == "attribution":
        ruled.check()
        true = {
            role: [
                cut_words(workspace, chosen.document, s.start, s.end)
                for s in parse_spans(form.get(f"words-{role}", ""), text)
            ]
            for role in ROLES
        }
        name = form.get("name", "").strip()[:200]
        key = add_attribution(workspace, chosen.document, true, name, ruled)
        return f"{path}#said-{key}"
    base = suggest_claim(workspace, chosen.document, chosen.span)
    view = workspace.view(chosen.document)
    changes = from_form(base, with_days(base, form, view), text)
    changes = with_known(changes, view)
    identifier = add_claim(workspace, chosen.document, chosen.span, changes, ruled)
    return link_to_words(workspace.claim(identifier))


def _answer(
    workspace: Workspace, asked: Asked, chosen: Chosen, *, problem: str = ""
) -> Answer:
    view = workspace.view(chosen.document)
    claim = _claim(workspace, chosen)
    fields: dict[str, str] = {}
    if claim is not None:
        fields = {**to_form(claim), **to_pointed(claim)}
    else:
        fields = {f"words-{role}": "" for role in ROLES} | {"name": ""}
        fields["words-content"] = f"{chosen.span.start}-{chosen.span.end}"
    if problem:
        fields |= {key: asked.form[key] for key in fields if key in asked.form}
    language = language_of(view.held)
    inside = [
        show_claim(held)
        for held in view.claims
        if chosen.span.contains(held.claim.quantity.span)
    ]
    title = say(KINDS[chosen.kind] if chosen.held is None else CORRECT)
    start, stretches = _passage(view, chosen, claim)
    words: dict[str, Any] = {
        "chosen": chosen,
        "name": name_of(view.held),
        "back": path_of("documents", chosen.document),
        "others": [
            (say(label), replace(chosen, kind=kind, held=None).address)
            for kind, label in KINDS.items()
            if kind != chosen.kind or chosen.held
        ],
        "passage_start": start,
        "stretches": stretches,
        "language": language,
        "fields": fields,
        "choices": choices(),
        "measures": {name: measure_title(name) for name in choices()["measure"]},
        "pointed": {say(TITLES[field]): pointed_name(field) for field in FIELDS},
        "known": names_in(view),
        "days": json.dumps(days_in(view)),
        "inside": inside,
        "own_name": reviewer_of(asked),
        "reason": asked.form.get("reason", ""),
        "problem": problem,
    }
    record = {
        "document": chosen.document,
        "span": [chosen.span.start, chosen.span.end],
        "words": chosen.span.text,
        "as": chosen.kind,
        "suggested": claim.to_record() if claim is not None else None,
    }
    return Answer(title, words, record, status=400 if problem else 200)


def _claim(workspace: Workspace, chosen: Chosen) -> Claim | None:
    if chosen.held is not None:
        return chosen.held.claim
    if chosen.kind != "claim":
        return None
    return suggest_claim(workspace, chosen.document, chosen.span)


def _passage(
    view: DocumentView, chosen: Chosen, claim: Claim | None
) -> tuple[int, tuple[Stretch, ...]]:
    """Give the words around, cut at line ends or blanks, with all that is marked."""
    text, span = view.text, chosen.span
    begin, end = _around(text, span)
    marks: list[Mark] = list(marks_of((), view.attributions))
    marks.append(Mark(span.start, span.end, "quantity", "chosen"))
    for evidence in claim.evidence if claim else ():
        marks += [
            Mark(s.start, s.end, "", carries=f"chosen-{evidence.field}")
            for s in evidence.spans
        ]
    near = [mark for mark in marks if mark.start < end and mark.end > begin]
    near += language_marks(text, begin, end, language_of(view.held))
    return begin, cut_text(text, begin, end, withhold_words(text, near))


def _around(text: str, span: Span) -> tuple[int, int]:
    """Give where the passage begins and ends: at a paragraph's end, else at a blank."""
    begin, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    for gap in ("\n\n", " ") if begin else ():
        if (at := text.find(gap, begin, span.start)) >= 0:
            begin = at + len(gap)
            break
    for gap in ("\n\n", " ") if end < len(text) else ():
        if (at := text.rfind(gap, span.end, end)) >= 0:
            end = at
            break
    return begin, end


def names_in(view: DocumentView) -> dict[str, list[str]]:
    """Give the names that the document itself has, for fields to suggest."""
    claims = [held.claim for held in view.claims]
    said = [held.attribution for held in view.attributions]
    speakers = [c.claimant for c in claims] + [one.name for one in said]
    parties = [party for c in claims for party in (c.actor, c.affected)]
    places = [c.place for c in claims] + [t.span.text for t in view.toponyms]
    return {
        "speakers": _distinct(speakers),
        "parties": _distinct(parties + speakers),
        "places": _distinct(places),
    }


def _distinct(names: list[str | None]) -> list[str]:
    found = dict.fromkeys(name for name in names if name and MASK not in name)
    return [name for name in found if "█" not in name][:MOST_NAMES]


PAGE = Page("/documents/{id}/words", "words", "Words", show, act=act)
