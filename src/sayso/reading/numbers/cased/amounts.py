"""Numbers themselves, in figures and in declined words, before bounds and nouns.

"2 тыс. 439" is 2,439; "семь с половиной миллионов" 7,500,000; "десятки тысяч" at least
20,000 (ten is what "десяток" counts, not the English dozen); "3 пятых" 60 percent.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.reading.text.folded import DASHES, Folded
from sayso.vocabulary.languages.case_numbers import CaseNumbers

TWO = Decimal(2)
HALF = Decimal("0.5")
ZERO = Decimal(0)
LONGEST = 14
"""Words in the longest number read."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in [first, after) of the folded words."""

    first: int
    after: int
    value: Decimal
    vague: bool = False
    """True for "several" and "dozens": the value is the least they stand for."""
    loose: bool = False
    """True for a bare ten or hundred: about so many."""
    least: bool = False
    """True for "60+"."""
    share: bool = False
    """True for a part of a whole; the value is in percent."""
    times: bool = False
    """True for "twice"."""
    both: bool = False
    scale: Decimal = Decimal(1)
    """What the last scale multiplied by."""
    plain: bool = False
    """True for bare digits, which may be a year or a name."""


def read_amount(line: Folded, at: int, words: CaseNumbers) -> Amount | None:
    """Give the number that begins at an item, or None when none does."""
    word = line.words[at]
    if line.is_number(at):
        return _read_figures(line, at, words)
    if not line.is_word(at):
        return None
    if word in words.times:
        return Amount(at, at + 1, words.times[word], times=True)
    if word in words.both:
        return Amount(at, at + 1, TWO, both=True)
    if word in words.couples:
        return _read_couple(line, at, words)
    for few in words.few:
        if word in few.words:
            return _scaled_vague(line, at, Decimal(few.least), words)
    if word in words.fractions:
        return Amount(at, at + 1, words.fractions[word], share=True)
    if word in words.halves:
        return _read_half(line, at, words)
    if word == words.half and _scale(line, at + 1, words) is not None:
        scaled = _scale(line, at + 1, words) or ZERO
        return Amount(at, at + 2, HALF * scaled, scale=scaled)
    if word in words.groups or word in words.scales:
        return _read_bare(line, at, words)
    return _read_words(line, at, words)


def _read_couple(line: Folded, at: int, words: CaseNumbers) -> Amount:
    scale = _scale(line, at + 1, words)
    if scale is None:
        return Amount(at, at + 1, TWO)
    return Amount(at, at + 2, TWO * scale, scale=scale)


def _scale(line: Folded, at: int, words: CaseNumbers) -> Decimal | None:
    """Give what the word at an item multiplies by, None for no scale or group."""
    if not line.follows(at) and not line.touches(at):
        return None
    word = line.words[at]
    return words.scales.get(word, words.groups.get(word))


def _after_scale(line: Folded, at: int, words: CaseNumbers) -> int:
    """Give the item after a scale and its full stop."""
    stop = line.words[at] in words.abbreviated and line.words[at + 1] == "."
    return at + 2 if stop and line.touches(at + 1) else at + 1


def _scaled_vague(line: Folded, at: int, least: Decimal, words: CaseNumbers) -> Amount:
    """Read "несколько", "несколько десятков", "кілька десятків тисяч"."""
    after, value = at + 1, least
    for _ in range(2):
        scale = _scale(line, after, words)
        if scale is None:
            break
        value *= scale
        after = _after_scale(line, after, words)
    return Amount(at, after, value, vague=True)


def _read_bare(line: Folded, at: int, words: CaseNumbers) -> Amount:
    """Read a scale without a number: "тысяча", "сотни", "десятки тысяч"."""
    word = line.words[at]
    scale = words.scales.get(word, words.groups.get(word, ZERO))
    if word in words.ones:
        loose = word in words.groups
        start = Amount(at, at + 1, scale, loose=loose, scale=scale)
        further = _scale(line, at + 1, words)
        if further is not None and further >= scale:
            return replace(start, after=at + 2, value=scale * further)
        return _add_rest(line, start, words)
    value, after = TWO * scale, at + 1
    further = _scale(line, after, words)
    if further is not None and further > scale:
        value, after = value * further, after + 1
    return Amount(at, after, value, vague=True, scale=scale)


def as_one(line: Folded, amount: Amount, words: CaseNumbers) -> Amount:
    """Give a bare scale as one of it, where a bound shows it singular.

    "более тысячи" is a thousand; "тысячи людей" are two thousand and more.
    """
    word = line.words[amount.first]
    if not amount.vague or word not in words.either:
        return amount
    single = replace(amount, value=amount.value / TWO, vague=False)
    return _add_rest(line, single, words)


