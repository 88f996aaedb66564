"""Words a person chose: a claim, an attribution, or no claim; each can be undone."""

from dataclasses import replace
from datetime import date

import pytest
from visitor import REPORTS, Pages

import standin
from sayso.ledger import Filters, Status
from sayso.model import ClaimField, Decision, Period, Span, Timex, TimexType
from sayso.workspace import Reader, Settings, Workspace


@pytest.fixture
def path(pages):
    return f"/documents/{pages.documents['first']}"


@pytest.fixture
def text(pages):
    return pages.workspace.ledger.text(pages.documents["first"])


def ends(text, words):
    start = text.index(words)
    return {"start": str(start), "end": str(start + len(words))}


def query(text, words, **more):
    pairs = {**ends(text, words), **more}
    return "&".join(f"{name}={value}" for name, value in pairs.items())


def form_of(page):
    """The fields as the page gives them, as a browser would send them."""
    form = page.one("form", id="words-form")
    fields = {i["name"]: i.get("value") for i in form.all("input") if i.get("name")}
    for select in form.all("select"):
        chosen = [o for o in select.all("option") if "selected" in o.attributes]
        fields[select["name"]] = chosen[0]["value"] if chosen else ""
    return fields


def save(pages, path, page, **changes):
    fields = {**form_of(page), "reviewer": "Ada", "act": "save", **changes}
    return pages.post(f"{path}/words", **fields)


def test_the_reader_fills_the_form_for_any_words(pages, path, text):
    page = pages.get(f"{path}/words?{query(text, '40 soldiers')}")
    fields = form_of(page)
    assert (fields["low"], fields["measure"]) == ("40", "people.killed")
    assert page.one("mark").text == "40 soldiers"
    names = [o["value"] for o in page.one("datalist", id="known-places").all("option")]
    assert "Olmar" in names


def test_words_for_a_day_give_the_days_they_name(tmp_path):
    """Where nobody typed others; with scripts the form shows them at once."""

    def read(document):
        reading = standin.read_document(document)
        words = Span.cut(document.text, 0, 5)
        day = Period.of_days(date(2030, 6, 3), date(2030, 6, 3))
        timex = Timex(words, TimexType.DATE, "2030-06-03", period=day)
        return replace(reading, timexes=(timex,))

    settings = Settings(reader=Reader(lambda: standin.READER, read))
    with Workspace(str(tmp_path / "days.db"), settings=settings) as workspace:
        list(workspace.read(REPORTS))
        pages = Pages(workspace)
        path = f"/documents/{pages.documents['first']}"
        text = workspace.ledger.text(pages.documents["first"])
        page = pages.get(f"{path}/words?{query(text, 'over 1,100')}")
        assert "2030-06-03" in page.one("p", id="passage")["data-days"]
        pointed = {"words-period": "0-5", "measure": "people.wounded"}
        save(pages, path, page, **pointed)
        (held,) = workspace.claims(Filters(status="added"))
        assert held.claim.period.first == held.claim.period.last == date(2030, 6, 3)
        page = pages.get(f"{path}/words?claim={held.id}")
        typed = {"words-period": "0-6", "first": "2030-06-01"}
        save(pages, path, page, **typed)
        again = workspace.ledger.claim(held.id).claim.period
        assert (again.first, again.last) == (date(2030, 6, 1), date(2030, 6, 3))


def test_a_missed_claim_is_added_with_its_evidence(pages, path, text):
    page = pages.get(f"{path}/words?{query(text, 'over 1,100')}")
    who = text.index("Tarn Ministry")
    response = save(
        pages,
        path,
        page,
        measure="people.wounded",
        place="Olmar",
        claimant="Tarn Ministry",
        reason="was missed",
        **{"words-claimant": f"{who}-{who + 13}"},
    )
    (held,) = pages.workspace.claims(Filters(status="added"))
    assert response.headers["location"].endswith(f"#claim-{held.id}")
    claim = held.claim
    assert (claim.measure, claim.place) == ("people.wounded", "Olmar")
    assert claim.located is not None
    assert claim.evidence_of(ClaimField.CLAIMANT).spans[0].text == "Tarn Ministry"
    assert claim.evidence_of(ClaimField.PLACE).spans[0].text == "Olmar"
    assert claim.speaker.name == "Tarn Ministry"
    (ruling,) = pages.workspace.ledger.rulings(held.id)
    assert (ruling.reviewer, ruling.reason) == ("Ada", "was missed")
    assert pages.workspace.verify().faults == ()


def test_what_was_added_is_in_lists_and_gold_and_taken_back(pages, path, text):
    page = pages.get(f"{path}/words?{query(text, 'over 1,100')}")
    save(pages, path, page, measure="people.wounded")
    (held,) = pages.workspace.claims(Filters(measure="people.wounded"))
    (report,) = pages.client.get("/review/corrections.json").json()
    (gold,) = report["claims"]
    span = held.claim.quantity.span
    assert gold["quantity"]["span"] == [span.start, span.end]
    assert gold["evidence"]["event"] is not None
    shown = pages.get(path)
    assert "added by a person" in shown.text
    pages.client.cookies.set("reviewer", "Ada")
    section = pages.get(path).one("section", "added")
    pages.post(f"{path}/words", act="undo", reviewer="Ada", subject=held.id)
    assert section.one("button").text == "Undo"
    assert not list(pages.workspace.claims(Filters(measure="people.wounded")))
    assert pages.workspace.verify().faults == ()


