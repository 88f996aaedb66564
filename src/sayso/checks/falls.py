"""A running total that falls: the speaker revised it, or a figure was mistyped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    counted,
    reading_of,
    words_of,
)
from sayso.checks.support.digits import exchanged
from sayso.checks.support.running import (
    Step,
    count_from_one_day,
    exact,
    steps,
    totals,
)
from sayso.linking.interval import as_rounded, to_text
from sayso.linking.series import Point
from sayso.model import Claim, Finding, Level, Outcome

MOST_FALL = Fraction(1, 5)
"""Share of a total that a revision takes back: the public daily series has at most a
fiftieth. A deeper fall is more likely another area or period, read as one line."""

LEVELS = (".held", ".deployed", ".displaced", ".missing")
"""Ends of measures whose figures are levels: ground held may well shrink."""


def check_falls(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give the days on which a speaker's running total is below the one before."""
    wanted = set(map(claim_order, claims))
    for series, points in totals(context):
        if series.line.measure.endswith(LEVELS):
            continue
        for at, step in enumerate(steps(points)):
            both = map(claim_order, (step.earlier.claim, step.later.claim))
            if _falls(step) and wanted.issuperset(both):
                yield _finding(step, _hint(points, at + 1), context)


def _falls(step: Step) -> bool:
    """True when the later total is below the earlier one, but not by far."""
    before = as_rounded(step.earlier.claim.quantity)
    after = as_rounded(step.later.claim.quantity)
    if after.high is None or before.low is None or not after.is_below(before):
        return False
    if not count_from_one_day(step):
        return False
    return after.high >= before.low * (1 - MOST_FALL)


def _finding(step: Step, hint: str, context: CheckContext) -> Finding:
    earlier, later = step.earlier.claim, step.later.claim
    return CHECK.find(
        Outcome.REVISED,
        Level.LOOK,
        (claim_input(earlier, "earlier"), claim_input(later, "later")),
        f"{context.stated(later)} {counted(later)} up to {step.later.last}, "
        f"less than {words_of(earlier)} up to {step.earlier.last}: a running total was "
        "revised.",
        (
            reading_of(earlier, as_rounded(earlier.quantity)),
            reading_of(later, as_rounded(later.quantity)),
            f"change: {step.change}",
        ),
        hint,
    )


def _hint(points: tuple[Point, ...], at: int) -> str:
    """Give what would make the total rise, or two digits that may be exchanged."""
    hint = "a later total not below the earlier one, or a note that it was revised"
    later, earlier = exact(points[at]), exact(points[at - 1])
    after = exact(points[at + 1]) if at + 1 < len(points) else None
    before = exact(points[at - 2]) if at > 1 else None
    if later is None or earlier is None:
        return hint
    if after is not None and after >= earlier:
        fixed = exchanged(later, earlier, after)
        if fixed is not None:
            return f"{hint}; with two digits exchanged it reads {to_text(fixed)}"
    if before is not None and before <= later:
        fixed = exchanged(earlier, before, later)
        if fixed is not None:
            return f"{hint}; the earlier, with digits exchanged, reads {to_text(fixed)}"
    return hint


CHECK = Check(
    name="falls",
    version=3,
    title="Running total that falls",
    explanation=(
        "A later running total of the same speaker, measure, thing and place must not "
        "be below an earlier one. A fall is a revision; where exchanging two "
        "neighbouring digits would fit between the days around, that is a hint. Levels "
        "(ground held, people displaced or missing, forces in a place) may fall. A "
        "fall by more than a fifth is left alone: it is likelier another area or "
        "period; so are totals that count from two different days."
    ),
    run=check_falls,
)
