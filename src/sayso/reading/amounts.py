"""Numbers themselves, in figures and words: "1,100", "two and a half thousand".

Knows nothing of bounds, units or what is counted. Decimal throughout: a figure in a
record is the figure in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from sayso.reading.number_scan import Scan

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
        return _scaled(scan, Amount(start, end, value))
    slash = SLASH.match(scan.folded, end)
    if slash and raw.isdigit():
        return _slashed(start, slash, int(raw))
    bare = SEPARATORS.sub("", raw)
    if bare.count(".") > 1:
        bare = bare.replace(".", "")
    value = Decimal(bare)
    if end < len(scan.folded) and scan.folded[end] in GLYPHS:
        return _scaled(scan, Amount(start, end + 1, value + GLYPHS[scan.folded[end]]))
    dotted = "." in raw and len(raw) - raw.index(".") == 4
    amount = Amount(
        start, end, value, plain=raw.isascii() and raw.isdigit(), dotted=dotted
    )
    return _scaled(scan, amount)


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


def _scaled(scan: Scan, amount: Amount) -> Amount:
    """Multiply by the scales that follow: "1.1 thousand", "4 hundred million", "5bn"."""
    suffix = _read_suffix(scan, amount.end)
    if suffix:
        end, scale = suffix
        return Amount(amount.start, end, amount.value * scale, scale=scale)
    end, total, scale = amount.end, amount.value, Decimal(1)
    for _ in range(3):
        step = STEP.match(scan.folded, end)
        word = step and WORD.match(scan.folded, step.end())
        factor = word and _factor(scan, word.group())
        if not word or not factor:
            break
        end, total, scale = word.end(), total * factor, scale * factor
    if end == amount.end:
        return amount
    return Amount(amount.start, end, total, scale=scale)


def _factor(scan: Scan, word: str) -> Decimal | None:
    return None if word == "score" else scan.words.scales.get(word)


SUFFIX = re.compile(r" ?([a-z]{1,3})(?![\w'’])")
FOLLOWED = re.compile(r"\s(?:[a-z]{4,30}|km|kg)")


def _read_suffix(scan: Scan, end: int) -> tuple[int, Decimal] | None:
    """Give where a glued scale ends and its value: "5k", "3 bn", "2.5m people".

    A lone "m" or "t" is left to the units unless a word follows that can be counted.
    """
    found = SUFFIX.match(scan.folded, end)
    if not found or found.group(1) not in scan.words.suffixes:
        return None
    suffix, glued = found.group(1), found.start(1) == end
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
    if name == "few":
        return _read_several(scan, start, after, Decimal(3))
    if name in words.exact_groups:
        value = words.exact_groups[name]
        scaled = _scaled(scan, Amount(start, after, value, few=name == "couple"))
        if scaled.end > after:
            return Amount(start, scaled.end, scaled.value, few=True)
        needs_of = name != "dozen"
        if needs_of and not scan.folded.startswith(f" {words.of} ", after):
            return None
        return scaled
    return _read_cardinal(scan, start, end + 1)


def _read_half(scan: Scan, start: int, at: int) -> Amount | None:
    """Read "half a million", "half-million", "half of the"; at is where half stands."""
    words, folded = scan.words, scan.folded
    end = at + len(words.half)
    article = next((a for a in words.articles if folded.startswith(f" {a} ", end)), "")
    after = end + 2 + len(article) if article else end + 1
    word = WORD.match(folded, after)
    name = word.group() if word else ""
    factor = words.exact_groups.get(name) or _factor(scan, name)
    if word and factor and name not in ("couple", "score"):
        return Amount(start, word.end(), factor / 2, scale=factor)
    if name in words.units:
        return Amount(start, after - 1, Decimal("0.5"), letters=True)
    return Amount(start, end, WHOLE / 2, share=True)


def _read_fraction(scan: Scan, start: int, end: int, part: Decimal) -> Amount | None:
    """Read what follows the name of a part: "third of", "quarter million"."""
    scaled = _scaled(scan, Amount(start, end, part))
    if scaled.end > end:
        return scaled
    step = STEP.match(scan.folded, end)
    word = step and WORD.match(scan.folded, step.end())
    if word and word.group() in scan.words.units and part != Decimal(1) / 3:
        return Amount(start, end, part, letters=True)
    return Amount(start, end, part * WHOLE, share=True)


def _read_several(scan: Scan, start: int, end: int, least: Decimal) -> Amount | None:
    """Read "several", "several dozen", "a few tens of thousands"."""
    step = STEP.match(scan.folded, end)
    word = step and WORD.match(scan.folded, step.end())
    if word:
        name = word.group()
        if name in scan.words.vague and name not in scan.words.scales:
            power = scan.words.vague[name] / 2
            return _read_vague(scan, start, word, least * power / (power * 2))
        scaled = _scaled(scan, Amount(start, end, least))
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
    if name in ("tens", "scores") and not (linked or _is_counting(scan, end)):
        return None
    return Amount(start, end, value, vague=power)


def _is_counting(scan: Scan, end: int) -> bool:
    """True when the next word is dead, wounded or another noun made of an adjective."""
    word = WORD.match(scan.folded, end + 1)
    return bool(word and word.group() in scan.words.substantives)


def _read_cardinal(scan: Scan, start: int, at: int) -> Amount | None:
    """Read "one hundred and twenty-one", "two and a half thousand", "two thirds"."""
    words, folded = scan.words, scan.folded
    total, group, scale, last = Decimal(0), None, Decimal(1), ""
    end, position = at, at
    for _ in range(16):
        word = WORD.match(folded, position)
        name = word.group() if word else ""
        if name in words.cardinals:
            number = words.cardinals[name]
            if group is None:
                group = Decimal(number)
            elif _may_join(last, number):
                group += number
            else:
                break
            last = _kind(number)
        elif name == words.hundred and last in ("", "unit", "scale"):
            group = (group if group is not None else Decimal(1)) * 100
            last = "hundred"
        elif name in words.scales and name not in ("score", words.hundred):
            factor = words.scales[name]
            if group is None:
                if total and last != "scale":
                    break
                total = total * factor if total else factor
            else:
                total, group = total + group * factor, None
            scale, last = factor, "scale"
        elif name in words.fractions and last == "unit" and group is not None:
            if (group == 1) == name.endswith("s") or name == words.half and group != 1:
                break
            assert word is not None
            return _read_fraction(
                scan, start, word.end(), group * words.fractions[name]
            )
        else:
            break
        if word is None:
            break
        end = word.end()
        position = _next_word(scan, end, last)
        if position < 0:
            break
    if end == at:
        return None
    return _with_half(
        scan, Amount(start, end, total + (group or 0), scale=scale, letters=True)
    )


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


HALVES = {"a half": "0.5", "one half": "0.5", "a quarter": "0.25"}
"""What "and" adds to a number or to its scale."""


def _with_half(scan: Scan, amount: Amount) -> Amount:
    """Add "and a half": "two and a half thousand" and "a million and a half"."""
    joiner = f" {scan.words.joiner} "
    if not scan.folded.startswith(joiner, amount.end):
        return amount
    at = amount.end + len(joiner)
    for phrase, part in HALVES.items():
        if scan.folded.startswith(phrase, at):
            value = amount.value + Decimal(part) * amount.scale
            added = Amount(amount.start, at + len(phrase), value, scale=amount.scale)
            return _scaled(scan, added) if amount.scale == 1 else added
    return amount