def _read_half(line: Folded, at: int, words: CaseNumbers) -> Amount:
    value = words.halves[line.words[at]]
    amount = Amount(at, at + 1, value)
    scale = _scale(line, at + 1, words)
    if scale is None or value >= scale:
        return amount
    after = _after_scale(line, at + 1, words)
    return Amount(at, after, value * scale, scale=scale)


def _read_figures(line: Folded, at: int, words: CaseNumbers) -> Amount | None:
    raw = line.words[at].replace(" ", "")
    value = _parse(raw)
    if value is None:
        return None
    after = at + 1
    plain = line.words[at].isdigit()
    if line.words[after] in DASHES and line.touches(after) and line.touches(after + 1):
        if line.words[after + 1] in words.numeral_endings:
            after, plain = after + 2, False
        elif line.is_word(after + 1) and _joins_digits(line.words[after + 1], words):
            return None
    elif line.touches(after) and line.is_word(after):
        word = line.words[after]
        if word in words.numeral_endings:
            after, plain = after + 1, False
        elif word not in words.scales and not _is_unit(word, words):
            return None
    amount = Amount(at, after, value, plain=plain)
    return _multiply(line, amount, words)


def _parse(raw: str) -> Decimal | None:
    """Give digits as a number: a comma or one point before decimals, else groups."""
    groups = raw.replace(",", ".").split(".")
    if not "".join(groups).isdecimal():  # "²" is a digit and no number
        return None
    if len(groups) > 2 or (len(groups) == 2 and raw.endswith(",000")):
        return Decimal("".join(groups))
    if len(groups) == 2 and len(groups[0]) > 1 and groups[0].startswith("0"):
        return None
    return Decimal(".".join(groups))


def _joins_digits(word: str, words: CaseNumbers) -> bool:
    """True for what makes digits an ordinal or an adjective: "30-й", "70-летний"."""
    return word in words.ordinal_endings or word.startswith(words.age_endings)


def _is_unit(word: str, words: CaseNumbers) -> bool:
    return any(word in phrases for _, phrases in words.units)


def _read_words(line: Folded, at: int, words: CaseNumbers) -> Amount | None:
    """Read a cardinal in words: "тридцать один", "сто двенадцать тысяч триста"."""
    total, after = _below_thousand(line, at, words)
    if after == at:
        return None
    return _multiply(line, Amount(at, after, total), words)


def _below_thousand(line: Folded, at: int, words: CaseNumbers) -> tuple[Decimal, int]:
    """Give a run of falling cardinals and the item after it."""
    total, limit, after = ZERO, Decimal(1000), at
    while line.words[after] in words.cardinals:
        value = words.cardinals[line.words[after]]
        if value >= limit or (after > at and not line.follows(after)):
            break
        if after > at and not value:
            break
        total += value
        limit = Decimal(100) if value >= 100 else Decimal(10) if value >= 20 else ZERO
        after += 1
        if not limit:
            break
    return total, after


def _multiply(line: Folded, amount: Amount, words: CaseNumbers) -> Amount:
    """Multiply by what follows: "с половиной", scales, "десятка", fractions."""
    after, value = amount.after, amount.value
    if line.words[after] in words.parts and value < words.parts[line.words[after]]:
        share = round(value / words.parts[line.words[after]] * 100, 1)
        return replace(amount, after=after + 1, value=share.normalize(), share=True)
    if (
        line.words[after] in words.with_half[0]
        and line.words[after + 1] == words.with_half[1]
    ):
        value, after = value + HALF, after + 2
    scale = Decimal(1)
    while scale < 10**9:
        factor = _scale(line, after, words)
        if factor is None or (factor in words.groups.values() and scale > 1):
            break
        value, scale = value * factor, scale * factor
        after = _after_scale(line, after, words)
    plus = line.words[after] == "+" and line.touches(after)
    if after == amount.after and not plus:
        return amount
    if plus:
        return replace(amount, after=after + 1, value=value, scale=scale, least=True)
    scaled = replace(amount, after=after, value=value, scale=scale, plain=False)
    return _add_rest(line, scaled, words) if scale >= 1000 else scaled


def _add_rest(line: Folded, amount: Amount, words: CaseNumbers) -> Amount:
    """Add what follows a scale: "2 тыс. 439", "миллион сто тысяч"."""
    at = amount.after
    if at - amount.first > LONGEST or not line.follows(at):
        return amount
    if line.is_number(at):
        rest = _read_figures(line, at, words)
        digits = line.words[at]
        if rest is None or not digits.isdigit() or line.touches(rest.after):
            return amount
    else:
        total, after = _below_thousand(line, at, words)
        if after == at:
            return amount
        rest = _multiply(line, Amount(at, after, total), words)
    if rest.value >= amount.scale or rest.share or rest.least:
        return amount
    return replace(
        amount, after=rest.after, value=amount.value + rest.value, loose=False
    )
