"""Readings of several readers stand side by side, and one of them is current."""

from dataclasses import replace

import pytest

import standin
from sayso.errors import EntryMissing
from sayso.workspace import Reader, Settings, Workspace
from sayso.workspace.readings import compare_readings, list_readings

TEXT = "General Orlan said over 40 soldiers of Tarn were killed in Olmar."


def read_nothing(document):
    return replace(standin.read_document(document), claims=(), reader="nothing 1")


NOTHING = Reader(lambda: "nothing 1", read_nothing)


def read_by(address, *readers, text=TEXT):
    """A ledger that holds one document, read by one reader after the other."""
    for reader in readers:
        with Workspace(address, settings=Settings(reader=reader)) as workspace:
            if reader is readers[0]:
                list(workspace.read([standin.make_document(text, name="one")]))
            else:
                list(workspace.read(workspace.held()))
    return Workspace(address, settings=Settings(reader=readers[-1]))


def test_the_last_reading_is_the_current_one(tmp_path):
    with read_by(str(tmp_path / "a.db"), standin.OWN, standin.BETTER) as workspace:
        first, second = workspace.readings("one")
        listed = list_readings(workspace.ledger, workspace.document("one"))
        shown = [held.claim for held in workspace.claims()]
    assert (first.is_current, second.is_current) == (False, True)
    assert [made.reading.reader for made in (first, second)] == [
        "standin 1",
        "standin 2",
    ]
    assert [(row.reader, row.claims, row.is_current) for row in listed] == [
        ("standin 1", 1, False),
        ("standin 2", 1, True),
    ]
    assert shown == list(second.reading.claims)


def test_claims_of_two_readers_stand_beside_each_other(tmp_path):
    with read_by(str(tmp_path / "a.db"), standin.OWN, standin.BETTER) as workspace:
        rows = compare_readings(workspace.readings("one"))
    measures = [[claim and claim.measure for claim in row.claims] for row in rows]
    assert measures == [[None, "people.captured"], ["people.killed", None]]
    assert rows[0].first.quantity.span == rows[1].first.quantity.span


def test_a_claim_read_alike_is_one_row(tmp_path):
    again = Reader(lambda: "standin 3", _read_third)
    with read_by(str(tmp_path / "a.db"), standin.OWN, again) as workspace:
        (row,) = compare_readings(workspace.readings("one"))
    one, other = row.claims
    assert one.id == other.id
    assert (one.reader, other.reader) == ("standin 1", "standin 3")


def _read_third(document):
    reading = standin.read_document(document)
    claims = tuple(replace(claim, reader="standin 3") for claim in reading.claims)
    return replace(reading, claims=claims, reader="standin 3")


def test_another_reader_that_reads_the_same_is_recorded_once(tmp_path):
    other = Reader(lambda: "nothing 2", _read_nothing_too)
    with read_by(str(tmp_path / "a.db"), NOTHING, other) as workspace:
        assert workspace.document("one").reader == "nothing 2"
        (again,) = workspace.read(workspace.held())
        assert not again.is_read
        assert len(workspace.readings("one")) == 2


def _read_nothing_too(document):
    return replace(read_nothing(document), reader="nothing 2")


def test_of_an_erased_document_no_reading_is_left(tmp_path):
    with read_by(str(tmp_path / "a.db"), standin.OWN) as workspace:
        workspace.erase("one", by="A", reason="his family asks")
        document = next(workspace.ledger.entries()).subject
        assert workspace.readings(document) == ()
        with pytest.raises(EntryMissing):
            workspace.readings("two")
