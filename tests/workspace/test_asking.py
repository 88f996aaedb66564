"""Filters find what is there: aliases, packs, places within places."""

from dataclasses import replace

import pytest

import standin
from made import DAY
from sayso.errors import UnknownName
from sayso.ledger import Filters
from sayso.model import Document, Place, PlaceId, PlaceKind, Reading
from sayso.workspace import Reader, Settings, Workspace
from sayso.workspace.asking import (
    named_places,
    nearest,
    place_labels,
    resolve_filters,
)

TOWN = Place(
    PlaceId("x:9"), "El Fasher", PlaceKind.SETTLEMENT, 13.6, 25.3, "SD", "North Darfur"
)
TEXT = (
    "Vessia Army Staff said 11 soldiers were killed in Olmar. "
    "Vessia Army Staff said 12 soldiers were killed in Olmar. "
    "Tarn Ministry said 13 soldiers were captured in Bren."
)
ACTORS = ("the RSF", "Rapid Support Forces", "Tarn")


def read_abroad(document: Document) -> Reading:
    """The stand-in's reading, two of its claims in a town of a country with a pack."""
    reading = standin.read_document(document)
    claims = tuple(
        replace(claim, actor=actor, affected=None, **_where(at))
        for at, (claim, actor) in enumerate(zip(reading.claims, ACTORS, strict=True))
    )
    return replace(reading, claims=claims)


def _where(at: int):
    return {"place": "al-Fashir", "located": TOWN} if at < 2 else {}


@pytest.fixture
def workspace(tmp_path):
    settings = Settings(reader=Reader(lambda: standin.READER, read_abroad))
    with Workspace(str(tmp_path / "asked.db"), settings=settings) as opened:
        list(opened.read([Document(TEXT, published=DAY, outlet="Wire One")]))
        yield opened


def _found(workspace, **asked):
    filters = resolve_filters(workspace.ledger, Filters(**asked))
    return sorted(int(h.claim.quantity.low) for h in workspace.claims(filters))


CASES = {
    "party by its full name": ({"party": "Rapid Support Forces"}, [11, 12]),
    "party by its initials": ({"party": "rsf"}, [11, 12]),
    "party by its name in another language": (
        {"party": "Сили швидкої підтримки"},
        [11, 12],
    ),
    "party of no pack": ({"party": "tarn"}, [13]),
    "party of a pack without claims": ({"party": "Ethiopia"}, []),
    "country": ({"place": "Sudan"}, [11, 12]),
    "region": ({"place": "North Darfur"}, [11, 12]),
    "region by another word": ({"place": "North Darfur region"}, [11, 12]),
    "town by another spelling": ({"place": "Al Fashir"}, [11, 12]),
    "country in another language": ({"place": "Судан"}, [11, 12]),
    "town by its id": ({"place": "x:9"}, [11, 12]),
    "other country": ({"place": "Chad"}, []),
    "part of a speaker's name": ({"speaker": "army staff"}, [11, 12]),
    "family of measures": ({"measure": "people"}, [11, 12, 13]),
    "title of a measure": ({"measure": "People killed"}, [11, 12]),
    "language by its code": ({"language": "EN"}, [11, 12, 13]),
    "language by its name": ({"language": "english"}, [11, 12, 13]),
    "language without claims": ({"language": "Russian"}, []),
    "outlet in other case": ({"outlet": "wire one"}, [11, 12, 13]),
}


@pytest.mark.parametrize(("asked", "found"), CASES.values(), ids=CASES)
def test_names_find_what_they_mean(workspace, asked, found):
    assert _found(workspace, **asked) == found


UNKNOWN = {
    "measure": ("killed", "people.killed"),
    "speaker": ("Vesia Army Staf", "Vessia Army Staff"),
    "party": ("Tarm", "Tarn"),
    "outlet": ("Wire On", "Wire One"),
    "language": ("Ukrainan", "Ukrainian"),
    "place": ("Fashr", "El Fasher"),
    "status": ("confirm", "confirmed"),
}


@pytest.mark.parametrize("facet", UNKNOWN)
def test_an_unknown_name_is_an_error_with_the_nearest(workspace, facet):
    wanted, near = UNKNOWN[facet]
    with pytest.raises(UnknownName, match="nearest known") as caught:
        resolve_filters(workspace.ledger, Filters(**{facet: wanted}))
    assert near in caught.value.known


