"""Sentences and words of a text, as offsets.

Built for news in all its states: headlines without a full stop, hard-wrapped lines,
lists, lost spaces after full stops. Linear in the length of the text.

Source: our own rules; the abbreviation list is ours.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Span, trim_span

_END = re.compile(
    r"""[.!?…]["”’')\]]{0,3}(?=\s)      # a full stop with its closing quotes, a space
      | (?<=[a-z\d)])[.!?](?=[A-Z][a-z])  # a lost space: "hospital.At least"
      | \n""",
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(
    """adm al apr approx art aug ave brig bros capt cf ch cmdr co col corp cpl dec dept
    dr e.g ed eds esp est etc feb ft fig gen gov hon i.e inc jan jr jul jun km lt ltd
    maj mar messrs mr mrs ms mt no nos nov oct op p.m a.m par ph.d pp pres prof rep
    rev sen sep sept sgt sr st u.k u.n u.s u.s.a vs vol""".split()
)
_LAST_WORD = re.compile(r"[\w.]{1,12}$")
_OPENING = re.compile(r"""["“‘'(\[\s]{0,4}""")
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
WIDEST_LINE = 120
"""Characters of a line that nobody wraps by hand: before it stands a heading."""
LONG_LINE = 55
"""Characters from which a line that ends without a full stop counts as hard wrapped."""


def find_sentences(text: str) -> tuple[Span, ...]:
    """Give the sentences of a text in order, without white space at their edges.

    Every character that is not white space lies in exactly one sentence.
    """
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        breaks = _line_breaks if match.group() == "\n" else _stop_breaks
        if breaks(text, match.start(), end):
            _append(found, text, start, end)
            start = end
    _append(found, text, start, len(text))
    return tuple(found)


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    span = trim_span(text, start, end)
    if span.text:
        found.append(span)


def _stop_breaks(text: str, stop: int, end: int) -> bool:
    """True when a full stop ends its sentence."""
    opening = _OPENING.match(text, end)
    following = text[opening.end() if opening else end :][:1]
    if following.islower():
        return False
    if text[stop] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, stop - 12), stop)
    if before is None:
        return True
    word = before.group()
    if word.lower() in _ABBREVIATIONS:
        return False
    is_initial = len(word) == 1 and word.isupper()
    return not is_initial


def _line_breaks(text: str, stop: int, end: int) -> bool:
    """True when a line break ends a sentence; hard-wrapped lines run on."""
    following = text[end : end + 1]
    if not following or following == "\n":
        return True
    line = text[text.rfind("\n", 0, stop) + 1 : stop].rstrip()
    if not line or line[-1] in '.!?…:;"”':
        return True
    if following.islower():
        return False
    after = text.find("\n", end)
    if (len(text) if after < 0 else after) - end > WIDEST_LINE:
        return True
    return not (len(line) >= LONG_LINE and (following.isalpha() or following in ' "“('))


@dataclass(frozen=True, slots=True)
class SentenceIndex:
    """Sentences that can be asked which of them holds an offset."""

    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    paragraphs: tuple[int, ...]
    """Line breaks of the text before each sentence."""

    @classmethod
    def of(cls, text: str) -> "SentenceIndex":
        """Give the index of a text's sentences."""
        sentences = find_sentences(text)
        paragraphs, before, breaks = [], 0, 0
        for sentence in sentences:
            breaks += text.count("\n", before, sentence.start)
            before = sentence.start
            paragraphs.append(breaks)
        starts = tuple(sentence.start for sentence in sentences)
        return cls(sentences, starts, tuple(paragraphs))

    def at(self, offset: int) -> int:
        """Give the position of the sentence that holds an offset, or the one before."""
        return max(0, bisect_right(self.starts, offset) - 1)


def find_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of words and single punctuation marks between two offsets.

    Hyphens, apostrophes and inner full stops stay inside a word: "ISIL-held", "U.S".
    """
    for match in _WORD.finditer(text, start, end):
        yield match.span()
