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

    __slots__ = ("_longest", "_pieces", "_unknown", "of")

    opening = 0
    """Id of the mark a window begins with."""
    closing = 2
    """Id of the mark it ends with."""

    def __init__(self, vocabulary: Sequence[tuple[str, float]]) -> None:
        """Keep the pieces with the logarithms of their chances, in their order."""
        self._pieces = {
            piece: (number, chance) for number, (piece, chance) in enumerate(vocabulary)
        }
        rarest = min(chance for _, chance in self._pieces.values())
        self._unknown = UNKNOWN, rarest - PENALTY
        self._longest: dict[str, int] = {}
        for piece, _ in vocabulary:
            size = len(piece)
            if size > self._longest.get(piece[:2], 0):
                self._longest[piece[:2]] = size
        self.of = lru_cache(WORD_CACHE)(self._find)

    def _find(self, word: str) -> tuple[int, ...]:
        plain = unicodedata.normalize("NFKC", word[:MAX_WORD])
        if any(map(str.isalnum, plain)):
            plain = START + plain
        size = len(plain)
        pieces, last = self._pieces, size
        best, back = [0.0] + [FAR] * size, [(0, UNKNOWN)] * (size + 1)
        for begin in range(size):
            longest = self._longest.get(plain[begin : begin + 2], 1)
            for end in range(begin + 1, min(size, begin + longest) + 1):
                piece = pieces.get(plain[begin:end])
                if piece is None:
                    if end > begin + 1:
                        continue
                    piece = self._unknown
                chance = best[begin] + piece[1]
                if chance > best[end]:
                    best[end], back[end] = chance, (begin, piece[0])
        found: list[int] = []
        while last:
            last, number = back[last]
            found.append(number)
        return tuple(reversed(found))[:MAX_PIECES] or (UNKNOWN,)
