"""Documents: what is held, last arrived first, or found by their words."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.web.index import LENGTH, Cell, Column, show_index
from sayso.web.interface import say, to_say
from sayso.web.page import Answer, Asked, Page
from sayso.web.query import parse_page, path_of
from sayso.web.wording import name_of
from sayso.workspace import Workspace
from sayso.workspace.handed.held import HeldDocument
from sayso.workspace.handed.held import Page as Stretch
from sayso.workspace.routing import unread_language

COLUMNS = (
    Column(to_say("Document")),
    Column(to_say("Outlet")),
    Column(to_say("Published")),
    Column(to_say("Claims"), is_number=True),
    Column(to_say("Attributions"), is_number=True),
    Column(to_say("Not read"), is_number=True),
)
_AT_ONCE = 1000


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give a page of documents, those that hold all words of `text` where given."""
    text = asked.get("text")[:500]
    if asked.is_whole:
        rows = _rows(_all(workspace, text))
        return show_index("Documents", COLUMNS, rows, asked)
    number = parse_page(asked, [])
    page = Stretch(LENGTH + 1, (number - 1) * LENGTH)
    found = _find(workspace, text, page)
    return show_index(say("Documents"), COLUMNS, _rows(iter(found)), asked, is_cut=True)


def _find(workspace: Workspace, text: str, page: Stretch) -> tuple[HeldDocument, ...]:
    if text.strip():
        return workspace.ledger.search_documents(text, page)
    return workspace.ledger.documents(page)


def _all(workspace: Workspace, text: str) -> Iterator[HeldDocument]:
    offset = 0
    while found := _find(workspace, text, Stretch(_AT_ONCE, offset)):
        yield from found
        offset += len(found)


def _rows(documents: Iterator[HeldDocument]) -> Iterator[tuple[str, ...]]:
    for held in documents:
        yield (
            path_of("documents", held.id),
            say("erased") if held.erased is not None else name_of(held),
            held.facts.outlet or "",
            Cell.of_day(held.facts.published),
            Cell.of_number(held.claims),
            Cell.of_number(held.attributions),
            _not_read(held),
        )


def _not_read(held: HeldDocument) -> str:
    language = unread_language(held)
    if language is None:
        return Cell.of_number(held.gaps)
    return say("all (%(language)s)", language=language)


PAGE = Page(
    "/documents", "documents", to_say("Documents"), show, is_list=True, in_menu=True
)
