"""Where the names of given persons stand in any words, whole or in part."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sayso.reading.persons.lexicon import ROLE, Kind, key_of, kinds_of
from sayso.reading.persons.persons import Person
from sayso.vocabulary.persons.endings import PARTICLES

_WORD = re.compile(r"[^\W\d_]+(?:[-’'ʼ](?!s\b)[^\W\d_]+)*")
_NOT_ALONE = (
    ROLE | Kind.THING | Kind.NO_NAME | Kind.DOUBTFUL | Kind.QUALIFIER | Kind.HEADING
)
"""Words that name nobody by themselves: "White", "Hope", "March"."""
_LEAST = 3


@dataclass(frozen=True, slots=True)
class HiddenNames:
    """Words of names to withhold, without endings, and of those that are shown."""

    words: Collection[str] = frozenset()
    shown: Collection[str] = frozenset()
    """Words of persons who may be shown: a surname that both have tells nothing."""

    def __bool__(self) -> bool:
        return bool(self.words)


def hide_names(persons: Iterable[Person], more: Iterable[str] = ()) -> HiddenNames:
    """Give the words of the names to withhold.

    Args:
        persons: Those of a text.
        more: Further names to withhold; words in lower case name nobody.
    """
    hidden, shown = set[str](), set[str]()
    for person in persons:
        words = {w for span in person.mentions for w in _words_of(span.text)}
        (hidden if person.is_withheld else shown).update(words)
    for name in more:
        words = set(_words_of(name))
        hidden |= words
        shown -= words
    return HiddenNames(frozenset(hidden), frozenset(shown))


def _words_of(name: str) -> Iterator[str]:
    for match in _WORD.finditer(name):
        if _is_capital(match.group()) and len(match.group()) > 1:
            yield key_of(match.group())


def _is_capital(word: str) -> bool:
    head, _, tail = word.partition("-")
    return word[0].isupper() or (head in PARTICLES and tail[:1].isupper())


def find_hidden(text: str, names: HiddenNames) -> tuple[tuple[int, int], ...]:
    """Give the ends of the names in some words, in order."""
    found: list[tuple[int, int]] = []
    run: list[tuple[re.Match[str], str]] = []
    for match in _WORD.finditer(text):
        key = key_of(match.group()) if _is_capital(match.group()) else ""
        if key and key in names.words:
            if run and text[run[-1][0].end() : match.start()] not in (
                " ",
                "\xa0",
                "\n",
            ):
                found += _ends_of(run, names)
                run = []
            run.append((match, key))
        elif run:
            found += _ends_of(run, names)
            run = []
    return (*found, *_ends_of(run, names))


def _ends_of(
    run: list[tuple[re.Match[str], str]], names: HiddenNames
) -> Iterator[tuple[int, int]]:
    """Yield the ends of a run of hidden words, if it tells who is meant."""
    own = [key for _, key in run if key not in names.shown]
    if not own:
        return
    word = run[0][0].group()
    if len(run) == 1 and (len(word) < _LEAST or kinds_of(word.lower()) & _NOT_ALONE):
        return
    yield run[0][0].start(), run[-1][0].end()
