"""Incidents in words and as records: what the command and the pages both say."""

from __future__ import annotations

from typing import Any

from sayso.linking.accounts import Account, StatedRange, number_of
from sayso.linking.beside import Beside
from sayso.linking.incidents import Incident
from sayso.linking.outlets import Reach
from sayso.model import Claim, to_number
from sayso.workspace.events import Events


def called(incident: Incident) -> str:
    """Give an incident's kind, place, scene and days in words."""
    where = incident.place or "no place told"
    scene = f" ({incident.scene})" if incident.scene else ""
    days = " to ".join(
        dict.fromkeys(d.isoformat() for d in (incident.first, incident.last) if d)
    )
    period = ", a count of the period" if incident.is_period else ""
    return f"{incident.kind}, {where}{scene}, {days or 'day not told'}{period}"


def range_in_words(stated: StatedRange) -> str:
    """Give a stated range in one line: never a best figure."""
    status = f", {stated.status}" if stated.status else ""
    what = stated.measure.replace(".", " ")
    ends = " to ".join(words_of(claim) for claim in ends_of(stated))
    figures = "figure" if stated.figures == 1 else "figures"
    voices = "voice" if stated.voices == 1 else "voices"
    return (
        f"stated range: {what}{status}: {ends}"
        f" ({stated.figures} {figures}, {stated.voices} {voices})"
    )


def ends_of(stated: StatedRange) -> tuple[Claim, ...]:
    """Give the lowest and the highest figure, one where both say the same."""
    low, high = stated.low, stated.high
    is_same = _limits(low) == _limits(high)
    return (low,) if is_same else (low, high)


def _limits(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    return quantity.low, quantity.high, quantity.bound


def beside_in_words(other: Beside) -> str:
    """Give what is not in an incident, with the reason first."""
    incident = other.incident
    count = len(incident.claims)
    claims = "claim" if count == 1 else "claims"
    return f"{other.reason}: {called(incident)}, {count} {claims} ({incident.id[:8]})"


def voice_of(claim: Claim, events: Events) -> str:
    """Give what a rendered claim begins with, names of private persons withheld."""
    return events.corpus.context.voice(claim)


def said_in_words(claim: Claim, events: Events) -> str:
    """Give a claim in one line that begins with its voice."""
    return f"{voice_of(claim, events)}: {words_of(claim)} ({where_told(claim, events)})"


def words_of(claim: Claim) -> str:
    """Give a claim's exact words in quotation marks, on one line."""
    return f'"{" ".join(claim.quantity.span.text.split())}"'


def where_told(claim: Claim, events: Events) -> str:
    """Give the outlet and day of a claim's document."""
    return f"{events.corpus.outlet(claim.document)}, {day_of(claim, events)}"


def day_of(claim: Claim, events: Events) -> str:
    """Give the day of a claim's document, with the hour where one is stated."""
    document = events.corpus.context.documents[claim.document]
    hour = f" {document.hour}" if document.hour else ""
    return f"{events.corpus.day(claim.document)}{hour}"


def incident_record(
    incident: Incident, events: Events, *, is_whole: bool = False
) -> dict[str, Any]:
    """Give an incident as a JSON record; `is_whole` adds what is not in it."""
    accounts = events.accounts(incident)
    record: dict[str, Any] = {
        "id": incident.id,
        "kind": str(incident.kind),
        "place": incident.place,
        "located": incident.located and incident.located.id,
        "days": [d and d.isoformat() for d in (incident.first, incident.last)],
        "scene": incident.scene,
        "is_period": incident.is_period,
        "documents": list(incident.documents),
        "reach": _reach(accounts.reach),
        "stated_ranges": [_range_record(r) for r in accounts.ranges],
        "accounts": [_account_record(row, events) for row in accounts.rows],
        "not_comparable": [
            {"claim": claim.id, "reason": str(reason)}
            for claim, reason in accounts.apart
        ],
    }
    if is_whole:
        record["not_in_it"] = [
            {
                "incident": other.incident.id,
                "reason": str(other.reason),
                "claims": len(other.incident.claims),
            }
            for other in events.beside(incident)
        ]
    return record


def _range_record(stated: StatedRange) -> dict[str, Any]:
    return {
        "measure": stated.measure,
        "status": stated.status and str(stated.status),
        "lowest": to_number(number_of(stated.low)),
        "lowest_claim": stated.low.id,
        "highest": to_number(number_of(stated.high)),
        "highest_claim": stated.high.id,
        "figures": stated.figures,
        "voices": stated.voices,
    }


def _account_record(row: Account, events: Events) -> dict[str, Any]:
    return {
        "voice": voice_of(row.first, events),
        "measure": row.measure,
        "status": row.status and str(row.status),
        "interval": str(row.interval),
        "first": row.first.quantity.span.text,
        "last": row.last.quantity.span.text,
        "revisions": [[before.id, after.id] for before, after in row.revisions],
        "reach": _reach(row.reach),
        "claims": [claim.id for claim in row.claims],
    }


def _reach(reach: Reach) -> dict[str, int]:
    return {
        "documents": reach.documents,
        "outlets": reach.outlets,
        "owners": reach.owners,
        "origins": reach.origins,
    }
