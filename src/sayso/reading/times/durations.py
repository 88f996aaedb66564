"""Lengths of time, and the days of those beside a day: "the last five days"."""

from __future__ import annotations

from datetime import date

from sayso.model.period import DAY
from sayso.reading.times.calendar import Unit, back_from, make_day
from sayso.reading.times.mention import Anchor, Mention
from sayso.reading.times.resolved import Resolved, View


def resolve_duration(mention: Mention, view: View) -> Resolved:
    """Give the length of "three months", with its days where it lies beside one.

    Args:
        mention: What the phrase says; a length.
        view: What it is seen from.
    """
    value = _duration_value(mention)
    if mention.year is not None and mention.count is not None:
        return Resolved(value, window=_window_in_year(mention, mention.year))
    if mention.direction is None or view.written is None or mention.count is None:
        return Resolved(value)
    anchor = view.written
    if mention.anchor is Anchor.NAMED and view.named is not None:
        anchor = view.named.first
    unit, count = mention.unit, mention.count
    if unit is None:
        hours = {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}[mention.clock_unit] * count
        unit, count = Unit.DAY, max(-(-hours // 24), 1.0)
    if mention.direction == 0:
        return Resolved(value)
    return Resolved(value, window=window_of(anchor, unit, count, mention.direction))


def _window_in_year(mention: Mention, year: int) -> tuple[date, date] | None:
    """Give the days of "the first three months of 2013", "the last week of 2013"."""
    first, last = make_day(year, 1, 1), make_day(year, 12, 31)
    unit, count = mention.unit, mention.count
    if first is None or last is None or unit is None or not count:
        return None
    if mention.name == "FIRST":
        edge = back_from(first, unit, -int(count))
        return None if edge is None else (first, edge - DAY)
    edge = back_from(last + DAY, unit, int(count))
    return None if edge is None else (edge, last)


def window_of(
    anchor: date, unit: Unit, count: float, direction: int
) -> tuple[date, date] | None:
    """Give the days from `count` units before the anchor up to it, or after it."""
    if unit is Unit.WEEKEND:
        unit = Unit.WEEK
    if count != int(count):
        unit, count = _in_smaller_units(unit, count)
    edge = back_from(anchor, unit, -direction * int(count))
    if edge is None:
        return None
    return (edge, anchor) if direction == -1 else (anchor, edge)


def _in_smaller_units(unit: Unit, count: float) -> tuple[Unit, float]:
    sizes = {
        Unit.CENTURY: (Unit.YEAR, 100),
        Unit.DECADE: (Unit.YEAR, 10),
        Unit.YEAR: (Unit.MONTH, 12),
        Unit.HALF: (Unit.MONTH, 6),
        Unit.QUARTER: (Unit.MONTH, 3),
    }
    smaller, size = sizes.get(unit, (Unit.DAY, 30 if unit is Unit.MONTH else 7))
    if unit is Unit.DAY:
        return unit, float(-(-count // 1))
    return smaller, float(round(count * size))


def _duration_value(mention: Mention) -> str:
    count = mention.count
    if mention.clock_unit:
        if count is not None and count % 1 == 0.5 and mention.clock_unit == "H":
            return f"PT{int(count)}H30M" if count > 1 else "PT30M"
        return f"PT{_number(count)}{mention.clock_unit}"
    unit = mention.unit or Unit.DAY
    if unit in (Unit.DECADE, Unit.CENTURY):
        size = 10 if unit is Unit.DECADE else 100
        return "PXY" if count is None else f"P{_number(count * size)}Y"
    if count is not None and count != int(count):
        smaller = {Unit.YEAR: ("M", 12), Unit.DAY: ("H", 24)}.get(unit)
        if smaller is not None and count * 2 == int(count * 2):
            whole = f"{int(count)}{unit}" if count >= 1 else ""
            rest = f"{int(smaller[1] / 2)}{smaller[0]}"
            return f"P{whole}{'T' if unit is Unit.DAY else ''}{rest}"
    return f"P{_number(count)}{unit}"


def _number(count: float | None) -> str:
    if count is None:
        return "X"
    return str(int(count)) if count == int(count) else str(count)
