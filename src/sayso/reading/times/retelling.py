"""Texts that tell of years gone by: in which year their dates without one lie.

An encyclopedia, a history, a verdict gives a year once and then days alone. They count
from what was told before, and not from the day of publication as a report's do. Such a
text is known by three signs together: it has full dates, all of another year than that
of publication; it has no word that counts from its own day, such as "yesterday" or a
weekday alone; and no day without a year would lie close before publication.
Method: our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.reading.times.calendar import Unit, make_day
from sayso.reading.times.mention import Anchor, Kind, Mention

FRESH = 62
"""Days before publication within which a day without a year makes a text a report."""


def find_told_time(mentions: Sequence[Mention], published: date | None) -> date | None:
    """Give the first full date of a text that tells of years gone by.

    Args:
        mentions: All time phrases of the text, in order.
        published: Its day; None where it has none.

    Returns:
        None for a report, whose days count from its own.
    """
    if published is None or any(_counts_from_today(m) for m in mentions):
        return None
    dated = [
        m
        for m in mentions
        if m.kind is Kind.NAMED and m.year and m.month and m.opener != "since"
    ]
    if not dated or any((m.year or 0) >= published.year for m in dated):
        return None
    if any(_is_fresh(m, published) for m in mentions):
        return None
    first = dated[0]
    return make_day(first.year or 0, first.month or 1, first.day or 1)


def _counts_from_today(mention: Mention) -> bool:
    if mention.kind is Kind.NAMED:
        return mention.weekday is not None and mention.month is None
    if mention.kind is not Kind.SHIFTED or mention.anchor is not Anchor.WRITTEN:
        return False
    return mention.unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.WEEKEND)


def _is_fresh(mention: Mention, published: date) -> bool:
    """True for a day or month without a year that was shortly before publication."""
    if mention.kind is not Kind.NAMED or mention.year is not None:
        return False
    if mention.month is None and mention.day is None:
        return False
    month = mention.month or published.month
    year = published.year - (month > published.month)
    day = make_day(year, month, mention.day or 1)
    return day is not None and 0 <= (published - day).days <= FRESH
