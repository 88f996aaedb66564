from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

import standin
from sayso.errors import EntryMissing, InputError, LedgerError
from sayso.intake import Skipped, Told
from sayso.ledger import Filters, Status
from sayso.model import DateBasis, Decision
from sayso.workspace import Settings, Stored, Workspace, default_ledger, restore

TEXT = "General Orlan said over 40 soldiers of Tarn were killed in Olmar."
NOON = datetime(2030, 5, 3, 14, 0, tzinfo=timezone(timedelta(hours=2)))
SETTINGS = Settings(reader=standin.OWN, now=lambda: NOON)


@pytest.fixture
def workspace():
    with Workspace("memory:", settings=SETTINGS) as opened:
        yield opened


NOTHING_TOLD = Told()


def store(workspace, *documents, told=NOTHING_TOLD):
    return list(workspace.read(documents, told=told))


def test_what_is_stored_carries_the_instant_in_utc(workspace):
    (stored,) = store(workspace, standin.make_document(TEXT))
    assert isinstance(stored, Stored)
    assert stored.document.facts.retrieved == "2030-05-03T12:00:00Z"
    assert {entry.at for entry in workspace.ledger.entries()} == {
        "2030-05-03T12:00:00Z"
    }
    assert {entry.by for entry in workspace.ledger.entries()} == {"sayso 0.1.0"}


def test_the_same_work_on_another_day_reads_the_same(workspace):
    store(workspace, standin.make_document(TEXT))
    later = Settings(reader=standin.OWN, now=lambda: datetime(2040, 1, 1, tzinfo=UTC))
    with Workspace("memory:", settings=later) as other:
        store(other, standin.make_document(TEXT))
        assert list(other.claims()) == list(workspace.claims())


def test_a_document_twice_in_one_call_is_stored_once(workspace):
    document = standin.make_document(TEXT)
    first, second = store(workspace, document, document)
    assert (first.is_new, first.is_read) == (True, True)
    assert (second.is_new, second.is_read) == (False, False)
    assert len(list(workspace.ledger.entries())) == 2


def test_an_empty_text_is_skipped(workspace):
    assert store(workspace, standin.make_document(" \n", name="a")) == [
        Skipped("a", "is empty")
    ]


def test_a_day_in_the_file_does_not_move_one_that_is_known(workspace):
    store(workspace, standin.make_document(TEXT))
    store(workspace, standin.make_document(TEXT, published=date(2031, 1, 1)))
    (held,) = workspace.ledger.documents()
    assert held.facts.published == date(2030, 5, 2)
    store(workspace, standin.make_document(TEXT), told=Told(date(2031, 1, 1)))
    (held,) = workspace.ledger.documents()
    assert held.facts.published == held.read_as_of == date(2031, 1, 1)


def dated(day: date, basis: DateBasis = DateBasis.METADATA, **facts):
    made = standin.make_document(TEXT, name="a.txt", published=day)
    return replace(made, published_basis=basis, raw_sha256="0" * 64, **facts)


def test_a_document_brought_again_with_another_day_is_a_correction(workspace):
    first, second = date(2030, 5, 2), date(2030, 5, 14)
    store(workspace, dated(first))
    (again,) = store(workspace, dated(second))
    assert again.corrected == ("day of publication 2030-05-02 -> 2030-05-14",)
    assert again.is_read
    assert again.document.read_as_of == second
    assert workspace.history(again.document.id) == (
        ("2030-05-03T12:00:00Z", "day of publication 2030-05-02 -> 2030-05-14"),
    )


def test_a_day_less_certain_corrects_nothing(workspace):
    store(workspace, dated(date(2030, 5, 2), DateBasis.GIVEN))
    (again,) = store(workspace, dated(date(2030, 5, 14)))
    assert (again.corrected, again.is_read) == ((), False)


def test_a_correction_is_replayed(workspace):
    store(workspace, dated(date(2030, 5, 2)))
    store(workspace, dated(date(2030, 5, 14)))
    before = workspace.document("a.txt")
    workspace.ledger.rebuild()
    assert workspace.document("a.txt") == before
    assert workspace.verify().faults == ()


def test_another_file_with_the_same_words_is_a_further_capture(workspace):
    store(workspace, dated(date(2030, 5, 2), outlet="Wire"))
    other = replace(dated(date(2030, 5, 2), outlet="Post"), name="b.txt")
    (again,) = store(workspace, other)
    assert again.corrected == ()
    assert [capture.outlet for capture in again.document.captures] == ["Post"]


def test_a_view_has_all_of_a_document_in_text_order(workspace):
    store(workspace, standin.make_document(f"{TEXT} 3 men were killed.", name="a.txt"))
    view = workspace.view("a.txt")
    assert view.text.startswith(TEXT)
    assert [held.claim.quantity.low for held in view.claims] == [40, 3]
    assert len(view.attributions) == len(workspace.attributions("a.txt")) == 1


def test_a_beginning_that_fits_several_names_them(workspace):
    for number in range(40):
        store(workspace, standin.make_document(f"{number} men were killed.", name="a"))
    with pytest.raises(EntryMissing, match="fits several documents"):
        workspace.view("a")
    with pytest.raises(EntryMissing, match='no claim "zz"'):
        workspace.claim("zz")


def test_rulings_need_a_name_and_change_the_status(workspace):
    store(workspace, standin.make_document(TEXT))
    (held,) = workspace.claims()
    with pytest.raises(InputError, match="name of who"):
        workspace.rule(held, Decision.CONFIRM, by=" ", reason="")
    ruled = workspace.rule(held, Decision.CONFIRM, by="ann", reason="as printed")
    assert ruled.status is Status.CONFIRMED
    assert workspace.ledger.rulings(held.id)[0].reviewer == "ann"


def test_an_erased_document_is_skipped_with_the_reason(workspace):
    document = standin.make_document(TEXT, name="a.txt")
    store(workspace, document)
    workspace.erase("a.txt", by="ann", reason="a court order")
    assert workspace.ledger.count_claims(Filters()) == 0
    (skipped,) = store(workspace, document)
    assert "a court order" in skipped.reason
    with pytest.raises(EntryMissing, match="a court order"):
        workspace.view(document.id)


def test_the_ledger_is_named_by_the_environment_or_lies_here(monkeypatch):
    monkeypatch.setenv("SAYSO_LEDGER", "news.db")
    assert default_ledger() == "news.db"
    monkeypatch.delenv("SAYSO_LEDGER")
    assert default_ledger() == "sayso.db"


def test_a_damaged_backup_is_not_restored(tmp_path):
    (tmp_path / "copy.db").write_bytes(b"no backup" * 1000)
    with pytest.raises(LedgerError, match="damaged"):
        restore(str(tmp_path / "copy.db"), str(tmp_path / "a.db"))
    assert not (tmp_path / "a.db").exists()
