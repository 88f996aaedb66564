"""Review: each act is an entry with reviewer and reason; nothing is overwritten."""

import json
from decimal import Decimal

import pytest

from sayso.ledger import Filters, Status
from sayso.model import Decision, Stance
from sayso.web.wording import RULED


def ask(pages, claim, act, **form):
    form = {"reviewer": "Ada", "claim": claim.id, "act": act, **form}
    return pages.post("/review", **form)


def now(pages, claim):
    return pages.workspace.ledger.claim(claim.id)


@pytest.fixture
def claim(pages):
    (held,) = pages.workspace.claims(Filters(speaker="vessia"))
    return held


@pytest.mark.parametrize(
    ("act", "reason", "status"),
    [
        ("confirm", "", Status.CONFIRMED),
        ("reject", "another number", Status.REJECTED),
        ("unsure", "", Status.UNSURE),
    ],
)
def test_a_ruling_is_recorded_under_the_pseudonym(pages, claim, act, reason, status):
    response = ask(pages, claim, act, reason=reason)
    assert response.status_code == 303
    assert now(pages, claim).status is status
    (ruling,) = pages.workspace.ledger.rulings(claim.id)
    assert (ruling.reviewer, ruling.decision) == ("Ada", Decision(act))
    assert ruling.reason == reason


@pytest.mark.parametrize(
    "form",
    [
        {"act": "reject"},
        {"act": "unmask"},
        {"act": "confirm", "reviewer": "  "},
        {"act": "erase"},
        {"act": "edit"},
        {"act": ""},
    ],
    ids=str,
)
def test_an_act_without_what_it_needs_records_nothing(pages, claim, form):
    response = ask(pages, claim, **form)
    assert response.status_code == 400
    assert 'role="alert"' in response.text
    assert pages.workspace.ledger.rulings(claim.id) == ()


def test_the_next_claim_follows_and_the_pseudonym_is_kept(pages, claim):
    response = ask(pages, claim, "confirm")
    assert "SameSite=strict" in response.headers["set-cookie"]
    assert "HttpOnly" in response.headers["set-cookie"]
    page = pages.get(response.headers["location"])
    assert page.one("form", id="undo-last").text.startswith("Reading confirmed.")
    form = page.one("form", id="rule")
    assert form.one("input", name="reviewer")["value"] == "Ada"
    assert form.one("input", name="claim")["value"] != claim.id


def test_undo_takes_the_last_ruling_back_and_keeps_both_entries(pages, claim):
    ask(pages, claim, "confirm")
    ask(pages, claim, "undo")
    assert now(pages, claim).status is Status.UNREVIEWED
    assert len(pages.workspace.ledger.rulings(claim.id)) == 2


def test_two_reviewers_who_differ_are_shown(pages, claim):
    ask(pages, claim, "confirm")
    ask(pages, claim, "reject", reviewer="Bo", reason="another speaker")
    page = pages.get("/review?queue=disputed")
    rows = page.one("table", "rulings").one("tbody").all("tr")
    assert [row.one("th").text for row in rows] == ["Ada", "Bo"]
    assert page.all("span", "status-disputed")[0].text == "reviewers disagree"


def test_an_edit_changes_fields_and_moves_the_words(pages, claim):
    text = pages.workspace.view("first").text
    start = text.index("1,100")
    ask(
        pages,
        claim,
        "edit",
        start=str(start),
        end=str(start + 5),
        low="1100",
        high="1,100",
        bound="exact",
        claimant="Vessia Staff",
        place="",
        stance="hedged",
        first="2030-05-01",
        last="2030-05-02",
    )
    edited = now(pages, claim).claim
    assert now(pages, claim).id == claim.id
    assert edited.quantity.span.text == "1,100"
    assert (edited.quantity.low, edited.quantity.high) == (Decimal(1100),) * 2
    assert (edited.claimant, edited.speaker) == ("Vessia Staff", None)
    assert (edited.place, edited.located) == (None, None)
    assert edited.stance is Stance.HEDGED
    assert str(edited.period.first) == "2030-05-01"


@pytest.mark.parametrize(
    "form",
    [
        {"start": "9", "end": "3"},
        {"end": "99999"},
        {"start": "-1"},
        {"start": "٣"},
        {"low": "many"},
        {"low": "NaN"},
        {"low": "9", "high": "3"},
        {"low": "", "high": ""},
        {"measure": "people.sung"},
        {"unit": "cubit"},
        {"first": "soon"},
        {"first": "2030-05-03", "last": "2030-05-01"},
        {"claimant": "x" * 2000},
    ],
    ids=str,
)
def test_an_edit_that_fits_no_field_is_told_and_kept_on_screen(pages, claim, form):
    response = ask(pages, claim, "edit", **form)
    assert response.status_code == 400
    assert pages.workspace.ledger.rulings(claim.id) == ()
    for value in form.values():
        assert value in response.text


