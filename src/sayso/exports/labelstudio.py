"""Label Studio: tasks with a text and what was read in it as predictions.

Offsets count code points, as Label Studio does since 2021. The labels that a project
needs are named in its settings; docs/labelling.md has them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sayso.exports.bundle import Bundle, FileFormat
from sayso.exports.labelled import Label, Labelled, labelled


def write_labelstudio(bundle: Bundle, path: Path) -> None:
    """Write one JSON array, a task a document."""
    tasks = [_task(number, one) for number, one in enumerate(labelled(bundle), 1)]
    path.write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _task(number: int, one: Labelled) -> dict[str, Any]:
    paper = one.paper
    return {
        "id": number,
        "data": {
            "text": one.text,
            "document": paper.id,
            "title": paper.title,
            "outlet": paper.outlet,
            "published": paper.published,
            "language": paper.language,
        },
        "predictions": [
            {
                "model_version": one.reader,
                "result": [_region(label, one.text) for label in one.labels],
            }
        ],
    }


def _region(label: Label, text: str) -> dict[str, Any]:
    start, end = label.start, label.end
    region: dict[str, Any] = {
        "id": f"{label.label}-{start}-{end}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": start,
            "end": end,
            "text": text[start:end],
            "labels": [label.label],
        },
    }
    if label.claim:
        region["meta"] = {"claim": label.claim}
    return region


FORMAT = FileFormat(
    "labelstudio",
    ".json",
    "application/json",
    write_labelstudio,
    "tasks for Label Studio; `sayso import labels` takes corrections in again",
    ("all fields of a claim besides its words and measure", "findings and chains"),
    has_texts=True,
)
