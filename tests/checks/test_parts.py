from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from checks.corpus import Corpus
from checks.in_marked import find_in
from sayso.checks.parts import CHECK
from sayso.model import (
    Accrual,
    ClaimField,
    Evidence,
    Level,
    Outcome,
    Period,
    PeriodKind,
    Place,
    PlaceKind,
    Span,
)

SPLIT = "Ada Orlan put losses at {} soldiers. Of these, {} were killed and {} wounded."


def split(total: int, killed: int, wounded: int, captured: int = 0) -> Corpus:
    text = SPLIT.format(f"{total:,}", f"{killed:,}", f"{wounded:,}")
    if captured:
        text += f" She said {captured:,} were captured."
    corpus = Corpus().write(text)
    for value, measure in (
        (total, "people.casualties"),
        (killed, "people.killed"),
        (wounded, "people.wounded"),
        (captured, "people.captured"),
    ):
        if value:
            corpus.say(
                f"{value:,}", value, measure, claimant="Ada Orlan", affected="Tarn"
            )
    return corpus


FIRES = [
    pytest.param(split(9_431, 4_120, 5_612), id="parts exceed the total"),
    pytest.param(split(9_400, 4_120, 5_612), id="even when it was rounded"),
]


@pytest.mark.parametrize("corpus", FIRES)
def test_parts_fires(corpus):
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.STRONG
    assert finding.working[-1] == "sum of the parts: [9,732, 9,732]"


QUIET = [
    pytest.param(split(9_732, 4_120, 5_612), [Outcome.CONSISTENT], id="equal"),
    pytest.param(split(9_700, 4_120, 5_612), [Outcome.CONSISTENT], id="rounded"),
    pytest.param(split(9_800, 4_120, 5_612, 68), [Outcome.CONSISTENT], id="captured"),
    pytest.param(split(12_431, 4_120, 5_612), [], id="total holds other kinds"),
]


@pytest.mark.parametrize(("corpus", "outcomes"), QUIET)
def test_parts_quiet(corpus, outcomes):
    assert [f.outcome for f in corpus.find(CHECK)] == outcomes


def listed(text: str, *parts: tuple[str, int, str]) -> Corpus:
    corpus = Corpus().write(text)
    for words, value, group in parts:
        corpus.say(words, value, "people.freed", claimant="Ada Orlan", group=group)
    return corpus


