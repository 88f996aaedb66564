"""Years, decades, centuries, quarters and seasons, with and without a number.

Each `read_` function looks at one place of the token list and gives what it names, or
None. Method: our own.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.times.amounts import read_relative, read_unit
from sayso.reading.times.calendar import Unit
from sayso.reading.times.dates import (
    read_day_number,
    read_month_first,
    read_numeric,
    read_spelled_year,
    read_year,
)
from sayso.reading.times.lexicon import DASHES, Lexicon, match_phrase
from sayso.reading.times.mention import Anchor, Kind, Mention
from sayso.reading.times.tokens import Tokens

LAST_OF_YEAR = {"Q": 4, "H": 2}
"""Number of a year's last quarter and half."""
APOSTROPHES = ("'", "’")
QUOTE_REACH = 40
"""Tokens within which a quotation that an apostrophe seems to open must close."""


def read_digits(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give a date in digits, under the signature that all rules share."""
    del lexicon
    return read_numeric(tokens, at) if tokens.lower[at].isdecimal() else None


def read_year_phrase(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "2014", "the 1990s", "the '90s", "nineteen ninety-six", "fiscal 2012"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    if at != first and words.units.get(tokens.lower[at]) == "Y":
        year = read_year(tokens, at + 1)
        if year is not None and tokens.lower[at] not in words.plural_units:
            return Mention(Kind.NAMED, first, at + 2, Unit.YEAR, year=year)
    decade = _read_decade(tokens, first, at)
    if decade is not None:
        return decade
    if tokens.lower[at] in words.fiscal:
        at += 1
        at += tokens.lower[at] in words.units and words.units[tokens.lower[at]] == "Y"
        year = read_year(tokens, at)
        if year is None:
            return None
        return Mention(Kind.NAMED, first, at + 1, Unit.YEAR, year=year)
    if at != first:
        return None
    short = _read_apostrophe(tokens, at, lexicon)
    if short is not None:
        return Mention(Kind.NAMED, first, at + 2, Unit.YEAR, year=short)
    spelled = read_spelled_year(tokens, at, lexicon)
    if spelled is not None and spelled[0] >= 1800:
        return Mention(Kind.NAMED, first, spelled[1], Unit.YEAR, year=spelled[0])
    year = read_year(tokens, at)
    if year is None or not _is_year(tokens, at, year, lexicon):
        return None
    return Mention(Kind.NAMED, first, at + 1, Unit.YEAR, year=year)


def _read_apostrophe(tokens: Tokens, at: int, lexicon: Lexicon) -> int | None:
    """Give the year of "in '95", "the '94 attack", "1991 and '95", no quotation's.

    A straight mark may open a quotation, so a noun behind the figure asks for a word
    before it that years alone follow, or for no mark that closes one.
    """
    if tokens.lower[at] not in APOSTROPHES or not at or tokens.touches(at):
        return None
    short = read_year(tokens, at, loose=True)
    if short is None or (
        tokens.touches(at + 2) and tokens.lower[at + 2] in APOSTROPHES
    ):
        return None
    words, before = lexicon.words, tokens.lower[at - 1]
    if before in words.list_joiners:
        return short if _ends_year(tokens, at - 2) else None
    if before in words.within | words.since | words.between:
        return short
    if before not in lexicon.before_year and before not in words.articles:
        return None
    return None if _closes_quote(tokens, at + 2) else short


def _ends_year(tokens: Tokens, at: int) -> bool:
    """True where a year ends, of four digits or of two behind an apostrophe."""
    word = tokens.lower[at] if at >= 0 else ""
    if not word.isdecimal():
        return False
    return len(word) == 4 or (at > 0 and tokens.lower[at - 1] in APOSTROPHES)


def _closes_quote(tokens: Tokens, at: int) -> bool:
    """True when a mark that no letter follows stands within a sentence's reach."""
    for place in range(at, min(at + QUOTE_REACH, tokens.count)):
        if tokens.lower[place] in APOSTROPHES:
            behind = tokens.lower[place + 1][:1]
            if not (tokens.touches(place + 1) and behind.isalnum()):
                return True
    return False


def read_century(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the 20th century", "the nineteenth century"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    number = read_day_number(tokens, at, lexicon)
    if number is None or not 2 <= number[0] <= 22:
        return None
    if tokens.lower[number[1] - 1].isdecimal():
        return None
    after = number[1] + (tokens.lower[number[1]] in DASHES)
    if words.units.get(tokens.lower[after]) != "100Y":
        return None
    year = (number[0] - 1) * 100
    return Mention(Kind.NAMED, first, after + 1, Unit.CENTURY, year=year)


def _read_decade(tokens: Tokens, first: int, at: int) -> Mention | None:
    word, behind = tokens.lower[at], tokens.lower[at + 1]
    if len(word) == 4 and word.isdecimal() and word[3] == "0":
        if behind == "s" and tokens.touches(at + 1):
            unit = Unit.CENTURY if word < "2000" and word[2] == "0" else Unit.DECADE
            return Mention(Kind.NAMED, first, at + 2, unit, year=int(word))
        if behind in ("'", "’") and tokens.lower[at + 2] == "s" and first != at:
            return Mention(Kind.NAMED, first, at + 3, Unit.DECADE, year=int(word))
    if word not in ("'", "’") or not (
        tokens.touches(at + 1) and tokens.touches(at + 2)
    ):
        return None
    if len(behind) != 2 or not behind.isdecimal() or tokens.lower[at + 2] != "s":
        return None
    year = (2000 if behind < "30" else 1900) + int(behind) // 10 * 10
    return Mention(Kind.NAMED, first, at + 3, Unit.DECADE, year=year)


def _is_year(tokens: Tokens, at: int, year: int, lexicon: Lexicon) -> bool:
    """True when four digits are a year and not a count, a code or a price."""
    words = lexicon.words
    before = tokens.lower[at - 1] if at else ""
    behind = tokens.lower[at + 1]
    if before in words.not_year_before or behind in words.not_year_after:
        return False
    if behind in words.casualties and before not in words.on:
        return False
    if before in words.units or behind in words.units:
        return False
    if before in words.list_joiners and not _is_year_before(tokens, at - 2, lexicon):
        return False
    plural = behind.endswith("s") and len(behind) > 3 and not tokens.is_capital(at + 1)
    if before in lexicon.before_year and 1900 <= year <= 2100:
        return True
    if before in words.on or before in words.since:
        return year < 1900 and not plural
    if not 1900 <= year <= 2100:
        return False
    if tokens.touches(at) and before in DASHES:
        whole = (words.starts, words.middles, words.ends)
        if any(tokens.lower[at - 2] in group for group in whole):
            return True
        return not tokens.lower[at - 2][:1].isalpha() or not tokens.touches(at - 1)
    return not plural or before in words.articles or before in words.determiners


def _is_year_before(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """False where four digits before "and" are no year: "Resolutions 2254 and 2118"."""
    word = tokens.lower[at] if at >= 0 else ""
    if len(word) != 4 or not word.isdecimal():
        return True
    before = tokens.lower[at - 1] if at else ""
    counted = before in lexicon.words.not_year_before
    return 1500 <= int(word) <= 2100 and not counted


def read_quarter(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the third quarter of 2024", "Q3 2024", "first half", "2024 Q3"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    year = read_year(tokens, at)
    at += year is not None
    at += tokens.lower[at] in words.fiscal
    at += tokens.lower[at] in DASHES
    part = _read_part(tokens, at, lexicon)
    if part is None:
        return None
    index, unit, after, is_last = part
    ahead = after + (tokens.lower[after] in words.of or tokens.lower[after] == ",")
    ahead += tokens.lower[ahead] in words.fiscal
    month = read_month_first(tokens, ahead, lexicon) if unit == "H" else None
    if month is not None and month.unit is Unit.MONTH and index <= 2:
        return replace(month, first=first, index=index)
    if year is None and read_year(tokens, ahead) is not None:
        year, after = read_year(tokens, ahead), ahead + 1
    elif year is None and tokens.lower[after] in words.of:
        inner = read_relative(tokens, after + 1, lexicon)
        if inner is not None and inner.unit is Unit.YEAR and inner.kind is Kind.SHIFTED:
            return Mention(
                Kind.NAMED, first, inner.after, Unit(unit), index=index,
                direction=None, count=inner.count,
            )  # fmt: skip
        if unit == "H" and inner is None:
            return None
    elif year is None and unit == "H" and tokens.lower[first] not in words.articles:
        return None
    if is_last and year is None:
        return None
    return Mention(Kind.NAMED, first, after, Unit(unit), year=year, index=index)


def _read_part(
    tokens: Tokens, at: int, lexicon: Lexicon
) -> tuple[int, str, int, bool] | None:
    """Give number and unit of "third quarter", "Q3" or "last half", and what follows.

    The last item is True for a last one, which only a year behind it places.
    """
    words, word = lexicon.words, tokens.lower[at]
    mark = words.quarter_marks.get(word)
    if mark is not None and tokens.lower[at + 1].isdecimal() and tokens.touches(at + 1):
        index, unit, after = int(tokens.lower[at + 1]), mark, at + 2
        return (index, unit, after, False) if _is_part(index, unit) else None
    number = words.ordinals.get(word)
    is_last = number is None and word in words.closing
    if number is None and not is_last:
        return None
    at += 1 + (tokens.lower[at + 1] in DASHES)
    at += tokens.lower[at] in words.fiscal
    found = words.half_units.get(tokens.lower[at])
    if found is None:
        return None
    index = LAST_OF_YEAR[found] if number is None else number
    return (index, found, at + 1, is_last) if _is_part(index, found) else None


def _is_part(index: int, unit: str) -> bool:
    return 1 <= index <= LAST_OF_YEAR[unit]


def read_season(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "spring 2023", "the spring of 2023", "in winter", "the summer"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    season = words.seasons.get(tokens.lower[at])
    if season is None:
        return None
    after = at + 1
    joined = tokens.lower[after] in words.of or tokens.lower[after] == ","
    year = read_year(tokens, after + joined, loose=True)
    if year is not None:
        end = after + joined + 1 + (tokens.lower[after + joined] in APOSTROPHES)
        return Mention(Kind.NAMED, first, end, Unit.SEASON, year=year, name=season)
    before = tokens.lower[first - 1] if first else ""
    if tokens.lower[after] in words.of:
        return None
    named = first != at and tokens.lower[at] not in words.needs_company
    if not named and before not in words.season_before:
        return None
    return Mention(Kind.NAMED, first, after, Unit.SEASON, name=season)


def read_compound(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "year-end", "year's end", "year-earlier", "the year-ago quarter"."""
    first = at
    at += tokens.lower[at] in lexicon.words.articles
    match = match_phrase(tokens, at, lexicon.endings)
    if match is None:
        return None
    after, meaning = match
    if meaning == "end":
        return _read_year_end(tokens, first, after)
    if meaning == "late":
        return Mention(Kind.SHIFTED, first, after, Unit.YEAR, 0, mod="END")
    unit = read_unit(tokens, after, lexicon)
    if unit is not None or tokens.lower[after] in lexicon.words.periods:
        after += 1
    return Mention(
        Kind.SHIFTED, first, after, Unit.YEAR, -1, Anchor.NAMED, direction=-1
    )


def _read_year_end(tokens: Tokens, first: int, after: int) -> Mention:
    """Give "year-end 1990" as the last day of that year, or of the running one."""
    year = read_year(tokens, after)
    if year is None:
        return Mention(Kind.NAMED, first, after, Unit.DAY, month=12, day=31)
    return Mention(Kind.NAMED, first, after + 1, Unit.DAY, year=year, month=12, day=31)
