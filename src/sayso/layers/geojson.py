"""GeoJSON taken apart without reading its numbers: the text of every geometry.

A year of daily polygons is tens of megabytes of coordinates. They are cut out as text
before the rest is read as JSON, so that every number is read once, by the geometry
library, and kept as it was written.

Source: RFC 7946; "crs" as in the GeoJSON of 2008, which many tools still write.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import LayerError

_KEY = '"coordinates"'
_AREAL = ("Polygon", "MultiPolygon", "GeometryCollection")
_LONE = (*_AREAL, "Point", "MultiPoint", "LineString", "MultiLineString")


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: what is said of it, and its geometry as GeoJSON text."""

    properties: Mapping[str, Any]
    text: str | None
    """None where the feature has no geometry."""
    is_areal: bool


def parse_features(text: str) -> tuple[tuple[Feature, ...], str | None]:
    """Give the features of a GeoJSON text, and its named reference system.

    Raises:
        LayerError: It is no GeoJSON; the message goes behind a file's name.
    """
    skeleton, numbers = _cut(text)
    try:
        value = json.loads(skeleton)
    except (ValueError, RecursionError) as error:
        raise LayerError(f"is no JSON ({error})") from error
    kind = value.get("type") if isinstance(value, dict) else None
    if kind == "FeatureCollection" and isinstance(value.get("features"), list):
        rows = value["features"]
    elif kind == "Feature":
        rows = [value]
    elif kind in _LONE:
        rows = [{"type": "Feature", "properties": {}, "geometry": value}]
    else:
        raise LayerError("is no GeoJSON: wanted is a FeatureCollection, or a Feature")
    return tuple(_features(rows, numbers)), _named_system(value)


def _features(rows: list[Any], numbers: list[str]) -> Iterator[Feature]:
    for row in rows:
        if not isinstance(row, dict):
            raise LayerError("is no GeoJSON: a feature is no object")
        shape, told = row.get("geometry"), row.get("properties")
        properties = told if isinstance(told, dict) else {}
        if not isinstance(shape, dict):
            yield Feature(properties, None, is_areal=True)
        else:
            areal = shape.get("type") in _AREAL
            yield Feature(properties, _write(shape, numbers), is_areal=areal)


def _cut(text: str) -> tuple[str, list[str]]:
    """Give the text with a number for every coordinate array, and the arrays."""
    kept: list[str] = []
    numbers: list[str] = []
    at = 0
    while (found := text.find(_KEY, at)) >= 0:
        start = text.find("[", found)
        end = text.find("}", found)
        if start < 0 or end < 0 or start > end:
            break
        quote = text.find('"', start, end)
        stop = text.rfind("]", start, end if quote < 0 else quote) + 1
        if stop <= start:
            break
        kept += (text[at:start], str(len(numbers)))
        numbers.append(text[start:stop])
        at = stop
    kept.append(text[at:])
    return "".join(kept), numbers


def _write(shape: Mapping[str, Any], numbers: list[str]) -> str:
    """Give a geometry's text with its numbers in their place again."""
    kind = json.dumps(shape.get("type"))
    if isinstance(shape.get("geometries"), list):
        parts = (_write(p, numbers) for p in shape["geometries"] if isinstance(p, dict))
        return f'{{"type":{kind},"geometries":[{",".join(parts)}]}}'
    place = shape.get("coordinates")
    inner = "[]"
    if isinstance(place, int) and 0 <= place < len(numbers):
        inner = "".join(numbers[place].split())
    return f'{{"type":{kind},"coordinates":{inner}}}'


def _named_system(value: Mapping[str, Any]) -> str | None:
    """Give the name of a "crs" member, None where it is WGS84 or none is named."""
    named = value.get("crs")
    told = named.get("properties") if isinstance(named, dict) else None
    name = told.get("name") if isinstance(told, dict) else None
    if not isinstance(name, str) or name.endswith(("CRS84", "EPSG::4326")):
        return None
    code = name.rpartition(":")[2]
    return f"EPSG:{code}" if "EPSG" in name and code.isdigit() else name
