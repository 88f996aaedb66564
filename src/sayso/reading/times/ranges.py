"""Two dates that one word joins: a range shares its days, a list only its year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sayso.model.period import DAY, Period, PeriodKind, Precision, Timex
from sayso.reading.times.calendar import back_from
from sayso.reading.times.lexicon import Lexicon
from sayso.reading.times.mention import Anchor, Kind, Mention
from sayso.reading.times.month_days import is_bare_day, of_same_month
from sayso.reading.times.tokens import Tokens

WEEK = timedelta(days=7)


def complete_years(
    tokens: Tokens, mentions: list[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Give the phrases with the year or month that only the last of a range states."""
    done = list(mentions)
    for at in range(len(done) - 2, -1, -1):
        before, behind = done[at], done[at + 1]
        if is_bare_day(before) and find_joiner(tokens, before, behind, lexicon):
            done[at] = of_same_month(before, behind)
        elif (
            before.kind is Kind.NAMED is behind.kind
            and before.month is not None
            and behind.month is not None
            and before.year is None
            and before.direction is None
            and behind.year is not None
            and find_joiner(tokens, before, behind, lexicon)
        ):
            year = behind.year - (before.month > behind.month)
            done[at] = replace(before, year=year)
    return done


def find_joiner(
    tokens: Tokens, before: Mention, behind: Mention, lexicon: Lexicon
) -> str:
    """Give "range" or "list" where one word joins two phrases, else nothing."""
    words = lexicon.words
    gap = tokens.lower[before.after : behind.first]
    if not gap or len(gap) > 2:
        return ""
    opener = tokens.lower[before.first - 1] if before.first else ""
    if gap[-1] in words.articles:
        gap = gap[:-1] or [""]
    if gap[-1] in words.list_joiners:
        return "range" if opener in words.between else "list"
    if gap[0] in words.range_joiners and len(gap) == 1:
        return "range"
    return "list" if gap == [","] else ""


def join_range(
    before: Timex, behind: Timex, written: date | None
) -> tuple[Timex, Timex]:
    """Give both ends of a range with the days of the whole range.

    Each weekday alone is the nearest one, so that "between Sunday and Wednesday" may
    come out the wrong way round; the end further from the day of writing is then
    moved by a week.
    """
    if _is_reversed(before, behind):
        ahead = written is not None and before.period and before.period.first
        if ahead and written and ahead > written:
            behind = _moved(behind, WEEK)
        else:
            before = _moved(before, -WEEK)
    first, last = before.period, behind.period
    if first is None or last is None or first.start is None or last.end is None:
        return before, behind
    if first.start >= last.end:
        return before, behind
    whole = Period(first.start, last.end, PeriodKind.INTERVAL, last.precision)
    return (
        replace(before, period=replace(whole, phrase=before.span)),
        replace(behind, period=replace(whole, phrase=behind.span)),
    )


def window_to(
    tokens: Tokens, before: Mention, behind: Mention, day: date | None, lexicon: Lexicon
) -> Period | None:
    """Give the days of "the five days to Monday", "the week ending 2 March".

    Args:
        tokens: Tokens of the stretch.
        before: A phrase that may be a length of time.
        behind: The phrase after it.
        day: The single day that names, if any.
        lexicon: Words that join the two.
    """
    if day is None or (not before.count and before.kind is Kind.DURATION):
        return None
    gap = tuple(tokens.lower[before.after : behind.first])
    ahead = gap in lexicon.words.windows_from
    if not ahead and gap not in lexicon.words.windows_to:
        return None
    if before.anchor is Anchor.NAMED:
        return None
    if before.kind is Kind.DURATION and before.direction is None:
        count = before.count or 1
    elif before.is_window:
        count = 1
    else:
        return None
    unit = before.unit
    if unit is None or count != int(count):
        return None
    if ahead:
        last = back_from(day, unit, -int(count))
        if last is None:
            return None
        return Period.of_days(day, last - DAY, PeriodKind.INTERVAL)
    first = back_from(day, unit, int(count))
    if first is None:
        return None
    return Period.of_days(first + DAY, day, PeriodKind.INTERVAL)


def _is_reversed(before: Timex, behind: Timex) -> bool:
    """True for two days by name of which the first was put within a week after."""
    first, last = before.period, behind.period
    if first is None or last is None or first.start is None or last.end is None:
        return False
    if any(sign.isdecimal() for sign in before.span.text + behind.span.text):
        return False
    are_days = first.precision is Precision.DAY is last.precision
    return are_days and last.end <= first.start < last.end + WEEK


def _moved(timex: Timex, by: timedelta) -> Timex:
    period = timex.period
    if period is None or period.start is None or period.end is None:
        return timex
    start, end = period.start + by, period.end + by
    value = timex.value.replace(period.start.isoformat(), start.isoformat())
    return replace(timex, value=value, period=replace(period, start=start, end=end))
