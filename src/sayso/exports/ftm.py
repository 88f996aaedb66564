"""FollowTheMoney statements as CSV: articles, speakers, and claims as notes.

A speaker is a LegalEntity, a claim a Note on its speaker. The 14 columns and the
statement ids are those of the library's CSV; it is not needed here. Much is lost: the
model has no place for intervals, bounds and spans.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from typing import NamedTuple, TextIO

from sayso.exports.bundle import Bundle, Format, Paper, Row
from sayso.exports.cells import harmless_cell

COLUMNS = (
    "canonical_id",
    "entity_id",
    "prop",
    "prop_type",
    "schema",
    "value",
    "dataset",
    "origin",
    "lang",
    "original_value",
    "external",
    "first_seen",
    "last_seen",
    "id",
)
DATASET = "sayso"
_TYPES = {
    "id": "entity",
    "name": "name",
    "title": "string",
    "publisher": "string",
    "sourceUrl": "url",
    "publishedAt": "date",
    "description": "text",
    "entity": "entity",
    "keywords": "string",
    "notes": "text",
    "retrievedAt": "date",
}
"""Property -> its type in the model; "id" stands for the entity itself."""


class Statement(NamedTuple):
    """One value of one property of one entity."""

    entity: str
    schema: str
    prop: str
    value: str


def write_ftm(bundle: Bundle, out: TextIO) -> None:
    """Write every statement once, in the quoting that the library reads."""
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    seen: set[str] = set()
    for row in bundle.rows:
        for statement in _statements(row):
            identifier = _id(statement)
            if identifier not in seen:
                seen.add(identifier)
                writer.writerow(_cells(statement, identifier, row))


def _statements(row: Row) -> Iterator[Statement]:
    claim, paper = row.claim, row.paper
    document = f"sayso-doc-{paper.id[:40]}"
    yield from _entity(document, "Article", _paper_values(paper))
    speaker = None
    if claim.speaker is not None:
        speaker = f"sayso-spk-{claim.speaker.id}"
        yield from _entity(speaker, "LegalEntity", [("name", claim.speaker.name)])
    values = [
        ("name", row.sentence()),
        ("description", row.quote),
        ("publisher", paper.outlet),
        ("sourceUrl", paper.url),
        ("notes", row.review),
        ("keywords", claim.measure),
        ("entity", speaker),
        ("entity", document),
    ]
    yield from _entity(f"sayso-clm-{row.id}", "Note", values)


def _paper_values(paper: Paper) -> list[tuple[str, str | None]]:
    return [
        ("title", paper.title or paper.name),
        ("publisher", paper.outlet),
        ("sourceUrl", paper.url),
        ("publishedAt", paper.published),
        ("retrievedAt", paper.retrieved),
    ]


def _entity(
    key: str, schema: str, values: list[tuple[str, str | None]]
) -> Iterator[Statement]:
    yield Statement(key, schema, "id", key)
    for prop, value in values:
        if value:
            yield Statement(key, schema, prop, harmless_cell(value))


def _id(statement: Statement) -> str:
    """Give the id the library would make: SHA-1 of set, entity, property, value."""
    key = f"{DATASET}.{statement.entity}.{statement.prop}.{statement.value}"
    return hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest()


def _cells(statement: Statement, identifier: str, row: Row) -> list[str]:
    seen = row.paper.retrieved or ""
    return [
        statement.entity,
        statement.entity,
        statement.prop,
        _TYPES[statement.prop],
        statement.schema,
        statement.value,
        DATASET,
        "",
        "",
        "",
        "f",
        seen,
        seen,
        identifier,
    ]


FORMAT = Format(
    "ftm",
    ".statements.csv",
    "text/csv",
    write_ftm,
    "FollowTheMoney statements: articles, speakers, claims as notes",
    (
        "interval, bound, unit, group, actor, affected, place, days, accrual, stance",
        "spans and source, cue, content",
        "language of the article",
        "whether a speaker is a person or a body: all are LegalEntity",
        "reviewer and instant of rulings; the review stands in words",
        "findings and chains",
    ),
)
