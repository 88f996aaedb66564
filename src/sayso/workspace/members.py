"""Who may sign in to pages that others reach: names, roles, sessions, an audit log.

Kept in a file of the machine that serves the pages and in no ledger, so that no copy of
a ledger carries anything of a password. Passwords are kept as argon2id hashes, the
random tokens of sessions as SHA-256. What is noted is never changed or removed.
"""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import InputError, LedgerError, UnknownName
from sayso.ledger import Role
from sayso.workspace.erasing import MEMBERS
from sayso.workspace.members_kept import (
    MOST_FROM,
    MOST_TRIES,
    WINDOW,
    Kept,
    Note,
    TooManyTries,
    counted_from,
    digest,
)

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST_PASSWORD = 12
"""Characters: NIST SP 800-63B asks for 8 where nothing else is asked, 15 alone."""
LONGEST_PASSWORD = 1024
WHOLE = timedelta(hours=12)
"""A session ends after a working day, whatever is done in it."""
IDLE = timedelta(hours=2)
"""And after this time without a request."""
_HASHING = threading.BoundedSemaphore(2)
"""Hashes at once: each takes 64 MB and a tenth of a second by design."""
_NAME = re.compile(r"[^\W_](?:[\w .'-]{0,38}[\w.])?")
_NO_PASSWORD = ""
"""Kept of who signs in by other ways alone; no password fits it."""
__all__ = [
    "IDLE",
    "MOST_FROM",
    "MOST_TRIES",
    "WHOLE",
    "WINDOW",
    "Member",
    "Members",
    "Note",
    "TooManyTries",
    "is_name",
    "make_hasher",
    "members_file",
]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may sign in."""

    name: str
    """Under which this member's rulings are recorded."""
    role: Role


def is_name(name: str) -> bool:
    """True when somebody may be called so: 1 to 40 letters and what joins them."""
    return _NAME.fullmatch(name) is not None


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
        self.path = path
        if not create and not path.exists():
            raise LedgerError(
                f'no members at "{path}"; `sayso users add NAME` makes the first'
            )
        self.kept = Kept(path, now=now)
        # What is compared where there is no such name: takes as long as a real one.
        self._nobody = self._hash(secrets.token_urlsafe(24))

    def close(self) -> None:
        """Let go of the file."""
        self.kept.close()

    def add(
        self, name: str, role: Role, password: str | None, *, by: str = ""
    ) -> Member:
        """Take somebody in.

        Args:
            name: Under which rulings are recorded.
            role: What they may do.
            password: None for who signs in by other ways alone.
            by: Who takes them in, for the log.

        Raises:
            InputError: The name is odd or taken, the password short.
        """
        if not is_name(name):
            raise InputError(
                f'"{name}" is no name: 1 to 40 letters, digits, blanks, dots, hyphens'
            )
        hashed = _NO_PASSWORD if password is None else self._hash(_checked(password))
        with self.kept.writing() as run:
            if self._find(name) is not None:
                raise InputError(f'there is a member "{name}" already')
            run(
                "INSERT INTO members VALUES (?, ?, ?, ?, ?)",
                (name.casefold(), name, role, hashed, self.kept.instant()),
            )
        self.note(by, "", "users add", f"{name} {role}")
        return Member(name, role)

    def remove(self, name: str, *, by: str = "") -> None:
        """Let somebody go; what was ruled stays, sessions end.

        Raises:
            UnknownName: There is no such member.
        """
        with self.kept.writing() as run:
            _, key = self.known(name)
            run("DELETE FROM members WHERE key = ?", (key,))
            self.kept.forget_ways(run, key)
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

        A role that is given here holds: claims of a provider no longer change it.

        Raises:
            UnknownName: There is no such member.
            InputError: The password is short.
        """
        hashed = None if password is None else self._hash(_checked(password))
        with self.kept.writing() as run:
            _, key = self.known(name)
            run(
                "UPDATE members SET role = coalesce(?, role),"
                " password = coalesce(?, password) WHERE key = ?",
                (role, hashed, key),
            )
            if role is not None:
                run("DELETE FROM vouched WHERE key = ?", (key,))
            run("DELETE FROM sessions WHERE key = ?", (key,))
        what = "users role" if role is not None else "users password"
        self.note(by, "", what, f"{name} {role or ''}".strip())
        return next(one for one in self.all() if one.name.casefold() == key)

    def all(self) -> tuple[Member, ...]:
        """Give the members by name."""
        rows = self.kept.rows("SELECT name, role FROM members ORDER BY key")
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
        self.kept.refuse_many(f"name {key}", MOST_TRIES, name[:40], origin)
        if origin:
            self.kept.refuse_many(counted_from(origin), MOST_FROM, name[:40], origin)
        found = self.kept.rows(
            "SELECT name, role, password FROM members WHERE key = ?", key
        )
        shown, role, hashed = found[0] if found else (name[:40], "", _NO_PASSWORD)
        has_one = hashed != _NO_PASSWORD
        compared = hashed if has_one else self._nobody
        fits = self._verify(compared, password[:LONGEST_PASSWORD]) and has_one
        if not fits:
            self.kept.failed(f"name {key}", counted_from(origin))
            self.note(shown, role, "sign-in refused", "", origin)
            return None
        with self.kept.writing() as run:
            run("DELETE FROM tries WHERE who = ?", (f"name {key}",))
            token = self.kept.begin_session(run, key)
            if self._hasher.check_needs_rehash(hashed):
                again = self._hash(password)
                run("UPDATE members SET password = ? WHERE key = ?", (again, key))
        self.note(shown, role, "sign-in", "", origin)
        return token

    def find(self, token: str) -> Member | None:
        """Give whose session a token is, None where there is none or it is over."""
        rows = self.kept.rows(
            "SELECT name, role, sessions.made, seen FROM sessions"
            " JOIN members ON members.key = sessions.key WHERE token = ?",
            digest(token),
        )
        if not rows:
            return None
        name, role, made, seen = rows[0]
        now = self.kept.now()
        if now - _parse(made) > WHOLE or now - _parse(seen) > IDLE:
            self.sign_out(token)
            return None
        if now - _parse(seen) > timedelta(minutes=1):
            with self.kept.writing() as run:
                run(
                    "UPDATE sessions SET seen = ? WHERE token = ?",
                    (self.kept.instant(), digest(token)),
                )
        return Member(name, Role(role))

    def begun(self, token: str) -> datetime | None:
        """Give when a session was begun, None where there is none."""
        rows = self.kept.rows(
            "SELECT made FROM sessions WHERE token = ?", digest(token)
        )
        return _parse(rows[0][0]) if rows else None

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self.kept.writing() as run:
            run("DELETE FROM sessions WHERE token = ?", (digest(token),))

    def note(
        self, name: str, role: str, what: str, subject: str = "", origin: str = ""
    ) -> None:
        """Write down what somebody did."""
        self.kept.note(name, role, what, subject, origin)

    def notes(self) -> tuple[Note, ...]:
        """Give what was written down, newest first."""
        return self.kept.notes()

    def known(self, name: str) -> tuple[Member, str]:
        """Give a member and the key that the tables have.

        Raises:
            UnknownName: There is no such member.
        """
        found = self._find(name)
        if found is None:
            raise UnknownName("member", name, (one.name for one in self.all()))
        return found, name.casefold()

    def _find(self, name: str) -> Member | None:
        rows = self.kept.rows(
            "SELECT name, role FROM members WHERE key = ?", name.casefold()
        )
        return Member(rows[0][0], Role(rows[0][1])) if rows else None

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


def _parse(instant: str) -> datetime:
    return datetime.fromisoformat(instant)
