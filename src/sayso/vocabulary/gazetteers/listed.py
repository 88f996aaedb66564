"""Gazetteers held as a mapping: areas of our own, theatre packs, a user's files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model import Place
from sayso.vocabulary.gazetteers.folding import fold_name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for."""

    place: Place
    is_first_name: bool
    """False where it is another, older or foreign name of the place."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A place with its names, as a file lists it."""

    place: Place
    others: tuple[str, ...] = ()
    """Names besides `place.name`."""


class ListedGazetteer:
    """Places by folded name; two of them are equal only when the same object."""

    __slots__ = ("_by_key", "faults", "listings", "name")

    def __init__(
        self, name: str, listings: Iterable[Listing], faults: Iterable[str] = ()
    ) -> None:
        """Index the places under all of their names.

        Args:
            name: What to call the list.
            listings: The places.
            faults: What was left out of them, and why.
        """
        self.name = name
        self.faults = tuple(faults)
        self.listings = tuple(listings)
        self._by_key: dict[str, list[Candidate]] = {}
        for listing in self.listings:
            seen: set[str] = set()
            for rank, written in enumerate((listing.place.name, *listing.others)):
                key = fold_name(written)
                if key and key not in seen:
                    seen.add(key)
                    candidate = Candidate(listing.place, rank == 0)
                    self._by_key.setdefault(key, []).append(candidate)

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self.listings)

    def find(self, name: str) -> tuple[Candidate, ...]:
        """Give the places of that name in the order of their list."""
        return tuple(self._by_key.get(fold_name(name), ()))
