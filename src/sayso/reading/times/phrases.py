"""Words that name a time by themselves or by a little company: today, daily, at noon.

Each `read_` function looks at one place of the token list and gives what it names, or
None. Method: our own.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.times.amounts import (
    read_amount,
    read_duration,
    read_relative,
    read_unit,
)
from sayso.reading.times.calendar import Unit
from sayso.reading.times.dates import (
    read_day_first,
    read_month_first,
    read_weekday,
    read_year,
)
from sayso.reading.times.lexicon import DASHES, Lexicon, match_phrase
from sayso.reading.times.mention import PAST_REF, RUNNING, Anchor, Kind, Mention
from sayso.reading.times.tokens import Tokens

SINCE_REACH = 8
"""Tokens between "since" and the name of a war: "Russia's full-scale invasion"."""


def extend_phrase(tokens: Tokens, found: Mention, lexicon: Lexicon) -> Mention:
    """Give the phrase with the part of day or the day that follows it."""
    words = lexicon.words
    is_day = found.unit is Unit.DAY and found.kind in (Kind.NAMED, Kind.SHIFTED)
    if is_day and not found.part:
        at = found.after
        at += tokens.lower[at] in DASHES or tokens.lower[at] in words.starts
        part = words.day_parts.get(tokens.lower[at])
        if part is not None:
            return replace(found, after=at + 1, part=part)
    dated = _with_relative_year(tokens, found, lexicon)
    if dated is not None:
        return dated
    if found.kind is Kind.CLOCK:
        at = _after_brackets(tokens, found.after)
        at += tokens.lower[at] == ","
        at += tokens.lower[at] in words.on or tokens.lower[at] in words.of
        day = (
            read_weekday(tokens, at, lexicon)
            or read_month_first(tokens, at, lexicon)
            or read_day_first(tokens, at, lexicon)
            or read_point(tokens, at, lexicon)
        )
        if day is not None and day.unit is Unit.DAY and not day.part:
            return replace(day, first=found.first, part=found.part)
    return found


def _with_relative_year(
    tokens: Tokens, found: Mention, lexicon: Lexicon
) -> Mention | None:
    """Give "4 April last year", "May that year", "autumn of this year" as one."""
    comes_yearly = found.month is not None or found.unit is Unit.SEASON
    if found.kind is not Kind.NAMED or not comes_yearly or found.part:
        return None
    if found.year is not None or found.direction is not None:
        return None
    at = found.after + (tokens.lower[found.after] in lexicon.words.of)
    year = read_relative(tokens, at, lexicon)
    if year is None or year.kind is not Kind.SHIFTED or year.unit is not Unit.YEAR:
        return None
    return replace(found, after=year.after, count=year.count, anchor=year.anchor)


def _after_brackets(tokens: Tokens, at: int) -> int:
    """Give the token behind "(1000 GMT)" when that begins here, else the same."""
    if tokens.lower[at] == "(":
        for closing in range(at + 2, at + 7):
            if tokens.lower[closing] == ")":
                return closing + 1
    return at


def read_bare_unit(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the year", "year", "the month" behind "the end of" and "early in"."""
    first = at
    at += tokens.lower[at] in lexicon.words.articles
    unit = read_unit(tokens, at, lexicon)
    if unit is None or unit[1] or unit[0] not in ("W", "M", "Y", "Q", "D", "10Y"):
        return None
    return Mention(Kind.SHIFTED, first, unit[2], Unit(unit[0]), 0)


