"""Claims: every one begins with its speaker; the address is the query."""

import csv
import io

import pytest

from sayso.ledger import Filters


def test_every_claim_begins_with_its_speaker_or_says_none_is_named(pages):
    rows = pages.get("/claims").all("li", "claim")
    voices = [row.all("a", "voice")[0].text for row in rows]
    assert [voice.partition(" (")[0] for voice in voices] == [
        "Name withheld",
        "Vessia Army Staff",
        "Tarn Ministry",
        "Unattributed in Steppe Post",
    ]
    assert all(row.text.startswith(row.all("a", "voice")[0].text) for row in rows)


def test_unreviewed_claims_say_so(pages):
    rows = pages.get("/claims").all("li", "claim")
    assert all(row.one("span", "status").text == "unreviewed" for row in rows)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 4),
        ("?measure=people.killed", 2),
        ("?measure=people", 3),
        ("?speaker=tarn", 1),
        ("?party=Tarn", 2),
        ("?place=Olmar", 2),
        ("?outlet=Harbour+Sheet", 1),
        ("?status=confirmed", 0),
        ("?text=soldiers+olmar", 2),
        ("?text=soldiers+olmar&measure=people.killed&party=Tarn", 2),
        ("?since=2030-05-03", 1),
        ("?until=2030-05-03", 3),
        ("?unattributed=1", 1),
        ("?page=2", 0),
    ],
)
def test_the_address_is_the_query(pages, query, count):
    assert len(pages.get(f"/claims{query}").all("li", "claim")) == count


@pytest.mark.parametrize(
    "query",
    [
        "?text=%00",
        "?text=%22",
        "?text=a%22b+OR+NEAR(",
        "?outlet=%00&party=%FF%FE&place=%ED%A0%80",
        "?since=yesterday&until=2030-13-40",
        "?order=best&page=-1",
        "?page=99999999999999999999",
        "?page=%D9%A1",
        "?text=" + "x" * 5000,
        "?speaker=%27+OR+1%3D1--",
        "?measure=../../etc/passwd",
    ],
)
@pytest.mark.parametrize("form", ["", ".json", ".csv"])
def test_odd_queries_are_harmless(pages, query, form):
    assert pages.client.get(f"/claims{form}{query}").status_code == 200


def test_what_is_not_understood_is_told(pages):
    problems = pages.get("/claims?since=soon&order=best").all("p", "problem")
    assert ["soon" in problems[0].text, "best" in problems[1].text] == [True, True]


def test_facets_count_and_narrow(pages):
    page = pages.get("/claims")
    links = page.one("div", "facets").all("a")
    killed = next(a for a in links if a.text.startswith("People killed"))
    assert killed.one("span", "count").text == "2"
    assert len(pages.get(killed["href"]).all("li", "claim")) == 2


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("ru", "английский"), ("uk", "англійська")]
)
def test_the_facet_of_languages_speaks_the_pages_language(pages, code, name):
    at = {"aria-labelledby": "facet-language"}
    (link,) = pages.get(f"/claims?lang={code}").one("section", **at).all("a")
    assert (link.text, link["href"]) == (f"{name} 4", "/claims?language=en")
    page = pages.get("/claims?language=en")
    assert len(page.all("li", "claim")) == 4
    assert name in page.one("ul", "chips").text


def test_what_is_filtered_by_is_told_as_pages_tell_it(pages):
    """A document by its name, a day as all days are, what is no day as typed."""
    document = pages.documents["first"]
    path = f"/claims?document={document}&since=2025-03-12&until=soon"
    chips = pages.get(path).one("ul", "chips").text
    facts = pages.workspace.ledger.document(document).facts
    for words in ("12 Mar 2025", "soon", facts.title or facts.name):
        assert words in chips
    assert document not in chips


@pytest.mark.parametrize("page", ["claims", "review", "export"])
def test_a_document_is_asked_for_as_commands_ask(pages, page):
    """By the beginning of its id, its name, or a claim of it."""
    document = pages.documents["first"]
    claims = pages.workspace.claims(Filters(document=document))
    claim = next(held.id for held in claims)
    whole = pages.get(f"/{page}?document={document}").one("main").text
    for wanted in (document[:8], "first", claim[:8]):
        assert pages.get(f"/{page}?document={wanted}").one("main").text == whole


def test_a_language_that_nobody_speaks_here_is_told_with_the_nearest(pages):
    problem = pages.get("/claims?language=rusian").one("p", "problem")
    assert problem.text.startswith("No language here is called “rusian”.")
    assert problem.all("a")[0]["href"] == "/claims?language=Russian"
    told = pages.get("/claims?language=rusian&lang=ru").one("p", "problem")
    assert told.all("a")[0].text == "русский"


def test_json_and_csv_say_the_same(pages):
    record = pages.client.get("/claims.json?measure=people.killed").json()
    text = pages.client.get("/claims.csv?measure=people.killed").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [r["claim"] for r in rows] == [c["id"] for c in record["claims"]]
    assert [(r["speaker"], r["low"], r["high"]) for r in rows] == [
        ("Vessia Army Staff", "1100", ""),
        ("Tarn Ministry", "40", "40"),
    ]
    assert {r["status"] for r in rows} == {"unreviewed"}
    assert {r["language"] for r in rows} == {"en"}


def test_a_claim_leads_to_its_words(pages):
    row = pages.get("/claims?speaker=vessia").one("li", "claim")
    link = row.one("a", "exact")
    page = pages.get(link["href"].partition("#")[0])
    identifier = link["href"].partition("#")[2].removeprefix("claim-")
    assert page.one("a", id=f"words-{identifier}").text == link.text
    assert page.one("div", id=f"claim-{identifier}")


def test_a_claims_own_address_leads_to_its_words(pages):
    held = pages.claims()[-1]
    response = pages.client.get(f"/claims/{held.id}", follow_redirects=False)
    assert response.headers["location"].endswith(f"#claim-{held.id}")
    assert pages.client.get(f"/claims/{held.id}.json").json()["id"] == held.id


def test_an_unknown_name_finds_nothing_and_offers_the_nearest(pages):
    page = pages.get("/claims?measure=killed")
    problem = page.one("p", "problem")
    assert problem.text.startswith("No measure here is called “killed”.")
    assert problem.all("a")[0]["href"] == "/claims?measure=people.killed"
    assert not page.all("li", "claim")


def test_a_facet_opens_fully(pages, monkeypatch):
    monkeypatch.setattr("sayso.web.claim_list.MOST_CHOICES", 1)
    page = pages.get("/claims")
    link = page.one("section", **{"aria-labelledby": "facet-measure"}).one("p", "more")
    assert link.text == "and 2 more"
    opened = pages.get(link.one("a")["href"].partition("#")[0])
    facet = opened.one("section", **{"aria-labelledby": "facet-measure"})
    assert len(facet.one("ul").all("li")) == 3
    assert facet.one("p", "more").one("a").text == "fewer"
