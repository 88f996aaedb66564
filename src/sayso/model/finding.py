"""Findings: what a check says of one or several claims, with its working."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claim import ClaimId
from sayso.model.document import DocumentId
from sayso.model.identity import short_id
from sayso.model.span import Span


class Outcome(StrEnum):
    """The only things a check may say."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent as reported"
    NOT_COMPARABLE = "not comparable"
    CANNOT_CHECK = "cannot check"
    REVISED = "revised"


class Level(StrEnum):
    """How much of an analyst's time a finding asks for."""

    NOTE = "note"
    LOOK = "look"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Input:
    """One figure or stretch of words a check used."""

    document: DocumentId
    span: Span
    claim: ClaimId | None
    role: str
    """What it is in the formula: "share", "part", "whole", "earlier", ..."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Output of one check: inputs as spans, the formula, the intervals."""

    rule: str
    version: int
    level: Level
    outcome: Outcome
    inputs: tuple[Input, ...]
    sentence: str
    """One neutral sentence for the reader."""
    working: tuple[str, ...]
    """The formula and intervals, line by line."""
    remedy: str | None = None
    """What would make it consistent, or None."""

    @property
    def fingerprint(self) -> str:
        """Hash of rule, version, outcome and inputs: stable over runs."""
        places = [[i.document, i.span.start, i.span.end, i.role] for i in self.inputs]
        return short_id(self.rule, self.version, str(self.outcome), sorted(places))
