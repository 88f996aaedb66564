"""Pairing where no linker was trained."""

from types import SimpleNamespace

import numpy as np
import pytest

from sayso.reading.attribution.attributions import find_attributions
from sayso.reading.attribution.nearest import FARTHEST, pair_nearest
from sayso.reading.tagger.decoding import Role, RoleSpan
from sayso.reading.tagger.encoder import tag_text
from sayso.vocabulary.languages import CASED

TEXT = (
    "Минобороны России заявило, что сбиты 45 беспилотников. «Мы держим город», — "
    "сказал мэр Илья Бродов.\n\nДождь шёл весь день."
)


def test_each_speaker_has_his_own_words():
    found = find_attributions(TEXT, tag_text(TEXT, CASED["ru"]), CASED["ru"])
    told = {a.source[0].text: " ".join(s.text for s in a.content) for a in found}
    assert any("Минобороны" in name and "45" in told[name] for name in told)
    assert any("Бродов" in name and "держим" in told[name] for name in told)


def test_a_text_without_speech_has_no_attributions():
    assert (
        find_attributions("Дождь.", tag_text("Дождь.", CASED["ru"]), CASED["ru"]) == ()
    )


def test_each_content_goes_to_its_nearest_cue_and_each_cue_to_its_nearest_source():
    spans = [
        RoleSpan(Role.SOURCE, 0, 1, 1.0),
        RoleSpan(Role.CUE, 1, 2, 1.0),
        RoleSpan(Role.CONTENT, 2, 8, 1.0),
        RoleSpan(Role.CONTENT, 10, 18, 1.0),
        RoleSpan(Role.CUE, 18, 19, 1.0),
        RoleSpan(Role.SOURCE, 19, 20, 1.0),
    ]
    assert [words(pairing) for pairing in pair_nearest(tagged(spans))] == [
        (0, 1, [2]),
        (19, 18, [10]),
    ]


@pytest.mark.parametrize(("between", "found"), [(FARTHEST, 1), (FARTHEST + 1, 0)])
def test_a_content_has_no_cue_that_is_too_far(between, found):
    spans = [
        RoleSpan(Role.CUE, 0, 1, 1.0),
        RoleSpan(Role.CONTENT, 1 + between, 5 + between, 1.0),
    ]
    assert len(pair_nearest(tagged(spans))) == found


def tagged(spans):
    """Give a tagging of one paragraph as far as pairing asks."""
    paragraphs = np.zeros(100, bool)
    paragraphs[0] = True
    return SimpleNamespace(layout=SimpleNamespace(paragraphs=paragraphs), spans=spans)


def words(pairing):
    """Give the first words of source, cue and contents."""
    source = pairing.source and pairing.source.first
    return source, pairing.cue.first, [part.first for part in pairing.contents]
