"""From a document and its reading to entries: what is new, known, corrected, erased.

A document is one transaction. Words that are held already are not read again while
their reading is up to date; what is told otherwise of them is recorded as a correction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sayso.errors import EntryMissing
from sayso.intake import Skipped, Told
from sayso.ledger import (
    Addition,
    HeldDocument,
    Ledger,
    Stamp,
    add_again,
    as_known,
    load_facts_of,
    record_document,
    record_reading,
    tell_changes,
)
from sayso.model import Document, DocumentId, EntryKind, Reading
from sayso.workspace.masked_ledger import MaskedLedger
from sayso.workspace.routing import with_language
from sayso.workspace.values import Reader, Stored


class Storing:
    """Puts documents and readings into a ledger, and says what became of them."""

    def __init__(
        self, masked: MaskedLedger, stored: Ledger, stamp: Callable[[], Stamp]
    ) -> None:
        """Keep where to store.

        Args:
            masked: The ledger as it may be shown.
            stored: The same ledger with all names.
            stamp: Gives who records and when.
        """
        self._masked = masked
        self._stored = stored
        self._stamp = stamp

    def prepare(
        self, item: Document | Skipped, told: Told, reader: Reader
    ) -> Document | Stored | Skipped:
        """Give the document to read, or what became of it without reading."""
        if isinstance(item, Skipped):
            return item
        if not item.text.strip():
            return Skipped(item.name or item.id, "is empty")
        document = with_language(told.apply(item))
        held = self._held(document)
        if held is None:
            return document
        if held.erased is not None:
            name = document.name or document.id
            return Skipped(name, f"was erased from this ledger: {held.erased}")
        known = as_known(held, document)
        if _is_current(held, known, reader):
            additions = add_again(held, document, self._stamp())
            if additions:
                self._masked.append(additions)
            changed = self._corrected(held)
            shown = self._shown(held.id)
            return Stored(
                shown,
                is_new=False,
                is_read=False,
                corrected=changed,
                brought=document.name,
            )
        return document

    def store(self, document: Document, reading: Reading, reader: Reader) -> Stored:
        """Record a document with its reading in one transaction."""
        stamp = self._stamp()
        if document.retrieved is None:
            document = replace(document, retrieved=stamp.at)
        held = self._held(document)
        additions: list[Addition] = []
        if held is None:
            additions.append(record_document(document, stamp))
        else:
            additions += add_again(held, document, stamp)
            document = as_known(held, document)
            if reading.document.published != document.published:
                reading = reader.read(document)
        reading = replace(reading, document=document)
        is_read = held is None or not _is_current(held, document, reader)
        if is_read:
            additions.append(record_reading(reading, stamp))
        self._masked.append(additions)
        told = () if held is None else self._corrected(held)
        shown = self._shown(document.id)
        return Stored(shown, is_new=held is None, is_read=is_read, corrected=told)

    def _corrected(self, before: HeldDocument) -> tuple[str, ...]:
        """Give in words what is now known otherwise of a document."""
        after = self._stored.document(before.id)
        return tell_changes(before.facts, after.facts)

    def _shown(self, document: DocumentId) -> HeldDocument:
        """Give a document as it may be shown."""
        return self._masked.document(document)

    def _held(self, document: Document) -> HeldDocument | None:
        try:
            return self._stored.document(document.id)
        except EntryMissing:
            return None


def corrections_of(ledger: Ledger, document: DocumentId) -> tuple[tuple[str, str], ...]:
    """Give the corrections of a document's facts: instant and words, in order."""
    found = []
    for entry in ledger.entries(kind=EntryKind.CORRECTION, subject=document):
        if "was" not in entry.body:
            continue
        before, after = (
            load_facts_of(ledger.text(entry.body[key])) for key in ("was", "changes")
        )
        found += [(entry.at, words) for words in tell_changes(before, after)]
    return tuple(found)


def _is_current(held: HeldDocument, document: Document, reader: Reader) -> bool:
    return held.reader == reader.name() and held.read_as_of == document.published
