from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from checks.corpus import Corpus
from checks.in_marked import find_in
from made import DAY, on
from marked import parse_marked
from sayso.checks import make_context
from sayso.checks.contradictions import CHECK
from sayso.model import (
    Access,
    Accrual,
    ClaimField,
    Evidence,
    Finding,
    Outcome,
    Speaker,
    SpeakerId,
    Stance,
)
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


AMBUSH = """
== a | Lowland Post | 2031-05-21
@ day=2031-05-20 place=Kesten
The staff said {18 soldiers}[killed 18 soldier by="General Staff"] died near Kesten.

{other}
"""
FRONT = '[killed 43 soldier by="Dale Front" place=]'


def ambush(other: str) -> list[Finding]:
    return find_in(CHECK, AMBUSH.replace("{other}", other))


def test_a_second_speaker_need_not_say_again_where_and_whose():
    (finding,) = ambush(f"The Dale Front said it killed {{43 soldiers}}{FRONT}.")
    assert finding.outcome is Outcome.INCONSISTENT
    assert "General Staff stated" in finding.sentence
    assert "Dale Front stated" in finding.sentence


def test_a_death_overnight_makes_no_other_event():
    text = (
        '{43 soldiers}[killed 43 soldier by="Dale Front" span=2031-05-20..2031-05-21]'
    )
    assert len(ambush(f"The Dale Front spoke of {text}.")) == 1


ELSEWHERE = {
    "another place": FRONT.replace("place=", "place=Mirova"),
    "another kind": FRONT.replace("soldier", "rebel"),
    "another day": FRONT.replace("place=", "place= day=2031-05-18"),
    "a week": FRONT.replace("place=", "place= span=2031-05-14..2031-05-20"),
    "a running total": FRONT.replace("place=", "place= acc=total"),
    "the same speaker": FRONT.replace("Dale Front", "General Staff"),
    "its own side": FRONT.replace("Dale Front", "the General Staff"),
    "no speaker": FRONT.replace("Dale Front", ""),
    "denied": FRONT.replace("place=", "place= stance=denied"),
    "no certain number": FRONT.replace("43 soldier", ">=10 soldier"),
    "hurt": FRONT.replace("killed", "wounded"),
}


@pytest.mark.parametrize("mark", ELSEWHERE.values(), ids=ELSEWHERE)
def test_other_soldiers_are_set_beside_none(mark):
    assert ambush(f"The Dale Front spoke of {{43 soldiers}}{mark}.") == []


@pytest.mark.parametrize(
    "words", ["Five of the soldiers", "four more soldiers", "another nine soldiers"]
)
def test_some_of_a_count_and_what_is_added_to_it_are_no_second_count(words):
    mark = '[killed 5 soldier by="Dale Front" place=]'
    assert ambush(f"{{{words}}}{mark} were drivers, the Dale Front said.") == []


def test_a_number_alone_answers_the_kind_named_last():
    """Of "it killed five gunners; they confirmed two" the two are gunners."""
    said = '{five gunners}[killed 5 gunner by="General Staff" place=]'
    mark = '[killed 2 by="Dale Front" place=]'
    answer = f"The Dale Front confirmed {{two}}{mark}."
    assert ambush(f"It said it had killed {said}. {answer}") == []


DEATHS = '{12 deaths}[killed 12 death by="Kesten Police"]'


@pytest.mark.parametrize(
    ("second", "flags"),
    [
        ('{31 people}[killed 31 person by="Relief Council"]', 1),
        ('{31 victims}[killed 31 victim by="Relief Council"]', 1),
        ('{31 villagers}[killed 31 villager by="Relief Council"]', 0),
        ('{31 people}[killed 31 person by="Relief Council" place=]', 0),
        ('{31}[killed 31 person by="Relief Council"]', 0),
        ('{31 dead guards}[killed 31 guard by="Relief Council"]', 0),
    ],
    ids=["people", "victims", "perhaps a part", "no place", "no noun", "one kind"],
)
def test_words_for_the_dead_of_whatever_kind_are_one_count(second, flags):
    text = f"Police confirmed {DEATHS}. The council counted {second}."
    head = "\n== a | Lowland Post | 2031-05-20\n@ day=2031-05-20 place=Kesten\n"
    assert len(find_in(CHECK, head + text)) == flags


