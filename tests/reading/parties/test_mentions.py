"""Parties: longest match, whole words, forces from adjectives, packs by evidence."""

import pytest

from sayso.reading.parties.mentions import (
    choose_theatres,
    find_parties,
    opponents,
)
from sayso.vocabulary.theatres import load_theatres

ALL = load_theatres()
WORLD = load_theatres(("world",))
UKRAINE = load_theatres(("russia-ukraine", "world"))
SYRIA = load_theatres(("syria", "world"))
SUDAN = load_theatres(("sudan", "world"))


def found(text, packs):
    return [(m.span.text, m.party, str(m.kind)) for m in find_parties(text, packs)]


@pytest.mark.parametrize(
    ("text", "packs", "expected"),
    [
        ("Ukraine spoke.", WORLD, [("Ukraine", "ukraine", "country")]),
        (
            "Ukrainian air defence units fired.",
            UKRAINE,
            [("Ukrainian air defence units", "ukraine", "force")],
        ),
        ("Sudan's army moved", WORLD, [("Sudan's army", "sudan", "force")]),
        (
            "Sudanese troops moved",
            SUDAN,
            [("Sudanese troops", "sudanese-army", "force")],
        ),
        (
            "the Armed Forces\nof Ukraine",
            UKRAINE,
            [("Armed Forces\nof Ukraine", "ukraine", "force")],
        ),
        ("the UAF line", UKRAINE, [("UAF", "ukraine", "force")]),
        ("uaf", UKRAINE, []),
        ("Russian-made tanks", UKRAINE, []),
        ("the Ukrainian-held town", UKRAINE, []),
        (
            "Saudi-led coalition jets",
            WORLD,
            [("Saudi-led coalition jets", None, "group")],
        ),
        (
            "pro-Russian separatists",
            UKRAINE,
            [("pro-Russian separatists", None, "group")],
        ),
        ("Malian rebels fled", WORLD, [("Malian rebels", None, "group")]),
        ("the rebels fled", WORLD, [("rebels", None, "group")]),
        (
            "Al-Qaeda and al Qaeda",
            WORLD,
            [("Al-Qaeda", "al-qaeda", "force"), ("al Qaeda", "al-qaeda", "force")],
        ),
        ("Daesh lost it", SYRIA, [("Daesh", "islamic-state", "force")]),
        ("give us time, it is late", WORLD, []),
        ("WHO IS TO ASK US NOW", WORLD, []),
        ("the U.S. Army", WORLD, [("U.S. Army", "united-states", "force")]),
        ("Moscow denied it", UKRAINE, [("Moscow", "russia", "metonym")]),
        ("UKRAINIAN TROOPS", UKRAINE, [("UKRAINIAN TROOPS", "ukraine", "force")]),
        ("the White House", WORLD, [("White House", "united-states", "metonym")]),
        (
            "South Sudanese soldiers",
            WORLD,
            [("South Sudanese soldiers", "south-sudan", "force")],
        ),
        (
            "Germany. Army doctors came",
            WORLD,
            [("Germany", "germany", "country"), ("Army", None, "group")],
        ),
        ("", WORLD, []),
    ],
)
def test_mentions(text, packs, expected):
    assert found(text, packs) == expected


def test_states_are_named_by_country_and_groups_by_the_words():
    mentions = find_parties("Russian troops and Daesh fighters", SYRIA)
    assert [m.name for m in mentions] == ["Russia", "Daesh", "fighters"]


def test_opponents_follow_the_pack_both_ways():
    assert [p.id for p in opponents("ukraine", UKRAINE)][:1] == ["russia"]
    assert [p.id for p in opponents("russia", UKRAINE)] == [
        "ukraine",
        "russian-volunteers",
    ]
    assert opponents("france", UKRAINE) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ukrainian officials in Kyiv spoke of Bakhmut.", ["russia-ukraine", "world"]),
        ("Russia sent wheat to Egypt.", ["world"]),
        ("Fighting in Idlib and Aleppo, the Observatory said.", ["syria", "world"]),
        ("Rain fell on Paris.", ["world"]),
        (
            "Iraqi and Syrian forces met; Mosul and Raqqa fell.",
            ["syria", "iraq", "world"],
        ),
    ],
)
def test_theatres_are_chosen_by_evidence(text, names):
    assert [pack.name for pack in choose_theatres(text, ALL)] == names


def test_a_text_is_looked_through_once_whoever_asks():
    packs = load_theatres()
    text = "Troops of Ukraine left Olmar."
    assert find_parties(text, packs) is find_parties(text, list(packs))


def test_spans_carry_their_words_across_windows():
    text = ("Russian troops met Ukrainian troops.\n" * 6000) + "Kyiv"
    mentions = find_parties(text, UKRAINE)
    assert len(mentions) == 12001
    for mention in (mentions[0], mentions[-1], mentions[7000]):
        mention.span.check(text)


def test_belligerents_exchanged_give_the_same_mentions_but_for_names():
    one = find_parties("Russian soldiers left; Ukraine's army stayed.", UKRAINE)
    two = find_parties("Ukrainian soldiers left; Russia's army stayed.", UKRAINE)
    swap = {"russia": "ukraine", "ukraine": "russia"}
    assert [swap[m.party] for m in one] == [m.party for m in two]
    assert [m.kind for m in one] == [m.kind for m in two]
