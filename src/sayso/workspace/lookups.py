"""What of a ledger is meant: by an id's beginning, a name, or a hash noted before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from sayso.errors import EntryMissing
from sayso.ledger import (
    Filters,
    HeldClaim,
    HeldDocument,
    Ledger,
    Order,
    Page,
    Verification,
)
from sayso.model import DocumentId
from sayso.workspace.values import DocumentView

_LEAST_OF_HASH = 8
_MOST_LISTED = 5
"""Candidates named when a beginning of an id fits several."""

Held = TypeVar("Held", HeldClaim, HeldDocument)


def only(kind: str, wanted: str, found: Mapping[str, Held]) -> Held:
    """Give the one thing that was found.

    Args:
        kind: What it is called.
        wanted: What was asked for.
        found: By id; one whose id is `wanted` itself goes before all others.

    Raises:
        EntryMissing: Nothing was found, or several things.
    """
    if not found:
        raise EntryMissing(f'no {kind} "{wanted}" in this ledger')
    if len(found) > 1 and wanted not in found:
        listed = ", ".join(key[:12] for key in list(found)[:_MOST_LISTED])
        raise EntryMissing(f'"{wanted}" fits several {kind}s: {listed}')
    return found[wanted] if wanted in found else next(iter(found.values()))


def find_document(ledger: Ledger, wanted: str) -> HeldDocument:
    """Give the one document of an id, a beginning of an id, a name, or a claim.

    Raises:
        EntryMissing: None or several fit.
    """
    found = ledger.find_documents(wanted)
    claims = () if found or not wanted else ledger.find_claims(wanted)
    if claims:
        only("claim", wanted, {held.id: held for held in claims})
        return ledger.document(claims[0].claim.document)
    return only("document", wanted, {held.id: held for held in found})


def view_document(ledger: Ledger, wanted: str) -> DocumentView:
    """Give a document with its words and what is read in it, in text order.

    Raises:
        EntryMissing: None or several fit, or its text was erased.
    """
    held = find_document(ledger, wanted)
    if held.erased is not None:
        raise EntryMissing(
            f'the text of document "{held.id[:12]}" was erased: {held.erased}'
        )
    reading = ledger.reading(held.id)
    return DocumentView(
        held=held,
        text=ledger.text(held.id),
        claims=tuple(ledger.claims(Filters(document=held.id), Order.TEXT)),
        attributions=ledger.attributions(held.id),
        gaps=reading.gaps if reading else (),
        figures=reading.quantities if reading else (),
        toponyms=reading.toponyms if reading else (),
        timexes=reading.timexes if reading else (),
    )


def is_readable(ledger: Ledger, document: DocumentId) -> bool:
    """True where a document is held with its words and a reading."""
    held = [h for h in ledger.find_documents(document) if h.id == document]
    return bool(held) and held[0].erased is None and held[0].reading is not None


def verify_head(ledger: Ledger, head: str | None) -> Verification:
    """Recompute every hash, and look for one that was noted before.

    Args:
        ledger: What is verified.
        head: A last hash, whole or at least its beginning of 8 digits; a fault where
            no entry has it. None asks for none.
    """
    found = ledger.verify()
    if head is None:
        return found
    wanted = head.strip().lower()
    hashes = (entry.hash for entry in ledger.entries())
    if len(wanted) >= _LEAST_OF_HASH and any(h.startswith(wanted) for h in hashes):
        return found
    reason = f'no entry has the hash "{head[:64]}": entries are missing'
    return found.with_faults([f"{reason}, or this is another ledger"])


def last_hash(ledger: Ledger) -> str:
    """Give the hash of the last entry, "" before the first."""
    newest = ledger.documents(Page(1))
    after = max((max(d.number, d.reading_number) for d in newest), default=0)
    last = ""
    for entry in ledger.entries(after=max(after - 1, 0)):
        last = entry.hash
    return last
