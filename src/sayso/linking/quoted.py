"""Quotations found in a text, and set beside the words of another.

A quotation stands word for word where its words stand in a held text in the same
order, whatever the marks and the spacing; else the stretch that has most of its words
in order shows what was altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.model import Span

LEAST_WORDS = 4
"""A shorter stretch between marks is a name or a word held at a distance."""
MOST_WORDS = 150
LEAST_ALIKE = 0.7
"""Share of a quotation's words that the other stretch has in order; below it, it is
another sentence."""
_QUOTED = re.compile(r"“([^“”]{8,2000})”|«([^«»]{8,2000})»|\"([^\"\n]{8,2000})\"")
_WORD = re.compile(r"[\w’'-]{1,60}")
_CUT = re.compile(r"…|\.\.\.|\[[^\]]{0,80}\]")
"""Signs that an editor left something out or put something in, and said so."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words in lower case with their places."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation beside the stretch of a text that has most of its words."""

    span: Span
    """The stretch in the text."""
    share: float
    """Words of the quotation that stand there in order, in [0, 1]."""
    changes: tuple[tuple[str, str], ...]
    """(words in the text, words in the quotation) where the two differ, in order."""

    @property
    def is_exact(self) -> bool:
        """True when no word differs."""
        return not self.changes


def find_quotations(text: str) -> tuple[Span, ...]:
    """Give the words between quotation marks, without the marks, in order."""
    return tuple(_quotations(text))


def _quotations(text: str) -> Iterator[Span]:
    for found in _QUOTED.finditer(text):
        group = next(n for n in (1, 2, 3) if found.group(n) is not None)
        words = split_words(found.group(group)).words
        if LEAST_WORDS <= len(words) <= MOST_WORDS:
            yield Span.cut(text, found.start(group), found.end(group))


def split_words(text: str) -> Words:
    """Give the words of a text, hyphens and apostrophes made one kind."""
    found = list(_WORD.finditer(text))
    return Words(
        tuple(m.group().casefold().replace("’", "'").strip("-'") for m in found),
        tuple(m.span() for m in found),
    )


def runs_of(words: Sequence[str], length: int) -> tuple[tuple[str, ...], ...]:
    """Give up to three runs of so many words: from the middle, start and end."""
    if len(words) <= length:
        return (tuple(words),)
    last = len(words) - length
    starts = dict.fromkeys((last // 2, 0, last))
    return tuple(tuple(words[at : at + length]) for at in starts)


def align(quotation: str, text: str) -> Alignment | None:
    """Give the stretch of a text that has most of a quotation's words in order.

    Signs that the quotation is cut count as no change.

    Returns:
        None where fewer than `LEAST_ALIKE` of its words stand together anywhere.
    """
    pieces = [split_words(piece).words for piece in _CUT.split(quotation)]
    wanted = [word for piece in pieces for word in piece]
    there = split_words(text)
    best = _window(wanted, there)
    if best is None:
        return None
    begin, end = best
    matcher = SequenceMatcher(None, there.words[begin:end], wanted, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return None
    first, last = begin + blocks[0].a, begin + blocks[-1].a + blocks[-1].size
    share = sum(b.size for b in blocks) / len(wanted)
    if share < LEAST_ALIKE:
        return None
    stood = there.words[first:last]
    cuts = {sum(map(len, pieces[: n + 1])) for n in range(len(pieces) - 1)}
    changes = tuple(_changes(stood, wanted, cuts))
    span = Span.cut(text, there.spans[first][0], there.spans[last - 1][1])
    return Alignment(span, share, changes)


def _window(wanted: Sequence[str], there: Words) -> tuple[int, int] | None:
    """Give the stretch of words around the place where most of the wanted meet.

    Places are voted for by single words at their offset; frequent words vote too, but
    a place needs many of them.
    """
    at: dict[str, list[int]] = {}
    for number, word in enumerate(wanted):
        at.setdefault(word, []).append(number)
    votes: dict[int, int] = {}
    room = max(4, len(wanted) // 4)
    for number, word in enumerate(there.words):
        for offset in at.get(word, ()):
            start = (number - offset) // room
            votes[start] = votes.get(start, 0) + 1
    if not votes:
        return None
    joint = {s: n + votes.get(s + 1, 0) for s, n in votes.items()}
    start = max(joint, key=lambda s: (joint[s], -s)) * room
    begin = max(0, start - room)
    return begin, min(len(there.words), start + len(wanted) + 3 * room)


def _changes(
    stood: Sequence[str], wanted: Sequence[str], cuts: set[int]
) -> Iterator[tuple[str, str]]:
    matcher = SequenceMatcher(None, stood, wanted, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        is_marked = kind == "delete" and j1 in cuts
        if kind != "equal" and not is_marked:
            yield " ".join(stood[i1:i2]), " ".join(wanted[j1:j2])
