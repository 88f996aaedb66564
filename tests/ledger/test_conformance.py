"""What every ledger must do, run on every backend."""

import itertools
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from conformance import KINDS, STAMP, TEXTS, add_document, dump, make_finding, opine
from hypothesis import given, settings
from hypothesis import strategies as st

import standin
from sayso.errors import EntryMissing, LedgerError
from sayso.ledger import (
    BACKENDS,
    Filters,
    FindingFilters,
    FindingOrder,
    Order,
    Page,
    Stamp,
    Status,
    open_ledger,
    record_correction,
    record_document,
    record_finding,
    record_reading,
    record_ruling,
    record_tombstone,
    record_withdrawal,
)
from sayso.ledger.findings import sort_by_urgency
from sayso.model import (
    GENESIS,
    ClaimId,
    Decision,
    Document,
    DocumentId,
    EntryKind,
    Level,
    Outcome,
)


def values(claims):
    return [int(held.claim.quantity.low) for held in claims]


def test_every_backend_is_under_test(kinds):
    assert set(kinds) == set(BACKENDS)


def test_an_empty_ledger_answers_everything(ledger):
    assert list(ledger.entries()) == []
    assert list(ledger.claims()) == []
    assert ledger.count_claims() == 0
    assert ledger.speakers() == ledger.places() == ledger.coverage() == ()
    assert ledger.verify().head == GENESIS
    assert ledger.newest() == 0
    assert ledger.verify().faults == ()
    ledger.rebuild()


def test_entries_come_back_in_order_and_chained(filled):
    ledger, documents = filled
    entries = list(ledger.entries())
    assert [e.sequence for e in entries] == list(range(1, 7))
    assert entries[0].previous == GENESIS
    assert all(b.previous == a.hash for a, b in itertools.pairwise(entries))
    kinds = [e.kind for e in ledger.entries(kind=EntryKind.READING)]
    assert kinds == [EntryKind.READING] * 3
    own = list(ledger.entries(subject=documents["second"].id))
    assert [e.sequence for e in own] == [3, 4]
    assert [e.sequence for e in ledger.entries(after=4)] == [5, 6]
    assert ledger.newest() == 6


def test_a_document_and_its_reading_come_back_as_they_were(filled):
    ledger, documents = filled
    for document in documents.values():
        assert ledger.text(document.id) == document.text
        assert ledger.reading(document.id) == standin.read_document(document)


def test_the_same_reading_again_adds_nothing(filled):
    ledger, documents = filled
    document = documents["first"]
    again = [
        record_document(document, Stamp("2031-01-01T00:00:00Z", "someone")),
        record_reading(standin.read_document(document), STAMP),
    ]
    assert ledger.append(again) == ()
    assert len(list(ledger.entries())) == 6


def test_a_better_reading_supersedes_and_the_old_entry_stays(filled):
    ledger, documents = filled
    better = standin.read_document_better(documents["first"])
    (entry,) = ledger.append([record_reading(better, STAMP)])
    assert entry.kind is EntryKind.READING
    held = ledger.document(documents["first"].id)
    assert held.reader == "standin 2"
    found = ledger.claims(Filters(document=documents["first"].id))
    assert {h.claim.measure for h in found} == {"people.captured"}
    assert ledger.count_claims() == 4
    assert len(list(ledger.entries(subject=documents["first"].id))) == 3


def test_counts_of_a_document_are_kept(filled):
    ledger, documents = filled
    held = ledger.document(documents["first"].id)
    assert (held.claims, held.attributions, held.gaps) == (2, 2, 0)
    assert held.length == len(TEXTS["first"])


