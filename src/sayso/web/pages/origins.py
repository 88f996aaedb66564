"""Origins: which utterance claims go back to, hop by hop, with what drifted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.model import Claim, Document, DocumentId, Span, language_code
from sayso.web.called import call_speaker
from sayso.web.interface import day_of, say, say_of, to_say
from sayso.web.page import Answer, Asked, Page, Table
from sayso.web.query import FURTHEST, parse_page, path_of, to_address
from sayso.web.whole import (
    MOST_BESIDE,
    MOST_DOCUMENTS,
    Whole,
    is_working,
    whole_of,
    words_of,
)
from sayso.web.wording import measure_title, voice_of
from sayso.workspace import Workspace
from sayso.workspace.handed.copied import Change, Hop, Origin

LENGTH = 20
"""Origins on one page."""
LEAST = 2
"""Documents an origin must have to be a chain."""
LONGEST_PASSAGE = 700
COLUMNS = ("origin", "speaker", "day", "documents", "outlets", "claims", "credited")


@dataclass(frozen=True, slots=True)
class Step:
    """One document of a chain."""

    document: str
    name: str
    link: str
    outlet: str
    day: str
    depth: int
    """Hops from the earliest document held."""
    came_from: str
    """Outlet of the document it goes back to; "" for the first."""
    shown_by: str
    """What shows it: a credit line, a shared passage, the same figure."""
    credit: str
    """The words of the credit line, where that is what shows it."""
    passages: tuple[tuple[str, str], ...]
    """(earlier words, later words), the longest shared passage."""
    language: str
    """Of the document, as that of the earlier one is `came_language`."""
    came_language: str
    changes: tuple[ShownChange, ...]
    claims: tuple[ShownWords, ...]


@dataclass(frozen=True, slots=True)
class ShownWords:
    """One claim of a document of the chain."""

    voice: str
    words: str
    link: str
    measure: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What drifted in one claim over a hop."""

    before: str
    after: str
    before_voice: str
    after_voice: str
    kinds: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class ShownOrigin:
    """An origin as the page shows it."""

    id: str
    voice: str
    day: str
    documents: int
    outlets: int
    credited: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ShownSaying:
    """An utterance without a figure, as several documents report it."""

    speaker: str
    day: str
    outlets: int
    reports: tuple[tuple[str, str, str, str], ...]
    """(outlet, words, address of the document, its language)."""


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give a page of origins, the most repeated first; one alone where it is named."""
    whole = whole_of(workspace)
    if whole is None:
        return _wait(workspace)
    wanted = asked.get("document")
    origins = [
        origin
        for origin in whole.origins
        if len(origin.documents) >= LEAST
        and (not wanted or wanted in origin.documents)
        and asked.get("origin") in ("", origin.id)
    ]
    origins.sort(key=lambda o: -len(o.documents))
    if asked.is_whole:
        return Answer("Origins", {}, None, Table(COLUMNS, _rows(origins, whole)))
    number = parse_page(asked, [])
    begin = (number - 1) * LENGTH
    shown = [_show(o, whole) for o in origins[begin : begin + LENGTH]]
    has_more = begin + LENGTH < len(origins) and number < FURTHEST
    held = {key for origin in whole.origins for key in origin.documents}
    words = {
        "origins": shown,
        "too_large": 0,
        "is_coming": is_working(workspace),
        "sayings": _sayings(whole, wanted) if number == 1 else (),
        "sums": (len(held), len(whole.origins), len(origins)),
        "previous": _leaf(asked, number - 1) if number > 1 else "",
        "following": _leaf(asked, number + 1) if has_more else "",
        "number": number,
    }
    return Answer(say("Origins"), words, {"origins": [_record(item) for item in shown]})


def _wait(workspace: Workspace) -> Answer:
    """Give what is said instead of chains that are not worked out (yet)."""
    is_coming = is_working(workspace)
    words = {
        "origins": (),
        "sayings": (),
        "too_large": MOST_DOCUMENTS if is_coming else MOST_BESIDE,
        "is_coming": is_coming,
        "sums": None,
        "previous": "",
        "following": "",
        "number": 1,
    }
    problem = "being worked out" if is_coming else "the ledger is large"
    return Answer(say("Origins"), words, {"problem": problem})


def _leaf(asked: Asked, number: int) -> str:
    kept = tuple(pair for pair in asked.query if pair[0] != "page")
    return to_address("/origins", (*kept, ("page", str(number))))


def _show(origin: Origin, whole: Whole) -> ShownOrigin:
    hops = {hop.later: hop for hop in origin.hops}
    depths: dict[DocumentId, int] = {}
    for key in origin.documents:
        hop = hops.get(key)
        depths[key] = 0 if hop is None else depths.get(hop.earlier, 0) + 1
    steps = tuple(
        _step(key, origin, whole, hops.get(key), depths[key])
        for key in _in_tree_order(origin.documents, hops)
    )
    outlets = {_outlet(whole, key) for key in origin.documents}
    said = next((c for c in origin.claims if c.claimant), origin.claims[0])
    return ShownOrigin(
        id=origin.id,
        voice=_voice(said, whole),
        day=day_of(origin.day),
        documents=len(origin.documents),
        outlets=len(outlets),
        credited=origin.credited,
        steps=steps,
    )


def _in_tree_order(
    documents: Iterable[DocumentId], hops: Mapping[DocumentId, Hop]
) -> Iterator[DocumentId]:
    """Yield each document, then what goes back to it, earliest first."""
    after: dict[DocumentId | None, list[DocumentId]] = {}
    for key in documents:
        hop = hops.get(key)
        after.setdefault(hop.earlier if hop else None, []).append(key)
    waiting = list(reversed(after.get(None, [])))
    while waiting:
        key = waiting.pop()
        yield key
        waiting += reversed(after.get(key, []))


def _step(
    key: DocumentId, origin: Origin, whole: Whole, hop: Hop | None, depth: int
) -> Step:
    held = whole.documents[key]
    proof = hop.proof if hop else ()
    pair = [_words(span) for _, span in proof]
    return Step(
        document=key,
        name=whole.name(key),
        link=path_of("documents", key),
        outlet=_outlet(whole, key),
        day=day_of(held.published),
        depth=min(depth, 6),
        came_from=_outlet(whole, hop.earlier) if hop else "",
        shown_by=say(str(hop.link)) if hop else "",
        credit=pair[0] if len(pair) == 1 else "",
        passages=((pair[0], pair[1]),) if len(pair) == 2 else (),
        language=_language(whole, key),
        came_language=_language(whole, hop.earlier) if hop else "",
        changes=tuple(_change(c, whole) for c in hop.changes) if hop else (),
        claims=tuple(
            ShownWords(
                voice=_voice(claim, whole),
                words=claim.quantity.span.text,
                link=_link(claim),
                measure=measure_title(claim.measure),
            )
            for claim in origin.claims
            if claim.document == key
        ),
    )


def _sayings(whole: Whole, document: str) -> tuple[ShownSaying, ...]:
    """Give the sayings that most documents report, of one document where named."""
    fits = [s for s in whole.sayings if not document or document in s.documents]
    fits.sort(key=lambda saying: -len(saying.documents))
    return tuple(
        ShownSaying(
            speaker=call_speaker(saying.speaker),
            day=day_of(saying.day),
            outlets=len({_outlet(whole, key) for key in saying.documents}),
            reports=tuple(
                (
                    _outlet(whole, key),
                    _words(span),
                    to_address(path_of("documents", key), [("at", str(span.start))]),
                    _language(whole, key),
                )
                for key, span in saying.contents
            ),
        )
        for saying in fits[:LENGTH]
    )


def _change(change: Change, whole: Whole) -> ShownChange:
    return ShownChange(
        before=change.earlier.quantity.span.text,
        after=change.later.quantity.span.text,
        before_voice=_voice(change.earlier, whole),
        after_voice=_voice(change.later, whole),
        kinds=tuple(say_of("drift", str(kind)) for kind in change.kinds),
        link=_link(change.later),
    )


def _words(span: Span) -> str:
    """Give the words of a span on one line, cut to fit."""
    return words_of(span)[:LONGEST_PASSAGE]


def _voice(claim: Claim, whole: Whole) -> str:
    return voice_of(claim, _outlet(whole, claim.document))


def _outlet(whole: Whole, key: DocumentId) -> str:
    document: Document | None = whole.documents.get(key)
    if document is None:
        return say("a document not held")
    return document.outlet or document.name or say("an unnamed outlet")


def _language(whole: Whole, key: DocumentId) -> str:
    document: Document | None = whole.documents.get(key)
    return language_code(document.language) if document else ""


def _link(claim: Claim) -> str:
    start = claim.quantity.span.start
    path = path_of("documents", claim.document)
    return to_address(path, [("at", str(start))]) + f"#claim-{claim.id}"


def _rows(origins: Iterable[Origin], whole: Whole) -> Iterator[tuple[str, ...]]:
    for origin in origins:
        shown = _show(origin, whole)
        yield (
            origin.id,
            shown.voice,
            origin.day.isoformat() if origin.day else "",
            str(shown.documents),
            str(shown.outlets),
            str(len(origin.claims)),
            "; ".join(origin.credited),
        )


def _record(shown: ShownOrigin) -> dict[str, Any]:
    return {
        "id": shown.id,
        "speaker": shown.voice,
        "day": shown.day,
        "documents": shown.documents,
        "outlets": shown.outlets,
        "credited": list(shown.credited),
        "chain": [
            {
                "document": step.document,
                "outlet": step.outlet,
                "day": step.day,
                "came_from": step.came_from or None,
                "shown_by": step.shown_by or None,
                "changes": [
                    {"before": c.before, "after": c.after, "kinds": list(c.kinds)}
                    for c in step.changes
                ],
            }
            for step in shown.steps
        ],
    }


PAGE = Page("/origins", "origins", to_say("Origins"), show, is_list=True, in_menu=True)
