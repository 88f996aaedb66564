"""A ledger in one SQLite file: the standard library's own database, offline.

Write-ahead log, every commit on the disk before it is reported, full-text index.
Measured on two shared cores with 1,000,000 claims: see BENCHMARKS.md.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso.errors import LedgerError
from sayso.ledger.chain import verify_entries
from sayso.ledger.connection import PATIENCE, Connections, make_private, to_statements
from sayso.ledger.held import Verification
from sayso.ledger.records import Addition
from sayso.ledger.replay import append_all, refuse_filled, replay_all, take_over
from sayso.ledger.schema import STATE, STATE_TABLES
from sayso.ledger.sql_ledger import SqlQueries
from sayso.ledger.sql_store import INSERT_KEPT, SqlStore
from sayso.ledger.sqlite_store import DIALECT, SqliteStore
from sayso.ledger.sqlite_verify import (
    find_changed,
    find_differences,
    find_missing,
    kept_digest,
)
from sayso.model import DocumentId, Entry, EntryKind, canonical_text

_AT_ONCE = 1000
"""Rows fetched in one go while all are given."""


class SqliteLedger(SqlQueries):
    """The ledger of one file; may be used by several threads and processes."""

    _dialect = DIALECT

    def __init__(
        self, address: str, *, create: bool = True, patience: float = PATIENCE
    ) -> None:
        self.address = address
        path = address.removeprefix("sqlite:")
        self._connections = Connections(path, create=create, patience=patience)
        try:
            if not self._connections.has_state():  # made by another version
                self.rebuild()
        except BaseException:
            self.close()
            raise

    def append(self, additions: Iterable[Addition]) -> tuple[Entry, ...]:
        """Record all additions or none; they are on the disk when this returns."""
        with self._connections.writing() as connection:
            store = SqliteStore(connection)
            made = append_all(store, additions)
            store.flush()
        if any(entry.kind is EntryKind.TOMBSTONE for entry in made):
            self._wipe()
        return made

    def receive(
        self,
        entries: Iterable[Entry],
        texts: Iterable[tuple[str, str | None, tuple[DocumentId, ...]]],
    ) -> None:
        """Take over the whole log of another ledger; this one has to be empty."""
        with self._connections.writing() as connection:
            store = SqliteStore(connection)
            refuse_filled(store, self.address)
            take_over(store, entries, texts)
            store.flush()

    def verify(self) -> Verification:
        """Recompute every hash and every table and compare; looks at the file, too."""
        with self._reading() as store:
            found = verify_entries(self.entries(), self.owned(), store.get_text)
            texts = (
                (digest, store.get_text(digest), of) for digest, of in self.owned()
            )
        faults = [
            f"the file's structure: {line}"
            for (line,) in self._each("PRAGMA integrity_check(10)", [])
            if line != "ok"
        ]
        connection = self._connections.get()
        with self._connections.translated():
            faults += find_missing(connection)
            if not faults and not found.faults:
                faults += find_differences(connection, self.entries(), texts)
                faults += find_changed(connection)
        return found.with_faults(faults)

    def keep(self, kind: str, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep worked-out values beside the documents they come from."""
        with self._connections.writing() as connection:
            connection.executemany(
                INSERT_KEPT,
                ((kind, *row, kept_digest(kind, *row), row[0]) for row in rows),
            )

    def rebuild(self) -> None:
        """Forget the current state and replay it from the entries."""
        with self._connections.writing() as connection:
            for table in STATE_TABLES:
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            for statement in to_statements(STATE):
                connection.execute(statement)
            store = SqliteStore(connection)
            replay_all(store, list(self.entries()))
            store.flush()

    def backup(self, path: str) -> None:
        """Copy the ledger as it stands to a new file; writers may go on.

        Raises:
            LedgerError: The file exists or cannot be written.
        """
        target = Path(path)
        if target.exists():
            raise LedgerError(f'"{path}" exists; a backup overwrites nothing')
        part = Path(f"{path}.part")
        make_private(part)
        try:
            with self._connections.translated():
                copy = sqlite3.connect(part)
                try:
                    self._connections.get().backup(copy, pages=4096)
                finally:
                    copy.close()
            part.rename(target)
        except OSError as error:
            raise LedgerError(f'"{path}" cannot be written ({error})') from error
        finally:
            part.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file in all threads."""
        self._connections.close()

    def _wipe(self) -> None:
        """Rewrite the file, so that no freed page keeps a word of what was erased."""
        with self._connections.translated():
            connection = self._connections.get()
            for table in ("claims_words", "documents_words"):
                connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _reading(self) -> Iterator[SqlStore]:
        with self._connections.translated():
            yield SqliteStore(self._connections.get())

    def _each(
        self,
        statement: str,
        values: Iterable[Any],
        *,
        is_many: bool = False,  # noqa: ARG002 - rows are always fetched by the thousand
    ) -> Iterator[tuple[Any, ...]]:
        with self._connections.translated():
            cursor = self._connections.get().execute(statement, _bound(values))
            rows = cursor.fetchmany(_AT_ONCE)
        while rows:
            yield from rows
            with self._connections.translated():
                rows = cursor.fetchmany(_AT_ONCE)


def _bound(values: Iterable[Any]) -> tuple[Any, ...]:
    """Give values that SQLite takes: what a user types may hold lone surrogates."""
    return tuple(canonical_text(v) if isinstance(v, str) else v for v in values)
