"""What a document that is handed in again adds: a capture, a correction, or nothing.

The words are held already. The same outlet and address with a day that was unknown, or
that a person now gives, is later knowledge; another outlet or address is a further
capture of the same words, which matters when repetitions are counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from sayso.ledger.held import Capture, HeldDocument
from sayso.ledger.records import (
    Addition,
    Stamp,
    capture_of,
    record_capture,
    record_correction,
)
from sayso.model import DateBasis, Document

_FILLED_IN = ("title", "outlet", "url", "language")
"""Facts that are taken over where they were unknown."""
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def add_again(
    held: HeldDocument, document: Document, stamp: Stamp
) -> tuple[Addition, ...]:
    """Give what to record of a document that is held; often nothing."""
    seen = capture_of(document)
    if _is_elsewhere(held.facts, seen):
        known = {(c.outlet, c.url) for c in held.captures}
        is_new = (seen.outlet, seen.url) not in known
        return (record_capture(document, stamp),) if is_new else ()
    changes = later_knowledge(held, document)
    return (record_correction(held.id, changes, stamp),) if changes else ()


def later_knowledge(held: HeldDocument, document: Document) -> Mapping[str, Any]:
    """Give the facts that a document handed in again corrects, with new values."""
    facts, seen = held.facts, capture_of(document)
    if _is_elsewhere(facts, seen):
        return _NOTHING
    changes = {
        name: getattr(seen, name)
        for name in _FILLED_IN
        if getattr(facts, name) is None and getattr(seen, name) is not None
    }
    counts = seen.published_basis is DateBasis.GIVEN or facts.published is None
    if counts and seen.published not in (None, facts.published):
        changes["published"] = seen.published
        changes["published_basis"] = seen.published_basis
    return changes


def as_known(held: HeldDocument, document: Document) -> Document:
    """Give the document with the facts in force once its additions are recorded."""
    facts = replace(held.facts, **later_knowledge(held, document))
    return replace(
        document,
        published=facts.published,
        published_basis=facts.published_basis,
        outlet=facts.outlet,
        url=facts.url,
        title=facts.title,
        language=facts.language,
    )


def _is_elsewhere(facts: Capture, seen: Capture) -> bool:
    """True when outlet or address are known on both sides and differ."""
    return any(
        known is not None and told is not None and known != told
        for known, told in ((facts.outlet, seen.outlet), (facts.url, seen.url))
    )
