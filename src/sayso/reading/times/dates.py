"""Calendar names and numbers: days, months, years, weekdays, seasons, feasts, clocks.

Each `read_` function looks at one place of the token list and gives what it names, or
None. It reads forward only, a bounded number of tokens. Method: our own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.reading.times.calendar import Unit
from sayso.reading.times.lexicon import DASHES, Lexicon, match_phrase
from sayso.reading.times.mention import Kind, Mention
from sayso.reading.times.tokens import Tokens
from sayso.vocabulary.languages.time_words import TimeWords

LAST_COMMON = 9
"""Ordinals up to it are too often no days in words: "on the third"."""


@cache
def _numeric() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of dates in digits -> order of their parts."""
    clock = r"(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
    rows = (
        (rf"(\d{{4}})-(\d\d)-(\d\d){clock}", "ymd"),
        (r"(\d{4})/(\d\d?)/(\d\d?)", "ymd"),
        (r"(\d{4})\.(\d\d?)\.(\d\d?)", "ymd"),
        (r"(\d\d?)/(\d\d?)/(\d{4}|\d\d)", "slashed"),
        (r"(\d\d?)\.(\d\d?)\.(\d{4})", "dmy"),
        (r"(\d\d)\.(\d\d)\.(\d\d)", "dmy"),
        (r"(\d\d?)-(\d\d?)-(\d{4})", "dmy"),
    )
    return tuple((re.compile(rf"{body}(?![\w/-]|\.\d)"), order) for body, order in rows)


def read_numeric(tokens: Tokens, at: int) -> Mention | None:
    """Give a date in digits: 2025-03-12, 12/03/2025, 12.03.2025, 12-03-2025.

    With slashes the first part that cannot be a month is the day; where both can, the
    month stands first, as in the American custom.
    """
    if tokens.touches(at) and tokens.lower[at - 1] in "/.-$£€#":
        return None
    for pattern, order in _numeric():
        match = pattern.match(tokens.text, tokens.starts[at])
        if match:
            return _numeric_mention(tokens, at, match, order)
    return None


def _numeric_mention(
    tokens: Tokens, at: int, match: re.Match[str], order: str
) -> Mention | None:
    first, second, third = int(match[1]), int(match[2]), int(match[3])
    if order == "ymd":
        year, month, day = first, second, third
    elif order == "slashed" and first <= 12:
        month, day, year = first, second, third
    else:
        day, month, year = first, second, third
    if month > 12 and day <= 12:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year < 100:
        year += 2000 if year < 70 else 1900
    is_open = order == "slashed" and day <= 12
    part = ""
    if match.lastindex == 5:
        part = f"T{match[4]}:{match[5]}"
    after = tokens.index_at(at, match.end())
    return Mention(
        Kind.NAMED, at, after, Unit.DAY,
        year=year, month=month, day=day, part=part, is_open=is_open,
    )  # fmt: skip


def read_year(tokens: Tokens, at: int, *, loose: bool = False) -> int | None:
    """Give the year of four digits at this token, 1000 to 2199, else None.

    Args:
        tokens: Tokens of the text.
        at: Index of the token.
        loose: Accept "'98" as well, as after a month.
    """
    word = tokens.lower[at]
    if loose and word in ("'", "’") and tokens.touches(at + 1):
        short = tokens.lower[at + 1]
        if len(short) == 2 and short.isdecimal():
            return int(short) + (2000 if int(short) < 40 else 1900)
    if len(word) != 4 or not word.isascii() or not word.isdecimal():
        return None
    year = int(word)
    return year if 1000 <= year < 2200 and not _is_inside_number(tokens, at) else None


def _is_inside_number(tokens: Tokens, at: int) -> bool:
    """True when the digits belong to a longer number, a price or a code."""
    before = tokens.lower[at - 1] if tokens.touches(at) else ""
    behind = tokens.lower[at + 1] if tokens.touches(at + 1) else ""
    if before in ("$", "£", "€", "#", "_", "/", "."):
        return True
    if before == "," and tokens.touches(at - 1) and tokens.lower[at - 2].isdecimal():
        return True
    if behind in (",", ".") and tokens.touches(at + 2):
        return tokens.lower[at + 2].isdecimal()
    if behind in ("%", "_", "°") or (before[:1].isalpha() and before != "fy"):
        return True
    return bool(behind) and behind[0].isalpha() and behind != "s"