FILTERS = {
    "all": (Filters(), [5, 12, 40, 3]),
    "measure": (Filters(measure="people.killed"), [40]),
    "family": (Filters(measure="people"), [5, 40, 3]),
    "no measure": (Filters(measure="peo"), []),
    "speaker": (Filters(speaker="orlan"), [12, 40]),
    "no speaker": (Filters(speaker="nobody known"), []),
    "unattributed": (Filters(unattributed=True), [3]),
    "unattributed and speaker": (Filters(unattributed=True, speaker="orlan"), []),
    "party": (Filters(party="vessia"), [5, 12]),
    "affected party": (Filters(party="Tarn"), [40, 3]),
    "place": (Filters(place="olmar"), [40]),
    "place id": (Filters(place="x:2"), [5]),
    "outlet": (Filters(outlet="post"), [40, 3]),
    "language": (Filters(language="uk"), [5, 12]),
    "language in two letters": (Filters(language="en"), [40, 3]),
    "no language": (Filters(language="ru"), []),
    "language and party": (Filters(language="en", party="Vessia"), []),
    "status": (Filters(status="unreviewed"), [5, 12, 40, 3]),
    "since": (Filters(since=date(2030, 5, 3)), [5, 12]),
    "until": (Filters(until=date(2030, 5, 2)), [40, 3]),
    "day": (Filters(since=date(2030, 6, 1), until=date(2030, 6, 1)), [5, 12]),
    "text": (Filters(text="soldiers TARN"), [40]),
    "text in speaker": (Filters(text="orlan"), [12, 40]),
    "phrase": (Filters(text='"of tarn"'), [40, 3]),
    "no phrase": (Filters(text='"tarn of"'), []),
    "text and party": (Filters(text="captured", party="Vessia"), [5]),
    "party and measure": (Filters(party="Vessia", measure="people"), [5]),
    "affected party and measure": (Filters(party="tarn", measure="people"), [40, 3]),
    "party and days": (Filters(party="Vessia", since=date(2030, 5, 3)), [5, 12]),
    "party, measure and days": (
        Filters(party="Tarn", measure="people", until=date(2030, 5, 2)),
        [40, 3],
    ),
    "party and place": (Filters(party="Tarn", place="olmar"), [40]),
    "two facets": (Filters(measure="people", outlet="Post"), [40, 3]),
    "rule": (Filters(rule="none"), []),
    "odd text": (Filters(text='"unbalanced \0 AND ( *'), []),
    "no words": (Filters(text='"" \0 --'), []),
}


@pytest.mark.parametrize(("filters", "expected"), FILTERS.values(), ids=FILTERS)
def test_claims_are_found_and_counted(filled, filters, expected):
    ledger, _ = filled
    assert values(ledger.claims(filters)) == expected
    assert ledger.count_claims(filters) == len(expected)
    assert values(ledger.claims(filters, page=Page(1, 1))) == expected[1:2]


@pytest.mark.parametrize(("filters", "expected"), FILTERS.values(), ids=FILTERS)
def test_facets_count_what_the_filters_find(filled, filters, expected):
    ledger, _ = filled
    facets = ledger.facets(filters)
    assert facets.is_exact
    assert sum(c.count for c in facets.counts["measure"]) == len(expected)
    assert sum(c.count for c in facets.counts["status"]) == len(expected)


def test_facets_have_labels_and_order(filled):
    ledger, _ = filled
    counts = ledger.facets().counts
    assert [(c.label, c.count) for c in counts["speaker"]] == [
        ("General Orlan", 2),
        ("Unattributed", 1),
        ("Yuri Bel", 1),
    ]
    assert [(c.value, c.label) for c in counts["place"]] == [
        ("x:2", "Bren"),
        ("x:1", "Olmar"),
    ]
    assert [(c.value, c.count) for c in counts["party"]] == [("Tarn", 2), ("Vessia", 2)]
    assert [(c.value, c.count) for c in counts["language"]] == [("en", 2), ("uk", 2)]


ORDERS = {
    Order.NEWEST: [5, 12, 40, 3],
    Order.TEXT: [40, 3, 5, 12],
    Order.PUBLISHED: [5, 12, 40, 3],
    Order.UNSURE: [5, 40, 12, 3],
}


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("filters", [Filters(), Filters(text="a OR said of tarn")])
def test_claims_come_in_the_order_asked_for(filled, order, filters):
    ledger, _ = filled
    found = values(ledger.claims(filters, order))
    assert found == [v for v in ORDERS[order] if v in found]


def test_attributions_without_figures_are_listed_too(filled):
    ledger, documents = filled
    held = ledger.attributions(documents["first"].id)
    assert [(h.attribution.name, h.figures) for h in held] == [
        ("General Orlan", 1),
        ("Minister Vask", 0),
    ]


