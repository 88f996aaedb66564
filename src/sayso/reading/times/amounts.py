"""Durations and what is counted in them: "five days", "two weeks ago", "last year".

Each `read_` function looks at one place of the token list and gives what it says, or
None. Method: our own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.reading.times.calendar import Unit
from sayso.reading.times.dates import (
    read_holiday,
    read_month,
    read_weekday,
    read_year,
)
from sayso.reading.times.lexicon import DASHES, Lexicon
from sayso.reading.times.mention import Anchor, Kind, Mention
from sayso.reading.times.tokens import Tokens

CLOCK_UNITS = {"T-H": "H", "T-M": "M", "T-S": "S"}

_LARGEST = 10**6
"""Counts beyond it are no durations that anybody writes about."""


def read_amount(
    tokens: Tokens, at: int, lexicon: Lexicon
) -> tuple[float | None, int] | None:
    """Give a count and the token after it; the count is None where it is vague."""
    words = lexicon.words
    word = tokens.lower[at]
    ahead = at + 1
    if word in words.one and (
        tokens.lower[ahead] in words.few or tokens.lower[ahead] in words.half
    ):
        word, at, ahead = tokens.lower[ahead], ahead, ahead + 1
    if word in words.half:
        ahead += tokens.lower[ahead] in words.one
        return 0.5, ahead
    if word in words.few:
        ahead += tokens.lower[ahead] in words.of
        return words.few[word], ahead
    number: float
    if word.isdecimal():
        if _stands_in_number(tokens, at):
            return None
        number, ahead = _read_digits(tokens, at)
    elif word in lexicon.cardinals:
        number, ahead = _read_cardinal(tokens, at, lexicon)
    elif word in words.one:
        return 1, ahead
    else:
        return None
    half = _read_half(tokens, ahead, lexicon)
    if half is not None:
        return number + 0.5, half
    return (number, ahead) if number < _LARGEST else None


def _read_half(tokens: Tokens, at: int, lexicon: Lexicon) -> int | None:
    """Give the token after "and a half" or "-and-a-half"."""
    words = lexicon.words
    for group in (words.list_joiners, words.one, words.half):
        at += tokens.lower[at] in DASHES
        if tokens.lower[at] not in group:
            return None
        at += 1
    return at


def _stands_in_number(tokens: Tokens, at: int) -> bool:
    return tokens.touches(at) and (
        tokens.lower[at - 1] in ("$", "£", "€", ".", ",", "/", ":", "#")
        or tokens.lower[at - 1][0].isalpha()
    )


def _read_digits(tokens: Tokens, at: int) -> tuple[float, int]:
    """Give the number at digits with its thousands, decimals or "1/2"."""
    text, ahead = tokens.lower[at][:9], at + 1
    while (
        tokens.lower[ahead] == ","
        and tokens.touches(ahead)
        and tokens.touches(ahead + 1)
        and len(tokens.lower[ahead + 1]) == 3
        and tokens.lower[ahead + 1].isdecimal()
        and len(text) < 9
    ):
        text += tokens.lower[ahead + 1]
        ahead += 2
    number: float = int(text)
    if tokens.lower[ahead] == "." and tokens.touches(ahead + 1):
        digits = tokens.lower[ahead + 1]
        if digits.isdecimal() and len(digits) <= 2:
            return float(f"{text}.{digits}"), ahead + 2
    joint = ahead + (tokens.lower[ahead] in DASHES)
    if tokens.lower[joint : joint + 3] == ["1", "/", "2"]:
        return number + 0.5, joint + 3
    if tokens.lower[ahead] == "½":
        return number + 0.5, ahead + 1
    return number, ahead


def _read_cardinal(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, int]:
    """Give "twenty four", "twenty-four" or "seven" and the token after it."""
    number = lexicon.cardinals[tokens.lower[at]]
    ahead = at + 1
    if number >= 20 and number % 10 == 0:
        joint = ahead + (tokens.lower[ahead] in DASHES)
        unit = lexicon.cardinals.get(tokens.lower[joint], 0)
        if 1 <= unit <= 9:
            return number + unit, joint + 1
    return number, ahead


def read_unit(
    tokens: Tokens, at: int, lexicon: Lexicon
) -> tuple[str, bool, int] | None:
    """Give a unit's name in `TimeWords.units`, whether it is plural, and the next."""
    word = tokens.lower[at]
    unit = lexicon.words.units.get(word)
    if unit is None:
        return None
    after = at + 1
    if tokens.lower[after] in ("'", "’") and tokens.touches(after):
        if tokens.lower[after + 1] == "s" and tokens.touches(after + 1):
            return unit, False, after
        after += word.endswith("s")
    return unit, word in lexicon.words.plural_units, after


