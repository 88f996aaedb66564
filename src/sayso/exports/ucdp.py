"""A coder sheet with UCDP's columns: what a claim says is filled in, the rest is not.

Rows of one event share its `event_id`. Numbers of dead stay empty for the coder: a
claim's figure is no count. The words, and who said them, stand in the notes.
"""

from __future__ import annotations

import csv
from typing import Any, TextIO

from sayso.exports.bundle import Bundle, Event, Format, Row
from sayso.exports.cells import harmless_cell
from sayso.exports.coder import notes_of
from sayso.model import PlaceKind

COLUMNS = tuple(
    """id relid year active_year code_status type_of_violence conflict_dset_id
    conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id
    side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources
    source_article source_office source_date source_headline source_original
    where_prec where_coordinates where_description adm_1 adm_2 latitude longitude
    geom_wkt priogrid_gid country country_id region event_clarity date_prec
    date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high
    low gwnoa gwnob""".split()
)
"""The columns of UCDP's georeferenced event data, in their order (codebook 24.1)."""
OURS = (
    "event_id",
    "notes",
    "measure",
    "words",
    "sayso_claim",
    "sayso_review",
    "sayso_document",
    "sayso_language",
    "sayso_span",
    "sayso_url",
)
"""Columns behind them that lead back to the words."""
_PLACE_PRECISION = {
    PlaceKind.SETTLEMENT: 1,
    PlaceKind.DISTRICT: 3,
    PlaceKind.REGION: 4,
    PlaceKind.COUNTRY: 6,
    PlaceKind.AREA: 5,
}
"""Kind of place -> UCDP's where_prec: 1 exact, 3 district, 4 province, 6 country."""
_DAY_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4))
"""Days covered, at most -> UCDP's date_prec; above, 5."""


def write_ucdp(bundle: Bundle, out: TextIO) -> None:
    """Write the head and one row a claim."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*COLUMNS, *OURS))
    events = bundle.events()
    for row in bundle.rows:
        known = _known(row, events.get(row.id))
        writer.writerow([harmless_cell(known.get(c, "")) for c in (*COLUMNS, *OURS)])


def _known(row: Row, event: Event | None) -> dict[str, Any]:
    claim, paper = row.claim, row.paper
    return {
        "side_a": claim.actor or "",
        "side_b": claim.affected or "",
        "source_article": paper.called,
        "source_office": paper.outlet or "",
        "source_date": paper.published or "",
        "source_headline": paper.title or "",
        "source_original": row.voice,
        **_place(row),
        **_days(row),
        "event_id": event.id if event else "",
        "notes": notes_of(row),
        "measure": claim.measure,
        "words": claim.quantity.span.text,
        "sayso_claim": row.id,
        "sayso_review": row.review,
        "sayso_document": paper.id,
        "sayso_language": paper.language or "",
        "sayso_span": f"{claim.quantity.span.start}-{claim.quantity.span.end}",
        "sayso_url": paper.url or "",
    }


def _place(row: Row) -> dict[str, Any]:
    place = row.claim.located
    if place is None:
        return {"where_description": row.claim.place or ""}
    return {
        "where_prec": _PLACE_PRECISION[place.kind],
        "where_coordinates": place.name,
        "where_description": row.claim.place or place.name,
        "adm_1": place.region or "",
        "latitude": place.lat,
        "longitude": place.lon,
        "country": place.country or "",
    }


def _days(row: Row) -> dict[str, Any]:
    period = row.claim.period
    if period is None or period.first is None or period.last is None:
        return {}
    covered = (period.last - period.first).days + 1
    precision = next((code for most, code in _DAY_PRECISION if covered <= most), 5)
    return {
        "year": period.first.year,
        "date_prec": precision,
        "date_start": period.first.isoformat(),
        "date_end": period.last.isoformat(),
    }


FORMAT = Format(
    "ucdp",
    ".csv",
    "text/csv",
    write_ucdp,
    "a sheet with UCDP's columns for a coder, one row a claim with its event_id",
    (
        "interval, bound and unit as fields; the exact words stand in their column",
        "numbers of dead, and ids of UCDP's conflicts, dyads and actors",
        "country as its code of two letters, not UCDP's name and number",
        "hash of the bytes, reviewer and instant of rulings",
        "findings and chains",
    ),
)
