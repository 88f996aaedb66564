import io
import json
import os
import resource
import signal
import sqlite3
import sys

import pytest

import made_files
import standin

TEXT = "General Orlan said over 40 soldiers of Tarn were killed in Olmar."


def test_read_says_what_was_read_found_and_skipped(sayso, folder):
    (folder / "empty.txt").write_text("")
    assert sayso("read", folder, folder / "none.txt", "--published", "2030-05-02") == 0
    assert sayso.out == ""
    lines = sayso.err.splitlines()
    assert lines[0].endswith("empty.txt is empty")
    assert "first.txt (" in lines[1]
    assert "2 claims, 2 attributions" in lines[1]
    assert lines[3].endswith("none.txt does not exist")
    assert lines[4] == "2 documents read, 3 claims found, 0 held already, 2 skipped"


def test_what_was_skipped_among_many_is_told_again_at_the_end(sayso, folder):
    for number in range(60):
        (folder / f"empty-{number:02d}.txt").write_text("")
    assert sayso("read", folder) == 0
    lines = sayso.err.splitlines()
    at = lines.index("2 documents read, 3 claims found, 0 held already, 60 skipped")
    told = [line for line in lines[at + 1 :] if not line.startswith("last hash")]
    assert told[0].endswith("empty-00.txt is empty")
    assert told[-1] == "  and 40 more; --quiet tells only these"
    assert len(told) == 21


def test_reading_again_adds_nothing(filled, folder):
    assert filled("read", folder, "--published", "2030-05-02", "--outlet", "Post") == 0
    assert "0 documents read, 0 claims found, 2 held already" in filled.err
    filled("verify", "--json")
    assert json.loads(filled.out)["entries"] == 4


def test_a_newer_reader_reads_again(filled, folder, monkeypatch):
    monkeypatch.setattr("sayso.workspace.default_reader", lambda: standin.BETTER)
    assert filled("read", folder) == 0
    assert "2 documents read, 3 claims found, 0 held already" in filled.err
    filled("claims", "--json")
    assert {row["measure"] for row in filled.records} == {"people.captured"}


def test_a_day_given_later_is_a_correction_and_periods_are_resolved_again(
    sayso, folder
):
    sayso("read", folder / "first.txt")
    assert "day of publication unknown" in sayso.err
    sayso("read", folder / "first.txt", "--published", "2030-05-02")
    assert "1 document read" in sayso.err
    sayso("claims", "--since", "2030-05-02", "--until", "2030-05-02", "--json")
    assert [row["period"] for row in sayso.records] == [["2030-05-02"] * 2] * 2
    sayso("read", folder / "first.txt")
    assert "1 held already" in sayso.err


def test_documents_of_the_ledger_are_read_again_without_their_files(
    filled, folder, monkeypatch
):
    for file in folder.iterdir():
        file.unlink()
    assert filled("read", "--again") == 0
    assert "0 documents read, 0 claims found, 2 held already" in filled.err
    assert filled("read", "--again", "first.txt", "--published", "2031-01-01") == 0
    assert "1 document read" in filled.err
    monkeypatch.setattr("sayso.workspace.default_reader", lambda: standin.BETTER)
    filled("erase", "second.txt", "--reason", "his family asks")
    assert filled("read", "--again") == 0
    assert "1 document read, 2 claims found, 0 held already" in filled.err
    filled("claims", "--json")
    assert {row["published"] for row in filled.records} == {"2031-01-01"}
    assert filled("read", "--again", "none.txt") == 2


def test_a_language_that_is_not_read_is_said_and_counted(sayso, folder):
    (folder / "third.txt").write_text("أسقطت 5 طائرات.", encoding="utf-8")
    assert sayso("read", folder) == 0
    lines = sayso.err.splitlines()
    assert lines[2].endswith('): its language ("ar") is not read')
    assert lines[2].startswith("kept: ")
    assert "third.txt (" in lines[2]
    assert (
        "2 documents read, 3 claims found, 0 held already, 0 skipped,"
        " 1 in a language that is not read"
    ) in lines
    assert sayso("read", folder, "--strict") == 1
    assert sayso("read", folder / "first.txt", "--strict") == 0
    assert sayso("show", "third.txt") == 0
    assert '"أسقطت 5 طائرات.": the language of the text ("ar") is not read' in sayso.out
    sayso("coverage")
    assert 'the language of the text ("ar") is not read' in sayso.out
    assert sayso("export", "jsonl") == 0
    assert "1 document is in a language that is not read" in sayso.err


def test_read_needs_something_to_read(sayso, tmp_path):
    assert sayso("read") == 2
    assert "name a file" in sayso.err
    assert sayso("read", "--again") == 4
    assert list((tmp_path / "ledger").iterdir()) == []


def test_the_same_words_elsewhere_are_a_capture(filled, folder):
    filled("read", folder / "first.txt", "--outlet", "Herald", "--json")
    (row,) = filled.records
    assert row["facts"]["outlet"] == "Post"
    assert [capture["outlet"] for capture in row["captures"]] == ["Herald"]
    filled("read", folder / "first.txt", "--outlet", "Herald", "--json")
    assert len(filled.records[0]["captures"]) == 1


