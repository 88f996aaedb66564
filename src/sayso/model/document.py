"""A document: one capture of what an outlet published, never changed again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from sayso.model.identity import digest_text

DocumentId = NewType("DocumentId", str)

UNDETERMINED = "und"
"""Code of ISO 639-2 for words whose script is no reader's and whose language does not
show."""
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class CustodyStep:
    """One thing that was done to a document before the ledger took it in."""

    what: str
    """One sentence, such as which record of which archive it was taken from."""
    by: str | None = None
    """Program or person, as the file says; None where nobody is named."""
    at: str | None = None
    """Instant in ISO 8601, as the file says; None where it says none."""


class PartKind(StrEnum):
    """What a stretch of a document is, where it is not the article's own text."""

    RELATED = "related"
    """A headline or teaser of another article: "Read more: ..."."""
    CAPTION = "caption"
    """Words under a picture or a credit of one."""
    NOTICE = "notice"
    """Newsletter, cookie and subscription words."""
    COMMENTS = "comments"
    """What readers wrote below."""
    QUOTED = "quoted"
    """An earlier mail below a reply or forwarded in one."""
    CORRECTION = "correction"
    """The outlet's own note on what it wrote before."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the stored text that is set apart from the article, half-open."""

    start: int
    end: int
    kind: PartKind


class DateBasis(StrEnum):
    """Where a publication date comes from, most certain first."""

    GIVEN = "given"
    """The user said so."""
    METADATA = "metadata"
    """The file or page states it in its metadata."""
    TEXT = "text"
    """A dateline or a date in the text."""
    UNKNOWN = "unknown"
    """Nothing says so; periods then stay unresolved."""


@dataclass(frozen=True, slots=True)
class Document:
    """Canonical text with what is known of its origin.

    The id is the SHA-256 of the text: two captures of the same words are one
    document, whatever their metadata.
    """

    text: str
    """Canonical text (see `canonical_text`); spans are offsets into it."""
    published: date | None = None
    """Day of publication in the outlet's own time zone."""
    published_basis: DateBasis = DateBasis.UNKNOWN
    title: str | None = None
    outlet: str | None = None
    """Who published; never called source."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, or None when it was not told or found."""
    retrieved: str | None = None
    """Instant of capture, ISO 8601 in UTC, as the workspace recorded it."""
    name: str | None = None
    """What the user called it: a file name or the id of its JSON line."""
    raw_sha256: str | None = None
    """Hash of the bytes the text was taken from, 64 hexadecimal digits."""
    media_type: str = "text/plain"
    extractor: str = "text 1"
    """Name and version of what turned bytes into text."""
    author: str | None = None
    """Who wrote it, as the file or page says."""
    pages: tuple[int, ...] = ()
    """Offset at which each printed page begins; empty where there are no pages."""
    custody: tuple[CustodyStep, ...] = ()
    """What was done to it before it came here, in order."""
    hour: str | None = None
    """Time of publication as it is stated, "14:20" or "14:20+02:00"; None where only
    the day is known."""
    published_from: str | None = None
    """Where the day of publication stands: 'meta "article:published_time"'."""
    doubts: tuple[str, ...] = ()
    """What in its facts disagrees or was left open, one sentence each."""
    parts: tuple[Part, ...] = ()
    """Stretches that are no text of the article's own, in order, apart."""
    via: tuple[str, ...] = ()
    """Whom the file says the words were taken over from: a forwarded channel."""
    stretches: tuple[int, ...] = ()
    """Pairs (offset here, offset in what the file gave), rising: from the first on the
    text stands from the second on, up to the next pair. Empty: it is the same text."""

    @property
    def id(self) -> DocumentId:
        """SHA-256 of the canonical text, 64 hexadecimal digits."""
        return DocumentId(digest_text(self.text))


def original_offset(stretches: Sequence[int], offset: int) -> int:
    """Give where a character of the stored text stands in what the file gave.

    Args:
        stretches: `Document.stretches`.
        offset: Into the stored text; its end is fine.

    Returns:
        For what the file writes shorter (a ligature), its first character.
    """
    at = bisect_right(stretches[::2], offset) - 1
    if at < 0:
        return offset
    moved = stretches[2 * at + 1] + offset - stretches[2 * at]
    after = 2 * at + 3
    if after >= len(stretches):
        return moved
    return max(min(moved, stretches[after] - 1), stretches[2 * at + 1])


def language_code(tag: str | None) -> str:
    """Give the two letters of a language's tag like "en-GB", "" for none.

    "und" (ISO 639-2) stays: words whose script is no reader's.
    """
    return UNDETERMINED if tag == UNDETERMINED else (tag or "")[:2].lower()


def canonical_text(text: str) -> str:
    """Give the text in which spans count: same length, NUL and lone surrogates lost.

    Both become U+FFFD, because neither UTF-8 nor PostgreSQL can store them; nothing
    else is changed, so offsets into the text that was given stay right.
    """
    if "\0" in text:
        text = text.replace("\0", _LOST)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = "".join(_LOST if "\ud800" <= c <= "\udfff" else c for c in text)
    return text
