"""Cookies of signing in: that of a session, and those of what is under way.

What is under way (an account is asked of a provider, a passkey of a browser) is kept by
the browser itself, encrypted for this one process, for ten minutes and for one use; so
nobody fills a table here by beginning and never ending.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import Response

UNDER_WAY = 600
"""Seconds that something may be under way."""
_MOST_ENDED = 100_000
"""Ended ones that are remembered; past that none is taken until some are old."""


@dataclass(frozen=True, slots=True)
class Cookie:
    """One cookie, kept from scripts and from other sites."""

    name: str
    is_secure: bool
    """Over TLS: the browser binds it to this host and sends it encrypted alone."""
    is_lax: bool = False
    """Sent when another site leads here, as a provider does; else not."""

    @property
    def _full_name(self) -> str:
        return f"__Host-{self.name}" if self.is_secure else self.name

    def read(self, headers: Headers) -> str:
        """Give what the browser holds, "" for nothing."""
        return cookie_parser(headers.get("cookie", "")).get(self._full_name, "")

    def put(self, answer: Response, value: str, *, seconds: int | None = None) -> None:
        """Let the browser hold something, until it is closed or for some time."""
        answer.set_cookie(
            self._full_name,
            value,
            max_age=seconds,
            httponly=True,
            secure=self.is_secure,
            samesite="lax" if self.is_lax else "strict",
            path="/",
        )

    def take_away(self, answer: Response) -> None:
        """Let the browser forget it."""
        answer.delete_cookie(
            self._full_name,
            secure=self.is_secure,
            httponly=True,
            samesite="lax" if self.is_lax else "strict",
        )


class UnderWay:
    """Seals what is under way, and opens each seal once."""

    def __init__(self) -> None:
        """Make a key, which no other process has."""
        from cryptography.fernet import Fernet  # comes with the extra "team"

        self._box = Fernet(Fernet.generate_key())
        self._lock = threading.Lock()
        self._ended: dict[bytes, float] = {}

    def seal(self, what: str, told: Mapping[str, str]) -> str:
        """Give words for a cookie that only `open` can read."""
        record = json.dumps({"what": what, **told})
        return self._box.encrypt(record.encode()).decode("ascii")

    def open(self, what: str, sealed: str) -> dict[str, str] | None:
        """Give what was sealed; None where it is not ours, old, used or another's.

        Args:
            what: That was sealed; a seal of one way opens no other.
            sealed: Of the cookie.
        """
        from cryptography.fernet import InvalidToken

        try:
            text = self._box.decrypt(sealed.encode("utf-8", "replace"), ttl=UNDER_WAY)
        except InvalidToken:
            return None
        told: dict[str, str] = json.loads(text)
        if told.pop("what") != what or not self._ends(sealed):
            return None
        return told

    def _ends(self, sealed: str) -> bool:
        """True the first time."""
        now, key = time.monotonic(), sha256(sealed.encode()).digest()
        with self._lock:
            for old in [k for k, at in self._ended.items() if now - at > UNDER_WAY]:
                del self._ended[old]
            if key in self._ended or len(self._ended) >= _MOST_ENDED:
                return False
            self._ended[key] = now
            return True
