import json
import os
import sqlite3

import pytest


def first_claim(sayso):
    sayso("claims", "--speaker", "orlan", "--json")
    return sayso.records[0]["id"] if sayso.out else None


def test_verify_says_what_it_proves(filled):
    assert filled("verify") == 0
    assert "4 entries, " in filled.out
    assert "unchanged since it was recorded" in filled.out


def test_verify_can_replay_what_another_program_spoiled(filled):
    other = sqlite3.connect(os.environ["SAYSO_LEDGER"])
    other.execute("DELETE FROM claims")
    other.execute("UPDATE cube SET claims = 7")
    other.commit()
    other.close()
    assert filled("verify", "--rebuild") == 0
    filled("claims", "--count")
    assert filled.out == "3\n"
    filled("claims", "--json")
    assert len(filled.records) == 3


def test_verify_of_a_changed_ledger_is_ledger_trouble(filled):
    other = sqlite3.connect(os.environ["SAYSO_LEDGER"])
    other.execute("DROP TRIGGER entries_keep")
    other.execute("UPDATE entries SET by = 'x' WHERE sequence = 2")
    other.commit()
    other.close()
    assert filled("verify") == 4
    assert "fault: entry 2 does not follow" in filled.out


def test_a_ruling_changes_the_status(filled):
    claim = first_claim(filled)
    words = ("--by", "ann", "--reason", "as printed")
    assert filled("rule", claim[:6], "confirm", *words) == 0
    assert filled.out == f"{claim}: confirmed\n"
    filled("claims", "--status", "confirmed", "--count")
    assert filled.out == "1\n"


def test_an_edit_sets_fields_and_keeps_the_id(filled):
    claim = first_claim(filled)
    words = ("--by", "ann", "--set", "measure=people.wounded", "--set", "affected=")
    assert filled("rule", claim, "edit", *words, "--json") == 0
    record = json.loads(filled.out)
    assert (record["id"], record["measure"]) == (claim, "people.wounded")
    assert record["affected"] is None
    assert record["status"] == "edited"


WRONG_EDITS = {
    "no field": ("edit", "--set", "colour=red"),
    "no value": ("edit", "--set", "measure"),
    "no claim": ("edit", "--set", "measure="),
    "no stance": ("edit", "--set", "stance=loud"),
    "no quantity": ("edit", "--set", 'quantity={"low": 3}'),
    "no change": ("edit",),
    "no edit": ("confirm", "--set", "measure=people.wounded"),
}


@pytest.mark.parametrize("words", WRONG_EDITS.values(), ids=WRONG_EDITS)
def test_an_edit_that_makes_no_claim_is_refused(filled, words):
    claim = first_claim(filled)
    assert filled("rule", claim, *words, "--by", "ann") in (2, 3)
    assert "edit" in filled.err.splitlines()[-1] or "FIELD" in filled.err
    filled("verify", "--json")
    assert json.loads(filled.out)["entries"] == 4


def test_an_erased_document_is_named_and_not_read_again(filled, folder):
    assert filled("erase", "second.txt", "--reason", "his family asks") == 0
    assert filled("show", "second.txt") == 2
    assert filled("read", folder) == 0
    assert "second.txt was erased from this ledger: his family asks" in filled.err
    assert filled("verify") == 0


def test_an_erasure_needs_a_reason(filled):
    assert filled("erase", "second.txt", "--reason", " ") == 3
    assert "needs a reason" in filled.err


def test_a_backup_is_restored_where_there_is_no_ledger(filled, tmp_path):
    copy, target = tmp_path / "copy.db", tmp_path / "target.db"
    assert filled("backup", copy) == 0
    assert filled("backup", copy) == 4
    assert filled("restore", copy, "--ledger", target) == 0
    assert filled("restore", copy, "--ledger", target) == 4
    assert filled("claims", "--count", "--ledger", target) == 0
    assert filled.out == "3\n"
    assert filled("restore", tmp_path / "none.db", "--ledger", tmp_path / "b.db") == 4
