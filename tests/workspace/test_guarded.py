"""Files that would cost too much are given up, and the next one is read."""

import io

import pytest

import standin
from sayso.intake import FORMATS, Skipped
from sayso.workspace import Settings, Workspace
from sayso.workspace.guarded import GuardedIntake, Limits

SMALL = Limits(seconds=1, megabytes=256)
WORDS = "Vessia Army Staff said 12 soldiers of Tarn were killed in Olmar."
HEAD = b"From: a@b.example\nTo: c@d.example\nSubject: s\n\n"
BOMBS = {
    "address.eml": b"From: " + b"(" * 1_000_000 + b"\nTo: a@b.example\n\n12 men\n",
    "attributes.html": b"<html><body><p "
    + b" ".join(b'a%d="x"' % at for at in range(200_000))
    + b">12 men</p></body></html>",
}


@pytest.fixture
def intake():
    made = GuardedIntake(FORMATS, SMALL)
    yield made
    made.close()


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_that_costs_too_much_is_given_up(intake, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(BOMBS[name])
    (found,) = intake.read_path(path)
    assert isinstance(found, Skipped)
    assert "gave up" in found.reason


def test_the_batch_goes_on_in_a_fresh_process(tmp_path):
    for name, data in BOMBS.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.eml").write_bytes(HEAD + WORDS.encode())
    (tmp_path / "good.txt").write_text(WORDS + " Twice.", encoding="utf-8")
    settings = Settings(reader=standin.OWN, limits=SMALL)
    with Workspace("memory:", settings=settings) as workspace:
        results = list(workspace.read([tmp_path]))
        assert [isinstance(r, Skipped) for r in results] == [True, True, False, False]
        assert len(list(workspace.claims())) == 2


def test_a_stream_of_a_risky_kind_is_bounded_too(intake):
    (found,) = intake.read_stream(io.BytesIO(HEAD + WORDS.encode()), "a.eml")
    assert found.text.startswith("Vessia")
    (found,) = intake.read_stream(io.BytesIO(WORDS.encode()), "a.txt")
    assert found.text == WORDS


def test_a_folder_gives_what_it_gives_without_limits(intake, tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.html").write_text(f"<p>{WORDS}</p>", encoding="utf-8")
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "c.xyz").write_text("odd", encoding="utf-8")
    free = GuardedIntake(FORMATS, None)
    assert list(intake.read_path(tmp_path)) == list(free.read_path(tmp_path))
    empty = tmp_path / "empty"
    empty.mkdir()
    assert list(intake.read_path(empty)) == list(free.read_path(empty))
    gone = tmp_path / "gone.html"
    assert list(intake.read_path(gone)) == list(free.read_path(gone))
