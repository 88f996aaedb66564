import pytest

from checks.corpus import Corpus
from sayso.checks.parts import CHECK
from sayso.model import Level, Outcome

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
