"""Word pieces by their chances."""

import pytest

from sayso.reading.tagger.unigram import UNKNOWN, UnigramPieces

PIECES = UnigramPieces(
    [
        ("<s>", 0.0),
        ("<pad>", 0.0),
        ("</s>", 0.0),
        ("<unk>", 0.0),
        ("▁", -3.0),
        ("▁та", -2.0),
        ("нк", -2.5),
        ("▁танк", -4.0),
        ("и", -3.0),
        (".", -1.0),
    ]
)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [("танки", (7, 8)), ("та", (5,)), (".", (9,)), ("танкж", (7, UNKNOWN)), ("", (3,))],
)
def test_a_word_is_cut_where_it_is_likeliest(word, pieces):
    assert PIECES.of(word) == pieces
