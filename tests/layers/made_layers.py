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
