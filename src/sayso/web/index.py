"""Plain lists: rows of cells, the first a link; leafed through by the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.web.page import Answer, Asked, Table
from sayso.web.query import FURTHEST, parse_page, to_address

LENGTH = 100
"""Rows on one page."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a plain list."""

    title: str
    is_number: bool = False


def show_index(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[tuple[str, ...]],
    asked: Asked,
    *,
    is_cut: bool = False,
) -> Answer:
    """Give one page of a plain list, or all of it as rows.

    Args:
        title: Heading.
        columns: Of the cells after the address.
        rows: Address of what the row is about ("" for none), then the cells.
        asked: The request.
        is_cut: True where `rows` begin at the page asked for and go one row beyond.
    """
    heads = ["address", *(column.title.lower() for column in columns)]
    if asked.is_whole:
        return Answer(title, {}, None, Table(heads, rows))
    number = parse_page(asked, [])
    begin = 0 if is_cut else (number - 1) * LENGTH
    found = list(islice(rows, begin, begin + LENGTH + 1))
    more, rows_here = len(found) > LENGTH and number < FURTHEST, found[:LENGTH]
    kept = tuple(pair for pair in asked.query if pair[0] != "page")
    words = {
        "columns": columns,
        "rows": rows_here,
        "first": (number - 1) * LENGTH + 1,
        "text": asked.get("text"),
        "previous": _leaf(asked, kept, number - 1) if number > 1 else "",
        "following": _leaf(asked, kept, number + 1) if more else "",
        "read": asked.get("read") if asked.get("read").isdigit() else "",
    }
    records = [dict(zip(heads, row, strict=True)) for row in rows_here]
    return Answer(title, words, {"page": number, "rows": records})


def _leaf(asked: Asked, kept: tuple[tuple[str, str], ...], number: int) -> str:
    return to_address(asked.path, (*kept, ("page", str(number) if number > 1 else "")))
