"""Second pass: two numbers that are the ends of one range or of one change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from sayso.model import Change
from sayso.reading.numbers.amounts import Amount
from sayso.reading.numbers.drafts import Draft
from sayso.reading.numbers.joins import join_special
from sayso.reading.numbers.scan import Scan
from sayso.reading.numbers.units import MONEY

DASH = re.compile(r"[-–—‑~∼−]-?|\s[-–~]\s?|-\s[-–]\s")
TEN = Decimal(10)
THOUSAND = Decimal(1000)
CLOSE = Decimal("0.35")
"""Share by which the second of "eight or ten" may lie above the first."""
TIMES = frozenset(
    {"minute", "hour", "day", "night", "week", "month", "year", "decade", "century"}
)
"""Units of the time over which something was counted."""
REACH = 24
"""Longest gap, in characters, between the two ends of a range."""


def join_ranges(
    scan: Scan, drafts: Iterable[Draft]
) -> Iterator[tuple[Draft, Change | None]]:
    """Yield the drafts in order, ranges joined, changes marked."""
    held: Draft | None = None
    change: Change | None = None
    for following in drafts:
        if held is None:
            held = following
            continue
        draft = _without_over(scan, held, following)
        if change is None and draft.open - held.close <= REACH:
            joined = join_pair(scan, held, draft)
            if joined is not None:
                held = joined
                continue
            held = _share_measure(scan, held, draft)
            if _is_change(scan, held, draft):
                left, right = _share_unit(*_share_scale(held, draft))
                yield left, Change.FROM
                held, change = right, Change.TO
                continue
        if draft.after_hyphen and draft.open - held.close == 1:
            held = replace(held, after_hyphen=True)
        yield held, change
        held, change = draft, None
    if held is not None:
        yield held, change


def _without_over(scan: Scan, left: Draft, right: Draft) -> Draft:
    """Give the weeks of "45 witnesses over eleven weeks", which "over" limits not."""
    if left.noun is None or right.unit not in TIMES or right.start != left.end + 1:
        return right
    phrase = scan.folded[right.start : right.open].strip()
    if phrase not in scan.words.spatial:
        return right
    return replace(right, limit=None, start=right.open)


def join_pair(scan: Scan, left: Draft, right: Draft) -> Draft | None:
    """Give the range that two numbers make, or None when they are two figures."""
    if left.high is not None or right.high is not None:
        return None
    if left.amount.share and not right.amount.share and right.unit is None:
        return None
    special = join_special(scan, left, right)
    if special is not None:
        return special
    gap = scan.folded[left.close : right.open]
    if left.noun is not None or (right.limit is not None and gap not in "~∼"):
        return None
    if _is_dated(scan, left) and not _is_dated(scan, right):
        return None
    words, joiner = scan.words, gap.strip()
    dashed = bool(DASH.fullmatch(gap))
    if dashed and gap != gap.strip() and not right.amount.value > left.amount.value:
        return None
    opened = left.before in words.between
    if not (
        dashed
        or joiner in words.range_joiners
        or (opened and joiner == words.joiner)
        or (joiner == words.either and _is_neighbour(left, right))
    ):
        return None
    if left.before == words.change and not dashed and not _ranges(scan, left):
        return None
    return _join(left, right, opened=opened, strict=not (dashed or opened))


def _join(left: Draft, right: Draft, *, opened: bool, strict: bool) -> Draft | None:
    """Give the range, or None when its ends cannot be one.

    Args:
        left: The draft with the lower end.
        right: The draft with the upper end.
        opened: True when a word such as "between" stands before.
        strict: True when only "to" joins them: figures and words then do not mix.
    """
    priced = left.unit in MONEY and right.unit is None and right.noun is None
    if left.unit is not None and left.unit != right.unit and not priced:
        return None
    low, high = _share_scale(left, right)
    if low.negative and high.negative:
        low, high = high, low
        if low.amount.value <= high.amount.value:
            return None
    below = low.negative
    if not below and low.amount.value >= high.amount.value:
        return None
    bare = left.unit is None and right.unit is None
    if strict and bare and low.amount.letters != high.amount.letters:
        return None
    start = left.before_start if opened else left.start
    return replace(
        right,
        amount=low.amount,
        high=high.amount,
        high_negative=high.negative and low.negative,
        start=start,
        open=left.open,
        limit=left.limit,
        before=left.before,
        before_start=left.before_start,
        negative=left.negative,
        after_hyphen=left.after_hyphen,
        unit=right.unit or left.unit,
        age=left.age or right.age,
    )


def _is_dated(scan: Scan, draft: Draft) -> bool:
    """True for a bare number of four digits, which beside a preposition is a year."""
    amount = draft.amount
    four = amount.plain and amount.end - amount.start == 4 and draft.unit is None
    return four and (draft.before in scan.words.year_before or draft.before == "")


def _is_neighbour(left: Draft, right: Draft) -> bool:
    """True for "three or four" and "twenty or thirty": the next number of its kind."""
    one, two = left.amount, right.amount
    step = two.value - one.value
    if left.unit is not None or one.letters != two.letters:
        return False
    if (step == 1 and one.value <= TEN) or (step == TEN and one.value % TEN == 0):
        return True
    return right.unit is None and 0 < step <= one.value * CLOSE


def _ranges(scan: Scan, left: Draft) -> bool:
    """True when "from" follows a word that speaks of a range: "ranging from"."""
    ahead = scan.folded[max(0, left.before_start - 12) : left.before_start].split()
    return bool(ahead) and ahead[-1] in scan.words.ranging


def _is_change(scan: Scan, left: Draft, right: Draft) -> bool:
    if left.before != scan.words.change or left.amount.share:
        return False
    gap = scan.folded[left.end : right.open].strip()
    return gap in scan.words.change_joiners


def _share_scale(left: Draft, right: Draft) -> tuple[Draft, Draft]:
    """Give both with the scale the last one names: "5-10 million", "15-20,000"."""
    one, two = left.amount, right.amount
    if one.scale == 1 and two.scale > 1 and one.value <= two.value / two.scale:
        return replace(left, amount=_times(one, two.scale)), right
    grouped = not two.plain and two.scale == 1 and not two.letters
    if one.plain and grouped and left.unit is None and two.value >= THOUSAND:
        thousands = two.value / THOUSAND
        if thousands / 10 <= one.value < thousands and one.value >= 5:
            return replace(left, amount=_times(one, THOUSAND)), right
    return left, right


def _share_unit(left: Draft, right: Draft) -> tuple[Draft, Draft]:
    """Give both with the unit or noun that the second of a change names."""
    if left.unit is not None or left.noun is not None:
        return left, right
    return replace(left, unit=right.unit, noun=right.noun, rate=right.rate), right


def _share_measure(scan: Scan, left: Draft, right: Draft) -> Draft:
    """Give the first with the unit of the second: "54 to 46 percent", "7- or 8-inch".

    They are no range: the first is not the lower one, or hyphens hold them apart.
    """
    if left.unit is not None or left.noun is not None or right.unit is None:
        return left
    gap = scan.folded[left.close : right.open]
    joiner = gap.lstrip("-‑").strip()
    held_apart = gap[:1] in ("-", "‑") and right.attributive
    if held_apart and joiner in (scan.words.either, scan.words.joiner):
        return replace(left, unit=right.unit)
    falls = left.amount.value > right.amount.value and not left.amount.share
    if joiner in scan.words.range_joiners and falls:
        return replace(left, unit=right.unit, rate=right.rate)
    return left


def _times(amount: Amount, scale: Decimal) -> Amount:
    return replace(amount, value=amount.value * scale, scale=scale, plain=False)
