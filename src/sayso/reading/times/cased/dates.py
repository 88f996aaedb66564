"""Calendar dates in declined words: "21 сентября 2025 года", "в пятницу", "торік"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sayso.reading.text.folded import DASHES, Folded
from sayso.reading.times.calendar import (
    Stretch,
    Unit,
    add_days,
    make_day,
    make_season,
)
from sayso.reading.times.cased.said import Known, Said, Sort
from sayso.vocabulary.languages.case_times import CaseTimes

YEARS = range(1900, 2100)
AHEAD_DAYS = 45
"""Days a date without a year may lie ahead when its clause speaks of the future."""
CLAUSE = 12
"""Items before a date that are looked at for such words."""


def read_date(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Give the calendar date that begins at an item, None for none."""
    return (
        _day_month(line, at, words, known)
        or _month(line, at, words, known)
        or _year(line, at, words)
        or _weekday(line, at, words, known)
        or _season(line, at, words, known)
        or _bare_day(line, at, words, known)
    )


def said_if(
    first: int, after: int, stretch: Stretch | None, *, year: bool = False
) -> Said | None:
    """Give what a stretch of the calendar says, None for no stretch."""
    return None if stretch is None else said_of(first, after, stretch, year=year)


def said_of(first: int, after: int, stretch: Stretch, *, year: bool = False) -> Said:
    """Give what a stretch of the calendar says."""
    return Said(
        first,
        after,
        Sort.DATE,
        stretch.unit,
        stretch.first,
        stretch.last,
        stretch.value,
        year_said=year,
    )


def _started(unit: Unit, first: date | None) -> Stretch | None:
    return None if first is None else Stretch(unit, first)


def read_year(line: Folded, at: int, words: CaseTimes) -> tuple[int, int] | None:
    """Give a year and the item after it: "2025 года", "2022-го", "2025", "25 г.".

    Only where something before calls for one; bare digits are a year to a month.
    """
    raw = line.words[at]
    if not (raw.isdigit() and len(raw) == 4 and int(raw) in YEARS):
        return None
    if not (line.follows(at) or line.touches(at) or at == 0):
        return None
    after = at + 1
    if line.words[after] in DASHES and line.touches(after) and line.touches(after + 1):
        if line.words[after + 1] not in words.year_endings:
            return None
        after += 2
    elif line.touches(after) and line.words[after] in words.year_endings:
        after += 1
    if line.words[after] in words.years and (
        line.follows(after) or line.touches(after)
    ):
        short = len(line.words[after]) <= 2 and line.words[after + 1] == "."
        after += 2 if short and _ends_short(line, after + 1) else 1
    return int(raw), after


def _ends_short(line: Folded, stop: int) -> bool:
    """True when the full stop of "г." is no end of a sentence."""
    return not line.is_capital(stop + 1)


