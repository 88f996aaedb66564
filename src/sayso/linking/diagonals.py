"""Shared grams of two texts joined into passages.

Seeds are pairs of equal grams. Two seeds belong to one passage when they lie close
in both texts; a passage needs several, since one gram is soon shared by chance.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.linking.grams import WORDS_IN_GRAM, Grams, Hashes

GAP = 40
"""Words that may lie between two seeds of one passage, in either text: measured on
labelled reuse, 20 breaks reworded passages and 60 joins strangers."""
LEAST_SEEDS = 4
"""Different grams on both sides that make a passage: seven words running."""
MOST_REPEATS = 4
"""A gram standing more often in one text is a refrain and seeds nothing."""

STOCK_DISCOUNT = 0.75
"""A gram that many texts hold counts a quarter: four rare ones make a passage, or a
run of sixteen that went round."""

Positions = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `a0..a1` of one text match words `b0..b1` of another, ends included."""

    a0: int
    a1: int
    b0: int
    b1: int
    seeds: int
    """Different grams that both sides share."""


def join_seeds(a: Grams, b: Grams, stock: Hashes) -> tuple[Stretch, ...]:
    """Give the stretches that two texts share, in the order of the first text.

    Args:
        a: Grams of the first text.
        b: Grams of the second text.
        stock: Hashes, ascending, that many other texts hold too; they count less.
    """
    at_a, at_b = _find_seeds(a, b)
    if len(at_a) < LEAST_SEEDS:
        return ()
    found = []
    for group in _groups(at_a, at_b):
        in_a, in_b = np.unique(at_a[group]), np.unique(at_b[group])
        seeds = min(len(in_a), len(in_b))
        common = min(seeds, int(np.isin(a.hashes[in_a], stock).sum()))
        if seeds - common * STOCK_DISCOUNT >= LEAST_SEEDS:
            last = WORDS_IN_GRAM - 1
            a0, a1, b0, b1 = in_a[0], in_a[-1] + last, in_b[0], in_b[-1] + last
            found.append(Stretch(int(a0), int(a1), int(b0), int(b1), seeds))
    return tuple(sorted(found, key=lambda s: (s.a0, s.b0)))


def _find_seeds(a: Grams, b: Grams) -> tuple[Positions, Positions]:
    """Give the positions of equal grams, one pair a seed."""
    ranked, order = b.ranked, b.order
    low = np.searchsorted(ranked, a.ranked)
    low[low == len(ranked)] = 0
    shared = np.flatnonzero(ranked[low] == a.ranked) if len(ranked) else low[:0]
    hashes, low = a.ranked[shared], low[shared]
    counts = np.searchsorted(ranked, hashes, side="right") - low
    own = np.searchsorted(hashes, hashes, side="right") - np.searchsorted(
        hashes, hashes
    )
    counts[(counts > MOST_REPEATS) | (own > MOST_REPEATS)] = 0
    at_a = np.repeat(a.order[shared], counts)
    step = np.arange(len(at_a)) - np.repeat(np.cumsum(counts) - counts, counts)
    return at_a, order[np.repeat(low, counts) + step]


def _groups(at_a: Positions, at_b: Positions) -> list[Positions]:
    """Give the seeds split at every gap wider than `GAP` in either text.

    Splitting by one text can open a gap in the other, so it alternates until both
    sides hold together. Each seed is looked at a few times: near-linear in practice.
    """
    axes = (at_a, at_b)
    waiting = [(np.arange(len(at_a)), 0, False)] if len(at_a) else []
    whole = []
    while waiting:
        group, axis, other_side_holds = waiting.pop()
        if len(group) < LEAST_SEEDS:
            continue
        ordered = group[np.argsort(axes[axis][group], kind="stable")]
        cuts = np.flatnonzero(np.diff(axes[axis][ordered]) > GAP) + 1
        if len(cuts):
            waiting += [(part, 1 - axis, True) for part in np.split(ordered, cuts)]
        elif other_side_holds:
            whole.append(ordered)
        else:
            waiting.append((ordered, 1 - axis, True))
    return whole
