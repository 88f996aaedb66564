"""Names to find one's way by: around the places claimed of, never those themselves."""

from dataclasses import replace

import pytest

from sayso.model import PlaceKind
from sayso.vocabulary.gazetteers import load_geonames
from sayso.workspace.orienting import MOST_IN_WORLD, find_landmarks


@pytest.fixture(scope="module")
def town():
    found = load_geonames().find("Sudzha")
    return next(c.place for c in found if c.place.kind is PlaceKind.SETTLEMENT)


def test_towns_and_regions_around_are_named(town):
    found = find_landmarks([town])
    towns = [one.name for one in found if not one.is_region]
    regions = {one.name for one in found if one.is_region}
    assert {"Kursk", "Sumy"} <= {*towns}
    assert {"Belgorod Oblast", "Sumy"} <= regions
    assert towns.index("Kursk") < towns.index("Sumy")


def test_a_place_of_the_claims_is_named_by_them_alone(town):
    assert town.name not in {one.name for one in find_landmarks([town])}


def test_no_country_is_named(town):
    names = {one.name for one in find_landmarks([town])}
    assert not names & {"Ukraine", "Russia", "Belarus"}


def test_without_places_the_cities_of_the_world_are_left():
    found = find_landmarks([])
    assert len(found) == MOST_IN_WORLD
    assert not any(one.is_region for one in found)


def test_the_order_of_the_places_changes_nothing_but_which_are_near(town):
    other = replace(town, id="x:1", lon=town.lon + 0.01)
    assert find_landmarks([town, other]) == find_landmarks([other, town])
