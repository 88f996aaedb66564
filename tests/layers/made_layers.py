"""Invented polygons for tests: squares by the Example Mapping Desk, who is nobody."""

import json
from datetime import date, timedelta
from pathlib import Path

FIRST = date(2030, 5, 1)
DESK = "Example Mapping Desk"


def square(west: float, south: float, east: float, north: float) -> list:
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def feature(day: date | None, *squares: list, **fields) -> dict:
    told = {} if day is None else {"date": day.isoformat()}
    shape = {"type": "MultiPolygon", "coordinates": list(squares)}
    return {"type": "Feature", "properties": told | fields, "geometry": shape}


def write(path: Path, *features: dict, **members) -> Path:
    whole = {"type": "FeatureCollection", "features": list(features)} | members
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def growing(days: int, *, step: float = 0.01) -> list[dict]:
    """A square that grows eastwards by the same strip every day."""
    return [
        feature(FIRST + timedelta(at), square(30, 50, 30.2 + at * step, 50.2))
        for at in range(days)
    ]


def book_of(*makers_and_features, units=(), regions=frozenset({("XA", "Tark")})):
    """A book as a ledger would give it, of (maker, features) pairs."""
    from decimal import Decimal

    from sayso.layers import Layer, LayerBook, Unit, layer_id
    from sayso.model import digest_text

    texts: dict[str, str] = {}
    items: list = []

    def keep(made: dict) -> str:
        text = json.dumps(made["geometry"])
        texts[digest_text(text)] = text
        return digest_text(text)

    for maker, features in makers_and_features:
        for made in features:
            digest = keep(made)
            day = date.fromisoformat(made["properties"]["date"])
            area = Decimal(len(made["geometry"]["coordinates"]))
            items.append(Layer(layer_id(maker, day, digest), maker, day, area, digest))
    for made in units:
        digest, name = keep(made), made["properties"]["name"]
        items.append(Unit(digest[:20], name, "Survey", Decimal(1000), digest))
    return LayerBook(
        items, text_of=texts.__getitem__, regions_of=lambda series, book: regions
    )
