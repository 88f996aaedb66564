"""Whose loss and whose doing. Countries, groups, towns and sentences are invented."""

from dataclasses import dataclass, replace

import pytest

from sayso.model import (
    Attribution,
    AttributionId,
    AttributionKind,
    Document,
    Place,
    PlaceId,
    PlaceKind,
    Span,
    Speaker,
    SpeakerId,
    Toponym,
)
from sayso.reading.claims.claims import read_claims
from sayso.reading.claims.context import Found
from sayso.reading.events.candidates import find_candidates
from sayso.reading.numbers.figures import find_figures
from sayso.reading.numbers.singles import find_single_figures, find_zero_figures
from sayso.reading.parties.conflict import conflict_of
from sayso.reading.parties.mentions import find_parties
from sayso.reading.parties.sides import Parties
from sayso.reading.text.sentences import SentenceIndex
from sayso.vocabulary.languages import ENGLISH
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
COUNTRIES = {"Merova": "NX", "Tarkhan": "SX", "Oleska": "VX"}


@dataclass(frozen=True)
class Said:
    """Who speaks in a whole text: words of the source, party, kind of quotation."""

    source: str
    party: str | None = None
    kind: AttributionKind = AttributionKind.INDIRECT


def read(text, said=None, pack=BORDER):
    """Give (words, actor, affected) of each claim, in order."""
    figures = sorted(
        (
            *find_figures(text, language=ENGLISH),
            *find_single_figures(text, language=ENGLISH),
            *find_zero_figures(text, language=ENGLISH),
        ),
        key=lambda figure: figure.quantity.span,
    )
    packs = (pack,)
    found = Found(
        figures=tuple(find_candidates(figures, ENGLISH)),
        timexes=(),
        toponyms=tuple(towns(text)),
        attributions=() if said is None else (attribution(text, said),),
        parties=Parties(
            find_parties(text, packs), conflict_of(packs), words=ENGLISH.parties
        ),
        sentences=SentenceIndex.of(text, ENGLISH),
    )
    claims = read_claims(Document(text), found, reader="test")
    return [(c.quantity.span.text, c.actor, c.affected) for c in claims]


def towns(text):
    for name, country in COUNTRIES.items():
        start = text.find(name)
        if start >= 0:
            place = Place(PlaceId(name), name, PlaceKind.SETTLEMENT, 0.0, 0.0, country)
            yield Toponym(Span.cut(text, start, start + len(name)), place)


def attribution(text, said):
    start = text.index(said.source)
    return Attribution(
        id=AttributionId("a"),
        source=(Span.cut(text, start, start + len(said.source)),),
        cue=(),
        content=(Span.cut(text, 0, len(text)),),
        kind=said.kind,
        name=said.source,
        speaker=Speaker(SpeakerId("s"), said.source, said.party),
    )


