"""Whether what a file's tables say is what its entries say.

The entries carry hashes; the tables that queries read do not. They are worked out anew
in a file of their own, from the entries, and compared row by row, words by words; so a
byte that changes an answer is found although no entry holds it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import zip_longest

from sayso.ledger.connection import to_statements
from sayso.ledger.replay import take_over
from sayso.ledger.schema import GUARDS, LOG, STATE, STATE_TABLES
from sayso.ledger.sqlite_store import SqliteStore
from sayso.model import DocumentId, Entry

_SEARCHED = ("documents_words", "claims_words")
"""Tables of words: what they find is compared, not how it is stored."""
KEPT = "kept"
_WORDS = "words_of_{}"
"""Name of the temporary view of all words of a table."""


Texts = Iterable[tuple[str, str | None, tuple[DocumentId, ...]]]
"""Hash, text and the documents it belongs to."""


def find_differences(
    held: sqlite3.Connection, entries: Iterable[Entry], texts: Texts
) -> Iterator[str]:
    """Yield one sentence a table that differs from its replay.

    Args:
        held: The ledger's file; only read.
        entries: All of them, whose hashes were verified.
        texts: All of them.
    """
    with replayed(entries, texts) as fresh:
        for table in STATE_TABLES:
            if table != KEPT and not are_equal(
                rows_of(held, table), rows_of(fresh, table)
            ):
                yield differs(table)


@contextmanager
def replayed(entries: Iterable[Entry], texts: Texts) -> Iterator[sqlite3.Connection]:
    """Give a file that vanishes, with the state that a log replays to."""
    fresh = sqlite3.connect("", isolation_level=None)
    try:
        for statement in (*to_statements(LOG), *to_statements(STATE)):
            fresh.execute(statement)
        fresh.execute("BEGIN")
        store = SqliteStore(fresh)
        take_over(store, entries, texts)
        store.flush()
        yield fresh
    finally:
        fresh.close()


def differs(table: str) -> str:
    """Give the sentence on a table that is not its replay."""
    return f'the table "{table}" differs from what the entries say'


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


def are_equal(held: Iterable[object], fresh: Iterable[object]) -> bool:
    """True when two tables have the same rows in the same order."""
    return all(one == other for one, other in zip_longest(held, fresh))


def rows_of(connection: sqlite3.Connection, table: str) -> Iterator[Sequence[object]]:
    """Give a table's rows, of one with words every word with its place; in order."""
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
