"""From what a phrase says to the days it names, seen from the day of writing.

Refuses to guess where nothing says which year or day is meant: the value then carries
X for what is unknown and there are no days. Method: our own; values follow TIMEX3.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.period import DAY
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
from sayso.reading.times.mention import RUNNING, Anchor, Kind, Mention
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


@dataclass(frozen=True, slots=True)
class View:
    """What a phrase is seen from."""

    written: date | None
    """Day of writing."""
    named: Stretch | None
    """What the text named last."""
    direction: int
    """-1 where the sentence looks back, 1 forward, 0 where it does not say."""
    war: date | None
    """First day of the theatre's war."""
    night: tuple[date, date] | None = None
    """Days of the night the text named last."""
    month: date | None = None
    """Day of the month that a bare day of the month is of, as far as it was told."""
    around: date | None = None
    """Day told last in a text of years gone by; its dates lie near one another."""
    frame: Stretch | None = None
    """Year or season that the sentence has named before."""
    day: date | None = None
    """Day the text told last, that of a "since" left out."""
    past: Stretch | None = None
    """Date of a year gone by that the paragraph told last."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Days, value and type of a phrase."""

    value: str
    stretch: Stretch | None = None
    window: tuple[date, date] | None = None
    """Days of a duration that lies beside the day of writing."""
    day: date | None = None
    """The very day that "a year ago" and "a week earlier" come to; the stretch is the
    unit that holds it."""


def resolve_mention(mention: Mention, view: View) -> Resolved | None:
    """Give the phrase's TIMEX3 value and days, None when it is no time after all."""
    if mention.kind is Kind.NAMED:
        return _resolve_named(mention, view)
    if mention.kind is Kind.SHIFTED:
        return _resolve_shifted(mention, view)
    if mention.kind is Kind.DURATION:
        return _resolve_duration(mention, view)
    if mention.kind is Kind.CLOCK:
        return _resolve_clock(mention, view)
    if mention.kind is Kind.START_OF_WAR:
        if view.war is None:
            return None
        day = add_days(view.war, int(mention.count or 0))
        return None if day is None else _of(_day(day))
    return Resolved(mention.value)


def _day(day: date | None) -> Stretch | None:
    return None if day is None else Stretch(Unit.DAY, day)


def _around(unit: Unit, day: date | None) -> Stretch | None:
    return None if day is None else stretch_of(unit, day)


def _of(stretch: Stretch | None, part: str = "", unknown: str = "XXXX") -> Resolved:
    if stretch is None:
        return Resolved(unknown + part)
    return Resolved(stretch.value + part, stretch)


# --- names and numbers of the calendar -------------------------------------------


def _resolve_named(mention: Mention, view: View) -> Resolved:
    if mention.count is not None and mention.unit not in (Unit.QUARTER, Unit.HALF):
        mention = _in_year(mention, view)
    if mention.day is not None and mention.month is None:
        return _resolve_bare_day(mention, view)
    if mention.nth is not None and mention.weekday is not None:
        return _resolve_nth(mention, view)
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
    return _of(stretch_of(mention.unit, first))


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
        return _of(_day(best), mention.part)
    forward = view.direction == 1 or mention.opener in ("by", "until")
    told = _in_told_month(number, view, forward=forward)
    if told is None and forward:
        told = next((d for d in days if d >= written), None)
    begun = [d for d in days if d <= written]
    return _of(_day(told or (begun[-1] if begun else None)), mention.part, unknown)


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
        return _of(found, mention.part, known)
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
        return _of(of_year(mention.year), mention.part, known)
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
    return _of(_choose(options, mention, view, written), mention.part, unknown)


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
    return _of(_day(day), mention.part)


def _resolve_weekend(mention: Mention, view: View) -> Resolved:
    if view.written is None:
        return Resolved("XXXX-WXX-WE")
    found = stretch_of(Unit.WEEKEND, view.written)
    forward = view.direction == 1 or (
        mention.opener in ("by", "until") and not view.direction
    )
    behind = found.first > view.written and not forward
    return _of(found.shift(-1) if behind else found)