@pytest.mark.parametrize(
    ("more", "behind", "sure", "flags"),
    [
        ("", "had died", "0.6", 1),
        ("", "had died", "0.9", 0),
        ("", "had died of their wounds in a ward", "0.6", 0),
        ("day=2031-05-12", "had died", "0.6", 0),
    ],
    ids=["a plain answer", "surely of no place", "tells of whom", "another day"],
)
def test_a_second_speaker_may_leave_out_the_place(more, behind, sure, flags):
    people = f'{{9 people}}[killed 9 person by="Relief Council" place= {more}]'
    text = f"Police confirmed {DEATHS}. The council said {people} {behind}."
    head = "\n== a | Lowland Post | 2031-05-20\n@ day=2031-05-20 place=Kesten\n"
    (marked,) = parse_marked(head + text)
    claims = [
        replace(
            claim,
            evidence=(
                *claim.evidence,
                Evidence(ClaimField.PLACE, (), Decimal(sure)),
            ),
        )
        for claim in marked.reading.claims
    ]
    context = make_context([marked.reading])
    assert len(list(CHECK.run(claims, context))) == flags


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("ru", "12 погибших", "31 человека"),
        ("uk", "12 загиблих", "31 людину"),
    ],
)
def test_the_dead_are_one_count_in_other_languages(language, first, second):
    head = f"\n== a | Речь | 2031-05-20 | {language}\n@ day=2031-05-20 place=Kesten\n"
    one = f'{{{first}}}[killed 12 {first[3:]} by="Полиция"]'
    other = f'{{{second}}}[killed 31 {second[3:]} by="Совет"]'
    (finding,) = find_in(CHECK, f"{head}{one}, {other}.")
    assert finding.outcome is Outcome.INCONSISTENT


def test_a_place_named_on_the_way_to_the_second_figure_parts_the_two():
    def told(*places: str) -> Corpus:
        corpus = Corpus(places=places).write(
            "Staff: 18 soldiers died at Olmar. Rebels, of Bren: 43 soldiers died."
        )
        known = {"group": "soldier", "period": on(DAY)}
        staff = {"claimant": "Staff", "place": "Olmar", **known}
        corpus.say("18 soldiers", 18, "people.killed", **staff)
        return corpus.say(
            "43 soldiers", 43, "people.killed", claimant="Rebels", **known
        )

    assert len(told("Olmar").find(CHECK)) == 1
    assert told("Olmar", "Bren").find(CHECK) == []


@pytest.mark.parametrize(("sure", "flags"), [("0.95", 1), ("0.7", 0)])
def test_what_happened_must_be_read_with_certainty(sure, flags):
    corpus = Corpus().write("Staff: 18 soldiers died at Olmar. Rebels: 43 soldiers.")
    known = {"group": "soldier", "period": on(DAY)}
    corpus.say(
        "18 soldiers", 18, "people.killed", claimant="Staff", place="Olmar", **known
    )
    read = (Evidence(ClaimField.EVENT, (), Decimal(sure)),)
    corpus.say(
        "43 soldiers", 43, "people.killed", claimant="Rebels", evidence=read, **known
    )
    assert len(corpus.find(CHECK)) == flags


NOUNS = [
    ("soldier", "troop", 1),
    ("militant", "gunman", 1),
    ("rebel", "terrorist", 1),
    ("militant", "soldier", 0),
    ("militant", "villager", 0),
    ("militant", "policeman", 0),
]


@pytest.mark.parametrize(("one", "other", "flags"), NOUNS)
def test_two_speakers_may_have_other_nouns_for_the_same_men(one, other, flags):
    first = f'{{Nine {one}s}}[killed 9 {one} by="Quarry Watch"]'
    second = f'{{21 {other}s}}[killed 21 {other} by="Home Ministry" place=]'
    text = f"{first} fell in the quarry, the Watch wrote. The ministry has {second}."
    head = "\n== q | Lowland Post | 2031-05-20\n@ day=2031-05-20 place=Kesten\n"
    assert len(find_in(CHECK, head + text)) == flags


SEEN = [("21 body", 1), ("6 body", 0), ("21 coffin", 0)]


