"""What may be asked of a ledger's claims, and how words of a user become keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model import DocumentId

FACETS = ("measure", "speaker", "party", "place", "outlet", "language", "status")
"""What claims are counted by, in the order shown."""
UNATTRIBUTED = "unattributed"
"""Speaker key of claims in the narrator's own voice."""
NOBODY = "Unattributed"
"""What `UNATTRIBUTED` is shown as."""
SHORTEST_PREFIX = 4
"""Digits of an id's beginning that are looked up; fewer would fit too many."""
_MOST_TERMS = 32
"""Words of one search that are looked at; more is no question a person asks."""


_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
"""Soft hyphens and joiners inside words."""


class Order(StrEnum):
    """How claims are listed."""

    NEWEST = "newest"
    """Last read document first, its claims in the order of the text."""
    PUBLISHED = "published"
    """Last published first, unknown days last."""
    TEXT = "text"
    """First read document first, its claims in the order of the text."""
    UNSURE = "unsure"
    """Least certain reading first."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims are asked for; None asks for all, several must all hold.

    A facet takes words of a user, or a tuple of keys of which one must fit as it is.
    """

    measure: str | tuple[str, ...] | None = None
    """A measure ("people.killed") or a family of them ("people")."""
    speaker: str | tuple[str, ...] | None = None
    """A speaker's id or a part of its name."""
    party: str | tuple[str, ...] | None = None
    """Actor or affected."""
    place: str | tuple[str, ...] | None = None
    """A place's id, its name, or the name as written."""
    outlet: str | tuple[str, ...] | None = None
    language: str | tuple[str, ...] | None = None
    """Of the document that a claim stands in: its code, as "en"."""
    status: str | tuple[str, ...] | None = None
    document: DocumentId | None = None
    since: date | None = None
    """First day of interest; claims of a later or unlimited period fit as well."""
    until: date | None = None
    """Last day of interest, included."""
    text: str | None = None
    """Words that the claim's sentence, speaker, place or group has, all of them."""
    unattributed: bool = False
    """Only claims in the narrator's own voice."""
    rule: str | None = None
    """Only claims that a finding of this rule uses."""


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a list."""

    limit: int = 50
    offset: int = 0


Known = Callable[[str, str], Iterable[tuple[str, str]]]
"""Gives the (key, label) pairs that claims have for a facet, given what is wanted: of
those that cannot be meant some may be left out."""
BY_ID = ("speaker", "place")
"""Facets whose key is no words: one that is asked for by its key is meant alone."""


def resolve_keys(filters: Filters, known: Known) -> Mapping[str, tuple[str, ...]]:
    """Give for each facet that is filtered by the keys that fit; none may fit."""
    chosen: dict[str, tuple[str, ...]] = {}
    for facet in FACETS:
        wanted: str | tuple[str, ...] | None = getattr(filters, facet)
        if isinstance(wanted, tuple):
            chosen[facet] = tuple(sorted(wanted))
        elif wanted is not None:
            chosen[facet] = tuple(sorted(_fitting(facet, wanted, known)))
    if filters.unattributed:
        asked = chosen.get("speaker", (UNATTRIBUTED,))
        chosen["speaker"] = tuple(key for key in asked if key == UNATTRIBUTED)
    return chosen


def _fitting(facet: str, wanted: str, known: Known) -> set[str]:
    pairs = tuple(known(facet, wanted))
    keys = {key for key, _ in pairs if key == wanted}
    if keys and facet in BY_ID:
        return keys
    fits = _FITS.get(facet, _is_same)
    return keys | {key for key, label in pairs if fits(wanted, label)}


def split_terms(text: str) -> tuple[tuple[str, ...], ...]:
    """Give the terms of a search: each a run of words that must stand together.

    Words in double quotation marks stand together; a mark without a partner, NUL and
    punctuation mean nothing. A term of several words also comes of "U.S." or "km2/day".
    """
    parts = text.split('"')
    terms = [
        tuple(fold_words(words))
        for at, part in enumerate(parts)
        for words in ((part,) if at % 2 and at < len(parts) - 1 else part.split())
    ]
    return tuple(term for term in terms if term)[:_MOST_TERMS]


def fold_words(text: str) -> list[str]:
    """Give the words of a text as a search compares them, in any script.

    No case, no accents, no marks that are not seen; a ligature is its letters. Every
    backend indexes these words, not the text: what an index of its own takes for an
    accent (й, ί) would else never be found.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_UNSEEN))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.casefold())


def has_terms(words: list[str], terms: Iterable[tuple[str, ...]]) -> bool:
    """True when every term stands in the words, its own words side by side."""
    return all(
        any(
            tuple(words[at : at + len(term)]) == term
            for at in range(len(words) - len(term) + 1)
        )
        for term in terms
    )


def _is_same(wanted: str, label: str) -> bool:
    return wanted.casefold() == label.casefold()


def _is_within(wanted: str, label: str) -> bool:
    return wanted.casefold() in label.casefold()


def _is_of_family(wanted: str, label: str) -> bool:
    return label.startswith(f"{wanted}.")


_FITS: Mapping[str, Callable[[str, str], bool]] = {
    "speaker": _is_within,
    "measure": _is_of_family,
}
