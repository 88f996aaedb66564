"""Days that are counted from another: "yesterday", "a year ago", "that same night"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.model.period import DAY
from sayso.reading.times.calendar import (
    Unit,
    add_days,
    back_from,
    make_day,
    stretch_of,
)
from sayso.reading.times.durations import window_of
from sayso.reading.times.mention import FUTURE_REF, PAST_REF, RUNNING, Anchor, Mention
from sayso.reading.times.named_days import nth_of_month
from sayso.reading.times.resolved import (
    Resolved,
    View,
    day_stretch,
    resolved_of,
    stretch_around,
)


def resolve_shifted(mention: Mention, view: View) -> Resolved:
    """Give the days of what is counted from some day: "two weeks earlier".

    Args:
        mention: What the phrase says; a count of units.
        view: What it is seen from.
    """
    if mention.nth is not None:
        month = replace(mention, nth=None, weekday=None)
        return nth_of_month(mention, resolve_shifted(month, view))
    if mention.day is not None:
        return _resolve_day_of(mention, view)
    unit = mention.unit
    if unit is None:
        return _resolve_hours(mention, view)
    if mention.count is None:
        return _resolve_vague(mention, view)
    if view.night is not None and _is_same_night(mention):
        same = resolved_of(day_stretch(view.night[1]), mention.part)
        return replace(same, window=view.night)
    anchor, keep = _anchor(mention, unit, view)
    if anchor is None:
        return Resolved("XXXX-XX-XX" if unit is Unit.DAY else "XXXX")
    if mention.count != int(mention.count):
        return _resolve_halves(mention, anchor)
    count = int(mention.count)
    if unit in (Unit.DECADE, Unit.CENTURY) and mention.direction is not None:
        day = back_from(anchor, unit, -count)
        return resolved_of(stretch_around(Unit.YEAR, day))
    if keep is not None:
        day = back_from(anchor, unit, -count)
        return resolved_of(stretch_around(keep, day), mention.part)
    found = stretch_of(unit, anchor).shift(count)
    window = window_of(anchor, unit, 1, -1) if mention.is_window else None
    if _is_told_exactly(mention):
        return replace(resolved_of(found), day=back_from(anchor, unit, -count))
    if mention.part == "TNI" and count == -1 and found is not None:
        window = (found.first, found.first + DAY)
    return replace(resolved_of(found, mention.part), window=window)


def _resolve_day_of(mention: Mention, view: View) -> Resolved:
    """Resolve "the 15th of last month"; a day that it has not is no day."""
    month = resolve_shifted(replace(mention, unit=Unit.MONTH, day=None), view)
    if month.stretch is None:
        return Resolved(f"XXXX-XX-{mention.day or 1:02}")
    first = month.stretch.first
    day = make_day(first.year, first.month, mention.day or 1)
    return resolved_of(day_stretch(day), mention.part, f"XXXX-XX-{mention.day or 1:02}")


def _is_told_exactly(mention: Mention) -> bool:
    """True for "a year ago", "two weeks earlier": so long before the very day."""
    if mention.direction is None or mention.unit is None:
        return False
    if mention.unit is Unit.WEEK:
        return True
    is_one = mention.count is not None and abs(mention.count) == 1
    return is_one and mention.anchor is Anchor.WRITTEN


def _is_same_night(mention: Mention) -> bool:
    """True for "the same night", "that night"."""
    named = mention.anchor is Anchor.NAMED
    return named and mention.part == "TNI" and mention.count == 0


def _resolve_vague(mention: Mention, view: View) -> Resolved:
    """Resolve "some years ago", and "the day" of "the day before the vote"."""
    if mention.direction is None:
        day = view.named.first if view.named else view.written
        return Resolved("XXXX-XX-XX" if day is None else f"{day.year}-XX-XX")
    return Resolved(PAST_REF if mention.direction == -1 else FUTURE_REF)


def _anchor(
    mention: Mention, unit: Unit, view: View
) -> tuple[date | None, Unit | None]:
    """Give the day to count from and the unit to keep, when not the phrase's own."""
    named = view.named
    quarterly = named is not None and named.unit in (Unit.QUARTER, Unit.HALF)
    if unit is Unit.DAY and mention.anchor is Anchor.NAMED:
        return _told_day(mention, view), None
    if mention.anchor is Anchor.WRITTEN:
        ago = mention.direction is not None and mention.count is not None
        if ago and mention.count == -1 and unit is Unit.YEAR and quarterly and named:
            return named.first, named.unit
        return view.written, None
    if named is None:
        is_lost = mention.count == 0 and mention.name != RUNNING
        return (None if is_lost else view.written), None
    if unit is Unit.YEAR and quarterly:
        return named.first, named.unit
    if unit is Unit.QUARTER and not quarterly and view.written is not None:
        return back_from(view.written, Unit.QUARTER, 1), None
    return named.first, None


def _told_day(mention: Mention, view: View) -> date | None:
    """Give the day that "the same day" and "a day later" count from.

    A month or a year has no next day, and what something is told since is background:
    where no day was told, only what lies back counts from the day of writing.
    """
    if view.day is not None:
        return view.day
    return view.written if (mention.count or 0) < 0 else None


def _resolve_halves(mention: Mention, anchor: date) -> Resolved:
    """Resolve "a year and a half ago": to the month, or the week or day."""
    halves = round(2 * (mention.count or 0))
    months = {Unit.YEAR: 6, Unit.DECADE: 60}.get(mention.unit or Unit.DAY)
    if months is not None:
        day = back_from(anchor, Unit.MONTH, -halves * months)
        return resolved_of(stretch_around(Unit.MONTH, day))
    days = {Unit.MONTH: 15, Unit.WEEK: 3.5}.get(mention.unit or Unit.DAY, 0.5)
    return resolved_of(
        stretch_of(Unit.DAY, add_days(anchor, int(halves * days)) or anchor)
    )


def _resolve_hours(mention: Mention, view: View) -> Resolved:
    """Resolve "six hours ago": to the day it may lie on."""
    if mention.count is None or view.written is None:
        return Resolved(PAST_REF if mention.direction == -1 else FUTURE_REF)
    hours = mention.count if mention.clock_unit == "H" else 0.0
    anchor = view.written
    if mention.anchor is Anchor.NAMED and view.named is not None:
        anchor = view.named.first
    day = add_days(anchor, int(hours / 24))
    return resolved_of(day_stretch(day))
