"""One name for what texts call by many: speakers, parties, places, counted things.

Names come from theatre packs and from the claims themselves: a surname that belongs to
one full name of the same corpus stands for it. Where two could be meant, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from sayso.model import Claim
from sayso.model.withheld import voice_apart
from sayso.vocabulary.theatres import Theatre

_REMEMBERED = 1 << 16
"""Names kept in plain form; a corpus uses the same ones over and over."""
_EMPTY: Mapping[str, str] = MappingProxyType({})
_GENERIC_PLACE = frozenset(
    [
        "area",
        "areas",
        "axis",
        "border",
        "city",
        "cities",
        "country",
        "department",
        "direction",
        "district",
        "eastern",
        "east",
        "front",
        "frontline",
        "governorate",
        "krai",
        "line",
        "north",
        "northern",
        "neighbouring",
        "neighboring",
        "oblast",
        "of",
        "part",
        "province",
        "region",
        "regions",
        "republic",
        "sector",
        "south",
        "southern",
        "state",
        "territory",
        "the",
        "town",
        "village",
        "west",
        "western",
    ]
)
"""Words that say what kind of place it is, or which side of it, not which place."""
_FORCE = frozenset(
    [
        "army",
        "armed",
        "forces",
        "force",
        "military",
        "troops",
        "side",
        "soldiers",
        "servicemen",
        "the",
    ]
)
"""Words that turn a party's name into that of its forces."""
_PRONOUNS = frozenset("he it its she their them they us we".split())
"""Words that stand for a party named elsewhere, and name none themselves."""
_SAME: Mapping[str, tuple[str, ...]] = {
    "soldier": (
        "combatant",
        "fighter",
        "man",
        "manpower",
        "military",
        "military personnel",
        "personnel",
        "service member",
        "servicemember",
        "serviceman",
        "servicewoman",
        "troop",
    ),
    "person": ("people", "individual", "human"),
    "settlement": (
        "inhabited locality",
        "locality",
        "populated area",
        "populated locality",
        "populated place",
        "populated point",
    ),
    "drone": ("uav", "unmanned aerial vehicle", "unmanned aircraft"),
    "armoured vehicle": ("armored vehicle",),
}
SAME_THING: Mapping[str, str] = MappingProxyType(
    {noun: head for head, nouns in _SAME.items() for noun in nouns}
)
"""Noun -> the one it is set beside, where reports use them for one count. A village
is no settlement here and a person no soldier: those are other definitions."""


@dataclass(frozen=True, slots=True)
class Names:
    """Look-up tables, keys in lower case."""

    parties: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    """Any word for a party -> its name."""
    speakers: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    """Any word for a speaker -> the canonical name."""
    surnames: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    """Last word of a person's full name -> the canonical name; no noun in lower case
    is one: "the army" is no Ann Army."""

    @classmethod
    def of(cls, theatres: Iterable[Theatre], claims: Iterable[Claim] = ()) -> Names:
        """Give the names of theatre packs and of the claims' own speakers.

        Args:
            theatres: Packs, the first to name something wins.
            claims: All claims of the corpus, for surnames.
        """
        theatres = tuple(theatres)
        parties: dict[str, str] = {}
        speakers: dict[str, str] = {}
        for theatre in theatres:
            for party in theatre.parties:
                words = (party.name, party.id, *party.names, *party.adjectives)
                for word in (*words, *party.forces, *party.metonyms):
                    parties.setdefault(_plain(word), party.name)
            for speaker in theatre.speakers:
                for word in (speaker.name, *speaker.aliases):
                    speakers.setdefault(_plain(word), speaker.name)
        bodies = {
            word
            for theatre in theatres
            for speaker in theatre.speakers
            if speaker.kind != "person"
            for word in (speaker.name, *speaker.aliases)
        }
        surnames = _surnames(speakers, claims, parties, bodies)
        return cls(*map(MappingProxyType, (parties, speakers, surnames)))

    def speaker(self, claim: Claim) -> str | None:
        """Give the speaker's one name, None in the narrator's voice."""
        if claim.speaker is not None:
            known = voice_apart(claim.speaker)
        elif claim.claimant is not None:
            known = claim.claimant
        else:
            return None
        if known.islower() and len(known.split()) == 1:
            return known  # a noun, "observatory", though a pack has an Observatory
        plain = _plain(known)
        return self.speakers.get(plain) or self.surnames.get(plain, known)

    def side(self, claim: Claim) -> str | None:
        """Give the party its speaker speaks for, None where no pack knows it."""
        known = None if claim.speaker is None else claim.speaker.party
        words = known or self.speaker(claim)
        return None if words is None else self.parties.get(_plain(words))

    def party(self, words: str | None) -> str | None:
        """Give the party's one name, or the plain words where it is in no pack.

        A pronoun names none.
        """
        plain = None if words is None else _plain(words)
        if plain is None or plain in _PRONOUNS:
            return None
        for candidate in (plain, _without(plain, _FORCE)):
            if candidate in self.parties:
                return self.parties[candidate]
        return _without(plain, _FORCE) or plain


def place_key(claim: Claim) -> str | None:
    """Give what tells the claim's place from others, None where none is named."""
    if claim.located is not None:
        return claim.located.id
    if claim.place is None:
        return None
    return place_words(claim.place)


def places_fit(a: Claim, b: Claim) -> bool:
    """True when two claims may be of one place: the same, or one inside the other."""
    if place_key(a) == place_key(b):
        return True
    one, other = a.located, b.located
    if one is None or other is None:
        return False
    return one.lies_in(other) or other.lies_in(one)


@lru_cache(maxsize=_REMEMBERED)
def place_words(place: str) -> str:
    """Give a place's name without the words that say what kind of place it is."""
    plain = re.sub(r"\b[a-z]{2,20}'s ", "", _plain(place))
    return _without(plain, _GENERIC_PLACE) or plain


def thing_key(claim: Claim) -> str | None:
    """Give the noun that is counted, None where it tells nothing (areas, places)."""
    if claim.measure.startswith(("territory.", "place.")) or claim.group is None:
        return None
    plain = _plain(claim.group)
    return SAME_THING.get(plain, plain)


def _surnames(
    speakers: Mapping[str, str],
    claims: Iterable[Claim],
    parties: Mapping[str, str],
    bodies: AbstractSet[str],
) -> dict[str, str]:
    """Give the last word of each person's full name where only one person has it.

    A country is nobody's surname, and a body has none.
    """
    full = {c.claimant for c in claims if c.claimant} | set(speakers.values())
    by_last: dict[str, set[str]] = {}
    for name in full - bodies:
        words = name.split()
        if len(words) > 1 and all(word[:1].isupper() for word in words):
            known = speakers.get(_plain(name), name)
            by_last.setdefault(_plain(words[-1]), set()).add(known)
    return {
        last: next(iter(names))
        for last, names in by_last.items()
        if len(names) == 1 and last not in parties and last not in speakers
    }


@lru_cache(maxsize=_REMEMBERED)
def _plain(words: str) -> str:
    """Give the words in lower case, one blank between them, without an article."""
    plain = re.sub(r"\s+", " ", words.replace("’", "'")).strip().casefold()
    return plain.removeprefix("the ")


@lru_cache(maxsize=_REMEMBERED)
def _without(words: str, generic: frozenset[str]) -> str:
    return " ".join(word for word in words.split() if word not in generic)


NO_NAMES = Names()
"""Knows no names: every word stands for itself."""
