"""How far reviewers agree, field by field: Cohen's kappa over what each let stand.

Of a claim that two reviewers ruled on, each one's last ruling says what a field is: as
read where they confirmed, anew where they edited. "Reading" is whether it stands at
all. Kappa is the agreement beyond chance (J. Cohen, Educational and Psychological
Measurement 20, 1960); where both only ever say one thing it says nothing.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from sayso.ledger import HeldRuling, Ledger, standing_rulings
from sayso.model import Decision, EntryKind

READING = "reading"
"""Whether a reading stands, as if it were a field."""
FIGURE = "words and figure"
FIELDS: Mapping[str, tuple[str, ...]] = {
    FIGURE: ("quantity",),
    "what happened": ("measure", "group"),
    "whose": ("affected",),
    "who did it": ("actor",),
    "where": ("place",),
    "when": ("period",),
    "who says so": ("claimant",),
    "how it is said": ("stance",),
    "counted": ("accrual",),
}
"""Field in words -> names in a claim's stored form."""
CONFIRMED = "confirmed"
"""Key of the fields that a confirmation was of; without it, of all."""
_RULED = (Decision.CONFIRM, Decision.EDIT, Decision.REJECT)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on one field."""

    one: str
    other: str
    field: str
    claims: int
    """Those that both ruled on."""
    same: int
    kappa: Fraction | None
    """None where chance alone would give full agreement."""


def find_agreement(ledger: Ledger) -> tuple[Agreement, ...]:
    """Give the agreement of every pair of reviewers, by names and field."""
    pairs: defaultdict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for rulings in _ruled_claims(ledger):
        last = _last_by_reviewer(rulings)
        for one, other in combinations(sorted(last), 2):
            mine, theirs = last[one], last[other]
            for field, labels in _labels(mine, theirs):
                pairs[one, other, field].append(labels)
    order = [READING, *FIELDS]
    ranked = sorted(pairs.items(), key=lambda p: (p[0][:2], order.index(p[0][2])))
    return tuple(
        Agreement(*key, len(labels), sum(a == b for a, b in labels), kappa_of(labels))
        for key, labels in ranked
    )


def kappa_of(labels: Iterable[tuple[str, str]]) -> Fraction | None:
    """Give Cohen's kappa of pairs of labels, None where it says nothing."""
    pairs = list(labels)
    if not pairs:
        return None
    count = len(pairs)
    observed = Fraction(sum(a == b for a, b in pairs), count)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(Fraction(first[k] * second[k], count * count) for k in first)
    return None if chance == 1 else (observed - chance) / (1 - chance)


def _ruled_claims(ledger: Ledger) -> Iterator[tuple[HeldRuling, ...]]:
    entries = ledger.entries(kind=EntryKind.RULING)
    kinds = {str(decision) for decision in _RULED}
    subjects = dict.fromkeys(e.subject for e in entries if e.body["decision"] in kinds)
    for subject in subjects:
        rulings = ledger.rulings(subject)
        if len({ruling.reviewer for ruling in rulings}) > 1:
            yield rulings


def _last_by_reviewer(rulings: Iterable[HeldRuling]) -> dict[str, HeldRuling]:
    standing = (r for r in standing_rulings(rulings) if r.decision in _RULED)
    return {ruling.reviewer: ruling for ruling in standing}


def _labels(
    one: HeldRuling, other: HeldRuling
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the field and what each of two reviewers says of it."""
    stands = tuple(
        "no" if r.decision is Decision.REJECT else "yes" for r in (one, other)
    )
    yield READING, (stands[0], stands[1])
    if "no" in stands:
        return
    for field, names in FIELDS.items():
        if all(_speaks_of(ruling, field) for ruling in (one, other)):
            yield field, (_value(one, names), _value(other, names))


def _speaks_of(ruling: HeldRuling, field: str) -> bool:
    confirmed = ruling.changes.get(CONFIRMED)
    return confirmed is None or field in confirmed


def _value(ruling: HeldRuling, names: Iterable[str]) -> str:
    """Give what a reviewer says; who changed nothing of it says "as read"."""
    changed = {n: ruling.changes[n] for n in names if n in ruling.changes}
    return json.dumps(changed, sort_keys=True) if changed else "as read"
