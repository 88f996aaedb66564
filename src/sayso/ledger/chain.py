"""The hash chain, recomputed: what a ledger can prove about itself.

It proves that what is held is what was recorded, and nothing about what was recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sayso.ledger.held import Verification
from sayso.model import (
    GENESIS,
    DocumentId,
    Draft,
    Entry,
    EntryKind,
    chain_entry,
    digest_text,
)

_MOST_FAULTS = 20
"""Faults that are listed; one broken link usually breaks all after it."""


def verify_entries(
    entries: Iterable[Entry],
    owned: Iterable[tuple[str, tuple[DocumentId, ...]]],
    get_text: Callable[[str], str | None],
) -> Verification:
    """Recompute the chain and the hash of every text.

    Args:
        entries: All of them, in order.
        owned: Every hash that a text was kept under, with its documents.
        get_text: Gives a text, None when there is none.
    """
    faults: list[str] = []
    erased: set[str] = set()
    last: Entry | None = None
    for entry in entries:
        draft = Draft(entry.kind, entry.subject, entry.body, entry.at, entry.by)
        if entry != chain_entry(draft, after=last):
            faults.append(f"entry {entry.sequence} does not follow from the one before")
        if entry.kind is EntryKind.TOMBSTONE:
            erased.add(entry.subject)
        last = entry
    texts = 0
    for digest, documents in owned:
        text = get_text(digest)
        texts += text is not None
        if text is None and erased.isdisjoint(documents):
            faults.append(f"text {digest[:12]} is gone without a tombstone")
        elif text is not None and digest_text(text) != digest:
            faults.append(f"text {digest[:12]} differs from its hash")
    return Verification(
        entries=0 if last is None else last.sequence,
        head=GENESIS if last is None else last.hash,
        texts=texts,
        erased=len(erased),
        faults=tuple(faults[:_MOST_FAULTS]),
    )
