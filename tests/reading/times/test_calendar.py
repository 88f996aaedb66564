"""Stretches of the calendar, feasts, and arithmetic that never leaves the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.times.calendar import (
    Stretch,
    Unit,
    add_months,
    easter,
    holiday,
    islamic,
    nth_weekday,
    stretch_of,
)

DAYS = st.dates(date(1000, 1, 1), date(2900, 1, 1))

EASTERS = {1818: "03-22", 1943: "04-25", 2000: "04-23", 2024: "03-31", 2025: "04-20"}
"""Gregorian Easter Sundays, the two extremes among them."""


@pytest.mark.parametrize(("year", "day"), EASTERS.items())
def test_easter_sunday(year, day):
    assert f"{easter(year):%m-%d}" == day


def test_ramadan_begins_within_two_days_of_what_is_observed():
    observed = {2016: date(2016, 6, 6), 2024: date(2024, 3, 11), 2025: date(2025, 3, 1)}
    for year, first in observed.items():
        assert abs(islamic(year, 9, 1) - first) <= timedelta(2)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", date(2025, 12, 25)),
        ("easter-2", date(2025, 4, 18)),
        ("easter49", date(2025, 6, 8)),
        ("11-4-3", date(2025, 11, 27)),
        ("5--1-0", date(2025, 5, 26)),
    ],
)
def test_feast_by_its_rule(rule, day):
    assert holiday(rule, 2025) == Stretch(Unit.DAY, day)


def test_fifth_weekday_may_be_missing():
    assert nth_weekday(2025, 2, 5, 0) is None


def test_month_is_cut_to_its_last_day():
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_far_shifts_are_none():
    for unit in Unit:
        assert stretch_of(unit, date(2025, 3, 12)).shift(10**7) is None
        assert stretch_of(unit, date(2025, 3, 12)).shift(-(10**7)) is None


@given(st.sampled_from(list(Unit)).filter(lambda u: u != Unit.WEEKEND), DAYS)
def test_stretches_tile_the_calendar(unit, day):
    here = stretch_of(unit, day)
    assert here.first <= day <= here.last
    assert here.shift(1).first == here.last + timedelta(1)
    assert here.shift(1).shift(-1) == here


@given(st.sampled_from(list(Unit)), DAYS)
def test_thirds_tile_their_stretch(unit, day):
    here = stretch_of(unit, day)
    start, middle, end = (here.part(mod) for mod in ("START", "MID", "END"))
    assert (start[0], end[1]) == (here.first, here.last)
    if start != (here.first, here.last):
        assert middle[0] == start[1] + timedelta(1)
        assert end[0] == middle[1] + timedelta(1)
