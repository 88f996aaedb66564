"""Categories of a speaker's table that end or begin while the others go on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    words_of,
)
from sayso.checks.support.running import exact, totals
from sayso.linking.interval import to_text
from sayso.linking.series import Point
from sayso.model import DAY, Claim, Finding, Level, Outcome

OTHERS = 3
"""Categories that must go on over the day: fewer make no table."""
LEAST_LENGTH = 20
"""Days a category must have been stated, before its end or after its start."""

Table = tuple[str, str, str]
"""Speaker, kind of measure, whose losses."""


def check_categories(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give the days on which a daily table's categories change."""
    wanted = set(map(claim_order, claims))
    tables: defaultdict[Table, list[tuple[Point, ...]]] = defaultdict(list)
    for series, points in totals(context):
        line = series.line
        kind = line.measure.split(".")[0]
        if len(points) >= LEAST_LENGTH:
            tables[str(line.voice), kind, line.affected or ""].append(points)
    for key in sorted(tables):
        held = [t for t in tables[key] if claim_order(t[0].claim) in wanted]
        if held:
            yield from _changes(held, context)


def _changes(
    table: list[tuple[Point, ...]], context: CheckContext
) -> Iterator[Finding]:
    """Give one finding for each day on which something ends or begins."""
    first = min(points[0].last for points in table)
    last = max(points[-1].last for points in table)
    days: defaultdict[date, tuple[list[Point], list[Point]]] = defaultdict(
        lambda: ([], [])
    )
    for points in table:
        if points[-1].last < last:
            days[points[-1].last + DAY][0].append(points[-1])
        if points[0].last > first:
            days[points[0].last][1].append(points[0])
    for day in sorted(days):
        ended, begun = days[day]
        going = sum(p[0].last < day <= p[-1].last for p in table)
        if going >= OTHERS:
            yield _finding(day, ended, begun, context)


def _finding(
    day: date, ended: list[Point], begun: list[Point], context: CheckContext
) -> Finding:
    voice = context.voice((ended + begun)[0].claim)
    lines = [f"last stated: {_item(p)}" for p in ended]
    lines += [f"first stated: {_item(p)}" for p in begun]
    merged = _merged(ended, begun)
    if merged is not None:
        lines.append(merged)
    parts = []
    if ended:
        parts.append("no longer counts " + ", ".join(_name(p) for p in ended))
    if begun:
        parts.append("begins to count " + ", ".join(_name(p) for p in begun))
    return CHECK.find(
        Outcome.NOT_COMPARABLE,
        Level.LOOK if ended else Level.NOTE,
        (
            *(claim_input(p.claim, "last") for p in ended),
            *(claim_input(p.claim, "first") for p in begun),
        ),
        f"{voice}, from {day}, {' and '.join(parts)}: totals before and after are not "
        "comparable (different definition).",
        lines,
    )


def _merged(ended: list[Point], begun: list[Point]) -> str | None:
    """Give the line that says which new category may hold the ended ones' sum."""
    for size in range(len(ended), 1, -1):
        kept = sorted(ended, key=lambda p: -(exact(p) or 0))[:size]
        together = sum((exact(p) or Fraction(0) for p in kept), Fraction(0))
        for point in begun:
            value = exact(point)
            if value is not None and together <= value <= together * Fraction(21, 20):
                names = " + ".join(_name(p) for p in kept)
                return f"{names} = {to_text(together)}, {_name(point)} begins at " + (
                    to_text(value)
                )
    return None


def _name(point: Point) -> str:
    return point.claim.group or point.claim.measure


def _item(point: Point) -> str:
    return f"{_name(point)} {words_of(point.claim)} up to {point.last}"


CHECK = Check(
    name="categories",
    version=1,
    title="Categories of a table that change",
    explanation=(
        "In a table of running totals of one speaker, a category that ends or begins "
        "while others go on changes what is counted. A new category that begins within "
        "a twentieth above the sum of ended ones is named as their likely sum."
    ),
    run=check_categories,
)
