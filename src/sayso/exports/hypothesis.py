"""Hypothesis: annotations on the pages themselves, in the form its interface takes.

Each object of the array is the body of one POST to /api/annotations. Nothing is sent
from here: who sends it chooses the group and who may read it, and does so as a person.
A quotation has the words around it in its sentence, so that "12 soldiers" is not found
where another sentence has it; they end where something is withheld.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from sayso.exports.bundle import LONGEST_QUOTE, Bundle, Format, Row
from sayso.model.withheld import find_signs

_AROUND = 32
"""Characters before and after the words, as the browser extension has it."""


def write_hypothesis(bundle: Bundle, out: TextIO) -> None:
    """Write one JSON array, an annotation a claim on a document with an address."""
    found = [_annotation(row) for row in bundle.rows if row.paper.url]
    json.dump(found, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _annotation(row: Row) -> dict[str, Any]:
    paper = row.paper
    document = {"title": [paper.title]} if paper.title else {}
    return {
        "uri": paper.url,
        "document": document,
        "text": f"{row.sentence()}\n\n{row.review}. Claim {row.id}.",
        "tags": ["sayso", row.claim.measure, str(row.claim.stance)],
        "target": [
            {
                "source": paper.url,
                "selector": [{"type": "TextQuoteSelector", **_quotation(row)}],
            }
        ],
    }


def _quotation(row: Row) -> dict[str, str]:
    """Give the words, with what stands around them in the sentence and may leave."""
    words, sentence = row.claim.quantity.span, row.claim.sentence
    if row.is_masked or len(words.text) > LONGEST_QUOTE:
        return {"exact": words.text[:LONGEST_QUOTE]}
    start, end = words.start - sentence.start, words.end - sentence.start
    signs = [*find_signs(sentence.text, 0, len(sentence.text))]
    first = max((e for _, e, _ in signs if e <= start), default=0)
    last = min((s for s, _, _ in signs if s >= end), default=len(sentence.text))
    return {
        "exact": words.text,
        "prefix": sentence.text[max(first, start - _AROUND) : start],
        "suffix": sentence.text[end : min(last, end + _AROUND)],
    }


FORMAT = Format(
    "hypothesis",
    ".json",
    "application/json",
    write_hypothesis,
    "annotations for Hypothesis, which a person sends: claims on pages with an address",
    (
        "claims of documents without an address",
        "offsets, which count in our text and not in the page",
        "which of two sentences is meant that are the same, word for word",
        "words around a quotation of somebody withheld, or beyond a withheld name",
        "group and permissions, which who sends it chooses",
        "findings and chains",
    ),
)
