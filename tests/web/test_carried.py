"""Fields of a claim beside its words: what carries each, and which are not read."""

from dataclasses import replace
from decimal import Decimal

import pytest
from visitor import REPORTS, Pages

import standin
from sayso.model import ClaimField, Document, Evidence, Reading, Span
from sayso.workspace import Reader, Settings, Workspace


def read_with_evidence(document: Document) -> Reading:
    """The stand-in's reading; its claims say which words carry the place."""
    reading = standin.read_document(document)
    return replace(reading, claims=tuple(map(_with_evidence, reading.claims)))


def _with_evidence(claim):
    at = claim.sentence.text.find("Olmar")
    start = claim.sentence.start + at
    spans = () if at < 0 else (Span(start, start + 5, "Olmar"),)
    empty = Evidence(ClaimField.ACTOR, (), Decimal("0.9"))
    place = Evidence(ClaimField.PLACE, spans, Decimal("0.55"))
    return replace(claim, actor=None, evidence=(empty, place))


@pytest.fixture
def pages(tmp_path):
    settings = Settings(reader=Reader(lambda: standin.READER, read_with_evidence))
    with Workspace(str(tmp_path / "carried.db"), settings=settings) as workspace:
        list(workspace.read(REPORTS))
        yield Pages(workspace)


@pytest.fixture
def page(pages):
    return pages.get(f"/documents/{pages.documents['first']}")


def _fields(page, number=0):
    beside = page.all("div", "beside-claim")[number]
    items = beside.one("ul", "fields-read").all("li")
    return {item["data-lights"].rpartition("-")[2]: item for item in items}


def test_a_field_that_is_empty_says_so(page):
    assert _fields(page)["actor"].text == "who did it not read"


def test_a_field_lights_the_words_that_carry_it(page):
    place = _fields(page)["place"]
    words = [
        node
        for node in page.walk()
        if place["data-lights"] in node.get("data-carries").split()
    ]
    assert [node.text for node in words] == ["Olmar"]
    target = place.one("a", "label")["href"].removeprefix("#")
    assert page.one(id=target)


def test_a_field_leads_to_its_words_and_to_its_page(page):
    links = [link["href"] for link in _fields(page)["place"].all("a")]
    assert links[0].startswith("#carries-")
    assert links[1].startswith("/places/")


def test_doubt_of_a_field_is_told(page):
    assert "55 % sure" in _fields(page)["place"].text
    assert "sure" not in _fields(page)["event"].text


def test_words_without_evidence_are_no_link(page):
    assert not _fields(page)["actor"].all("a")
    assert len(_fields(page)["event"].all("a")) == 1


def test_the_words_stay_the_words(page):
    shown = "\n\n".join(p.raw for p in page.all("p", "text"))
    assert shown == REPORTS[0].text


def test_review_lists_fields_the_doubtful_first(pages):
    wanted = next(c for c in pages.claims() if "40" in c.claim.quantity.span.text)
    page = pages.get(f"/review?claim={wanted.id}")
    items = page.one("section", "question").one("ul", "fields-read").all("li")
    doubtful = [item for item in items if "doubtful" in item.classes]
    assert [item["data-lights"].rpartition("-")[2] for item in doubtful] == ["place"]
    assert any(item.text == "who did it not read" for item in items)
    key = doubtful[0]["data-lights"]
    passage = page.one("p", "passage")
    lit = [n for n in passage.walk() if key in n.get("data-carries").split()]
    assert [node.text for node in lit] == ["Olmar"]


def test_a_confirmation_records_no_reason_that_nobody_gave(pages):
    held = pages.claims()[0]
    pages.post("/review", act="confirm", claim=held.id, reviewer="Ada", queue="unsure")
    (ruling,) = pages.workspace.ledger.rulings(held.id)
    assert ruling.reason == ""
