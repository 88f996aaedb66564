"""Charts: what stands in one, one a speaker, whole names, hours, and the SVG alone.

Lands, bodies and outlets are invented.
"""

import re
import xml.etree.ElementTree as ElementTree
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from visitor import Pages

import sayso.web
from sayso.model import Document
from sayso.web.chart import PAINTS
from sayso.web.voices import place_voices, rank_voices, wrap_name
from sayso.workspace import Reader, Settings, Workspace
from standin import READER, read_document

LONG = "Vessia Reconnaissance Army Headquarters"
OUTLET = "The Steppe Post and Harbour Advertiser of the Northern Provinces"
LINES = (
    (3, "08:30", "Olmar", "Tarn Ministry", "900"),
    (3, "20:15", "Olmar", "Tarn Ministry", "over 950"),
    (6, None, "Olmar", LONG, "990"),
    (7, None, "Olmar", LONG, "1,200"),
    (6, None, "Bren", "Tarn Ministry", "90,000"),
    (7, None, "Bren", "Tarn Ministry", "91,000"),
    (6, None, None, "Tarn Ministry", "70,000"),
    (7, None, None, "Tarn Ministry", "71,000"),
)
SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"


def report(day, hour, place, voice, figure):
    where = f" in {place}" if place else ""
    text = f"{voice} said {figure} soldiers of Tarn were killed{where}."
    published = date(2030, 5, day)
    return Document(text, published=published, outlet=OUTLET, hour=hour, name=text[:50])


@pytest.fixture
def charted(tmp_path):
    settings = Settings(reader=Reader(lambda: READER, read_document))
    with Workspace(str(tmp_path / "charted.db"), settings=settings) as workspace:
        list(workspace.read(report(*line) for line in LINES))
        yield Pages(workspace)


def frames(pages):
    page = pages.get("/measures/people.killed")
    return {a.text: a["href"] for a in page.one("details", "frames").all("a")}


def test_a_country_and_its_towns_never_share_a_chart(charted):
    found = frames(charted)
    assert {words.partition("in ")[2] for words in found if "in " in words} == {
        "Olmar",
        "Bren",
    }
    assert sum("no place named" in words for words in found) == 1
    for words, link in found.items():
        page = charted.get(link.partition("#")[0])
        marks = page.one("figure", "series").all("a", "mark")
        assert len(marks) == (4 if "Olmar" in words else 2)


def olmar(pages, **more):
    link = next(link for words, link in frames(pages).items() if "Olmar" in words)
    query = "".join(f"&{name}={value}" for name, value in more.items())
    return pages.get(link.partition("#")[0] + query)


def test_axes_say_what_they_measure(charted):
    axis = olmar(charted).one("g", "axis").text
    assert "number (soldiers)" in axis
    assert "last day that a figure speaks of" in axis


def test_names_stand_whole(charted):
    page = olmar(charted)
    words = " ".join(g.text for g in page.all("g", "voice-name"))
    strips = page.one("g", "strips").text
    assert "…" not in words + strips
    for part in wrap_name(LONG):
        assert part in words
    for part in wrap_name(OUTLET):
        assert part in strips


def test_figures_of_one_day_stand_at_their_hours(charted):
    marks = olmar(charted).all("a", "mark")
    early = next(m for m in marks if "claims “900" in m["aria-label"])
    late = next(m for m in marks if "over 950" in m["aria-label"])
    assert float(early.one("circle")["cx"]) < float(late.one("circle")["cx"])
    assert early["aria-label"].endswith("3 May 2030 08:30")
    assert "20:15" in olmar(charted).one("details", "table-of").text


def test_each_speaker_has_a_chart_on_the_same_ground(charted):
    assert charted.get("/measures/people.killed").all("div", "panels") == []
    panels = olmar(charted, each="speaker").one("div", "panels").all("figure")
    assert [p.one("figcaption").text for p in panels] == ["Tarn Ministry", LONG]
    axes = [p.one("g", "axis").text for p in panels]
    assert axes[0] == axes[1]
    assert [len(p.all("a", "mark")) for p in panels] == [2, 2]
    classes = [p.all("a", "mark")[0].classes & {"s0", "s1"} for p in panels]
    assert classes[0] != classes[1]


@pytest.mark.parametrize("each", ["", "speaker"])
def test_a_chart_is_taken_out_with_all_that_belongs_to_it(charted, each):
    page = olmar(charted, each=each)
    link = page.one("p", "chart-acts").one("a", type="image/svg+xml")["href"]
    answer = charted.client.get(link)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    root = ElementTree.fromstring(answer.text)
    held = {str(h.id) for h in charted.workspace.claims() if h.claim.place == "Olmar"}
    assert {node.text for node in root.iter(f"{DC}identifier")} == held
    assert OUTLET in root.find(f".//{DC}source").text
    assert root.find(f"{SVG}title").text.endswith("in Olmar")
    words = " ".join(node.text or "" for node in root.iter(f"{SVG}text"))
    assert "Each mark is a figure as stated by its speaker." in words
    assert "A person has looked at 0 of the 4 readings." in words
    names = [node.get("aria-label") for node in root.iter(f"{SVG}g")]
    names = [name for name in names if name]
    assert len(names) == (8 if each else 4)
    assert all(name.startswith((LONG, "Tarn Ministry")) for name in names)
    assert "href" not in answer.text
    assert "<style" not in answer.text
    assert answer.text == charted.client.get(link).text


def test_what_has_no_chart_gives_none(charted):
    assert charted.client.get("/measures/people.captured.svg").status_code == 404


def test_a_name_cannot_break_out_of_the_picture(tmp_path):
    settings = Settings(reader=Reader(lambda: READER, read_document))
    with Workspace(str(tmp_path / "odd.db"), settings=settings) as workspace:
        outlet = "<script>alert(1)</script>]]>&\u202e"
        list(
            workspace.read(
                Document(
                    f"Tarn Ministry said {n} soldiers were killed in Olmar.",
                    published=date(2030, 5, 2),
                    outlet=outlet,
                )
                for n in (5, 6)
            )
        )
        text = Pages(workspace).client.get("/measures/people.killed.svg").text
    ElementTree.fromstring(text)
    assert "<script" not in text
    assert "\u202e" not in text


def test_colours_of_the_picture_are_those_of_the_light_pages():
    sheet = Path(sayso.web.__file__).parent / "static" / "style.css"
    light = sheet.read_text(encoding="utf-8").partition("@media")[0]
    assert re.findall(r"--s\d: (#[0-9a-f]{6});", light) == list(PAINTS)


def test_no_name_lies_over_another():
    names = [f"{'Long name of a body ' * n} {n}" for n in range(1, 9)]
    order = rank_voices(dict.fromkeys(names, 1), 8)
    spots = [(number, 10.0, 290.0) for number in order.values()]
    shapes = {str(n): "" for n in range(8)}
    placed = place_voices(order, spots, shapes, top=14, bottom=302)
    for one, following in pairwise(placed):
        assert one.y + one.height <= following.y
    assert placed[-1].y + placed[-1].height <= 302
    assert {" ".join(voice.lines).split()[-1] for voice in placed} == set("12345678")
