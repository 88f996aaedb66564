"""What an outlet changed after publication: by two versions, or by its own note."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    reading_of,
    words_of,
)
from sayso.linking.names import place_key, thing_key
from sayso.linking.versions import find_versions, is_order_known
from sayso.model import (
    Claim,
    Document,
    DocumentId,
    Finding,
    Level,
    Outcome,
    PartKind,
    Stance,
)


def check_versions(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give figures that a later version or a note of the same page states otherwise.

    Only a figure that has one counterpart in the other version is set beside it.
    """
    said: defaultdict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        said[claim.document].append(claim)
    for document in said:
        yield from _taken_back(said[document], context)
    for group in find_versions(context.documents.values()):
        for earlier, later in pairwise(group):
            before = _alone(said[earlier.id], context)
            after = _alone(said[later.id], context)
            for key, claim in before.items():
                if key in after and _differ(claim, after[key]):
                    yield _finding(claim, after[key], (earlier, later), context)


def _taken_back(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give what the outlet's own note takes back, beside what stands now."""
    document = context.documents.get(claims[0].document)
    notes = [
        part
        for part in (document.parts if document else ())
        if part.kind is PartKind.CORRECTION
    ]
    for claim in claims:
        start = claim.quantity.span.start
        noted = any(note.start <= start < note.end for note in notes)
        if noted and document is not None and claim.stance is Stance.DENIED:
            now = _stands_now(claims, claim)
            if now is not None:
                yield _note_finding(claim, now, document, context)


def _stands_now(claims: Sequence[Claim], old: Claim) -> Claim | None:
    """Give the one other figure of the same measure and place, None for none or two."""
    alike = {
        (claim.quantity.low, claim.quantity.high): claim
        for claim in reversed(claims)
        if claim.measure == old.measure and claim.quantity.unit == old.quantity.unit
        if claim.stance is not Stance.DENIED and place_key(claim) == place_key(old)
    }
    return next(iter(alike.values())) if len(alike) == 1 else None


def _note_finding(
    old: Claim, now: Claim, document: Document, context: CheckContext
) -> Finding:
    outlet = document.outlet or "the outlet"
    return CHECK.find(
        Outcome.REVISED,
        Level.LOOK,
        (claim_input(old, "taken back"), claim_input(now, "stands now")),
        f"{context.stated(now)} {words_of(now)}; a note of {outlet} says that an"
        f" earlier version had {words_of(old)}.",
        (reading_of(old), reading_of(now)),
        "the note, which is kept with the document",
    )


def _alone(claims: Sequence[Claim], context: CheckContext) -> Mapping[Hashable, Claim]:
    """Give the claims that nothing else of their document could be taken for."""
    found: dict[Hashable, Claim | None] = {}
    for claim in claims:
        key = (
            claim.measure,
            claim.quantity.unit,
            thing_key(claim),
            place_key(claim),
            context.names.speaker(claim),
        )
        found[key] = None if key in found else claim
    return {key: claim for key, claim in found.items() if claim is not None}


def _differ(one: Claim, other: Claim) -> bool:
    mine, theirs = one.quantity, other.quantity
    return (mine.low, mine.high, mine.bound) != (theirs.low, theirs.high, theirs.bound)


def _finding(
    one: Claim,
    other: Claim,
    versions: tuple[Document, Document],
    context: CheckContext,
) -> Finding:
    if not is_order_known(*versions):
        return CHECK.find(
            Outcome.REVISED,
            Level.LOOK,
            (claim_input(one, "one version"), claim_input(other, "other version")),
            f"{context.stated(one)} {words_of(one)} in one version of the page and"
            f" {words_of(other)} in another; which came first is not known.",
            (reading_of(one), reading_of(other)),
            "the two versions, which are both kept",
        )
    days = " and ".join(_day(document) for document in versions)
    return CHECK.find(
        Outcome.REVISED,
        Level.LOOK,
        (claim_input(one, "earlier version"), claim_input(other, "later version")),
        f"{context.stated(one)} {words_of(one)}; changed after publication:"
        f" {words_of(one)} -> {words_of(other)}, seen on {days}.",
        (reading_of(one), reading_of(other)),
        "the two versions, which are both kept",
    )


def _day(document: Document) -> str:
    """Give when a version was seen: its capture, else its day of publication."""
    if document.retrieved:
        return document.retrieved[:10]
    return document.published.isoformat() if document.published else "an unknown day"


CHECK = Check(
    name="versions",
    version=2,
    title="Figure changed after publication",
    explanation=(
        "Figures of one speaker, measure and place are set beside each other in two "
        "versions of one address. Only a figure with one counterpart is compared; the "
        "later version alone counts in origins and series. What an outlet's own note "
        "takes back is set beside the figure that stands now."
    ),
    run=check_versions,
)
