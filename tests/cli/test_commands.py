import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from sayso.cli import COMMANDS, THREAD_SETTINGS, ask_for_one_thread, main
from sayso.cli.reference import command_reference

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = [command.name for command in COMMANDS]
SHARED = {
    "command",
    "filters",
    "manual",
    "marks",
    "own",
    "readers",
    "second",
    "records",
    "reference",
    "serve_provider",
    "terminal",
    "versions",
    "whole_files",
}
"""Files of the folder that are no command."""


def test_the_reference_is_up_to_date():
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == command_reference(), "python -m sayso.cli.reference"


def test_folder_and_table_agree():
    import sayso.cli

    folder = Path(sayso.cli.__file__).parent
    files = {file.stem for file in folder.glob("*.py")} - {"__init__"} - SHARED
    assert files == {command.module for command in COMMANDS}, "list it in COMMANDS"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(name, capsys):
    with pytest.raises(SystemExit) as stop:
        main([name, "--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    assert f"example: sayso {name}" in shown
    assert "--ledger" in shown
    assert "--quiet" in shown


def test_the_overview_lists_every_command_without_loading_it(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    assert [
        name for name in NAMES if not re.search(rf"^ +{name} ", shown, re.MULTILINE)
    ] == []


WRONG_USE = {
    "nothing": [],
    "unknown": ["guess"],
    "option": ["claims", "--guess"],
    "date": ["claims", "--since", "yesterday"],
}


@pytest.mark.parametrize("words", WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_exit_code_2(words, capsys):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert "usage: sayso" in capsys.readouterr().err


def test_the_examples_parse():
    from sayso.cli import build_parser

    for command in COMMANDS:
        example = import_module(f"sayso.cli.{command.module}").EXAMPLE
        words = [
            word.strip('"')
            for word in re.findall(r'"[^"]*"|\S+', example.partition(">")[0])
        ]
        build_parser(words[1:]).parse_args(words[1:])


THREADS = {
    "nobody says": ({}, ["1", "1", "1"]),
    "for one library": ({"MKL_NUM_THREADS": "3"}, ["1", "3", "1"]),
    "for all": ({"OMP_NUM_THREADS": "4"}, [None, None, None]),
}


@pytest.mark.parametrize("case", THREADS)
def test_matrices_are_multiplied_on_one_thread_unless_the_user_says_how_many(
    monkeypatch, case
):
    given, expected = THREADS[case]
    monkeypatch.setattr(os, "environ", dict(given))
    ask_for_one_thread()
    assert [os.environ.get(name) for name in THREAD_SETTINGS] == expected


def test_help_starts_without_loading_what_reads():
    script = (
        "import sys; from sayso.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m in ('numpy', 'sayso.workspace')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
