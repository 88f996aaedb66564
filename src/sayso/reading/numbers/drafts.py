"""First pass over the numbers of a text: each by itself, with its surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.reading.numbers.amounts import Amount, read_digits, read_money
from sayso.reading.numbers.bounds import combine, read_after, read_before
from sayso.reading.numbers.nouns import NOUN_WORD, Noun, find_noun
from sayso.reading.numbers.phrases import read_words
from sayso.reading.numbers.scan import FIGURES, FIRST, Scan
from sayso.reading.numbers.units import Unit, read_currency, read_rate, read_unit
from sayso.vocabulary.languages.number_words import Limit
from sayso.vocabulary.languages.unit_symbols import CURRENCY_CODES

AGE = re.compile(r"\sof\s(age)\b|[\s-]([a-z]{2,5})\b")
SIGNS = "-−–"
CODE = re.compile(r"\s?(?:usd|u\.s\.|us)(?!\w)")
PREFIX = re.compile(r"([a-z]{2,8})-$")


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with what stands around it, before it is weighed as a quantity."""

    amount: Amount
    start: int
    """Where the bound words or the currency begin."""
    end: int
    """Where the unit, the noun or the bound after them ends."""
    open: int
    """Where the number begins with its sign and currency."""
    close: int
    """Where the number ends with its unit, without a noun."""
    limit: Limit | None
    before: str
    """The word before, lower case; "" at the start of a clause."""
    before_start: int
    unit: str | None = None
    noun: Noun | None = None
    rate: str | None = None
    age: bool = False
    negative: bool = False
    partitive: bool = False
    attributive: bool = False
    """True when hyphens bind the number to a word: "five-storey"."""
    after_hyphen: bool = False
    """True when a hyphen and a figure stand directly before: the "10" of "5-10"."""
    high_negative: bool = False
    high: Amount | None = None
    """The upper end, once two drafts were joined to a range."""


def find_drafts(scan: Scan) -> Iterator[Draft]:
    """Yield every number that is not surely part of a date, name or code."""
    floor = position = 0
    while found := scan.patterns.start.search(scan.folded, position):
        position = found.end()
        if found.lastgroup == "skip":
            floor = position
            continue
        draft = _read_draft(scan, found, floor)
        if draft is None:
            continue
        floor = max(floor, draft.close)
        position = max(position, draft.close)
        yield draft


def _read_draft(scan: Scan, found: re.Match[str], floor: int) -> Draft | None:
    if found.lastgroup == "word":
        amount = read_words(scan, found.start())
        return _surround(scan, amount, floor, None) if amount else None
    if found.lastgroup == "digits":
        amount = read_digits(scan, found.start(), found.end())
        return _surround(scan, amount, floor, None) if amount else None
    figures = FIGURES.match(scan.folded, found.end())
    amount = figures and read_digits(scan, *figures.span())
    code = found.group("code").strip()
    unit = CURRENCY_CODES.get(code) or CURRENCY_CODES.get(code.removeprefix("m"))
    if amount is None or unit is None:
        return None
    return _surround(scan, amount, floor, (found.start(), unit, ""))


def _surround(
    scan: Scan, amount: Amount, floor: int, code: tuple[int, str, str] | None
) -> Draft | None:
    """Give the draft with currency, sign, unit, noun and bounds, or None for a name."""
    currency = code or read_currency(scan, amount.start)
    opening, negative, limit, hyphen = amount.start, False, None, False
    if currency:
        opening, unit_id, minus = currency
        negative = minus in SIGNS and minus != ""
        amount = read_money(scan, amount)
    else:
        glued = _read_glued(scan, amount, floor)
        if glued is None:
            return None
        opening, negative, limit, hyphen = glued
    before = read_before(scan, opening, floor)
    if before.word in scan.words.negative and not negative:
        opening, negative = before.word_start, True
        before = read_before(scan, opening, floor)
    draft = Draft(
        amount=amount,
        start=min(opening, before.start),
        end=amount.end,
        open=opening,
        close=amount.end,
        limit=limit or before.limit,
        before=before.word,
        before_start=before.word_start,
        negative=negative,
        after_hyphen=hyphen,
    )
    if currency:
        return _finish(scan, replace(draft, unit=unit_id), _skip_code(scan, amount.end))
    return _read_right(scan, draft)


def _skip_code(scan: Scan, end: int) -> int:
    """Give the end of "$75 U.S.", "$10 USD"."""
    found = CODE.match(scan.folded, end)
    return found.end() if found else end


