"""Days that the calendar has names and numbers for: "5 May", "Friday", "last winter".

What comes once a year or week is told by its year, by "last" and "next", by what the
text told before, and else by the tense. Method: our own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sayso.reading.times.calendar import (
    Stretch,
    Unit,
    add_days,
    back_from,
    holiday,
    make_day,
    make_season,
    nth_weekday,
    stretch_of,
)
from sayso.reading.times.mention import Anchor, Mention
from sayso.reading.times.resolved import Resolved, View, day_stretch, resolved_of
from sayso.reading.times.tense import SURELY_BACK

_OfYear = Callable[[int], Stretch | None]
"""Gives what comes once a year for a year."""

_AHEAD = 120
"""Days up to which a date without a year lies ahead where no tense is seen."""

_AHEAD_OF_PAST = 30
"""The same where the sentence looks back: "said the talks on 5 May"."""

_FRESH, _FAR = 62, 180
"""A date past by up to the one is meant, and not one ahead by more than the other,
though the sentence looks forward: "after the vote of 7 August the mission will"."""


_MONTHS_BACK = 14
"""Months before the day of writing in which a bare day of the month is looked for."""

_RECENT = 21
"""Days before writing in which a date in digits is likelier meant than far from it."""

_LATE = 21
"""Behind a day of the month from here on, a smaller number is of the next one."""


def resolve_named(mention: Mention, view: View) -> Resolved:
    """Give the days of a date, month, weekday, season, year or holiday.

    Args:
        mention: What the phrase says; a number of the calendar or a name.
        view: What it is seen from.
    """
    if mention.count is not None and mention.unit not in (Unit.QUARTER, Unit.HALF):
        mention = _in_year(mention, view)
    if mention.day is not None and mention.month is None:
        return _resolve_bare_day(mention, view)
    if mention.nth is not None and mention.weekday is not None:
        month = replace(mention, nth=None, weekday=None)
        return nth_of_month(mention, resolve_named(month, view))
    if mention.name and mention.unit is Unit.DAY:
        return _resolve_holiday(mention, view)
    if mention.unit is Unit.SEASON:
        return _resolve_turning(
            mention, view, lambda year: make_season(year, mention.name),
            f"XXXX-{mention.name}",
        )  # fmt: skip
    if mention.index is not None and mention.month is None:
        return _resolve_index(mention, view)
    if mention.month is not None:
        return _resolve_month(mention, view)
    if mention.unit is Unit.WEEKEND:
        return _resolve_weekend(mention, view)
    if mention.weekday is not None:
        return _resolve_weekday(mention, view)
    first = make_day(mention.year or 0, 1, 1)
    if first is None or mention.unit is None:
        return Resolved(f"{mention.year:04}")
    return resolved_of(stretch_of(mention.unit, first))


def _in_year(mention: Mention, view: View) -> Mention:
    """Give "May of last year" with the year that the words come to."""
    base = view.written
    if mention.anchor is Anchor.NAMED and view.named is not None:
        base = view.named.first
    year = None if base is None else base.year + int(mention.count or 0)
    return replace(mention, year=year, count=None, anchor=Anchor.WRITTEN)


def _resolve_bare_day(mention: Mention, view: View) -> Resolved:
    """Resolve "the 21st": of the month named last, else the last one that was.

    A weekday beside it settles the month: the nearest in which the two agree.
    """
    number, written = mention.day or 1, view.written
    unknown = f"XXXX-XX-{number:02}"
    if written is None:
        return Resolved(unknown)
    first = written.replace(day=1)
    months = [
        m for n in range(_MONTHS_BACK, -3, -1) if (m := back_from(first, Unit.MONTH, n))
    ]
    days = [d for m in months if (d := make_day(m.year, m.month, number))]
    if mention.weekday is not None:
        days = [d for d in days if d.weekday() == mention.weekday]
        best = min(days, key=lambda d: abs((d - written).days), default=None)
        if best is None:
            return _resolve_weekday(replace(mention, day=None), view)
        return resolved_of(day_stretch(best), mention.part)
    forward = view.direction == 1 or mention.opener in ("by", "until")
    told = _in_told_month(number, view, forward=forward)
    if told is None and forward:
        told = next((d for d in days if d >= written), None)
    begun = [d for d in days if d <= written]
    return resolved_of(
        day_stretch(told or (begun[-1] if begun else None)), mention.part, unknown
    )


def _in_told_month(number: int, view: View, *, forward: bool) -> date | None:
    """Give the day in the month that was told, or the next one late in a month."""
    if view.month is None or view.written is None:
        return None
    month = view.month.replace(day=1)
    if number < view.month.day and view.month.day >= _LATE:
        month = back_from(month, Unit.MONTH, -1) or month
    found = make_day(month.year, month.month, number)
    return found if found and (found <= view.written or forward) else None


def _resolve_month(mention: Mention, view: View) -> Resolved:
    month, day, unit = mention.month or 1, mention.day, mention.unit or Unit.DAY
    unknown = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")

    def of_year(year: int) -> Stretch | None:
        first = make_day(year, month, day or 1)
        return None if first is None else Stretch(unit, first)

    if mention.year is not None:
        known = unknown.replace("XXXX", f"{mention.year:04}")
        found = _exchanged(mention, view) or of_year(mention.year)
        return resolved_of(found, mention.part, known)
    return _resolve_turning(mention, view, of_year, unknown)


def _exchanged(mention: Mention, view: View) -> Stretch | None:
    """Give the other reading of "1/07/2025" where it alone lies close before writing.

    The report of 3 July that says it means the first of July and not 7 January.
    """
    if not mention.is_open or view.written is None or mention.day == mention.month:
        return None
    one = make_day(mention.year or 0, mention.month or 0, mention.day or 0)
    other = make_day(mention.year or 0, mention.day or 0, mention.month or 0)
    if one is None or other is None:
        return None
    away, gap = (view.written - other).days, (view.written - one).days
    if 0 <= away <= _RECENT and not 0 <= gap <= _RECENT:
        return Stretch(Unit.DAY, other)
    return None


def _resolve_turning(
    mention: Mention, view: View, of_year: _OfYear, unknown: str
) -> Resolved:
    """Resolve what comes once a year: by its year, "last" or "next", or the tense."""
    if mention.year is not None:
        known = unknown.replace("XXXX", f"{mention.year:04}")
        return resolved_of(of_year(mention.year), mention.part, known)
    if view.written is None:
        return Resolved(unknown + mention.part)
    written = view.written
    years = {written.year - 1, written.year, written.year + 1}
    if mention.anchor is Anchor.NAMED and view.named is not None:
        years |= {view.named.first.year + step for step in (-1, 0, 1)}
    nears = [view.around, *(s.first for s in (view.frame, view.past) if s)]
    for near in filter(None, nears):
        years |= {near.year - 1, near.year, near.year + 1}
    options = [found for year in sorted(years) if (found := of_year(year)) is not None]
    if mention.weekday is not None:
        fitting = [s for s in options if s.first.weekday() == mention.weekday]
        options = fitting or options
    return resolved_of(_choose(options, mention, view, written), mention.part, unknown)


def _choose(
    options: list[Stretch], mention: Mention, view: View, written: date
) -> Stretch | None:
    told = _choose_told(options, mention, view, written)
    if told is not None:
        return told
    if mention.anchor is Anchor.WRITTEN:
        options = [s for s in options if abs(s.first.year - written.year) <= 1]
    past = [s for s in options if s.last < written]
    begun = [s for s in options if s.first <= written]
    ahead = [s for s in options if s.first > written]
    running = [s for s in options if s.last >= written]
    if mention.direction in (-1, 1) and mention.anchor is Anchor.NAMED and view.named:
        past = [s for s in options if s.last < view.named.first]
        ahead = [s for s in options if s.first > view.named.last]
    if mention.direction == -1:
        return past[-1] if past else None
    if mention.direction == 1:
        return ahead[0] if ahead else None
    if mention.direction == 0:
        return _choose_of_year(options, mention, view, written)
    if not begun or not running:
        return begun[-1] if begun else running[0] if running else None
    to_wait = (running[0].first - written).days
    since = (written - begun[-1].last).days
    looks_back = view.direction < 0 and mention.opener == "by"
    if view.direction == 1 or (mention.opener in ("by", "until") and not looks_back):
        return begun[-1] if since <= _FRESH and to_wait > _FAR else running[0]
    soon = {0: _AHEAD, SURELY_BACK: 0}.get(view.direction, _AHEAD_OF_PAST)
    if mention.opener != "since" and 0 < to_wait <= soon and since > soon:
        return running[0]
    return begun[-1]


def _choose_told(
    options: list[Stretch], mention: Mention, view: View, written: date
) -> Stretch | None:
    """Give what lies in the year that the sentence named, or near what was told."""
    if mention.direction is not None or mention.anchor is not Anchor.WRITTEN:
        return None
    begun = [s for s in options if s.first <= written]
    if view.frame is not None and (inside := _inside(view.frame, options)):
        return inside
    if view.around is not None and view.direction != 1:
        return _nearest(begun, view.around)
    if view.past is None or (begun and (written - begun[-1].last).days <= _FRESH):
        return None
    return _inside(view.past, options) or _nearest(begun, view.past.first)


def _inside(frame: Stretch, options: list[Stretch]) -> Stretch | None:
    return next((s for s in options if _holds(frame, s)), None)


def _nearest(options: list[Stretch], day: date) -> Stretch | None:
    return min(options, key=lambda s: _distance(s, day), default=None)


def _choose_of_year(
    options: list[Stretch], mention: Mention, view: View, written: date
) -> Stretch | None:
    """Give the one of the running year, or of the year told: "that October"."""
    year = written.year
    if mention.anchor is Anchor.NAMED and view.named is not None:
        year = view.named.first.year
    if mention.unit is Unit.SEASON and mention.anchor is Anchor.WRITTEN:
        return min(options, key=lambda s: _distance(s, written))
    same = [s for s in options if s.first.year == year]
    return same[0] if same else None


def _holds(frame: Stretch, stretch: Stretch) -> bool:
    return frame.first <= stretch.first and stretch.last <= frame.last


def _distance(stretch: Stretch, day: date) -> int:
    """Days between the two, 0 when the stretch holds the day."""
    return max((stretch.first - day).days, (day - stretch.last).days, 0)


def _resolve_weekday(mention: Mention, view: View) -> Resolved:
    weekday, written = mention.weekday or 0, view.written
    if mention.anchor is Anchor.NAMED and view.named is not None:
        written = view.named.first
    if written is None:
        return Resolved(f"XXXX-WXX-{weekday + 1}{mention.part}")
    back = (written.weekday() - weekday) % 7
    if mention.direction == -1:
        shift = -(back or 7)
    elif mention.opener == "since" and not back:
        shift = -7
    elif mention.direction == 1:
        shift = 7 - back
    elif (
        view.direction == 1
        or (mention.opener in ("by", "until") and view.direction == 0)
        or (mention.direction == 0 and view.direction == 0)
    ):
        shift = (7 - back) % 7
    else:
        shift = -back
    day = add_days(written, shift)
    return resolved_of(day_stretch(day), mention.part)


def _resolve_weekend(mention: Mention, view: View) -> Resolved:
    if view.written is None:
        return Resolved("XXXX-WXX-WE")
    found = stretch_of(Unit.WEEKEND, view.written)
    forward = view.direction == 1 or (
        mention.opener in ("by", "until") and not view.direction
    )
    behind = found.first > view.written and not forward
    return resolved_of(found.shift(-1) if behind else found)


def _resolve_holiday(mention: Mention, view: View) -> Resolved:
    rule = mention.name

    def of_year(year: int) -> Stretch | None:
        return holiday(rule, year)

    if rule == "ramadan":
        return _resolve_ramadan(mention, view)
    parts = rule.split("-")
    fixed = len(parts) == 2 and parts[0].isdecimal() and parts[1].isdecimal()
    unknown = f"XXXX-{int(parts[0]):02}-{int(parts[1]):02}" if fixed else "XXXX-XX-XX"
    return _resolve_turning(mention, view, of_year, unknown)


def _resolve_ramadan(mention: Mention, view: View) -> Resolved:
    """Ramadan has no TIMEX3 value of its own; its first day stands for it."""
    found = _resolve_turning(
        mention, view, lambda year: holiday("islamic-9-1", year), "XXXX"
    )
    if found.stretch is None:
        return found
    last = add_days(found.stretch.first, 29)
    window = None if last is None else (found.stretch.first, last)
    return replace(found, window=window)


def _resolve_index(mention: Mention, view: View) -> Resolved:
    """Resolve a numbered quarter or half year: the last one that has begun."""
    unit, index = mention.unit or Unit.QUARTER, mention.index or 1
    months = 3 if unit is Unit.QUARTER else 6

    def of_year(year: int) -> Stretch | None:
        first = make_day(year, (index - 1) * months + 1, 1)
        return None if first is None else Stretch(unit, first)

    year = mention.year
    if mention.count is not None and view.written is not None:
        year = view.written.year + int(mention.count)
    return _resolve_turning(
        replace(mention, year=year), view, of_year, f"XXXX-{unit}{index}"
    )


def nth_of_month(mention: Mention, month: Resolved) -> Resolved:
    """Give the days of "the second Sunday of May".

    Args:
        mention: Says which weekday, and the how manieth.
        month: What the month comes to.
    """
    if month.stretch is None or mention.nth is None:
        return Resolved("XXXX-XX-XX")
    first = month.stretch.first
    day = nth_weekday(first.year, first.month, mention.nth, mention.weekday or 0)
    return resolved_of(day_stretch(day), mention.part)
