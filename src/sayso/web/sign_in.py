"""The ways of signing in: a password, an account of a provider, a passkey.

Each ends with a session in a cookie that scripts cannot read and other sites do not
send, and with a line in the log. The form with a password needs no script.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Scope

from sayso.errors import InputError
from sayso.web.cookies import UNDER_WAY, Cookie, UnderWay
from sayso.web.interface import say
from sayso.web.problems import say_problem
from sayso.web.rendering import render
from sayso.workspace.identities import Identities, Refused
from sayso.workspace.members import Member, Members, TooManyTries

if TYPE_CHECKING:
    from sayso.web.provider import Provider
    from sayso.workspace.passkeys import Passkeys

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
TO_PROVIDER, FROM_PROVIDER = "/sign-in/provider", "/sign-in/back"
LONGEST_FORM = 8192
"""Bytes of a form to sign in."""
_LONGEST_ANSWER = 8192
"""Characters of a query that a provider sends a visitor back with."""
_ONCE = "code state iss error"
_LOOPBACK = ("127.0.0.1", "::1", "")


@dataclass(frozen=True, slots=True)
class Ways:
    """How browsers come, and what the form offers besides a password."""

    is_secure: bool = False
    """Over TLS, so that cookies may say so."""
    provider: Provider | None = None
    passkeys: Passkeys | None = None


class PasswordWay:
    """Signs in by name and password, and shows the form that offers all ways."""

    def __init__(self, members: Members, session: Cookie, ways: Ways) -> None:
        """Use the members' file."""
        self._members, self._session, self._ways = members, session, ways

    async def answer(self, request: Request, member: Member | None) -> Response:
        """Show the form, or take it."""
        if request.method in ("GET", "HEAD"):
            if member is not None:
                return RedirectResponse("/", 303)
            return self.form(request, own_path(request.query_params.get("to", "/")))
        if not is_short(request, LONGEST_FORM):
            return _plain("This is no form to sign in.\n", 413)
        async with request.form(max_files=0, max_fields=5) as given:
            form = {k: v for k, v in given.items() if isinstance(v, str)}
        to = own_path(form.get("to", "/"))
        try:
            token = await run_in_threadpool(
                self._members.sign_in,
                form.get("name", ""),
                form.get("password", ""),
                origin=origin_of(request.scope),
            )
        except TooManyTries as error:
            return self.form(request, to, problem=str(error), status=429)
        if token is None:
            problem = say("Name and password do not fit")
            return self.form(request, to, problem=problem, status=403)
        answer = RedirectResponse(to, status_code=303)
        self._session.put(answer, token)
        return answer

    def form(
        self, request: Request, to: str, *, problem: str = "", status: int = 200
    ) -> Response:
        """Give the form; passkeys are offered under the name that they belong to."""
        provider, passkeys = self._ways.provider, self._ways.passkeys
        host = request.url.hostname
        words: Mapping[str, object] = {
            "to": to,
            "problem": say_problem(problem),
            "provider": "" if provider is None else provider.label,
            "has_passkeys": passkeys is not None and host == passkeys.place.host,
        }
        return HTMLResponse(
            render("sign_in", words), status_code=HTTPStatus(status).value
        )


