"""Whom words for an unnamed side stand for, by who fights whom and who is named."""

import pytest

from sayso.reading.parties.conflict import conflict_of
from sayso.reading.parties.mentions import find_parties
from sayso.reading.parties.sides import Parties
from sayso.vocabulary.languages import ENGLISH
from sayso.vocabulary.theatres import load_theatres

SYRIA = load_theatres(("syria", "world"))
WAR = load_theatres(("russia-ukraine", "world"))


def parties(text, packs=SYRIA):
    return Parties(find_parties(text, packs), conflict_of(packs), words=ENGLISH.parties)


def meant(text, words):
    """Give the party behind some words of the text."""
    return next(m.party for m in parties(text).mentions if m.span.text == words)


def test_the_army_is_the_governments_in_a_war_inside_a_country():
    text = "In Syria the army left. The Syrian government forces left too."
    assert meant(text, "army") == parties(text).government.party


def test_a_side_is_called_as_the_document_calls_it_first():
    found = parties("Kyiv spoke. Ukraine left. Ukrainian troops held.", WAR)
    assert found.side("ukraine").name == "Ukraine"
    assert found.side("nobody") is None
    assert found.side(None) is None


def test_an_opponent_that_nobody_names_must_be_the_only_power():
    found = parties("They spoke.", WAR)
    assert found.opponent("russia").party == "ukraine"
    assert found.opponent("ukraine") is None, "two states fight it"
    assert found.opponent("nobody") is None
    assert found.fights("ukraine")
    assert not found.fights("nobody")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Islamic State spoke. SDF left.", None),
        ("Islamic State spoke. Islamic State held. SDF left.", None),
        ("Islamic State spoke. Islamic State held. Islamic State won. SDF left.",
         "islamic-state"),
        ("SDF spoke. SDF held. SDF won. Islamic State left.", "sdf"),
    ],
    ids=["one to one", "two to one", "three to one", "the other three"],
)  # fmt: skip
def test_an_opponent_must_be_named_three_times_as_often_as_another(text, party):
    side = parties(text).opponent("turkey")
    assert (side and side.party) == party


def test_a_capital_counts_half_of_what_a_name_counts():
    text = "Islamic State spoke. Islamic State held. Damascus was silent."
    assert parties(text).opponent("nusra").party == "islamic-state"
