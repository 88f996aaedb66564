"""One ledger's whole log into another, whatever keeps either: hashes stay the same."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import EntryMissing, LedgerDamaged, LedgerError
from sayso.ledger.held import Verification
from sayso.ledger.protocol import Ledger
from sayso.model import DocumentId


def copy_log(source: Ledger, target: Ledger) -> None:
    """Give an empty ledger another's entries and texts, and replay them.

    What was only worked out from them (`Ledger.kept`) is left to be worked out again.

    Raises:
        LedgerError: The target has entries.
    """
    target.receive(source.entries(), texts_of(source))


def move(source: Ledger, target: Ledger) -> Verification:
    """Copy a verified log and verify the copy; the source stays as it is.

    Raises:
        LedgerDamaged: The source has faults; nothing is copied.
        LedgerError: The target has entries, or the source was written to meanwhile.
    """
    before = source.verify()
    if before.faults:
        raise LedgerDamaged(f'ledger "{source.address}": {before.faults[0]}')
    copy_log(source, target)
    after = target.verify()
    if after != before:
        raise LedgerError(
            f'"{target.address}" is not what "{source.address}" was: was it written to'
            " meanwhile? Remove the copy and move again"
        )
    return after


def texts_of(
    source: Ledger,
) -> Iterator[tuple[str, str | None, tuple[DocumentId, ...]]]:
    """Give every hash that a text was kept under, its text and its documents."""
    for digest, documents in source.owned():
        try:
            text = source.text(digest)
        except EntryMissing:
            text = None
        yield digest, text, documents