@pytest.mark.parametrize(("seen", "flags"), SEEN, ids=["more", "fewer", "no bodies"])
def test_bodies_may_be_fewer_than_the_dead_and_not_more(seen, flags):
    number, noun = seen.split()
    text = (
        '{12 people}[killed 12 person by="Kesten Police"] died in the mill. A nurse'
        f' washed {{{number} of them}}[killed {number} {noun} by="Ada Orlan"].'
    ).replace(" of them", f" {noun}s")
    head = "\n== n | Lowland Post | 2031-05-20\n@ day=2031-05-20 place=Kesten\n"
    assert len(find_in(CHECK, head + text)) == flags


BARE = [
    ("the elders say {30}[killed 30 person {by}].", 1),
    ("the elders say {30}[killed 30 person {by}] had been killed.", 1),
    ("the elders say {30}[killed 30 person {by}] died in all of the eastern hills.", 0),
    ("the elders say {two}[killed 2 person {by}].", 0),
]


@pytest.mark.parametrize(("answer", "flags"), BARE)
def test_a_bare_number_answers_a_count_that_it_exceeds(answer, flags):
    text = (
        'Police counted {18 people}[killed 18 person by="Kesten Police"] dead; '
        + answer.replace("{by}", 'by="Elders"')
    )
    head = "\n== b | Lowland Post | 2031-05-20\n@ day=2031-05-20 place=Kesten\n"
    found = find_in(CHECK, head + text.replace("30 person", "30 ''"))
    assert len(found) == flags


DEEDS = [
    ("0.1", "0.1", 0),
    ("0.1", "0.9", 1),
    ("0.9", "0.1", 1),
    ("0.4", "0.1", 1),
]


@pytest.mark.parametrize(("one", "other", "flags"), DEEDS)
def test_what_each_of_two_speakers_has_done_is_of_two_sides(one, other, flags):
    corpus = Corpus().write("Front: it killed 18 soldiers. Guard: it killed 43.")
    known = {"group": "soldier", "period": on(DAY), "place": "Olmar"}
    for words, value, who, sure in (
        ("18 soldiers", 18, "Front", one),
        ("43", 43, "Guard", other),
    ):
        doer = (Evidence(ClaimField.ACTOR, (), Decimal(sure)),)
        said = {"claimant": who, "evidence": doer, **known}
        corpus.say(words, value, "people.killed", **said)
    assert len(corpus.find(CHECK)) == flags


@pytest.mark.parametrize(
    ("field", "sure"),
    [(ClaimField.CLAIMANT, "0.5"), (ClaimField.STANCE, "0.4")],
    ids=["who says so", "that it is said"],
)
def test_speaker_and_saying_must_be_read_with_certainty(field, sure):
    corpus = two(48, 44)
    assert len(corpus.find(CHECK)) == 1
    doubted = (Evidence(field, (), Decimal(sure)),)
    corpus.claims[1] = replace(corpus.claims[1], evidence=doubted)
    assert corpus.find(CHECK) == []


def test_a_figure_of_the_headline_is_set_beside_no_second_speaker():
    text = (
        "\n== t | Lowland Post | 2031-05-20\n@ day=2031-05-20 place=Kesten\n"
        "{80 rebels}[killed 80 rebel by=ministry] killed, ministry says\n\n"
        '{Over 90 rebels}[killed >=91 rebel by="Home Ministry"] died near Kesten.\n'
    )
    assert find_in(CHECK, text) == []


FEED = """
== f | Post Live | 2031-05-20
@ day=2031-05-20 place=Kesten
{one}Police: {18 people}[killed 18 person by="Kesten Police"] dead.
{other}Ministry: {31 people}[killed 31 person by="Home Ministry"] dead.
"""


@pytest.mark.parametrize(
    ("one", "other", "flags"),
    [("10:40 ", "13.05 - ", 0), ("[Sun 01:12] ", "[Sun 06:05] ", 0), ("", "", 1)],
)
def test_lines_of_a_feed_are_of_two_hours(one, other, flags):
    text = FEED.replace("{one}", one).replace("{other}", other)
    assert len(find_in(CHECK, text)) == flags


NEXT = [("", 1), (" It rained. " * 60, 0)]


