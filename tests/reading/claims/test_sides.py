"""Who did it and whose loss it is: right, empty, never somebody else. All invented.

An empty field is no harm, a deed or a loss given to somebody else is: the tables hold
how many fields may be wrong and how many must be filled right.
"""

from dataclasses import replace
from datetime import date

import pytest

from sayso.model import Document
from sayso.reading.reader import read_document
from sayso.vocabulary.theatres import Party, PartyKind, Theatre, load_theatre

WORLD = load_theatre("world")
NOUNS = {
    "force_nouns": WORLD.force_nouns,
    "force_modifiers": WORLD.force_modifiers,
    "group_nouns": WORLD.group_nouns,
}
BORDER = Theatre(
    name="border",
    title="Norland and Sudria",
    digest="",
    countries=("NX", "SX"),
    parties=(
        Party(
            "norland",
            "Norland",
            PartyKind.STATE,
            country="NX",
            against=("sudria",),
            adjectives=("Norlandic", "Norlanders"),
        ),
        Party(
            "sudria",
            "Sudria",
            PartyKind.STATE,
            country="SX",
            against=("norland",),
            adjectives=("Sudrian", "Sudrians"),
        ),
    ),
    **NOUNS,
)
INNER = Theatre(
    name="inner",
    title="Veria",
    digest="",
    countries=("VX",),
    parties=(
        Party(
            "verian-government",
            "Verian government",
            PartyKind.GOVERNMENT,
            country="VX",
            against=("column",),
        ),
        Party("column", "Free Column", PartyKind.GROUP, country="VX"),
    ),
    **NOUNS,
)

MAY_BE_WRONG, MUST_BE_RIGHT, EXCHANGED = 5, 10, 0.75

SIDES = {
    "own people of the speaker": (
        "Two tanks of its own were lost, the staff said.",
        BORDER,
        [("Two tanks", None, "Norland")],
    ),
    "its troops are the speaker's": (
        "A note of the staff said that its troops had captured 40 rifles in Sudria.",
        BORDER,
        [("40 rifles", "Norland", "Sudria")],
    ),
    "a passive without agent is the speaker's doing": (
        "Some 60 rifles were captured, the staff said. It named no town in Sudria.",
        BORDER,
        [("60 rifles", "Norland", "Sudria")],
    ),
    "civilians are of the country at war": (
        "A shell killed nine villagers in Merova. Sudria fired it.",
        BORDER,
        [("nine villagers", None, "Norland")],
    ),
    "civilians without a place are of the side attacked": (
        "Sudrian shelling killed nine villagers. Norland mourned.",
        BORDER,
        [("nine villagers", "Sudria", "Norland")],
    ),
    "soldiers in a war inside a country are the state's": (
        "Two soldiers died near the bridge, the Free Column and the government say.",
        INNER,
        [("Two soldiers", None, "Verian government")],
    ),
    "rebels are the one group that fights the state": (
        "The rebels have captured five trucks. The Free Column fights on.",
        INNER,
        [("five trucks", "rebels", "Verian government")],
    ),
    "ground lost is told by the loser": (
        "Not one village has been lost, the Free Column said.",
        INNER,
        [("Not one village", "Verian government", "Free Column")],
    ),
    "those launched are of the side whose were shot down": (
        "Norland shot down 28 of 31 drones from Sudria.",
        BORDER,
        [("28", "Norland", "Sudria"), ("31 drones", "Sudria", "Norland")],
    ),
    "the speaker goes on behind its pronoun": (
        "The staff said it had beaten back a Sudrian raid, killing 12 soldiers.",
        BORDER,
        [("12 soldiers", "Norland", "Sudria")],
    ),
    "its object is not the subject of what it did next": (
        "The staff said it had taken three Sudrian posts and destroyed 27 trucks.",
        BORDER,
        [("27 trucks", "Norland", "Sudria")],
    ),
    "a side is not said to harm its own": (
        "The staff, of Norland, said it had killed 23 soldiers of Norland.",
        BORDER,
        [("23 soldiers", None, "Norland")],
    ),
    "whose losses": (
        "The staff put its losses at 23 dead.",
        BORDER,
        [("23 dead", None, "Norland")],
    ),
    "what somebody claims to have done": (
        "Sudrian shells fell here; the staff claimed to have killed 58 soldiers.",
        BORDER,
        [("58 soldiers", "Norland", "Sudria")],
    ),
    "two verbs joined share their subject": (
        "Norland killed two fighters and seized 12 trucks near the Sudrian line.",
        BORDER,
        [("two fighters", "Norland", "Sudria"), ("12 trucks", "Norland", "Sudria")],
    ),
    "words between a subject and its verb": (
        "The Free Column, helped by hill people, killed 12 soldiers.",
        INNER,
        [("12 soldiers", "Free Column", "Verian government")],
    ),
    "the side that is blamed": (
        "Twelve people died in the raid, medics said, blaming the Free Column.",
        INNER,
        [("Twelve people", "Free Column", None)],
    ),
    "in a quotation they are the others": (
        "They have lost 40 tanks, said the staff, of Sudria.",
        BORDER,
        [("40 tanks", None, "Sudria")],
    ),
    "people back are of the side that tells": (
        "Another 41 fighters are back home, the staff said.",
        BORDER,
        [("41 fighters", None, "Norland")],
    ),
    "prisoners handed over to a side are its own": (
        "In all 24 prisoners of war were handed over to Sudria, the staff said.",
        BORDER,
        [("24 prisoners of war", None, "Sudria")],
    ),
    "people leave a place": (
        "About 300 people have left Merova.",
        BORDER,
        [("300 people", None, "Merova")],
    ),
    "what is hit is not the one who hits": (
        "Norland hit nine Sudrian targets.",
        BORDER,
        [("nine Sudrian targets", "Norland", "Sudria")],
    ),
    "the hands that hold it": (
        "About 70% of the valley is in Norlandic hands.",
        BORDER,
        [("70%", "Norland", "Sudria")],
    ),
    "a town falls to the one who takes it": (
        "Merova fell to Sudrian troops on Friday. Norland was silent.",
        BORDER,
        [("Merova", "Sudria", "Norland")],
    ),
    "our land is gained, not lost": (
        "About 40 square miles of our land are free again, the staff said of Sudria.",
        BORDER,
        [("40 square miles", "Norland", "Sudria")],
    ),
    "people from a town": (
        "A bomb killed 98 drivers from Oleska. The Free Column was silent.",
        INNER,
        [("98 drivers", None, "Oleska")],
    ),
    "civilians in a split with fighters": (
        "Forty people died, including two rebels and five civilians of the town.",
        INNER,
        [
            ("Forty people", None, None),
            ("two rebels", None, "rebels"),
            ("five civilians", None, None),
        ],
    ),
    "a state that strikes in a third country hits that country": (
        "Norland fired nine rockets at Tarkhan. Its foes are in Oleska.",
        replace(
            BORDER,
            parties=(
                *BORDER.parties,
                Party("foe", "Foe Front", PartyKind.GROUP, against=("norland",)),
            ),
        ),
        [("nine rockets", "Norland", "Sudria")],
    ),
    "fighters loyal to somebody": (
        "The rebels killed 13 fighters loyal to the Verian government.",
        INNER,
        [("13 fighters", "rebels", "Verian government")],
    ),
    "areas that were attacked": (
        "The rebels carried out several bombings in Ostian areas.",
        INNER,
        [("several bombings", "rebels", "Ostian areas")],
    ),
    "a bus is of no side": (
        "The rebels burned a bus and killed two soldiers. The Free Column is silent.",
        INNER,
        [("a bus", "rebels", None), ("two soldiers", "rebels", "Verian government")],
    ),
    "a name before a noun is no subject": (
        "The government blew up Free Column trucks and killed dozens of fighters.",
        INNER,
        [("dozens of fighters", "government", "Free Column")],
    ),
    "a speaker that admits a loss": (
        "The staff admitted the loss of Merova to Sudria.",
        BORDER,
        [("Merova", "Sudria", "Norland")],
    ),
    "the speaker's name before the verb": (
        "Norland then held 40 villages. Sudria was silent.",
        BORDER,
        [("40 villages", "Norland", "Sudria")],
    ),
    "rockets that fell on the speaker": (
        "Several rockets landed in Merova, the staff said.",
        BORDER,
        [("Several rockets", "Sudria", "Norland")],
    ),
    "who struck stays in the next sentence": (
        "Norland bombed the port with 40 shells. Nine villagers were killed.",
        BORDER,
        [("40 shells", "Norland", "Sudria"), ("Nine villagers", "Norland", None)],
    ),
    "military is no side before a noun": (
        "In Sudria 36 military vehicles were destroyed, the staff said.",
        BORDER,
        [("36 military vehicles", "Norland", "Sudria")],
    ),
}


