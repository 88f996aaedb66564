"""Members whom an identity provider vouches for: by e-mail once, then by subject.

Whoever runs the pages says which address or which subject of the provider is which
member, or which claims make somebody a member. An address opens once and ties the
subject to the member; from then on another account that gets hold of the same address
is refused. Speaks to no provider: what one said was verified before (`sayso.web`).
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from sayso.errors import InputError
from sayso.ledger import Role
from sayso.workspace.members import Member, Members, TooManyTries, is_name
from sayso.workspace.members_kept import MOST_FROM, Run, counted_from

_LONGEST = 255
"""Characters of a subject (OpenID Connect Core 1.0, section 2) and of an address."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a provider describes them, after its word was verified."""

    issuer: str
    subject: str
    """Never given to another account of the issuer."""
    email: str = ""
    """Only where the provider says that it verified it."""
    name: str = ""
    """To be called by where the person becomes a member; chosen by the person."""
    role: Role | None = None
    """That the operator's rules find in the claims; None where they find none."""


class Refused(InputError):
    """A provider vouches for somebody who is no member here; the reason is noted."""

    def __init__(self, why: str, *, ends: str = "") -> None:
        """Say why, and whose sessions end by it."""
        super().__init__(why)
        self.ends = ends


class Identities:
    """What ties accounts of providers to the members of one server of pages."""

    def __init__(self, members: Members) -> None:
        """Use the members' file."""
        self._members, self._kept = members, members.kept

    def link(
        self, name: str, *, email: str = "", issuer: str = "", subject: str = ""
    ) -> None:
        """Let a member sign in with an address, or with an issuer's subject.

        Raises:
            UnknownName: There is no such member.
            InputError: It belongs to another member, or is none.
        """
        _, key = self._members.known(name)
        if not email and not (issuer and subject):
            raise InputError("an e-mail address, or an issuer and a subject, is needed")
        address = _folded(email)
        if email and ("@" not in address or len(address) > _LONGEST):
            raise InputError(f'"{email}" is no e-mail address')
        with self._kept.writing() as run:
            if address:
                self._refuse_taken("emails", "address = ?", (address,), key)
                run("INSERT OR IGNORE INTO emails VALUES (?, ?)", (address, key))
            if subject:
                self._refuse_taken(
                    "subjects", "issuer = ? AND subject = ?", (issuer, subject), key
                )
                self._tie(run, issuer, subject, key)

    def unlink(self, name: str) -> None:
        """Take every way of signing in but the password from a member.

        Passkeys go, too; sessions end.

        Raises:
            UnknownName: There is no such member.
        """
        _, key = self._members.known(name)
        with self._kept.writing() as run:
            self._kept.forget_ways(run, key)

    def linked(self, name: str) -> tuple[str, ...]:
        """Give what a member is linked to, in words."""
        _, key = self._members.known(name)
        emails = self._kept.rows(
            "SELECT address FROM emails WHERE key = ? ORDER BY address", key
        )
        subjects = self._kept.rows(
            "SELECT issuer, subject FROM subjects WHERE key = ? ORDER BY 1, 2", key
        )
        return (
            *(address for (address,) in emails),
            *(f"{subject} at {issuer}" for issuer, subject in subjects),
        )

    def refuse_many(self, origin: str) -> None:
        """Refuse an address from which too much was tried in vain.

        Raises:
            TooManyTries: It was noted.
        """
        if origin:
            self._kept.refuse_many(counted_from(origin), MOST_FROM, "", origin)

    def sign_in(self, person: Person, *, origin: str) -> str:
        """Give the token of a new session.

        Raises:
            Refused: The person is no member.
            TooManyTries: From this address.
        """
        self.refuse_many(origin)
        try:
            with self._kept.writing() as run:
                member, key = self._found(run, person)
                token = self._kept.begin_session(run, key)
        except Refused as error:
            with self._kept.writing() as run:
                run("DELETE FROM sessions WHERE key = ?", (error.ends,))
            self.refuse(str(error), origin=origin)
            raise
        told = f"provider {person.issuer}"
        self._members.note(member.name, str(member.role), "sign-in", told, origin)
        return token

    def refuse(self, why: str, *, origin: str) -> None:
        """Note that somebody came from a provider in vain, and count it."""
        self._kept.failed(counted_from(origin))
        self._members.note("", "", "sign-in refused", f"provider: {why}", origin)

    def _found(self, run: Run, person: Person) -> tuple[Member, str]:
        if not 0 < len(person.subject) <= _LONGEST:
            raise Refused("a subject of no length, or of too great a one")
        key = self._key_of(person)
        if key is None:
            key = self._by_address(run, person) or self._taken_in(run, person)
        if self._kept.rows("SELECT key FROM vouched WHERE key = ?", key):
            self._follow(run, person, key)
        ((name, role),) = self._kept.rows(
            "SELECT name, role FROM members WHERE key = ?", key
        )
        return Member(name, Role(role)), key

    def _key_of(self, person: Person) -> str | None:
        rows = self._kept.rows(
            "SELECT key FROM subjects WHERE issuer = ? AND subject = ?",
            person.issuer,
            person.subject,
        )
        return rows[0][0] if rows else None

    def _by_address(self, run: Run, person: Person) -> str | None:
        """Give whose address it is, and tie the subject to that member."""
        address = _folded(person.email)
        rows = self._kept.rows("SELECT key FROM emails WHERE address = ?", address)
        if not address or not rows:
            return None
        key = rows[0][0]
        others = self._kept.rows(
            "SELECT subject FROM subjects WHERE issuer = ? AND key = ?",
            person.issuer,
            key,
        )
        if others:
            raise Refused(
                f'subject "{person.subject}" has the address "{address}", which'
                " another account of this provider was tied by"
            )
        self._tie(run, person.issuer, person.subject, key)
        return key

    def _taken_in(self, run: Run, person: Person) -> str:
        """Make a member of whom the operator's rules give a role."""
        told = f'subject "{person.subject}", e-mail "{person.email}"'
        if person.role is None:
            raise Refused(f"no member for {told}")
        name = normalize("NFKC", person.name).strip()
        if not is_name(name):
            raise Refused(f'"{name[:40]}" is no name for a member; {told}')
        key = name.casefold()
        if self._kept.rows("SELECT key FROM members WHERE key = ?", key):
            raise Refused(f'there is a member "{name}" already, not linked; {told}')
        run(
            "INSERT INTO members VALUES (?, ?, ?, ?, ?)",
            (key, name, person.role, "", self._kept.instant()),
        )
        run("INSERT INTO vouched VALUES (?, ?)", (key, person.issuer))
        self._tie(run, person.issuer, person.subject, key)
        return key

    def _follow(self, run: Run, person: Person, key: str) -> None:
        """Give who became a member by claims the role of the present ones."""
        if person.role is None:
            raise Refused(f'the claims of "{key}" no longer give a role', ends=key)
        run(
            "DELETE FROM sessions WHERE key = ?"
            " AND (SELECT role FROM members WHERE key = ?) <> ?",
            (key, key, person.role),
        )
        run("UPDATE members SET role = ? WHERE key = ?", (person.role, key))

    def _tie(self, run: Run, issuer: str, subject: str, key: str) -> None:
        run(
            "INSERT OR IGNORE INTO subjects VALUES (?, ?, ?, ?)",
            (issuer, subject, key, self._kept.instant()),
        )

    def _refuse_taken(
        self, table: str, where: str, values: tuple[str, ...], key: str
    ) -> None:
        found = self._kept.rows(
            f"SELECT key FROM {table} WHERE {where}",  # noqa: S608 - our own names
            *values,
        )
        if found and found[0][0] != key:
            raise InputError(f'"{values[-1]}" belongs to another member')


def _folded(address: str) -> str:
    """Give an address as it is compared: capitals do not matter."""
    return address.strip().casefold()


__all__ = ["Identities", "Person", "Refused", "TooManyTries"]
