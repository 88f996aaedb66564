"""The increment stated for a day against the totals of two days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    counted,
    reading_of,
    words_of,
)
from sayso.checks.support.running import (
    Step,
    count_from_one_day,
    steps,
    totals,
)
from sayso.linking.interval import as_rounded
from sayso.linking.series import Line, Point
from sayso.model import Accrual, Claim, Finding, Level, Outcome


def check_increments(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give stated increments that differ from the difference of two totals."""
    wanted = set(map(claim_order, claims))
    flows = _flows(context)
    for series, points in totals(context):
        line = replace(series.line, accrual=Accrual.FLOW)
        for step in filter(count_from_one_day, steps(points)):
            for flow in flows.get((line, step.later.last), ()):
                figures = (step.earlier.claim, step.later.claim, flow.claim)
                if wanted.issuperset(map(claim_order, figures)) and _same_span(
                    flow, step
                ):
                    yield _judge(step, flow, context)


def _flows(
    context: CheckContext,
) -> defaultdict[tuple[Line, object], list[Point]]:
    found: defaultdict[tuple[Line, object], list[Point]] = defaultdict(list)
    for series in context.series:
        if series.line.accrual is Accrual.FLOW:
            for point in series.points:
                found[series.line, point.last].append(point)
    return found


def _same_span(flow: Point, step: Step) -> bool:
    """True when the increment covers the days after the earlier total, no more.

    A table of the morning names one day or the day before and this one ("in the past
    24 hours"); both stand for one step of one day.
    """
    if flow.first is None or flow.claim.period is None:
        return False
    days = (flow.last - flow.first).days
    return days == step.days - 1 or days == step.days


def _judge(step: Step, flow: Point, context: CheckContext) -> Finding:
    stated = as_rounded(flow.claim.quantity)
    apart = stated.is_apart_from(step.change)
    earlier, later = step.earlier.claim, step.later.claim
    verb = "differs from" if apart else "agrees with"
    remedy = None
    if apart and step.change.is_limited:
        remedy = (
            f"an increment within {step.change}; the difference may hold earlier "
            "losses that were accepted late"
        )
    return CHECK.find(
        Outcome.REVISED if apart else Outcome.CONSISTENT,
        Level.LOOK if apart else Level.NOTE,
        (
            claim_input(earlier, "earlier total"),
            claim_input(later, "later total"),
            claim_input(flow.claim, "increment"),
        ),
        f"{context.stated(later)} {counted(earlier)} up to "
        f"{step.earlier.last} and {words_of(later)} up to {step.later.last}; the "
        f"increment {words_of(flow.claim)} {verb} the difference.",
        (
            reading_of(earlier, as_rounded(earlier.quantity)),
            reading_of(later, as_rounded(later.quantity)),
            f"later - earlier: {step.change}",
            reading_of(flow.claim, stated),
            f"days between: {step.days}",
        ),
        remedy,
    )


CHECK = Check(
    name="increments",
    version=2,
    title="Increment against two totals",
    explanation=(
        "The difference of a speaker's running totals of two days is set beside the "
        "increment the same speaker states for those days. A difference means that a "
        "total or an increment was revised. Totals that count from two different days "
        "are no running total."
    ),
    run=check_increments,
)
