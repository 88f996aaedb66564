"""Speakers, parties, places, measures: series as intervals, lists, charts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visitor import Pages

from sayso.model import Document
from sayso.web.scale import day_ticks, value_scale, value_ticks
from sayso.workspace import Reader, Settings, Workspace, layer_beside
from standin import READER, read_document

LINES = (
    ("2030-05-02", "Vessia Army Staff said 900"),
    ("2030-05-03", "Vessia Army Staff said over 950"),
    ("2030-05-06", "Vessia Army Staff said 990"),
    ("2030-05-03", "Tarn Ministry said 40"),
)
REST = " soldiers of Tarn were killed in Olmar."


@pytest.fixture
def charted(tmp_path):
    settings = Settings(reader=Reader(lambda: READER, read_document))
    with Workspace(str(tmp_path / "charted.db"), settings=settings) as workspace:
        list(
            workspace.read(
                Document(
                    text + REST, published=date.fromisoformat(day), outlet="Steppe Post"
                )
                for day, text in LINES
            )
        )
        yield Pages(workspace)


@pytest.mark.parametrize(
    "path",
    ["/measures/people.killed", "/places/x%3A1", "/parties/Tarn"],
)
def test_a_thing_shows_its_series_and_its_claims(charted, path):
    page = charted.get(path)
    assert len(page.one("figure", "series").all("a", "mark")) == 4
    assert len(page.all("li", "claim")) == 4


def test_a_page_without_areas_loads_no_layer(charted, monkeypatch):
    monkeypatch.setattr(layer_beside, "load_layers", None)
    assert charted.get("/places/x%3A1").one("figure", "series")


def test_every_mark_leads_to_its_words_and_has_a_name(charted):
    for mark in charted.get("/measures/people.killed").all("a", "mark"):
        assert mark["href"].startswith("/documents/")
        assert "#claim-" in mark["href"]
        assert mark["aria-label"].startswith(("Vessia Army Staff claims", "Tarn Min"))
        assert mark.one("title").text == mark["aria-label"]


def test_bounds_have_marks_of_their_own(charted):
    marks = charted.get("/measures/people.killed").all("a", "mark")
    kinds = [next(c for c in m.classes if c.startswith("k-")) for m in marks]
    assert sorted(kinds) == ["k-at-least", "k-exact", "k-exact", "k-exact"]


def test_speakers_have_shapes_and_labels_not_colour_alone(charted):
    page = charted.get("/measures/people.killed")
    names = page.all("g", "voice-name")
    assert {n.text for n in names} == {"Vessia Army Staff", "Tarn Ministry"}
    assert len({n.one("path", "shape")["d"] for n in names}) == 2


def test_the_table_says_what_the_chart_shows(charted):
    page = charted.get("/measures/people.killed")
    rows = page.one("details", "table-of").one("tbody").all("tr")
    intervals = [row.all("td")[1].text for row in rows]
    assert sorted(intervals) == ["40", "900", "990", "above 950"]
    assert all(row.one("th").one("a", "voice") for row in rows)


def test_coverage_stands_under_the_chart(charted):
    strips = charted.get("/measures/people.killed").one("g", "strips")
    assert len(strips.all("rect")) == 3
    assert "Steppe Post, 3 May 2030: 2 documents" in strips.text


def test_a_speaker_has_facts(charted):
    row = charted.get("/speakers").one("tbody").all("tr")[0]
    page = charted.get(row.one("a")["href"])
    assert page.one("h1").text == "Vessia Army Staff"
    assert "Vessia" in page.one("dl", "inline-facts").text


def test_series_are_in_the_record_too(charted):
    record = charted.client.get("/measures/people.killed.json").json()
    assert [f["interval"] for f in record["series"]["figures"]][-1] == "[990, 990]"


def test_a_private_speaker_has_no_name_in_lists_or_titles(pages):
    for path in (
        "/speakers",
        "/speakers.csv",
        "/claims",
        "/",
        "/measures/people.captured",
    ):
        assert "Kell" not in pages.client.get(path).text
    private = next(s for s in pages.workspace.speakers() if s.speaker.private)
    page = pages.get(f"/speakers/{private.speaker.id}")
    assert page.one("h1").text.startswith("Name withheld (")


@pytest.mark.parametrize(
    "path",
    ["/speakers/0", "/places/x%3A99", "/parties/%00", "/measures/people.sung"],
)
def test_what_is_not_held_is_told(pages, path):
    assert pages.client.get(path).status_code in (400, 404)


@pytest.mark.parametrize("path", ["/documents", "/speakers", "/measures", "/places"])
def test_lists_come_as_rows_too(pages, path):
    rows = pages.get(path).one("tbody").all("tr")
    text = pages.client.get(f"{path}.csv").text
    assert len(text.splitlines()) == len(rows) + 1
    assert len(pages.client.get(f"{path}.json").json()["rows"]) == len(rows)


def test_documents_are_found_by_their_words(pages):
    rows = pages.get("/documents?text=quiet").one("tbody").all("tr")
    assert len(rows) == 1
    assert pages.get("/documents?text=%00%22").one("p", "lead").text == "None here."


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=20))
def test_values_stay_in_the_plot(values):
    scale = value_scale(values, 300, 10)
    assert all(10 <= scale.at(value) <= 300 for value in values)
    assert 1 <= len(value_ticks(scale)) <= 12


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(1, 12000))
def test_ticks_lie_within_the_days_and_are_few(first, length):
    last = date.fromordinal(first.toordinal() + length)
    ticks = day_ticks(first, last)
    assert all(first <= day <= last for day, _ in ticks)
    assert len(ticks) <= 14


@pytest.mark.parametrize(
    ("sort", "is_falling", "state"),
    [("1", False, "ascending"), ("-1", True, "descending")],
)
def test_tables_sort_by_a_column(pages, sort, is_falling, state):
    page = pages.get(f"/speakers?sort={sort}")
    names = [head.text for head in page.one("tbody").all("th")]
    assert names == sorted(names, key=str.casefold, reverse=is_falling)
    head = page.one("thead").all("th")[0]
    assert head["aria-sort"] == state
    other = "-1" if sort == "1" else "1"
    assert head.one("a")["href"] == f"/speakers?sort={other}"


def test_numbers_sort_as_numbers_and_odd_wishes_not_at_all(pages):
    rows = pages.get("/speakers?sort=-3").one("tbody").all("tr")
    counts = [int(row.all("td")[1].text) for row in rows]
    assert counts == sorted(counts, reverse=True)
    assert pages.get("/speakers?sort=99").one("tbody")
