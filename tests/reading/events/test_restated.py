"""Figures that restate what was told before them. Names and texts are invented."""

import pytest

from sayso.model import Document
from sayso.reading.reader import read_document

AREAS = """Vessian troops retook 1,260 square kilometers, General Ada Orlan said.

Tarn's army still holds two square kilometers.

In March General Orlan had spoken of over 1,100 square kilometers, or 86%."""


def read(text):
    return read_document(Document(text)).claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            AREAS,
            [
                ("over 1,100 square kilometers", "territory.gained"),
                ("86%", "territory.gained"),
            ],
        ),
        (
            "Some 7,400 people fled Olmar on Tuesday. An agency had counted 26,030.",
            [("26,030", "people.displaced")],
        ),
        (
            "The army took 40 sq km. The figure for May was 25 sq km, it said.",
            [("25 sq km", "territory.gained")],
        ),
    ],
)
def test_a_figure_that_is_only_given_counts_what_was_told_before(text, expected):
    found = [(c.quantity.span.text, c.measure) for c in read(text)]
    assert found[-len(expected) :] == expected


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of over 1,100 square kilometers.",
        "Some 7,400 people fled Olmar. The mayor spoke of 30 letters.",
        "Some 7,400 people fled." + " The talks went on." * 20 + " She wrote of 900.",
    ],
)
def test_a_figure_that_is_only_given_needs_what_it_counts(text):
    assert [c.quantity.span.text for c in read(text)][1:] == []