def test_speakers_and_places_are_counted(filled):
    ledger, _ = filled
    held = [(h.speaker.name, h.claims, h.attributions) for h in ledger.speakers()]
    assert held == [
        ("General Orlan", 2, 2),
        ("Yuri Bel", 1, 1),
        ("Minister Vask", 0, 1),
    ]
    assert ledger.speakers()[1].speaker.private
    private = ledger.speakers()[1].speaker
    assert ledger.private_speakers() == {private.id: private.name}
    for found in ledger.speakers():
        assert ledger.speaker(found.speaker.id) == found
    with pytest.raises(EntryMissing):
        ledger.speaker("nobody")
    assert [(p.name, n) for p, n in ledger.places()] == [("Bren", 1), ("Olmar", 1)]


def test_documents_are_found_by_id_prefix_and_name(filled):
    ledger, documents = filled
    first = documents["first"]
    for wanted in (first.id, first.id[:8], "dir/first.txt", "first.txt"):
        assert [h.id for h in ledger.find_documents(wanted)] == [first.id]
    assert ledger.find_documents("first") == ()
    assert ledger.find_documents(first.id[:3]) == ()
    assert [h.facts.name for h in ledger.documents(Page(2))] == [
        "dir/third.txt",
        "dir/second.txt",
    ]


def test_documents_are_searched_by_words_of_title_and_text(filled):
    ledger, documents = filled
    found = [h.id for h in ledger.search_documents("orlan")]
    assert found == [documents["second"].id, documents["first"].id]
    assert [h.id for h in ledger.search_documents("olmar failed")] == [
        documents["first"].id
    ]
    assert ledger.search_documents('"\0') == ()


def test_search_knows_no_case_and_no_accents(ledger):
    document = add_document(ledger, "Генерал сказал. Brën was Ünder fire, 3 killed.")
    for words in ("ГЕНЕРАЛ", "bren", "BRËN under"):
        assert [h.id for h in ledger.search_documents(words)] == [document.id]
    assert ledger.count_claims(Filters(text="under FIRE")) == 1


def test_claims_are_found_by_the_beginning_of_their_id(filled):
    ledger, _ = filled
    for held in ledger.claims():
        assert ledger.claim(held.id) == held
        assert held in ledger.find_claims(held.id[:6])
    with pytest.raises(EntryMissing):
        ledger.claim("0" * 20)


ODD = st.text(
    st.characters() | st.sampled_from("\"'*()^:-+\0%_;=<>{}\\\ud800"), max_size=8
)


@pytest.fixture(scope="module", params=KINDS)
def small_ledger(request, tmp_path_factory):
    """One ledger for all examples: they only look."""
    ledger = open_ledger(KINDS[request.param](tmp_path_factory.mktemp("small")))
    add_document(ledger, TEXTS["first"], outlet="Post")
    yield ledger
    ledger.close()


MARKED = {
    "Ukrainian": ("Зайцев їздив до Києва, ёлка", ["зайцев", "їздив", "Києва", "ёлка"]),
    "Greek": ("Ο υπουργός είπε", ["υπουργός", "ΥΠΟΥΡΓΟΣ", "είπε"]),
    "Arabic": ("قال الوزيرُ أمس", ["الوزير", "أمس", "امس"]),
    "Polish": ("Łódź, Zażółć", ["Zażółć", "ŁÓDŹ"]),
    "a ligature": ("ofﬁcers were killed", ["officers"]),
    "a soft hyphen": ("offi\xadcers were killed", ["officers"]),
}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("text", "words"), MARKED.values(), ids=MARKED)
def test_letters_with_marks_are_found_in_any_form(ledger, text, words, form):
    document = Document(text=unicodedata.normalize(form, text))
    ledger.append([record_document(document, Stamp("t", "a"))])
    for word in words:
        for asked in ("NFC", "NFD"):
            found = ledger.search_documents(unicodedata.normalize(asked, word))
            assert [held.id for held in found] == [document.id], word


@given(odd=ODD)
@settings(max_examples=60, deadline=None)
def test_no_words_of_a_user_are_an_error(small_ledger, odd):
    ledger = small_ledger
    for filters in (
        Filters(text=odd),
        Filters(speaker=odd, place=odd),
        Filters(party=odd, text=odd),
        Filters(measure=odd, outlet=odd, status=odd),
        Filters(document=odd, rule=odd),
    ):
        found = list(ledger.claims(filters))
        assert ledger.count_claims(filters) == len(found)
        assert ledger.facets(filters).is_exact
    ledger.search_documents(odd)
    ledger.find_documents(odd)
    ledger.find_claims(odd)
    assert ledger.rulings(odd) == ledger.findings(rule=odd) == ()


