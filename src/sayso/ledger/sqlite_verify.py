"""Whether what a file's tables say is what its entries say.

The entries carry hashes; the tables that queries read do not. They are worked out anew
in a file of their own, from the entries, and compared row by row, words by words; so a
byte that changes an answer is found although no entry holds it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import zip_longest

from sayso.ledger.connection import to_statements
from sayso.ledger.replay import replay_all
from sayso.ledger.schema import GUARDS, LOG, STATE, STATE_TABLES
from sayso.ledger.sqlite_store import SqliteStore
from sayso.model import Entry

_COPIED = ("entries", "texts", "owners")
_SEARCHED = ("documents_words", "claims_words")
"""Tables of words: what they find is compared, not how it is stored."""
_KEPT = "kept"
_WORDS = "words_of_{}"
"""Name of the temporary view of all words of a table."""


def find_differences(
    held: sqlite3.Connection, entries: Iterable[Entry]
) -> Iterator[str]:
    """Yield one sentence a table that differs from its replay.

    Args:
        held: The ledger's file; only read.
        entries: All of them, whose hashes were verified.
    """
    fresh = sqlite3.connect("", isolation_level=None)  # a file that vanishes
    try:
        for statement in (*to_statements(LOG), *to_statements(STATE)):
            fresh.execute(statement)
        fresh.execute("BEGIN")
        for table in _COPIED:
            _copy(held, fresh, table)
        store = SqliteStore(fresh)
        replay_all(store, entries)
        store.flush()
        for table in STATE_TABLES:
            if table != _KEPT and not _are_equal(held, fresh, table):
                yield f'the table "{table}" differs from what the entries say'
    finally:
        fresh.close()


def find_missing(held: sqlite3.Connection) -> Iterator[str]:
    """Yield one sentence a table, index or trigger that is not as we make it."""
    rows = held.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    made = {sql for (sql,) in rows}
    for script in (LOG, GUARDS, STATE):
        for statement in to_statements(script):
            sql = statement.strip().rstrip(";")
            whole = f"{sql};" if sql.endswith("END") else sql
            if sql not in made and whole not in made:
                kind, name = _name_of(sql)
                yield f'the {kind} "{name}" is gone or changed'


def find_changed(held: sqlite3.Connection) -> Iterator[str]:
    """Yield one sentence for worked-out values that are not as they were kept."""
    query = "SELECT kind, document, other, value, digest FROM kept"
    changed = sum(
        digest != kept_digest(kind, document, other, value)
        for kind, document, other, value, digest in held.execute(query)
    )
    if changed:
        yield f"{changed:,} values beside the entries differ from what was kept"


def kept_digest(kind: str, document: str, other: str, value: bytes) -> str:
    """Give the checksum that is kept with a worked-out value."""
    whole = sha256(f"{kind}\0{document}\0{other}\0".encode())
    whole.update(value)
    return whole.hexdigest()[:16]


def _copy(held: sqlite3.Connection, fresh: sqlite3.Connection, table: str) -> None:
    rows = held.execute(f"SELECT * FROM {table}")
    marks = ", ".join("?" for _ in rows.description)
    fresh.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _are_equal(held: sqlite3.Connection, fresh: sqlite3.Connection, table: str) -> bool:
    pairs = zip_longest(_rows(held, table), _rows(fresh, table))
    return all(one == other for one, other in pairs)


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[Sequence[object]]:
    if table not in _SEARCHED:
        columns = connection.execute(f"SELECT * FROM {table} LIMIT 0").description
        order = ", ".join(str(at + 1) for at in range(len(columns)))
        return connection.execute(f"SELECT * FROM {table} ORDER BY {order}")
    words = _WORDS.format(table)
    connection.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{words}"
        f" USING fts5vocab(main, {table}, instance)"
    )
    return connection.execute(
        f"SELECT term, doc, col, offset FROM temp.{words} ORDER BY 1, 2, 3, 4"
    )


def _name_of(sql: str) -> tuple[str, str]:
    """Give what a statement makes, and its name."""
    words = sql.replace("UNIQUE ", "").replace("VIRTUAL ", "").split()
    return words[1].lower(), words[2]
