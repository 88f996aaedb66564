"""Durations and what is counted in them: "five days", "two weeks ago", "last year".

Each `read_` function looks at one place of the token list and gives what it says, or
None. Method: our own.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.calendar_days import Unit
from sayso.reading.time_dates import read_month, read_weekday, read_year
from sayso.reading.time_lexicon import DASHES, Lexicon
from sayso.reading.time_mentions import Anchor, Kind, Mention
from sayso.reading.time_tokens import Tokens

CLOCK_UNITS = {"T-H": "H", "T-M": "M", "T-S": "S"}

_NOT_PLURAL = frozenset({"this", "less", "plus", "across", "lasts", "lasted", "years"})
"""Words in -s before "a year" that count nothing."""

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
    joint, article, half = tokens.lower[ahead : ahead + 3]
    if joint == "and" and article in words.one and half in words.half:
        return number + 0.5, ahead + 3
    return (number, ahead) if number < _LARGEST else None


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
    one = tokens.lower[at] in ("a", "an") and ahead == at + 1 and found.count == 1
    dated = _with_suffix(tokens, found, lexicon)
    if not one or dated.kind is not Kind.DURATION:
        return dated
    idle = found.clock_unit in ("M", "S") or _is_rate(tokens, at, found)
    return None if idle else dated


def _read_counted(
    tokens: Tokens, first: int, at: int, count: float | None, lexicon: Lexicon
) -> Mention | None:
    unit = read_unit(tokens, at, lexicon)
    if unit is None or unit[0] == "NI":
        return None
    name, _, after = unit
    if name == "Q" and (
        tokens.lower[at - 1] in DASHES or tokens.lower[after] in lexicon.words.of
    ):
        return None  # "three-quarters", "a quarter of the town" are fractions
    if tokens.lower[after : after + 3] == ["and", "a", "half"] and count is not None:
        count, after = count + 0.5, after + 3
    if tokens.lower[after] in DASHES and tokens.lower[after + 1] in ("long", "plus"):
        after += 2
    if tokens.lower[after : after + 2] == ["or", "so"]:
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


def _is_rate(tokens: Tokens, at: int, found: Mention) -> bool:
    """True for "20 times a day", "$5 million a year": how often, not how long."""
    word = tokens.lower[at - 1] if at else ""
    plain = found.unit is not Unit.DECADE and tokens.lower[found.after - 1] != "half"
    return plain and (
        word.isdecimal()
        or word in ("million", "billion", "thousand", "hundred", "percent", "%")
        or (word.endswith("s") and len(word) > 3 and word not in _NOT_PLURAL)
    )


def _with_suffix(tokens: Tokens, found: Mention, lexicon: Lexicon) -> Mention:
    """Give the duration, or the date that "ago", "earlier" or "later" makes of it."""
    words = lexicon.words
    at = found.after + (tokens.lower[found.after] in DASHES)
    word = tokens.lower[at]
    if word in words.ago:
        return _shifted(found, at + 1, -1, Anchor.WRITTEN)
    if word in words.hence or (
        word == "from" and tokens.lower[at + 1] in ("now", "today")
    ):
        return _shifted(found, at + 1 + (word == "from"), 1, Anchor.WRITTEN)
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
    for group, sign, anchor in sides:
        if word in group:
            found = _read_side(tokens, first, at + 1, lexicon, (sign, anchor, article))
            if found is not None:
                return found
    return None


def _read_side(
    tokens: Tokens,
    first: int,
    at: int,
    lexicon: Lexicon,
    side: tuple[int, Anchor, bool],
) -> Mention | None:
    """Give what "last", "next", "this" and their like stand before."""
    sign, anchor, _ = side
    named = _read_sided_name(tokens, first, at, lexicon, sign)
    if named is not None:
        return replace(named, anchor=anchor)
    amount, unit_at = _read_sided_amount(tokens, at, lexicon)
    unit = read_unit(tokens, unit_at, lexicon)
    if unit is None:
        return None
    name, plural, after = unit
    if amount is None and not plural and name not in CLOCK_UNITS:
        return _sided_unit(tokens, at, Mention(Kind.SHIFTED, first, after), name, side)
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
    if tokens.lower[unit_at] in ("to", "or", *DASHES):
        upper = read_amount(tokens, unit_at + 1, lexicon)
        if upper is not None:
            amount, unit_at = (None, upper[1]), upper[1]
    unit_at += tokens.lower[unit_at] in DASHES
    unit_at += tokens.lower[unit_at] in words.fillers
    return amount, unit_at


def _sided_unit(
    tokens: Tokens,
    at: int,
    found: Mention,
    name: str,
    side: tuple[int, Anchor, bool],
) -> Mention | None:
    """Give "last week" as a week, "the past week" as seven days, "last night"."""
    sign, anchor, article = side
    if name == "NI":
        if sign == 1:
            return None
        return replace(found, unit=Unit.DAY, count=sign, anchor=anchor, part="TNI")
    written = anchor is Anchor.WRITTEN
    past = tokens.lower[at - 1] == "past"
    if written and (past or name in ("2W", "10Y", "100Y")):
        whole = _duration(found.first, found.after, name, 1)
        return replace(whole, direction=sign)
    if name == "2W":
        return None
    window = sign == -1 and written and article
    return replace(
        found, unit=Unit(name), count=sign, anchor=anchor,
        direction=-1 if window else None,
    )  # fmt: skip


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
