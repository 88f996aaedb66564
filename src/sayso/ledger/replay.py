"""Entries to current state: the one place that says what an entry does.

A document's rows are a pure function of its facts, its current reading and the
rulings on its claims, so they are made anew whenever one of these changes. Backends
only keep what they are given.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from sayso.errors import LedgerDamaged, LedgerError
from sayso.ledger.held import Capture, HeldDocument, HeldFinding, HeldRuling
from sayso.ledger.naming import parse_subject
from sayso.ledger.protocol import Store
from sayso.ledger.records import READING_PARTS, Addition, complete, parse_published
from sayso.ledger.rows import make_rows
from sayso.ledger.rulings import status_of
from sayso.model import (
    Attribution,
    Claim,
    Decision,
    Document,
    DocumentId,
    Draft,
    Entry,
    EntryKind,
    Finding,
    Gap,
    Reading,
    Span,
    StatedQuantity,
    Timex,
    Toponym,
    canonical_text,
    chain_entry,
    from_json,
    to_json,
)

_PART_KINDS: dict[str, Any] = {
    "attributions": tuple[Attribution, ...],
    "claims": tuple[Claim, ...],
    "quantities": tuple[StatedQuantity, ...],
    "timexes": tuple[Timex, ...],
    "toponyms": tuple[Toponym, ...],
    "gaps": tuple[Gap, ...],
    "persons": tuple[Span, ...],
}


def append_all(store: Store, additions: Iterable[Addition]) -> tuple[Entry, ...]:
    """Chain and keep what says something new, and bring the state up to date."""
    last, made, touched = store.tail(), list[Entry](), dict[DocumentId, None]()
    for addition in additions:
        draft = complete(addition)
        if not _says_something_new(store, draft):
            continue
        _refuse_erased(store, addition)
        for digest, text in _texts(draft, addition):
            store.put_text(digest, text, addition.documents)
        last = chain_entry(draft, after=last)
        touched |= dict.fromkeys(apply_entry(store, last, is_new=True))
        made.append(last)
    for document in touched:
        refresh(store, document)
    return tuple(made)


def replay_all(store: Store, entries: Iterable[Entry]) -> None:
    """Bring an empty state up to date with all entries."""
    touched = dict[DocumentId, None]()
    for entry in entries:
        touched |= dict.fromkeys(apply_entry(store, entry, is_new=False))
    for document in touched:
        refresh(store, document)


def take_over(
    store: Store,
    entries: Iterable[Entry],
    texts: Iterable[tuple[str, str | None, tuple[DocumentId, ...]]],
) -> None:
    """Keep another ledger's entries and texts as they are, and bring the state up.

    Args:
        store: Of an empty ledger.
        entries: All of them, in order.
        texts: Hash, text (None when it was erased) and the documents it belongs to.
    """
    for digest, text, documents in texts:
        if text is None:
            store.put_owners(digest, documents)
        else:
            store.put_text(digest, text, documents)
    touched = dict[DocumentId, None]()
    for entry in entries:
        touched |= dict.fromkeys(apply_entry(store, entry, is_new=True))
    for document in touched:
        refresh(store, document)


def refuse_filled(store: Store, address: str) -> None:
    """Refuse to take another ledger's entries into one that has some.

    Raises:
        LedgerError: It has.
    """
    last = store.tail()
    if last is not None:
        raise LedgerError(
            f'ledger "{address}" has {last.sequence:,} entries; another is taken over'
            " into an empty one only"
        )


def apply_entry(store: Store, entry: Entry, *, is_new: bool) -> tuple[DocumentId, ...]:
    """Change the state as an entry says, and keep the entry when it is new.

    Returns:
        The documents whose rows must be made anew.
    """
    if entry.kind is EntryKind.TOMBSTONE:
        _apply_tombstone(store, entry)
    if is_new:
        store.put_entry(entry)
    match entry.kind:
        case EntryKind.DOCUMENT:
            _apply_document(store, entry)
        case EntryKind.READING:
            _apply_reading(store, entry)
        case EntryKind.CORRECTION:
            _apply_correction(store, entry)
        case EntryKind.RULING:
            return _apply_ruling(store, entry)
        case EntryKind.FINDING:
            _apply_finding(store, entry)
            return ()
        case EntryKind.LAYER:
            return ()  # what layers say is read from their entries
        case EntryKind.TOMBSTONE:
            pass
    return (DocumentId(entry.subject),)


def refresh(store: Store, document: DocumentId) -> None:
    """Make a document's rows anew from its facts, reading and rulings."""
    held = store.get_document(document)
    if held is None:
        return
    content = store.get_text(held.reading) if held.reading else None
    rows = None
    if content is not None:
        parts, rulings = json.loads(content), store.rulings_of(document)
        rows = make_rows(held, parts, rulings, store.naming())
    store.put_rows(document, rows)
    counted = replace(
        held,
        claims=len(rows.claims) if rows else 0,
        attributions=len(rows.attributions) if rows else 0,
        gaps=len(rows.gaps) if rows else 0,
    )
    store.put_document(counted)


def hold_document(held: HeldDocument, text: str) -> Document:
    """Give the document of held facts and text."""
    known = {f.name: getattr(held.facts, f.name) for f in fields(Capture)}
    return Document(text=text, **known)


def read_parts(document: Document, content: str, reader: str) -> Reading:
    """Give the reading that is stored beside its entry."""
    stored = json.loads(content)
    # a reading of before has no persons
    parts = {
        p: from_json(_PART_KINDS[p], stored[p]) for p in READING_PARTS if p in stored
    }
    return Reading(document=document, reader=reader, **parts)


def _texts(draft: Draft, addition: Addition) -> Iterable[tuple[str, str]]:
    return ((draft.body[key], text) for key, text in addition.texts.items())


