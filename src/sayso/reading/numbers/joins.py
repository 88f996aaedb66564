"""Two numbers that are one figure: two limits, two units, a ratio, a repetition."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from sayso.reading.numbers.amounts import Amount
from sayso.reading.numbers.drafts import Draft
from sayso.reading.numbers.nouns import find_noun
from sayso.reading.numbers.scan import Scan
from sayso.reading.numbers.units import MONEY
from sayso.vocabulary.languages.number_words import Limit


def join_special(scan: Scan, left: Draft, right: Draft) -> Draft | None:
    """Give the one figure that two numbers make other than as a plain range."""
    return (
        _join_limits(scan, left, right)
        or _join_parts(scan, left, right)
        or _join_ratio(scan, left, right)
        or _join_repeat(scan, left, right)
    )


def _join_limits(scan: Scan, left: Draft, right: Draft) -> Draft | None:
    """Join "more than 10 and less than 20" to one range."""
    pair = {left.limit, right.limit}
    if pair != {Limit.AT_LEAST, Limit.AT_MOST} or left.noun is not None:
        return None
    if left.unit is not None and left.unit != right.unit:
        return None
    gap = scan.folded[left.close : right.start].strip(" ,")
    if gap not in (scan.words.joiner, ""):
        return None
    below, above = (left, right) if left.limit is Limit.AT_LEAST else (right, left)
    if not below.amount.value < above.amount.value:
        return None
    return replace(
        right,
        amount=below.amount,
        high=above.amount,
        start=left.start,
        open=left.open,
        limit=None,
        before=left.before,
        before_start=left.before_start,
    )


PARTS = {("foot", "inch"): Decimal(12), ("pound_sterling", "penny"): Decimal(100)}
"""Larger and smaller unit that are said as one measure -> how many make one."""
CENTS = Decimal(100)


def _join_parts(scan: Scan, left: Draft, right: Draft) -> Draft | None:
    """Join "5 feet 2 inches" and "thirteen dollars and forty-five cents"."""
    if left.unit is None or right.unit is None or left.unit == right.unit:
        return None
    size = PARTS.get((left.unit, right.unit))
    if right.unit == "cent" and left.unit in MONEY:
        size = CENTS
    gap = scan.folded[left.close : right.open].strip()
    if size is None or gap not in ("", scan.words.joiner) or right.limit is not None:
        return None
    if not right.amount.value < size:
        return None
    value = left.amount.value + right.amount.value / size
    amount = replace(left.amount, end=right.amount.end, value=value, plain=False)
    return replace(left, amount=amount, end=right.end, close=right.close, age=right.age)


def _speaks_of_share(scan: Scan, left: Draft) -> bool:
    """True when "one in three" opens a clause, so that no verb makes it a count."""
    free = left.limit is not None or left.before == ""
    return free or left.before in scan.words.stops


SMALL = Decimal(100)
"""Largest whole of a ratio in words: "one in 100"."""


def _join_ratio(scan: Scan, left: Draft, right: Draft) -> Draft | None:
    """Join "one in three" and "two out of five" to a part of a whole."""
    gap = scan.folded[left.close : right.open].strip()
    if gap not in scan.words.ratios or left.noun or left.unit or right.unit:
        return None
    one, two = left.amount, right.amount
    if right.limit is not None or not one.value < two.value <= SMALL:
        return None
    if one.scale != 1 or two.vague is not None:
        return None
    if scan.words.of not in gap and not _speaks_of_share(scan, left):
        return None
    amount = Amount(
        one.start, two.end, one.value / two.value * 100, share=True, letters=True
    )
    return replace(
        left, amount=amount, end=right.end, close=right.close, noun=right.noun
    )


def _join_repeat(scan: Scan, left: Draft, right: Draft) -> Draft | None:
    """Join "five (5) boats", one number said twice."""
    if left.noun or left.unit or left.amount.value != right.amount.value:
        return None
    end = right.amount.end
    inside = scan.folded[left.close : right.open] == " ("
    if not inside or not scan.folded.startswith(")", end):
        return None
    noun = find_noun(scan, end + 1, singular=left.amount.value == 1)
    close = noun.end if noun else end + 1
    return replace(left, noun=noun, close=end + 1, end=close)
