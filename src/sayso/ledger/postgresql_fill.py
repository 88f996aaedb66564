"""Filling a team's ledger at once: a whole log by COPY, and its state after it.

An empty database takes over a million claims in a quarter of the time that adding them
one by one takes: rows go in by COPY, the state is replayed beside the server
(`postgresql_replay`), and indexes are made when their rows are in. The guards of the
log look at every row all the same, and `verify` compares whatever came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sayso.ledger.postgresql_connection import Connection
from sayso.ledger.postgresql_replay import SEARCHED, replayed
from sayso.ledger.postgresql_schema import STATE
from sayso.ledger.postgresql_store import bound, text_row, to_words
from sayso.ledger.schema import STATE_TABLES
from sayso.ledger.sql_store import entry_row
from sayso.ledger.sqlite_verify import KEPT
from sayso.model import DocumentId, Entry

_AT_ONCE = 1000
"""Texts that are held in memory together."""
_ROOM = "256MB"
"""Memory of the server for one index while it is made; it gives 64 by itself."""
_INDEXES = dict(re.findall(r"(?s)CREATE INDEX (\w+)(.*?);", STATE))
"""Name -> rest of its statement; keys and what must be unique stay."""
One = TypeVar("One")


def copy_in(
    connection: Connection,
    entries: Iterable[Entry],
    texts: Iterable[tuple[str, str | None, tuple[DocumentId, ...]]],
) -> None:
    """Keep another ledger's entries and texts as they are, in an empty database.

    Args:
        connection: In a transaction.
        entries: All of them, in order.
        texts: Hash, text (None when it was erased) and the documents it belongs to.
    """
    for some in _batched(texts):
        held = ((digest, text, own) for digest, text, own in some if text is not None)
        _copy(connection, "texts", (text_row(*row) for row in held))
        owners = [(document, digest) for digest, _, own in some for document in own]
        _copy(connection, "owners", owners)
    _copy(connection, "entries", map(entry_row, entries))


def fill_state(connection: Connection) -> None:
    """Forget the current state and make it anew from the entries.

    Args:
        connection: In a transaction, in a role that may do so.
    """
    connection.execute(f"TRUNCATE {', '.join(STATE_TABLES)}".encode())
    with replayed(connection) as fresh:
        owned = _take_rights(connection)
        if owned:
            connection.execute(f"DROP INDEX {', '.join(_INDEXES)}".encode())
        for table in STATE_TABLES:
            if table != KEPT:
                rows: Iterator[Sequence[Any]] = fresh.execute(f"SELECT * FROM {table}")
                if table in SEARCHED:
                    rows = ((number, *to_words(said)) for number, said in rows)
                _copy(connection, table, rows, is_fresh=True)
    if owned:
        connection.execute(f"SET LOCAL maintenance_work_mem = '{_ROOM}'".encode())
        for name, rest in _INDEXES.items():
            connection.execute(f"CREATE INDEX {name}{rest}".encode())


def _take_rights(connection: Connection) -> bool:
    """Work with the login's own rights up to the transaction's end, if it owns tables.

    Only then may indexes be left off meanwhile; where it does not, each row is put
    into them as it comes.
    """
    row = connection.execute(
        "SELECT pg_has_role(session_user, relowner, 'USAGE') FROM pg_class"
        " WHERE oid = 'claims'::regclass"
    ).fetchone()
    if row is None or not row[0]:
        return False
    connection.execute("SET LOCAL ROLE NONE")
    return True


def _copy(
    connection: Connection,
    table: str,
    rows: Iterable[Sequence[Any]],
    *,
    is_fresh: bool = False,
) -> None:
    """Copy rows into a table, in the order of its columns.

    Args:
        connection: In a transaction.
        table: To copy into.
        rows: With a value for each column.
        is_fresh: True for a table that this transaction emptied: no later look has to
            find out anew that its rows are seen by all.
    """
    columns = connection.execute(f"SELECT * FROM {table} LIMIT 0".encode()).description
    how = "FORMAT BINARY, FREEZE" if is_fresh else "FORMAT BINARY"
    statement = f"COPY {table} FROM STDIN ({how})".encode()
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.set_types([column.type_code for column in columns or ()])
        for row in rows:
            copy.write_row(bound(row))


def _batched(values: Iterable[One]) -> Iterator[list[One]]:
    walked = iter(values)
    while some := list(islice(walked, _AT_ONCE)):
        yield some