def test_list_after_a_dash_must_add_up():
    corpus = listed(
        "Back came 52 people — 40 soldiers, 5 officers and six civilians, she said.",
        ("52 people", 52, "person"),
        ("40 soldiers", 40, "soldier"),
        ("5 officers", 5, "officer"),
        ("six civilians", 6, "civilian"),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert "[51, 51]" in finding.sentence


@pytest.mark.parametrize(
    "text",
    [
        "Back came 52 people, including 40 soldiers and six civilians, she said.",
        "Back came 52 people: among them 40 soldiers and six civilians, she said.",
        "Back came 52 people, 40 soldiers, six civilians.",
    ],
)
def test_some_of_the_parts_prove_nothing(text):
    corpus = listed(
        text,
        ("52 people", 52, "person"),
        ("40 soldiers", 40, "soldier"),
        ("six civilians", 6, "civilian"),
    )
    assert corpus.find(CHECK) == []


def test_a_table_of_kinds_is_no_list_of_parts():
    corpus = listed(
        "In all: 341 tanks (+7), 150 guns and 33 carriers, she said.",
        ("341 tanks", 341, "tank"),
        ("150 guns", 150, "gun"),
        ("33 carriers", 33, "carrier"),
    )
    assert corpus.find(CHECK) == []


@pytest.mark.parametrize(
    ("nine", "outcome"),
    [("nine", Outcome.INCONSISTENT), ("eight", Outcome.CONSISTENT)],
)
def test_a_list_after_a_colon_behind_the_verb_must_add_up(nine, outcome):
    corpus = listed(
        f"In all 20 people were freed on Monday: 12 soldiers and {nine} civilians.",
        ("20 people", 20, "person"),
        ("12 soldiers", 12, "soldier"),
        (f"{nine} civilians", {"nine": 9, "eight": 8}[nine], "civilian"),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is outcome


def test_a_colon_behind_another_figure_lists_nothing():
    corpus = listed(
        "20 people were freed, 3 days late: 12 soldiers and nine civilians.",
        ("20 people", 20, "person"),
        ("12 soldiers", 12, "soldier"),
        ("nine civilians", 9, "civilian"),
    )
    assert corpus.find(CHECK) == []


def counted(text: str, *parts: tuple[str, int, str | None, str | None]) -> Corpus:
    corpus = Corpus().write(text)
    for words, value, group, place in parts:
        corpus.say(
            words,
            value,
            "people.wounded",
            claimant="Ada Orlan",
            group=group,
            place=place,
        )
    return corpus


HURT = "In Olmar 26 people were hurt. Of them {} are men, {} women and {} children."


def kinds(men: int, women: int, children: int) -> Corpus:
    return counted(
        HURT.format(men, women, children),
        ("26 people", 26, "person", "Olmar"),
        (f"{men} are", men, "man", "Olmar"),
        (f"{women} women", women, "woman", "Olmar"),
        (f"{children} children", children, "child", "Olmar"),
    )


def test_parts_that_the_next_sentence_takes_up_may_not_exceed_the_total():
    (finding,) = kinds(15, 8, 6).find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.LOOK
    assert "[29, 29]" in finding.sentence


def test_parts_taken_up_may_leave_some_out():
    assert kinds(11, 8, 4).find(CHECK) == []


def test_kinds_of_which_one_may_hold_the_other_are_not_summed():
    corpus = counted(
        "In Olmar 26 people were hurt. Of them 20 are officers and 9 women.",
        ("26 people", 26, "person", "Olmar"),
        ("20 are officers", 20, "officer", "Olmar"),
        ("9 women", 9, "woman", "Olmar"),
    )
    assert corpus.find(CHECK) == []


SUMMED = "She said 15 people were hurt in Olmar and 6 in Bren, {} in all."


@pytest.mark.parametrize(
    ("total", "outcome"), [(22, Outcome.INCONSISTENT), (21, Outcome.CONSISTENT)]
)
def test_figures_that_words_sum_up_must_come_to_the_sum(total, outcome):
    corpus = counted(
        SUMMED.format(total),
        ("15 people", 15, "person", "Olmar"),
        ("6 in", 6, None, "Bren"),
        (f"{total}", total, None, None),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is outcome


def test_a_total_since_a_day_is_no_sum_of_two_figures():
    corpus = counted(
        SUMMED.format(212).replace("in all", "in all since May"),
        ("15 people", 15, "person", "Olmar"),
        ("6 in", 6, None, "Bren"),
        ("212", 212, None, None),
    )
    assert corpus.find(CHECK) == []


def test_parts_by_place_after_a_comma():
    def children(total: int) -> Corpus:
        return counted(
            f"She said {total} children were among the hurt, 2 in Olmar and 3 in Bren.",
            (f"{total} children", total, "child", None),
            ("2 in", 2, "child", "Olmar"),
            ("3 in", 3, "child", "Bren"),
        )

    (finding,) = children(4).find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert children(6).find(CHECK) == []


def test_dead_called_losses_are_no_total_of_dead_and_hurt():
    assert split(2_100, 418, 9_000).find(CHECK) == []


def test_a_speaker_named_for_one_part_alone_parts_nothing():
    corpus = listed(
        "Freed were 20 people: 12 soldiers and nine civilians, the mayor said.",
        ("20 people", 20, "person"),
        ("12 soldiers", 12, "soldier"),
        ("nine civilians", 9, "civilian"),
    )
    corpus.claims[0] = replace(corpus.claims[0], claimant=None)
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT


def test_the_number_of_a_difference_is_no_part():
    corpus = listed(
        "Freed were 20 people: 12 soldiers, 5 more than in May, and 8 civilians.",
        ("20 people", 20, "person"),
        ("12 soldiers", 12, "soldier"),
        ("5", 5, "other"),
        ("8 civilians", 8, "civilian"),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.CONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "Shot down were 14 — over the sea, four — over Olmar and two — over Bren.",
        "Shot down were 14 — over Olmar, four fell over Selva and two over Bren.",
        "In Olmar 14 fell, four in Selva and two in Bren, and 30 did not.",
    ],
    ids=["a dash behind each", "its place behind the dash", "a place of its own"],
)
def test_items_of_one_list_are_no_parts_of_its_first(text):
    corpus = counted(
        text,
        ("14", 14, None, "Olmar" if text.startswith("In") else "sea"),
        ("four", 4, None, "Selva"),
        ("two", 2, None, "Bren"),
    )
    assert not list(corpus.find(CHECK))


def test_a_list_after_a_hyphen_behind_the_verb_must_add_up():
    corpus = counted(
        "She said 14 people fell at Olmar - nine men and four women.",
        ("14 people", 14, "person", None),
        ("nine men", 9, "man", None),
        ("four women", 4, "woman", None),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "She counted 5 by her desk; the police 12 for Olmar in all, and 79 in Tarn.",
        "She counted 5 by her desk and the police 12 in Olmar in all 79 days.",
    ],
    ids=["and goes on", "no clause of its own"],
)
def test_words_that_close_the_figure_before_sum_up_nothing(text):
    corpus = counted(
        text,
        ("5", 5, None, "Olmar"),
        ("12", 12, None, "Olmar"),
        ("79", 79, None, "Tarn"),
    )
    assert corpus.find(CHECK) == []


def test_words_that_open_a_clause_sum_up():
    corpus = counted(
        "She said 15 people were hurt in Olmar and 6 in Bren, in all 22.",
        ("15 people", 15, "person", "Olmar"),
        ("6 in", 6, None, "Bren"),
        ("22", 22, None, None),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT


def test_a_total_is_no_sum_of_what_other_speakers_counted():
    corpus = counted(
        SUMMED.format(22),
        ("15 people", 15, "person", "Olmar"),
        ("6 in", 6, None, "Bren"),
        ("22", 22, None, None),
    )
    corpus.claims[1] = replace(corpus.claims[1], claimant="Ivo Ras")
    assert corpus.find(CHECK) == []


@pytest.mark.parametrize(
    ("total", "outcome"), [(106, Outcome.CONSISTENT), (108, Outcome.INCONSISTENT)]
)
def test_the_noun_right_behind_a_figure_is_no_part_of_its_own(total, outcome):
    corpus = listed(
        f"Freed were {total} people: 71 captive soldiers and 35 civilians, she said.",
        (f"{total} people", total, "person"),
        ("71 captive", 71, "captive"),
        ("soldiers", 1, "soldier"),
        ("35 civilians", 35, "civilian"),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is outcome
    assert "[106, 106]" in finding.sentence


@pytest.mark.parametrize(
    ("clause", "outcomes"),
    [
        ("; 22 in all", [Outcome.INCONSISTENT]),
        ("; by a second count, made at noon, 22 in all", []),
    ],
)
def test_a_total_of_another_clause_counts_anew(clause, outcomes):
    corpus = counted(
        SUMMED.format(22).replace(", 22 in all", clause),
        ("15 people", 15, "person", "Olmar"),
        ("6 in", 6, None, "Bren"),
        ("22", 22, None, None),
    )
    assert [f.outcome for f in corpus.find(CHECK)] == outcomes


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [("and six in Selva", [Outcome.CONSISTENT]), ("at six in the night", [])],
    ids=["an item", "an hour"],
)
def test_a_bare_number_in_a_sum_stands_where_an_item_does(words, outcomes):
    corpus = counted(
        f"She said 15 people were hurt in Olmar, {words}, 21 in all.",
        ("15 people", 15, "person", "Olmar"),
        ("21", 21, None, None),
    )
    corpus.with_figures = True
    assert [f.outcome for f in corpus.find(CHECK)] == outcomes


UNTIED = "Tarn lost nine people. The death of six and the wounding of seven are known."


@pytest.mark.parametrize(
    ("text", "known", "outcomes"),
    [
        (UNTIED, {}, []),
        (UNTIED, {"claimant": "Ada Orlan"}, [Outcome.INCONSISTENT]),
        (UNTIED, {"affected": "Tarn"}, [Outcome.INCONSISTENT]),
        (UNTIED.replace("The death", "Of them, the death"), {}, [Outcome.INCONSISTENT]),
        (UNTIED.replace(". The", " by the"), {}, [Outcome.INCONSISTENT]),
    ],
    ids=["nobody tells", "one speaker", "one side", "of them", "one sentence"],
)
def test_dead_and_hurt_of_no_told_side_are_no_parts(text, known, outcomes):
    corpus = Corpus().write(text)
    for words, value, measure in (
        ("nine people", 9, "people.casualties"),
        ("six", 6, "people.killed"),
        ("seven", 7, "people.wounded"),
    ):
        corpus.say(words, value, measure, **known)
    assert [f.outcome for f in corpus.find(CHECK)] == outcomes


def test_words_behind_the_last_figure_take_up_no_list():
    corpus = counted(
        "I know of 6 people, I gave you 6, and 1 of them was hurt in Olmar.",
        ("6 people", 6, "person", "Olmar"),
        ("6,", 6, None, "Olmar"),
        ("1 of", 1, None, "Olmar"),
    )
    assert corpus.find(CHECK) == []


@pytest.mark.parametrize(
    ("soldiers", "outcomes"), [(3, []), (18, [Outcome.INCONSISTENT])]
)
def test_a_list_with_a_number_that_was_read_as_no_claim_may_be_short(
    soldiers, outcomes
):
    corpus = listed(
        f"By Monday 34 were freed: 19 militants, 12 tribesmen and {soldiers} soldiers.",
        ("34", 34, None),
        ("19 militants", 19, "militant"),
        (f"{soldiers} soldiers", soldiers, "soldier"),
    )
    corpus.with_figures = True
    assert [f.outcome for f in corpus.find(CHECK)] == outcomes


def months(total: int, first: str, **fields: object) -> Corpus:
    """A total of half a year and two months of it, or of another year."""
    corpus = Corpus(cues=("said", "reckons")).write(
        f"This year {total} came home, the office said: 80 {first} and 70 in June."
    )
    year = Period.of_days(date(2030, 1, 1), date(2030, 6, 30), PeriodKind.INTERVAL)
    for words, value, period in (
        (f"{total}", total, year),
        ("80", 80, fields["period"]),
        ("70", 70, fields["period"]),
    ):
        said = {"claimant": "the office", "period": period}
        corpus.say(words, value, "people.freed", **said)
    return corpus


SPRING = Period.of_days(date(2030, 3, 1), date(2030, 3, 31), PeriodKind.INTERVAL)
YEARS_AGO = Period.of_days(date(2028, 3, 1), date(2028, 3, 31), PeriodKind.INTERVAL)


@pytest.mark.parametrize(
    ("total", "outcome"), [(150, Outcome.CONSISTENT), (160, Outcome.INCONSISTENT)]
)
def test_who_says_so_may_stand_between_a_total_and_its_colon(total, outcome):
    (finding,) = months(total, "in March", period=SPRING).find(CHECK)
    assert finding.outcome is outcome


def test_other_words_before_a_colon_list_nothing():
    corpus = months(160, "in March", period=SPRING)
    corpus.cues = ()
    assert corpus.find(CHECK) == []


def test_figures_of_days_outside_a_total_are_no_parts():
    assert months(160, "in March 2028", period=YEARS_AGO).find(CHECK) == []


def test_a_part_may_be_read_as_a_running_total_within_its_whole():
    corpus = months(160, "in March", period=SPRING)
    corpus.claims[0] = replace(corpus.claims[0], accrual=Accrual.FLOW)
    corpus.claims[2] = replace(corpus.claims[2], accrual=Accrual.TOTAL)
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT


@pytest.mark.parametrize(
    ("tail", "flags"),
    [
        ("and Bren two", 0),
        ("and in Bren two", 0),
        ("and Bren had two", 0),
        ("and two by night", 1),
        ("in Bren, and two by night", 1),
    ],
)
def test_a_place_that_opens_a_clause_takes_its_figure_out_of_the_total(tail, flags):
    text = f"Olmar lost four people, three of them by day, {tail}."
    corpus = counted(
        text.replace("day, in", "day in"),
        ("four people", 4, "person", "Olmar"),
        ("three", 3, None, "Olmar"),
        ("two", 2, None, "Olmar"),
    )
    corpus.places = ("Olmar", "Bren")
    carried = (Evidence(ClaimField.PLACE, (Span(0, 5, "Olmar"),)),)
    corpus.claims = [replace(c, evidence=carried) for c in corpus.claims]
    assert len(corpus.find(CHECK)) == flags


VILLAGES = (
    "Freed were 53 people in three villages, the mayor said: 24 in Amba and 17 in Ossel"
)
ENDINGS = [
    (".", [Outcome.INCONSISTENT]),
    (", the rest elsewhere.", []),
    (", as well as some on the road.", []),
    (", mostly at night.", []),
]


@pytest.mark.parametrize(("ending", "outcomes"), ENDINGS)
def test_a_list_by_names_that_no_gazetteer_has_is_full_when_it_ends_there(
    ending, outcomes
):
    text = VILLAGES + ending
    corpus = Corpus(cues=("said",)).write(text)
    for words, value, group in (("53 people", 53, "person"), ("24", 24, None)):
        corpus.say(words, value, "people.freed", claimant="Ada Orlan", group=group)
    corpus.say("17", 17, "people.freed", claimant="Ada Orlan", place="Nowhere")
    assert [f.outcome for f in corpus.find(CHECK)] == outcomes


LOST = 'said it lost {200 men}[casualties 200 man aff=Tarn by="Dale Front"]. Of its'
OWN = [
    (
        "own {39}[killed 39 man aff=Vessia] fell and {110}[wounded 110 man aff=Vessia]",
        0,
    ),
    ("men {39}[killed 39 man aff=Tarn] fell and {190}[wounded 190 man aff=Tarn]", 1),
]


@pytest.mark.parametrize(("text", "flags"), OWN, ids=["other side", "its own"])
def test_dead_and_hurt_are_those_of_the_side_that_lost(text, flags):
    head = "\n== d | Lowland Post | 2031-05-20\n@ day=2031-05-20\nThe Front "
    assert len(find_in(CHECK, f"{head}{LOST} {text} were hurt.")) == flags


def test_dead_and_hurt_of_a_side_that_is_doubted_are_not_those_of_a_told_one():
    corpus = split(200, 39, 110)
    assert corpus.find(CHECK) == []
    over = split(140, 39, 110)
    assert len(over.find(CHECK)) == 1
    doubted = (Evidence(ClaimField.AFFECTED, (), Decimal("0.05")),)
    over.claims[1:] = [
        replace(c, affected=None, evidence=doubted) for c in over.claims[1:]
    ]
    assert over.find(CHECK) == []


def test_what_a_text_says_again_is_no_part_of_its_headline():
    title = "{12 men}[freed 12 man] freed\n\n"
    text = "The Front let {12 men}[freed 12 man] and {two women}[freed 2 woman] go."
    head = "\n== t | Lowland Post | 2031-05-20\n@ day=2031-05-20 by=Office\n"
    assert find_in(CHECK, head + title + text) == []


def dead(text: str, *parts: tuple[str, int, str | None]) -> Corpus:
    corpus = Corpus().write(text)
    for words, value, group in parts:
        corpus.say(
            words,
            value,
            "people.killed",
            claimant="Ada Orlan",
            group=group,
            place="Olmar",
        )
    return corpus


LOOSE = [
    pytest.param("At Olmar 14 people fell, {} bakers and six smiths.", id="a comma"),
    pytest.param(
        "At Olmar 14 people fell. The dead are {} bakers and six smiths.", id="the dead"
    ),
    pytest.param(
        "At Olmar 14 people fell, said Orlan, who counted {} bakers and six smiths.",
        id="who counted",
    ),
]


def loosely(text: str, nine: str) -> Corpus:
    return dead(
        text.format(nine),
        ("14 people", 14, "person"),
        (f"{nine} bakers", {"nine": 9, "eight": 8, "seven": 7}[nine], "baker"),
        ("six smiths", 6, "smith"),
    )


@pytest.mark.parametrize("text", LOOSE)
def test_a_list_right_behind_a_total_of_anyone_may_not_exceed_it(text):
    (finding,) = loosely(text, "nine").find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.LOOK
    assert loosely(text, "eight").find(CHECK) == []
    assert loosely(text, "seven").find(CHECK) == []


@pytest.mark.parametrize(
    "text",
    [
        "At Olmar 14 people fell. On board were nine bakers and six smiths.",
        "At Olmar 14 people fell. Later nine bakers and six smiths were shot.",
        "At Olmar 14 people fell. It lost nine bakers and six smiths.",
        "At Olmar 14 people fell. The dead are nine bakers, it said, and six smiths.",
        "At Olmar 14 people fell; nine bakers and six smiths.",
        "At Olmar 14 people fell, nine bakers and six smiths who had come for the day.",
    ],
    ids=["a lead", "a deed", "a loss", "broken", "a clause", "more is said"],
)
def test_what_only_follows_a_total_is_no_list_of_its_parts(text):
    assert loosely(text, "nine").find(CHECK) == []


def test_a_list_behind_a_total_of_one_kind_is_none_of_its_parts():
    corpus = dead(
        "At Olmar 14 rebels fell, nine bakers and six smiths.",
        ("14 rebels", 14, "rebel"),
        ("nine bakers", 9, "baker"),
        ("six smiths", 6, "smith"),
    )
    assert corpus.find(CHECK) == []


def test_a_list_that_comes_to_far_more_than_a_total_is_of_something_else():
    corpus = dead(
        "At Olmar 14 people fell, 20 bakers and six smiths.",
        ("14 people", 14, "person"),
        ("20 bakers", 20, "baker"),
        ("six smiths", 6, "smith"),
    )
    assert corpus.find(CHECK) == []


@pytest.mark.parametrize(
    ("field", "value"), [("claimant", "Ivo Ras"), ("actor", "Selva"), ("place", "Bren")]
)
def test_a_list_of_another_telling_deed_or_place_is_none_of_parts(field, value):
    corpus = loosely("At Olmar 14 people fell, {} bakers and six smiths.", "nine")
    first, *rest = (replace(c, actor="Tarn") for c in corpus.claims)
    corpus.claims[:] = [first, *(replace(c, **{field: value}) for c in rest)]
    assert corpus.find(CHECK) == []


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Of the 14 people who fell nine were men and six women.", 1),
        ("Of the 14 people who fell nine were men and six women wore red.", 0),
        ("At Olmar 14 people fell. Nine were men and six women.", 1),
        ("At Olmar 14 people fell. On the road nine were men and six women.", 0),
    ],
)
def test_kinds_that_shut_each_other_out_behind_of_or_in_the_next_sentence(text, flags):
    nine = "nine" if "nine" in text else "Nine"
    corpus = dead(
        text,
        ("14 people", 14, "person"),
        (nine, 9, None),
        ("six women", 6, "woman"),
    )
    assert len(corpus.find(CHECK)) == flags


