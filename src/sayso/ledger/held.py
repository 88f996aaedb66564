"""What the current state of a ledger holds: values that queries give back.

All of it is a replay of the entries; nothing here is ever the only copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from sayso.model import (
    Attribution,
    Claim,
    ClaimId,
    CustodyStep,
    DateBasis,
    Decision,
    DocumentId,
    Finding,
    Part,
    Speaker,
)


class Status(StrEnum):
    """What people have ruled on a reading or a finding so far."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    ADDED = "added"
    """A person found it; the reader did not."""
    REJECTED = "rejected"
    UNSURE = "unsure"
    DISPUTED = "disputed"
    """Two reviewers rule differently."""
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Capture:
    """One sighting of a document's words: where, when, under which name."""

    published: date | None = None
    published_basis: DateBasis = DateBasis.UNKNOWN
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    retrieved: str | None = None
    name: str | None = None
    raw_sha256: str | None = None
    media_type: str = "text/plain"
    extractor: str = "text 1"
    author: str | None = None
    pages: tuple[int, ...] = ()
    custody: tuple[CustodyStep, ...] = ()
    hour: str | None = None
    published_from: str | None = None
    doubts: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    via: tuple[str, ...] = ()
    stretches: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document without its text, with what the ledger knows of it by now."""

    id: DocumentId
    number: int
    """Sequence of its first entry; orders documents by arrival."""
    length: int
    """Characters of the text."""
    facts: Capture
    """The first capture, with later corrections; bare after erasure."""
    captures: tuple[Capture, ...] = ()
    """Later captures of the same words under another outlet or address."""
    erased: str | None = None
    """Reason of the tombstone; None while the text is held."""
    reader: str | None = None
    """Reader of the current reading; None before the first."""
    read_as_of: date | None = None
    """Publication day that the current reading resolved periods against."""
    reading: str | None = None
    """Hash of the current reading."""
    reading_number: int = 0
    """Sequence of the current reading's entry."""
    claims: int = 0
    attributions: int = 0
    gaps: int = 0


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """A claim as it stands after the rulings on it."""

    id: ClaimId
    """Id of the claim as it was read; an edit keeps it."""
    number: int
    """Falling numbers: newest reading first, its claims in the order of the text."""
    claim: Claim
    status: Status
    published: date | None
    outlet: str | None
    language: str | None = None
    """Of its document, in two letters; "und" where its script is no reader's."""


@dataclass(frozen=True, slots=True)
class HeldAttribution:
    """An attribution with the number of claims inside its content."""

    number: int
    document: DocumentId
    attribution: Attribution
    figures: int


@dataclass(frozen=True, slots=True)
class HeldSpeaker:
    """A speaker with what is held of it."""

    speaker: Speaker
    claims: int
    attributions: int

    def rank(self) -> tuple[int, int, str, str]:
        """Sorts by falling number of claims, attributions, then name."""
        return -self.claims, -self.attributions, self.speaker.name, self.speaker.id


@dataclass(frozen=True, slots=True)
class HeldRuling:
    """A person's decision, as recorded."""

    sequence: int
    subject: str
    """Claim id or finding fingerprint."""
    documents: tuple[DocumentId, ...]
    reviewer: str
    at: str
    """Instant of the decision; that of its entry, unless it was taken in."""
    decision: Decision
    reason: str
    changes: Mapping[str, Any]
    """Fields of the claim in stored form; empty unless the decision is an edit."""


@dataclass(frozen=True, slots=True)
class HeldFinding:
    """A finding as it stands after the rulings on it."""

    number: int
    """Sequence of its entry."""
    finding: Finding
    status: Status
    withdrawn: str | None = None
    """Why a later run of the checks no longer gives it; None while it stands."""


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the claims asked for have one value of a facet."""

    value: str
    """What to filter by."""
    label: str
    """What to show."""
    count: int

    def rank(self) -> tuple[int, str, str]:
        """Sorts by falling count, then label."""
        return -self.count, self.label, self.value


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts by facet, each list by falling count, then label."""

    counts: Mapping[str, tuple[FacetCount, ...]]
    values: Mapping[str, int]
    """How many values each facet has; `counts` may have been asked for fewer."""
    is_exact: bool
    """False where only the newest matches were counted."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """Documents of one outlet and day; both may be unknown."""

    outlet: str | None
    published: date | None
    documents: int
    read: int
    claims: int
    gaps: int


@dataclass(frozen=True, slots=True)
class Sums:
    """How much a ledger holds."""

    documents: int
    outlets: int
    """Those that are known by name."""
    findings: int
    """Those that stand."""
    first: date | None
    """Earliest day of publication, None where none is known."""
    last: date | None


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found; no faults means unchanged since import, no more."""

    entries: int
    head: str
    """Hash of the last entry: note it elsewhere to notice a ledger cut short."""
    texts: int
    erased: int
    """Documents whose text a tombstone erased."""
    faults: tuple[str, ...]

    def with_faults(self, more: Iterable[str]) -> Verification:
        """Give the same with more faults behind."""
        return replace(self, faults=(*self.faults, *more))
