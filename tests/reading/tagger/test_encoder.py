"""The tagger on texts as they come: odd, empty, long, in capitals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import VocabularyError
from sayso.reading.tagger import encoder
from sayso.reading.tagger.encoder import load_encoder, tag_text
from sayso.reading.tagger.shapes import cut_windows, find_layout, withholds_case
from sayso.reading.text.quotes import CLOSES, INSIDE, OPENS
from sayso.reading.text.words import split_words
from sayso.vocabulary.languages import ENGLISH

REPORT = (
    "Heavy fighting in Norvale\n\n"
    "The defence ministry of Ostrava said on Monday that its troops had taken two"
    ' villages. "We hold the bridge," said Colonel Ana Petrik.\n\n'
    "According to the Harbour Monitor, 14 people were wounded."
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "Said",
        '"',
        "🚀🚀",
        "e\u0301tat \u0301",
        "_",
        "\u200b\ufeff",
        "a" * 5000,
    ],
    ids=["empty", "space", "word", "mark", "emoji", "marks", "line", "zero", "long"],
)
def test_odd_text_is_tagged(text: str) -> None:
    tagging = tag_text(text, ENGLISH)
    assert len(tagging.roles) == len(tagging.tokens) == len(tagging.heads)


def test_words_carry_code_point_offsets() -> None:
    text = "🚀 e\u0301tat “went” on"
    tokens = split_words(text)
    cut = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert cut == tokens.words == ["🚀", "e\u0301tat", "“", "went", "”", "on"]


def test_same_text_gives_same_arrays_whatever_was_read_before() -> None:
    first = tag_text(REPORT, ENGLISH)
    tag_text("Something else entirely, said nobody. " * 40, ENGLISH)
    second = tag_text(REPORT, ENGLISH)
    assert np.array_equal(first.roles, second.roles)
    assert np.array_equal(first.vectors, second.vectors)
    assert first.spans == second.spans


def test_spans_stay_inside_their_paragraph() -> None:
    tagging = tag_text(REPORT, ENGLISH)
    bounds = np.flatnonzero(tagging.layout.paragraphs)
    for span in tagging.spans:
        assert not any(span.first < b < span.last for b in bounds)


def test_heads_stay_inside_their_sentence() -> None:
    tagging = tag_text(REPORT, ENGLISH)
    sentence = np.cumsum(tagging.layout.sentences)
    assert (sentence[tagging.heads] == sentence).all()


def test_long_text_is_read_in_blocks() -> None:
    tagging = tag_text((REPORT + "\n\n") * 120, ENGLISH)
    firsts = [span.first for span in tagging.spans]
    assert firsts == sorted(set(firsts))
    assert all(span.first < span.last for span in tagging.spans)
    assert len(tagging.vectors) == len(tagging.spans) > 240


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_tagged(text: str) -> None:
    tagging = tag_text(text, ENGLISH)
    assert len(tagging.entities) == len(tagging.tokens)


@given(st.lists(st.integers(1, 60), max_size=80), st.data())
def test_windows_cover_all_words_once(sizes: list[int], data: st.DataObject) -> None:
    flags = data.draw(st.lists(st.booleans(), min_size=len(sizes), max_size=len(sizes)))
    windows = cut_windows(sizes, np.array(flags, bool), room=60)
    covered = [i for first, last in windows for i in range(first, last)]
    assert covered == list(range(len(sizes)))
    assert all(sum(sizes[a:b]) <= 60 for a, b in windows)


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("TROOPS TAKE TOWN, MINISTRY SAYS", True),
        ("Troops take town", False),
        ("", False),
    ],
)
def test_case_is_withheld_in_capitals(text: str, withheld: bool) -> None:
    assert withholds_case(text) is withheld


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "we go" now', "we go"),
        ("He said “we go” now", "we go"),
        ("He said «we go» now", "we go"),
        ("He said ‘we will go.’ Then left", "we will go ."),
        ("The soldiers’ post and the town’s mill", ""),
        ('He said "we go\n\nNext day', "we go"),
        ('He said “we go" now', "we go"),
    ],
    ids=["straight", "curly", "angle", "single", "apostrophe", "unclosed", "mixed"],
)
def test_quoted_words(text: str, inside: str) -> None:
    layout = find_layout(split_words(text), ENGLISH)
    words = [
        w
        for w, q in zip(layout.tokens.words, layout.quotes, strict=True)
        if q == INSIDE
    ]
    assert " ".join(words) == inside


def test_one_odd_mark_costs_one_paragraph() -> None:
    text = 'It was 5" long.\n\nHe said "we go" now'
    layout = find_layout(split_words(text), ENGLISH)
    states = list(layout.quotes[-6:])
    assert states == [0, OPENS, INSIDE, INSIDE, CLOSES, 0]


def test_changed_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    read = encoder.read_weights
    monkeypatch.setattr(
        encoder,
        "read_weights",
        lambda folder, name: (
            read(folder, name) + (b" " if name == "vocabulary.txt" else b"")
        ),
    )
    load_encoder.cache_clear()
    with pytest.raises(VocabularyError, match=r"vocabulary\.txt.*expected"):
        load_encoder()
    load_encoder.cache_clear()
