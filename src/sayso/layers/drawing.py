"""Polygons on the globe: whether they can be taken, their areas, what changed between.

Areas are those of the WGS84 ellipsoid: coordinates are put on its equal-area cylinder
(the projection of EPSG:6933, in closed form) and measured there, which differs from
geodesic areas by less than 1 part in 100,000 where edges are short.

Source: Snyder, "Map Projections: A Working Manual", USGS 1987, section 10, for the
projection; gain = (symmetric difference + net) / 2 is plain set arithmetic.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from sayso.errors import LayerError
from sayso.layers.change import NOTHING, Change

Geometry = Any
"""A shapely geometry; the library has no types."""

_AXIS = 6_378_137.0
"""Metres from the centre of WGS84 to its equator."""
_FLATTENING = 1 / 298.257223563
_E2 = _FLATTENING * (2 - _FLATTENING)
_E = _E2**0.5
_KM2 = 1e-6
MOST_MENDED = 0.01
"""Share of its area that a repair may change; beyond, it is no longer their drawing."""
_SLACK, _SLACK_KM2 = 1e-4, 1e-3
"""Share of the changed ground, and km2, by which gained less lost may differ from the
net of the areas; beyond, the difference is taken from the whole drawings."""
_MOST_EDGES = 400
"""Edges that differ, up to which it is quicker to cross these alone (measured)."""
_MIXERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93],
    dtype=np.uint64,
)
"""Odd numbers that spread the bits of four coordinates over one key; any would do."""
_CORNERS = 16
"""Corners of a quarter disc."""
_KM_IN_DEGREE = 111.195
"""Length of a degree of latitude on a sphere of the Earth's mean radius."""


def parse_shape(text: str) -> Geometry:
    """Give the geometry of a GeoJSON geometry's text.

    Raises:
        LayerError: It is none.
    """
    try:
        return shapely.from_geojson(text)
    except (shapely.GEOSException, ValueError, TypeError) as error:
        raise LayerError(f"its geometry cannot be read ({error})") from error


def to_text(shape: Geometry) -> str:
    """Give the GeoJSON text of a geometry, longitude first, without blanks."""
    return "".join(str(shapely.to_geojson(shape)).split())


def settle(shape: Geometry) -> tuple[Geometry, tuple[str, ...]]:
    """Give polygons that can be measured, with notes of what was mended.

    Raises:
        LayerError: What cannot be taken, in words that go behind a name and "is" or
            "has": empty, not in degrees, swapped, over the antimeridian, broken.
    """
    if shape is None or shapely.is_empty(shape):
        raise LayerError("has no polygon")
    if shapely.has_z(shape):
        shape = shapely.force_2d(shape)
    parts = shapely.get_parts(shapely.get_parts(shape))
    areal = parts[shapely.get_dimensions(parts) == 2]
    if not len(areal):
        raise LayerError("has points or lines and no polygon")
    notes: tuple[str, ...] = ()
    if len(areal) < len(parts):
        shape = shapely.multipolygons(areal)
        notes = (f"{len(parts) - len(areal)} points or lines left out",)
    _refuse_places(shape)
    if shapely.is_valid(shape):
        return shape, notes
    return _mend(shape, notes)


def area_km2(shape: Geometry) -> float:
    """Give the area on the ellipsoid."""
    return float(shapely.area(shapely.transform(shape, _flatten))) * _KM2


def measure_change(
    earlier: Geometry, later: Geometry, areas: tuple[float, float] | None = None
) -> Change:
    """Give what was gained and lost between two drawings.

    Args:
        earlier: Valid polygons.
        later: Valid polygons.
        areas: Theirs in km2, where they are known.
    """
    one, other = areas or (area_km2(earlier), area_km2(later))
    patches, signs = find_patches(earlier, later)
    sizes = _areas_km2(patches)
    off = 0.0 if signs is None else abs(float(sizes @ signs) - (other - one))
    if off > _SLACK_KM2 + _SLACK * float(sizes.sum()):
        patches = _whole_difference(earlier, later)
        sizes = _areas_km2(patches)
    if not len(patches):
        return NOTHING
    changed, net = float(sizes.sum()), other - one
    outlines = shapely.length(_locally(patches))
    return Change(
        gained=max((changed + net) / 2, 0.0),
        lost=max((changed - net) / 2, 0.0),
        spread_km=float(np.sqrt((outlines**2).sum())),
    )


