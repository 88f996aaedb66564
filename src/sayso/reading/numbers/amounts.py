"""Numbers themselves, in figures: "1,100", "2.5m", "1.1 thousand", "1/16".

Knows nothing of bounds, units or what is counted. Decimal throughout: a figure in a
record is the figure in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from sayso.reading.numbers.scan import Scan

WORD = re.compile(r"[^\W\d_]{1,20}")
STEP = re.compile(r"[ \u00a0-]|\s(?=\S)")
"""What may stand between two words of one number."""
GLYPHS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}
SLASH = re.compile(r"(?:\s?)(\d{1,3})?\s?[/⁄](\d{1,3})(?![\w/⁄])")
SEPARATORS = re.compile(r"[,'’\u00a0\u2009\u202f ]")
THOUSAND = Decimal(1000)
WHOLE = Decimal(100)
"""A share of one is recorded in percent."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from the text, [start, end), before bounds and units."""

    start: int
    end: int
    value: Decimal
    vague: Decimal | None = None
    """For a vague number, the power it names: "thousands" -> 1000; else None."""
    few: bool = False
    """True for "a couple", which allows a little more than it says."""
    share: bool = False
    """True for a part of a whole, whose value is then in percent."""
    plain: bool = False
    """True for bare digits without separators, which may be a year or a name."""
    scale: Decimal = Decimal(1)
    """What the last scale word multiplied by, 1 without one."""
    dotted: bool = False
    """True for digits with one dot and three digits after it: "1.100"."""
    letters: bool = False
    """True for a number in words."""


def read_digits(scan: Scan, start: int, end: int) -> Amount | None:
    """Give the amount whose figures stand at [start, end), with scales after it."""
    raw = scan.folded[start:end]
    if raw in GLYPHS:
        return Amount(start, end, GLYPHS[raw] * WHOLE, share=True)
    comma = (
        scan.patterns.decimal_comma.match(scan.folded, end) if raw.isdigit() else None
    )
    if comma:
        end = comma.end(1)
        value = Decimal(f"{raw}.{comma.group(1)}")
        return scale_up(scan, Amount(start, end, value))
    slash = SLASH.match(scan.folded, end)
    if slash and raw.isdigit():
        return _slashed(start, slash, int(raw))
    bare = SEPARATORS.sub("", raw)
    if bare.count(".") > 1:
        bare = bare.replace(".", "")
    value = Decimal(bare)
    if end < len(scan.folded) and scan.folded[end] in GLYPHS:
        return scale_up(scan, Amount(start, end + 1, value + GLYPHS[scan.folded[end]]))
    dotted = "." in raw and len(raw) - raw.index(".") == 4
    amount = Amount(
        start, end, value, plain=raw.isascii() and raw.isdigit(), dotted=dotted
    )
    return scale_up(scan, amount)


def _slashed(start: int, slash: re.Match[str], first: int) -> Amount | None:
    """Give "1/16" or "2 1/2"; None when it is no fraction below one."""
    whole, below = slash.group(1), int(slash.group(2))
    above = first if whole is None else int(whole)
    if not 0 < above < below:
        return None
    part = Decimal(above) / Decimal(below)
    if whole is not None:
        return Amount(start, slash.end(), first + part)
    return Amount(start, slash.end(), part * WHOLE, share=True)


def scale_up(scan: Scan, amount: Amount) -> Amount:
    """Multiply by the scales that follow: "1.1 thousand", "4 hundred million"."""
    suffix = _read_suffix(scan, amount.end)
    if suffix:
        end, scale = suffix
        return Amount(amount.start, end, amount.value * scale, scale=scale)
    end, total, scale = amount.end, amount.value, Decimal(1)
    for _ in range(3):
        step = STEP.match(scan.folded, end)
        word = step and WORD.match(scan.folded, step.end())
        factor = word and scale_of(scan, word.group())
        if not word or not factor:
            break
        end, total, scale = word.end(), total * factor, scale * factor
    if end == amount.end:
        return amount
    return _with_rest(scan, Amount(amount.start, end, total, scale=scale))


REST = re.compile(r" (\d{1,3})(?![\w.,%]\d|[\w%])")


def _with_rest(scan: Scan, amount: Amount) -> Amount:
    """Add what follows a scale: "10 thousand 500", "1 million 200 thousand"."""
    rest = REST.match(scan.folded, amount.end)
    if rest is None or amount.scale < THOUSAND:
        return amount
    part = scale_up(scan, Amount(amount.end, rest.end(), Decimal(rest.group(1))))
    if part.value >= amount.scale:
        return amount
    return Amount(amount.start, part.end, amount.value + part.value, scale=amount.scale)


def scale_of(scan: Scan, word: str) -> Decimal | None:
    """Give what a word multiplies by; None for one that multiplies nothing."""
    return scan.words.scales.get(word)


SUFFIX = re.compile(r" ?([a-z]{1,9})(?![\w'’])")
FOLLOWED = re.compile(r"\s(?:[a-z]{4,30}|km|kg)")


def _read_suffix(scan: Scan, end: int) -> tuple[int, Decimal] | None:
    """Give where a glued scale ends and its value: "5k", "3 bn", "2.5m people".

    A lone "m" or "t" is left to the units unless a word follows that can be counted.
    """
    found = SUFFIX.match(scan.folded, end)
    if not found:
        return None
    suffix, glued = found.group(1), found.start(1) == end
    if glued and suffix in scan.words.scales:
        return found.end(), scan.words.scales[suffix]
    if suffix not in scan.words.suffixes:
        return None
    if len(suffix) == 1 and not glued:
        return None
    if suffix in ("t", "mm") or (suffix == "m" and not _counts(scan, found.end())):
        return None
    return found.end(), scan.words.suffixes[suffix]


def _counts(scan: Scan, end: int) -> bool:
    """True when the next word is a unit or a plural noun, so that "m" is a million."""
    after = FOLLOWED.match(scan.folded, end)
    if not after:
        return False
    word = after.group().strip()
    words = scan.words
    if word in words.units or word in words.plurals:
        return True
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    return plural and word not in words.stops and word not in words.singular_s


def read_money(scan: Scan, amount: Amount) -> Amount:
    """Give a money amount, after which "m" is a million and "t" a trillion."""
    found = SUFFIX.match(scan.folded, amount.end)
    if amount.scale != 1 or not found or found.group(1) not in scan.words.suffixes:
        return amount
    scale = scan.words.suffixes[found.group(1)]
    return Amount(amount.start, found.end(), amount.value * scale, scale=scale)
