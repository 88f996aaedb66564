"""Who may sign in to pages that others reach: names, roles, sessions, an audit log.

Kept in a file of the machine that serves the pages and in no ledger, so that no copy of
a ledger carries anything of a password. Passwords are kept as argon2id hashes, the
random tokens of sessions as SHA-256. What is noted is never changed or removed.
"""

from __future__ import annotations

import re
import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import InputError, LedgerError, UnknownName
from sayso.ledger import Role, make_private
from sayso.workspace.erasing import MEMBERS

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST_PASSWORD = 12
"""Characters: NIST SP 800-63B asks for 8 where nothing else is asked, 15 alone."""
LONGEST_PASSWORD = 1024
WHOLE = timedelta(hours=12)
"""A session ends after a working day, whatever is done in it."""
IDLE = timedelta(hours=2)
"""And after this time without a request."""
WINDOW = timedelta(minutes=15)
MOST_TRIES = 5
"""Passwords that may be tried in vain for one name within the window."""
MOST_FROM = 30
"""The same from one address, whatever the names."""
_HASHING = threading.BoundedSemaphore(2)
"""Hashes at once: each takes 64 MB and a tenth of a second by design."""
_NAME = re.compile(r"[^\W_](?:[\w .'-]{0,38}[\w.])?")
_MOST_NOTES = 1000

_TABLES = """
CREATE TABLE IF NOT EXISTS members (
  key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL,
  password TEXT NOT NULL, made TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
  token TEXT PRIMARY KEY, key TEXT NOT NULL, made TEXT NOT NULL, seen TEXT NOT NULL
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


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may sign in."""

    name: str
    """Under which this member's rulings are recorded."""
    role: Role


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


def members_file(ledger: str) -> Path:
    """Give where a ledger's members are kept where nothing else is said.

    Beside an embedded ledger; of a database in the working folder.
    """
    own = ledger.removeprefix("sqlite:")
    if "://" in own:
        own = own.partition("?")[0].rpartition("/")[2]
    return Path(f"{own.removesuffix('.db').replace(':', '')}{MEMBERS}")


