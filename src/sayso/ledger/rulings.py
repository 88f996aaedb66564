"""What several people's rulings on one subject come to."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.ledger.held import HeldRuling, Status
from sayso.model import Decision

_RULED = {
    Decision.CONFIRM: Status.CONFIRMED,
    Decision.REJECT: Status.REJECTED,
    Decision.EDIT: Status.EDITED,
    Decision.UNSURE: Status.UNSURE,
    Decision.ACCEPT: Status.ACCEPTED,
    Decision.DISMISS: Status.DISMISSED,
}


def status_of(rulings: Iterable[HeldRuling]) -> Status:
    """Give what the rulings on one subject come to.

    Each reviewer's last ruling counts, less what was undone; who is unsure does not
    stand against who is not.
    """
    last = last_rulings(rulings)
    ruled = {_RULED[r.decision] for r in last}
    decided = ruled - {Status.UNSURE}
    if not ruled:
        return Status.UNREVIEWED
    if not decided:
        return Status.UNSURE
    if decided == {Status.EDITED}:
        edits = [r.changes for r in last if r.decision is Decision.EDIT]
        return Status.EDITED if all(e == edits[0] for e in edits) else Status.DISPUTED
    return decided.pop() if len(decided) == 1 else Status.DISPUTED


def last_rulings(rulings: Iterable[HeldRuling]) -> tuple[HeldRuling, ...]:
    """Give each reviewer's last ruling that was not undone, in order."""
    standing: dict[str, list[HeldRuling]] = {}
    for ruling in rulings:
        own = standing.setdefault(ruling.reviewer, [])
        if ruling.decision is Decision.UNDO:
            own[-1:] = []
        elif ruling.decision in _RULED:
            own.append(ruling)
    last = [own[-1] for own in standing.values() if own]
    return tuple(sorted(last, key=lambda ruling: ruling.sequence))
