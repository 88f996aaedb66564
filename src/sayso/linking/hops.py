"""Hops: how one document's claims came from another's, and what drifted on the way."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.linking.credits import Credit
from sayso.linking.interval import as_rounded
from sayso.linking.names import place_key, thing_key
from sayso.linking.reuse import SharedPassages
from sayso.linking.series import Documents
from sayso.linking.statements import loose_thing
from sayso.model import Bound, Claim, DocumentId, Span

NEIGHBOURS = 20
"""Figures above and below a later one that may be what it goes back to."""
MOST_EARLIER = 20
"""Earlier documents that are looked at for one hop: the first ones."""


class Drift(StrEnum):
    """What changes over a hop."""

    VALUE = "value"
    BOUND = "bound"
    ATTRIBUTION = "attribution"
    SCOPE = "scope"
    """What, whose, where or over which days is counted."""
    UNIT = "unit"
    WORDING = "wording"


class Link(StrEnum):
    """What shows that one document goes back to another."""

    CREDIT = "credit line"
    PASSAGE = "shared passage"
    FIGURE = "same figure"


@dataclass(frozen=True, slots=True)
class Change:
    """One claim before and after a hop, and what differs."""

    earlier: Claim
    later: Claim
    kinds: tuple[Drift, ...]
    """Never empty, in the order of `Drift`."""
    is_aligned: bool = False
    """True when both figures stand in one shared passage."""


@dataclass(frozen=True, slots=True)
class Hop:
    """From an earlier document of an origin to a later one."""

    earlier: DocumentId
    later: DocumentId
    link: Link
    proof: tuple[tuple[DocumentId, Span], ...]
    """Credit words in the later document, or the longest passage in both."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of how documents hang together."""

    documents: Documents
    shared: Mapping[tuple[DocumentId, DocumentId], SharedPassages]
    """By both orders of the pair."""
    credits: Mapping[DocumentId, tuple[Credit, ...]]


def pair_up(
    shared: Iterable[SharedPassages],
) -> Mapping[tuple[DocumentId, DocumentId], SharedPassages]:
    """Give the shared passages by pair of documents, in both orders."""
    found: dict[tuple[DocumentId, DocumentId], SharedPassages] = {}
    for pair in shared:
        a, b = DocumentId(pair.a), DocumentId(pair.b)
        found[a, b] = found[b, a] = pair
    return found


def find_hops(
    claims: Sequence[Claim], order: Sequence[DocumentId], evidence: Evidence
) -> tuple[Hop, ...]:
    """Give one hop for each document after the first.

    Args:
        claims: All claims of the origin.
        order: Its documents, earliest first.
        evidence: Passages and credits.
    """
    by_document: dict[DocumentId, list[Claim]] = {key: [] for key in order}
    for claim in claims:
        by_document[claim.document].append(claim)
    hops = []
    for at, later in enumerate(order[1:], start=1):
        earlier, link, proof = _source(later, order[:at], by_document, evidence)
        pair = evidence.shared.get((earlier, later))
        changes = _changes(by_document[earlier], by_document[later], pair)
        hops.append(Hop(earlier, later, link, proof, changes))
    return tuple(hops)


def _source(
    later: DocumentId,
    earlier: Sequence[DocumentId],
    by_document: Mapping[DocumentId, list[Claim]],
    evidence: Evidence,
) -> tuple[DocumentId, Link, tuple[tuple[DocumentId, Span], ...]]:
    """Give the document a later one most likely has its claims from, with the proof."""
    looked_at = earlier[:MOST_EARLIER]
    for credit in evidence.credits.get(later, ()):
        for key in looked_at:
            if evidence.documents[key].outlet == credit.name:
                return key, Link.CREDIT, ((later, credit.span),)
    best: tuple[int, DocumentId, SharedPassages] | None = None
    for key in looked_at:
        pair = evidence.shared.get((key, later))
        if pair is not None and (best is None or pair.grams > best[0]):
            best = (pair.grams, key, pair)
    if best is None:
        return _likest(later, looked_at, by_document), Link.FIGURE, ()
    _, key, pair = best
    passage = max(pair.passages, key=lambda p: p.grams)
    spans = (passage.a, passage.b) if pair.a == key else (passage.b, passage.a)
    return key, Link.PASSAGE, ((key, spans[0]), (later, spans[1]))


def _likest(
    later: DocumentId,
    earlier: Sequence[DocumentId],
    by_document: Mapping[DocumentId, list[Claim]],
) -> DocumentId:
    """Give the earlier document with the most figures alike, bounds included."""
    wanted = {_stated(claim) for claim in by_document[later]}
    counts = [len(wanted & {_stated(c) for c in by_document[key]}) for key in earlier]
    return earlier[counts.index(max(counts))]