class Members:
    """The members of one server of pages; may be used by several threads."""

    def __init__(
        self, path: Path, *, now: Callable[[], datetime], create: bool = False
    ) -> None:
        """Open the file.

        Raises:
            LedgerError: There is none and none is to be made; or it cannot be opened.
            InputError: The extra is not installed.
        """
        self._hasher = make_hasher()
        self._now, self.path = now, path
        self._lock = threading.RLock()
        if not create and not path.exists():
            raise LedgerError(
                f'no members at "{path}"; `sayso users add NAME` makes the first'
            )
        make_private(path)
        try:
            self._held = sqlite3.connect(
                path, isolation_level=None, check_same_thread=False
            )
            self._held.executescript(f"PRAGMA journal_mode = WAL; {_TABLES}")
        except sqlite3.Error as error:
            raise LedgerError(f'members at "{path}": {error}') from error
        # What is compared where there is no such name: takes as long as a real one.
        self._nobody = self._hash(secrets.token_urlsafe(24))

    def close(self) -> None:
        """Let go of the file."""
        self._held.close()

    def add(self, name: str, role: Role, password: str, *, by: str = "") -> Member:
        """Take somebody in.

        Raises:
            InputError: The name is odd or taken, the password short.
        """
        if not _NAME.fullmatch(name):
            raise InputError(
                f'"{name}" is no name: 1 to 40 letters, digits, blanks, dots, hyphens'
            )
        hashed = self._hash(_checked(password))
        with self._writing() as run:
            if self._find(name) is not None:
                raise InputError(f'there is a member "{name}" already')
            run(
                "INSERT INTO members VALUES (?, ?, ?, ?, ?)",
                (name.casefold(), name, role, hashed, self._instant()),
            )
        self.note(by, "", "users add", f"{name} {role}")
        return Member(name, role)

    def remove(self, name: str, *, by: str = "") -> None:
        """Let somebody go; what was ruled stays, sessions end.

        Raises:
            UnknownName: There is no such member.
        """
        with self._writing() as run:
            key = self._known(name).casefold()
            run("DELETE FROM members WHERE key = ?", (key,))
            run("DELETE FROM sessions WHERE key = ?", (key,))
        self.note(by, "", "users remove", name)

    def change(
        self,
        name: str,
        *,
        role: Role | None = None,
        password: str | None = None,
        by: str = "",
    ) -> Member:
        """Give a member another role or password; sessions end.

        Raises:
            UnknownName: There is no such member.
            InputError: The password is short.
        """
        hashed = None if password is None else self._hash(_checked(password))
        with self._writing() as run:
            key = self._known(name).casefold()
            run(
                "UPDATE members SET role = coalesce(?, role),"
                " password = coalesce(?, password) WHERE key = ?",
                (role, hashed, key),
            )
            run("DELETE FROM sessions WHERE key = ?", (key,))
        what = "users role" if role is not None else "users password"
        self.note(by, "", what, f"{name} {role or ''}".strip())
        return next(one for one in self.all() if one.name.casefold() == key)

    def all(self) -> tuple[Member, ...]:
        """Give the members by name."""
        rows = self._rows("SELECT name, role FROM members ORDER BY key")
        return tuple(Member(name, Role(role)) for name, role in rows)

    def sign_in(self, name: str, password: str, *, origin: str) -> str | None:
        """Give the token of a new session, None where name or password do not fit.

        Args:
            name: As typed; capitals do not matter.
            password: As typed.
            origin: Network address; "" where all come from one, behind a proxy.

        Raises:
            TooManyTries: For the name or from the address; nothing was compared.
        """
        key = name.strip().casefold()[:100]
        self._refuse_many(f"name {key}", MOST_TRIES, name[:40], origin)
        if origin:
            self._refuse_many(f"from {origin}", MOST_FROM, name[:40], origin)
        found = self._rows(
            "SELECT name, role, password FROM members WHERE key = ?", key
        )
        shown, role, hashed = found[0] if found else (name[:40], "", self._nobody)
        fits = self._verify(hashed, password[:LONGEST_PASSWORD]) and bool(found)
        now = self._instant()
        if not fits:
            with self._writing() as run:
                for who in (f"name {key}", f"from {origin}"):
                    run("INSERT INTO tries VALUES (?, ?)", (who, now))
            self.note(shown, role, "sign-in refused", "", origin)
            return None
        token = secrets.token_urlsafe(32)
        with self._writing() as run:
            run("DELETE FROM tries WHERE who = ?", (f"name {key}",))
            run(
                "INSERT INTO sessions VALUES (?, ?, ?, ?)",
                (_digest(token), key, now, now),
            )
            if self._hasher.check_needs_rehash(hashed):
                again = self._hash(password)
                run("UPDATE members SET password = ? WHERE key = ?", (again, key))
        self.note(shown, role, "sign-in", "", origin)
        return token

    def find(self, token: str) -> Member | None:
        """Give whose session a token is, None where there is none or it is over."""
        rows = self._rows(
            "SELECT name, role, sessions.made, seen FROM sessions"
            " JOIN members ON members.key = sessions.key WHERE token = ?",
            _digest(token),
        )
        if not rows:
            return None
        name, role, made, seen = rows[0]
        now = self._now()
        if now - _parse(made) > WHOLE or now - _parse(seen) > IDLE:
            self.sign_out(token)
            return None
        if now - _parse(seen) > timedelta(minutes=1):
            with self._writing() as run:
                run(
                    "UPDATE sessions SET seen = ? WHERE token = ?",
                    (self._instant(), _digest(token)),
                )
        return Member(name, Role(role))

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self._writing() as run:
            run("DELETE FROM sessions WHERE token = ?", (_digest(token),))

    def note(
        self, name: str, role: str, what: str, subject: str = "", origin: str = ""
    ) -> None:
        """Write down what somebody did."""
        with self._writing() as run:
            run(
                "INSERT INTO notes (at, name, role, what, subject, origin)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (self._instant(), name, role, what[:200], subject[:200], origin),
            )

    def notes(self, most: int = _MOST_NOTES) -> tuple[Note, ...]:
        """Give what was written down, newest first."""
        rows = self._rows(
            "SELECT at, name, role, what, subject, origin FROM notes"
            " ORDER BY number DESC LIMIT ?",
            most,
        )
        return tuple(Note(*row) for row in rows)

    def _refuse_many(self, who: str, most: int, name: str, origin: str) -> None:
        since = (self._now() - WINDOW).isoformat(timespec="microseconds")
        with self._writing() as run:
            run("DELETE FROM tries WHERE at < ?", (since,))
        ((tries,),) = self._rows("SELECT count(*) FROM tries WHERE who = ?", who)
        if int(tries) >= most:
            self.note(name, "", "sign-in not tried: too many", "", origin)
            raise TooManyTries(
                "Too many passwords were tried; wait"
                f" {WINDOW.seconds // 60} minutes and try again"
            )

    def _known(self, name: str) -> str:
        found = self._find(name)
        if found is None:
            raise UnknownName("member", name, (one.name for one in self.all()))
        return found

    def _find(self, name: str) -> str | None:
        rows = self._rows_inside(
            "SELECT name FROM members WHERE key = ?", name.casefold()
        )
        return rows[0][0] if rows else None

    def _hash(self, password: str) -> str:
        with _HASHING:
            return self._hasher.hash(password)

    def _verify(self, hashed: str, password: str) -> bool:
        from argon2.exceptions import VerificationError

        with _HASHING:
            try:
                return self._hasher.verify(hashed, password)
            except VerificationError:
                return False

    def _rows(self, statement: str, *values: object) -> list[tuple[str, ...]]:
        with self._lock:
            return self._rows_inside(statement, *values)

    def _rows_inside(self, statement: str, *values: object) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = self._held.execute(statement, values).fetchall()
        return rows

    @contextmanager
    def _writing(self) -> Iterator[Callable[..., object]]:
        with self._lock:
            self._held.execute("BEGIN IMMEDIATE")
            try:
                yield self._held.execute
                self._held.execute("COMMIT")
            except BaseException:
                self._held.execute("ROLLBACK")
                raise

    def _instant(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="microseconds")


def make_hasher() -> PasswordHasher:
    """Give what hashes passwords, as costly as RFC 9106 recommends.

    Raises:
        InputError: The extra is not installed.
    """
    try:
        import argon2  # an extra: who serves nobody else does without
    except ImportError as error:
        raise InputError(
            f'signing in needs the extra "team": pip install "sayso[team]" ({error})'
        ) from error
    # RFC 9106, section 4, second recommended option: 64 MB, 3 passes, 4 lanes.
    return argon2.PasswordHasher.from_parameters(argon2.profiles.RFC_9106_LOW_MEMORY)


def _checked(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise InputError(
            f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters"
        )
    return password


def _digest(token: str) -> str:
    """Give what is kept of a token: it is random, so a plain hash is enough."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _parse(instant: str) -> datetime:
    return datetime.fromisoformat(instant)
