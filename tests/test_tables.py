"""One file, one row: a file that no table lists fails with what to write where."""

import os
import shutil

import pytest

from tables import SOURCE, TABLES, missing_rows


def test_every_file_has_its_row():
    assert missing_rows() == []


NEW = {
    "checks/rations.py": (
        "CHECK = None\n",
        "list rations.CHECK in CHECKS (checks/__init__.py)",
    ),
    "exports/cards.py": (
        "FORMAT = None\n",
        "list cards.FORMAT in FORMATS (exports/__init__.py)",
    ),
    "intake/telex.py": (
        "FORMAT = None\n",
        "list telex.FORMAT in FORMATS (intake/__init__.py)",
    ),
    "assistant/ferries.py": (
        "TOOL = None\n",
        "list ferries.TOOL in TOOLS (assistant/__init__.py)",
    ),
    "web/pages/ferries.py": (
        "PAGE = None\n",
        "list ferries.PAGE in PAGES (web/__init__.py)",
    ),
    "vocabulary/languages/yy/__init__.py": (
        "NAME = None\n",
        'list "yy" in LANGUAGES (vocabulary/languages/__init__.py)',
    ),
    "vocabulary/measures/fields_mined.toml": (
        'title = "Fields mined"\n',
        'list "fields.mined" in MEASURES (vocabulary/measures/__init__.py)',
    ),
    "vocabulary/theatres/elbonia.toml": (
        'name = "elbonia"\n',
        'list "elbonia" in THEATRES (vocabulary/theatres/__init__.py)',
    ),
    "cli/ferry.py": (
        "EXAMPLE = 'sayso ferry'\n",
        'list Command("ferry", ...) in COMMANDS (cli/__init__.py)',
    ),
    "ledger/clay.py": (
        "class ClayLedger: ...\n",
        'list "clay": "sayso.ledger.clay:...Ledger" in BACKENDS (ledger/__init__.py)',
    ),
    "exports/forgotten.py": (
        "def write_cards(bundle, out): ...\n",
        "nothing uses exports/forgotten.py: list forgotten.FORMAT in FORMATS",
    ),
}


@pytest.fixture
def house(tmp_path):
    leave = shutil.ignore_patterns("__pycache__")
    copy = tmp_path / "sayso"
    shutil.copytree(SOURCE, copy, copy_function=os.symlink, ignore=leave)
    return copy


@pytest.mark.parametrize("name", NEW)
def test_a_file_without_a_row_says_what_to_write_where(house, name):
    text, expected = NEW[name]
    path = house / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (told,) = missing_rows(house)
    assert told.startswith(expected)


def test_every_table_is_tried():
    tried = {expected.split(" in ")[1].split(" (")[0] for _, expected in NEW.values()}
    assert {table.name for table in TABLES} <= {t.split(",")[0] for t in tried}
