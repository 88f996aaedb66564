"""JSON lines: one document a line, plain or gzipped.

Keys: "text", and where known "id", "published", "outlet", "url", "title", "language".
A line that is no such object is skipped with its number; the lines after it are read.
"""

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import (
    LARGEST_TEXT,
    Format,
    Skipped,
    parse_day,
    parse_hour,
    shorten,
)
from sayso.model import DateBasis, Document, canonical_text

_TEXT_KEYS = ("outlet", "url", "title", "language")


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give each line's document in order, or why that line gave none."""
    for number, line in _lines(stream):
        where = f"{name} line {number}"
        if isinstance(line, InputError):
            yield Skipped(where, str(line))
            continue
        if not line.strip():
            continue
        try:
            yield parse_line(line, name=where)
        except InputError as error:
            yield Skipped(where, str(error))


def read_gzipped_jsonl(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give each line's document of a gzipped file, as far as it can be unpacked."""
    with gzip.open(stream) as unpacked:
        yield from read_jsonl(unpacked, name)  # type: ignore[arg-type]


def parse_line(line: bytes, *, name: str) -> Document:
    """Give the document of one line; its name is the line's id, else `name`.

    Raises:
        InputError: The line is no JSON object with a text, or a value does not fit.
    """
    row = _parse_object(line)
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError('has no "text" that is a string')
    known: dict[str, Any] = {key: _string(row, key) for key in _TEXT_KEYS}
    published = _string(row, "published")
    if published:
        known["published"] = parse_day(published)
        known["published_basis"] = DateBasis.METADATA
        known["hour"] = parse_hour(published)
    identifier = row.get("id")
    return Document(
        text=canonical_text(text),
        name=name if identifier is None else canonical_text(str(identifier)),
        media_type="application/jsonl",
        extractor="jsonl 1",
        **known,
    )


def _parse_object(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start} of the line)") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"is not JSON ({error.msg} at character {error.pos + 1})"
        ) from None
    except (RecursionError, ValueError):
        raise InputError("is nested too deeply or holds too long a number") from None
    if not isinstance(row, dict):
        raise InputError('is not a JSON object with "text"')
    return row


def _string(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f'has "{key}": {shorten(json.dumps(value))}, not a string')
    return canonical_text(value)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | InputError]]:
    """Give numbered lines of bounded length; what cannot be read ends the stream."""
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(LARGEST_TEXT + 1)
            if len(line) > LARGEST_TEXT:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(LARGEST_TEXT)
                yield number, InputError(f"is longer than {LARGEST_TEXT // 2**20} MB")
                continue
        except (OSError, EOFError, zlib.error) as error:
            yield number, InputError(f"and what follows cannot be unpacked ({error})")
            return
        if not line:
            return
        yield number, line


FORMAT = Format(
    "jsonl",
    (".jsonl", ".ndjson"),
    "application/jsonl",
    read_jsonl,
    keeps=(
        '"text" and "id", "published", "outlet", "url", "title", "language" of each '
        "line"
    ),
    loses="other keys",
)
GZIPPED = Format(
    "jsonl.gz",
    (".jsonl.gz", ".ndjson.gz"),
    "application/gzip",
    read_gzipped_jsonl,
    keeps="as jsonl",
    loses="as jsonl",
)
