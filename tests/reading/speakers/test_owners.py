"""Whose "its ministry" is: told in the sentence before. The sentences are invented."""

import pytest

from sayso.model import Document
from sayso.reading.reader import read_document

SIDES = [("Chad", "Sudan"), ("Sudan", "Chad")]


def speakers(text):
    """Give the names of those who are said to say something."""
    return [said.name for said in read_document(Document(text)).attributions]


@pytest.mark.parametrize(("one", "other"), SIDES)
@pytest.mark.parametrize("body", ["defence ministry", "General Staff", "air force"])
def test_its_body_is_the_party_told_of_first(one, other, body):
    text = f"{one} struck {other} on Monday. Its {body} said 40 soldiers died."
    assert speakers(text) == [f"{one}'s {body}"]


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_a_party_in_the_sentence_goes_before(one, other):
    text = f"{one} struck on Monday. {other} lost 40 men, its ministry said."
    assert speakers(text) == [f"{other}'s ministry"]


@pytest.mark.parametrize(("one", "other"), SIDES)
@pytest.mark.parametrize(
    ("begin", "source"),
    [
        ("{one} struck {other} on Monday. ", "Its spokesman"),
        ("Olmar was struck by {one} on Monday. ", "Its mayor's office"),
        ("{one} struck {other} on Monday. ", "Its people"),
        ("{one} struck {other} on Monday.\n\n", "Its ministry"),
        ("{one} struck {other} on Monday. ", "His ministry"),
    ],
    ids=["person", "office", "no body", "paragraph", "person's"],
)
def test_what_leaves_a_doubt_keeps_its_words(one, other, begin, source):
    text = begin.format(one=one, other=other) + f"{source} said 40 soldiers died."
    assert speakers(text) == [source]
