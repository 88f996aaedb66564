"""Calendar arithmetic for time reading: stretches of the calendar, feasts, weeks.

Refuses to leave the years 1 to 9999: what would lie outside is None, never an error.
Weeks begin on Monday (ISO 8601). Method: our own; Easter by the anonymous Gregorian
rule (Meeus, Astronomical Algorithms, ch. 8), Ramadan by the tabular Islamic calendar
(civil epoch, 30-year cycle), which is within a day or two of what is observed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sayso.model.period import DAY, Precision

_YEAR_FIRST, _YEAR_LAST = 2, 9997
"""Kept away from the ends of `datetime.date` so that neighbours always exist."""

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Season of TIMEX3 -> its first month on the northern half (meteorological)."""

_LEAP_ISLAMIC = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})
"""Years of the 30-year cycle with 355 days (the common civil pattern)."""

_ISLAMIC_EPOCH = date(622, 7, 19)
"""1 Muharram of year 1 in the proleptic Gregorian calendar (civil epoch)."""


class Unit(StrEnum):
    """Calendar units, written as in TIMEX3 durations where it has them."""

    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    SEASON = "S"
    QUARTER = "Q"
    HALF = "H"
    YEAR = "Y"
    DECADE = "10Y"
    CENTURY = "100Y"


PRECISIONS = {
    Unit.DAY: Precision.DAY,
    Unit.WEEKEND: Precision.DAY,
    Unit.WEEK: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.SEASON: Precision.SEASON,
    Unit.QUARTER: Precision.QUARTER,
    Unit.HALF: Precision.QUARTER,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.DECADE,
}
"""Unit -> the precision a period of it has; the model knows none coarser than a
decade and none between quarter and year."""

_MONTHS = {
    Unit.MONTH: 1,
    Unit.SEASON: 3,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """One unit of the calendar: a day, the week of a Monday, the month of a first."""

    unit: Unit
    first: date

    @property
    def last(self) -> date:
        """Last day, included."""
        if self.unit is Unit.DAY:
            return self.first
        if self.unit is Unit.WEEKEND:
            return self.first + DAY
        if self.unit is Unit.WEEK:
            return self.first + timedelta(6)
        after = add_months(self.first, _MONTHS[self.unit])
        return self.first if after is None else after - DAY

    @property
    def value(self) -> str:
        """TIMEX3 value: "2025-03-12", "2025-W11", "2025-SU", "199X"."""
        day, unit = self.first, self.unit
        if unit is Unit.DAY:
            return day.isoformat()
        if unit in (Unit.WEEK, Unit.WEEKEND):
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}{'-WE' if unit is Unit.WEEKEND else ''}"
        if unit is Unit.MONTH:
            return f"{day.year:04}-{day.month:02}"
        if unit is Unit.SEASON:
            name = next(k for k, month in _SEASONS.items() if month == day.month)
            return f"{day.year:04}-{name}"
        if unit is Unit.QUARTER:
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        if unit is Unit.HALF:
            return f"{day.year:04}-H{(day.month + 5) // 6}"
        digits = {Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2}[unit]
        return f"{day.year:04}"[:digits] + "X" * (4 - digits)

    def shift(self, count: int) -> Stretch | None:
        """Give the stretch `count` units later, or earlier when negative."""
        if self.unit is Unit.DAY:
            return _made(self.unit, add_days(self.first, count))
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return _made(self.unit, add_days(self.first, 7 * count))
        return _made(self.unit, add_months(self.first, _MONTHS[self.unit] * count))

    def part(self, mod: str | None) -> tuple[date, date]:
        """Give the first and last day of its START, MID or END, else of all of it.

        The thirds of a month are its days 1-10, 11-20 and the rest; other units are
        cut in three equal parts.
        """
        days = (self.last - self.first).days + 1
        if mod not in ("START", "MID", "END") or days < 3:
            return self.first, self.last
        third = 10 if self.unit is Unit.MONTH else days // 3
        if self.unit is Unit.YEAR:
            cuts = self.first.replace(month=5), self.first.replace(month=9)
            if mod == "START":
                return self.first, cuts[0] - DAY
            return (cuts[0], cuts[1] - DAY) if mod == "MID" else (cuts[1], self.last)
        if mod == "START":
            return self.first, self.first + timedelta(third - 1)
        if mod == "MID":
            return self.first + timedelta(third), self.last - timedelta(
                days - 2 * third
            )
        return self.first + timedelta(2 * third), self.last


