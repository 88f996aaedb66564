"""Data walks down the packages once and never back up."""

import ast
from importlib import import_module
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

SOURCE = Path(__file__).resolve().parent.parent / "src" / "sayso"
FILES = sorted(SOURCE.rglob("*.py"))


def test_import_contracts_are_kept(monkeypatch):
    monkeypatch.chdir(SOURCE.parent.parent)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_nothing_prints_below_the_commands(path):
    if path.is_relative_to(SOURCE / "cli"):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    assert not [f.lineno for f in calls if isinstance(f, ast.Name) and f.id == "print"]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_is_a_drawer_for_everything(path):
    assert path.stem not in {"utils", "util", "helpers", "common", "misc"}


def test_what_the_workspace_hands_on_is_asked_for_above_it():
    asked = {
        (node.module, alias.name)
        for folder in ("web", "cli", "assistant")
        for path in (SOURCE / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for path in (SOURCE / "workspace" / "handed").glob("[a-z]*.py"):
        module = import_module(f"sayso.workspace.handed.{path.stem}")
        handed = {(module.__name__, name) for name in module.__all__}
        assert handed <= asked, f"handed on and not asked for: {handed - asked}"
