"""doccano: one JSON object a line, a text with its labels as [start, end, label]."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.exports.bundle import Bundle, FileFormat
from sayso.exports.labelled import labelled


def write_doccano(bundle: Bundle, path: Path) -> None:
    """Write one line a document."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for one in labelled(bundle):
            record = {
                "text": one.text,
                "label": [
                    list(key) for key in dict.fromkeys(o.key for o in one.labels)
                ],
                "document": one.paper.id,
                "title": one.paper.title,
                "outlet": one.paper.outlet,
                "published": one.paper.published,
                "language": one.paper.language,
            }
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


FORMAT = FileFormat(
    "doccano",
    ".jsonl",
    "application/jsonl",
    write_doccano,
    "lines for doccano; `sayso import labels` takes corrections in again",
    ("all fields of a claim besides its words and measure", "findings and chains"),
    has_texts=True,
)
