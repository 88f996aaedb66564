"""Words of the pages: intervals, plural speakers, one style of days."""

import pytest

from sayso.linking.interval import Interval
from sayso.web.plainly import interval_words
from sayso.web.wording import day_written, is_plural

INTERVALS = {
    "[0, 11)": "from 0 to below 11",
    "(1,100, ∞)": "above 1,100",
    "[1,100, ∞)": "at least 1,100",
    "(-∞, 300]": "at most 300",
    "(-∞, 300)": "below 300",
    "[1,050, 1,150]": "from 1,050 to 1,150",
    "(5.7, 7)": "above 5.7 and below 7",
    "(5, 7]": "above 5 and at most 7",
    "[430, 430]": "430",
    "(-∞, ∞)": "any number",
}


@pytest.mark.parametrize("interval", INTERVALS)
def test_intervals_are_said_in_words(interval):
    said = interval_words(f"86% is {interval}, as printed (by rule 3, 4)")
    assert said == f"86% is {INTERVALS[interval]}, as printed (by rule 3, 4)"


def test_what_an_interval_prints_is_found():
    assert "∞" not in interval_words(str(Interval(None, None)))


@pytest.mark.parametrize(
    "voice", ["medics", "local residents", "the Houthis", "police", "The rebels"]
)
def test_several_speakers_take_the_plural(voice):
    assert is_plural(voice)


@pytest.mark.parametrize(
    "voice", ["United Nations", "Tarn Ministry", "a witness", "the press", "Ana Bris"]
)
def test_one_speaker_takes_the_singular(voice):
    assert not is_plural(voice)


def test_days_have_one_style():
    assert day_written("2030-05-04T10:00:00Z") == "4 May 2030"
    assert day_written(None) == ""
