"""Bound words beside a number: "no fewer than", "about", "or more".

A bound belongs to the number it touches (CLAIMS.md): the words directly before the
number, its sign or its currency, and directly after the number or what it counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from sayso.model import Bound
from sayso.reading.numbers.scan import Scan
from sayso.vocabulary.languages.number_words import Limit

REACH = 64
"""Characters looked back over: the longest bound phrase has 34."""
LONGEST = 6
"""Words in the longest bound phrase."""
BREAK = re.compile(
    r"[;:!?()\[\]\n…,]"
    r"|(?<![ .][a-z])(?<!approx)(?<! ca)(?<! no)\.\s"
    r"|(?<=[a-z]{3})\.(?=[a-z])"
)
"""What no bound phrase crosses; the full stop of "approx." and "ca." is not one."""
TOKEN = re.compile(r"[<>≥≤](?:\s?=)?|[~≈∼]|[^\s\"“”'‘’«»<>≥≤~≈∼]+")
STRONG = (Limit.AT_LEAST, Limit.AT_MOST)


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a number: where its bound words begin, and which bound."""

    start: int
    limit: Limit | None
    word: str
    """The word before all that, lower case, "" at the start of a clause."""
    word_start: int
    """Offset of that word; of the number when there is none."""


def read_before(scan: Scan, start: int, floor: int) -> Before:
    """Give the bound words that end at `start`, never reaching before `floor`.

    Of several the outermost limit wins over an estimate: "at least about 20" is a
    lower bound.
    """
    left = max(floor, start - REACH)
    piece = scan.folded[left:start]
    for found in BREAK.finditer(piece):
        left = start - len(piece) + found.end()
    tokens = [(m.start(), m.group()) for m in TOKEN.finditer(scan.folded, left, start)]
    begin, limit = start, None
    while tokens:
        size, found_limit = _match_end(scan, tokens)
        if found_limit is None:
            break
        if _is_spatial(scan, tokens, size):
            break
        if _is_new_total(scan, tokens, size):
            break
        if found_limit is not Limit.NONE:
            begin = tokens[-size][0]
            limit = _outer(limit, found_limit)
        del tokens[-size:]
    last, word = tokens[-1] if tokens else (start, "")
    return Before(begin, limit, word, last)


def _is_spatial(scan: Scan, tokens: list[tuple[int, str]], size: int) -> bool:
    """True for "over" after "control" and its like, which bounds nothing."""
    words = scan.words
    if size != 1 or len(tokens) == 1:
        return False
    before, word = tokens[-2][1], tokens[-1][1]
    if word in words.topical and before in words.topical_before:
        return True
    return word in words.spatial and before in words.spatial_before


def _is_new_total(scan: Scan, tokens: list[tuple[int, str]], size: int) -> bool:
    """True for "up to" after "has risen", which gives the new total and no bound."""
    if len(tokens) <= size:
        return False
    phrase = " ".join(word for _, word in tokens[-size:])
    grown = tokens[-size - 1][1] in scan.words.growth
    return grown and phrase in scan.words.change_joiners


def _match_end(scan: Scan, tokens: list[tuple[int, str]]) -> tuple[int, Limit | None]:
    """Give how many of the last words are a bound phrase, and its limit."""
    table = scan.words.limits_before
    phrase = ""
    best: tuple[int, Limit | None] = (0, None)
    for size, (_, word) in enumerate(reversed(tokens[-LONGEST:]), start=1):
        phrase = f"{word} {phrase}" if phrase else word
        if phrase in table:
            best = (size, table[phrase])
    return best


def _outer(inner: Limit | None, outer: Limit) -> Limit:
    return inner if inner in STRONG and outer not in STRONG else outer


def read_after(
    scan: Scan, end: int, *, touching: bool = False
) -> tuple[int, Limit | None]:
    """Give where a bound phrase after `end` ends, and its limit, if there is one.

    Args:
        scan: The text.
        end: Where the number, its unit or its noun ends.
        touching: True when that is the number itself: only then "plus" is a bound.
    """
    found = scan.patterns.limits_after.match(scan.folded, end)
    if found is None:
        return end, None
    phrase = found.group(1)
    if phrase is None:
        return found.end(), Limit.AT_LEAST
    phrase = " ".join(phrase.split())
    if phrase in scan.words.limits_at_number and not touching:
        return end, None
    return found.end(), scan.words.limits_after[phrase]


def combine(before: Limit | None, after: Limit | None) -> Limit | None:
    """Give the limit of a number with phrases on both sides: the stronger one."""
    if after is None or before in STRONG:
        return before
    return after


Interval = tuple[Decimal | None, Decimal | None, Bound]


def limit_interval(value: Decimal, limit: Limit | None) -> Interval:
    """Give the closed interval that a number's words allow (CLAIMS.md, fields)."""
    match limit:
        case Limit.AT_LEAST:
            return value, None, Bound.AT_LEAST
        case Limit.AT_MOST:
            return None, value, Bound.AT_MOST
        case Limit.NEARLY:
            return None, value, Bound.APPROX
        case Limit.ABOUT:
            return value, value, Bound.APPROX
        case _:
            return value, value, Bound.EXACT
