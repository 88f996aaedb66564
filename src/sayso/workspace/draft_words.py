"""A checked draft in words, as records, as SARIF and as citations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso import __version__
from sayso.exports import Paper
from sayso.exports.sarif import SCHEMA
from sayso.ledger import HeldDocument
from sayso.model.withheld import spell_withheld
from sayso.workspace.drafting import (
    CheckedDraft,
    DraftItem,
    Footing,
    Stand,
)

LEVELS = {
    Footing.STANDS: "none",
    Footing.OTHERWISE: "note",
    Footing.ALTERED: "warning",
    Footing.NOWHERE: "warning",
}
"""Footing -> SARIF level; never error: it says where something stands."""
_KINDS = {
    Footing.STANDS: "pass",
    Footing.OTHERWISE: "review",
    Footing.ALTERED: "fail",
    Footing.NOWHERE: "open",
}
_RULES = {
    Footing.STANDS: "stands-word-for-word",
    Footing.OTHERWISE: "stands-otherwise",
    Footing.ALTERED: "quotation-altered",
    Footing.NOWHERE: "not-held",
}


def voice_of(stand: Stand) -> str:
    """Give who says it there, names of private persons withheld."""
    return stand.speaker or f"Unattributed in {outlet_of(stand.document)}"


def outlet_of(document: HeldDocument) -> str:
    """Give who published a document, or what it is called."""
    facts = document.facts
    return facts.outlet or facts.name or f"document {document.id[:8]}"


def words_of(stand: Stand) -> str:
    """Give the words there on one line, with what is withheld spelled out."""
    return " ".join(spell_withheld(stand.span.text).split())


def where_of(stand: Stand) -> str:
    """Give the outlet and day in which it stands."""
    day = stand.document.facts.published
    return f"{outlet_of(stand.document)}, {day.isoformat() if day else 'day unknown'}"


def differing(stand: Stand) -> tuple[str, ...]:
    """Give in what it stands otherwise, or the words that were altered."""
    if stand.changes:
        return tuple(
            f"there “{before or '…'}”, in the draft “{after or '…'}”"
            for before, after in stand.changes
        )
    return tuple(map(str, stand.differences))


def sentence_of(item: DraftItem) -> str:
    """Give an item in one line: its words and how it stands."""
    what = "quotation" if item.is_quotation else "figure"
    words = " ".join(item.span.text.split())
    shown = words if len(words) <= 90 else f"{words[:88]}…"
    return f"{what} “{shown}”: {item.footing}"


def paper_of(document: HeldDocument) -> Paper:
    """Give what a citation tells of a document."""
    facts = document.facts
    return Paper(
        id=document.id,
        name=facts.name,
        title=facts.title,
        outlet=facts.outlet,
        url=facts.url,
        published=facts.published.isoformat() if facts.published else None,
        published_basis=str(facts.published_basis),
        retrieved=facts.retrieved,
        raw_sha256=facts.raw_sha256,
        language=facts.language,
        extractor=facts.extractor,
    )


def draft_record(checked: CheckedDraft) -> dict[str, Any]:
    """Give the whole as one JSON record."""
    return {
        "counts": {str(f): checked.count(f) for f in Footing},
        "items": [_item_record(item) for item in checked.items],
    }


def _item_record(item: DraftItem) -> dict[str, Any]:
    return {
        "kind": "quotation" if item.is_quotation else "figure",
        "words": item.span.text,
        "span": [item.span.start, item.span.end],
        "speaker": item.speaker,
        "measure": item.measure,
        "footing": str(item.footing),
        "stands": [
            {
                "document": stand.document.id,
                "outlet": stand.document.facts.outlet,
                "published": _day(stand.document),
                "url": stand.document.facts.url,
                "speaker": voice_of(stand),
                "words": spell_withheld(stand.span.text),
                "span": [stand.span.start, stand.span.end],
                "claim": stand.claim and stand.claim.id,
                "differences": [
                    {"field": str(d.field), "draft": d.draft, "held": d.held}
                    for d in stand.differences
                ],
                "changes": [list(change) for change in stand.changes],
            }
            for stand in item.stands
        ],
    }


def draft_sarif(checked: CheckedDraft) -> str:
    """Give SARIF 2.1.0: one result an item, with the places where it stands."""
    uri = checked.document.name or "draft.txt"
    rules = [{"id": _RULES[f], "name": str(f)} for f in Footing]
    run = {
        "tool": {"driver": {"name": "sayso", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, uri) for item in checked.items],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(item: DraftItem, uri: str) -> dict[str, Any]:
    lines = [sentence_of(item), *_stand_lines(item)]
    level = LEVELS[item.footing] if _KINDS[item.footing] == "fail" else "none"
    return {
        "ruleId": _RULES[item.footing],
        "kind": _KINDS[item.footing],
        "level": level,
        "message": {"text": "\n".join(lines)},
        "locations": [_location(uri, item.span.start, item.span.end, item.span.text)],
        "relatedLocations": [
            {
                **_location(
                    f"urn:sha256:{s.document.id}",
                    s.span.start,
                    s.span.end,
                    spell_withheld(s.span.text),
                ),
                "message": {"text": f"{voice_of(s)}, {where_of(s)}"},
            }
            for s in item.stands
        ],
    }


def _stand_lines(item: DraftItem) -> Iterator[str]:
    for stand in item.stands:
        told = "; ".join(differing(stand))
        yield f"{voice_of(stand)} ({where_of(stand)})" + (f": {told}" if told else "")


def _location(uri: str, start: int, end: int, words: str) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri},
            "region": {
                "charOffset": start,
                "charLength": end - start,
                "snippet": {"text": words},
            },
        }
    }


def _day(document: HeldDocument) -> str | None:
    day = document.facts.published
    return None if day is None else day.isoformat()
