"""Passkeys of members: key pairs whose private half never leaves the member's device.

WebAuthn by the library py_webauthn. A passkey stands for a password and a second factor
at once, so the device has to ask who holds it (a finger, a face, a PIN). Each passkey
belongs to one host and one origin; counters that go back are refused, as a copy of the
key would make them.
"""

from __future__ import annotations

import json
import secrets
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import cbor2
import webauthn
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from webauthn.helpers import (
    decode_credential_public_key,
    decoded_public_key_to_cryptography,
    parse_client_data_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from sayso.errors import InputError
from sayso.ledger import Role
from sayso.workspace.members import Member, Members
from sayso.workspace.members_kept import MOST_FROM, counted_from

FRESH = timedelta(minutes=10)
"""How long ago somebody may have signed in who adds a passkey."""
MOST_PASSKEYS = 20
_LONGEST_LABEL = 60
_FAULTS = (
    *(WebAuthnException, InvalidSignature, UnsupportedAlgorithm, cbor2.CBORError),
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, struct.error),
    RecursionError,
)
"""What the library raises at an answer that is none."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where passkeys belong."""

    host: str
    """Of the pages, without port: sayso.example.org, localhost."""
    origin: str
    """As browsers say it: https://sayso.example.org."""


@dataclass(frozen=True, slots=True)
class Passkey:
    """What is kept of a passkey, but for its public key."""

    id: str
    label: str
    made: str
    used: str
    """"" where it was never used."""


class NoPasskey(InputError):
    """An answer of a browser that proves nothing; the reason is noted."""


