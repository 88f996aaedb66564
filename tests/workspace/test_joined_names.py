"""Names that people join, split and change: entries, followed by all that is counted.

All lands, bodies and persons are invented.
"""

from datetime import date

import pytest

import standin
from sayso.errors import EntryMissing, InputError, UnknownName
from sayso.ledger import Filters, NameKind, Order
from sayso.model import Decision, Document
from sayso.workspace import Settings, Workspace
from sayso.workspace.asking import resolve_filters
from sayso.workspace.naming import (
    call_name,
    join_names,
    likely_same,
    part_claims,
    split_name,
    state_of,
    undo_name,
)
from sayso.workspace.ruled import Ruled

SPEAKER, PARTY, PLACE = NameKind.SPEAKER, NameKind.PARTY, NameKind.PLACE
RULED = Ruled("ann", "one body")
TEXTS = {
    "one": "Vessia Army Staff said over 1,100 soldiers of Tarn were killed in Olmar.",
    "two": "Army Staff said over 1,100 soldiers of Tarn were killed in Olmar. "
    "Army Staff said 40 soldiers were killed in Bren.",
    "three": "Prisoner Ana Kell said 12 soldiers were captured in Bren.",
}


@pytest.fixture(params=["memory:", "sqlite"])
def workspace(request, tmp_path):
    address = str(tmp_path / "names.db") if request.param == "sqlite" else "memory:"
    settings = Settings(reader=standin.OWN)
    with Workspace(address, settings=settings) as opened:
        for day, (name, text) in enumerate(TEXTS.items(), 1):
            document = Document(
                text, name=name, outlet=f"Post {day}", published=date(2030, 5, day)
            )
            list(opened.read([document]))
        yield opened


def speakers(workspace):
    return {held.speaker.name: held.claims for held in workspace.speakers()}


def counted(workspace, facet):
    found = workspace.ledger.facets().counts[facet]
    return {count.label: count.count for count in found}


def test_what_is_joined_is_counted_found_and_shown_as_one(workspace):
    join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], RULED)
    assert speakers(workspace)["Vessia Army Staff"] == 3
    assert counted(workspace, "speaker")["Vessia Army Staff"] == 3
    assert "Army Staff" not in counted(workspace, "speaker")
    asked = resolve_filters(workspace.ledger, Filters(speaker="the army staff"))
    assert workspace.ledger.count_claims(asked) == 3
    assert workspace.verify().faults == ()


def test_a_joined_speaker_is_found_by_a_part_of_its_name(workspace):
    join_names(workspace, (SPEAKER, "Army Staff"), ["Vessia Army Staff"], RULED)
    asked = resolve_filters(workspace.ledger, Filters(speaker="vessia army"))
    assert {h.claim.speaker.name for h in workspace.claims(asked)} == {"Army Staff"}


def test_a_speaker_is_found_by_the_beginning_of_its_id(workspace):
    """That of a withheld name stands beside the words that it is withheld."""
    (private,) = [h.speaker for h in workspace.speakers() if h.speaker.private]
    asked = resolve_filters(workspace.ledger, Filters(speaker=private.id[:4]))
    assert {h.claim.speaker.id for h in workspace.claims(asked)} == {private.id}


def test_the_words_of_the_text_stay(workspace):
    before = {held.id: held.claim.claimant for held in workspace.claims()}
    join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], RULED)
    assert {held.id: held.claim.claimant for held in workspace.claims()} == before


def test_series_and_origins_follow_a_join(workspace):
    context = workspace.corpus().context
    assert {series.line.voice for series in context.series} >= {"Army Staff"}
    join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], RULED)
    context = workspace.corpus().context
    assert "Army Staff" not in {series.line.voice for series in context.series}
    assert "Army Staff" not in {origin.speaker for origin in context.origins}
    said = [a for r in context.readings.values() for a in r.attributions if a.speaker]
    assert "Army Staff" not in {one.speaker.name for one in said}


def test_a_document_that_comes_later_follows_the_join(workspace):
    join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], RULED)
    late = Document("Army Staff said 7 soldiers were killed in Olmar.", name="late")
    list(workspace.read([late]))
    assert speakers(workspace)["Vessia Army Staff"] == 4


def test_a_join_is_split_again_and_taken_back(workspace):
    before = speakers(workspace)
    join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], RULED)
    split_name(workspace, (SPEAKER, "Army Staff"), Ruled("bob", "two bodies"))
    assert speakers(workspace) == before
    (split,) = [
        r for r in workspace.ledger.naming().rulings if r.decision is Decision.SPLIT
    ]
    undo_name(workspace, split.sequence, by="bob")
    assert speakers(workspace)["Vessia Army Staff"] == 3
    with pytest.raises(EntryMissing):
        undo_name(workspace, split.sequence, by="bob")
    assert workspace.verify().faults == ()


