"""Quantities as stated: an interval of what the words allow, its bound and unit.

A figure keeps its words; nothing here widens "about 1,100" (checks do, see
`sayso.checks`). Units that claims use are square kilometres, percent and counts; the
reader knows more so that money and distances are recognised and left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from sayso.model.span import Span


class Bound(StrEnum):
    """How the words limit the figure."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    APPROX = "approx"
    BETWEEN = "between"


class ClaimUnit(StrEnum):
    """The units that claims are recorded in."""

    KM2 = "km2"
    PERCENT = "percent"
    COUNT = "count"


CLAIM_UNITS: Mapping[str, tuple[ClaimUnit, Decimal]] = MappingProxyType(
    {
        "count": (ClaimUnit.COUNT, Decimal(1)),
        "percent": (ClaimUnit.PERCENT, Decimal(1)),
        "km2": (ClaimUnit.KM2, Decimal(1)),
        "square_mile": (ClaimUnit.KM2, Decimal("2.589988")),
        "hectare": (ClaimUnit.KM2, Decimal("0.01")),
        "square_metre": (ClaimUnit.KM2, Decimal("0.000001")),
        "acre": (ClaimUnit.KM2, Decimal("0.00404686")),
    }
)
"""Stated unit -> claim unit and factor (factors: CLAIMS.md; acre: NIST SP 811)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its bound words and unit, as the text states it.

    `low` and `high` are a closed interval in `unit`; None is unlimited on that side.
    "over 1,100" is (1100, None) with bound at_least, "about 12,000" is (12000, 12000)
    with bound approx, "nearly 300" is (None, 300) with bound approx.
    """

    span: Span
    """Number, bound words and unit together: "over 1,100 square kilometers"."""
    number: Span
    """The number alone: "1,100"."""
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str
    """Unit id as stated: "count", "percent", "km2", "square_mile", "dollar", ..."""

    def to_claim_unit(self) -> Quantity | None:
        """Give the quantity in a claim's unit, or None when no claim is made in it."""
        if self.unit not in CLAIM_UNITS:
            return None
        unit, factor = CLAIM_UNITS[self.unit]
        if factor == 1:
            return self if self.unit == unit else replace(self, unit=str(unit))
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return replace(self, low=low, high=high, unit=str(unit))


class Change(StrEnum):
    """Which end of "from 430 to 500" a quantity is."""

    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class StatedQuantity(Quantity):
    """A quantity of a text with what the words around it say that it is of."""

    kind: str | None = None
    """"share" for a part in words ("a third of"), "single" for one of a group ("one of
    the bridges"), "age"; None for plain counts and measures, which the unit tells."""
    noun: Span | None = None
    """What is counted, with its adjectives: "Russian troops"; None when unsaid."""
    per: str | None = None
    """Unit id it is per: "day" in "20 shells per day"; None for a plain figure."""
    vague: Decimal | None = None
    """For a vague number what it names: "thousands" -> 1000, "dozens" -> 12."""
    change: Change | None = None
    """Set on both quantities of "from 430 to 500"."""
