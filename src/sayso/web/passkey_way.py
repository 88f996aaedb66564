"""Passkeys over HTTP: signing in with one, and a member's own page of them.

The browser's script asks for what is to be signed and sends the answer as JSON; the
challenge is kept by the browser meanwhile, sealed, for one use (`cookies`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)

from sayso.web.cookies import UNDER_WAY, Cookie, UnderWay
from sayso.web.rendering import render
from sayso.web.sign_in import LONGEST_FORM, is_short, origin_of, own_path
from sayso.workspace.members import Member, Members, TooManyTries
from sayso.workspace.passkeys import FRESH, NoPasskey, Passkeys

ASK_TO_SIGN_IN, SIGN_IN_WITH = "/sign-in/passkey/begin", "/sign-in/passkey"
OWN = "/passkeys"
ASK_TO_ADD, ADD, REMOVE = "/passkeys/begin", "/passkeys/add", "/passkeys/remove"
_LONGEST_ANSWER = 32 * 1024
"""Bytes of a browser's answer; one with a chain of certificates has a few thousand."""


class PasskeyWay:
    """Signs in with a passkey, and shows members their own."""

    def __init__(self, members: Members, session: Cookie, passkeys: Passkeys) -> None:
        """Use the members' file."""
        self._members, self._session, self._passkeys = members, session, passkeys
        self._under_way = UnderWay()
        self._asked = Cookie("sayso_passkey", session.is_secure)

    async def ask_to_sign_in(self, _request: Request, _: Member | None) -> Response:
        """Give a browser what it needs to ask for a passkey."""
        options, challenge = self._passkeys.ask_to_sign_in()
        return self._ask("sign-in", options, {"challenge": challenge})

    async def sign_in(self, request: Request, _member: Member | None) -> Response:
        """Take a browser's answer."""
        record = await _answer(request)
        told = self._open("sign-in", request)
        if record is None or told is None:
            return _problem("nothing was under way, or it was over", 403)
        try:
            token = await run_in_threadpool(
                partial(
                    self._passkeys.sign_in,
                    record.get("credential"),
                    challenge=told["challenge"],
                    origin=origin_of(request.scope),
                )
            )
        except TooManyTries as error:
            return _problem(str(error), 429)
        except NoPasskey:
            return _problem("the passkey does not fit", 403)
        answer = JSONResponse({"to": own_path(str(record.get("to", "/")))})
        self._session.put(answer, token)
        self._asked.take_away(answer)
        return answer

    async def own(self, request: Request, member: Member) -> Response:
        """Show a member's passkeys."""
        held = await run_in_threadpool(self._passkeys.of, member)
        is_fresh = await run_in_threadpool(self._is_fresh, request)
        words: Mapping[str, object] = {
            "member": member,
            "passkeys": held,
            "is_fresh": is_fresh,
            "is_here": request.url.hostname == self._passkeys.place.host,
            "here": self._passkeys.place.origin,
        }
        return HTMLResponse(render("passkeys", words))

    async def ask_to_add(self, request: Request, member: Member) -> Response:
        """Give a browser what it needs to make a passkey."""
        if not await run_in_threadpool(self._is_fresh, request):
            return _problem("sign in again first", 403)
        options, challenge = await run_in_threadpool(self._passkeys.ask_to_add, member)
        told = {"challenge": challenge, "name": member.name}
        return self._ask("add", options, told)

    async def add(self, request: Request, member: Member) -> Response:
        """Take a new passkey of a member."""
        record = await _answer(request)
        told = self._open("add", request)
        if record is None or told is None or told["name"] != member.name:
            return _problem("nothing was under way, or it was over", 403)
        label = str(record.get("label", ""))
        try:
            await run_in_threadpool(
                partial(
                    self._passkeys.add,
                    member,
                    record.get("credential"),
                    challenge=told["challenge"],
                    label=label,
                )
            )
        except NoPasskey as error:
            await self._note(member, "passkey not added", str(error), request)
            return _problem("the passkey was not added", 403)
        await self._note(member, "passkey added", label, request)
        answer = JSONResponse({"to": OWN})
        self._asked.take_away(answer)
        return answer

    async def remove(self, request: Request, member: Member) -> Response:
        """Take a member's passkey away."""
        if not is_short(request, LONGEST_FORM):
            return PlainTextResponse("This is no such form.\n", 413)
        async with request.form(max_files=0, max_fields=2) as given:
            wanted = str(given.get("passkey", ""))
        found = await run_in_threadpool(self._passkeys.remove, member, wanted)
        if found is not None:
            await self._note(member, "passkey removed", found.label, request)
        return RedirectResponse(OWN, status_code=303)

    def _ask(
        self, what: str, options: Mapping[str, Any], told: Mapping[str, str]
    ) -> Response:
        answer = JSONResponse(options)
        self._asked.put(answer, self._under_way.seal(what, told), seconds=UNDER_WAY)
        return answer

    def _open(self, what: str, request: Request) -> dict[str, str] | None:
        sealed = self._asked.read(request.headers)
        return self._under_way.open(what, sealed) if sealed else None

    def _is_fresh(self, request: Request) -> bool:
        begun = self._members.begun(self._session.read(request.headers))
        return begun is not None and self._members.kept.now() - begun <= FRESH

    async def _note(
        self, member: Member, what: str, subject: str, request: Request
    ) -> None:
        origin = origin_of(request.scope)
        await run_in_threadpool(
            self._members.note, member.name, str(member.role), what, subject, origin
        )


async def _answer(request: Request) -> dict[str, Any] | None:
    """Give what a script of ours sent; None for anything else."""
    kind = request.headers.get("content-type", "").partition(";")[0]
    if kind != "application/json" or not is_short(request, _LONGEST_ANSWER):
        return None
    try:
        record = json.loads(await request.body())
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _problem(words: str, status: int) -> Response:
    return JSONResponse({"problem": words}, HTTPStatus(status).value)
