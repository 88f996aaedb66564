"""A later figure of the same speaker for the same days, in place of an earlier one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.checks.support.account import is_one_named
from sayso.checks.support.check import (
    Check,
    CheckContext,
    are_near,
    claim_input,
    claim_order,
    counted,
    reading_of,
    words_of,
)
from sayso.linking.interval import as_rounded
from sayso.linking.series import Point, Revision
from sayso.model import Claim, DocumentId, Finding, Level, Outcome

GROWING = (".killed", ".wounded", ".casualties", ".missing", ".buildings")
"""Ends of measures that grow while an event is counted."""


def check_revisions(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give the revisions of all series; counts that grow are noted only."""
    wanted = set(map(claim_order, claims))
    said: defaultdict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.document].append(claim)
    for series in context.series:
        if series.line.voice is None or series.line.place is None:
            continue
        for revision in series.revisions:
            both = (revision.earlier.claim, revision.later.claim)
            known = wanted.issuperset(map(claim_order, both))
            if any(map(is_one_named, both)):
                continue  # "a fourth person" is one more
            if known and not (_is_drift(revision) or _is_part(revision, said, context)):
                yield _finding(revision, context)


def _is_drift(revision: Revision) -> bool:
    """True when another outlet prints nearly the figure: it may have rounded it."""
    earlier, later = revision.earlier, revision.later
    return earlier.outlet != later.outlet and are_near(earlier.claim, later.claim)


def _is_part(
    revision: Revision, said: Mapping[DocumentId, list[Claim]], context: CheckContext
) -> bool:
    """True when the later document has a count that did not come down as well.

    Of "31 dead; of the six civilians, two were women" the two replace no earlier 24.
    """
    earlier, later = revision.earlier.claim, revision.later.claim
    before = as_rounded(earlier.quantity)
    if not as_rounded(later.quantity).is_below(before):
        return False
    return any(
        other is not later
        and (other.measure, other.quantity.unit) == (later.measure, later.quantity.unit)
        and context.names.speaker(other) == context.names.speaker(later)
        and other.period == later.period
        and not as_rounded(other.quantity).is_below(before)
        for other in said[later.document]
    )


def _finding(revision: Revision, context: CheckContext) -> Finding:
    earlier, later = revision.earlier.claim, revision.later.claim
    before, after = as_rounded(earlier.quantity), as_rounded(later.quantity)
    grew = before.is_below(after) and earlier.measure.endswith(GROWING)
    return CHECK.find(
        Outcome.REVISED,
        Level.NOTE if grew else Level.LOOK,
        (claim_input(earlier, "earlier"), claim_input(later, "later")),
        f"{context.stated(later)} {counted(later)} {_when(revision.later)}, in place "
        f"of {words_of(earlier)} {_when(revision.earlier)}.",
        (reading_of(earlier, before), reading_of(later, after)),
        "the later figure, with a note that it replaces the earlier one",
    )


def _when(point: Point) -> str:
    """Give the day of publication, with the hour where it is stated."""
    day = point.published or "a day unknown"
    return f"on {day} at {point.hour}" if point.hour else f"on {day}"


CHECK = Check(
    name="revisions",
    version=2,
    title="Figure that its speaker replaced",
    explanation=(
        "A later figure of one speaker for the same measure, thing, place and days "
        "that shares no number with the earlier one. Updates of one day go by their "
        "hours; without hours they have no order. A toll that grows is only noted; one "
        "that comes down, or any other figure, is shown, unless the later report has "
        "another count of that speaker that did not come down. Figures of two outlets "
        "within a tenth of each other are left to drift."
    ),
    run=check_revisions,
)
