"""A team's ledger in a PostgreSQL database: the same log, shared by many.

The extra `sayso[postgres]`. What is answered is what the embedded ledger answers; who
may write what is held by roles and grants of the database (`postgresql_schema`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from psycopg import errors

from sayso.errors import LedgerError
from sayso.ledger.acting import Role, acting_role
from sayso.ledger.chain import verify_entries
from sayso.ledger.held import Verification
from sayso.ledger.postgresql_connection import PATIENCE, Connection, Connections
from sayso.ledger.postgresql_fill import copy_in, fill_state
from sayso.ledger.postgresql_make import (
    find_missing,
    has_state,
    make_state,
    prepare,
)
from sayso.ledger.postgresql_replay import entries_of, walk
from sayso.ledger.postgresql_store import (
    DIALECT,
    PostgresStore,
    bound,
    to_own_marks,
)
from sayso.ledger.postgresql_verify import find_differences, owned_of, texts_of
from sayso.ledger.records import Addition
from sayso.ledger.replay import append_all, refuse_filled
from sayso.ledger.schema import STATE_TABLES
from sayso.ledger.sql_ledger import SqlQueries
from sayso.ledger.sql_store import INSERT_KEPT, SqlStore
from sayso.ledger.sqlite import SqliteLedger
from sayso.ledger.sqlite_verify import kept_digest
from sayso.model import DocumentId, Entry, EntryKind


class PostgresLedger(SqlQueries):
    """The ledger of one database; may be used by many threads and processes."""

    _dialect = DIALECT

    def __init__(
        self, address: str, *, create: bool = True, patience: float = PATIENCE
    ) -> None:
        self._connections = Connections(address, patience=patience)
        self.address = self._connections.shown
        try:
            self._prepare(create=create)
        except BaseException:
            self.close()
            raise

    def _prepare(self, *, create: bool) -> None:
        prepare(self._connections, create=create)
        with self._connections.taken() as connection:
            is_current = has_state(connection)
        if not is_current:
            with self._connections.writing(as_maker=True) as connection:
                make_state(connection, self._connections)
            self.rebuild()

    def append(self, additions: Iterable[Addition]) -> tuple[Entry, ...]:
        """Record all additions or none; they are on the disk when this returns."""
        with self._writing() as store:
            made = append_all(store, additions)
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
            store = PostgresStore(connection)
            refuse_filled(store, self.address)
            copy_in(connection, entries, texts)
            fill_state(connection)
        self._look_over()

    def verify(self) -> Verification:
        """Recompute every hash and every table and compare; looks at guards, too."""
        with self._snapshot() as connection:
            store = PostgresStore(connection)
            found = verify_entries(
                entries_of(connection), owned_of(connection), store.get_text
            )
            faults = [*find_missing(connection, self._connections)]
            if not faults and not found.faults:
                faults += find_differences(connection)
        return found.with_faults(faults)

    def keep(self, kind: str, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep worked-out values; who may only look keeps nothing."""
        role = acting_role() or self._connections.find_role()
        if role is None or role is Role.READER:
            return
        values = ((kind, *row, kept_digest(kind, *row), row[0]) for row in rows)
        with self._connections.writing() as connection, connection.cursor() as cursor:
            cursor.executemany(to_own_marks(INSERT_KEPT), map(bound, values))

    def rebuild(self) -> None:
        """Forget the current state and replay it from the entries."""
        with self._connections.writing() as connection:
            fill_state(connection)
        self._look_over()

    def backup(self, path: str) -> None:
        """Copy the log as it stands to an embedded ledger in a new file.

        Raises:
            LedgerError: The file exists or cannot be written.
        """
        target = Path(path)
        if target.exists():
            raise LedgerError(f'"{path}" exists; a backup overwrites nothing')
        part = Path(f"{path}.part")
        part.unlink(missing_ok=True)
        try:
            copy = SqliteLedger(str(part))
            try:
                with self._snapshot() as connection:
                    copy.receive(entries_of(connection), texts_of(connection))
            finally:
                copy.close()
            part.rename(target)
        except OSError as error:
            raise LedgerError(f'"{path}" cannot be written ({error})') from error
        finally:
            for left in target.parent.glob(f"{part.name}*"):
                left.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the connections."""
        self._connections.close()

    @contextmanager
    def _writing(self) -> Iterator[PostgresStore]:
        with self._connections.writing() as connection:
            store = PostgresStore(connection)
            yield store
            store.flush()

    @contextmanager
    def _reading(self) -> Iterator[SqlStore]:
        with self._connections.taken() as connection:
            yield PostgresStore(connection)

    @contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        """Give a connection that sees one instant, whatever others write."""
        with self._connections.taken() as connection, connection.transaction():
            connection.execute(
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
            )
            yield connection

    def _each(
        self, statement: str, values: Iterable[Any], *, is_many: bool = False
    ) -> Iterator[tuple[Any, ...]]:
        own, given = to_own_marks(statement), bound(values)
        if not is_many:
            with self._connections.taken() as connection:
                rows = connection.execute(own, given).fetchall()
            yield from rows
            return
        with self._connections.taken() as connection, connection.transaction():
            yield from walk(connection, own.decode(), given)

    def _look_over(self) -> None:
        """Let the planner count anew, after much was written at once."""
        with self._connections.taken(as_maker=True) as connection:
            for table in STATE_TABLES:
                connection.execute(f"ANALYZE {table}".encode())

    def _wipe(self) -> None:
        """Rewrite the tables, so that no freed page keeps a word of what was erased.

        The server's log of changes and copies of it are out of reach; docs/team.md
        says how to let go of those.
        """
        with self._connections.taken(as_maker=True) as connection:
            for table in ("texts", *STATE_TABLES):
                connection.execute(f"VACUUM (FULL, ANALYZE) {table}".encode())
            with suppress(errors.InsufficientPrivilege):  # for administrators only
                connection.execute("CHECKPOINT")
