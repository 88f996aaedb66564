"""One account that several documents print gives one finding, with all its places.

A wire report with a share that leaves no room for what it says remains is not two
findings because a paper copied it. Findings are one when the same rule says the same
of the same figures and each figure goes back to the same origin.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.checks.support.check import CheckContext
from sayso.linking.series import document_order
from sayso.model import DocumentId, Finding

PROOF = "proof"
"""Role of inputs that show how documents hang together: each copy has its own."""

Told = Mapping[tuple[DocumentId, int, int], Hashable]
"""Document and span of a figure -> its origin and what it says."""


@dataclass(frozen=True, slots=True)
class _Told:
    origin: int
    figure: tuple[object, ...]


def told_by_place(context: CheckContext) -> Told:
    """Give every figure's origin and value by where it stands."""
    found = {}
    for number, origin in enumerate(context.origins):
        for claim in origin.claims:
            quantity = claim.quantity
            figure = (quantity.low, quantity.high, quantity.bound, quantity.unit)
            place = (claim.document, quantity.span.start, quantity.span.end)
            found[place] = _Told(number, figure)
    return found


def gather_copies(
    findings: Iterable[Finding], told: Told, context: CheckContext
) -> list[Finding]:
    """Give the findings of one check, those of copies joined to the earliest.

    Args:
        findings: In any order.
        told: What `told_by_place` gave.
        context: For publication days and outlets.

    Returns:
        Findings in no fixed order. A joined one has the earliest document's words and
        working, the inputs of all documents in order of publication, and a line that
        names the later ones.
    """
    groups: dict[Hashable, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_account(finding, told), []).append(finding)
    return [_join(group, context) for group in groups.values()]


def _account(finding: Finding, told: Told) -> Hashable:
    """Give what copies of a finding share: its figures, or words that are no figure."""
    stated: list[Hashable] = []
    for given in finding.inputs:
        if given.role != PROOF:
            place = (given.document, given.span.start, given.span.end)
            words = " ".join(given.span.text.casefold().split())
            stated.append((given.role, told.get(place, words)))
    return (finding.outcome, finding.level, tuple(stated))


def _join(group: list[Finding], context: CheckContext) -> Finding:
    """Give the earliest finding with the places of the others."""

    def order(finding: Finding) -> tuple[object, ...]:
        places = [
            (document_order(context.documents.get(i.document)), i.span)
            for i in finding.inputs
        ]
        return (max(places), places)

    first, *others = sorted(group, key=order)
    if not others:
        return first
    every = (given for finding in (first, *others) for given in finding.inputs)
    held = {given.document for given in first.inputs}
    added = [i.document for f in others for i in f.inputs if i.document not in held]
    printed = ", ".join(_printed(key, context) for key in dict.fromkeys(added))
    working = (f"the same stands in: {printed}",) if printed else ()
    return replace(
        first,
        inputs=tuple(dict.fromkeys(every)),
        working=(*first.working, *working),
    )


def _printed(key: DocumentId, context: CheckContext) -> str:
    document = context.documents.get(key)
    if document is None:
        return "a document not held"
    name = document.outlet or document.name or "an unnamed outlet"
    return f"{name} ({document.published or 'day unknown'})"
