"""Gazetteers: spellings fold to one key, files load or tell their faults."""

import gzip
import json

import pytest

from sayso.errors import VocabularyError
from sayso.model import Place, PlaceId, PlaceKind
from sayso.vocabulary.gazetteers import (
    Listing,
    find_candidates,
    fold_name,
    load_abbreviations,
    load_areas,
    load_gazetteer,
    load_geonames,
    load_spoken,
    write_packed,
)
from sayso.vocabulary.theatres import PartyKind, load_theatre


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Deir ez-Zor", "Deir Ez Zor"),
        ("Ma'rib", "Marib"),
        ("São Paulo", "Sao Paulo"),
        ("St. Louis", "Saint Louis"),
        ("Łódź", "Lodz"),
        ("Port-au-Prince", "PORT AU PRINCE"),
        ("B.C.", "BC"),
    ],
)
def test_spellings_of_one_name_fold_alike(one, two):
    assert fold_name(one) == fold_name(two)


def test_different_names_fold_apart():
    assert fold_name("Sumy") != fold_name("Suma")
    assert fold_name("") == ""


def test_geonames_knows_places_by_other_names():
    names = {c.place.name: c for c in load_geonames().find("Artyomovsk")}
    assert not names["Bakhmut"].is_first_name
    assert names["Bakhmut"].place.country == "UA"
    assert names["Bakhmut"].place.region == "Donetsk"


def test_geonames_has_divisions_with_a_radius():
    (logar,) = load_geonames().find("Logar")
    assert logar.place.kind == PlaceKind.REGION
    assert logar.place.precision_m > 10_000
    assert any(
        c.place.kind == PlaceKind.DISTRICT for c in load_geonames().find("Boone County")
    )


def test_every_country_of_the_world_pack_has_a_point():
    former = {"SU", "YU"}
    sources = (load_areas(), load_geonames())
    for party in load_theatre("world").parties:
        if party.kind == PartyKind.STATE and party.country not in former:
            found = find_candidates(party.name, sources)
            assert any(
                c.place.kind == PlaceKind.COUNTRY and c.place.country == party.country
                for c in found
            ), party.name


def test_unknown_name_gives_nothing():
    assert load_geonames().find("Zzyzxville-under-Mud") == ()
    assert load_geonames().find("") == ()


def test_areas_come_before_the_packed_point_of_the_same_region():
    found = find_candidates("Alberta", (load_areas(), load_geonames()))
    regions = [c.place for c in found if c.place.kind == PlaceKind.REGION]
    assert [place.lat for place in regions] == [55.0]


def test_short_forms_name_their_region():
    assert load_abbreviations()["Ky."] == "Kentucky"


def test_packed_gazetteer_gives_back_what_was_written(tmp_path):
    tark = Place(PlaceId("adm:EB..Tark"), "Tark", PlaceKind.REGION, 10.0, 20.0, "EB")
    merova = Place(
        PlaceId("gn:77"),
        "Merova",
        PlaceKind.SETTLEMENT,
        10.5,
        -20.25,
        "EB",
        "Tark",
        1200,
        5_000,
    )
    path = tmp_path / "elbonia.npz"
    write_packed(
        path,
        [Listing(tark), Listing(merova, ("Mervila",))],
        codes={"EB.01": "Tark"},
    )
    packed = load_gazetteer(path)
    (first,) = packed.find("merova")
    (other,) = packed.find("Mervila")
    assert first.is_first_name
    assert not other.is_first_name
    assert first.place == other.place == merova
    assert packed.find("Tark")[0].place == tark
    assert packed.region_names() == {"EB.01": "Tark"}


def test_a_user_s_file_is_the_same_packed(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "id,name,lat,lon,country,region,variants\n"
        "m:1,Merova,10.5,20.5,EB,Tark,Mervila\n,Mud,1,2,,,\n"
    )
    listed = load_gazetteer(path)
    write_packed(tmp_path / "mine.npz", listed.listings)
    packed = load_gazetteer(tmp_path / "mine.npz")
    for name in ("Merova", "Mervila", "Mud"):
        assert packed.find(name) == listed.find(name)


def test_packed_file_that_is_none_is_told(tmp_path):
    path = tmp_path / "mine.npz"
    path.write_bytes(b"PK nothing")
    with pytest.raises(VocabularyError, match="cannot be read"):
        load_gazetteer(path)


GEONAMES = (
    "9\tMerova\tMerova\tMervila,Мерова\t10.5\t20.5\tP\tPPL\tEB\t\t01"
    "\t\t\t\t350\t\t\tEurope/Mud\t2020-01-01"
)


