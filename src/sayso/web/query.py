"""Addresses to questions and back: the address of a list is the whole of its query."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlencode

from sayso.errors import EntryMissing, UnknownName
from sayso.model import DocumentId
from sayso.web.interface import say, to_say
from sayso.web.page import Asked, Pairs
from sayso.workspace.asking import resolve_filters
from sayso.workspace.handed.held import FACETS, Filters, Ledger, Order, Page
from sayso.workspace.lookups import find_document

PAGE_LENGTH = 50
"""Claims on one page: about three screens."""
FURTHEST = 200
"""Pages that are leafed through; beyond, a narrower question or the CSV serves."""
MOST_CHARACTERS = 500
"""Characters of one value that are looked at."""
ORDERS = {
    "newest": (to_say("last read first, as in the text"), Order.NEWEST),
    "published": (to_say("last published first"), Order.PUBLISHED),
    "unsure": (to_say("least certain reading first"), Order.UNSURE),
}
"""Value of `order` -> words for it, and the order."""
NARROWED_BY = (
    "text",
    "measure",
    "speaker",
    "party",
    "place",
    "outlet",
    "language",
    "since",
    "until",
)
"""Filters of claims by which the queue of readings is narrowed, too."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a list of claims is asked for."""

    filters: Filters
    order: str
    number: int
    """Page, from 1."""
    faults: tuple[str, ...]
    """Values that could not be understood, each with a sentence."""
    unknown: UnknownName | None = None
    """A name that is in no claim and no pack, with the nearest that are."""

    @property
    def page(self) -> Page:
        """The stretch of the list, and one row more to see whether there is a next."""
        return Page(PAGE_LENGTH + 1, (self.number - 1) * PAGE_LENGTH)


def parse_question(asked: Asked, **fixed: str | DocumentId) -> Question:
    """Give the question in an address; what cannot be understood is told, not obeyed.

    Args:
        asked: The request.
        fixed: Filters that the page itself sets.
    """
    faults: list[str] = []
    given = {name: _plain(asked.get(name)) for name in (*FACETS, "document", "rule")}
    chosen = {name: value for name, value in given.items() if value} | fixed
    text = _plain(asked.get("text"))
    filters = Filters(
        **chosen,  # type: ignore[arg-type]  # names are those of the text fields
        text=text or None,
        since=_parse_day(asked.get("since"), faults),
        until=_parse_day(asked.get("until"), faults),
        unattributed=asked.get("unattributed") == "1",
    )
    order = asked.get("order", "newest")
    if order not in ORDERS:
        faults.append(
            say(
                "order “%(order)s” is none of %(known)s",
                order=_plain(order),
                known=", ".join(ORDERS),
            )
        )
        order = "newest"
    return Question(filters, order, parse_page(asked, faults), tuple(faults))


def resolve_question(question: Question, ledger: Ledger) -> Question:
    """Give the question with names as what they mean; an unknown one finds nothing."""
    wanted = question.filters.document
    if wanted is not None:
        document = document_of(ledger, wanted)
        question = replace(
            question, filters=replace(question.filters, document=document)
        )
    try:
        return replace(question, filters=resolve_filters(ledger, question.filters))
    except UnknownName as unknown:
        return replace(question, unknown=unknown)


def document_of(ledger: Ledger, wanted: str) -> DocumentId:
    """Give the document that an address names as commands do; itself for none."""
    with suppress(EntryMissing):
        return find_document(ledger, wanted).id
    return DocumentId(wanted)


def parse_page(asked: Asked, faults: list[str]) -> int:
    """Give the number of the page that is asked for, 1 where it is no such number."""
    given = asked.get("page", "1")
    digits = given.lstrip("0") if given.isascii() and given.isdigit() else ""
    if 0 < len(digits) < 10 and int(digits) <= FURTHEST:
        return int(digits)
    faults.append(
        say(
            "page “%(page)s” is not a number from 1 to %(last)s",
            page=_plain(given),
            last=FURTHEST,
        )
    )
    return 1


def to_address(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Give a path with a query."""
    query = urlencode([(name, value) for name, value in pairs if value])
    return f"{path}?{query}" if query else path


def with_value(pairs: Pairs, name: str, value: str) -> Pairs:
    """Give the query with one value set, the page number forgotten; "" removes it."""
    kept = tuple((n, v) for n, v in pairs if n not in (name, "page"))
    return (*kept, (name, value)) if value else kept


def path_of(kind: str, identifier: str) -> str:
    """Give the address of one thing: "documents", "speakers", "places", ..."""
    return f"/{kind}/{quote(identifier, safe='')}"


def _plain(value: str) -> str:
    """Give the value without NUL and lone surrogates, cut to a sane length."""
    cut = value[:MOST_CHARACTERS].replace("\0", "\ufffd")
    return cut.encode("utf-8", "replace").decode("utf-8").strip()


def _parse_day(value: str, faults: list[str]) -> date | None:
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        faults.append(say("“%(day)s” is not a day like 2025-03-12", day=_plain(value)))
        return None
