"""Many documents through the pure reader: in order, in processes, within bounds.

The reader is a function of a document, so any process may do any document; what
comes out is put back in the order of what went in.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from sayso.errors import InputError, SaysoError
from sayso.model import Document, Gap, Reading, Span
from sayso.vocabulary.languages import READ
from sayso.workspace.as_read import read_as_seen
from sayso.workspace.routing import language_of, leave_unread, set_apart
from sayso.workspace.tongues import read_tongues

Other = TypeVar("Other")
ReadDocument = Callable[[Document], Reading]

LONGEST_READ = 1_000_000
"""Characters of one document that are read for claims: 160,000 words, a report of 400
pages. The text after it is kept and searchable, with a gap that says so: time and
memory stay bounded whatever is handed in. Our own bound."""

_FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a mistake of ours raises on words nobody thought of. It costs that document,
with a sentence, and not a batch of a million; called alone, the reader raises it."""
_AHEAD, _LEAST_AHEAD = 32, 4
"""Documents in the works per process, at most and where they are long: a process goes
on while another is at a long one that must come out first; few are in memory."""
_LONG_AHEAD = 2_000_000
"""Characters in the works from which on it is the least."""
_SERVER = "forkserver"
_GAP_WORDS = 80
"""Characters of the unread rest that its gap quotes."""


class Queue(Generic[Other]):
    """Iterates over the documents of a mixed stream and keeps the rest in its place.

    Reading runs ahead of what is given out; `passed` gives the other items that stand
    before the document whose reading is at hand.
    """

    def __init__(self, items: Iterable[Document | Other]) -> None:
        self._items = iter(items)
        self._ahead = deque[Other | None]()
        """What was taken and not given out; None stands for a document."""

    def __iter__(self) -> Iterator[Document]:
        for item in self._items:
            if isinstance(item, Document):
                self._ahead.append(None)
                yield item
            else:
                self._ahead.append(item)

    def passed(self) -> Iterator[Other]:
        """Give the other items up to the next document, and step over that."""
        while self._ahead:
            item = self._ahead.popleft()
            if item is None:
                return
            yield item

    def others(self) -> Iterator[Other]:
        """Give all other items that were met, for work that keeps no such order."""
        while self._ahead:
            item = self._ahead.popleft()
            if item is not None:
                yield item


def read_bounded(document: Document, read: ReadDocument) -> Reading:
    """Give the reading of a document, of its first `LONGEST_READ` characters at most.

    Args:
        document: Any length.
        read: The pure reader.

    Returns:
        Spans count in the whole text; the unread rest is the last gap. Of a document
        in a language that is not read nothing is read but a gap; words in another
        language than their document's are read in their own where one is, in a
        document of that length.
    """
    text, language = document.text, language_of(document)
    if language not in READ:
        named = read(replace(document, text="", language=None))  # asked its name only
        return leave_unread(document, language, reader=named.reader)
    routed = replace(document, language=language)
    if len(text) <= LONGEST_READ:
        found = set_apart(read_as_seen(routed, read), text, language)
        found = read_tongues(found, routed, language, read)
        return replace(found, document=document)
    cut = text.rfind("\n", LONGEST_READ // 2, LONGEST_READ) + 1 or LONGEST_READ
    parts = tuple(part for part in document.parts if part.end <= cut)
    begun = replace(routed, text=text[:cut], parts=parts)
    part = set_apart(read_as_seen(begun, read), text[:cut], language)
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


def _attempt(document: Document, *, read: ReadDocument) -> Reading | InputError:
    try:
        return read_bounded(document, read)
    except SaysoError as error:
        return InputError(str(error))
    except _FAULTS as error:
        fault = f"{type(error).__name__}: {error}"
        return InputError(f"has words that our reader fails on ({fault})")


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
            while _has_room(waiting, jobs):
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


def _has_room(
    waiting: Sequence[tuple[Document, Future[Reading | InputError]]], jobs: int
) -> bool:
    """True where one more document may be in the works."""
    if len(waiting) < jobs * _LEAST_AHEAD:
        return True
    length = sum(len(document.text) for document, _ in waiting)
    return len(waiting) < jobs * _AHEAD and length < _LONG_AHEAD


def _alone(
    document: Document, attempt: Callable[[Document], Reading | InputError]
) -> Reading | InputError:
    with _pool(1) as pool:
        try:
            return pool.submit(attempt, document).result()
        except BrokenProcessPool:
            return InputError("the process that read it was ended (out of memory?)")


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Give fresh processes; no forks of this one, which would copy its threads.

    On Linux they are forks of a process that has loaded our modules and nothing else,
    once for all of them; elsewhere each loads them for itself.
    """
    is_served = _SERVER in multiprocessing.get_all_start_methods()
    method = _SERVER if sys.platform == "linux" and is_served else "spawn"
    context = multiprocessing.get_context(method)
    if method == _SERVER:
        context.set_forkserver_preload([__name__])
    environment = dict(os.environ)  # the server has that of its own first day
    return ProcessPoolExecutor(
        jobs, context, initializer=_begin, initargs=(environment,)
    )


def _begin(environment: dict[str, str]) -> None:
    """Make a process fit to work for this one."""
    if os.environ != environment:
        os.environ.clear()
        os.environ.update(environment)
    end_with_parent()


def end_with_parent() -> None:
    """Let this process end when the one it works for was killed.

    A pool's processes wait for work on a pipe that they hold open themselves, so that
    without this they would wait for ever.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        watch = threading.Thread(
            target=_end_after, args=(parent.sentinel,), daemon=True
        )
        watch.start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
