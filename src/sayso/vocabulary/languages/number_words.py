"""The parts of a language that number reading needs: what a language file fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words, bound phrases and units of one language, all in lower case."""

    cardinals: Mapping[str, Decimal]
    """Words below a hundred: "seven" -> 7, "forty" -> 40."""
