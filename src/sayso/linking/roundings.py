"""Figures and the round ones that reports make of them: 47 is "about 50".

A figure is rounded to one or two digits, up, down or to the nearest; the round one must
say so ("over 400" for 417), since a bare 400 is another figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from sayso.linking.statements import family_of, is_vague, loose_thing
from sayso.model import Bound, Claim

MOST_DIGITS = 2
"""Digits that a round figure keeps."""
LEAST = 11
"""Smallest figure that is rounded; 10 and less are counted out."""
_WAYS = (ROUND_FLOOR, ROUND_HALF_UP, ROUND_CEILING)


@dataclass(frozen=True, slots=True)
class Rounding:
    """A round figure of one kind: what it and the figure behind it have in common."""

    measure: str
    unit: str
    thing: str | None
    value: Decimal


def roundings_of(claim: Claim) -> tuple[Rounding, ...]:
    """Give the round figures that a report may make of a claim's figure.

    Itself is none of them, and a figure of words like "dozens" has none.
    """
    value = _value(claim)
    if value is None or value < LEAST or is_vague(claim):
        return ()
    found = {
        _round(value, digits, way)
        for digits in range(1, MOST_DIGITS + 1)
        for way in _WAYS
    }
    return tuple(_rounding(claim, round_) for round_ in sorted(found - {value}))


def rounding_of(claim: Claim) -> Rounding | None:
    """Give a claim's own round figure, None where its words do not round.

    "Over 400" and "about 50" do; "at least 417" is no round figure.
    """
    value = _value(claim)
    if value is None or is_vague(claim) or claim.quantity.bound is Bound.EXACT:
        return None
    kept = _round(value, MOST_DIGITS, ROUND_FLOOR)
    return _rounding(claim, value) if kept == value else None


def _value(claim: Claim) -> Decimal | None:
    quantity = claim.quantity
    return quantity.low if quantity.low is not None else quantity.high


def _round(value: Decimal, digits: int, way: str) -> Decimal:
    """Give a number with so many digits and noughts behind them."""
    step = Decimal(10) ** (value.adjusted() - digits + 1)
    step = max(step, Decimal(1))
    return (value / step).quantize(Decimal(1), rounding=way) * step


def _rounding(claim: Claim, value: Decimal) -> Rounding:
    plain = Decimal(f"{value:f}").normalize()
    return Rounding(family_of(claim), claim.quantity.unit, loose_thing(claim), plain)
