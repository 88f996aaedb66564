"""What is recorded, as additions: a draft of the entry and the texts beside it.

An entry holds hashes only; words of documents and names of people lie beside it as
texts that belong to documents. So a tombstone can erase every word of a document and
the chain over the entries still holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from types import MappingProxyType
from typing import Any

from sayso.errors import LedgerError
from sayso.ledger.held import Capture
from sayso.model import (
    Decision,
    Document,
    DocumentId,
    Draft,
    EntryKind,
    Finding,
    Reading,
    canonical_json,
    canonical_text,
    digest_text,
    to_json,
)

NOTHING: Mapping[str, str] = MappingProxyType({})
READING_PARTS = (
    "attributions",
    "claims",
    "quantities",
    "timexes",
    "toponyms",
    "gaps",
    "persons",
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who records, and when (ISO 8601 in UTC)."""

    at: str
    by: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A draft, the texts it names by hash, and the documents they belong to."""

    draft: Draft
    texts: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Key of the body under which the hash stands -> text."""
    documents: tuple[DocumentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a person decides on a reading or finding, before it is recorded."""

    subject: str
    """Claim id, finding fingerprint, or what `name_subject` gives."""
    decision: Decision
    reason: str
    documents: tuple[DocumentId, ...]
    """Those that the subject is read from."""
    changes: Mapping[str, Any] = field(default_factory=dict)
    """For an edit: fields of the claim in stored form, None to empty one."""
    shown: str = ""
    """What was on screen."""


def record_document(document: Document, stamp: Stamp) -> Addition:
    """Give the entry of a document: hashes and length; text and facts beside it."""
    facts = _own(document.id, to_json(capture_of(document)))
    return Addition(
        _draft(EntryKind.DOCUMENT, document.id, {"length": len(document.text)}, stamp),
        {"text": document.text, "facts": facts},
        (document.id,),
    )


def record_reading(reading: Reading, stamp: Stamp) -> Addition:
    """Give the entry of a reading: reader, day and counts; what was read beside it."""
    document = reading.document
    parts = {part: to_json(getattr(reading, part)) for part in READING_PARTS}
    body = {
        "reader": reading.reader,
        "published": to_json(document.published),
        **{f"{part}_count": len(parts[part]) for part in ("claims", "attributions")},
    }
    return Addition(
        _draft(EntryKind.READING, document.id, body, stamp),
        {"reading": _own(document.id, parts)},
        (document.id,),
    )


def record_correction(
    document: DocumentId,
    changes: Mapping[str, Any],
    stamp: Stamp,
    *,
    was: Mapping[str, Any] = NOTHING,
) -> Addition:
    """Give the entry of later knowledge: fields of `Capture` with their new values.

    Args:
        document: Of which more is known.
        changes: The new values.
        stamp: Who records it, and when.
        was: The values before, so that the entry can be read by itself.
    """
    known = {f.name for f in fields(Capture)}
    if not changes.keys() <= known:
        unknown = sorted(changes.keys() - known)
        raise ValueError(f"no field of a capture: {', '.join(unknown)}")
    texts = {"changes": _own(document, _stored(changes))}
    if was:
        texts["was"] = _own(document, _stored(was))
    draft = _draft(EntryKind.CORRECTION, document, {}, stamp)
    return Addition(draft, texts, (document,))


def _stored(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: to_json(value) for key, value in values.items()}


def record_capture(document: Document, stamp: Stamp) -> Addition:
    """Give the entry of a further capture of words that are held already."""
    return Addition(
        _draft(EntryKind.CORRECTION, document.id, {}, stamp),
        {"capture": _own(document.id, to_json(capture_of(document)))},
        (document.id,),
    )


_NEEDED = {Decision.ADD: "document", Decision.ATTRIBUTE: "id"}
"""What the changes of a ruling that adds something must hold at least."""


def record_ruling(
    opinion: Opinion, stamp: Stamp, *, made: Stamp | None = None
) -> Addition:
    """Give the entry of a ruling; its words and what was on screen lie beside it.

    Args:
        opinion: What was decided.
        stamp: Who records it, and when.
        made: Who decided, and when, where the ruling comes from another ledger.

    Raises:
        LedgerError: It adds a claim or an attribution and says of none which.
    """
    needed = _NEEDED.get(opinion.decision)
    if needed is not None and needed not in opinion.changes:
        raise LedgerError(
            f'a ruling "{opinion.decision}" holds all of what it adds; its changes have'
            f' no "{needed}"'
        )
    made = made or stamp
    words = {
        "reason": opinion.reason,
        "changes": dict(opinion.changes),
        "shown": opinion.shown,
    }
    body = {
        "decision": str(opinion.decision),
        "documents": list(opinion.documents),
    }
    return Addition(
        _draft(EntryKind.RULING, opinion.subject, body, stamp),
        {"ruling": _own(opinion.subject, {**words, "at": made.at, "by": made.by})},
        opinion.documents or (DocumentId(opinion.subject),),
    )


def record_finding(finding: Finding, stamp: Stamp) -> Addition:
    """Give the entry of a finding; its words lie beside it."""
    documents = tuple(sorted({given.document for given in finding.inputs}))
    body = {
        "rule": finding.rule,
        "version": finding.version,
        "documents": list(documents),
    }
    return Addition(
        _draft(EntryKind.FINDING, finding.fingerprint, body, stamp),
        {"finding": canonical_json(to_json(finding))},
        documents,
    )


def record_withdrawal(fingerprint: str, reason: str, stamp: Stamp) -> Addition:
    """Give the entry that says a finding no longer comes out of the checks."""
    return Addition(
        _draft(EntryKind.FINDING, fingerprint, {"withdrawn": reason}, stamp)
    )


def record_layer(
    subject: str, body: Mapping[str, Any], geometry: str, stamp: Stamp
) -> Addition:
    """Give the entry of a control layer or unit; its polygons' text lies beside it.

    Args:
        subject: Id of the layer or unit, which owns the text.
        body: What is said of it: authority, day, status, licence, area.
        geometry: GeoJSON of the polygons.
        stamp: When and by whom it is recorded.
    """
    return Addition(
        _draft(EntryKind.LAYER, subject, dict(body), stamp),
        {"geometry": geometry},
        (DocumentId(subject),),
    )


def record_tombstone(document: DocumentId, reason: str, stamp: Stamp) -> Addition:
    """Give the entry that erases a document's words; the reason stays readable."""
    return Addition(
        _draft(EntryKind.TOMBSTONE, document, {"reason": canonical_text(reason)}, stamp)
    )


def capture_of(document: Document) -> Capture:
    """Give what is known of a document besides its text."""
    return Capture(**{f.name: getattr(document, f.name) for f in fields(Capture)})


def complete(addition: Addition) -> Draft:
    """Give the draft with the hashes of its texts in the body."""
    draft = addition.draft
    hashes = {key: digest_text(text) for key, text in addition.texts.items()}
    return Draft(
        draft.kind, draft.subject, {**draft.body, **hashes}, draft.at, draft.by
    )


def parse_published(body: Mapping[str, Any]) -> date | None:
    """Give the day a reading was made against, None when it was unknown."""
    day = body.get("published")
    return None if day is None else date.fromisoformat(day)


def _draft(kind: EntryKind, subject: str, body: dict[str, Any], stamp: Stamp) -> Draft:
    return Draft(kind, subject, body, stamp.at, canonical_text(stamp.by))


def _own(owner: str, value: Mapping[str, Any]) -> str:
    """Give JSON that no other document shares: its erasure must not touch others."""
    return canonical_text(canonical_json({**value, "of": owner}))
