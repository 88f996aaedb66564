"""Parquet with a fixed schema: claims for data frames and SQL engines; needs pyarrow.

Each claim is a row with the columns of the CSV, typed, and its spans nested: the words
that carry each field, and source, cue and content. `SCHEMA_VERSION` stands in the
file's metadata and grows when a column changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.errors import ExportError
from sayso.exports.bundle import Bundle, FileFormat, Row
from sayso.exports.flat import COLUMNS, to_flat
from sayso.model import to_number

SCHEMA_VERSION = "2"
_GROUP = 10_000
"""Rows of one group: what is held in memory at once."""
_PARTS = ("source", "cue", "content")


def write_parquet(bundle: Bundle, path: Path) -> None:
    """Write all claims; equal exports give equal bytes under one version of pyarrow.

    Raises:
        ExportError: pyarrow is not installed, or the file cannot be written.
    """
    about = {
        "what": "What speakers claim, never what is so.",
        "made": bundle.made,
        "maker": bundle.maker,
        "ledger_head": bundle.ledger_head,
        "filters": bundle.filters,
    }
    write_records(map(_record, bundle.rows), claims_schema(), path, about)


def write_records(
    records: Iterable[dict[str, Any]], schema: Any, path: Path, about: dict[str, str]
) -> None:
    """Write records of one schema, group by group.

    Raises:
        ExportError: The file cannot be written.
    """
    arrow = load_arrow()
    from pyarrow import parquet  # optional and slow, as arrow itself

    told = {f"sayso.{key}": value for key, value in about.items()}
    told["sayso.schema_version"] = SCHEMA_VERSION
    whole = schema.with_metadata(told)
    left = iter(records)
    try:
        with parquet.ParquetWriter(path, whole, compression="zstd") as writer:
            while group := list(islice(left, _GROUP)):
                writer.write_table(arrow.Table.from_pylist(group, schema=whole))
    except (OSError, arrow.ArrowException) as error:
        raise ExportError(f'"{path.name}" cannot be written ({error})') from error


def claims_schema() -> Any:
    """Give the schema of `sayso export parquet`: the CSV's columns and the spans."""
    arrow = load_arrow()
    kinds = {
        "string": arrow.string(),
        "number": arrow.float64(),
        "integer": arrow.int64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }
    fields = [
        arrow.field(
            name,
            arrow.list_(arrow.string()) if name == "via" else kinds[kind],
            metadata={"meaning": meaning},
        )
        for name, kind, meaning in COLUMNS
    ]
    evidence = arrow.struct(
        [
            ("field", arrow.string()),
            ("spans", spans_type()),
            ("certainty", arrow.float64()),
        ]
    )
    return arrow.schema(
        [
            *fields,
            arrow.field("evidence", arrow.list_(evidence)),
            *(arrow.field(part, spans_type()) for part in _PARTS),
        ]
    )


def spans_type() -> Any:
    """Give the type of spans: lists of start and end, in code points, end exclusive."""
    arrow = load_arrow()
    ends = arrow.struct([("start", arrow.int64()), ("end", arrow.int64())])
    return arrow.list_(ends)


def load_arrow() -> Any:
    """Give pyarrow.

    Raises:
        ExportError: It is not installed.
    """
    try:
        import pyarrow  # optional and slow
    except ImportError as error:
        raise ExportError(
            'Parquet needs the extra "parquet": pip install "sayso[parquet]"'
        ) from error
    return pyarrow


def _record(row: Row) -> dict[str, Any]:
    flat = to_flat(row)
    for name, kind, _ in COLUMNS:
        if kind == "date" and flat[name] is not None:
            flat[name] = date.fromisoformat(flat[name])
    said = row.attribution
    return {
        **flat,
        "via": list(row.claim.via),
        "evidence": [
            {
                "field": str(e.field),
                "spans": list(_ends(e.spans)),
                "certainty": to_number(e.confidence),
            }
            for e in row.claim.evidence
        ],
        **{
            part: None if said is None else list(_ends(getattr(said, part)))
            for part in _PARTS
        },
    }


def _ends(spans: Iterable[Any]) -> Iterator[dict[str, int]]:
    for span in spans:
        yield {"start": span.start, "end": span.end}


FORMAT = FileFormat(
    "parquet",
    ".parquet",
    "application/vnd.apache.parquet",
    write_parquet,
    "a typed table, one row a claim, spans nested; needs the extra parquet",
    ("findings and chains", "decimals beyond what a double holds"),
)
