"""Files to drawn days: kinds, days, reference systems, and what is refused."""

import gzip
import json
from datetime import date
from zipfile import ZipFile

import numpy as np
import pyogrio
import pytest
import shapely

from layers.made_layers import FIRST, feature, growing, square, write
from sayso.errors import LayerError
from sayso.layers import drawing
from sayso.layers.files import LARGEST, read_days, read_units


def areas(drawings):
    return [round(drawing.area_km2(d.settled()[0]), 3) for d in drawings]


KM2 = [318.329, 334.246]


def test_one_file_gives_a_drawing_a_day_in_order(tmp_path):
    path = write(tmp_path / "control.geojson", *reversed(growing(2)))
    found = read_days([path])
    assert [d.key for d in found] == [FIRST, date(2030, 5, 2)]
    assert areas(found) == KM2


def test_gzipped_and_folder_by_date(tmp_path):
    inside = tmp_path / "maps" / "deep"
    inside.mkdir(parents=True)
    for at, made in enumerate(growing(2)):
        del made["properties"]["date"]
        data = json.dumps({"type": "FeatureCollection", "features": [made]})
        name = f"map_2030050{at + 1}.geojson.gz"
        (inside / name).write_bytes(gzip.compress(data.encode()))
    (inside / "notes.txt").write_text("not a map")
    found = read_days([tmp_path / "maps"])
    assert [d.key for d in found] == [FIRST, date(2030, 5, 2)]
    assert areas(found) == KM2


def write_vector(path, *, driver, crs="EPSG:4326", fields=("date",)):
    shapes = np.array(
        [
            shapely.to_wkb(shapely.from_geojson(json.dumps(made["geometry"])))
            for made in growing(2)
        ],
        dtype=object,
    )
    days = np.array([made["properties"]["date"] for made in growing(2)], dtype=object)
    pyogrio.raw.write(
        path,
        shapes,
        [days] * len(fields),
        list(fields),
        geometry_type="MultiPolygon",
        crs=crs,
        driver=driver,
    )
    return path


@pytest.mark.parametrize(
    ("name", "driver", "fields"),
    [
        ("control.gpkg", "GPKG", ("date",)),
        ("control.shp", "ESRI Shapefile", ("date",)),
        ("control.kml", "KML", ("Name",)),
    ],
)
def test_other_kinds_give_the_same(tmp_path, name, driver, fields):
    path = write_vector(tmp_path / name, driver=driver, fields=fields)
    found = read_days([path])
    assert [d.key for d in found] == [FIRST, date(2030, 5, 2)]
    assert areas(found) == KM2


def test_a_zipped_shapefile_gives_the_same(tmp_path):
    write_vector(tmp_path / "control.shp", driver="ESRI Shapefile")
    with ZipFile(tmp_path / "maps.zip", "w") as packed:
        for path in tmp_path.glob("control.*"):
            packed.write(path, path.name)
    assert areas(read_days([tmp_path / "maps.zip"])) == KM2


def in_metres(made):
    """The feature in the web's Mercator projection."""
    import pyproj

    move = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
    ring = made["geometry"]["coordinates"][0][0]
    made["geometry"]["coordinates"][0][0] = [list(move.transform(*p)) for p in ring]
    return made


@pytest.mark.parametrize("told", ["named", "option"])
def test_another_reference_system_is_put_into_degrees(tmp_path, told):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    members = {"crs": crs} if told == "named" else {}
    path = write(tmp_path / "metres.json", in_metres(growing(1)[0]), **members)
    (found,) = read_days([path], crs=None if members else "EPSG:3857")
    shape, _, notes = found.settled()
    assert drawing.area_km2(shape) == pytest.approx(KM2[0], abs=0.001)
    assert notes == ("put into degrees from EPSG:3857",)


def test_metres_without_a_name_are_refused(tmp_path):
    path = write(tmp_path / "metres.json", in_metres(growing(1)[0]))
    (found,) = read_days([path])
    with pytest.raises(LayerError, match="no degrees: say their reference system"):
        found.settled()


