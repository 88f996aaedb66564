"""Where things stand among a document's words."""

import pytest

from sayso.model import Span
from sayso.reading.claims.standing import STEPS, Ground, stand_of
from sayso.reading.tagger.encoder import tag_text
from sayso.reading.text.sentences import SentenceIndex
from sayso.vocabulary.languages import ENGLISH

TEXT = "Shelling killed 12 people. “It rained,” he said.\n\nThey left."


@pytest.fixture(scope="module")
def ground():
    return Ground.of(tag_text(TEXT, ENGLISH), SentenceIndex.of(TEXT, ENGLISH))


def words(ground, text):
    """Give the words that share a character with a stretch of the text."""
    start = TEXT.index(text)
    first, last = ground.range_of(Span(start, start + len(text), text))
    return ground.tagging.tokens.words[first:last]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people", ["12", "people"]),
        ("illed 12", ["killed", "12"]),
        ("”", ["”"]),
        ("“", ["“"]),
        (",”", [",", "”"]),
    ],
)
def test_range_holds_words_that_share_a_character(ground, text, expected):
    assert words(ground, text) == expected


def test_range_of_nothing_is_the_nearest_word(ground):
    end = len(TEXT)
    assert ground.range_of(Span(end, end, "")) == (len(ground) - 1, len(ground))


def test_a_range_gives_its_span_back(ground):
    start = TEXT.index("12 people")
    span = Span(start, start + 9, "12 people")
    assert ground.span_of(*ground.range_of(span)) == span


def test_words_know_their_sentence_and_paragraph(ground):
    at = ground.tagging.tokens.words.index
    assert ground.sentences[at("people")] == 0
    assert ground.sentences[at("rained")] == 1
    assert ground.paragraphs[at("left")] == 2


def test_a_figure_hangs_on_its_noun_and_the_way_leads_to_the_root(ground):
    start = TEXT.index("12 people")
    stand = stand_of(ground, Span(start, start + 9, "12 people"))
    named = ground.tagging.tokens.words
    assert named[stand.anchor] == "people"
    assert [named[word] for word in stand.path] == ["killed"]
    assert len(stand.path) <= STEPS
