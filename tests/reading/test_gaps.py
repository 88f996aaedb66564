"""Gaps: what was seen and not read. Texts are ours."""

import pytest

from sayso.model import Document
from sayso.reading import gaps
from sayso.reading.reader import read_document

CASES = {
    "bytes that were not text": (
        "It was \ufffd\ufffd there.",
        "\ufffd\ufffd",
        gaps.NO_TEXT,
    ),
    "an odd quotation mark": ('They "left the town.', '"', gaps.NO_PAIR),
    "a day without a year": ("They left on March 3.", "March 3", gaps.NO_DAY),
    "a day in no calendar": (
        "They left on Feb 29, 2015.",
        "Feb 29, 2015",
        gaps.NO_SUCH_DAY,
    ),
    "the last day of a month": ("They left on 30 April.", "30 April", gaps.NO_DAY),
    "a closing mark alone": ("We hold.” They left.", "”", gaps.NO_PAIR),
    "the 31st of April": ("They left on 31 April.", "31 April", gaps.NO_SUCH_DAY),
    "a figure nothing counts": (
        "He bought 40 rifles at the fair.",
        "40 rifles",
        gaps.NO_MEASURE,
    ),
}


@pytest.mark.parametrize(("text", "words", "reason"), CASES.values(), ids=CASES.keys())
def test_gap(text, words, reason):
    found = read_document(Document(text)).gaps
    assert (words, reason) in [(gap.span.text, gap.reason) for gap in found]


def test_a_quotation_over_paragraphs_is_no_gap():
    text = "“We hold.\n“We go on.”"
    assert [
        g for g in read_document(Document(text)).gaps if g.reason == gaps.NO_PAIR
    ] == []


def test_a_figure_that_is_claimed_is_no_gap():
    text = "Shelling killed 12 people in Merova, the governor said."
    reading = read_document(Document(text))
    assert [claim.quantity.span.text for claim in reading.claims] == ["12 people"]
    assert "12 people" not in [gap.span.text for gap in reading.gaps]


@pytest.mark.parametrize("text", ["They left recently.", "They now hold the mill."])
def test_a_time_that_is_no_date_is_no_gap(text):
    reading = read_document(Document(text))
    assert reading.timexes
    assert reading.gaps == ()


def test_plain_text_has_no_gap():
    assert read_document(Document("It rained all day.")).gaps == ()
