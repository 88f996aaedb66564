"""What a theatre pack holds: a conflict's parties, speakers, places and constants.

A pack is data (one TOML file); nothing of a conflict stands in the code. The general
pack of countries and international bodies, `world`, has the same form.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sayso.model import Access, PlaceKind


class PartyKind(StrEnum):
    """What a party is, which decides how it is named in a claim."""

    STATE = "state"
    """A country with all that acts for it; claims name the country."""
    GOVERNMENT = "government"
    """One side of a war inside a country; claims keep the words of the text."""
    GROUP = "group"
    """An armed or political group; claims keep the words of the text."""
    COALITION = "coalition"
    """Several states acting together; claims keep the words of the text."""
    INTERNATIONAL = "international"
    """A body of states or a humanitarian body, not a belligerent."""


class SpeakerKind(StrEnum):
    """What a known speaker is."""

    PERSON = "person"
    BODY = "body"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the conflict, or a country, with the words that name it.

    All names are matched as whole words in the case given, or in capitals.
    """

    id: str
    name: str
    """Name in claims and on pages: "Ukraine"."""
    kind: PartyKind
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country it belongs to."""
    side: str | None = None
    """Parties with the same side fight together."""
    against: tuple[str, ...] = ()
    """Ids of the parties it fights."""
    names: tuple[str, ...] = ()
    """Other names: "the Russian Federation"."""
    adjectives: tuple[str, ...] = ()
    """Adjectives and names of its people: "Ukrainian", "Ukrainians"."""
    forces: tuple[str, ...] = ()
    """Names of its forces: "Armed Forces of Ukraine", "AFU"."""
    metonyms: tuple[str, ...] = ()
    """Places that stand for its leadership: "Kyiv", "Kremlin"."""


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A person, body or outlet that often speaks in reports of the conflict."""

    name: str
    """Canonical name: the same in every document."""
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    """Other spellings and short names that mean it within this conflict."""
    role: str | None = None
    party: str | None = None
    """Id of a party of this pack or of `world`."""
    access: Access = Access.UNKNOWN
    since: str | None = None
    """ISO day, month or year the role began."""
    until: str | None = None
    """ISO day, month or year the role ended; None while held or not known."""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """Who stands behind an outlet; several of one owner are not several voices."""

    name: str
    source: str
    """Where owner and state were taken from."""
    aliases: tuple[str, ...] = ()
    """Other names and the domains of its pages."""
    owner: str | None = None
    family: str | None = None
    """The brand that several outlets share: "BBC"."""
    state: str | None = None
    """Id of the party whose state runs it; it speaks for the state only in words."""


@dataclass(frozen=True, slots=True)
class Institution:
    """A kind of body every country has: with a party it makes a speaker."""

    name: str
    """Name after a party's possessive: "Defence Ministry"."""
    variants: tuple[str, ...] = ()
    """Other ways to write it, lower case; capitals do not matter."""
    access: Access = Access.UNKNOWN


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place of the conflict whose name has variants or no gazetteer entry."""

    name: str
    variants: tuple[str, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the gazetteer that lists it, None for several."""
    kind: PlaceKind | None = None
    lat: float | None = None
    """Degrees north; with `lon`, the pack's own point for a place."""
    lon: float | None = None
    precision_m: int | None = None
    """Radius within which the place lies around the point, in metres."""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """A reference figure of the conflict with where it was taken from."""

    id: str
    """Dotted name: "area.kursk_oblast", "day.full_scale_invasion"."""
    source: str
    value: Decimal | None = None
    unit: str | None = None
    """Unit of `value`: "km2", "count"."""
    day: str | None = None
    """ISO day, for constants that are dates."""
    note: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Theatre:
    """One pack, read and checked; two of them are equal only when the same object."""

    name: str
    title: str
    digest: str
    """SHA-256 of the file, so that a reading says by which vocabulary it was made."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes in which the conflict takes place."""
    parties: tuple[Party, ...] = ()
    speakers: tuple[KnownSpeaker, ...] = ()
    outlets: tuple[KnownOutlet, ...] = ()
    institutions: tuple[Institution, ...] = ()
    places: tuple[PlaceName, ...] = ()
    constants: tuple[Constant, ...] = ()
    force_nouns: tuple[str, ...] = ()
    """Nouns that make an adjective name a force: "troops", "army"."""
    force_modifiers: tuple[str, ...] = ()
    """Words that may stand before such a noun: "armed", "government"."""
    group_nouns: tuple[str, ...] = ()
    """Nouns that name a party without telling which: "rebels", "coalition"."""

    def find_party(self, id: str) -> Party | None:  # noqa: A002 - the field's name
        """Give the party with that id, None when the pack has none."""
        return next((party for party in self.parties if party.id == id), None)

    def find_constant(self, id: str) -> Constant | None:  # noqa: A002 - as above
        """Give the constant with that id, None when the pack has none."""
        return next((item for item in self.constants if item.id == id), None)
