"""The party of "430 Ukrainian soldiers" is whose they are, whichever side is named."""

from types import SimpleNamespace

import numpy as np
import pytest

import offered
from sayso.model import ClaimField
from sayso.reading.claims.choosing import Limits, Names, choose
from sayso.vocabulary.measures import MEASURES

LIMITS = Limits(
    odds={"claim": 0.5}, least={ClaimField.AFFECTED: 0.95, ClaimField.ACTOR: 0.95}
)
KILLED = MEASURES.index("people.killed") + 1


def parties(text, code, word, chance):
    """Give who is affected and who acts when the network points at a word for both."""
    offer = offered.offer_of(text, code)
    measures = np.full(len(MEASURES) + 1, 0.001)
    measures[KILLED] = 1
    words = list(offer.found.tagging.tokens.words)
    chances = np.zeros(len(words) + 1, np.float32)
    chances[0], chances[words.index(word) + 1] = 1 - chance, chance
    unsaid = np.zeros(len(words) + 1, np.float32)
    unsaid[0] = 1
    scores = SimpleNamespace(
        candidate=0,
        first=0,
        measures=measures / measures.sum(),
        words={
            ClaimField.AFFECTED: chances,
            ClaimField.ACTOR: unsaid,
            ClaimField.PLACE: unsaid,
            ClaimField.EVENT: unsaid,
        },
        claimants=np.ones(1, np.float32),
        sources=(),
        days=np.ones(1, np.float32),
        options=(SimpleNamespace(period=None, timex=None),),
        stances=np.array([1, 0, 0, 0], np.float32),
        accruals=np.array([1, 0, 0], np.float32),
    )
    chosen = choose(offer, Names(offer), scores, LIMITS)
    named = chosen.affected.value
    return None if named is None else named.name


SIDES = {
    "en": ("Russian", "Ukrainian", "{} troops killed 40 {} soldiers."),
    "ru": ("Российские", "украинских", "{} войска убили 40 {} солдат."),
    "uk": ("Російські", "українських", "{} війська вбили 40 {} солдатів."),
}


@pytest.mark.parametrize("code", SIDES)
def test_the_party_in_the_figures_words_need_not_be_sure(code):
    one, two, text = SIDES[code]
    text = text.format(one, two)
    assert parties(text, code, two, 0.6) == "Ukraine"
    assert parties(text, code, two, 0.45) is None
    assert parties(text, code, one, 0.6) is None
    assert parties(text, code, one, 0.96) == "Russia"
