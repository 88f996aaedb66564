"""Endings of a language that declines: how a name's other cases are known by its stem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class CaseEndings:
    """Endings of nouns and adjectives, folded as readers fold texts."""

    stripped: tuple[str, ...]
    """Endings that a nominative loses to give its stem, longest first."""
    forms: frozenset[str]
    """Endings that may stand on a stem, "" among them."""
    nominatives: Mapping[str, tuple[str, ...]]
    """Ending of another case -> endings the nominative may have in its place."""
    vowels: Mapping[str, str]
    """End of a nominative -> what stands in its place in other cases: "ів" -> "ов"."""
