"""read_text: what a text that the assistant brings says, read and not stored."""

from __future__ import annotations

from typing import Any

from sayso.assistant.held import Held
from sayso.assistant.records import claim_fields, marked, span_record
from sayso.assistant.tool import Arguments, Tool, text
from sayso.model import Attribution, Document, canonical_text
from sayso.workspace.masks import mask_reading
from sayso.workspace.routing import with_language


def read_text(held: Held, asked: Arguments) -> dict[str, Any]:
    """Give the claims and attributions of a text, and what was not read in it."""
    words = canonical_text(asked.words("text") or "")
    document = with_language(Document(words, published=asked.day("published")))
    reading = mask_reading(held.workspace.reader.read(document))
    return {
        "document": document.id,
        "language": document.language,
        "claims": [{"id": claim.id, **claim_fields(claim)} for claim in reading.claims],
        "attributions": [_said(said) for said in reading.attributions],
        "not_read": [
            {**span_record(gap.span), "reason": gap.reason} for gap in reading.gaps
        ],
    }


def _said(said: Attribution) -> dict[str, Any]:
    name = said.speaker.name if said.speaker else said.name
    return {
        "id": said.id,
        **marked(speaker=name),
        **{
            role: [span_record(span) for span in getattr(said, role)]
            for role in ("source", "cue", "content")
        },
    }


TOOL = Tool(
    "read_text",
    "Read a text: who says what, and each figure with its exact words, speaker, measure"
    " and interval. Nothing is stored. Fields the words do not carry stay empty.",
    read_text,
    {
        "text": text("the report, as it stands"),
        "published": text("its day of publication, ISO; days are read from it"),
    },
    ("text",),
)
