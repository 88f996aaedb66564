"""Versions of one address: one document in coverage, side by side where asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from sayso.ledger import CoverageRow, HeldDocument, Ledger, Page
from sayso.ledger.replay import hold_document
from sayso.linking.versions import canonical_address, find_superseded, find_versions


def cover(ledger: Ledger) -> tuple[CoverageRow, ...]:
    """Give documents by outlet and day, versions of one address once.

    Only texts of documents that share their address are looked into.
    """
    shared: defaultdict[str, list[HeldDocument]] = defaultdict(list)
    for held in ledger.documents(Page(1 << 40)):
        address = canonical_address(held.facts.url) if held.facts.url else None
        if address is not None and held.erased is None:
            shared[address].append(held)
    gone: list[HeldDocument] = []
    for group in shared.values():
        if len(group) > 1:
            texts = {h.id: hold_document(h, ledger.text(h.id)) for h in group}
            superseded = find_superseded(texts)
            gone += (held for held in group if held.id in superseded)
    return _without(ledger.coverage(), gone)


def versions_of(ledger: Ledger, wanted: HeldDocument) -> tuple[HeldDocument, ...]:
    """Give all versions of a document's address, first seen first; one for none other.

    Args:
        ledger: Looked through for documents at the same address.
        wanted: A document whose text is held.
    """
    address = canonical_address(wanted.facts.url) if wanted.facts.url else None
    if address is None:
        return (wanted,)
    alike = {
        held.id: held
        for held in ledger.documents(Page(1 << 40))
        if held.erased is None and held.facts.url
        if canonical_address(held.facts.url) == address
    }
    texts = (hold_document(held, ledger.text(held.id)) for held in alike.values())
    for group in find_versions(texts):
        if any(version.id == wanted.id for version in group):
            return tuple(alike[version.id] for version in group)
    return (wanted,)


def _without(
    rows: tuple[CoverageRow, ...], gone: list[HeldDocument]
) -> tuple[CoverageRow, ...]:
    """Give the rows without some documents; a row that none is left of goes, too."""
    left: Counter[tuple[object, ...]] = Counter()
    for held in gone:
        key = (held.facts.outlet, held.facts.published)
        left[*key, "documents"] += 1
        left[*key, "read"] += held.reading is not None
        left[*key, "claims"] += held.claims
        left[*key, "gaps"] += held.gaps
    found = []
    for row in rows:
        key = (row.outlet, row.published)
        kept = replace(
            row,
            documents=row.documents - left[*key, "documents"],
            read=row.read - left[*key, "read"],
            claims=row.claims - left[*key, "claims"],
            gaps=row.gaps - left[*key, "gaps"],
        )
        if kept.documents:
            found.append(kept)
    return tuple(found)
