"""Parts that another package brings: the tiny package in tests/extension, installed."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import fields
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from sayso.errors import VocabularyError
from sayso.vocabulary.languages import Language
from sayso.workspace import installed

PACKAGE = Path(__file__).parent.parent / "extension"
SCRIPT = """
import json, sys
from io import StringIO
from sayso.exports import Format
from sayso.model import Document
from sayso.workspace import Workspace
from sayso.workspace.exporting import gather
from sayso.workspace.installed import every_export
from sayso.workspace.own_data import load_own, reader_name

text = ("Wanda Mudd said 12 soldiers of Lower Elbonia were killed on Saturday while"
        " rations were handed out.")
with Workspace("memory:") as workspace:
    list(workspace.read([sys.argv[1]]))
    list(workspace.read([Document(text + " Rain.", language="xx", outlet="Post")]))
    claims = [held.claim for held in workspace.claims()]
    (form,) = (f for f in every_export() if f.name == "cards")
    out = StringIO()
    form.write(gather(workspace), out)
    print(json.dumps({
        "extractors": sorted(d.facts.extractor for d in workspace.all_documents()),
        "languages": sorted(
            d.facts.language for d in workspace.all_documents() if d.attributions
        ),
        "findings": [f.rule for f in workspace.check(["rations"]).findings],
        "cards": out.getvalue().splitlines(),
        "speakers": sorted({c.speaker.party for c in claims if c.speaker}),
        "theatres": [t.name for t in load_own().theatres if t.name == "elbonia"],
        "reader": reader_name(),
    }))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The package as an installer would lay it down."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(
        PACKAGE / "sayso_rations",
        folder / "sayso_rations",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text())["project"]
    info = folder / f"sayso_rations-{project['version']}.dist-info"
    info.mkdir()
    head = f"Metadata-Version: 2.1\nName: {project['name']}\n"
    (info / "METADATA").write_text(f"{head}Version: {project['version']}\n")
    (info / "entry_points.txt").write_text(
        "".join(
            f"[{group}]\n{''.join(f'{k} = {v}{chr(10)}' for k, v in points.items())}"
            for group, points in project["entry-points"].items()
        )
    )
    return folder


def run(site, *words):
    paths = [str(site), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run(
        [sys.executable, *words], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def told(site, tmp_path_factory):
    path = tmp_path_factory.mktemp("in") / "a.telex"
    path.write_text(
        "Wanda Mudd said 12 soldiers of Lower Elbonia were killed on Saturday while"
        " rations were handed out.NNNN\n"
    )
    return json.loads(run(site, "-c", SCRIPT, str(path)))


def test_a_kind_of_file_and_a_language_are_read(told):
    assert "telex 1" in told["extractors"]
    assert told["languages"] == ["en", "xx"]


def test_a_check_runs_and_an_export_is_written(told):
    assert set(told["findings"]) == {"rations"}
    assert all(line.startswith("Wanda Mudd claims") for line in told["cards"])
    assert told["cards"]


def test_a_theatre_names_its_people_and_marks_the_reader(told):
    assert told["theatres"] == ["elbonia"]
    assert told["speakers"] == ["upper"] or told["speakers"] == ["Upper Elbonia"]
    assert len(told["reader"].split()) > len("sayso 1 0123".split()) - 1


def test_the_commands_list_what_was_brought(site):
    assert "cards" in run(site, "-m", "sayso", "export", "--help")
    assert "rations" in run(site, "-m", "sayso", "check", "--help")


def test_the_language_of_the_example_has_every_part():
    parts = {f.name for f in fields(Language)} - {"code", "name"}
    files = {p.stem for p in (PACKAGE / "sayso_rations" / "xx").glob("*.py")}
    assert files - {"__init__"} == parts


def test_nothing_is_brought_here():
    for group in installed.GROUPS:
        assert installed.brought(group) == ()
    assert installed.edition() == ""


FAULTS = {
    "missing": ("sayso.checks", "no.such:thing", installed.every_check),
    "no check": ("sayso.checks", "json:loads", installed.every_check),
    "taken": ("sayso.checks", "sayso.checks.rates:CHECK", installed.every_check),
    "no format": ("sayso.exports", "json:loads", installed.every_export),
    "taken form": (
        "sayso.exports",
        "sayso.exports.table:FORMAT",
        installed.every_export,
    ),
    "no kind": ("sayso.intake", "json:loads", installed.every_intake),
    "no pack": ("sayso.theatres", "json:loads", installed.more_theatres),
    "no language": ("sayso.languages", "json", installed.join_languages),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_is_brought_amiss_names_its_package(monkeypatch, case):
    group, value, ask = FAULTS[case]
    point = EntryPoint("odd", value, group)
    installed.forget()
    monkeypatch.setattr(
        installed,
        "entry_points",
        lambda group: [point] if group == point.group else [],
    )
    try:
        with pytest.raises(VocabularyError, match='"odd" of package'):
            ask()
    finally:
        installed.forget()