def test_names_and_reasons_with_lone_surrogates_are_kept_as_replaced(filled):
    ledger, documents = filled
    (held,) = ledger.claims(Filters(measure="people.killed"))
    opinion = replace(opine(held, Decision.CONFIRM), reason="as\ud800 printed")
    ledger.append([record_ruling(opinion, Stamp("t", "ann\udfff"))])
    assert ledger.rulings(held.id)[0].reason == "as\ufffd printed"
    assert ledger.rulings(held.id)[0].reviewer == "ann\ufffd"
    ledger.append([record_tombstone(documents["third"].id, "a\ud800", STAMP)])
    assert ledger.verify().faults == ()


@pytest.mark.parametrize("wanted", ["text", "document", "reading"])
def test_what_is_not_held_is_named(ledger, wanted):
    with pytest.raises(EntryMissing, match="abcdef"):
        getattr(ledger, wanted)("abcdef")


def test_rulings_set_the_status_and_undo_takes_them_back(filled):
    ledger, _ = filled
    (held,) = ledger.claims(Filters(measure="people.killed"))

    def rule(decision, by="ann", **words):
        ledger.append([record_ruling(opine(held, decision, **words), Stamp("t", by))])
        return ledger.claim(held.id).status

    assert rule(Decision.CONFIRM) is Status.CONFIRMED
    assert rule(Decision.REJECT, by="bob") is Status.DISPUTED
    assert rule(Decision.UNDO, by="bob") is Status.CONFIRMED
    assert rule(Decision.UNSURE, by="bob") is Status.CONFIRMED
    assert rule(Decision.UNDO) is Status.UNSURE
    assert rule(Decision.UNMASK) is Status.UNSURE
    assert ledger.count_claims(Filters(status="unsure")) == 1
    assert ledger.count_claims(Filters(status="unreviewed")) == 3
    assert len(ledger.rulings(held.id)) == 6


def test_an_edit_changes_the_claim_and_keeps_its_id(filled):
    ledger, _ = filled
    (held,) = ledger.claims(Filters(measure="people.killed"))
    changes = {"measure": "people.wounded", "affected": None, "actor": "Vessia"}
    edit = opine(held, Decision.EDIT, changes=changes)
    ledger.append([record_ruling(edit, STAMP)])
    edited = ledger.claim(held.id)
    assert edited.status is Status.EDITED
    assert edited.claim.measure == "people.wounded"
    assert (edited.claim.actor, edited.claim.affected) == ("Vessia", None)
    assert ledger.count_claims(Filters(measure="people.killed")) == 0
    assert ledger.count_claims(Filters(party="Vessia", measure="people")) == 2


def test_a_ruling_stays_with_its_claim_over_a_new_reading(filled):
    ledger, documents = filled
    (held,) = ledger.claims(Filters(unattributed=True))
    ledger.append([record_ruling(opine(held, Decision.CONFIRM), STAMP)])
    better = standin.read_document_better(documents["first"])
    ledger.append([record_reading(better, STAMP)])
    assert ledger.claim(held.id).status is Status.CONFIRMED


def test_a_correction_moves_document_and_claims(filled):
    ledger, documents = filled
    first = documents["first"].id
    change = {"published": date(2031, 1, 1), "outlet": "Gazette"}
    ledger.append([record_correction(first, change, STAMP)])
    facts = ledger.document(first).facts
    assert (facts.published, facts.outlet) == (date(2031, 1, 1), "Gazette")
    assert facts.title == "Olmar"
    assert values(ledger.claims(Filters(outlet="Gazette"))) == [40, 3]
    assert ledger.count_claims(Filters(outlet="Post")) == 0
    ledger.append([record_correction(first, {"published": None}, STAMP)])
    assert ledger.document(first).facts.published is None


def test_a_corrected_title_is_searched_instead_of_the_old_one(filled):
    ledger, documents = filled
    first = documents["first"].id
    ledger.append([record_correction(first, {"title": "Winter"}, STAMP)])
    assert [held.id for held in ledger.search_documents("winter")] == [first]
    ledger.append([record_tombstone(first, "asked for", STAMP)])
    assert ledger.search_documents("winter") == ()