def _resolve_nth(mention: Mention, view: View) -> Resolved:
    month = resolve_mention(replace(mention, nth=None, weekday=None), view)
    if month is None or month.stretch is None or mention.nth is None:
        return Resolved("XXXX-XX-XX")
    first = month.stretch.first
    day = nth_weekday(first.year, first.month, mention.nth, mention.weekday or 0)
    return _of(_day(day), mention.part)


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


# --- counted from some day -------------------------------------------------------


def _resolve_shifted(mention: Mention, view: View) -> Resolved | None:
    if mention.nth is not None:
        return _resolve_nth(mention, view)
    if mention.day is not None:
        return _resolve_day_of(mention, view)
    unit = mention.unit
    if unit is None:
        return _resolve_hours(mention, view)
    if mention.count is None:
        return _resolve_vague(mention, view)
    if view.night is not None and _is_same_night(mention):
        same = _of(_day(view.night[1]), mention.part)
        return replace(same, window=view.night)
    anchor, keep = _anchor(mention, unit, view)
    if anchor is None:
        return Resolved("XXXX-XX-XX" if unit is Unit.DAY else "XXXX")
    if mention.count != int(mention.count):
        return _resolve_halves(mention, anchor)
    count = int(mention.count)
    if unit in (Unit.DECADE, Unit.CENTURY) and mention.direction is not None:
        day = back_from(anchor, unit, -count)
        return _of(_around(Unit.YEAR, day))
    if keep is not None:
        day = back_from(anchor, unit, -count)
        return _of(_around(keep, day), mention.part)
    found = stretch_of(unit, anchor).shift(count)
    window = _window(anchor, unit, 1, -1) if mention.is_window else None
    if _is_told_exactly(mention):
        return replace(_of(found), day=back_from(anchor, unit, -count))
    if mention.part == "TNI" and count == -1 and found is not None:
        window = (found.first, found.first + DAY)
    return replace(_of(found, mention.part), window=window)


def _resolve_day_of(mention: Mention, view: View) -> Resolved:
    """Resolve "the 15th of last month"; a day that it has not is no day."""
    month = resolve_mention(replace(mention, unit=Unit.MONTH, day=None), view)
    if month is None or month.stretch is None:
        return Resolved(f"XXXX-XX-{mention.day or 1:02}")
    first = month.stretch.first
    day = make_day(first.year, first.month, mention.day or 1)
    return _of(_day(day), mention.part, f"XXXX-XX-{mention.day or 1:02}")


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
    return Resolved("PAST_REF" if mention.direction == -1 else "FUTURE_REF")


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
        return _of(_around(Unit.MONTH, day))
    days = {Unit.MONTH: 15, Unit.WEEK: 3.5}.get(mention.unit or Unit.DAY, 0.5)
    return _of(stretch_of(Unit.DAY, add_days(anchor, int(halves * days)) or anchor))


def _resolve_hours(mention: Mention, view: View) -> Resolved:
    """Resolve "six hours ago": to the day it may lie on."""
    if mention.count is None or view.written is None:
        return Resolved("PAST_REF" if mention.direction == -1 else "FUTURE_REF")
    hours = mention.count if mention.clock_unit == "H" else 0.0
    anchor = view.written
    if mention.anchor is Anchor.NAMED and view.named is not None:
        anchor = view.named.first
    day = add_days(anchor, int(hours / 24))
    return _of(_day(day))


def _resolve_clock(mention: Mention, view: View) -> Resolved:
    return _of(_day(view.day or view.written), mention.part, "XXXX-XX-XX")


# --- durations -------------------------------------------------------------------


def _resolve_duration(mention: Mention, view: View) -> Resolved:
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
    return Resolved(value, window=_window(anchor, unit, count, mention.direction))


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


def _window(
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
