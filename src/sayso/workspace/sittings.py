"""What one reviewer did in one sitting: readings ruled on, field by field.

A sitting is a run of one's rulings with no longer break than half an hour between two;
it is told by the rulings alone, without a clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sayso.ledger import HeldRuling, standing_rulings
from sayso.model import Decision, EntryKind
from sayso.workspace.agreement import CONFIRMED, FIELDS

if TYPE_CHECKING:
    from sayso.workspace import Workspace

BREAK = timedelta(minutes=30)
COUNTED = (
    Decision.CONFIRM,
    Decision.EDIT,
    Decision.REJECT,
    Decision.UNSURE,
    Decision.ADD,
)
"""Rulings on readings, and claims that were added."""


@dataclass(frozen=True, slots=True)
class FieldSeen:
    """One field in a sitting."""

    field: str
    looked_at: int
    """Readings of which it was confirmed or changed."""
    changed: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """The last sitting of a reviewer."""

    looked_at: int
    """Readings, each counted once, and claims added."""
    decisions: tuple[tuple[Decision, int], ...]
    """The last ruling on each, in the order of `COUNTED`; none that is 0."""
    fields: tuple[FieldSeen, ...]
    """In the order of `agreement.FIELDS`; none that nobody looked at."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was read of a ledger, so that a page reads only what came since."""

    after: int
    """Number of the ledger's last entry then."""
    rulings: Mapping[str, tuple[HeldRuling, ...]]
    """By subject."""


_KNOWN: WeakKeyDictionary[Workspace, _Seen] = WeakKeyDictionary()


def find_sitting(workspace: Workspace, reviewer: str) -> Sitting:
    """Give the last sitting of a reviewer; of nobody, an empty one."""
    by_subject = _rulings(workspace).values()
    own = [r for rulings in by_subject for r in rulings if r.reviewer == reviewer]
    last = _last_on_each(_since_break(sorted(own, key=lambda r: r.sequence)))
    decided = Counter(ruling.decision for ruling in last)
    return Sitting(
        looked_at=len(last),
        decisions=tuple((d, decided[d]) for d in COUNTED if decided[d]),
        fields=tuple(_fields(last)),
    )


def _rulings(workspace: Workspace) -> Mapping[str, tuple[HeldRuling, ...]]:
    """Give all rulings by subject; nothing of them but numbers leaves this module."""
    ledger, seen = workspace.unmasked, _KNOWN.get(workspace, _Seen(0, {}))
    newest = ledger.newest()
    if newest > seen.after:
        new = ledger.entries(after=seen.after, kind=EntryKind.RULING)
        subjects = {entry.subject for entry in new}
        came = {subject: ledger.rulings(subject) for subject in sorted(subjects)}
        # a ruling that comes meanwhile has a higher number: it is looked at again
        seen = _Seen(newest, {**seen.rulings, **came} if came else seen.rulings)
        _KNOWN[workspace] = seen
    return seen.rulings


def _since_break(rulings: list[HeldRuling]) -> list[HeldRuling]:
    """Give the rulings after the last long break, in order."""
    begin = len(rulings)
    while begin > 1 and _at(rulings[begin - 1]) - _at(rulings[begin - 2]) <= BREAK:
        begin -= 1
    return rulings[max(begin - 1, 0) :]


def _at(ruling: HeldRuling) -> datetime:
    return datetime.fromisoformat(ruling.at)


def _last_on_each(rulings: Iterable[HeldRuling]) -> list[HeldRuling]:
    """Give the ruling that stands on each reading; what was undone does not."""
    by_subject: dict[str, list[HeldRuling]] = {}
    for ruling in rulings:
        by_subject.setdefault(ruling.subject, []).append(ruling)
    standing = (
        [r for r in standing_rulings(own) if r.decision in COUNTED]
        for own in by_subject.values()
    )
    return [own[-1] for own in standing if own]


def _fields(rulings: Iterable[HeldRuling]) -> Iterable[FieldSeen]:
    looked_at, changed = Counter[str](), Counter[str]()
    for ruling in rulings:
        for field, names in FIELDS.items():
            if ruling.decision is Decision.CONFIRM:
                confirmed = ruling.changes.get(CONFIRMED)
                looked_at[field] += confirmed is None or field in confirmed
            elif ruling.decision is Decision.EDIT:
                is_changed = any(name in ruling.changes for name in names)
                looked_at[field] += is_changed
                changed[field] += is_changed
    for field in FIELDS:
        if looked_at[field]:
            yield FieldSeen(field, looked_at[field], changed[field])