def test_an_edited_claim_is_shown_as_edited_everywhere(pages, claim):
    ask(pages, claim, "edit", low="1200")
    assert "1,200" in pages.get("/claims?speaker=vessia").text
    assert pages.get("/measures/people.killed").one("figure", "series")


def test_a_private_name_is_unmasked_by_a_ruling_with_a_reason(pages):
    (held,) = pages.workspace.claims(Filters(measure="people.captured"))
    address = f"/review?claim={held.id}"
    assert "Kell" not in pages.client.get(address).text
    ask(pages, held, "unmask", reason="she holds an office")
    assert "Ana Kell" in pages.client.get(address).text
    assert "Ana Kell" in pages.client.get("/claims").text
    ask(pages, held, "undo")
    assert "Kell" not in pages.client.get(address).text
    assert "Kell" not in pages.client.get("/claims").text


def test_queues_hold_what_they_say(pages, claim):
    ask(pages, claim, "unsure")
    later = pages.client.get("/review.json?queue=later").json()
    assert later["claim"] == claim.id
    assert pages.client.get("/review.json").json()["claim"] != claim.id
    assert pages.client.get("/review.json").json()["ruled"] == 1


def test_a_documents_claims_come_in_order_of_the_text(pages):
    document = pages.documents["first"]
    page = pages.get(f"/review?document={document}")
    assert page.one("p", "statement").all("a", "exact")[0].text == "over 1,100 soldiers"
    following = page.one("a", rel="next")["href"]
    assert "40 soldiers" in pages.get(following).one("p", "statement").text


def test_a_ledger_with_nothing_to_review(tmp_path):
    from visitor import Pages

    from sayso.workspace import Workspace

    with Workspace(str(tmp_path / "empty.db")) as workspace:
        page = Pages(workspace).get("/review")
    assert "Nothing waits" in page.text


def test_corrections_are_labelled_reports_with_spans_that_fit(pages, claim):
    ask(pages, claim, "edit", low="1200")
    (other,) = pages.workspace.claims(Filters(unattributed=True))
    ask(pages, other, "reject", reason="another measure")
    lines = pages.client.get("/review/corrections.jsonl").text.splitlines()
    (report,) = [json.loads(line) for line in lines]
    (kept,) = report["claims"]
    start, end = kept["quantity"]["span"]
    assert report["text"][start:end] == "over 1,100 soldiers"
    assert kept["quantity"]["low"] == 1200
    assert [r["id"] for r in report["rejected"]] == [other.id]
    assert report["not_reviewed"] == 1
    assert kept["rulings"][0]["reviewer"] == "Ada"


def test_corrections_hold_who_said_it_unless_a_reviewer_changed_that(pages, claim):
    ask(pages, claim, "confirm")
    (report,) = pages.client.get("/review/corrections.json").json()
    (said,) = report["attributions"]
    words = {
        role: [report["text"][start:end] for start, end in said[role]] for role in said
    }
    assert words["source"] == ["Vessia Army Staff"]
    assert words["cue"] == ["said"]
    ask(pages, claim, "edit", claimant="Olmar Council")
    (report,) = pages.client.get("/review/corrections.json").json()
    assert report["attributions"] == []


def test_corrections_black_out_private_names_in_place(pages):
    (held,) = pages.workspace.claims(Filters(measure="people.captured"))
    ask(pages, held, "confirm")
    (report,) = pages.client.get("/review/corrections.json").json()
    assert "Kell" not in json.dumps(report)
    assert len(report["text"]) == len(pages.workspace.view("second").text)


def test_hostile_reviewers_are_harmless(pages, claim):
    ask(pages, claim, "confirm", reviewer="<b>\u202eA\nda</b>" + "x" * 100)
    text = pages.client.get(f"/review?claim={claim.id}").text
    assert "<b>" not in text.replace("<b>1", "").partition("<table")[2][:400]
    (ruling,) = pages.workspace.ledger.rulings(claim.id)
    assert ruling.reviewer.isprintable()
    assert len(ruling.reviewer) <= 40


def test_an_edit_is_listed_with_what_it_changed(pages, claim):
    ask(pages, claim, "edit", low="1200", high="", first="", last="", claimant="")
    page = pages.get(f"/review?claim={claim.id}")
    row = page.one("table", "rulings").one("tbody").one("tr").text
    assert "above 1,200" in row
    assert "period: none" in row
    assert "claimant: none" in row


def test_confirming_records_the_fields_that_were_on_screen(pages, claim):
    page = pages.get(f"/review?claim={claim.id}")
    fields = page.one("form", id="rule").one("input", name="fields")["value"]
    ask(pages, claim, "confirm", fields=fields)
    (ruling,) = pages.workspace.ledger.rulings(claim.id)
    assert ruling.reason == ""
    assert "where" in ruling.changes["confirmed"]
    assert "looked at" in pages.get(f"/review?claim={claim.id}").text


