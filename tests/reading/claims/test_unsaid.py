"""What no word of a measure's file tells needs a surer network. Invented sentences.

The network's chances are put in by hand: the rule holds for any weights.
"""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from sayso.model import ClaimField, Document
from sayso.reading.claims import claims
from sayso.reading.reader import read_document
from sayso.vocabulary.measures import MEASURES

PUBLISHED = date(2025, 3, 10)
KILLED = MEASURES.index("people.killed") + 1
SENTENCES = {
    "en": ("The army of {} said 40 soldiers were {}.", "decorated", "killed"),
    "ru": ("В армии {} сообщили: 40 солдат {}.", "награждены", "убиты"),
    "uk": ("В армії {} повідомили: 40 солдатів {}.", "нагороджені", "убиті"),
}
SIDES = {
    "en": ("Russia", "Ukraine"),
    "ru": ("России", "Украины"),
    "uk": ("Росії", "України"),
}


def measures_of(
    monkeypatch, code: str, text: str, word: str, chance: float
) -> set[str]:
    """Give the measures that are read of a sentence's figure.

    Args:
        monkeypatch: Of pytest.
        code: The sentence's language.
        text: The sentence.
        word: What the network shall be sure to say what happened.
        chance: What it shall give "killed", of figures that it takes for claims.
    """
    scored = claims.score_candidates

    def score(offer, model, *, asked=None):
        at = next(
            number
            for number in range(len(offer.ground))
            if offer.ground.span_of(number, number + 1).text == word
        )
        (one,) = (
            s
            for s in scored(offer, model, asked=None)
            if offer.found.candidates[s.candidate].quantity.low == 40
        )
        event = np.zeros_like(one.words[ClaimField.EVENT])
        event[1 + at - one.first] = 1
        measures = np.full_like(one.measures, (1 - chance) / (len(MEASURES) - 1))
        measures[0], measures[KILLED] = 0, chance
        yield replace(
            one, measures=measures, words={**one.words, ClaimField.EVENT: event}
        )

    monkeypatch.setattr(claims, "score_candidates", score)
    document = Document(text, published=PUBLISHED, language=code)
    return {c.measure for c in read_document(document).claims}


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("code", SENTENCES)
def test_a_doubted_measure_of_which_no_word_speaks_is_no_claim(monkeypatch, code, side):
    text, other, own = SENTENCES[code]
    for word, chance, expected in (
        (other, 0.3, set()),
        (other, 0.6, {"people.killed"}),
        (own, 0.3, {"people.killed"}),
    ):
        told = text.format(SIDES[code][side], word)
        with monkeypatch.context() as patch:
            assert measures_of(patch, code, told, word, chance) == expected, told
