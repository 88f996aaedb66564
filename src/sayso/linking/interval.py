"""Intervals of what a figure as printed allows, and arithmetic on them.

Ends are exact fractions, each open or closed; None is unlimited. A figure is turned
into an interval twice: as the words say it (`as_printed`), and with the rounding that
round figures usually carry (`as_rounded`), which checks use before they call two
figures different.

Source: Moore, Kearfott and Cloud, "Introduction to Interval Analysis", SIAM 2009, for
the arithmetic; the reading of bound words is PRODUCT.md's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from sayso.model import Bound, ClaimUnit, Quantity
from sayso.vocabulary.languages import CASED, LANGUAGES

_DIGITS = re.compile(r"\d(?:[\d.,'’ \u00a0\u202f]{0,20}\d)?")
_NEAR = Fraction(1, 2)
"""Half a unit of the last significant digit: what rounding can have moved."""
_LEAST_ROUND = 100
"""Figures below, and counts with a last digit worth less, are taken as counted out."""
_MOST_ROUNDING = Fraction(1, 20)
"""Share of a figure that its own zeros may hide."""
_ONE = Fraction(1)


Number = int | str | Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; None is unlimited on that side."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    """True when `low` itself is left out."""
    high_open: bool = False

    @classmethod
    def of(cls, low: Number | None, high: Number | None, ends: str = "[]") -> Interval:
        """Give the interval between two numbers, ends written as in mathematics."""
        return cls(_fraction(low), _fraction(high), ends[0] == "(", ends[1] == ")")

    @property
    def is_limited(self) -> bool:
        """True when both ends are numbers."""
        return self.low is not None and self.high is not None

    @property
    def is_empty(self) -> bool:
        """True when no number lies inside."""
        if self.low is None or self.high is None:
            return False
        shut = self.low_open or self.high_open
        return self.low > self.high or (self.low == self.high and shut)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scale(self, factor: Fraction) -> Interval:
        """Give the interval times a factor above zero."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_open,
            self.high_open,
        )

    def times(self, other: Interval) -> Interval:
        """Give the product; both must hold no number below zero."""
        return Interval(
            None if self.low is None or other.low is None else self.low * other.low,
            None if self.high is None or other.high is None else self.high * other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def over(self, other: Interval) -> Interval:
        """Give the quotient; both must hold no number below zero."""
        high_open = self.high_open or other.low_open
        low = high = None
        if self.low is not None and other.high is not None and other.high > 0:
            low = self.low / other.high
        if self.high is not None and other.low is not None and other.low > 0:
            high = self.high / other.low
        if other.high is None:
            low = Fraction(0)
        return Interval(low, high, self.low_open or other.high_open, high_open)

    def meet(self, other: Interval) -> Interval:
        """Give the numbers that lie in both; `is_empty` when there are none."""
        low = max((self, other), key=_low_key)
        high = min((self, other), key=_high_key)
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def is_apart_from(self, other: Interval) -> bool:
        """True when the two share no number: all that a finding may rest on."""
        return self.meet(other).is_empty

    def is_below(self, other: Interval) -> bool:
        """True when every number here is less than every number there."""
        if self.high is None or other.low is None:
            return False
        touching = self.high_open or other.low_open
        return self.high < other.low or (self.high == other.low and touching)

    def holds(self, number: Fraction) -> bool:
        """True when the number lies inside."""
        return not self.is_apart_from(Interval(number, number))

    def has_whole(self) -> bool:
        """True when a whole number lies inside."""
        if self.low is None or self.high is None:
            return True
        least = -(-self.low.numerator // self.low.denominator)
        if self.low_open and least == self.low:
            least += 1
        return least < self.high or (least == self.high and not self.high_open)

    def __str__(self) -> str:
        left = "(" if self.low is None or self.low_open else "["
        right = ")" if self.high is None or self.high_open else "]"
        return f"{left}{to_text(self.low, '-∞')}, {to_text(self.high, '∞')}{right}"


def total(intervals: Iterable[Interval]) -> Interval:
    """Give the sum of all; zero for none."""
    result = Interval(Fraction(0), Fraction(0))
    for interval in intervals:
        result += interval
    return result


def to_text(number: Fraction | None, unlimited: str = "∞") -> str:
    """Give a number with thousands separators and at most two decimals."""
    if number is None:
        return unlimited
    places = 2 if abs(number) < 100 else 1
    rounded = round(number, places)
    return f"{Decimal(rounded.numerator) / Decimal(rounded.denominator):,}"


def as_printed(quantity: Quantity) -> Interval:
    """Give what the words allow, with the bound words and the digits as printed.

    "430" is [430, 430], "86%" is [85.5, 86.5), "over 1,100" is (1100, ∞), "about
    1,100" is [1050, 1150], "nearly 300" is [250, 300], "up to 20" is [0, 20].
    """
    low, high = _fraction(quantity.low), _fraction(quantity.high)
    if quantity.bound is Bound.EXACT and quantity.unit == ClaimUnit.COUNT:
        return Interval(low, high)
    words = quantity.span.text.lower()
    below, above, taken_in = _bound_words()
    closed = any(word in words for word in taken_in)
    match quantity.bound:
        case Bound.AT_LEAST:
            return Interval(low, None, not closed and _has(words, below))
        case Bound.AT_MOST:
            opened = not closed and _has(words, above)
            return Interval(Fraction(0), high, high_open=opened)
        case Bound.APPROX:
            return _around(quantity, low, high)
        case Bound.BETWEEN:
            return Interval(low, high)
        case Bound.EXACT:
            if low is None:
                return Interval(low, high)
            half = last_place(quantity) * _NEAR
            return Interval(max(low - half, Fraction(0)), low + half, high_open=True)


@cache
def _bound_words() -> tuple[tuple[str, ...], ...]:
    """Give what leaves a figure out below and above, and what takes it in.

    Words of all languages: none of one stands in a bound of another.
    """
    words = [language.comparing for language in LANGUAGES.values()]
    words += [language.comparing for language in CASED.values()]
    return (
        tuple(word for own in words for word in own.leaves_out_below),
        tuple(word for own in words for word in own.leaves_out_above),
        tuple(word for own in words for word in own.takes_in),
    )


def as_rounded(quantity: Quantity) -> Interval:
    """Give what the words allow when a round figure may have been rounded.

    "67,000" is [66500, 67500) here, "1,260 km2" [1255, 1265); counts that do not end in
    two zeros stay as printed. Never wider than a twentieth, so that "30,000" does not
    stand for 25,000.
    """
    printed, value = as_printed(quantity), _fraction(quantity.low)
    if quantity.bound is not Bound.EXACT or value is None or value < _LEAST_ROUND:
        return printed
    if quantity.unit == ClaimUnit.COUNT and value % _LEAST_ROUND:
        return printed
    size = step(quantity)
    if quantity.unit == ClaimUnit.COUNT and size < _LEAST_ROUND:
        return printed
    half = min(size * _NEAR, value * _MOST_ROUNDING)
    half = max(half, last_place(quantity) * _NEAR)
    return Interval(value - half, value + half, high_open=True)


def step(quantity: Quantity) -> Fraction:
    """Give the size of the last significant digit: 100 for "1,100", 0.1 for "99.5"."""
    return _place(quantity, strip_zeros=True)


def last_place(quantity: Quantity) -> Fraction:
    """Give the size of the last printed digit: 1 for "1,100", 0.1 for "99.0"."""
    return _place(quantity, strip_zeros=False)


def _place(quantity: Quantity, *, strip_zeros: bool) -> Fraction:
    """Give the size of a figure's last digit in the unit of its value.

    The printed number and the value may differ by a factor ("1.1 thousand", square
    miles), which is taken from the two themselves.
    """
    value = _fraction(quantity.low if quantity.low is not None else quantity.high)
    if not value:
        return Fraction(1)
    found = _DIGITS.search(quantity.number.text)
    if found is None:
        return _zeros(int(value)) if strip_zeros and value.denominator == 1 else _ONE
    printed, place = _parse_digits(found.group(), value)
    if printed == 0:
        return place
    if strip_zeros and place == 1:
        place = _zeros(int(printed))
    return place * value / printed


def _parse_digits(digits: str, value: Fraction) -> tuple[Fraction, Fraction]:
    """Give the printed number and the size of its last printed digit.

    Whether "1,100" has a separator or a decimal comma is told by the value: the
    reading whose digits give it, or give it times a power of ten.
    """
    plain = re.sub(r"\D", "", digits)
    last = re.search(r"[.,](\d{1,20})$", digits)
    whole = Fraction(int(plain))
    if last is None or (whole == value and len(last.group(1)) == 3):
        return whole, _ONE
    place = Fraction(1, 10 ** len(last.group(1)))
    if len(last.group(1)) == 3 and whole * place != value:
        return whole, _ONE
    return whole * place, place


def _zeros(number: int) -> Fraction:
    """Give the power of ten of a whole number's last digit that is not zero."""
    size = 1
    while number and number % (size * 10) == 0:
        size *= 10
    return Fraction(size)


def _around(
    quantity: Quantity, low: Fraction | None, high: Fraction | None
) -> Interval:
    """Give the interval of "about" (both sides) or "nearly" (from below)."""
    half = step(quantity) * _NEAR
    if low is None and high is not None:
        return Interval(max(high - half, Fraction(0)), high)
    if low is None or high is None:
        return Interval(low, high)
    return Interval(max(low - half, Fraction(0)), high + half)


def _has(words: str, cues: tuple[str, ...]) -> bool:
    return any(cue in words for cue in cues)


def _fraction(value: Number | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _low_key(interval: Interval) -> tuple[int, Fraction, bool]:
    if interval.low is None:
        return (0, Fraction(0), False)
    return (1, interval.low, interval.low_open)


def _high_key(interval: Interval) -> tuple[int, Fraction, bool]:
    if interval.high is None:
        return (1, Fraction(0), False)
    return (0, interval.high, not interval.high_open)
