"""An identity provider (OpenID Connect), asked who somebody is.

The authorization code flow with PKCE, state and nonce, by Authlib; ID tokens are
verified by its JOSE part. One provider, named by whoever runs the pages: nothing that a
visitor sends chooses an address. Nothing is asked before somebody wants to sign in so;
redirects are not followed, proxies and passwords of the environment are not used.

OpenID Connect Core 1.0 and Discovery 1.0, RFC 6749, 7636 (PKCE), 9207 (issuer in the
answer), 9700 (security).
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Any
from urllib.parse import urlsplit

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from sayso.errors import InputError
from sayso.workspace import Role
from sayso.workspace.identities import Person

ALGORITHMS = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "EdDSA", "Ed25519"),
)
"""Signatures that are taken: by a private key of the provider, and no others."""
_KEYS = ("RSA", "EC", "OKP")
_LEEWAY = 60
"""Seconds that clocks may differ."""
_FRESH = timedelta(hours=1)
"""How long addresses and keys of the provider are kept."""
_PAUSE = timedelta(seconds=30)
"""Before keys are asked anew for a signature by an unknown one, or after a failure."""
_SECONDS = 10
_LARGEST = 2**20
"""Bytes of an answer."""
_AT_ONCE = 4
"""Questions at once; pages have the other threads."""


@dataclass(frozen=True, slots=True)
class RoleRule:
    """A claim whose value gives a role: groups = newsroom -> reviewer."""

    claim: str
    """By its name, or as a path: realm_access.roles."""
    value: str
    """Of the claim, or one of a list."""
    role: Role


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """What whoever runs the pages says of the provider."""

    issuer: str
    client: str
    """What these pages are called there."""
    secret: str = field(default="", repr=False)
    label: str = ""
    """What visitors know the provider as."""
    rules: tuple[RoleRule, ...] = ()
    name_claim: str = "preferred_username"
    """What those are called whom a rule makes members."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What has to be known again when a visitor comes back from the provider."""

    state: str
    nonce: str
    verifier: str = field(repr=False)


class NotVouched(InputError):
    """The provider did not say who it is, or not so that it can be believed."""


class Unreachable(NotVouched):
    """The provider cannot be asked now."""


