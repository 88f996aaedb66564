"""Which words stand inside quotation marks. Texts are ours."""

import pytest

from sayso.reading.tagger.shapes import line_breaks
from sayso.reading.text.quotes import CLOSES, INSIDE, OPENS, quote_states
from sayso.reading.text.words import split_words


def states(text):
    """Give (word, state) of each word."""
    tokens = split_words(text)
    found = quote_states(tokens, line_breaks(tokens))
    return list(zip(tokens.words, found.tolist(), strict=True))


def inside(text):
    return " ".join(word for word, state in states(text) if state == INSIDE)


CASES = {
    "curly": ("He said “we hold” today.", "we hold"),
    "straight": ('He said "we hold" today.', "we hold"),
    "low and high": ("He said „we hold“ today.", "we hold"),
    "guillemets": ("He said «we hold» today.", "we hold"),
    "single behind a stop": ("He said ‘we hold.’ They left.", "we hold ."),
    "an apostrophe": ("The soldiers' camp stood in the mayor's field.", ""),
    "a closing mark alone": ("We hold the mill” today.", ""),
    "never closed": ("He said “we hold\nThey left.", "we hold"),
    "over paragraphs": ("“We hold.\n“We go on.” They left.", "We hold . We go on ."),
    "opened twice": ('"We hold. "We go on." They left.', "We hold . We go on ."),
}


@pytest.mark.parametrize(("text", "words"), CASES.values(), ids=CASES)
def test_words_inside_marks(text, words):
    assert inside(text) == words


def test_a_mark_that_begins_a_paragraph_closes_nothing_of_the_one_before():
    assert ("”", CLOSES) not in states("“We hold\n” they left")


def test_marks_are_told_from_what_they_hold():
    found = states("“We hold”")
    assert (found[0], found[-1]) == (("“", OPENS), ("”", CLOSES))
