"""What is to be reviewed, in which order, and how far the work is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sayso.model import ClaimId, DocumentId
from sayso.web.interface import to_say
from sayso.web.page import Asked, Pairs
from sayso.web.query import (
    NARROWED_BY,
    document_of,
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
    document = _document(workspace, asked)
    reviewer = asked.form.get("reviewer", asked.reviewer).strip()
    kept, filters = _filters(workspace, asked)
    waiting = _waiting(workspace, queue, document, reviewer, filters)
    ids = waiting[:MOST]
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
    document = _document(workspace, asked)
    _, filters = _filters(workspace, asked)
    if document:
        filters = Filters(document=DocumentId(document))
    whole = workspace.ledger.count_claims(filters)
    status = str(Status.UNREVIEWED)
    waiting = workspace.ledger.count_claims(replace(filters, status=status))
    return whole - waiting, whole


def _document(workspace: Workspace, asked: Asked) -> str:
    """Give the id of the document that is asked for, "" for none."""
    wanted = asked.get("document") or asked.form.get("document") or ""
    return document_of(workspace.ledger, wanted) if wanted else ""


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
    workspace: Workspace, waiting: Sequence[ClaimId], wanted: str
) -> HeldClaim | None:
    """Give the claim that is asked for: the only one whose words are loaded."""
    if wanted and wanted not in waiting:
        return workspace.claim(wanted)
    keys = (ClaimId(wanted),) if wanted else waiting[:1]
    return next(iter(workspace.ledger.claims_of(keys).values()), None)


def _waiting(
    workspace: Workspace, queue: str, document: str, reviewer: str, narrow: Filters
) -> Sequence[ClaimId]:
    """Give the claims of a queue in order; that there are more is enough to know."""
    page, ledger = Stretch(MOST + 1), workspace.ledger
    if document:
        filters = Filters(document=DocumentId(document))
        return ledger.claim_ids(filters, Order.TEXT, page)
    if narrow != Filters() and queue in _STATUSES:
        filters = replace(narrow, status=str(_STATUSES[queue]))
        return ledger.claim_ids(filters, Order.UNSURE, page)
    if queue == "second":
        return tuple(islice(_seen_by_one(workspace, reviewer), MOST + 1))
    if queue == "finding":
        return tuple(islice(_in_findings(workspace), MOST + 1))
    if queue == "readers":
        return tuple(islice(_differing(workspace), MOST + 1))
    filters = Filters(status=str(_STATUSES[queue]))
    found = ledger.claim_ids(filters, Order.UNSURE, page)
    if queue == "unsure":
        first = islice(_differing(workspace), MOST)
        found = tuple(dict.fromkeys((*first, *found)))
    return found


def _unreviewed(workspace: Workspace, asked: Iterable[ClaimId]) -> Iterator[ClaimId]:
    """Yield the claims that nobody ruled on, each once, in the order of asking.

    One that is missing was read anew since.
    """
    seen = set[ClaimId]()
    waiting = iter(asked)
    while some := tuple(islice(waiting, MOST)):
        new = [key for key in dict.fromkeys(some) if key not in seen]
        seen.update(new)
        statuses = workspace.ledger.statuses_of(new)
        yield from (k for k in new if statuses.get(k) is Status.UNREVIEWED)


def _differing(workspace: Workspace) -> Iterator[ClaimId]:
    """Yield the unreviewed claims that a second reader reads otherwise or not."""
    kept = workspace.ledger.kept(DIFFERS)
    return _unreviewed(workspace, (ClaimId(claim) for _, claim, _ in kept))


def _seen_by_one(workspace: Workspace, reviewer: str) -> Iterator[ClaimId]:
    """Yield the claims that one reviewer ruled on, and not this one."""
    for status in SEEN:
        filters = Filters(status=str(status))
        found = workspace.ledger.claim_ids(filters, Order.TEXT, Stretch(4 * MOST))
        for claim in found:
            ruled = {r.reviewer for r in workspace.ledger.rulings(claim)}
            if len(ruled) == 1 and reviewer not in ruled:
                yield claim


def _in_findings(workspace: Workspace) -> Iterator[ClaimId]:
    """Yield the unreviewed claims that standing findings use, newest first."""
    return _unreviewed(workspace, workspace.ledger.claims_in_findings(4 * MOST))
