"""Words of a text with their offsets, in any script."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")
"""A run of word characters with their combining marks, or one other character."""


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
