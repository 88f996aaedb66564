"""Whom words for an unnamed side stand for, by who fights whom and who is named."""

import pytest

from sayso.reading.parties.conflict import Conflict, conflict_of
from sayso.reading.parties.mentions import MentionKind, PartyMention, find_parties
from sayso.reading.parties.sides import name_sides
from sayso.vocabulary.languages import ENGLISH
from sayso.vocabulary.theatres import load_theatres

SYRIA = load_theatres(("syria", "world"))
WAR = load_theatres(("russia-ukraine", "world"))


def meant(text, words, packs=SYRIA):
    """Give party and name behind some words of the text, the last that are such."""
    found = name_sides(
        find_parties(text, packs), conflict_of(packs), words=ENGLISH.parties
    )
    return [(m.party, m.name) for m in found if m.span.text == words][-1]


def test_the_army_is_the_governments_in_a_war_inside_a_country():
    text = "The Syrian government spoke. The army left."
    assert meant(text, "army") == ("syrian-government", "army")


def test_people_at_arms_are_called_as_the_document_calls_the_government():
    text = "The Syrian government spoke. The soldiers left."
    assert meant(text, "soldiers") == ("syrian-government", "Syrian government")


def test_between_states_the_army_is_nobodys():
    assert meant("Ukraine spoke. The army left.", "army", WAR)[0] is None


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
def test_rebels_are_who_is_named_three_times_as_often_as_another(text, party):
    assert meant(f"{text} The rebels fled.", "rebels")[0] == party


def test_allies_are_named_as_one_and_the_one_named_most_is_meant():
    text = "Nusra Front spoke. Nusra Front held. Syrian opposition spoke. SDF left."
    assert meant(f"{text} The rebels fled.", "rebels")[0] == "nusra"


def test_the_coalition_is_the_packs_only_one():
    assert meant("The coalition struck.", "coalition")[0] == "us-led-coalition"


def test_a_capital_counts_half_of_what_a_name_counts():
    """Made by hand: no pack has two governments of which one has a capital."""
    text = "Tarn spoke. Tarn held. Olmar was silent. The army left."

    def mention(words, party, kind):
        start = text.index(words)
        span = find_parties("Syria", SYRIA)[0].span
        moved = type(span)(start, start + len(words), words)
        return PartyMention(moved, party, words, kind)

    tarn = mention("Tarn", "tarn", MentionKind.FORCE)
    olmar = mention("Olmar", "olmar", MentionKind.METONYM)
    army = mention("army", None, MentionKind.GROUP)
    found = name_sides(
        (tarn, tarn, olmar, army),
        Conflict(governments=("tarn", "olmar")),
        words=ENGLISH.parties,
    )
    assert found[-1].party == "tarn"