def read_point(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "yesterday", "today", "tonight", "overnight"."""
    rule = lexicon.words.points.get(tokens.lower[at])
    if rule is None:
        return None
    count, _, part = rule.lstrip("<").partition("T")
    return Mention(
        Kind.SHIFTED, at, at + 1, Unit.DAY, int(count), part=part and f"T{part}",
        is_eve=rule.startswith("<"),
    )  # fmt: skip


def read_day_beside(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the day before yesterday", "the day before", "the day after"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    unit = read_unit(tokens, at, lexicon)
    if unit is None or unit[1] or unit[0] not in ("D", "W", "M", "Y", "NI"):
        return None
    word = tokens.lower[unit[2]]
    sign = -1 if word in words.earlier else 1 if word in words.later else 0
    if sign == 0:
        return None
    after = unit[2] + 1
    name = "D" if unit[0] == "NI" else unit[0]
    point = words.points.get(tokens.lower[after], "")
    if name == "D" and point in ("-1", "1") and int(point) == sign:
        return Mention(Kind.SHIFTED, first, after + 1, Unit.DAY, 2 * sign)
    behind = tokens.lower[after]
    if first == at:
        return None
    if behind[:1].isalnum() and behind not in words.clause_starts:
        if name != "D":
            return None
        return Mention(Kind.SHIFTED, first, unit[2], Unit.DAY, anchor=Anchor.NAMED)
    return Mention(Kind.SHIFTED, first, after, Unit(name), sign, Anchor.NAMED)


def read_reference(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "now", "recently", "the future"."""
    match = match_phrase(tokens, at, lexicon.references)
    if match is None:
        return None
    behind = match[0]
    if tokens.lower[behind] in lexicon.words.of:
        return None  # "the future of the town" is no time
    if read_amount(tokens, behind, lexicon) or read_unit(tokens, behind, lexicon):
        return None
    return Mention(Kind.REFERENCE, at, match[0], value=match[1])


def read_told(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the same period" of "in the same period", "then" of "since then"."""
    words = lexicon.words
    first, before = at, tokens.lower[at - 1] if at else ""
    if tokens.lower[at] in words.thens and before in words.since:
        return Mention(Kind.TOLD, at, at + 1, value=PAST_REF)
    if before not in words.counted_over:
        return None
    at += tokens.lower[at] in words.articles
    if tokens.lower[at] not in words.same | words.this:
        return None
    at += 1 + (tokens.lower[at + 1] in words.same)
    if tokens.lower[at] not in words.stretches or tokens.lower[at + 1] in words.of:
        return None
    # "In the same period last year" is another one.
    if read_relative(tokens, at + 1, lexicon) or read_year(tokens, at + 1):
        return None
    return Mention(Kind.TOLD, first, at + 1, value=PAST_REF)


def read_repeated(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "daily", "every day", "every two weeks", "each Monday", "Mondays"."""
    words = lexicon.words
    word = tokens.lower[at]
    if word in words.sets:
        if tokens.is_capital(at + 1) and not tokens.is_capital(at):
            return None  # "the daily Courier" is a newspaper
        return Mention(Kind.REPEATED, at, at + 1, value=words.sets[word])
    if word.endswith("s") and word[:-1] in words.weekdays and len(word) > 6:
        if tokens.is_capital(at):
            day = words.weekdays[word[:-1]] + 1
            return Mention(Kind.REPEATED, at, at + 1, value=f"XXXX-WXX-{day}")
        return None
    if word not in words.every:
        return None
    return _read_every(tokens, at, at + 1, lexicon)


def _read_every(
    tokens: Tokens, first: int, at: int, lexicon: Lexicon
) -> Mention | None:
    words = lexicon.words
    word = tokens.lower[at]
    if word in words.weekdays and tokens.is_capital(at):
        value = f"XXXX-WXX-{words.weekdays[word] + 1}"
        return Mention(Kind.REPEATED, first, at + 1, value=value)
    if word in words.months and tokens.is_capital(at):
        value = f"XXXX-{words.months[word]:02}"
        return Mention(Kind.REPEATED, first, at + 1, value=value)
    if word in words.seasons:
        return Mention(
            Kind.REPEATED, first, at + 1, value=f"XXXX-{words.seasons[word]}"
        )
    if word in words.day_parts and word not in words.units:
        value = f"XXXX-XX-XX{words.day_parts[word]}"
        return Mention(Kind.REPEATED, first, at + 1, value=value)
    count: int | str = 1
    if word in words.other:
        count, at = 2, at + 1
    elif (amount := read_amount(tokens, at, lexicon)) is not None:
        if word in words.one:
            return None
        count, at = "X" if amount[0] is None else int(amount[0]), amount[1]
    unit = read_unit(tokens, at, lexicon)
    if unit is None or tokens.lower[unit[2]] in words.of:
        return None
    value = "XXXX-XX-XXTNI" if unit[0] == "NI" else duration_value(unit[0], count)
    return Mention(Kind.REPEATED, first, unit[2], value=value)


def duration_value(unit: str, count: int | str) -> str:
    """Give a TIMEX3 duration: ("D", 5) is "P5D", ("T-H", 2) is "PT2H"."""
    if unit.startswith("T-"):
        return f"PT{count}{unit[2:]}"
    if unit == "2W":
        return f"P{count * 2}W"
    if unit in ("10Y", "100Y") and isinstance(count, int):
        return f"P{count * int(unit[:-1])}Y"
    return f"P{count}{unit.lstrip('0123456789')}"


def read_running(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the year", "the quarter", and "for weeks" without its preposition."""
    words = lexicon.words
    unit = read_unit(tokens, at, lexicon)
    if unit is not None:
        if not unit[1] and _ends_on_day(tokens, unit, lexicon):
            return Mention(Kind.DURATION, at, unit[2], Unit(unit[0]), 1)
        if unit[1] and tokens.lower[unit[2]] in words.ago:
            return Mention(Kind.REFERENCE, at, unit[2] + 1, value=PAST_REF)
        before = tokens.lower[at - 1] if at else ""
        if not unit[1] or before not in words.window_cues or unit[0] == "NI":
            return None
        if unit[0].startswith("T-"):
            return Mention(Kind.DURATION, at, unit[2], clock_unit=unit[0][2:])
        return Mention(Kind.DURATION, at, unit[2], Unit(unit[0]))
    if tokens.lower[at] not in words.articles:
        return None
    unit = read_unit(tokens, at + 1, lexicon)
    if unit is not None and _ends_on_day(tokens, unit, lexicon):
        return Mention(Kind.DURATION, at, unit[2], Unit(unit[0]), 1)
    return _read_running_unit(tokens, at, lexicon)


def _read_running_unit(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the year", "the weekend", "in the week" with their article."""
    words = lexicon.words
    full = at + 1 + (tokens.lower[at + 1] in words.fillers)
    full += tokens.lower[full] in words.fiscal
    unit = read_unit(tokens, full, lexicon)
    if unit is None or unit[1]:
        return None
    if unit[0] == "Q":
        return Mention(Kind.SHIFTED, at, unit[2], Unit.QUARTER, 0, Anchor.NAMED)
    if unit[0] == "WE":
        return Mention(Kind.NAMED, at, unit[2], Unit.WEEKEND)
    before = tokens.lower[at - 1] if at else ""
    if unit[0] in ("W", "M") and before in words.window_cues:
        return _read_counted_over(tokens, at, unit, lexicon)
    if unit[0] == "Y" and tokens.lower[unit[2]] not in words.of:
        return Mention(Kind.SHIFTED, at, unit[2], Unit.YEAR, 0)
    return None


def _ends_on_day(tokens: Tokens, unit: tuple[str, bool, int], lexicon: Lexicon) -> bool:
    """True for the week of "week to 2 March", "the month ending Friday"."""
    if unit[1] or unit[0] not in ("W", "M"):
        return False
    for words in (*lexicon.words.windows_to, *lexicon.words.windows_from):
        at = unit[2] + len(words)
        if tuple(tokens.lower[unit[2] : at]) == words:
            day = (
                read_weekday(tokens, at, lexicon)
                or read_day_first(tokens, at, lexicon)
                or read_month_first(tokens, at, lexicon)
            )
            if day is not None and day.unit is Unit.DAY:
                return True
    return False


def _read_counted_over(
    tokens: Tokens, first: int, unit: tuple[str, bool, int], lexicon: Lexicon
) -> Mention | None:
    """Give "in the week" as the seven days up to now, "for the month" as its month."""
    name, _, after = unit
    behind = tokens.lower[after]
    if behind in lexicon.words.of or behind in lexicon.words.earlier:
        return None
    if tokens.lower[first - 1] in lexicon.words.of and name == "W":
        return None
    if name == "M":
        return Mention(
            Kind.SHIFTED, first, after, Unit.MONTH, 0, Anchor.NAMED, name=RUNNING
        )
    return Mention(Kind.SHIFTED, first, after, Unit.WEEK, 0, is_window=True)


def read_day_part(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "noon", "in the morning", "by evening", "the night of 5 March"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    part = words.day_parts.get(tokens.lower[at])
    if part is None:
        return None
    if part == "TNI" and tokens.lower[at + 1] in words.into:
        day = read_weekday(tokens, at + 2, lexicon) or read_day_first(
            tokens, at + 2, lexicon
        )
        if day is not None and not day.part:
            return replace(day, first=first, part=part, is_eve=True)
    found = Mention(Kind.CLOCK, first, at + 1, Unit.DAY, part=part)
    extended = extend_phrase(tokens, found, lexicon)
    if extended is not found:
        return extended
    before = tokens.lower[first - 1] if first else ""
    if part[1:2].isdecimal() or before in words.part_before:
        return found
    return None


def read_nth_weekday(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the last Friday of this month", "the first Monday in May 2025"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    word = tokens.lower[at]
    nth = -1 if word in words.last else words.ordinals.get(word)
    weekday = words.weekdays.get(tokens.lower[at + 1])
    if nth is None or nth > 5 or weekday is None:
        return None
    if not (tokens.lower[at + 2] in words.of or tokens.lower[at + 2] in words.on):
        return None
    inner = read_month_first(tokens, at + 3, lexicon) or read_relative(
        tokens, at + 3, lexicon
    )
    if inner is None or inner.unit is not Unit.MONTH:
        return None
    return replace(inner, first=first, nth=nth, weekday=weekday, kind=inner.kind)


def _read_part_of_year(
    tokens: Tokens, first: int, at: int, lexicon: Lexicon, *, opens: bool
) -> Mention | None:
    """Give "the first three months of 2013" as a duration that lies in its year."""
    found = read_duration(tokens, at, lexicon)
    if found is None or found.kind is not Kind.DURATION:
        return None
    at = found.after + 1
    year = read_year(tokens, at)
    if year is None:
        return None
    name = "FIRST" if opens else "LAST"
    return replace(found, first=first, after=at + 1, year=year, name=name)


def read_third_of(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the last week of March", "the first days of May" as a part of it."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    word = tokens.lower[at]
    opens = words.ordinals.get(word) == 1
    if not opens and word not in words.closing and words.ordinals.get(word) != 2:
        return None
    at += 1
    amount = read_amount(tokens, at, lexicon)
    start = at
    at = at if amount is None else amount[1]
    unit = read_unit(tokens, at, lexicon)
    if unit is None or tokens.lower[unit[2]] not in words.of:
        return None
    inner = read_month_first(tokens, unit[2] + 1, lexicon) or read_relative(
        tokens, unit[2] + 1, lexicon
    )
    if inner is None and amount is not None and (opens or word in words.closing):
        return _read_part_of_year(tokens, first, start, lexicon, opens=opens)
    if inner is None or inner.unit is not Unit.MONTH:
        return None
    mod = "START" if opens else "END" if word in words.closing else "MID"
    return replace(inner, first=first, mod=mod)


def read_since_war(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "invasion" of "since Russia's invasion", "since the war began".

    A war that its own year or place tells apart is left to these: "since the war of
    2020".
    """
    words = lexicon.words
    if not any(tokens.lower[at] == name[0] for name in words.war_names):
        return None
    sizes = [
        len(name)
        for name in words.war_names
        if tuple(tokens.lower[at : at + len(name)]) == name
    ]
    if not sizes:
        return None
    after = at + max(sizes)
    told = tokens.lower[after] in words.of | words.on
    if told and read_year(tokens, after + 1) is not None:
        return None
    for before in range(at - 1, max(at - 2 - SINCE_REACH, -1), -1):
        word = tokens.lower[before]
        if word in words.since:
            return Mention(Kind.START_OF_WAR, at, after, Unit.DAY, 0, opener="since")
        if not word[:1].isalpha() and word not in ("'", "’", *DASHES):
            return None
    return None


def read_war_day(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the start of the war", "the 1,118th day of the war", "day 12 of it"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    word = tokens.lower[at]
    count: float | None = None
    if word in words.starts or word in words.beginnings:
        count, at = 0, at + 1
    elif word.isdecimal() and (amount := read_amount(tokens, at, lexicon)) is not None:
        count, at = (amount[0] or 1) - 1, amount[1]
        if tokens.lower[at] not in words.ordinal_endings:
            return None
        at += 1
        if words.units.get(tokens.lower[at]) != "D":
            return None
        at += 1
    elif words.units.get(word) == "D" and tokens.lower[at + 1].isdecimal():
        amount = read_amount(tokens, at + 1, lexicon)
        if amount is None or amount[0] is None:
            return None
        count, at = amount[0] - 1, amount[1]
    if count is None or tokens.lower[at] not in words.of:
        return None
    for ahead in range(at + 1, at + 7):
        if tokens.lower[ahead] in words.wars:
            return Mention(Kind.START_OF_WAR, first, ahead + 1, Unit.DAY, count)
        if not (tokens.lower[ahead].isalpha() or tokens.lower[ahead] in DASHES):
            return None
    return None
