from dataclasses import replace
from datetime import date

import pytest

from checks.corpus import Corpus
from made import on
from sayso.checks.changes import CHECK
from sayso.model import ClaimField, Evidence, Level, Outcome, Span

MARCH, APRIL = date(2030, 3, 31), date(2030, 4, 30)


def told(text: str, *figures: tuple[str, object], days: tuple = (None, None)) -> Corpus:
    corpus = Corpus().write(text)
    for at, (words, value) in enumerate(figures):
        day = days[at] if at < len(days) else None
        corpus.say(
            words,
            value,
            "people.killed",
            claimant="Ada Orlan",
            period=on(day) if day else None,
        )
    return corpus


def pair(text: str, first: int, second: int, **known) -> Corpus:
    return told(text, (str(first), first), (str(second), second), **known)


def counted_two(text: str, *groups: str) -> Corpus:
    """The figures 12 and 70 of two things."""
    corpus = Corpus().write(text)
    for value, group in zip((12, 70), groups, strict=True):
        said = {"claimant": "Ada Orlan", "group": group}
        corpus.say(f"{value}", value, "people.displaced", **said)
    return corpus


FIRES = [
    pytest.param(
        pair("Deaths doubled, from 140 in March to 210 in April, she said.", 140, 210),
        "ratio is [1.5, 1.5]",
        id="doubled",
    ),
    pytest.param(
        pair(
            "Deaths doubled: 140 in March, 210 in April.", 140, 210, days=(MARCH, APRIL)
        ),
        "ratio is [1.5, 1.5]",
        id="days tell the order",
    ),
    pytest.param(
        pair("Deaths fell by a third to 45 from 90 in March, she said.", 45, 90),
        "ratio is [0.5, 0.5]",
        id="fell by a third",
    ),
    pytest.param(
        pair("The count rose by 50 percent, from 80 to 96, she said.", 80, 96),
        "ratio is [1.2, 1.2]",
        id="percent",
    ),
    pytest.param(
        pair("She counted 12 dead, five more than on Friday, when 9 died.", 12, 9),
        "difference is [3, 3]",
        id="five more",
    ),
    pytest.param(
        pair("Some 26 died, 40 fewer than in the week before, when 21 did.", 26, 21),
        "difference is [5, 5]",
        id="fewer",
    ),
    pytest.param(
        pair("The number of dead rose from 320 to 290, she said.", 320, 290),
        "difference is [-30, -30]",
        id="rose from more to less",
    ),
    pytest.param(
        pair("Losses fell to 14 from 11 the week before, she said.", 14, 11),
        "difference is [3, 3]",
        id="fell to more",
    ),
    pytest.param(
        pair(
            "She counted 90 dead, 12 percent fewer than in May, when 120 died.", 90, 120
        ),
        "ratio is [0.75, 0.75]",
        id="percent fewer",
    ),
    pytest.param(
        pair("Bren lost 31 on Friday and three times as many, 62, on Sunday.", 31, 62),
        "ratio is [2, 2]",
        id="what it comes to, between commas",
    ),
]


@pytest.mark.parametrize(("corpus", "working"), FIRES)
def test_changes_fires(corpus, working):
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.LOOK
    assert working in finding.sentence


