"""A cluster's output in a ledger; all parties and places are invented."""

import json
from hashlib import sha256

import pyarrow
import pytest
from pyarrow import parquet

import standin
from sayso.cli import main
from sayso.cluster import read_lines
from sayso.ledger import Filters
from sayso.workspace import Settings, Workspace
from sayso.workspace.cluster_output import import_readings

TEXTS = [f"General Ruk said {n} men of Tarn were killed in Olmar." for n in range(5)]


def own():
    return standin.OWN


@pytest.fixture
def folder(tmp_path):
    """Two files of rows, as a cluster leaves them, with a refused one."""
    lines = [json.dumps({"id": t[17:19], "text": t}).encode() for t in TEXTS]
    lines.append(b"no json")
    out = tmp_path / "out"
    out.mkdir()
    for number, group in enumerate((lines[3:], lines[:3])):
        keys = [sha256(line).hexdigest() for line in group]
        given = pyarrow.RecordBatch.from_pydict({"input": keys, "line": group})
        table = pyarrow.Table.from_batches(read_lines([given], own))
        parquet.write_table(table, out / f"part-{number}.parquet")
    return out


def claims_in(path, folder=None, documents=()):
    settings = Settings(reader=standin.OWN)
    with Workspace(str(path), settings=settings) as workspace:
        list(workspace.read(documents))
        taken = list(import_readings(workspace, str(folder))) if folder else []
        assert not workspace.verify().faults
        claims = sorted(held.id for held in workspace.claims(Filters()))
        return taken, claims, workspace.head()


def test_the_ledger_holds_what_reading_here_would_hold(tmp_path, folder):
    documents = [standin.make_document(text) for text in TEXTS]
    _, here, _ = claims_in(tmp_path / "here.db", documents=documents)
    taken, claims, _ = claims_in(tmp_path / "there.db", folder)
    assert claims == here
    assert all(item.is_new for item in taken)
    assert len(taken) == len(TEXTS)


def test_taking_in_twice_adds_nothing(tmp_path, folder):
    _, first, head = claims_in(tmp_path / "a.db", folder)
    taken, second, after = claims_in(tmp_path / "a.db", folder)
    assert (first, head) == (second, after)
    assert not any(item.is_new or item.is_read for item in taken)


def test_what_is_held_stays_and_what_was_erased_stays_erased(tmp_path, folder):
    document = standin.make_document(TEXTS[0])
    settings = Settings(reader=standin.OWN)
    with Workspace(str(tmp_path / "a.db"), settings=settings) as workspace:
        list(workspace.read([document]))
        workspace.erase(document.id, by="Ann", reason="asked for")
        taken = list(import_readings(workspace, str(folder)))
        assert len(taken) == len(TEXTS) - 1
        assert workspace.document(document.id).erased == "asked for"


def test_the_command_says_what_it_took(capsys, tmp_path, folder):
    command = ["import", "readings", str(folder), "--ledger", str(tmp_path / "a.db")]
    for state in ("new ", "held "):
        assert main(command) == 0
        assert capsys.readouterr().out.count(state) == len(TEXTS)