TARN = Place("t:1", "Tarn", PlaceKind.REGION, 50.1, 30.1, "XA")
OLMAR = Place("t:2", "Olmar", PlaceKind.SETTLEMENT, 50.1, 30.1, "XA", "Tarn")
BREN = Place("t:3", "Bren", PlaceKind.SETTLEMENT, 50.2, 30.2, "XA", "Tarn")
FAR = Place("t:4", "Bren", PlaceKind.SETTLEMENT, 60.2, 30.2, "XA", "Selva")


@pytest.mark.parametrize(("bren", "flags"), [(BREN, 1), (FAR, 0)])
@pytest.mark.parametrize("lead", ["", "A day later "])
def test_bare_numbers_by_place_in_the_next_sentence(lead, bren, flags):
    nine = "nine" if lead else "Nine"
    corpus = counted(
        f"In Tarn 14 people were hurt in the Tarn region. {lead}{nine} were hurt in"
        " Olmar and six in Bren.",
        ("14 people", 14, "person", "Tarn"),
        (nine, 9, None, "Olmar"),
        ("six", 6, None, "Bren"),
    )
    located = (TARN, OLMAR, bren)
    corpus.gazetteer = {place.name: place for place in located}
    corpus.places = ("Tarn", "Olmar", "Bren")
    corpus.claims[:] = [
        replace(c, located=place)
        for c, place in zip(corpus.claims, located, strict=True)
    ]
    assert len(corpus.find(CHECK)) == (0 if lead else flags)