def test_what_is_joined_again_after_it_was_taken_back_keeps_its_name(workspace):
    staff = (SPEAKER, "Vessia Army Staff")
    join_names(workspace, staff, ["Army Staff"], RULED)
    (join,) = workspace.ledger.naming().rulings
    undo_name(workspace, join.sequence, by="bob")
    assert not workspace.ledger.naming().known
    join_names(workspace, staff, ["Army Staff"], RULED)
    key = next(h.speaker.id for h in workspace.speakers() if h.claims == 3)
    ((_, name),) = state_of(workspace, SPEAKER, key).members
    assert name == "Army Staff"


def test_the_history_keeps_who_ruled_and_why(workspace):
    join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], RULED)
    (held,) = [h for h in workspace.speakers() if h.speaker.name == "Vessia Army Staff"]
    state = state_of(workspace, SPEAKER, held.speaker.id)
    assert [name for _, name in state.members] == ["Army Staff"]
    (ruling,) = state.history
    assert (ruling.reviewer, ruling.reason) == ("ann", "one body")


def test_joining_the_other_way_round_moves_all(workspace):
    join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], RULED)
    (held,) = [h for h in workspace.speakers() if h.speaker.name == "Vessia Army Staff"]
    other = state_of(workspace, SPEAKER, held.speaker.id).members[0][0]
    join_names(workspace, (PARTY, "Tarn Union"), ["Tarn"], RULED)
    assert "Tarn" not in counted(workspace, "party")
    split_name(workspace, (SPEAKER, other), RULED)
    join_names(workspace, (SPEAKER, other), [held.speaker.id], RULED)
    assert speakers(workspace)["Army Staff"] == 3
    assert workspace.verify().faults == ()


def test_claims_are_split_off_as_another_speaker(workspace):
    (moved,) = workspace.claims(Filters(place="Bren", measure="people.killed"))
    part_claims(workspace, (SPEAKER, "Army Staff"), [moved.id], "Tarn Staff", RULED)
    assert speakers(workspace)["Tarn Staff"] == 1
    assert speakers(workspace)["Army Staff"] == 1
    (ruling,) = workspace.ledger.naming().rulings
    undo_name(workspace, ruling.sequence, by="ann")
    assert "Tarn Staff" not in counted(workspace, "speaker")


@pytest.mark.parametrize(
    ("kind", "old"), [(SPEAKER, "Army Staff"), (PARTY, "Tarn"), (PLACE, "Olmar")]
)
def test_a_name_is_changed_and_found_under_both(workspace, kind, old):
    call_name(workspace, (kind, old), "Its Own Name", RULED)
    assert "Its Own Name" in counted(workspace, kind)
    assert old not in counted(workspace, kind)
    for wanted in (old, "its own name"):
        asked = resolve_filters(workspace.ledger, Filters(**{str(kind): wanted}))
        assert workspace.ledger.count_claims(asked) >= 1
    call_name(workspace, (kind, "Its Own Name"), "Another Name", RULED)
    assert "Another Name" in counted(workspace, kind)
    assert workspace.verify().faults == ()


def test_places_are_joined(workspace):
    before = counted(workspace, "place")
    join_names(workspace, (PLACE, "Olmar"), ["Bren"], RULED)
    after = counted(workspace, "place")
    assert after == {"Olmar": sum(before.values())}


def test_a_private_person_is_joined_to_nobody(workspace):
    (kell,) = [h for h in workspace.speakers() if h.speaker.private]
    with pytest.raises(InputError, match="private person"):
        join_names(workspace, (SPEAKER, "Army Staff"), [kell.speaker.id], RULED)
    with pytest.raises(UnknownName):
        join_names(workspace, (SPEAKER, "Army Staff"), ["Ana Kell"], RULED)


@pytest.mark.parametrize("ruled", [Ruled("", "why"), Ruled("ann", " ")])
def test_a_ruling_without_name_or_reason_is_refused(workspace, ruled):
    with pytest.raises(InputError):
        join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], ruled)
    assert not workspace.ledger.naming()


def test_names_that_may_be_one_are_offered_and_not_joined(workspace):
    texts = ("Tarn Relief Force said 3 men were killed.", "TRF said 4 men were killed.")
    for number, text in enumerate(texts):
        list(workspace.read([Document(text, name=f"more-{number}")]))
    groups = [[name for _, name in g] for g in likely_same(workspace, SPEAKER)]
    assert groups == [["Tarn Relief Force", "TRF"]]
    assert "TRF" in speakers(workspace)


def test_an_erased_document_takes_no_join_with_it(workspace):
    join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], RULED)
    workspace.erase("one", by="ann", reason="asked for")
    late = Document("Army Staff said 7 soldiers were killed in Olmar.", name="late")
    list(workspace.read([late]))
    assert speakers(workspace)["Vessia Army Staff"] == 3
    assert workspace.verify().faults == ()


def test_a_rebuilt_ledger_says_the_same(workspace):
    join_names(workspace, (SPEAKER, "Vessia Army Staff"), ["Army Staff"], RULED)
    before = list(workspace.claims(order=Order.TEXT))
    workspace.unmasked.rebuild()
    assert list(workspace.claims(order=Order.TEXT)) == before
