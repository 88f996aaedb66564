"""A figure: a quantity with what the words around it say that it is of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sayso.model import Change, Quantity, Span, StatedQuantity


class FigureKind(StrEnum):
    """What a figure is a number of."""

    COUNT = "count"
    """Things: the noun is what is counted."""
    UNIT = "unit"
    """A measure: area, distance, duration, money, percent."""
    AGE = "age"
    SHARE = "share"
    """A part in words: "a third of"; its quantity is in percent."""
    SINGLE = "single"
    """One, unstressed: "a drone", "another", "one of the drones", "one" alone."""
    BOTH = "both"
    ZERO = "zero"
    """None: "no civilians", "nobody"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity with the noun phrase it counts, as the words show it."""

    quantity: Quantity
    kind: FigureKind
    noun: Span | None = None
    """What is counted, with its adjectives: "Russian troops"; None when unsaid."""
    head: Span | None = None
    """The head of that phrase: "troops"."""
    rate: str | None = None
    """What it is per: "day" in "20 shells per day"; None for a plain figure."""
    vague: Decimal | None = None
    """For a vague number the power it names: "thousands" -> 1000."""
    change: Change | None = None
    """Set on both figures of a change."""
    partitive: bool = False
    """True for a part of a named group: "two of our colleagues"."""

    def to_stated(self) -> StatedQuantity:
        """Give the quantity with what it is of, as a reading keeps it."""
        quantity = self.quantity
        return StatedQuantity(
            span=quantity.span,
            number=quantity.number,
            low=quantity.low,
            high=quantity.high,
            bound=quantity.bound,
            unit=quantity.unit,
            kind=_TOLD.get(self.kind),
            noun=self.noun,
            per=self.rate,
            vague=self.vague,
            change=self.change,
        )


_TOLD = {
    kind: str(kind) for kind in (FigureKind.AGE, FigureKind.SHARE, FigureKind.SINGLE)
}
"""Kinds that a quantity's unit does not tell."""
