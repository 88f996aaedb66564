"""What a time phrase says, with the days it names as seen from what is known so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.reading.times.calendar import Unit


class Sort(StrEnum):
    """How the days of a phrase are meant."""

    DATE = "date"
    """A stretch of the calendar."""
    NIGHT = "night"
    """The night that ends on the last of two days."""
    WINDOW = "window"
    """Counted back from the day of writing or the day named last."""
    AS_OF = "as of"
    """The last day of a total."""
    SINCE = "since"
    """Up to the day of writing."""
    TOLD = "told"
    """The stretch that the text told before."""
    CLOCK = "clock"
    """A time of the day of writing, whatever stands before it."""
    LENGTH = "length"
    """A duration that lies nowhere."""


UNITS = {
    "D": Unit.DAY,
    "W": Unit.WEEK,
    "M": Unit.MONTH,
    "Q": Unit.QUARTER,
    "Y": Unit.YEAR,
}
"""Code of a unit in a language's words -> unit."""


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase in [first, after) of the folded words."""

    first: int
    after: int
    sort: Sort
    unit: Unit
    start: date | None
    """First day, None when open or unknown."""
    end: date | None
    """Last day, included."""
    value: str
    """TIMEX3 value."""
    bare: bool = False
    """True for a day of the month without its month: "11" of "с 11 по 17 мая"."""
    year_said: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What a phrase is seen from."""

    written: date | None
    war: date | None
    named: date | None
    """Last day of the date named last."""
    day: date | None
    """Single day told last, that of a "since" left out."""
    named_first: date | None
    """First day of what was named last."""
    named_year: int | None
    """Year said in so many digits a little before, when it is not the year of
    writing."""
