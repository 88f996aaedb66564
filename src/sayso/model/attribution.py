"""Attributions: who (source) - said (cue) - what (content), as spans of one text.

Terms follow PARC and PolNeAR (Pareti 2012; Newell, Margolin and Ruths, LREC 2018).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from sayso.model.span import Span

AttributionId = NewType("AttributionId", str)
SpeakerId = NewType("SpeakerId", str)


class AttributionKind(StrEnum):
    """How the content is quoted."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Access(StrEnum):
    """How a speaker can know: what makes two speakers more than one voice."""

    OWN_FORCE = "own_force"
    ENEMY_FORCE = "enemy_force"
    THIRD_PARTY_COUNT = "third_party_count"
    WITNESS = "witness"
    IMAGERY = "imagery"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person or body that a source is resolved to.

    The id is `short_id(name)` of the canonical name, so it is the same in every
    document; a theatre pack gives the canonical name, party and access.
    """

    id: SpeakerId
    name: str
    """Canonical name where a theatre pack knows it, else the fullest in the text."""
    party: str | None = None
    access: Access = Access.UNKNOWN
    private: bool = False
    """True for witnesses, prisoners and other persons who hold no public office."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying, writing, thinking or wanting, with all of its spans.

    Several spans of one role are the parts of something discontinuous, in order.
    """

    id: AttributionId
    source: tuple[Span, ...]
    """Empty where none is named ("it is believed that ...")."""
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    name: str | None = None
    """The source named as fully as the document allows: "Valery Gerasimov"."""
    speaker: Speaker | None = None
    depth: int = 0
    """0 for an outermost attribution, 1 for one inside its content, and so on."""
    parent: AttributionId | None = None
    """The attribution whose content holds this one."""
    via: tuple[str, ...] = ()
    """Outlets or persons the text says relayed it, innermost first."""
