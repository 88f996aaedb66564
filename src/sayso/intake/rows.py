"""Rows of a CSV file with its cells as written, and the rows that cannot be told.

RFC 4180, and what spreadsheets and scripts make of it: a quotation mark inside a quoted
cell that no delimiter follows is a letter like others; one that opens a second cell
while the first is open shows that the first was never closed, and costs its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"\r\n|\r|\n")
_DELIMITERS = ",;\t|"
_TOLD = re.compile(r"(?i)\Asep=(.)[ \t]*(?:\r\n|\r|\n)")


def find_delimiter(text: str) -> tuple[str, int]:
    """Give a table's delimiter and the offset at which its head begins.

    A first line "sep=;" says it, as spreadsheets write; else the most frequent one in
    the head counts.
    """
    told = _TOLD.match(text)
    if told:
        return told[1], told.end()
    head = text[: text.find("\n") + 1] or text
    return max(_DELIMITERS, key=head.count), 0


def split_rows(text: str, delimiter: str, start: int = 0) -> Iterator[list[str] | str]:
    """Yield each row's cells, or in words why a row cannot be told.

    Args:
        text: The whole table.
        delimiter: One character.
        start: Where the head begins.
    """
    at = start
    while at < len(text):
        cells, after = _row(text, at, delimiter)
        if cells is None:
            yield "has a quotation mark that is never closed"
            line = _LINE.search(text, at)
            at = len(text) if line is None else line.end()
        else:
            yield cells
            at = after


def _row(text: str, at: int, delimiter: str) -> tuple[list[str] | None, int]:
    cells: list[str] = []
    while True:
        if text.startswith('"', at):
            found = _quoted(text, at + 1, delimiter)
            if found is None:
                return None, at
            cell, at = found
        else:
            cell, at = _bare(text, at, delimiter)
        cells.append(cell)
        if text.startswith(delimiter, at):
            at += 1
            continue
        line = _LINE.match(text, at)
        return cells, at if line is None else line.end()


def _bare(text: str, at: int, delimiter: str) -> tuple[str, int]:
    """Give a cell without quotation marks around it, and where it ends."""
    line = _LINE.search(text, at)
    end = len(text) if line is None else line.start()
    mark = text.find(delimiter, at, end)
    end = end if mark < 0 else mark
    return text[at:end], end


def _quoted(text: str, at: int, delimiter: str) -> tuple[str, int] | None:
    """Give a quoted cell and where it ends, None where it never does."""
    pieces: list[str] = []
    begun = at
    while True:
        mark = text.find('"', at)
        if mark < 0:
            return None
        pieces.append(text[at:mark])
        after = mark + 1
        if text.startswith('"', after):
            pieces.append('"')
            at = after + 1
            continue
        rest = after
        while text[rest : rest + 1] in (" ", "\t") and text[rest] != delimiter:
            rest += 1
        if rest >= len(text) or text[rest] in (delimiter, "\r", "\n"):
            return "".join(pieces), rest
        if text[mark - 1] == delimiter and _LINE.search(text, begun, mark):
            return None
        pieces.append('"')
        at = after
