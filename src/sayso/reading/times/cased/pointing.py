"""Days pointed back at: "того дня", "тієї ночі", "через день", "за день до того".

They are of what the text told last, and of nothing where it told none. Refuses a
pointer that its own clause explains ("в тот день, когда"). Method: our own.
"""

from __future__ import annotations

from datetime import date

from sayso.reading.text.folded import Folded
from sayso.reading.times.calendar import Stretch, Unit, add_days, back_from, stretch_of
from sayso.reading.times.cased.coming import is_coming
from sayso.reading.times.cased.dates import said_of
from sayso.reading.times.cased.said import UNITS, Known, Said, Sort
from sayso.vocabulary.languages.case_times import CaseTimes


def read_pointing(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Give the time that a pointing word and its unit name, None for none."""
    word = line.words[at]
    if word in words.that:
        return _that(line, at, words, known)
    if word in words.later_by:
        return _later(line, at, words, known)
    return _before_that(line, at, words, known) if word in words.units else None


def _that(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read "того дня", "той ночью", "в том месяце"."""
    if not line.follows(at + 1):
        return None
    named, after = line.words[at + 1], at + 2
    if line.words[after] in (",", "-"):
        return None
    if named in words.nights:
        first = known.day and add_days(known.day, -1)
        if known.day is None or first is None:
            return None
        value = f"{known.day}TNI"
        return Said(at, after, Sort.NIGHT, Unit.DAY, first, known.day, value)
    unit = UNITS.get(words.units.get(named, ""))
    if named in words.day_parts:
        unit = Unit.DAY
    if unit is None:
        return None
    told = known.day if unit is Unit.DAY else known.named
    return None if told is None else said_of(at, after, stretch_of(unit, told))


def _later(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read "через день" and "спустя неделю": one unit after what was told.

    Where nothing was, after the day of writing if its clause tells of what comes.
    """
    if not line.follows(at + 1):
        return None
    unit = UNITS.get(words.units.get(line.words[at + 1], ""))
    told = known.day if unit is Unit.DAY else known.named
    if told is None and is_coming(line, at + 1, words):
        told = known.written
    if unit is None or told is None or line.words[at + 2] in words.ago | words.earlier:
        return None
    return _on(at, at + 2, back_from(told, unit, -1))


def _before_that(line: Folded, at: int, words: CaseTimes, known: Known) -> Said | None:
    """Read "день до того", "за тиждень до цього": one unit before what was told."""
    unit = UNITS.get(words.units.get(line.words[at], ""))
    if unit is None or tuple(line.words[at + 1 : at + 3]) not in words.before_that:
        return None
    told = (known.day if unit is Unit.DAY else known.named) or known.written
    return None if told is None else _on(at, at + 3, back_from(told, unit, 1))


def _on(first: int, after: int, day: date | None) -> Said | None:
    return None if day is None else said_of(first, after, Stretch(Unit.DAY, day))
