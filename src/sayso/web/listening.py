"""Connections that do not wait for ever, and the token of a shared machine.

A client that opens a connection and sends half a request, or nothing, holds a place in
the server; after ten seconds without a whole request it is let go.
"""

from __future__ import annotations

import asyncio
import secrets
import sys
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

WAITING = 10.0
"""Seconds that a request may take to arrive, and between two pieces of its body."""
_FIRST_PERSON = 501 if sys.platform == "darwin" else 1000
_LAST_PERSON = 60_000
"""Numbers that systems give to people's accounts."""


class PatientProtocol(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, with an end to waiting."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what came, and wait on while a request is not whole."""
        super().data_received(data)
        self._stop_waiting()
        if self.conn.their_state in (h11.IDLE, h11.SEND_BODY) and self._is_unfinished():
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _is_unfinished(self) -> bool:
        has_part = bool(self.conn.trailing_data[0])
        return has_part or self.conn.their_state is h11.SEND_BODY

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(WAITING, self._let_go)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _let_go(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()


def is_shared() -> bool:
    """True when other people have accounts on this machine."""
    if sys.platform == "win32":
        return False  # its accounts cannot be listed without more rights
    import os  # with pwd, known to POSIX systems only
    import pwd

    closed = ("nologin", "false", "sync", "halt", "shutdown")
    return any(
        _FIRST_PERSON <= one.pw_uid < _LAST_PERSON
        and one.pw_uid != os.getuid()
        and not one.pw_shell.endswith(closed)
        for one in pwd.getpwall()
    )


def make_token() -> str:
    """Give a fresh token that nobody can guess."""
    return secrets.token_urlsafe(24)
