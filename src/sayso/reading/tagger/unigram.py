"""Word pieces of the encoder that reads languages other than English.

Its vocabulary lists pieces with the logarithm of their chance; a word is cut where the
product is largest (unigram language model: Kudo 2018). Written by us for the reason
given in `pieces`: one short search, remembered by word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from sayso.reading.tagger.pieces import MAX_PIECES, MAX_WORD, WORD_CACHE

START = "▁"
"""Stands before a piece that begins a word."""
UNKNOWN = 3
FAR = -1e9
PENALTY = 10.0
"""How much less likely a letter that no piece lists is than the rarest piece."""


class UnigramPieces:
    """Looks up the word pieces of words, remembering those it has seen."""

    __slots__ = ("_chances", "_longest", "_numbers", "_unknown", "of")

    opening = 0
    """Id of the mark a window begins with."""
    closing = 2
    """Id of the mark it ends with."""

    def __init__(self, vocabulary: Sequence[tuple[str, float]]) -> None:
        """Keep the pieces with the logarithms of their chances, in their order."""
        self._numbers = {piece: number for number, (piece, _) in enumerate(vocabulary)}
        self._chances = dict(vocabulary)
        self._longest = max(map(len, self._numbers))
        self._unknown = min(self._chances.values()) - PENALTY
        self.of = lru_cache(WORD_CACHE)(self._find)

    def _find(self, word: str) -> tuple[int, ...]:
        plain = unicodedata.normalize("NFKC", word[:MAX_WORD])
        if any(map(str.isalnum, plain)):
            plain = START + plain
        size = len(plain)
        best, back = [0.0] + [FAR] * size, [0] * (size + 1)
        for begin in range(size):
            for end in range(begin + 1, min(size, begin + self._longest) + 1):
                chance = self._chances.get(plain[begin:end])
                if chance is None:
                    if end > begin + 1:
                        continue
                    chance = self._unknown
                if best[begin] + chance > best[end]:
                    best[end], back[end] = best[begin] + chance, begin
        found: list[int] = []
        while size:
            found.append(self._numbers.get(plain[back[size] : size], UNKNOWN))
            size = back[size]
        return tuple(reversed(found))[:MAX_PIECES] or (UNKNOWN,)