def sides(text, pack):
    """Give (actor, affected) of each claim by its words."""
    claims = read_document(Document(text), theatres=(pack,)).claims
    return {c.quantity.span.text: (c.actor, c.affected) for c in claims}


def judge(found, expected):
    """Give how many fields are right and filled, and how many are somebody else's."""
    right = wrong = 0
    for words, *wanted in expected:
        for got, want in zip(found.get(words, (None, None)), wanted, strict=True):
            right += got is not None and want is not None and same(got, want)
            wrong += got is not None and want is not None and not same(got, want)
    return right, wrong


def same(one, other):
    """True for two names of one party: "Sudrian" is Sudria."""
    return one[:5].casefold() == other[:5].casefold()


def test_sides_of_sentences():
    right = wrong = 0
    told = {}
    for name, (text, pack, expected) in SIDES.items():
        found = sides(text, pack)
        some, bad = judge(found, expected)
        right, wrong = right + some, wrong + bad
        if bad:
            told[name] = found
    assert wrong <= MAY_BE_WRONG, told
    assert right >= MUST_BE_RIGHT


def exchanged(text):
    """Give a text with the two sides' names exchanged."""
    return (
        text.replace("Norland", "\0")
        .replace("Sudria", "Norland")
        .replace("\0", "Sudria")
        .replace("Norlandn", "Norlandic")
        .replace("Sudriaic", "Sudrian")
    )


def test_exchanged_sides_give_exchanged_claims():
    kept = asked = 0
    for text, pack, _ in SIDES.values():
        if pack is not BORDER:
            continue
        mirror = sides(exchanged(text), pack)
        for words, fields in sides(text, pack).items():
            asked += 1
            wanted = tuple(f and exchanged(f) for f in fields)
            kept += mirror.get(exchanged(words)) == wanted
    assert kept >= EXCHANGED * asked, (kept, asked)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A Russian strike on Kyiv killed 12 people.", "Ukraine"),
        ("A Ukrainian strike on Belgorod killed 12 people.", "Russia"),
        ("KYIV, March 3 - Shelling killed 12 people in the city.", "Ukraine"),
    ],
)
def test_a_country_named_as_the_place_did_not_do_it(text, actor):
    claims = read_document(Document(text, published=date(2025, 3, 4))).claims
    assert all(claim.actor is None or actor not in claim.actor for claim in claims)
