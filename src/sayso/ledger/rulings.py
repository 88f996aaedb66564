"""What several people's rulings on one subject come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sayso.errors import InputError, SpanError
from sayso.ledger.held import HeldRuling, Status
from sayso.model import Claim, Decision, Evidence, Span, from_json, to_json

_RULED = {
    Decision.CONFIRM: Status.CONFIRMED,
    Decision.REJECT: Status.REJECTED,
    Decision.EDIT: Status.EDITED,
    Decision.ADD: Status.ADDED,
    Decision.ATTRIBUTE: Status.ADDED,
    Decision.NO_CLAIM: Status.ADDED,
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
    if len(decided) > 1:  # who rules on what was added agrees or not with that
        decided -= {Status.ADDED}
        if decided == {Status.REJECTED}:
            return Status.DISPUTED
    if not ruled:
        return Status.UNREVIEWED
    if not decided:
        return Status.UNSURE
    if decided == {Status.EDITED}:
        edits = [r.changes for r in last if r.decision is Decision.EDIT]
        return Status.EDITED if all(e == edits[0] for e in edits) else Status.DISPUTED
    return decided.pop() if len(decided) == 1 else Status.DISPUTED


def additions(
    rulings: Iterable[HeldRuling], decision: Decision
) -> Mapping[str, HeldRuling]:
    """Give what people added and nobody took back, by its id.

    Args:
        rulings: Of a document, in order.
        decision: What was added: a claim, an attribution, or that there is none.
    """
    found: dict[str, HeldRuling] = {}
    by_subject: dict[str, list[HeldRuling]] = {}
    for ruling in rulings:
        by_subject.setdefault(ruling.subject, []).append(ruling)
    for subject, own in by_subject.items():
        for ruling in _standing(own):
            if ruling.decision is decision:
                found[subject] = ruling
    return found


def shows_name(rulings: Iterable[HeldRuling]) -> bool:
    """True where a ruling on a claim shows its speaker's name and was not undone."""
    return any(r.decision is Decision.UNMASK for r in standing_rulings(rulings))


def last_rulings(rulings: Iterable[HeldRuling]) -> tuple[HeldRuling, ...]:
    """Give each reviewer's last ruling that was not undone, in order."""
    last: dict[str, HeldRuling] = {r.reviewer: r for r in _standing(rulings)}
    return tuple(sorted(last.values(), key=lambda ruling: ruling.sequence))


def standing_rulings(rulings: Iterable[HeldRuling]) -> list[HeldRuling]:
    """Give all rulings that were not undone, those that show a name among them."""
    standing: dict[str, list[HeldRuling]] = {}
    for ruling in rulings:
        own = standing.setdefault(ruling.reviewer, [])
        if ruling.decision is Decision.UNDO:
            own[-1:] = []
        elif ruling.decision in _RULED or ruling.decision is Decision.UNMASK:
            own.append(ruling)
    found = [ruling for own in standing.values() for ruling in own]
    return sorted(found, key=lambda ruling: ruling.sequence)


def _standing(rulings: Iterable[HeldRuling]) -> list[HeldRuling]:
    """Give all rulings on a reading that were not undone, in order."""
    return [r for r in standing_rulings(rulings) if r.decision in _RULED]


def apply_changes(
    body: Mapping[str, Any], changes: Mapping[str, Any]
) -> dict[str, Any]:
    """Give the stored form of a claim after an edit; a change to None clears."""
    edited = {**body, **changes}
    return {key: value for key, value in edited.items() if value is not None}


def cut_evidence(text: str, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Give changes whose evidence quotes a text, as a masked page cannot.

    Raises:
        InputError: A span lies outside the text.
    """
    if not changes.get("evidence"):
        return dict(changes)
    kind: Any = tuple[Evidence, ...]
    try:
        carried: tuple[Evidence, ...] = from_json(kind, changes["evidence"])
        cut = tuple(
            replace(e, spans=tuple(Span.cut(text, s.start, s.end) for s in e.spans))
            for e in carried
        )
    except (SpanError, LookupError, TypeError, ValueError) as error:
        raise InputError(f"the words of a field do not fit: {error}") from error
    return {**changes, "evidence": to_json(cut)}


def check_changes(claim: Claim, changes: Mapping[str, Any]) -> None:
    """Refuse an edit whose result is no claim, before it is recorded.

    Raises:
        InputError: A field is unknown, or its new value does not fit.
    """
    try:
        edited = from_json(Claim, apply_changes(to_json(claim), changes))
        back = to_json(edited)
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise InputError(f"the edit does not make a claim: {error}") from error
    unfit = [key for key, value in changes.items() if back.get(key) != value]
    if unfit:
        raise InputError(f'the edit does not fit field "{unfit[0]}"')
