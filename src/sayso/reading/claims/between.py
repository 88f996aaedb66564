"""What stands between a candidate and a word: other figures, marks, breaks of lines.

In a list each figure has words of its own ("eight in the north; five in the south"):
what another figure or a semicolon parts from it most often belongs to another claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int32]

MARKS = frozenset(",;:()[]—–")
"""Marks that part what belongs together from what does not, as words of their own."""
STRONG = frozenset(";")
"""Those that end an item of a list."""
BETWEEN_SIGNS = 3
"""No other figure is between; no mark; no mark of `STRONG` and no break of a line."""


@dataclass(frozen=True, slots=True)
class Between:
    """Running counts over a document's words: how many stand before each of them."""

    figures: Counts
    """Figures that begin; one longer than the words, as are the next two."""
    marks: Counts
    strong: Counts
    breaks: Counts
    """Words up to this one, itself included, before which a line breaks."""

    @classmethod
    def of(
        cls, words: Sequence[str], breaks: NDArray[np.generic], figures: Iterable[int]
    ) -> Between:
        """Give the counts of a document.

        Args:
            words: Its words.
            breaks: More than 0 where a line breaks before a word.
            figures: First word of each figure, in any order.
        """
        begins = np.zeros(len(words), bool)
        begins[list(figures)] = True
        return cls(
            _before(begins),
            _before(np.array([word in MARKS for word in words], bool)),
            _before(np.array([word in STRONG for word in words], bool)),
            np.cumsum(np.asarray(breaks) > 0, dtype=np.int32),
        )

    def signs(
        self, words: NDArray[np.int64], first: int, last: int
    ) -> NDArray[np.bool_]:
        """Give what is not between words and a candidate.

        Args:
            words: Numbers of the words asked about.
            first: The candidate's first word.
            last: The word behind it.

        Returns:
            One row a word, `BETWEEN_SIGNS` wide.
        """
        low = np.where(words < first, words + 1, np.minimum(last, words))
        high = np.where(words < first, first, np.maximum(words, low))
        inside = (words >= first) & (words < last)
        lines = self.breaks[np.where(words < first, first, words)]
        lines = lines != self.breaks[np.where(words < first, words, last - 1)]
        counts = (self.figures, self.marks, self.strong)
        found = np.stack([count[high] == count[low] for count in counts], -1)
        found[:, 1:] &= ~lines[:, None]
        found[inside] = True
        return found


def _before(flags: NDArray[np.bool_]) -> Counts:
    counts = np.zeros(len(flags) + 1, np.int32)
    np.cumsum(flags, out=counts[1:])
    return counts