def _says_something_new(store: Store, draft: Draft) -> bool:
    match draft.kind:
        case EntryKind.DOCUMENT:
            return store.get_document(DocumentId(draft.subject)) is None
        case EntryKind.READING:
            held = _held(store, draft.subject)
            known = held.reading, held.reader, held.read_as_of
            body = draft.body
            return known != (body["reading"], body["reader"], parse_published(body))
        case EntryKind.FINDING:
            found = store.get_finding(draft.subject)
            if "withdrawn" in draft.body:
                return found is not None and found.withdrawn is None
            return found is None or found.withdrawn is not None
        case EntryKind.TOMBSTONE:
            return _held(store, draft.subject).erased is None
        case _:
            return True


def _refuse_erased(store: Store, addition: Addition) -> None:
    for document in addition.documents:
        held = store.get_document(document)
        if held is not None and held.erased is not None:
            raise LedgerError(
                f"the text of document {document[:12]} was erased"
                f' ("{held.erased}"); nothing is added to it'
            )


def _held(store: Store, document: str) -> HeldDocument:
    held = store.get_document(DocumentId(document))
    if held is None:
        raise LedgerError(f"document {document[:12]} is not in the ledger")
    return held


def _apply_document(store: Store, entry: Entry) -> None:
    content = store.get_text(entry.body["facts"])
    facts = Capture() if content is None else load_facts_of(content)
    held = HeldDocument(
        id=DocumentId(entry.subject),
        number=entry.sequence,
        length=entry.body["length"],
        facts=facts,
    )
    store.put_document(held)
    text = store.get_text(entry.body["text"])
    if text is not None:
        store.index_text(held, text)


def _apply_reading(store: Store, entry: Entry) -> None:
    held = replace(
        _held(store, entry.subject),
        reader=entry.body["reader"],
        read_as_of=parse_published(entry.body),
        reading=entry.body["reading"],
        reading_number=entry.sequence,
    )
    store.put_document(held)


def _apply_correction(store: Store, entry: Entry) -> None:
    held = _held(store, entry.subject)
    key = "capture" if "capture" in entry.body else "changes"
    content = store.get_text(entry.body[key])
    if content is None:
        return
    if key == "capture":
        captures = (*held.captures, load_facts_of(content))
        store.put_document(replace(held, captures=captures))
        return
    changes = _without_owner(content)
    facts = from_json(Capture, {**to_json(held.facts), **changes})
    known = replace(held, facts=facts)
    store.put_document(known)
    text = store.get_text(held.id)
    if text is not None and facts.title != held.facts.title:
        store.unindex_text(held, text)
        store.index_text(known, text)


def _apply_ruling(store: Store, entry: Entry) -> tuple[DocumentId, ...]:
    content = store.get_text(entry.body["ruling"])
    documents = tuple(DocumentId(d) for d in entry.body["documents"])
    if content is None:
        return documents
    words = _without_owner(content)
    ruling = HeldRuling(
        sequence=entry.sequence,
        subject=entry.subject,
        documents=documents,
        reviewer=canonical_text(words["by"]),
        at=words["at"],
        decision=Decision(entry.body["decision"]),
        reason=words["reason"],
        changes=words["changes"],
    )
    renamed = _renamed(store, ruling)
    store.put_ruling(ruling)
    if renamed is not None:
        return (*documents, *renamed)
    found = store.get_finding(entry.subject)
    if found is not None:
        ruled = status_of(store.rulings(entry.subject))
        store.put_finding(replace(found, status=ruled))
    return documents


def _renamed(store: Store, ruling: HeldRuling) -> tuple[DocumentId, ...] | None:
    """Give the documents whose rows a ruling on names changes, None for another ruling.

    Asked before the ruling is taken in: they stand under the keys as they were.
    """
    subject = parse_subject(ruling.subject)
    if subject is None:
        return None
    kind, key = subject
    naming = store.naming()
    undone = [r for r in naming.rulings if r.sequence == ruling.changes.get("of")]
    into = [r.changes["into"]["key"] for r in (ruling, *undone) if "into" in r.changes]
    keys = {key, *map(str, into)}
    shown = {naming.shown_key(kind, one) for one in keys} | keys
    return tuple(
        document
        for one in sorted(shown)
        for document in store.documents_named(kind, one)
    )


def _apply_finding(store: Store, entry: Entry) -> None:
    if "withdrawn" in entry.body:
        found = store.get_finding(entry.subject)
        if found is not None:
            store.put_finding(replace(found, withdrawn=entry.body["withdrawn"]))
        return
    content = store.get_text(entry.body["finding"])
    if content is not None:
        finding = from_json(Finding, json.loads(content))
        status = status_of(store.rulings(entry.subject))
        store.put_finding(HeldFinding(entry.sequence, finding, status))


def _apply_tombstone(store: Store, entry: Entry) -> None:
    held = _held(store, entry.subject)
    text = store.get_text(held.id)
    if text is not None:
        store.unindex_text(held, text)
    store.drop_words_of(held.id)
    store.put_document(
        HeldDocument(
            id=held.id,
            number=held.number,
            length=held.length,
            facts=Capture(),
            erased=entry.body["reason"],
        )
    )


def load_facts_of(content: str) -> Capture:
    """Give the facts that an entry keeps beside it, others at their defaults."""
    return from_json(Capture, _without_owner(content))


def _without_owner(content: str) -> dict[str, Any]:
    try:
        value: dict[str, Any] = json.loads(content)
        del value["of"]
    except (KeyError, TypeError, ValueError) as error:
        raise LedgerDamaged(
            f"a stored text is not as it was written: {error}"
        ) from error
    return value
