"""Columns of a printed page: read one behind the other, whatever the file's order."""

import pytest

import made_files
from sayso.intake.pdf import read_pages
from sayso.intake.pdf_columns import in_columns
from sayso.model import Document

LEFT = (
    "The army of Tarn said on Monday that",
    "forty soldiers of the other side had",
    "been killed in three days near Olmar.",
    "The governor said nothing about it,",
    "and twelve houses burned in the town.",
)
RIGHT = (
    "In the south the navy reported that",
    "it had shot down 22 drones by night.",
    "Its ministry said that 17 had fallen",
    "into the sea. A monitor counted 300",
    "people who had fled in one week.",
)
HEAD = "Bulletin of the week that ended on Sunday, which runs over the whole width"
LEFT_AT, RIGHT_AT, TOP, STEP = 72, 320, 700, 12


def lines(words, x, *, shift=0):
    return [(x, TOP - STEP * n - shift, line) for n, line in enumerate(words)]


def across(*columns):
    """The rows of columns as a file draws them that goes over the page line by line."""
    return [one for row in zip(*columns, strict=False) for one in row]


BY_ROWS = across(lines(LEFT, LEFT_AT), lines(RIGHT, RIGHT_AT))
DRAWN = {
    "line by line": BY_ROWS,
    "one behind the other": lines(LEFT, LEFT_AT) + lines(RIGHT, RIGHT_AT),
    "lines half a step apart": across(
        lines(LEFT, LEFT_AT), lines(RIGHT, RIGHT_AT, shift=5)
    ),
    "under a head": [(LEFT_AT, 740, HEAD), *BY_ROWS],
}


def read(placed) -> Document:
    document = read_pages(made_files.placed_pdf(placed), "a.pdf")
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("placed", DRAWN.values(), ids=DRAWN)
def test_columns_are_read_one_behind_the_other(placed):
    text = read(placed).text
    at = [text.index(line) for line in (*LEFT, *RIGHT)]
    assert at == sorted(at)
    assert "said on Monday that forty soldiers" in text


def test_a_page_that_was_put_in_order_says_so():
    steps = " ".join(step.what for step in read(BY_ROWS).custody)
    assert "columns of 1 put in order" in steps


def test_a_column_may_be_shorter_than_the_other():
    placed = BY_ROWS[:9]
    text = read(placed).text
    assert text.index(LEFT[4]) < text.index(RIGHT[0])


def test_a_table_keeps_its_rows():
    cells = [
        (x, TOP - STEP * n, words)
        for n in range(8)
        for x, words in (
            (LEFT_AT, f"Week {n}"),
            (200, f"{n} tanks"),
            (RIGHT_AT, f"{n}0 guns"),
        )
    ]
    assert "Week 3 3 tanks 30 guns" in read(cells).text


@pytest.mark.parametrize("laid_out", ["", "\n\n", "one line", "a    b    c    d    e"])
def test_what_has_no_columns_is_left_alone(laid_out):
    assert in_columns("words", laid_out) is None