class Passkeys:
    """The passkeys of the members of one server of pages."""

    def __init__(self, members: Members, place: Place) -> None:
        """Use the members' file."""
        self._members, self._kept, self.place = members, members.kept, place

    def of(self, member: Member) -> tuple[Passkey, ...]:
        """Give a member's passkeys, oldest first."""
        rows = self._kept.rows(
            "SELECT id, label, made, used FROM passkeys WHERE key = ?"
            " ORDER BY made, id",
            member.name.casefold(),
        )
        return tuple(Passkey(*row) for row in rows)

    def ask_to_add(self, member: Member) -> tuple[dict[str, Any], str]:
        """Give what a browser needs to make a passkey, and the challenge in it."""
        held = [PublicKeyCredentialDescriptor(_bytes(p.id)) for p in self.of(member)]
        options = webauthn.generate_registration_options(
            rp_id=self.place.host,
            rp_name="Sayso",
            user_name=member.name,
            user_id=_bytes(self._handle(member)),
            exclude_credentials=held,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
        )
        return json.loads(webauthn.options_to_json(options)), _text(options.challenge)

    def add(
        self, member: Member, answer: object, *, challenge: str, label: str
    ) -> None:
        """Keep the public half of a new passkey.

        Args:
            member: Whose it is.
            answer: Of the browser.
            challenge: That was asked with.
            label: What its owner calls it.

        Raises:
            NoPasskey: The answer is none, or there are too many.
        """
        key = member.name.casefold()
        try:
            made = webauthn.verify_registration_response(
                credential=_record(answer),
                expected_challenge=_bytes(challenge),
                expected_rp_id=self.place.host,
                expected_origin=self.place.origin,
                require_user_verification=True,
            )
            _refuse_framed(answer)
            # a device that vouches for nothing may give any words for a key
            public = decode_credential_public_key(made.credential_public_key)
            decoded_public_key_to_cryptography(public)
        except _FAULTS as error:
            raise NoPasskey(_reason(error)) from error
        with self._kept.writing() as run:
            if len(self.of(member)) >= MOST_PASSKEYS:
                raise NoPasskey(f"{MOST_PASSKEYS} passkeys are enough")
            given = _text(made.credential_id)
            if self._kept.rows("SELECT id FROM passkeys WHERE id = ?", given):
                raise NoPasskey("this passkey is known already")
            shown = "".join(c for c in label if c.isprintable()).strip()
            run(
                "INSERT INTO passkeys VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    given,
                    key,
                    _text(made.credential_public_key),
                    made.sign_count,
                    shown[:_LONGEST_LABEL] or "passkey",
                    self._kept.instant(),
                    "",
                ),
            )

    def remove(self, member: Member, given: str) -> Passkey | None:
        """Take one of a member's own passkeys away; None where it is none of theirs."""
        found = next((one for one in self.of(member) if one.id == given), None)
        if found is not None:
            with self._kept.writing() as run:
                run("DELETE FROM passkeys WHERE id = ?", (found.id,))
        return found

    def ask_to_sign_in(self) -> tuple[dict[str, Any], str]:
        """Give what a browser needs to ask for a passkey, and the challenge in it.

        Nobody is named: the browser offers the passkeys that it has for this place.
        """
        options = webauthn.generate_authentication_options(
            rp_id=self.place.host,
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return json.loads(webauthn.options_to_json(options)), _text(options.challenge)

    def sign_in(self, answer: object, *, challenge: str, origin: str) -> str:
        """Give the token of a new session.

        Args:
            answer: Of the browser.
            challenge: That was asked with.
            origin: Network address; "" where all come from one.

        Raises:
            NoPasskey: The answer proves nothing.
            TooManyTries: From this address.
        """
        if origin:
            self._kept.refuse_many(counted_from(origin), MOST_FROM, "", origin)
        try:
            member, passkey, token = self._signed_in(answer, challenge)
        except NoPasskey as error:
            self._kept.failed(counted_from(origin))
            told = f"passkey: {error}"
            self._members.note("", "", "sign-in refused", told, origin)
            raise
        told = f"passkey {passkey}"
        self._members.note(member.name, str(member.role), "sign-in", told, origin)
        return token

    def _signed_in(self, answer: object, challenge: str) -> tuple[Member, str, str]:
        record = _record(answer)
        rows = self._kept.rows(
            "SELECT passkeys.id, passkeys.key, public, count, label, name, role, handle"
            " FROM passkeys JOIN members ON members.key = passkeys.key"
            " JOIN handles ON handles.key = passkeys.key WHERE passkeys.id = ?",
            str(record.get("id"))[:1400].encode("ascii", "replace").decode("ascii"),
        )
        if not rows:
            raise NoPasskey("nobody has it")
        given, key, public, count, label, name, role, handle = rows[0]
        try:
            if _unpadded(record["response"]["userHandle"]) != handle:
                raise NoPasskey("with another's handle")
            proven = webauthn.verify_authentication_response(
                credential=record,
                expected_challenge=_bytes(challenge),
                expected_rp_id=self.place.host,
                expected_origin=self.place.origin,
                credential_public_key=_bytes(public),
                credential_current_sign_count=int(count),
                require_user_verification=True,
            )
            _refuse_framed(answer)
        except _FAULTS as error:
            raise NoPasskey(f"of {name}: {_reason(error)}") from error
        with self._kept.writing() as run:
            done = run(
                "UPDATE passkeys SET count = ?, used = ? WHERE id = ? AND count = ?",
                (proven.new_sign_count, self._kept.instant(), given, count),
            )
            if done.rowcount != 1:
                raise NoPasskey(f"of {name}: used twice at once, or removed")
            token = self._kept.begin_session(run, key)
        return Member(name, Role(role)), label, token

    def _handle(self, member: Member) -> str:
        """Give what passkeys call a member: random, so that it tells nothing."""
        key = member.name.casefold()
        with self._kept.writing() as run:
            run(
                "INSERT OR IGNORE INTO handles VALUES (?, ?)",
                (key, _text(secrets.token_bytes(32))),
            )
        return self._kept.rows("SELECT handle FROM handles WHERE key = ?", key)[0][0]


def _refuse_framed(answer: object) -> None:
    """Refuse what was made in a frame of another site's page."""
    written = _bytes(_record(answer)["response"]["clientDataJSON"])
    if parse_client_data_json(written).cross_origin:
        raise NoPasskey("made in another site's page")


def _record(answer: object) -> dict[str, Any]:
    if not isinstance(answer, dict):
        raise NoPasskey("an answer that is no record")
    return answer


def _reason(error: Exception) -> str:
    return f"{error}"[:150] or type(error).__name__


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _unpadded(text: object) -> str:
    return str(text).rstrip("=")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
