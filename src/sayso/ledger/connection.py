"""SQLite at the boundary: opening, one connection a thread, errors as our own.

Each thread gets its own connection, so that pages are read while a batch is written;
writers wait for one another up to `patience` seconds.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sayso.errors import LedgerBusy, LedgerDamaged, LedgerError
from sayso.ledger.schema import APPLICATION, GUARDS, LOG, STATE, VERSION

PATIENCE = 10.0
"""Seconds to wait for another writer: a batch commits several times a second."""
_CACHE_KB = 16_000
"""Of each connection, and so of each thread that serves pages."""
OLDEST_SQLITE = (3, 37, 0)
"""The first with strict tables."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_REASONS = {
    sqlite3.SQLITE_FULL: "there is no space left on its disk",
    sqlite3.SQLITE_IOERR: "its disk refuses to read or write (full, or over a limit?)",
    sqlite3.SQLITE_READONLY: "it or its folder may not be written to",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened or made there",
    sqlite3.SQLITE_PERM: "access to it is not allowed",
    sqlite3.SQLITE_TOOBIG: "a text is too long for it",
}


def make_private(path: Path) -> None:
    """Make an empty file that its owner alone may read; SQLite's others follow it."""
    with suppress(OSError):  # what then fails says more
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))


class Connections:
    """The connections of one ledger file, one a thread, opened when first used."""

    def __init__(self, path: str, *, create: bool, patience: float) -> None:
        self._path, self._patience = path, patience
        self._own = threading.local()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._lock = threading.Lock()
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            needed = ".".join(map(str, OLDEST_SQLITE))
            raise LedgerError(
                f"this Python has SQLite {sqlite3.sqlite_version}; a ledger needs"
                f" {needed} or newer"
            )
        if not create and not Path(path).exists():
            raise LedgerError(f'no ledger at "{path}"; `sayso read` makes one')
        try:
            with self.translated():
                self._prepare(self.get())
        except BaseException:
            self.close()  # a file that is refused is not held open
            raise

    def get(self) -> sqlite3.Connection:
        """Give this thread's connection."""
        held: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if held is None:
            held = self._open()
            self._own.connection = held
            with self._lock:
                self._close_left()
                self._all.append((threading.current_thread(), held))
        return held

    def _close_left(self) -> None:
        """Close the connections of threads that ended: pages come and go in many."""
        for thread, connection in self._all:
            if not thread.is_alive():
                connection.close()
        self._all = [one for one in self._all if one[0].is_alive()]

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside a transaction: committed whole, or not at all."""
        connection = self.get()
        with self.translated():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Give SQLite's errors as a ledger's, with one sentence each.

        Raises:
            LedgerBusy: Another process writes.
            LedgerDamaged: The file is not as SQLite wrote it.
            LedgerError: No space, no right, no file.
        """
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
            where = f'ledger "{self._path}"'
            if code in _BUSY:
                raise LedgerBusy(
                    f"{where}: another process has been writing to it for"
                    f" {self._patience:g} seconds; try again"
                ) from error
            if code in _DAMAGED:
                raise LedgerDamaged(
                    f"{where} is damaged or not a ledger ({error});"
                    " restore it from a backup"
                ) from error
            reason = _REASONS.get(code, f"SQLite says: {error}")
            raise LedgerError(f"{where}: {reason}") from error
        except UnicodeDecodeError as error:  # words, or SQLite's own sentence on them
            raise LedgerDamaged(
                f'ledger "{self._path}" is damaged or not a ledger ({error});'
                " restore it from a backup"
            ) from error

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for _, connection in self._all:
                connection.close()
            self._all.clear()
        self._own = threading.local()

    def _open(self) -> sqlite3.Connection:
        if self._path and not Path(self._path).exists():
            make_private(Path(self._path))
        connection = sqlite3.connect(
            self._path,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,  # `close` is called from one thread for all
        )
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Make the schema in a new file and refuse a file of another kind."""
        if self._is_empty(connection):
            connection.execute("PRAGMA journal_mode = WAL")
            with self.writing():
                if self._is_empty(connection):
                    for statement in to_statements(LOG + GUARDS + STATE):
                        connection.execute(statement)
                    connection.execute(f"PRAGMA application_id = {APPLICATION}")
                    connection.execute(f"PRAGMA user_version = {VERSION}")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION:
            raise LedgerError(f'"{self._path}" is a database, but not a ledger')
        if version != VERSION:
            raise LedgerError(
                f'ledger "{self._path}" has version {version}; this sayso reads and'
                f" writes version {VERSION}"
            )
        if not self._has(LOG, connection):
            raise LedgerError(
                f'ledger "{self._path}" was made by an earlier sayso that kept its'
                " entries in another way; read its documents into a new ledger"
            )

    def has_state(self) -> bool:
        """True when the replayed tables and indexes are those of this schema.

        Their statements are compared, so that no change of the schema is forgotten.
        """
        with self.translated():
            return self._has(STATE, self.get())

    @staticmethod
    def _has(script: str, connection: sqlite3.Connection) -> bool:
        """True when every statement of a script made something in the file."""
        rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        made = {sql for (sql,) in rows}
        return all(s.strip().rstrip(";") in made for s in to_statements(script))

    @staticmethod
    def _is_empty(connection: sqlite3.Connection) -> bool:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return bool(tables == 0)


def to_statements(script: str) -> Iterator[str]:
    """Give the statements of a script; `executescript` would commit in between."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            yield part
            part = ""
