"""What a word is to the finder of persons, in any of the languages with such words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sayso.vocabulary.persons import PERSON_WORDS, PersonWords
from sayso.vocabulary.persons.endings import (
    NAME_ENDINGS,
    NOUN_ENDINGS,
    PLURAL_ENDINGS,
    SMALLER,
)
from sayso.vocabulary.persons.person_words import joined

_LONGEST_ENDING = 4


class Kind:
    """What a word may be, as bits: one word may be several things.

    Plain numbers, as an enumeration takes ten times as long to be asked.
    """

    NONE = 0
    TITLE = 1 << 0
    OFFICE = 1 << 1
    RANK = 1 << 2
    QUALIFIER = 1 << 3
    PRIVATE = 1 << 4
    KIN = 1 << 5
    HELD = 1 << 6
    HARMED = 1 << 7
    SAYING = 1 << 8
    NAMING = 1 << 9
    SIGN = 1 << 10
    CREDIT = 1 << 11
    STOP = 1 << 12
    LINK = 1 << 13
    BEING = 1 << 14
    RELATIVE = 1 << 15
    LEADING = 1 << 16
    THING = 1 << 17
    NO_NAME = 1 << 18
    GIVEN = 1 << 19
    DOUBTFUL = 1 << 20
    NAMED_AFTER = 1 << 21
    KNOWN = 1 << 22
    HEADING = 1 << 23
    PROFESSION = 1 << 24
    FIELD = 1 << 25
    POST = 1 << 26
    OF_PLACE = 1 << 27
    SMALL = 1 << 28


ROLE = Kind.OFFICE | Kind.PRIVATE | Kind.KIN
_LISTS = {
    Kind.TITLE: "titles",
    Kind.OFFICE: "offices",
    Kind.RANK: "ranks",
    Kind.QUALIFIER: "qualifiers",
    Kind.PRIVATE: "private",
    Kind.KIN: "kin",
    Kind.HELD: "held",
    Kind.HARMED: "harmed",
    Kind.SAYING: "saying",
    Kind.NAMING: "naming",
    Kind.SIGN: "signs",
    Kind.CREDIT: "credits",
    Kind.STOP: "stops",
    Kind.LINK: "links",
    Kind.BEING: "being",
    Kind.RELATIVE: "relatives",
    Kind.LEADING: "leading",
    Kind.THING: "things",
    Kind.NO_NAME: "no_names",
    Kind.GIVEN: "given",
    Kind.DOUBTFUL: "doubtful",
    Kind.NAMED_AFTER: "named_after",
    Kind.KNOWN: "known",
    Kind.HEADING: "heading",
    Kind.PROFESSION: "professions",
    Kind.FIELD: "fields",
    Kind.POST: "posts",
    Kind.OF_PLACE: "of_places",
    Kind.SMALL: "small",
}
_EXACT = Kind.STOP | Kind.LINK | Kind.BEING | Kind.RELATIVE | Kind.SMALL
"""Small words, which are not inflected."""
_OF_MANY = ("но", "то", "ны", "ты", "ені")
"""Ends of participles that are said of no single person: "освобождено 3 села"."""
_NAMES = Kind.GIVEN | Kind.DOUBTFUL | Kind.KNOWN
_ED = re.compile(r"[a-z]{2,}ed$")
_NO_VERBS = frozenset(
    ("united", "armed", "allied", "so-called", "unmanned", "combined")
)
_PAST = re.compile(
    r"[а-яёіїє]{3,}(?:[аиеяуы]л[аи]?|(?:[аияу]|і(?<!ці))в|лся|лась|лися|вся)$"
)


def is_cyrillic(word: str) -> bool:
    """True when a word is in Cyrillic letters."""
    return "\u0400" <= word[:1] <= "\u04ff"


def is_verb(word: str, kinds: int) -> bool:
    """True for what ends like a verb in the past: no title reaches over it."""
    if not word[0].islower() or kinds & (ROLE | Kind.RANK | Kind.QUALIFIER | Kind.HELD):
        return False
    if is_cyrillic(word):
        return bool(_PAST.search(word))
    return bool(_ED.search(word)) and word not in _NO_VERBS


_LEAST_OFFICE = 3
"""Letters of an office behind what is written in one word with it: "ексмер"."""


@lru_cache(maxsize=1 << 15)
def kinds_of(word: str) -> int:
    """Give everything a word in lower case is listed as, inflected or not."""
    word = word.replace("’", "'").replace("ʼ", "'")
    head, dash, tail = word.rpartition("-")
    if dash and len(head) > 1:
        before, behind = _kinds_of(head), _kinds_of(tail)
        if behind & Kind.QUALIFIER:  # "minister-designate"
            behind |= before
        return _kinds_of(word) | (before & Kind.NO_NAME) | (behind & ROLE)
    return _kinds_of(word) | _kinds_of_joined(word)


def _kinds_of_joined(word: str) -> int:
    """Give the office in a word that says former, deputy or vice before it."""
    for start in _joined(cyrillic=is_cyrillic(word)):
        rest = word.removeprefix(start)
        if rest != word and len(rest) >= _LEAST_OFFICE:
            return _kinds_of(rest) & Kind.OFFICE
    return Kind.NONE


def _kinds_of(word: str) -> int:
    if not is_cyrillic(word):
        listed = _listed(cyrillic=False)
        own = listed.get(word, Kind.NONE)
        plural = listed.get(word[:-1], Kind.NONE) if word.endswith("s") else Kind.NONE
        return own | (plural & (ROLE | Kind.HELD))
    listed = _listed(cyrillic=True)
    found = listed.get(word, Kind.NONE)
    if found & Kind.SMALL:
        return found | Kind.GIVEN
    is_sure = _is_sure(found)
    for stem, ending in _cuts(word):
        kind = listed.get(stem, Kind.NONE) & ~_EXACT
        if ending not in NOUN_ENDINGS:
            kind &= _NAMES
        if ending not in NAME_ENDINGS:
            kind &= ~_NAMES
        if ending in PLURAL_ENDINGS:
            kind &= ~Kind.THING
        if len(stem) <= 3:
            kind &= ~Kind.NO_NAME
        if word.endswith(_OF_MANY):
            kind &= ~Kind.HELD
        found |= kind
        is_sure |= _is_sure(kind)
    if is_sure:  # "Мария" has the stems of "Мария" and of "Мар"
        found &= ~Kind.DOUBTFUL
    return found or _as_smaller(word)


def _is_sure(kinds: int) -> bool:
    return bool(kinds & Kind.GIVEN) and not kinds & Kind.DOUBTFUL


_LEAST_SMALLER = 3
"""Letters of a given name's stem before what makes it small."""


