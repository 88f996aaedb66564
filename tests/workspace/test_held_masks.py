"""Masks are made once, kept with the ledger, and never outlive what they rest on."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli import main as run_command
from sayso.errors import EntryMissing
from sayso.ledger import Filters, read_parts, record_correction
from sayso.ledger.records import record_reading
from sayso.ledger.sqlite_verify import kept_digest
from sayso.model import Decision, Document, Span
from sayso.model.withheld import NAME_SIGN, WORDS_SIGN
from sayso.reading.persons.hiding import HiddenNames
from sayso.workspace import Workspace, held_masks
from sayso.workspace.held_masks import KIND, from_bytes, to_bytes
from sayso.workspace.masks import NOTHING, Mask

TEXT = (
    "Ivan Petrin said {number} soldiers were killed in Olmar. Ivan Petrin, 34, sells"
    " bread.\nPrisoner Yuri Belan said 5 soldiers were captured in Bren."
)
NAMES = ("Petrin", "Belan")
MANY = 2 * held_masks._AT_ONCE + 3


def read(workspace, count=MANY):
    documents = [
        Document(TEXT.format(number=n + 7), outlet="Post", name=f"report {n}")
        for n in range(count)
    ]
    list(workspace.read(documents))
    return [document.id for document in documents]


def look(workspace):
    """All claims and documents as a page gets them."""
    return tuple(workspace.claims()), workspace.ledger.documents()


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "held.db")


@pytest.fixture
def made(monkeypatch):
    """The documents whose masks are made, as they are."""
    found = []
    make = held_masks.make_mask

    def note(reading, *rest):
        found.append(reading.document.id)
        return make(reading, *rest)

    monkeypatch.setattr(held_masks, "make_mask", note)
    return found


def test_masks_are_made_when_a_document_is_read_and_found_by_the_next(path, made):
    with Workspace(path) as one:
        held = read(one)
        assert sorted(made) == sorted(held)
        first = look(one)
    assert sorted(made) == sorted(held)
    made.clear()
    with Workspace(path) as other:
        assert look(other) == first
        assert made == []
        assert not [name for name in NAMES if name in repr(first)]
        assert other.verify().faults == ()
        assert sorted(made) == sorted(held)


def test_a_ledger_that_has_none_makes_them_when_they_are_asked_for(path, made):
    with Workspace(path) as one:
        held = read(one)
        first = look(one)
    with Workspace(path) as one:
        one.unmasked.rebuild()
    made.clear()
    with Workspace(path) as other:
        assert look(other) == first
    assert sorted(made) == sorted(held)
    made.clear()
    with Workspace(path) as later:
        assert look(later) == first
    assert made == []


def test_a_mask_that_somebody_else_wrote_is_found(path):
    with Workspace(path) as workspace:
        first, *_ = read(workspace, 2)
    with Workspace(path) as workspace:
        ledger = workspace.unmasked
        ((document, key, value),) = ledger.kept_of(KIND, [first])
        forged = to_bytes(Mask())
        assert forged != value
        with closing(sqlite3.connect(path)) as file, file:
            digest = kept_digest(KIND, document, key, forged)
            changed = "UPDATE kept SET value = ?, digest = ? WHERE document = ?"
            file.execute(changed, (forged, digest, document))
        assert ledger.verify().faults == ()
        (fault,) = workspace.verify().faults
        assert fault == "1 kept masks differ from what the readings give"


def test_a_mask_is_of_the_very_reading_that_its_key_names(path, monkeypatch):
    """Another reading may come while a mask is made."""
    with Workspace(path) as workspace:
        first, *_ = read(workspace, 1)
        masks = held_masks.HeldMasks(workspace.unmasked)
        base = masks._bases([workspace.unmasked.document(first)])[first]
        own = workspace.unmasked.reading(first)
        other = replace(own, attributions=(), claims=(), reader="other 1")
        stamp = workspace.stamp("ann")
        workspace.unmasked.append([record_reading(other, stamp)])
        assert masks._make(base).names == workspace.mask(first).names
        seen = []
        make = held_masks.make_mask
        monkeypatch.setattr(
            held_masks, "make_mask", lambda r, *rest: seen.append(r) or make(r, *rest)
        )
        masks._make(base)
        assert [reading.claims for reading in seen] == [own.claims]


def test_another_rule_makes_them_anew(path, made, monkeypatch):
    with Workspace(path) as one:
        read(one)
        look(one)
    made.clear()
    monkeypatch.setattr(held_masks, "masks_digest", lambda: "another")
    with Workspace(path) as other:
        look(other)
    assert len(made) == MANY


def test_an_outlet_that_is_corrected_makes_its_document_s_anew(path, made):
    with Workspace(path) as workspace:
        first, *_ = read(workspace)
        look(workspace)
        made.clear()
        facts = {"outlet": "Petrin"}
        stamp = workspace.stamp("ann")
        workspace.ledger.append([record_correction(first, facts, stamp, was={})])
        look(workspace)
        assert made == [first]


def test_a_ruling_shows_a_name_whose_mask_is_kept(path):
    with Workspace(path) as one:
        read(one)
        look(one)
        held = next(one.claims(Filters(measure="people.captured")))
        with Workspace(path) as other:
            other.rule(held, Decision.UNMASK, by="ann", reason="he agreed")
        text = one.ledger.text(held.claim.document)
        assert "Prisoner Yuri Belan said" in text
        assert "Petrin" not in text
        others = (h for h in one.claims() if h.claim.document != held.claim.document)
        assert not [name for name in NAMES if name in repr(tuple(others))]


def test_what_is_erased_has_no_mask_left(path):
    with Workspace(path) as workspace:
        first, *_ = read(workspace)
        look(workspace)
        workspace.ledger.close()
    with Workspace(path) as workspace:
        kept = workspace.unmasked.kept_of(KIND, [first])
        assert [document for document, _, _ in kept] == [first]
        workspace.erase(first, reason="asked for", by="ann")
        row = (first, "key", to_bytes(Mask(names=HiddenNames({"belan"}))))
        workspace.unmasked.keep(KIND, [row])  # made before, kept after
        assert list(workspace.unmasked.kept_of(KIND, [first])) == []
        with pytest.raises(EntryMissing, match="was erased"):
            workspace.mask(first)


def test_what_was_loaded_before_an_erasure_is_not_shown_after_it(path):
    with Workspace(path) as workspace:
        first, second = read(workspace, 2)
        held = tuple(workspace.unmasked.claims())
        documents = workspace.unmasked.documents()
        with Workspace(path) as other:
            other.erase(first, reason="asked for", by="ann")
        for show, loaded in (
            (workspace.ledger._claims, held),
            (workspace.ledger._held, documents),
        ):
            with pytest.raises(EntryMissing, match="was erased"):
                show(loaded)
        assert {one.claim.document for one in workspace.claims()} == {second}
        assert workspace.ledger.attributions(first) == ()
        assert workspace.readings(first) == ()
        assert workspace.verify().faults == ()


WORDS = st.sets(st.text(min_size=1, max_size=5), max_size=3).map(frozenset)
SIGNS = st.sampled_from([NAME_SIGN, WORDS_SIGN])


@st.composite
def masks(draw):
    ends = sorted(draw(st.sets(st.integers(0, 40), max_size=8)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    covers = tuple((start, end, draw(SIGNS)) for start, end in pairs)
    return Mask(covers, HiddenNames(draw(WORDS), draw(WORDS)), draw(WORDS))


@given(masks())
def test_a_mask_comes_back_as_it_was_kept(mask):
    kept = from_bytes(to_bytes(mask))
    assert kept == mask or (kept is NOTHING and not mask and not mask.shown)


@given(
    masks(), st.text(min_size=41, max_size=41), st.integers(0, 41), st.integers(0, 41)
)
def test_a_span_is_cut_from_the_masked_text(mask, text, one, other):
    start, end = sorted((one, other))
    whole = mask.whole(text)
    assert len(whole) == len(text)
    assert mask.span(Span.cut(text, start, end)) == Span.cut(whole, start, end)


@pytest.mark.parametrize(
    ("field", "facet", "key"),
    [("place", "place", "text:petrin"), ("affected", "party", "Petrin")],
)
def test_a_name_taken_for_a_place_or_party_is_no_value_to_filter_by(
    path, field, facet, key
):
    with Workspace(path) as one:
        (document,) = read(one, 1)
        held = one.unmasked
        reading = held.reading(document)
        first, second, *_ = reading.claims
        claim = replace(first, located=None, **{field: "Petrin"})
        other = replace(second, located=None, **{field: "Vashti"})
        changed = replace(reading, claims=(claim, other), reader="another 1")
        stamp = one.stamp("ann")
        held.append([record_reading(changed, stamp)])
        raw = held.facets().counts[facet]
        assert {"Petrin", "Vashti"} <= {count.label for count in raw}
        assert key in {count.value for count in raw}
        shown = one.ledger.facets(most=9).counts[facet]
        assert "Vashti" in {count.label for count in shown}
        assert "petrin" not in repr(shown).lower()


def test_what_an_earlier_reader_read_is_told_until_it_is_read_anew(path, capsys):
    with Workspace(path) as one:
        first, second = read(one, 2)
        assert one.read_before() == 0
        earlier = replace(one.unmasked.reading(first), reader="sayso 1 0123456789ab")
        another = replace(one.unmasked.reading(second), reader="nothing 1")
        stamp = one.stamp("ann")
        one.unmasked.append([record_reading(r, stamp) for r in (earlier, another)])
        assert one.read_before() == 1
    assert run_command(["verify", "--ledger", path]) == 0
    assert "read by an earlier reader: 1;" in capsys.readouterr().out
    assert run_command(["read", "--again", first[:12], "--ledger", path]) == 0
    assert run_command(["verify", "--ledger", path]) == 0
    assert "earlier reader" not in capsys.readouterr().out


def test_a_reading_of_before_has_no_persons_and_masks_as_the_rules_say(path):
    with Workspace(path) as one:
        (document,) = read(one, 1)
        reading = one.unmasked.reading(document)
        assert "Ivan Petrin" in {span.text for span in reading.persons}
        stored = json.loads(one.unmasked.text(one.unmasked.document(document).reading))
        del stored["persons"]
        old = read_parts(reading.document, json.dumps(stored), "sayso 1 0123456789ab")
        assert old == replace(reading, persons=(), reader=old.reader)
        one.unmasked.append([record_reading(old, one.stamp("ann"))])
        assert not [name for name in NAMES if name in repr(look(one))]
