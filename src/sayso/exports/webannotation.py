"""W3C Web Annotation: one annotation a claim, offsets in code points.

Each target has a position and, where the words may leave, a quotation that must fit
exactly. Discontinuous content is several targets in order. The body holds the stored
claim, so that `sayso import annotations` gives the same claim again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from sayso.exports.bundle import LONGEST_QUOTE, Bundle, Format, Row
from sayso.exports.stored import to_stored
from sayso.model import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TERMS = {"sayso": "urn:sayso:terms:"}


def write_webannotation(bundle: Bundle, out: TextIO) -> None:
    """Write an annotation page with all annotations."""
    head = {"@context": [CONTEXT, TERMS], "type": "AnnotationPage"}
    out.write(json.dumps(head)[:-1] + ', "items": [')
    separator = "\n"
    for row in bundle.rows:
        out.write(
            separator + json.dumps(to_annotation(row, bundle), ensure_ascii=False)
        )
        separator = ",\n"
    out.write("\n]}\n")


def to_annotation(row: Row, bundle: Bundle) -> dict[str, Any]:
    """Give a claim's annotation."""
    annotation: dict[str, Any] = {
        "id": f"urn:sayso:claim:{row.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": bundle.maker},
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "value": row.sentence(),
            },
            {
                "type": "sayso:Claim",
                "sayso:stored": to_stored(row.claim),
                "sayso:status": row.status,
                "sayso:review": row.review,
                "sayso:masked": row.is_masked,
                "sayso:outlet": row.paper.outlet,
                "sayso:published": row.paper.published,
                "sayso:url": row.paper.url,
            },
        ],
        "target": list(_targets(row)),
    }
    if row.reviewer is not None:
        annotation["creator"] = {"type": "Person", "nickname": row.reviewer}
        annotation["modified"] = row.reviewed
    return annotation


def _targets(row: Row) -> Iterator[dict[str, Any]]:
    """Yield the figure, then source, cue and content, each part by itself."""
    yield _target(row, row.claim.quantity.span, "figure", has_words=True)
    if row.attribution is None:
        return
    for role in ("source", "cue", "content"):
        has_words = not row.is_masked or role == "cue"
        for span in getattr(row.attribution, role):
            yield _target(row, span, role, has_words=has_words)


def _target(row: Row, span: Span, role: str, *, has_words: bool) -> dict[str, Any]:
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    selectors: list[dict[str, Any]] = [position]
    if has_words and len(span.text) <= LONGEST_QUOTE:
        selectors.append({"type": "TextQuoteSelector", "exact": span.text})
    return {
        "type": "SpecificResource",
        "source": f"urn:sha256:{row.paper.id}",
        "sayso:role": role,
        "selector": selectors,
    }


FORMAT = Format(
    "webannotation",
    ".jsonld",
    "application/ld+json",
    write_webannotation,
    "W3C annotations, which `sayso import annotations` takes in again",
    (
        f"words of parts longer than {LONGEST_QUOTE} characters; their offsets stay",
        "prefix and suffix of quotations, as neighbouring words may name persons",
        "rulings before the last one",
        "findings and chains",
    ),
)
