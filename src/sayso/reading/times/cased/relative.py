"""Days seen from the day of writing: "вчера", "за сутки", "в ночь на среду"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from sayso.reading.text.folded import DASHES, Folded
from sayso.reading.times.calendar import (
    Stretch,
    Unit,
    add_days,
    back_from,
    make_day,
    make_season,
    stretch_of,
)
from sayso.reading.times.cased.clock import read_clock
from sayso.reading.times.cased.dates import read_date, read_year, said_if, said_of
from sayso.reading.times.cased.headed import is_heading
from sayso.reading.times.cased.pointing import read_pointing
from sayso.reading.times.cased.said import UNITS, Known, Said, Sort
from sayso.reading.times.cased.war_lengths import read_war_length
from sayso.reading.times.mention import PAST_REF
from sayso.vocabulary.languages.case_numbers import CaseNumbers
from sayso.vocabulary.languages.case_times import CaseTimes


def read_relative(
    line: Folded, at: int, words: CaseTimes, numbers: CaseNumbers, known: Known
) -> Said | None:
    """Give the relative time that begins at an item, None for none."""
    return (
        _now(line, at, words, known)
        or read_pointing(line, at, words, known)
        or read_clock(line, at, words, known)
        or _since_then(line, at, words, known)
        or _weekend(line, at, words, known)
        or _night(line, at, words, known)
        or _point(line, at, words, known)
        or _part(line, at, words, known)
        or _counted(line, at, words, numbers, known)
        or _unit(line, at, words, known)
    )


def _matches(line: Folded, at: int, phrase: tuple[str, ...]) -> bool:
    if line.words[at] != phrase[0]:
        return False
    return tuple(line.words[at : at + len(phrase)]) == phrase


@lru_cache(maxsize=8)
def openers(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    """Give the first words of some phrases."""
    return frozenset(phrase[0] for phrase in phrases)


def _now(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    if line.words[at] not in openers(words.now):
        return None
    sizes = [len(phrase) for phrase in words.now if _matches(line, at, phrase)]
    if not sizes:
        return None
    after = at + max(sizes)
    return Said(at, after, Sort.AS_OF, Unit.DAY, None, known.written, "PRESENT_REF")


def _since_then(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read "с тех пор" and "відтоді": from what was named last up to now."""
    for phrase in words.since_then:
        if _matches(line, at, phrase) and known.named_first is not None:
            after = at + len(phrase)
            day = known.named_first
            return Said(at, after, Sort.SINCE, Unit.DAY, day, known.written, str(day))
    return None