class Provider:
    """One provider; may be used by several threads."""

    def __init__(
        self,
        settings: ProviderSettings,
        *,
        back: str,
        now: Callable[[], datetime],
    ) -> None:
        """Know a provider; nothing is asked yet.

        Args:
            settings: Of whoever runs the pages.
            back: Address of ours that the provider sends visitors to.
            now: The clock.

        Raises:
            InputError: The issuer is no address that can be trusted.
        """
        self.settings, self._back, self._now = settings, back, now
        self._is_local = _check_issuer(settings.issuer)
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        self._lock = threading.Lock()
        self._known: dict[str, tuple[datetime, Any]] = {}
        self._failed: datetime | None = None

    @property
    def label(self) -> str:
        """What visitors know the provider as."""
        return self.settings.label or urlsplit(self.settings.issuer).netloc

    def begin(self) -> tuple[str, Asked]:
        """Give the provider's address to send a visitor to, and what to know again.

        Raises:
            NotVouched: The provider cannot be asked.
        """
        asked = Asked(*(secrets.token_urlsafe(48) for _ in range(3)))
        with self._asking() as client:
            address, _ = client.create_authorization_url(
                self._endpoint(client, "authorization_endpoint"),
                state=asked.state,
                nonce=asked.nonce,
                code_verifier=asked.verifier,
            )
        return str(address), asked

    def finish(self, answer: Mapping[str, str], asked: Asked) -> Person:
        """Give who came back.

        Args:
            answer: Query of the address that the provider sent the visitor to.
            asked: As `begin` gave it, of the same browser.

        Raises:
            NotVouched: With the reason, for the log.
        """
        if not compare_digest(answer.get("state", "").encode(), asked.state.encode()):
            raise NotVouched("the state is another one")
        with self._asking() as client:
            about = self._about(client)
            issuer = answer.get("iss")
            is_promised = about.get("authorization_response_iss_parameter_supported")
            if (issuer or is_promised) and issuer != self.settings.issuer:
                raise NotVouched("the answer names another issuer")
            if "error" in answer:
                raise NotVouched(f"the provider refused ({answer['error'][:40]})")
            token = client.fetch_token(
                self._endpoint(client, "token_endpoint"),
                grant_type="authorization_code",
                code=answer.get("code", ""),
                code_verifier=asked.verifier,
            )
            claims = self._claims(client, token, asked.nonce)
            return self._person(claims)

    @contextmanager
    def _asking(self) -> Iterator[Any]:
        """Give what asks the provider; faults of its answers become ours."""
        if not self._turns.acquire(blocking=False):
            raise Unreachable("too many ask the provider at once")
        try:
            with self._client() as client:
                yield client
        except NotVouched:
            raise
        except httpx2.HTTPError as error:
            told = f"{type(error).__name__}: {error}"[:150]
            is_ours = isinstance(error, httpx2.HTTPStatusError) and (
                error.response.status_code < 500
            )
            raise (NotVouched(told) if is_ours else Unreachable(told)) from error
        except (AuthlibBaseError, JoseError) as error:
            raise NotVouched(f"{type(error).__name__}: {error}"[:150]) from error
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            # an answer of another shape than the standards have
            raise NotVouched(
                f"an odd answer ({type(error).__name__}: {error})"[:150]
            ) from error
        finally:
            self._turns.release()

    def _client(self) -> Any:
        settings = self.settings
        return OAuth2Client(
            client_id=settings.client,
            client_secret=settings.secret or None,
            redirect_uri=self._back,
            scope="openid email profile",
            code_challenge_method="S256",
            transport=_Bounded(),
            timeout=_SECONDS,
            trust_env=False,
            follow_redirects=False,
        )

    def _about(self, client: Any) -> dict[str, Any]:
        """Give what the provider says of itself, checked to be this issuer's."""
        address = self.settings.issuer.rstrip("/") + "/.well-known/openid-configuration"
        about = self._kept(client, "about", address)
        if about.get("issuer") != self.settings.issuer:
            with self._lock:
                self._known.pop("about", None)
                self._failed = self._now()
            raise NotVouched("the provider calls itself by another issuer")
        methods = about.get("token_endpoint_auth_methods_supported")
        if self.settings.secret and methods and "client_secret_basic" not in methods:
            client.token_endpoint_auth_method = "client_secret_post"  # noqa: S105
        return about

    def _endpoint(self, client: Any, name: str) -> str:
        """Give an address that the provider names, encrypted ones alone."""
        address = self._about(client).get(name)
        if not isinstance(address, str) or not _is_safe(
            address, is_local=self._is_local
        ):
            raise NotVouched(f'"{name}" of the provider is no address over TLS')
        return address

    def _kept(self, client: Any, what: str, address: str) -> dict[str, Any]:
        """Give a record of the provider, asked at most once an hour."""
        with self._lock:
            now = self._now()
            at, record = self._known.get(what, (now - _FRESH, None))
            if now - at < _FRESH:
                return dict(record)
            if self._failed is not None and now - self._failed < _PAUSE:
                raise Unreachable("the provider did not answer a moment ago")
            self._failed = now
            answer = client.request("GET", address, withhold_token=True)
            answer.raise_for_status()
            record = dict(answer.json())
            self._failed = None
            self._known[what] = now, record
            return dict(record)

    def _keys(self, client: Any) -> KeySet:
        record = self._kept(client, "keys", self._endpoint(client, "jwks_uri"))
        usable = [
            key
            for key in record["keys"]
            if key.get("kty") in _KEYS and key.get("use", "sig") == "sig"
        ]
        return KeySet.import_key_set({"keys": usable})

    def _claims(
        self, client: Any, token: Mapping[str, Any], nonce: str
    ) -> dict[str, Any]:
        """Give the claims of an ID token whose signature and words hold."""
        written = token.get("id_token")
        if not isinstance(written, str) or len(written) > _LARGEST:
            raise NotVouched("the provider gave no ID token")
        # Some providers put words of their own into the header; "crit" is minded.
        signed = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
        try:
            read = jwt.decode(written, self._keys(client), registry=signed)
        except InvalidKeyIdError:
            self._forget_keys()
            read = jwt.decode(written, self._keys(client), registry=signed)
        settings = self.settings
        claims = CodeIDToken(
            read.claims,
            read.header,
            {
                "iss": {"essential": True, "value": settings.issuer},
                "aud": {"essential": True, "value": settings.client},
                "sub": {"essential": True},
                "nonce": {"essential": True, "value": nonce},
            },
            {
                "nonce": nonce,
                "client_id": settings.client,
                "access_token": token.get("access_token"),
            },
        )
        claims.validate(now=int(self._now().timestamp()), leeway=_LEEWAY)
        more = self._more(client, token, dict(claims))
        if "email" in claims:  # an address and its proof come from one place
            more.pop("email_verified", None)
        return {**more, **claims}

    def _forget_keys(self) -> None:
        """Ask for keys anew at the next use, but not over and over."""
        with self._lock:
            at, _ = self._known.get("keys", (self._now(), None))
            if self._now() - at > _PAUSE:
                self._known.pop("keys", None)

    def _more(
        self, client: Any, token: Mapping[str, Any], claims: dict[str, Any]
    ) -> dict[str, Any]:
        """Give what only the provider's other address tells, where that is wanted."""
        wanted = {"email", *(rule.claim.split(".")[0] for rule in self.settings.rules)}
        address = self._about(client).get("userinfo_endpoint")
        access = token.get("access_token")
        if wanted <= set(claims) or not address or not access:
            return {}
        answer = client.request(
            "GET",
            self._endpoint(client, "userinfo_endpoint"),
            withhold_token=True,
            headers={"Authorization": f"Bearer {access}"},
        )
        answer.raise_for_status()
        more = dict(answer.json())
        if more.get("sub") != claims["sub"]:  # OpenID Connect Core 1.0, 5.3.2
            raise NotVouched("the provider tells of another subject")
        return more

    def _person(self, claims: Mapping[str, Any]) -> Person:
        email = claims.get("email")
        is_verified = claims.get("email_verified") is True
        name = claims.get(self.settings.name_claim)
        roles = [rule.role for rule in self.settings.rules if _holds(rule, claims)]
        return Person(
            issuer=self.settings.issuer,
            subject=str(claims["sub"]),
            email=email if isinstance(email, str) and is_verified else "",
            name=name if isinstance(name, str) else "",
            role=max(roles, key=lambda role: role.rank, default=None),
        )


