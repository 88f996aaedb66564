"""Commands on a ledger in a database: the same answers, moved there and back."""

import pytest

import standin
import team_server
from sayso.workspace import Settings, Workspace

TEXTS = (
    "General Orlan said over 40 soldiers of Tarn were killed in Olmar.",
    "Prisoner Yuri Bel said 5 men were captured in Brën by Vessia.",
)


@pytest.fixture
def shared():
    reason = team_server.missing()
    if reason is not None:
        pytest.skip(reason)
    server = team_server.shared_server()
    return server.address(server.emptied_database())


@pytest.fixture
def read(sayso, tmp_path):
    for at, text in enumerate(TEXTS):
        (tmp_path / f"{at}.txt").write_text(text, encoding="utf-8")

    def run(*words) -> int:
        return sayso("read", tmp_path / "0.txt", tmp_path / "1.txt", *words)

    return run


def test_a_ledger_moves_between_files(sayso, read, tmp_path):
    assert read() == 0
    target = tmp_path / "other.db"
    held = tmp_path / "ledger" / "test.db"
    assert sayso("move-ledger", held, target) == 0
    head = sayso.out.split()[-1]
    assert sayso("verify", "--head", head, "--ledger", target) == 0
    assert sayso("move-ledger", held, target) == 4
    assert "into an empty one only" in sayso.err
    assert sayso("move-ledger", tmp_path / "none.db", tmp_path / "b.db") == 4


def test_a_team_ledger_answers_every_command(sayso, read, shared, monkeypatch):
    assert read() == 0
    questions = (
        ("claims",),
        ("claims", "--json"),
        ("claims", "--measure", "people", "--text", "bren"),
        ("speakers",),
        ("coverage",),
        ("check",),
        ("series",),
        ("origins",),
    )
    answers = [(sayso(*words), sayso.out) for words in questions]
    assert read("--ledger", shared) == 0
    assert [
        (sayso(*words, "--ledger", shared), sayso.out) for words in questions
    ] == answers
    monkeypatch.setenv("SAYSO_LEDGER", shared)
    assert sayso("verify") == 0
    assert sayso("claims", "--count") == 0
    assert sayso.out == "2\n"


def test_a_ledger_moves_to_the_team_and_back(sayso, read, shared, tmp_path):
    assert read() == 0
    held, back = tmp_path / "ledger" / "test.db", tmp_path / "back.db"
    assert sayso("verify") == 0
    said = sayso.out
    assert sayso("move-ledger", held, shared) == 0
    assert sayso("verify", "--ledger", shared) == 0
    assert sayso.out == said
    assert sayso("move-ledger", shared, back) == 0
    assert sayso("verify", "--ledger", back) == 0
    assert sayso.out == said


def test_a_backup_of_a_team_ledger_is_a_file_and_is_restored(
    sayso, read, shared, tmp_path
):
    assert read("--ledger", shared) == 0
    copy = tmp_path / "copy.db"
    assert sayso("backup", copy, "--ledger", shared) == 0
    assert sayso("claims", "--count", "--ledger", copy) == 0
    assert sayso.out == "2\n"
    assert sayso("restore", copy, "--ledger", shared) == 4
    server = team_server.shared_server()
    fresh = server.address(server.make_database())
    assert sayso("restore", copy, "--ledger", fresh) == 0
    assert sayso("verify", "--ledger", fresh) == 0


def test_a_database_has_its_captures_in_the_working_folder(shared):
    with Workspace(shared, settings=Settings(reader=standin.OWN)) as workspace:
        address = workspace.ledger.address
    assert "host" not in address
    from sayso.workspace.erasing import fetched_folder

    folder = fetched_folder(address)
    assert folder.parent.name == ""
    assert folder.name.endswith("-fetched")
