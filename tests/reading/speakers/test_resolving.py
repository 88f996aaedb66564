"""Speakers: short sources to the fullest name, packs' canonical speakers, relays.

People and places are invented; offices of real bodies only as public facts.
"""

import pytest

from sayso.model import Access, Attribution, AttributionId, AttributionKind, Span
from sayso.reading.speakers.known import find_speaker
from sayso.reading.speakers.resolving import resolve_speakers
from sayso.vocabulary.languages import ENGLISH
from sayso.vocabulary.theatres import SpeakerKind, load_theatres

PACKS = load_theatres(("russia-ukraine", "syria", "world"))


def attribute(text, *parts):
    """Make attributions from (source, cue, content), each sought behind the last."""
    made, at = [], 0
    for number, part in enumerate(parts):
        spans = []
        for words in part:
            if words is None:
                spans.append(())
                continue
            start = text.find(words, at)
            start = text.index(words) if start < 0 else start
            spans.append((Span.cut(text, start, start + len(words)),))
        at = max((s[0].start for s in spans if s), default=at)
        made.append(
            Attribution(
                AttributionId(str(number)), *spans, kind=AttributionKind.INDIRECT
            )
        )
    return made


def names(text, *parts, packs=PACKS):
    return [
        a.name
        for a in resolve_speakers(
            text, attribute(text, *parts), (), packs, language=ENGLISH
        )
    ]


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        (
            "General Piotr Walenta said it rained. Walenta said more. I left, he said.",
            [
                ("General Piotr Walenta", "said", "it rained"),
                ("Walenta", "said", "more"),
                ("he", "said", "I left"),
            ],
            ["Piotr Walenta"] * 3,
        ),
        (
            "Walenta: rain fell. Colonel Piotr Walenta of the staff spoke.",
            [("Walenta", ":", "rain fell")],
            ["Piotr Walenta"],
        ),
        (
            "The governor, Marta Oblik, said no. Later the governor said yes.",
            [
                ("The governor, Marta Oblik", "said", "no"),
                ("the governor", "said", "yes"),
            ],
            ["Marta Oblik", "Marta Oblik"],
        ),
        (
            "Colonel Adam Wal said no.\nGovernor Marta Oblik left. She said more.",
            [("Colonel Adam Wal", "said", "no"), ("She", "said", "more")],
            ["Adam Wal", "Marta Oblik"],
        ),
        (
            "The staff in Mudville spoke; its spokesman Olga Petrak said no.",
            [("its spokesman Olga Petrak", "said", "no")],
            ["Olga Petrak"],
        ),
        (
            "Poland's Health Ministry said 3. The ministry said 4. It said 5.",
            [
                ("Poland's Health Ministry", "said", "3"),
                ("The ministry", "said", "4"),
                ("It", "said", "5"),
            ],
            ["Poland's Health Ministry"] * 3,
        ),
        (
            "A monitor said 3. The Mud Observatory for Peace, an Oslo monitor, spoke.",
            [("A monitor", "said", "3")],
            ["Mud Observatory for Peace"],
        ),
        (
            "The Emergency Doctors Initiative (EDI) said 3. EDI said 4.",
            [
                ("The Emergency Doctors Initiative (EDI)", "said", "3"),
                ("EDI", "said", "4"),
            ],
            ["Emergency Doctors Initiative"] * 2,
        ),
        (
            "Residents said it was loud. They said it shook.",
            [("Residents", "said", "it was loud"), ("They", "said", "it shook")],
            ["residents", "residents"],
        ),
        (
            "A police officer said 3.",
            [("A police officer", "said", "3")],
            ["a police officer"],
        ),
        (
            "Olga Petrak, who leads the camp, said 3 fell.",
            [("who leads the camp,", "said", "3 fell")],
            ["Olga Petrak"],
        ),
        (
            "BEIRUT (Kestrel) - The group MUD said 3 fell.",
            [("BEIRUT (Kestrel) - The group MUD", "said", "3 fell")],
            ["group MUD"],
        ),
        (
            "General Piotr Walenta, briefing Jan Mol at the front, said 3 fell.",
            [("General Piotr Walenta, briefing Jan Mol at the front,", "said", "3")],
            ["Piotr Walenta"],
        ),
        (
            "State television said 3 fell. It showed Rakhine State by night.",
            [("State television", "said", "3 fell")],
            ["State television"],
        ),
        (
            "Kestrel News quoted the general as saying 3 fell. General Piotr Walenta.",
            [("Kestrel News", "quoted", "3 fell")],
            ["Piotr Walenta"],
        ),
        (
            "The Mud Front spoke. The statement, relayed by Kestrel TV, said 3 fell.",
            [("The Mud Front", "spoke", None), ("Kestrel TV", "said", "3 fell")],
            ["Mud Front", "Mud Front"],
        ),
        (
            "The Mud Front spoke. The same account said 3 fell.",
            [("The Mud Front", "spoke", None), ("The same account", "said", "3 fell")],
            ["Mud Front", "Mud Front"],
        ),
        (
            "The Mud Front's account of Friday's talks said 3 fell.",
            [("The Mud Front's account of Friday's talks", "said", "3 fell")],
            ["Mud Front"],
        ),
        (
            "The evening report of the Mud Front said 3 fell.",
            [("The evening report of the Mud Front", "said", "3 fell")],
            ["Mud Front"],
        ),
        (
            "A report of the fire said 3 fell.",
            [("A report of the fire", "said", "3 fell")],
            ["a report of the fire"],
        ),
        (
            "A summary of our report on the camp says 3 fell.",
            [("A summary of our report on the camp", "says", "3 fell")],
            [None],
        ),
        (
            "Mudwatch, a channel close to the army, said 3. It said 4.",
            [
                ("Mudwatch, a channel close to the army,", "said", "3"),
                ("It", "said", "4"),
            ],
            ["Mudwatch", "Mudwatch"],
        ),
        (
            "It was officially announced that 3 fell. It was also announced it rained.",
            [
                (None, "was officially announced", "3 fell"),
                (None, "was also announced", "it rained"),
            ],
            ["officials", "officials"],
        ),
        ("Let us recall that 3 fell.", [("us", "recall", "3 fell")], [None]),
        ("Initial reports say 3 fell.", [("Initial reports", "say", "3")], [None]),
        ("Estimates say 3 fell.", [("Estimates", "say", "3")], [None]),
        ("Three died, it is said.", [(None, "is said", "Three died")], [None]),
        (
            "A spokesman for Piotr Walenta said 3.",
            [("A spokesman for Piotr Walenta", "said", "3")],
            ["a spokesman for Piotr Walenta"],
        ),
        (
            "Sources at Mudville police, who asked not to be named, said 3.",
            [("Sources at Mudville police, who asked not to be named,", "said", "3")],
            ["Sources at Mudville police"],
        ),
        (
            "The ministry said 3 fell. The monitor said 4 fell.",
            [("The ministry", "said", "3 fell"), ("The monitor", "said", "4 fell")],
            ["ministry", "monitor"],
        ),
        (
            "By the governor's count 3 fell.",
            [("By the governor's", "count", "3 fell")],
            ["governor's"],
        ),
    ],
)
def test_name_is_as_full_as_the_document_allows(text, parts, expected):
    assert names(text, *parts) == expected


