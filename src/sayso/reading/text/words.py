"""Words of a text with their offsets, and the word pieces the encoder knows them by.

Written by us because the usual package for word pieces brings a network client with
it, and because a cache by word makes plain Python fast enough (a text repeats its
words). The pieces are those of BERT's uncased vocabulary: lower case, accents off,
longest match first (Wu et al. 2016; Devlin et al. 2019).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")
"""A run of word characters with their combining marks, or one other character."""

PAD, UNKNOWN, CLASSIFY, SEPARATE = 0, 100, 101, 102
"""Ids of the vocabulary's own marks."""

MAX_WORD = 100
"""Longer words are unknown, as in BERT; keeps the search for pieces short."""

MAX_PIECES = 16
"""Pieces kept of one word: a key or a link must not fill a window."""

WORD_CACHE = 100_000
"""Words whose pieces are remembered; about 20 MB when full."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of one text in order, as parallel arrays."""

    text: str
    starts: NDArray[np.int32]
    """Offset of each word's first character."""
    ends: NDArray[np.int32]
    """Offset after each word's last character."""
    words: list[str]

    def __len__(self) -> int:
        return len(self.words)


def split_words(text: str) -> Tokens:
    """Give the words and punctuation marks of a text, white space left out."""
    words: list[str] = []
    starts: list[int] = []
    for match in WORD.finditer(text):
        words.append(match.group())
        starts.append(match.start())
    first = np.array(starts, np.int32)
    lengths = np.array([len(word) for word in words], np.int32)
    return Tokens(text, first, first + lengths, words)


class Pieces:
    """Looks up the word pieces of words, remembering those it has seen."""

    __slots__ = ("_index", "of")

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
