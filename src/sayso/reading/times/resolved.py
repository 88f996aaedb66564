"""What a phrase of time is seen from, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.reading.times.calendar import Stretch, Unit, stretch_of


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


def day_stretch(day: date | None) -> Stretch | None:
    """Give a day as a stretch of one."""
    return None if day is None else Stretch(Unit.DAY, day)


def stretch_around(unit: Unit, day: date | None) -> Stretch | None:
    """Give the unit of the calendar that holds a day."""
    return None if day is None else stretch_of(unit, day)


def resolved_of(
    stretch: Stretch | None, part: str = "", unknown: str = "XXXX"
) -> Resolved:
    """Give what a stretch comes to.

    Args:
        stretch: Of the calendar, None where nothing says which.
        part: Part of the day, as TIMEX3 has it.
        unknown: Value where there is no stretch.
    """
    if stretch is None:
        return Resolved(unknown + part)
    return Resolved(stretch.value + part, stretch)
