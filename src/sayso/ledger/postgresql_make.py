"""Making a team's ledger in a database: schema, tables, guards, roles, grants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from sayso.errors import LedgerError
from sayso.ledger.acting import Role
from sayso.ledger.postgresql_connection import Connection, Connections, quoted
from sayso.ledger.postgresql_schema import (
    AS_MAKER,
    GUARDS,
    LOG,
    SCHEMA,
    STATE,
    TRIGGERS,
    VERSION,
)
from sayso.ledger.schema import STATE_TABLES

_LOG_TABLES = ("entries", "texts", "owners")
_REFUSED = ("UPDATE", "DELETE", "TRUNCATE")
"""What no role may do to the log."""


def prepare(connections: Connections, *, create: bool) -> None:
    """Make the ledger where there is none, and refuse one of another version.

    Raises:
        LedgerError: There is none and none is to be made; or it is of another version.
    """
    with connections.taken(as_maker=True) as connection:
        is_held = is_made(connection)
    where = connections.shown
    if not is_held:
        if not create:
            raise LedgerError(f'no ledger at "{where}"; `sayso read` makes one')
        with connections.writing(as_maker=True) as connection:
            if not is_made(connection):
                _make(connection, connections)
        return
    if connections.find_role() is None:
        raise LedgerError(
            f'ledger "{where}": this login has none of its roles; whoever made it says'
            f" GRANT {connections.role_name(Role.READER)} TO the login"
        )
    with connections.taken() as connection:
        version = _about(connection, "version")
    if version != str(VERSION):
        raise LedgerError(
            f'ledger "{where}" has version {version}; this sayso reads and writes'
            f" version {VERSION}"
        )


def is_made(connection: Connection) -> bool:
    """True when the database has a ledger, whoever may look at it."""
    row = connection.execute(
        "SELECT count(*) FROM pg_class JOIN pg_namespace ON relnamespace ="
        " pg_namespace.oid WHERE nspname = %s AND relname = 'about'",
        (SCHEMA,),
    ).fetchone()
    return row is not None and row[0] > 0


def has_state(connection: Connection) -> bool:
    """True when the replayed tables are those of this schema."""
    return _about(connection, "state") == _digest()


def make_state(connection: Connection, connections: Connections) -> None:
    """Make the replayed tables anew, empty, with whoever made the ledger."""
    for table in STATE_TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}".encode())
    connection.execute(STATE.encode())
    _grant_state(connection, connections)
    _put_about(connection, "state", _digest())


def _make(connection: Connection, connections: Connections) -> None:
    connection.execute(f"CREATE SCHEMA {SCHEMA}".encode())
    connection.execute(LOG.encode())
    for name, body in GUARDS.items():
        rights = "SECURITY DEFINER" if name in AS_MAKER else ""
        connection.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {rights}"
            f" SET search_path = {SCHEMA}, pg_temp AS $guard${body}$guard$".encode()
        )
    for function, table, when, each in TRIGGERS:
        connection.execute(
            f"CREATE TRIGGER {_trigger_name(function, each)} {when} ON {table}"
            f" FOR EACH {each} EXECUTE FUNCTION {function}()".encode()
        )
    _make_roles(connection, connections)
    _put_about(connection, "version", str(VERSION))
    _put_about(connection, "owner", connections.role_name(Role.OWNER))
    row = connection.execute("SELECT current_user").fetchone()
    _put_about(connection, "maker", str(row and row[0]))
    _grant_log(connection, connections)
    make_state(connection, connections)


def _make_roles(connection: Connection, connections: Connections) -> None:
    """Make the roles; each has the rights of those before it, and the maker has all."""
    before: Role | None = None
    for role in Role:
        name = connections.role_name(role)
        held = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,))
        if held.fetchone() is None:
            connection.execute(f"CREATE ROLE {quoted(name)} NOLOGIN".encode())
        if before is not None:
            inner = quoted(connections.role_name(before))
            connection.execute(f"GRANT {inner} TO {quoted(name)}".encode())
        before = role
    owner = quoted(connections.role_name(Role.OWNER))
    connection.execute(f"GRANT {owner} TO CURRENT_USER".encode())


def _grant_log(connection: Connection, connections: Connections) -> None:
    reader, reviewer, owner = (quoted(connections.role_name(role)) for role in Role)
    for statement in (
        f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {reader}",
        f"GRANT SELECT ON entries, texts, owners, about TO {reader}",
        f"GRANT INSERT ON entries, texts, owners TO {reviewer}",
        f"GRANT SELECT ON appended TO {owner}",
    ):
        connection.execute(statement.encode())


def _grant_state(connection: Connection, connections: Connections) -> None:
    reader, reviewer, owner = (quoted(connections.role_name(role)) for role in Role)
    tables = ", ".join(STATE_TABLES)
    for statement in (
        f"GRANT SELECT ON {tables} TO {reader}",
        f"GRANT INSERT, UPDATE, DELETE ON {tables} TO {reviewer}",
        f"GRANT TRUNCATE ON {tables} TO {owner}",
    ):
        connection.execute(statement.encode())


def find_missing(connection: Connection, connections: Connections) -> Iterator[str]:
    """Yield one sentence a guard, index or grant that is not as we make it."""
    rows = connection.execute(
        "SELECT proname, prosrc, prosecdef FROM pg_proc"
        " WHERE pronamespace = %s::regnamespace",
        (SCHEMA,),
    )
    made = {name: (source, definer) for name, source, definer in rows}
    for name, body in GUARDS.items():
        if made.get(name) != (body, name in AS_MAKER):
            yield f'the function "{name}" is gone or changed'
    rows = connection.execute(
        "SELECT tgname, relname, proname FROM pg_trigger"
        " JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid"
        " WHERE relnamespace = %s::regnamespace AND tgenabled IN ('O', 'A')",
        (SCHEMA,),
    )
    triggers = set(rows)
    for function, table, _, each in TRIGGERS:
        name = _trigger_name(function, each)
        if (name, table, function) not in triggers:
            yield f'the trigger "{name}" of "{table}" is gone or changed'
    rows = connection.execute(
        "SELECT indexname FROM pg_indexes WHERE schemaname = %s", (SCHEMA,)
    )
    indexes = {name for (name,) in rows}
    for name in re.findall(r"CREATE INDEX (\w+)", LOG + STATE):
        if name not in indexes:
            yield f'the index "{name}" is gone or changed'
    yield from _find_grants(connection, connections)


def _find_grants(connection: Connection, connections: Connections) -> Iterator[str]:
    for role in Role:
        name = connections.role_name(role)
        for table in _LOG_TABLES:
            for right in _REFUSED:
                row = connection.execute(
                    "SELECT has_table_privilege(%s, %s, %s)",
                    (name, f"{SCHEMA}.{table}", right),
                ).fetchone()
                if row is not None and row[0]:
                    yield f'the role "{name}" may {right} "{table}"'


def _trigger_name(function: str, each: str) -> str:
    return function if each == "ROW" else f"{function}_whole"


def _about(connection: Connection, key: str) -> str | None:
    row = connection.execute(
        f"SELECT value FROM {SCHEMA}.about WHERE key = %s".encode(), (key,)
    ).fetchone()
    return None if row is None else str(row[0])


def _put_about(connection: Connection, key: str, value: str) -> None:
    connection.execute(
        "INSERT INTO about VALUES (%s, %s)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def _digest() -> str:
    return sha256(STATE.encode()).hexdigest()
