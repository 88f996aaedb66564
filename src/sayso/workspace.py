"""The workspace: opens a ledger, reads, records; what commands and pages call.

The only place below the commands that knows a clock and the environment.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.batch import ReadDocument, read_all
from sayso.errors import InputError
from sayso.intake import FORMATS, Format, Skipped, read_path, read_stream
from sayso.model import Document


def extract(
    path: str,
    *,
    jobs: int = 1,
    read: ReadDocument | None = None,
    formats: tuple[Format, ...] = FORMATS,
) -> Iterator[dict[str, Any] | Skipped]:
    """Give a record a document in the forms of the scorers, in input order.

    Args:
        path: JSON lines or any other file or folder that is read; "-" is standard
            input, as JSON lines.
        jobs: Reading processes.
        read: Another reader than ours.
        formats: The intake table to use.
    """
    from sayso.reading.scoring import to_scored  # slow: brings the reader's modules

    documents = Splitter(read_input(path, formats=formats, stdin_as="stdin.jsonl"))
    for document, reading in read_all(documents, read or default_reader(), jobs=jobs):
        yield from documents.skipped()
        if isinstance(reading, InputError):
            yield Skipped(document.name or document.id, str(reading))
        else:
            yield {"id": document.name, **to_scored(reading)}
    yield from documents.skipped()


def find_pairs(
    path: str, *, formats: tuple[Format, ...] = FORMATS
) -> Iterator[dict[str, Any] | Skipped]:
    """Give a record for every two documents that share text; see `sayso reuse`.

    Documents without a name are called by their id; of two with one name the later
    is passed over.
    """
    from sayso.linking.reuse import find_shared  # slow: loads numpy

    documents = Splitter(read_input(path, formats=formats, stdin_as="stdin.jsonl"))
    for pair in find_shared((d.name or d.id, d.text) for d in documents):
        yield from documents.skipped()
        spans = [[p.a.start, p.a.end, p.b.start, p.b.end] for p in pair.passages]
        yield {"a": pair.a, "b": pair.b, "passages": spans}
    yield from documents.skipped()


def default_reader() -> ReadDocument:
    """Give our own reader."""
    from sayso.reading.reader import read_document  # slow: loads the encoder's runtime

    return read_document


def read_input(
    path: str, *, formats: tuple[Format, ...] = FORMATS, stdin_as: str = "stdin.txt"
) -> Iterator[Document | Skipped]:
    """Give the documents of a path, or of standard input for "-"."""
    if path == "-":
        return read_stream(sys.stdin.buffer, stdin_as, formats)
    return read_path(Path(path), formats)


class Splitter:
    """Iterates over the documents and keeps the skipped inputs aside."""

    def __init__(self, items: Iterable[Document | Skipped]) -> None:
        self._items, self._aside = iter(items), list[Skipped]()

    def __iter__(self) -> Iterator[Document]:
        for item in self._items:
            if isinstance(item, Skipped):
                self._aside.append(item)
            else:
                yield item

    def skipped(self) -> list[Skipped]:
        """Give what was skipped since the last call."""
        aside, self._aside = self._aside, []
        return aside
