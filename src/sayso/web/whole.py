"""What only a look at the whole ledger shows: origins, chains, shared passages.

Worked out when first asked for and kept until something was read, corrected or ruled:
while a reader waits in a small ledger, beside the pages in a larger one. In a very
large one the commands do it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sayso.errors import LedgerError
from sayso.model import Document, DocumentId, EntryKind, Span
from sayso.web.called import spell
from sayso.workspace import Workspace
from sayso.workspace.handed.copied import Origin, Saying, SharedPassages
from sayso.workspace.handed.held import Ledger
from sayso.workspace.handed.held import Page as Stretch

if TYPE_CHECKING:
    from sayso.workspace.events import Events

MOST_DOCUMENTS = 1500
"""Documents up to which pages work the whole out: about five seconds of a core."""


MOST_BESIDE = 5_000
"""Documents up to which it is worked out beside the pages: up to two minutes of a core
and 1 GB (10,000 synthetic ones took three, and 1.6 GB)."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The ledger's origins and shared passages, as of an entry."""

    sequence: int
    origins: tuple[Origin, ...]
    documents: Mapping[DocumentId, Document]
    shared: Mapping[DocumentId, tuple[SharedPassages, ...]]
    """By either document."""
    sayings: tuple[Saying, ...]
    """Utterances without a figure that several documents report."""
    events: Events
    """What is said of each event."""

    def name(self, document: DocumentId) -> str:
        """Give what a document is called."""
        held = self.documents[document]
        return held.title or held.name or document[:12]


_KEPT: WeakKeyDictionary[Workspace, Whole] = WeakKeyDictionary()
_LOCK = threading.Lock()
_BESIDE: WeakKeyDictionary[Workspace, threading.Thread] = WeakKeyDictionary()
"""The one thread of a workspace that works beside its pages."""


QUICK_DOCUMENTS = 60
"""Documents up to which it is worked out beside another page: a tenth of a second."""


def is_small(workspace: Workspace, most: int = MOST_DOCUMENTS) -> bool:
    """True when the whole ledger may be worked out while a reader waits."""
    return not workspace.ledger.documents(Stretch(1, most))


def whole_at_hand(workspace: Workspace) -> Whole | None:
    """Give what `whole_of` gives, but only where it costs no waiting."""
    if is_small(workspace, QUICK_DOCUMENTS):
        return whole_of(workspace)
    kept = _KEPT.get(workspace)
    if kept is None or _has_news(workspace.ledger, kept.sequence):
        return None
    return kept


def whole_of(workspace: Workspace) -> Whole | None:
    """Give the ledger's origins and passages.

    Returns:
        None when the ledger is too large for a page, or when they are being worked out
        for the first time; those of an earlier state while they are worked out anew.
    """
    if not is_small(workspace):
        kept = _KEPT.get(workspace)
        if kept is None or _has_news(workspace.ledger, kept.sequence):
            work_beside(workspace, _keep)
        return kept
    with _LOCK:
        kept = _KEPT.get(workspace)
        if kept is None or _has_news(workspace.ledger, kept.sequence):
            kept = _KEPT[workspace] = _work_out(workspace)
    return kept


def work_beside(workspace: Workspace, work: Callable[[Workspace], object]) -> bool:
    """Do something slow beside the pages, one thing at a time.

    Returns:
        True when something is being done now; False in a ledger too large for it.
    """
    if not is_small(workspace, MOST_BESIDE):
        return False
    with _LOCK:
        if not is_working(workspace):
            thread = threading.Thread(target=_try, args=(work, workspace), daemon=True)
            _BESIDE[workspace] = thread
            thread.start()
    return True


def is_working(workspace: Workspace) -> bool:
    """True while something is done beside the pages."""
    thread = _BESIDE.get(workspace)
    return thread is not None and thread.is_alive()


def _try(work: Callable[[Workspace], object], workspace: Workspace) -> None:
    with suppress(LedgerError):  # busy, or closed meanwhile: the next visit tries anew
        work(workspace)


def _keep(workspace: Workspace) -> None:
    _KEPT[workspace] = _work_out(workspace)


def _has_news(ledger: Ledger, sequence: int) -> bool:
    """True when an entry after that one may change origins; findings do not."""
    return any(e.kind is not EntryKind.FINDING for e in ledger.entries(after=sequence))


def _work_out(workspace: Workspace) -> Whole:
    from sayso.workspace.events import events_of  # slow: loads the packs

    ledger = workspace.ledger
    sequence = max((d.reading_number for d in ledger.documents(Stretch(1))), default=0)
    for entry in ledger.entries(after=sequence):
        sequence = entry.sequence
    corpus = workspace.corpus()
    documents = corpus.context.documents
    shared: dict[DocumentId, list[SharedPassages]] = {}
    for pair in workspace.shared():
        for key in (pair.a, pair.b):
            shared.setdefault(DocumentId(key), []).append(pair)
    return Whole(
        sequence=sequence,
        origins=corpus.context.origins,
        documents=documents,
        shared={key: tuple(pairs) for key, pairs in shared.items()},
        sayings=corpus.sayings(),
        events=events_of(corpus, ledger),
    )


def words_of(span: Span) -> str:
    """Give the words of a span on one line, with what is withheld spelled out."""
    return " ".join(spell(span.text).split())
