"""Words written like names, in runs, with the tokens around them; one pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sayso.reading.persons.lexicon import ROLE, Kind, is_cyrillic, kinds_of
from sayso.vocabulary.persons.endings import AGED, PARTICLES

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'ʼ](?!s\b)[^\W\d_]+)*|[’']s\b|\d+|[^\w\s]|\n|_+")
_PREFIX = (
    ROLE
    | Kind.TITLE
    | Kind.RANK
    | Kind.QUALIFIER
    | Kind.NO_NAME
    | Kind.HELD
    | Kind.HARMED
    | Kind.STOP
)
"""What begins a run and is no part of the name: "Captured Sergeant Ivo Bel"."""
_LONGEST = 8
"""Tokens of one run; a longer one is a heading or a list."""
_HEADING_WORDS = 4
_HEADING_SHARE = 0.7


class Token(NamedTuple):
    """A word, number or sign of a text; a tuple is made in a third of the time."""

    start: int
    end: int
    text: str
    kinds: int
    is_name: bool
    """True when it is written like a part of a name."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` that are written like one name."""

    first: int
    last: int
    """Index of the last token, not past it."""
    in_heading: bool
    """True on a line that writes nearly every word with a capital."""

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.last - self.first + 1


def read_tokens(text: str) -> tuple[Token, ...]:
    """Give the words, numbers and signs of a text, in order."""
    return tuple(_token(match) for match in _TOKEN.finditer(text))


def _token(match: re.Match[str]) -> Token:
    word = match[0]
    return Token(*match.span(), word, *_read_word(word))


@lru_cache(maxsize=16_384)
def _read_word(word: str) -> tuple[int, bool]:
    """Give what a word may be, and whether it is written like a part of a name."""
    if not word[0].isalpha():
        return Kind.NONE, False
    return kinds_of(word.lower()), _looks_like_name(word)


def _looks_like_name(word: str) -> bool:
    if word[0].isupper():
        return len(word) == 1 or not word.isupper() or "'" in word
    head, dash, tail = word.partition("-")
    return bool(dash) and head.lower() in PARTICLES and tail[:1].isupper()


def find_runs(text: str, tokens: Sequence[Token]) -> tuple[Run, ...]:
    """Give the runs of names, without titles and other words before them."""
    headings = _headings(tokens)
    found: list[Run] = []
    at = 0
    while at < len(tokens):
        if not tokens[at].is_name:
            at += 1
            continue
        last = _run_end(text, tokens, at)
        found += _trim(tokens, at, last, in_heading=at in headings)
        at = last + 1
    return tuple(found)


def _run_end(text: str, tokens: Sequence[Token], first: int) -> int:
    """Give the last token of the run that begins here."""
    last = at = first
    while at + 1 < len(tokens) and at - first < _LONGEST:
        there = tokens[at + 1]
        gap = text[tokens[at].end : there.start]
        is_initial = len(tokens[at].text) == 1 and there.text == "." and not gap
        if is_initial or (there.text == "." and _is_short(tokens[at]) and not gap):
            at += 1
            continue
        if gap not in (" ", "\xa0") and not (gap == "" and tokens[at].text == "."):
            break
        if there.is_name:
            last = at = at + 1
        elif there.text in PARTICLES and (
            tokens[at].is_name or tokens[at].text in PARTICLES  # "van der"
        ):
            at += 1
        else:
            break
    return last


def _is_short(token: Token) -> bool:
    """True for an abbreviation of a title: "Lt", "Gen"."""
    return len(token.text) <= 4 and bool(token.kinds & (_PREFIX ^ Kind.STOP))


def _trim(
    tokens: Sequence[Token], first: int, last: int, *, in_heading: bool
) -> list[Run]:
    """Give what is left of a run without the words around the name; none for none."""
    begin = first
    for at in range(first, last):
        kinds = tokens[at].kinds
        is_named = bool(kinds & Kind.GIVEN) and not kinds & (ROLE | Kind.NO_NAME)
        follows_given = at > first and bool(tokens[at - 1].kinds & Kind.GIVEN)
        if _is_initial(tokens, at):
            continue
        if is_cyrillic(tokens[at].text) and kinds & Kind.GIVEN and kinds & Kind.NO_NAME:
            continue  # "Марта": months have no capital
        is_prefix = kinds & _PREFIX or AGED.search(tokens[at].text.lower())
        if is_prefix and not is_named and not follows_given:
            begin = at + 1
    while begin < last and not tokens[begin].is_name:  # a full stop or a particle
        begin += 1
    while last >= begin and tokens[last].kinds & _PREFIX:
        if last > begin and _is_initial(tokens, last):
            break
        before = tokens[last - 1].kinds if last > begin else Kind.NONE
        if before & Kind.GIVEN and not tokens[last].kinds & Kind.NO_NAME:
            break
        if last == begin and tokens[last].kinds & Kind.GIVEN:
            break
        last -= 1
    while last > begin and not tokens[last].is_name:
        last -= 1
    return [Run(begin, last, in_heading)] if last >= begin else []


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """True for the letter of "К. Бел" and "Оля К.", which elsewhere is a word."""
    if len(tokens[at].text) > 1 or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end


def _headings(tokens: Sequence[Token]) -> frozenset[int]:
    """Give the tokens on lines in which nearly all words have a capital."""
    found: set[int] = set()
    line: list[int] = []
    for at in range(len(tokens) + 1):
        if at < len(tokens) and tokens[at].text != "\n":
            line.append(at)
            continue
        words = [a for a in line if tokens[a].text[0].isalpha()]
        capital = sum(1 for a in words if tokens[a].text[0].isupper())
        if len(words) >= _HEADING_WORDS and capital >= _HEADING_SHARE * len(words):
            found.update(line)
        line = []
    return frozenset(found)
