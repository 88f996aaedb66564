"""PostgreSQL at the boundary: a few connections, roles, errors as our own.

A connection is taken for one statement or one transaction and laid back. Each works in
the strongest role that its login has, or in that of whoever is asked for (`acting_as`),
so that not even whoever owns the tables goes past the grants by accident.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import TransactionStatus

from sayso.errors import LedgerBusy, LedgerDamaged, LedgerError
from sayso.ledger.acting import Role, acting_role
from sayso.ledger.postgresql_schema import LOCK, SCHEMA

PATIENCE = 10.0
"""Seconds to wait for another writer."""
_MOST = 60
"""Connections at once: more than pages have threads, fewer than a server allows."""
_FRESH = 0.1
"""Seconds in which no server starts anew; asking each time would double the asking."""
_IDLE = 8
"""Connections that are kept open while nobody asks."""
_PLANNED = (
    "SET jit = off; SET max_parallel_workers_per_gather = 0; SET random_page_cost = 1.1"
)
"""What plans reckon with: many who ask small questions at once, of a database that lies
on no turning disk. A list under a speaker is then read by that index (14 ms), where
the server by itself walks 75,000 claims of others (77 ms)."""

Connection = psycopg.Connection[tuple[Any, ...]]


def shown_address(address: str) -> str:
    """Give an address without its password, for pages and messages."""
    try:
        parts = conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        raise LedgerError(f"the ledger's address cannot be read ({error})") from error
    user = f"{parts['user']}@" if parts.get("user") else ""
    port = f":{parts['port']}" if parts.get("port") else ""
    host = str(parts.get("host") or "")
    host = "" if host.startswith("/") else host
    return f"postgresql://{user}{host}{port}/{parts.get('dbname') or ''}"


def quoted(name: str) -> str:
    """Give a name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


class Connections:
    """The connections to one database."""

    def __init__(self, address: str, *, patience: float = PATIENCE) -> None:
        self.shown = shown_address(address)
        self._address, self._patience = address, patience
        self._idle: list[Connection] = []
        self._lock = threading.Lock()
        self._free = threading.BoundedSemaphore(_MOST)
        self._strongest: Role | None = None
        self.database = ""

    @contextmanager
    def taken(self, *, as_maker: bool = False) -> Iterator[Connection]:
        """Give a connection, in the role of whoever asks.

        Args:
            as_maker: Work with the login's own rights, to make or rewrite tables.
        """
        if not self._free.acquire(timeout=self._patience):
            raise LedgerBusy(f'ledger "{self.shown}": {_MOST} questions at once')
        try:
            with self.translated():
                connection = self._open()
                try:
                    self._take_role(connection, as_maker=as_maker)
                    yield connection
                finally:
                    self._lay_back(connection)
        finally:
            self._free.release()

    @contextmanager
    def writing(self, *, as_maker: bool = False) -> Iterator[Connection]:
        """Give a connection in a transaction: committed whole, or not at all."""
        with self.taken(as_maker=as_maker) as connection, connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            yield connection

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Give the database's errors as a ledger's, with one sentence each.

        Raises:
            LedgerBusy: Another writer, or too many connections.
            LedgerDamaged: The database says that its files are.
            LedgerError: No server, no right, no space.
        """
        where = f'ledger "{self.shown}"'
        try:
            yield
        except (errors.LockNotAvailable, errors.DeadlockDetected) as error:
            raise LedgerBusy(
                f"{where}: another process has been writing to it for"
                f" {self._patience:g} seconds; try again"
            ) from error
        except errors.InsufficientPrivilege as error:
            raise LedgerError(
                f"{where}: this login or role may not do that ({_first_line(error)})"
            ) from error
        except (errors.DataCorrupted, errors.IndexCorrupted) as error:
            raise LedgerDamaged(f"{where} is damaged ({_first_line(error)})") from error
        except errors.DiskFull as error:
            raise LedgerError(f"{where}: no space is left on its server") from error
        except psycopg.OperationalError as error:
            raise LedgerError(
                f"{where}: its server cannot be reached ({_first_line(error)})"
            ) from error
        except psycopg.Error as error:
            raise LedgerError(f"{where}: {_first_line(error)}") from error

    def find_role(self) -> Role | None:
        """Give the strongest role that the login has, None for none."""
        if self._strongest is None:
            with self.taken(as_maker=True) as connection:
                self._strongest = _strongest(connection, self.database)
        return self._strongest

    def role_name(self, role: Role) -> str:
        """Give what a role is called in the database; each ledger has its own."""
        return f"{self.database}_{role}"

    def close(self) -> None:
        """Close what is open and idle."""
        with self._lock:
            for connection in self._idle:
                connection.close()
            self._idle.clear()

    def _open(self) -> Connection:
        while True:
            with self._lock:
                connection = self._idle.pop() if self._idle else None
            if connection is None:
                return self._connect()
            if _is_fresh(connection) or _is_alive(connection):
                return connection
            connection.close()  # the server was started anew

    def _connect(self) -> Connection:
        connection = psycopg.connect(
            self._address,
            autocommit=True,
            prepare_threshold=None,  # plans depend on what is asked for
            application_name="sayso",
        )
        connection.execute(
            f"SET search_path = {SCHEMA};"
            f"SET lock_timeout = {int(self._patience * 1000)};"
            f"{_PLANNED}".encode()
        )
        self.database = connection.info.dbname
        return connection

    def _take_role(self, connection: Connection, *, as_maker: bool) -> None:
        wanted = "NONE"
        if not as_maker:
            strongest = self.find_role()
            role = acting_role() or strongest
            if strongest is not None and role is not None:
                role = min(role, strongest, key=lambda one: one.rank)
                wanted = quoted(self.role_name(role))
        if getattr(connection, "sayso_role", "NONE") != wanted:
            connection.execute(f"SET ROLE {wanted}".encode())
            connection.sayso_role = wanted  # type: ignore[attr-defined] # ours

    def _lay_back(self, connection: Connection) -> None:
        is_idle = connection.info.transaction_status is TransactionStatus.IDLE
        with self._lock:
            if is_idle and len(self._idle) < _IDLE:
                connection.sayso_used = monotonic()  # type: ignore[attr-defined] # ours
                self._idle.append(connection)
                return
        connection.close()


def _is_fresh(connection: Connection) -> bool:
    """True when the server answered so lately that it need not be asked again."""
    used: float = getattr(connection, "sayso_used", -_FRESH)
    return not connection.closed and monotonic() - used < _FRESH


def _is_alive(connection: Connection) -> bool:
    """True when the server still answers; tells a connection that a restart cut."""
    if connection.closed:
        return False
    try:
        connection.execute("")
    except psycopg.OperationalError:
        return False
    return True


def _strongest(connection: Connection, database: str) -> Role | None:
    for role in reversed(Role):
        row = connection.execute(
            "SELECT pg_has_role(oid, 'MEMBER') FROM pg_roles WHERE rolname = %s",
            (f"{database}_{role}",),
        ).fetchone()
        if row is not None and row[0]:
            return role
    return None


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
