"""Writing to SQLite: how words are made searchable there, and how texts are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sayso.ledger.filters import fold_words, split_terms
from sayso.ledger.held import HeldDocument
from sayso.ledger.packing import pack, unpack
from sayso.ledger.rows import ClaimRow
from sayso.ledger.sql_query import Dialect, Found
from sayso.ledger.sql_store import PACKED_FROM, SqlStore
from sayso.model import DocumentId


def to_match(table: str, text: str) -> Found | None:
    """Give the full-text condition for a user's words, None when there are none.

    Only letters and digits come out of `split_terms`, each term in quotation marks,
    so nothing a user types is ever syntax.
    """
    terms = split_terms(text)
    match = " ".join(f'"{" ".join(term)}"' for term in terms)
    return (f"{table} MATCH ?", (match,)) if terms else None


DIALECT = Dialect(to_match, words_number="rowid", is_planned=False)


class SqliteStore(SqlStore):
    """Words in FTS5 tables without content; texts as they are, JSON packed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection.execute, connection.executemany)

    def put_text(
        self, digest: str, text: str, documents: tuple[DocumentId, ...]
    ) -> None:
        """Keep a text under its hash, with its owners."""
        is_document = digest in documents
        content: str | bytes = text
        if not is_document and len(text) >= PACKED_FROM:
            content = pack(text)
        self._run("INSERT INTO texts VALUES (?, ?)", (digest, content))
        self.put_owners(digest, documents)

    def get_text(self, digest: str) -> str | None:
        """Give a text, None when it was erased."""
        row = self._run("SELECT content FROM texts WHERE hash = ?", (digest,))
        found = row.fetchone()
        return None if found is None else unpack(found[0])

    def index_text(self, document: HeldDocument, text: str) -> None:
        """Make a new document's title and text searchable."""
        self._run(
            "INSERT INTO documents_words (rowid, title, text) VALUES (?, ?, ?)",
            (document.number, *_folded(document.facts.title or "", text)),
        )

    def unindex_text(self, document: HeldDocument, text: str) -> None:
        """Undo `index_text`: an index without content is told what to forget."""
        self._run(
            "INSERT INTO documents_words (documents_words, rowid, title, text)"
            " VALUES ('delete', ?, ?, ?)",
            (document.number, *_folded(document.facts.title or "", text)),
        )

    def index_claims(self, claims: Iterable[ClaimRow]) -> None:
        """Make the words of claims searchable."""
        self._run_many(
            "INSERT INTO claims_words (rowid, words) VALUES (?, ?)",
            [(row.number, *_folded(row.words)) for row in claims],
        )

    def unindex_claims(self, claims: Iterable[ClaimRow]) -> None:
        """Undo `index_claims`."""
        self._run_many(
            "INSERT INTO claims_words (claims_words, rowid, words)"
            " VALUES ('delete', ?, ?)",
            [(row.number, *_folded(row.words)) for row in claims],
        )


def _folded(*texts: str) -> tuple[str, ...]:
    """Give texts as the words that are compared, so that every script is found."""
    return tuple(" ".join(fold_words(text)) for text in texts)
