"""Hypothesis: annotations on the pages themselves, in the form its interface takes.

Each object of the array is the body of one POST to /api/annotations. Nothing is sent
from here: who sends it chooses the group and who may read it, and does so as a person.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from sayso.exports.bundle import LONGEST_QUOTE, Bundle, Format, Row


def write_hypothesis(bundle: Bundle, out: TextIO) -> None:
    """Write one JSON array, an annotation a claim on a document with an address."""
    found = [_annotation(row) for row in bundle.rows if row.paper.url]
    json.dump(found, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _annotation(row: Row) -> dict[str, Any]:
    paper, words = row.paper, row.claim.quantity.span.text
    document = {"title": [paper.title]} if paper.title else {}
    return {
        "uri": paper.url,
        "document": document,
        "text": f"{row.sentence()}\n\n{row.review}. Claim {row.id}.",
        "tags": ["sayso", row.claim.measure, str(row.claim.stance)],
        "target": [
            {
                "source": paper.url,
                "selector": [
                    {"type": "TextQuoteSelector", "exact": words[:LONGEST_QUOTE]}
                ],
            }
        ],
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
        "prefix and suffix of quotations, as neighbouring words may name persons",
        "group and permissions, which who sends it chooses",
        "findings and chains",
    ),
)
