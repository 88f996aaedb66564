"""Which words stand inside quotation marks, in texts as they come.

Marks are matched within a paragraph. A mark that opens in one paragraph and is not
closed, followed by a paragraph that opens again, is a block quotation and runs to the
end of its paragraph; any other unclosed mark does so too, but never further, so that
one odd mark costs one paragraph and not the document.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.reading.text.words import Tokens

OPENING = frozenset("“«„‟〝")
CLOSING = frozenset("”»〞")
STRAIGHT = frozenset('"＂')
SINGLE_OPENING = frozenset("‘‹‚‛")
SINGLE_CLOSING = frozenset("’›")
MARKS = OPENING | CLOSING | STRAIGHT | SINGLE_OPENING | SINGLE_CLOSING | {"'", "`"}
BEFORE_CLOSE = frozenset(".,!?…")

OUTSIDE, INSIDE, OPENS, CLOSES = 0, 1, 2, 3
"""What `quote_states` says of a word; the last two are the marks themselves."""


def quote_states(tokens: Tokens, breaks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Give for each word whether it is outside or inside quotation marks, or is one.

    Args:
        tokens: Words of the text.
        breaks: Line breaks before each word, from `line_breaks`.
    """
    states = np.zeros(len(tokens), np.uint8)
    marks = [i for i, word in enumerate(tokens.words) if word in MARKS]
    ends = [*np.flatnonzero(breaks > 0).tolist(), len(tokens)]
    paragraph, opened, single = 0, -1, False
    for i in marks:
        while ends[paragraph] <= i:
            if opened >= 0:
                states[opened + 1 : ends[paragraph]] = INSIDE
                opened = -1
            paragraph += 1
        in_double, in_single = opened >= 0 and not single, opened >= 0 and single
        role = _role(tokens, i, breaks, in_double=in_double, in_single=in_single)
        if tokens.words[i] == "“" and opened >= 0 and tokens.words[opened] == "„":
            role = CLOSES
        if role == OPENS:
            if opened >= 0:
                states[opened + 1 : i] = INSIDE
            opened, single = i, tokens.words[i] not in OPENING | STRAIGHT
            states[i] = OPENS
        elif role == CLOSES:
            states[opened + 1 : i] = np.maximum(states[opened + 1 : i], INSIDE)
            states[i] = CLOSES
            opened = -1
    if opened >= 0:
        last = next(end for end in ends if end > opened)
        states[opened + 1 : last] = INSIDE
    return states


def _role(
    tokens: Tokens,
    i: int,
    breaks: NDArray[np.uint8],
    *,
    in_double: bool,
    in_single: bool,
) -> int:
    """Say what a mark does here: opens, closes, or neither (0)."""
    mark = tokens.words[i]
    free_left = i == 0 or tokens.ends[i - 1] < tokens.starts[i]
    free_right = i + 1 == len(tokens) or tokens.starts[i + 1] > tokens.ends[i]
    if mark in OPENING:
        return OPENS
    if mark in CLOSING:
        return CLOSES if in_double else 0
    if mark in STRAIGHT:
        if in_double:
            # A second opening mark in a row means the first was never closed.
            return OPENS if free_left and not free_right else CLOSES
        return 0 if free_right and not free_left else OPENS
    if in_double:
        return 0
    if in_single:
        closes = mark in SINGLE_CLOSING or mark == "'"
        ended = free_right or not tokens.words[i + 1][:1].isalnum()
        said = tokens.words[i - 1][-1:] in BEFORE_CLOSE
        return CLOSES if closes and ended and said else 0
    opens = mark in SINGLE_OPENING or (mark == "'" and free_left)
    return OPENS if opens and not free_right and _closes_soon(tokens, i, breaks) else 0


def _closes_soon(
    tokens: Tokens, i: int, breaks: NDArray[np.uint8], *, reach: int = 80
) -> bool:
    """True when a single mark after a stop or comma follows within `reach` words.

    Or one that opens the next paragraph, where the quotation goes on.
    """
    words = tokens.words
    for j in range(i + 2, min(i + reach, len(words))):
        if words[j] in SINGLE_CLOSING or words[j] == "'":
            if words[j - 1][-1:] in BEFORE_CLOSE:
                return True
        elif words[j] in SINGLE_OPENING and breaks[j]:  # goes on in a new paragraph
            return True
        elif words[j] in MARKS:
            return False
    return False
