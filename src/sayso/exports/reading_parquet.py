"""What `sayso extract` gives, as Parquet: one row a document, everything nested.

The fields are those of the JSON lines. Attributions are told in one list, outermost
first; `parent` is the place in it of the one a content stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.exports.parquet import load_arrow, spans_type, write_records

_SPAN = "span"
_CLAIM = {
    "id": "string",
    "words": "string",
    "low": "float64",
    "high": "float64",
    "bound": "string",
    "unit": "string",
    "measure": "string",
    "group": "string",
    "affected": "string",
    "actor": "string",
    "place": "string",
    "first_day": "string",
    "last_day": "string",
    "accrual": "string",
    "claimant": "string",
    "stance": "string",
    "confidence": "float64",
    "reader": "string",
}
"""Fields of a claim that are one value, with their type."""


def write_readings(records: Iterable[dict[str, Any]], path: Path) -> None:
    """Write records of `sayso extract`, in their order.

    Raises:
        ExportError: pyarrow is not installed, or the file cannot be written.
    """
    about = {"what": "What documents say, never what is so."}
    write_records(map(to_row, records), readings_schema(), path, about)


def readings_schema() -> Any:
    """Give the schema: id, reader, attributions, claims and gaps of a document."""
    arrow = load_arrow()
    text, whole = arrow.string(), arrow.int64()
    ends = spans_type().value_type
    evidence = arrow.struct(
        [("field", text), ("spans", spans_type()), ("certainty", arrow.float64())]
    )
    claim = arrow.struct(
        [
            *((name, getattr(arrow, kind)()) for name, kind in _CLAIM.items()),
            (_SPAN, ends),
            ("sentence", ends),
            ("via", arrow.list_(text)),
            ("evidence", arrow.list_(evidence)),
        ]
    )
    said = arrow.struct(
        [
            ("parent", whole),
            *((p, spans_type()) for p in ("source", "cue", "content", "carried")),
        ]
    )
    gap = arrow.struct([(_SPAN, ends), ("reason", text)])
    return arrow.schema(
        [
            ("id", text),
            ("reader", text),
            ("claims", arrow.list_(claim)),
            ("attributions", arrow.list_(said)),
            ("gaps", arrow.list_(gap)),
        ]
    )


def to_row(record: dict[str, Any]) -> dict[str, Any]:
    """Give the row of one record of `sayso extract`, in the form of the schema."""
    return {
        "id": record["id"],
        "reader": record["reader"],
        "claims": [_claim(claim) for claim in record["claims"]],
        "attributions": list(_flatten(record["attributions"])),
        "gaps": [
            {_SPAN: _ends(gap[_SPAN]), "reason": gap["reason"]}
            for gap in record["gaps"]
        ],
    }


def _claim(claim: dict[str, Any]) -> dict[str, Any]:
    quantity, period = claim["quantity"], claim["period"] or (None, None)
    days = dict(zip(("first_day", "last_day"), period, strict=True))
    known = {**quantity, **claim, **days}
    certainties = claim["confidences"]
    return {
        **{name: known.get(name) for name in _CLAIM},
        _SPAN: _ends(quantity["span"]),
        "sentence": _ends(claim["sentence"]),
        "via": claim["via"],
        "evidence": [
            {
                "field": name,
                "spans": [_ends(span) for span in spans],
                "certainty": certainties.get(name),
            }
            for name, spans in claim["evidence"].items()
        ],
    }


def _flatten(said: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give attributions as one list, those inside a content behind it."""
    waiting: list[tuple[int | None, dict[str, Any]]] = [(None, one) for one in said]
    number = 0
    while waiting:
        parent, one = waiting.pop(0)
        parts = ("source", "cue", "content", "carried")
        yield {"parent": parent, **{p: [_ends(s) for s in one[p]] for p in parts}}
        waiting += [(number, inner) for inner in one["inner"]]
        number += 1


def _ends(span: list[int]) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}
