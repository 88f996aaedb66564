from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import figure
from sayso.linking.interval import (
    Interval,
    as_printed,
    as_rounded,
    step,
    to_text,
    total,
)

PRINTED = [
    (figure("86%", 86, 86, unit="percent"), "[85.5, 86.5)"),
    (figure("99.5 percent", "99.5", "99.5", unit="percent"), "[99.45, 99.55)"),
    (figure("over 1,100 km2", 1100, None, "at_least", "km2"), "(1,100, ∞)"),
    (figure("свыше 1 100 кв. км", 1100, None, "at_least", "km2"), "(1,100, ∞)"),
    (figure("понад 1 100 кв. км", 1100, None, "at_least", "km2"), "(1,100, ∞)"),
    (figure("не менее 12 человек", 12, None, "at_least"), "[12, ∞)"),
    (figure("щонайменше 12 осіб", 12, None, "at_least"), "[12, ∞)"),
    (figure("менее 20", None, 20, "at_most"), "[0, 20)"),
    (figure("at least 27", 27, None, "at_least"), "[27, ∞)"),
    (figure("no fewer than 27", 27, None, "at_least"), "[27, ∞)"),
    (figure("dozens", 24, None, "at_least"), "[24, ∞)"),
    (figure("up to 20", None, 20, "at_most"), "[0, 20]"),
    (figure("fewer than 300", None, 300, "at_most"), "[0, 300)"),
    (figure("no more than 3", None, 3, "at_most"), "[0, 3]"),
    (figure("about 1,100 km2", 1100, 1100, "approx", "km2"), "[1,050, 1,150]"),
    (figure("about 1.1 thousand km2", 1100, 1100, "approx", "km2"), "[1,050, 1,150]"),
    (figure("about 430", 430, 430, "approx"), "[425, 435]"),
    (figure("nearly 300", None, 300, "approx"), "[250, 300]"),
    (figure("2,000-4,000", 2000, 4000, "between"), "[2,000, 4,000]"),
    (figure("430", 430, 430), "[430, 430]"),
    (figure("67,000", 67000, 67000), "[67,000, 67,000]"),
    (figure("259 km2", 259, 259, unit="km2"), "[258.5, 259.5)"),
    (figure("six", 6, 6), "[6, 6]"),
]


@pytest.mark.parametrize(("quantity", "text"), PRINTED, ids=lambda v: str(v)[:30])
def test_figures_as_printed(quantity, text):
    assert str(as_printed(quantity)) == text


ROUNDED = [
    (figure("67,000", 67000, 67000), "[66,500, 67,500)"),
    (figure("1,260 km2", 1260, 1260, unit="km2"), "[1,255, 1,265)"),
    (figure("30,000", 30000, 30000), "[28,500, 31,500)"),
    (figure("430", 430, 430), "[430, 430]"),
    (figure("431", 431, 431), "[431, 431]"),
    (figure("20", 20, 20), "[20, 20]"),
    (figure("about 430", 430, 430, "approx"), "[425, 435]"),
]


@pytest.mark.parametrize(("quantity", "text"), ROUNDED, ids=lambda v: str(v)[:30])
def test_round_figures_may_have_been_rounded(quantity, text):
    assert str(as_rounded(quantity)) == text


def test_whole_of_a_share_as_the_product_page_says():
    share = as_printed(figure("86%", 86, 86, unit="percent")).scale(Fraction(1, 100))
    over = as_printed(figure("over 1,100 km2", 1100, None, "at_least", "km2"))
    about = as_printed(figure("about 1,100 km2", 1100, 1100, "approx", "km2"))
    assert str(over.over(share)) == "(1,271.7, ∞)"
    assert str(about.over(share)) == "(1,213.9, 1,345]"


def test_square_miles_keep_their_own_digits():
    miles = figure("about 120 square miles", "310.79856", "310.79856", "approx", "km2")
    assert step(miles) == Fraction(10) * Fraction("310.79856") / 120


@pytest.mark.parametrize(
    ("number", "text"),
    [(Fraction(1345), "1,345"), (Fraction(63, 10), "6.3"), (Fraction(2, 3), "0.67")],
)
def test_numbers_are_written_short(number, text):
    assert to_text(number) == text


def test_open_and_closed_ends():
    low, high = Interval.of(1, 2, "[)"), Interval.of(2, 3)
    assert low.is_apart_from(high)
    assert low.is_below(high)
    assert not Interval.of(1, 2).is_apart_from(high)
    assert not Interval.of(None, 2, "()").is_below(Interval.of(None, 9))
    assert str(Interval.of(None, None)) == "(-∞, ∞)"
    assert Interval.of(2, 1).is_empty
    assert total([]) == Interval.of(0, 0)


@pytest.mark.parametrize(
    ("interval", "whole"),
    [
        (Interval.of("5.985", "6.055", "[)"), True),
        (Interval.of("6.1", "6.9"), False),
        (Interval.of(6, 7, "()"), False),
        (Interval.of(6, 7, "(]"), True),
        (Interval.of(6, None), True),
    ],
)
def test_whole_numbers_inside(interval, whole):
    assert interval.has_whole() is whole


ends = st.one_of(st.none(), st.fractions(min_value=0, max_value=1000))


@given(ends, ends, ends, ends)
def test_meeting_is_symmetric(a, b, c, d):
    first, second = Interval(a, b), Interval(c, d)
    assert first.meet(second) == second.meet(first)
    if not first.is_empty:
        assert first.meet(first) == first
        assert not first.is_below(first)


@given(st.fractions(1, 99), st.fractions(1, 99), st.fractions(0, 1), st.fractions(0, 1))
def test_arithmetic_holds_every_point(a, b, u, v):
    x, y = Interval(a, a + 3), Interval(b, b + 5)
    p, q = a + 3 * u, b + 5 * v
    assert (x + y).holds(p + q)
    assert (x - y).holds(p - q)
    assert x.times(y).holds(p * q)
    assert x.over(y).holds(p / q)