def _weekend(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    if line.words[at] not in words.weekends or known.written is None:
        return None
    stretch = stretch_of(Unit.WEEKEND, known.written)
    if stretch.first > known.written:
        stretch = stretch.shift(-1) or stretch
    return said_of(at, at + 1, stretch)


def _night(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read a night: the one that ends on a day behind it, else the last one."""
    word = line.words[at]
    if word not in words.nights:
        if not word.startswith(words.night_stems) or len(word) < 4:
            return None
        return _night_of(at, at + 1, known.written)
    after = at + 1
    if line.words[after] in words.into:
        day = read_date(line, after + 1, words, known)
        if day is not None and day.unit is Unit.DAY:
            return _night_of(at, day.after, day.end)
        day = _point(line, after + 1, words, known)
        if day is not None:
            return _night_of(at, day.after, day.end)
    double = _two_days(line, after, words, known)
    if double is not None:
        return _night_of(at, double.after, double.end)
    day = read_date(line, after, words, known)
    if day is not None and day.unit is Unit.DAY:
        return _night_of(at, day.after, day.end)
    if _is_same(line, at, words):
        return _night_of(at, after, known.day)
    return _night_of(at, after, known.written)


def _two_days(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read "с 18 на 19 апреля" and "с субботы на воскресенье" behind a night."""
    if line.words[at] not in words.since:
        return None
    for joiner in range(at + 2, at + 5):
        if line.words[joiner] in words.of_two:
            day = read_date(line, joiner + 1, words, known)
            return day if day is not None and day.unit is Unit.DAY else None
    return None


def _night_of(first: int, after: int, day: date | None) -> Said | None:
    if day is None:
        return None
    return Said(first, after, Sort.NIGHT, Unit.DAY, add_days(day, -1), day, f"{day}TNI")


def _is_same(line: Folded, at: int, words: CaseTimes) -> bool:
    return at > 1 and (line.words[at - 2], line.words[at - 1]) in words.same


def _point(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    word = line.words[at]
    if known.written is None:
        return None
    if word in words.year_points:
        year = stretch_of(Unit.YEAR, known.written).shift(words.year_points[word])
        return None if year is None else _month_of_year(line, at, year, words)
    if word in words.eve:
        day = known.day if known.day not in (None, known.written) else known.written
        return _shifted(at, at + 1, day, -1)
    count = words.points.get(word)
    after = at + 1
    if count is None:
        stem = next((s for s in words.point_stems if word.startswith(s)), None)
        if stem is None:
            return None
        count = words.point_stems[stem]
        after += words.units.get(line.words[after]) == "D"
    if (
        count == 0
        and line.words[after] == ","
        and _is_day(line, after + 1, words, known)
    ):
        return None
    return _shifted(at, after, known.written, count)


def _is_day(line: Folded, at: int, words: CaseTimes, known: Known) -> bool:
    day = read_date(line, at, words, known)
    return day is not None and day.unit is Unit.DAY


def _month_of_year(
    line: Folded, at: int, year: Stretch, words: CaseTimes
) -> Said | None:
    """Read "торік у березні": the month of that year."""
    season_at = at + 1 + (line.words[at + 1] not in words.seasons)
    season = words.seasons.get(line.words[season_at])
    if season is not None and line.follows(season_at):
        return said_if(at, season_at + 1, make_season(year.first.year, season))
    month = words.months.get(line.words[at + 2])
    if month is None:
        return said_of(at, at + 1, year)
    first = year.first.replace(month=month)
    return said_of(at, at + 3, stretch_of(Unit.MONTH, first))


def _shifted(first: int, after: int, day: date | None, count: int) -> Said | None:
    found = None if day is None else add_days(day, count)
    return None if found is None else said_of(first, after, Stretch(Unit.DAY, found))


def _part(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read "утром", "вечером субботы", "ранок 17 червня"."""
    if line.words[at] not in words.day_parts or known.written is None:
        return None
    if line.words[at + 1] in words.earlier:
        return None
    if line.words[at] in words.units and line.words[at] not in (
        "днем",
        "вдень",
        "удень",
    ):
        return None
    day = read_date(line, at + 1, words, known)
    if day is not None and day.unit is Unit.DAY:
        return replace(day, first=at)
    after = at + 2 if line.words[at + 1] in ("в", "у") else 0
    day = read_date(line, after, words, known) if after else None
    if day is not None and day.unit is Unit.DAY:
        return replace(day, first=at)
    if _is_same(line, at, words) or _follows_day(line, at, words, known):
        return _shifted(at, at + 1, known.day, 0)
    return _shifted(at, at + 1, known.written, 0)


def _follows_day(line: Folded, at: int, words: CaseTimes, known: Known) -> bool:
    """True for the dawn of "во вторник на рассвете", which is that Tuesday's."""
    before = at - 1 - (at > 0 and line.words[at - 1] in words.places_before)
    return (
        known.day is not None and before >= 0 and line.words[before] in words.weekdays
    )


def _counted(
    line: Folded, at: int, words: CaseTimes, numbers: CaseNumbers, known: Known
) -> Said | None:
    """Read a number of units: "последние пять дней", "неделю назад", "за 2 тижні"."""
    first = index = at
    stems = (*words.last, *words.previous)
    is_last = line.words[index].startswith(stems)
    is_first = line.words[index].startswith(words.firsts)
    if is_last or is_first:
        index += 1
    count, index = _number(line, index, numbers)
    if count is None and is_first:
        count = 1
    if count is None or line.words[index] not in words.units:
        return None
    code = words.units[line.words[index]]
    after = index + 1
    if code == "H":
        return None
    unit = UNITS[code]
    if line.words[after] in words.ago:
        day = known.written and back_from(known.written, unit, count)
        return _shifted(first, after + 1, day, 0)
    if line.words[after] in words.earlier:
        return _before_told(first, after + 1, (unit, count), known)
    if at and line.words[at - 1] in words.later_by:
        base = _base(unit, known)
        day = base and back_from(base, unit, -count)
        return _shifted(first - 1, after, day, 0)
    whole = Said(first, after, Sort.LENGTH, unit, None, None, f"P{count}{code}")
    if _is_same(line, first, words):
        return replace(whole, first=first - 2, sort=Sort.TOLD, value=PAST_REF)
    of_war = read_war_length(line, whole, words, known, is_first=is_first)
    if of_war is not None and (is_first or _opens_window(line, at, words)):
        return of_war
    of_year = unit is Unit.MONTH and read_year(line, after, words) is not None
    if is_first or (of_year and _opens_window(line, at, words)):
        return _first_of_year(line, whole, after, words, known)
    if is_last or _opens_window(line, at, words):
        return _window(first, after, (unit, count), known)
    return whole


def _base(unit: Unit, known: Known) -> date | None:
    """Give the day from which "earlier" and "later" count: days from one told."""
    told = known.day if unit is Unit.DAY else known.named
    return told or known.written


def _before_told(
    first: int, after: int, size: tuple[Unit, int], known: Known
) -> Said | None:
    """Give what lies so many units before what was told, as exact as that was.

    A month before "in September" is August; a month before 7 September is 7 August.
    """
    unit, count = size
    if unit is not Unit.DAY and known.named_first is not None:
        told = stretch_of(unit, known.named_first)
        ends = (told.last, known.written)
        if told.first == known.named_first and known.named in ends:
            return said_if(first, after, told.shift(-count))
    base = _base(unit, known)
    return _shifted(first, after, base and back_from(base, unit, count), 0)


def _first_of_year(
    line: Folded, whole: Said, after: int, words: CaseTimes, known: Known
) -> Said:
    """Read "первые пять месяцев года" and "перші три місяці 2023 року".

    Args:
        line: The folded words.
        whole: The length, up to its unit.
        after: Item behind it.
        words: Time words.
        known: Day of writing, for the running year.
    """
    year = read_year(line, after, words)
    if year is None and words.units.get(line.words[after]) == "Y" and known.written:
        year = known.written.year, after + 1
    start = None if year is None else make_day(year[0], 1, 1)
    count = int(whole.value[1:-1])
    end = None if start is None else back_from(start, whole.unit, -count)
    if year is None or start is None or end is None:
        return whole
    last = add_days(end, -1)
    return replace(whole, after=year[1], sort=Sort.DATE, start=start, end=last)


def _number(line: Folded, at: int, numbers: CaseNumbers) -> tuple[int | None, int]:
    """Give a small whole number and the item after it."""
    word = line.words[at]
    if word.isdigit() and len(word) <= 3:
        after = at + 1
        if (
            line.words[after] in DASHES
            and line.words[after + 1] in numbers.numeral_endings
        ):
            after += 2
        return int(word), after
    total, after = 0, at
    while line.words[after] in numbers.cardinals and after < at + 3:
        total += int(numbers.cardinals[line.words[after]])
        after += 1
    return (total, after) if total else (None, at)


def _opens_window(line: Folded, at: int, words: CaseTimes) -> bool:
    index = at
    while index and (
        line.words[index - 1] in words.fillers
        or line.words[index - 1].startswith((*words.last, *words.previous))
    ):
        index -= 1
    return any(
        tuple(line.words[max(0, index - len(phrase)) : index]) == phrase
        for phrase in words.during
    )


def _window(
    first: int, after: int, size: tuple[Unit, int], known: Known
) -> Said | None:
    unit, count = size
    if known.written is None:
        return Said(first, after, Sort.LENGTH, unit, None, None, f"P{count}{unit}")
    start = back_from(known.written, unit, count)
    return Said(
        first, after, Sort.WINDOW, unit, start, known.written, f"P{count}{unit}"
    )


def _unit(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read one unit with what is said of it: "прошлой неделе", "за сутки"."""
    code = words.units.get(line.words[at])
    if code is None or code == "H" or known.written is None:
        return None
    unit, after = UNITS[code], at + 1
    before = line.words[at - 1] if at else ""
    if _is_same(line, at, words):
        if unit is Unit.DAY:
            return _shifted(at - 2, after, known.day, 0)
        day = known.named or known.written
        return said_of(at - 2, after, stretch_of(unit, day))
    if line.words[after] in words.ago:
        return _shifted(at, after + 1, back_from(known.written, unit, 1), 0)
    if line.words[after] in words.earlier:
        return _before_told(at, after + 1, (unit, 1), known)
    said = _beside_unit(at, before, unit, words, known)
    if said is not None:
        return said
    if _opens_window(line, at, words) or is_heading(line, at, words):
        return _window(at, after, (unit, 1), known)
    return None


def _beside_unit(
    at: int, before: str, unit: Unit, words: CaseTimes, known: Known
) -> Said | None:
    """Read "этой неделе", "прошлом месяце", "минувшие сутки", "следующий день"."""
    after = at + 1
    if known.written is None:
        return None
    if before in words.this:
        return _running(at - 1, after, unit, known.written)
    if before.startswith(words.following) and unit is Unit.DAY and known.named:
        return _shifted(at - 1, after, known.day, 1)
    if before.startswith(words.next):
        if before.startswith(words.nearest):
            return _ahead(at - 1, after, unit, known)
        return said_if(at - 1, after, stretch_of(unit, known.written).shift(1))
    if before.startswith(words.last):
        return _window(at - 1, after, (unit, 1), known)
    if before.startswith(words.previous):
        return _previous(at, unit, known)
    if before.startswith(words.before_last):
        return said_if(at - 1, after, stretch_of(unit, known.written).shift(-2))
    return None


def _ahead(first: int, after: int, unit: Unit, known: Known) -> Said | None:
    """Read "найближчого місяця": as long as that from the day of writing on."""
    end = known.written and back_from(known.written, unit, -1)
    if end is None:
        return None
    return Said(first, after, Sort.DATE, unit, known.written, end, f"P1{unit}")


def _previous(at: int, unit: Unit, known: Known) -> Said | None:
    """Read "прошлой неделе" (the calendar's) and "минулу добу" (up to now)."""
    if known.written is None:
        return None
    if unit is Unit.DAY:
        return _window(at - 1, at + 1, (unit, 1), known)
    stretch = stretch_of(unit, known.written).shift(-1)
    return said_if(at - 1, at + 1, stretch)


def _running(first: int, after: int, unit: Unit, written: date) -> Said:
    stretch = stretch_of(unit, written)
    return replace(said_of(first, after, stretch), end=min(stretch.last, written))
