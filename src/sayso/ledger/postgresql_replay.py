"""What a database's state has to be, worked out in an embedded file that vanishes.

A replay asks many small questions of its own state; a million claims take minutes when
each is answered by a server. So it is done beside it, from the database's own entries
and texts, and what comes out is copied there whole (`postgresql_fill`) or compared with
what is there (`postgresql_verify`). Words are kept as they were said: the embedded
ledger's index of them is another one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from sayso.errors import LedgerError
from sayso.ledger.connection import to_statements
from sayso.ledger.held import HeldDocument
from sayso.ledger.postgresql_connection import Connection
from sayso.ledger.replay import replay_all
from sayso.ledger.rows import ClaimRow
from sayso.ledger.schema import LOG, STATE
from sayso.ledger.sql_store import to_entry
from sayso.ledger.sqlite_store import SqliteStore
from sayso.model import Entry

AT_ONCE = 1000
"""Rows that a cursor of the server hands over in one go."""
SEARCHED = ("documents_words", "claims_words")
"""Tables of words: number and what was said."""
_UNASKED = ("CREATE INDEX documents", "CREATE INDEX claims", "CREATE VIRTUAL TABLE")
"""Beginnings of statements whose work no replay asks for: a half of its time."""
_NUMBERS = count(1)


class _Replay(SqliteStore):
    """An embedded store that keeps words without an index over them."""

    def index_text(self, document: HeldDocument, text: str) -> None:
        said = f"{document.facts.title or ''}\n{text}"
        self._run("INSERT INTO documents_words VALUES (?, ?)", (document.number, said))

    def unindex_text(self, document: HeldDocument, text: str) -> None:  # noqa: ARG002 - others need it
        self._run("DELETE FROM documents_words WHERE number = ?", (document.number,))

    def index_claims(self, claims: Iterable[ClaimRow]) -> None:
        rows = [(row.number, row.words) for row in claims]
        self._run_many("INSERT INTO claims_words VALUES (?, ?)", rows)

    def unindex_claims(self, claims: Iterable[ClaimRow]) -> None:
        rows = [(row.number,) for row in claims]
        self._run_many("DELETE FROM claims_words WHERE number = ?", rows)


@contextmanager
def replayed(connection: Connection) -> Iterator[sqlite3.Connection]:
    """Give an embedded file with the state that a database's log replays to.

    Args:
        connection: In a transaction; it is only read, and free again when this gives.

    Raises:
        LedgerError: There is no room for the file.
    """
    fresh = sqlite3.connect("", isolation_level=None)
    try:
        try:
            _replay(fresh, connection)
        except sqlite3.OperationalError as error:
            raise LedgerError(f"no replay beside the database ({error})") from error
        yield fresh
    finally:
        fresh.close()


def walk(
    connection: Connection, statement: str, values: tuple[Any, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    """Give rows in a transaction without holding all of them."""
    with connection.cursor(f"walked_{next(_NUMBERS)}") as cursor:
        cursor.itersize = AT_ONCE
        cursor.execute(statement.encode(), values)
        yield from cursor


def entries_of(connection: Connection) -> Iterator[Entry]:
    """Give all entries, in order."""
    rows: Iterator[Any] = walk(connection, "SELECT * FROM entries ORDER BY sequence")
    return map(to_entry, rows)


def _replay(fresh: sqlite3.Connection, connection: Connection) -> None:
    for statement in (*to_statements(LOG), *to_statements(STATE)):
        if not statement.lstrip().startswith(_UNASKED):
            fresh.execute(statement)
    for table in SEARCHED:
        fresh.execute(f"CREATE TABLE {table} (number INTEGER PRIMARY KEY, said TEXT)")
    fresh.execute("PRAGMA journal_mode = OFF")  # it vanishes with its transaction
    fresh.execute("BEGIN")
    fresh.executemany(
        "INSERT INTO texts VALUES (?, ?)",
        walk(connection, "SELECT hash, content FROM texts WHERE packed IS NULL"),
    )
    fresh.executemany(
        "INSERT INTO texts VALUES (?, ?)",
        walk(connection, "SELECT hash, packed FROM texts WHERE packed IS NOT NULL"),
    )
    store = _Replay(fresh)
    replay_all(store, entries_of(connection))
    store.flush()