@pytest.mark.parametrize(
    ("source", "name", "party", "access"),
    [
        (
            "the Russian Defence Ministry",
            "Russia's Defence Ministry",
            "russia",
            Access.OWN_FORCE,
        ),
        (
            "Ukrainian General Staff",
            "Ukraine's General Staff",
            "ukraine",
            Access.OWN_FORCE,
        ),
        (
            "Poland's interior ministry",
            "Poland's Interior Ministry",
            "poland",
            Access.OWN_FORCE,
        ),
        ("OHCHR", "UN Human Rights Office", None, Access.THIRD_PARTY_COUNT),
        (
            "the Syrian Observatory for Human Rights",
            "Syrian Observatory for Human Rights",
            None,
            Access.THIRD_PARTY_COUNT,
        ),
        ("Kyiv", "Ukraine", "ukraine", Access.OWN_FORCE),
        ("a Ukrainian officer", "a Ukrainian officer", "ukraine", Access.UNKNOWN),
    ],
)
def test_packs_give_the_canonical_speaker(source, name, party, access):
    text = f"{source} said three fell."
    (found,) = resolve_speakers(
        text,
        attribute(text, (source, "said", "three fell")),
        (),
        PACKS,
        language=ENGLISH,
    )
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.party, found.speaker.access) == (
        name,
        party,
        access,
    )
    assert not found.speaker.private


def test_witnesses_are_private_and_have_a_witness_s_access():
    text = "A resident said shells fell."
    (found,) = resolve_speakers(
        text,
        attribute(text, ("A resident", "said", "shells fell")),
        (),
        PACKS,
        language=ENGLISH,
    )
    assert found.speaker.private
    assert found.speaker.access == Access.WITNESS


@pytest.mark.parametrize(
    ("text", "part", "via"),
    [
        (
            "Olga Petrak told Reuters that 3 fell.",
            ("Olga Petrak", "told", "3 fell"),
            ("Reuters",),
        ),
        (
            "Olga Petrak told the radio station Kestrel on Friday that 3 fell.",
            ("Olga Petrak", "told", "3 fell"),
            ("Kestrel",),
        ),
        (
            "Olga Petrak told reporters that 3 fell.",
            ("Olga Petrak", "told", "3 fell"),
            (),
        ),
        (
            "Olga Petrak told an Oslo conference that 3 fell.",
            ("Olga Petrak", "told", "3 fell"),
            (),
        ),
        (
            "TASS, citing the ministry, said 3 fell.",
            ("TASS, citing the ministry", "said", "3 fell"),
            ("TASS",),
        ),
        (
            "Three fell, Olga Petrak said in an interview with the BBC.",
            ("Olga Petrak", "said", "Three fell"),
            ("BBC",),
        ),
        (
            "The ministry said 3 fell, TASS reported.",
            ("The ministry", "said", "3 fell"),
            ("TASS",),
        ),
    ],
)
def test_outlets_that_relay_are_via(text, part, via):
    (found,) = resolve_speakers(
        text, attribute(text, part), (), PACKS, language=ENGLISH
    )
    assert found.via == via


