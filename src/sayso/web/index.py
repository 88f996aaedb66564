"""Plain lists: rows of cells, the first a link; leafed through by the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from sayso.web.interface import day_of, say, whole_number
from sayso.web.page import Answer, Asked, Table
from sayso.web.query import FURTHEST, parse_page, to_address

LENGTH = 100
"""Rows on one page."""


class Cell(str):
    """A cell that stands otherwise on the page than in rows and records."""

    __slots__ = ("shown",)
    shown: str

    @classmethod
    def of(cls, plain: str, shown: str) -> Cell:
        """Give a cell with its words for the page."""
        made = cls(plain)
        made.shown = shown
        return made

    @classmethod
    def of_number(cls, number: int) -> Cell:
        """Give a whole number."""
        return cls.of(f"{number:,}", whole_number(number))

    @classmethod
    def of_day(cls, day: date | None) -> Cell:
        """Give a day, empty for none."""
        return cls.of(day.isoformat() if day else "", day_of(day))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a plain list."""

    title: str
    """In English: `say` says it."""
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
    if not is_cut:
        rows = _sorted(rows, columns, asked.get("sort"))
    if asked.is_whole:
        return Answer(title, {}, None, Table(heads, rows))
    number = parse_page(asked, [])
    begin = 0 if is_cut else (number - 1) * LENGTH
    found = list(islice(rows, begin, begin + LENGTH + 1))
    more, rows_here = len(found) > LENGTH and number < FURTHEST, found[:LENGTH]
    kept = tuple(pair for pair in asked.query if pair[0] != "page")
    words = {
        "columns": tuple(replace(c, title=say(c.title)) for c in columns),
        "heads": () if is_cut else _heads(columns, asked),
        "rows": [
            tuple(getattr(cell, "shown", cell) for cell in row) for row in rows_here
        ],
        "first": (number - 1) * LENGTH + 1,
        "text": asked.get("text"),
        "previous": _leaf(asked, kept, number - 1) if number > 1 else "",
        "following": _leaf(asked, kept, number + 1) if more else "",
        "read": asked.get("read") if asked.get("read").isdigit() else "",
    }
    records = [dict(zip(heads, row, strict=True)) for row in rows_here]
    return Answer(title, words, {"page": number, "rows": records})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column that sorts by it."""

    link: str
    sorted: str
    """"ascending" or "descending", as it stands; "" where it does not sort."""


def _heads(columns: Sequence[Column], asked: Asked) -> tuple[Head, ...]:
    """Give a head a column: numbers sort largest first, words from the beginning."""
    kept = tuple(pair for pair in asked.query if pair[0] not in ("page", "sort"))
    now = asked.get("sort")
    heads = []
    for at, column in enumerate(columns, 1):
        up, down = str(at), f"-{at}"
        first, second = (down, up) if column.is_number else (up, down)
        wanted = second if now == first else first
        link = to_address(asked.path, (*kept, ("sort", wanted)))
        state = {up: "ascending", down: "descending"}.get(now, "")
        heads.append(Head(link, state))
    return tuple(heads)


def _sorted(
    rows: Iterable[tuple[str, ...]], columns: Sequence[Column], by: str
) -> Iterable[tuple[str, ...]]:
    """Give the rows by a column, "-" before it for the last first; else as they are."""
    at = by.removeprefix("-")
    if at not in {str(number) for number in range(1, len(columns) + 1)}:
        return rows
    column = int(at)

    def key(row: tuple[str, ...]) -> tuple[int, str]:
        cell = row[column]
        if columns[column - 1].is_number:
            digits = "".join(c for c in cell if c.isascii() and c.isdigit())
            return int(digits or 0), ""
        return 0, cell.casefold()

    return sorted(rows, key=key, reverse=by.startswith("-"))


def _leaf(asked: Asked, kept: tuple[tuple[str, str], ...], number: int) -> str:
    return to_address(asked.path, (*kept, ("page", str(number) if number > 1 else "")))
