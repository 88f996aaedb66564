"""The day of a report's main event: the first that is told of, the dateline aside.

Refuses to weigh one event against another: a report of several events has as many days,
and this gives the first. Method: our own, from how agency releases open: place, day of
writing, then what happened and when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from sayso.model.period import Period, PeriodKind, Precision, Timex

_SENTENCE = 400
"""Characters within which a second day may correct a day of reporting."""


def event_day(
    text: str, timexes: Sequence[Timex], published: date | None
) -> Period | None:
    """Give the days of the main event, None when the report tells of none.

    Days that only date the report ("KYIV, 3 March", "confirmed today that") and days
    that only name another event ("Tuesday's attack", "the 2 July raid") are passed
    over while another day stands in reach.

    Args:
        text: Canonical text.
        timexes: Its time expressions, in order.
        published: Day of publication; what is left when all days were passed over.
            Without one, the first date written out stands for it.

    Source: our own.
    """
    told = [t for t in timexes if _is_day(t)]
    written = published
    if written is None and told and told[0].period and _is_written_out(told[0]):
        written = told[0].period.first
    days = [t for t in told if not _is_dateline(t, written)]
    for at, timex in enumerate(days):
        if not _is_aside(text, timex):
            return _sharper(days[at:]).period
        near = [
            later
            for later in days[at + 1 :]
            if later.span.start - timex.span.end < _SENTENCE
            and not _is_aside(text, later)
        ]
        if near:
            return near[0].period
    if days:
        return days[0].period
    return None if written is None else Period.of_days(written, written)


def _sharper(days: Sequence[Timex]) -> Timex:
    """Give the day that a night at the head is dated by: "overnight ... on Sunday"."""
    night = days[0]
    if not _is_loose_night(night):
        return night
    for later in days[1:]:
        if later.span.start - night.span.end >= _SENTENCE:
            break
        if later.period is None or night.period is None or _is_loose_night(later):
            continue
        if later.period.overlaps(night.period):
            return later
    return night


def _is_loose_night(timex: Timex) -> bool:
    """True for "overnight", which lies on two days."""
    period = timex.period
    return (
        period is not None
        and period.first != period.last
        and period.last is not None
        and timex.value.startswith(period.last.isoformat())
    )


def _is_day(timex: Timex) -> bool:
    period = timex.period
    if period is None or period.start is None or period.end is None:
        return False
    if period.precision is not Precision.DAY or (period.end - period.start).days > 2:
        return False
    return period.kind is PeriodKind.POINT or timex.value.endswith("TNI")


def _is_dateline(timex: Timex, written: date | None) -> bool:
    """True for a date written out that is the day of writing."""
    period = timex.period
    if period is None or written is None or period.first != written:
        return False
    return _is_written_out(timex)


def _is_written_out(timex: Timex) -> bool:
    """True for "3 March", not for "Monday" or "today"."""
    digits = any(sign.isdecimal() for sign in timex.span.text)
    return digits and "T" not in timex.value


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:said|says|told|confirm(?:s|ed)|announc(?:es|ed)|report(?:s|ed)|stated)"
        r"(?: on| late| early)? *\Z",
        re.IGNORECASE,
    )


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(
        r" (?:that|said|confirmed|announced|reported)\b|['’]s? "
        r"|(?: [\w-]{1,20}){0,2}?"
        r" (?:attack|raid|bombing|strike|incident|ambush)(?:s|es)?\b",
        re.IGNORECASE,
    )


def _is_aside(text: str, timex: Timex) -> bool:
    """True when the day dates the telling, or names an event told of elsewhere."""
    before = text[max(timex.span.start - 24, 0) : timex.span.start]
    behind = text[timex.span.end : timex.span.end + 40]
    return bool(_reported().search(before) or _reports().match(behind))
