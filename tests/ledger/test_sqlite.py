"""What only a file can get wrong: guards, damage, space, other processes."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conformance import STAMP, TEXTS, add_document, dump

import standin
from sayso.errors import LedgerBusy, LedgerDamaged, LedgerError, UnknownName
from sayso.ledger import (
    Filters,
    open_ledger,
    record_document,
    record_reading,
    record_tombstone,
)
from sayso.ledger.schema import VERSION
from sayso.ledger.sqlite import SqliteLedger


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "a.db")


@pytest.fixture
def held(path):
    opened = open_ledger(path)
    add_document(opened, TEXTS["first"], outlet="Post")
    add_document(opened, TEXTS["second"], outlet="Herald")
    yield opened
    opened.close()


CHANGES = {
    "entry changed": "UPDATE entries SET at = 'x' WHERE sequence = 1",
    "entry removed": "DELETE FROM entries WHERE sequence = 4",
    "entry replaced": "INSERT OR REPLACE INTO entries SELECT * FROM entries"
    " WHERE sequence = 1",
    "entry put in between": "INSERT INTO entries SELECT 9, kind, subject, body, at, by,"
    " previous, hash FROM entries WHERE sequence = 1",
    "text changed": "UPDATE texts SET content = 'x'",
    "text removed": "DELETE FROM texts",
    "owner removed": "DELETE FROM owners",
    "owner changed": "UPDATE owners SET document = 'x'",
}


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_the_file_itself_refuses_change(held, path, statement):
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match=r"never|only"):
        other.execute(statement)
    other.close()
    assert held.verify().faults == ()


def test_a_text_cannot_be_replaced(held, path):
    other = sqlite3.connect(path)
    other.execute("INSERT OR REPLACE INTO texts SELECT hash, 'other' FROM texts")
    other.commit()
    other.close()
    assert held.verify().faults == ()


TAMPERED = {
    "an entry": ("entries_keep", "UPDATE entries SET by = 'x' WHERE sequence = 2"),
    "a text": ("texts_keep", "UPDATE texts SET content = 'x'"),
    "a lost text": ("texts_stay", "DELETE FROM texts"),
    "a lost entry": ("entries_stay", "DELETE FROM entries WHERE sequence = 2"),
}


@pytest.mark.parametrize(("guard", "statement"), TAMPERED.values(), ids=TAMPERED)
def test_verify_notices_what_was_changed_past_the_guards(held, path, guard, statement):
    other = sqlite3.connect(path)
    other.execute(f"DROP TRIGGER {guard}")
    other.execute(statement)
    other.commit()
    other.close()
    assert held.verify().faults


def test_a_missing_ledger_is_only_made_when_asked(path):
    with pytest.raises(LedgerError, match="sayso read"):
        open_ledger(path, create=False)
    assert not Path(path).exists()


def test_a_ledger_of_another_version_is_named(held, path):
    held.close()
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version = {VERSION + 1}")
    other.close()
    with pytest.raises(LedgerError, match=f"version {VERSION + 1}"):
        open_ledger(path)


EARLIER = {
    "a table that came later": "DROP TABLE kept",
    "an index that came later": "DROP INDEX claims_by_measure_and_period",
    "a column that came later": "ALTER TABLE documents DROP COLUMN first",
}


@pytest.mark.parametrize("statement", EARLIER.values(), ids=EARLIER)
def test_a_file_of_an_earlier_version_is_replayed_when_opened(held, path, statement):
    before = (held.documents(), [*held.claims()], held.findings())
    held.close()
    other = sqlite3.connect(path)
    schema = "SELECT sql FROM sqlite_schema ORDER BY name"
    wanted = set(other.execute(schema))
    other.execute(statement)
    other.close()
    again = open_ledger(path, create=False)
    assert (again.documents(), [*again.claims()], again.findings()) == before
    assert not again.verify().faults
    again.close()
    other = sqlite3.connect(path)
    assert set(other.execute(schema)) == wanted
    other.close()


def test_a_file_whose_entries_are_kept_otherwise_is_named(held, path):
    held.close()
    other = sqlite3.connect(path)
    other.execute("ALTER TABLE entries ADD COLUMN note TEXT")
    other.close()
    with pytest.raises(LedgerError, match="made by an earlier sayso"):
        open_ledger(path)


def test_an_sqlite_that_is_too_old_is_named(path, monkeypatch):
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 31, 1))
    with pytest.raises(LedgerError, match=r"needs 3\.37\.0 or newer"):
        open_ledger(path)


REFUSED = {
    "another version": f"PRAGMA user_version = {VERSION + 1}",
    "another database": "PRAGMA application_id = 1",
    "entries kept in another way": "ALTER TABLE entries ADD COLUMN note TEXT",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_refused_is_not_held_open(path, statement, monkeypatch):
    open_ledger(path).close()
    other = sqlite3.connect(path)
    other.execute(statement)
    other.commit()
    other.close()
    made, connect = [], sqlite3.connect

    def note(*words, **named):
        made.append(connect(*words, **named))
        return made[-1]

    monkeypatch.setattr("sqlite3.connect", note)
    with pytest.raises(LedgerError):
        open_ledger(path)
    assert made
    for connection in made:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_another_database_is_left_alone(path):
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE birds (name)")
    other.commit()
    other.close()
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(path)


def test_a_file_that_is_no_database_is_named(path):
    Path(path).write_bytes(b"These words are no database. " * 100)
    with pytest.raises(LedgerDamaged, match="damaged or not a ledger"):
        open_ledger(path)


def test_a_damaged_file_is_named(held, path):
    held.close()
    size = Path(path).stat().st_size
    with Path(path).open("r+b") as stream:
        stream.seek(4096)
        stream.write(os.urandom(size - 8192))
    with pytest.raises(LedgerDamaged, match="damaged"):
        open_and_verify(path)


def open_and_verify(path):
    opened = open_ledger(path)
    try:
        opened.verify()
    finally:
        opened.close()


def test_a_folder_that_takes_no_file_is_named(tmp_path):
    (tmp_path / "file").write_text("words")
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(str(tmp_path / "file" / "a.db"))


def test_an_address_names_its_backend(path):
    with pytest.raises(UnknownName, match="kind of ledger"):
        open_ledger("oracle://host/news")
    open_ledger(f"sqlite:{path}").close()
    assert Path(path).exists()


def test_a_writer_waits_and_then_says_busy(held, path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    hasty = SqliteLedger(path, patience=0.05)
    with pytest.raises(LedgerBusy, match="another process"):
        add_document(hasty, "General Ruk said 9 men were killed.")
    other.execute("ROLLBACK")
    other.close()
    add_document(hasty, "General Ruk said 9 men were killed.")
    hasty.close()
    assert held.count_claims() == 5


def test_readers_go_on_while_a_writer_writes(held, path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM gaps")
    assert held.count_claims(Filters(measure="people")) == 3
    assert len(list(held.entries())) == 4
    other.execute("ROLLBACK")
    other.close()


def test_threads_read_while_one_writes(held):
    def look() -> int:
        return sum(
            len(list(held.claims(Filters(text="soldiers"))))
            + len(held.facets().counts["outlet"])
            for _ in range(30)
        )

    with ThreadPoolExecutor(2) as readers:
        looks = [readers.submit(look) for _ in range(2)]
        for number in range(20):
            add_document(held, f"General Ruk said {number} men were killed.")
        assert [seen.result() for seen in looks] == [90, 90]
    assert held.count_claims() == 24


def test_threads_that_ended_leave_no_connection_open(held):
    for _ in range(5):
        with ThreadPoolExecutor(2) as readers:
            list(readers.map(lambda _: held.count_claims(), range(4)))
    held.count_claims()
    with ThreadPoolExecutor(1) as reader:
        reader.submit(held.count_claims).result()
        assert len(held._connections._all) == 2


def test_a_full_disk_leaves_nothing_half_written(held):
    before = dump(held)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
    try:
        with pytest.raises(LedgerError, match="disk"):
            add_document(held, "Rain fell.\n" * 60_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert dump(held) == before
    assert held.verify().faults == ()
    add_document(held, "General Ruk said 9 men were killed.")
    assert held.count_claims() == 5


def test_erased_words_are_in_no_file(held, path, tmp_path):
    text = "Prisoner Zebulon Quex said 77 soldiers of Tarn were killed in Olmar."
    document = add_document(held, text, name="quexfile.txt", title="Quextitle")
    held.append([record_tombstone(document.id, "his family asks", STAMP)])
    held.close()
    for file in tmp_path.iterdir():
        data = file.read_bytes().lower()
        assert b"quex" not in data
        assert b"zebulon" not in data


def test_a_backup_is_a_ledger_and_overwrites_nothing(held, tmp_path):
    copy = str(tmp_path / "copy.db")
    held.backup(copy)
    with pytest.raises(LedgerError, match="overwrites nothing"):
        held.backup(copy)
    opened = open_ledger(copy, create=False)
    assert dump(opened) == dump(held)
    opened.close()


def test_claims_can_be_walked_while_rulings_are_added(held):
    for number, _ in enumerate(held.claims()):
        add_document(held, f"General Ruk said {number} men were killed.")
    assert held.count_claims() == 8


WRITER = """
import sys
sys.path[:0] = {folders!r}
import standin
from sayso.ledger import *
from ledger_fixtures import STAMP
ledger = open_ledger({path!r})
for number in range(100_000):
    text = f"General Ruk said {{number}} men of Tarn were killed in Olmar."
    document = standin.make_document(text)
    reading = standin.read_document(document)
    ledger.append([record_document(document, STAMP), record_reading(reading, STAMP)])
    print(document.id, flush=True)