def read_duration(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "five days", "a year and a half", "16-hour", "two weeks ago", ..."""
    amount = read_amount(tokens, at, lexicon)
    if amount is None:
        return None
    count, ahead = amount
    hyphen = tokens.lower[ahead] in DASHES
    ahead += hyphen
    for _ in range(2):
        ahead += tokens.lower[ahead] in lexicon.words.fillers
    found = _read_counted(tokens, at, ahead, count, lexicon)
    if found is None or _is_age(tokens, found.after, lexicon):
        return None
    one = (
        _is_article(tokens.lower[at], lexicon) and ahead == at + 1 and found.count == 1
    )
    dated = _with_suffix(tokens, found, lexicon)
    if not one or dated.kind is not Kind.DURATION:
        return dated
    idle = found.clock_unit in ("M", "S") or _is_rate(tokens, at, found, lexicon)
    return None if idle else dated


def _read_counted(
    tokens: Tokens, first: int, at: int, count: float | None, lexicon: Lexicon
) -> Mention | None:
    unit = read_unit(tokens, at, lexicon)
    if unit is None or unit[0] == "NI":
        return None
    name, _, after = unit
    if name == "Q" and (
        tokens.lower[at - 1] in DASHES
        or tokens.lower[after] in lexicon.words.of
        or tokens.lower[after] in DASHES
    ):
        return None  # "three-quarters", "a quarter of the town" are fractions
    half = _read_half(tokens, after, lexicon)
    if half is not None and count is not None:
        count, after = count + 0.5, half
    if (
        tokens.lower[after] in DASHES
        and tokens.lower[after + 1] in lexicon.words.compounds
    ):
        after += 2
    if tuple(tokens.lower[after : after + 2]) in lexicon.words.tails:
        after += 2
    return _duration(first, after, name, count)


def _duration(first: int, after: int, name: str, count: float | None) -> Mention:
    if name in CLOCK_UNITS:
        return Mention(
            Kind.DURATION, first, after, count=count, clock_unit=CLOCK_UNITS[name]
        )
    if name == "2W":
        return Mention(Kind.DURATION, first, after, Unit.WEEK, count and 2 * count)
    return Mention(Kind.DURATION, first, after, Unit(name), count)


def _is_age(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True for "34-year-old" and "34 years old": annotators mark no ages."""
    at += tokens.lower[at] in DASHES
    word = tokens.lower[at]
    return word in lexicon.words.ages or (
        word in lexicon.words.of and tokens.lower[at + 1] in lexicon.words.ages
    )


def _is_article(word: str, lexicon: Lexicon) -> bool:
    """True for "a", not for "one"."""
    return word in lexicon.words.one and word not in lexicon.cardinals


def _is_rate(tokens: Tokens, at: int, found: Mention, lexicon: Lexicon) -> bool:
    """True for "20 times a day", "$5 million a year": how often, not how long."""
    words = lexicon.words
    word = tokens.lower[at - 1] if at else ""
    if found.unit is Unit.DECADE or tokens.lower[found.after - 1] in words.half:
        return False
    is_plural = word.endswith(words.plural_endings) and len(word) > 3
    return (
        word.isdecimal()
        or word in words.multipliers
        or (is_plural and word not in words.not_plural)
    )


def _with_suffix(tokens: Tokens, found: Mention, lexicon: Lexicon) -> Mention:
    """Give the duration, or the date that "ago", "earlier" or "later" makes of it."""
    words = lexicon.words
    at = found.after + (tokens.lower[found.after] in DASHES)
    word = tokens.lower[at]
    if word in words.ago:
        return _shifted(found, at + 1, -1, Anchor.WRITTEN)
    if word in words.hence:
        return _shifted(found, at + 1, 1, Anchor.WRITTEN)
    if (word, tokens.lower[at + 1]) in words.from_now:
        return _shifted(found, at + 2, 1, Anchor.WRITTEN)
    behind = tokens.lower[at + 1]
    if behind in words.than:
        return found
    if found.count is None:
        return found
    clause_ends = not behind[:1].isalnum() or behind in words.clause_starts
    if word in words.earlier and (clause_ends or word not in words.also_prepositions):
        return _shifted(found, at + 1, -1, Anchor.NAMED)
    if word in words.later and (clause_ends or word not in words.also_prepositions):
        return _shifted(found, at + 1, 1, Anchor.NAMED)
    return found


def _shifted(found: Mention, after: int, sign: int, anchor: Anchor) -> Mention:
    count = None if found.count is None else sign * found.count
    return replace(
        found, kind=Kind.SHIFTED, after=after, count=count, anchor=anchor,
        direction=sign,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Side:
    """What a word like "last" says of the unit behind it."""

    sign: int
    anchor: Anchor
    is_stretch: bool
    """True for "past": a stretch up to the day of writing."""
    is_window: bool
    """True for "the last": a unit of the calendar, told of such a stretch."""


def read_relative(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "last year", "the past five days", "this week", "the same day", ..."""
    words = lexicon.words
    first = at
    article = tokens.lower[at] in words.articles
    at += article
    word = tokens.lower[at]
    if word in words.this and tokens.lower[at + 1] in (words.last - words.before):
        at, word = at + 1, tokens.lower[at + 1]
    if word in words.same and tokens.lower[at + 1] in words.same:
        at, word = at + 1, tokens.lower[at + 1]
    sides: tuple[tuple[frozenset[str], int, Anchor], ...] = (
        (words.last, -1, Anchor.WRITTEN),
        (words.before, -1, Anchor.NAMED),
        (words.next, 1, Anchor.WRITTEN),
        (words.after, 1, Anchor.NAMED),
        (words.this, 0, Anchor.WRITTEN),
        (words.same, 0, Anchor.NAMED),
        (words.recent, -1, Anchor.WRITTEN),
    )
    is_stretch = word in words.window_words
    is_window = article and word in words.running
    for group, sign, anchor in sides:
        if word in group:
            side = _Side(sign, anchor, is_stretch=is_stretch, is_window=is_window)
            found = _read_side(tokens, first, at + 1, lexicon, side)
            if found is not None:
                told = article and sign == 1 and found.unit is Unit.DAY
                is_next = told and found.kind is Kind.SHIFTED and not found.part
                return replace(found, anchor=Anchor.NAMED) if is_next else found
    return None


def _read_side(
    tokens: Tokens,
    first: int,
    at: int,
    lexicon: Lexicon,
    side: _Side,
) -> Mention | None:
    """Give what "last", "next", "this" and their like stand before."""
    sign, anchor = side.sign, side.anchor
    named = _read_sided_name(tokens, first, at, lexicon, sign)
    if named is not None:
        return replace(named, anchor=anchor)
    amount, unit_at = _read_sided_amount(tokens, at, lexicon)
    unit = read_unit(tokens, unit_at, lexicon)
    if unit is None:
        return None
    name, plural, after = unit
    if amount is None and not plural and name not in CLOCK_UNITS:
        return _sided_unit(Mention(Kind.SHIFTED, first, after), name, side)
    if name == "NI" or (sign == 0 and (name in CLOCK_UNITS or anchor is Anchor.NAMED)):
        return None
    count = amount[0] if amount is not None else (None if plural else 1.0)
    found = _duration(first, after, name, count)
    return replace(found, direction=sign, anchor=anchor)


def _read_sided_amount(
    tokens: Tokens, at: int, lexicon: Lexicon
) -> tuple[tuple[float | None, int] | None, int]:
    """Give the count behind "last", None for none, and the token of its unit."""
    words = lexicon.words
    amount = read_amount(tokens, at, lexicon)
    if amount is None or tokens.lower[at] in words.one:
        return None, at + (tokens.lower[at] in words.fiscal)
    unit_at = amount[1]
    joiner = tokens.lower[unit_at]
    if joiner in words.range_joiners or joiner in words.list_joiners:
        upper = read_amount(tokens, unit_at + 1, lexicon)
        if upper is not None:
            amount, unit_at = (None, upper[1]), upper[1]
    unit_at += tokens.lower[unit_at] in DASHES
    unit_at += tokens.lower[unit_at] in words.fillers
    return amount, unit_at


def _sided_unit(found: Mention, name: str, side: _Side) -> Mention | None:
    """Give "last week" as a week, "the past week" as seven days, "last night"."""
    sign, anchor = side.sign, side.anchor
    if name == "NI":
        if sign == 1:
            return None
        return replace(found, unit=Unit.DAY, count=sign, anchor=anchor, part="TNI")
    written = anchor is Anchor.WRITTEN
    if written and (side.is_stretch or name in ("2W", "10Y", "100Y")):
        whole = _duration(found.first, found.after, name, 1)
        return replace(whole, direction=sign)
    if name == "2W":
        return None
    return replace(
        found, unit=Unit(name), count=sign, anchor=anchor, is_window=side.is_window
    )


def _read_sided_name(
    tokens: Tokens, first: int, at: int, lexicon: Lexicon, sign: int
) -> Mention | None:
    """Give "last Monday", "next May", "this spring", "last Friday of this month"."""
    words = lexicon.words
    weekday = read_weekday(tokens, at, lexicon)
    if weekday is not None and weekday.month is None:
        return replace(weekday, first=first, direction=sign)
    month = read_month(tokens, at, lexicon)
    if month is not None and tokens.is_capital(at):
        year = read_year(tokens, month[1])
        if year is None and not tokens.lower[month[1]].isdecimal():
            return Mention(
                Kind.NAMED, first, month[1], Unit.MONTH, month=month[0], direction=sign
            )
        return None
    feast = read_holiday(tokens, at, lexicon)
    if feast is not None and feast.year is None:
        return replace(feast, first=first, direction=sign)
    season = words.seasons.get(tokens.lower[at])
    if season is not None:
        return Mention(
            Kind.NAMED, first, at + 1, Unit.SEASON, name=season, direction=sign
        )
    part = words.day_parts.get(tokens.lower[at])
    if part is not None and part[1:2].isalpha() and sign <= 0:
        anchor = Anchor.NAMED if tokens.lower[at - 1] in words.same else Anchor.WRITTEN
        return Mention(Kind.SHIFTED, first, at + 1, Unit.DAY, sign, anchor, part=part)
    return None