def test_a_correction_of_no_known_field_is_refused():
    with pytest.raises(ValueError, match="no field of a capture: colour"):
        record_correction("a", {"colour": "red"}, STAMP)


def test_findings_stand_until_withdrawn_and_can_come_back(filled):
    ledger, _ = filled
    finding = make_finding(ledger)
    ledger.append([record_finding(finding, STAMP)])
    assert ledger.append([record_finding(finding, STAMP)]) == ()
    (held,) = ledger.findings()
    assert held.finding == finding
    assert ledger.findings(rule="other") == ()
    assert ledger.count_claims(Filters(rule=finding.rule)) == 2
    ledger.append([record_withdrawal(finding.fingerprint, "a new reading", STAMP)])
    assert ledger.findings()[0].withdrawn == "a new reading"
    assert ledger.count_claims(Filters(rule=finding.rule)) == 0
    ledger.append([record_finding(finding, STAMP)])
    assert ledger.findings()[0].withdrawn is None


def test_a_ruling_on_a_finding_sets_its_status(filled):
    ledger, _ = filled
    finding = make_finding(ledger)
    ledger.append([record_finding(finding, STAMP)])
    opinion = opine(finding, Decision.DISMISS)
    ledger.append([record_ruling(opinion, STAMP)])
    assert ledger.findings()[0].status is Status.DISMISSED


def test_a_tombstone_erases_words_and_keeps_hashes(filled):
    ledger, documents = filled
    first = documents["first"]
    (held,) = ledger.claims(Filters(measure="people.killed"))
    finding = make_finding(ledger)
    ledger.append(
        [
            record_finding(finding, STAMP),
            record_ruling(opine(held, Decision.CONFIRM), STAMP),
        ]
    )
    ledger.append([record_tombstone(first.id, "a court order", STAMP)])
    with pytest.raises(EntryMissing):
        ledger.text(first.id)
    erased = ledger.document(first.id)
    assert erased.erased == "a court order"
    assert erased.facts.title is None
    assert values(ledger.claims()) == [5, 12]
    assert ledger.findings() == ()
    assert ledger.rulings(held.id) == ()
    assert ledger.search_documents("soldiers") == ()
    assert ledger.attributions(first.id) == ()
    assert "Minister Vask" not in {h.speaker.name for h in ledger.speakers()}
    found = ledger.verify()
    assert (found.faults, found.erased) == ((), 1)


def test_nothing_is_added_to_an_erased_document(filled):
    ledger, documents = filled
    first = documents["first"]
    ledger.append([record_tombstone(first.id, "asked by the family", STAMP)])
    before = dump(ledger)
    assert ledger.append([record_tombstone(first.id, "again", STAMP)]) == ()
    with pytest.raises(LedgerError, match="asked by the family"):
        ledger.append([record_reading(standin.read_document(first), STAMP)])
    assert dump(ledger) == before


def test_an_addition_that_fails_takes_the_whole_batch_back(filled):
    ledger, _ = filled
    before = dump(ledger)
    stranger = standin.make_document("A stranger said 7 men were killed.")
    newcomer = standin.make_document("A newcomer said 8 men were killed.")
    with pytest.raises(LedgerError, match="is not in the ledger"):
        ledger.append(
            [
                record_document(newcomer, STAMP),
                record_reading(standin.read_document(stranger), STAMP),
            ]
        )
    assert dump(ledger) == before


def test_coverage_counts_by_outlet_and_day(filled):
    ledger, _ = filled
    rows = [(r.outlet, r.published, r.documents, r.claims) for r in ledger.coverage()]
    assert rows == [
        ("Herald", date(2030, 6, 1), 1, 2),
        ("Post", date(2030, 5, 2), 1, 2),
        (None, None, 1, 0),
    ]


def test_sums_say_how_much_is_held(filled):
    ledger, _ = filled
    held = ledger.sums()
    assert (held.documents, held.outlets) == (3, 2)
    assert (held.first, held.last) == (date(2030, 5, 2), date(2030, 6, 1))


