"""Sentences and words of a text, as offsets.

Built for news in all its states: headlines without a full stop, hard-wrapped lines,
lists, lost spaces after full stops. Linear in the length of the text.

Source: our own rules; abbreviations come from the language.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.model import Span, trim_span
from sayso.vocabulary.languages import AnyLanguage
from sayso.vocabulary.languages.sentence_words import SentenceWords

_END = re.compile(
    r"""[.!?…]["”“»’')\]]{0,3}(?=\s)    # a full stop with its closing quotes, a space
      | (?<=[a-zа-яіїєґ\d)])[.!?](?=[A-ZА-ЯІЇЄҐ][a-zа-яіїєґ])  # a lost space
      | \n""",
    re.VERBOSE,
)
Spoken = TypeVar("Spoken", bound=AnyLanguage)

_LAST_WORD = re.compile(r"[\w.-]{1,12}$")
_OPENING = re.compile(r"""["“„«‘'(\[\s]{0,4}""")
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
SHORT = 2
"""Letters of abbreviations that end a sentence only behind a number: "2022 г."."""
WIDEST_LINE = 120
"""Characters of a line that nobody wraps by hand: before it stands a heading."""
LONG_LINE = 55
"""Characters from which a line that ends without a full stop counts as hard wrapped."""


def find_sentences(text: str, language: AnyLanguage) -> tuple[Span, ...]:
    """Give the sentences of a text in order, without white space at their edges.

    Every character that is not white space lies in exactly one sentence.

    Args:
        text: Any text.
        language: Supplies the abbreviations whose full stop ends no sentence.
    """
    words = language.sentences
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match.group() == "\n":
            ends = _line_breaks(text, match.start(), end)
        else:
            ends = _stop_breaks(text, match.start(), end, words)
        if ends:
            _append(found, text, start, end)
            start = end
    _append(found, text, start, len(text))
    return tuple(found)


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    span = trim_span(text, start, end)
    if span.text:
        found.append(span)


def _stop_breaks(text: str, stop: int, end: int, words: SentenceWords) -> bool:
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
    if word.lower() in words.abbreviations:
        return False
    if word.lower() in words.may_end:
        counted = (
            len(word) > SHORT
            or text[max(0, before.start() - 2) : before.start()].strip()[-1:].isdigit()
        )
        return following.isupper() and counted
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
class SentenceIndex(Generic[Spoken]):
    """Sentences that can be asked which of them holds an offset."""

    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    paragraphs: tuple[int, ...]
    """Line breaks of the text before each sentence."""
    language: Spoken
    """Language of the text."""

    @classmethod
    def of(cls, text: str, language: Spoken) -> "SentenceIndex[Spoken]":
        """Give the index of a text's sentences in its language."""
        sentences = find_sentences(text, language)
        paragraphs, before, breaks = [], 0, 0
        for sentence in sentences:
            breaks += text.count("\n", before, sentence.start)
            before = sentence.start
            paragraphs.append(breaks)
        starts = tuple(sentence.start for sentence in sentences)
        return cls(sentences, starts, tuple(paragraphs), language)

    def at(self, offset: int) -> int:
        """Give the position of the sentence that holds an offset, or the one before."""
        return max(0, bisect_right(self.starts, offset) - 1)


def find_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of words and single punctuation marks between two offsets.

    Hyphens, apostrophes and inner full stops stay inside a word: "ISIL-held", "U.S".
    """
    for match in _WORD.finditer(text, start, end):
        yield match.span()
