"""Known faults of dependencies: what has one is named, the rest is not cleared."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / ".ci" / "audit.py"
PROJECT = """[project]
name = "made-up"
version = "1"
dependencies = ["{}"]
"""


def audit(*words):
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def checkout(tmp_path):
    """Give a function that makes a checkout of one pin and one dependency."""

    def make(pin, wanted="numpy>=2"):
        folder = tmp_path / "checkout"
        folder.mkdir()
        (folder / "requirements.txt").write_text(f"{pin} \\\n    --hash=sha256:00\n")
        (folder / "pyproject.toml").write_text(PROJECT.format(wanted))
        return folder

    return make


def record(**affected):
    package = {"ecosystem": "PyPI", "name": "Made.Up_Name"}
    return {
        "id": "MADE-2030-1",
        "modified": "2030-05-03T12:00:00Z",
        "affected": [{"package": package, **affected}],
    }


def events(*told):
    return [{"type": "ECOSYSTEM", "events": list(told)}]


def test_no_pin_and_no_oldest_version_has_a_known_fault_and_the_age_is_said():
    code, told, _ = audit()
    assert code == 0, told
    assert "0 known faults in" in told
    assert "facts until 20" in told
    assert "are from memory alone" in told
    assert "packages have none listed, which says nothing of them" in told


def test_a_pin_with_a_known_fault_is_named(checkout):
    code, told, _ = audit("--in", checkout("Jinja2==3.1.5"))
    assert code == 1
    assert "jinja2 3.1.5 has CVE-2025-27516 (mended in 3.1.6): requirements.txt" in told


def test_so_is_an_oldest_version_that_is_allowed(checkout):
    code, told, _ = audit("--in", checkout("numpy==2.4", "starlette[full]>=1.3"))
    assert code == 1
    assert "CVE-2026-54283 (mended in 1.3.1): pyproject.toml: starlette" in told
    assert "CVE-2026-54282" not in told


RANGES = {
    "below the fix": (
        {"ranges": events({"introduced": "1.2"}, {"fixed": "1.10"})},
        {"1.1": 0, "1.2": 1, "1.9": 1, "1.10": 0},
    ),
    "up to the last": (
        {"ranges": events({"introduced": "0"}, {"last_affected": "1.4"})},
        {"1.4": 1, "1.4.1": 0},
    ),
    "never mended": ({"ranges": events({"introduced": "2"})}, {"1.9": 0, "9": 1}),
    "twice": (
        {
            "ranges": events(
                {"introduced": "1"},
                {"fixed": "1.5"},
                {"introduced": "2"},
                {"fixed": "2.1"},
            )
        },
        {"1.4": 1, "1.9": 0, "2.0": 1, "2.1": 0},
    ),
    "listed": ({"versions": ["3.0", "3.1"]}, {"3.1": 1, "3.2": 0}),
    "commits alone": (
        {"ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]},
        {"1.0": 0},
    ),
}


@pytest.mark.parametrize(
    ("case", "version", "expected"),
    [
        (case, v, code)
        for case, (_, tried) in RANGES.items()
        for v, code in tried.items()
    ],
)
def test_records_of_a_database_that_is_brought(
    checkout, tmp_path, case, version, expected
):
    database = tmp_path / "all.zip"
    with zipfile.ZipFile(database, "w") as packed:
        packed.writestr("MADE-2030-1.json", json.dumps(record(**RANGES[case][0])))
    folder = checkout(f"made-up-name=={version}")
    code, told, _ = audit("--in", folder, "--osv", database)
    assert code == expected
    assert ("made-up-name" in told) is bool(expected)
    assert "facts until 2030-05-03" in told


def test_withdrawn_records_and_other_ecosystems_are_left_out(checkout, tmp_path):
    withdrawn = record(versions=["1"]) | {"withdrawn": "2030-05-04T00:00:00Z"}
    other = record(versions=["1"])
    other["affected"][0]["package"]["ecosystem"] = "npm"
    for at, one in enumerate((withdrawn, other)):
        (tmp_path / f"{at}.json").write_text(json.dumps(one))
    code, told, _ = audit("--in", checkout("made-up-name==1"), "--osv", tmp_path)
    assert (code, told.startswith("0 known faults")) == (0, True)


@pytest.mark.parametrize("data", [None, b"no zip"])
def test_facts_that_cannot_be_read_are_no_all_clear(tmp_path, data):
    path = tmp_path / "all.zip"
    if data is not None:
        path.write_bytes(data)
    code, told, error = audit("--osv", path)
    assert (code, told) == (2, "")
    assert error.startswith("the facts cannot be read")


@pytest.mark.parametrize("words", [["--what"], ["--osv"], ["--osv", "a", "b"]])
def test_unknown_words_are_answered_with_the_usage(words):
    code, _, error = audit(*words)
    assert code == 2
    assert "python .ci/audit.py" in error
