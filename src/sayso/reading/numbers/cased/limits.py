"""Bound words before and behind a number, as an interval's limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.reading.numbers.cased.amounts import Amount
from sayso.reading.text.folded import Folded
from sayso.vocabulary.languages.case_numbers import CaseNumbers
from sayso.vocabulary.languages.number_words import Limit

LONGEST = 4
"""Items of the longest bound phrase: "по меньшей мере", "где-то"."""
GROWTH_REACH = 10
"""Items before "до" in which a verb of growth makes the number the new total."""


@dataclass(frozen=True, slots=True)
class Limited:
    """What stands before a number and belongs to it."""

    first: int
    """First item of the figure."""
    limit: Limit | None
    phrase: str = ""


@lru_cache(maxsize=8)
def _before(words: CaseNumbers) -> dict[tuple[str, ...], Limit]:
    return _phrases(words.limits_before)


@lru_cache(maxsize=8)
def _behind(words: CaseNumbers) -> dict[tuple[str, ...], Limit]:
    return _phrases(words.limits_after)


def _phrases(
    table: Mapping[Limit, tuple[str, ...]],
) -> dict[tuple[str, ...], Limit]:
    return {
        tuple(phrase.replace("-", " - ").split()): limit
        for limit, phrases in table.items()
        for phrase in phrases
    }


def read_before(line: Folded, amount: Amount, words: CaseNumbers) -> Limited:
    """Give where a figure begins and the limit that its first words set."""
    first = at = amount.first
    while at and line.words[at - 1] in words.plain_before and line.follows(at):
        at -= 1
        if line.words[at] in words.kept_before:
            first = at
    at = _over_inside(line, at, words)
    limited = _match_before(line, at, words) or _sign(line, at)
    if limited is None:
        return Limited(first, None)
    limit: Limit | None = limited.limit
    if limited.phrase == words.range_word and _grows(line, limited.first, words):
        limit = None
    start = limited.first
    while start and line.words[start - 1] in words.kept_before and line.follows(start):
        start -= 1
    return Limited(start if limit else first, limit, limited.phrase)


SIGNS = {
    "~": Limit.ABOUT,
    "≈": Limit.ABOUT,
    ">": Limit.AT_LEAST,
    "≥": Limit.AT_LEAST,
    "<": Limit.AT_MOST,
    "≤": Limit.AT_MOST,
}


def _sign(line: Folded, at: int) -> Limited | None:
    """Give the limit of a sign before a number: "~1 580", "потеряли > 40".

    A sign with a blank behind it opens no line: there it marks what a mail quotes.
    """
    sign = line.words[at - 1] if at else ""
    stands_apart = (
        at > 1
        and line.follows(at - 1)
        and line.follows(at)
        and "\n" not in line.gap(at - 1)
    )
    if sign not in SIGNS or not (line.touches(at) or stands_apart):
        return None
    return Limited(at - 1, SIGNS[sign], sign)


def _over_inside(line: Folded, at: int, words: CaseNumbers) -> int:
    """Give where a bound may end: before the preposition of "приблизно в 1700"."""
    if at < 2 or line.words[at - 1] not in words.inside or not line.follows(at):
        return at
    about = _match_before(line, at - 1, words)
    return at - 1 if about is not None and about.limit is Limit.ABOUT else at


def _match_before(line: Folded, at: int, words: CaseNumbers) -> Limited | None:
    table = _before(words)
    for size in range(min(LONGEST, at), 0, -1):
        phrase = tuple(line.words[at - size : at])
        if phrase in table and line.follows(at):
            return Limited(at - size, table[phrase], " ".join(phrase))
    round_one = line.words[at] in words.groups or line.words[at] in words.nominatives
    loose = at > 0 and line.words[at - 1] in words.loose_before and line.follows(at)
    if round_one and loose:
        return Limited(at - 1, Limit.ABOUT, line.words[at - 1])
    return None


def _grows(line: Folded, at: int, words: CaseNumbers) -> bool:
    return any(
        line.words[before].startswith(words.growth)
        for before in range(max(0, at - GROWTH_REACH), at)
    )


def read_behind(
    line: Folded, after: int, words: CaseNumbers
) -> tuple[int, Limit] | None:
    """Give the item after a bound phrase that stands behind a number, and its limit."""
    table = _behind(words)
    for size in (3, 2, 1):
        phrase = tuple(line.words[after : after + size])
        if phrase in table and line.follows(after):
            return after + size, table[phrase]
    return None