"""


@pytest.mark.parametrize("after", [1, 40])
def test_killing_the_writer_loses_nothing_that_was_reported(path, after):
    here = Path(__file__).parent
    script = WRITER.format(folders=[str(here), str(here.parent)], path=path)
    writer = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
    )
    reported = [writer.stdout.readline().strip() for _ in range(after)]
    writer.send_signal(signal.SIGKILL)
    reported += writer.stdout.read().split()
    writer.wait()
    writer.stdout.close()
    whole = [identifier for identifier in reported if len(identifier) == 64]
    opened = open_ledger(path)
    assert len(whole) >= after
    assert all(opened.document(identifier).claims == 1 for identifier in whole)
    assert len(whole) <= opened.count_claims() <= len(whole) + 1
    assert opened.verify().faults == ()
    before = dump(opened)
    opened.rebuild()
    assert dump(opened) == before
    opened.close()


def test_two_documents_of_one_batch_are_one_transaction(path):
    opened = open_ledger(path)
    documents = [
        standin.make_document(f"General Ruk said {n} men were killed.") for n in "12"
    ]
    opened.append(
        addition
        for document in documents
        for addition in (
            record_document(document, STAMP),
            record_reading(standin.read_document(document), STAMP),
        )
    )
    assert opened.count_claims() == 2
    opened.close()
