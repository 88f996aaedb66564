"""What a language that declines gives the reader of places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model import PlaceKind


@dataclass(frozen=True, slots=True, eq=False)
class CasePlaces:
    """Words around place names, folded as readers fold texts."""

    before: Mapping[str, PlaceKind]
    """Nouns before a name that say what it is, any form: "город", "село"."""
    behind: Mapping[str, PlaceKind]
    """Stems of nouns behind its adjective: "област", "район"."""
    adjectives: tuple[str, ...]
    """Endings of adjectives that such a noun may follow: "ой", "ская"."""
    bases: tuple[tuple[str, tuple[str, ...]], ...]
    """Stem end of such an adjective -> ends of the name it is made of."""
    lands: tuple[tuple[str, tuple[str, ...]], ...]
    """End of a land's name -> ends of the town it is named after: "Полтавщина"."""
    land_endings: tuple[str, ...]
    """Case endings of such names."""
    letters: Mapping[str, str]
    """First letter of a name -> Latin letters that may begin it in Latin script."""
    list_words: frozenset[str]
    """What joins adjectives before one noun: "Курской и Брянской областей"."""
    locating: frozenset[str]
    """Prepositions that stand before places."""
    never: frozenset[str]
    """Words that are no place by themselves though a gazetteer lists one."""
    persons_before: frozenset[str]
    """Words before a name that make it a person's: "генерал"."""
    streets: frozenset[str]
    """Words before a name that make it a street's or a body's."""
