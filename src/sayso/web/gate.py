"""Signing in: who may see the pages at all, and whose form does anything.

Stands behind the guard, which refuses other hosts and writes from other sites. A
session is a random token in a cookie that scripts cannot read and other sites do not
send. What a member may do is held here and, where the ledger knows roles, there too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.guard import DID, MEMBER
from sayso.web.interface import say, speaking
from sayso.web.rendering import render
from sayso.workspace import Role, acting_as
from sayso.workspace.members import Member, Members, TooManyTries

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
_OPEN = "/static/"
"""What anybody may fetch: our own style and scripts."""
_LONGEST_FORM = 8192
"""Bytes of a form to sign in."""
_MACHINES = (".json", ".csv", ".jsonl", ".svg")
_LOOPBACK = ("127.0.0.1", "::1", "")


class Gate:
    """Asks everybody to sign in."""

    def __init__(
        self,
        app: ASGIApp,
        members: Members,
        needed: Callable[[str], Role],
        *,
        is_secure: bool,
    ) -> None:
        """Stand before an application.

        Args:
            app: What is behind.
            members: Who may sign in.
            needed: Role that a form sent to a path needs.
            is_secure: Whether browsers come over TLS, so that the cookie may say so.
        """
        self._app, self._members, self._needed = app, members, needed
        self._is_secure = is_secure
        self._cookie = "__Host-sayso" if is_secure else "sayso_session"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of a member, or lead to the form."""
        if scope["type"] != "http" or scope["path"].startswith(_OPEN):
            await self._app(scope, receive, send)
            return
        token = self._token(Headers(scope=scope))
        member = await run_in_threadpool(self._members.find, token) if token else None
        path, is_write = scope["path"], scope["method"] == "POST"
        if path == SIGN_IN:
            answer = await self._sign_in(Request(scope, receive), member)
        elif member is None:
            answer = _stranger(scope)
        elif path == SIGN_OUT and is_write:
            answer = await self._sign_out(member, token, scope)
        elif is_write and member.role.rank < self._needed(path).rank:
            answer = await self._refuse(member, scope)
        else:
            await self._let_through(member, scope, receive, send)
            return
        await answer(scope, receive, send)

    async def _let_through(
        self, member: Member, scope: Scope, receive: Receive, send: Send
    ) -> None:
        scope[MEMBER] = member
        status = 0

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with acting_as(member.role):
            await self._app(scope, receive, send_noted)
        if scope["method"] == "POST":
            subject = f"{scope.get(DID, '')} -> {status}".strip()
            await self._note(member, f"POST {scope['path']}", subject, scope)

    async def _sign_in(self, request: Request, member: Member | None) -> Response:
        if request.method in ("GET", "HEAD"):
            to = request.query_params.get("to", "/")
            return RedirectResponse("/", 303) if member else _form(_own_path(to))
        if request.method != "POST":
            return PlainTextResponse("This page takes no such request.\n", 405)
        length = request.headers.get("content-length", "")
        if not length.isdigit() or int(length) > _LONGEST_FORM:
            return PlainTextResponse("This is no form to sign in.\n", 413)
        async with request.form(max_files=0, max_fields=5) as given:
            form = {k: v for k, v in given.items() if isinstance(v, str)}
        to = _own_path(form.get("to", "/"))
        try:
            token = await run_in_threadpool(
                self._members.sign_in,
                form.get("name", ""),
                form.get("password", ""),
                origin=_origin(request.scope),
            )
        except TooManyTries as error:
            return _form(to, problem=str(error), status=429)
        if token is None:
            problem = say("Name and password do not fit")
            return _form(to, problem=problem, status=403)
        answer = RedirectResponse(to, status_code=303)
        answer.set_cookie(
            self._cookie,
            token,
            httponly=True,
            secure=self._is_secure,
            samesite="strict",
            path="/",
        )
        return answer

    async def _sign_out(self, member: Member, token: str, scope: Scope) -> Response:
        await run_in_threadpool(self._members.sign_out, token)
        await self._note(member, "sign-out", "", scope)
        answer = RedirectResponse(SIGN_IN, status_code=303)
        answer.delete_cookie(
            self._cookie, secure=self._is_secure, httponly=True, samesite="strict"
        )
        return answer

    async def _refuse(self, member: Member, scope: Scope) -> Response:
        needed = self._needed(scope["path"])
        await self._note(member, f"refused: POST {scope['path']}", str(needed), scope)
        return PlainTextResponse(
            f"This needs the role {needed}; {member.name} is {member.role}.\n",
            status_code=403,
        )

    async def _note(
        self, member: Member, what: str, subject: str, scope: Scope
    ) -> None:
        note = partial(self._members.note, member.name, str(member.role), what)
        await run_in_threadpool(note, subject, _origin(scope))

    def _token(self, headers: Headers) -> str:
        return cookie_parser(headers.get("cookie", "")).get(self._cookie, "")


def _stranger(scope: Scope) -> Response:
    """Lead a browser to the form; tell a program that it has to sign in."""
    path = scope["path"]
    if scope["method"] not in ("GET", "HEAD") or path.endswith(_MACHINES):
        return JSONResponse({"problem": "sign in first"}, status_code=401)
    query = scope["query_string"].decode("latin-1")
    to = f"{path}?{query}" if query else path
    return RedirectResponse(f"{SIGN_IN}?{urlencode({'to': _own_path(to)})}", 303)


def _form(to: str, *, problem: str = "", status: int = 200) -> Response:
    with speaking("en"):
        words: Mapping[str, str] = {"to": to, "problem": problem}
        return HTMLResponse(
            render("sign_in", words), status_code=HTTPStatus(status).value
        )


def _own_path(to: str) -> str:
    """Give where to go after signing in: a path of ours, never another site."""
    is_own = to.startswith("/") and not to.startswith(("//", "/\\"))
    is_plain = is_own and to.isprintable() and "\\" not in to
    return to if is_plain and not to.startswith(SIGN_IN) else "/"


def _origin(scope: Scope) -> str:
    """Give the address a request came from; "" behind a proxy, which has one."""
    host = (scope.get("client") or ("",))[0]
    return "" if host in _LOOPBACK else str(host)