@pytest.fixture
def warring(tmp_path):
    """Claims about Russia, Ukraine and Puntland."""

    def read(document):
        reading = standin.read_document(document)
        actors = ("Russia", "Ukraine", "Puntland")
        claims = tuple(
            replace(claim, actor=actor, affected=None)
            for claim, actor in zip(reading.claims, actors, strict=True)
        )
        return replace(reading, claims=claims)

    settings = Settings(reader=Reader(lambda: standin.READER, read))
    with Workspace(str(tmp_path / "warring.db"), settings=settings) as opened:
        list(opened.read([Document(TEXT, published=DAY, outlet="Wire One")]))
        yield opened


@pytest.mark.parametrize(
    ("short", "found"), [("РФ", [11]), ("ru", [11]), ("ВСУ", [12]), ("Росія", [11])]
)
def test_a_party_is_found_by_a_short_form(warring, short, found):
    assert _found(warring, party=short) == found


@pytest.mark.parametrize(("short", "near"), [("RF", "Russia"), ("PS", "Puntland")])
def test_a_short_form_of_several_parties_names_those_that_are_held(
    warring, short, near
):
    with pytest.raises(UnknownName) as told:
        resolve_filters(warring.ledger, Filters(party=short))
    assert told.value.known[0] == near


def test_nothing_asked_is_everything(workspace):
    assert resolve_filters(workspace.ledger, Filters()) == Filters()


def test_nearest_names_begin_with_those_that_hold_the_words():
    known = ("people.wounded", "people.killed", "killer", "bees")
    assert nearest("killed", known)[0] == "people.killed"
    assert nearest("", known) == ()
    long = "a spokesman for the staff, Colonel Hadi Orrin"
    assert nearest("Hadi Orin", (long, "Ada Kell")) == (long,)


def test_a_claims_id_stands_for_its_document(workspace):
    held = next(iter(workspace.claims()))
    assert workspace.document(held.id[:8]).id == held.claim.document


REGION = replace(TOWN, id=PlaceId("x:10"), kind=PlaceKind.REGION)


@pytest.fixture
def two(tmp_path):
    """A town and a region of one name."""

    def read(document):
        reading = standin.read_document(document)
        located = (TOWN, REGION, TOWN)
        claims = tuple(
            replace(claim, place="El Fasher", located=place)
            for claim, place in zip(reading.claims, located, strict=True)
        )
        return replace(reading, claims=claims)

    settings = Settings(reader=Reader(lambda: standin.READER, read))
    with Workspace(str(tmp_path / "two.db"), settings=settings) as opened:
        list(opened.read([Document(TEXT, published=DAY, outlet="Wire One")]))
        yield opened


def test_a_region_is_asked_with_all_that_lies_in_it(tmp_path):
    division = replace(TOWN, id=PlaceId("adm:x"), name="North Darfur", region=None)
    region = replace(division, kind=PlaceKind.REGION)
    town = replace(TOWN, id=PlaceId("gn:379555"))  # as GeoNames has it

    def read(document):
        reading = standin.read_document(document)
        placed = zip(reading.claims, (town, region, None), strict=True)
        claims = tuple(
            replace(claim, place=at and at.name, located=at) for claim, at in placed
        )
        return replace(reading, claims=claims)

    settings = Settings(reader=Reader(lambda: standin.READER, read))
    with Workspace(str(tmp_path / "region.db"), settings=settings) as opened:
        list(opened.read([Document(TEXT, published=DAY, outlet="Wire One")]))
        for name in ("North Darfur", "Northern Darfur", "North Darfur region"):
            assert _found(opened, place=name) == [11, 12]
            assert named_places(opened.ledger, name) == {region.id}
        assert _found(opened, place="Эль-Фашир") == [11]


def test_places_that_share_a_name_are_told_apart_by_kind(two):
    with pytest.raises(UnknownName) as told:
        resolve_filters(two.ledger, Filters(place="El Fashr"))
    assert told.value.known == ("El Fasher (region)", "El Fasher (town)")
    assert _found(two, place="El Fasher") == [11, 12, 13]
    assert _found(two, place="El Fasher (town)") == [11, 13]
    assert _found(two, place="El Fasher (region)") == [12]
    labels = {place_labels(two.ledger)[key] for key in (TOWN.id, REGION.id)}
    assert labels == {"El Fasher (town)", "El Fasher (region)"}


def test_a_place_alone_with_its_name_needs_no_kind(workspace):
    assert place_labels(workspace.ledger)[TOWN.id] == "El Fasher"
    assert _found(workspace, place="El Fasher (town)") == [11, 12]
