"""Whether what a database's tables say is what its entries say.

The state is worked out anew in an embedded ledger that vanishes, and compared with the
database's tables row by row; tables of words are compared with the words themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from sayso.ledger.postgresql_connection import Connection
from sayso.ledger.postgresql_store import PostgresStore, to_words
from sayso.ledger.rows import make_claim_row
from sayso.ledger.schema import STATE_TABLES
from sayso.ledger.sql_store import SELECT_CLAIMS, to_entry, to_standing
from sayso.ledger.sqlite_verify import (
    Texts,
    are_equal,
    differs,
    kept_digest,
    replayed,
    rows_of,
)
from sayso.model import DocumentId, Entry

AT_ONCE = 1000
"""Rows that a cursor of the server hands over in one go."""
_APART = ("documents_words", "claims_words", "kept")
"""Tables that the embedded ledger has in another form, or not from its entries."""
_NUMBERS = count(1)


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
    with replayed(entries_of(connection), texts_of(connection)) as fresh:
        for table in STATE_TABLES:
            if table not in _APART and not are_equal(
                walk(connection, _in_order(connection, table)), rows_of(fresh, table)
            ):
                yield differs(table)
    for table, words in (
        ("documents_words", _words_of_documents(connection)),
        ("claims_words", _words_of_claims(connection)),
    ):
        held = walk(connection, f"SELECT * FROM {table} ORDER BY number")
        if not are_equal(held, words):
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


def _words_of_documents(connection: Connection) -> Iterator[tuple[object, ...]]:
    store = PostgresStore(connection)
    rows = walk(connection, "SELECT number, id, body FROM documents ORDER BY number")
    for number, document, body in rows:
        text = store.get_text(document)
        if text is not None:
            title = json.loads(body)["facts"].get("title") or ""
            yield (number, *to_words(f"{title}\n{text}"))


def _words_of_claims(connection: Connection) -> Iterator[tuple[object, ...]]:
    for row in walk(connection, f"{SELECT_CLAIMS} FROM claims ORDER BY number"):
        claim = make_claim_row(*to_standing(row))
        yield (claim.number, *to_words(claim.words))