def read_month(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Give the month at this token and the token after it and its full stop."""
    month = lexicon.words.months.get(tokens.lower[at])
    if month is None:
        return None
    after = at + 1
    if (
        len(tokens.lower[at]) < 5
        and tokens.lower[after] == "."
        and tokens.touches(after)
    ):
        after += 1
    return month, after


def read_day_number(
    tokens: Tokens, at: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """Give a day of the month, 1 to 31, and the token after it: "12", "12th"."""
    word = tokens.lower[at]
    number = (
        int(word) if word.isascii() and word.isdecimal() and len(word) <= 2 else None
    )
    after = at + 1
    if number is not None and tokens.touches(after):
        behind = tokens.lower[after]
        if behind in lexicon.words.ordinal_endings:
            after += 1
        elif behind[0].isalnum() or (
            behind in (":", ".", "%", ",", "/")
            and tokens.touches(after + 1)
            and tokens.lower[after + 1][0].isalnum()
            and not _glued_year(tokens, after)
        ):
            return None
    elif number is None:
        number = lexicon.words.ordinals.get(word)
        if number is not None and number >= 20 and tokens.lower[after] in DASHES:
            return None
        if number is None and lexicon.cardinals.get(word) in (20, 30):
            after += tokens.lower[after] in DASHES
            unit = lexicon.words.ordinals.get(tokens.lower[after], 0)
            if not 1 <= unit <= 9:
                return None
            number, after = lexicon.cardinals[word] + unit, after + 1
    if number is None or not 1 <= number <= 31:
        return None
    return number, after


def read_month_first(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "March 12, 2025", "March 12", "March 2025", "March of 2025" or "March"."""
    month = read_month(tokens, at, lexicon)
    if month is None or not _is_month(tokens, at, lexicon):
        return None
    number, after = month
    day = read_day_number(tokens, after, lexicon)
    if day is None and tokens.lower[after] in lexicon.words.articles:
        day = read_day_number(tokens, after + 1, lexicon)
        if day is not None and tokens.lower[day[1] - 1].isdecimal():
            day = None
        if day is not None and tokens.lower[day[1]][:1].isalpha():
            day = day if tokens.lower[day[1]] in lexicon.words.clause_starts else None
    if day is not None and not _counts_something(tokens, day, (at, after), lexicon):
        return _with_year(
            tokens,
            Mention(Kind.NAMED, at, day[1], Unit.DAY, month=number, day=day[0]),
            lexicon,
        )
    found = Mention(Kind.NAMED, at, after, Unit.MONTH, month=number)
    return _with_year(tokens, found, lexicon)


def _counts_something(
    tokens: Tokens, day: tuple[int, int], month: tuple[int, int], lexicon: Lexicon
) -> bool:
    """True for "in March 12 people": a number that counts what follows it."""
    words, at = lexicon.words, month[1]
    before = tokens.lower[month[0] - 1] if month[0] else ""
    if _has_no_day(tokens, month[0], lexicon) and _counts_plural(
        tokens, day, at, lexicon
    ):
        return True
    if tokens.lower[day[1]] in words.not_year_after and before not in words.on_day:
        return not tokens.touches(day[1])
    return (
        tokens.lower[at] not in lexicon.words.ordinals
        and tokens.touches(at)
        and (tokens.lower[at - 1] in DASHES)
    )


def _has_no_day(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True for a month behind "in", "the first week of", "in late"."""
    words = lexicon.words
    before = tokens.lower[at - 1] if at else ""
    if before in words.within:
        return True
    farther = tokens.lower[at - 2] if at > 1 else ""
    if before in words.starts | words.middles | words.ends:
        return farther in words.within
    return before in words.of and (
        words.units.get(farther) in ("D", "W", "M")
        or farther
        in words.starts | words.middles | words.ends | words.half_units.keys()
    )


def _counts_plural(
    tokens: Tokens, day: tuple[int, int], at: int, lexicon: Lexicon
) -> bool:
    """True for a bare number with a plural behind it, one word between at most."""
    words = lexicon.words
    if day[1] != at + 1 or not tokens.lower[at].isdecimal():
        return False
    for place in (day[1], day[1] + 1):
        word = tokens.lower[place]
        if not word.isalpha() or word in words.on or word in words.clause_starts:
            return False
        plural = word.endswith(words.plural_endings) and word not in words.not_plural
        if word in words.not_year_after or (plural and len(word) > 3):
            return True
    return False


def _with_year(tokens: Tokens, found: Mention, lexicon: Lexicon) -> Mention:
    """Give the mention with the year that follows it, if one does."""
    at = found.after
    if (
        tokens.lower[at] in lexicon.words.of and found.unit is Unit.MONTH
    ) or tokens.lower[at] == ",":
        at += 1
    year = read_year(tokens, at, loose=True) or _glued_year(tokens, at - 1)
    if year is not None:
        short = tokens.lower[at] in ("'", "’")
        return replace(found, after=at + 1 + short, year=year)
    spelled = read_spelled_year(tokens, at, lexicon)
    if spelled is not None:
        return replace(found, after=spelled[1], year=spelled[0])
    return found


def _glued_year(tokens: Tokens, comma: int) -> int | None:
    """Give the year that a comma without a blank binds to a day: "May 17,2019"."""
    if tokens.lower[comma] != "," or not tokens.touches(comma + 1):
        return None
    year, behind = tokens.lower[comma + 1], tokens.lower[comma + 2]
    if len(year) != 4 or not year.isdecimal() or not 1900 <= int(year) < 2100:
        return None
    goes_on = tokens.touches(comma + 2) and behind in (",", ".", "-", "/")
    inside = goes_on and tokens.lower[comma + 3].isdecimal()
    return None if inside and tokens.touches(comma + 3) else int(year)


def read_spelled_year(
    tokens: Tokens, at: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """Give "nineteen ninety-seven" as 1997, with the token after it."""
    century = lexicon.cardinals.get(tokens.lower[at])
    if century not in (18, 19, 20):
        return None
    tens = lexicon.cardinals.get(tokens.lower[at + 1], 0)
    if not 10 <= tens <= 99:
        return None
    after = at + 2
    if tens >= 20 and tens % 10 == 0:
        ahead = after + (tokens.lower[after] in DASHES)
        unit = lexicon.cardinals.get(tokens.lower[ahead], 0)
        if 1 <= unit <= 9:
            return century * 100 + tens + unit, ahead + 1
    return century * 100 + tens, after


def _is_month(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True when a word that may be a month is one here: "May", not "may"."""
    word = tokens.lower[at]
    if word in lexicon.words.needs_company:
        if not tokens.is_capital(at):
            if at and tokens.lower[at - 1] in lexicon.words.since and len(word) > 3:
                return True
            return (
                _day_stands_before(tokens, at) and read_year(tokens, at + 1) is not None
            )
        return _has_company(tokens, at, lexicon)
    if len(word) <= 4 and not tokens.is_capital(at):
        return _day_stands_before(tokens, at)
    return True


def _day_stands_before(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at - 1]
    return word.isdecimal() and len(word) <= 2


def _has_company(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True when a date word stands beside the token or a preposition before it."""
    words = lexicon.words
    before = tokens.lower[at - 1] if at else ""
    if before in DASHES and tokens.touches(at):
        before = tokens.lower[at - 2]
    if before.isdecimal() or before in words.ordinal_endings:
        return True
    behind = at + 1 + (tokens.lower[at + 1] in (".", ","))
    word = tokens.lower[behind]
    if (word.isdecimal() and len(word) in (1, 2, 4)) or word in words.months:
        return True
    if tokens.lower[at] in words.given_names and tokens.is_capital(at + 1):
        return False
    if _follows_plain_word(tokens, at, lexicon):
        return True
    return any(before in group for group in _company(words))


def _follows_plain_word(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True for "the wettest May", "April and May": a name in capitals inside a clause.

    Short ones may be other names ("the Sun"), and "a March on the capital" is none.
    """
    words, before = lexicon.words, tokens.lower[at - 1] if at else ""
    if len(tokens.lower[at]) < len("may") or tokens.lower[at] in words.weekdays:
        return False
    if before in words.list_joiners:
        return at > 1 and tokens.lower[at - 2] in words.months
    plain = before.isalpha() and not tokens.is_capital(at - 1) and len(before) > 2
    return plain and before not in words.articles and before not in words.determiners


def _company(words: TimeWords) -> tuple[frozenset[str], ...]:
    """Give the groups of words that a month or weekday follows."""
    return (
        words.on, words.since, words.until, words.season_before, words.between,
        words.starts, words.middles, words.ends, words.last, words.next, words.this,
        words.every,
    )  # fmt: skip


def read_day_first(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "12 March 2025", "12th of March", "the 12th of March"."""
    start = at
    if tokens.lower[at] in lexicon.words.articles:
        at += 1
    day = read_day_number(tokens, at, lexicon)
    if day is None:
        return None
    after = day[1]
    if tokens.lower[after] in lexicon.words.of or tokens.lower[after] in DASHES:
        after += 1
    month = read_month(tokens, after, lexicon)
    if month is None or not (
        tokens.is_capital(after) or read_year(tokens, month[1]) is not None
    ):
        return None
    found = Mention(Kind.NAMED, start, month[1], Unit.DAY, month=month[0], day=day[0])
    if tokens.lower[month[1]] in DASHES and read_year(tokens, month[1] + 1):
        return replace(found, after=month[1] + 2, year=read_year(tokens, month[1] + 1))
    short = _read_dashed_year(tokens, after, month[1])
    if short is not None:
        return replace(found, after=month[1] + 2, year=short)
    return _with_year(tokens, found, lexicon)


def _read_dashed_year(tokens: Tokens, month: int, at: int) -> int | None:
    """Give the year of "17-May-19", which hyphens bind to its day and month."""
    short = tokens.lower[at + 1]
    bound = tokens.touches(month) and tokens.touches(at) and tokens.touches(at + 1)
    dashed = tokens.lower[month - 1] in DASHES and tokens.lower[at] in DASHES
    if not (bound and dashed and len(short) == 2 and short.isdecimal()):
        return None
    if tokens.touches(at + 2) and tokens.lower[at + 2][:1].isalnum():
        return None
    return int(short) + (2000 if int(short) < 70 else 1900)


def read_weekday(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "Monday", with the date or part of day that follows: "Monday, Oct. 26"."""
    word = tokens.lower[at]
    weekday = lexicon.words.weekdays.get(word)
    if weekday is None or not (tokens.is_capital(at) or len(word) > 5):
        return _read_bare_owner(tokens, at, lexicon)
    after = at + 1
    if len(word) <= 5:
        if word in lexicon.words.needs_company and not _is_weekday(tokens, at, lexicon):
            return None
        after += tokens.lower[after] == "." and tokens.touches(after)
    ahead = after + (tokens.lower[after] == ",")
    date = (
        read_month_first(tokens, ahead, lexicon)
        or read_day_first(tokens, ahead, lexicon)
        or (read_numeric(tokens, ahead) if tokens.lower[ahead].isdecimal() else None)
    )
    if date is not None and date.unit is Unit.DAY:
        return replace(date, first=at, weekday=weekday)
    number = _read_day_beside(tokens, ahead, lexicon)
    if number is not None:
        return Mention(
            Kind.NAMED, at, number[1], Unit.DAY, day=number[0], weekday=weekday
        )
    return Mention(Kind.NAMED, at, after, Unit.DAY, weekday=weekday)


def _read_day_beside(
    tokens: Tokens, at: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """Give the day of "Thursday the 14th" and "Mon 12:", not of "Monday 12 people"."""
    article = tokens.lower[at] in lexicon.words.articles
    day = read_day_number(tokens, at + article, lexicon)
    if day is None or not tokens.lower[at + article].isdecimal():
        return None
    has_ending = tokens.lower[day[1] - 1] in lexicon.words.ordinal_endings
    if article or has_ending:
        return day if has_ending else None
    return None if tokens.lower[day[1]][:1].isalnum() else day


def read_bare_day(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the 21st" behind "on" and its like, "the 16th day of this month".

    What follows must not be a noun that the number may belong to: "the 21st Brigade".
    """
    words = lexicon.words
    before = tokens.lower[at - 1] if at else ""
    openers = (words.weekday_before, words.by, words.into, words.between)
    if not any(before in group for group in openers):
        goes_on = at > 1 and tokens.lower[at - 2] in words.ordinal_endings
        if not goes_on or before not in words.list_joiners:
            return None
    article = tokens.lower[at] in words.articles
    day = read_day_number(tokens, at + article, lexicon)
    if day is None:
        return None
    number, after = day
    is_ordinal = tokens.lower[after - 1] in words.ordinal_endings
    spelled = not tokens.lower[at + article].isdecimal() and number > LAST_COMMON
    if not (is_ordinal or (spelled and article)):
        return None
    if words.units.get(tokens.lower[after]) == "D":
        ahead = after + 1 + (tokens.lower[after + 1] in words.of)
        ahead += tokens.lower[ahead] in words.this | words.articles
        if words.units.get(tokens.lower[ahead]) != "M":
            return None
        return Mention(Kind.NAMED, at, ahead + 1, Unit.DAY, day=number)
    behind = tokens.lower[after]
    safe = (
        words.on, words.clause_starts, words.list_joiners, words.articles,
        words.until, words.range_joiners,
    )  # fmt: skip
    if behind[:1].isalnum() and not any(behind in group for group in safe):
        return None
    if behind in DASHES and tokens.touches(after):
        return None
    return Mention(Kind.NAMED, at, after, Unit.DAY, day=number)


def _read_bare_owner(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "Saturdays blast" as Saturday's: some texts have lost their apostrophes."""
    words = lexicon.words
    weekday = words.weekdays.get(tokens.lower[at][:-1])
    behind = tokens.lower[at + 1]
    if weekday is None or len(tokens.lower[at]) < 7 or not tokens.is_capital(at):
        return None
    before = tokens.lower[at - 1] if at else ""
    if before in words.on or not behind.isalpha() or behind in words.clause_starts:
        return None
    return Mention(Kind.NAMED, at, at + 1, Unit.DAY, weekday=weekday, is_owner=True)


def _is_weekday(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True when "Sun" or "Sat" is a day here: beside a date, after "on", or alone."""
    words = lexicon.words
    before = tokens.lower[at - 1] if at else ""
    behind = at + 1 + (tokens.lower[at + 1] in (".", ","))
    word = tokens.lower[behind]
    if word.isdecimal() or word in words.months or before.isdecimal():
        return True
    if tokens.lower[at + 1][:1].isalpha():
        return False
    groups = (words.weekday_before, words.last, words.next, words.this, words.every)
    return not before[:1].isalpha() or any(before in group for group in groups)


def read_clock(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give a clock time: "10:30", "8 p.m.", "15:00 GMT", "1500 GMT", "six o'clock"."""
    word = tokens.lower[at]
    hour = int(word) if word.isdecimal() and len(word) <= 2 else None
    hour = lexicon.cardinals.get(word) if hour is None else hour
    minute: int | None = None
    after = at + 1
    if (
        len(word) == 4
        and word.isdecimal()
        and tokens.lower[after] in lexicon.words.zones
    ):
        hour, minute = int(word[:2]), int(word[2:])
    elif hour is None or (tokens.touches(at) and tokens.lower[at - 1] in "$£€./:-,"):
        return None
    elif tokens.lower[after] in (":", ".") and tokens.touches(after + 1):
        digits = tokens.lower[after + 1]
        if len(digits) == 2 and digits.isdecimal() and tokens.touches(after):
            minute = int(digits)
            after += 2
            if tokens.lower[after] == ":" and tokens.lower[after + 1].isdecimal():
                after += 2
    mark = _clock_mark(tokens, after, lexicon)
    colon = minute is not None and tokens.lower[at + 1] == ":"
    zoned = tokens.lower[after] in lexicon.words.zones
    if mark is None and not colon and not (zoned and minute is not None):
        return None
    if mark is not None:
        after, shift = mark
        if shift is not None and hour is not None and hour <= 12:
            hour = hour % 12 + shift
    while tokens.lower[after] in lexicon.words.zones:
        after += 1
    if hour is None or hour > 24 or (minute or 0) > 59:
        return None
    part = f"T{hour:02}:{minute or 0:02}"
    return Mention(Kind.CLOCK, at, after, Unit.DAY, part=part)


def _clock_mark(
    tokens: Tokens, at: int, lexicon: Lexicon
) -> tuple[int, int | None] | None:
    """Give the token after "pm", "p.m." or "o'clock" and the hours it adds."""
    marks = lexicon.words.clock_marks
    word = tokens.lower[at]
    if word in marks:
        return at + 1, marks[word]
    if tuple(tokens.lower[at : at + 3]) in lexicon.words.clock_phrases:
        return at + 3, None
    if tokens.lower[at + 1] == "." and word + tokens.lower[at + 2] in marks:
        after = at + 3
        closes = tokens.lower[after] == "." and tokens.touches(after)
        return after + closes, marks[word + tokens.lower[at + 2]]
    return None


def read_holiday(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give a feast, with the year that follows it: "Christmas Eve", "Easter 2024"."""
    match = match_phrase(tokens, at, lexicon.holidays)
    if match is None or not tokens.is_capital(at):
        return None
    year = read_year(tokens, match[0])
    return Mention(
        Kind.NAMED, at, match[0] + (year is not None), Unit.DAY, year=year,
        name=match[1],
    )  # fmt: skip