def test_read_takes_standard_input(sayso, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(TEXT.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert sayso("read", "-", "--json") == 0
    (row,) = sayso.records
    assert row["claims"] == 1
    assert row["is_new"]


def test_processes_store_the_same_as_one(sayso, tmp_path, monkeypatch):
    rows = [{"id": f"d{n}", "text": TEXT.replace("40", str(n))} for n in range(11)]
    rows.insert(4, {"id": "bad", "text": "refuse me"})
    rows.insert(6, {"id": "twice", "text": rows[0]["text"]})
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "nonsense\n")
    reports = []
    for jobs in ("1", "2"):
        ledger = str(tmp_path / f"{jobs}.db")
        assert sayso("read", path, "--jobs", jobs, "--ledger", ledger) == 0
        reports.append(sayso.err)
    assert reports[0].splitlines()[:4] == reports[1].splitlines()[:4]
    assert [line for line in reports[0].splitlines() if "skipped" in line] == [
        line for line in reports[1].splitlines() if "skipped" in line
    ]


BAD_FILES = {
    "empty": b"",
    "binary": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "not UTF-8": "Übermorgen".encode("latin-1"),
    "bad lines": b'nonsense\n{"text": "x", "published": "2030-02-31"}\n',
}


@pytest.mark.parametrize("data", BAD_FILES.values(), ids=BAD_FILES)
def test_bad_files_are_one_sentence_each_and_the_rest_is_read(
    sayso, tmp_path, folder, data
):
    bad = tmp_path / "bad.jsonl" if b"text" in data else tmp_path / "bad.txt"
    bad.write_bytes(data)
    assert sayso("read", bad) == 3
    assert "nothing could be read" in sayso.err
    assert sayso("read", bad, folder) == 0
    assert "2 documents read" in sayso.err
    assert sayso("read", bad, folder, "--strict") == 1
    skipped = [line for line in sayso.err.splitlines() if line.startswith("skipped")]
    assert 1 <= len(skipped) <= 2
    assert "Traceback" not in sayso.err


def test_a_page_that_was_changed_in_its_archive_is_read_and_said_to_be(sayso, tmp_path):
    archive = made_files.warc(gzip=False).replace(b"heavy shelling", b"light shelling")
    (tmp_path / "changed.warc").write_bytes(archive)
    assert sayso("read", tmp_path / "changed.warc") == 0
    assert "damaged: its archive states another digest" in sayso.err


def test_nul_and_lone_surrogates_are_stored_as_replaced(sayso, tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text(
        json.dumps({"text": f"{TEXT} \0"})[:-2] + '\\ud800", "id": "\\udfff"}'
    )
    assert sayso("read", path) == 0
    sayso("show", "\ufffd", "--json")
    assert json.loads(sayso.out)["text"] == f"{TEXT} \ufffd\ufffd"


def test_a_wrong_date_is_wrong_use(sayso, folder):
    assert sayso("read", folder, "--published", "2030-02-31") == 2
    assert '"2030-02-31" is not a day of the calendar' in sayso.err


def test_a_very_long_text_is_kept_whole_and_read_within_bounds(
    sayso, tmp_path, monkeypatch
):
    monkeypatch.setattr("sayso.workspace.batch.LONGEST_READ", 1000)
    (tmp_path / "long.txt").write_text(f"{TEXT}\n" * 100)
    assert sayso("read", tmp_path / "long.txt") == 0
    assert "; 1 gap" in sayso.err
    sayso("show", "long.txt", "--json")
    record = json.loads(sayso.out)
    assert len(record["text"]) == 6600
    assert 10 < len(record["claims"]) < 16
    sayso("coverage")
    assert "characters were not read" in sayso.out


def test_a_ledger_of_another_version_is_ledger_trouble(filled, folder):
    other = sqlite3.connect(os.environ["SAYSO_LEDGER"])
    other.execute("PRAGMA user_version = 99")
    other.close()
    for words in (("read", folder), ("claims",), ("verify",)):
        assert filled(*words) == 4
        assert "has version 99" in filled.err


def test_a_damaged_ledger_is_ledger_trouble(sayso, folder, tmp_path):
    (tmp_path / "ledger" / "test.db").write_text("no database at all" * 1000)
    for words in (("read", folder), ("claims",), ("verify",)):
        assert sayso(*words) == 4
        assert len(sayso.err.splitlines()) == 1
        assert "damaged or not a ledger" in sayso.err


def test_a_folder_that_takes_no_file_is_ledger_trouble(sayso, folder):
    ledger = str(folder / "first.txt" / "test.db")
    assert sayso("read", folder, "--ledger", ledger) == 4
    assert "cannot be opened or made there" in sayso.err


def test_a_full_disk_is_ledger_trouble_and_what_was_stored_stays(
    filled, tmp_path, folder
):
    (tmp_path / "big.txt").write_text("Rain fell on the road.\n" * 40_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, hard))
    try:
        assert filled("read", tmp_path / "big.txt") == 4
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert "disk" in filled.err
    assert filled("verify") == 0
    filled("claims", "--count")
    assert filled.out == "3\n"
