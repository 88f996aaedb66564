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
from sayso.reading.times.cased.coming import is_coming
from sayso.reading.times.cased.said import Known, Said, Sort
from sayso.vocabulary.languages.case_times import CaseTimes

LEAP_YEAR = 2024
"""A year in which no day is missing."""
YEARS = range(1900, 2100)
AHEAD_DAYS = 45
"""Days a date without a year may lie ahead when its clause speaks of the future."""
NEAR_DAYS = 183
"""Days before writing of a date whose month a bare day behind it may be of."""
FRESH_DAYS = 31
"""Days before writing in which a day is of the running year, whatever was told."""
SOON_DAYS = 183
"""Days ahead of a month or season that "до" may mean."""
PAST_DAYS = 62
"""Days after its end in which the last month or season is meant all the same."""
SHORTEST_PAST = 4
"""Letters above which an ending is taken for that of a past form."""
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
        or _quarter(line, at, words, known)
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
    if not _is_year(raw):
        return None
    if not (line.follows(at) or line.touches(at) or at == 0):
        return None
    after = at + 1
    if line.words[after] in DASHES and line.touches(after) and line.touches(after + 1):
        if line.words[after + 1] in words.year_endings:
            after += 2
        elif not _is_year(line.words[after + 1]):
            return None
    elif line.touches(after) and line.words[after] in words.year_endings:
        after += 1
    if line.words[after] in words.years and (
        line.follows(after) or line.touches(after)
    ):
        short = len(line.words[after]) <= 2 and line.words[after + 1] == "."
        after += 2 if short and _ends_short(line, after + 1) else 1
    return int(raw), after


def _is_year(raw: str) -> bool:
    return raw.isdigit() and len(raw) == len("2025") and int(raw) in YEARS


def _ends_short(line: Folded, stop: int) -> bool:
    """True when the full stop of "г." is no end of a sentence."""
    return not line.is_capital(stop + 1)


def _day_number(line: Folded, at: int, words: CaseTimes) -> tuple[int, int] | None:
    """Give a day of the month and the item after it: "17-го", "тридцать первого"."""
    raw = line.words[at]
    if raw.isdigit():
        if len(raw) > 2 or not 1 <= int(raw) <= 31:
            return None
        return int(raw), _day_end(line, at, words)
    tens = words.day_tens.get(raw)
    if tens is not None and line.follows(at + 1):
        unit = words.day_ordinals.get(line.words[at + 1], 0)
        return (tens + unit, at + 2) if 1 <= unit <= 31 - tens else None
    number = words.day_ordinals.get(raw)
    return None if number is None else (number, at + 1)


