"""Corrections from tools for labelling, as rulings of a named person.

A figure whose label is gone is rejected, one with another measure edited; a label at
words that hold no claim is told and not taken over, for it has no figure yet. What is
as it was gives no ruling: nobody said that a person looked at it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError
from sayso.exports.labelled import ROLES, Label
from sayso.exports.xmi import unfit
from sayso.ledger import Filters, HeldClaim, HeldRuling, Order, Status
from sayso.model import Decision, DocumentId
from sayso.vocabulary.measures import MEASURES
from sayso.workspace import Workspace
from sayso.workspace.label_files import Returned, load_labels

_MOST_FAULTS = 10
"""Faults of one file that are told."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came back of one document."""

    document: DocumentId
    equal: int
    """Labels that are as they were."""
    labels: int
    """Labels that were handed out and are still held."""
    rejected: tuple[HeldClaim, ...]
    """Claims whose figure has no label any more."""
    edited: tuple[tuple[HeldClaim, str], ...]
    """Claims with another measure, and that measure."""
    new: tuple[Label, ...]
    """Labels where no claim stands, or of a part that was not there; not taken over."""
    recorded: int
    """Rulings that were new."""


def import_labels(workspace: Workspace, path: str, *, by: str) -> tuple[Corrected, ...]:
    """Record what a person changed in a tool for labelling.

    Args:
        workspace: Where the documents are held.
        path: A file of Label Studio, doccano, or a zip file of brat or XMI files.
        by: The name under which the person rules.

    Raises:
        InputError: No name, a text that is not held or differs, or an unknown label;
            nothing is recorded then.
    """
    if not by.strip():
        raise InputError("corrections need the name of who made them: --by NAME")
    returned = load_labels(Path(path))
    faults = list(_faults(workspace, returned))
    if faults:
        more = len(faults) - _MOST_FAULTS
        told = faults[:_MOST_FAULTS] + ([f"and {more:,} more"] if more > 0 else [])
        raise InputError("; ".join(told))
    reason = f"labels of {Path(path).name}"
    return tuple(_correct(workspace, one, by=by, reason=reason) for one in returned)


def _faults(workspace: Workspace, returned: list[Returned]) -> Iterator[str]:
    known = {*MEASURES, *ROLES}
    for number, one in enumerate(returned, 1):
        found = workspace.ledger.find_documents(one.document) if one.document else ()
        held = [h for h in found if h.id == one.document]
        if not held or held[0].erased is not None:
            yield f'document {number} is not held ("{one.document[:16]}")'
            continue
        text = workspace.ledger.text(held[0].id)
        if one.text not in (text, unfit(text), text.replace("\r\n", "\n")):
            yield f"document {number} has another text than the ledger"
        elif len(one.text) != len(text):
            yield f"document {number} came back with other line ends"
        odd = sorted({o.label for o in one.labels} - known)
        if odd:
            yield f'document {number} has a label that is none of ours: "{odd[0][:40]}"'


def _correct(workspace: Workspace, one: Returned, *, by: str, reason: str) -> Corrected:
    document = DocumentId(one.document)
    standing = [
        held
        for held in workspace.claims(Filters(document=document), Order.TEXT)
        if held.status is not Status.REJECTED
    ]
    parts = {
        (span.start, span.end, role)
        for held in workspace.ledger.attributions(document)
        for role in ROLES
        for span in getattr(held.attribution, role)
    }
    given = {label.key: label for label in one.labels}
    figures = {_key(held): held for held in standing}
    equal = [key for key in given if key in figures or key in parts]
    fresh = {k: o for k, o in given.items() if k not in figures and k not in parts}
    rejected, edited = [], []
    for key, held in figures.items():
        if key in given:
            continue
        others = [k for k in fresh if k[:2] == key[:2] and k[2] in MEASURES]
        if len(others) == 1:
            edited.append((held, others[0][2]))
            del fresh[others[0]]
        else:
            rejected.append(held)
    recorded = 0
    for held in rejected:
        recorded += _rule(workspace, held, Decision.REJECT, None, by=by, reason=reason)
    for held, measure in edited:
        recorded += _rule(workspace, held, Decision.EDIT, measure, by=by, reason=reason)
    return Corrected(
        document,
        equal=len(equal),
        labels=len(equal) + len(rejected) + len(edited),
        rejected=tuple(rejected),
        edited=tuple(edited),
        new=tuple(fresh.values()),
        recorded=recorded,
    )


def _key(held: HeldClaim) -> tuple[int, int, str]:
    span = held.claim.quantity.span
    return span.start, span.end, held.claim.measure


def _rule(  # noqa: PLR0913 - what makes a ruling
    workspace: Workspace,
    held: HeldClaim,
    decision: Decision,
    measure: str | None,
    *,
    by: str,
    reason: str,
) -> int:
    """Record a ruling, and give 1; 0 where this person's last one says the same."""
    changes = {} if measure is None else {"measure": measure}
    rulings: list[HeldRuling] = [
        r for r in workspace.ledger.rulings(held.id) if r.reviewer == by
    ]
    if rulings and (rulings[-1].decision, dict(rulings[-1].changes)) == (
        decision,
        changes,
    ):
        return 0
    workspace.rule(held, decision, by=by, reason=reason, changes=changes)
    return 1
