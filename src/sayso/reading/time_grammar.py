"""Finds time phrases in tokens and says what their words mean, day of writing aside.

One pass from left to right; at each word that may begin a phrase the rules of
`time_dates`, `time_amounts` and this module look ahead a bounded number of tokens and
the longest reading wins, so time is linear in the text. Method: our own; what is a
time expression follows the TimeML guidelines 1.2.1 and the habits of TempEval-3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.reading.calendar_days import Unit
from sayso.reading.time_amounts import (
    read_amount,
    read_duration,
    read_relative,
    read_unit,
)
from sayso.reading.time_dates import (
    read_clock,
    read_day_first,
    read_day_number,
    read_holiday,
    read_month,
    read_month_first,
    read_numeric,
    read_spelled_year,
    read_weekday,
    read_year,
)
from sayso.reading.time_lexicon import DASHES, Lexicon, match_phrase
from sayso.reading.time_mentions import Anchor, Kind, Mention
from sayso.reading.time_tokens import Tokens

_SINCE_REACH = 9
"""Tokens from "since" to the date of what began."""


def find_mentions(tokens: Tokens, lexicon: Lexicon) -> list[Mention]:
    """Give the time phrases of a stretch in order; none overlaps another."""
    found: list[Mention] = []
    at = 0
    lower, heads = tokens.lower, lexicon.heads
    while at < tokens.count:
        word = lower[at]
        if word in heads or word.isdecimal() or word in ("'", "’"):
            for mention in _read_here(tokens, at, lexicon, found[-1:]):
                found.append(mention)
                at = mention.after - 1
        at += 1
    return [_with_opener(tokens, mention, lexicon) for mention in found]


def _read_here(
    tokens: Tokens, at: int, lexicon: Lexicon, previous: list[Mention]
) -> Iterator[Mention]:
    """Give what begins at this token, with the days listed beside a date."""
    if previous and previous[0].after in (at - 1, at):
        follower = _read_follower(tokens, at, lexicon, previous[0])
        if follower is not None:
            yield follower
            return
    days = _read_days_before(tokens, at, lexicon)
    if days:
        yield from days
        return
    found = _read_modified(tokens, at, lexicon) or read_phrase(tokens, at, lexicon)
    if found is not None:
        yield found


def _read_follower(
    tokens: Tokens, at: int, lexicon: Lexicon, previous: Mention
) -> Mention | None:
    """Give the second of "March 6-7", "March 6 and 7" and "2014-15"."""
    words = lexicon.words
    joiner = tokens.lower[at - 1]
    if previous.kind is not Kind.NAMED or previous.after != at - 1:
        return None
    if joiner not in words.range_joiners and joiner not in words.list_joiners:
        return None
    if previous.unit is Unit.YEAR and previous.year and joiner in DASHES:
        return _read_short_year(tokens, at, previous.year)
    if previous.unit is not Unit.DAY or previous.month is None or previous.year:
        return None
    if not tokens.lower[previous.after - 1].isdecimal():
        return None
    if read_day_first(tokens, at, lexicon) is not None:
        return None
    day = read_day_number(tokens, at, lexicon)
    if day is None or not tokens.lower[at].isdecimal():
        return None
    behind = tokens.lower[day[1]]
    if behind[:1].isalpha() and joiner not in DASHES and not _is_safe(behind, lexicon):
        return None
    after = day[1]
    ahead = after + (tokens.lower[after] == ",")
    year = read_year(tokens, ahead)
    if year is not None:
        after = ahead + 1
    return Mention(
        Kind.NAMED, at, after, Unit.DAY, year=year, month=previous.month, day=day[0]
    )


def _read_short_year(tokens: Tokens, at: int, before: int) -> Mention | None:
    """Give the second year of "2014-15"."""
    short = tokens.lower[at]
    if not tokens.touches(at) or len(short) != 2 or not short.isdecimal():
        return None
    year = before // 100 * 100 + int(short)
    behind = tokens.lower[at + 1][:1] if tokens.touches(at + 1) else ""
    if year <= before or behind.isalnum() or behind in DASHES:
        return None
    return Mention(Kind.NAMED, at, at + 1, Unit.YEAR, year=year)


def _is_safe(word: str, lexicon: Lexicon) -> bool:
    """True when a word cannot be the noun that a number before it counts."""
    words = lexicon.words
    return word in words.on or word in words.clause_starts or word in words.list_joiners


def _read_days_before(tokens: Tokens, at: int, lexicon: Lexicon) -> list[Mention]:
    """Give "6-7 March", "3 and 12 March", "26, 27 and 28 May" as their days."""
    if not tokens.lower[at].isdecimal() or len(tokens.lower[at]) > 2:
        return []
    words = lexicon.words
    days: list[tuple[int, int, int]] = []
    place = at
    while len(days) < 8:
        whole = read_day_first(tokens, place, lexicon)
        if whole is not None:
            return [
                Mention(
                    Kind.NAMED, first, after, Unit.DAY,
                    year=whole.year, month=whole.month, day=number,
                )
                for number, first, after in days
            ] + [whole] if days else []  # fmt: skip
        day = read_day_number(tokens, place, lexicon)
        joiner = tokens.lower[day[1]] if day else ""
        if day is None or not (
            joiner in words.range_joiners
            or joiner in words.list_joiners
            or joiner == ","
        ):
            return []
        days.append((day[0], place, day[1]))
        place = day[1] + 1
    return []


def read_phrase(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give the longest phrase without "early", "about" and the like before it."""
    best: Mention | None = None
    for rule in _RULES:
        found = rule(tokens, at, lexicon)
        if found is not None and (best is None or found.after > best.after):
            best = found
    return None if best is None else _extended(tokens, best, lexicon)


