"""Days told by their number and another phrase's month: "the 15th of last month".

Method: our own.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.times.amounts import read_relative
from sayso.reading.times.calendar import Unit
from sayso.reading.times.dates import read_day_number
from sayso.reading.times.lexicon import Lexicon
from sayso.reading.times.mention import Kind, Mention
from sayso.reading.times.tokens import Tokens

MONTHS = 12


def read_day_of_month(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the 15th of last month", "the 3rd of this month", "the 9th last month"."""
    words, first = lexicon.words, at
    article = tokens.lower[at] in words.articles
    day = read_day_number(tokens, at + article, lexicon)
    if day is None:
        return None
    number, after = day
    has_ending = tokens.lower[after - 1] in words.ordinal_endings
    spelled = article and not tokens.lower[after - 1].isdecimal()
    governed = tokens.lower[after] in words.of
    if not (has_ending or (spelled and governed)):
        return None
    month = read_relative(tokens, after + governed, lexicon)
    if month is None or month.kind is not Kind.SHIFTED or month.unit is not Unit.MONTH:
        return None
    if month.count is None or month.is_window:
        return None
    return replace(month, first=first, unit=Unit.DAY, day=number)


def is_bare_day(mention: Mention) -> bool:
    """True for a day of the month of which neither month nor weekday is told."""
    told = (mention.month, mention.year, mention.weekday, mention.direction)
    is_day = mention.kind is Kind.NAMED and mention.unit is Unit.DAY
    return is_day and mention.day is not None and all(part is None for part in told)


def of_same_month(bare: Mention, whole: Mention) -> Mention:
    """Give the day with the month of the date it is joined to.

    Args:
        bare: "the 28th" of "from the 28th until 4 May".
        whole: The date behind it, with its month or counted from another.

    Returns:
        In the month before where its number is the higher one; the day as it was when
        the date behind it has no month.
    """
    if whole.day is None or bare.day is None:
        return bare
    back = bare.day > whole.day
    if whole.kind is Kind.SHIFTED and whole.count is not None:
        return replace(
            whole, first=bare.first, after=bare.after, day=bare.day,
            count=whole.count - back, opener=bare.opener,
        )  # fmt: skip
    if whole.month is None:
        return bare
    wraps = back and whole.month == 1
    month = MONTHS if wraps else whole.month - back
    year = whole.year - wraps if whole.year is not None else None
    return replace(bare, month=month, year=year)
