"""The file that members are kept in: its tables, sessions, tries in vain and the log.

Every way of signing in (`members`, `identities`, `passkeys`) writes here and counts its
tries here, so that an end to guessing, an end of sessions and the log hold for all.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, IPv6Network, ip_address
from pathlib import Path

from sayso.errors import InputError, LedgerError
from sayso.ledger import make_private

WINDOW = timedelta(minutes=15)
MOST_TRIES = 5
"""Passwords that may be tried in vain for one name within the window."""
MOST_FROM = 30
"""The same from one address, whatever the names and the way of signing in."""
_OF_ONE = 64
"""Bits that the addresses of one IPv6 network share: whoever has one has them all."""
_MOST_NOTES = 1000

_TABLES = """
CREATE TABLE IF NOT EXISTS members (
  key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL,
  password TEXT NOT NULL, made TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
  token TEXT PRIMARY KEY, key TEXT NOT NULL, made TEXT NOT NULL, seen TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS emails (
  address TEXT PRIMARY KEY, key TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS subjects (
  issuer TEXT NOT NULL, subject TEXT NOT NULL, key TEXT NOT NULL, made TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT;
CREATE TABLE IF NOT EXISTS vouched (
  key TEXT PRIMARY KEY, issuer TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS handles (
  key TEXT PRIMARY KEY, handle TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE IF NOT EXISTS passkeys (
  id TEXT PRIMARY KEY, key TEXT NOT NULL, public TEXT NOT NULL, count INTEGER NOT NULL,
  label TEXT NOT NULL, made TEXT NOT NULL, used TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS tries (who TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS tries_by_who ON tries (who, at);
CREATE TABLE IF NOT EXISTS notes (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL,
  role TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL, origin TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS notes_stay BEFORE DELETE ON notes
BEGIN SELECT RAISE(ABORT, 'notes are never removed'); END;
CREATE TRIGGER IF NOT EXISTS notes_keep BEFORE UPDATE ON notes
BEGIN SELECT RAISE(ABORT, 'notes are never changed'); END;
"""
_WAYS = ("emails", "subjects", "vouched", "handles", "passkeys")
"""Tables of what a member signs in with besides a password."""

Run = Callable[..., sqlite3.Cursor]


def counted_from(origin: str) -> str:
    """Give whose tries those from an address are: its own, or its IPv6 network's.

    Args:
        origin: Network address; what is none counts as it is.
    """
    try:
        address = ip_address(origin.partition("%")[0])
    except ValueError:
        return f"from {origin}"
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return f"from {address.ipv4_mapped}"
        return f"from {IPv6Network((int(address), _OF_ONE), strict=False)}"
    return f"from {address}"


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody did, or tried."""

    at: str
    name: str
    role: str
    what: str
    subject: str
    origin: str
    """The network address it came from."""


class TooManyTries(InputError):
    """Too many passwords were tried in vain; the message says how long to wait."""


class Kept:
    """One file of members; may be used by several threads."""

    def __init__(self, path: Path, *, now: Callable[[], datetime]) -> None:
        """Open the file, or make it.

        Raises:
            LedgerError: It cannot be opened.
        """
        self.now, self.path = now, path
        self._lock = threading.RLock()
        make_private(path)
        try:
            self._held = sqlite3.connect(
                path, isolation_level=None, check_same_thread=False
            )
            self._held.executescript(f"PRAGMA journal_mode = WAL; {_TABLES}")
        except sqlite3.Error as error:
            raise LedgerError(f'members at "{path}": {error}') from error

    def close(self) -> None:
        """Let go of the file."""
        self._held.close()

    def rows(self, statement: str, *values: object) -> list[tuple[str, ...]]:
        """Give the rows that a statement finds; inside `writing`, too."""
        with self._lock:
            found: list[tuple[str, ...]] = self._held.execute(
                statement, values
            ).fetchall()
            return found

    @contextmanager
    def writing(self) -> Iterator[Run]:
        """Run statements all together or not at all."""
        with self._lock:
            self._held.execute("BEGIN IMMEDIATE")
            try:
                yield self._held.execute
                self._held.execute("COMMIT")
            except BaseException:
                self._held.execute("ROLLBACK")
                raise

    def instant(self) -> str:
        """Give the present moment as it is written."""
        return self.now().astimezone(UTC).isoformat(timespec="microseconds")

    def begin_session(self, run: Run, key: str) -> str:
        """Give the token of a new session; only its digest is kept."""
        token, now = secrets.token_urlsafe(32), self.instant()
        run(
            "INSERT INTO sessions VALUES (?, ?, ?, ?)",
            (digest(token), key, now, now),
        )
        return token

    def forget_ways(self, run: Run, key: str) -> None:
        """Let a member sign in with nothing but a password; sessions end."""
        for table in _WAYS:
            run(f"DELETE FROM {table} WHERE key = ?", (key,))  # noqa: S608 - our own names
        run("DELETE FROM sessions WHERE key = ?", (key,))

    def refuse_many(self, who: str, most: int, name: str, origin: str) -> None:
        """Refuse where too much was tried in vain.

        Args:
            who: Whose tries are counted, as given to `failed`.
            most: From which number on it is refused.
            name: For the log.
            origin: The network address, for the log.

        Raises:
            TooManyTries: It was noted.
        """
        since = (self.now() - WINDOW).astimezone(UTC).isoformat(timespec="microseconds")
        with self.writing() as run:
            run("DELETE FROM tries WHERE at < ?", (since,))
        ((tries,),) = self.rows("SELECT count(*) FROM tries WHERE who = ?", who)
        if int(tries) >= most:
            self.note(name, "", "sign-in not tried: too many", "", origin)
            raise TooManyTries(
                "Too many passwords were tried; wait"
                f" {WINDOW.seconds // 60} minutes and try again"
            )

    def failed(self, *whose: str) -> None:
        """Count a try in vain."""
        with self.writing() as run:
            for who in whose:
                run("INSERT INTO tries VALUES (?, ?)", (who, self.instant()))

    def note(
        self, name: str, role: str, what: str, subject: str = "", origin: str = ""
    ) -> None:
        """Write down what somebody did."""
        with self.writing() as run:
            run(
                "INSERT INTO notes (at, name, role, what, subject, origin)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    self.instant(),
                    name[:100],
                    role,
                    what[:200],
                    _storable(subject[:200]),
                    origin,
                ),
            )

    def notes(self, most: int = _MOST_NOTES) -> tuple[Note, ...]:
        """Give what was written down, newest first."""
        rows = self.rows(
            "SELECT at, name, role, what, subject, origin FROM notes"
            " ORDER BY number DESC LIMIT ?",
            most,
        )
        return tuple(Note(*row) for row in rows)


def digest(token: str) -> str:
    """Give what is kept of a token: it is random, so a plain hash is enough."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _storable(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")
