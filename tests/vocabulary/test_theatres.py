"""Theatre packs: all of ours load, faults are told all at once, users add their own."""

from pathlib import Path

import pytest

from sayso.errors import UnknownName, VocabularyError
from sayso.vocabulary import theatres
from sayso.vocabulary.theatres import THEATRES, load_theatre, load_theatres

FOLDER = Path(theatres.__file__).parent


@pytest.mark.parametrize("name", THEATRES)
def test_every_listed_pack_loads(name):
    pack = load_theatre(name)
    assert pack.name == name
    assert pack.parties


def test_folder_and_table_agree():
    found = {path.stem for path in FOLDER.glob("*.toml")}
    assert found == set(THEATRES), "list it in sayso.vocabulary.theatres.THEATRES"


@pytest.mark.parametrize("name", THEATRES)
def test_party_ids_of_speakers_and_opponents_exist(name):
    pack, world = load_theatre(name), load_theatre("world")
    known = {party.id for party in (*pack.parties, *world.parties)}
    used = {speaker.party for speaker in pack.speakers if speaker.party}
    used |= {other for party in pack.parties for other in party.against}
    assert used <= known


@pytest.mark.parametrize("name", THEATRES)
def test_constants_and_points_have_a_source(name):
    pack = load_theatre(name)
    assert all(constant.source for constant in pack.constants)
    assert all(place.source for place in pack.places if place.lat is not None)


def test_world_names_each_country_once():
    codes = [party.country for party in load_theatre("world").parties if party.country]
    assert len(codes) == len(set(codes))
    assert len(codes) > 190


def test_constants_are_found_by_id():
    constant = load_theatre("russia-ukraine").find_constant("area.kursk_oblast")
    assert constant is not None
    assert constant.value == 29997
    assert constant.unit == "km2"


def test_pack_of_a_user_loads_from_its_path(tmp_path):
    path = tmp_path / "elbonia.toml"
    path.write_text(
        'name = "elbonia"\ntitle = "Elbonia"\ncountries = ["EB"]\n'
        '[[parties]]\nid = "north"\nname = "North Elbonia"\nkind = "group"\n'
    )
    (pack,) = load_theatres((path,))
    assert pack.parties[0].name == "North Elbonia"
    assert load_theatre(str(path)).digest == pack.digest


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text(
        'name = "Not A Name"\ntitle = "x"\ncolour = "red"\ngroup_nouns = "rebels"\n'
        '[[parties]]\nid = "a"\nkind = "tribe"\nnames = ["ok", 3]\n'
        '[[places]]\nname = "Here"\nlat = 99.0\n'
        '[[constants]]\nid = "c"\nvalue = "many"\nday = "soon"\n'
    )
    with pytest.raises(VocabularyError) as caught:
        load_theatre(path)
    message = str(caught.value)
    for part in (
        "name: 'Not A Name'",
        "colour: not a key",
        "group_nouns: 'rebels'; expected a list of words",
        "parties[0].kind: 'tribe'; expected one of state",
        "parties[0].name: missing",
        "parties[0].names[1]: 3; expected a word",
        "places[0].lat: 99.0; expected degrees",
        "constants[0].value: 'many'; expected a number",
        "constants[0].day: 'soon'; expected an ISO date",
        "constants[0].source: missing",
    ):
        assert part in message
    assert all(line.startswith(str(path)) for line in message.splitlines())


@pytest.mark.parametrize(
    "rows",
    [
        '[[parties]]\nid = "a"\nname = "A"\nkind = "group"\n' * 2,
        '[[places]]\nname = "Here"\nlat = 9.0\n',
        '[[constants]]\nid = "c"\nsource = "s"\n',
    ],
    ids=["id twice", "half a point", "no value"],
)
def test_rows_that_do_not_agree_are_faults(tmp_path, rows):
    path = tmp_path / "bad.toml"
    path.write_text('name = "x"\ntitle = "X"\n' + rows)
    with pytest.raises(VocabularyError, match="expected"):
        load_theatre(path)


def test_file_that_is_no_toml_or_is_missing_is_told_in_a_sentence(tmp_path):
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xff\xfe name =")
    with pytest.raises(VocabularyError, match="not readable as TOML"):
        load_theatre(path)
    with pytest.raises(VocabularyError, match="cannot be read"):
        load_theatre(tmp_path / "none.toml")


def test_unknown_name_lists_the_known():
    with pytest.raises(UnknownName, match="russia-ukraine"):
        load_theatre("atlantis")
