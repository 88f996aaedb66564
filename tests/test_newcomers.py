"""Five additions by somebody new, each one file and one row, tried from end to end.

They are made in a copy of the package whose files are links, and run in a process of
their own: a check, a measure with nouns of its own, a language that is read like
another, an export, a ledger.
"""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tables import SOURCE, missing_rows

MEASURE = """
title = "Fields mined"
counts = "fields said to have been mined"
units = ["count"]
things = ["field"]
holder = "affected"
behaves = ["of_an_event", "in_a_moment", "harms"]

[nouns.field]
en = ["wheat field", "beet field"]

[en]
does = ["sow with mines"]
undergoes = []
losing = []
names = []
states = ["mined"]
tallies = []
acts = []

[[examples]]
text = "In Olmar 12 wheat fields were mined."
words = "12 wheat fields"
"""
CHECK = '''
"""Fields: a note on every mined field."""

from sayso.checks.support.check import Check, claim_input, claim_order
from sayso.model import Level, Outcome


def check_fields(claims, context):
    """Yield a note for each claim of mined fields."""
    for claim in sorted(claims, key=claim_order):
        if claim.measure == "fields.mined":
            yield CHECK.find(
                Outcome.CANNOT_CHECK,
                Level.NOTE,
                (claim_input(claim, "fields"),),
                f"{claim.claimant or 'Unattributed in a document'}: fields are stated",
                ("one figure",),
            )


CHECK = Check("fields", 1, "Mined fields are stated", "Every one.", check_fields)
'''
EXPORT = '''
"""Cards: a line a claim."""

from sayso.exports.bundle import Format


def write_cards(bundle, out):
    """Write who claims what, a line each."""
    for row in bundle.rows:
        out.write(row.sentence() + "\\n")


FORMAT = Format("cards", ".cards", "text/plain", write_cards, "a line a claim")
'''
PARTS = (
    "comparing credits forms numbers parties places sentences speakers speech times"
).split()
LANGUAGE = {
    "vocabulary/languages/xx/__init__.py": '"""Read as English is."""\n\nNAME = "Xx"\n',
    **{
        f"vocabulary/languages/xx/{part}.py": (
            f'"""As in English."""\n\nfrom sayso.vocabulary.languages.en.{part} import'
            f" {part.upper()} as {part.upper()}\n"
        )
        for part in PARTS
    },
}
LEDGER = '''
"""A ledger that is kept in memory under another name."""

from sayso.ledger.memory import MemoryLedger


class ClayLedger(MemoryLedger):
    """Nothing is kept on a disk."""
'''
SCRIPT = """
import json, sys
from datetime import date
from io import StringIO
from sayso.checks import CHECKS
from sayso.exports import FORMATS
from sayso.ledger import open_ledger
from sayso.linking.told import kind_of
from sayso.model import Document, to_days
from sayso.reading.reader import read_document
from sayso.workspace import Workspace
from sayso.workspace.exporting import gather

text = ("The General Staff of Ukraine said Russian forces had mined 12 wheat fields"
        " near Kupiansk on Saturday. In Kupiansk 12 wheat fields were mined.")
with Workspace("clay:") as workspace:
    told = dict(published=date(2025, 3, 3), outlet="Post")
    again = Document(text + " Rain fell.", language="xx", **told)
    list(workspace.read([Document(text, **told), again]))
    claims = [held.claim for held in workspace.claims()]
    left = [
        [*(c.accrual and str(c.accrual) for c in read_document(document).claims)]
        for document in (
            Document("The mayor said 12 beet fields were mined overnight.", **told),
            Document("The mayor said 12 beet fields were mined as of 1 March.", **told),
        )
    ]
    found = workspace.check(["fields"]).findings
    (form,) = (f for f in FORMATS if f.name == "cards")
    out = StringIO()
    form.write(gather(workspace), out)
    documents = list(workspace.all_documents())
    last = [c for c in claims if c.measure == "fields.mined"][-1]
    print(json.dumps({
        "ledger": type(open_ledger("clay:")).__name__,
        "measures": sorted({c.measure for c in claims}),
        "group": last.group,
        "accruals": [c.accrual and str(c.accrual) for c in claims],
        "left": left,
        "event": kind_of("fields.mined"),
        "place": last.place,
        "period": last.period and to_days(last.period),
        "findings": len(found),
        "cards": out.getvalue().splitlines(),
        "languages": [[d.facts.language, d.attributions] for d in documents],
    }))
"""

COMMANDS = """
import json, sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from sayso.cli import main

def said(*words):
    out = StringIO()
    with redirect_stdout(out):
        code = main([*words, "--ledger", "sayso.db"])
    assert code == 0, (words, code, out.getvalue())
    return out.getvalue()

told = {}
Path("report.txt").write_text(
    "The General Staff of Ukraine said Russian forces had mined 12 wheat fields"
    " near Kupiansk on Saturday."
)
said("read", "report.txt", "--published", "2025-03-03", "--outlet", "Post", "-q")
told["claims"] = said("claims", "--measure", "fields.mined")
told["check"] = said("check", "--only", "fields", "--all")
told["export"] = said("export", "cards")
told["coverage"] = said("coverage")
print(json.dumps(told))
"""