def test_findings_come_by_the_page_and_are_counted_while_they_stand(filled):
    ledger, _ = filled
    finding = make_finding(ledger)
    other = replace(finding, rule="another")
    ledger.append([record_finding(f, STAMP) for f in (finding, other)])
    (newest,) = ledger.findings(page=Page(1))
    assert newest.finding == other
    assert ledger.sums().findings == 2
    ledger.append([record_withdrawal(other.fingerprint, "a new reading", STAMP)])
    (standing,) = ledger.findings(is_standing=True)
    assert standing.finding == finding
    assert ledger.sums().findings == 1


def make_findings(ledger):
    """One finding a pair of level and outcome, by two checks that both kinds have."""
    base = make_finding(ledger)
    first, *_ = base.inputs
    made = [
        replace(base, level=level, outcome=outcome, rule=rule)
        for level in Level
        for outcome in Outcome
        for rule in ("unknown", "rates", "parts")
    ]
    made.append(replace(made[0], inputs=(first,)))
    return [*made, replace(made[0], inputs=base.inputs[::-1], version=2)]


ORDER = FindingOrder(list(Level), list(Outcome)[1:], ("parts", "rates"))
WANTED = (
    FindingFilters(),
    FindingFilters(is_standing=True),
    FindingFilters(rule="rates", level="look"),
    FindingFilters(outcome="revised", status="dismissed"),
    FindingFilters(outcome="\x00odd"),
    FindingFilters(document=DocumentId("none")),
)


@pytest.mark.parametrize("wanted", WANTED)
def test_findings_come_in_the_order_in_which_to_look_at_them(filled, wanted):
    ledger, _ = filled
    found = make_findings(ledger)
    ledger.append([record_finding(f, STAMP) for f in found])
    ledger.append([record_withdrawal(found[3].fingerprint, "a new reading", STAMP)])
    opinion = opine(found[5], Decision.DISMISS)
    ledger.append([record_ruling(opinion, STAMP)])
    held = [one for one in ledger.findings() if wanted.fits(one)]
    listed = ledger.urgent_findings(ORDER, wanted)
    assert list(listed) == sort_by_urgency(held, ORDER)
    assert ledger.urgent_findings(ORDER, wanted, Page(4, 2)) == listed[2:6]
    counted = ledger.count_findings(wanted)
    assert sum(one.count for one in counted) == len(held)
    assert counted == tuple(sorted(counted))


def test_findings_are_found_by_what_they_are_made_from(filled):
    ledger, _ = filled
    finding = make_finding(ledger)
    ledger.append([record_finding(finding, STAMP)])
    (held,) = ledger.findings()
    given = finding.inputs[0]
    for wanted in (
        FindingFilters(document=given.document),
        FindingFilters(claim=given.claim),
    ):
        assert ledger.urgent_findings(ORDER, wanted) == (held,)
        assert len(ledger.count_findings(wanted)) == 1
    assert ledger.urgent_findings(ORDER, FindingFilters(claim=ClaimId("0"))) == ()
    assert ledger.finding(finding.fingerprint) == held
    unclaimed = replace(finding, inputs=(replace(given, claim=None),), version=2)
    ledger.append([record_finding(unclaimed, STAMP)])
    used = [one.claim for one in finding.inputs]
    assert list(ledger.claims_in_findings(2)) == used
    assert list(ledger.claims_in_findings(1)) == []
    ledger.append([record_withdrawal(unclaimed.fingerprint, "a new reading", STAMP)])
    assert list(ledger.claims_in_findings(1)) == used
    with pytest.raises(EntryMissing, match="no finding"):
        ledger.finding("\x00\ud800")


@pytest.mark.parametrize("order", Order)
def test_ids_and_statuses_are_those_of_the_claims(filled, order):
    ledger, _ = filled
    for filters in (Filters(), Filters(outlet="Post"), Filters(text="tarn")):
        whole = list(ledger.claims(filters, order))
        ids = ledger.claim_ids(filters, order)
        assert list(ids) == [held.id for held in whole]
        assert ledger.claim_ids(filters, order, Page(1, 1)) == ids[1:2]
        asked = (*ids, ClaimId("none"))
        assert ledger.statuses_of(asked) == {held.id: held.status for held in whole}


