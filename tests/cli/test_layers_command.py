"""`sayso layers`: in, listed, measured; all of a file or nothing."""

import json
from datetime import timedelta

import pytest

from layers.made_layers import DESK, FIRST, feature, growing, square, write
from sayso.workspace import Workspace
from sayso.workspace.layer_book import held_items, load_layers

pytest.importorskip("shapely", reason="control polygons need the extra layers")

TOLD = ("--authority", DESK, "--status", "assessed control", "--party", "Tarn")


@pytest.fixture
def series(sayso, tmp_path):
    path = write(tmp_path / "control.json", *growing(4))
    assert sayso("layers", "add", path, *TOLD, "--licence", "CC0") == 0
    return sayso


def entries() -> int:
    with Workspace() as workspace:
        return sum(1 for _ in workspace.unmasked.entries())


def test_each_day_is_an_entry_with_hash_and_terms(series):
    assert series.err == "4 new, 0 held before\n"
    with Workspace() as workspace:
        held = list(workspace.unmasked.entries())
        assert workspace.verify().faults == ()
        assert workspace.verify().texts == 4
        text = workspace.unmasked.text(held[0].body["geometry"])
    assert json.loads(text)["type"] == "MultiPolygon"
    assert held[0].body["maker"]["authority"] == DESK
    assert held[0].body["maker"]["licence"] == "CC0"
    assert held[0].body["as_of"] == "2030-05-01"
    assert held[0].body["area_km2"] == "318.329270"
    assert len(held[0].body["source_sha256"]) == 64


def test_the_list_names_authority_days_and_what_is_missing(series, tmp_path):
    later = write(
        tmp_path / "b.json", feature(FIRST + timedelta(9), square(30, 50, 31, 51))
    )
    series("layers", "add", later, *TOLD)
    series("layers", "list")
    assert series.out == (
        f"{DESK}, assessed control by Tarn: 5 days, 2030-05-01 to 2030-05-10\n"
        "  licence: not stated\n"
        "  a line may be off by 100 m\n"
        "  days without a layer: 5, in 1 stretches\n"
    )


def test_areas_by_day_and_by_unit(series, tmp_path):
    series("layers", "area", "--from", "2030-05-02", "--to", "2030-05-03")
    assert series.out.splitlines()[1:] == [
        "  2030-05-02       334.246 km2",
        "  2030-05-03       350.162 km2",
    ]
    regions = write(
        tmp_path / "regions.json",
        feature(None, square(30.1, 50, 30.2, 51), name="Tark"),
    )
    assert series("layers", "add", regions, "--units", "--authority", "Survey") == 0
    series("layers", "area", "--unit", "tark", "--json")
    assert {r["area_km2"] for r in series.records} == {159.164635}
    assert series("layers", "area", "--unit", "Nowhere") == 2
    assert 'unknown unit "Nowhere"; known: Tark' in series.err


def test_changes_inside_units_are_worked_out_as_days_come_in(sayso, tmp_path):
    regions = write(
        tmp_path / "regions.json",
        feature(None, square(30.1, 50, 30.21, 51), name="Tark"),
    )
    sayso("layers", "add", regions, "--units", "--authority", "Survey")
    sayso("layers", "add", write(tmp_path / "a.json", *growing(3)), *TOLD)
    with Workspace() as workspace:
        book = load_layers(workspace.unmasked)
        (series,) = book.series
        steps = book.steps(series, book.require_unit("Tark"))
        assert [round(step.gained, 3) for step in steps] == [15.916, 0]
        assert book.fresh == {}


def test_layers_that_come_later_are_seen_and_earlier_ones_are_not_read_again(
    sayso, tmp_path
):
    sayso("layers", "add", write(tmp_path / "a.json", *growing(2)), *TOLD)
    with Workspace() as workspace:
        ledger = workspace.unmasked
        (series,) = load_layers(ledger).series
        assert len(series.layers) == 2
        sayso("layers", "add", write(tmp_path / "b.json", *growing(4)), *TOLD)
        (series,) = load_layers(ledger).series
        assert len(series.layers) == 4
        assert held_items(ledger) is held_items(ledger)


