"""When something is said to have happened: days, half open, with precision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sayso.model.span import Span

DAY = timedelta(days=1)


class PeriodKind(StrEnum):
    """What the two ends of a period mean."""

    POINT = "point"
    """It happened at some moment within the days."""
    INTERVAL = "interval"
    """It went on over, or is counted over, all of the days."""
    SINCE = "since"
    """Counted from the start day up to the day of the statement."""
    AS_OF = "as_of"
    """A total up to the last day; the start is unknown."""


class Precision(StrEnum):
    """The calendar unit that the words name."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Period:
    """Half-open days [start, end); None is unlimited on that side.

    JSON and the gold reports give closed days; `first` and `last` are those.
    """

    start: date | None
    end: date | None
    """Day after the last day."""
    kind: PeriodKind = PeriodKind.POINT
    precision: Precision = Precision.DAY
    phrase: Span | None = None
    """The words it was resolved from; None when it was taken from the report's day."""

    @classmethod
    def of_days(
        cls,
        first: date | None,
        last: date | None,
        kind: PeriodKind = PeriodKind.POINT,
        *,
        precision: Precision = Precision.DAY,
        phrase: Span | None = None,
    ) -> Period:
        """Give the period from the first to the last day, both included."""
        return cls(first, None if last is None else last + DAY, kind, precision, phrase)

    @property
    def first(self) -> date | None:
        """First day of the period."""
        return self.start

    @property
    def last(self) -> date | None:
        """Last day of the period, included."""
        return None if self.end is None else self.end - DAY

    def overlaps(self, other: Period) -> bool:
        """True when the two share a day."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )


class TimexType(StrEnum):
    """Kinds of time expression, as in TimeML."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its TIMEX3 value and, where it names days, its period."""

    span: Span
    type: TimexType
    value: str
    """TIMEX3 value: "2025-03-12", "2025-W11", "P5D", "PRESENT_REF", "XXXX-03"."""
    mod: str | None = None
    """TIMEX3 modifier, such as "START" or "APPROX"."""
    period: Period | None = None
    """Days it names as seen from the publication day; None when it names none."""
