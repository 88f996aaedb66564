"""Names to find one's way by on a map: towns and regions around the places claimed of.

They come from the gazetteer in the package. A name says where one is and nothing of
who holds it; names of countries are left out, which no gazetteer of ours settles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.model import Place, PlaceKind
from sayso.vocabulary.gazetteers import load_geonames

WORLD = (-180.0, -60.0, 180.0, 75.0)
MOST_IN_WORLD = 90
"""Cities that are named wherever one looks."""
MOST_TOWNS = 110
"""Of the box of all places, and of that without countries."""
MOST_REGIONS = 60
MOST_NEAR = 6
"""Towns named around each place of claims, so that a closer look has names too."""
MOST_PLACES = 24
"""Places around which such towns are looked for, the most claimed of first."""
NEAR = 0.35
"""Degrees around a place: some 40 km to the north and south."""
WIDER = 2.0
"""Degrees around it in which regions are named: their middles lie farther apart."""
AIR = 0.25
"""Share of the box of all places that is added on each side, and degrees at least."""
_MOST_KEPT = 2048
"""Boxes whose places are kept: each time all the gazetteer is gone through."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Landmark:
    """A name with its point."""

    place: Place
    is_region: bool
    lat: float
    lon: float

    @property
    def name(self) -> str:
        """What the gazetteer calls it."""
        return self.place.name


def find_landmarks(places: Iterable[Place]) -> tuple[Landmark, ...]:
    """Give towns and regions, the weightiest first; none is a place of the claims.

    Args:
        places: Those of the claims, the most claimed of first.
    """
    given = tuple(places)
    known = {place.id for place in given}
    found: dict[str, Place] = {}
    for place in sorted(_found(given), key=lambda one: (-one.population, one.id)):
        if place.id not in known:
            found.setdefault(place.id, place)
    return tuple(
        Landmark(
            place=place,
            is_region=place.kind is PlaceKind.REGION,
            lat=round(place.lat, 3),
            lon=round(place.lon, 3),
        )
        for place in found.values()
    )


def _found(given: tuple[Place, ...]) -> Iterator[Place]:
    yield from _largest(WORLD, PlaceKind.SETTLEMENT, MOST_IN_WORLD)
    if not given:
        return
    yield from _largest(_box(given), PlaceKind.SETTLEMENT, MOST_TOWNS)
    box = _box([p for p in given if p.kind is not PlaceKind.COUNTRY] or given)
    yield from _largest(box, PlaceKind.SETTLEMENT, MOST_TOWNS)
    wider = (box[0] - WIDER, box[1] - WIDER, box[2] + WIDER, box[3] + WIDER)
    yield from _largest(wider, PlaceKind.REGION, MOST_REGIONS)
    for place in given[:MOST_PLACES]:
        if place.kind is PlaceKind.SETTLEMENT:
            near = _around(place.lon, place.lat, NEAR)
            yield from _largest(near, PlaceKind.SETTLEMENT, MOST_NEAR)


@lru_cache(maxsize=_MOST_KEPT)
def _largest(box: Box, kind: PlaceKind, most: int) -> tuple[Place, ...]:
    """Give what the gazetteer gives: maps of one theatre ask for the same boxes."""
    return load_geonames().largest(box, kind, most)


def _box(places: Sequence[Place]) -> Box:
    """Give the box of the places with air around it."""
    west, east = min(p.lon for p in places), max(p.lon for p in places)
    south, north = min(p.lat for p in places), max(p.lat for p in places)
    side = max(AIR * (east - west), 4 * AIR)
    air = max(AIR * (north - south), 4 * AIR)
    return west - side, south - air, east + side, north + air


def _around(lon: float, lat: float, length: float) -> Box:
    return lon - length, lat - length, lon + length, lat + length
