"""Which measures a word may speak of, by its stem, in a language that declines.

A stem stands for every word that begins with it ("уничтож": уничтожены, уничтожив);
with "=" before it, for that word alone. One stem may speak of several measures: what
is counted beside it decides, and that is the claim reader's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

SHORTEST, LONGEST = 2, 14
"""Letters of the stems looked up."""
_KEPT = 16_384
"""Words whose measures are remembered."""


@dataclass(frozen=True, eq=False)
class EventStems:
    """Stems by measure."""

    stems: Mapping[str, str]
    """Measure id -> stems, blanks between them."""

    @cached_property
    def by_stem(self) -> Mapping[str, frozenset[str]]:
        """Stem -> the measures it may speak of."""
        found: dict[str, set[str]] = {}
        for measure, stems in self.stems.items():
            for stem in stems.split():
                found.setdefault(stem, set()).add(measure)
        return {stem: frozenset(measures) for stem, measures in found.items()}

    @cached_property
    def of(self) -> Callable[[str], frozenset[str]]:
        """Give the measures that a folded word may speak of, by all stems it holds.

        The word is in lower case, "ё" as "е", with straight apostrophes; those seen
        are remembered.
        """
        return lru_cache(_KEPT)(self._find)

    def _find(self, word: str) -> frozenset[str]:
        whole = self.by_stem.get(f"={word}")
        if whole is not None:
            return whole
        lengths = range(SHORTEST, min(LONGEST, len(word)) + 1)
        return frozenset().union(
            *(self.by_stem.get(word[:length], frozenset()) for length in lengths)
        )