def test_geonames_dump_loads(tmp_path):
    path = tmp_path / "EB.txt"
    path.write_text(GEONAMES + "\n", encoding="utf-8")
    (found,) = load_gazetteer(path).find("Мерова")
    assert (found.place.id, found.place.name) == ("gn:9", "Merova")
    assert found.place.kind == PlaceKind.SETTLEMENT
    assert found.place.population == 350


def test_csv_of_a_user_loads(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "Name,lat,lon,kind,precision_m,variants\nMerova,10.5,20.5,area,900,Mervila|Mero\n"
    )
    (found,) = load_gazetteer(path).find("mero")
    assert found.place.kind == PlaceKind.AREA
    assert found.place.precision_m == 900
    assert not found.is_first_name


def test_json_lines_load_gzipped_and_say_where_a_point_is_doubtful(tmp_path):
    row = {
        "id": "x:1",
        "name": "Merova",
        "lat": 1,
        "lon": 2,
        "latin": ["Mervila"],
        "coord_suspect": True,
        "f": "A.ADM2",
    }
    path = tmp_path / "mine.jsonl.gz"
    path.write_bytes(gzip.compress((json.dumps(row) + "\n\n").encode()))
    (found,) = load_gazetteer(path).find("Mervila")
    assert found.place.kind == PlaceKind.DISTRICT
    assert found.place.precision_m == 20_000


def test_good_rows_load_beside_bad_ones(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("name,lat,lon\nMerova,10,20\nNowhere,,\n")
    assert load_gazetteer(path).find("Nowhere") == ()
    assert load_gazetteer(path).find("Merova")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", "name,lat,lon\nA,95,1\nB,x,2\n,1,2\n", "row 2: point 95.0"),
        ("a.csv", "name,lat,lon\nB,x,2\n", "row 2: no lat and lon"),
        ("a.txt", "one\ttwo\n", "2 columns; expected the 19"),
        ("a.jsonl", "[1]\n", "no JSON object"),
        ("a.csv", "", "no row"),
        ("a.xls", "x", 'ends in ".xls"; expected one of .txt'),
        ("a.csv.gz", "not gzip", "cannot be read"),
    ],
)
def test_faults_of_a_file_are_told(tmp_path, name, content, expected):
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(VocabularyError) as caught:
        load_gazetteer(path)
    assert expected in str(caught.value)


@pytest.mark.quality
def test_names_of_the_front_load_from_the_labelled_data(shared):
    gazetteer = load_gazetteer(shared / "data/gazetteer/ua_geonames.jsonl.gz")
    assert any(c.place.region == "Donetsk" for c in gazetteer.find("Pokrovsk"))


def test_the_largest_places_of_a_box_come_first_and_lie_in_it():
    box = (33.0, 50.0, 37.0, 53.0)
    found = load_geonames().largest(box, PlaceKind.SETTLEMENT, 5)
    assert [place.name for place in found][:1] == ["Kursk"]
    people = [place.population for place in found]
    assert people == sorted(people, reverse=True)
    assert len(found) == 5
    for place in found:
        assert place.kind is PlaceKind.SETTLEMENT
        assert 33 <= place.lon <= 37
        assert 50 <= place.lat <= 53
    assert load_geonames().largest((0.0, 0.0, 0.1, 0.1), PlaceKind.SETTLEMENT, 5) == ()


@pytest.mark.parametrize(
    ("name", "kind", "russian", "ukrainian"),
    [
        ("Kharkiv", PlaceKind.SETTLEMENT, "Харьков", "Харків"),
        ("Sudzha", PlaceKind.SETTLEMENT, "Суджа", "Суджа"),
        ("Kursk Oblast", PlaceKind.REGION, "Курская область", "Курська область"),
        ("Khartoum", PlaceKind.SETTLEMENT, "Хартум", "Хартум"),
        ("Ukraine", PlaceKind.COUNTRY, "Украина", "Україна"),
    ],
)
def test_places_are_called_by_id_in_other_languages(name, kind, russian, ukrainian):
    place = next(c.place for c in load_geonames().find(name) if c.place.kind is kind)
    assert load_spoken("ru")[place.id] == russian
    assert load_spoken("uk")[place.id] == ukrainian


def test_a_name_that_is_not_known_is_the_countrys_own_and_other_languages_have_none():
    village = next(
        c.place for c in load_geonames().find("Obolon") if c.place.country == "UA"
    )
    assert load_spoken("ru")[village.id] == load_spoken("uk")[village.id] == "Оболонь"
    assert load_spoken("en") == {}
    letters = "".join(load_spoken("uk").values())
    assert not any(letter.isascii() and letter.isalpha() for letter in letters)
