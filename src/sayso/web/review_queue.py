"""What is to be reviewed, in which order, and how far the work is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from sayso.errors import EntryMissing
from sayso.model import ClaimId, DocumentId
from sayso.web.interface import to_say
from sayso.web.page import Asked, Pairs
from sayso.web.query import (
    NARROWED_BY,
    parse_question,
    resolve_question,
    to_address,
)
from sayso.workspace import Workspace
from sayso.workspace.handed.held import Filters, HeldClaim, Order, Status
from sayso.workspace.handed.held import Page as Stretch
from sayso.workspace.second import DIFFERS

QUEUES: Mapping[str, str] = {
    "unsure": to_say("where two readers differ, then the least certain reading first"),
    "readers": to_say("where two readers differ"),
    "finding": to_say("in a finding, newest first"),
    "disputed": to_say("reviewers disagree"),
    "later": to_say("a reviewer was unsure"),
    "second": to_say("a second reviewer's turn"),
}
"""Name of a queue -> what is in it."""
_STATUSES = {
    "unsure": Status.UNREVIEWED,
    "disputed": Status.DISPUTED,
    "later": Status.UNSURE,
}
SEEN = (Status.CONFIRMED, Status.EDITED, Status.ADDED, Status.REJECTED)
MOST = 100
"""Claims of a queue that are looked ahead."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a queue a reviewer is."""

    queue: str
    document: str
    """Only the claims of this document, in order of the text; "" for all."""
    current: HeldClaim | None
    previous: str
    following: str
    """Addresses of the claims around; "" at an end."""
    number: int
    """From 1; 0 where the claim is not in the queue."""
    length: int
    is_cut: bool
    """True where the queue goes on beyond what was looked at."""
    kept: Pairs = ()
    """Filters of claims that stay from reading to reading."""

    def address(self, claim: str, **more: str) -> str:
        """Give the address of a claim in this queue."""
        pairs = [
            ("queue", "" if self.queue == "unsure" else self.queue),
            ("document", self.document),
            *self.kept,
            ("claim", claim),
            *more.items(),
        ]
        return to_address("/review", pairs)


def find_place(workspace: Workspace, asked: Asked, wanted: str) -> Place:
    """Give the place of a claim in the queue that is asked for, its first by default.

    Args:
        workspace: Where the claims are.
        asked: The request, for queue and document.
        wanted: Claim id, "" for the first of the queue.
    """
    queue = asked.get("queue") or asked.form.get("queue") or "unsure"
    queue = queue if queue in QUEUES else "unsure"
    document = asked.get("document") or asked.form.get("document") or ""
    reviewer = asked.form.get("reviewer", asked.reviewer).strip()
    kept, filters = _filters(workspace, asked)
    waiting = _waiting(workspace, queue, document, reviewer, filters)
    ids = [held.id for held in waiting[:MOST]]
    current = _current(workspace, waiting, wanted)
    here = ids.index(current.id) if current and current.id in ids else -1
    place = Place(
        queue=queue,
        document=document,
        current=current,
        previous="",
        following="",
        number=here + 1,
        length=len(ids),
        is_cut=len(waiting) > MOST,
        kept=kept,
    )
    before = ids[here - 1] if here > 0 else ""
    after = next(iter(ids[here + 1 :]), "") if ids else ""
    return _with_links(place, before, after)


def progress(workspace: Workspace, asked: Asked) -> tuple[int, int]:
    """Give how many readings of those asked for are ruled on, and how many there are.

    A document that is asked for counts alone, else the filters do.
    """
    document = asked.get("document") or asked.form.get("document") or ""
    _, filters = _filters(workspace, asked)
    if document:
        filters = Filters(document=DocumentId(document))
    whole = workspace.ledger.count_claims(filters)
    status = str(Status.UNREVIEWED)
    waiting = workspace.ledger.count_claims(replace(filters, status=status))
    return whole - waiting, whole


def _filters(workspace: Workspace, asked: Asked) -> tuple[Pairs, Filters]:
    """Give the filters of claims that are asked for, as pairs and as what they mean.

    In a form they are called apart from the fields of a reading.
    """
    given = {
        name: asked.form.get(f"kept-{name}", "") if asked.form else asked.get(name)
        for name in NARROWED_BY
    }
    kept = tuple((name, value) for name, value in given.items() if value)
    if not kept:
        return (), Filters()
    question = parse_question(Asked(asked.path, query=kept))
    return kept, resolve_question(question, workspace.ledger).filters


def _with_links(place: Place, before: str, after: str) -> Place:
    return replace(
        place,
        previous=place.address(before) if before else "",
        following=place.address(after) if after else "",
    )


def _current(
    workspace: Workspace, waiting: list[HeldClaim], wanted: str
) -> HeldClaim | None:
    if not wanted:
        return waiting[0] if waiting else None
    return next((h for h in waiting if h.id == wanted), None) or workspace.claim(wanted)


def _waiting(
    workspace: Workspace, queue: str, document: str, reviewer: str, narrow: Filters
) -> list[HeldClaim]:
    page = Stretch(MOST + 1)
    if document:
        filters = Filters(document=DocumentId(document))
        return list(workspace.claims(filters, Order.TEXT, page))
    if narrow != Filters() and queue in _STATUSES:
        filters = replace(narrow, status=str(_STATUSES[queue]))
        return list(workspace.claims(filters, Order.UNSURE, page))
    if queue == "second":
        return list(islice(_seen_by_one(workspace, reviewer), MOST + 1))
    if queue == "finding":
        return list(_in_findings(workspace))
    if queue == "readers":
        return list(islice(_differing(workspace), MOST + 1))
    filters = Filters(status=str(_STATUSES[queue]))
    found = list(workspace.claims(filters, Order.UNSURE, page))
    if queue == "unsure":
        first = list(islice(_differing(workspace), MOST))
        ids = {held.id for held in first}
        found = [*first, *(held for held in found if held.id not in ids)]
    return found


def _differing(workspace: Workspace) -> Iterator[HeldClaim]:
    """Yield the unreviewed claims that a second reader reads otherwise or not."""
    seen: set[str] = set()
    for _, claim, _ in workspace.ledger.kept(DIFFERS):
        if claim in seen:
            continue
        seen.add(claim)
        try:
            held = workspace.ledger.claim(ClaimId(claim))
        except EntryMissing:  # read anew since the two were compared
            continue
        if held.status is Status.UNREVIEWED:
            yield held


def _seen_by_one(workspace: Workspace, reviewer: str) -> Iterator[HeldClaim]:
    """Yield the claims that one reviewer ruled on, and not this one."""
    for status in SEEN:
        filters = Filters(status=str(status))
        for held in workspace.claims(filters, Order.TEXT, Stretch(4 * MOST)):
            ruled = {r.reviewer for r in workspace.ledger.rulings(held.id)}
            if len(ruled) == 1 and reviewer not in ruled:
                yield held


def _in_findings(workspace: Workspace) -> Iterator[HeldClaim]:
    """Yield the unreviewed claims that standing findings use, each once."""
    asked: dict[ClaimId, None] = {}
    for held in workspace.ledger.findings(is_standing=True, page=Stretch(4 * MOST)):
        asked |= dict.fromkeys(g.claim for g in held.finding.inputs if g.claim)
        if len(asked) > 4 * MOST:
            break
    found = workspace.ledger.claims_of(asked)
    for key in asked:  # one that is missing was read anew since
        if key in found and found[key].status is Status.UNREVIEWED:
            yield found[key]
