"""quote_stands: whether words that are put in somebody's mouth stand in a document."""

from __future__ import annotations

from typing import Any

from sayso.assistant.draft import stand_record
from sayso.assistant.held import Held
from sayso.assistant.tool import Arguments, Tool, text
from sayso.errors import InputError
from sayso.model import canonical_text

_LEAST = 3
"""Words below which a quotation stands anywhere."""


def quote_stands(held: Held, asked: Arguments) -> dict[str, Any]:
    """Give where a quotation stands, word for word or altered."""
    from sayso.workspace.drafting import check_quotation  # slow: the packs

    words = canonical_text(asked.words("quote") or "").strip("\"'“”„«»‘’ \n")
    if len(words.split()) < _LEAST:
        raise InputError(f"a quotation of fewer than {_LEAST} words is not looked for")
    footing, stands = check_quotation(held.workspace, words)
    return {
        "footing": str(footing),
        "stands": [stand_record(stand) for stand in stands],
    }


TOOL = Tool(
    "quote_stands",
    "Whether a quotation stands in a held document: word for word, altered and where,"
    " or nowhere. Says who is said to have said it there.",
    quote_stands,
    {"quote": text("the quoted words, without quotation marks")},
    ("quote",),
)
