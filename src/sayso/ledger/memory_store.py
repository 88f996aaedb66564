"""What a ledger in memory holds, as the replay writes it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.ledger.filters import fold_words
from sayso.ledger.held import HeldDocument, HeldFinding, HeldRuling
from sayso.ledger.naming import NameKind, Naming, replay_names
from sayso.ledger.rows import DocumentRows
from sayso.model import DocumentId, Entry, EntryKind


class MemoryStore:
    """Entries, texts and state in this process; queries are `MemoryLedger`'s."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._texts: dict[str, str] = {}
        self._owners: dict[str, set[DocumentId]] = {}
        self._forget()

    def _forget(self) -> None:
        self._documents: dict[DocumentId, HeldDocument] = {}
        self._words: dict[DocumentId, list[str]] = {}
        self._rows: dict[DocumentId, DocumentRows] = {}
        self._rulings: list[HeldRuling] = []
        self._findings: dict[str, HeldFinding] = {}
        self._kept: dict[tuple[str, str, str], bytes] = {}

    def tail(self) -> Entry | None:
        """Give the last entry."""
        return self._entries[-1] if self._entries else None

    def put_entry(self, entry: Entry) -> None:
        """Append; a tombstone deletes the texts its document owns."""
        self._entries.append(entry)
        if entry.kind is EntryKind.TOMBSTONE:
            for digest, owners in self._owners.items():
                if entry.subject in owners:
                    self._texts.pop(digest, None)

    def put_text(
        self, digest: str, text: str, documents: tuple[DocumentId, ...]
    ) -> None:
        """Keep a text under its hash, with its owners."""
        self._texts.setdefault(digest, text)
        self.put_owners(digest, documents)

    def put_owners(self, digest: str, documents: Iterable[DocumentId]) -> None:
        """Say which documents a text belongs to."""
        self._owners.setdefault(digest, set()).update(documents)

    def get_text(self, digest: str) -> str | None:
        """Give a text, None when it was erased."""
        return self._texts.get(digest)

    def get_document(self, document: DocumentId) -> HeldDocument | None:
        """Give a document's state."""
        return self._documents.get(document)

    def put_document(self, document: HeldDocument) -> None:
        """Set a document's state."""
        self._documents[document.id] = document

    def index_text(self, document: HeldDocument, text: str) -> None:
        """Make a document's title and text searchable."""
        self._words[document.id] = fold_words(f"{document.facts.title or ''}\n{text}")

    def unindex_text(self, document: HeldDocument, text: str) -> None:  # noqa: ARG002 - others need it
        """Undo `index_text`."""
        del self._words[document.id]

    def put_rows(self, document: DocumentId, rows: DocumentRows | None) -> None:
        """Replace a document's rows."""
        self._rows.pop(document, None)
        if rows is not None:
            self._rows[document] = rows

    def put_ruling(self, ruling: HeldRuling) -> None:
        """Add a ruling."""
        self._rulings.append(ruling)

    def rulings_of(self, document: DocumentId) -> tuple[HeldRuling, ...]:
        """Give the rulings that concern a document, in order."""
        return tuple(r for r in self._rulings if document in r.documents)

    def naming(self) -> Naming:
        """Give what people ruled on names, so far."""
        return replay_names(self._rulings)

    def documents_named(self, kind: NameKind, key: str) -> tuple[DocumentId, ...]:
        """Give the documents that have rows under a speaker, party or place."""
        return tuple(
            document
            for document, rows in self._rows.items()
            if any((str(kind), key) in row.facets() for row in rows.claims)
            or (
                kind is NameKind.SPEAKER
                and any(said.speaker == key for said in rows.attributions)
            )
        )

    def get_finding(self, fingerprint: str) -> HeldFinding | None:
        """Give a finding's state."""
        return self._findings.get(fingerprint)

    def put_finding(self, finding: HeldFinding) -> None:
        """Set a finding's state."""
        self._findings[finding.finding.fingerprint] = finding

    def drop_words_of(self, document: DocumentId) -> None:
        """Forget rulings, findings and kept values of an erased document."""
        self._rulings = [r for r in self._rulings if document not in r.documents]
        self._findings = {
            fingerprint: held
            for fingerprint, held in self._findings.items()
            if document not in {given.document for given in held.finding.inputs}
        }
        self._kept = {k: v for k, v in self._kept.items() if document not in k[1:]}
