"""Look-alike letters made one at their old offsets."""

import pytest

from sayso.reading.text.folded import fold_text
from sayso.reading.text.letters import fold_letters


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("yкpaїнцiв", "українців"),
        ("Шахед and HIMARS", "шахед and himars"),
        ("Пʼять п’ять", "п'ять п'ять"),
        ("Ещё\u00a05", "еще 5"),
    ],
)
def test_letters_fold_and_keep_their_place(text, folded):
    assert fold_letters(text) == folded


def test_a_letter_that_grows_in_lower_case_keeps_the_length():
    assert len(fold_letters("İзмір")) == len("İзмір")


def test_words_keep_their_offsets():
    text = "Около 1 100 кв. км, п’ять сёл."
    line = fold_text(text)
    words = [text[s:e] for s, e in zip(line.starts, line.ends, strict=True) if e > s]
    assert words[:3] == ["Около", "1 100", "кв"]
    assert "п’ять" in words
