"""What reviewers ruled on readings, as labelled reports that training can read.

One report a document: its text, and the claims that a person confirmed or edited, in
the form of CLAIMS.md. What was rejected stands beside, and how much nobody has looked
at: a text whose claims are not all reviewed teaches what is there, not what is not.
Names to withhold are blacked out, letter by letter, so that spans still fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.model import AttributionId, Decision, DocumentId, EntryKind
from sayso.workspace import DocumentView, Workspace
from sayso.workspace.adding import Added, list_added
from sayso.workspace.handed.held import Filters, HeldClaim, Status

KEPT = (Status.CONFIRMED, Status.EDITED, Status.ADDED)
RULED = (*KEPT, Status.REJECTED)
"""What teaches something; disputed and unsure readings do not yet."""
_PUT_IN = (Decision.ATTRIBUTE, Decision.NO_CLAIM)
"""What people add that is no claim."""


def find_corrections(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """Yield one labelled report a document with a ruled reading, in document order."""
    documents: dict[DocumentId, None] = {}
    for status in RULED:
        for held in workspace.claims(Filters(status=str(status))):
            documents[held.claim.document] = None
    for entry in workspace.ledger.entries(kind=EntryKind.RULING):
        if entry.body["decision"] in _PUT_IN:
            documents |= dict.fromkeys(map(DocumentId, entry.body["documents"]))
    for document in sorted(documents):
        if workspace.ledger.document(document).erased is None:
            yield _report(workspace, document)


def _report(workspace: Workspace, document: DocumentId) -> dict[str, Any]:
    view = workspace.view(document)
    facts = view.held.facts
    kept = [h for h in view.claims if h.status in KEPT]
    rejected = [h for h in view.claims if h.status is Status.REJECTED]
    put_in = list_added(workspace, document)
    return {
        "id": document,
        "title": facts.title,
        "outlet": facts.outlet,
        "published": facts.published.isoformat() if facts.published else None,
        "text": view.text,
        "claims": [_record(workspace, held) for held in kept],
        "attributions": _attributions(workspace, view, kept, put_in),
        "no_claims": [
            list(a.span) for a in put_in if a.ruling.decision is Decision.NO_CLAIM
        ],
        "rejected": [_record(workspace, held) for held in rejected],
        "reader_had": sum(h.status is not Status.ADDED for h in kept),
        "people_added": sum(h.status is Status.ADDED for h in kept),
        "not_reviewed": len(view.claims) - len(kept) - len(rejected),
    }


def _attributions(
    workspace: Workspace,
    view: DocumentView,
    kept: Iterable[HeldClaim],
    put_in: Iterable[Added],
) -> list[dict[str, Any]]:
    """Give who said what, as spans: of claims whose speaker stands, and added ones."""
    wanted = {
        held.claim.attribution
        for held in kept
        if not any(
            "claimant" in ruling.changes for ruling in workspace.ledger.rulings(held.id)
        )
    }
    wanted |= {
        AttributionId(a.subject)
        for a in put_in
        if a.ruling.decision is Decision.ATTRIBUTE
    }
    return [
        {
            role: [[span.start, span.end] for span in getattr(held.attribution, role)]
            for role in ("source", "cue", "content")
        }
        for held in view.attributions
        if held.attribution.id in wanted
    ]


def _record(workspace: Workspace, held: HeldClaim) -> dict[str, Any]:
    rulings = workspace.ledger.rulings(held.id)
    return {
        **held.claim.to_record(),
        "id": held.id,
        "rulings": [
            {
                "reviewer": ruling.reviewer,
                "decision": str(ruling.decision),
                "reason": ruling.reason,
                "at": ruling.at,
            }
            for ruling in rulings
        ],
    }
