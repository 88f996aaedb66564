"""What a person adds to a reading: claims, attributions, and that there is no claim.

Each is an entry with reviewer and reason and can be taken back; a later reading keeps
it. What is added names its words like what is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sayso.errors import EntryMissing, InputError, SpanError
from sayso.ledger import (
    HeldRuling,
    Opinion,
    additions,
    apply_changes,
    check_changes,
    cut_evidence,
    hold_document,
    record_ruling,
)
from sayso.model import (
    Attribution,
    AttributionId,
    AttributionKind,
    Claim,
    Decision,
    DocumentId,
    Place,
    Span,
    from_json,
    short_id,
    to_json,
)
from sayso.model.span import trim_span
from sayso.vocabulary.measures import MEASURES
from sayso.workspace import Workspace
from sayso.workspace.own_data import read_span
from sayso.workspace.ruled import Ruled

BY_HAND = "a person"
"""Reader of a claim that a person added."""
LONGEST = 2_000
"""Characters of a stretch that is said to hold no claim."""
_KINDS = (Decision.ADD, Decision.ATTRIBUTE, Decision.NO_CLAIM)


@dataclass(frozen=True, slots=True)
class Added:
    """Something that a person added to a document."""

    subject: str
    ruling: HeldRuling
    span: tuple[int, int]


def cut_words(workspace: Workspace, document: DocumentId, start: int, end: int) -> Span:
    """Give the words between two characters, without blanks at their edges.

    Raises:
        InputError: They lie outside the text, or are no words.
    """
    text = workspace.unmasked.text(document)
    if not 0 <= start < end <= len(text):
        raise InputError("choose some words of the text")
    span = trim_span(text, start, end)
    if not span.text:
        raise InputError("choose some words of the text")
    return span


def suggest_claim(workspace: Workspace, document: DocumentId, span: Span) -> Claim:
    """Give the claim that some words would be, as the reader fills it, masked.

    Raises:
        UnknownName: The document is in a language that is not read.
    """
    return workspace.mask(document).claim(_read(workspace, document, span))


def add_claim(
    workspace: Workspace,
    document: DocumentId,
    span: Span,
    changes: Mapping[str, Any],
    ruled: Ruled,
) -> str:
    """Record a claim that the reader missed and give its id.

    Args:
        workspace: Where the document is.
        document: Its id.
        span: The words that were chosen.
        changes: What differs from what `suggest_claim` gives, in stored form.
        ruled: Who adds it, and why.

    Raises:
        InputError: No name, words that do not fit, or a claim that is held already.
    """
    ruled.check()
    read = _read(workspace, document, span)
    if changes:
        check_changes(read, changes)
    text = workspace.unmasked.text(document)
    body = apply_changes(to_json(read), cut_evidence(text, changes))
    made = replace(from_json(Claim, body), reader=BY_HAND, confidence=Decimal(1))
    if made.located is None or made.place != read.place:
        made = replace(made, located=_located(workspace, document, made.place))
    _check(workspace, made)
    try:
        workspace.ledger.claim(made.id)
    except EntryMissing:
        pass
    else:
        raise InputError("these words are read as this claim already; correct it there")
    stored = to_json(made)
    _record(workspace, made.document, ruled, (made.id, Decision.ADD, stored))
    return made.id


def _located(
    workspace: Workspace, document: DocumentId, place: str | None
) -> Place | None:
    """Give what these words were resolved to in the document, None for nothing."""
    view = workspace.view(document)
    named: list[tuple[str | None, Place | None]] = [
        (t.span.text, t.place) for t in view.toponyms
    ]
    named += [(held.claim.place, held.claim.located) for held in view.claims]
    found = (where for words, where in named if words == place and where)
    return next(found, None) if place else None


def add_attribution(
    workspace: Workspace,
    document: DocumentId,
    roles: Mapping[str, Sequence[Span]],
    name: str,
    ruled: Ruled,
) -> str:
    """Record an attribution that the reader missed and give its id.

    Args:
        workspace: Where the document is.
        document: Its id.
        roles: Spans of "source", "cue" and "content".
        name: The source as fully as the document names it, "" for its own words.
        ruled: Who adds it, and why.

    Raises:
        InputError: No name of a reviewer, or no content.
    """
    ruled.check()
    content = tuple(roles.get("content", ()))
    if not content:
        raise InputError("an attribution needs the words that are said")
    source = tuple(roles.get("source", ()))
    ends = [[span.start, span.end] for span in content]
    key = AttributionId(short_id(document, "said", ends))
    said = " ".join(span.text for span in content)
    kind = AttributionKind.DIRECT if said[:1] in "\"“«'" else AttributionKind.INDIRECT
    made = Attribution(
        id=key,
        source=source,
        cue=tuple(roles.get("cue", ())),
        content=content,
        kind=kind,
        name=name.strip() or " ".join(" ".join(s.text for s in source).split()) or None,
    )
    if key in {held.attribution.id for held in workspace.ledger.attributions(document)}:
        raise InputError("this attribution is held already")
    _record(workspace, document, ruled, (key, Decision.ATTRIBUTE, to_json(made)))
    return key


def say_no_claim(
    workspace: Workspace, document: DocumentId, span: Span, ruled: Ruled
) -> tuple[str, ...]:
    """Record that some words hold no claim; claims read in them are rejected.

    Returns:
        Ids of the claims that were rejected.

    Raises:
        InputError: No name, no reason, or a stretch that is too long.
    """
    ruled.check()
    if not ruled.reason.strip():
        raise InputError("say why there is no claim here")
    if span.end - span.start > LONGEST:
        raise InputError(f"choose at most {LONGEST:,} characters")
    rejected = [
        held
        for held in workspace.view(document).claims
        if span.contains(held.claim.quantity.span)
    ]
    for held in rejected:
        workspace.rule(held, Decision.REJECT, by=ruled.by, reason=ruled.reason)
    key = short_id(document, "no claim", span.start, span.end)
    changes = {"span": [span.start, span.end]}
    _record(workspace, document, ruled, (key, Decision.NO_CLAIM, changes))
    return tuple(held.id for held in rejected)


def take_back(
    workspace: Workspace, document: DocumentId, subject: str, ruled: Ruled
) -> None:
    """Take back what the same person added; both entries stay.

    Raises:
        EntryMissing: This person added no such thing.
        InputError: No name.
    """
    ruled.check()
    own = {
        added.subject: added
        for added in list_added(workspace, document)
        if added.ruling.reviewer == ruled.by.strip()
    }
    if subject not in own:
        raise EntryMissing(f'"{ruled.by[:40]}" added no such thing here')
    _record(workspace, document, ruled, (subject, Decision.UNDO, {}))


def list_added(workspace: Workspace, document: DocumentId) -> tuple[Added, ...]:
    """Give what people added to a document, in the order of the text."""
    rulings = workspace.ledger.rulings_on(document)
    found = [
        Added(subject, ruling, _ends(ruling))
        for kind in _KINDS
        for subject, ruling in additions(rulings, kind).items()
    ]
    return tuple(sorted(found, key=lambda a: (a.span, a.subject)))


def find_words(text: str, words: str, near: Span, within: Span) -> Span | None:
    """Give where a name stands word for word, nearest to a figure; None for nowhere.

    Args:
        text: The document's text.
        words: What is looked for.
        near: The figure.
        within: The sentence, which is looked through first.
    """
    found: list[Span] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(Span.cut(text, at, at + len(words)))
        at = text.find(words, at + 1)
    inside = [span for span in found if within.contains(span)]
    best = inside or found
    return min(best, key=lambda s: abs(s.start - near.start), default=None)


def _read(workspace: Workspace, document: DocumentId, span: Span) -> Claim:
    held = workspace.unmasked.document(document)
    whole = hold_document(held, workspace.unmasked.text(document))
    return read_span(whole, span)


def _check(workspace: Workspace, claim: Claim) -> None:
    text = workspace.unmasked.text(claim.document)
    if claim.measure not in MEASURES:
        raise InputError(f'"{claim.measure[:60]}" is no measure')
    spans: Iterable[Span] = (
        claim.quantity.span,
        claim.sentence,
        *(span for evidence in claim.evidence for span in evidence.spans),
    )
    try:
        for span in spans:
            span.check(text)
        same = from_json(Claim, to_json(claim)) == claim
    except (SpanError, ValueError) as error:
        raise InputError(f"this does not make a claim: {error}") from error
    if not same:
        raise InputError("this does not make a claim")


def _ends(ruling: HeldRuling) -> tuple[int, int]:
    changes = ruling.changes
    match ruling.decision:
        case Decision.ADD:
            start, end, _ = changes["quantity"]["span"]
        case Decision.ATTRIBUTE:
            start, end = changes["content"][0][0], changes["content"][-1][1]
        case _:
            start, end = changes["span"]
    return int(start), int(end)


def _record(
    workspace: Workspace,
    document: DocumentId,
    ruled: Ruled,
    what: tuple[str, Decision, dict[str, Any]],
) -> None:
    subject, decision, changes = what
    opinion = Opinion(subject, decision, ruled.reason.strip(), (document,), changes)
    stamp = workspace.stamp(ruled.by.strip())
    workspace.ledger.append([record_ruling(opinion, stamp)])
