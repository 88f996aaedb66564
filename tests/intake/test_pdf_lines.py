"""Printed lines as running text, each character's place known."""

import pytest

import made_files
from sayso.intake.pdf_lines import BETWEEN, mend
from sayso.model import original_offset

LONG = "The ministry in Tarn said that over"
MENDED = {
    "a paragraph": (f"{LONG}\nforty were killed.", f"{LONG} forty were killed."),
    "a figure": (f"{LONG} 67,\n000 were killed.", f"{LONG} 67,000 were killed."),
    "a range": (f"{LONG} 12-\n15 were killed.", f"{LONG} 12-15 were killed."),
    "a word": (f"{LONG} forty sol-\ndiers.", f"{LONG} forty soldiers."),
    "ligatures": ("Ofﬁcers ﬂed.", "Officers fled."),
    "a heading": ("Losses\n\nThe ministry said.", "Losses\n\nThe ministry said."),
    "a short last line": (
        f"{LONG} forty were killed there.\nTwelve fled.\nThe rest of them stayed.",
        f"{LONG} forty were killed there. Twelve fled.\nThe rest of them stayed.",
    ),
    "a list": (f"{LONG} forty:\n• one\n• two", f"{LONG} forty:\n• one\n• two"),
}


@pytest.mark.parametrize(("given", "text"), MENDED.values(), ids=MENDED)
def test_lines_of_a_paragraph_are_joined(given, text):
    assert mend([given]).text == text


def test_heads_feet_and_page_numbers_are_left_out_and_counted():
    pages = [
        f"Daily bulletin No. {n}\nOn day {word} all was quiet.\nArmy press office\n{n}"
        for n, word in enumerate(("one", "two", "three", "four"), 1)
    ]
    mended = mend(pages)
    assert "bulletin" not in mended.text
    assert "press office" not in mended.text
    assert mended.left_out == 12
    assert len(mended.starts) == 4


def test_lines_of_two_pages_only_are_no_heads():
    assert "Bulletin" in mend(["Bulletin\nOne.", "Bulletin\nTwo."]).text


def test_pages_that_say_the_same_keep_their_words():
    assert mend(["Twelve were killed."] * 4).left_out == 0


def test_each_character_is_found_where_the_file_gives_it():
    pages = [f"{LONG} forty ofﬁ-\ncers ﬂed from\nOlmar.", "Nothing more\nwas said."]
    mended = mend(pages)
    whole = BETWEEN.join(pages)
    for at, letter in enumerate(mended.text):
        there = whole[original_offset(mended.stretches, at)]
        assert there == letter or there in "\nﬁﬂ-"


def test_pages_begin_at_their_words():
    mended = mend(["One is here.\n1", "Two is here.\n2"])
    first, second = mended.starts
    assert mended.text[first:].startswith("One")
    assert mended.text[second:].lstrip().startswith("Two")


def test_a_made_file_keeps_its_words():
    from sayso.intake.pdf import read_pages

    assert read_pages(made_files.pdf("One.", "Two."), "a").text == "One.\n\nTwo."
