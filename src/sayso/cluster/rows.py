"""What a worker does: batches of inputs in, batches of readings out; no cluster here.

A row is a document: the columns of `sayso extract --to parquet`, and beside them which
input it came from, the hash of its text, why it was not read, and all of it in stored
form, from which a ledger takes it in. The reader is loaded once per worker process and
stays with it; a row is a function of its input and the reader alone, so it does not
matter which worker makes it, or how often.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.exports.parquet import load_arrow
from sayso.exports.reading_parquet import readings_schema, to_row
from sayso.intake import Skipped
from sayso.intake.capture import LARGEST_TEXT
from sayso.intake.jsonl import parse_line
from sayso.model import Document, Reading, canonical_json, to_json
from sayso.reading.record import to_record
from sayso.workspace import Reader, default_reader
from sayso.workspace.batch import read_all
from sayso.workspace.guarded import GuardedIntake, Limits
from sayso.workspace.installed import every_intake

GetReader = Callable[[], Reader]

_BATCH = 32
"""Rows handed on at a time; with their texts some 100 KB."""


def cluster_schema() -> Any:
    """Give the Arrow schema of the output, the same for every input.

    Columns: "input" (SHA-256 of the line, or the archive's path), "document" (SHA-256
    of the text, null where there is none), "refused" (why it was not read, null for
    what was), those of `readings_schema`, and "stored" (document and reading as JSON,
    null for what was refused).
    """
    arrow = load_arrow()
    text = arrow.string()
    return arrow.schema(
        [
            ("input", text),
            ("document", text),
            ("refused", text),
            *readings_schema(),
            ("stored", text),
        ]
    )


@cache
def own_reader() -> Reader:
    """Give this worker's reader; the first call of a process loads it."""
    return default_reader()


@cache
def _intake() -> GuardedIntake:
    """Give this worker's intake, which keeps hostile files in a process apart."""
    return GuardedIntake(every_intake(), Limits())


def read_lines(
    batches: Iterable[Any], get_reader: GetReader = own_reader
) -> Iterator[Any]:
    """Give the readings of lines of JSON, as Arrow batches.

    Args:
        batches: Arrow batches with the columns "input" and "line" (bytes).
        get_reader: Gives the reader; called in the worker.
    """
    yield from _to_batches(
        row
        for key, line in _pairs(batches, "line")
        for row in _read(key, _of_line(key, line), get_reader())
    )


def read_archives(
    batches: Iterable[Any], get_reader: GetReader = own_reader
) -> Iterator[Any]:
    """Give the readings of whole files that every worker can open, as Arrow batches.

    Args:
        batches: Arrow batches with the columns "input" and "path".
        get_reader: Gives the reader; called in the worker.
    """
    yield from _to_batches(
        row
        for key, path in _pairs(batches, "path")
        for row in _read(key, _intake().read_path(Path(path)), get_reader())
    )


def _pairs(batches: Iterable[Any], column: str) -> Iterator[tuple[str, Any]]:
    for batch in batches:
        keys, values = (batch.column(name) for name in ("input", column))
        yield from zip(keys.to_pylist(), values.to_pylist(), strict=True)


def _of_line(key: str, line: bytes) -> Iterator[Document | Skipped]:
    """Give the document of a line; one without an id is called by the line's hash."""
    if len(line) > LARGEST_TEXT:
        yield Skipped(key, f"is longer than {LARGEST_TEXT // 2**20} MB")
        return
    try:
        yield parse_line(line, name=key)
    except InputError as error:
        yield Skipped(key, str(error))


def _read(
    key: str, items: Iterable[Document | Skipped], reader: Reader
) -> Iterator[dict[str, Any]]:
    """Give the rows of what came of one input, in its order."""
    for item in items:
        if isinstance(item, Skipped):
            yield _refused(key, item.name, item.reason, reader)
            continue
        ((document, reading),) = read_all((item,), reader.read)
        name = document.name or document.id
        if isinstance(reading, InputError):
            row = _refused(key, name, str(reading), reader)
            yield row | {"document": document.id}
        else:
            yield _row(key, name, reading)


def _row(key: str, name: str, reading: Reading) -> dict[str, Any]:
    return {
        "input": key,
        "document": reading.document.id,
        "refused": None,
        **to_row({"id": name, **to_record(reading)}),
        "stored": canonical_json(to_json(reading)),
    }


def _refused(key: str, name: str, reason: str, reader: Reader) -> dict[str, Any]:
    """Give the row of what was not read; the reader's name says who refused it."""
    empty = dict.fromkeys(cluster_schema().names)
    said = {"input": key, "id": name, "refused": reason, "reader": reader.name()}
    return empty | said


def _to_batches(rows: Iterator[dict[str, Any]]) -> Iterator[Any]:
    arrow, schema = load_arrow(), cluster_schema()
    while group := list(islice(rows, _BATCH)):
        yield arrow.RecordBatch.from_pylist(group, schema=schema)
