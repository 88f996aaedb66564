from dataclasses import replace

import pytest

from checks.corpus import Corpus
from made import DAY
from sayso.checks.versions import CHECK
from sayso.model import DAY as ONE
from sayso.model import Outcome, Part, PartKind, Stance

URL = "https://post.example/olmar"


def versions(*figures: tuple[str, object, str], url: str | None = URL) -> Corpus:
    """One page with other figures a day later."""
    corpus = Corpus()
    for at, (words, value, bound) in enumerate(figures):
        text = f"Ada Orlan said {words} soldiers of Tarn were killed near Olmar."
        corpus.write(text, on=DAY + at * ONE)
        made = replace(corpus.last, url=url)
        corpus.documents[made.id] = made
        corpus.say(
            words,
            (value, None if bound == "at_least" else value, bound, "count"),
            "people.killed",
            claimant="Ada Orlan",
            group="soldier",
            place="Olmar",
        )
    return corpus


TWELVE = ("at least 12", 12, "at_least")
FIRES = [
    pytest.param(versions(TWELVE, ("17", 17, "exact")), id="a later figure"),
    pytest.param(
        versions(("12", 12, "exact"), ("at least 12 of the", 12, "at_least")),
        id="another bound",
    ),
]
QUIET = [
    pytest.param(versions(TWELVE), id="one version"),
    pytest.param(versions(TWELVE, ("17", 17, "exact"), url=None), id="no address"),
    pytest.param(
        versions(("12", 12, "exact"), ("12 more", 12, "exact")), id="the same figure"
    ),
]


@pytest.mark.parametrize("corpus", FIRES)
def test_versions_fires(corpus):
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.REVISED
    assert "changed after publication" in finding.sentence
    assert DAY.isoformat() in finding.sentence


@pytest.mark.parametrize("corpus", QUIET)
def test_versions_quiet(corpus):
    assert corpus.find(CHECK) == []


def test_the_later_version_alone_counts():
    context = versions(TWELVE, ("17", 17, "exact")).context()
    counted = {c.quantity.low for origin in context.origins for c in origin.claims}
    assert counted == {17}


def noted(stance: Stance) -> Corpus:
    """A page whose own note takes a figure back."""
    corpus = Corpus()
    text = (
        "Ada Orlan said 17 soldiers of Tarn were killed near Olmar.\n\n"
        "Correction: An earlier version said 31 soldiers were killed."
    )
    corpus.write(text, on=DAY)
    start = text.index("Correction")
    note = Part(start, len(text), PartKind.CORRECTION)
    made = replace(corpus.last, parts=(note,), outlet="Tarn Wire")
    corpus.documents[made.id] = made
    facts = {"group": "soldier", "place": "Olmar"}
    corpus.say(
        "17", (17, 17, "exact", "count"), "people.killed", claimant="Ada Orlan", **facts
    )
    corpus.say(
        "31",
        (31, 31, "exact", "count"),
        "people.killed",
        claimant="Tarn Wire",
        stance=stance,
        **facts,
    )
    return corpus


def test_a_note_is_set_beside_the_figure_that_stands():
    (finding,) = noted(Stance.DENIED).find(CHECK)
    assert finding.outcome is Outcome.REVISED
    assert finding.sentence == (
        'Ada Orlan stated "17"; a note of Tarn Wire says that an earlier version had'
        ' "31".'
    )


def test_a_note_that_takes_nothing_back_gives_no_finding():
    assert noted(Stance.ASSERTED).find(CHECK) == []


def test_versions_of_one_instant_have_no_order():
    corpus = versions(TWELVE, ("17", 17, "exact"))
    for key, made in corpus.documents.items():
        corpus.documents[key] = replace(made, published=DAY)
    (finding,) = corpus.find(CHECK)
    assert "which came first is not known" in finding.sentence
    assert "->" not in finding.sentence
