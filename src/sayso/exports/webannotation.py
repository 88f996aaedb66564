"""W3C Web Annotation: one annotation a claim, offsets in code points.

Each target has a position and, where the words may leave, a quotation that must fit
exactly. Discontinuous content is several targets in order. The body holds the stored
claim, its attribution and the rulings on it, so that `sayso import annotations` gives
the same claim again, as it was read and as people ruled on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, TextIO

from sayso.exports.bundle import LONGEST_QUOTE, Bundle, Format, History, Row
from sayso.exports.stored import to_stored, to_stored_attribution
from sayso.model import Span, short_id

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_TERMS = "urn:sayso:terms:"
_WHOLE = ("stored", "read", "attribution", "rulings")
"""Our terms whose values are JSON that tools for linked data must not take apart."""
TERMS = {
    "sayso": _TERMS,
    **{f"sayso:{t}": {"@id": f"{_TERMS}{t}", "@type": "@json"} for t in _WHOLE},
}


def write_webannotation(bundle: Bundle, out: TextIO) -> None:
    """Write an annotation page with all annotations."""
    key = short_id(bundle.ledger_head, bundle.filters)
    head = {
        "@context": [CONTEXT, TERMS],
        "id": f"urn:sayso:annotations:{key}",
        "type": "AnnotationPage",
    }
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
            _stored_body(row, bundle.history(row)),
        ],
        "target": list(_targets(row)),
    }
    if row.reviewer is not None:
        annotation["creator"] = {"type": "Person", "nickname": row.reviewer}
        annotation["modified"] = row.reviewed
    return annotation


def _stored_body(row: Row, history: History) -> dict[str, Any]:
    """Give what makes the same claim again; what there is not is left out."""
    said = history.attribution
    known = {
        "sayso:read": history.read and to_stored(history.read),
        "sayso:attribution": said and to_stored_attribution(said),
        "sayso:rulings": [asdict(ruled) for ruled in history.rulings],
        "sayso:rulingsWithheld": history.withheld,
        "sayso:outlet": row.paper.outlet,
        "sayso:language": row.paper.language,
        "sayso:published": row.paper.published,
        "sayso:url": row.paper.url,
    }
    return {
        "type": "sayso:Claim",
        "sayso:stored": to_stored(row.claim),
        "sayso:status": row.status,
        "sayso:review": row.review,
        "sayso:masked": row.is_masked,
        **{key: value for key, value in known.items() if value},
    }


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
        "rulings on masked rows or that name private persons; their number is given",
        "findings and chains",
    ),
)
