"""What the text told before decides what a later phrase counts from."""

from datetime import date

import pytest

from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.languages import ENGLISH

WRITTEN = date(2025, 6, 18)
"""Day of publication of every case; a Wednesday."""


def days_of(text, phrase, written=WRITTEN):
    """First and last day of a phrase, as ISO days; None where it names none."""
    found = find_timexes(text, published=written, language=ENGLISH)
    period = next(t.period for t in found if t.span.text.rstrip(".") == phrase)
    return period and (str(period.first), str(period.last))


TOLD_DAYS = {
    # A day told, and no month, year or start of something, has a next day.
    ("On Monday rebels shelled Ostra. The next day they left it.", "The next day"):
        ("2025-06-17", "2025-06-17"),
    (
        "On Monday rebels shelled Ostra, held since March. The next day they left.",
        "The next day",
    ):
        ("2025-06-17", "2025-06-17"),
    (
        "On Monday Ostra fell; 40 had died there since 2 May. That evening 12 fled.",
        "That evening",
    ):
        ("2025-06-16", "2025-06-16"),
    (
        "The army has lost 90 men since May 2024. On the same day two fled.",
        "the same day",
    ):
        None,
    (
        "900 died since the war began on 7 October 2023, up 20 on the day before.",
        "the day before",
    ):
        ("2025-06-17", "2025-06-17"),
    # Control: a day that is told for itself counts, however long ago it was.
    (
        "On 7 October 2023 gunmen took 30 people. The next day 12 came back.",
        "The next day",
    ):
        ("2023-10-08", "2023-10-08"),
}  # fmt: skip


@pytest.mark.parametrize(("case", "days"), TOLD_DAYS.items(), ids=str)
def test_days_count_from_the_day_told(case, days):
    assert days_of(*case) == days


CLOCKS = {
    # A clock is of the day told a moment ago, in its paragraph or the next line.
    ("On Monday a drone fell on Ostra.\nAt 05:00 a second one hit a barn.", "05:00"):
        ("2025-06-16", "2025-06-16"),
    (
        "On 3 May a column was hit. " + "Men fled. " * 30 + "At 05:00 it burnt.",
        "05:00",
    ):
        ("2025-05-03", "2025-05-03"),
    # It is of the report's day behind the start of a count, and behind old news.
    (
        "Since Friday 40 villages have fallen.\n06:20 Ostra is ours, rebels say.",
        "06:20",
    ):
        ("2025-06-18", "2025-06-18"),
    (
        "The truce of 3 March held for a week.\n\nIn the afternoon two rockets fell.",
        "the afternoon",
    ):
        ("2025-06-18", "2025-06-18"),
    ("43 bodies have come since morning.", "morning"):
        ("2025-06-18", "2025-06-18"),
}  # fmt: skip


@pytest.mark.parametrize(("case", "days"), CLOCKS.items(), ids=str)
def test_clocks_are_of_the_day_told(case, days):
    assert days_of(*case) == days


REPORT = "Talks went on on Tuesday. "
"""Makes a text a report, whose days count from its own."""
YEARS = {
    # A date without a year goes with the dated one before it, in its paragraph.
    (
        "He was captured on 27 August 2023. The unit lost four guns in July, he said.",
        "July",
    ):
        ("2023-07-01", "2023-07-31"),
    ("On 18 December 2023 the fort fell. On 4 January it was retaken.", "4 January"):
        ("2024-01-04", "2024-01-04"),
    # Controls: what is fresh, ahead, in a new paragraph, behind a year alone or behind
    # the start of a count is as it would be without it.
    ("He was captured on 27 August 2023. The unit lost four guns on 9 June.", "9 June"):
        ("2025-06-09", "2025-06-09"),
    ("The pact of 27 August 2023 will end in July.", "July"):
        ("2025-07-01", "2025-07-31"),
    (
        "He was captured on 27 August 2023.\n\nThe unit lost four guns in February.",
        "February",
    ):
        ("2025-02-01", "2025-02-28"),
    ("The law is of 2023. The unit lost four guns in February.", "February"):
        ("2025-02-01", "2025-02-28"),
    (
        "It has lost 90 since 27 August 2023. The unit lost four guns in February.",
        "February",
    ):
        ("2025-02-01", "2025-02-28"),
    (
        "He was taken on 27 August 2023 and freed a year later. In February he left.",
        "February",
    ):
        ("2025-02-01", "2025-02-28"),
}  # fmt: skip


@pytest.mark.parametrize(("case", "days"), YEARS.items(), ids=str)
def test_dates_go_with_the_year_told(case, days):
    text, phrase = case
    assert days_of(REPORT + text, phrase) == days


def test_a_number_word_is_no_verb_of_the_past():
    """ "Hundred" ends as a past form does; the verb behind it decides."""
    text = "By Friday a hundred and fifty more are to come home."
    assert days_of(text, "Friday") == ("2025-06-18", "2025-06-20")
