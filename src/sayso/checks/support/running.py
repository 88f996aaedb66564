"""Steps of a running total: what the checks of totals share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from sayso.checks.support.check import CheckContext, agree
from sayso.linking.interval import Interval, as_rounded
from sayso.linking.series import Point, Series
from sayso.model import DAY, Accrual, Claim, ClaimField, PeriodKind


@dataclass(frozen=True, slots=True)
class Step:
    """From one day's total to the next that is stated."""

    earlier: Point
    later: Point
    days: int
    change: Interval
    """Later total less the earlier one, each as rounded."""


def totals(context: CheckContext) -> Iterator[tuple[Series, tuple[Point, ...]]]:
    """Give the running totals, one figure a day: the last that was published.

    Only figures that name their own day: a day taken from the publication may belong
    to a figure told again.
    """
    for series in context.series:
        if series.line.accrual is not Accrual.TOTAL or series.line.voice is None:
            continue
        by_day = {p.last: p for p in series.points if names_its_day(p.claim)}
        if len(by_day) > 1:
            yield series, tuple(by_day[day] for day in sorted(by_day))


def names_its_day(claim: Claim) -> bool:
    """True when the claim says up to which day it counts.

    A total that is dated by its publication alone says nothing of the kind.
    """
    period = claim.period
    if period is None or period.end is None:
        return False
    told = claim.evidence_of(ClaimField.PERIOD)
    if period.phrase is None and told is not None and not told.spans:
        return False
    return period.phrase is not None or period.kind is not _POINT


def steps(points: tuple[Point, ...]) -> Iterator[Step]:
    """Give the steps between neighbouring days."""
    for earlier, later in pairwise(points):
        change = as_rounded(later.claim.quantity) - as_rounded(earlier.claim.quantity)
        yield Step(earlier, later, (later.last - earlier.last) // DAY, change)


def count_from_one_day(step: Step) -> bool:
    """True when nothing says that the two totals begin on two days.

    468 in December and 231 in January are two months, and no total that runs.
    """
    periods = (step.earlier.claim.period, step.later.claim.period)
    return agree(*(period and period.start for period in periods))


def exact(point: Point) -> Fraction | None:
    """Give a point's one number, None where it is an interval or a limit."""
    low = point.claim.quantity.low
    if low is None or low != point.claim.quantity.high:
        return None
    return Fraction(low)


_POINT = PeriodKind.POINT
