"""What every intake format takes and gives: told facts in, documents or reasons out."""

from __future__ import annotations

import hashlib
import logging
import re
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.intake.days import EARLIEST, LATEST, DayOrder, StatedDay, find_day, left_open
from sayso.model import DateBasis, Document, canonical_text

LARGEST_TEXT = 16 * 1024 * 1024
"""Bytes of one plain text that are read; a book has about 1 MB, so what is larger is a
dump or an attack. Our own bound: reading keeps all spans of a text in memory."""
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of one file whose text is a small part of it, as with pictures in a PDF."""

_HOUR = re.compile(
    r"(?:T|\s)(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?"
    r"(?:\s?(Z|GMT|UTC|([+-])(\d{2}):?(\d{2})))?"
)
_MIDNIGHT = ("00", "00", "00")

DIGEST_DIFFERS = "which does not fit what is held"
"""What a custody step says of a payload that was changed or cut in its archive."""

PARSER_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What parsers of other makers let through on damaged files, by experience and by
fuzzing; it costs that file, with a sentence, and not the batch."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of all documents of one call; overrules what files say."""

    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    stated: Callable[[Document], Document] | None = None
    """What is said of single files, by a table or their names; below the others."""

    def apply(self, document: Document) -> Document:
        """Give the document with what the user said in place of what the file said."""
        if self.stated is not None:
            document = self.stated(document)
        if self.published is not None:
            document = replace(
                document,
                published=self.published,
                published_basis=DateBasis.GIVEN,
                published_from="the user",
                hour=document.hour if document.published == self.published else None,
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
    keeps: str = ""
    """What of such a file is in the document, for the docs."""
    loses: str = ""
    """What is not, for the docs."""


def take_in(
    text: str,
    *,
    name: str,
    data: bytes | None = None,
    published: date | None = None,
    basis: DateBasis = DateBasis.METADATA,
    **known: Any,
) -> Document | Skipped:
    """Give the document of a text that a format took out of a file.

    Args:
        text: As taken out; made canonical here.
        name: What to call it.
        data: The bytes it was taken from, to be hashed.
        published: The day the file states.
        basis: Where that day stands.
        known: Further fields of `Document`; words are made canonical.

    Returns:
        `Skipped` where there is no text.
    """
    if not text.strip():
        return Skipped(name, "holds no text")
    facts: dict[str, Any] = {
        key: (canonical_text(value).strip() or None)
        if isinstance(value, str)
        else value
        for key, value in known.items()
    }
    return Document(
        text=canonical_text(text),
        name=canonical_text(name),
        raw_sha256=None if data is None else hashlib.sha256(data).hexdigest(),
        published=published,
        published_basis=DateBasis.UNKNOWN if published is None else basis,
        **facts,
    )


def need(module: str, package: str) -> ModuleType:
    """Give an optional module; it is imported when first needed, as it is slow.

    Raises:
        InputError: It is not installed, and the message names the extra that brings it;
            or what it needs itself is missing, and the message says what.
    """
    top = module.partition(".")[0]
    try:
        found = import_module(module)
    except ImportError as error:
        if isinstance(error, ModuleNotFoundError) and error.name == top:
            raise InputError(
                f"needs {package} to be read; install sayso[intake]"
            ) from error
        raise InputError(
            f"needs {package}, which is installed and cannot be loaded:"
            f" {plain_fault(error)}"
        ) from error
    silent = logging.getLogger(top)
    if not silent.handlers:
        silent.addHandler(logging.NullHandler())
    return found


@contextmanager
def quietly() -> Iterator[None]:
    """Keep a parser's warnings from the screen: what matters becomes a reason."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def read_bounded_bytes(stream: BinaryIO, most: int) -> bytes:
    """Give all bytes of a stream.

    Raises:
        InputError: There are more than `most`.
    """
    data = stream.read(most + 1)
    if len(data) > most:
        raise InputError(f"is larger than {most // 2**20} MB")
    return data


def refuse_open(opened: int, closed: int) -> None:
    """Refuse mark-up whose elements never end: parsers take squares of time over it.

    Raises:
        InputError: More than twice as many are opened as closed; pages of our own and
            others' collections stay below 1.1 times.
    """
    if opened > 2 * closed + 1000:
        raise InputError(f"has {opened:,} elements begun and {closed:,} ended")


def plain_fault(error: BaseException) -> str:
    """Give a parser's complaint short enough to stand in a sentence."""
    words = " ".join(str(error).split())
    return shorten(words or type(error).__name__, limit=100)


def parse_day(value: str) -> date:
    """Give the day that an ISO date or date with time names.

    Raises:
        InputError: It names no day of the calendar.
    """
    try:
        day = date.fromisoformat(value.strip()[:10])
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day.year <= LATEST:
        raise InputError(
            f'date "{shorten(value)}" is not a day of the calendar'
            f" from {EARLIEST} to {LATEST}; written like 2025-03-13"
        )
    return day


def parse_hour(value: str | None) -> str | None:
    """Give the hour that a date with time states, as "14:20" or "14:20+02:00".

    None where it states none, and for midnight to the second, which is what programs
    write for a day alone.
    """
    found = _HOUR.search(value or "")
    if found is None:
        return None
    hour, minute, second, zone, sign, away, more = found.groups()
    if int(hour) > 23 or int(minute) > 59 or (hour, minute, second) == _MIDNIGHT:
        return None
    if zone is None:
        return f"{hour}:{minute}"
    return f"{hour}:{minute}{f'{sign}{away}:{more}' if sign else '+00:00'}"


def take_day(
    value: str, *, place: str, order: DayOrder | None = None
) -> dict[str, Any]:
    """Give the fields of a document for a day as a file states it.

    Args:
        value: In any form that `find_day` reads; what names none is a doubt.
        place: Where it stands, such as "the mail's head".
        order: What the file's other days show of "05/04/2030".
    """
    if not value.strip():
        return {}
    stated = find_day(value, order)
    if stated is None:
        return {"doubts": (left_open(value),)}
    return {
        "published": stated.day,
        "hour": _hour(stated),
        "published_from": place,
    }


def _hour(stated: StatedDay) -> str | None:
    """Give the clock of a stated day, in its own zone where it has one."""
    return None if stated.moment is None else parse_hour(stated.moment.isoformat())


def shorten(value: str, *, limit: int = 60) -> str:
    """Give the value short enough to stand in a message."""
    return value if len(value) <= limit else value[: limit - 1] + "…"