NORTH = Said("the staff", "norland")
COLUMN = Said("the Free Column", "column")
CASES = {
    "own people of the speaker": (
        "Two tanks of its own were lost, the staff said.",
        NORTH,
        BORDER,
        [("Two tanks", None, "Norland")],
    ),
    "its troops are the speaker's": (
        "A note of the staff said that its troops had captured 40 rifles in Sudria.",
        NORTH,
        BORDER,
        [("40 rifles", "Norland", "Sudria")],
    ),
    "a passive without agent is the speaker's doing": (
        "Some 60 rifles were captured, the staff said. It named no town in Sudria.",
        NORTH,
        BORDER,
        [("60 rifles", "Norland", "Sudria")],
    ),
    "civilians are of the country at war": (
        "A shell killed nine villagers in Merova. Sudria fired it.",
        None,
        BORDER,
        [("nine villagers", None, "Norland")],
    ),
    "civilians without a place are of the side attacked": (
        "Sudrian shelling killed nine villagers. Norland mourned.",
        None,
        BORDER,
        [("nine villagers", "Sudria", "Norland")],
    ),
    "soldiers in a war inside a country are the state's": (
        "Two soldiers died near the bridge, the Free Column and the government say.",
        None,
        INNER,
        [("Two soldiers", None, "Verian government")],
    ),
    "rebels are the one group that fights the state": (
        "The rebels have captured five trucks. The Free Column fights on.",
        None,
        INNER,
        [("five trucks", "rebels", "Verian government")],
    ),
    "ground lost is told by the loser": (
        "Not one village has been lost, the Free Column said.",
        COLUMN,
        INNER,
        [("Not one village", "Verian government", "Free Column")],
    ),
    "those launched are of the side whose were shot down": (
        "Norland shot down 28 of 31 drones from Sudria.",
        None,
        BORDER,
        [("28", "Norland", "Sudria"), ("31 drones", "Sudria", "Norland")],
    ),
    "the speaker goes on behind its pronoun": (
        "The staff said it had beaten back a Sudrian raid, killing 12 soldiers.",
        Said("The staff", "norland"),
        BORDER,
        [("12 soldiers", "Norland", "Sudria")],
    ),
    "its object is not the subject of what it did next": (
        "The staff said it had taken three Sudrian posts and destroyed 27 trucks.",
        Said("The staff", "norland"),
        BORDER,
        [("27 trucks", "Norland", "Sudria")],
    ),
    "a side is not said to harm its own": (
        "The staff, of Norland, said it had killed 23 soldiers of Norland.",
        Said("The staff", "norland"),
        BORDER,
        [("23 soldiers", None, "Norland")],
    ),
    "whose losses": (
        "The staff put its losses at 23 dead.",
        Said("The staff", "norland"),
        BORDER,
        [("23 dead", None, "Norland")],
    ),
    "what somebody claims to have done": (
        "Sudrian shells fell here; the staff claimed to have killed 58 soldiers.",
        NORTH,
        BORDER,
        [("58 soldiers", "Norland", "Sudria")],
    ),
    "two verbs joined share their subject": (
        "Norland killed two fighters and seized 12 trucks near the Sudrian line.",
        None,
        BORDER,
        [("two fighters", "Norland", "Sudria"), ("12 trucks", "Norland", "Sudria")],
    ),
    "words between a subject and its verb": (
        "The Free Column, helped by hill people, killed 12 soldiers.",
        None,
        INNER,
        [("12 soldiers", "Free Column", "Verian government")],
    ),
    "the side that is blamed": (
        "Twelve people died in the raid, medics said, blaming the Free Column.",
        None,
        INNER,
        [("Twelve people", "Free Column", None)],
    ),
    "in a quotation they are the others": (
        "They have lost 40 tanks, said the staff, of Sudria.",
        Said("the staff", "norland", AttributionKind.DIRECT),
        BORDER,
        [("40 tanks", None, "Sudria")],
    ),
    "people back are of the side that tells": (
        "Another 41 fighters are back home, the staff said.",
        NORTH,
        BORDER,
        [("41 fighters", None, "Norland")],
    ),
    "prisoners handed over to a side are its own": (
        "In all 24 prisoners of war were handed over to Sudria, the staff said.",
        NORTH,
        BORDER,
        [("24 prisoners of war", None, "Sudria")],
    ),
    "people leave a place": (
        "About 300 people have left Merova.",
        None,
        BORDER,
        [("300 people", None, "Merova")],
    ),
    "what is hit is not the one who hits": (
        "Norland hit nine Sudrian targets.",
        None,
        BORDER,
        [("nine Sudrian targets", "Norland", "Sudria")],
    ),
    "the hands that hold it": (
        "About 70% of the valley is in Norlandic hands.",
        None,
        BORDER,
        [("70%", "Norland", "Sudria")],
    ),
    "a town falls to the one who takes it": (
        "Merova fell to Sudrian troops on Friday. Norland was silent.",
        None,
        BORDER,
        [("Merova", "Sudria", "Norland")],
    ),
    "our land is gained, not lost": (
        "About 40 square miles of our land are free again, the staff said of Sudria.",
        NORTH,
        BORDER,
        [("40 square miles", "Norland", "Sudria")],
    ),
    "people from a town": (
        "A bomb killed 98 drivers from Oleska. The Free Column was silent.",
        None,
        INNER,
        [("98 drivers", None, "Oleska")],
    ),
    "civilians in a split with fighters": (
        "Forty people died, including two rebels and five civilians of the town.",
        None,
        INNER,
        [
            ("Forty people", None, None),
            ("two rebels", None, "rebels"),
            ("five civilians", None, None),
        ],
    ),
    "a state that strikes in a third country hits that country": (
        "Norland fired nine rockets at Tarkhan. Its foes are in Oleska.",
        None,
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
        None,
        INNER,
        [("13 fighters", "rebels", "Verian government")],
    ),
    "areas that were attacked": (
        "The rebels carried out several bombings in Ostian areas.",
        None,
        INNER,
        [("several bombings", "rebels", "Ostian areas")],
    ),
    "a bus is of no side": (
        "The rebels burned a bus and killed two soldiers. The Free Column is silent.",
        None,
        INNER,
        [("a bus", "rebels", None), ("two soldiers", "rebels", "Verian government")],
    ),
    "a name before a noun is no subject": (
        "The government blew up Free Column trucks and killed dozens of fighters.",
        None,
        INNER,
        [("dozens of fighters", "government", "Free Column")],
    ),
    "a speaker that admits a loss": (
        "The staff admitted the loss of Merova to Sudria.",
        Said("The staff", "norland"),
        BORDER,
        [("Merova", "Sudria", "Norland")],
    ),
    "the speaker's name before the verb": (
        "Norland then held 40 villages. Sudria was silent.",
        Said("Norland", "norland"),
        BORDER,
        [("40 villages", "Norland", "Sudria")],
    ),
    "rockets that fell on the speaker": (
        "Several rockets landed in Merova, the staff said.",
        NORTH,
        BORDER,
        [("Several rockets", "Sudria", "Norland")],
    ),
    "who struck stays in the next sentence": (
        "Norland bombed the port with 40 shells. Nine villagers were killed.",
        None,
        BORDER,
        [("40 shells", "Norland", "Sudria"), ("Nine villagers", "Norland", None)],
    ),
    "military is no side before a noun": (
        "In Sudria 36 military vehicles were destroyed, the staff said.",
        NORTH,
        BORDER,
        [("36 military vehicles", "Norland", "Sudria")],
    ),
}


@pytest.mark.parametrize(
    ("text", "said", "pack", "expected"), CASES.values(), ids=CASES.keys()
)
def test_roles_of_a_claim(text, said, pack, expected):
    read_roles = [
        (words.removeprefix("About ").removeprefix("Some "), actor, affected)
        for words, actor, affected in read(text, said, pack)
    ]
    assert read_roles == expected


def test_a_communique_speaks_for_the_first_side_it_names():
    text = (
        "Units of the Norlandic army advanced. The enemy lost 40 tanks. "
        "In all 600 trucks have been destroyed."
    )
    assert read(text) == [
        ("40 tanks", None, "Sudria"),
        ("600 trucks", "Norland", "Sudria"),
    ]


def test_a_report_has_no_side_of_its_own():
    assert read("Forty trucks were destroyed. Norland and Sudria fight.") == [
        ("Forty trucks", None, None)
    ]