def _extended(tokens: Tokens, found: Mention, lexicon: Lexicon) -> Mention:
    """Give the phrase with the part of day or the day that follows it."""
    words = lexicon.words
    is_day = found.unit is Unit.DAY and found.kind in (Kind.NAMED, Kind.SHIFTED)
    if is_day and not found.part:
        at = found.after
        at += tokens.lower[at] in DASHES or tokens.lower[at] in words.starts
        part = words.day_parts.get(tokens.lower[at])
        if part is not None:
            return replace(found, after=at + 1, part=part)
    if found.kind is Kind.CLOCK:
        at = found.after + (tokens.lower[found.after] == ",")
        at += tokens.lower[at] in words.on or tokens.lower[at] in words.of
        day = (
            read_weekday(tokens, at, lexicon)
            or read_month_first(tokens, at, lexicon)
            or read_day_first(tokens, at, lexicon)
            or _read_point(tokens, at, lexicon)
        )
        if day is not None and day.unit is Unit.DAY and not day.part:
            return replace(day, first=found.first, part=found.part)
    return found


def _read_modified(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "early March", "the end of 2024", "about two years ago", "later today"."""
    return _read_third(tokens, at, lexicon) or _read_approximate(tokens, at, lexicon)


def _read_third(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    word = tokens.lower[at]
    comparative = word in words.earlier or word in words.later
    if word in words.starts or word in words.earlier:
        mod = "START"
    elif word in words.middles:
        mod = "MID"
    elif word in words.ends or word in words.later:
        mod = "END"
    else:
        return None
    at += 1
    ahead = at + (
        tokens.lower[at] in DASHES
        or tokens.lower[at] in words.of
        or (tokens.lower[at] in words.on and word not in words.middles)
    )
    inner = read_phrase(tokens, ahead, lexicon)
    if inner is None and not comparative:
        inner = _read_bare_unit(tokens, ahead, lexicon)
    if inner is None or inner.kind not in (Kind.NAMED, Kind.SHIFTED, Kind.START_OF_WAR):
        return _read_part_third(tokens, first, at, lexicon, mod)
    if comparative and not (
        inner.kind is Kind.SHIFTED
        and inner.anchor is Anchor.WRITTEN
        and not inner.count
    ):
        return None
    if inner.kind is Kind.SHIFTED and inner.direction and inner.anchor is Anchor.NAMED:
        return None
    return replace(inner, first=first, mod=mod)


def _read_part_third(
    tokens: Tokens, first: int, at: int, lexicon: Lexicon, mod: str
) -> Mention | None:
    """Give "mid afternoon", "early morning"."""
    at += tokens.lower[at] in DASHES
    part = lexicon.words.day_parts.get(tokens.lower[at])
    if part is None:
        return None
    found = Mention(Kind.CLOCK, first, at + 1, Unit.DAY, part=part, mod=mod)
    return _extended(tokens, found, lexicon)


def _read_bare_unit(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the year", "year", "the month" behind "the end of" and "early in"."""
    first = at
    at += tokens.lower[at] in lexicon.words.articles
    unit = read_unit(tokens, at, lexicon)
    if unit is None or unit[1] or unit[0] not in ("W", "M", "Y", "Q", "D", "10Y"):
        return None
    return Mention(Kind.SHIFTED, first, unit[2], Unit(unit[0]), 0)


def _read_approximate(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    match = match_phrase(tokens, at, lexicon.modifiers)
    if match is None:
        return None
    ahead, mod = match
    inner = read_phrase(tokens, ahead, lexicon)
    if inner is None:
        return None
    counted = read_amount(tokens, ahead, lexicon) is not None
    if inner.kind is Kind.DURATION and counted:
        return replace(inner, first=at, mod=mod)
    if inner.kind is Kind.SHIFTED and counted:
        return replace(inner, first=at, mod=mod)
    if mod == "APPROX" and (inner.kind is Kind.CLOCK or inner.day or inner.part):
        return replace(inner, first=at, mod=mod)
    return None


def _read_numeric(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    del lexicon
    return read_numeric(tokens, at) if tokens.lower[at].isdecimal() else None


def _read_year_phrase(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "2014", "the 1990s", "the '90s", "nineteen ninety-six", "fiscal 2012"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
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
    spelled = read_spelled_year(tokens, at, lexicon)
    if spelled is not None and spelled[0] >= 1800:
        return Mention(Kind.NAMED, first, spelled[1], Unit.YEAR, year=spelled[0])
    year = read_year(tokens, at)
    if year is None or not _is_year(tokens, at, year, lexicon):
        return None
    return Mention(Kind.NAMED, first, at + 1, Unit.YEAR, year=year)


def _read_century(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
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
            return Mention(Kind.NAMED, first, at + 2, Unit.DECADE, year=int(word))
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


def _read_quarter(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the third quarter of 2024", "Q3 2024", "first half", "2024 Q3"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    year = read_year(tokens, at)
    at += year is not None
    at += tokens.lower[at] in words.fiscal
    at += tokens.lower[at] in DASHES
    index = words.ordinals.get(tokens.lower[at])
    mark = words.quarter_marks.get(tokens.lower[at])
    if mark is not None and tokens.lower[at + 1].isdecimal() and tokens.touches(at + 1):
        index, unit, after = int(tokens.lower[at + 1]), mark, at + 2
    elif index is not None:
        at += 1 + (tokens.lower[at + 1] in DASHES)
        at += tokens.lower[at] in words.fiscal
        found = words.half_units.get(tokens.lower[at])
        if found is None:
            return None
        unit, after = found, at + 1
    else:
        return None
    if not 1 <= index <= (4 if unit == "Q" else 2):
        return None
    ahead = after + (tokens.lower[after] in words.of or tokens.lower[after] == ",")
    ahead += tokens.lower[ahead] in words.fiscal
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
    elif year is None and unit == "H" and first == at:
        return None
    return Mention(Kind.NAMED, first, after, Unit(unit), year=year, index=index)


def _read_season(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "spring 2023", "the spring of 2023", "in winter", "the summer"."""
    words = lexicon.words
    first = at
    at += tokens.lower[at] in words.articles
    season = words.seasons.get(tokens.lower[at])
    if season is None:
        return None
    after = at + 1
    joined = tokens.lower[after] in words.of or tokens.lower[after] == ","
    year = read_year(tokens, after + joined)
    if year is not None:
        return Mention(
            Kind.NAMED, first, after + joined + 1, Unit.SEASON, year=year, name=season
        )
    before = tokens.lower[first - 1] if first else ""
    if tokens.lower[after] in words.of:
        return None
    named = first != at and tokens.lower[at] not in words.needs_company
    if not named and before not in words.season_before:
        return None
    return Mention(Kind.NAMED, first, after, Unit.SEASON, name=season)


def _read_point(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "yesterday", "today", "tonight", "overnight"."""
    rule = lexicon.words.points.get(tokens.lower[at])
    if rule is None:
        return None
    count, _, part = rule.lstrip("<").partition("T")
    return Mention(
        Kind.SHIFTED, at, at + 1, Unit.DAY, int(count), part=part and f"T{part}",
        is_eve=rule.startswith("<"),
    )  # fmt: skip


def _read_day_beside(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
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
    if first == at or (behind[:1].isalnum() and behind not in words.clause_starts):
        return None
    return Mention(Kind.SHIFTED, first, after, Unit(name), sign, Anchor.NAMED)


def _read_reference(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    match = match_phrase(tokens, at, lexicon.references)
    if match is None:
        return None
    behind = match[0]
    if tokens.lower[behind] in lexicon.words.of:
        return None  # "the future of the town" is no time
    if read_amount(tokens, behind, lexicon) or read_unit(tokens, behind, lexicon):
        return None
    return Mention(Kind.REFERENCE, at, match[0], value=match[1])


def _read_repeated(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
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
    count = 1
    if word in words.other:
        count, at = 2, at + 1
    elif (amount := read_amount(tokens, at, lexicon)) is not None:
        if amount[0] is None or word in words.one:
            return None
        count, at = int(amount[0]), amount[1]
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


def _read_compound(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
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
    if unit is not None or tokens.lower[after] == "period":
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


def _read_running(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
    """Give "the year", "the quarter", and "for weeks" without its preposition."""
    words = lexicon.words
    unit = read_unit(tokens, at, lexicon)
    if unit is not None:
        if unit[1] and tokens.lower[unit[2]] in words.ago:
            return Mention(Kind.REFERENCE, at, unit[2] + 1, value="PAST_REF")
        before = tokens.lower[at - 1] if at else ""
        if not unit[1] or before not in words.window_cues or unit[0] == "NI":
            return None
        if unit[0].startswith("T-"):
            return Mention(Kind.DURATION, at, unit[2], clock_unit=unit[0][2:])
        return Mention(Kind.DURATION, at, unit[2], Unit(unit[0]))
    if tokens.lower[at] not in words.articles:
        return None
    full = at + 1 + (tokens.lower[at + 1] in words.fillers)
    full += tokens.lower[full] in words.fiscal
    unit = read_unit(tokens, full, lexicon)
    if unit is None or unit[1]:
        return None
    if unit[0] == "Q":
        return Mention(Kind.SHIFTED, at, unit[2], Unit.QUARTER, 0, Anchor.NAMED)
    if unit[0] == "WE":
        return Mention(Kind.NAMED, at, unit[2], Unit.WEEKEND)
    if unit[0] == "Y" and tokens.lower[unit[2]] not in words.of:
        return Mention(Kind.SHIFTED, at, unit[2], Unit.YEAR, 0)
    return None


def _read_day_part(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
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
    extended = _extended(tokens, found, lexicon)
    if extended is not found:
        return extended
    before = tokens.lower[first - 1] if first else ""
    if part[1:2].isdecimal() or before in words.part_before:
        return found
    return None


def _read_nth_weekday(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
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


def _read_war_day(tokens: Tokens, at: int, lexicon: Lexicon) -> Mention | None:
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


def _follows_since(tokens: Tokens, found: Mention, lexicon: Lexicon) -> bool:
    """True for "since fighting broke out on 3 May", "since the raid of 3 May"."""
    words = lexicon.words
    if found.kind is not Kind.NAMED or not found.first:
        return False
    governed = tokens.lower[found.first - 1] in words.of
    for at in range(found.first - 1, max(found.first - 2 - _SINCE_REACH, -1), -1):
        word = tokens.lower[at]
        if word in words.since:
            return governed
        if word in words.start_verbs:
            governed = True
        if not word[:1].isalnum() and word not in ("'", "’", *DASHES):
            return False
    return False


def _with_opener(tokens: Tokens, found: Mention, lexicon: Lexicon) -> Mention:
    """Give the phrase with the preposition before it that changes its period."""
    words = lexicon.words
    before = tokens.lower[found.first - 1] if found.first else ""
    if before in words.articles and found.first > 1:
        before = tokens.lower[found.first - 2]
    opener = (
        "since" if before in words.since or _follows_since(tokens, found, lexicon)
        else "by" if before in words.by
        else "until" if before in words.until
        else ""
    )  # fmt: skip
    return replace(found, opener=opener) if opener else found


_RULES = (
    _read_numeric,
    read_clock,
    read_day_first,
    read_month_first,
    _read_nth_weekday,
    read_weekday,
    _read_quarter,
    _read_year_phrase,
    _read_century,
    _read_season,
    read_holiday,
    _read_day_beside,
    _read_point,
    _read_reference,
    _read_repeated,
    _read_compound,
    read_relative,
    read_duration,
    _read_running,
    _read_day_part,
    _read_war_day,
)
"""Every way a phrase may be read, in order of preference among equal lengths."""

__all__ = ["duration_value", "find_mentions", "read_month", "read_phrase"]
