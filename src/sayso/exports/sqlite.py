"""SQLite with plain columns: what any tool for SQL opens, with nothing packed.

Tables are joined by foreign keys; `claims_fts` searches statement, quotation, place and
claimant; views answer what is asked first. The ledger's own file is another thing: it
holds the texts and the chain, this one the claims as they may leave.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.errors import ExportError
from sayso.exports.bundle import (
    Bundle,
    FileFormat,
    FindingRow,
    Paper,
    Row,
    unread_sentence,
)
from sayso.exports.flat import COLUMNS, to_flat
from sayso.model import to_number

_OF_DOCUMENT = {
    "outlet",
    "language",
    "title",
    "published",
    "published_basis",
    "retrieved",
    "url",
    "raw_sha256",
}
"""Columns of the flat row that stand in the table of documents."""
_TYPES = {"number": "REAL", "integer": "INTEGER", "boolean": "INTEGER"}
CLAIM_COLUMNS = tuple(
    (name, _TYPES.get(kind, "TEXT"))
    for name, kind, _ in COLUMNS
    if name not in _OF_DOCUMENT
)
"""Name and SQLite type of each column of the table of claims; `masked` is 0 or 1."""

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE documents (
  id TEXT PRIMARY KEY, name TEXT, title TEXT, outlet TEXT, url TEXT, published TEXT,
  published_basis TEXT, retrieved TEXT, raw_sha256 TEXT, language TEXT, extractor TEXT
) STRICT;
CREATE TABLE claims (
  {claims},
  FOREIGN KEY (document) REFERENCES documents (id)
) STRICT;
CREATE TABLE spans (
  claim TEXT NOT NULL REFERENCES claims (id), part TEXT NOT NULL,
  position INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  certainty REAL, PRIMARY KEY (claim, part, position)
) STRICT;
CREATE TABLE relays (
  claim TEXT NOT NULL REFERENCES claims (id), position INTEGER NOT NULL,
  name TEXT NOT NULL, PRIMARY KEY (claim, position)
) STRICT;
CREATE TABLE findings (
  id TEXT PRIMARY KEY, rule TEXT NOT NULL, version INTEGER NOT NULL,
  level TEXT NOT NULL, outcome TEXT NOT NULL, sentence TEXT NOT NULL,
  working TEXT NOT NULL, remedy TEXT, status TEXT NOT NULL, review TEXT NOT NULL,
  recorded TEXT NOT NULL
) STRICT;
CREATE TABLE finding_inputs (
  finding TEXT NOT NULL REFERENCES findings (id), position INTEGER NOT NULL,
  role TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents (id),
  claim TEXT, start INTEGER NOT NULL, end INTEGER NOT NULL,
  PRIMARY KEY (finding, position)
) STRICT;
CREATE INDEX claims_by_document ON claims (document);
CREATE INDEX claims_by_measure ON claims (measure, last_day);
CREATE INDEX claims_by_claimant ON claims (claimant);
CREATE VIRTUAL TABLE claims_fts USING fts5 (
  statement, quote, place, claimant, content = 'claims',
  tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIEW claims_with_outlets AS
  SELECT claims.*, documents.outlet, documents.published, documents.url,
    documents.language
  FROM claims JOIN documents ON documents.id = claims.document;
CREATE VIEW claimants AS
  SELECT coalesce(claimant, 'Unattributed') AS claimant, measure,
    count(*) AS claims, min(first_day) AS first_day, max(last_day) AS last_day
  FROM claims GROUP BY claimant, measure;
CREATE VIEW not_looked_at AS SELECT * FROM claims WHERE status = 'unreviewed';
"""


def write_sqlite(bundle: Bundle, path: Path) -> None:
    """Write a new database; equal exports give equal bytes under one SQLite version.

    Raises:
        ExportError: The file cannot be written.
    """
    try:
        database = sqlite3.connect(path)
        try:
            _fill(database, bundle)
            database.commit()
            database.execute("VACUUM")
        finally:
            database.close()
    except sqlite3.Error as error:
        raise ExportError(f'"{path.name}" cannot be written ({error})') from error


def _fill(database: sqlite3.Connection, bundle: Bundle) -> None:
    columns = ",\n  ".join(
        f'"{name}" {kind}' + (" PRIMARY KEY" if name == "id" else "")
        for name, kind in CLAIM_COLUMNS
    )
    for statement in SCHEMA.format(claims=columns).split(";\n"):
        database.execute(statement)
    database.execute("PRAGMA foreign_keys = ON")
    _insert(database, "about", _about(bundle))
    known: set[str] = set()
    for row in bundle.rows:
        _add_paper(database, row.paper, known)
        flat = to_flat(row)
        _insert(database, "claims", [tuple(flat[name] for name, _ in CLAIM_COLUMNS)])
        _insert(database, "spans", _spans(row))
        relays = ((row.id, at, name) for at, name in enumerate(row.claim.via))
        _insert(database, "relays", relays)
    for found in bundle.findings:
        for paper in found.papers.values():
            _add_paper(database, paper, known)
        _insert(database, "findings", [_finding(found)])
        _insert(database, "finding_inputs", _inputs(found))
    database.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")


def _about(bundle: Bundle) -> Iterator[tuple[str, str]]:
    yield "what", "What speakers claim, never what is so."
    yield "made", bundle.made
    yield "maker", bundle.maker
    yield "ledger_head", bundle.ledger_head
    yield "filters", bundle.filters
    for at, paper in enumerate(bundle.unread()):
        yield f"not_read_{at}", unread_sentence(paper)


def _add_paper(database: sqlite3.Connection, paper: Paper, known: set[str]) -> None:
    if paper.id not in known:
        known.add(paper.id)
        names = Paper.__dataclass_fields__
        _insert(database, "documents", [tuple(getattr(paper, n) for n in names)])


def _spans(row: Row) -> Iterator[tuple[Any, ...]]:
    """Give the words that carry each field, and source, cue and content."""
    parts = [
        (str(e.field), e.spans, to_number(e.confidence)) for e in row.claim.evidence
    ]
    if row.attribution is not None:
        said = row.attribution
        parts += [
            ("source", said.source, None),
            ("cue", said.cue, None),
            ("content", said.content, None),
        ]
    for part, spans, certainty in parts:
        for at, span in enumerate(spans):
            yield (row.id, part, at, span.start, span.end, certainty)


def _finding(found: FindingRow) -> tuple[Any, ...]:
    finding = found.finding
    return (
        finding.fingerprint,
        finding.rule,
        finding.version,
        str(finding.level),
        str(finding.outcome),
        finding.sentence,
        "\n".join(finding.working),
        finding.remedy,
        found.status,
        found.review,
        found.at,
    )


def _inputs(found: FindingRow) -> Iterator[tuple[Any, ...]]:
    key = found.finding.fingerprint
    for at, given in enumerate(found.finding.inputs):
        span = given.span
        yield (key, at, given.role, given.document, given.claim, span.start, span.end)


def _insert(
    database: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]
) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - our own names


FORMAT = FileFormat(
    "sqlite",
    ".sqlite",
    "application/vnd.sqlite3",
    write_sqlite,
    "a database with plain columns, views, foreign keys and full-text search",
    (
        "full texts, and quotations longer than 300 characters",
        "rulings one by one: only the last is in its claim's row",
        "chains of origin",
    ),
)
