"""What reviewers ruled on readings, as labelled reports that training can read.

One report a document: its text, and the claims that a person confirmed or edited, in
the form of CLAIMS.md. What was rejected stands beside, and how much nobody has looked
at: a text whose claims are not all reviewed teaches what is there, not what is not.
Names of private persons are blacked out, letter by letter, so that spans still fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.exports.masking import find_detained
from sayso.ledger import Filters, HeldClaim, Status
from sayso.model import DocumentId
from sayso.web.marked import withhold_words
from sayso.web.pages.document import find_names, private_names
from sayso.web.wording import name_of, unmasked_or_not
from sayso.workspace import DocumentView, Workspace

RULED = (Status.CONFIRMED, Status.EDITED, Status.REJECTED)
"""What teaches something; disputed and unsure readings do not yet."""
_BLACK = "\u2588"


def find_corrections(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """Yield one labelled report a document with a ruled reading, in document order."""
    documents: dict[DocumentId, None] = {}
    for status in RULED:
        for held in workspace.claims(Filters(status=str(status))):
            documents[held.claim.document] = None
    for document in sorted(documents):
        yield _report(workspace, document)


def _report(workspace: Workspace, document: DocumentId) -> dict[str, Any]:
    view = workspace.view(document)
    facts = view.held.facts
    names = private_names(workspace, view)
    text = _blacken(view, names)
    kept = [h for h in view.claims if h.status in (Status.CONFIRMED, Status.EDITED)]
    rejected = [h for h in view.claims if h.status is Status.REJECTED]
    return {
        "id": document,
        "title": facts.title and name_of(view.held, names),
        "outlet": facts.outlet,
        "published": facts.published.isoformat() if facts.published else None,
        "text": text,
        "claims": [_record(workspace, held) for held in kept],
        "attributions": _attributions(workspace, view, kept),
        "rejected": [_record(workspace, held) for held in rejected],
        "not_reviewed": len(view.claims) - len(kept) - len(rejected),
    }


def _blacken(view: DocumentView, names: tuple[str, ...]) -> str:
    """Give the text with private names and detained persons' words as black letters.

    Figures that are claims stay readable.
    """
    detained = find_detained(view.text, names)
    marks = withhold_words(
        find_names(view.text, names, 0, len(view.text)), view.attributions, detained
    )
    figures = [h.claim.quantity.span for h in view.claims]
    letters = list(view.text)
    for mark in marks:
        for at in range(mark.start, mark.end):
            is_figure = any(span.start <= at < span.end for span in figures)
            if not letters[at].isspace() and not is_figure:
                letters[at] = _BLACK
    return "".join(letters)


def _attributions(
    workspace: Workspace, view: DocumentView, kept: Iterable[HeldClaim]
) -> list[dict[str, Any]]:
    """Give who said what, as spans, of claims whose speaker no reviewer changed."""
    wanted = {
        held.claim.attribution
        for held in kept
        if not any(
            "claimant" in ruling.changes for ruling in workspace.ledger.rulings(held.id)
        )
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
    claim, _ = unmasked_or_not(held, workspace)
    rulings = workspace.ledger.rulings(held.id)
    return {
        **claim.to_record(),
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
