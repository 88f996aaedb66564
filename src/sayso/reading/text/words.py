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
    spans = [match.span() for match in WORD.finditer(text)]
    offsets = np.array(spans, np.int32).reshape(-1, 2)
    starts, ends = np.ascontiguousarray(offsets.T)
    return Tokens(text, starts, ends, [text[first:last] for first, last in spans])
