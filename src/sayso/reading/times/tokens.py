"""Words, numbers and signs of a stretch of text, for the time grammar.

Long documents are cut into stretches, so that memory does not grow with their length;
no time expression crosses a blank line. Method: our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_STRETCH = 20_000
"""Characters a stretch aims at: some milliseconds of work."""

_LONGEST = 40_000
"""A stretch is cut by force here when no blank line or line end comes first."""

_PAD = 16
"""Empty tokens behind the last, so that looking ahead needs no test; none of the
grammar's rules looks farther than this past a token that is not empty."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one item a token, then empty tokens."""

    text: str
    """The whole document; offsets count in it."""
    starts: list[int]
    ends: list[int]
    lower: list[str]
    """Words in lower case; "" behind the last."""
    count: int
    """Number of tokens that are not padding."""

    def is_capital(self, index: int) -> bool:
        """True when the token begins with a capital letter."""
        return index < self.count and self.text[self.starts[index]].isupper()

    def touches(self, index: int) -> bool:
        """True when nothing stands between the token and the one before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def index_at(self, index: int, offset: int) -> int:
        """Give the first token at or after `index` that starts at `offset` or later."""
        while index < self.count and self.starts[index] < offset:
            index += 1
        return index


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


def cut_tokens(text: str) -> Iterator[Tokens]:
    """Give the tokens of the text, stretch by stretch, in order."""
    start = 0
    while start < len(text):
        end = _stretch_end(text, start)
        yield _tokens(text, start, end)
        start = end


def _stretch_end(text: str, start: int) -> int:
    if len(text) - start <= _LONGEST:
        return len(text)
    for mark in ("\n\n", "\n", ". ", " "):
        end = text.find(mark, start + _STRETCH, start + _LONGEST)
        if end >= 0:
            return end + len(mark)
    return start + _LONGEST


def _tokens(text: str, start: int, end: int) -> Tokens:
    spans = [match.span() for match in _pattern().finditer(text, start, end)]
    starts, ends = [first for first, _ in spans], [last for _, last in spans]
    lower = [text[first:last].lower() for first, last in spans]
    count = len(spans)
    starts += [end] * _PAD
    ends += [end] * _PAD
    lower += [""] * _PAD
    return Tokens(text, starts, ends, lower, count)
