"""find_claims: the claims that fit some filters, as exports give them."""

from __future__ import annotations

from typing import Any

from sayso.assistant.held import Held
from sayso.assistant.records import row_record
from sayso.assistant.tool import Arguments, Tool, text, whole
from sayso.workspace.asking import resolve_filters
from sayso.workspace.exporting import rows_of
from sayso.workspace.handed.held import Filters, Order, Page

MOST = 50
"""Claims of one answer."""
_FURTHEST = 1000


def find_claims(held: Held, asked: Arguments) -> dict[str, Any]:
    """Give one page of the claims that fit, newest first, and how many there are."""
    workspace = held.workspace
    document = asked.words("document")
    filters = Filters(
        measure=asked.words("measure"),
        speaker=asked.words("speaker"),
        party=asked.words("party"),
        place=asked.words("place"),
        outlet=asked.words("outlet"),
        language=asked.words("language"),
        text=asked.words("text"),
        since=asked.day("since"),
        until=asked.day("until"),
        document=None if document is None else workspace.document(document).id,
        unattributed=asked.flag("unattributed"),
    )
    meant = resolve_filters(workspace.ledger, filters)
    number = asked.count("page", least=1, most=_FURTHEST, usual=1)
    limit = asked.count("limit", least=1, most=MOST, usual=10)
    page = Page(limit, (number - 1) * limit)
    found = workspace.claims(meant, Order.NEWEST, page)
    return {
        "total": workspace.ledger.count_claims(meant),
        "claims": [row_record(row) for row in rows_of(workspace, found)],
    }


TOOL = Tool(
    "find_claims",
    "Claims in the ledger: who claims which figure, in which words, with spans and the"
    " document. Filters must all hold. Nothing is said of whether a claim is so.",
    find_claims,
    {
        "measure": text('"people.killed", or a family like "people"'),
        "speaker": text("part of a name, or an id"),
        "party": text("actor or affected, by any of its names"),
        "place": text("a place; a country or region with its places"),
        "outlet": text("who published"),
        "language": text("of the document: a code such as ru, or Russian"),
        "text": text('words, all of them; "..." for a run of words'),
        "since": text("first day claimed, ISO"),
        "until": text("last day claimed, included, ISO"),
        "document": text("id of a document, its beginning, or of a claim"),
        "unattributed": {"type": "boolean", "description": "only in no one's mouth"},
        "page": whole("page, from 1", 1, _FURTHEST),
        "limit": whole("claims a page, 10 if not said", 1, MOST),
    },
)
