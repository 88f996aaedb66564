"""Commands under test: a ledger in a temporary folder and a tiny reader."""

import json

import pytest

import standin
from sayso.cli import main


@pytest.fixture(autouse=True)
def reader(monkeypatch, tmp_path):
    monkeypatch.setattr("sayso.workspace.default_reader", lambda: standin.OWN)
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "ledger" / "test.db"))
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "ledger").mkdir()


class Command:
    """Runs commands and keeps what the last one printed."""

    def __init__(self, capsys):
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        self._capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code
        self.out, self.err = self._capsys.readouterr()
        return code

    @property
    def records(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def sayso(capsys):
    return Command(capsys)


TEXTS = {
    "first.txt": "General Orlan said over 40 soldiers of Tarn were killed in Olmar.\n"
    "Minister Vask said the talks had failed.\n"
    "Troops of Tarn captured 3 tanks.",
    "second.txt": "Prisoner Yuri Bel said 5 men were captured in Bren by Vessia.",
}


@pytest.fixture
def folder(tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in TEXTS.items():
        (reports / name).write_text(text)
    return reports


@pytest.fixture
def filled(sayso, folder):
    known = ("--published", "2030-05-02", "--outlet", "Post")
    assert sayso("read", folder, *known) == 0
    return sayso
