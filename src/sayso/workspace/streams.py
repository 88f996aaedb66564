"""Documents in, records out, in the order of the input; no ledger, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso import workspace
from sayso.errors import InputError
from sayso.intake import Format, Skipped, read_input
from sayso.reading.record import to_record
from sayso.workspace.batch import Queue, ReadDocument, read_all
from sayso.workspace.installed import every_intake


def extract(
    path: str,
    *,
    jobs: int = 1,
    read: ReadDocument | None = None,
    formats: tuple[Format, ...] | None = None,
) -> Iterator[dict[str, Any] | Skipped]:
    """Give a record a document, as claims mean it, in input order; no ledger.

    Args:
        path: JSON lines or any other file or folder that is read; "-" is standard
            input, as JSON lines.
        jobs: Reading processes.
        read: Another reader than ours.
        formats: The intake table to use; None for ours and that of packages.
    """
    queue: Queue[Skipped] = Queue(
        read_input(path, formats or every_intake(), stdin_as="stdin.jsonl")
    )
    read = read or workspace.default_reader().read
    for document, reading in read_all(queue, read, jobs=jobs):
        yield from queue.passed()
        if isinstance(reading, InputError):
            yield Skipped(document.name or document.id, str(reading))
        else:
            yield {"id": document.name, **to_record(reading)}
    yield from queue.passed()


def find_pairs(
    path: str, *, formats: tuple[Format, ...] | None = None
) -> Iterator[dict[str, Any] | Skipped]:
    """Give a record for every two documents that share text; see `sayso reuse`.

    Documents without a name are called by their id; of two with one name the later
    is passed over.
    """
    from sayso.linking.reuse import find_shared  # slow: loads numpy

    queue: Queue[Skipped] = Queue(
        read_input(path, formats or every_intake(), stdin_as="stdin.jsonl")
    )
    for pair in find_shared((d.name or d.id, d.text) for d in queue):
        yield from queue.others()
        spans = [[p.a.start, p.a.end, p.b.start, p.b.end] for p in pair.passages]
        yield {"a": pair.a, "b": pair.b, "passages": spans}
    yield from queue.others()