def find_patches(
    earlier: Geometry, later: Geometry
) -> tuple[NDArray[Any], NDArray[np.int8] | None]:
    """Give the polygons that only one of two drawings holds, with +1 where the later.

    There are no signs where the whole drawings were set against each other.

    Most edges of two days' maps are the same. Only those that differ are crossed with
    each other; each face between them lies wholly in or out of either drawing.
    """
    edges, keys = _edges(earlier)
    others, theirs = _edges(later)
    changed = np.concatenate(
        (edges[~np.isin(keys, theirs)], others[~np.isin(theirs, keys)])
    )
    if len(changed) > _MOST_EDGES:
        return _whole_difference(earlier, later), None
    lines = shapely.multilinestrings(shapely.linestrings(changed.reshape(-1, 2, 2)))
    faces = shapely.get_parts(shapely.polygonize([shapely.node(lines)]))
    if not len(faces):
        return faces, np.zeros(0, dtype=np.int8)
    inner = _well_inside(faces)
    before = contains_points(earlier, inner[:, 0], inner[:, 1]).astype(np.int8)
    after = contains_points(later, inner[:, 0], inner[:, 1]).astype(np.int8)
    differs = before != after
    return faces[differs], (after - before)[differs]


def _whole_difference(earlier: Geometry, later: Geometry) -> NDArray[Any]:
    parts = shapely.get_parts(shapely.symmetric_difference(earlier, later))
    found: NDArray[Any] = parts[shapely.get_dimensions(parts) == 2]
    return found


def outline_spread(shape: Geometry) -> float:
    """Give `Change.spread_km` of a whole drawing: its parts are its patches."""
    lengths = shapely.length(_locally(shapely.get_parts(shape)))
    return float(np.sqrt((lengths**2).sum()))


def clip(shape: Geometry, frame: Geometry) -> Geometry:
    """Give what of a drawing lies inside a unit."""
    return shapely.intersection(shape, frame)


def states_at(shape: Geometry, discs: NDArray[Any]) -> NDArray[np.int8]:
    """Give for each disc 0 outside the drawing, 2 inside it, 1 where a line cuts it."""
    shapely.prepare(shape)
    touched = shapely.intersects(shape, discs)
    inside = shapely.contains(shape, discs)
    return np.asarray(touched.astype(np.int8) + inside.astype(np.int8), dtype=np.int8)


def disc(lat: float, lon: float, radius_m: float) -> Geometry:
    """Give the ground within some metres of a point, as a polygon in degrees."""
    high = max(radius_m, 1.0) / 1000 / _KM_IN_DEGREE
    wide = high / max(float(np.cos(np.radians(lat))), 0.01)
    unit = shapely.buffer(shapely.points(0.0, 0.0), 1.0, quad_segs=_CORNERS)
    return shapely.transform(unit, lambda xy: xy * (wide, high) + (lon, lat))


def contains_points(
    shape: Geometry, lon: NDArray[Any], lat: NDArray[Any]
) -> NDArray[np.bool_]:
    """Give which points lie inside a drawing."""
    shapely.prepare(shape)
    found: NDArray[np.bool_] = shapely.contains_xy(shape, lon, lat)
    return found


def box_of(shape: Geometry) -> tuple[float, float, float, float]:
    """Give west, south, east, north in degrees."""
    west, south, east, north = shapely.bounds(shape).tolist()
    return (west, south, east, north)


def _refuse_places(shape: Geometry) -> None:
    """Refuse coordinates that are no degrees of longitude and latitude, in order."""
    west, south, east, north = box_of(shape)
    if not np.isfinite([west, south, east, north]).all():
        raise LayerError("has coordinates that are no numbers")
    if max(abs(south), abs(north)) > 90:
        if max(abs(west), abs(east)) <= 90 and max(abs(south), abs(north)) <= 180:
            raise LayerError(
                f"has latitudes up to {_worst(south, north)}: longitude and latitude"
                " are swapped; GeoJSON gives longitude first"
            )
        raise LayerError(
            f"has coordinates such as {_worst(west, east)}, {_worst(south, north)},"
            " which are no degrees: say their reference system with --crs"
        )
    if max(abs(west), abs(east)) > 180 or _jumps(shape):
        raise LayerError(
            "reaches over the antimeridian; cut it there in two, within -180 and 180"
            " degrees (RFC 7946, 3.1.9)"
        )


