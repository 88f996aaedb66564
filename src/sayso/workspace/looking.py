"""One look at a watched address: what it newly answers is taken in and read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import InputError
from sayso.intake import Skipped
from sayso.model import Document
from sayso.workspace.addresses import is_address
from sayso.workspace.guarded import GuardedIntake
from sayso.workspace.values import Stored

if TYPE_CHECKING:
    from sayso.workspace.watching import Watch

_Read = Callable[[Iterable[str | Path | Document]], Iterator[Stored | Skipped]]
"""Reads and stores paths and documents."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at an address is made with."""

    watch: Watch
    """Knows what was answered before."""
    intake: GuardedIntake
    read: _Read

    def at(self, url: str, *, pages: bool) -> Iterator[Stored | Skipped]:
        """Ask an address, and read what it newly answers.

        Args:
            url: A feed or a page.
            pages: Whether a feed's items are read from their pages, where these can
                be had.
        """
        try:
            path = self.watch.ask(url)
        except (InputError, OSError) as error:
            yield Skipped(url, str(error))
            return
        if path is None:
            return
        if pages:
            items = list(self.intake.read_path(path))  # reading goes on between
            for item in items:
                yield from self._behind(url, item)
        else:
            yield from self.read([path])
        self.watch.keep(url)

    def _behind(
        self, feed: str, item: Document | Skipped
    ) -> Iterator[Stored | Skipped]:
        """Read a feed's item from its page, else by its own words."""
        if isinstance(item, Skipped):
            yield item
            return
        url = item.url or ""
        if not is_address(url) or url == feed:
            yield from self.read([item])
            return
        if self.watch.knows(url):
            return
        try:
            page = self.watch.ask(url, named_by=feed)
        except (InputError, OSError) as error:
            yield Skipped(url, str(error))
            page = None
        found = list(self.read([page])) if page else []
        yield from found
        if not any(isinstance(result, Stored) for result in found):
            yield from self.read([item])
        self.watch.keep(url)
