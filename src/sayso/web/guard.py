"""What stands before every page: whose requests are served, what browsers may do.

Pages hold people's words and an analyst's rulings, so only this machine is answered
(a name that is not ours is refused, which ends DNS rebinding), writes come from our own
pages only, and a page may load nothing but our own files.
"""

from __future__ import annotations

from collections.abc import Iterable
from hmac import compare_digest
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Host names that mean this machine."""
LARGEST_BODY = 66 * 1024 * 1024
"""Bytes of a request that are read: one text of the largest size intake takes."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
COOKIE = "sayso_token"
MEMBER, DID = "sayso.member", "sayso.did"
"""Keys of a request's scope: who signed in (`gate`), and what its form does."""
_SAFE = ("GET", "HEAD")


class Guard:
    """Refuses what is not ours and puts the security headers on every answer."""

    def __init__(
        self,
        app: ASGIApp,
        hosts: Iterable[str] = LOOPBACK,
        token: str | None = None,
        *,
        is_secure: bool = False,
    ) -> None:
        """Stand before an application.

        Args:
            app: What is guarded.
            hosts: Names that are answered.
            token: What a request has to know, by `?token=` once and by a cookie then;
                None asks for none.
            is_secure: Whether browsers come over TLS, and shall come so again.
        """
        self._is_secure = is_secure
        self._app, self._hosts, self._token = app, frozenset(hosts), token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
                if self._is_secure:
                    headers["Strict-Transport-Security"] = "max-age=31536000"
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send_with_headers)
            return
        await self._app(scope, _bounded(receive), send_with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not _is_ours(headers.get("host", ""), self._hosts):
            return PlainTextResponse(
                "These pages are served to this machine only.\n", status_code=421
            )
        if self._token is not None and not self._knows_token(headers):
            return self._admit(scope)
        if scope["method"] in _SAFE:
            return None
        if not _is_same_origin(headers):
            return PlainTextResponse(
                "A write has to come from one of Sayso's own pages.\n", status_code=403
            )
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return PlainTextResponse(
                f"More than {LARGEST_BODY // 2**20} MB at once is not taken;"
                " use `sayso read`.\n",
                status_code=413,
            )
        return None

    def _knows_token(self, headers: Headers) -> bool:
        held = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        return compare_digest(held.encode(), (self._token or "").encode())

    def _admit(self, scope: Scope) -> Response:
        """Take a token that an address carries for a cookie; refuse what has none."""
        query = parse_qsl(scope["query_string"].decode("latin-1"))
        given = dict(query).get("token", "").encode()
        if scope["method"] not in _SAFE or not compare_digest(
            given, (self._token or "").encode()
        ):
            return PlainTextResponse(
                "Others share this machine: open the address that `sayso serve`"
                " printed, with its token.\n",
                status_code=401,
            )
        rest = urlencode([pair for pair in query if pair[0] != "token"])
        path = scope["path"] if not scope["path"].startswith("//") else "/"
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, status_code=303)
        answer.set_cookie(COOKIE, self._token or "", httponly=True, samesite="strict")
        return answer


def _is_ours(host: str, hosts: frozenset[str]) -> bool:
    """True when the name in front of the port is one of ours."""
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        return host.lower() in hosts
    return name.lower() in hosts and port.isdigit()


def _is_same_origin(headers: Headers) -> bool:
    """True when no other site can have caused the write.

    Every browser says one of the two; what says neither is refused, as nothing tells
    where it comes from.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == headers.get("host")


def _bounded(receive: Receive) -> Receive:
    """Give the body up to the largest size; a longer one reads as a broken request."""
    seen = 0

    async def receive_bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > LARGEST_BODY else message

    return receive_bounded
