"""Another rule, word or weight is another reader, and it reads anew."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.reading.edition import MADE_OF, digest_files, reader_digest
from sayso.reading.reader import reader_name

TEXT = "The General Staff said its troops zarbled 40 soldiers near Pokrovsk."
RUN = "import sys; from sayso.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def house(tmp_path):
    """A copy of the package, its files as links, in a folder to import it from."""
    source = Path(sayso.__file__).parent
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(
        source, tmp_path / "src" / "sayso", copy_function=os.symlink, ignore=leave
    )
    return tmp_path / "src"


def rewrite(path: Path, old: str, new: str) -> None:
    """Put an edited copy in the place of a link."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.unlink()
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add_verb(house: Path) -> None:
    measures = house / "sayso" / "vocabulary" / "measures"
    rewrite(measures / "people_killed.toml", "does = [", 'does = ["zarble", ')


def digest_of(house: Path) -> str:
    return digest_files(house.joinpath(*name.split(".")) for name in MADE_OF)


def run(house: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(house)}
    return subprocess.run(
        [sys.executable, "-c", RUN, *words],
        env=environment,
        cwd=house.parent,
        capture_output=True,
        text=True,
        check=True,
    )


def test_the_same_files_are_the_same_reader(house):
    assert digest_of(house) == reader_digest()
    assert reader_name().split()[2] == reader_digest()[:12]


CHANGES = {
    "a verb": ("vocabulary/measures/people_killed.toml", "does = [", 'does = ["x", '),
    "a rule": ("reading/gaps.py", "def find_gaps", "def find_gap"),
    "a pack": ("vocabulary/theatres/sudan.toml", "[", "\n["),
    "a weight": ("reading/tagger/weights/linker.json", "0", "1"),
    "a unit": ("model/quantity.py", "class ", "class  "),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_one_change_is_another_reader(house, change):
    name, old, new = change
    rewrite(house / "sayso" / name, old, new)
    assert digest_of(house) != reader_digest()


def test_line_ends_and_prose_make_no_other_reader(house):
    prose = house / "sayso" / "reading" / "tagger" / "weights" / "CARD.md"
    rewrite(prose, "#", "##")
    table = house / "sayso" / "vocabulary" / "things.toml"
    words = table.read_bytes().replace(b"\n", b"\r\n")
    table.unlink()
    table.write_bytes(words)
    assert digest_of(house) == reader_digest()


def test_a_verb_added_to_a_measure_reads_the_ledger_anew(house):
    (house.parent / "report.txt").write_text(TEXT, encoding="utf-8")
    ledger = ("--ledger", str(house.parent / "test.db"))
    run(house, "read", "report.txt", "--published", "2030-05-02", *ledger)
    held = run(house, "read", "--again", *ledger)
    assert "0 documents read, 0 claims found, 1 held already" in held.stderr
    add_verb(house)
    again = run(house, "read", "--again", *ledger)
    assert "1 document read" in again.stderr
    assert "0 held already" in again.stderr
    shown = run(house, "show", "report.txt", "--readers", *ledger).stdout.splitlines()
    assert shown[1].lstrip().startswith("(1)")
    assert shown[2].endswith("current")
    assert shown[1].split(",")[0] != shown[2].split(",")[0]


def test_weights_count_by_the_hash_listed_beside_them(house):
    weights = house / "sayso" / "reading" / "claims" / "weights_en"
    listed = json.loads((weights / "claims.json").read_text())["sha256"]["upper.onnx"]
    assert digest_of(house) == reader_digest()
    rewrite(weights / "claims.json", listed, listed[::-1])
    assert digest_of(house) != reader_digest()
    blob = (weights / "upper.onnx").read_bytes()
    assert hashlib.sha256(blob).hexdigest() == listed
