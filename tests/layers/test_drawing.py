"""Areas on the globe and changes between drawings."""

import math

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import LayerError
from sayso.layers import drawing

GLOBE = pyproj.Geod(ellps="WGS84")


def box(west, south, east, north):
    return shapely.box(west, south, east, north)


@pytest.mark.parametrize(
    "corners",
    [(30, 45, 30.5, 45.3), (-70, -30, -69.9, -29.8), (10, 70, 10.2, 70.1)],
)
def test_areas_are_geodesic(corners):
    shape = shapely.segmentize(box(*corners), 0.01)
    geodesic = abs(GLOBE.geometry_area_perimeter(shape)[0]) / 1e6
    assert drawing.area_km2(shape) == pytest.approx(geodesic, rel=5e-5)


def test_areas_are_those_of_the_equal_area_projection():
    move = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:6933", always_xy=True)
    shape = box(35, 48, 37, 50)
    flat = shapely.transform(
        shape, lambda xy: np.column_stack(move.transform(xy[:, 0], xy[:, 1]))
    )
    assert drawing.area_km2(shape) == pytest.approx(flat.area / 1e6, rel=1e-12)


def test_change_is_what_only_one_of_two_holds():
    earlier = shapely.multipolygons([box(30, 50, 31, 51), box(33, 50, 34, 51)])
    later = shapely.multipolygons([box(30.5, 50, 31.5, 51), box(33, 50, 34, 51)])
    change = drawing.measure_change(earlier, later)
    assert change.gained == pytest.approx(drawing.area_km2(box(31, 50, 31.5, 51)))
    assert change.lost == pytest.approx(drawing.area_km2(box(30, 50, 30.5, 51)))
    assert change.net == pytest.approx(change.gained - change.lost)


def test_no_change_between_equal_drawings():
    shape = shapely.multipolygons([box(30, 50, 31, 51)])
    assert drawing.measure_change(shape, shape) == drawing.NOTHING


@st.composite
def drawings(draw):
    """Unions of squares on a grid, so that many edges are shared."""
    cells = draw(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1))
    parts = [
        box(30 + x / 10, 50 + y / 10, 30.1 + x / 10, 50.1 + y / 10) for x, y in cells
    ]
    whole = shapely.union_all(parts)
    return shapely.multipolygons(shapely.get_parts(whole))


@given(drawings(), drawings())
def test_shared_edges_take_nothing_from_a_change(one, other):
    change = drawing.measure_change(one, other)
    gained = drawing.area_km2(shapely.difference(other, one))
    lost = drawing.area_km2(shapely.difference(one, other))
    assert change.gained == pytest.approx(gained, abs=1e-6)
    assert change.lost == pytest.approx(lost, abs=1e-6)


def test_many_edges_that_differ_are_measured_too():
    angles = np.linspace(0, 2 * math.pi, 1200, endpoint=False)
    ring = np.column_stack((35 + np.cos(angles), 48 + np.sin(angles)))
    one, other = shapely.polygons(ring), shapely.polygons(ring + 0.01)
    change = drawing.measure_change(one, other)
    expected = drawing.area_km2(shapely.difference(other, one))
    assert change.gained == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (shapely.MultiPolygon(), "has no polygon"),
        (None, "has no polygon"),
        (shapely.points(30, 50), "points or lines and no polygon"),
        (box(48, 135, 49, 136), "longitude and latitude are swapped"),
        (box(4_000_000, 6_000_000, 4_100_000, 6_100_000), "which are no degrees"),
        (box(178, 60, 182, 61), "over the antimeridian"),
        (
            shapely.polygons([(179, 60), (-179, 60), (-179, 61), (179, 61), (179, 60)]),
            "over the antimeridian",
        ),
        (
            shapely.polygons([(30, 50), (31, 51), (31, 50), (30, 51), (30, 50)]),
            "broken outline",
        ),
    ],
    ids=[
        "empty",
        "none",
        "point",
        "swapped",
        "metres",
        "beyond 180",
        "jump at 180",
        "crossing",
    ],
)
def test_what_cannot_be_measured_is_refused_with_the_reason(shape, words):
    with pytest.raises(LayerError, match=words):
        drawing.settle(shape)


def test_a_small_fault_is_mended_with_a_note():
    spur = [(30, 50), (31, 50), (31, 50.5), (31.0001, 50.5001), (31, 50.5), (31, 51)]
    shape, notes = drawing.settle(shapely.polygons([*spur, (30, 51), (30, 50)]))
    assert shapely.is_valid(shape)
    assert len(notes) == 1
    assert notes[0].startswith("broken outline mended")


def test_cut_at_the_antimeridian_it_is_taken():
    halves = shapely.multipolygons([box(179, 60, 180, 61), box(-180, 60, -179, 61)])
    shape, notes = drawing.settle(halves)
    assert notes == ()
    assert drawing.area_km2(shape) == pytest.approx(drawing.area_km2(box(0, 60, 2, 61)))


def test_discs_stand_outside_across_and_inside():
    shape = box(30, 50, 31, 51)
    discs = [drawing.disc(lat, 30.5, 2_000) for lat in (49.9, 50.0, 50.5)]
    assert drawing.states_at(shape, discs).tolist() == [0, 1, 2]
