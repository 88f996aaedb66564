"""Clock times without a day: "станом на 8:30", the "01:15" that opens an entry.

The clock of a report is that of its own day, where its sentence names no other.
Refuses four digits without a colon, and a colon whose digits are no time ("2:15" of
a score, verse or ratio) unless a word for times or a line's start is before it.
Method: our own.
"""

from __future__ import annotations

import re

from sayso.reading.text.folded import Folded
from sayso.reading.times.calendar import Unit
from sayso.reading.times.cased.said import Known, Said, Sort
from sayso.vocabulary.languages.case_times import CaseTimes

HOURS, MINUTES = range(24), range(60)
REACH = 10
"""Items before and behind a clock time in which its own day may stand."""
SHORT = 14
"""Characters of a day in figures before a clock time."""
DATED_BEHIND = re.compile(r",?\s?\d{1,2}\.\d\d(?!\d)")
DATED_BEFORE = re.compile(r"\d\.\d\d(?:\.(?:\d\d){1,2})?,?\s$")
"""Days in figures beside a clock time: "07:00 05.04"."""


def read_clock(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Give the day of writing for a clock time that stands alone, else None."""
    if line.words[at + 1] != ":" or known.written is None or not _is_time(line, at):
        return None
    opens = at == 0 or "\n" in line.gap(at)
    before = line.words[at - 1] if at else ""
    if not (opens or before in words.clock_before) or _has_day(line, at, words):
        return None
    value = f"{known.written}T{int(line.words[at]):02}:{line.words[at + 2]}"
    day = known.written
    return Said(at, at + 3, Sort.CLOCK, Unit.DAY, day, day, value)


def _is_time(line: Folded, at: int) -> bool:
    hour, minute = line.words[at], line.words[at + 2]
    if not (hour.isdigit() and minute.isdigit()):
        return False
    if not (line.touches(at + 1) and line.touches(at + 2)) or len(minute) != 2:
        return False
    return len(hour) <= 2 and int(hour) in HOURS and int(minute) in MINUTES


def _has_day(line: Folded, at: int, words: CaseTimes) -> bool:
    """True when the sentence of a clock time names a day beside it."""
    behind, ahead = line.ends[at + 2], line.starts[at]
    if DATED_BEHIND.match(line.text, behind):
        return True
    if DATED_BEFORE.search(line.text[max(0, ahead - SHORT) : ahead]):
        return True
    for step in (-1, 1):
        item = at + (3 if step > 0 else -1)
        for _ in range(REACH):
            if not 0 <= item < line.count or line.words[item] in ".!?;":
                break
            if _names_day(line.words[item], words):
                return True
            item += step
    return False


def _names_day(word: str, words: CaseTimes) -> bool:
    return (
        word in words.months
        or word in words.weekdays
        or word in words.points
        or word in words.nights
        or word in words.eve
        or word.startswith(tuple(words.point_stems))
    )
