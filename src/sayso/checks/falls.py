"""A running total that falls: the speaker revised it, or a figure was mistyped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.checks.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    reading_of,
    words_of,
)
from sayso.checks.digits import exchanged
from sayso.checks.running import exact, steps, totals
from sayso.linking.interval import as_rounded, to_text
from sayso.linking.series import Point
from sayso.model import Claim, Finding, Level, Outcome


def check_falls(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give the days on which a speaker's running total is below the one before."""
    wanted = set(map(claim_order, claims))
    for _, points in totals(context):
        for at, step in enumerate(steps(points)):
            later, earlier = step.later.claim, step.earlier.claim
            before, after = as_rounded(earlier.quantity), as_rounded(later.quantity)
            if wanted.issuperset(map(claim_order, (earlier, later))) and after.is_below(
                before
            ):
                yield CHECK.find(
                    Outcome.REVISED,
                    Level.LOOK,
                    (claim_input(earlier, "earlier"), claim_input(later, "later")),
                    f"{context.voice(later)} states {words_of(later)} up to "
                    f"{step.later.last}, less than {words_of(earlier)} up to "
                    f"{step.earlier.last}: a running total was revised.",
                    (
                        reading_of(earlier, before),
                        reading_of(later, after),
                        f"change: {step.change}",
                    ),
                    _hint(points, at + 1),
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
    version=1,
    title="Running total that falls",
    explanation=(
        "A later running total of the same speaker, measure, thing and place must not "
        "be below an earlier one. A fall is a revision; where exchanging two "
        "neighbouring digits would fit between the days around, that is a hint."
    ),
    run=check_falls,
)
