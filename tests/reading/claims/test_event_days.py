"""The day of the main event, datelines and days of reporting passed over."""

from datetime import date

import pytest

from sayso.reading.claims.event_days import event_day
from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.languages import ENGLISH

THURSDAY = date(2025, 3, 13)

CASES = {
    "HARBOUR TOWN (March 13) - Three men were held on Tuesday.": "2025-03-11",
    "HARBOUR TOWN (March 13) - Three men were held yesterday.": "2025-03-12",
    "The ministry confirmed today that two men were held on Monday.": "2025-03-10",
    "After Sunday's raid two more were held on Wednesday, he said.": "2025-03-12",
    "Those behind the 2 February bridge attack were held on Monday.": "2025-03-10",
    "In an overnight patrol two men were held, on Wednesday.": "2025-03-12",
    "HARBOUR TOWN (March 13) - Three men were held.": "2025-03-13",
    "He said on Tuesday that three men were held.": "2025-03-11",
}


@pytest.mark.parametrize(("text", "day"), CASES.items(), ids=CASES)
def test_event_day(text, day):
    timexes = find_timexes(text, published=THURSDAY, language=ENGLISH)
    assert str(event_day(text, timexes, THURSDAY).first) == day


def test_event_day_without_any_day_is_unknown():
    assert event_day("Three men were held.", (), None) is None


def test_dateline_stands_for_the_publication_day():
    text = "HARBOUR TOWN (13 March 2025) - Three men were held yesterday."
    timexes = find_timexes(text, published=None, language=ENGLISH)
    assert event_day(text, timexes, None).first == date(2025, 3, 12)
