"""Whether what a database's tables say is what its entries say.

The state is worked out anew in an embedded ledger that vanishes, and compared with the
database's tables row by row; tables of words are compared with the words themselves.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sayso.ledger.postgresql_connection import Connection
from sayso.ledger.postgresql_replay import SEARCHED, replayed, walk
from sayso.ledger.postgresql_store import PostgresStore, to_words
from sayso.ledger.schema import STATE_TABLES
from sayso.ledger.sqlite_verify import (
    KEPT,
    Texts,
    are_equal,
    differs,
    kept_digest,
    rows_of,
)
from sayso.model import DocumentId


def owned_of(connection: Connection) -> Iterator[tuple[str, tuple[DocumentId, ...]]]:
    """Give every hash that a text was kept under, with its documents, sorted."""
    rows = walk(
        connection,
        "SELECT hash, array_agg(document ORDER BY document) FROM owners"
        " GROUP BY hash ORDER BY hash",
    )
    return ((digest, tuple(documents)) for digest, documents in rows)


def texts_of(connection: Connection) -> Texts:
    """Give every hash, its text and its documents."""
    store = PostgresStore(connection)
    return (
        (digest, store.get_text(digest), documents)
        for digest, documents in owned_of(connection)
    )


def find_differences(connection: Connection) -> Iterator[str]:
    """Yield one sentence a table that differs from its replay."""
    with replayed(connection) as fresh:
        for table in STATE_TABLES:
            if table in SEARCHED:
                held = walk(connection, f"SELECT * FROM {table} ORDER BY number")
                if not are_equal(held, _words_of(fresh, table)):
                    yield differs(table)
            elif table != KEPT and not are_equal(
                walk(connection, _in_order(connection, table)), rows_of(fresh, table)
            ):
                yield differs(table)
    kept = walk(connection, "SELECT kind, document, other, value, digest FROM kept")
    changed = sum(digest != kept_digest(*row) for *row, digest in kept)
    if changed:
        yield f"{changed:,} values beside the entries differ from what was kept"


def _in_order(connection: Connection, table: str) -> str:
    """Give the statement for a table's rows in the order of all columns."""
    described = connection.execute(f"SELECT * FROM {table} LIMIT 0".encode())
    columns = len(described.description or ())
    order = ", ".join(f"{at + 1} NULLS FIRST" for at in range(columns))
    return f"SELECT * FROM {table} ORDER BY {order}"


def _words_of(fresh: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    """Give the rows that a table of words has to have."""
    said = fresh.execute(f"SELECT number, said FROM {table} ORDER BY number")
    return ((number, *to_words(words)) for number, words in said)
