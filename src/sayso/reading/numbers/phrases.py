"""Numbers in words: "two and a half thousand", "several dozen", "a third of"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from sayso.reading.numbers.amounts import STEP, WHOLE, WORD, Amount, scale_of, scale_up
from sayso.reading.numbers.scan import Scan

REACH = 24
"""Characters of "and three quarters" and its like, with the joiner."""
LONGEST = 16
"""Words in the longest number read."""
HUNDRED = Decimal(100)
ONE = Decimal(1)


def read_words(scan: Scan, start: int) -> Amount | None:
    """Give the amount in words that begins at `start`, or None when none does."""
    first = WORD.match(scan.folded, start)
    if first is None:
        return None
    words, word = scan.words, first.group()
    if word in words.articles:
        return _after_article(scan, start, first.end())
    if word == words.half:
        return _read_half(scan, start, start)
    if word in words.several:
        return _read_several(scan, start, first.end(), words.several[word])
    if word in words.vague:
        return _read_vague(scan, start, first, Decimal(1))
    return _read_cardinal(scan, start, start)


def _after_article(scan: Scan, start: int, end: int) -> Amount | None:
    """Read "a hundred", "a dozen", "a couple of", "a third of", "a few thousand"."""
    words = scan.words
    word = WORD.match(scan.folded, end + 1)
    if word is None:
        return None
    name, after = word.group(), word.end()
    if name == words.half:
        return _read_half(scan, start, end + 1)
    if name in words.fractions:
        return _read_fraction(scan, start, after, words.fractions[name])
    if name in words.several_after_article:
        return _read_several(scan, start, after, words.several_after_article[name])
    if name in words.exact_groups:
        return _read_group(scan, start, after, name)
    return _read_cardinal(scan, start, end + 1)


def _read_group(scan: Scan, start: int, end: int, name: str) -> Amount | None:
    """Read "a dozen", "a couple of", "a couple hundred"."""
    words = scan.words
    few = name in words.loose_groups
    scaled = scale_up(scan, Amount(start, end, words.exact_groups[name], few=few))
    if scaled.end > end:
        return Amount(start, scaled.end, scaled.value, few=few)
    linked = scan.folded.startswith(f" {words.of} ", end)
    return scaled if linked or name in words.scales else None


def _read_half(scan: Scan, start: int, at: int) -> Amount | None:
    """Read "half a million", "half-million", "half of the"; at is where half stands."""
    words, folded = scan.words, scan.folded
    end = at + len(words.half)
    article = next((a for a in words.articles if folded.startswith(f" {a} ", end)), "")
    after = end + 2 + len(article) if article else end + 1
    word = WORD.match(folded, after)
    name = word.group() if word else ""
    factor = scale_of(scan, name)
    if word and factor:
        return Amount(start, word.end(), factor / 2, scale=factor)
    if name in words.units:
        return Amount(start, after - 1, Decimal("0.5"), letters=True)
    return Amount(start, end, WHOLE / 2, share=True)


def _read_fraction(
    scan: Scan, start: int, end: int, part: Decimal, times: Decimal = ONE
) -> Amount | None:
    """Read what follows the name of a part: "third of", "quarter million".

    Args:
        scan: The text.
        start: Where the number begins.
        end: Where the name of the part ends.
        part: How many such parts make a whole.
        times: How many of them there are.
    """
    whole, part = times * WHOLE / part, times / part
    scaled = scale_up(scan, Amount(start, end, part))
    if scaled.end > end:
        return scaled
    for article in scan.words.articles:
        link = f" {scan.words.of} {article}"
        if scan.folded.startswith(link + " ", end):
            scaled = scale_up(scan, Amount(start, end + len(link), part))
            if scaled.end > end + len(link):
                return scaled
    step = STEP.match(scan.folded, end)
    word = step and WORD.match(scan.folded, step.end())
    measured = word and word.group() in scan.words.units
    if word and measured and word.group() not in scan.words.stops:
        return Amount(start, end, part, letters=True)
    return Amount(start, end, whole, share=True)


def _read_several(scan: Scan, start: int, end: int, least: Decimal) -> Amount | None:
    """Read "several", "several dozen", "a few tens of thousands"."""
    step = STEP.match(scan.folded, end)
    word = step and WORD.match(scan.folded, step.end())
    if word:
        name = word.group()
        if name in scan.words.vague and name not in scan.words.scales:
            return _read_vague(scan, start, word, least / 2)
        scaled = scale_up(scan, Amount(start, end, least))
        if scaled.end > end:
            return Amount(start, scaled.end, scaled.value, vague=scaled.scale)
    return Amount(start, end, least, vague=Decimal(1))


def _read_vague(
    scan: Scan, start: int, word: re.Match[str], times: Decimal
) -> Amount | None:
    """Read "dozens", "tens of thousands"; `times` multiplies what it stands for."""
    words, name, end = scan.words, word.group(), word.end()
    value = words.vague[name] * times
    power = words.vague[name] / 2
    link = f" {words.of} "
    linked = scan.folded.startswith(link, end)
    second = WORD.match(scan.folded, end + len(link)) if linked else None
    if second and second.group() in words.vague and second.group() != name:
        scale = words.vague[second.group()] / 2
        return Amount(start, second.end(), value * scale, vague=power * scale)
    if name in words.vague_with_of and not (linked or _is_counting(scan, end)):
        return None
    return Amount(start, end, value, vague=power)


def _is_counting(scan: Scan, end: int) -> bool:
    """True when the next word is dead, wounded or another noun made of an adjective."""
    word = WORD.match(scan.folded, end + 1)
    return bool(word and word.group() in scan.words.substantives)


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number while its words are read."""

    total: Decimal = Decimal(0)
    """What closed groups come to: the two thousand of "two thousand six"."""
    group: Decimal | None = None
    """The group being read; None right after a scale."""
    scale: Decimal = Decimal(1)
    last: str = ""
    """Kind of the last word: unit, tens, hundred, scale."""