def test_differences_from_day_to_day_and_over_all(series):
    series("layers", "diff", "--json")
    assert [(r["gained_km2"], r["lost_km2"]) for r in series.records] == [
        (15.916464, 0)
    ] * 3
    series("layers", "diff", "--whole")
    assert series.out.splitlines()[1].split()[:5] == [
        "2030-05-01",
        "to",
        "2030-05-04",
        "gained",
        "47.749",
    ]


def test_the_same_again_is_held_and_other_polygons_are_a_version(series, tmp_path):
    series("layers", "add", tmp_path / "control.json", *TOLD)
    assert series.err == "0 new, 4 held before\n"
    other = write(tmp_path / "b.json", feature(FIRST, square(30, 50, 30.3, 50.2)))
    series("layers", "add", other, *TOLD)
    assert series.out == (
        "2030-05-01: version 2, 477.5 km2; the earlier one is kept beside\n"
    )
    series("layers", "list")
    assert "earlier versions kept of: 2030-05-01" in series.out
    series("layers", "diff", "--json")
    assert series.records[0]["net_km2"] == -143.248172


def test_days_between_held_ones_are_put_in_their_place(sayso, tmp_path):
    made = growing(5)
    for at, chosen in enumerate(([0, 4], [2], [1, 3])):
        path = write(tmp_path / f"{at}.json", *(made[n] for n in chosen))
        sayso("layers", "add", path, *TOLD)
    sayso("layers", "diff", "--json")
    assert [r["gained_km2"] for r in sayso.records] == [15.916464] * 4


def test_authorities_are_never_merged(series, tmp_path):
    other = write(tmp_path / "b.json", feature(FIRST, square(30, 50, 30.3, 50.2)))
    series("layers", "add", other, "--authority", "Other Desk")
    series("layers", "list", "--json")
    assert [r["authority"] for r in series.records] == [DESK, "Other Desk"]
    series("layers", "area", "--authority", "other")
    assert len(series.out.splitlines()) == 2


def test_a_jump_with_no_claim_around_it_says_so(sayso, tmp_path):
    days = growing(12)
    edited = feature(FIRST + timedelta(12), square(30, 50, 30.8, 50.2))
    sayso("layers", "add", write(tmp_path / "a.json", *days, edited), *TOLD)
    sayso("layers", "diff")
    marked = [line for line in sayso.out.splitlines() if "jump" in line]
    assert len(marked) == 1
    assert "2030-05-13" in marked[0]
    assert "a jump with no claim around it: an edit of the map, it may be" in marked[0]


BAD = {
    "antimeridian": feature(FIRST, square(178, 60, 182, 61)),
    "swapped": feature(FIRST, square(50, 130, 51, 131)),
    "metres": feature(FIRST, square(3.3e6, 6.4e6, 3.4e6, 6.5e6)),
    "crossing": feature(FIRST, [[[30, 50], [31, 51], [31, 50], [30, 51], [30, 50]]]),
    "empty": feature(FIRST),
}


@pytest.mark.parametrize("name", BAD)
def test_nothing_is_half_stored(sayso, tmp_path, name):
    path = write(
        tmp_path / "bad.json",
        *growing(3),
        BAD[name] | {"properties": {"date": "2030-06-01"}},
    )
    assert sayso("layers", "add", path, *TOLD) == 3
    assert sayso.err.startswith('sayso layers: "bad.json": 2030-06-01 ')
    assert sayso.err.endswith("; nothing was stored\n")
    assert len(sayso.err.splitlines()) == 1
    assert entries() == 0


def test_axes_exchanged_within_range_are_found_by_what_is_held(series, tmp_path):
    swapped = write(
        tmp_path / "b.json", feature(FIRST + timedelta(9), square(50, 30, 50.2, 30.2))
    )
    assert series("layers", "add", swapped, *TOLD) == 3
    assert "has longitude and latitude swapped" in series.err
    assert entries() == 4


def test_file_that_is_not_there(sayso, tmp_path):
    assert sayso("layers", "add", tmp_path / "none.json", *TOLD) == 3
    assert "is no file or folder" in sayso.err


def test_results_are_worked_out_again_after_a_rebuild(series):
    with Workspace() as workspace:
        workspace.unmasked.rebuild()
    series("layers", "diff", "--json")
    assert [r["gained_km2"] for r in series.records] == [15.916464] * 3
