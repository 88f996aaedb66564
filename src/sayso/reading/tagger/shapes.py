"""What the encoder is told of a word besides its pieces, and how a text is cut up.

The encoder's vocabulary is lower case, so case, quotation marks and line breaks are
given beside it. A text mostly in capitals says nothing by its case: there the case is
withheld, as it was for a share of the training texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.reading.text.datelines import dateline_ends
from sayso.reading.text.quotes import CLOSES, INSIDE, OPENS, quote_states
from sayso.reading.text.sentences import find_sentences
from sayso.reading.text.words import Tokens
from sayso.vocabulary.languages import AnyLanguage

LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

CASES = ("other", "title", "upper", "initial", "mixed", "digit", "mark")
"""Row number in this table is a word's case; `other` is plain lower case."""

SHAPE_SIZE = 15
"""Width of a word's shape: six cases, three of quotation, two of line breaks, then
sentence start, case withheld, touches the word before, first line."""

MOSTLY_CAPITALS = 0.6
"""Share of capitals among letters above which case is withheld; running English has
about 0.04, a text of headlines under 0.25."""

WINDOW = 192
"""Word pieces an encoder window may hold, its two marks included."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text's words with what its characters say of their arrangement."""

    tokens: Tokens
    breaks: NDArray[np.uint8]
    """Line breaks before each word: 0, 1, or 2 for more."""
    sentences: NDArray[np.bool_]
    """True where a sentence begins."""
    quotes: NDArray[np.uint8]
    """OUTSIDE, INSIDE, OPENS or CLOSES of `sayso.reading.text.quotes`."""

    @property
    def paragraphs(self) -> NDArray[np.bool_]:
        """True where a paragraph begins; a line wrapped inside a sentence is none."""
        return self.sentences & (self.breaks > 0)


def find_layout(tokens: Tokens, language: AnyLanguage) -> Layout:
    """Give the arrangement of a text's words, told by its language's sentences."""
    breaks = line_breaks(tokens)
    starts = sentence_starts(tokens, language)
    return Layout(tokens, breaks, starts, quote_states(tokens, breaks))


def line_breaks(tokens: Tokens) -> NDArray[np.uint8]:
    """Give for each word how many line breaks stand before it: 0, 1, or 2 for more.

    The first word of a text has 2, for it begins a paragraph; so does the first behind
    a dateline.
    """
    breaks = np.zeros(len(tokens), np.uint8)
    found = [m.start() for m in LINE_END.finditer(tokens.text)]
    found += [end for end in dateline_ends(tokens.text) for _ in range(2)]
    ends = np.array(sorted(found), np.int32)
    at = np.searchsorted(tokens.starts, ends)
    counts = np.bincount(at, minlength=len(tokens))[: len(tokens)]
    breaks[:] = np.minimum(counts, 2)
    breaks[:1] = 2
    return breaks


def sentence_starts(tokens: Tokens, language: AnyLanguage) -> NDArray[np.bool_]:
    """Give for each word whether a sentence begins with it; a dateline is one."""
    starts = np.zeros(len(tokens), np.bool_)
    firsts = [sentence.start for sentence in find_sentences(tokens.text, language)]
    firsts += dateline_ends(tokens.text)
    at = np.searchsorted(tokens.starts, np.array(firsts, np.int32))
    starts[at[at < len(tokens)]] = True
    return starts


def withholds_case(text: str) -> bool:
    """True when most of a text's letters are capitals."""
    head = text[:20_000]
    capitals = sum(map(str.isupper, head))
    return capitals > MOSTLY_CAPITALS * (capitals + sum(map(str.islower, head)))


def shape_words(layout: Layout) -> NDArray[np.uint8]:
    """Give each word's shape, one row a word, SHAPE_SIZE columns of 0 or 1."""
    tokens = layout.tokens
    shapes = np.zeros((len(tokens), SHAPE_SIZE), np.uint8)
    if not len(tokens):
        return shapes
    if withholds_case(tokens.text):
        shapes[:, 12] = 1
    else:
        cases = np.array([_case(word) for word in tokens.words])
        shapes[np.arange(len(tokens)), cases] = 1
        shapes[:, 0] = 0
    shapes[:, 7] = layout.quotes == INSIDE
    shapes[:, 8] = layout.quotes == OPENS
    shapes[:, 9] = layout.quotes == CLOSES
    shapes[:, 0] = layout.breaks > 0
    shapes[:, 10] = layout.breaks > 1
    shapes[:, 11] = layout.sentences
    shapes[1:, 13] = tokens.starts[1:] == tokens.ends[:-1]
    later = np.flatnonzero(layout.breaks[1:] > 0)
    shapes[: later[0] + 1 if len(later) else 0, 14] = 1
    return shapes


@lru_cache(100_000)
def _case(word: str) -> int:
    if word.islower():
        return 0
    if word.isupper():
        return 3 if len(word) == 1 else 2
    if word.istitle():
        return 1
    if word[:1].isdigit():
        return 5
    return 4 if word[:1].isalnum() else 6


def cut_windows(
    sizes: Sequence[int], sentences: NDArray[np.bool_], *, room: int = WINDOW - 2
) -> list[tuple[int, int]]:
    """Give half-open ranges of words that fill the encoder's window by sentences.

    Args:
        sizes: Word pieces of each word.
        sentences: Where sentences begin; one that is too long is cut at a word.
        room: Word pieces a window may hold.
    """
    windows: list[tuple[int, int]] = []
    begin = used = 0
    sentence, sentence_used = 0, 0
    for i, size in enumerate(sizes):
        if sentences[i]:
            sentence, sentence_used = i, 0
        if used + size > room:
            if sentence > begin:
                windows.append((begin, sentence))
                begin, used = sentence, sentence_used
            if used + size > room:
                windows.append((begin, i))
                begin, used, sentence, sentence_used = i, 0, i, 0
        used += size
        sentence_used += size
    if begin < len(sizes):
        windows.append((begin, len(sizes)))
    return windows
