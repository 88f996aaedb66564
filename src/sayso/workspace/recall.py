"""How much the reader had of what people say is there: the claims they added count.

Of the claims that people confirmed, corrected or added, the share that the reader had.
It is a figure of the documents people looked into, as far as they looked: where nobody
looked for what was missed, nothing was added, and the share says too much.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from sayso.ledger import Filters, Ledger, Status

HAD = (Status.CONFIRMED, Status.EDITED)
"""Readings of the reader's that people let stand, as they were or corrected."""


@dataclass(frozen=True, slots=True)
class Recall:
    """What people let stand or added, of one measure or of all."""

    measure: str
    """Its id; "" for all measures."""
    had: int
    """Claims that the reader had."""
    added: int
    """Claims that people added."""

    @property
    def share(self) -> Fraction | None:
        """The share that the reader had; None where nobody said anything."""
        whole = self.had + self.added
        return Fraction(self.had, whole) if whole else None


def find_recall(ledger: Ledger) -> tuple[Recall, ...]:
    """Give the figure of all measures, then of each, the most frequent first."""
    had, added = Counter[str](), Counter[str]()
    for statuses, counts in ((HAD, had), ((Status.ADDED,), added)):
        for status in statuses:
            found = ledger.facets(Filters(status=str(status))).counts["measure"]
            counts.update({one.value: one.count for one in found})
    both = had + added
    ranked = sorted(both, key=lambda name: (-both[name], name))
    whole = Recall("", had.total(), added.total())
    return (whole, *(Recall(name, had[name], added[name]) for name in ranked))


def recall_words(recall: Recall) -> str:
    """Give the figure as a sentence."""
    whole, share = recall.had + recall.added, recall.share
    if share is None:
        return "No person has confirmed, corrected or added a claim yet."
    noun = "claim" if whole == 1 else "claims"
    return (
        f"Of {whole:,} {noun} that people confirmed, corrected or added, the reader"
        f" had {recall.had:,} ({float(share):.1%}); people added {recall.added:,}."
    )
