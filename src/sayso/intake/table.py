"""CSV and TSV with a column of texts: one document a row.

The text column is called text, content, body or article; what else is known may stand
in columns named as in `_COLUMNS`. A row without a text is skipped with its number.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import (
    LARGEST_TEXT,
    Format,
    Skipped,
    parse_day,
    parse_hour,
    read_bounded_bytes,
    shorten,
    take_in,
)
from sayso.intake.text import decode_text
from sayso.model import Document

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article", "full_text", "fulltext", "notes"),
    "id": ("id", "identifier", "name", "event_id_cnty"),
    "published": ("published", "date", "published_at", "publish_date", "pubdate"),
    "outlet": ("outlet", "publisher", "publication", "source", "site"),
    "url": ("url", "link", "source_url", "uri"),
    "title": ("title", "headline"),
    "author": ("author", "byline"),
    "language": ("language", "lang"),
}
"""Field -> names of its column in lower case, the first that is there counts."""
_DELIMITERS = ",;\t|"
LARGEST_TABLE = 256 * 1024 * 1024


def read_table(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give each row's document in order, or why that row gave none."""
    try:
        text = decode_text(read_bounded_bytes(stream, LARGEST_TABLE))
    except InputError as error:
        yield Skipped(name, str(error))
        return
    csv.field_size_limit(LARGEST_TEXT)
    head = text[: text.find("\n") + 1] or text
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    number, places = 0, None
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Skipped(f"{name} row {number}", f"is no row of a table ({error})")
            return
        if row is None:
            break
        if places is None:
            places = _find_columns(row)
            if "text" not in places:
                yield Skipped(
                    name,
                    "has no column of texts; it is called"
                    f" {', '.join(_COLUMNS['text'])}",
                )
                return
            continue
        number += 1
        if any(cell.strip() for cell in row):
            yield _take_in(row, places, f"{name} row {number}")
    if not number:
        yield Skipped(name, "is empty")


def _find_columns(head: list[str]) -> dict[str, int]:
    known = [cell.strip().lower() for cell in head]
    return {
        field: known.index(column)
        for field, columns in _COLUMNS.items()
        for column in columns[::-1]
        if column in known
    }


def _take_in(row: list[str], places: dict[str, int], where: str) -> Document | Skipped:
    known: dict[str, Any] = {
        field: row[at].strip() or None
        for field, at in places.items()
        if at < len(row) and field != "text"
    }
    if places["text"] >= len(row) or not row[places["text"]].strip():
        return Skipped(where, "has no text")
    try:
        published = known.pop("published", None)
        day = None if published is None else parse_day(published)
    except InputError as error:
        return Skipped(where, f"has a {error}")
    language = known.get("language")
    if language is not None and len(language) != 2:
        known["language"] = None
    identifier = known.pop("id", None)
    text = row[places["text"]]
    return take_in(
        text,
        name=shorten(identifier or where, limit=200),
        data=text.encode("utf-8", "surrogatepass"),
        published=day,
        hour=parse_hour(published),
        media_type="text/csv",
        extractor="table 1",
        **known,
    )


FORMAT = Format("table", (".csv", ".tsv"), "text/csv", read_table)
