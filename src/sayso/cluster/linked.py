"""What a worker does for origins and incidents: batches in, batches out; no cluster.

What a corpus has in common and what linking needs of each document are taken where the
texts are, and put together by the merges of `sayso.linking.pooling`; one worker then
settles what goes with what.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import Any

from sayso.exports.parquet import load_arrow
from sayso.linking.pooling.linked import incident_record, link_pool, origin_record
from sayso.linking.pooling.outline import Outline, outline
from sayso.linking.pooling.pool import (
    Pool,
    note,
    noted_from_json,
    noted_to_json,
    pool_of,
    shared_from_json,
)
from sayso.model import Reading, canonical_json, from_json
from sayso.vocabulary.theatres import Theatre
from sayso.workspace.own_data import load_own

_ROWS = 256
"""Rows handed on at a time."""
ORIGIN, INCIDENT = "origin", "incident"


def outlines_schema() -> Any:
    """Give the schema of outlines: one row a part, "outline" as JSON."""
    arrow = load_arrow()
    return arrow.schema([("outline", arrow.string())])


def lines_schema() -> Any:
    """Give the schema of what travels: "kind", "at" (its place) and "line" of JSON."""
    arrow = load_arrow()
    text = arrow.string()
    return arrow.schema([("kind", text), ("at", arrow.int64()), ("line", text)])


def origins_schema() -> Any:
    """Give the schema of origins, a row an origin, by day of the earliest document.

    Columns: "id", "speaker" (null where no document names one), "day", "documents"
    (earliest first), "credited", "claims" and "hops".
    """
    arrow = load_arrow()
    text, number = arrow.string(), arrow.int64()
    proof = arrow.struct([("document", text), ("start", number), ("end", number)])
    change = arrow.struct(
        [
            ("earlier", text),
            ("later", text),
            ("kinds", arrow.list_(text)),
            ("is_aligned", arrow.bool_()),
        ]
    )
    hop = arrow.struct(
        [
            ("earlier", text),
            ("later", text),
            ("link", text),
            ("proof", arrow.list_(proof)),
            ("changes", arrow.list_(change)),
        ]
    )
    return arrow.schema(
        [
            ("id", text),
            ("speaker", text),
            ("day", arrow.date32()),
            ("documents", arrow.list_(text)),
            ("credited", arrow.list_(text)),
            ("claims", arrow.list_(_claim())),
            ("hops", arrow.list_(hop)),
        ]
    )


def incidents_schema() -> Any:
    """Give the schema of incidents, a row an incident, latest first.

    Columns: "id", "kind", "place" (as written), "place_id" (of the gazetteer), "first"
    and "last" day, "scene", "is_period", "documents" (earliest first) and "claims".
    """
    arrow = load_arrow()
    text, day = arrow.string(), arrow.date32()
    return arrow.schema(
        [
            ("id", text),
            ("kind", text),
            ("place", text),
            ("place_id", text),
            ("first", day),
            ("last", day),
            ("scene", text),
            ("is_period", arrow.bool_()),
            ("documents", arrow.list_(text)),
            ("claims", arrow.list_(_claim())),
        ]
    )


def take_outline(batches: Iterable[Any]) -> Iterator[Any]:
    """Give the outline of all rows of a part.

    Args:
        batches: Arrow batches with the column "stored", one row a document.
    """
    found = outline(_readings(batches), _theatres())
    row = {"outline": canonical_json(found.to_json())}
    yield load_arrow().RecordBatch.from_pylist([row], schema=outlines_schema())


def take_notes(batches: Iterable[Any], known: str) -> Iterator[Any]:
    """Give what linking needs of each document, none of its text.

    Args:
        batches: Arrow batches with the column "stored", one row a document.
        known: The outline of the whole corpus, as JSON.
    """
    whole = Outline.from_json(json.loads(known))
    outlets = whole.known_outlets(_theatres())
    found = (note(reading, whole, outlets) for reading in _readings(batches))
    lines = (noted_to_json(one) for one in found if one is not None)
    yield from _to_batches(("noted", 0, line) for line in lines)


def take_pairs(batches: Iterable[Any]) -> Iterator[Any]:
    """Give pairs of documents that share passages, as lines.

    Args:
        batches: Arrow batches of `sayso.cluster.shares.shares_schema`.
    """
    names = ("a_start", "a_end", "b_start", "b_end", "grams")
    counts = ("covered_a", "words_a", "covered_b", "words_b")
    rows = (row for batch in batches for row in batch.to_pylist())
    yield from _to_batches(
        (
            "shared",
            0,
            canonical_json(
                [
                    row["a"],
                    row["b"],
                    [[one[name] for name in names] for one in row["passages"]],
                    [row[name] for name in counts],
                ]
            ),
        )
        for row in rows
    )


def settle(batches: Iterable[Any]) -> Iterator[Any]:
    """Give the origins and incidents of a whole corpus.

    Args:
        batches: All that `take_notes` and `take_pairs` gave, in any order.
    """
    whole = pool_of(_pool(batch.to_pylist()) for batch in batches)
    linked = link_pool(whole, _theatres())
    yield from _to_batches(
        (kind, at, canonical_json(record))
        for kind, records in (
            (ORIGIN, map(origin_record, linked.origins)),
            (INCIDENT, map(incident_record, linked.incidents)),
        )
        for at, record in enumerate(records)
    )


def to_origins(batches: Iterable[Any]) -> Iterator[Any]:
    """Give the lines of origins as rows of `origins_schema`."""
    yield from _typed(batches, origins_schema, ("day",))


def to_incidents(batches: Iterable[Any]) -> Iterator[Any]:
    """Give the lines of incidents as rows of `incidents_schema`."""
    yield from _typed(batches, incidents_schema, ("first", "last"))


@cache
def _theatres() -> tuple[Theatre, ...]:
    """Give the packs that this worker knows, the user's own included."""
    return tuple(load_own().theatres)


def _claim() -> Any:
    arrow = load_arrow()
    return arrow.struct([("claim", arrow.string()), ("document", arrow.string())])


def _readings(batches: Iterable[Any]) -> Iterator[Reading]:
    for batch in batches:
        for stored in batch.column("stored").to_pylist():
            yield from_json(Reading, json.loads(stored))


def _pool(rows: Iterable[Mapping[str, Any]]) -> Pool:
    """Give the pool of some lines."""
    lines: dict[str, list[str]] = {"noted": [], "shared": []}
    for row in rows:
        lines[row["kind"]].append(row["line"])
    noted = map(noted_from_json, lines["noted"])
    pairs = map(shared_from_json, lines["shared"])
    return Pool(
        MappingProxyType({one.gist.key: one for one in noted}),
        MappingProxyType({(one.a, one.b): one for one in pairs}),
    )


def _to_batches(lines: Iterable[tuple[str, int, str]]) -> Iterator[Any]:
    arrow, schema = load_arrow(), lines_schema()
    waiting = iter(lines)
    while group := list(islice(waiting, _ROWS)):
        rows = [dict(zip(schema.names, line, strict=True)) for line in group]
        yield arrow.RecordBatch.from_pylist(rows, schema=schema)


def _typed(
    batches: Iterable[Any], schema: Callable[[], Any], days: Iterable[str]
) -> Iterator[Any]:
    arrow = load_arrow()
    for batch in batches:
        rows = [json.loads(line) for line in batch.column("line").to_pylist()]
        for row in rows:
            for key in days:
                row[key] = row[key] and date.fromisoformat(row[key])
        yield arrow.RecordBatch.from_pylist(rows, schema=schema())
