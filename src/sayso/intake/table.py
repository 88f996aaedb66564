"""CSV and TSV with a column of texts: one document a row.

The text column is called text, content, body or article; what else is known may stand
in columns named as in `_COLUMNS`. A row without a text is skipped with its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import (
    Format,
    Skipped,
    read_bounded_bytes,
    shorten,
    take_day,
    take_in,
)
from sayso.intake.days import DayOrder, find_order
from sayso.intake.rows import find_delimiter, split_rows
from sayso.intake.text import decode_text
from sayso.model import CustodyStep, Document

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text",
        "content",
        "body",
        "article",
        "full_text",
        "full text",
        "fulltext",
        "article_text",
        "maintext",
        "story_text",
        "message",
        "notes",
    ),
    "id": ("id", "identifier", "name", "event_id_cnty"),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedat",
        "publish_date",
        "date_publish",
        "publication date",
        "publication_date",
        "pubdate",
        "pub_date",
        "date_published",
        "datepublished",
        "published_date",
        "published_on",
        "posted_at",
        "created_at",
        "day",
        "event_date",
    ),
    "outlet": (
        "outlet",
        "publisher",
        "publication",
        "publication title",
        "media_name",
        "source",
        "source_domain",
        "site",
    ),
    "url": ("url", "link", "source_url", "uri"),
    "title": ("title", "headline"),
    "author": ("author", "byline"),
    "language": ("language", "lang"),
}
"""Field -> names of its column in lower case, the first that is there counts."""
_HEADLINES = {"title", "url", "published"}
"""Columns of a list of headlines, such as Media Cloud gives: without a column of texts
the headline is the text."""
_MOST_COLUMNS = 8
"""Columns of a table that is refused which are named."""
LARGEST_TABLE = 256 * 1024 * 1024


def read_table(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give each row's document in order, or why that row gave none."""
    try:
        text = decode_text(read_bounded_bytes(stream, LARGEST_TABLE))
    except InputError as error:
        yield Skipped(name, str(error))
        return
    if not text.strip():
        yield Skipped(name, "is empty")
        return
    delimiter, start = find_delimiter(text)
    rows = split_rows(text, delimiter, start)
    head = next(rows, [])
    places = {} if isinstance(head, str) else _find_columns(head)
    if places.keys() >= _HEADLINES:
        places.setdefault("text", places["title"])
    if "text" not in places:
        yield Skipped(name, _without_texts(head))
        return
    order = _order(text, places, delimiter, start)
    number = 0
    for number, row in enumerate(rows, 1):
        where = f"{name} row {number}"
        if isinstance(row, str):
            yield Skipped(where, row)
        elif len(row) > len(head) and any(cell.strip() for cell in row[len(head) :]):
            yield Skipped(where, f"has {len(row)} cells below a head of {len(head)}")
        elif any(cell.strip() for cell in row):
            yield _take_in(row, places, where, order)
    if not number:
        yield Skipped(name, "is empty")


def has_text_column(head: bytes) -> bool:
    """True when a file's first line is the head of a table with a column of texts.

    Args:
        head: The first bytes.
    """
    line = head.lstrip(b"\xef\xbb\xbf").decode("utf-8", "replace").strip()
    delimiter, start = find_delimiter(line)
    first = next(split_rows(line.partition("\n")[0], delimiter, start), "")
    if isinstance(first, str) or len(first) < 2:
        return False
    places = _find_columns(first)
    return "text" in places and len(places) >= 2


def _order(
    text: str, places: Mapping[str, int], delimiter: str, start: int
) -> DayOrder | None:
    """Give the order of day and month that the table's days show together."""
    at = places.get("published")
    if at is None:
        return None
    rows = split_rows(text, delimiter, start)
    return find_order(
        row[at] for row in rows if not isinstance(row, str) and at < len(row)
    )


def _without_texts(head: list[str] | str) -> str:
    """Say which columns a table has, and what a column of texts is called."""
    cells = [] if isinstance(head, str) else head
    named = [shorten(cell) for cell in cells if cell.strip()]
    stated = ", ".join(f'"{cell}"' for cell in named[:_MOST_COLUMNS])
    more = len(named) - _MOST_COLUMNS
    has = (
        f", only {stated}{f' and {more:,} more' if more > 0 else ''}" if stated else ""
    )
    known = ", ".join(_COLUMNS["text"])
    return f"has no column of texts{has}; such a column is called one of: {known}"


def _find_columns(head: list[str]) -> dict[str, int]:
    known = [cell.strip().lower() for cell in head]
    return {
        field: known.index(column)
        for field, columns in _COLUMNS.items()
        for column in columns[::-1]
        if column in known
    }


def _take_in(
    row: list[str], places: Mapping[str, int], where: str, order: DayOrder | None
) -> Document | Skipped:
    known: dict[str, Any] = {
        field: row[at].strip() or None
        for field, at in places.items()
        if at < len(row) and field != "text"
    }
    if places["text"] >= len(row) or not row[places["text"]].strip():
        return Skipped(where, "has no text")
    published = known.pop("published", None) or ""
    language = known.get("language")
    if language is not None and len(language) != 2:
        known["language"] = None
    identifier = known.pop("id", None)
    text = row[places["text"]]
    if places["text"] == places.get("title"):
        known["custody"] = (CustodyStep("the table gives the headline only"),)
    return take_in(
        text,
        name=shorten(identifier or where, limit=200),
        data=text.encode("utf-8", "surrogatepass"),
        **take_day(published, place="the table", order=order),
        media_type="text/csv",
        extractor="table 2",
        **known,
    )


FORMAT = Format(
    "table",
    (".csv", ".tsv"),
    "text/csv",
    read_table,
    keeps=(
        "the column of texts, one document a row; day, outlet, address, title, "
        "author, language, id"
    ),
    loses="other columns; rows that cannot be told (each said)",
)
