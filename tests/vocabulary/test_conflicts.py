"""Packs of conflicts: sides agree, names tell conflicts apart, texts find their pack.

The sentences are made up; they hold no figure and quote no person.
"""

from itertools import combinations

import pytest

from sayso.reading.parties.mentions import choose_theatres, find_parties, opponents
from sayso.vocabulary.theatres import THEATRES, SpeakerKind, load_theatre, load_theatres

PACKS = load_theatres()
CONFLICTS = tuple(name for name in THEATRES if name != "world")
OLDER = {"afghanistan", "iraq", "russia-ukraine", "sudan", "syria"}
"""Packs older than the rule that opponents name each other; readers look both ways."""

SENTENCES = {
    "russia-ukraine": "Ukraine's General Staff spoke of clashes near Pokrovsk.",
    "syria": "Syrian state media and the White Helmets spoke of strikes near Idlib.",
    "sudan": "The Sudanese army and the Rapid Support Forces fought in El Fasher.",
    "iraq": "Iraqi police and peshmerga met on the road from Mosul to Kirkuk.",
    "afghanistan": "Afghan police in Lashkar Gah and ISAF spoke of a clash in Sangin.",
    "el-salvador": "The FMLN and the Salvadoran army fought near San Miguel.",
    "israel-palestine-lebanon": "Hamas and the Israeli military spoke of Khan Younis.",
    "yemen": "The Houthis in Hodeidah and the Saudi-led coalition spoke of a raid.",
    "iran-israel-us": "Iran and Israel spoke of strikes on Natanz and on Tehran.",
    "karabakh": "Armenia and Azerbaijan each spoke of shelling near Martakert.",
    "georgia-russia": "Georgian troops and South Ossetian forces met in Tskhinvali.",
    "chechnya": "Chechen fighters left Grozny, the command of the federal troops said.",
    "balkans": "Yugoslav troops and the Kosovo Liberation Army fought in Drenica.",
    "india-pakistan": "India and Pakistan exchanged fire along the Line of Control.",
    "sri-lanka": "The Sri Lanka Army and the LTTE fought for Kilinochchi.",
    "myanmar": "The Arakan Army and Myanmar's junta fought for a hill near Paletwa.",
    "philippines-mindanao": "Philippine troops met the Maute group in Marawi.",
    "congo": "The Congolese army and M23 met on the road from Sake to Goma.",
    "sahel": "Malian soldiers and JNIM fought on the road from Gao to Ansongo.",
    "lake-chad": "Nigerian troops and Boko Haram fought near Maiduguri.",
    "somalia": "Somali troops and al-Shabaab fought near Beledweyne.",
    "ethiopia": "Ethiopian troops and Tigray forces met on the road to Mekelle.",
    "libya": "Fighters from Misrata and the Libyan National Army met near Sirte.",
    "gulf-war": "Kuwaiti soldiers and allied aircraft met Iraqi tanks at Khafji.",
    "colombia": "The Colombian army and the ELN fought in Catatumbo.",
}
"""Pack -> a sentence as a report of its conflict could begin."""


@pytest.mark.parametrize("name", CONFLICTS)
def test_sentence_of_a_conflict_finds_its_pack_and_no_other(name):
    chosen = choose_theatres(SENTENCES[name], PACKS)
    assert [pack.name for pack in chosen] == [name, "world"]


@pytest.mark.parametrize("name", sorted(set(CONFLICTS) - OLDER))
def test_opponents_in_one_pack_name_each_other(name):
    parties = load_theatre(name).parties
    for one, two in combinations(parties, 2):
        assert (two.id in one.against) == (one.id in two.against), (one.id, two.id)


@pytest.mark.parametrize("name", CONFLICTS)
def test_no_party_fights_itself_or_its_own_side(name):
    pack = load_theatre(name)
    for party in pack.parties:
        mates = {other.id for other in pack.parties if other.side == party.side}
        assert not mates & set(party.against), party.id


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_name_stands_for_one_party_and_one_speaker(name):
    pack = load_theatre(name)
    for rows in (
        [{row.name, *row.names, *row.adjectives, *row.forces} for row in pack.parties],
        [
            {row.name, *row.aliases}
            for row in pack.speakers
            if row.kind != SpeakerKind.OUTLET
        ],
        [{row.name, *row.variants} for row in pack.places],
    ):
        for one, two in combinations(rows, 2):
            assert not one & two


@pytest.mark.parametrize("name", CONFLICTS)
def test_each_pack_has_names_that_no_other_holds(name):
    others = {
        word
        for pack in PACKS
        if pack.name != name
        for party in pack.parties
        for word in (party.name, *party.names, *party.forces)
    }
    own = {
        word
        for party in load_theatre(name).parties
        for word in (party.name, *party.names, *party.forces)
    }
    assert len(own - others) >= 5


@pytest.mark.parametrize(
    "text",
    [
        (
            "The army said that coalition troops met government forces near the camp "
            "of the junta. Government forces and the army left; the coalition stayed."
        ),
        "The AA and the SNA met the PA, the IAF, the SLA and the STF.",
        (
            "The US, France and the United Kingdom spoke. French and American officers "
            "flew from Paris to Washington; France and the US agreed. France paid."
        ),
        "Aid workers reached a safe zone, a safe zone and a safe zone.",
    ],
    ids=["common words", "short acronyms", "states from outside", "lower case"],
)
def test_words_of_every_conflict_find_no_pack(text):
    assert [pack.name for pack in choose_theatres(text, PACKS)] == ["world"]


def test_name_of_two_packs_speaks_for_the_one_told_of_by_others():
    gaza = "Israel and Hamas spoke of Rafah. Israeli troops left. Israel waited."
    assert [pack.name for pack in choose_theatres(gaza, PACKS)] == [
        "israel-palestine-lebanon",
        "world",
    ]
    wars = "Iraqi troops left Kuwait. Kuwaiti officials returned. Iraq and Iraqi aid."
    assert [pack.name for pack in choose_theatres(wars, PACKS)] == ["gulf-war", "world"]


@pytest.mark.parametrize(
    ("name", "text", "party", "enemy"),
    [
        ("myanmar", "the junta", "tatmadaw", "arakan-army"),
        ("yemen", "Yemeni troops", "yemeni-government", "houthis"),
        ("ethiopia", "Tigray forces", "tplf", "ethiopian-government"),
        ("gulf-war", "allied aircraft", "gulf-war-coalition", "iraq"),
        ("philippines-mindanao", "Philippine troops", "philippine-government", "maute"),
        ("congo", "the Rwandan army", "rwanda", "fdlr"),
    ],
)
def test_forces_are_read_with_their_side(name, text, party, enemy):
    packs = load_theatres((name, "world"))
    (mention,) = find_parties(text, packs)
    assert mention.party == party
    assert enemy in {row.id for row in opponents(party, packs)}
