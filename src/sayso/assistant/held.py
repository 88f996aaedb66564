"""A ledger as tools ask it: what takes a look at the whole is kept between calls."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from sayso.errors import InputError
from sayso.model import Document, EntryKind
from sayso.workspace import Workspace
from sayso.workspace.handed.held import Page

if TYPE_CHECKING:
    from sayso.workspace.events import Events

MOST_DOCUMENTS = 5_000
"""Documents up to which incidents and origins are worked out for an assistant: up to
two minutes of a core; beyond, the commands do it."""


class Held:
    """A workspace, with incidents and origins kept until something new is recorded."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._lock = threading.Lock()
        self._events: Events | None = None
        self._seen = 0

    def events(self) -> Events:
        """Give the incidents, and with them the corpus and its origins.

        Raises:
            InputError: The ledger is too large for it.
        """
        if self.workspace.ledger.documents(Page(1, MOST_DOCUMENTS)):
            raise InputError(
                f"the ledger has more than {MOST_DOCUMENTS:,} documents:"
                " run `sayso incidents` or `sayso origins` for it"
            )
        from sayso.workspace.events import load_events  # slow: numpy and the packs

        with self._lock:
            if self._events is None or self._has_news():
                self._events = load_events(self.workspace)
        return self._events

    def warm(self) -> None:
        """Load what the first answers would wait for."""
        self.workspace.reader.read(Document("Nobody said that 12 men were killed."))
        if not self.workspace.ledger.documents(Page(1, MOST_DOCUMENTS)):
            self.events()

    def _has_news(self) -> bool:
        """True when an entry since the last look may change incidents."""
        new = [*self.workspace.ledger.entries(after=self._seen)]
        if new:
            self._seen = new[-1].sequence
        return any(entry.kind is not EntryKind.FINDING for entry in new)
