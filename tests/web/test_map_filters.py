"""The map's claims: which filters combine, what is carried, what it is oriented by."""

from dataclasses import replace

import pytest
from visitor import Pages

import standin
from sayso.workspace import Reader, Settings, Workspace

TEXT = (
    "Vessia Army Staff said 40 soldiers of Tarn were killed in Olmar.\n\n"
    "Tarn Ministry said 12 soldiers were captured.\n\n"
    "Tarn Ministry said 9 soldiers were killed in Bren."
)


def carry(document):
    """Read, and carry the place of the first claim to the second."""
    reading = standin.read_document(document)
    first, second, third = reading.claims
    second = replace(second, place=first.place, located=first.located)
    return replace(reading, claims=(first, second, third))


@pytest.fixture
def mapped(tmp_path):
    settings = Settings(reader=Reader(lambda: standin.READER, carry))
    with Workspace(str(tmp_path / "map.db"), settings=settings) as workspace:
        list(workspace.read([standin.make_document(TEXT, outlet="Post")]))
        yield Pages(workspace)


def claims(pages, query=""):
    record = pages.client.get(f"/map.json{query}").json()
    return {one["words"].split()[0]: one for one in record["claims"]}


def test_a_place_is_said_where_the_claims_own_sentence_names_it(mapped):
    said = {words: one["is_said"] for words, one in claims(mapped).items()}
    assert said == {"40": True, "12": False, "9": True}
    listed = mapped.get("/map").one("ul", "places").text
    assert "Olmar 2 (1 carried)" in listed
    assert "Bren region 1" in listed


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?party=Tarn", {"40"}),
        ("?speaker=Tarn", {"12", "9"}),
        ("?speaker=Tarn&measure=people.killed", {"9"}),
        ("?speaker=Tarn&place=Olmar", {"12"}),
        ("?place=Olmar&measure=people.killed&outlet=Post", {"40"}),
        ("?language=en&party=Tarn", {"40"}),
        ("?language=uk", set()),
        ("?status=confirmed", set()),
        ("?place=x%3A1", {"40", "12", "9"}),
    ],
)
def test_filters_combine_and_a_place_by_its_id_is_pointed_at(mapped, query, words):
    assert set(claims(mapped, query)) == words


def test_the_words_of_further_claims_come_when_asked_for(mapped, monkeypatch):
    monkeypatch.setattr("sayso.web.pages.map.MOST_TOLD", 1)
    whole = mapped.client.get("/map.json").json()["claims"]
    told, *others = whole
    assert told["words"]
    drawn = {"place", "is_said", "first", "last"}
    assert [set(one) for one in others] == [drawn, drawn]
    rest = mapped.client.get("/map.json?told=rest").json()["claims"]
    assert [{key: one[key] for key in drawn} for one in rest] == others
    words = {one["words"].split()[0] for one in (told, *rest)}
    assert words == {"40", "12", "9"}


def test_the_form_keeps_what_is_asked_for(mapped):
    page = mapped.get("/map?speaker=Tarn&place=Olmar&status=unreviewed")
    form = page.one("form", "filters")
    given = {field["name"]: field.get("value") for field in form.all("input")}
    assert (given["speaker"], given["place"]) == ("Tarn", "Olmar")
    assert given["status"] == "unreviewed"
    chips = [link.text for link in page.one("ul", "chips").all("a")]
    assert [chip.partition(" ×")[0] for chip in chips] == [
        "Speaker: Tarn",
        "Place: Olmar",
        "Review: unreviewed",
    ]


def test_a_name_that_nobody_has_is_told_with_the_nearest(mapped):
    page = mapped.get("/map?place=Olmr")
    told = page.one("p", "problem")
    assert "No place here is called “Olmr”" in told.text
    assert told.one("a").text == "Olmar"
    assert mapped.client.get("/map.json?place=Olmr").json()["claims"] == []


def test_the_map_is_given_names_to_find_ones_way_by(mapped):
    record = mapped.client.get("/map.json").json()
    names = [one["name"] for one in record["landmarks"]]
    assert len(names) > 100
    assert "Olmar" not in names