@pytest.mark.parametrize("most", [1, 2, 50])
def test_facets_may_be_asked_for_the_most_frequent_only(filled, most):
    ledger, _ = filled
    whole, some = ledger.facets(), ledger.facets(most=most)
    for facet, counts in whole.counts.items():
        assert some.counts[facet] == counts[:most]
        assert some.values[facet] == whole.values[facet] == len(counts)


def test_an_id_means_that_speaker_or_place_alone(filled):
    ledger, _ = filled
    for facet in ("speaker", "place"):
        for count in ledger.facets().counts[facet]:
            asked = Filters(**{facet: count.value})
            assert ledger.count_claims(asked) == count.count


def test_sums_of_nothing(ledger):
    assert ledger.sums().documents == ledger.sums().outlets == 0
    assert ledger.sums().first is None


def test_coverage_of_some_outlets(filled):
    ledger, _ = filled
    rows = [row for row in ledger.coverage() if row.outlet == "Post"]
    assert list(ledger.coverage(["Post", "nobody"])) == rows
    assert ledger.coverage([]) == ()


@pytest.mark.parametrize("order", [Order.PUBLISHED, Order.UNSURE])
@pytest.mark.parametrize(
    "filters",
    [Filters(), Filters(party="Vessia"), Filters(status="unreviewed", party="Vessia")],
    ids=str,
)
def test_a_page_of_an_order_begins_the_whole_order(filled, order, filters):
    ledger, _ = filled
    whole = list(ledger.claims(filters, order))
    assert whole[:1] == list(ledger.claims(filters, order, Page(1)))
    assert whole[1:2] == list(ledger.claims(filters, order, Page(1, 1)))


def test_rebuilding_gives_the_same_state(filled):
    ledger, documents = filled
    (held,) = ledger.claims(Filters(measure="people.killed"))
    ledger.append([record_finding(make_finding(ledger), STAMP)])
    ledger.append([record_ruling(opine(held, Decision.REJECT), STAMP)])
    better = standin.read_document_better(documents["second"])
    ledger.append([record_reading(better, STAMP)])
    ledger.append([record_tombstone(documents["third"].id, "x", STAMP)])
    ledger.append([record_correction(documents["first"].id, {"outlet": "X"}, STAMP)])
    before = dump(ledger)
    ledger.rebuild()
    assert dump(ledger) == before


@pytest.mark.parametrize("decision", [Decision.ADD, Decision.ATTRIBUTE])
def test_a_ruling_that_adds_nothing_is_refused(filled, decision):
    ledger, _ = filled
    held = next(iter(ledger.claims()))
    with pytest.raises(LedgerError, match="holds all of what it adds"):
        record_ruling(opine(held, decision), STAMP)


def test_several_documents_are_given_at_once(filled):
    ledger, documents = filled
    first, third = documents["first"].id, documents["third"].id
    found = ledger.documents_of([third, "0" * 64, first, third])
    assert found == {key: ledger.document(key) for key in (first, third)}
    assert ledger.documents_of([]) == {}


def test_what_is_kept_beside_documents_is_given_by_them(filled):
    ledger, documents = filled
    first, third = documents["first"].id, documents["third"].id
    rows = [(first, "x", b"1"), (first, "y", b"2"), (third, "x", b"3")]
    ledger.keep("sort", rows)
    ledger.keep("other", [(third, "x", b"4")])
    ledger.keep("sort", [(first, "x", b"5")])  # the first stays
    assert sorted(ledger.kept_of("sort", [first, "0" * 64])) == rows[:2]
    assert list(ledger.kept_of("sort", [])) == []
    assert sorted(ledger.kept("sort")) == sorted(rows)


def test_nothing_is_kept_beside_an_erased_document(filled):
    ledger, documents = filled
    first, third = documents["first"].id, documents["third"].id
    ledger.keep("sort", [(first, "x", b"1"), (third, first, b"2")])
    ledger.append([record_tombstone(first, "asked by the family", STAMP)])
    ledger.keep("sort", [(first, "x", b"3"), (third, "y", b"4")])
    assert list(ledger.kept("sort")) == [(third, "y", b"4")]


def test_several_claims_are_given_at_once(filled):
    ledger, _ = filled
    every = {held.id: held for held in ledger.claims()}
    assert ledger.claims_of([*every, "0" * 20, *every]) == every
    assert ledger.claims_of([]) == {}