def test_a_full_list_in_brackets_must_add_up():
    corpus = listed(
        "Back came 52 people (40 soldiers and 11 civilians), she said.",
        ("52 people", 52, "person"),
        ("40 soldiers", 40, "soldier"),
        ("11 civilians", 11, "civilian"),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (
            "Back came 52 people, of them 40 soldiers, eight guards and five civilians",
            1,
        ),
        ("Back came 52 people, of them 40 women, eight guards and five civilians", 0),
    ],
)
def test_three_named_kinds_that_are_taken_up(text, flags):
    first = "soldier" if "soldier" in text else "woman"
    corpus = listed(
        f"{text}, she said.",
        ("52 people", 52, "person"),
        ("40 soldiers" if flags else "40 women", 40, first),
        ("eight guards", 8, "guard"),
        ("five civilians", 5, "civilian"),
    )
    assert len(corpus.find(CHECK)) == flags


FREED = "Freed were {}: 20 soldiers and {} civilians"


@pytest.mark.parametrize(
    ("whole", "civilians", "flags"),
    [
        ("34 people, 41 fewer than in May (75)", 14, 0),
        ("34 people, 41 fewer than in May (75)", 15, 1),
        ("34 people, 41 fewer than in May, when it was 75", 14, 0),
        ("34 people, 41 fewer than in May, when it was 75", 15, 1),
        ("75 people, 41 more than in May", 14, 1),
        ("75 people, 41 more than in May", 55, 0),
        ("75 people, 41 of them in May", 14, 0),
    ],
)
def test_what_a_figure_is_compared_with_has_no_parts(whole, civilians, flags):
    text = FREED.format(whole, civilians)
    corpus = Corpus().write(f"{text}, she said.")
    for words, value, group in (
        ("34 people", 34, "person"),
        ("75", 75, "person"),
        ("20 soldiers", 20, "soldier"),
        (f"{civilians} civilians", civilians, "civilian"),
    ):
        if words in text:
            corpus.say(words, value, "people.freed", claimant="Orlan", group=group)
    found = [f for f in corpus.find(CHECK) if f.level is not Level.NOTE]
    assert len(found) == flags


