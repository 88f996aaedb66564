"""What packs and languages call parties, speakers and places, ready to be asked for.

A name is looked up folded: no case, accents, points or article. Names in other
languages than English are those by which texts are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from sayso.ledger.filters import fold_words
from sayso.vocabulary.theatres import PartyKind, Theatre
from sayso.vocabulary.theatres.words import WORDS, load_words
from sayso.workspace.own_data import load_own

Keys = tuple[str, ...]


def fold_name(name: str) -> str:
    """Give a name as names are compared: no case, accents, points or article."""
    words = fold_words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


_Names = Callable[[tuple[Theatre, ...]], Iterator[tuple[str, ...]]]
"""Gives the names of each party, speaker or place of some packs."""


def aliases_of(wanted: str, names: _Names) -> frozenset[str]:
    """Give all folded names of whatever has the wanted name among its own."""
    return _index(names, load_own().theatres).get(fold_name(wanted), frozenset())


@lru_cache(maxsize=8)
def _index(names: _Names, packs: tuple[Theatre, ...]) -> Mapping[str, frozenset[str]]:
    """Give each folded name with those that mean the same.

    Made once: thousands of names are folded, and every page with a filter asks.
    """
    found: dict[str, frozenset[str]] = {}
    for group in names(packs):
        folded = frozenset(fold_names(group))
        for name in folded:
            found[name] = found.get(name, frozenset()) | folded
    return found


def fold_names(names: Iterable[str]) -> set[str]:
    """Give names as they are compared."""
    return {fold_name(name) for name in names}


def party_names(packs: tuple[Theatre, ...]) -> Iterator[tuple[str, ...]]:
    """Yield all that each party is called."""
    for party in _each_party(packs):
        yield (*party.names, *party.others)


@dataclass(frozen=True, slots=True)
class _Called:
    """What a party is called, in all languages."""

    names: Keys
    """Its own names: "Russian Federation", "РФ"."""
    others: Keys
    """Adjectives and names of its forces."""
    code: str
    """Of its country, "" for no state."""


def _each_party(packs: tuple[Theatre, ...]) -> Iterator[_Called]:
    """Yield each party once, with what all packs and languages call it."""
    names, others = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    codes: dict[str, str] = {}
    for pack in packs:
        for party in pack.parties:
            names[party.id] += (party.id, party.name, *party.names)
            others[party.id] += (*party.adjectives, *party.forces)
            if party.kind is PartyKind.STATE and party.country:
                codes[party.id] = str(party.country)
    for words in map(load_words, WORDS):
        for key in words.parties.keys() & names.keys():
            names[key] += words.parties[key].names
            others[key] += (*words.parties[key].adjectives, *words.parties[key].forces)
    for key, own in names.items():
        yield _Called(_listed(own), _listed(others[key]), codes.get(key, ""))


def _listed(names: Iterable[str]) -> Keys:
    """Give names as they are asked for: a star stands for any ending."""
    return tuple(name for name in dict.fromkeys(names) if "*" not in name)


def speaker_names(packs: tuple[Theatre, ...]) -> Iterator[tuple[str, ...]]:
    """Yield all that each speaker is called."""
    for pack in packs:
        for speaker in pack.speakers:
            others = (w.speakers.get(speaker.name, ()) for w in map(load_words, WORDS))
            yield (speaker.name, *speaker.aliases, *chain(*others))


def place_names(packs: tuple[Theatre, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the names of each place that may be meant by several."""
    for pack in packs:
        for place in pack.places:
            yield (place.name, *place.variants)
    for words in map(load_words, WORDS):
        for name, others in words.places.items():
            yield (name, *_listed(others))


def codes_of(wanted: str) -> frozenset[str]:
    """Give the codes of the country that has this name."""
    return _states(load_own().theatres).get(fold_name(wanted), frozenset())


@lru_cache(maxsize=2)
def _states(packs: tuple[Theatre, ...]) -> Mapping[str, frozenset[str]]:
    """Give each folded name of a country with the codes that it may mean."""
    found: dict[str, frozenset[str]] = {}
    for party in _each_party(packs):
        for name in fold_names(party.names) if party.code else ():
            found[name] = found.get(name, frozenset()) | {party.code}
    return found


def shortened(wanted: str) -> frozenset[Keys]:
    """Give the names of each party of which a name may be a short form."""
    return _short_forms(load_own().theatres).get(fold_name(wanted), frozenset())


@lru_cache(maxsize=2)
def _short_forms(packs: tuple[Theatre, ...]) -> Mapping[str, frozenset[Keys]]:
    """Give short forms with the parties that they may mean: "rf", "ru".

    Initials of any of its names and the code of its country; a name that a pack
    itself lists is looked for before these.
    """
    found: dict[str, frozenset[Keys]] = {}
    for party in _each_party(packs):
        initials = {_initials(fold_name(name)) for name in party.names}
        for short in {party.code.lower(), *initials} - {""}:
            found[short] = found.get(short, frozenset()) | {party.names}
    return found


def _initials(name: str) -> str:
    """Give the initials of a folded name of several words, "" of one word."""
    words = [word for word in name.split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


_SMALL = frozenset(["of", "the", "and", "for"])
"""Words that have no part in initials."""
