"""Who is at war by the packs: states against states, no country split inside."""

import pytest

from sayso.reading.parties.conflict import conflict_of
from sayso.vocabulary.theatres import load_theatres

AT_WAR = {
    "two states and an ally": (
        "russia-ukraine",
        {"UA": "Ukraine", "RU": "Russia", "KP": "North Korea"},
    ),
    "a country whose own power fights inside it": ("syria", {"RU": "Russia"}),
}


@pytest.mark.parametrize(("pack", "states"), AT_WAR.values(), ids=AT_WAR)
def test_only_states_that_fight_states_are_at_war(pack, states):
    assert conflict_of(load_theatres((pack, "world"))).at_war == states


def test_opponents_of_a_conflict_are_known_both_ways():
    conflict = conflict_of(load_theatres(("russia-ukraine", "world")))
    assert "russia" in conflict.opponents["ukraine"]
    assert "ukraine" in conflict.opponents["russia"]
    assert conflict.coalitions == ()


@pytest.mark.parametrize(
    ("pack", "governments"),
    [("syria", ("syrian-government",)), ("russia-ukraine", ())],
    ids=["inside a country", "between states"],
)
def test_only_a_war_inside_a_country_has_a_government(pack, governments):
    assert conflict_of(load_theatres((pack, "world"))).governments == governments
