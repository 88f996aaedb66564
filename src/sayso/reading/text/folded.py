"""A text as readers of inflected languages look at it: folded words with offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.model import Span
from sayso.reading.text.letters import fold_letters

_TOKEN = re.compile(
    r"(?P<number>(?<!\d)[1-9]\d{0,2}(?: \d{3})+(?!\d)(?:[.,]\d{1,3}(?!\d))?"
    r"|\d{1,3}(?:\.\d{3}){2,5}(?![\d.])|\d{1,3}(?:,\d{3}){2,5}(?![\d,])"
    r"|\d{1,20}[.,]\d{1,9}(?![\d.,]\d)|\d{1,20})"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|[^\w\s]|_"
)
"""Numbers with their separators, words with inner apostrophes, single signs."""

DASHES = frozenset("-–—‑−")
"""Signs that join the ends of a range and the parts of a compound."""
_NAME = 100
"""Characters of a text that may be a name."""
PAD = 12
"""Empty words behind the last, so that looking ahead needs no test."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Parallel rows, one item a word, number or sign, then empty ones."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    """Folded; "" behind the last."""
    count: int
    """Number of items that are no padding."""

    def gap(self, at: int) -> str:
        """Give what stands between an item and the one before it."""
        return self.text[self.ends[at - 1] : self.starts[at]] if at > 0 else ""

    def touches(self, at: int) -> bool:
        """True when nothing stands between an item and the one before it."""
        joined = self.ends[at - 1] == self.starts[at]
        return joined and 0 < at < self.count

    def follows(self, at: int) -> bool:
        """True when blanks alone, or one line end, lead from the item before."""
        if not 0 < at < self.count:
            return False
        gap = self.gap(at)
        return bool(gap) and gap.count("\n") < 2 and self._runs_on(at, gap)

    def _runs_on(self, at: int, gap: str) -> bool:
        wrapped = "\n" in gap
        return not wrapped or not self.text[self.starts[at]].isupper()

    def is_number(self, at: int) -> bool:
        """True for digits."""
        return self.words[at][:1].isdigit()

    def is_word(self, at: int) -> bool:
        """True for letters."""
        return self.words[at][:1].isalpha()

    def is_capital(self, at: int) -> bool:
        """True when the item begins with a capital."""
        return at < self.count and self.text[self.starts[at]].isupper()

    def phrase(self, at: int, size: int) -> str:
        """Give some items as words with single blanks."""
        return " ".join(self.words[at : at + size])

    def span(self, first: int, after: int) -> Span:
        """Give the span of the items [first, after)."""
        return Span.cut(self.text, self.starts[first], self.ends[after - 1])


def fold_text(text: str) -> Folded:
    """Give the folded words of a text, in order.

    The last few are kept: every list of names is looked up in the same text. Names
    are kept apart, so that none pushes out the text it stands in.
    """
    return _fold_name(text) if len(text) <= _NAME else _fold_text(text)


@lru_cache(maxsize=1024)
def _fold_name(text: str) -> Folded:
    return _folded(text)


@lru_cache(maxsize=8)
def _fold_text(text: str) -> Folded:
    return _folded(text)


def _folded(text: str) -> Folded:
    folded = fold_letters(text)
    found = list(_TOKEN.finditer(folded))
    behind = (len(text),) * PAD
    return Folded(
        text,
        (*(match.start() for match in found), *behind),
        (*(match.end() for match in found), *behind),
        (*(match.group() for match in found), *[""] * PAD),
        len(found),
    )
