"""Which texts hold a fingerprint: sorted arrays that are merged as they grow.

Segments double in size like the digits of a binary counter, so each posting is moved
a logarithmic number of times.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.linking.grams import Hashes

Numbers = NDArray[np.int64]
Segment = tuple[Hashes, Numbers]
"""Fingerprints in ascending order, and beside each the number of its text."""

MOST_PARTNERS = 20
"""Earlier texts that one fingerprint may point to: the earliest. More would make a
stock phrase cost the square of its use; a wire story is still found in its first
copies."""
RARE_WEIGHT = 4
STOCK_WEIGHT = 1
"""A fingerprint that many texts hold counts a quarter towards a pair, as it does in a
passage (`diagonals`): else every text would be aligned with the first ones that hold
the commonest phrases."""


@dataclass(frozen=True, slots=True)
class Met:
    """What newly entered texts share with earlier ones and each other."""

    pairs: tuple[tuple[int, int], ...]
    """Numbers (earlier, later), sorted by the later, then the earlier."""
    stock: tuple[Hashes, ...]
    """For each new text its fingerprints that `MOST_PARTNERS` or more texts hold,
    ascending: stock phrases, or a story that went round."""


class Postings:
    """Fingerprint -> numbers of the texts that hold it."""

    def __init__(self) -> None:
        self._segments: list[Segment] = []

    def add(self, prints: Sequence[Hashes], first: int, least: int) -> Met:
        """Enter texts and give what they share.

        Args:
            prints: Fingerprints of each text, each once.
            first: Number of the first of them; the others follow.
            least: Fingerprints a pair must share.
        """
        if not prints:
            return Met((), ())
        hashes = np.concatenate(prints)
        last = first + len(prints)
        numbers = np.repeat(np.arange(first, last), [len(p) for p in prints])
        order = np.argsort(hashes, kind="stable")
        new = hashes[order], numbers[order]
        segments = (*self._segments, new)
        looked_up = [_look_up(segment, new) for segment in segments]
        held = sum(counts for _, counts in looked_up) >= MOST_PARTNERS
        weights = np.where(held, STOCK_WEIGHT, RARE_WEIGHT)
        met = [
            _meet(segment, new, places, weights)
            for segment, places in zip(segments, looked_up, strict=True)
        ]
        self._append(new)
        stock = _by_text(new[0][held], new[1][held] - first, len(prints))
        pairs = _count(np.concatenate(met, axis=1), least * RARE_WEIGHT)
        return Met(pairs, stock)

    def _append(self, new: Segment) -> None:
        self._segments.append(new)
        while len(self._segments) > 1 and len(self._segments[-2][0]) < 2 * len(
            self._segments[-1][0]
        ):
            later, earlier = self._segments.pop(), self._segments.pop()
            hashes = np.concatenate((earlier[0], later[0]))
            numbers = np.concatenate((earlier[1], later[1]))
            order = np.argsort(hashes, kind="stable")
            self._segments.append((hashes[order], numbers[order]))


def _look_up(segment: Segment, new: Segment) -> tuple[Numbers, Numbers]:
    """Give where each new hash begins in the segment and how often it stands there."""
    low = np.searchsorted(segment[0], new[0], side="left")
    return low, np.searchsorted(segment[0], new[0], side="right") - low


def _meet(
    segment: Segment, new: Segment, places: tuple[Numbers, Numbers], weights: Numbers
) -> Numbers:
    """Give three rows: numbers in the segment, in `new`, and the weight of the hash."""
    low, counts = places
    counts = np.minimum(counts, MOST_PARTNERS)
    later = np.repeat(new[1], counts)
    step = np.arange(len(later)) - np.repeat(np.cumsum(counts) - counts, counts)
    earlier = segment[1][np.repeat(low, counts) + step]
    met = np.stack((earlier, later, np.repeat(weights, counts)))
    return met[:, earlier < later]


def _by_text(hashes: Hashes, texts: Numbers, count: int) -> tuple[Hashes, ...]:
    """Give the hashes of each of `count` texts, ascending as they came."""
    order = np.argsort(texts, kind="stable")
    ends = np.cumsum(np.bincount(texts, minlength=count))
    return tuple(np.split(hashes[order], ends[:-1]))


def _count(met: Numbers, least: int) -> tuple[tuple[int, int], ...]:
    """Give the pairs whose weights come to `least` or more, sorted by the later."""
    span = int(met[:2].max(initial=0)) + 1
    keys, index = np.unique(met[1] * span + met[0], return_inverse=True)
    kept = keys[np.bincount(index, met[2], len(keys)) >= least]
    return tuple(zip((kept % span).tolist(), (kept // span).tolist(), strict=True))