def _stated(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    return (claim.measure, quantity.low, quantity.high, quantity.bound)


def _changes(
    before: list[Claim], after: list[Claim], pair: SharedPassages | None
) -> tuple[Change, ...]:
    """Give the claims of the later document that differ from their counterparts."""
    known = _by_kind(before)
    found = []
    for later in after:
        earlier = _counterpart(later, known)
        if earlier is not None:
            kinds = drifts(earlier, later)
            if kinds:
                aligned = _is_aligned(earlier, later, pair)
                found.append(Change(earlier, later, kinds, aligned))
    return tuple(found)


def _by_kind(claims: list[Claim]) -> dict[Hashable, list[tuple[float, int, Claim]]]:
    """Give the claims by kind, each list by value and place."""
    found: defaultdict[Hashable, list[tuple[float, int, Claim]]] = defaultdict(list)
    for claim in claims:
        entry = (_value(claim), claim.quantity.span.start, claim)
        found[_kind(claim)].append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: entry[:2])
    return found


def _is_aligned(earlier: Claim, later: Claim, pair: SharedPassages | None) -> bool:
    """True when a passage that both documents share holds both figures."""
    if pair is None:
        return False
    one, other = (earlier, later) if pair.a == earlier.document else (later, earlier)
    return any(
        passage.a.overlaps(one.quantity.span)
        and passage.b.overlaps(other.quantity.span)
        for passage in pair.passages
    )


def _counterpart(
    claim: Claim, known: Mapping[Hashable, list[tuple[float, int, Claim]]]
) -> Claim | None:
    """Give the earlier claim that a later one goes back to, None where none is like it.

    The same kind of figure in the same unit; of several the nearest value, then the
    same measure. A figure more than twice or less than half is another one.
    """
    entries = known.get(_kind(claim), [])
    value = _value(claim)
    at = bisect_left(entries, value, key=lambda entry: entry[0])
    near = [
        (_distance(other, value), c.measure != claim.measure, start, c)
        for other, start, c in entries[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    ]
    near = [item for item in near if item[0] <= 1]
    return min(near, key=lambda item: item[:3])[3] if near else None


def _kind(claim: Claim) -> Hashable:
    """Give what a figure may not change into: losses may become deaths, not tanks."""
    kind = claim.measure.split(".")[0]
    if claim.measure in ("people.killed", "people.casualties", "people.wounded"):
        named: tuple[str, str | None] = ("harm", None)
    else:
        named = (claim.measure if kind == "people" else kind, loose_thing(claim))
    return (*named, claim.quantity.unit, claim.stance)


def _value(claim: Claim) -> float:
    quantity = claim.quantity
    return float((quantity.low if quantity.low is not None else quantity.high) or 0)


def _distance(a: float, b: float) -> float:
    """Give how far two figures are apart: 0 when equal, 1 at twice or half."""
    return 0.0 if a == b else abs(a - b) / max(min(a, b), 1e-9)


def drifts(earlier: Claim, later: Claim) -> tuple[Drift, ...]:
    """Give what differs between a claim and the one it goes back to."""
    before, after = earlier.quantity, later.quantity
    kinds = []
    first, second = as_rounded(before), as_rounded(after)
    numbers = (Bound.EXACT, Bound.APPROX)
    moved = not ({before.low, before.high} - {None}) & {after.low, after.high}
    apart = first.is_apart_from(second)
    # "67,100" after "over 67,000" is sharper, not other
    sharper = moved and not apart and after.bound in numbers
    if apart or (moved and not sharper):
        kinds.append(Drift.VALUE)
    if before.bound is not after.bound and not sharper:
        kinds.append(Drift.BOUND)
    if earlier.claimant is not None and later.claimant is None:
        kinds.append(Drift.ATTRIBUTION)
    if _scope_differs(earlier, later):
        kinds.append(Drift.SCOPE)
    if before.unit != after.unit:
        kinds.append(Drift.UNIT)
    things = {thing_key(earlier), thing_key(later)} - {None}
    if len(things) > 1:
        kinds.append(Drift.WORDING)
    return tuple(kinds)


def describe_change(change: Change) -> tuple[str, ...]:
    """Give each kind of drift of a change in words, with what stood before and after.

    Value, bound and unit show in the exact words, so they are only named.
    """
    earlier, later = change.earlier, change.later
    told = {
        Drift.ATTRIBUTION: "speaker left out",
        Drift.SCOPE: _before_after(*_scopes(earlier, later)),
        Drift.WORDING: _before_after(thing_key(earlier), thing_key(later)),
    }
    return tuple(
        f"{kind} ({told[kind]})" if told.get(kind) else str(kind)
        for kind in change.kinds
    )


def _before_after(before: str | None, after: str | None) -> str:
    return f"{before} -> {after}" if before and after else ""


def _scopes(earlier: Claim, later: Claim) -> tuple[str | None, str | None]:
    """Give what differs in scope: the measure, else the accrual, else the place."""
    if earlier.measure != later.measure:
        return earlier.measure, later.measure
    if earlier.accrual and later.accrual and earlier.accrual != later.accrual:
        return str(earlier.accrual), str(later.accrual)
    return earlier.place, later.place


def _scope_differs(earlier: Claim, later: Claim) -> bool:
    """True when another measure, or other days, are stated; a lost one is no change."""
    if earlier.measure != later.measure:
        return True
    accruals = {earlier.accrual, later.accrual} - {None}
    if len(accruals) > 1:
        return True
    places = {place_key(earlier), place_key(later)} - {None}
    return len(places) > 1 and earlier.document == later.document
