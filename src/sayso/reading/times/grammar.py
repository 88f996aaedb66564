"""Finds time phrases in tokens and says what their words mean, day of writing aside.

One pass from left to right; at each word that may begin a phrase the rules of
`time_dates`, `time_amounts` and this module look ahead a bounded number of tokens and
the longest reading wins, so time is linear in the text. Method: our own; what is a
time expression follows the TimeML guidelines 1.2.1 and the habits of TempEval-3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.reading.times.amounts import read_amount, read_duration, read_relative
from sayso.reading.times.calendar import Unit
from sayso.reading.times.dates import (
    read_bare_day,
    read_clock,
    read_day_first,
    read_day_number,
    read_holiday,
    read_month_first,
    read_weekday,
    read_year,
)
from sayso.reading.times.lexicon import DASHES, Lexicon, match_phrase
from sayso.reading.times.mention import SO_FAR, YET, Anchor, Kind, Mention
from sayso.reading.times.month_days import of_same_month, read_day_of_month
from sayso.reading.times.phrases import (
    extend_phrase,
    read_bare_unit,
    read_day_beside,
    read_day_part,
    read_nth_weekday,
    read_point,
    read_reference,
    read_repeated,
    read_running,
    read_since_war,
    read_third_of,
    read_told,
    read_war_day,
)
from sayso.reading.times.tokens import Tokens
from sayso.reading.times.years import (
    read_century,
    read_compound,
    read_digits,
    read_quarter,
    read_season,
    read_year_phrase,
)

LONGEST_SPAN = 60
"""Years beyond which two digits are no second year of a span: "1991-60"."""
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
    if (
        previous.unit is Unit.YEAR
        and previous.year
        and (joiner in DASHES or joiner == "/")
    ):
        return _read_short_year(tokens, at, previous.year)
    if joiner not in words.range_joiners and joiner not in words.list_joiners:
        return None
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
    """Give the second year of "2014-15" and of "1992-'95"."""
    first = at
    at += tokens.lower[at] in ("'", "’") and tokens.touches(at + 1)
    short = tokens.lower[at]
    bound = tokens.touches(first) or at != first
    if not bound or len(short) != 2 or not short.isdecimal():
        return None
    year = before // 100 * 100 + int(short)
    year += 100 if year <= before and at != first else 0
    behind = tokens.lower[at + 1][:1] if tokens.touches(at + 1) else ""
    if not before < year < before + LONGEST_SPAN or behind.isalnum():
        return None
    if behind in DASHES:
        return None
    return Mention(Kind.NAMED, first, at + 1, Unit.YEAR, year=year)


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
            return (
                [
                    of_same_month(
                        Mention(Kind.NAMED, first, after, Unit.DAY, day=number), whole
                    )
                    for number, first, after in days
                ]
                + [whole]
                if days
                else []
            )
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
    return None if best is None else extend_phrase(tokens, best, lexicon)


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
        or (tokens.lower[at] in words.on and word in words.thirds_on)
    )
    inner = read_phrase(tokens, ahead, lexicon)
    if inner is None and not comparative:
        inner = read_bare_unit(tokens, ahead, lexicon)
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
    if comparative:
        side = SO_FAR if word in words.earlier else YET
        return replace(inner, first=first, mod=mod, name=inner.name or side)
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
    return extend_phrase(tokens, found, lexicon)


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
        if word in words.start_verbs or word in words.wars:
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
    as_of = tuple(tokens.lower[max(found.first - 2, 0) : found.first])
    opener = (
        "as of" if as_of in words.as_of
        else "since" if before in words.since or _follows_since(tokens, found, lexicon)
        else "by" if before in words.by
        else "until" if before in words.until
        else ""
    )  # fmt: skip
    return replace(found, opener=opener) if opener else found


_RULES = (
    read_digits,
    read_clock,
    read_day_first,
    read_month_first,
    read_nth_weekday,
    read_third_of,
    read_day_of_month,
    read_bare_day,
    read_weekday,
    read_quarter,
    read_year_phrase,
    read_century,
    read_season,
    read_holiday,
    read_day_beside,
    read_point,
    read_reference,
    read_repeated,
    read_compound,
    read_relative,
    read_duration,
    read_running,
    read_day_part,
    read_war_day,
    read_since_war,
    read_told,
)
"""Every way a phrase may be read, in order of preference among equal lengths."""
