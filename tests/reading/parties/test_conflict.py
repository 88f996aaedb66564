"""Who fights whom by the packs, and whose a war inside a country is."""

import pytest

from sayso.reading.parties.conflict import conflict_of
from sayso.vocabulary.theatres import load_theatres


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