@pytest.mark.parametrize(
    ("first", "second", "outcomes"),
    [
        (122, 92, [Outcome.CONSISTENT]),
        (122, 94, [Outcome.INCONSISTENT]),
        (500, 400, []),
    ],
    ids=["of the families", "more of them", "of the people"],
)
def test_a_figure_in_brackets_counts_the_same_otherwise(first, second, outcomes):
    corpus = Corpus().write(
        f"Fled had 214 families (900 people): {first} to Olmar and {second} to Bren."
    )
    for words, value, group in (
        ("214 families", 214, "family"),
        ("900 people", 900, "person"),
        (f"{first}", first, None),
        (f"{second}", second, None),
    ):
        corpus.say(words, value, "people.displaced", claimant="Orlan", group=group)
    assert [f.outcome for f in corpus.find(CHECK)] == outcomes


@pytest.mark.parametrize(
    ("total", "outcome"),
    [(21, Outcome.CONSISTENT), (24, Outcome.CONSISTENT), (22, Outcome.INCONSISTENT)],
    ids=["of the last two", "of all", "of none"],
)
def test_a_sum_may_be_of_the_last_figures_alone(total, outcome):
    corpus = counted(
        f"Another 3 died; 15 were hurt in Olmar and 6 in Bren, {total} in all.",
        ("3", 3, None, "Olmar"),
        ("15", 15, None, "Olmar"),
        ("6 in", 6, None, "Bren"),
        (f"{total}", total, None, None),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is outcome
