"""Pages over HTTP: routes from the table, answers as HTML, JSON or CSV.

Pages run in threads, one ledger connection each; nothing is kept between requests but
the ledger itself, so two tabs and a running `sayso read` do not meet.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from importlib import resources
from typing import IO, TYPE_CHECKING, Any, TextIO, cast

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route, compile_path
from starlette.staticfiles import StaticFiles

from sayso import __version__
from sayso.errors import EntryMissing, InputError, LedgerBusy, LedgerError, SaysoError
from sayso.web import PAGES
from sayso.web.forwarded import Forwarded, Network
from sayso.web.guard import DID, LARGEST_BODY, LOOPBACK, MEMBER, Guard
from sayso.web.interface import (
    ENGLISH,
    INTERFACES,
    choose_interface,
    say,
    speaking,
    to_say,
)
from sayso.web.openapi import describe_pages
from sayso.web.page import Answer, Asked, Download, Moved, Page, Upload
from sayso.web.problems import say_problem
from sayso.web.query import to_address
from sayso.web.rendering import render
from sayso.web.table import to_csv
from sayso.web.turns import turn
from sayso.workspace import Role, Workspace
from sayso.workspace.members import Member, Members

if TYPE_CHECKING:
    from sayso.web.provider import Provider
    from sayso.workspace.passkeys import Passkeys

Handler = Callable[[Request], Awaitable[Response]]

MOST_FILES = 50
"""Files of one form."""
REVIEWER = "reviewer"
"""Cookie with the pseudonym; it names nobody and opens nothing."""
LANGUAGE = "sayso_language"
"""Cookie with the language that was chosen."""
TITLES = {
    400: to_say("Bad request"),
    404: to_say("Not found"),
    405: to_say("Method not allowed"),
    500: to_say("Internal server error"),
    503: to_say("Service unavailable"),
}
_FOR_MACHINES = (".json", ".csv", ".jsonl", ".svg")
"""Ends of addresses whose problems are told as JSON, as the description says."""
_SUBJECTS = ("claim", "finding", "subject", "other", "key")
"""Fields of forms that say what they are about, for the log of what members do."""
_A_YEAR = 365 * 24 * 3600
_IN_MEMORY = 16 * 2**20
"""Bytes of a download up to which it touches no disk."""
_PIECE = 2**16
"""Characters sent at once."""


@dataclass(frozen=True, slots=True)
class Door:
    """Who reaches the pages, and how."""

    members: Members | None = None
    """Who may sign in; None lets in whoever reaches the pages."""
    hosts: Sequence[str] = LOOPBACK
    """Names that are answered."""
    is_secure: bool = False
    """Whether browsers come over TLS."""
    provider: Provider | None = None
    """Whose accounts members may sign in with."""
    passkeys: Passkeys | None = None
    """Which members may sign in with, None where none may."""
    proxies: Sequence[Network] = ()
    """Who may say where a request came from before it met them."""


def make_app(
    workspace: Workspace,
    pages: Sequence[Page] = PAGES,
    *,
    token: str | None = None,
    language: str = "",
    door: Door = Door(),
) -> Starlette:
    """Give the web application of a workspace.

    Args:
        workspace: Stays open as long as the application runs.
        pages: The table of pages, for users who add their own.
        token: What a visitor has to know; None asks for none.
        language: The pages' language where the visitor chose none; "" for the
            browser's.
        door: Who reaches the pages, and how.
    """
    site = _Site(workspace, tuple(pages), language)
    site.has_passkeys = door.passkeys is not None
    routes = [route for page in pages for route in site.routes(page)]
    static = StaticFiles(directory=str(resources.files("sayso.web") / "static"))
    return Starlette(
        routes=[
            *routes,
            Route("/openapi.json", site.describe),
            Mount("/static", _Cached(static)),
        ],
        middleware=[
            *([Middleware(Forwarded, proxies=door.proxies)] if door.proxies else ()),
            Middleware(Guard, hosts=door.hosts, token=token, is_secure=door.is_secure),
            *_gate(site, door),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
        ],
        exception_handlers={
            HTTPException: site.show_http_error,
            SaysoError: site.show_error,
            Exception: site.show_fault,
        },
    )


def _gate(site: _Site, door: Door) -> tuple[Middleware, ...]:
    if door.members is None:
        return ()
    # who serves nobody else needs none of it
    from sayso.web.gate import Gate
    from sayso.web.sign_in import Ways

    return (
        Middleware(
            Gate,
            members=door.members,
            needed=site.needed,
            ways=Ways(door.is_secure, door.provider, door.passkeys),
            choose=site.choose,
        ),
    )


class _Site:
    """The pages of one workspace."""

    def __init__(
        self, workspace: Workspace, pages: tuple[Page, ...], language: str
    ) -> None:
        self._workspace = workspace
        self._pages = pages
        self._language = language
        self.has_passkeys = False
        self._menu = tuple((page.path, page.title) for page in pages if page.in_menu)

    def needed(self, path: str) -> Role:
        """Give the role that a form sent to an address needs."""
        for page in self._pages:
            if compile_path(page.path)[0].match(path):
                return page.needs
        return Role.OWNER

    async def describe(self, _request: Request) -> Response:
        """Give the JSON addresses as an OpenAPI document."""
        return _json(describe_pages(self._pages), 200)

    def routes(self, page: Page) -> list[Route]:
        """Give a page's routes, the more special first."""
        stem = "/index" if page.path == "/" else page.path
        found = [Route(f"{stem}.json", self._handler(page, self._to_json))]
        if page.is_list:
            found.append(
                Route(f"{stem}.csv", self._handler(page, self._to_csv, is_whole=True))
            )
        if page.is_lines:
            found.append(Route(f"{stem}.jsonl", self._handler(page, self._to_lines)))
        if page.has_chart:
            found.append(Route(f"{stem}.svg", self._handler(page, self._to_svg)))
        methods = ["GET"] if page.act is None else ["GET", "POST"]
        html = self._handler(page, self._to_html)
        return [*found, Route(page.path, html, methods=methods, name=page.name)]

    def _handler(
        self,
        page: Page,
        to_response: Callable[[Page, Asked, Answer], Response],
        *,
        is_whole: bool = False,
    ) -> Handler:
        def answer(asked: Asked, language: str, *, is_write: bool) -> Response:
            run = page.act if is_write and page.act else page.show
            with speaking(language):
                given = run(self._workspace, asked)
                if isinstance(given, Moved):
                    return _redirect(given)
                if isinstance(given, Download):
                    return _to_file(given)
                return to_response(page, asked, given)

        async def handle(request: Request) -> Response:
            is_write = request.method == "POST"
            asked = await _to_asked(request, is_write=is_write, is_whole=is_whole)
            is_page = to_response in (self._to_html, self._to_svg)
            language = self.choose(request) if is_page else ENGLISH.code
            async with turn():
                response = await run_in_threadpool(
                    answer, asked, language, is_write=is_write
                )
            return _keep_language(request, response)

        return handle

    def _to_html(self, page: Page, asked: Asked, answer: Answer) -> Response:
        words = {
            "title": answer.title,
            "forms": _forms(page, asked),
            "page_name": page.name,
            **self._frame(asked),
            **answer.words,
        }
        if isinstance(problem := words.get("problem"), str):
            words["problem"] = say_problem(problem)
        return HTMLResponse(render(page.name, words), status_code=answer.status)

    def _to_json(self, _page: Page, _asked: Asked, answer: Answer) -> Response:
        return _json(answer.record, answer.status)

    def _to_lines(self, page: Page, _asked: Asked, answer: Answer) -> Response:
        lines = [json.dumps(record, ensure_ascii=False) for record in answer.record]
        return Response(
            "".join(f"{line}\n" for line in lines).encode("utf-8", "replace"),
            media_type="application/jsonl",
            headers={
                "Content-Disposition": f'attachment; filename="sayso-{page.name}.jsonl"'
            },
        )

    def _to_csv(self, page: Page, _asked: Asked, answer: Answer) -> Response:
        if answer.table is None:
            raise HTTPException(404, "this page is no list")
        return StreamingResponse(
            to_csv(answer.table),
            media_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="sayso-{page.name}.csv"'
            },
        )

    def _to_svg(self, _page: Page, _asked: Asked, answer: Answer) -> Response:
        series = answer.words.get("series")
        if series is None:
            raise HTTPException(404, "there is no chart of these claims")
        words = {"title": answer.title, "series": series, "version": __version__}
        return Response(
            render("chart_alone", words).encode("utf-8", "replace"),
            media_type="image/svg+xml",
            headers={
                "Content-Disposition": f'inline; filename="{series.picture_name}"'
            },
        )

    def choose(self, request: Request) -> str:
        """Give the code of the language to answer in."""
        return choose_interface(
            request.query_params.get("lang", ""),
            request.cookies.get(LANGUAGE, ""),
            self._language,
            request.headers.get("accept-language", ""),
        )

    def _frame(self, asked: Asked) -> dict[str, Any]:
        """Give what every page is framed with."""
        section = f"/{asked.path.split('/')[1].partition('.')[0]}"
        return {
            "menu": tuple((path, say(title)) for path, title in self._menu),
            "languages": tuple(
                (one, to_address(asked.path, (*asked.query, ("lang", one.code))))
                for one in INTERFACES.values()
            ),
            "section": section,
            "here": asked.path,
            "ledger": self._workspace.ledger.address.rpartition("/")[2],
            "reviewer": asked.reviewer,
            "member": asked.member,
            "has_passkeys": self.has_passkeys,
            "version": __version__,
        }

    def show_http_error(self, request: Request, error: Exception) -> Response:
        """Give the page for an address or a method that is not there."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        detail = error.detail if isinstance(error, HTTPException) else ""
        sentence = {
            404: to_say("There is no page at this address."),
            405: to_say("This page takes no such request."),
        }.get(status, detail)
        answer = self._show_problem(request, status, sentence)
        if isinstance(error, HTTPException):
            answer.headers.update(error.headers or {})  # 405 says what is taken
        return answer

    def show_error(self, request: Request, error: Exception) -> Response:
        """Give the page for something that could not be done, with its reason."""
        return self._show_problem(request, _status_of(error), str(error))

    def show_fault(self, request: Request, error: Exception) -> Response:
        """Give the page for a fault of ours; the terminal shows where it lies."""
        sentence = to_say(
            "Sayso failed on this page (%(kind)s); nothing of the ledger was changed"
            " by it."
        )
        kind = type(error).__name__
        return self._show_problem(request, 500, sentence, kind=kind)

    def _show_problem(
        self, request: Request, status: int, sentence: str, **values: str
    ) -> Response:
        if request.url.path.endswith(_FOR_MACHINES):
            told = sentence % values if values else sentence
            return _json({"problem": told}, status)
        name = _reviewer(request)
        member = name if request.scope.get(MEMBER) is not None else ""
        asked = Asked(request.url.path, reviewer=name, member=member)
        title = TITLES.get(status, HTTPStatus(status).phrase.capitalize())
        with speaking(self.choose(request)):
            words = {
                "title": say(title),
                "sentence": say_problem(say(sentence, **values)),
                "forms": (),
                "page_name": "problem",
                **self._frame(asked),
            }
            return HTMLResponse(render("problem", words), status_code=status)


class _Cached:
    """Static files that a browser may keep but asks after each time."""

    def __init__(self, files: StaticFiles) -> None:
        self._files = files

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def send_cached(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"cache-control", b"no-cache"))
            await send(message)

        await self._files(scope, receive, send_cached)


async def _to_asked(request: Request, *, is_write: bool, is_whole: bool) -> Asked:
    form: dict[str, str] = {}
    uploads: list[Upload] = []
    if is_write:
        async with request.form(
            max_files=MOST_FILES, max_part_size=LARGEST_BODY
        ) as given:
            for name, value in given.multi_items():
                if isinstance(value, UploadFile):
                    if value.filename:
                        uploads.append(Upload(value.filename, await value.read()))
                else:
                    form[name] = value.replace("\r\n", "\n")
    member: Member | None = request.scope.get(MEMBER)
    if member is not None and is_write:  # nobody rules under another's name
        form["reviewer"] = member.name
        subject = next((form[k] for k in _SUBJECTS if form.get(k)), "")
        request.scope[DID] = f"{form.get('act', '')} {subject}".strip()
    return Asked(
        path=request.url.path,
        params=dict(request.path_params),
        query=tuple(p for p in request.query_params.multi_items() if p[0] != "lang"),
        form=form,
        uploads=tuple(uploads),
        reviewer=_reviewer(request),
        member="" if member is None else member.name,
        is_whole=is_whole,
    )


def _reviewer(request: Request) -> str:
    """Give the name signed in under, else the pseudonym in the cookie."""
    from urllib.parse import unquote

    member: Member | None = request.scope.get(MEMBER)
    if member is not None:
        return member.name

    return unquote(request.cookies.get(REVIEWER, ""))[:80]


def _keep_language(request: Request, response: Response) -> Response:
    """Let the browser keep a language that an address asks for."""
    asked = request.query_params.get("lang", "")
    if asked in INTERFACES:
        response.set_cookie(LANGUAGE, asked, max_age=_A_YEAR, samesite="strict")
    return response


def _redirect(moved: Moved) -> Response:
    from urllib.parse import quote

    response = RedirectResponse(moved.to, status_code=303)
    if moved.reviewer is not None:
        response.set_cookie(
            REVIEWER,
            quote(moved.reviewer),
            max_age=_A_YEAR,
            httponly=True,
            samesite="strict",
        )
    return response


def _to_file(given: Download) -> Response:
    """Write the file whole, so that a fault midway is a sentence and no half a file."""
    file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - closed when it is sent
        _IN_MEMORY, "w+", encoding="utf-8", errors="replace", newline=""
    )
    try:
        given.write(cast("TextIO", file))
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return StreamingResponse(
        _in_pieces(file),
        media_type=given.media_type,
        headers={"Content-Disposition": f'attachment; filename="{given.name}"'},
    )


def _in_pieces(file: IO[str]) -> Iterator[str]:
    with file:
        while piece := file.read(_PIECE):
            yield piece


def _forms(page: Page, asked: Asked) -> tuple[tuple[str, str], ...]:
    """Give (name, address) of the other forms the page comes in."""
    stem = "/index" if asked.path == "/" else asked.path
    kept = [pair for pair in asked.query if pair[0] != "page"]
    forms = [("JSON", to_address(f"{stem}.json", asked.query))]
    if page.is_list:
        forms.append(("CSV", to_address(f"{stem}.csv", kept)))
    return tuple(forms)


def _json(record: Any, status: int) -> Response:
    # without blanks: with them it is written by Python's slow half, and a map waits
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return Response(
        body.encode("utf-8", "replace"),
        status_code=status,
        media_type="application/json",
    )


def _status_of(error: Exception) -> int:
    if isinstance(error, EntryMissing):
        return 404
    if isinstance(error, InputError):
        return 400
    if isinstance(error, LedgerBusy):
        return 503
    return 500 if isinstance(error, LedgerError) else 400