def _as_smaller(word: str) -> int:
    """Give `GIVEN` for a small form of a given name: "Данилко", "Іванкою"."""
    listed = _listed(cyrillic=True)
    for stem in (word, *(stem for stem, end in _cuts(word) if end in NAME_ENDINGS)):
        for suffix in SMALLER:
            base = stem.removesuffix(suffix)
            if base != stem and len(base) >= _LEAST_SMALLER:
                kinds = listed.get(base, Kind.NONE)
                if kinds & Kind.GIVEN and not kinds & (Kind.DOUBTFUL | _NO_GIVEN):
                    return Kind.GIVEN
    return Kind.NONE


_NO_GIVEN = ROLE | Kind.THING | Kind.NO_NAME


def is_listed(word: str) -> bool:
    """True for a noun that stands in the lists as it is, without an ending."""
    return bool(_listed(cyrillic=is_cyrillic(word)).get(word, Kind.NONE) & ROLE)


def key_of(word: str) -> str:
    """Give what two forms of one name have in common."""
    word = word.casefold().replace("’", "'").replace("ʼ", "'")
    if not is_cyrillic(word):
        return word
    for stem, ending in _cuts(word):
        if ending in NAME_ENDINGS and len(stem) >= 2:
            return stem
    return word


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Yield stem and ending, the longest ending first."""
    for length in range(min(_LONGEST_ENDING, len(word) - 2), 0, -1):
        yield word[:-length], word[-length:]


@cache
def _joined(*, cyrillic: bool) -> tuple[str, ...]:
    """Give what is written in one word with an office, in a script."""
    starts = joined(PERSON_WORDS, "joined")
    return tuple(sorted(start for start in starts if is_cyrillic(start) == cyrillic))


@cache
def _listed(*, cyrillic: bool) -> dict[str, int]:
    """Give every listed word of a script with all that it is."""
    found: dict[str, int] = {}
    rows: tuple[PersonWords, ...] = PERSON_WORDS
    for row in rows:
        for kind, name in _LISTS.items():
            for word in getattr(row, name):
                if is_cyrillic(word) == cyrillic:
                    found[word] = found.get(word, Kind.NONE) | kind
    return found
