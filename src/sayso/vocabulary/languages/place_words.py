"""What a language gives the reader of places: prepositions, nouns for divisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model import PlaceKind


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWords:
    """Word lists, all lower case, by which place names are found and told apart."""

    locating: frozenset[str]
    """Stand before places and seldom before persons: "in", "near"."""
    divisions: Mapping[str, PlaceKind]
    """Nouns that say what the name beside them is: "oblast" is a region."""
    directions: frozenset[str]
    """Stand before a name and are no part of it: "northern"."""
    never: frozenset[str]
    """Capitalised words that are no place by themselves: months, "The", "West"."""
    diseases: frozenset[str]
    """Words behind a name that make it no place: "virus" after "West Nile"."""
    institutions: frozenset[str]
    """Words behind a name that make it an organisation's: "University"."""
    outlets: frozenset[str]
    """Nouns that make a place's name an outlet's: "Nile Wire"."""
    titles: frozenset[str]
    """Words before a name that make it a person's: "Mr"."""
    placing: frozenset[str]
    """Prepositions that stand before places alone: "in", not "for"."""
    articles: frozenset[str]