class ProviderWay:
    """Signs in by an account of the provider that the operator named."""

    def __init__(
        self, members: Members, session: Cookie, provider: Provider, form: PasswordWay
    ) -> None:
        """Use the members' file and a provider; nothing is asked yet."""
        self._identities, self._session = Identities(members), session
        self._provider, self._form = provider, form
        self._under_way = UnderWay()
        # Another site, the provider's, leads back here.
        self._asked = Cookie("sayso_asked", session.is_secure, is_lax=True)

    async def leave(self, request: Request, _member: Member | None) -> Response:
        """Send a visitor of our own page to the provider."""
        from sayso.web.provider import NotVouched

        to = own_path(request.query_params.get("to", "/"))
        site = request.headers.get("sec-fetch-site", "same-origin")
        if request.method != "GET" or site not in ("same-origin", "none"):
            return self._form.form(request, to, status=403)  # no other site begins it
        try:
            await run_in_threadpool(
                self._identities.refuse_many, origin_of(request.scope)
            )
            address, asked = await run_in_threadpool(self._provider.begin)
        except TooManyTries as error:
            return self._form.form(request, to, problem=str(error), status=429)
        except NotVouched as error:
            return await self._refuse(request, to, error)
        told = {
            "to": to,
            "state": asked.state,
            "nonce": asked.nonce,
            "verifier": asked.verifier,
        }
        answer = RedirectResponse(address, status_code=303)
        self._asked.put(
            answer, self._under_way.seal("provider", told), seconds=UNDER_WAY
        )
        return answer

    async def come_back(self, request: Request, _member: Member | None) -> Response:
        """Take a visitor whom the provider sent back."""
        answer = await self._come_back(request)
        self._asked.take_away(answer)
        return answer

    async def _come_back(self, request: Request) -> Response:
        from sayso.web.provider import Asked, NotVouched

        sealed = self._asked.read(request.headers)
        told = self._under_way.open("provider", sealed) if sealed else None
        query = request.query_params.multi_items()
        if request.method != "GET" or told is None or not _is_plain(query):
            why = NotVouched("nothing was under way, or it was over")
            return await self._refuse(request, "/", why)
        to = own_path(told["to"])
        asked = Asked(told["state"], told["nonce"], told["verifier"])
        origin = origin_of(request.scope)
        try:
            person = await run_in_threadpool(self._provider.finish, dict(query), asked)
        except NotVouched as error:
            return await self._refuse(request, to, error)
        try:
            token = await run_in_threadpool(
                self._identities.sign_in, person, origin=origin
            )
        except TooManyTries as error:
            return self._form.form(request, to, problem=str(error), status=429)
        except Refused:
            problem = say(
                "Nobody of this team signs in with this account; ask whoever runs"
                " these pages"
            )
            return self._form.form(request, to, problem=problem, status=403)
        # A browser sends no strict cookie on a way that another site began; so the
        # way ends here, and a page of ours begins a new one.
        answer = HTMLResponse(render("signed_in", {"to": to}))
        self._session.put(answer, token)
        return answer

    async def _refuse(self, request: Request, to: str, why: InputError) -> Response:
        """Say that it did not go well; the reason stands in the log alone."""
        from sayso.web.provider import Unreachable

        is_away = isinstance(why, Unreachable)
        origin = "" if is_away else origin_of(request.scope)
        await run_in_threadpool(self._identities.refuse, str(why), origin=origin)
        problem = (
            say("The provider does not answer; try again, or sign in by password")
            if is_away
            else say("Signing in with this account did not succeed; try again")
        )
        return self._form.form(
            request, to, problem=problem, status=503 if is_away else 403
        )


def own_path(to: str) -> str:
    """Give where to go after signing in: a path of ours, never another site."""
    is_own = to.startswith("/") and not to.startswith(("//", "/\\"))
    is_plain = is_own and to.isprintable() and "\\" not in to
    return to if is_plain and not to.startswith(SIGN_IN) and len(to) < 1000 else "/"


def origin_of(scope: Scope) -> str:
    """Give the address a request came from; "" behind a proxy that is not trusted."""
    host = (scope.get("client") or ("",))[0]
    return "" if host in _LOOPBACK else str(host)


def is_short(request: Request, most: int) -> bool:
    """True when a request says how long its body is, and that is not long."""
    length = request.headers.get("content-length", "")
    return length.isdigit() and int(length) <= most


def _is_plain(query: Sequence[tuple[str, str]]) -> bool:
    """True when nothing of an answer stands twice, and it is not long."""
    names = [name for name, _ in query]
    if sum(len(name) + len(value) for name, value in query) > _LONGEST_ANSWER:
        return False
    return all(names.count(name) <= 1 for name in _ONCE.split())


def _plain(words: str, status: int) -> Response:
    return Response(words, status_code=status, media_type="text/plain")