def _read_cardinal(scan: Scan, start: int, at: int) -> Amount | None:
    """Read "one hundred and twenty-one", "two and a half thousand", "two thirds"."""
    total, end, position = _Sum(), at, at
    for _ in range(LONGEST):
        word = WORD.match(scan.folded, position)
        if word is None:
            break
        if _is_part(scan, word.group(), total):
            part = scan.words.fractions[word.group()]
            return _read_fraction(scan, start, word.end(), part, total.group or ONE)
        added = _add(scan, total, word.group())
        if added is None:
            if word.group() == scan.words.point and end != at:
                decimal = _with_decimals(scan, start, word.end(), total)
                if decimal is not None:
                    return decimal
            break
        total, end = added, word.end()
        position = _next_word(scan, end, total.last)
        if position < 0:
            break
    if end == at:
        return None
    value = total.total + (total.group or 0)
    return _with_half(scan, Amount(start, end, value, scale=total.scale, letters=True))


def _with_decimals(scan: Scan, start: int, end: int, total: _Sum) -> Amount | None:
    """Read the digits of "one point eight seven million" behind their point."""
    digits, after = "", end
    for _ in range(LONGEST):
        step = STEP.match(scan.folded, after)
        word = step and WORD.match(scan.folded, step.end())
        number = scan.words.cardinals.get(word.group(), 10) if word else 10
        if word is None or number > 9:
            break
        digits, after = f"{digits}{number}", word.end()
    value = total.total + (total.group or 0)
    if not digits:
        return None
    whole = Amount(start, after, value + Decimal(f"0.{digits}"), letters=True)
    return scale_up(scan, whole)


def _is_part(scan: Scan, name: str, total: _Sum) -> bool:
    """True for the name of a part after one or more of them: "two thirds"."""
    if name not in scan.words.fractions or total.last != "unit":
        return False
    if name == scan.words.half:
        return total.group == 1
    return total.group is not None and (total.group == 1) != name.endswith("s")


def _add(scan: Scan, total: _Sum, name: str) -> _Sum | None:
    """Give the number with one word more, or None where it cannot follow."""
    words, group = scan.words, total.group
    if name in words.cardinals:
        number = words.cardinals[name]
        if group is not None and not _may_join(total.last, number):
            return None
        return _Sum(
            total.total, (group or Decimal(0)) + number, total.scale, _kind(number)
        )
    if name == words.hundred:
        if total.last not in ("", "unit", "scale"):
            return None
        group = (Decimal(1) if group is None else group) * HUNDRED
        return _Sum(total.total, group, HUNDRED, "hundred")
    scale = words.scales.get(name)
    if scale is None:
        return None
    if group is None:
        return _Sum(total.total * scale if total.total else scale, None, scale, "scale")
    return _Sum(total.total + group * scale, None, scale, "scale")


def _kind(number: int) -> str:
    """Name what may follow a cardinal: "tens" a unit, "unit" a scale or a part."""
    return "tens" if number >= 20 else "unit"


def _may_join(last: str, number: int) -> bool:
    if last == "tens":
        return 0 < number < 10
    return last == "hundred" and number > 0


def _next_word(scan: Scan, end: int, last: str) -> int:
    """Give where the number may go on, -1 where it may not."""
    joiner = f" {scan.words.joiner} "
    if last in ("hundred", "scale") and scan.folded.startswith(joiner, end):
        word = WORD.match(scan.folded, end + len(joiner))
        joined = word and word.group() in scan.words.cardinals
        return end + len(joiner) if joined else -1
    step = STEP.match(scan.folded, end)
    return step.end() if step else -1


def _with_half(scan: Scan, amount: Amount) -> Amount:
    """Add "and a half": "two and a half thousand" and "a million and a half"."""
    ahead = scan.folded[amount.end : amount.end + REACH].replace("-", " ")
    joiner = f" {scan.words.joiner} "
    if not ahead.startswith(joiner):
        return amount
    at = amount.end + len(joiner)
    for phrase, part in scan.words.added_parts.items():
        if ahead.startswith(phrase, len(joiner)):
            value = amount.value + part * amount.scale
            added = Amount(amount.start, at + len(phrase), value, scale=amount.scale)
            return scale_up(scan, added) if amount.scale == 1 else added
    return amount
