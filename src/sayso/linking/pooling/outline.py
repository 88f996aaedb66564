"""What must be known of a whole corpus before one text of it can be noted.

Which outlets there are decides what is a credit, which places have events decides which
names of a text matter, and an address held twice decides whose words are kept. All of
it is sets and counts up to two, so parts are put together in any order and grouping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.linking.credits import known_outlets
from sayso.linking.names import Names
from sayso.linking.sounds import sound_of
from sayso.linking.told import written_sound
from sayso.linking.versions import canonical_address
from sayso.model import Claim, Document, Reading
from sayso.vocabulary.theatres import Theatre


@dataclass(frozen=True, slots=True)
class Outline:
    """What some documents have in common with others; a part, or the whole."""

    outlets: frozenset[str] = frozenset()
    """Outlets as documents spell them."""
    places: frozenset[str] = frozenset()
    """Sounds of all places that claims may be of."""
    once: frozenset[str] = frozenset()
    """Addresses of one document."""
    often: frozenset[str] = frozenset()
    """Addresses of several."""

    def __or__(self, other: Outline) -> Outline:
        """Put two parts together that share no document."""
        met = self.once | other.once
        often = self.often | other.often | (self.once & other.once)
        return Outline(
            self.outlets | other.outlets,
            self.places | other.places,
            met - often,
            often,
        )

    def known_outlets(self, theatres: Iterable[Theatre]) -> Mapping[str, str]:
        """Give the lower-case words for each outlet -> its name."""
        named = (Document("", outlet=outlet) for outlet in self.outlets)
        return known_outlets(named, theatres)

    def to_json(self) -> dict[str, Any]:
        """Give the outline as a JSON value, each list in order."""
        return {
            "outlets": sorted(self.outlets),
            "places": sorted(self.places),
            "once": sorted(self.once),
            "often": sorted(self.often),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Sequence[str]]) -> Outline:
        """Give the outline that `to_json` gave."""
        return cls(**{key: frozenset(words) for key, words in value.items()})


def outline(readings: Iterable[Reading], theatres: Sequence[Theatre] = ()) -> Outline:
    """Give the outline of different documents.

    Args:
        readings: One of each document.
        theatres: Packs that know parties.
    """
    names = Names.of(theatres)
    outlets: set[str] = set()
    places: set[str] = set()
    once: set[str] = set()
    often: set[str] = set()
    for reading in readings:
        document = reading.document
        if document.outlet:
            outlets.add(document.outlet)
        address = canonical_address(document.url) if document.url else None
        if address is not None:
            (often if address in once else once).add(address)
        for claim in reading.claims:
            places.update(_places(claim, names))
    return Outline(
        frozenset(outlets),
        frozenset(places),
        frozenset(once - often),
        frozenset(often),
    )


def _places(claim: Claim, names: Names) -> Iterator[str]:
    """Give every sound that a claim's place may go by, whatever others say of it."""
    own = written_sound(claim)
    if own is not None:
        yield own
    if claim.located is not None:
        yield sound_of(claim.located.name)
    land = names.party(claim.actor)
    if land is not None:
        yield sound_of(land)
