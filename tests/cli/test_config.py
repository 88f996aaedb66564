"""Settings: option, variable, file, built in, in this order and no other."""

import json
import shutil
import subprocess

import pytest

from sayso.cli import main
from sayso.cli.manual import manual_page, whole_parser
from sayso.errors import InputError
from sayso.workspace import default_ledger
from sayso.workspace.configured import SETTINGS, chosen, load_file, template


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Settings of nobody."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "settings"))
    for setting in SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)
    (tmp_path / "settings").mkdir()
    return tmp_path / "settings"


def write(folder, text):
    (folder / "config.toml").write_text(text, encoding="utf-8")


def test_nothing_said_is_built_in(sayso):
    assert default_ledger() == "sayso.db"
    assert sayso("config", "--json") == 0
    told = json.loads(sayso.out)["settings"]
    assert {one["said_by"] for one in told} == {"built in"}
    assert [one["key"] for one in told] == [setting.key for setting in SETTINGS]


def test_option_before_variable_before_file(sayso, folder, tmp_path, monkeypatch):
    write(folder, f'ledger = "{tmp_path}/of-file.db"\njobs = 3\n')
    assert default_ledger() == f"{tmp_path}/of-file.db"
    assert (chosen("jobs").value, chosen("jobs").is_built_in) == (3, False)
    monkeypatch.setenv("SAYSO_LEDGER", f"{tmp_path}/of-variable.db")
    assert default_ledger() == f"{tmp_path}/of-variable.db"
    report = tmp_path / "a.txt"
    report.write_text("General Orlan said over 40 soldiers were killed in Olmar.")
    assert sayso("read", report, "--ledger", tmp_path / "of-option.db") == 0
    assert (tmp_path / "of-option.db").is_file()
    assert not (tmp_path / "of-variable.db").exists()


def test_a_path_from_home_is_made_whole(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    write(folder, 'ledger = "~/news.db"')
    assert default_ledger() == f"{tmp_path}/news.db"


def test_quiet_holds_for_all_commands(sayso, folder, tmp_path):
    report = tmp_path / "a.txt"
    report.write_text("General Orlan said over 40 soldiers were killed in Olmar.")
    write(folder, "quiet = true")
    assert sayso("read", report, "--ledger", tmp_path / "a.db") == 0
    assert sayso.err == ""


FAULTS = {
    "unknown": ('ledgre = "/a.db"', 'unknown "ledgre"; known: ledger'),
    "kind": ("jobs = '3'", "must be a whole number"),
    "yes": ("quiet = 1", "must be yes or no"),
    "far": ("port = 70000", "must be from 1 to"),
    "relative": ("ledger = 'a.db'", "must be a whole path"),
    "syntax": ("ledger =", "cannot be read"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_in_the_file_is_said_and_stops(sayso, folder, case):
    text, reason = FAULTS[case]
    write(folder, text)
    with pytest.raises(InputError, match=reason):
        load_file(folder / "config.toml")
    assert sayso("claims") == 3
    assert reason in sayso.err
    assert sayso("config", "--json") == 3


@pytest.mark.parametrize(
    ("variable", "value"),
    [("SAYSO_JOBS", "many"), ("SAYSO_PORT", "0"), ("SAYSO_QUIET", "perhaps")],
)
def test_a_fault_in_a_variable_is_said(sayso, monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    assert sayso("config") == 3
    assert variable in sayso.err


def test_a_file_to_begin_with_explains_every_key_and_changes_none(sayso, folder):
    assert sayso("config", "--write") == 0
    text = (folder / "config.toml").read_text(encoding="utf-8")
    assert text == template()
    assert all(setting.meaning in text for setting in SETTINGS)
    assert load_file(folder / "config.toml") == {}
    uncommented = text.replace("# ledger", "ledger").replace("# jobs", "jobs")
    write(folder, uncommented)
    assert set(load_file(folder / "config.toml")) == {"ledger", "jobs"}
    assert sayso("config", "--write") == 3


def test_settings_are_shown_with_who_says_so(sayso, folder, monkeypatch):
    write(folder, "port = 9000")
    monkeypatch.setenv("SAYSO_JOBS", "2")
    assert sayso("config") == 0
    assert f"port = 9000  ({folder / 'config.toml'})" in sayso.out
    assert "jobs = 2  (SAYSO_JOBS)" in sayso.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_every_command(sayso, shell):
    pytest.importorskip("shtab", reason="needs the extra completion")
    assert sayso("completion", shell) == 0
    assert "watch-question" in sayso.out
    assert "unattributed" in sayso.out
    if shell == "bash" and shutil.which("bash"):
        done = subprocess.run(
            ["bash", "-n"], input=sayso.out, text=True, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_the_manual_page_is_up_to_date_and_has_every_command(request):
    page = request.config.rootpath / "docs" / "sayso.1"
    assert page.read_text(encoding="utf-8") == manual_page(), "run make docs"
    for words in ("read", "mcp", "watch\\-question", "SAYSO_LEDGER"):
        assert words in manual_page()
    assert whole_parser().parse_args(["config", "--write"]).write


def test_help_of_the_module_is_that_of_the_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "config" in capsys.readouterr().out
