"""Many documents through the pure reader: in order, in processes, within bounds.

The reader is a function of a document, so any process may do any document; what
comes out is put back in the order of what went in.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial

from sayso.errors import InputError, SaysoError
from sayso.model import Document, Gap, Reading, Span

ReadDocument = Callable[[Document], Reading]

LONGEST_READ = 2_000_000
"""Characters of one document that are read for claims, about 330,000 words or a
minute of one core. The text after it is kept and searchable, with a gap that says so:
time and memory stay bounded whatever is handed in. Our own bound."""

_AHEAD = 4
"""Documents in the works per process: enough that none waits, few in memory."""
_GAP_WORDS = 80
"""Characters of the unread rest that its gap quotes."""


def read_bounded(document: Document, read: ReadDocument) -> Reading:
    """Give the reading of a document, of its first `LONGEST_READ` characters at most.

    Args:
        document: Any length.
        read: The pure reader.

    Returns:
        Spans count in the whole text; the unread rest is the last gap.
    """
    text = document.text
    if len(text) <= LONGEST_READ:
        return read(document)
    cut = text.rfind("\n", LONGEST_READ // 2, LONGEST_READ) + 1 or LONGEST_READ
    part = read(replace(document, text=text[:cut]))
    rest = Gap(
        Span.cut(text, cut, min(cut + _GAP_WORDS, len(text))),
        f"the last {len(text) - cut:,} of {len(text):,} characters were not read:"
        " the document is too long",
    )
    claims = tuple(replace(claim, document=document.id) for claim in part.claims)
    return replace(part, document=document, claims=claims, gaps=(*part.gaps, rest))


def read_all(
    documents: Iterable[Document], read: ReadDocument, *, jobs: int = 1
) -> Iterator[tuple[Document, Reading | InputError]]:
    """Give each document with its reading, in the order of the documents.

    Args:
        documents: Taken as needed, a few ahead of what is given out.
        read: The pure reader; with several jobs a function that processes can import.
        jobs: Processes; 1 reads in this one.

    Returns:
        A document that the reader refuses, or that ends its process, comes with the
        error; the others go on.
    """
    attempt = partial(_attempt, read=read)
    if jobs <= 1:
        for document in documents:
            yield document, attempt(document)
        return
    yield from _in_processes(iter(documents), attempt, jobs)


def processors() -> int:
    """Give the number of processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _attempt(document: Document, *, read: ReadDocument) -> Reading | InputError:
    try:
        return read_bounded(document, read)
    except SaysoError as error:
        return InputError(str(error))


def _in_processes(
    documents: Iterator[Document],
    attempt: Callable[[Document], Reading | InputError],
    jobs: int,
) -> Iterator[tuple[Document, Reading | InputError]]:
    """Read in `jobs` processes; when one dies, the waiting ones are tried singly."""
    waiting: deque[tuple[Document, Future[Reading | InputError]]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD:
                document = next(documents, None)
                if document is None:
                    break
                waiting.append((document, pool.submit(attempt, document)))
            if not waiting:
                return
            document, future = waiting.popleft()
            try:
                yield document, future.result()
            except BrokenProcessPool:
                pool.shutdown()
                lost = [document, *(held for held, _ in waiting)]
                waiting.clear()
                yield from ((held, _alone(held, attempt)) for held in lost)
                pool = _pool(jobs)
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(
    document: Document, attempt: Callable[[Document], Reading | InputError]
) -> Reading | InputError:
    with _pool(1) as pool:
        try:
            return pool.submit(attempt, document).result()
        except BrokenProcessPool:
            return InputError("the process that read it was ended (out of memory?)")


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Give fresh processes; spawned, as a fork would copy the encoder's threads."""
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"))
