"""Ledger entries: what was recorded, by whom, when, chained by hashes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sayso.model.identity import digest_json

GENESIS = "0" * 64
"""What the first entry names as the hash before it."""


class EntryKind(StrEnum):
    """What an entry records."""

    DOCUMENT = "document"
    READING = "reading"
    """The claims, attributions and gaps of one document by one reader version."""
    FINDING = "finding"
    RULING = "ruling"
    TOMBSTONE = "tombstone"
    """Erases a document's text for safety or law; hashes stay."""
    CORRECTION = "correction"
    """Later knowledge of a document, such as its publication date."""
    LAYER = "layer"
    """Control polygons that an authority drew for a day, or a region to count in."""


class Decision(StrEnum):
    """What a person rules on a reading or a finding."""

    CONFIRM = "confirm"
    REJECT = "reject"
    EDIT = "edit"
    UNSURE = "unsure"
    ACCEPT = "accept"
    DISMISS = "dismiss"
    UNDO = "undo"
    UNMASK = "unmask"
    JOIN = "join"
    """The claim's event is that of another claim; of a name, that it is another's."""
    SPLIT = "split"
    """The claim is of another event than the one it was gathered in; of a name, that it
    is not what it was joined to, or that some claims are another's."""
    ADD = "add"
    """These words are a claim that the reader missed; the changes are all of it."""
    ATTRIBUTE = "attribute"
    """These words are an attribution that the reader missed."""
    NO_CLAIM = "no_claim"
    """A stretch of a document that holds no claim."""
    CALL = "call"
    """A speaker, party or place goes by another name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has its place in the ledger; fields as in `Entry`."""

    kind: EntryKind
    subject: str
    body: dict[str, Any]
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger; never changed, never removed."""

    sequence: int
    """1 for the first, then without gaps."""
    kind: EntryKind
    subject: str
    """Id of what it is about: document, claim or finding fingerprint."""
    body: dict[str, Any]
    """JSON object; texts of documents are kept beside, under their hash."""
    at: str
    """Instant of recording, ISO 8601 in UTC."""
    by: str
    """Who recorded it: "sayso" and its version, or a person's chosen name."""
    previous: str
    """Hash of the entry before, or `GENESIS`."""
    hash: str
    """Hash of all other fields, see `chain_entry`."""


def chain_entry(draft: Draft, *, after: Entry | None) -> Entry:
    """Give the entry that a draft becomes when it is appended after another.

    Its hash is the SHA-256 of the canonical JSON of [sequence, kind, subject, body,
    at, by, previous], so a stranger can recompute it.

    Args:
        draft: What is to be recorded.
        after: The last entry of the ledger, None for an empty one.
    """
    sequence = 1 if after is None else after.sequence + 1
    previous = GENESIS if after is None else after.hash
    fields = (draft.kind, draft.subject, draft.body, draft.at, draft.by, previous)
    return Entry(sequence, *fields, hash=digest_json([sequence, *fields]))
