"""What a user names to be read, as documents: files, folders, streams, addresses."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError
from sayso.intake import Skipped
from sayso.model import Document
from sayso.workspace.addresses import is_address
from sayso.workspace.guarded import GuardedIntake


@dataclass(frozen=True, slots=True)
class Inputs:
    """Takes in what is named."""

    intake: GuardedIntake
    captures: Path
    """Folder beside the ledger in which fetched pages are kept."""

    def documents_of(
        self, given: str | Path | Document, *, local: bool
    ) -> Iterator[Document | Skipped]:
        """Yield the documents of one input, and what was skipped of it.

        Args:
            given: A path, "-" for standard input, an address, or a document.
            local: Whether addresses of the local network may be fetched.
        """
        if isinstance(given, Document):
            return iter((given,))
        if isinstance(given, str) and is_address(given):
            return self._fetched(given, local=local)
        if given == "-":
            stream = sys.stdin.buffer
            return self.intake.read_stream(stream, "stdin.txt")
        return self.intake.read_path(Path(given))

    def _fetched(self, url: str, *, local: bool) -> Iterator[Document | Skipped]:
        """Yield the documents of one address, kept beside the ledger."""
        from sayso.workspace.fetching import fetch_to_archive  # slow: loads TLS

        try:
            path = fetch_to_archive(url, self.captures, local=local)
        except (InputError, OSError) as error:
            yield Skipped(url, str(error))
            return
        yield from self.intake.read_path(Path(path))
