"""Fingerprints of runs of four words, for finding text that two documents share.

A gram is four neighbouring words whatever their order, so that one word moved or
replaced loses few of them; hashing is by arrays, not word by word, because a day's
feed holds millions. Hashes are the same on every machine and are stored.

It knows no language and no stop words: the rarity of a gram speaks for itself.

Source: winnowing is Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for
document fingerprinting", SIGMOD 2003; the unordered gram is our own choice (measured
in docs/linking.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.uint32]

WORDS_IN_GRAM = 4
"""Three find more by chance, five lose what was reworded (CHOICES, measured)."""
SLICE = 1 << 20
"""Characters hashed at once, so that a 50 MB document needs no gigabyte."""

_ODD = np.uint64(0x9E3779B97F4A7C15)
"""2^64 over the golden ratio, odd: the usual multiplier of Fibonacci hashing."""
_LONGEST = 64
"""Character positions in a word that have their own multiplier."""
_PLANE = 1 << 16
"""Characters beyond the basic plane (emoji) separate words."""


@dataclass(frozen=True, slots=True)
class Grams:
    """All grams of one text in the order of the text."""

    hashes: Hashes
    starts: Offsets
    """Offset of each word's first character; three more than there are grams."""
    ends: Offsets
    """Offset after each word's last character."""
    order: NDArray[np.intp]
    """Positions of the grams, by ascending hash."""
    ranked: Hashes
    """`hashes[order]`."""

    @property
    def words(self) -> int:
        """Number of words in the text."""
        return len(self.starts)


def find_grams(text: str) -> Grams:
    """Give the grams of a text; a text under four words has none."""
    parts = tuple(_hash_words(text[start:end], start) for start, end in _slices(text))
    hashes, starts, ends = (
        (np.concatenate(column) for column in zip(*parts, strict=True))
        if parts
        else (np.zeros(0, np.uint64), np.zeros(0, np.uint32), np.zeros(0, np.uint32))
    )
    grams = _join(hashes)
    order = np.argsort(grams, kind="stable")
    return Grams(grams, starts, ends, order, grams[order])


def _join(words: Hashes) -> Hashes:
    """Give the hash of every four neighbouring words, whatever their order."""
    if len(words) < WORDS_IN_GRAM:
        return np.zeros(0, np.uint64)
    window = np.sort(sliding_window_view(words, WORDS_IN_GRAM), axis=1)
    grams = np.zeros(len(window), np.uint64)
    for column in window.T:
        grams = grams * _ODD + column
    return _mix(grams)


def winnow(grams: Grams, window: int) -> Hashes:
    """Give the fingerprints to keep of a text, each once, in ascending order.

    Args:
        grams: All grams of the text.
        window: The least hash of every so many neighbouring grams is kept, so any
            run of `window` + 3 shared words leaves a fingerprint; 1 keeps all.
    """
    if window == 1 or len(grams.hashes) < window:
        return np.unique(grams.ranked)
    return np.unique(sliding_window_view(grams.hashes, window).min(axis=1))


def _slices(text: str) -> Iterator[tuple[int, int]]:
    """Give stretches of about `SLICE` characters that end between words."""
    start = 0
    while start < len(text):
        end = min(start + SLICE, len(text))
        if end < len(text):
            blank = text.rfind(" ", start, end)
            end = blank if blank > start else end
        yield start, end
        start = end


def _hash_words(text: str, base: int) -> tuple[Hashes, Offsets, Offsets]:
    """Give hash, start and end of every word, offsets counted from `base`."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals lower to two characters
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    codes = np.frombuffer(lowered.encode("utf-32-le", "surrogatepass"), np.uint32)
    inside = _word_table()[np.minimum(codes, _PLANE)]
    edges = np.diff(inside.astype(np.int8), prepend=0, append=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        empty = np.zeros(0, np.uint32)
        return np.zeros(0, np.uint64), empty, empty
    lengths = ends - starts
    first = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    letters = codes[inside].astype(np.uint64)
    position = np.arange(len(letters)) - np.repeat(first, lengths)
    sums = np.add.reduceat(letters * _powers()[position % _LONGEST], first)
    return (
        _mix(sums),
        (starts + base).astype(np.uint32),
        (ends + base).astype(np.uint32),
    )


def _mix(hashes: Hashes) -> Hashes:
    """Spread the bits, so that the least hash of a window is as good as random.

    Source: finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
    """
    mixed = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


@cache
def _word_table() -> NDArray[np.bool_]:
    """Give True at every code of a letter or digit; the last row is all the rest."""
    table = np.zeros(_PLANE + 1, np.bool_)
    table[:_PLANE] = [chr(code).isalnum() for code in range(_PLANE)]
    return table


@cache
def _powers() -> Hashes:
    """Give the multiplier of each position in a word."""
    odd = int(_ODD)
    return np.array([pow(odd, n + 1, 1 << 64) for n in range(_LONGEST)], np.uint64)
