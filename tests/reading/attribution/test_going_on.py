"""Sentences that go on with the account before them; people and bodies are invented."""

import pytest

from sayso.model import Attribution, AttributionId, AttributionKind, Span
from sayso.reading.attribution.going_on import goes_on
from sayso.vocabulary.languages import ENGLISH


def said(source="The Harbour Monitor", cue="said", kind=AttributionKind.INDIRECT):
    def span(words):
        return (Span(0, len(words), words),)

    cues = span(cue) if cue else ()
    return Attribution(AttributionId("a"), span(source), cues, span("it"), kind)


def is_carried(sentence, before=None, following=None, figure=None):
    figures = []
    if figure is not None:
        start = sentence.index(figure)
        figures = [Span(start, start + len(figure), figure)]
    whole = Span(0, len(sentence), sentence)
    return goes_on(ENGLISH.speech, whole, figures, before or said(), following)


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack killed nine people.",
        "That drone strike left nine people dead.",
        "Nine people died as a result of the clashes.",
        "Twelve guards were also wounded.",
        "In addition, two lorries burned out.",
        "Of those, 12 have since come home.",
        "The raid reportedly wounded 12.",
    ],
)
def test_sentence_that_takes_up_the_one_before_is_carried(sentence):
    assert is_carried(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill stands on the road to the port.",
        "The attack is one of many since the war began.",
        "More than 400 people have died in three years of fighting.",
        "The bakery sold 900 loaves.",
    ],
)
def test_background_is_not_carried(sentence):
    assert not is_carried(sentence)


def test_sentence_that_opens_with_a_figure_is_carried():
    assert is_carried(
        "At least nine people were killed.", figure="At least nine people"
    )
    assert not is_carried("The town lost nine people.", figure="nine people")


def test_sentence_before_what_the_same_speaker_added_is_carried():
    sentence = "Troops searched the mill and found nine rifles."
    assert is_carried(sentence, following=said("the Monitor", "added"))
    assert is_carried(sentence, following=said("it", "went on"))
    assert not is_carried(sentence, following=said("Ana Ode", "added"))
    assert not is_carried(sentence, following=said("the Monitor", "said"))


def test_narration_behind_a_quotation_is_the_narrators():
    quoted = said(kind=AttributionKind.DIRECT)
    assert not is_carried("The attack killed nine people.", before=quoted)


def test_pictures_tell_nothing_further():
    photo = said("One photograph", "shows")
    assert not is_carried("The raid reportedly wounded 12.", before=photo)
