"""Time expressions of a text in a language that declines its calendar words.

The night "на 21 сентября" ends on the 21st; "за сутки" is the day before up to the day
of writing; "с 11 по 17 мая" is one stretch; "с начала СВО" counts from the first day
of the theatre's war. A date without a year is the last one before the day of writing.

Source: our own; days by CLAIMS.md and its page on Russian and Ukrainian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.model.period import Period, PeriodKind, Timex, TimexType
from sayso.reading.text.folded import Folded, fold_text
from sayso.reading.times.calendar import (
    PRECISIONS,
    Stretch,
    Unit,
    add_days,
    make_day,
    stretch_of,
)
from sayso.reading.times.cased.dates import no_such_day, read_date, said_of
from sayso.reading.times.cased.relative import openers, read_relative
from sayso.reading.times.cased.said import Known, Said, Sort
from sayso.reading.times.mention import PAST_REF
from sayso.reading.times.told_stretch import find_same_stretch
from sayso.vocabulary.languages.case_numbers import CaseNumbers
from sayso.vocabulary.languages.case_times import CaseTimes

DATELINE = 600
"""Characters in which a full date stands for a publication day not given."""
YEAR_REACH = 400
"""Characters a year said holds for the dates without one behind it."""
DATED = frozenset({Unit.DAY, Unit.MONTH, Unit.SEASON})
"""Units whose year holds for the dates behind it."""
BEGUN = frozenset({Unit.MONTH, Unit.SEASON})
"""Units before whose first day "до" ends: "до весны"."""
NAMED_EVENT = 2
"""Items from "с" to the year of what began: "с переворота 2021 года"."""
BETWEEN = 5
"""Items between the ends of a range: joiner, preposition, a clock time."""
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?P<d2>\d{1,2})[./](?P<m2>\d\d)[./](?P<y2>(?:\d\d){1,2})"
    r"|(?P<d3>[0-3]\d)\.(?P<m3>0[1-9]|1[0-2]))(?![\d/-]|[.,]\d)"
)


@dataclass(slots=True)
class _Story:
    """What the text has said so far; changed from phrase to phrase."""

    written: date | None
    war: date | None
    named: date | None = None
    day: date | None = None
    named_first: date | None = None
    year: int | None = None
    year_at: int = 0


def find_cased_timexes(
    text: str,
    words: CaseTimes,
    numbers: CaseNumbers,
    *,
    published: date | None,
    count_from: date | None = None,
) -> tuple[Timex, ...]:
    """Give the time expressions of a text with their days, in order.

    Args:
        text: Canonical text.
        words: Time words of its language.
        numbers: Its number words, for "пять суток".
        published: Publication day; without one a full date near the top stands for it.
        count_from: First day of the theatre's war.

    Returns:
        None overlapping another; a period is None where the phrase names no days.
    """
    line = fold_text(text)
    written = published or _dateline(line, words)
    story = _Story(written, count_from)
    said = list(_walk(line, words, numbers, story))
    found: list[Timex] = []
    for one in _join(line, said, words):
        timex = _timex(line, one, words, story)
        if one.sort is Sort.TOLD:
            told = find_same_stretch(found, timex.span.start, written)
            timex = replace(timex, period=told and replace(told, phrase=timex.span))
        found.append(timex)
    return tuple(found)


def _dateline(line: Folded, words: CaseTimes) -> date | None:
    """Give the first full date near the top, None without one."""
    known = Known(None, None, None, None, None, None)
    for at in range(line.count):
        if line.starts[at] > DATELINE:
            return None
        said = _numeric(line, at, None) or read_date(line, at, words, known)
        if said is not None and said.unit is Unit.DAY:
            return said.end
    return None


def _walk(
    line: Folded, words: CaseTimes, numbers: CaseNumbers, story: _Story
) -> Iterator[Said]:
    at = 0
    while at < line.count:
        known = _known(line, at, story)
        said = (
            _numeric(line, at, story.written)
            or _told(line, at, words)
            or _halved(line, at, words, numbers, known)
            or _since_start(line, at, words, story)
            or read_date(line, at, words, known)
            or read_relative(line, at, words, numbers, known)
            or _bare(line, at, words)
        )
        if said is None:
            at += 1
            continue
        if not said.bare:
            _remember(line, said, words, story)
        yield said
        at = max(said.after, at + 1)


def _known(line: Folded, at: int, story: _Story) -> Known:
    near = line.starts[at] - story.year_at <= YEAR_REACH
    near = near and "\n" not in line.text[story.year_at : line.starts[at]]
    year = story.year if near else None
    return Known(
        story.written, story.war, story.named, story.day, story.named_first, year
    )


def _told(line: Folded, at: int, words: CaseTimes) -> Said | None:
    """Read "за это время" and "за той самий період": the stretch told before."""
    if line.words[at] not in openers(words.same_stretches):
        return None
    sizes = [
        len(phrase)
        for phrase in words.same_stretches
        if line.words[at] == phrase[0] and line.words[at : at + len(phrase)] == phrase
    ]
    if not sizes:
        return None
    after = at + max(sizes)
    return Said(at, after, Sort.TOLD, Unit.DAY, None, None, PAST_REF)


def _remember(line: Folded, said: Said, words: CaseTimes, story: _Story) -> None:
    if said.start is not None and said.sort is not Sort.WINDOW:
        story.named_first = said.start
    if said.sort in (Sort.DATE, Sort.NIGHT) and said.end is not None:
        is_since = _opener(line, said.first, words) == "since"
        if said.unit is Unit.DAY and not is_since and "/" not in said.value:
            story.day = said.end
        story.named = said.end
        if story.written is not None and said.unit is not Unit.DAY:
            story.named = min(said.end, story.written)
    if said.year_said and said.start is not None and said.unit in DATED:
        same = story.written is not None and said.start.year == story.written.year
        story.year = None if same else said.start.year
        story.year_at = line.ends[said.after - 1]


def _numeric(line: Folded, at: int, written: date | None) -> Said | None:
    """Read "14.03.2025", "2025-03-14" and "30.09"."""
    if not line.is_number(at):
        return None
    match = _NUMERIC.match(line.text, line.starts[at])
    if match is None:
        return None
    after = at + 1
    while after < line.count and line.ends[after - 1] < match.end():
        after += 1
    if line.ends[after - 1] != match.end():
        return None
    year, month, day = (
        match["y"] or match["y2"],
        match["m"] or match["m2"] or match["m3"],
        match["d"] or match["d2"] or match["d3"],
    )
    if year is None:
        counts = line.is_word(after) and line.follows(after)
        if written is None or (counts and not match["d3"].startswith("0")):
            return None
        found = make_day(written.year, int(month), int(day))
        if found is not None and (found - written).days > 1:
            found = make_day(written.year - 1, int(month), int(day))
    else:
        found = make_day(int(year) + 2000 * (len(year) == 2), int(month), int(day))
    if found is None:
        full = year is not None and len(year) == len("2025")
        is_month = 1 <= int(month) <= 12 and int(day) <= 31
        value = f"{year}-{int(month):02}-{int(day):02}"
        return no_such_day(at, after, value) if full and is_month else None
    return said_of(at, after, Stretch(Unit.DAY, found), year=year is not None)


def _halved(
    line: Folded, at: int, words: CaseTimes, numbers: CaseNumbers, known: Known
) -> Said | None:
    """Read "начале мая", "наприкінці березня", "первую половину января"."""
    word, mod, after = line.words[at], "", at + 1
    if word in words.starts:
        mod = "START"
    elif word in words.middles:
        mod = "MID"
    elif word in words.ends:
        mod = "END"
    elif line.words[after] in words.half:
        mod = (
            "H1"
            if word in words.first_half
            else "H2"
            if word in words.second_half
            else ""
        )
        after += 1
    elif line.words[after] in words.decades:
        mod = next((m for m, of in words.decade_parts.items() if word in of), "")
        after += 1
    if not mod:
        return None
    whole = (
        read_date(line, after, words, known)
        or _year_or_month(line, after, words, numbers, known)
        or _running_unit(line, at, after, words, known)
    )
    if whole is None or whole.unit is Unit.DAY or whole.start is None:
        return None
    stretch = Stretch(whole.unit, whole.start)
    before = line.words[at - 1] if at else ""
    if before in words.since and mod == "START":
        first, last = stretch.first, stretch.first
    elif before in words.until and mod == "END":
        first, last = stretch.last, stretch.last
    elif mod in ("H1", "H2"):
        first, last = _half(stretch, mod)
    else:
        first, last = stretch.part(mod)
    return replace(whole, first=at, start=first, end=last)


def _half(stretch: Stretch, mod: str) -> tuple[date, date]:
    """Give the days of a first half, "H1", or of a second: a year's are six months."""
    if stretch.unit is Unit.YEAR:
        second = stretch.first.replace(month=7)
    else:
        days = (stretch.last - stretch.first).days + 1
        second = stretch.first + timedelta(days // 2)
    if mod == "H1":
        return stretch.first, second - timedelta(1)
    return second, stretch.last


def _year_or_month(
    line: Folded, at: int, words: CaseTimes, numbers: CaseNumbers, known: Known
) -> Said | None:
    """Read the year of "начале этого года", the month of "конце прошлого месяца"."""
    after = at + 1
    if words.units.get(line.words[after]) not in ("Y", "M", "Q"):
        return None
    said = read_relative(line, after, words, numbers, known)
    if said is None or said.sort is not Sort.DATE or said.first != at:
        return None
    return said


def _running_unit(
    line: Folded, at: int, after: int, words: CaseTimes, known: Known
) -> Said | None:
    """Read the running year of "концу года", not of "с начала года"."""
    units = {"W": Unit.WEEK, "M": Unit.MONTH, "Q": Unit.QUARTER, "Y": Unit.YEAR}
    unit = units.get(words.units.get(line.words[after], ""))
    is_since = at > 0 and line.words[at - 1] in words.since
    if unit is None or known.written is None or is_since:
        return None
    return said_of(after, after + 1, stretch_of(unit, known.written))


def _since_start(line: Folded, at: int, words: CaseTimes, story: _Story) -> Said | None:
    """Read "начала года", "початку доби", "начала СВО" behind "с" and "від"."""
    if line.words[at] not in words.starts or story.written is None:
        return None
    after = at + 1
    while line.words[after].startswith(words.big) or line.words[after] in words.this:
        after += 1
    code = words.units.get(line.words[after])
    if code in ("D", "W", "M", "Q", "Y"):
        units = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Q": Unit.QUARTER}
        stretch = stretch_of(units.get(code, Unit.YEAR), story.written)
        return _counted_from(at, after + 1, stretch.first, story)
    special = line.phrase(after - 1, 1).startswith(words.big[-1:])
    if line.words[after].startswith(words.wars) or special:
        end = after if special else after + 1
        if story.war is not None:
            return _counted_from(at, end, story.war, story)
        return Said(at, end, Sort.AS_OF, Unit.DAY, None, story.written, PAST_REF)
    if not _counts_from(line, at, words) or line.words[after] in words.months:
        return None
    if line.is_number(after) or not line.is_word(after):
        return None
    return Said(at, after + 1, Sort.AS_OF, Unit.DAY, None, story.written, PAST_REF)


def _counts_from(line: Folded, at: int, words: CaseTimes) -> bool:
    return at > 0 and line.words[at - 1] in words.since


def _counted_from(first: int, after: int, day: date, story: _Story) -> Said:
    return Said(first, after, Sort.SINCE, Unit.DAY, day, story.written, day.isoformat())


def _bare(line: Folded, at: int, words: CaseTimes) -> Said | None:
    """Read the "11" of "с 11 по 17 мая" and of "17–18 вересня"."""
    raw = line.words[at]
    if not raw.isdigit() or len(raw) > 2 or not 1 <= int(raw) <= 31:
        return None
    joined = line.words[at + 1] in words.joiners or line.words[at + 1] in words.of_two
    month = line.is_number(at + 2) and line.words[at + 3] in words.months
    if not joined or not month:
        return None
    return Said(at, at + 1, Sort.DATE, Unit.DAY, None, None, raw, bare=True)


def _join(line: Folded, said: list[Said], words: CaseTimes) -> list[Said]:
    """Give the phrases with the two ends of a range made one."""
    joined: list[Said] = []
    for one in said:
        low = joined[-1] if joined else None
        whole = None if low is None else _range(line, low, one, words)
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(one)
    return [one for one in joined if not one.bare]


def _range(line: Folded, low: Said, high: Said, words: CaseTimes) -> Said | None:
    gap = line.words[low.after : high.first]
    if not gap or len(gap) > BETWEEN or high.end is None or low.sort is Sort.SINCE:
        return None
    if gap[0] not in words.joiners | words.of_two or high.sort is not Sort.DATE:
        return None
    before = line.words[low.first - 1] if low.first else ""
    opened = before in words.since or _opened(line, low.first, words)
    between = before in words.between
    dashed = gap[0] in "-–—" and len(gap) == 1
    ended = gap[0] in words.until and opened
    if not (dashed or ended or between or low.bare):
        return None
    start = low.start
    if start is not None and high.year_said and not low.year_said:
        start = make_day(high.end.year, start.month, start.day)
    if low.bare:
        start = high.end.replace(day=1)
        start = add_days(start, int(low.value) - 1)
    if start is not None and start > high.end:
        start = start.replace(year=start.year - 1) if start.day < 29 else None
    if start is None or start > high.end:
        return None
    first = low.first - (before in words.since or between)
    value = f"{start}/{high.end}"
    return Said(first, high.after, Sort.DATE, Unit.DAY, start, high.end, value)


def _opened(line: Folded, at: int, words: CaseTimes) -> bool:
    """True for "с" before a clock time: "с 22.00 мск 6 сентября до"."""
    for before in range(at - 1, max(-1, at - 5), -1):
        word = line.words[before]
        if word in words.since:
            return True
        if not (line.is_number(before) or word in words.clock_words or word in ":."):
            return False
    return False


def _timex(line: Folded, said: Said, words: CaseTimes, story: _Story) -> Timex:
    span = line.span(said.first, said.after)
    period = _period(line, said, words, story)
    if period is not None:
        period = replace(period, phrase=span)
    kind = TimexType.DURATION if said.sort is Sort.LENGTH else TimexType.DATE
    return Timex(span, kind, said.value, None, period)


def _period(line: Folded, said: Said, words: CaseTimes, story: _Story) -> Period | None:
    """Give the days of a phrase with what its preposition does to them."""
    first, last, written = said.start, said.end, story.written
    if said.sort in (Sort.LENGTH, Sort.TOLD) or (first is None and last is None):
        return None
    if said.sort is Sort.AS_OF:
        return Period.of_days(None, last, PeriodKind.AS_OF)
    if said.sort is Sort.SINCE:
        return Period.of_days(first, last, PeriodKind.SINCE)
    if said.sort is Sort.CLOCK:
        return Period.of_days(first, last, PeriodKind.POINT)
    is_ahead = said.value.startswith("P")
    if first and last and written and first <= written < last and not is_ahead:
        last = written
    precision = PRECISIONS[said.unit]
    opener = _opener(line, said.first, words)
    ranged = "/" in said.value
    if opener == "since" and first and written and first <= written and not ranged:
        day = _war_day(first, said, story)
        return Period.of_days(day, written, PeriodKind.SINCE, precision=precision)
    if opener == "as of":
        return Period.of_days(None, last, PeriodKind.AS_OF, precision=precision)
    if opener == "until" and said.sort is Sort.DATE:
        start = written if written and last and last > written else None
        if start and first and first > start and said.unit in BEGUN:
            at_end = line.words[said.first] in words.ends | words.middles
            last = last if at_end else add_days(first, -1)
        kind = PeriodKind.INTERVAL if start else PeriodKind.AS_OF
        return Period.of_days(start, last, kind, precision=precision)
    kind = PeriodKind.POINT if first == last else PeriodKind.INTERVAL
    return Period.of_days(first, last, kind, precision=precision)


def _war_day(first: date, said: Said, story: _Story) -> date:
    """Give the war's first day for the month or year it lies in."""
    war, end = story.war, said.end
    if war is None or end is None or said.unit is Unit.DAY:
        return first
    return war if first <= war <= end else first


def _opener(line: Folded, at: int, words: CaseTimes) -> str:
    """Say what the words before a date do to it."""
    for size in (3, 2):
        if tuple(line.words[max(0, at - size) : at]) in words.as_of:
            return "as of"
    before = line.words[at - 1] if at else ""
    if before in words.since or _follows_event(line, at, words):
        return "since"
    opens = at == 1 or (at > 1 and line.words[at - 2] in ".!?")
    if before in words.of_two and opens and line.is_number(at):
        return "as of"
    return "until" if before in words.until else ""


def _follows_event(line: Folded, at: int, words: CaseTimes) -> bool:
    """True for the year of "с переворота 2021 года": what began is named before it."""
    if at < NAMED_EVENT or not line.is_word(at - 1) or not line.follows(at):
        return False
    is_year = line.words[at].isdigit() and len(line.words[at]) == len("2021")
    return is_year and line.words[at - NAMED_EVENT] in words.since
