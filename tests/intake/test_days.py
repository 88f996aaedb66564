"""Days as files write them."""

from datetime import date

import pytest

from sayso.intake.days import DayOrder, find_day, find_order, is_open

DAY = date(2030, 5, 14)
WRITTEN = (
    "2030-05-14",
    "2030-05-14T22:10+03:00",
    "2030/5/14 15:07:41",
    "2030.05.14",
    "20300514",
    "14 May 2030",
    "14. Mai 2030",
    "14 de mayo de 2030",
    "14 мая 2030 г.",
    "14th of May, 2030",
    "May 14, 2030 | 4:39 pm",
    "May 14,2030",
    "Tue, 14 May 2030 23:30:00 +0300",
    "Tue, 14 May 30 00:01:01 +0200",
    "Tuesday, May 14, 2030",
    "14-May-30",
    "2030 May 14",
    "14.05.2030 13:15 Uhr",
    "14/05/2030",
    "05/14/2030",
)
NONE = (
    "",
    "May 2030",
    "2030-02-31",
    "Feb 29, 2015",
    "0025-05-08",
    "9999-01-01",
    "05/04/2030",
    "yesterday",
    "12345",
)


@pytest.mark.parametrize("words", WRITTEN)
def test_a_day_is_read_in_the_forms_files_use(words):
    stated = find_day(words)
    assert stated is not None
    assert stated.day == DAY


@pytest.mark.parametrize("words", NONE)
def test_what_names_no_day_gives_none(words):
    assert find_day(words) is None


def test_a_day_with_two_readings_waits_for_the_order_of_its_table():
    assert is_open("05/04/2030")
    assert not is_open("14/05/2030")
    order = find_order(["05/04/2030", "14/05/2030"])
    assert order is DayOrder.DAY_FIRST
    assert find_day("05/04/2030", order).day == date(2030, 4, 5)


def test_days_that_show_both_orders_show_none():
    assert find_order(["14/05/2030", "05/14/2030"]) is None


@pytest.mark.parametrize("words", ["1904984000", "1904984000000"])
def test_seconds_since_1970_are_an_instant(words):
    assert find_day(words).day == date(2030, 5, 14)
