"""Held values as the JSON records that commands print; names of private persons out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from sayso.model import to_days, to_json
from sayso.workspace.handed.held import (
    CoverageRow,
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldSpeaker,
)
from sayso.workspace.handed.taken import Skipped


def print_record(record: dict[str, Any]) -> None:
    """Print one JSON document, readable."""
    print(json.dumps(record, ensure_ascii=False, indent=2))


def print_lines(records: Iterable[dict[str, Any]]) -> None:
    """Print one JSON record a line."""
    for record in records:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def claim_record(held: HeldClaim) -> dict[str, Any]:
    """Give a claim in the form of CLAIMS.md, with document, outlet, day and status."""
    claim = held.claim
    place = claim.located
    return {
        **claim.to_record(),
        "id": held.id,
        "document": claim.document,
        "outlet": held.outlet,
        "language": held.language,
        "published": to_json(held.published),
        "status": str(held.status),
        "speaker": claim.speaker and to_json(claim.speaker),
        "located": place and to_json(place),
        "reader": claim.reader,
    }


def document_record(held: HeldDocument) -> dict[str, Any]:
    """Give a document without its text."""
    record: dict[str, Any] = to_json(held)
    return record


def attribution_record(held: HeldAttribution) -> dict[str, Any]:
    """Give an attribution with its spans as [start, end, words]."""
    return {**to_json(held.attribution), "figures": held.figures}


def speaker_record(held: HeldSpeaker) -> dict[str, Any]:
    """Give a speaker with its counts."""
    counts = {"claims": held.claims, "attributions": held.attributions}
    return {**to_json(held.speaker), **counts}


def coverage_record(row: CoverageRow) -> dict[str, Any]:
    """Give the documents of one outlet and day."""
    return {
        "outlet": row.outlet,
        "published": to_json(row.published),
        "documents": row.documents,
        "read": row.read,
        "claims": row.claims,
        "gaps": row.gaps,
    }


def skipped_record(skipped: Skipped) -> dict[str, Any]:
    """Give an input that gave no document."""
    return {"skipped": skipped.name, "reason": skipped.reason}


def show_period(held: HeldClaim) -> str:
    """Give the days of a claim for people: one day, or first and last."""
    if held.claim.period is None:
        return ""
    first, last = to_days(held.claim.period)
    return first or "" if first == last else f"{first or '…'}–{last or '…'}"