def test_an_edit_has_no_reason_that_nobody_gave(pages, claim):
    ask(pages, claim, "edit", low="1200")
    (ruling,) = pages.workspace.ledger.rulings(claim.id)
    assert ruling.reason == ""


def test_a_second_reviewer_rules_blind_and_their_agreement_is_told(pages, claim):
    ask(pages, claim, "edit", low="1200", reason="as printed")
    pages.client.cookies.clear()
    pages.client.cookies.set("reviewer", "Ben")
    page = pages.get("/review?queue=second")
    assert page.one("form", id="rule").one("input", name="claim")["value"] == claim.id
    assert "as printed" not in page.text
    ask(pages, claim, "confirm", reviewer="Ben")
    assert "as printed" in pages.get(f"/review?queue=second&claim={claim.id}").text
    rows = pages.client.get("/review/agreement.json").json()
    figure = next(row for row in rows if row["field"] == "words and figure")
    assert (figure["one"], figure["other"], figure["same"]) == ("Ada", "Ben", 0)
    assert "Ada, Ben" in pages.get("/review/agreement").text


def test_the_one_doubtful_field_is_asked_alone_and_corrected(pages, claim):
    pages.workspace.rule(claim, Decision.EDIT, by="Eve", reason="", changes=DOUBT)
    page = pages.get(f"/review?claim={claim.id}")
    assert page.one("h2", id="question").text == "One field is doubtful: who did it?"
    assert "not read" in page.one("div", "asked-field").text
    ask(pages, claim, "edit", actor="Vessia")
    edited = next(
        r for r in pages.workspace.ledger.rulings(claim.id) if r.reviewer == "Ada"
    )
    assert edited.changes["actor"] == "Vessia"


DOUBT = {"evidence": [{"field": "actor", "spans": [], "confidence": "0.4"}]}


def test_progress_tells_the_sitting_the_fields_and_what_is_left(pages, claim):
    ask(pages, claim, "confirm", fields="where,when")
    pages.client.cookies.set("reviewer", "Ada")
    page = pages.get("/review")
    whole = pages.workspace.ledger.count_claims()
    told = page.one("p", "progress").text
    assert f"1 of {whole} readings ruled on, {whole - 1} left" in told
    sitting = page.one("details", "sitting")
    assert "you looked at 1 reading: 1 confirmed" in sitting.one("summary").text
    rows = [row.text for row in sitting.one("tbody").all("tr")]
    assert [row.partition("1")[0].strip() for row in rows] == ["where", "when"]
    record = pages.client.get("/review.json").json()["sitting"]
    assert (record["looked_at"], record["decisions"]) == (1, {"confirm": 1})
    pages.client.cookies.clear()
    assert pages.get("/review").all("details", "sitting") == []


def test_a_queue_is_narrowed_by_the_filters_of_the_list(pages):
    path = "/claims?measure=people.killed&place=Olmar"
    link = pages.get(path).one("p", "take-out").all("a")[0]["href"]
    assert link == "/review?measure=people.killed&place=Olmar"
    page = pages.get(link)
    assert "2 readings that fit ruled on, 2 left" in page.one("p", "progress").text
    held = pages.workspace.ledger.claim(page.all("input", name="claim")[0]["value"])
    assert held.claim.measure == "people.killed"
    form = page.one("form", id="rule")
    kept = {i["name"]: i.get("value") for i in form.all("input", type="hidden")}
    assert (kept["kept-measure"], kept["kept-place"]) == ("people.killed", "Olmar")
    answer = pages.post(
        "/review",
        reviewer="Ada",
        act="confirm",
        place="Bren",
        **{name: value for name, value in kept.items() if name != "reviewer"},
    )
    assert "measure=people.killed&place=Olmar" in answer.headers["location"]


def test_how_much_the_reader_had_counts_what_people_added(pages, claim):
    ask(pages, claim, "confirm")
    page = pages.get("/review/corrections")
    assert "the reader had 1 (100" in page.one("main").text
    (report,) = pages.client.get("/review/corrections.json").json()
    assert (report["reader_had"], report["people_added"]) == (1, 0)
    facts = pages.workspace.ledger.document(report["id"]).facts
    (link,) = page.one("ul", kind="documents").all("a")
    assert link.text == (facts.title or facts.name)


def test_who_rules_second_is_told_and_both_rulings_are_kept(pages, claim):
    first = ask(pages, claim, "confirm").headers["location"]
    second = ask(pages, claim, "confirm", reviewer="Bea").headers["location"]
    too = "another reviewer ruled on it, too"
    assert too not in pages.get(first).one(id="undo-last").text
    assert too in pages.get(second).one(id="undo-last").text
    rulings = pages.workspace.ledger.rulings(claim.id)
    assert [ruling.reviewer for ruling in rulings] == ["Ada", "Bea"]


def test_every_ruling_is_told_in_words():
    assert set(RULED) == set(Decision)
    assert not [words for words in RULED.values() if "_" in words]
