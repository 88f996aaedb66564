import pytest

from checks.corpus import Corpus
from sayso.checks.whole_numbers import CHECK
from sayso.model import Outcome


def share(words: str, value: object, rest: str, bound: str = "exact") -> Corpus:
    corpus = Corpus().write(f"Ada Orlan said {words}{rest} had been left.")
    figure = (value, value, bound, "percent")
    return corpus.say(words, figure, "settlements.lost", claimant="Ada Orlan")


FIRES = [
    pytest.param(share("80%", 80, " of the 7 villages"), id="five and a half of seven"),
    pytest.param(share("33%", 33, " of its 4 towns"), id="a third of four"),
]
QUIET = [
    # six of seven are 85.7 percent, which is printed as 86
    pytest.param(share("86%", 86, " of the 7 villages"), id="six of seven, rounded"),
    pytest.param(share("80%", 80, " of the 5 villages"), id="four of five"),
    pytest.param(share("about 80%", 80, " of the 7 villages", "approx"), id="about"),
    pytest.param(share("80%", 80, " of 7 square kilometres"), id="an area"),
    pytest.param(share("80%", 80, " of the region"), id="no count"),
]


@pytest.mark.parametrize("corpus", FIRES)
def test_whole_numbers_fires(corpus):
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT


@pytest.mark.parametrize("corpus", QUIET)
def test_whole_numbers_quiet(corpus):
    assert corpus.find(CHECK) == []