class _Bounded(httpx2.BaseTransport):
    """Reads no answer of great size, nor one that is packed."""

    def __init__(self) -> None:
        self._inner = httpx2.HTTPTransport(trust_env=False)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.headers["Accept-Encoding"] = "identity"
        answer = self._inner.handle_request(request)
        if answer.headers.get("content-encoding", "identity") != "identity":
            answer.close()
            raise NotVouched("the provider's answer is packed")
        body = bytearray()
        try:
            for piece in answer.iter_raw():
                body += piece
                if len(body) > _LARGEST:
                    raise NotVouched("the provider's answer is too long")
        finally:
            answer.close()
        return httpx2.Response(
            answer.status_code, headers=answer.headers, content=bytes(body)
        )

    def close(self) -> None:
        self._inner.close()


def parse_rule(words: str) -> RoleRule | None:
    """Give the rule that CLAIM=VALUE:ROLE says, None where it says none."""
    claim, equals, rest = words.partition("=")
    value, colon, role = rest.rpartition(":")
    if not (claim and equals and value and colon and role in list(Role)):
        return None
    return RoleRule(claim, value, Role(role))


def _holds(rule: RoleRule, claims: Mapping[str, Any]) -> bool:
    found: Any = claims.get(rule.claim)
    if found is None:
        found = claims
        for step in rule.claim.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
    values = found if isinstance(found, list) else [found]
    return rule.value in [value for value in values if isinstance(value, str)]


def _check_issuer(issuer: str) -> bool:
    """Give whether an issuer is on this machine.

    Raises:
        InputError: It is no address over TLS, or has what an issuer must not have.
    """
    parts = urlsplit(issuer)
    is_local = parts.scheme == "http"
    if not _is_safe(issuer, is_local=is_local) or parts.query:
        raise InputError(
            f'"{issuer}" is no issuer: https://HOST/PATH (http on this machine alone)'
        )
    return is_local


def _is_safe(address: str, *, is_local: bool) -> bool:
    """True over TLS, or on this machine where the issuer is."""
    parts = urlsplit(address)
    if not parts.hostname or parts.username or parts.fragment:
        return False
    here = parts.hostname in ("127.0.0.1", "localhost", "::1")
    return parts.scheme == "https" or (is_local and here and parts.scheme == "http")
