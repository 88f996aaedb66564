"""The word pieces by which the encoder knows words.

Written by us because the usual package for word pieces brings a network client with
it, and because a cache by word makes plain Python fast enough (a text repeats its
words). The pieces are those of BERT's uncased vocabulary: lower case, accents off,
longest match first (Wu et al. 2016; Devlin et al. 2019).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

PAD, UNKNOWN, CLASSIFY, SEPARATE = 0, 100, 101, 102
"""Ids of the vocabulary's own marks."""

MAX_WORD = 100
"""Longer words are unknown, as in BERT; keeps the search for pieces short."""

MAX_PIECES = 16
"""Pieces kept of one word: a key or a link must not fill a window."""

WORD_CACHE = 100_000
"""Words whose pieces are remembered; about 20 MB when full."""


class Pieces:
    """Looks up the word pieces of words, remembering those it has seen."""

    __slots__ = ("_index", "of")

    opening = CLASSIFY
    """Id of the mark a window begins with."""
    closing = SEPARATE
    """Id of the mark it ends with."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._index = {piece: number for number, piece in enumerate(vocabulary)}
        self.of = lru_cache(WORD_CACHE)(self._find)

    def _find(self, word: str) -> tuple[int, ...]:
        plain = _plain(word)
        if len(plain) > MAX_WORD:
            return (UNKNOWN,)
        found: list[int] = []
        for part in plain.split("_"):
            found += self._match(part)
        return tuple(found[:MAX_PIECES]) or (UNKNOWN,)

    def _match(self, word: str) -> list[int]:
        """Cut a word into the longest pieces from the left; unknown if any is."""
        found: list[int] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._index.get(prefix + word[start:end])
                if number is not None:
                    break
            else:
                return [UNKNOWN]
            found.append(number)
            start = end
        return found


def _plain(word: str) -> str:
    """Lower case without accents, as the vocabulary was made."""
    word = word.lower()
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word)
    return "".join(c for c in marks if unicodedata.category(c) != "Mn")
