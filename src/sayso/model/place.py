"""Places at settlement level or coarser, as gazetteers give them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from sayso.model.span import Span

PlaceId = NewType("PlaceId", str)


class PlaceKind(StrEnum):
    """What a gazetteer entry is, coarse enough to be stated for any of them."""

    COUNTRY = "country"
    REGION = "region"
    """First-order division: oblast, governorate, state, province."""
    DISTRICT = "district"
    SETTLEMENT = "settlement"
    AREA = "area"
    """Sea, river, mountain, desert, camp, base or other named area."""


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer's entry for a place."""

    id: PlaceId
    """Gazetteer and its own id: "gn:703448"."""
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str | None
    """ISO 3166-1 alpha-2 code of the gazetteer, None for areas of several."""
    region: str | None = None
    """Name of the first-order division, where known."""
    population: int = 0
    precision_m: int = 5_000
    """Radius within which the place lies around the point, in metres."""

    def lies_in(self, other: Place) -> bool:
        """True when the other is this place's country or first-order division."""
        match other.kind:
            case PlaceKind.COUNTRY:
                is_finer = self.kind is not PlaceKind.COUNTRY
                return is_finer and self.country == other.country
            case PlaceKind.REGION:
                is_finer = self.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION)
                return is_finer and self.region == other.name
            case _:
                return False


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text and the place it was resolved to."""

    span: Span
    place: Place | None
    """None when no candidate fits; a lone candidate that the text speaks against
    does not fit."""
