"""Signing in: who may see the pages at all, and whose form does anything.

Stands behind the guard, which refuses other hosts and writes from other sites. How
somebody signs in is told in `sign_in`. What a member may do is held here and, where the
ledger knows roles, there too.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.cookies import Cookie
from sayso.web.guard import DID, MEMBER
from sayso.web.interface import speaking
from sayso.web.rendering import render
from sayso.web.sign_in import (
    FROM_PROVIDER,
    SIGN_IN,
    SIGN_OUT,
    TO_PROVIDER,
    PasswordWay,
    ProviderWay,
    Ways,
    origin_of,
    own_path,
)
from sayso.workspace import Role, acting_as
from sayso.workspace.members import Member, Members

if TYPE_CHECKING:
    from sayso.workspace.passkeys import Passkeys

_OPEN = "/static/"
"""What anybody may fetch: our own style and scripts."""
_MACHINES = (".json", ".csv", ".jsonl", ".svg")

Way = Callable[[Request, Member | None], Awaitable[Response]]
Own = Callable[[Request, Member], Awaitable[Response]]


class Gate:
    """Asks everybody to sign in."""

    def __init__(
        self,
        app: ASGIApp,
        members: Members,
        needed: Callable[[str], Role],
        ways: Ways,
        choose: Callable[[Request], str],
    ) -> None:
        """Stand before an application.

        Args:
            app: What is behind.
            members: Who may sign in.
            needed: Role that a form sent to a path needs.
            ways: Of signing in.
            choose: Gives the code of the language to answer a request in.
        """
        self._app, self._members, self._needed = app, members, needed
        self._choose = choose
        name = "sayso" if ways.is_secure else "sayso_session"
        self._session = Cookie(name, ways.is_secure)
        password = PasswordWay(members, self._session, ways)
        self._ways: Mapping[str, tuple[tuple[str, ...], Way]] = {
            SIGN_IN: (("GET", "HEAD", "POST"), password.answer)
        }
        if ways.provider is not None:
            by_provider = ProviderWay(members, self._session, ways.provider, password)
            self._ways = {
                **self._ways,
                TO_PROVIDER: (("GET",), by_provider.leave),
                FROM_PROVIDER: (("GET",), by_provider.come_back),
            }
        self._own: Mapping[str, tuple[tuple[str, ...], Own]] = {}
        if ways.passkeys is not None:
            self._take_passkeys(members, ways.passkeys)

    def _take_passkeys(self, members: Members, passkeys: Passkeys) -> None:
        from sayso.web import passkey_way as at  # needs the extra, and loads slowly

        way = at.PasskeyWay(members, self._session, passkeys)
        self._ways = {
            **self._ways,
            at.ASK_TO_SIGN_IN: (("POST",), way.ask_to_sign_in),
            at.SIGN_IN_WITH: (("POST",), way.sign_in),
        }
        self._own = {
            at.OWN: (("GET", "HEAD"), way.own),
            at.ASK_TO_ADD: (("POST",), way.ask_to_add),
            at.ADD: (("POST",), way.add),
            at.REMOVE: (("POST",), way.remove),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of a member, or lead to the form."""
        if scope["type"] != "http" or scope["path"].startswith(_OPEN):
            await self._app(scope, receive, send)
            return
        token = self._session.read(Headers(scope=scope))
        member = await run_in_threadpool(self._members.find, token) if token else None
        path, is_write = scope["path"], scope["method"] == "POST"
        if path in self._ways:
            methods, way = self._ways[path]
            request = Request(scope, receive)
            answer = await self._take(request, methods, partial(way, request, member))
        elif member is None:
            answer = _stranger(scope)
        elif path == SIGN_OUT and is_write:
            answer = await self._sign_out(member, token, scope)
        elif path in self._own:
            methods, own = self._own[path]
            request = Request(scope, receive)
            answer = await self._take(request, methods, partial(own, request, member))
        elif is_write and member.role.rank < self._needed(path).rank:
            answer = await self._refuse(member, Request(scope, receive))
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

    async def _take(
        self,
        request: Request,
        methods: tuple[str, ...],
        way: Callable[[], Awaitable[Response]],
    ) -> Response:
        if request.method not in methods:
            return PlainTextResponse("This page takes no such request.\n", 405)
        with speaking(self._choose(request)):
            return await way()

    async def _sign_out(self, member: Member, token: str, scope: Scope) -> Response:
        await run_in_threadpool(self._members.sign_out, token)
        await self._note(member, "sign-out", "", scope)
        answer = RedirectResponse(SIGN_IN, status_code=303)
        self._session.take_away(answer)
        return answer

    async def _refuse(self, member: Member, request: Request) -> Response:
        needed, path = self._needed(request.url.path), request.url.path
        await self._note(member, f"refused: POST {path}", str(needed), request.scope)
        if "text/html" not in request.headers.get("accept", ""):
            return PlainTextResponse(
                f"This needs the role {needed}; {member.name} is {member.role}.\n",
                status_code=403,
            )
        with speaking(self._choose(request)):
            words = {"needed": str(needed), "member": member, "back": path}
            return HTMLResponse(render("refused", words), status_code=403)

    async def _note(
        self, member: Member, what: str, subject: str, scope: Scope
    ) -> None:
        note = partial(self._members.note, member.name, str(member.role), what)
        await run_in_threadpool(note, subject, origin_of(scope))


def _stranger(scope: Scope) -> Response:
    """Lead a browser to the form; tell a program that it has to sign in."""
    path = scope["path"]
    if scope["method"] not in ("GET", "HEAD") or path.endswith(_MACHINES):
        return JSONResponse({"problem": "sign in first"}, status_code=401)
    query = scope["query_string"].decode("latin-1")
    to = f"{path}?{query}" if query else path
    return RedirectResponse(f"{SIGN_IN}?{urlencode({'to': own_path(to)})}", 303)
