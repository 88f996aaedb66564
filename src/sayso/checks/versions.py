"""What an outlet changed after publication: figures of two versions of one address."""

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
from sayso.linking.versions import find_versions
from sayso.model import Claim, Document, DocumentId, Finding, Level, Outcome


def check_versions(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give figures that a later version of the same page states otherwise.

    Only a figure that has one counterpart in the other version is set beside it.
    """
    said: defaultdict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        said[claim.document].append(claim)
    for group in find_versions(context.documents.values()):
        for earlier, later in pairwise(group):
            before = _alone(said[earlier.id], context)
            after = _alone(said[later.id], context)
            for key, claim in before.items():
                if key in after and _differ(claim, after[key]):
                    yield _finding(claim, after[key], (earlier, later), context)


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
    version=1,
    title="Figure changed after publication",
    explanation=(
        "Figures of one speaker, measure and place are set beside each other in two "
        "versions of one address. Only a figure with one counterpart is compared; the "
        "later version alone counts in origins and series."
    ),
    run=check_versions,
)
