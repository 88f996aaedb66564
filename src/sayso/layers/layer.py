"""What a layer is: polygons that one authority drew for one day, and what they say.

A layer is a statement like any other. Layers of two authorities, of two statuses or of
two parties are never joined, and none is called what is so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NewType

from sayso.model import from_json, short_id, to_json

LayerId = NewType("LayerId", str)

PRECISION_M = 100
"""How far a drawn line may lie off where its authority does not say; our own."""
SQUARE_METRES = Decimal("0.000001")
"""Areas are kept in km2 to the square metre."""


class Status(StrEnum):
    """What the polygons of a layer are said to be by who drew them."""

    ASSESSED_CONTROL = "assessed control"
    ASSESSED_ADVANCE = "assessed advance"
    CLAIMED_CONTROL = "claimed control"
    CLAIMED_COUNTEROFFENSIVE = "claimed counteroffensive"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Maker:
    """Who drew layers, of whose ground, on which terms: what a user says of them."""

    authority: str
    status: Status = Status.UNKNOWN
    party: str | None = None
    """Who holds the ground inside; None where nobody says it."""
    licence: str | None = None
    precision_m: int = PRECISION_M
    """Metres that a drawn line may lie off."""
    also: tuple[str, ...] = ()
    """Other names of the authority, by which its own claims are known."""
    covers: tuple[str, ...] = ()
    """Regions or countries it is drawn for; none: those it draws settlements of."""

    @property
    def line(self) -> tuple[str, str, str]:
        """What tells its series from others: authority, status and party."""
        return (self.authority, str(self.status), self.party or "")

    @property
    def words(self) -> str:
        """Give the series in words: "Map Desk, assessed control by Tarn"."""
        whose = f" by {self.party}" if self.party else ""
        return f"{self.authority}, {self.status}{whose}"


@dataclass(frozen=True, slots=True)
class Layer:
    """One drawn day as the ledger holds it; its polygons are a text beside it."""

    id: LayerId
    """Hash of authority, status, party, day and polygons."""
    maker: Maker
    as_of: date
    area_km2: Decimal
    geometry: str
    """Hash of the polygons' GeoJSON text."""
    version: int = 1
    """2 and more where the same day came again with other polygons."""
    source: str = ""
    """Name of the file it came from, without its folders."""
    source_sha256: str = ""
    notes: tuple[str, ...] = ()
    """What was mended on the way in."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A region that areas are counted in: a frame, no statement of control."""

    id: LayerId
    name: str
    authority: str
    area_km2: Decimal
    geometry: str
    licence: str | None = None
    notes: tuple[str, ...] = ()


def layer_id(maker: Maker, as_of: date, geometry: str) -> LayerId:
    """Give the id of a layer; it stays when licence or precision are told anew."""
    return LayerId(short_id("layer", *maker.line, as_of.isoformat(), geometry))


def to_square_metres(area_km2: float) -> Decimal:
    """Give an area in km2, rounded to the square metre."""
    return Decimal(area_km2).quantize(SQUARE_METRES)


def to_body(item: Layer | Unit) -> dict[str, Any]:
    """Give what an entry says of a layer or unit; its polygons lie beside, by hash."""
    stored: dict[str, Any] = to_json(item)
    del stored["id"], stored["geometry"]
    return {"of": "unit" if isinstance(item, Unit) else "layer", **stored}


def from_body(subject: str, body: dict[str, Any]) -> Layer | Unit:
    """Give the layer or unit that an entry tells of."""
    kind: type[Layer | Unit] = Unit if body["of"] == "unit" else Layer
    stored = {key: value for key, value in body.items() if key != "of"}
    found: Layer | Unit = from_json(kind, {"id": subject, **stored})
    return found
