"""What a document that is handed in again adds: a capture, a correction, or nothing.

The words are held already. The same outlet and address with a day that was unknown,
less certain, of the same name, or that a person now gives, is later knowledge; another
outlet or address is a further capture of the same words, which matters when
repetitions are counted.
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
_OF_THE_DAY = ("published", "published_basis", "published_from", "hour")
_BASES = (DateBasis.GIVEN, DateBasis.METADATA, DateBasis.TEXT, DateBasis.UNKNOWN)
_TOLD = {
    "published": "day of publication",
    "outlet": "outlet",
    "url": "address",
    "title": "title",
}
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
    if not changes:
        return ()
    was = {name: getattr(held.facts, name) for name in changes}
    return (record_correction(held.id, changes, stamp, was=was),)


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
    if seen.published not in (None, facts.published) and _counts(facts, seen):
        changes |= {name: getattr(seen, name) for name in _OF_THE_DAY}
    return changes


def _counts(facts: Capture, seen: Capture) -> bool:
    """True when the day of a later capture is better known than the one held."""
    held, told = (_BASES.index(basis) for basis in _bases(facts, seen))
    if seen.published_basis is DateBasis.GIVEN or facts.published is None:
        return True
    return told < held or (told == held and _is_same_name(facts, seen))


def _bases(facts: Capture, seen: Capture) -> tuple[DateBasis, DateBasis]:
    return facts.published_basis, seen.published_basis


def tell_changes(before: Capture, after: Capture) -> tuple[str, ...]:
    """Give in words which facts differ: "outlet Post -> Tarn Wire"."""
    return tuple(
        f"{words} {_shown(getattr(before, name))} -> {_shown(getattr(after, name))}"
        for name, words in _TOLD.items()
        if getattr(before, name) != getattr(after, name)
    )


def _shown(value: object) -> str:
    return "unknown" if value is None else str(value)


def as_known(held: HeldDocument, document: Document) -> Document:
    """Give the document with the facts in force once its additions are recorded."""
    facts = replace(held.facts, **later_knowledge(held, document))
    return replace(
        document,
        published=facts.published,
        published_basis=facts.published_basis,
        published_from=facts.published_from,
        hour=facts.hour,
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


def _is_same_name(facts: Capture, seen: Capture) -> bool:
    """True for the same name, but for standard input, which has one for everything."""
    name = facts.name or ""
    return name != "" and name == seen.name and not name.startswith("stdin.")
