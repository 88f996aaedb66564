"""Which findings are asked for, how they are counted, and which is looked at first.

The order is given by who asks, down to the check; then by the places a finding is made
from; of two that are alike in all that, the newer one comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.ledger.held import HeldFinding
from sayso.model import ClaimId, DocumentId, Finding

_DIGITS = 10
"""Of an offset; no text is as long."""
_END = "\x01"
"""Stands behind a place, and before every letter."""


@dataclass(frozen=True, slots=True)
class FindingFilters:
    """Which findings are asked for; None asks for all, several must all hold."""

    rule: str | None = None
    outcome: str | None = None
    level: str | None = None
    status: str | None = None
    document: DocumentId | None = None
    """Only those that are made from words of this document."""
    claim: ClaimId | None = None
    """Only those that are made from this claim."""
    is_standing: bool = False
    """Only those that are not withdrawn."""

    def fits(self, held: HeldFinding) -> bool:
        """True for a finding that is asked for."""
        finding = held.finding
        wanted = (self.rule, self.outcome, self.level, self.status)
        own = (finding.rule, finding.outcome, finding.level, held.status)
        return (
            all(
                one is None or one == str(o) for one, o in zip(wanted, own, strict=True)
            )
            and self.document in (None, *(given.document for given in finding.inputs))
            and self.claim in (None, *(given.claim for given in finding.inputs))
            and not (self.is_standing and held.withdrawn is not None)
        )


@dataclass(frozen=True, slots=True)
class FindingOrder:
    """What is to be looked at first comes first in each; what is in none comes last."""

    levels: Sequence[str]
    outcomes: Sequence[str]
    rules: Sequence[str]


@dataclass(frozen=True, slots=True, order=True)
class FindingCount:
    """How many findings are alike in what they are counted by."""

    rule: str
    outcome: str
    level: str
    status: str
    count: int


def place_key(finding: Finding) -> str:
    """Give a text that sorts as the places do from which a finding is made."""
    return "".join(
        f"{i.document}{i.span.start:0{_DIGITS}}{i.span.end:0{_DIGITS}}{i.role}{_END}"
        for i in finding.inputs
    )


def sort_by_urgency(
    held: Iterable[HeldFinding], order: FindingOrder
) -> list[HeldFinding]:
    """Give findings in the order in which to look at them."""

    def key(one: HeldFinding) -> tuple[int, int, int, str, int]:
        finding = one.finding
        return (
            _rank(finding.level, order.levels),
            _rank(finding.outcome, order.outcomes),
            _rank(finding.rule, order.rules),
            place_key(finding),
            -one.number,
        )

    return sorted(held, key=key)


def _rank(value: str, ranked: Sequence[str]) -> int:
    return ranked.index(value) if value in ranked else len(ranked)


def count_alike(held: Iterable[HeldFinding]) -> tuple[FindingCount, ...]:
    """Give how many findings are alike, sorted."""
    counted = Counter(
        (h.finding.rule, str(h.finding.outcome), str(h.finding.level), str(h.status))
        for h in held
    )
    return tuple(sorted(FindingCount(*key, n) for key, n in counted.items()))


def no_finding(fingerprint: str) -> str:
    """Give the sentence on a finding that is not held."""
    return f'no finding "{fingerprint[:20]}" in this ledger'
