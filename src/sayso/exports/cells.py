"""Cells of a table that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from typing import Any

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""First characters that make a spreadsheet run a cell (OWASP, CSV injection); the wide
forms are taken for the narrow ones by spreadsheets set to an East Asian language."""
_INSIDE = re.compile(r"([;\t\r\n]\s*[\"']?)(?=[=+@＝＋＠])")
"""Where a formula begins behind what another spreadsheet takes for the cell's end."""


def harmless_cell(value: Any) -> Any:
    """Give the cell with an apostrophe before what would be a formula.

    Numbers stay numbers; True and False become the words of Table Schema.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    value = value.replace("\0", "\ufffd")
    value = _INSIDE.sub(r"\1'", value)
    is_formula = value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA[:8])
    return f"'{value}" if is_formula else value
