"""Figures that no claim carries: what words tie to a claim's, and what they do not."""

from dataclasses import replace

import pytest

from checks.corpus import Corpus
from sayso.checks.changes import CHECK as CHANGES
from sayso.checks.count_shares import CHECK as SHARES
from sayso.checks.headlines import CHECK as HEADLINES
from sayso.checks.parts import CHECK as PARTS
from sayso.checks.support.unread import is_unread, with_unread
from sayso.model import Level, Outcome

KILLED, HURT = "people.killed", "people.wounded"


def told(text: str, *claims: tuple[str, int, str, str | None]) -> Corpus:
    """A text all of whose figures are known, and only some of them as claims."""
    corpus = Corpus(with_figures=True).write(text)
    for words, value, measure, group in claims:
        corpus.say(words, value, measure, claimant="Ada Orlan", group=group)
    return corpus


def force(text: str) -> Corpus:
    return told(text, ("900 soldiers", 900, "forces.deployed", "soldier"))


SHARES_FIRE = [
    pytest.param(
        force("It had 900 soldiers there, of whom 45, or 15 percent, fell, she said."),
        id="part and share are bare",
    ),
    pytest.param(
        told(
            "She counted 900 people. By May 45 of them, or 15 percent, were back.",
            ("900 people", 900, "people.displaced", "person"),
            ("45", 45, "people.freed", "person"),
        ),
        id="the share is bare",
    ),
    pytest.param(
        told(
            "Two thirds of the 90 wounded, 40 people, are soldiers, she said.",
            ("40 people", 40, HURT, "person"),
        ),
        id="the whole is bare",
    ),
]


@pytest.mark.parametrize("corpus", SHARES_FIRE)
def test_a_share_beside_bare_figures_fires(corpus):
    (finding,) = corpus.find(SHARES)
    assert finding.outcome is Outcome.INCONSISTENT
    assert any(i.claim is not None for i in finding.inputs)


SHARES_QUIET = [
    pytest.param(
        force("It had 900 soldiers there, 45, 15 percent of the town, fell, she said."),
        id="no word between number and share",
    ),
    pytest.param(
        force("It had 900 soldiers there. Of 45, or 15 percent, nobody spoke."),
        id="a sentence without a claim",
    ),
    pytest.param(
        force("It had 900 soldiers there and 45 guns, or 15 percent more, she said."),
        id="more by a share",
    ),
    pytest.param(
        told("Of 90 wounded, 40, or 20 percent, went home, she said."),
        id="no claim at all",
    ),
]


@pytest.mark.parametrize("corpus", SHARES_QUIET)
def test_a_share_beside_figures_of_other_things_is_quiet(corpus):
    assert corpus.find(SHARES) == []


def died(text: str) -> Corpus:
    return told(text, ("45", 45, KILLED, "person"))


CHANGES_FIRE = [
    pytest.param(
        died("Deaths tripled to 45 from 20 a month before, she said."), id="to and from"
    ),
    pytest.param(
        died("The count rose by 50 percent, from 45 to 90, she said."), id="by a share"
    ),
    pytest.param(
        died("Here 45 died on Monday, ten more than on Sunday, when 31 did, she said."),
        id="when",
    ),
]


@pytest.mark.parametrize("corpus", CHANGES_FIRE)
def test_a_change_beside_a_bare_figure_fires(corpus):
    (finding,) = corpus.find(CHANGES)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.LOOK


CHANGES_QUIET = [
    pytest.param(
        died("Here 45 died as attacks rose from 90 a month before, she said."),
        id="two counts on two sides of the verb",
    ),
    pytest.param(
        died("Deaths doubled to 45 from 90 houses searched, she said."),
        id="a noun of its own",
    ),
    pytest.param(
        died("Deaths tripled to 45, and 20 stayed in hospital, she said."),
        id="no word ties it",
    ),
    pytest.param(
        told("Attacks tripled to 45 from 20 a month before, she said."),
        id="no claim at all",
    ),
]


@pytest.mark.parametrize("corpus", CHANGES_QUIET)
def test_a_change_beside_figures_of_other_things_is_quiet(corpus):
    assert corpus.find(CHANGES) == []


