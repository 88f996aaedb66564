"""Exports, annotations and watched folders from the command line."""

import json
import os
import threading

import pytest

import made_files


def test_an_export_is_written_to_standard_output(filled):
    assert filled("export", "csv", "--speaker", "Orlan") == 0
    head, row = filled.out.splitlines()
    assert head.startswith("id,statement,claimant")
    assert "General Orlan claims: “over 40 soldiers”" in row


def test_a_csv_file_gets_its_description_beside_it(filled, tmp_path):
    assert filled("export", "csv", "-o", tmp_path / "out.csv") == 0
    package = json.loads((tmp_path / "out.datapackage.json").read_text())
    assert package["resources"][0]["path"] == "out.csv"
    assert (tmp_path / "out.csv").read_bytes().count(b"\r\n") == 4
    assert sorted(p.name for p in tmp_path.glob(".*.part")) == []


def test_a_folder_gets_a_data_package(filled, tmp_path):
    (tmp_path / "out").mkdir()
    assert filled("export", "csv", "-o", tmp_path / "out") == 0
    names = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert names == ["claims.csv", "datapackage.json"]


def test_a_file_that_cannot_be_written_is_told(filled, tmp_path):
    assert filled("export", "jsonl", "-o", tmp_path / "none" / "a.jsonl") == 2
    assert "cannot be written" in filled.err


def test_an_unknown_format_lists_those_that_are_known(filled):
    assert filled("export", "xlsx") == 2
    assert "geojson" in filled.err


def test_annotations_are_taken_in_again(filled, tmp_path):
    path = tmp_path / "a.jsonld"
    assert filled("export", "webannotation", "-o", path) == 0
    assert filled("import", "annotations", path) == 0
    assert "held" in filled.out
    path.write_text(path.read_text().replace("over 40", "over 41"))
    assert filled("import", "annotations", path) == 3
    assert "where the text has" in filled.err


def test_a_watched_folder_is_read_once_its_files_are_at_rest(sayso, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.html").write_bytes(made_files.html())
    watched = ("watch", inbox, "--every", "1", "--json")
    assert sayso(*watched, "--looks", "1") == 0
    assert sayso.out == ""
    assert sayso(*watched, "--looks", "3") == 0
    (record,) = sayso.records
    assert record["is_new"]


def test_a_file_that_disappears_or_no_folder_is_no_fault(sayso, tmp_path):
    assert sayso("watch", tmp_path / "none", "--looks", "1") == 3
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert sayso("watch", inbox, "--looks", "1") == 0


@pytest.mark.parametrize("form", ["csv", "jsonl", "sqlite"])
def test_a_pipe_is_written_to_and_stays_one(filled, tmp_path, form):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert filled("export", form, "-o", pipe) == 0
    reader.join()
    assert pipe.is_fifo()
    assert read[0]
    assert [p.name for p in tmp_path.iterdir() if "pipe" in p.name] == ["pipe"]
