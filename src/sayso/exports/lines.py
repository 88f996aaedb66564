"""JSON lines: one claim a line, with the columns of the CSV and the stored claim."""

from __future__ import annotations

import json
from typing import TextIO

from sayso.exports.bundle import Bundle, Format
from sayso.exports.flat import to_flat
from sayso.exports.stored import to_stored


def write_jsonl(bundle: Bundle, out: TextIO) -> None:
    """Write one JSON object a line."""
    for row in bundle.rows:
        record = {**to_flat(row), "stored": to_stored(row.claim)}
        out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


FORMAT = Format(
    "jsonl",
    ".jsonl",
    "application/jsonl",
    write_jsonl,
    "one JSON object a line, with every field of the stored claim",
    ("source, cue and content of the attribution as spans", "findings and chains"),
)
