"""Where things stand among a document's words: ranges, sentences, the way to the root.

The tagger gives every word its syntactic head; a figure hangs on the words that lie on
its way to the root of its sentence, and what happened to the counted is most often one
of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.model import Span
from sayso.reading.tagger.encoder import Tagging
from sayso.reading.text.sentences import SentenceIndex
from sayso.vocabulary.languages import AnyLanguage

STEPS = 5
"""Words followed from a figure towards the root."""

Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
OBJECTS = frozenset({"dobj", "obj", "dative", "oprd", "attr"})
INNER = frozenset({"prep", "pobj", "obl", "nmod", "poss", "amod", "compound"})
"""Relations inside a phrase."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The words of one document with what stands where, as parallel arrays."""

    tagging: Tagging
    starts: tuple[int, ...]
    """First offset of each word."""
    ends: tuple[int, ...]
    """Offset behind each word."""
    sentences: Numbers
    """Number of the sentence that each word is in."""
    paragraphs: Numbers
    subjects: Flags
    objects: Flags
    inner: Flags
    bounds: NDArray[np.int64]
    """First offset of each sentence and the offset behind it, one row a sentence."""

    @classmethod
    def of(cls, tagging: Tagging, index: SentenceIndex[AnyLanguage]) -> Ground:
        """Give the ground of a tagged text."""
        starts = np.array(index.starts, np.int64)
        at = np.searchsorted(starts, tagging.tokens.starts, side="right") - 1
        sentences = np.maximum(at, 0).astype(np.int32)
        breaks = np.array(index.paragraphs or (0,), np.int32)
        spans = [(s.start, s.end) for s in index.sentences]
        return cls(
            tagging,
            tuple(tagging.tokens.starts.tolist()),
            tuple(tagging.tokens.ends.tolist()),
            sentences,
            breaks[sentences],
            _has(tagging, SUBJECTS),
            _has(tagging, OBJECTS),
            _has(tagging, INNER),
            np.array(spans, np.int64).reshape(-1, 2),
        )

    def __len__(self) -> int:
        return len(self.sentences)

    def range_of(self, span: Span) -> tuple[int, int]:
        """Give the half-open range of words that share a character with a span.

        It holds one word at least, the nearest, wherever the text has words.
        """
        count = len(self.ends)
        first = bisect_right(self.ends, span.start)
        if first >= count:
            first = max(count - 1, 0)
        last = bisect_left(self.starts, span.end, first, count)
        return first, last if last > first else first + 1

    def span_of(self, first: int, last: int) -> Span:
        """Give the span of a half-open range of words."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span.cut(self.tagging.tokens.text, start, end)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a candidate stands."""

    first: int
    last: int
    """Half-open range of its words."""
    anchor: int
    """Its word that hangs on a word outside it: the counted noun, or the number."""
    path: tuple[int, ...]
    """Words on the way from the anchor to the root, nearest first, `STEPS` at most."""


def stand_of(ground: Ground, span: Span) -> Stand:
    """Give where a candidate stands."""
    first, last = ground.range_of(span)
    heads = ground.tagging.heads
    anchor = _anchor(heads, first, last)
    return Stand(first, last, anchor, _path(heads, anchor))


def _anchor(heads: Numbers, first: int, last: int) -> int:
    for word in range(last - 1, first - 1, -1):
        head = int(heads[word])
        if not first <= head < last or head == word:
            return word
    return last - 1


def _path(heads: Numbers, word: int) -> tuple[int, ...]:
    """Give the words towards the root; bounded, for syntax may hold a circle."""
    found: list[int] = []
    for _ in range(STEPS):
        head = int(heads[word])
        if head == word or head in found:
            break
        found.append(head)
        word = head
    return tuple(found)


def _has(tagging: Tagging, names: frozenset[str]) -> Flags:
    rows = [row for row, name in enumerate(tagging.relation_names) if name in names]
    return np.isin(tagging.relations, rows)
