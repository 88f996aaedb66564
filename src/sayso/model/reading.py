"""A reading: all that the reader found in one document."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.period import Timex
from sayso.model.place import Toponym
from sayso.model.quantity import StatedQuantity
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch the reader saw and could not read, with the reason."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says, each list in the order of the text."""

    document: Document
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    quantities: tuple[StatedQuantity, ...]
    timexes: tuple[Timex, ...]
    toponyms: tuple[Toponym, ...]
    gaps: tuple[Gap, ...]
    reader: str
    """Name and version of the reader, with its weights' and vocabulary's digest."""
    persons: tuple[Span, ...] = ()
    """Names that the network takes for persons'; readings of before have none."""
