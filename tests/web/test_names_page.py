"""Names on the pages: joined, split, changed, taken back; each an entry."""

import pytest
from visitor import parse

from sayso.ledger import Filters


@pytest.fixture
def staff(pages):
    (held,) = [
        h for h in pages.workspace.speakers() if h.speaker.name == "Vessia Army Staff"
    ]
    return held.speaker.id


def rule(pages, act, **form):
    form = {"reviewer": "Ada", "reason": "one body", "kind": "speaker", **form}
    address = f"/{PLACES[form['kind']]}/{form['key']}?named=1"
    return pages.post(address, act=act, **form)


PLACES = {"speaker": "speakers", "party": "parties", "place": "places"}


def test_a_join_moves_to_the_page_of_both(pages, staff):
    response = rule(pages, "join", key=staff, other="Tarn Ministry")
    assert response.headers["location"] == f"/speakers/{staff}?named=1#naming"
    page = pages.get(response.headers["location"])
    section = page.one("details", id="naming")
    assert section.one("summary").text == "1 other name joined here: Tarn Ministry"
    assert "“Tarn Ministry” is “Vessia Army Staff”" in section.text
    held = pages.workspace.ledger.claims(Filters(speaker=staff))
    assert {h.claim.claimant for h in held} == {"Vessia Army Staff", "Tarn Ministry"}


def test_the_page_of_what_was_joined_leads_on(pages, staff):
    rule(pages, "join", key=staff, other="Tarn Ministry")
    (member,) = pages.workspace.ledger.naming().into
    response = pages.client.get(f"/speakers/{member[1]}", follow_redirects=False)
    assert response.headers["location"] == f"/speakers/{staff}"


def test_split_off_and_undo(pages, staff):
    rule(pages, "join", key=staff, other="Tarn Ministry")
    ((_, member),) = pages.workspace.ledger.naming().into
    rule(pages, f"split:{member}", key=staff)
    assert pages.workspace.ledger.naming().into == {}
    (join, _) = pages.workspace.ledger.naming().rulings
    response = rule(pages, f"undo:{join.sequence}", key=staff)
    assert response.headers["location"] == f"/speakers/{staff}?named=1#naming"
    page = pages.get(f"/speakers/{staff}?named=1")
    assert page.one("details", id="naming").text.count("taken back") >= 1


def test_chosen_claims_are_split_off(pages, staff):
    (held,) = pages.workspace.ledger.claims(Filters(speaker=staff))
    form = {f"claim-{held.id}": "1"}
    response = rule(pages, "part", key=staff, parted="Tarn Staff", **form)
    assert response.status_code == 303
    assert pages.workspace.ledger.claim(held.id).claim.speaker.name == "Tarn Staff"


def test_a_party_is_renamed(pages):
    response = rule(pages, "call", kind="party", key="Tarn", called="Tarn Union")
    assert response.headers["location"].startswith("/parties/Tarn%20Union")
    assert pages.get("/parties/Tarn%20Union").one("h1").text == "Tarn Union"
    (call,) = pages.workspace.ledger.naming().rulings
    response = rule(pages, f"undo:{call.sequence}", kind="party", key="Tarn Union")
    assert response.headers["location"].startswith("/parties/Tarn?")


@pytest.mark.parametrize(
    ("act", "form"),
    [
        ("join", {"other": "Nobody Known"}),
        ("join", {}),
        ("join", {"other": "Tarn Ministry", "reason": ""}),
        ("call", {"called": " "}),
        ("part", {"parted": "x"}),
        ("undo:99", {}),
        ("merge", {}),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said_and_nothing_recorded(pages, staff, act, form):
    response = rule(pages, act, **{"key": staff, **form})
    assert response.status_code == 400
    page = parse(response.text)
    assert page.one("h1").text == "Vessia Army Staff"
    section = page.one("details", id="naming")
    assert section.one("p", role="alert").text
    typed = {"reviewer": "Ada", "reason": "one body", **form}
    fields = {field.get("name"): field.get("value") for field in section.all("input")}
    assert {name: fields[name] for name in typed} == typed
    assert not pages.workspace.ledger.naming()


@pytest.mark.parametrize("kind", ["party", "place"])
def test_other_pages_tell_it_too(pages, kind):
    key = {"party": "Tarn", "place": pages.workspace.ledger.places()[0][0].id}[kind]
    response = rule(pages, "join", kind=kind, key=key, other="Nobody Known")
    assert response.status_code == 400
    fields = parse(response.text).one("details", id="naming").all("input")
    assert "Nobody Known" in [field.get("value") for field in fields]


def test_claims_that_were_chosen_stay_chosen(pages, staff):
    (held,) = pages.workspace.ledger.claims(Filters(speaker=staff))
    form = {f"claim-{held.id}": "1", "parted": "Tarn Staff", "reason": ""}
    page = parse(rule(pages, "part", key=staff, **form).text)
    (box,) = page.all("input", type="checkbox")
    assert "checked" in box.attributes


def test_a_withheld_speaker_has_no_form(pages):
    (kell,) = [h for h in pages.workspace.speakers() if h.speaker.private]
    page = pages.get(f"/speakers/{kell.speaker.id}?named=1")
    assert "joined to nobody" in page.one("details", id="naming").text
    assert not page.all("form", id="name-form")


def test_the_page_of_names_lists_what_was_ruled(pages, staff):
    rule(pages, "join", key=staff, other="Tarn Ministry", back="names")
    assert "Tarn Ministry" in pages.get("/names").text
    record = pages.client.get("/names.json").json()
    assert [r["reviewer"] for r in record["rulings"]] == ["Ada"]
