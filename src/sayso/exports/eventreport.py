"""One row a report and event: the shape that conflict coders aggregate.

What each report says of each event, with the least and most of its own figures and
their words; which rule makes one number of several reports (lowest, latest, median of
outlets) is the coder's, and no column does it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from sayso.exports.bundle import Bundle, Event, Format, Row
from sayso.exports.cells import harmless_cell
from sayso.linking.accounts import PersonStatus, status_of
from sayso.model import Stance, to_number

COUNTED = (
    ("killed", "people.killed"),
    ("wounded", "people.wounded"),
    ("casualties", "people.casualties"),
    ("missing", "people.missing"),
    ("captured", "people.captured"),
    ("detained", "people.detained"),
    ("freed", "people.freed"),
    ("displaced", "people.displaced"),
)
"""Name in the columns -> measure."""
BY_STATUS = (
    ("civilians", PersonStatus.CIVILIAN),
    ("combatants", PersonStatus.COMBATANT),
    ("children", PersonStatus.CHILD),
)
"""Deaths are told apart by status; figures without one are in the plain columns."""
_GROUPS = (
    *((name, measure, PersonStatus.UNNAMED) for name, measure in COUNTED),
    *((f"killed_{name}", "people.killed", status) for name, status in BY_STATUS),
)
_FACTS = (
    "event_id",
    "event_kind",
    "event_first_day",
    "event_last_day",
    "event_is_period",
    "place",
    "scene",
    "latitude",
    "longitude",
    "precision_m",
    "admin1",
    "country",
    "report_id",
    "report_outlet",
    "report_language",
    "report_title",
    "report_published",
    "report_url",
    "speakers",
    "actors",
    "affected",
)
COLUMNS = (
    *_FACTS,
    *(f"{name}_{end}" for name, _, _ in _GROUPS for end in ("low", "high", "words")),
    "denied",
    "other",
    "claims",
    "review",
)
"""An empty `_high` beside a `_low` is unlimited; both empty: nothing is said."""


def write_eventreport(bundle: Bundle, out: TextIO) -> None:
    """Write the head and one row a report and event, in order of the claims."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    events = bundle.events()
    grouped: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in bundle.rows:
        event = events.get(row.id)
        if event is not None:
            grouped[event.id, row.paper.id].append(row)
    for rows in grouped.values():
        cells = _cells(rows, events[rows[0].id])
        writer.writerow([harmless_cell(cells.get(name, "")) for name in COLUMNS])


def _cells(rows: Sequence[Row], event: Event) -> dict[str, Any]:
    paper, place = rows[0].paper, event.located
    cells: dict[str, Any] = {
        "event_id": event.id,
        "event_kind": event.kind,
        "event_first_day": event.first and event.first.isoformat(),
        "event_last_day": event.last and event.last.isoformat(),
        "event_is_period": event.is_period,
        "place": event.place,
        "scene": event.scene,
        "report_id": paper.id,
        "report_outlet": paper.outlet,
        "report_language": paper.language,
        "report_title": paper.title,
        "report_published": paper.published,
        "report_url": paper.url,
        "speakers": _joined(row.voice for row in rows),
        "actors": _joined(row.claim.actor for row in rows),
        "affected": _joined(row.claim.affected for row in rows),
        "claims": _joined(row.id for row in rows),
        "review": _joined(row.review for row in rows),
    }
    if place is not None:
        cells |= {
            "latitude": place.lat,
            "longitude": place.lon,
            "precision_m": place.precision_m,
            "admin1": place.region,
            "country": place.country,
        }
    cells |= _figures(rows)
    return {name: "" if value is None else value for name, value in cells.items()}


def _figures(rows: Sequence[Row]) -> dict[str, Any]:
    """Give the least and most of each kind of figure, with all their words."""
    cells: dict[str, Any] = {}
    asserted = [r for r in rows if r.claim.stance is not Stance.DENIED]
    used: set[str] = set()
    for name, measure, status in _GROUPS:
        same = [
            r
            for r in asserted
            if r.claim.measure == measure
            and status_of(r.claim) is status
            and r.claim.quantity.unit == "count"
        ]
        if same:
            used |= {r.id for r in same}
            cells |= _ends(name, same)
    cells["denied"] = _said(r for r in rows if r not in asserted)
    cells["other"] = _said(r for r in asserted if r.id not in used)
    return cells


def _ends(name: str, rows: Sequence[Row]) -> dict[str, Any]:
    lows = [r.claim.quantity.low for r in rows]
    highs = [r.claim.quantity.high for r in rows]
    known = [low for low in lows if low is not None]
    most = None if None in highs else max(h for h in highs if h is not None)
    return {
        f"{name}_low": to_number(min(known)) if known else "",
        f"{name}_high": to_number(most),
        f"{name}_words": _joined(r.claim.quantity.span.text for r in rows),
    }


def _said(rows: Iterator[Row]) -> str:
    return " | ".join(
        f"{row.claim.measure}: {' '.join(row.claim.quantity.span.text.split())}"
        for row in rows
    )


def _joined(values: Iterator[str | None]) -> str:
    kept = (" ".join(value.split()) for value in values if value)
    return " | ".join(dict.fromkeys(kept))


FORMAT = Format(
    "eventreport",
    ".csv",
    "text/csv",
    write_eventreport,
    "one row a report and event, for coders who aggregate by rules of their own",
    (
        "claims that are of no incident",
        "bound and unit as fields; the exact words stand beside low and high",
        "spans and sentences; claims are named by their ids",
        "findings and chains",
    ),
)