def _day_month(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    day_number = _day_number(line, at, words)
    if day_number is None:
        return None
    number, after = day_number
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
        day = make_day(year[0], month, number)
        if day is None:
            return no_such_day(at, year[1], f"{year[0]}-{month:02}-{number:02}")
        return _of_day(at, year[1], day, year=True)
    back = _year_behind(line, after, words, known)
    if back is not None:
        return _of_day(at, back[1], make_day(back[0], month, number))
    if make_day(LEAP_YEAR, month, number) is None:
        return no_such_day(at, after, f"XXXX-{month:02}-{number:02}")
    day = _place_day(line, at, (month, number), words, known)
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


def no_such_day(first: int, after: int, value: str) -> Said:
    """Give a date that the calendar does not have, so that it is no month either."""
    return Said(first, after, Sort.DATE, Unit.DAY, None, None, value)


def _place_day(
    line: Folded, at: int, day: tuple[int, int], words: CaseTimes, known: Known
) -> date | None:
    """Give the day of a month in the year that the text is about."""
    month, number = day
    if known.written is None:
        year = known.named_year
        return None if year is None else make_day(year, month, number)
    year = known.written.year
    found = make_day(year, month, number)
    is_fresh = found is not None and 0 <= (known.written - found).days <= FRESH_DAYS
    if known.named_year is not None and not is_fresh:
        return make_day(known.named_year, month, number)
    if found is None:
        return make_day(year - 1, month, number)
    if line.words[at - 1] in words.until and at and not looks_back(line, at, words):
        last = found if found <= known.written else make_day(year - 1, month, number)
        ahead = make_day(year + (found <= known.written), month, number)
        if last and ahead and _is_nearer_ahead(last, ahead, known.written):
            return ahead
    if found <= known.written:
        ahead = make_day(year + 1, month, number)
        near = ahead and (ahead - known.written).days <= AHEAD_DAYS
        return ahead if near and looks_ahead(line, at, words) else found
    if (found - known.written).days <= AHEAD_DAYS and looks_ahead(line, at, words):
        return found
    if (found - known.written).days <= 1:
        return found
    return make_day(year - 1, month, number)


def _is_nearer_ahead(last: date, ahead: date, written: date) -> bool:
    near = (ahead - written).days <= SOON_DAYS
    return near and (written - last).days > PAST_DAYS


def looks_back(line: Folded, at: int, words: CaseTimes) -> bool:
    """True when a word of the clause before a date has the ending of a past form."""
    for before in range(at - 1, max(-1, at - CLAUSE), -1):
        word = line.words[before]
        if word in ".!?;":
            return False
        if len(word) > SHORTEST_PAST and word.endswith(words.past_endings):
            return True
    return False


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
    last = _started(Unit.MONTH, first)
    if first is not None and is_ahead(line, at, words):
        following = make_day(first.year + 1, month, 1)
        last = _next_one(last, _started(Unit.MONTH, following), known)
    return said_if(at, at + 1, last)


def is_ahead(line: Folded, at: int, words: CaseTimes) -> bool:
    """True for a month or season behind "до", its end too: "до конца июня"."""
    before = at - 1 - (at > 0 and line.words[at - 1] in words.ends | words.middles)
    opened = before >= 0 and line.words[before] in words.until
    return opened or looks_ahead(line, at, words)


def _next_one(
    last: Stretch | None, following: Stretch | None, known: Known
) -> Stretch | None:
    """Give what comes once a year as it will be, if that is near and the last far."""
    if last is None or following is None or known.written is None:
        return last
    is_past = (known.written - last.last).days > PAST_DAYS
    is_near = (following.first - known.written).days <= SOON_DAYS
    return following if is_past and is_near else last


def _year_behind(
    line: Folded, at: int, words: CaseTimes, known: Known
) -> tuple[int, int] | None:
    """Read "прошлого года" and "цього року" behind a month, a season or a day."""
    if known.written is None or not line.follows(at):
        return None
    year = known.written.year
    if line.words[at] in words.year_points:
        return year + words.year_points[line.words[at]], at + 1
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
    elif back and is_coming(line, at, words):
        back -= 7
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
        return said_if(at, _after_second_year(line, year[1], words), stretch, year=True)
    if known.written is None:
        return None
    running = known.written.year
    stretch = make_season(running, season)
    if stretch is not None and stretch.first > known.written:
        running -= 1
        stretch = make_season(running, season)
    if is_ahead(line, at, words):
        stretch = _next_one(stretch, make_season(running + 1, season), known)
    return said_if(at, at + 1, stretch)


def _after_second_year(line: Folded, at: int, words: CaseTimes) -> int:
    """Give the item behind "–2025 годов": a winter has the days of two years."""
    if line.words[at] not in DASHES or not line.touches(at):
        return at
    second = read_year(line, at + 1, words)
    return at if second is None else second[1]


def _quarter(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read "первый квартал 2025 года", "третьем квартале"."""
    number = words.quarters.get(line.words[at])
    if number is None or words.units.get(line.words[at + 1]) != "Q":
        return None
    year = read_year(line, at + 2, words) or _year_behind(line, at + 2, words, known)
    if year is None and known.written is None:
        return None
    month = 3 * (number - 1) + 1
    said = year is not None
    if year is None and known.written is not None:
        year = known.written.year - (month > known.written.month), at + 2
    if year is None:
        return None
    first = make_day(year[0], month, 1)
    return said_if(at, year[1], _started(Unit.QUARTER, first), year=said)


def _bare_day(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read "17-го", "8-го числа", "двадцать четвёртого": a day of a month told."""
    found = _day_number(line, at, words)
    if found is None or known.written is None:
        return None
    number, after = found
    spelled = not line.words[at].isdigit()
    dated = line.words[after] in words.date_word
    if not dated and after == at + 1:
        return None
    behind = line.words[after]
    parts = words.day_parts | words.nights | words.places_before
    if not dated and line.is_word(after) and (spelled or behind not in parts):
        return None
    return _of_day(at, after + dated, _in_told_month(number, known))


def _in_told_month(number: int, known: Known) -> date | None:
    """Give the day in the month named last, else the last such day that was."""
    if known.written is None:
        return None
    if known.named is not None and (known.written - known.named).days <= NEAR_DAYS:
        day = make_day(known.named.year, known.named.month, number)
        if day is not None and day <= known.written:
            return day
    day = make_day(known.written.year, known.written.month, number)
    if day is None or day > known.written:
        month = known.written.replace(day=1) - timedelta(1)
        day = make_day(month.year, month.month, number)
    return day