FITS = [
    pytest.param(
        counted_two(
            "It grew sixfold, that is it rose from 12 to 70.", "person", "person"
        ),
        id="one thing",
    ),
    pytest.param(pair("Deaths doubled, from 104 to 210.", 104, 210), id="about double"),
    pytest.param(
        pair("Deaths nearly doubled, from 130 to 210.", 130, 210), id="nearly"
    ),
    pytest.param(
        pair("Deaths more than doubled, from 40 to 210.", 40, 210), id="above"
    ),
    pytest.param(
        pair("The count rose by 50 percent, from 81 to 120.", 81, 120), id="%"
    ),
    pytest.param(
        pair("She counted 14 dead, five more than on Friday, when 9 died.", 14, 9),
        id="five more",
    ),
    pytest.param(pair("Losses fell from 14 to 11.", 14, 11), id="fell"),
    pytest.param(
        pair("She counted 88 dead, 12% fewer than in May, when 100 died.", 88, 100),
        id="percent fewer",
    ),
    pytest.param(
        pair("Bren lost 31 on Friday and twice as many (62) on Sunday.", 31, 62),
        id="what it comes to, in brackets",
    ),
    pytest.param(
        pair("She counted 14 dead, five more than in the week before (9).", 14, 9),
        id="what it is compared with, in brackets",
    ),
    pytest.param(
        pair("Bren lost 62 on Friday, twice as many as the 31 of Sunday.", 62, 31),
        id="what it is compared with, behind words",
    ),
    pytest.param(
        pair("She counted 14 dead, five more than on Friday, when Bren had 9.", 14, 9),
        id="a clause of the day before",
    ),
]


@pytest.mark.parametrize("corpus", FITS)
def test_changes_that_fit_are_noted(corpus):
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.CONSISTENT
    assert finding.level is Level.NOTE


QUIET = [
    pytest.param(
        pair("Deaths doubled: 140 in Olmar, 210 in Bren.", 140, 210), id="no order"
    ),
    pytest.param(
        told(
            "Deaths doubled, from 140 to 210 to 90.",
            *(("140", 140), ("210", 210), ("90", 90)),
        ),
        id="three figures",
    ),
    pytest.param(
        pair("The toll rose. From Olmar came 140, from Bren 90.", 140, 90),
        id="another sentence",
    ),
    pytest.param(told("Deaths doubled to 210.", ("210", 210)), id="one figure"),
    pytest.param(
        pair("That is 25 more than in the first note, which had 60 (in 12).", 60, 12),
        id="both behind what is compared",
    ),
    pytest.param(
        told(
            "She counted 41 dead, eight more than at noon: 27 in Olmar and 14 in Bren.",
            *(("41", 41), ("27", 27), ("14", 14)),
        ),
        id="the parts of the later figure",
    ),
    pytest.param(
        pair("She counted 41 dead, eight more than at noon: 27 in Olmar.", 41, 27),
        id="one part of it, behind a colon",
    ),
    pytest.param(
        pair("She counted 41 dead, eight more than at noon, 27 of them men.", 41, 27),
        id="one part of it, taken up",
    ),
    pytest.param(
        pair("She counted 12 dead, five more than on Monday, and 3 in Bren.", 12, 3),
        id="another count",
    ),
    pytest.param(
        pair(
            "Raids doubled in May: they killed 12, 5 of them on Sunday.",
            *(12, 5),
            days=(MARCH, APRIL),
        ),
        id="a part, with a day of its own",
    ),
    pytest.param(
        counted_two("It doubled, from 12 families to 70 people.", "family", "person"),
        id="two things",
    ),
    pytest.param(
        told(
            "More than doubled: from dozens to 20.",
            *(("dozens", (24, None, "at_least")), ("20", 20)),
        ),
        id="vague",
    ),
]


@pytest.mark.parametrize("corpus", QUIET)
def test_changes_quiet(corpus):
    assert corpus.find(CHECK) == []


def test_russian_words_of_change_are_read():
    corpus = told("Число погибших выросло с 320 до 290.", ("320", 320), ("290", 290))
    document = corpus.last
    assert corpus.find(CHECK) == []  # no language told: taken for English
    corpus.documents[document.id] = replace(document, language="ru")
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT


TWO_CHANGES = (
    "Deaths came to 118, 30 more than in the autumn and 12 fewer than in the spring,"
    " when there were 130."
)


def test_the_number_behind_a_second_comparison_is_that_one_s():
    assert all(f.level is Level.NOTE for f in pair(TWO_CHANGES, 118, 130).find(CHECK))
    off = TWO_CHANGES.replace("12 fewer", "20 fewer")
    (finding,) = (f for f in pair(off, 118, 130).find(CHECK) if f.level is Level.LOOK)
    assert '"20 fewer than"' in finding.sentence


