"""Pages printed in columns whose file draws them line by line, put in reading order.

A file that holds its columns one behind the other is left as it is; so is a table,
whose cells are no lines of prose. Where the columns stand is told by the blanks of the
page as laid out. Method: our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LOOKED_AT = 12
"""Pages at the beginning in which columns are looked for: laying a page out costs as
much as reading it, and a report shows its columns early."""
_GAP = re.compile(r" {4,}")
"""Blanks of the laid out page that no space between two words has."""
_FEWEST_LINES = 4
"""Lines in a column: fewer are a heading with something beside it."""
_LEAST_WORDS = 4.0
"""Words of a column's line on the average; a cell of a table has one or two."""
_MOST_COLUMNS = 3


def in_columns(plain: str, laid_out: str) -> str | None:
    """Give the words of a page column by column.

    Args:
        plain: The page's words in the order of the file.
        laid_out: The same with blanks between as printed, a line each printed line.

    Returns:
        None where the page has no columns of prose or the file has them in order.
    """
    rows = [row.rstrip() for row in laid_out.split("\n")]
    pieces: list[str] = []
    at, moved = 0, False
    while at < len(rows):
        end = _run_end(rows, at)
        columns = _read_columns(rows[at:end]) if end else ()
        if not columns or not _is_mixed(columns, plain):
            pieces.append(" ".join(rows[at].split()))
            at += 1
            continue
        moved = True
        for column in columns:
            pieces += column
        at = end
    return "\n".join(pieces) if moved else None


def _cells(row: str) -> list[tuple[int, str]]:
    """Give the stretches of a row between wide blanks, with where each begins."""
    cells: list[tuple[int, str]] = []
    at = len(row) - len(row.lstrip())
    for gap in (*_GAP.finditer(row, at), None):
        end = len(row) if gap is None else gap.start()
        if end > at:
            cells.append((at, row[at:end]))
        at = end if gap is None else gap.end()
    return cells


def _run_end(rows: Sequence[str], start: int) -> int:
    """Give the row behind a run of columns that begins here, 0 where none does."""
    first = _cells(rows[start])
    if not 2 <= len(first) <= _MOST_COLUMNS:
        return 0
    edge = first[1][0]
    left = first[0][0] + len(first[0][1])
    end, blanks = start, 0
    for number in range(start, len(rows)):
        cells = _cells(rows[number])
        blanks = 0 if cells else blanks + 1
        if blanks > 1 or len(cells) > len(first):
            break
        if len(cells) > 1:
            edge = min(edge, cells[1][0])
            left = max(left, cells[0][0] + len(cells[0][1]))
        if left >= edge:
            break
        if len(cells) == 1 and cells[0][0] < edge < cells[0][0] + len(cells[0][1]):
            break
        end = number + 1 if cells else end
    return end


def _read_columns(rows: Sequence[str]) -> tuple[list[str], ...]:
    """Give the columns of a run of rows, none where they are no prose."""
    split = [_cells(row) for row in rows]
    count = max(map(len, split))
    full = [cells for cells in split if len(cells) == count]
    if len(full) < _FEWEST_LINES:
        return ()
    edges = [min(cells[n][0] for cells in full) for n in range(1, count)]
    columns: tuple[list[str], ...] = tuple([] for _ in range(count))
    for cells in split:
        places = [sum(start >= edge for edge in edges) for start, _ in cells]
        for column, lines in enumerate(columns):
            words = [w for (_, w), p in zip(cells, places, strict=True) if p == column]
            if words or not cells:
                lines.append(" ".join(" ".join(words).split()))
    return columns if all(map(_is_prose, columns)) else ()


def _is_prose(lines: Sequence[str]) -> bool:
    written = [line for line in lines if line]
    words = sum(len(line.split()) for line in written)
    return len(written) >= _FEWEST_LINES and words >= _LEAST_WORDS * len(written)


def _is_mixed(columns: Sequence[Sequence[str]], plain: str) -> bool:
    """True where the file does not hold the lines of a column one behind the other."""
    whole = "".join(plain.split())
    pairs = [pair for column in columns for pair in _pairs(column)]
    follow = sum("".join(pair.split()) in whole for pair in pairs)
    return follow * 2 < len(pairs)


def _pairs(lines: Sequence[str]) -> Iterator[str]:
    written = [line for line in lines if line]
    for at in range(len(written) - 1):
        yield written[at] + written[at + 1]
