""" "In the same period" and "since then" are of what the text told before them."""

from datetime import date

import pytest

from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.languages import load_language

WRITTEN = date(2025, 6, 18)
"""Day of publication of every case; a Wednesday."""


def days_of(text, phrase, code="en"):
    """First and last day of a phrase, as ISO days; None where it names none."""
    found = find_timexes(text, published=WRITTEN, language=load_language(code))
    period = next((t.period for t in found if t.span.text == phrase), None)
    return period and (str(period.first), str(period.last))


ENGLISH = {
    "The army lost 40 men since 2 June. In the same period the rebels lost 90.": (
        "2025-06-02",
        "2025-06-18",
    ),
    "It shot down 9 drones in the past day. Over the same period it lost one.": (
        "2025-06-17",
        "2025-06-18",
    ),
    # What is set beside the stretch told is not it.
    "90 fell in May, more than in April. In the same period 30 were freed.": (
        "2025-05-01",
        "2025-05-31",
    ),
    # A single day runs up to the report.
    "The raid began on 2 June. In the same period 30 were freed.": (
        "2025-06-02",
        "2025-06-18",
    ),
    "Thirty were freed. In the same period 40 fell.": None,
    "90 fell in May. In the same period last year it was 30.": None,
    "The talks will last from 1 to 9 July. In the same period 30 fell.": None,
}


@pytest.mark.parametrize(("text", "days"), ENGLISH.items())
def test_the_same_period_is_the_one_told(text, days):
    assert days_of(text, "the same period") == days


THEN = {
    "The blockade began in May. Since then 40 trucks have burnt.": "2025-05-01",
    "It has held the hill since 3 March. Since then 40 men have died.": "2025-03-03",
    "On Monday the bridge fell. Since then nobody has crossed.": "2025-06-16",
    "The bridge fell. Since then nobody has crossed.": None,
    "On Monday the bridge fell. Then nobody crossed.": None,
}


@pytest.mark.parametrize(("text", "first"), THEN.items())
def test_since_then_runs_from_what_was_told(text, first):
    last = "2025-06-18"
    assert days_of(text, "then") == (first and (first, last))


CASED = {
    (
        "ru",
        "С 2 июня армия потеряла 40 человек. За это время пленены девять.",
        "За это время",
    ):
        ("2025-06-02", "2025-06-18"),
    (
        "ru",
        "В мае погибли 90 человек, больше, чем в апреле. За тот же период ранены 30.",
        "За тот же период",
    ):
        ("2025-05-01", "2025-05-31"),
    (
        "uk",
        "Від 2 червня загинуло 40 людей. За цей час поранено дев'ять.",
        "За цей час",
    ):
        ("2025-06-02", "2025-06-18"),
    (
        "uk",
        "У травні загинуло 90 людей. За той самий період поранено 30.",
        "За той самий період",
    ):
        ("2025-05-01", "2025-05-31"),
    (
        "uk",
        "Загинуло 40 людей. За цей час поранено дев'ять.",
        "За цей час",
    ): None,
    # Since then: from the first day of what was told.
    (
        "uk",
        "Тиша діє від травня. Відтоді загинуло 40 людей.",
        "Відтоді",
    ):
        ("2025-05-01", "2025-06-18"),
    (
        "ru",
        "Перемирие действует с 3 марта. С тех пор погибли 40 человек.",
        "С тех пор",
    ):
        ("2025-03-03", "2025-06-18"),
    # The same day and the day before count from a day, not from a month or a start.
    (
        "ru",
        "В понедельник обстреляли Остру. В тот же день погибли двое.",
        "тот же день",
    ):
        ("2025-06-16", "2025-06-16"),
    (
        "ru",
        "С апреля погибли 40 человек. Днём ранее ранены двое.",
        "Днём ранее",
    ):
        ("2025-06-17", "2025-06-17"),
    (
        "uk",
        "У травні загинуло 40 людей. Того ж дня поранено двох.",
        "того ж дня",
    ): None,
}  # fmt: skip


@pytest.mark.parametrize(("case", "days"), CASED.items(), ids=str)
def test_languages_that_decline_do_the_same(case, days):
    code, text, phrase = case
    assert days_of(text, phrase, code) == days