def freed(text: str, *claims: tuple[str, int, str | None]) -> Corpus:
    given = [(words, value, "people.freed", kind) for words, value, kind in claims]
    return told(text, ("90 people", 90, "people.freed", "person"), *given)


PARTS_FIRE = [
    pytest.param(
        freed(
            "She said 90 people came. Of them, 40 are women and 35 men; the other 30 "
            "are children.",
            ("30", 30, None),
        ),
        id="kinds behind bare figures",
    ),
    pytest.param(
        freed(
            "She said 90 people came. Sixty of them are men, 20 women and 15 children.",
            ("Sixty", 60, "people"),
            ("20 women", 20, "woman"),
            ("15 children", 15, "child"),
        ),
        id="a kind that stands behind of them are",
    ),
]


@pytest.mark.parametrize("corpus", PARTS_FIRE)
def test_parts_among_bare_figures_fire(corpus):
    (finding,) = corpus.find(PARTS)
    assert finding.outcome is Outcome.INCONSISTENT


PARTS_QUIET = [
    pytest.param(
        freed(
            "She said 90 people came. Of them, 60 are women and 20 men, and 30 buses "
            "brought them.",
            ("60", 60, "woman"),
        ),
        id="a bare figure of another thing",
    ),
    pytest.param(
        freed("She said 90 people came. Of them, 60 are women and 50 men."),
        id="no claim among the parts",
    ),
]


@pytest.mark.parametrize("corpus", PARTS_QUIET)
def test_parts_among_figures_of_other_things_are_quiet(corpus):
    assert corpus.find(PARTS) == []


def test_a_figure_left_out_of_a_sum_is_taken_as_it_stands():
    """Without the bare 45 the three that are read would come to less than the sum."""
    corpus = told(
        "Came home 60, 45 and 90 people, 195 in all, she said.",
        ("60", 60, "people.freed", None),
        ("90 people", 90, "people.freed", "person"),
        ("195", 195, "people.freed", None),
    )
    (finding,) = corpus.find(PARTS)
    assert finding.outcome is Outcome.CONSISTENT


def test_a_figure_whose_reading_was_rejected_is_not_taken():
    corpus = died("Deaths tripled to 45 from 20 a month before, she said.")
    corpus.say("20", 20, KILLED)
    context = corpus.context()
    kept = corpus.claims[:1]
    assert not list(CHANGES.run(kept, context))


def test_bare_figures_have_the_voice_of_their_sentence():
    corpus = force("It had 900 soldiers there, of whom 45 fell, she said.")
    (_, bare) = with_unread(corpus.claims, corpus.context())
    assert is_unread(bare)
    assert bare.claimant == "Ada Orlan"
    assert bare.group is None
    assert replace(bare, quantity=corpus.claims[0].quantity).sentence.text


CLAUSES = [
    pytest.param("Shot down were 27 of the 36 drones that came, or 60 percent.", True),
    pytest.param("Shot down were 27 of the 36 drones that came, or 75 percent.", False),
]


@pytest.mark.parametrize(("text", "is_apart"), CLAUSES)
def test_a_share_behind_the_whole_is_of_the_part_before_it(text, is_apart):
    corpus = told(text, ("27", 27, "attacks.intercepted", "drone"))
    (finding,) = corpus.find(SHARES)
    assert (finding.outcome is Outcome.INCONSISTENT) == is_apart


def test_a_comparison_needs_no_one_measure():
    corpus = told(
        "The office counted 60 people, twice as many as in May, when there were 40.",
        ("60 people", 60, "people.displaced", "person"),
        ("40", 40, "people.detained", None),
    )
    (finding,) = corpus.find(CHANGES)
    assert finding.outcome is Outcome.INCONSISTENT


def test_a_headline_may_have_summed_up_a_bare_figure():
    text = "Planes bring home 852\n\nOne side freed 640 people and the other 212."
    corpus = told(text, ("852", 852, "people.freed", None))
    corpus.say("640 people", 640, "people.freed", group="person")
    assert corpus.find(HEADLINES) == []
