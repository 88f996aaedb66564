"""Days as files write them: in figures, in words, in the head of a mail.

What may be read two ways ("07/05/2024") is a day only where the caller knows in which
order day and month stand; else it is left open. Years that no report was published in
are no years. Not for days inside a text: that is the reader's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from enum import StrEnum

from sayso.intake.month_names import MONTHS

EARLIEST, LATEST = 1800, 2100
"""Years that are believed: newspapers of war reports begin with the telegraph, and what
lies beyond the second is a slip of the key. Our own bounds."""
_PIVOT = 70
"""Years of two digits from here on are of the last century (POSIX says 69)."""
_LONGEST = 80
"""Characters of the longest day with words around it that is looked at."""
_NAME = r"([^\W\d_]{3,12})"
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_BARE = re.compile(r"(\d{4})(\d{2})(\d{2})(?=T|\b)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.|er)?(?:\s+(?:of|de)\s+|[-\s.]\s?)"
    rf"{_NAME}\.?,?[-\s.](?:de\s+)?(\d{{4}}|\d{{2}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_NAME}\.?[-\s]\s?(\d{{1,2}})(?:st|nd|rd|th)?,?\s?(?<!\d)(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_YEAR_LAST = re.compile(
    rf"{_NAME} (\d{{1,2}}) \d{{1,2}}:\d{{2}}(?::\d{{2}})?"
    r" (?:[+-]\d{4}|[A-Z]{3,4}) (\d{4})$"
)
_YEAR_FIRST = re.compile(rf"(?<!\d)(\d{{4}})[-\s]{_NAME}[-\s](\d{{1,2}})(?!\d)")
_IN_WORDS = (
    (_DAY_FIRST, 3, 2, 1),
    (_MONTH_FIRST, 3, 1, 2),
    (_YEAR_LAST, 3, 1, 2),
    (_YEAR_FIRST, 1, 2, 3),
)
"""Forms with the month in letters: pattern, and its groups of year, month and day."""
_CLOCK = re.compile(r"[T\s](\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?")
_ZONE = re.compile(r"(Z|UTC|GMT|[+-]\d{2}:?\d{2})(?=\s|$)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_MIDNIGHT = (0, 0, 0)


class DayOrder(StrEnum):
    """In which order a table writes day and month."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day as a file states it."""

    words: str
    day: date
    moment: datetime | None = None
    """With its clock, where one stands behind it; aware where a zone does."""

    @property
    def is_utc(self) -> bool:
        """True for an instant in UTC, which may be of the day before or after."""
        return self.moment is not None and self.moment.utcoffset() == timedelta(0)


def find_day(value: str, order: DayOrder | None = None) -> StatedDay | None:
    """Give the day that a file's words name; None for none, or one of two readings.

    Args:
        value: Such as "2030-05-14T22:10Z", "14 May 2030", "May 14, 2030 | 4:39 pm",
            "Tue, 14 May 2030 23:30:00 +0300", "14-May-30", "20300514".
        order: What a table's other days say of "05/04/2030".
    """
    words = " ".join(value.split())[:_LONGEST]
    if _EPOCH.fullmatch(words):
        seconds = int(words[:10])
        moment = datetime.fromtimestamp(seconds, UTC)
        return StatedDay(words, moment.date(), moment)
    found = _numbers(words, order)
    if found is None:
        return None
    (year, month, number), end = found
    day = _day(year, month, number)
    if day is None:
        return None
    return StatedDay(words, day, _moment(day, words, end))


def is_open(value: str) -> bool:
    """True when the words are a day of the calendar in both orders."""
    words = " ".join(value.split())[:_LONGEST]
    found = _FIGURES.search(words)
    if found is None or found[2] == "." or found[1] == found[3]:
        return False
    return int(found[1]) <= 12 and int(found[3]) <= 12


def left_open(value: str) -> str:
    """Give the sentence on a day that is not taken: two readings, or none."""
    words = " ".join(value.split())[:_LONGEST]
    if is_open(words):
        return f'the day "{words}" has two readings and is left open'
    return f'the day "{words}" is no day of the calendar that is read'


def find_order(values: Iterable[str]) -> DayOrder | None:
    """Give the order that days of one table show, None where none or both do."""
    shown = set[DayOrder]()
    for value in values:
        found = _FIGURES.search(value)
        if found is None or found[2] == ".":
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            shown.add(DayOrder.DAY_FIRST)
        elif second > 12 >= first:
            shown.add(DayOrder.MONTH_FIRST)
    return shown.pop() if len(shown) == 1 else None


def _numbers(
    words: str, order: DayOrder | None
) -> tuple[tuple[int, int, int], int] | None:
    """Give year, month, day as written and where they end."""
    if found := _ISO.search(words):
        return (int(found[1]), int(found[3]), int(found[4])), found.end()
    if (found := _BARE.match(words)) and _day(*map(int, found.groups())):
        return (int(found[1]), int(found[2]), int(found[3])), found.end()
    for pattern, year, month, day in _IN_WORDS:
        found = pattern.search(words)
        number = MONTHS.get(found[month].lower()) if found else None
        if found and number:
            end = found.end(day) if pattern is _YEAR_LAST else found.end()
            return (_year(found[year]), number, int(found[day])), end
    if found := _FIGURES.search(words):
        pair = _in_order(int(found[1]), int(found[3]), found[2], order)
        if pair:
            return (_year(found[4]), *pair), found.end()
    return None


def _in_order(
    first: int, second: int, mark: str, order: DayOrder | None
) -> tuple[int, int] | None:
    """Give (month, day) of two figures, None where both readings are days.

    Points are written where the day comes first, in every country that writes them.
    """
    if mark == "." or first > 12 or order is DayOrder.DAY_FIRST:
        return second, first
    if second > 12 or first == second or order is DayOrder.MONTH_FIRST:
        return first, second
    return None


def _year(digits: str) -> int:
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (1900 if number >= _PIVOT else 2000)


def _day(year: int, month: int, number: int) -> date | None:
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _moment(day: date, words: str, end: int) -> datetime | None:
    """Give the instant where a clock stands behind the day."""
    clock = _CLOCK.match(words, end)
    if clock is None:
        return None
    hour, minute, second = (int(part or 0) for part in clock.groups())
    rest = words[clock.end() :].strip()
    if hour < 12 and rest.lower().startswith("pm"):
        hour += 12
    try:
        naive = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - the zone is told below where it stands
    except ValueError:
        return None
    zone = _ZONE.match(rest.upper())
    if zone is None:
        return _by_mail(words) or naive
    shift = zone[1].replace(":", "")
    if shift in ("Z", "UTC", "GMT"):
        return naive.replace(tzinfo=UTC)
    minutes = int(shift[1:3]) * 60 + int(shift[3:5])
    if minutes >= 24 * 60:
        return naive
    sign = -1 if shift[0] == "-" else 1
    return naive.replace(tzinfo=timezone(sign * timedelta(minutes=minutes)))


def _by_mail(words: str) -> datetime | None:
    """Give the instant of a mail's form with a named zone ("EST")."""
    try:
        found = parsedate_to_datetime(words)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return found if found.tzinfo is not None else None
