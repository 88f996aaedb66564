"""Whom a pronoun stands for; persons are invented."""

import pytest

from sayso.model import Attribution, AttributionId, AttributionKind, Span
from sayso.reading.speakers.resolving import resolve_speakers
from sayso.vocabulary.languages import ENGLISH


def meant(text: str, source: str) -> str | None:
    start = text.rindex(source)
    span = Span(start, start + len(source), source)
    bare = Attribution(AttributionId("1"), (span,), (), (), AttributionKind.INDIRECT)
    return resolve_speakers(text, [bare], (), (), language=ENGLISH)[0].name


TOLD_APART = {
    "office before both": "The minister, {}, met the mayor, {}. {} said 3 fell.",
    "office behind both": "{}, the minister, met {}, the mayor. {} said 3 fell.",
    "none begins": "On Monday the mayor {} and the minister {} met. {} said 3 fell.",
}


@pytest.mark.parametrize("text", TOLD_APART.values(), ids=TOLD_APART)
@pytest.mark.parametrize(
    ("one", "two"), [("Clara Wal", "Oscar Mol"), ("Oscar Mol", "Clara Wal")]
)
def test_a_given_name_says_who_is_meant(text, one, two):
    assert meant(text.format(one, two, "She"), "She") == "Clara Wal"
    assert meant(text.format(one, two, "He"), "He") == "Oscar Mol"


def test_an_office_says_who_is_meant():
    text = "Spokeswoman Tarn Olbe met Colonel Quist Venn. {} said 3 fell."
    assert meant(text.format("She"), "She") == "Tarn Olbe"
    assert meant(text.format("He"), "He") == "Quist Venn"


def test_a_subject_is_meant_where_nothing_rules_it_out():
    text = "Mayor Quist Venn met Governor Tarn Olbe. He said 3 fell."
    assert meant(text, "He") == "Quist Venn"


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the mayor Quist Venn and the judge Tarn Olbe met. He said 3 fell.",
        "The mayor, Clara Wal, met the judge, Nora Mol. He said 3 fell.",
        "The harbour ministry was silent. He said 3 fell.",
    ],
    ids=["two alike", "neither", "a body"],
)
def test_a_pronoun_of_nobody_stays_itself(text):
    assert meant(text, "He") == "He"
