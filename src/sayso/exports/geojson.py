"""GeoJSON (RFC 7946): claims at settlements or coarser, each with its precision.

Claims without a place are left out and counted. Nothing is moved or interpolated.
"""

from __future__ import annotations

import json
from typing import TextIO

from sayso.exports.bundle import Bundle, Format, unread_sentence
from sayso.exports.flat import to_flat

_MOVED = ("latitude", "longitude")
"""Columns that are the geometry."""


def write_geojson(bundle: Bundle, out: TextIO) -> None:
    """Write a collection of points."""
    out.write('{"type":"FeatureCollection","features":[')
    separator, without = "\n", 0
    for row in bundle.rows:
        place = row.claim.located
        if place is None:
            without += 1
            continue
        flat = to_flat(row)
        feature = {
            "type": "Feature",
            "id": row.id,
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": {
                **{name: flat[name] for name in flat if name not in _MOVED},
                "place_id": place.id,
                "place_kind": str(place.kind),
            },
        }
        out.write(separator + json.dumps(feature, ensure_ascii=False))
        separator = ",\n"
    facts = {
        "note": "Points are where claims are said to be of, never where something is"
        " so; precision_m is the radius of the circle that holds each place.",
        "without_place": without,
        "not_read": [unread_sentence(paper) for paper in bundle.unread()],
        "made": bundle.made,
        "maker": bundle.maker,
    }
    out.write(f'\n],"sayso":{json.dumps(facts, ensure_ascii=False)}}}\n')


FORMAT = Format(
    "geojson",
    ".geojson",
    "application/geo+json",
    write_geojson,
    "points at settlements or coarser, with precision_m",
    (
        "claims without a place; their number is given",
        "source, cue and content of the attribution as spans",
        "findings and chains",
    ),
)
