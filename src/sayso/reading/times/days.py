"""The days of a resolved phrase, its preposition and modifier told in."""

from __future__ import annotations

from datetime import date

from sayso.model.period import DAY, Period, PeriodKind, Precision
from sayso.reading.times.calendar import PRECISIONS, Stretch, Unit, add_days
from sayso.reading.times.mention import SO_FAR, YET, Kind, Mention
from sayso.reading.times.resolved import Resolved

_MIDDLE = 4
"""Days from the start of a third of a month to its middle: the 15th, the 25th."""

_HALF = 15
"""Last day of the first half of a month."""


def make_period(
    mention: Mention, resolved: Resolved, written: date | None
) -> Period | None:
    """Give the days a phrase covers, its preposition and modifier told in.

    Source: CLAIMS.md; "this month" and "in July" of a running month end on the day of
    writing, "since" runs up to it, "early March" is its first ten days.
    """
    if mention.is_eve and resolved.stretch is not None and not resolved.window:
        day = resolved.stretch.first
        return Period.of_days(day - DAY, day, PeriodKind.INTERVAL)
    if resolved.window is not None:
        first, last = resolved.window
        kind = PeriodKind.SINCE if mention.opener == "since" else PeriodKind.INTERVAL
        return Period.of_days(first, last, kind)
    stretch = resolved.stretch
    if stretch is None:
        return None
    if resolved.day is not None:
        return Period.of_days(
            resolved.day, resolved.day, precision=PRECISIONS[stretch.unit]
        )
    first, last = _part(stretch, mention)
    if mention.name == YET and written is not None and first <= written <= last:
        return Period.of_days(written, last, PeriodKind.INTERVAL)
    if written is not None and first <= written < last and mention.opener != "by":
        last = written if mention.direction != 1 else last
    if mention.opener == "since":
        if mention.mod in ("MID", "END"):
            half = _MIDDLE if stretch.unit is Unit.MONTH else (last - first).days // 2
            first = add_days(first, half) or first
        return _since(first, written, PRECISIONS[stretch.unit])
    if mention.kind is Kind.CLOCK:
        return Period.of_days(first, last)
    ends_later = written is not None and (written < first or written < last)
    if mention.opener in ("by", "until") and written is not None and ends_later:
        first = written
    elif mention.opener in ("by", "as of"):
        return Period.of_days(
            None, last, PeriodKind.AS_OF, precision=PRECISIONS[stretch.unit]
        )
    point = stretch.unit is Unit.DAY
    kind = PeriodKind.POINT if point else PeriodKind.INTERVAL
    return Period.of_days(first, last, kind, precision=PRECISIONS[stretch.unit])


def _part(stretch: Stretch, mention: Mention) -> tuple[date, date]:
    """Give the days of "early May", "the first half of May", "by mid-May"."""
    if mention.name in (SO_FAR, YET) and stretch.unit is not Unit.DAY:
        return stretch.first, stretch.last
    first, last = stretch.part(mention.mod)
    if stretch.unit is not Unit.MONTH:
        return first, last
    middle = stretch.first.replace(day=_HALF)
    if mention.index is not None:
        return (first, middle) if mention.index == 1 else (middle + DAY, last)
    return (
        (first, middle)
        if mention.opener == "by" and mention.mod == "MID"
        else (
            first,
            last,
        )
    )


def _since(first: date, written: date | None, precision: Precision) -> Period:
    last = written if written is None or written >= first else first
    return Period.of_days(first, last, PeriodKind.SINCE, precision=precision)