FILES = {
    "vocabulary/measures/fields_mined.toml": MEASURE,
    "checks/fields.py": CHECK,
    "exports/cards.py": EXPORT,
    **LANGUAGE,
    "ledger/clay.py": LEDGER,
}
ROWS = (
    (
        "vocabulary/measures/__init__.py",
        '    "damage.buildings",\n',
        '    "fields.mined",\n',
    ),
    ("checks/__init__.py", "    wordings.CHECK,\n", "    fields.CHECK,\n"),
    ("checks/__init__.py", "    falls,\n", "    fields,\n"),
    ("exports/__init__.py", "    dossier.FORMAT,\n", "    cards.FORMAT,\n"),
    ("exports/__init__.py", "    atom,\n", "    cards,\n"),
    ("vocabulary/languages/__init__.py", 'for code in ("en",', ' "xx",'),
    (
        "ledger/__init__.py",
        '        "memory": "sayso.ledger.memory:MemoryLedger",\n',
        '        "clay": "sayso.ledger.clay:ClayLedger",\n',
    ),
)
"""File, the words behind which a row is written, and the row."""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    copy = tmp_path_factory.mktemp("house") / "sayso"
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(SOURCE, copy, copy_function=os.symlink, ignore=leave)
    for name, text in FILES.items():
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def told(house):
    """What the additions come to, once their rows are written."""
    assert len(missing_rows(house)) == len(FILES) - len(PARTS)
    for name, behind, row in ROWS:
        path = house / name
        text = path.read_text(encoding="utf-8")
        assert behind in text, (name, behind)
        path.unlink()
        path.write_text(text.replace(behind, behind + row, 1), encoding="utf-8")
    assert missing_rows(house) == []
    return run(house, SCRIPT)


def run(house, script):
    """Give what a script prints, run with the copy of the package."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(house.parent)},
        cwd=house.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def commands(house, told):
    """What the commands print once the rows are written."""
    return run(house, COMMANDS)


def test_a_measure_brings_accrual_place_and_period(told):
    assert told["measures"] == ["fields.mined"]
    assert told["group"] == "wheat field"
    assert set(told["accruals"]) == {"flow"}
    assert told["place"] == "Kupiansk"
    assert told["period"]


def test_days_say_flow_or_total_as_the_measure_behaves(told):
    """The network calls the second a flow; `behaves` and "as of" say otherwise."""
    assert told["left"] == [["flow"], ["total"]]


def test_claims_of_a_measure_may_be_of_an_incident(told):
    assert told["event"] == "harm"


def test_a_check_is_run(told):
    assert told["findings"]


def test_an_export_is_written(told):
    assert any("(Fields mined)" in line for line in told["cards"])


def test_a_language_with_a_row_is_read(told):
    assert [language for language, claims in told["languages"] if claims] == [
        "en",
        "xx",
    ]


def test_a_ledger_opens_by_its_word(told):
    assert told["ledger"] == "ClayLedger"


def test_commands_read_count_check_and_write_what_was_added(commands):
    """As a user meets them, without a line of theirs changed."""
    assert "12 wheat fields" in commands["claims"]
    assert "fields are stated" in commands["check"]
    assert "(Fields mined)" in commands["export"]
    assert commands["coverage"]


@pytest.fixture
def lone(tmp_path):
    """A copy of the package with nothing added."""
    copy = tmp_path / "sayso"
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(SOURCE, copy, copy_function=os.symlink, ignore=leave)
    return copy


@pytest.mark.parametrize(
    ("file", "row"),
    [
        ("checks/fields.py", "list fields.CHECK in CHECKS (checks/__init__.py)"),
        ("exports/cards.py", "list cards.FORMAT in FORMATS (exports/__init__.py)"),
        (
            "vocabulary/measures/fields_mined.toml",
            'list "fields.mined" in MEASURES (vocabulary/measures/__init__.py)',
        ),
        (
            "vocabulary/languages/xx/__init__.py",
            'list "xx" in LANGUAGES (vocabulary/languages/__init__.py)',
        ),
        (
            "ledger/clay.py",
            'list "clay": "sayso.ledger.clay:...Ledger" in BACKENDS',
        ),
    ],
    ids=["check", "export", "measure", "language", "ledger"],
)
def test_a_file_without_its_row_says_what_to_write_where(lone, file, row):
    (lone / file).parent.mkdir(exist_ok=True)
    (lone / file).write_text(FILES[file], encoding="utf-8")
    (told,) = missing_rows(lone)
    assert told.startswith(row)


def test_a_language_that_lacks_parts_says_which(lone):
    """A stub: a folder with a name, a row, and half of its files."""
    for name, text in LANGUAGE.items():
        if not name.endswith(("numbers.py", "times.py")):
            (lone / name).parent.mkdir(exist_ok=True)
            (lone / name).write_text(text, encoding="utf-8")
    table = lone / "vocabulary/languages/__init__.py"
    text = table.read_text(encoding="utf-8")
    table.unlink()
    table.write_text(text.replace('for code in ("en",)', 'for code in ("en", "xx")'))
    done = subprocess.run(
        [sys.executable, "-c", "import sayso.vocabulary.languages"],
        env={**os.environ, "PYTHONPATH": str(lone.parent)},
        cwd=lone.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (
        'language "xx" lacks numbers, times: expected in languages/xx/numbers.py,'
        " languages/xx/times.py" in done.stderr
    )
