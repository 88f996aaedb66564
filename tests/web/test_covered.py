"""Coverage of a document: which figures were read, and why others were not."""

from dataclasses import replace

import pytest
from visitor import Pages

import standin
from made import DAY, quantity
from sayso.model import Document, Gap, Reading, StatedQuantity
from sayso.reading import gaps
from sayso.web.covered import AGE, IN_WORDS, NO_EVENT
from sayso.workspace import Reader, Settings, Workspace

TEXT = (
    "Vessia Staff said 40 soldiers were killed in Olmar. "
    "The mayor, 61 years old, walked 12 miles past 30 houses."
)


def _stated(words: str, low: int, unit: str = "count", kind: str | None = None):
    made = quantity(TEXT, words, low, low, unit=unit)
    return StatedQuantity(
        made.span, made.number, made.low, made.high, made.bound, made.unit, kind=kind
    )


def read_with_gaps(document: Document) -> Reading:
    reading = standin.read_document(document)
    more = (
        _stated("61 years old", 61, kind="age"),
        _stated("12 miles", 12, unit="mile"),
        _stated("30 houses", 30),
    )
    found = (Gap(more[2].span, gaps.NO_MEASURE),)
    return replace(reading, quantities=(*reading.quantities, *more), gaps=found)


@pytest.fixture
def pages(tmp_path):
    settings = Settings(reader=Reader(lambda: standin.READER, read_with_gaps))
    with Workspace(str(tmp_path / "covered.db"), settings=settings) as workspace:
        list(workspace.read([Document(TEXT, published=DAY, name="walk")]))
        yield Pages(workspace)


def _page(pages):
    return pages.get(f"/documents/{pages.documents['walk']}")


def test_the_top_says_how_much_was_read(pages):
    summary = _page(pages).one("details", "coverage").one("summary")
    assert summary.text == "4 figures in the text: 1 read as a claim, 3 not"


def test_a_figure_that_was_not_read_says_why(pages):
    reading = _page(pages).one("div", "reading")
    whys = {node.text: node["data-why"] for node in reading.all("span", "unread")}
    assert whys == {
        "61 years old": f"Not read: {AGE}",
        "12 miles": "Not read: an amount of another kind (mile)",
        "30 houses": f"Not read: {NO_EVENT}",
    }
    assert all(n["tabindex"] == "0" for n in reading.all("span", "unread"))


def test_coverage_stands_in_the_record(pages):
    record = pages.client.get(f"/documents/{pages.documents['walk']}.json").json()
    assert record["coverage"]["figures"] == 4
    assert record["coverage"]["claims"] == 1
    assert [one["words"] for one in record["coverage"]["not_read"]] == [
        "61 years old",
        "12 miles",
        "30 houses",
    ]


def test_the_readers_reasons_have_plain_words():
    known = {value for name, value in vars(gaps).items() if name.startswith("NO_")}
    assert IN_WORDS.keys() <= known
