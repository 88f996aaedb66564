"""Rows as CSV (RFC 4180) that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sayso.web.page import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters that spreadsheets take for a formula (OWASP, CSV injection)."""
_AT_ONCE = 500


def to_csv(table: Table) -> Iterator[str]:
    """Give the text of a table, some hundred rows at a time."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    for count, row in enumerate(table.rows, 1):
        writer.writerow([harmless_cell(cell) for cell in row])
        if count % _AT_ONCE == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def harmless_cell(cell: str) -> str:
    """Give the cell with an apostrophe in front where it would be a formula."""
    cell = cell.replace("\0", "\ufffd")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
