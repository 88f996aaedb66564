"""Options for a claim's days."""

from datetime import date

import pytest

from sayso.reading.claims.days import DayKind, find_day_options, length_of
from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.languages import ENGLISH

PUBLISHED = date(2024, 5, 9)


def options(text, published=PUBLISHED):
    """Give (kind, first, last) of each option, in order."""
    timexes = find_timexes(text, published=published, language=ENGLISH)
    return [
        (o.kind, o.period and str(o.period.first), o.period and str(o.period.last))
        for o in find_day_options(timexes, published)
    ]


def test_nothing_comes_first_and_the_reports_own_day_is_always_there():
    assert options("They met.") == [
        (DayKind.NONE, None, None),
        (DayKind.OWN, "2024-05-09", "2024-05-09"),
        (DayKind.UNTIL, "None", "2024-05-09"),
    ]


def test_without_a_publication_day_nothing_is_left_but_none():
    assert options("They met.", published=None) == [(DayKind.NONE, None, None)]


def test_a_day_may_be_itself_an_end_or_a_beginning():
    assert options("They met on 2 May.")[3:] == [
        (DayKind.OWN, "2024-05-02", "2024-05-02"),
        (DayKind.UNTIL, "None", "2024-05-02"),
        (DayKind.SINCE, "2024-05-02", "2024-05-09"),
    ]


def test_a_length_ends_on_the_reports_day():
    (kind, first, last) = options("Nine fell in seven days.")[-1]
    assert (kind, last) == (DayKind.LAST, "2024-05-09")
    assert first == "2024-05-02"


def test_what_something_is_told_since_may_itself_be_meant():
    assert (DayKind.LAST, "2024-04-01", "2024-04-30") in options("Quiet since April.")


def test_a_length_may_lie_beside_the_day_told_before():
    found = options("It began on 2 May. Nine fell in four days.")
    assert (DayKind.SINCE, "2024-05-02", "2024-05-05") in found
    assert (DayKind.LAST, "2024-04-29", "2024-05-02") in found


def test_a_length_up_to_a_statement_may_run_to_the_report():
    found = options("He said on Monday that nine fell in the past five days.")
    assert (DayKind.OWN, "2024-05-01", "2024-05-06") in found
    assert (DayKind.LAST, "2024-05-04", "2024-05-09") in found


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("P5D", 5),
        ("P2W", 14),
        ("P1M", 30),
        ("P1Y", 365),
        ("PT24H", 1),
        ("PT3H", 1),
        ("PT72H", 3),
        ("2024-05-09", None),
        ("PXD", None),
        ("", None),
    ],
)
def test_days_of_a_length(value, days):
    assert length_of(value) == days
