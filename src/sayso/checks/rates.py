"""A day's figure far outside the same speaker's own history of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    counted,
)
from sayso.checks.support.digits import exchanged
from sayso.checks.support.running import exact, totals
from sayso.linking.interval import to_text
from sayso.linking.series import Point
from sayso.model import DAY, Accrual, Claim, Finding, Level, Outcome

HISTORY = 60
"""Days before that a step is set beside: two months of a daily table."""
LEAST_HISTORY = 20
"""Fewer days are no history to stand outside of."""
TIMES = 5
"""How often the largest step of the history a step must exceed: on the public daily
series (19 tables, 1,626 days) 3 also marks days of heavy fighting."""
LEAST = 30
"""Steps below are small enough to be chance: two ships in a day are no finding."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day's figure with the claims it rests on."""

    value: Fraction
    claims: tuple[Claim, ...]
    point: Point


def check_rates(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give the days whose figure exceeds the history of the line by far."""
    wanted = set(map(claim_order, claims))
    for days in _lines(context):
        history: list[Fraction] = []
        for day in days:
            before = history[-HISTORY:]
            history.append(day.value)
            if len(before) < LEAST_HISTORY or day.value < LEAST:
                continue
            largest = max(before)
            if day.value > TIMES * max(largest, Fraction(1)):
                if wanted.issuperset(map(claim_order, day.claims)):
                    yield _finding(day, len(before), largest, context)
                history.pop()  # one odd day must not hide the next


def _lines(context: CheckContext) -> Iterator[tuple[Day, ...]]:
    """Give the daily figures: flows of one day, and steps of running totals."""
    for series in context.series:
        if series.line.accrual is Accrual.FLOW and series.line.voice is not None:
            yield tuple(
                Day(value, (point.claim,), point)
                for point in series.points
                if point.first == point.last and (value := exact(point)) is not None
            )
    for _, points in totals(context):
        yield tuple(_steps(points))


def _steps(points: tuple[Point, ...]) -> Iterator[Day]:
    for earlier, later in pairwise(points):
        before, after = exact(earlier), exact(later)
        one_day = later.last - earlier.last == DAY
        if before is not None and after is not None and after >= before and one_day:
            yield Day(after - before, (earlier.claim, later.claim), later)


def _finding(
    day: Day, length: int, largest: Fraction, context: CheckContext
) -> Finding:
    claim = day.claims[-1]
    step = len(day.claims) > 1
    figure = counted(claim)
    if step:
        figure = f"a step of {to_text(day.value)} to {figure}"
    roles = ("earlier total", "later total") if step else ("figure",)
    hint = "a figure within the range, or a note that earlier ones were added late"
    fixed = None if step else exchanged(day.value, Fraction(1), largest)
    if fixed is not None:
        hint += f"; with two digits exchanged it reads {to_text(fixed)}"
    return CHECK.find(
        Outcome.CANNOT_CHECK if step else Outcome.INCONSISTENT,
        Level.NOTE if step else Level.LOOK,
        (claim_input(c, r) for c, r in zip(day.claims, roles, strict=True)),
        f"{context.stated(claim)} {figure} for {day.point.last}; the largest of "
        f"the {length} days before is {to_text(largest)}.",
        (
            f"day: {to_text(day.value)}",
            f"largest of {length} days before: {to_text(largest)}",
            f"ratio: above {TIMES}",
        ),
        hint,
    )


CHECK = Check(
    name="rates",
    version=1,
    title="Daily figure outside the speaker's own history",
    explanation=(
        "A figure of one day, or the step between two running totals, is set beside "
        f"the same speaker's last {HISTORY} days of the same line. It is shown when it "
        f"exceeds {TIMES} times the largest of them. Fewer than {LEAST_HISTORY} days "
        "are no history. A step between totals is only noted (cannot check): it may be "
        "a day of many losses, or losses of many days accepted at once."
    ),
    run=check_rates,
)
