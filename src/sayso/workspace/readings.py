"""Readings of one document by several readers, side by side.

A ledger keeps every reading it was given; the latest is the current one, and what
pages, checks and exports show. The earlier ones stay to be compared with it. A claim's
id is made of document, words and measure, so two readers that read the same figure as
the same thing share it, and differ in its fields at most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger import HeldDocument, Ledger, hold_document, read_parts
from sayso.model import Claim, ClaimId, DocumentId, EntryKind, Reading


@dataclass(frozen=True, slots=True)
class HeldReading:
    """One reading of a document, as the ledger keeps it."""

    number: int
    """Sequence of its entry."""
    at: str
    """Instant it was recorded, ISO 8601 in UTC."""
    reading: Reading
    is_current: bool
    """True for the one that pages, checks and exports show."""


@dataclass(frozen=True, slots=True)
class Listed:
    """That a document was read: by which reader, when, and how much was found."""

    reader: str
    at: str
    claims: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """One claim as each reader has it."""

    claims: tuple[Claim | None, ...]
    """In the order of the readings; None where a reader has no such claim."""

    @property
    def first(self) -> Claim:
        """The claim of the earliest reader that has it."""
        return next(claim for claim in self.claims if claim is not None)


def list_readings(ledger: Ledger, held: HeldDocument) -> tuple[Listed, ...]:
    """Give who read a document, in the order it was read; nothing is unpacked."""
    return tuple(
        Listed(
            entry.body["reader"],
            entry.at,
            entry.body["claims_count"],
            entry.sequence == held.reading_number,
        )
        for entry in ledger.entries(kind=EntryKind.READING, subject=held.id)
    )


def held_readings(ledger: Ledger, document: DocumentId) -> tuple[HeldReading, ...]:
    """Give all readings of a document, in the order they were made.

    Those whose words were erased are not among them.

    Raises:
        EntryMissing: The document is not held.
    """
    held = ledger.document(document)
    if held.erased is not None:
        return ()
    entries = ledger.entries(kind=EntryKind.READING, subject=document)
    whole = hold_document(held, ledger.text(document))
    return tuple(
        HeldReading(
            number=entry.sequence,
            at=entry.at,
            reading=read_parts(
                whole, ledger.text(entry.body["reading"]), entry.body["reader"]
            ),
            is_current=entry.sequence == held.reading_number,
        )
        for entry in entries
    )


def compare_readings(readings: Sequence[HeldReading]) -> tuple[Compared, ...]:
    """Give every claim that some reading has, in the order of the text.

    Args:
        readings: What `held_readings` gave, or some of them.
    """
    columns: list[Mapping[ClaimId, Claim]] = [
        {claim.id: claim for claim in held.reading.claims} for held in readings
    ]
    known = {claim.id: claim for column in columns for claim in column.values()}
    order = sorted(
        known.values(),
        key=lambda c: (c.quantity.span.start, c.quantity.span.end, c.measure),
    )
    return tuple(
        Compared(tuple(column.get(claim.id) for column in columns)) for claim in order
    )