@pytest.mark.parametrize(("between", "flags"), NEXT, ids=["next", "far off"])
def test_a_next_sentence_need_not_tell_the_day_again(between, flags):
    text = (
        "\n== m | Lowland Post | 2031-05-20\n@ place=Kesten\n"
        "Staff: {18 soldiers}[killed 18 soldier by=Staff day=2031-05-20] fell.{gap} The"
        ' Front has {43 soldiers}[killed 43 soldier by="Dale Front"].'
    )
    assert len(find_in(CHECK, text.replace("{gap}", between))) == flags


def test_a_running_toll_is_no_second_count_of_the_day():
    text = (
        "\n== g | Lowland Post | 2031-05-20\n@ day=2031-05-20 place=Kesten\n"
        'Police: {18 people}[killed 18 person by="Kesten Police" acc=flow] dead. It has'
        ' risen to {31 people}[killed 31 person by="Home Ministry" acc=total].'
    )
    assert find_in(CHECK, text) == []
    assert len(find_in(CHECK, text.replace("acc=total", "acc=flow"))) == 1


def test_a_name_in_a_speaker_s_name_is_no_place_on_the_way():
    corpus = Corpus(places=("Olmar", "Bren")).write(
        "18 soldiers died at Olmar, Colonel Bren said. Front: 43 soldiers died."
    )
    known = {"group": "soldier", "period": on(DAY), "place": "Olmar"}
    said = {"claimant": "Colonel Bren", **known}
    corpus.say("18 soldiers", 18, "people.killed", **said)
    corpus.say("43 soldiers", 43, "people.killed", claimant="Front", **known)
    assert len(corpus.find(CHECK)) == 1


@pytest.mark.parametrize(("sure", "flags"), [("0.9", 1), ("0.3", 0)])
def test_a_change_of_hands_must_be_read_with_certainty(sure, flags):
    corpus = town(stance=Stance.DENIED)
    entered = (Evidence(ClaimField.EVENT, (), Decimal(sure)),)
    corpus.claims[0] = replace(corpus.claims[0], evidence=entered)
    assert len(corpus.find(CHECK)) == flags


def test_a_ministry_and_its_country_say_one_thing_of_a_town():
    corpus = town(stance=Stance.DENIED)
    corpus.say(
        "Olmar",
        1,
        "place.gained",
        claimant="Staff",
        period=on(DAY + timedelta(days=1)),
        place="Olmar",
    )
    assert len(corpus.find(CHECK)) == 2
    pack = Theatre("x", "X", "0", parties=(Party("v", "Vessia", PartyKind.STATE),))
    corpus.theatres = (pack,)
    for at, name in ((0, "Vessia"), (2, "Staff")):
        speaker = Speaker(SpeakerId(name), name, party="Vessia")
        corpus.claims[at] = replace(corpus.claims[at], speaker=speaker)
    corpus.claims[2] = replace(corpus.claims[2], period=corpus.claims[0].period)
    assert len(corpus.find(CHECK)) == 1


def test_some_of_what_a_speaker_counts_are_set_beside_no_other_speaker():
    text = (
        "\n== s | Lowland Post | 2031-05-20\n@ day=2031-05-20 place=Kesten by=Staff\n"
        "{Six soldiers}[killed 6 soldier] fell, {four troops}[killed 4 troop] of them"
        ' at dawn. The Front has {23 soldiers}[killed 23 soldier by="Dale Front"].'
    )
    (finding,) = find_in(CHECK, text)
    assert '"Six soldiers"' in finding.sentence


@pytest.mark.parametrize(
    ("access", "second", "flags"),
    [
        (Access.WITNESS, 44, 0),
        (Access.WITNESS, 53, 1),
        (Access.UNKNOWN, 44, 1),
    ],
    ids=["a witness of fewer", "a witness of more", "no witness"],
)
def test_who_was_there_sees_a_part(access, second, flags):
    seen = Speaker(SpeakerId("bo"), "Bo Renn", access=access)
    assert len(two(48, second, speaker=seen).find(CHECK)) == flags


@pytest.mark.parametrize(("second", "flags"), [(44, 0), (53, 1)])
def test_a_hospital_counts_those_it_took_in(second, flags):
    found = two(48, second, claimant="Olmar Hospital").find(CHECK)
    assert len(found) == flags