def test_chain_has_the_innermost_speaker_and_the_outer_ones_as_via():
    text = "WHO says that health officials reported 3 dead."
    outer, inner = resolve_speakers(
        text,
        attribute(
            text,
            ("WHO", "says", "health officials reported 3 dead"),
            ("health officials", "reported", "3 dead"),
        ),
        (),
        PACKS,
        language=ENGLISH,
    )
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.parent == outer.id
    assert inner.name == "health officials"
    assert inner.via == ("WHO",)


def test_entity_spans_tell_persons_without_an_office():
    class Entity:
        def __init__(self, span):
            self.span, self.kind = span, "person"

    text = "Walenta said 3. It was warm. Piotr Walenta lives in Oslo. He said 4."
    start = text.index("Piotr Walenta")
    entity = Entity(Span.cut(text, start, start + len("Piotr Walenta")))
    parts = [("Walenta", "said", "3"), ("He", "said", "4")]
    found = resolve_speakers(
        text, attribute(text, *parts), [entity], PACKS, language=ENGLISH
    )
    assert [a.name for a in found] == ["Piotr Walenta", "Piotr Walenta"]


def test_belligerents_exchanged_change_names_alone():
    one = "Ukraine's General Staff said 3. The staff said 4."
    two = one.replace("Ukraine", "Russia")
    for text, country in ((one, "Ukraine"), (two, "Russia")):
        parts = [
            (f"{country}'s General Staff", "said", "3"),
            ("The staff", "said", "4"),
        ]
        found = resolve_speakers(
            text, attribute(text, *parts), (), PACKS, language=ENGLISH
        )
        assert [a.name for a in found] == [f"{country}'s General Staff"] * 2
        assert found[1].speaker.access == Access.OWN_FORCE


def test_nothing_in_nothing_out():
    assert resolve_speakers("", (), (), PACKS, language=ENGLISH) == ()
    assert resolve_speakers("No one spoke.", (), (), (), language=ENGLISH) == ()


def test_which_takes_up_the_body_named_just_before_it():
    text = (
        "The Tarnian army said it had killed 20 fighters of the Olmar Front, which"
        " dismissed the figure."
    )
    parts = [("The Tarnian army", "said", "it had killed 20 fighters")]
    parts += [("which", "dismissed", "the figure")]
    assert names(text, *parts)[1] == "Olmar Front"


def test_a_party_called_by_its_army_is_not_given_another_one():
    packs = load_theatres(("sudan", "world"))
    found = find_speaker("The Sudanese army", packs, words=ENGLISH.speakers)
    assert (found.name, found.party) == ("Sudanese army", "sudanese-army")


HEADED = {
    "heading": ("Two bridges lost\n{} said 3 fell.", "Mud Ministry"),
    "heading that names another": ("Support for Mudville\n{} said 3.", "Mud Ministry"),
    "office": ("Siege of Mudville\n{} said 3 fell.", "Colonel Piotr Walenta"),
    "day": ("Mudville, 8 May 2031\n{} said 3 fell.", "The Mud Ministry"),
    "long heading": (
        "Fighting Spreads North of Mudville as Council of the River\n{} said 3 fell.",
        "The Mud Ministry",
    ),
    "by-line": ("By Olga Petrak\nKestrel Agency\n{} said 3 fell.", "The Mud army"),
}


@pytest.mark.parametrize(("text", "source"), HEADED.values(), ids=HEADED)
def test_no_name_goes_over_a_line_that_something_new_begins_behind(text, source):
    plain = names(f"{source} said 3 fell.", (source, "said", "3"))
    assert names(text.format(source), (source, "said", "3")) == plain


def test_a_name_wrapped_at_the_end_of_a_line_is_one_name():
    text = (
        "On Monday evening a spokesman for the staff in Mudville, Colonel Piotr\n"
        "Walenta, said 3 fell by the bridge. The others went home. Walenta said 4."
    )
    parts = [("Colonel Piotr\nWalenta", "said", "3"), ("Walenta", "said", "4")]
    assert names(text, *parts) == ["Piotr Walenta"] * 2


@pytest.mark.parametrize(
    ("title", "is_meant"),
    [("", True), ("General ", True), ("a spokesman for ", False), ("men near ", False)],
)
def test_whoever_is_only_named_in_a_phrase_is_not_who_speaks(title, is_meant):
    packs = load_theatres(("russia-ukraine", "world"))
    name = next(
        s.name
        for s in packs[0].speakers
        if s.kind is SpeakerKind.PERSON and len(s.name.split()) == 2
    )
    found = find_speaker(f"{title}{name}", packs, words=ENGLISH.speakers)
    assert (found.name == name) is is_meant
