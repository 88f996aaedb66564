"""A real local Spark gives what one process gives, however the work is cut."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What all runs gave; one Spark does them, as starting it takes longest."""
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("PySpark is not installed: make spark")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not here")
    folder = tmp_path_factory.mktemp("spark")
    paths = [str(HERE.parent), *filter(None, sys.path)]
    known = {"PYTHONPATH": os.pathsep.join(paths), "SAYSO_TEST_MARK": f"{folder}/mark"}
    run = [sys.executable, str(HERE / "spark_runs.py"), str(folder)]
    done = subprocess.run(
        run,
        env=os.environ | known,
        capture_output=True,
        text=True,
        timeout=2400,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads((folder / "runs.json").read_text(encoding="utf-8"))


def read(rows):
    """The rows of what was read, without what only a cluster's output has."""
    own = ("input", "document", "refused", "stored")
    kept = [row for row in rows if row["refused"] is None]
    bare = [{k: v for k, v in row.items() if k not in own} for row in kept]
    return sorted(bare, key=lambda row: row["id"])


@pytest.mark.parametrize("run", ["1 parts", "2 parts", "7 parts", "shuffled"])
def test_rows_are_those_of_one_process(found, run):
    embedded = sorted(found["embedded"], key=lambda row: row["id"])
    assert len(embedded) == 5
    assert any(row["claims"] for row in embedded)
    assert read(found["runs"][run]["rows"]) == embedded


@pytest.mark.parametrize("run", ["2 parts", "7 parts", "shuffled", "again", "command"])
def test_every_column_is_equal_however_the_work_is_cut(found, run):
    assert found["runs"][run]["rows"] == found["runs"]["1 parts"]["rows"]


def test_a_finished_output_is_not_read_again(found):
    first, again = (found["runs"][name]["added"] for name in ("2 parts", "again"))
    assert (first["documents"], first["refused"]) == (5, 1)
    assert first["claims"] == sum(len(row["claims"]) for row in found["embedded"])
    assert again == {"documents": 0, "claims": 0, "refused": 0}


def test_what_was_not_read_is_a_row_and_a_code(found):
    (refused,) = (r for r in found["runs"]["1 parts"]["rows"] if r["refused"])
    assert "is not JSON" in refused["refused"]
    assert found["runs"]["command"]["code"] == 1


def test_the_part_of_a_killed_worker_is_done_again(found):
    assert found["died"]
    killed, whole = (found["runs"][name] for name in ("killed", "jsonl"))
    assert killed == whole
    assert killed["added"]["documents"] == 6


def test_every_form_gives_the_same_documents_and_claims(found):
    runs = [found["runs"][form]["rows"] for form in ("jsonl", "parquet", "warc")]
    lines, table, archive = ({row["document"]: row for row in rows} for rows in runs)
    assert lines.keys() == table.keys() == archive.keys()
    for document, row in lines.items():
        assert table[document]["claims"] == row["claims"]
        words = [claim["words"] for claim in archive[document]["claims"]]
        assert words == [claim["words"] for claim in row["claims"]]


@pytest.mark.parametrize("run", ["shares 1", "shares 2", "shares 7", "shares grown"])
def test_documents_share_what_one_process_finds_however_the_work_is_cut(found, run):
    rows = found["runs"][run]["rows"]
    assert rows == found["shared"]
    assert len(rows) > 100
    assert any(len(row["passages"]) > 1 for row in rows)


def test_a_finished_output_of_shares_is_not_made_again(found):
    first, again = (found["runs"][name] for name in ("shares 2", "shares again"))
    assert first["held"] == {
        "documents": 40,
        "pairs": len(first["rows"]),
        "is_new": True,
    }
    assert again["held"] == first["held"] | {"is_new": False}
    assert again["rows"] == first["rows"]


def test_the_part_of_a_killed_worker_of_shares_is_done_again(found):
    assert found["share died"]
    assert found["runs"]["shares killed"]["rows"] == found["shared"]


def test_the_command_finds_the_same(found):
    assert found["runs"]["shares command"]["code"] == 0
    assert found["runs"]["shares command"]["rows"] == found["shared"]


def test_an_output_of_other_documents_is_made_anew(found):
    fewer, grown = (found["runs"][name] for name in ("shares fewer", "shares grown"))
    assert (fewer["held"]["documents"], grown["held"]["documents"]) == (20, 40)
    assert fewer["held"]["is_new"]
    assert grown["held"]["is_new"]
    assert len(fewer["rows"]) < len(grown["rows"])


LINKED = ["links 1", "links 2", "links 7", "links killed", "links grown"]


@pytest.mark.parametrize("run", [*LINKED, "links command"])
def test_origins_and_incidents_are_those_of_one_process(found, run):
    given, wanted = found["runs"][run], found["linked reports"]
    assert given["origins"] == wanted["origins"]
    assert given["incidents"] == wanted["incidents"]
    assert any(len(one["hops"]) > 1 for one in wanted["origins"])
    assert any(len(one["documents"]) > 2 for one in wanted["incidents"])


def test_of_two_captures_of_one_text_the_first_published_counts(found):
    """The copy of a text under another outlet and a later day changes nothing."""
    mixed = found["runs"]["links mixed"]
    assert mixed["held"]["documents"] == 16
    for kind in ("origins", "incidents"):
        assert mixed[kind] == found["linked reports"][kind]


def test_links_of_other_documents_are_made_anew(found):
    eight, grown = (found["runs"][name] for name in ("links eight", "links grown"))
    assert (eight["held"]["documents"], grown["held"]["documents"]) == (8, 16)
    assert eight["origins"] != grown["origins"]


def test_finished_links_are_not_made_again(found):
    first, again = (found["runs"][name] for name in ("links 2", "links again"))
    assert first["held"]["is_new"]
    assert again["held"] == first["held"] | {"is_new": False}
    assert again["origins"] == first["origins"]


def test_the_parts_of_killed_workers_of_links_are_done_again(found):
    assert found["link died"]
    assert found["runs"]["links killed"]["held"] == found["runs"]["links 1"]["held"]


def test_a_ledger_that_took_the_readings_in_shows_the_same(found):
    for kind, same in (
        ("origins", ("id", "day", "documents", "credited")),
        ("incidents", ("id", "kind", "place")),
    ):
        wanted = {one["id"]: one for one in found["linked reports"][kind]}
        shown = {one["id"]: one for one in found["ledger"][kind]}
        assert shown.keys() == wanted.keys()
        for key, one in shown.items():
            assert {k: one[k] for k in same} == {k: wanted[key][k] for k in same}
    held = {o["id"]: o for o in found["ledger"]["origins"]}
    for one in found["linked reports"]["origins"]:
        claims = [claim["id"] for claim in held[one["id"]]["claims"]]
        assert claims == [claim["claim"] for claim in one["claims"]]
