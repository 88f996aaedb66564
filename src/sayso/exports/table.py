"""CSV by RFC 4180, one row a claim, with a Data Package description beside it."""

from __future__ import annotations

import csv
import json
from typing import Any, TextIO

from sayso.exports.bundle import Bundle, Format, unread_sentence
from sayso.exports.cells import harmless_cell
from sayso.exports.flat import COLUMNS, to_flat


def write_csv(bundle: Bundle, out: TextIO) -> None:
    """Write the head and one row a claim."""
    writer = csv.writer(out, lineterminator="\r\n")
    names = [name for name, _, _ in COLUMNS]
    writer.writerow(names)
    for row in bundle.rows:
        flat = to_flat(row)
        writer.writerow([harmless_cell(flat[name]) for name in names])


def describe_csv(file: str, bundle: Bundle) -> str:
    """Give the text of the datapackage.json that describes a CSV file."""
    fields: list[dict[str, Any]] = [
        {"name": name, "type": kind, "description": meaning}
        for name, kind, meaning in COLUMNS
    ]
    package = {
        "name": "sayso-claims",
        "title": "Claims, each with who makes it",
        "description": "What speakers claim, never what is so. Rows that no person has"
        " looked at say so. A cell that a spreadsheet would run begins with an"
        " apostrophe.",
        "not_read": [unread_sentence(paper) for paper in bundle.unread()],
        "resources": [
            {
                "name": "claims",
                "path": file,
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {
                    "delimiter": ",",
                    "doubleQuote": True,
                    "lineTerminator": "\r\n",
                },
                "schema": {
                    "fields": fields,
                    "primaryKey": "id",
                    "missingValues": [""],
                },
            }
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


FORMAT = Format(
    "csv",
    ".csv",
    "text/csv",
    write_csv,
    "a table, one row a claim, with a datapackage.json beside it",
    (
        "source, cue and content of the attribution as spans",
        "findings and chains",
        "decimals beyond what a number of JSON holds",
    ),
    describe_csv,
)
