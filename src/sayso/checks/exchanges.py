"""One figure with two neighbouring digits exchanged, of one speaker and day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    counted,
    words_of,
)
from sayso.checks.support.digits import are_exchanged
from sayso.checks.support.running import exact
from sayso.linking.interval import to_text
from sayso.linking.series import Point
from sayso.model import Claim, Finding, Level, Outcome

LEAST = 1_000
"""Smaller figures are each other's exchange too often: 12 and 21."""
MOST_FIGURES = 12
"""Different figures of one line and day that are compared with each other."""


def check_exchanges(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give figures of one line and day that differ by two exchanged digits."""
    wanted = set(map(claim_order, claims))
    for series in context.series:
        if series.line.voice is None:
            continue
        days: dict[object, dict[object, Point]] = {}
        for point in series.points:
            value = exact(point)
            if value is not None and value >= LEAST:
                key = (point.first, point.last)
                days.setdefault(key, {}).setdefault(value, point)
        for figures in days.values():
            kept = [figures[v] for v in sorted(figures, key=str)[:MOST_FIGURES]]
            for one, other in combinations(kept, 2):
                a, b = exact(one), exact(other)
                both = map(claim_order, (one.claim, other.claim))
                if a and b and are_exchanged(a, b) and wanted.issuperset(both):
                    yield _finding(one, other, context)


def _finding(one: Point, other: Point, context: CheckContext) -> Finding:
    a, b = one.claim, other.claim
    return CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK,
        (claim_input(a, "one figure"), claim_input(b, "other figure")),
        f"{context.stated(a)} {counted(a)} in {context.outlet(a)} and "
        f"{words_of(b)} in {context.outlet(b)} up to {one.last}: two digits are "
        "exchanged.",
        (f"{to_text(exact(one))} and {to_text(exact(other))} have the same digits",),
        "the figure as the speaker first published it",
    )


CHECK = Check(
    name="exchanges",
    version=1,
    title="Two digits exchanged",
    explanation=(
        "Figures from 1,000 on that one speaker is said to have stated of one line and "
        "day, and that differ by two neighbouring digits exchanged."
    ),
    run=check_exchanges,
)
