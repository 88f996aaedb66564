"""The head of the chain, written down and found again."""

import json
import sqlite3
from pathlib import Path

import pytest

from sayso.workspace import Workspace, default_ledger


def test_a_seal_holds_the_head_and_is_found_again_after_more_came(
    filled, tmp_path, folder
):
    path = tmp_path / "seal.json"
    assert filled("seal", "-o", path) == 0
    seal = json.loads(path.read_text(encoding="utf-8"))
    assert seal["entries"] == 4
    (folder / "third.txt").write_text("Minister Vask said the talks went on.")
    filled("read", folder / "third.txt")
    assert filled("verify", "--seal", path) == 0
    assert filled("verify", "--head", seal["head"].upper()) == 0


def test_a_ledger_that_was_cut_short_does_not_hold_it(filled, tmp_path):
    path = tmp_path / "seal.json"
    filled("seal", "-o", path)
    ledger = sqlite3.connect(default_ledger())
    ledger.executescript(
        "DROP TRIGGER entries_stay; DELETE FROM entries WHERE sequence = 4;"
    )
    ledger.close()
    assert filled("verify", "--seal", path) == 4
    assert "no entry has the hash" in filled.out


def test_a_seal_is_never_written_over(filled, tmp_path):
    path = tmp_path / "seal.json"
    path.write_text("kept")
    assert filled("seal", "-o", path) != 0
    assert path.read_text() == "kept"


@pytest.mark.parametrize("text", ["", "{}", '{"head": "abc"}', "[]"])
def test_what_is_no_seal_is_refused(filled, tmp_path, text):
    path = tmp_path / "seal.json"
    path.write_text(text)
    assert filled("verify", "--seal", path) == 3
    assert len(filled.err.splitlines()) == 1


def test_an_empty_ledger_has_a_head_too(sayso, tmp_path):
    with Workspace():
        pass
    path = tmp_path / "seal.json"
    assert sayso("seal", "-o", path) == 0
    assert sayso("verify", "--seal", path) == 0
    assert Path(path).exists()
