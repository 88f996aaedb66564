"""A user's own gazetteers and packs: kept, listed, used in reading, taken out."""

import json

import pytest

from sayso import Document, Workspace
from sayso.cli import main
from sayso.errors import InputError, UnknownName, VocabularyError
from sayso.workspace import own_data

PLACES = "name,lat,lon,country,region\nHanrivka,48.1,37.9,UA,Donetsk\n,1,2,,\n"
PACK = """
name = "elbonia"
title = "Mud War, since 1999"

[[parties]]
id = "north-elbonia"
name = "North Elbonia"
kind = "state"
side = "north"
names = ["Mudmark"]

[[speakers]]
name = "Northern Staff"
kind = "body"
party = "north-elbonia"
access = "own_force"
"""
REPORT = (
    "Russian troops entered the village of Hanrivka in the Donetsk region, they said."
    " The Northern Staff of North Elbonia said 12 soldiers of Mudmark were killed."
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(own_data.ENVIRONMENT, str(tmp_path / "settings"))
    own_data.load_own.cache_clear()
    yield tmp_path
    own_data.load_own.cache_clear()


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_gazetteer_is_kept_and_places_what_was_open(folder):
    reports = write(folder, "report.txt", REPORT)
    with Workspace(str(folder / "a.db")) as workspace:
        (before,) = workspace.read([reports])
        own_data.add("gazetteer", write(folder, "front.csv", PLACES))
        (after,) = workspace.read(workspace.held())
        assert after.is_read
        assert before.document.reader != after.document.reader
    toponyms = own_data.read_document(Document(REPORT)).toponyms
    (place,) = (t.place for t in toponyms if t.span.text == "Hanrivka")
    assert (place.lat, place.region) == (48.1, "Donetsk")


def test_a_pack_is_kept_and_names_its_speaker(folder):
    own_data.add("theatre", write(folder, "mud.toml", PACK))
    (kept,) = own_data.kept("theatre")
    assert (kept.name, kept.path.name) == ("elbonia", "elbonia.toml")
    assert "Mud War, since 1999: 1 party, 1 speaker" in kept.holds
    assert own_data.load_own().theatres[-1].name == "elbonia"


def test_a_pack_with_a_shipped_name_takes_its_place(folder):
    pack = PACK.replace('"elbonia"', '"syria"')
    kept = own_data.add("theatre", write(folder, "s.toml", pack))
    assert "in place of the one that comes with Sayso" in kept.holds
    packs = [p for p in own_data.load_own().theatres if p.name == "syria"]
    assert [p.title for p in packs] == ["Mud War, since 1999"]


def test_the_command_tells_what_was_kept_and_left_out(folder, capsys):
    path = write(folder, "front.csv", PLACES)
    assert main(["gazetteer", "add", path]) == 0
    seen = capsys.readouterr()
    assert seen.out == "front: 1 place\n"
    assert "row 3: no name" in seen.err
    assert main(["gazetteer", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "front"
    assert main(["gazetteer", "remove", "front"]) == 0
    assert main(["gazetteer", "list"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["gazetteer", "remove", "front"]) == 2
    assert "known: none" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["gazetteer", "add", "-q", "FILE"],
        ["gazetteer", "-q", "add", "FILE"],
        ["gazetteer", "add", "FILE", "-q"],
    ],
)
def test_common_options_may_stand_anywhere(folder, capsys, words):
    path = write(folder, "front.csv", PLACES)
    assert main([path if word == "FILE" else word for word in words]) == 0
    assert "read --again" not in capsys.readouterr().err


@pytest.mark.parametrize("words", [["list", "front"], ["add"], ["remove"], []])
def test_wrong_use_is_told(folder, capsys, words):
    with pytest.raises(SystemExit) as stop:
        main(["gazetteer", *words])
    assert stop.value.code == 2
    assert "usage: sayso" in capsys.readouterr().err


def test_nothing_kept_leaves_the_readers_name_alone(folder):
    assert own_data.load_own().edition == ""
    own_data.add("gazetteer", write(folder, "front.csv", PLACES))
    assert len(own_data.load_own().edition) == 8


@pytest.mark.parametrize("kind", list(own_data.KINDS))
def test_a_faulty_file_is_refused_and_nothing_kept(folder, kind):
    with pytest.raises(VocabularyError):
        own_data.add(kind, write(folder, "bad.toml", "name = 3"))
    assert own_data.kept(kind) == ()
    with pytest.raises(UnknownName):
        own_data.remove(kind, "bad")


def test_a_kept_file_that_broke_is_listed_with_its_fault(folder):
    kept = own_data.add("theatre", write(folder, "mud.toml", PACK))
    kept.path.write_text("name =")
    (broken,) = own_data.kept("theatre")
    assert "not readable as TOML" in broken.faults[0]
    own_data.remove("theatre", "elbonia")
    assert own_data.load_own().edition == ""


def test_a_folder_that_cannot_be_written_is_one_sentence(folder, monkeypatch):
    taken = write(folder, "taken", "")
    monkeypatch.setenv(own_data.ENVIRONMENT, taken)
    with pytest.raises(InputError, match="cannot be written"):
        own_data.add("gazetteer", write(folder, "front.csv", PLACES))