def test_polygons_of_one_day_are_its_parts(tmp_path):
    path = write(
        tmp_path / "parts.json",
        feature(FIRST, square(30, 50, 30.2, 50.2)),
        feature(FIRST, square(31, 50, 31.2, 50.2)),
    )
    (found,) = read_days([path])
    assert areas([found]) == [636.659]


def test_one_day_twice_over_the_same_ground_is_two_versions(tmp_path):
    path = write(
        tmp_path / "twice.json",
        feature(FIRST, square(30, 50, 30.2, 50.2)),
        feature(FIRST, square(30, 50, 30.21, 50.2)),
    )
    assert areas(read_days([path])) == KM2


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.json", "{", "is no JSON"),
        ("a.json", '{"type": "Topology"}', "is no GeoJSON"),
        (
            "a.json",
            json.dumps({"type": "FeatureCollection", "features": []}),
            "no poly",
        ),
        ("a.txt", "x", "of no known kind"),
        ("a.gpkg", "x", "cannot be read"),
        ("a.geojson.gz", "\x1f\x8bx", "cannot be unpacked"),
        (
            "a.json",
            json.dumps(
                {
                    "type": "Feature",
                    "geometry": {"type": "Point", "coordinates": [1, 2]},
                }
            ),
            "has no polygon",
        ),
        ("a.json", json.dumps(feature(None, square(1, 2, 3, 4))), "has no day"),
        (
            "a.json",
            json.dumps(feature(None, square(1, 2, 3, 4), date="soon")),
            "a day that is none",
        ),
    ],
)
def test_files_that_cannot_be_taken_say_why(tmp_path, name, text, words):
    path = tmp_path / name
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(LayerError, match=words) as told:
        read_days([path])
    assert str(told.value).startswith(f'"{name}" ')
    assert str(told.value).endswith("; nothing was stored")


def test_a_file_of_200_mb_is_refused_unread(tmp_path):
    path = tmp_path / "large.geojson"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(LayerError, match="holds 200 MB; at most 134 MB"):
        read_days([path])


def test_a_small_file_that_unpacks_to_much_is_refused(tmp_path):
    path = tmp_path / "bomb.geojson.gz"
    with gzip.open(path, "wb", compresslevel=9) as file:
        for _ in range(LARGEST // 2**20 + 1):
            file.write(bytes(2**20))
    with pytest.raises(LayerError, match="at most 134 MB"):
        read_days([path])


def test_all_faults_are_told_together(tmp_path):
    for at in range(8):
        (tmp_path / f"{at}.json").write_text("{")
    with pytest.raises(LayerError, match="and 3 more") as told:
        read_days([tmp_path])
    assert '"0.json" is no JSON' in str(told.value)


def test_numbers_are_kept_as_they_were_written(tmp_path):
    ring = "[[[30.10, 5e1],[31,50],[31.0,51],[30.1,50]]]"
    shape = f'{{"type": "Polygon", "coordinates": {ring}}}'
    path = tmp_path / "2030-05-01.json"
    path.write_text(f'{{"type": "Feature", "properties": {{}}, "geometry": {shape}}}')
    (found,) = read_days([path])
    assert "[30.10,5e1]" in found.settled()[1]


def test_a_name_that_looks_like_coordinates_does_no_harm(tmp_path):
    path = write(
        tmp_path / "odd.json",
        feature(FIRST, square(30, 50, 30.2, 50.2), note='"coordinates": [1] }'),
    )
    assert areas(read_days([path])) == KM2[:1]


def test_units_have_names(tmp_path):
    path = write(
        tmp_path / "regions.json",
        feature(None, square(30, 50, 31, 51), NAME_1="Tark"),
        feature(None, square(31, 50, 32, 51), NAME_1="Olmar"),
    )
    assert [d.key for d in read_units(path)] == ["Tark", "Olmar"]
    with pytest.raises(LayerError, match="a polygon without a name"):
        read_units(write(tmp_path / "x.json", feature(None, square(30, 50, 31, 51))))