def _day_month(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    raw = line.words[at]
    if not raw.isdigit() or not 1 <= int(raw) <= 31 or len(raw) > 2:
        return None
    after = _day_end(line, at, words)
    month = words.months.get(
        line.words[after], words.short_months.get(line.words[after])
    )
    if month is None or not (line.follows(after) or line.touches(after)):
        return None
    after += 1
    short = line.words[after - 1] in words.short_months
    if short and line.words[after] == "." and line.touches(after):
        after += 1
    year = read_year(line, after, words)
    if year is not None:
        day = make_day(year[0], month, int(raw))
        return _of_day(at, year[1], day, year=True)
    day = _place_day(line, at, (month, int(raw)), words, known)
    return _of_day(at, after, day)


def _day_end(line: Folded, at: int, words: CaseTimes) -> int:
    """Give the item after a day's digits and its ending: "17-го"."""
    after = at + 1
    if line.words[after] in DASHES and line.words[after + 1] in words.day_endings:
        return after + 2 if line.touches(after) and line.touches(after + 1) else after
    if line.touches(after) and line.words[after] in words.day_endings:
        return after + 1
    return after


def _of_day(
    first: int, after: int, day: date | None, *, year: bool = False
) -> Said | None:
    return (
        None
        if day is None
        else said_of(first, after, Stretch(Unit.DAY, day), year=year)
    )


def _place_day(
    line: Folded, at: int, day: tuple[int, int], words: CaseTimes, known: Known
) -> date | None:
    """Give the day of a month in the year that the text is about."""
    month, number = day
    if known.named_year is not None:
        return make_day(known.named_year, month, number)
    if known.written is None:
        return None
    year = known.written.year
    found = make_day(year, month, number)
    if found is None:
        return make_day(year - 1, month, number)
    if found <= known.written:
        ahead = make_day(year + 1, month, number)
        near = ahead and (ahead - known.written).days <= AHEAD_DAYS
        return ahead if near and looks_ahead(line, at, words) else found
    if (found - known.written).days <= AHEAD_DAYS and looks_ahead(line, at, words):
        return found
    if (found - known.written).days <= 1:
        return found
    return make_day(year - 1, month, number)


def looks_ahead(line: Folded, at: int, words: CaseTimes) -> bool:
    """True when the clause before a date speaks of what is to come."""
    for before in range(at - 1, max(-1, at - CLAUSE), -1):
        word = line.words[before]
        if word in ".!?;":
            return False
        if word in words.ahead or (word in words.until and before == at - 1):
            return True
    return False


def _month(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    short = words.short_months.get(line.words[at])
    month = words.months.get(line.words[at], short)
    if month is None:
        return None
    year = read_year(line, at + 1, words)
    if year is not None:
        first = make_day(year[0], month, 1)
        return said_if(at, year[1], _started(Unit.MONTH, first), year=True)
    if line.words[at] not in words.months:
        return None
    back = _year_behind(line, at + 1, words, known)
    if back is not None:
        first = make_day(back[0], month, 1)
        return said_if(at, back[1], _started(Unit.MONTH, first))
    first = _last_month(month, known)
    return said_if(at, at + 1, _started(Unit.MONTH, first))


def _year_behind(
    line: Folded, at: int, words: CaseTimes, known: Known
) -> tuple[int, int] | None:
    """Read "прошлого года" and "цього року" behind a month, a season or a day."""
    if known.written is None or not line.follows(at):
        return None
    year = known.written.year
    if line.words[at + 1] not in words.years:
        return None
    if line.words[at].startswith(words.previous):
        return year - 1, at + 2
    return (year, at + 2) if line.words[at] in words.this else None


def _last_month(month: int, known: Known) -> date | None:
    if known.named_year is not None:
        return make_day(known.named_year, month, 1)
    if known.written is None:
        return None
    year = known.written.year - (month > known.written.month)
    return make_day(year, month, 1)


def _year(line: Folded, at: int, words: CaseTimes) -> Said | None:
    year = read_year(line, at, words)
    if year is None:
        return None
    named = year[1] > at + 1
    before = line.words[at - 1] if at else ""
    if not named and before not in words.places_before:
        return None
    counted = not named and line.is_word(year[1]) and line.follows(year[1])
    if counted and line.words[year[1]] not in words.places_before:
        return None
    first = make_day(year[0], 1, 1)
    return said_if(at, year[1], _started(Unit.YEAR, first), year=True)


def _weekday(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    word = line.words[at]
    weekday = words.weekdays.get(word)
    if weekday is None:
        stem = next((s for s in words.weekday_stems if word.startswith(s)), None)
        weekday = None if stem is None else words.weekday_stems[stem]
    if weekday is None or known.written is None or len(word) < 3:
        return None
    dated = (
        _day_month(line, at + 2, words, known) if line.words[at + 1] == "," else None
    )
    if dated is not None:
        return replace(dated, first=at)
    back = (known.written.weekday() - weekday) % 7
    before = line.words[at - 1] if at else ""
    if before.startswith(words.next):
        back -= 7
    elif before.startswith(words.previous):
        back = known.written.weekday() + 7 - weekday
    day = add_days(known.written, -back)
    first = at - 1 if before.startswith((*words.next, *words.previous)) else at
    return _of_day(first, at + 1, day)


def _season(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    season = words.seasons.get(line.words[at])
    if season is None:
        return None
    year = read_year(line, at + 1, words) or _year_behind(line, at + 1, words, known)
    if year is not None:
        stretch = make_season(year[0], season)
        return said_if(at, year[1], stretch, year=True)
    if known.written is None:
        return None
    stretch = make_season(known.written.year, season)
    if stretch is not None and stretch.first > known.written:
        stretch = make_season(known.written.year - 1, season)
    return said_if(at, at + 1, stretch)


def _bare_day(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read "17-го", "8-го числа": a day of the month that was going on."""
    raw = line.words[at]
    number = words.day_ordinals.get(raw)
    after = at + 1
    if raw.isdigit() and len(raw) <= 2:
        after = _day_end(line, at, words)
        number = int(raw) if after > at + 1 else None
    dated = line.words[after] in words.date_word
    if number is None or known.written is None or (raw.isalpha() and not dated):
        return None
    if (
        not dated
        and line.is_word(after)
        and line.words[after] not in words.day_parts | words.nights
    ):
        return None
    day = make_day(known.written.year, known.written.month, number)
    if day is None or day > known.written:
        month = known.written.replace(day=1) - timedelta(1)
        day = make_day(month.year, month.month, number)
    return _of_day(at, after + dated, day)
