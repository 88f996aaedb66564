"""Which days a claim may be of: those that the text's time words give, or its own day.

The claim reader chooses among them; nothing here reads a clause. An option is a time
expression as it is, up to its end ("as of 3 May"), from its start to the report's day
("since March"), or the length it names up to that day ("in five days"); the report's
own day stands beside them, and so does none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from sayso.model import Period, PeriodKind, Timex

LENGTH = re.compile(r"P(?P<number>\d{1,3})(?P<unit>[DWMY])|PT(?P<hours>\d{1,3})H")
"""TIMEX3 value of a length of time."""
DAYS = {"D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.25}


class DayKind(IntEnum):
    """How an option takes its days from the words."""

    NONE = 0
    OWN = 1
    UNTIL = 2
    SINCE = 3
    LAST = 4


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
    for at, timex in enumerate(timexes):
        found.extend(_options(at, timex, published))
    return tuple(found)


def _options(at: int, timex: Timex, published: date | None) -> Iterator[DayOption]:
    period = timex.period
    if period is None:
        length = length_of(timex.value)
        if length is not None and published is not None:
            first = published - timedelta(length)
            last = Period.of_days(first, published, PeriodKind.INTERVAL)
            yield DayOption(DayKind.LAST, at, replace(last, phrase=timex.span))
        return
    yield DayOption(DayKind.OWN, at, period)
    if period.start is None or period.end is None:
        return
    until = replace(period, start=None, kind=PeriodKind.AS_OF)
    yield DayOption(DayKind.UNTIL, at, until)
    if published is not None and period.start <= published != period.last:
        since = Period.of_days(period.start, published, PeriodKind.SINCE)
        yield DayOption(DayKind.SINCE, at, replace(since, phrase=timex.span))


def length_of(value: str) -> int | None:
    """Give the days a TIMEX3 length spans, one at least; None for anything else."""
    match = LENGTH.fullmatch(value)
    if match is None:
        return None
    if match["hours"]:
        return max(1, round(int(match["hours"]) / 24))
    return max(1, round(int(match["number"]) * DAYS[match["unit"]]))
