"""What stands between a candidate and a word."""

import numpy as np
import pytest

from sayso.reading.claims.between import Between

WORDS = "Eight hit the north , five more the south ; two fell at sea and one".split()
FIGURES = [WORDS.index(word) for word in ("Eight", "five", "two", "one")]


def told(word, of, *, breaks=()):
    """Give the signs of a word beside the figure that begins with another."""
    lines = np.isin(np.arange(len(WORDS)), breaks)
    between = Between.of(WORDS, lines, FIGURES)
    first, at = WORDS.index(of), WORDS.index(word)
    rows = between.signs(np.arange(len(WORDS)), first, first + 1)
    part = between.signs(np.array([at]), first, first + 1)
    assert part.tolist() == [rows[at].tolist()]
    return rows[at].astype(int).tolist()


@pytest.mark.parametrize(
    ("word", "of", "expected"),
    [
        ("north", "Eight", [1, 1, 1]),
        ("north", "five", [1, 0, 1]),
        ("south", "five", [1, 1, 1]),
        ("south", "Eight", [0, 0, 1]),
        ("south", "two", [1, 0, 0]),
        ("sea", "two", [1, 1, 1]),
        ("sea", "one", [1, 1, 1]),
        ("sea", "five", [0, 0, 0]),
        ("one", "one", [1, 1, 1]),
        ("two", "five", [1, 0, 0]),
    ],
)
def test_figures_and_marks_between(word, of, expected):
    assert told(word, of) == expected


def test_break_of_a_line_is_a_strong_mark():
    at = WORDS.index("five")
    assert told("north", "five", breaks=[at]) == [1, 0, 0]
    assert told("south", "five", breaks=[at]) == [1, 1, 1]
    assert told("sea", "one", breaks=[WORDS.index("one")]) == [1, 0, 0]
    assert told("north", "Eight", breaks=[at]) == [1, 1, 1]


def test_text_without_words_or_figures():
    between = Between.of([], np.zeros(0), [])
    assert between.signs(np.arange(0), 0, 0).shape == (0, 3)
