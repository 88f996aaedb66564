"""A coder sheet with ACLED's columns: what a claim says is filled in, the rest is not.

Fatalities stay empty for the coder: a claim is no event and its figure no count. The
notes say who said so, per whom.
"""

from __future__ import annotations

import csv
from typing import Any, TextIO

from sayso.exports.bundle import Bundle, Format, Row
from sayso.exports.cells import harmless_cell
from sayso.model import PlaceKind, to_days

COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
)
"""The columns of ACLED's data files, in their order (codebook of 2024)."""
OURS = (
    "event_id",
    "sayso_claim",
    "sayso_review",
    "sayso_document",
    "sayso_language",
    "sayso_span",
    "sayso_url",
)
"""Columns behind them that lead back to the words."""
_TIME = {1: 1, 7: 2}
"""Days covered, at most -> ACLED's precision of time; above, 3."""


def write_coder(bundle: Bundle, out: TextIO) -> None:
    """Write the head and one row a claim."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*COLUMNS, *OURS))
    events = bundle.events()
    for row in bundle.rows:
        event = events.get(row.id)
        known = {**_known(row), "event_id": event.id if event else ""}
        writer.writerow([harmless_cell(known.get(c, "")) for c in (*COLUMNS, *OURS)])


def _known(row: Row) -> dict[str, Any]:
    claim, place = row.claim, row.claim.located
    known: dict[str, Any] = {
        **_days(row),
        "actor1": claim.actor or "",
        "actor2": claim.affected or "",
        "source": row.paper.called,
        "notes": notes_of(row),
        "tags": claim.measure,
        "sayso_claim": row.id,
        "sayso_review": row.review,
        "sayso_document": row.paper.id,
        "sayso_language": row.paper.language or "",
        "sayso_span": f"{claim.quantity.span.start}-{claim.quantity.span.end}",
        "sayso_url": row.paper.url or "",
    }
    if place is not None:
        known |= {
            "country": place.country or "",
            "admin1": place.region or "",
            "location": place.name,
            "latitude": place.lat,
            "longitude": place.lon,
            "geo_precision": 1 if place.kind is PlaceKind.SETTLEMENT else 3,
        }
    return known


def notes_of(row: Row) -> str:
    """Give "<speaker> said ..., per <outlet>" with the exact words."""
    claim = row.claim
    words = " ".join(claim.quantity.span.text.split())
    said = "denied" if str(claim.stance) == "denied" else "said"
    voice = row.voice if claim.speaker or claim.claimant else None
    if voice is None:
        return f"Unattributed in {row.paper.called}: “{words}” ({claim.measure})"
    via = f" via {', '.join(claim.via)}" if claim.via else ""
    return f"{voice} {said} “{words}” ({claim.measure}){via}, per {row.paper.called}"


def _days(row: Row) -> dict[str, Any]:
    period = row.claim.period
    if period is None or period.first is None or period.last is None:
        return {}
    first, _ = to_days(period)
    covered = (period.last - period.first).days + 1
    precision = next((code for most, code in _TIME.items() if covered <= most), 3)
    return {
        "event_date": first,
        "year": period.first.year,
        "time_precision": precision,
    }


FORMAT = Format(
    "coder",
    ".csv",
    "text/csv",
    write_coder,
    "a sheet with ACLED's columns for a coder; fatalities stay empty",
    (
        "interval, bound and unit as fields; the exact words stand in the notes",
        "stance besides a denial",
        "country as its code of two letters, not ACLED's name and number",
        "title, hash of the bytes, reviewer and instant of rulings",
        "findings and chains",
    ),
)