def test_an_added_claim_outlives_a_new_reading_and_takes_rulings(pages, path, text):
    page = pages.get(f"{path}/words?{query(text, 'over 1,100')}")
    save(pages, path, page, measure="people.wounded")
    (held,) = pages.workspace.claims(Filters(status="added"))
    pages.workspace.unmasked.rebuild()
    ledger = pages.workspace.ledger
    pages.workspace.rule(held, Decision.CONFIRM, by="ben", reason="")
    assert ledger.claim(held.id).status is Status.CONFIRMED
    pages.workspace.rule(held, Decision.REJECT, by="ben", reason="no")
    assert ledger.claim(held.id).status is Status.DISPUTED


def test_the_same_claim_is_not_added_twice(pages, path, text):
    (known,) = pages.workspace.claims(Filters(speaker="Tarn Ministry"))
    span = known.claim.quantity.span
    page = pages.get(f"{path}/words?start={span.start}&end={span.end}")
    response = save(pages, path, page, measure=known.claim.measure)
    assert response.status_code == 400
    assert "already" in response.text


def test_a_reading_is_corrected_with_the_words_that_carry_it(pages, path, text):
    (held,) = pages.workspace.claims(Filters(speaker="Tarn Ministry"))
    page = pages.get(f"{path}/words?claim={held.id}")
    response = save(pages, path, page, actor="Vessia")
    assert response.status_code == 303
    edited = pages.workspace.ledger.claim(held.id)
    assert (edited.status, edited.claim.actor) == (Status.EDITED, "Vessia")
    assert edited.claim.evidence_of(ClaimField.ACTOR).spans[0].text == "Vessia"


def test_an_attribution_is_added_and_taken_back(pages, path, text):
    start = text.index("24 settlements")
    content = f"{start}-{start + len('24 settlements were lost')}"
    who = text.index("Tarn Ministry")
    asked = query(text, "24 settlements were lost", **{"as": "attribution"})
    page = pages.get(f"{path}/words?{asked}")
    assert form_of(page)["words-content"] == content
    source = {"words-source": f"{who}-{who + 13}"}
    response = save(pages, path, page, name="Tarn Ministry", **source)
    key = response.headers["location"].partition("#said-")[2]
    document = pages.documents["first"]
    said = {h.attribution.id: h for h in pages.workspace.ledger.attributions(document)}
    assert said[key].attribution.name == "Tarn Ministry"
    assert "attribution" in pages.get(path).one("section", "added").text
    (report,) = pages.client.get("/review/corrections.json").json()
    wanted = [int(end) for end in content.split("-")]
    assert report["attributions"][0]["content"] == [wanted]
    pages.post(f"{path}/words", act="undo", reviewer="Ada", subject=key)
    assert not pages.get(path).all("section", "added")


def test_no_claim_here_rejects_what_was_read_there(pages, path, text):
    asked = query(text, "24 settlements were lost", **{"as": "nothing"})
    page = pages.get(f"{path}/words?{asked}")
    assert save(pages, path, page, reason="").status_code == 400
    assert save(pages, path, page, reason="a table").status_code == 303
    (held,) = pages.workspace.claims(Filters(status="rejected"))
    assert held.claim.quantity.span.text == "24 settlements"
    (report,) = pages.client.get("/review/corrections.json").json()
    wanted = ends(text, "24 settlements were lost")
    assert report["no_claims"] == [[int(end) for end in wanted.values()]]


@pytest.mark.parametrize(
    "asked", ["start=5&end=5", "start=9&end=999999", "start=x&end=4", "start=-1&end=3"]
)
def test_words_that_are_none_are_refused(pages, path, asked):
    pages.get(f"{path}/words?{asked}", status=400)


def test_who_did_not_add_it_cannot_take_it_back(pages, path, text):
    page = pages.get(f"{path}/words?{query(text, 'over 1,100')}")
    save(pages, path, page, measure="people.wounded")
    (held,) = pages.workspace.claims(Filters(status="added"))
    response = pages.post(f"{path}/words", act="undo", reviewer="Eve", subject=held.id)
    assert response.status_code == 404
    assert pages.workspace.ledger.claim(held.id)


def test_a_withheld_name_is_not_given_away(pages):
    document = pages.documents["second"]
    text = pages.workspace.ledger.text(document)
    asked = query(text, "12 soldiers")
    for suffix in ("", ".json"):
        response = pages.client.get(f"/documents/{document}/words{suffix}?{asked}")
        assert "Kell" not in response.text
    page = pages.get(f"/documents/{document}/words?{asked}")
    save(pages, f"/documents/{document}", page, measure="people.wounded")
    for ruling in pages.workspace.ledger.rulings_on(document):
        assert "Kell" not in str(ruling.changes)
    (held,) = pages.workspace.unmasked.claims(Filters(status="added"))
    assert "Kell" in held.claim.sentence.text
