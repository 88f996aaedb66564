"""The map page with control layers: who drew what, for which days."""

import pytest

from layers.made_layers import DESK, FIRST, feature, growing, square, write
from sayso.layers import Maker, Status
from sayso.workspace.layering import add_layers

pytest.importorskip("shapely", reason="control polygons need the extra layers")


@pytest.fixture
def mapped(workspace, pages, tmp_path):
    path = write(tmp_path / "control.json", *growing(70, step=0.004))
    maker = Maker(DESK, Status.ASSESSED_CONTROL, "Tarn", licence="CC0 <b>")
    add_layers(workspace, [path], maker)
    other = write(tmp_path / "b.json", feature(None, square(30, 50, 31, 51)))
    told = Maker("Other Desk", Status.CLAIMED_CONTROL, "Vessia")
    add_layers(workspace, [other], told, as_of=FIRST)
    return pages


def test_authorities_stand_in_the_page_without_its_script(mapped):
    words = mapped.get("/map").text
    assert f"{DESK}, assessed control by Tarn: 70 days, 1 May 2030 to" in words
    assert "licence CC0 <b>" in words
    assert "Other Desk, claimed control by Vessia: 1 days" in words


def test_each_authority_is_a_record_of_its_own(mapped):
    path = "/map.json?since=2030-05-02&until=2030-05-05"
    first, other = mapped.client.get(path).json()["layers"]
    assert first["words"] == f"{DESK}, assessed control by Tarn"
    assert [d["day"] for d in first["days"]] == [f"2030-05-0{n}" for n in (2, 3, 4, 5)]
    assert first["days"][0]["gained"] is None
    assert first["days"][1]["gained"] == 6.4
    assert first["held"] == 4
    assert other["authority"] == "Other Desk"
    assert len(other["days"]) == 1


def test_of_many_days_thirty_are_drawn_the_first_and_last_among_them(mapped):
    path = "/map.json?since=2030-05-01&until=2030-07-30"
    first, _ = mapped.client.get(path).json()["layers"]
    days = [d["day"] for d in first["days"]]
    assert (len(days), first["held"]) == (30, 70)
    assert (days[0], days[-1]) == ("2030-05-01", "2030-07-09")


def test_the_days_claims_speak_of_are_drawn_unless_others_are_asked_for(mapped):
    first, _ = mapped.client.get("/map.json").json()["layers"]
    assert first["days"][-1]["day"] == "2030-05-04"


def test_without_layers_there_is_no_word_of_them(pages):
    assert "Control layers" not in pages.get("/map").text
    assert pages.client.get("/map.json").json()["layers"] == []