def stretch_of(unit: Unit, day: date) -> Stretch:
    """Give the stretch of a unit that contains the day."""
    if unit is Unit.DAY:
        return Stretch(unit, day)
    if unit is Unit.WEEK:
        return Stretch(unit, day - timedelta(day.weekday()))
    if unit is Unit.WEEKEND:
        return Stretch(unit, day - timedelta(day.weekday()) + timedelta(5))
    if unit is Unit.MONTH:
        return Stretch(unit, day.replace(day=1))
    if unit is Unit.SEASON:
        month = day.month // 3 * 3 or 12
        year = day.year - (day.month < 3)
        return Stretch(unit, date(year, month, 1))
    if unit is Unit.QUARTER:
        return Stretch(unit, date(day.year, (day.month - 1) // 3 * 3 + 1, 1))
    if unit is Unit.HALF:
        return Stretch(unit, date(day.year, 1 if day.month < 7 else 7, 1))
    size = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}[unit]
    return Stretch(unit, date(max(day.year // size * size, 1), 1, 1))


def make_day(year: int, month: int, day: int) -> date | None:
    """Give the date, or None when the calendar has none of it."""
    if not _YEAR_FIRST <= year <= _YEAR_LAST or not 1 <= month <= 12 or day < 1:
        return None
    return date(year, month, day) if day <= days_in_month(year, month) else None


def make_season(year: int, season: str) -> Stretch | None:
    """Give a season of TIMEX3; winter begins in December of its year."""
    return _made(Unit.SEASON, make_day(year, _SEASONS[season], 1))


def days_in_month(year: int, month: int) -> int:
    """Give the number of days of a month."""
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


def add_days(day: date, count: int) -> date | None:
    """Give the day `count` days later, or None outside the calendar."""
    if not 800 <= day.toordinal() + count <= date(_YEAR_LAST, 1, 1).toordinal():
        return None
    return day + timedelta(count)


def add_months(day: date, count: int) -> date | None:
    """Give the same day `count` months later, cut to the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not _YEAR_FIRST <= year <= _YEAR_LAST:
        return None
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def back_from(day: date, unit: Unit, count: int) -> date | None:
    """Give the day `count` units before `day`; forward when the count is negative."""
    if unit in _MONTHS:
        return add_months(day, -count * _MONTHS[unit])
    return add_days(day, -count * (1 if unit is Unit.DAY else 7))


def holiday(rule: str, year: int) -> Stretch | None:
    """Give a feast of a year by its rule.

    Args:
        rule: "12-25" (month, day), "11-4-3" (month, nth, weekday from Monday 0; a
            negative nth counts from the end), "easter-2" (days from Easter Sunday),
            "islamic-10-1" (month and day), "ramadan" (a month, given by its first).
        year: Gregorian year, of the first day.
    """
    if not _YEAR_FIRST + 700 < year < _YEAR_LAST:
        return None
    if rule.startswith("easter"):
        return _made(Unit.DAY, add_days(easter(year), int(rule[6:] or 0)))
    if rule.startswith("islamic"):
        _, month, day = rule.split("-")
        return _made(Unit.DAY, islamic(year, int(month), int(day)))
    first, rest = rule.split("-", 1)
    if "-" not in rest.lstrip("-"):
        return _made(Unit.DAY, make_day(year, int(first), int(rest)))
    nth, weekday = rest.rsplit("-", 1)
    return _made(Unit.DAY, nth_weekday(year, int(first), int(nth), int(weekday)))


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """Give the nth weekday of a month, from its end for a negative nth."""
    if nth > 0:
        first = make_day(year, month, 1)
        if first is None:
            return None
        number = 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1)
        return make_day(year, month, number)
    last = make_day(year, month, days_in_month(year, month))
    if last is None:
        return None
    return add_days(last, -((last.weekday() - weekday) % 7) + 7 * (nth + 1))


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar."""
    golden = year % 19
    century, rest = divmod(year, 100)
    quarter, leap = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - quarter - moon + 15) % 30
    weekday = (32 + 2 * leap + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def islamic(year: int, month: int, day: int) -> date | None:
    """Give the first day of a Gregorian year that is this day of the Islamic one."""
    guess = (year - 622) * 33 // 32
    for hijri in range(max(guess - 1, 1), guess + 3):
        found = add_days(_ISLAMIC_EPOCH, _islamic_days(hijri, month, day))
        if found is not None and found.year == year:
            return found
    return None


def _islamic_days(hijri: int, month: int, day: int) -> int:
    """Days from the epoch to a day of the tabular calendar."""
    cycles, inside = divmod(hijri - 1, 30)
    leaps = sum(1 for y in _LEAP_ISLAMIC if y <= inside)
    months = (month - 1) * 29 + month // 2
    return cycles * 10631 + inside * 354 + leaps + months + day - 1


def _made(unit: Unit, first: date | None) -> Stretch | None:
    return None if first is None else Stretch(unit, first)
