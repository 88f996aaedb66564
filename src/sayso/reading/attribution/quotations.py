"""Quotations as runs of words, and which of them go on over several paragraphs.

A quotation whose mark is not closed at the end of its paragraph goes on in the next one
where that begins with an opening mark, as newspapers print it, or where the next mark
of all is one that closes what nothing there opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.reading.tagger.shapes import Layout
from sayso.reading.text.quotes import CLOSES, CLOSING, OPENS, OUTSIDE, STRAIGHT

LONGEST = 8
"""Paragraphs without a mark over which one quotation may go on."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between two marks, these included, within one paragraph."""

    first: int
    last: int
    """Number after the closing mark, or after the last word of the paragraph."""
    closed: bool


def find_quotations(layout: Layout) -> list[Quotation]:
    """Give the quotations of a text in order, each within one line."""
    quotes, ends = layout.quotes, _line_ends(layout)
    marks = np.flatnonzero(quotes >= OPENS).tolist()
    found = []
    for at, mark in enumerate(marks):
        if quotes[mark] != OPENS:
            continue
        end = int(ends[np.searchsorted(ends, mark, side="right")])
        behind = marks[at + 1] if at + 1 < len(marks) else len(quotes)
        if behind < end and quotes[behind] == CLOSES:
            found.append(Quotation(mark, behind + 1, closed=True))
        else:
            found.append(Quotation(mark, min(end, behind), closed=False))
    return found


def find_chains(layout: Layout) -> list[list[Quotation]]:
    """Give the quotations that go on over several paragraphs, each as its parts."""
    ends, words = _line_ends(layout), layout.tokens.words
    chains: list[list[Quotation]] = []
    found = find_quotations(layout)
    for one, two in pairwise([*found, Quotation(len(layout.quotes), 0, closed=True)]):
        if one.closed or one.last not in ends:
            continue
        if words[one.first] == "'":  # as often an apostrophe
            continue
        if one.last == two.first < len(words) and words[one.first] == words[two.first]:
            begun = bool(chains) and chains[-1][-1] == one
            chain = chains[-1] if begun else [one]
            if not begun:
                chains.append(chain)
            chain.append(two)
            continue
        parts = list(_unopened(layout, ends, one.last, two.first))
        if parts and chains and chains[-1][-1] == one:
            chains[-1].extend(parts)
        elif parts:
            chains.append([one, *parts])
    return chains


def _unopened(
    layout: Layout, ends: NDArray[np.int64], first: int, stop: int
) -> Iterator[Quotation]:
    """Yield the paragraphs up to a mark that closes what none of them opened."""
    words, quotes = layout.tokens.words, layout.quotes
    closing = CLOSING | STRAIGHT
    close = next(
        (
            at
            for at in range(first, min(stop, len(words)))
            if quotes[at] == OUTSIDE and words[at] in closing
        ),
        None,
    )
    if close is None:
        return
    cuts = [first, *(int(end) for end in ends if first < end <= close), close + 1]
    if len(cuts) > LONGEST:
        return
    for start, end in pairwise(cuts):
        yield Quotation(start, end, closed=end == close + 1)


def _line_ends(layout: Layout) -> NDArray[np.int64]:
    """Give the numbers of the words that lines begin with, and the number of words."""
    begins = np.flatnonzero(layout.breaks > 0)
    return np.append(begins[begins > 0], len(layout.quotes)).astype(np.int64)
