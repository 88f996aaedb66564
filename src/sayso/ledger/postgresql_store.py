"""Writing to PostgreSQL: how words are made searchable there, and how texts are kept.

Its own full-text search is not used: its parser cuts words in a way of its own and
forgets where words stand in a long text. What is searched are the words that every
backend compares (`fold_words`), found by an index over arrays of them; words that have
to stand side by side are looked for in the folded text of what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sayso.ledger.filters import fold_words, split_terms
from sayso.ledger.held import HeldDocument
from sayso.ledger.packing import pack, unpack
from sayso.ledger.rows import ClaimRow
from sayso.ledger.sql_query import Dialect, Found
from sayso.ledger.sql_store import PACKED_FROM, SqlStore
from sayso.model import DocumentId, canonical_text

if TYPE_CHECKING:
    import psycopg

_LONGEST = 200
"""Characters of a word that are indexed: an index entry has to fit on a page."""


def to_match(table: str, text: str) -> Found | None:
    """Give the condition that a table has a user's words, None when there are none."""
    terms = split_terms(text)
    if not terms:
        return None
    conditions = [f"{table}.words @> ?"]
    values: list[object] = [sorted({w[:_LONGEST] for term in terms for w in term})]
    for term in terms:
        if len(term) > 1 or len(term[0]) > _LONGEST:
            conditions.append(f"strpos({table}.folded, ?) > 0")
            values.append(f" {' '.join(term)} ")
    return " AND ".join(conditions), tuple(values)


DIALECT = Dialect(to_match, words_number="number", is_planned=True)


def to_words(text: str) -> tuple[list[str], str]:
    """Give a text's words, each once, and all of them in order with spaces around."""
    words = fold_words(text)
    return sorted({word[:_LONGEST] for word in words}), f" {' '.join(words)} "


class PostgresStore(SqlStore):
    """The store of one transaction of a connection."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        super().__init__(self._execute, self._execute_many)

    def put_text(
        self, digest: str, text: str, documents: tuple[DocumentId, ...]
    ) -> None:
        """Keep a text under its hash, with its owners."""
        self._run(
            "INSERT INTO texts VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            text_row(digest, text, documents),
        )
        self.put_owners(digest, documents)

    def get_text(self, digest: str) -> str | None:
        """Give a text, None when it was erased."""
        found = self._run(
            "SELECT content, packed FROM texts WHERE hash = ?", (digest,)
        ).fetchone()
        if found is None:
            return None
        content, packed = found
        return unpack(content if packed is None else packed)

    def index_text(self, document: HeldDocument, text: str) -> None:
        """Make a new document's title and text searchable."""
        self._run(
            "INSERT INTO documents_words VALUES (?, ?, ?)",
            (document.number, *to_words(f"{document.facts.title or ''}\n{text}")),
        )

    def unindex_text(self, document: HeldDocument, text: str) -> None:  # noqa: ARG002 - others need it
        """Undo `index_text`."""
        self._run("DELETE FROM documents_words WHERE number = ?", (document.number,))

    def index_claims(self, claims: Iterable[ClaimRow]) -> None:
        """Make the words of claims searchable."""
        self._run_many(
            "INSERT INTO claims_words VALUES (?, ?, ?)",
            [(row.number, *to_words(row.words)) for row in claims],
        )

    def unindex_claims(self, claims: Iterable[ClaimRow]) -> None:
        """Undo `index_claims`."""
        numbers = [row.number for row in claims]
        self._run("DELETE FROM claims_words WHERE number = ANY(?)", (numbers,))

    def _execute(
        self, statement: str, values: Sequence[Any] = ()
    ) -> psycopg.Cursor[Any]:
        return self._connection.execute(to_own_marks(statement), bound(values))

    def _execute_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(to_own_marks(statement), map(bound, rows))


def text_row(
    digest: str, text: str, documents: tuple[DocumentId, ...]
) -> tuple[str, str | None, bytes | None]:
    """Give the row that keeps a text: a document's as it is, long JSON packed."""
    is_packed = digest not in documents and len(text) >= PACKED_FROM
    return (digest, None, pack(text)) if is_packed else (digest, text, None)


def to_own_marks(statement: str) -> bytes:
    """Give a statement with the marks that psycopg wants for its values."""
    return statement.replace("%", "%%").replace("?", "%s").encode()


def bound(values: Iterable[Any]) -> tuple[Any, ...]:
    """Give values that PostgreSQL takes: no NUL and no lone surrogate in words."""
    return tuple(canonical_text(v) if isinstance(v, str) else v for v in values)
