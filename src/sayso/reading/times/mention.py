"""What a time phrase says before anybody knows the day it was written on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.reading.times.calendar import Unit

RUNNING = "RUNNING"
"""Name of "the month": the one that the text told of last, else that of writing."""

SO_FAR, YET = "SO_FAR", "YET"
"""Names of "earlier this month" and "later this month": up to and from today."""


PAST_REF, FUTURE_REF = "PAST_REF", "FUTURE_REF"
"""TIMEX3's values for some time before or after now that nothing dates."""


class Kind(StrEnum):
    """What sort of thing a phrase says."""

    NAMED = "named"
    """Calendar names and numbers: "12 March", "Monday", "last spring", "2014"."""
    SHIFTED = "shifted"
    """A number of units from some day: "last week", "two years ago", "yesterday"."""
    DURATION = "duration"
    REPEATED = "repeated"
    REFERENCE = "reference"
    """Now, once, some day: no day of the calendar."""
    CLOCK = "clock"
    """A time or part of a day that another phrase or the report names."""
    TOLD = "told"
    """The stretch or, behind "since", the day that the text told before."""
    START_OF_WAR = "start_of_war"
    """Counted from a theatre's first day: "day 12 of the war" has count 11."""


class Anchor(StrEnum):
    """The day a shifted phrase is counted from."""

    WRITTEN = "written"
    """The day of writing."""
    NAMED = "named"
    """What the text named last."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One time phrase as tokens [first, after) and what its words say.

    Fields that the phrase says nothing of are None or empty.
    """

    kind: Kind
    first: int
    after: int
    unit: Unit | None = None
    """Calendar unit of the result."""
    count: float | None = None
    """Units to shift, or of a duration; None is an unknown number."""
    anchor: Anchor = Anchor.WRITTEN
    direction: int | None = None
    """-1 for "last Monday", 0 for "this Monday", 1 for "next Monday"; for a duration
    the side of the day of writing it lies on."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    """Which weekday of the month, -1 for its last."""
    name: str = ""
    """Season of TIMEX3, rule of a feast, FIRST or LAST for a duration's place in its
    year, RUNNING for "the month", SO_FAR or YET for "earlier" and "later this week"."""
    index: int | None = None
    """Number of a quarter or half year."""
    part: str = ""
    """Part of the day or clock time in TIMEX3: "TMO", "T10:30"."""
    clock_unit: str = ""
    """H, M or S for durations shorter than a day."""
    mod: str | None = None
    value: str = ""
    """TIMEX3 value where the words alone give it."""
    opener: str = ""
    """Preposition before it that changes its period: "since", "until", "by", "as
    of"."""
    is_open: bool = False
    """True for a date in digits whose day and month may be exchanged."""
    is_owner: bool = False
    """True for a genitive that the word itself carries."""
    is_window: bool = False
    """True for "the last week": a week of the calendar as a value, but told of the
    seven days up to the statement."""
    is_eve: bool = False
    """True for the night that ends on the day: "the night to Sunday", "overnight"."""
