"""Evidence of a conflict in a text: the names by which a theatre pack is chosen.

It counts and decides nothing: `sayso.reading.parties.mentions.choose_theatres` sets
how much evidence is enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.reading.text.names import NameIndex, find_windows
from sayso.vocabulary.theatres import Party, PartyKind, Theatre

WORLD = "world"
"""Name of the pack that applies to every document."""

_LONGEST_ACRONYM = 3
"""Characters of a name that is too short to speak for a pack: "IS", "SDF", "Ber"."""


@dataclass(frozen=True, slots=True)
class _Owners:
    """The packs that hold a name."""

    home: tuple[str, ...]
    """Packs that the name can speak for."""
    guest: tuple[str, ...]
    """Packs in which it names a state from outside, no sign of the conflict."""


def count_evidence(text: str, packs: tuple[Theatre, ...]) -> dict[str, Counter[str]]:
    """Count the names that speak for each pack, by their first words.

    Names of one pack are counted first, then those that are at home in one and guests
    in others, then those at home in several: each for the pack with most so far.
    """
    index = _evidence(packs)
    held: Counter[tuple[_Owners, str]] = Counter()
    for tokens in find_windows(text):
        for match in index.find(text, tokens):
            held[match.value, tokens[match.first].key] += 1
    counts: dict[str, Counter[str]] = {pack.name: Counter() for pack in packs}
    by_rank: dict[tuple[int, bool], list[tuple[_Owners, str, int]]] = {}
    for (owners, word), count in held.items():
        rank = (len(owners.home), bool(owners.guest))
        by_rank.setdefault(rank, []).append((owners, word, count))
    for rank in sorted(by_rank):
        totals = {name: counter.total() for name, counter in counts.items()}
        for owners, word, count in by_rank[rank]:
            for name in _spoken_for(owners, totals):
                counts[name][word] += count
    return counts


def _spoken_for(owners: _Owners, totals: dict[str, int]) -> tuple[str, ...]:
    """Give the packs that a name speaks for, by the evidence counted so far."""
    most = max(totals[name] for name in (*owners.home, *owners.guest))
    if most == 0:
        return owners.home if len(owners.home) == 1 else ()
    return tuple(name for name in owners.home if totals[name] == most)


@lru_cache(maxsize=32)
def _evidence(packs: tuple[Theatre, ...]) -> NameIndex[_Owners]:
    """Index the names that can speak for a pack with the packs that hold them."""
    world = [party for pack in packs if pack.name == WORLD for party in pack.parties]
    home: dict[str, list[str]] = {}
    guest: dict[str, list[str]] = {}
    for pack in packs:
        if pack.name != WORLD:
            own, foreign = _names_at_home(pack, world)
            for name in own:
                home.setdefault(name, []).append(pack.name)
            for name in foreign - own:
                guest.setdefault(name, []).append(pack.name)
    owners = {
        name: _Owners(tuple(packs_at_home), tuple(guest.get(name, ())))
        for name, packs_at_home in home.items()
        if len(name) > _LONGEST_ACRONYM and not name.islower()
    }
    return NameIndex(sorted(owners.items(), key=lambda item: item[0]))


def _names_at_home(pack: Theatre, world: Sequence[Party]) -> tuple[set[str], set[str]]:
    """Give the names of a pack: its own, and those of states from outside.

    States from outside fight in many places: "Russia" is no sign of Syria. Their
    forces are a sign, for a pack lists those of its own conflict.
    """
    states = {
        party.id: party
        for party in (*world, *pack.parties)
        if party.kind == PartyKind.STATE
    }
    outside = {
        party.id
        for party in states.values()
        if party.country and party.country not in pack.countries
    }
    own: set[str] = set()
    foreign: set[str] = set()
    ids = {party.id for party in pack.parties}
    known = [row for row in world if row.country in pack.countries or row.id in ids]
    for party in (*pack.parties, *known):
        names = {party.name, *party.names, *party.adjectives, *party.metonyms}
        (foreign if party.id in outside else own).update(names)
        own.update(party.forces)
    for speaker in pack.speakers:
        names = {speaker.name, *speaker.aliases}
        (foreign if speaker.party in outside else own).update(names)
    for place in pack.places:
        own.update((place.name, *place.variants))
    return own, foreign
