"""Pages of saved questions."""

import pytest

from sayso.ledger import Filters, Stamp, record_finding
from sayso.model import Finding, Input, Level, Outcome


@pytest.fixture
def asked(pages, monkeypatch, tmp_path):
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "settings"))
    saved = pages.post("/questions", name="olmar", place="Olmar")
    assert saved.headers["location"] == "/questions/olmar"
    return pages


def test_a_question_shows_what_is_new_until_it_is_seen(asked):
    page = asked.get("/questions/olmar")
    assert "2 new" in page.text
    first, second = page.one("ul", "news").all("li")
    told = " ".join(f"{first.text} {second.text}".split())
    assert "Vessia Army Staff claims over 1,100 soldiers" in told
    assert "People killed" in told
    assert "people.killed" not in page.text
    for item in (first, second):
        assert item.one("a", "exact")["href"].startswith("/documents/")
    asked.post("/questions/olmar", act="seen")
    assert "0 new" in asked.get("/questions/olmar").text


def test_it_comes_as_json_and_as_a_feed(asked):
    record = asked.client.get("/questions/olmar.json").json()
    assert [n["is_new"] for n in record["news"]] == [True, True]
    feed = asked.client.get("/questions/olmar/feed")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert "Vessia Army Staff" in feed.text


def test_a_question_without_name_or_filter_is_refused(asked):
    assert asked.post("/questions", name="x/y", place="Bren").status_code == 400
    assert asked.post("/questions", name="all").status_code == 400
    asked.get("/questions/none", status=404)


def test_blanks_in_a_name_become_hyphens_and_a_question_is_forgotten(asked):
    saved = asked.post("/questions", name=" New in  Bren ", place="Bren")
    assert saved.headers["location"] == "/questions/New-in-Bren"
    assert "New-in-Bren" in asked.get("/questions").text
    asked.post("/questions", name="New-in-Bren", act="remove")
    assert "New-in-Bren" not in asked.get("/questions").text


def test_a_name_that_nobody_has_is_told_with_the_nearest(asked):
    asked.post("/questions", name="typo", place="Olmr")
    told = asked.get("/questions/typo").one("p", "problem").text
    assert "No place here is called “Olmr”. Nearest: Olmar." in told


def test_a_question_is_told_in_the_words_of_the_pages(asked):
    measure = "people.killed"
    asked.post("/questions", name="killed", measure=measure, place="Olmar")
    lead = asked.get("/questions/killed").one("p", "lead").text
    assert lead.startswith("Measure People killed, place Olmar.")
    links = [a["href"] for a in asked.get("/questions/killed").all("a")]
    assert f"/claims?measure={measure}&place=Olmar" in links
    chosen = asked.get("/questions").one("select", name="measure")
    assert "People killed" in chosen.text


def test_a_revision_leads_to_its_finding(asked):
    (held, *_) = asked.workspace.claims(Filters(place="x:1"))
    finding = Finding(
        rule="series",
        version=1,
        level=Level.NOTE,
        outcome=Outcome.REVISED,
        inputs=(Input(held.claim.document, held.claim.quantity.span, held.id, "part"),),
        sentence="Vessia Army Staff gave another figure of the same days.",
        working=(),
    )
    stamp = Stamp("2030-06-01T00:00:00Z", "test")
    asked.workspace.ledger.append([record_finding(finding, stamp)])
    news = asked.get("/questions/olmar").one("ul", "news")
    links = {a["href"]: a.text for a in news.all("a")}
    assert links[f"/findings#finding-{finding.fingerprint}"] == finding.sentence
