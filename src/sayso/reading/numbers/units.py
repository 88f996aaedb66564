"""Units of measure and money around a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reading.numbers.amounts import Amount
from sayso.reading.numbers.scan import FIRST, Scan
from sayso.vocabulary.languages.unit_symbols import (
    CURRENCY_CODES,
    DOLLAR_PREFIXES,
    SPACED_LETTERS,
    UNIT_SYMBOLS,
)

SIGNS = "$€£¥₽₴₹₩₺₪₡₦"
GAP = re.compile(r"[‑-]|\s{0,16}")
SIGN_BEFORE = re.compile(
    rf"(?<![a-z.'’])([a-z]{{0,3}}|u\.s\.?)\s?([{SIGNS}])\s?([-−+]?)$"
)
LONGEST = 48
"""Characters the longest unit phrase may have."""
SPACES = str.maketrans("\u00a0\u202f\u2009", "   ")
REACH = 9
"""Characters a currency sign with its letters may take: "u.s. $ -"."""
MONEY = frozenset({*CURRENCY_CODES.values(), *(UNIT_SYMBOLS[s] for s in SIGNS)})
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found at [start, end)."""

    id: str
    start: int
    end: int
    hyphen: bool = False
    """True when joined by a hyphen: "ten-kilometre"."""


def read_currency(scan: Scan, start: int) -> tuple[int, str, str] | None:
    """Give start, unit id and arithmetic sign of a currency sign before a number."""
    piece = scan.folded[max(0, start - REACH) : start]
    if not any(sign in piece for sign in SIGNS):
        return None
    found = SIGN_BEFORE.search(piece)
    if found is None:
        return None
    letters, sign, minus = found.groups()
    begin = start - len(piece) + found.start()
    spaced = found.end(1) != found.start(2)
    if sign == "$" and letters in DOLLAR_PREFIXES and not (spaced and letters == "a"):
        return begin, DOLLAR_PREFIXES[letters], minus
    if letters and not spaced:
        return None
    at = start - len(piece) + found.start(2)
    return at, UNIT_SYMBOLS[sign], minus


def read_unit(scan: Scan, amount: Amount, end: int) -> Unit | None:
    """Give the unit after a number, the longest that fits, or None.

    Args:
        scan: The text.
        amount: The number; after a vague one "of" may stand: "millions of dollars".
        end: Where the number and a bound directly after it end.
    """
    link = f" {scan.words.of} "
    if amount.vague is not None and scan.folded.startswith(link, end):
        end += len(link) - 1
    gap = GAP.match(scan.folded, end)
    if gap is None:
        return None
    found = FIRST.match(scan.folded, gap.end())
    if found is None:
        return None
    ahead = scan.folded[gap.end() : gap.end() + LONGEST].translate(SPACES)
    for phrase, unit in scan.patterns.units.get(found.group(), ()):
        end = gap.end() + len(phrase)
        if not ahead.startswith(phrase):
            continue
        if phrase[-1].isalnum() and end < len(scan.folded) and _continues(scan, end):
            continue
        if len(phrase) <= 2 and phrase.isalpha() and not _stands(scan, gap, phrase):
            continue
        return _settle(
            scan,
            amount,
            Unit(unit, gap.end(), end, gap.group() in "-‑" and gap.group() != ""),
        )
    return None


def _continues(scan: Scan, end: int) -> bool:
    """True when the word goes on, so that the unit is only its beginning: "Mi-24"."""
    if scan.folded[end] in "-‑" and scan.folded[end + 1 : end + 2].isdigit():
        return True
    return scan.folded[end].isalnum() or scan.folded[end] in "_²³"


def _stands(scan: Scan, gap: re.Match[str], phrase: str) -> bool:
    """True when a sign of one or two letters is meant as a unit, not as a word."""
    if phrase == "in":
        after = scan.folded[gap.end() + 2 : gap.end() + 3]
        return after in (")", "") or (gap.group() == "" and not after.isalpha())
    if gap.group() == "" or len(phrase) == 2:
        return True
    written = scan.text[gap.end() : gap.end() + 1]
    return written in SPACED_LETTERS


def _settle(scan: Scan, amount: Amount, unit: Unit) -> Unit | None:
    """Give the unit that an ambiguous word means beside this number."""
    if unit.id == "south_korean_won" and amount.value < 100:
        return None
    barrels = unit.id == "barrel" and scan.folded[unit.end - 1] != "s"
    if barrels and amount.value != 1 and not unit.hyphen:
        return None
    if unit.id == "pound-mass" and amount.scale >= MILLION:
        return Unit("pound_sterling", unit.start, unit.end, unit.hyphen)
    if unit.id == "gram" and scan.text[unit.start : unit.end] == "G":
        return Unit("generation_wireless", unit.start, unit.end, unit.hyphen)
    return unit


def read_rate(scan: Scan, end: int) -> tuple[int, str] | None:
    """Give end and noun of a rate after a unit: "per barrel", "a month", "/day"."""
    words = scan.words
    if scan.folded.startswith("/", end):
        noun = FIRST.match(scan.folded, end + 1)
        if noun is None or not noun.group().isalpha():
            return None
        known = noun.group() in words.units or noun.group() in words.rate_units
        return (noun.end(), _rate_name(scan, noun.group())) if known else None
    opener = FIRST.match(scan.folded, end + 1)
    if opener is None or not scan.folded[end : end + 1].isspace():
        return None
    noun = FIRST.match(scan.folded, opener.end() + 1)
    if noun is None:
        return None
    word = noun.group()
    if opener.group() in words.rates and word.isalpha():
        return noun.end(), _rate_name(scan, word)
    if opener.group() in words.articles and word in words.rate_units:
        after = FIRST.match(scan.folded, noun.end() + 1)
        if after is None or after.group() not in words.rate_stops:
            return noun.end(), word
    return None


def _rate_name(scan: Scan, word: str) -> str:
    return scan.words.units.get(word, word)
