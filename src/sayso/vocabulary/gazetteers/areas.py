"""Areas that have no settlements of their own, and short forms of regions."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.model import Place, PlaceId, PlaceKind
from sayso.vocabulary.gazetteers.listed import ListedGazetteer, Listing


@cache
def _table() -> dict[str, Any]:
    data = files("sayso.vocabulary.gazetteers").joinpath("areas.toml").read_bytes()
    return tomllib.loads(data.decode("utf-8"))


@cache
def load_areas() -> ListedGazetteer:
    """Give continents, seas, large regions and the like."""
    return ListedGazetteer("areas", [_listing(row) for row in _table()["areas"]])


@cache
def load_abbreviations() -> Mapping[str, str]:
    """Give the regions by their short forms: "Ky." -> "Kentucky"."""
    return {
        short: region
        for region, shorts in _table()["abbreviations"].items()
        for short in shorts
    }


def _listing(row: dict[str, Any]) -> Listing:
    place = Place(
        id=PlaceId(row.get("id") or f"area:{row['name']}"),
        name=row["name"],
        kind=PlaceKind(row["kind"]),
        lat=row["lat"],
        lon=row["lon"],
        country=row.get("country"),
        precision_m=row["precision_m"],
    )
    return Listing(place, tuple(row.get("variants", ())))
