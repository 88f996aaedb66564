"""What a language gives the reader of parties: nouns for sides, verbs, prepositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class PartyWords:
    """Word lists, all lower case, by which a claim's parties are told."""

    sides: frozenset[str]
    """Singular nouns for people that name a side by themselves: "insurgent"."""
    state: frozenset[str]
    """Words for a state's own power: "army", "junta"."""
    arms: frozenset[str]
    """Words for people at arms that do not say whose."""
    coalition: frozenset[str]

    def is_state(self, phrase: Sequence[str]) -> bool:
        """True for the lower-case words of a state's own power: "the air force"."""
        return not self.state.isdisjoint((*phrase, " ".join(phrase[-2:])))
