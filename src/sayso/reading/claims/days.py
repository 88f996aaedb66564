"""Which days a claim may be of: those that the text's time words give, or its own day.

The claim reader chooses among them; nothing here reads a clause. An option is a time
expression as it is, up to its end ("as of 3 May"), from its start to the report's day
("since March"), or the length it names up to that day ("in five days"), up to the day
told before it or from that on; the report's own day stands beside them, and so does
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from sayso.model import Period, PeriodKind, Precision, Timex, TimexType
from sayso.model.period import DAY
from sayso.reading.times.calendar import PRECISIONS, Unit, stretch_of

LENGTH = re.compile(r"P(?P<number>\d{1,3})(?P<unit>[DWMY])|PT(?P<hours>\d{1,3})H")
"""TIMEX3 value of a length of time."""
DAYS = {"D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.25}

LONGEST = 120
"""Days of the longest length that may lie beside a day told before it."""
BEGINNINGS = {
    Precision.WEEK: Unit.WEEK,
    Precision.MONTH: Unit.MONTH,
    Precision.SEASON: Unit.SEASON,
    Precision.QUARTER: Unit.QUARTER,
    Precision.YEAR: Unit.YEAR,
}
"""Precision of a period that runs on -> the unit that its words name."""


class DayKind(IntEnum):
    """How an option takes its days from the words."""

    NONE = 0
    OWN = 1
    UNTIL = 2
    SINCE = 3
    LAST = 4
    """A length up to a day; of what something is told since, how it began."""


@dataclass(frozen=True, slots=True)
class DayOption:
    """Days that a claim may be of."""

    kind: DayKind
    timex: int | None
    """Number of the time expression; None for the report's own day and for none."""
    period: Period | None

    @property
    def is_report(self) -> bool:
        """True for the day of the report itself."""
        return self.timex is None and self.kind is not DayKind.NONE


def find_day_options(
    timexes: Sequence[Timex], published: date | None
) -> tuple[DayOption, ...]:
    """Give what a claim of the document may be dated by; none comes first."""
    found = [DayOption(DayKind.NONE, None, None)]
    if published is not None:
        own = Period.of_days(published, published)
        until = Period.of_days(None, published, PeriodKind.AS_OF)
        found += [
            DayOption(DayKind.OWN, None, own),
            DayOption(DayKind.UNTIL, None, until),
        ]
    told: date | None = None
    for at, timex in enumerate(timexes):
        found.extend(_options(at, timex, published, told))
        told = _single_day(timex) or told
    return tuple(found)


def _options(
    at: int, timex: Timex, published: date | None, told: date | None
) -> Iterator[DayOption]:
    period, length = timex.period, length_of(timex.value)
    if length is not None and timex.type is TimexType.DURATION:
        yield from _lengths(at, timex, length, (published, told))
    if period is None:
        return
    yield DayOption(DayKind.OWN, at, period)
    if period.start is None or period.end is None:
        return
    until = replace(period, start=None, kind=PeriodKind.AS_OF)
    yield DayOption(DayKind.UNTIL, at, until)
    if period.kind is PeriodKind.SINCE:
        yield DayOption(DayKind.LAST, at, _beginning(period))
    if published is not None and period.start <= published != period.last:
        since = Period.of_days(period.start, published, PeriodKind.SINCE)
        yield DayOption(DayKind.SINCE, at, replace(since, phrase=timex.span))


def _single_day(timex: Timex) -> date | None:
    """Give the day that a phrase names, None for a stretch or none."""
    period = timex.period
    if period is None or period.start is None or period.first != period.last:
        return None
    return period.start


def _lengths(
    at: int, timex: Timex, length: int, days: tuple[date | None, date | None]
) -> Iterator[DayOption]:
    """Yield a length up to the report's day and up to and from the day told last."""
    published, told = days
    found: list[tuple[DayKind, date, date]] = []
    if published is not None:
        found.append((DayKind.LAST, published - timedelta(length), published))
    if told is not None and told != published and length <= LONGEST:
        rest = timedelta(length - 1)
        found.append((DayKind.LAST, told - rest, told))
        found.append((DayKind.SINCE, told, told + rest))
    own = timex.period and (timex.period.first, timex.period.last)
    for kind, first, last in found:
        if own != (first, last):
            whole = Period.of_days(first, last, PeriodKind.INTERVAL)
            yield DayOption(kind, at, replace(whole, phrase=timex.span))


def _beginning(period: Period) -> Period:
    """Give the day, month or year of "since": "since May, when 12 fell"."""
    unit = BEGINNINGS.get(period.precision, Unit.DAY)
    if period.start is None:
        return period
    stretch = stretch_of(unit, period.start)
    return replace(
        period,
        end=stretch.last + DAY,
        kind=PeriodKind.POINT,
        precision=PRECISIONS[unit],
    )


def length_of(value: str) -> int | None:
    """Give the days a TIMEX3 length spans, one at least; None for anything else."""
    match = LENGTH.fullmatch(value)
    if match is None:
        return None
    if match["hours"]:
        return max(1, round(int(match["hours"]) / 24))
    return max(1, round(int(match["number"]) * DAYS[match["unit"]]))
