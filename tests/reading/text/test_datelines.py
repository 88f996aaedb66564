"""Datelines: found before a report's words, and no part of what is said."""

import pytest

from sayso.model import Document
from sayso.reading.reader import read_document
from sayso.reading.text.datelines import dateline_ends


@pytest.mark.parametrize(
    "dateline",
    [
        "OLMAR - ",
        "OLMAR (TWA) — ",
        "OLMAR, June 3, 2030 (Tarn Wire) - ",
        "EAST OLMAR, Tark., Dec. 11 (TWA) — ",
        "OLMAR/MEROVA -- ",
        "OLMAR, Monday – ",
        "Olmar, June 3 (Tarn Wire) - ",
        "(Tarn Wire) June 3 - ",
    ],
)
def test_datelines_end_where_the_report_begins(dateline):
    text = f"Drones over Olmar\n\n{dateline}Troops left."
    assert [text[end:] for end in dateline_ends(text)] == ["Troops left."]


@pytest.mark.parametrize(
    "text",
    [
        "TWA officials said the plant - which is old - was safe.",
        "The TWA, which owns it - in part - agreed.",
        "UN-backed troops left.",
        "He left - at last.",
    ],
)
def test_dashes_in_sentences_end_no_dateline(text):
    assert list(dateline_ends(text)) == []


@pytest.mark.parametrize("dateline", ["", "OLMAR (TWA) - ", "OLMAR, June 3 - "])
def test_a_dateline_does_not_take_the_speaker_away(dateline):
    text = (
        f"Drones over Olmar\n\n{dateline}Tarn launched 110 drones at Merova overnight,"
        " the air force said on Tuesday, adding that 84 of the drones had been shot"
        " down.\n\nLater it rained."
    )
    said = [(a.name, a.cue[0].text) for a in read_document(Document(text)).attributions]
    assert said == [("air force", "said"), ("air force", "adding")]
