"""What every intake format takes and gives: told facts in, documents or reasons out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from sayso.errors import InputError
from sayso.model import DateBasis, Document

LARGEST_TEXT = 64 * 1024 * 1024
"""Bytes of one document that are taken into memory; a book has about 1 MB, so what is
larger is a dump or an attack. Our own bound, tested with 50 MB."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of all documents of one call; overrules what files say."""

    published: date | None = None
    outlet: str | None = None
    url: str | None = None

    def apply(self, document: Document) -> Document:
        """Give the document with what the user said in place of what the file said."""
        if self.published is not None:
            document = replace(
                document,
                published=self.published,
                published_basis=DateBasis.GIVEN,
            )
        return replace(
            document,
            outlet=self.outlet or document.outlet,
            url=self.url or document.url,
        )


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no document, with the reason."""

    name: str
    """File name, with the line or record inside it where there is one."""
    reason: str
    """One sentence for the user."""


Reader = Callable[[BinaryIO, str], Iterator[Document | Skipped]]
"""Takes an open stream and the name to call it by; yields in the stream's order."""


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the intake table."""

    name: str
    suffixes: tuple[str, ...]
    """Lower case with the dot; the longest that fits decides."""
    media_type: str
    read: Reader


def parse_day(value: str) -> date:
    """Give the day that an ISO date or date with time names.

    Raises:
        InputError: It names no day of the calendar.
    """
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        raise InputError(
            f'date "{shorten(value)}" is not a day of the calendar; '
            "written like 2025-03-13"
        ) from None


def shorten(value: str, *, limit: int = 60) -> str:
    """Give the value short enough to stand in a message."""
    return value if len(value) <= limit else value[: limit - 1] + "…"
