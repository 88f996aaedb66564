"""Plain forms of saying around a figure; people, bodies and places are invented."""

import pytest

from sayso.model import Span
from sayso.reading.attribution.plain_speech import find_plain_speech
from sayso.vocabulary.languages import ENGLISH


def read(text, figure):
    start = text.index(figure)
    figures = [Span(start, start + len(figure), figure)]
    return list(
        find_plain_speech(ENGLISH.speech, text, [Span(0, len(text), text)], figures)
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The port fell, its spokesman Ana Ode told NORA, and 12 died.", "Ana Ode"),
        ("Nine died, Ana Ode, head of the mission, said by video: four burned.", "Ode"),
        ("It lost nine men, its own generals said at the time, and left.", "generals"),
        ("From the south: police there say nine people left.", "police"),
        ("The project “Lost and Found” counts nine dead in the mill.", "Lost and"),
        ("The Harbour Office (HO) recorded nine deaths.", "Harbour Office"),
        ("By the data of governor Ana Ode, nine people left.", "Ana Ode"),
        ("By its own count, nine people left.", "its"),
    ],
)
def test_speaker_of_a_figure_is_found(text, source):
    figure = "12" if "12" in text else "nine" if "nine" in text else "Nine"
    (found,) = read(text, figure)
    assert source in found.source[0].text
    assert any(figure in part.text for part in found.content)


@pytest.mark.parametrize(
    "text",
    ["It was officially said that nine died.", "IT WAS SAID THAT nine DIED."],
)
def test_it_is_no_speaker(text):
    assert read(text, "nine") == []


def test_insertion_leaves_what_stands_on_both_sides():
    text = "Nine died, its spokesman told NORA, and the port fell."
    (found,) = read(text, "Nine")
    assert [part.text for part in found.content] == ["Nine died", "and the port fell"]
