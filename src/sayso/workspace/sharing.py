"""Shared passages of a ledger's documents, kept in its file and added to.

Fingerprints and offsets lie beside the entries: they can be worked out again, so they
are in no hash, and a tombstone drops those of its document. Only documents that came
since are compared; a new reading of an old one changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from sayso.ledger import Ledger, Page
from sayso.linking.imported import READER as TABLE_READER
from sayso.linking.reuse import Passage, ReuseIndex, SharedPassages
from sayso.linking.series import document_order
from sayso.model import Document, DocumentId, Span

PRINTS = "reuse.prints 1"
"""Kind of the rows of fingerprints; the number is that of grams and hashes."""
PAIRS = "reuse.pairs 1"
"""Kind of the rows of passages, a pair of documents each."""
AT_ONCE = 500
"""Documents whose rows are written together."""


def share_passages(
    ledger: Ledger, documents: Mapping[DocumentId, Document]
) -> tuple[SharedPassages, ...]:
    """Give what the documents share, comparing those that came since the last call.

    Args:
        ledger: Keeps the fingerprints and passages.
        documents: All that are held with their words; imported tables share nothing
            but their form and are left out.
    """
    prose = {k: d for k, d in documents.items() if d.extractor != TABLE_READER}

    def text_of(key: str) -> str:
        return prose[DocumentId(key)].text

    rows = [(key, row) for key, _, row in ledger.kept(PRINTS) if key in prose]
    index = ReuseIndex(text_of, rows)
    fresh = sorted((d for d in prose.values() if d.id not in index), key=document_order)
    for start in range(0, len(fresh), AT_ONCE):
        before = len(index)
        batch = [(d.id, d.text) for d in fresh[start : start + AT_ONCE]]
        found = list(index.add(batch))
        ledger.keep(PAIRS, ((pair.a, pair.b, _pack(pair)) for pair in found))
        ledger.keep(PRINTS, ((key, "", row) for key, row in index.rows(before)))
    return tuple(
        _unpack(row, prose[DocumentId(a)], prose[DocumentId(b)])
        for a, b, row in ledger.kept(PAIRS)
        if a in prose and b in prose
    )


def share_held(ledger: Ledger) -> tuple[SharedPassages, ...]:
    """Give what the documents of a ledger share that are read and not erased."""
    held = (h for h in ledger.documents(Page(limit=1 << 40)) if h.erased is None)
    readings = (ledger.reading(document.id) for document in held)
    documents = [reading.document for reading in readings if reading is not None]
    return share_passages(ledger, {d.id: d for d in documents})


def _pack(pair: SharedPassages) -> bytes:
    """Give offsets and counts as JSON; the words stay where they are."""
    passages = [
        [p.a.start, p.a.end, p.b.start, p.b.end, p.grams] for p in pair.passages
    ]
    counts = [pair.covered_a, pair.words_a, pair.covered_b, pair.words_b]
    return json.dumps([passages, counts], separators=(",", ":")).encode()


def _unpack(row: bytes, a: Document, b: Document) -> SharedPassages:
    passages, counts = json.loads(row)
    covered_a, words_a, covered_b, words_b = counts
    return SharedPassages(
        a.id,
        b.id,
        tuple(
            Passage(Span.cut(a.text, a0, a1), Span.cut(b.text, b0, b1), grams)
            for a0, a1, b0, b1, grams in passages
        ),
        covered_a=covered_a,
        words_a=words_a,
        covered_b=covered_b,
        words_b=words_b,
    )