def _worst(low: float, high: float) -> str:
    return f"{low if abs(low) > abs(high) else high:,.6g}"


def _jumps(shape: Geometry) -> bool:
    """True when an edge spans half the globe: its polygon was not cut at 180."""
    if shapely.bounds(shape)[2] - shapely.bounds(shape)[0] <= 180:
        return False
    points, ring = shapely.get_coordinates(
        shapely.get_rings(shapely.get_parts(shape)), return_index=True
    )
    steps = np.abs(np.diff(points[:, 0]))
    return bool((steps[np.diff(ring) == 0] > 180).any())


def _mend(shape: Geometry, notes: tuple[str, ...]) -> tuple[Geometry, tuple[str, ...]]:
    """Give the valid form of polygons, refused where that is another drawing."""
    reason = str(shapely.is_valid_reason(shape))
    made = shapely.make_valid(shape)
    parts = shapely.get_parts(shapely.get_parts(made))
    areal = parts[shapely.get_dimensions(parts) == 2]
    mended = shapely.union_all(areal) if len(areal) else None
    before = _drawn_km2(shape)
    after = area_km2(mended) if mended is not None else 0.0
    if mended is None or abs(after - before) > MOST_MENDED * max(before, 1e-6):
        raise LayerError(
            f"has a broken outline ({reason}); mending it would change its area from"
            f" {before:,.1f} to {after:,.1f} km2"
        )
    told = f"broken outline mended ({reason}), area {before:,.3f} to {after:,.3f} km2"
    return mended, (*notes, told)


def _drawn_km2(shape: Geometry) -> float:
    """Give the area as its rings are written, crossings and all."""
    return abs(area_km2(shape))


def _edges(shape: Geometry) -> tuple[NDArray[np.float64], NDArray[np.uint64]]:
    """Give the edges as rows x, y, x, y, ground on their left, and a key of each."""
    parts = shapely.orient_polygons(shapely.get_parts(shape))
    points, ring = shapely.get_coordinates(shapely.get_rings(parts), return_index=True)
    edges = np.hstack((points[:-1], points[1:]))[ring[1:] == ring[:-1]]
    edges += 0.0  # minus zero and zero are one number
    bits = edges.view(np.uint64)
    keys = np.zeros(len(edges), dtype=np.uint64)
    for at, factor in enumerate(_MIXERS):
        keys ^= bits[:, at] * factor
        keys ^= keys >> np.uint64(29)
        keys *= _MIXERS[at - 1]
    return edges, keys


def _well_inside(faces: NDArray[Any]) -> NDArray[np.float64]:
    """Give a point of each face far from its edges: the middle of a large triangle.

    A point on the surface may lie in a neck of a nanometre, where rounding decides.
    """
    triangles, owner = shapely.get_parts(
        shapely.constrained_delaunay_triangles(faces), return_index=True
    )
    order = np.lexsort((shapely.area(triangles), owner))
    last = np.append(owner[order][1:] != owner[order][:-1], [True])
    middles = shapely.centroid(triangles[order[last]])
    found: NDArray[np.float64] = shapely.get_coordinates(middles)
    return found


def _areas_km2(shapes: NDArray[Any]) -> NDArray[np.float64]:
    flat = shapely.transform(shapes, _flatten)
    found: NDArray[np.float64] = shapely.area(flat) * _KM2
    return found


def _flatten(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give degrees as metres on the equal-area cylinder around the equator."""
    sine = np.sin(np.radians(points[:, 1]))
    level = sine / (1 - _E2 * sine * sine)
    level = level - np.log((1 - _E * sine) / (1 + _E * sine)) / (2 * _E)
    height = _AXIS * (1 - _E2) * level / 2
    return np.column_stack((_AXIS * np.radians(points[:, 0]), height))


def _locally(shapes: NDArray[Any]) -> NDArray[Any]:
    """Give shapes in kilometres around their middle, for lengths."""
    points = shapely.get_coordinates(shapes)
    middle = float(points[:, 0].mean()) if len(points) else 0.0

    def flat(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        east = (xy[:, 0] - middle) * np.cos(np.radians(xy[:, 1]))
        return np.column_stack((east, xy[:, 1])) * _KM_IN_DEGREE

    made: NDArray[Any] = shapely.transform(shapes, flat)
    return made


def join(shapes: list[Geometry]) -> Geometry:
    """Give several polygons of one day as one drawing."""
    return shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)
