"""What the network is shown in place of parties' names."""

import pytest

from sayso.reading.parties.level import PERSONS, level_names
from sayso.reading.parties.mentions import find_parties
from sayso.vocabulary.theatres import load_theatres

PACKS = load_theatres(("russia-ukraine", "world"))


def shown(text):
    """Give the text as the network sees it."""
    words = level_names(text, find_parties(text, PACKS), PACKS)
    return " ".join(words.get(word, word) for word in text.split())


@pytest.mark.parametrize("deed", ["{} struck {} .", "{} left the field to {} ."])
def test_a_text_reads_alike_whichever_side_it_names_first(deed):
    texts = (deed.format("Russia", "Ukraine"), deed.format("Ukraine", "Russia"))
    assert {shown(text) for text in texts} == {texts[0]}


def test_adjectives_and_capitals_change_with_the_names():
    assert shown("UKRAINE fired . Russian and Ukrainian crews met .") == (
        "RUSSIA fired . Ukrainian and Russian crews met ."
    )


def test_sides_that_do_not_fight_stay():
    text = "Poland struck a deal with Hungary ."
    assert shown(text) == text


def test_persons_of_a_pack_are_shown_without_their_names():
    named = next(s for s in PACKS[0].speakers if s.party and " " in s.name)
    words = level_names(f"{named.name} spoke.", (), PACKS)
    assert set(words.values()) <= {*PERSONS, *(name.upper() for name in PERSONS)}
