"""Quotations: found in a draft, aligned with the words of a held text."""

import pytest

from sayso.linking.quoted import align, find_quotations, runs_of, split_words

TEXT = (
    "The bridge is closed. He told us that the road to the north stays open for carts "
    "and that nobody will be turned back. The market opens at noon."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "the road stays open today".', ["the road stays open today"]),
        ("He said “the road stays open today”.", ["the road stays open today"]),
        ("Он сказал: «дорога на север открыта».", ["дорога на север открыта"]),
        ('The "Hill Front" said no.', []),
        ('One odd " mark and no more.', []),
    ],
)
def test_quotations_are_found_by_their_marks(text, found):
    assert [span.text for span in find_quotations(text)] == found


@pytest.mark.parametrize(
    ("quotation", "changes"),
    [
        ("the road to the north stays open for carts", ()),
        ("The road to the north stays open, for carts", ()),
        ("the road to the south stays open for carts", (("north", "south"),)),
        ("the road to the north … nobody will be turned back", ()),
        ("the road [to the north] stays open for carts", (("to the north", ""),)),
    ],
    ids=["exact", "marks", "a word", "cut", "put in"],
)
def test_a_quotation_is_aligned(quotation, changes):
    found = align(quotation, TEXT)
    assert found is not None
    if "put in" not in quotation and "[" not in quotation:
        assert found.changes == changes
    assert found.span.text == TEXT[found.span.start : found.span.end]


def test_another_sentence_is_not_aligned():
    assert align("we shall never leave these hills to anyone", TEXT) is None


def test_runs_come_from_middle_start_and_end():
    assert runs_of(tuple("abcdefg"), 3) == (
        ("c", "d", "e"),
        ("a", "b", "c"),
        ("e", "f", "g"),
    )
    assert runs_of(("a",), 3) == (("a",),)


def test_words_keep_their_places():
    found = split_words("It’s a “well-known” road")
    assert found.words == ("it's", "a", "well-known", "road")
    assert found.spans[2] == (8, 18)
