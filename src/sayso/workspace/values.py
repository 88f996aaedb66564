"""What a workspace is made with, and what it hands out of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sayso.intake import FORMATS, Format
from sayso.ledger import HeldAttribution, HeldClaim, HeldDocument
from sayso.model import Gap, StatedQuantity, Timex, Toponym
from sayso.workspace.batch import ReadDocument
from sayso.workspace.guarded import Limits
from sayso.workspace.routing import unread_language

if TYPE_CHECKING:
    from sayso.checks import Check


@dataclass(frozen=True, slots=True)
class Reader:
    """The pure reader with its name, which says when a reading is up to date."""

    name: Callable[[], str]
    """Asked for when readings are stored; may load what the reader needs."""
    read: ReadDocument


@dataclass(frozen=True, slots=True)
class Stored:
    """A document that is on the disk with its reading."""

    document: HeldDocument
    is_new: bool
    """False when the words were held before."""
    is_read: bool
    """False when its reading was up to date."""
    corrected: tuple[str, ...] = ()
    """Facts that were recorded anew, in words; empty for a new document."""
    brought: str | None = None
    """Name under which words came that are held under another; None for new ones."""

    @property
    def unread_language(self) -> str | None:
        """Code of a language that no reader reads; None where the words were read."""
        return unread_language(self.document)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document with its words and all that is read in it."""

    held: HeldDocument
    text: str
    claims: tuple[HeldClaim, ...]
    attributions: tuple[HeldAttribution, ...]
    gaps: tuple[Gap, ...] = ()
    """What was seen and not read, with the reasons."""
    figures: tuple[StatedQuantity, ...] = ()
    """All figures that were seen, those of claims too."""
    toponyms: tuple[Toponym, ...] = ()
    """All place names that were seen."""
    timexes: tuple[Timex, ...] = ()
    """All words for times that were seen."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be put in the place of our own parts, by tests and by users."""

    reader: Reader | None = None
    """None loads our own when it is needed."""
    formats: tuple[Format, ...] = FORMATS
    limits: Limits | None = field(default_factory=Limits)
    """What a file may cost while it is taken in; None sets no limits."""
    checks: tuple[Check, ...] | None = None
    """None runs those that come with Sayso and with installed packages."""
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