def _read_glued(
    scan: Scan, amount: Amount, floor: int
) -> tuple[int, bool, Limit | None, bool] | None:
    """Judge what is glued to the front: a sign, a prefix, or a name ("Su-25").

    Returns:
        Where the number opens, whether it is negative, a limit, and whether a figure
        and a hyphen stand before; None when it is part of a name or code.
    """
    folded, start = scan.folded, amount.start
    last = folded[start - 1] if start else " "
    if last == "+":
        return start - 1, False, None, False
    if last in "#№@_\\&":
        return None
    if last in ".,:/" and start > 1 and folded[start - 2].isalnum():
        return (
            None
            if last != "," or folded[start - 2].isalpha()
            else (start, False, None, False)
        )
    if last not in "-−–":
        return start, False, None, False
    ahead = folded[start - 2] if start > 1 else " "
    if ahead.isdigit() or ahead in "%$€£" or floor == start - 1 > 0:
        return start, False, None, True
    if not ahead.isalpha():
        minus = last != "–" and not amount.letters
        return (start - 1, True, None, False) if minus else (start, False, None, False)
    if last == "–":
        return start, False, None, False
    prefix = PREFIX.search(folded[max(0, start - 9) : start])
    word = prefix.group(1) if prefix else ""
    if word in scan.words.negative:
        return start - len(word) - 1, True, None, False
    if word in scan.words.prefixes:
        limit = scan.words.prefixes[word]
        return (
            start - len(word) - 1,
            False,
            None if limit is Limit.NONE else limit,
            False,
        )
    known = word in scan.words.cardinals or word in scan.words.scales
    return (start, False, None, True) if known else None


def _read_right(scan: Scan, draft: Draft) -> Draft | None:
    """Add unit or noun, rate, age and the bound after them."""
    amount = draft.amount
    end, after = read_after(scan, amount.end, touching=True)
    draft = replace(draft, limit=combine(draft.limit, after), close=end, end=end)
    unit = read_unit(scan, amount, end)
    if unit is not None:
        return _with_unit(scan, draft, unit)
    following = scan.folded[end : end + 1]
    if scan.folded.startswith(("'s", "’s", "′s"), end):
        return None
    if following.isalnum() or following == "_":
        return None
    if following in "-‑" and scan.folded[end + 1 : end + 2].isalpha() and following:
        sized = FIRST.match(scan.folded, end + 1)
        if sized and sized.group() in scan.words.size_words:
            return replace(draft, end=sized.end(), close=sized.end())
        return replace(draft, attributive=True)
    if following in ":/" and following and scan.folded[end + 1 : end + 2].isalnum():
        return None
    if following == "." and scan.folded[end + 1 : end + 2].isdigit():
        return None
    return _with_noun(scan, draft)


def _with_unit(scan: Scan, draft: Draft, unit: Unit) -> Draft:
    found = AGE.match(scan.folded, unit.end)
    word = (found.group(2) or "").rstrip("s") if found else ""
    age = bool(found and (found.group(1) or word in scan.words.age_after))
    end = found.end() if age and found else unit.end
    return _finish(
        scan,
        replace(draft, unit=unit.id, age=age, attributive=unit.hyphen),
        end,
    )


def _finish(scan: Scan, draft: Draft, end: int) -> Draft:
    """Add the rate, the bound after a unit and what it is of."""
    rate = read_rate(scan, end)
    if rate:
        end = rate[0]
    close, after = read_after(scan, end)
    return replace(
        draft,
        end=close,
        close=close,
        rate=rate[1] if rate else None,
        limit=combine(draft.limit, after),
    )


PAST = frozenset({"past", "last", "first"})
"""Words of `stops` that may stand before the whole."""
WHOLE_REACH = 4
"""Words between "of" and the number of the whole: "the country's", "the past"."""


def find_noun_of_whole(scan: Scan, end: int) -> Noun | None:
    """Give the drones of "five of the seven drones", which the five count as well."""
    at = end + 1 + len(scan.words.of)
    for _ in range(WHOLE_REACH):
        word = NOUN_WORD.match(scan.folded, at + 1)
        if word is None:
            return None
        digits = FIGURES.match(scan.folded, word.start())
        amount = (
            read_digits(scan, *digits.span())
            if digits
            else read_words(scan, word.start())
        )
        if amount is not None:
            return find_noun(scan, amount.end, singular=False)
        name = word.group()
        if name in scan.words.stops and name not in scan.words.determiners | PAST:
            return None
        at = word.end()
    return None


def _with_noun(scan: Scan, draft: Draft) -> Draft:
    words, amount = scan.words, draft.amount
    singular = amount.value == 1 and amount.letters and not amount.share
    linked = scan.folded.startswith(f" {words.of} ", draft.close)
    noun = find_noun(scan, draft.close, singular=singular, of=True)
    if noun is None:
        whole = find_noun_of_whole(scan, draft.close) if linked else None
        return replace(draft, noun=whole, partitive=linked)
    rate = read_rate(scan, noun.end)
    end, after = read_after(scan, rate[0] if rate else noun.end)
    if after is None:
        end = noun.end
    return replace(
        draft,
        noun=noun,
        end=end,
        rate=rate[1] if rate else None,
        limit=combine(draft.limit, after),
        partitive=linked,
    )
