"""Who fights whom by the packs that apply: what parties need beyond their mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.reading.parties.mentions import opponents
from sayso.vocabulary.theatres import Party, PartyKind, Theatre

POWERS = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT})


@dataclass(frozen=True, slots=True)
class Conflict:
    """The packs' word on parties, by party id."""

    parties: Mapping[str, Party] = field(default_factory=dict)
    opponents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Party id -> ids of the parties it fights, in the packs' order."""
    coalitions: tuple[str, ...] = ()
    """Ids of the coalitions in the most evident war."""
    governments: tuple[str, ...] = ()
    """Ids of the states' own sides in the most evident war inside a country."""


@lru_cache(maxsize=64)
def conflict_of(packs: tuple[Theatre, ...]) -> Conflict:
    """Give who fights whom by the packs that apply, most evident pack first."""
    parties = {party.id: party for pack in reversed(packs) for party in pack.parties}
    fighting = {
        name
        for party in parties.values()
        if party.against
        for name in (party.id, *party.against)
    }
    return Conflict(
        parties=parties,
        opponents={
            name: tuple(party.id for party in opponents(name, packs))
            for name in sorted(fighting)
        },
        coalitions=tuple(
            party.id
            for pack in packs[:1]
            for party in pack.parties
            if party.kind is PartyKind.COALITION
        ),
        governments=tuple(_governments(packs[0])) if packs else (),
    )


def _governments(pack: Theatre) -> Iterator[str]:
    """Yield the sides of states that fight no other state: whose an army is."""
    for party in pack.parties:
        fought = (pack.find_party(name) for name in party.against)
        kinds = {other.kind for other in fought if other is not None}
        is_own = party.kind is PartyKind.GOVERNMENT or party.country in pack.countries
        if party.kind in POWERS and is_own and kinds and not kinds & POWERS:
            yield party.id
