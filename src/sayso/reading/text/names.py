"""Whole-word look-up of many names in a text, in one pass over its words.

A name is matched word by word, so that "al-Qaeda" and "al Qaeda" are found by one
entry, as is a name over two lines, and never inside another word. The longest
name wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

WORD = re.compile(r"[^\W_]+(?:['’ʼ`](?!s\b)[^\W_]+){0,3}")
"""A word with apostrophes inside ("Da'esh"); a possessive s is a word of its own."""

_GAP = re.compile(r"[ \n\t\r\u00a0.'’\-‐‑–/&]{1,3}")
_WINDOW = 100_000
"""Characters read at a time, so that a huge text needs no huge list of words."""
_WORDLIKE = frozenset({"is", "us", "who", "am", "it", "so", "as"})
"""Acronyms that in a text of capitals are more often the English word."""


class Token(NamedTuple):
    """One word of a text with its offsets and the key it is looked up by.

    A tuple is made in a third of the time that a class of data takes.
    """

    start: int
    end: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A name found: tokens [first, last) of the window, and what it stands for."""

    first: int
    last: int
    value: Value


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Value]):
    words: tuple[str, ...]
    keys: tuple[str, ...]
    value: Value


class NameIndex(Generic[Value]):
    """Names with what they stand for, looked up by their first two words."""

    __slots__ = ("_entries",)

    def __init__(self, names: Iterable[tuple[str, Value]]) -> None:
        """Index the names; of equal names the first stays."""
        entries: dict[str, dict[str, list[_Entry[Value]]]] = {}
        seen: set[tuple[str, ...]] = set()
        for name, value in names:
            words, keys = _words_of(name)
            if not words or words in seen:
                continue
            seen.add(words)
            entry = _Entry(words, keys, value)
            second = entry.keys[1] if len(words) > 1 else ""
            entries.setdefault(entry.keys[0], {}).setdefault(second, []).append(entry)
        for by_second in entries.values():
            for listed in by_second.values():
                listed.sort(key=lambda entry: -len(entry.words))
        self._entries = entries

    def match(self, text: str, tokens: list[Token], first: int) -> Match[Value] | None:
        """Give the longest name that starts with that token, None without one."""
        if first >= len(tokens):
            return None
        by_second = self._entries.get(tokens[first].key)
        if by_second is None:
            return None
        second = tokens[first + 1].key if first + 1 < len(tokens) else ""
        for key in (second, "") if second else ("",):
            for entry in by_second.get(key, ()):
                last = first + len(entry.words)
                if (
                    last <= len(tokens)
                    and _same_words(entry, tokens, first)
                    and _joined(text, tokens, first, last)
                ):
                    return Match(first, last, entry.value)
        return None

    def match_words(self, words: Sequence[str]) -> bool:
        """True when the words together are one of the names, whatever the capitals."""
        keys = tuple(map(to_key, words))
        by_second = self._entries.get(keys[0], {}) if keys else {}
        listed = by_second.get(keys[1] if len(keys) > 1 else "", ())
        return any(entry.keys == keys for entry in listed)

    def find(self, text: str, tokens: list[Token]) -> Iterator[Match[Value]]:
        """Yield the names among the tokens, longest first at each place, in order."""
        entries, at = self._entries, 0
        while at < len(tokens):
            found = self.match(text, tokens, at) if tokens[at].key in entries else None
            if found is None:
                at += 1
            else:
                yield found
                at = found.last


@lru_cache(maxsize=32_768)
def _words_of(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words of a listed name and their keys; many indexes hold one name."""
    words = tuple(WORD.findall(name))
    return words, tuple(map(to_key, words))


def to_key(word: str) -> str:
    """Give the form of a word that is compared: one case, one kind of apostrophe."""
    if word.isascii():
        return word.lower().replace("`", "'") if "`" in word else word.lower()
    return word.casefold().replace("’", "'").replace("ʼ", "'").replace("`", "'")


def find_windows(text: str) -> Iterator[list[Token]]:
    """Yield the words of the text, in lists of at most about 15,000 words.

    Lists end at a line break where there is one, so that few names are cut.
    """
    if len(text) <= _WINDOW:
        if text:
            yield _whole(text)
        return
    start = 0
    while start < len(text):
        end = len(text)
        if end - start > _WINDOW:
            cut = text.rfind("\n", start + _WINDOW // 2, start + _WINDOW)
            if cut < 0:
                cut = text.rfind(" ", start + _WINDOW // 2, start + _WINDOW)
            end = cut + 1 if cut >= 0 else start + _WINDOW
        yield _tokens(text, start, end)
        start = end


@lru_cache(maxsize=4)
def _whole(text: str) -> list[Token]:
    """Give the words of a short text; several readers ask for those of one document."""
    return _tokens(text, 0, len(text))


def _tokens(text: str, start: int, end: int) -> list[Token]:
    return [
        Token(*found.span(), word := found[0], to_key(word))
        for found in WORD.finditer(text, start, end)
    ]


def _same_words(entry: _Entry[Value], tokens: list[Token], first: int) -> bool:
    """True when keys agree and each word has the capitals that the name asks for."""
    for offset, (word, key) in enumerate(zip(entry.words, entry.keys, strict=True)):
        token = tokens[first + offset]
        if token.key != key:
            return False
        if word != token.text and word[0].isupper() and not token.text[0].isupper():
            return False
        if len(word) > 1 and word.isupper() and not token.text.isupper():
            return False
    if len(entry.words) == 1 and entry.keys[0] in _WORDLIKE:
        beside = tokens[max(0, first - 1) : first] + tokens[first + 1 : first + 2]
        return not any(_is_capitals(token.text) for token in beside)
    return True


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _joined(text: str, tokens: list[Token], first: int, last: int) -> bool:
    """True when only spaces, hyphens and the like stand between the words."""
    for left, right in zip(
        tokens[first : last - 1], tokens[first + 1 : last], strict=True
    ):
        gap = text[left.end : right.start]
        if not _GAP.fullmatch(gap):
            return False
        if "." in gap and " " in gap and len(left.text) > 3:
            return False
    return True
