"""draft_check: where each figure and quotation of the user's own text stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.assistant.held import Held
from sayso.assistant.records import held_record, marked, span_record
from sayso.assistant.tool import Arguments, Tool, text
from sayso.model import Document, canonical_text
from sayso.workspace.routing import with_language

if TYPE_CHECKING:
    from sayso.workspace.drafting import DraftItem, Stand


def draft_check(held: Held, asked: Arguments) -> dict[str, Any]:
    """Give where each figure and quotation of a draft stands; nothing is stored."""
    from sayso.workspace.drafting import check_draft  # slow: the packs

    words = canonical_text(asked.words("text") or "")
    document = with_language(Document(words, published=asked.day("published")))
    checked = check_draft(held.workspace, document)
    return {"items": [_item(item) for item in checked.items]}


def _item(item: DraftItem) -> dict[str, Any]:
    return {
        **span_record(item.span),
        **marked(speaker=item.speaker),
        "is_quotation": item.is_quotation,
        "measure": item.measure,
        "footing": str(item.footing),
        "stands": [stand_record(stand) for stand in item.stands],
    }


def stand_record(stand: Stand) -> dict[str, Any]:
    """Give one place where something stands."""
    return {
        "document": held_record(stand.document),
        **span_record(stand.span),
        "claim": None if stand.claim is None else stand.claim.id,
        **marked(speaker=stand.speaker),
        "differs_in": [
            {"field": str(one.field), **marked(draft=one.draft, held=one.held)}
            for one in stand.differences
        ],
        "changes": [marked(there=there, here=here) for there, here in stand.changes],
    }


TOOL = Tool(
    "draft_check",
    "Set a text beside the ledger: for each figure and quotation whether it stands word"
    " for word, stands otherwise and in what, is an altered quotation, or no held"
    " document states it. Says where it stands, never whether it is so.",
    draft_check,
    {
        "text": text("the draft"),
        "published": text("its day, ISO; days in it are read from it"),
    },
    ("text",),
)
