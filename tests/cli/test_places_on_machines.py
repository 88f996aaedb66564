"""No command, export or page tells in which folders of a machine a report lay.

`read` alone repeats the path that was typed, to whoever typed it.
"""

import pytest
from starlette.testclient import TestClient

from sayso.exports import FORMATS
from sayso.web import PAGES
from sayso.web.app import make_app
from sayso.workspace import Workspace

FOLDER = "ada-orlan-private"
TEXT = (
    "Some 40 soldiers of Tarn were killed in Olmar.\n"
    "Over 90 soldiers of Tarn were killed in Olmar.\n"
)
COMMANDS = (
    ("claims",),
    ("claims", "--json"),
    ("claims", "--csv"),
    ("show", "report.txt"),
    ("show", "report.txt", "--json"),
    ("speakers",),
    ("coverage", "--json"),
    ("origins", "--json"),
    ("series", "--json"),
    ("check", "--all"),
    ("incidents", "--json"),
)


@pytest.fixture
def report(sayso, tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "report.txt").write_text(TEXT)
    assert sayso("read", folder / "report.txt") == 0
    return folder / "report.txt"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_tells_the_folder(sayso, report, words):
    assert sayso(*words) == 0
    assert FOLDER not in sayso.out + sayso.err


@pytest.mark.parametrize("name", [form.name for form in FORMATS])
def test_no_export_tells_the_folder(sayso, report, tmp_path, name):
    sayso("check")
    kept = tmp_path / "kept"
    kept.mkdir()
    target = kept / f"out.{name}"
    assert sayso("export", name, "-o", target) == 0, sayso.err
    files = [path for path in kept.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert FOLDER.encode() not in path.read_bytes(), path


def test_no_page_tells_the_folder(sayso, report, tmp_path):
    sayso("check")
    (tmp_path / FOLDER / "ledger").mkdir()
    copy = tmp_path / FOLDER / "ledger" / "test.db"
    assert sayso("backup", copy) == 0
    with Workspace(str(copy)) as workspace:
        (document,) = workspace.ledger.documents()
        visitor = TestClient(make_app(workspace), base_url="http://127.0.0.1:8000")
        paths = [p.path for p in PAGES if "{" not in p.path]
        for path in (*paths, f"/documents/{document.id}"):
            for form in (path, f"{path if path != '/' else '/index'}.json"):
                answer = visitor.get(form)
                assert answer.status_code == 200, form
                assert FOLDER not in answer.text, form