def test_a_part_before_a_comparison_is_not_what_it_compares():
    text = (
        "Deaths came to 73, 20 of them of boys, five more than in May, when it was 68."
    )
    assert told(text, ("73", 73), ("20", 20), ("68", 68)).find(CHECK) == []


def test_half_as_many_again_is_more():
    text = "Deaths came to 134, half as many again as in May (89)."
    assert all(f.level is Level.NOTE for f in pair(text, 134, 89).find(CHECK))
    (finding,) = pair(text.replace(" again", ""), 134, 89).find(CHECK)
    assert finding.level is Level.LOOK


def test_of_two_figures_ahead_the_one_that_and_joins_is_not_what_grew():
    text = "There were 300, twice a mean of 150 and three times as many as in May, 100."
    figures = (("300", 300), ("150", 150), ("100", 100))
    assert told(text, *figures).find(CHECK) == []


@pytest.mark.parametrize(
    ("later", "levels"), [("140", [Level.LOOK]), ("135", [Level.NOTE])]
)
@pytest.mark.parametrize(
    "text",
    [
        "The count of dead rose by fifteen to {} from 120, she said.",
        "She counted {} dead in July, up 12 percent from 120 in June.",
    ],
    ids=["a step in words", "up without a verb"],
)
def test_other_words_of_a_rise(text, later, levels):
    found = pair(text.format(later), int(later), 120).find(CHECK)
    assert [f.level for f in found] == levels


@pytest.mark.parametrize(
    ("words", "level"),
    [("a third fewer", Level.LOOK), ("a fifth fewer", Level.NOTE)],
)
def test_a_part_fewer_than(words, level):
    text = f"She counted 96 dead, {words} than in June, when it was 120."
    (finding,) = pair(text, 96, 120).find(CHECK)
    assert finding.level is level


def test_a_comparison_that_goes_on_is_not_of_what_rose_from_and_to():
    text = "Deaths rose from 60 in April to 96 in May, twice as many as a year before."
    assert pair(text, 60, 96).find(CHECK) == []
    (finding,) = pair(text.replace(" as a year before", ""), 60, 96).find(CHECK)
    assert finding.level is Level.LOOK


def ground(text: str) -> Corpus:
    corpus = Corpus().write(text)
    corpus.say("402 square", (402, 402, "exact", "km2"), "territory.gained")
    return corpus.say("324", 324, "territory.gained")


@pytest.mark.parametrize(("more", "level"), [(58, Level.LOOK), (78, Level.NOTE)])
def test_a_bare_number_behind_a_comparison_is_of_its_unit(more, level):
    text = f"Taken were 402 square km, {more} more than in May, when it was 324."
    (finding,) = ground(text).find(CHECK)
    assert finding.level is level


def test_a_figure_with_a_unit_of_its_own_is_not_compared_with_an_area():
    text = "Taken were 402 square km, 58 more than in May, when 324 villages fell."
    corpus = ground(text)
    span = "324 villages"
    corpus.claims.pop()
    assert corpus.say(span, 324, "settlements.gained").find(CHECK) == []


def test_a_figure_with_a_deed_of_its_own_is_not_what_is_compared():
    text = "She counted 44 seized, ten more than in May, against 31 {}."

    def compared(deed: str) -> Corpus:
        corpus = Corpus().write(text.format(deed))
        corpus.say("44", 44, "people.captured")
        corpus.say("31", 31, "people.freed" if deed else "people.killed")
        at = corpus.last.text.find(deed) if deed else None
        spans = () if at is None else (Span(at, at + len(deed), deed),)
        corpus.claims[-1] = replace(
            corpus.claims[-1], evidence=(Evidence(ClaimField.EVENT, spans),)
        )
        return corpus

    assert len(compared("").find(CHECK)) == 1
    assert compared("let go").find(CHECK) == []
