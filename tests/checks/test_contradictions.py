from dataclasses import replace
from datetime import timedelta

import pytest

from checks.corpus import Corpus
from checks.in_marked import find_in
from made import DAY, on
from sayso.checks.contradictions import CHECK
from sayso.model import Accrual, Outcome, Speaker, SpeakerId, Stance
from sayso.vocabulary.theatres import Party, PartyKind, Theatre

EVENT = {
    "affected": "Tarn",
    "place": "Olmar",
    "period": on(DAY),
    "accrual": Accrual.FLOW,
    "group": "civilian",
}


def two(first: object, second: object, **other: object) -> Corpus:
    corpus = Corpus().write(
        f"Ada Orlan counted {first} dead; Bo Renn counted {second}."
    )
    corpus.say(f"{first}", first, "people.killed", claimant="Ada Orlan", **EVENT)
    said = {"claimant": "Bo Renn", **EVENT, **other}
    return corpus.say(f"{second}", second, "people.killed", **said)


def test_contradictions_fires():
    (finding,) = two(48, 44).find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert "Ada Orlan stated" in finding.sentence
    assert "Bo Renn stated" in finding.sentence


@pytest.mark.parametrize(
    "corpus",
    [
        two(48, 49, place="Bren"),
        two(48, 49, group="soldier"),
        two(48, 49, affected="Vessia"),
        two(48, 49, period=on(DAY - timedelta(days=1))),
        two(48, 49, claimant="Ada Orlan"),
        two(48, 49, claimant=None),
        two(48, 49, stance=Stance.HEDGED),
        two(4837, 4800),
    ],
    ids=["place", "thing", "party", "day", "speaker", "narrator", "hedged", "rounded"],
)
def test_contradictions_quiet_on_what_is_not_comparable(corpus):
    assert corpus.find(CHECK) == []


def test_a_body_that_is_pointed_at_is_no_second_one():
    corpus = two(48, 44, claimant="same monitors")
    corpus.claims[0] = replace(corpus.claims[0], claimant="Its monitors")
    assert corpus.find(CHECK) == []


def test_a_ministry_and_its_country_are_no_two_speakers():
    corpus = two(48, 44)
    speakers = [
        Speaker(SpeakerId(name), name, party="Vessia") for name in ("Vessia", "Staff")
    ]
    pack = Theatre("x", "X", "0", parties=(Party("v", "Vessia", PartyKind.STATE),))
    corpus.theatres = (pack,)
    corpus.claims = [
        replace(claim, speaker=speaker)
        for claim, speaker in zip(corpus.claims, speakers, strict=True)
    ]
    assert corpus.find(CHECK) == []
    corpus.theatres = ()
    assert len(corpus.find(CHECK)) == 1


def town(*, days: int = 0, **reply: object) -> Corpus:
    corpus = Corpus().write(
        "Ada Orlan said Olmar was taken. Bo Renn spoke of Olmar too."
    )
    taken = {"actor": "Vessia", "affected": "Tarn", "place": "Olmar"}
    corpus.say(
        "Olmar", 1, "place.gained", claimant="Ada Orlan", period=on(DAY), **taken
    )
    when = on(DAY + timedelta(days=days))
    corpus.write(
        "Bo Renn spoke of Olmar.", outlet="Echo Two", on=DAY + timedelta(days=days)
    )
    said = {"claimant": "Bo Renn", "period": when, **taken, **reply}
    measure = said.pop("measure", "place.lost")
    return corpus.say("Olmar", 1, measure, **said)


@pytest.mark.parametrize(
    "corpus",
    [
        town(stance=Stance.DENIED),
        town(days=2, stance=Stance.DENIED),
        town(measure="place.held", actor="Tarn", affected=None),
    ],
    ids=["denied", "denied days later", "held by the other"],
)
def test_places_fire(corpus):
    (finding,) = corpus.find(CHECK)
    assert "Olmar changed hands" in finding.sentence


@pytest.mark.parametrize(
    "corpus",
    [
        town(),
        town(days=4, stance=Stance.DENIED),
        town(stance=Stance.DENIED, claimant="Ada Orlan"),
        town(measure="place.held", actor="Vessia"),
        town(stance=Stance.DENIED, place="Bren"),
    ],
    ids=["admitted", "long after", "same speaker", "held by the taker", "elsewhere"],
)
def test_places_quiet(corpus):
    assert corpus.find(CHECK) == []


PEOPLE = """
== a | Lowland Post | 2031-05-20
@ day=2031-05-20 place=Kesten
Police said {12 people}[killed 12 person by="Kesten Police"] died in Kesten on Tuesday.
The council said {31 people}[killed 31 person by="Relief Council"] died there that day.
"""


def test_people_of_no_told_side_within_one_document():
    (finding,) = find_in(CHECK, PEOPLE)
    assert finding.outcome is Outcome.INCONSISTENT
    first, second = PEOPLE.strip().split("\n")[2:]
    head = "\n== {} | Lowland Post | 2031-05-20\n@ day=2031-05-20 place=Kesten\n"
    two = head.format("a") + first + head.format("b") + second
    assert find_in(CHECK, two) == []
    (finding,) = find_in(CHECK, two.replace("person", "civilian"))
    assert finding.outcome is Outcome.INCONSISTENT


def test_one_thing_told_without_a_number_is_no_count():
    named = PEOPLE.replace("31 people", "a reporter").replace("killed 31", "killed 1")
    assert find_in(CHECK, named) == []


NOT_ALIKE = {
    "wounded in hospital": "Governor Bo Renn said {eight people}[wounded 8 person"
    ' by="Bo Renn"] are in hospital.',
    "a bare number": "Tarn's army said of guards that {two}[wounded 2 person"
    ' by="Tarn\'s army"] were hurt.',
}


@pytest.mark.parametrize("other", NOT_ALIKE.values(), ids=NOT_ALIKE)
def test_a_part_of_the_wounded_contradicts_nothing(other):
    report = (
        "== r | Post | 2031-05-20\n@ day=2031-05-20 place=Kesten\n"
        "Officials said {40 people}[wounded 40 person by=officials] were hurt. "
    )
    assert find_in(CHECK, report + other) == []
