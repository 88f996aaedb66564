"""The days of phrases that name what the text told before: "in the same period".

"In that time", "за это время": the stretch counted over last; behind a single day, from
that day up to the report. "Since then": from the first day of what was told last. Both
work on the time expressions found so far, so one way serves every language. Refuses to
guess where nothing was told near enough. Method: our own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.model.period import Period, PeriodKind, Timex

REACH = 900
"""Characters from a time told within which a phrase is of it: a paragraph or two."""
BESIDE = 120
"""Characters between two stretches of one account; what ends earlier is set beside the
other there: "243 km2 in October, 9% more than in September"."""


def find_same_stretch(
    before: Sequence[Timex], start: int, written: date | None
) -> Period | None:
    """Give the stretch that "in the same period" names, None where none was told.

    Args:
        before: Time expressions in front of the phrase, in the order of the text.
        start: Offset of the phrase.
        written: Day of writing, up to which a single day runs.
    """
    told = list(_told(before, start, written))
    stretches = [one for one in told if one.first != one.last]
    if not stretches:
        return _up_to(told[0], written) if told else None
    beside = [one for one in stretches if _gap(one, stretches[0]) <= BESIDE]
    return replace(max(beside, key=lambda one: one.end or date.min), phrase=None)


def find_since_told(
    before: Sequence[Timex], start: int, written: date | None
) -> Period | None:
    """Give the days from what was told last to the report, None where nothing was.

    Args:
        before: Time expressions in front of "then", in the order of the text.
        start: Offset of "then".
        written: Day of writing.
    """
    told = next(_told(before, start, written), None)
    return None if told is None else _up_to(told, written)


def _told(
    before: Sequence[Timex], start: int, written: date | None
) -> Iterator[Period]:
    """Yield what was told near before an offset and began before the report."""
    for timex in reversed(before):
        if start - timex.span.end > REACH:
            return
        period = timex.period
        if period is None or period.first is None or period.last is None:
            continue
        if written is None or period.first < written:
            yield period


def _gap(one: Period, other: Period) -> int:
    """Give the characters between the starts of two phrases."""
    if one.phrase is None or other.phrase is None:
        return 0
    return abs(one.phrase.start - other.phrase.start)


def _up_to(told: Period, written: date | None) -> Period | None:
    first = told.first
    if first is None or written is None or first >= written:
        return None
    return Period.of_days(first, written, PeriodKind.SINCE)
