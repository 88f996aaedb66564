"""What packs' parties, speakers and places are called in other languages.

One TOML file a language beside this one. Ids and canonical names are the packs' own, so
that "Генштаб ВСУ", "Генеральний штаб ЗСУ" and "Ukraine's General Staff" are one speaker
in every list. English names stand in the packs themselves.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sayso.errors import UnknownName, VocabularyError

WORDS: tuple[str, ...] = ("ru", "uk")
"""Codes of the languages that have a file here, besides English."""

PARTY_KEYS = ("names", "adjectives", "people", "forces", "metonyms")
TABLES = ("parties", "countries", "speakers", "institutions", "places")
WORD_LISTS = ("force_nouns", "force_modifiers", "group_nouns")


@dataclass(frozen=True, slots=True)
class PartyNames:
    """What one party is called; names stand in the nominative."""

    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Names of its people: "украинцы"."""
    forces: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    """Places that stand for its leadership: "Киев"."""


@dataclass(frozen=True, slots=True, eq=False)
class OtherWords:
    """Names of one language."""

    code: str
    parties: Mapping[str, PartyNames]
    """Party id -> names."""
    speakers: Mapping[str, tuple[str, ...]]
    """Canonical name in the packs -> names."""
    institutions: Mapping[str, tuple[str, ...]]
    """Name of a kind of body in the packs -> names: "Минобороны"."""
    places: Mapping[str, tuple[str, ...]]
    """Name by which packs and gazetteers list it -> names."""
    force_nouns: tuple[str, ...]
    force_modifiers: tuple[str, ...]
    group_nouns: tuple[str, ...]


@cache
def load_words(code: str) -> OtherWords:
    """Give the names of a language.

    Raises:
        UnknownName: No file holds names in that language.
        VocabularyError: Its file has faults; all are named.
    """
    if code not in WORDS:
        raise UnknownName("language", code, WORDS)
    file = files(__package__).joinpath(f"{code}.toml")
    return parse_words(file.read_text(encoding="utf-8"), code=code)


def parse_words(text: str, *, code: str) -> OtherWords:
    """Give the names that a TOML text holds.

    Raises:
        VocabularyError: It has faults; the message lists all of them.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{code}.toml: not readable as TOML: {error}") from error
    faults = list(_find_faults(table, code))
    if faults:
        raise VocabularyError("\n".join(f"{code}.toml: {fault}" for fault in faults))
    parties = {
        party: PartyNames(**{key: tuple(words) for key, words in names.items()})
        for party, names in table["parties"].items()
    }
    for party, name in table["countries"].items():
        known = parties.get(party, PartyNames())
        if name not in known.names:
            parties[party] = PartyNames(
                (*known.names, name),
                known.adjectives,
                known.people,
                known.forces,
                known.metonyms,
            )
    return OtherWords(
        code=code,
        parties=MappingProxyType(parties),
        speakers=_lists(table["speakers"]),
        institutions=_lists(table["institutions"]),
        places=_lists(table["places"]),
        force_nouns=tuple(table["force_nouns"]),
        force_modifiers=tuple(table["force_modifiers"]),
        group_nouns=tuple(table["group_nouns"]),
    )


def _lists(table: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({key: tuple(words) for key, words in table.items()})


def _find_faults(table: Mapping[str, Any], code: str) -> list[str]:
    faults = []
    if table.get("language") != code:
        faults.append(f'language: {table.get("language")!r}; expected "{code}"')
    faults += [
        f"{key}: missing; expected a table"
        for key in TABLES
        if not isinstance(table.get(key), dict)
    ]
    faults += [
        f"{key}: missing; expected a list of words"
        for key in WORD_LISTS
        if not _is_words(table.get(key))
    ]
    for party, names in dict(table.get("parties") or {}).items():
        wanted = f"expected lists of words for {', '.join(PARTY_KEYS)}"
        faults += [
            f"parties.{party}.{key}: {wanted}"
            for key, words in names.items()
            if key not in PARTY_KEYS or not _is_words(words)
        ]
    for section in TABLES[2:]:
        faults += [
            f'{section}."{name}": expected a list of words'
            for name, words in dict(table.get(section) or {}).items()
            if not _is_words(words)
        ]
    return faults


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(word, str) and word.strip() for word in value
    )
