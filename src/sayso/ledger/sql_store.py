"""Writing to an SQL database: what the replay asks of a backend, in one transaction.

A backend's own store says how words are made searchable and how texts are kept.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from sayso.ledger.filters import NOBODY
from sayso.ledger.findings import place_key
from sayso.ledger.held import HeldClaim, HeldDocument, HeldFinding, HeldRuling, Status
from sayso.ledger.naming import NameKind, Naming, parse_subject, replay_names
from sayso.ledger.packing import pack, unpack
from sayso.ledger.rows import (
    ROWS_PER_READING,
    AttributionRow,
    ClaimRow,
    DocumentRows,
    Standing,
    held_claim,
    make_attribution_row,
    make_claim_row,
)
from sayso.ledger.schema import CUBED, EVERYTHING
from sayso.model import (
    DocumentId,
    Entry,
    EntryKind,
    canonical_json,
    from_json,
    to_json,
)

PACKED_FROM = 512
"""Characters from which JSON beside an entry is packed; documents' texts never are,
so that any tool of the database can show them."""

CLAIM_COLUMNS = (
    "number",
    "id",
    "measure",
    "speaker",
    "actor",
    "affected",
    "place",
    "lat",
    "lon",
    "day_from",
    "day_to",
    "published",
    "outlet",
    "language",
    "status",
    "confidence",
)
"""Fields of a claim's row that are columns; its body is packed behind them."""
SELECT_CLAIMS = """
SELECT claims.number, claims.id, claims.published, claims.outlet, claims.language,
  claims.status, claims.body
"""
SELECT_ATTRIBUTIONS = "SELECT number, figures, body FROM attributions"

_INSERT = "INSERT INTO {table} ({columns}) VALUES ({marks})"
_INSERT_CLAIM = _INSERT.format(
    table="claims",
    columns=", ".join((*CLAIM_COLUMNS, "body")),
    marks=", ".join("?" * (len(CLAIM_COLUMNS) + 1)),
)
_INSERT_ATTRIBUTION = "INSERT INTO attributions VALUES (?, ?, ?, ?)"
_PUT_DOCUMENT = """
INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
ON CONFLICT (number) DO UPDATE SET
  name = excluded.name, short_name = excluded.short_name, outlet = excluded.outlet,
  published = excluded.published, is_read = excluded.is_read,
  claims = excluded.claims, gaps = excluded.gaps, body = excluded.body
"""
_ADD_TO_CUBE = """
INSERT INTO cube VALUES (?, ?, ?, ?, ?)
ON CONFLICT (given, given_key, facet, key)
DO UPDATE SET claims = cube.claims + excluded.claims
"""
_DROP_FROM_CUBE = """
DELETE FROM cube
WHERE given = ? AND given_key = ? AND facet = ? AND key = ? AND claims = 0
"""
_ADD_SPEAKER_CLAIMS = """
INSERT INTO speakers VALUES (?, ?, ?, ?, 0)
ON CONFLICT (id, body) DO UPDATE SET claims = speakers.claims + excluded.claims
"""
_ADD_SPEAKER_SAID = """
INSERT INTO speakers (id, body, name, attributions, claims) VALUES (?, ?, ?, ?, 0)
ON CONFLICT (id, body)
DO UPDATE SET attributions = speakers.attributions + excluded.attributions
"""
_DROP_SPEAKER = """
DELETE FROM speakers WHERE id = ? AND body = ? AND claims = 0 AND attributions = 0
"""
_ADD_PLACE = """
INSERT INTO places VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id, written, body)
DO UPDATE SET claims = places.claims + excluded.claims
"""
_DROP_PLACE = """
DELETE FROM places WHERE id = ? AND written = ? AND body = ? AND claims = 0
"""

INSERT_KEPT = """
INSERT INTO kept (kind, document, other, value, digest)
SELECT ?, ?, ?, ?, ?
WHERE NOT EXISTS (
  SELECT 1 FROM entries WHERE subject = ? AND kind = 'tombstone'
)
ON CONFLICT DO NOTHING
"""
"""What is worked out while its document is being erased is not kept: the document is
the last value, too."""

_NAMED: Mapping[NameKind, tuple[tuple[str, str, str], ...]] = {
    NameKind.SPEAKER: (
        ("claims", "number", "speaker"),
        ("attributions", "number", "speaker"),
    ),
    NameKind.PARTY: (("parties", "claim", "party"),),
    NameKind.PLACE: (("claims", "number", "place"),),
}
"""Kind of name -> table, number of the row, and column that have it."""
_SELECT_NAMING = """
SELECT body FROM rulings
WHERE (subject >= 'party:' AND subject < 'party;')
  OR (subject >= 'place:' AND subject < 'place;')
  OR (subject >= 'speaker:' AND subject < 'speaker;')
ORDER BY sequence
"""


class Rows(Protocol):
    """What a statement found."""

    def fetchone(self) -> Any:
        """Give the next row, None after the last."""
        ...

    def fetchall(self) -> list[Any]:
        """Give all rows that are left."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class SqlStore:
    """The store of one transaction; counts are written when it is flushed."""

    def __init__(
        self,
        run: Callable[..., Rows],
        run_many: Callable[[str, Iterable[Sequence[Any]]], object],
    ) -> None:
        self._run, self._run_many = run, run_many
        self._cube = Counter[tuple[str, ...]]()
        self._speaker_claims = Counter[tuple[str, ...]]()
        self._speaker_attributions = Counter[tuple[str, ...]]()
        self._places = Counter[tuple[str, ...]]()
        self._naming: Naming | None = None

    def put_text(
        self, digest: str, text: str, documents: tuple[DocumentId, ...]
    ) -> None:
        """Keep a text under its hash, with its owners."""
        raise NotImplementedError

    def get_text(self, digest: str) -> str | None:
        """Give a text, None when it was erased."""
        raise NotImplementedError

    def index_text(self, document: HeldDocument, text: str) -> None:
        """Make a new document's title and text searchable."""
        raise NotImplementedError

    def unindex_text(self, document: HeldDocument, text: str) -> None:
        """Undo `index_text`, given the same values."""
        raise NotImplementedError

    def index_claims(self, claims: Iterable[ClaimRow]) -> None:
        """Make the words of claims searchable."""
        raise NotImplementedError

    def unindex_claims(self, claims: Iterable[ClaimRow]) -> None:
        """Undo `index_claims`."""
        raise NotImplementedError

    def tail(self) -> Entry | None:
        """Give the last entry."""
        row = self._run("SELECT * FROM entries ORDER BY sequence DESC LIMIT 1")
        found = row.fetchone()
        return None if found is None else to_entry(found)

    def put_entry(self, entry: Entry) -> None:
        """Append; the guards refuse what does not follow and erase at tombstones."""
        self._run(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", entry_row(entry)
        )

    def put_owners(self, digest: str, documents: Iterable[DocumentId]) -> None:
        """Say which documents a text belongs to."""
        self._run_many(
            "INSERT INTO owners VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(document, digest) for document in documents],
        )

    def get_document(self, document: DocumentId) -> HeldDocument | None:
        """Give a document's state."""
        row = self._run("SELECT body FROM documents WHERE id = ?", (document,))
        found = row.fetchone()
        return None if found is None else from_json(HeldDocument, json.loads(found[0]))

    def put_document(self, document: HeldDocument) -> None:
        """Set a document's state."""
        facts = document.facts
        self._run(
            _PUT_DOCUMENT,
            (
                document.number,
                document.id,
                facts.name,
                None if facts.name is None else facts.name.rpartition("/")[2],
                facts.outlet,
                to_json(facts.published),
                int(document.reading is not None),
                document.claims,
                document.gaps,
                canonical_json(to_json(document)),
            ),
        )

    def put_rows(self, document: DocumentId, rows: DocumentRows | None) -> None:
        """Replace a document's claims, attributions and gaps."""
        self._drop_rows(document)
        self._run(
            "UPDATE documents SET first = ? WHERE id = ?",
            (None if rows is None else rows.first, document),
        )
        if rows is None:
            return
        self._run_many(_INSERT_CLAIM, map(_values, rows.claims))
        self.index_claims(rows.claims)
        self._run_many("INSERT INTO parties VALUES (?, ?)", _parties(rows.claims))
        self._run_many(
            _INSERT_ATTRIBUTION,
            [
                (row.number, row.speaker, row.figures, pack(row.body))
                for row in rows.attributions
            ],
        )
        self._run_many(
            "INSERT INTO gaps VALUES (?, ?)", [(document, gap) for gap in rows.gaps]
        )
        self._count(rows.claims, rows.attributions, by=1)

    def put_ruling(self, ruling: HeldRuling) -> None:
        """Add a ruling."""
        if parse_subject(ruling.subject) is not None:
            self._naming = None
        stored = {**to_json(ruling), "changes": dict(ruling.changes)}
        self._run(
            "INSERT INTO rulings VALUES (?, ?, ?)",
            (ruling.sequence, ruling.subject, canonical_json(stored)),
        )
        self._run_many(
            "INSERT INTO ruling_documents VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(document, ruling.sequence) for document in ruling.documents],
        )

    def rulings_of(self, document: DocumentId) -> tuple[HeldRuling, ...]:
        """Give the rulings that concern a document, in order."""
        return _to_rulings(
            self._run(
                "SELECT body FROM rulings JOIN ruling_documents ON ruling = sequence"
                " WHERE document = ? ORDER BY sequence",
                (document,),
            )
        )

    def rulings(self, subject: str) -> tuple[HeldRuling, ...]:
        """Give the rulings on one subject, in order."""
        return _to_rulings(
            self._run(
                "SELECT body FROM rulings WHERE subject = ? ORDER BY sequence",
                (subject,),
            )
        )

    def naming(self) -> Naming:
        """Give what people ruled on names, so far; replayed once a transaction."""
        if self._naming is None:
            self._naming = replay_names(_name_rulings(self._run))
        return self._naming

    def documents_named(self, kind: NameKind, key: str) -> tuple[DocumentId, ...]:
        """Give the documents that have rows under a speaker, party or place."""
        found: list[DocumentId] = []
        for table, number, column in _NAMED[kind]:
            rows = self._run(
                "SELECT id FROM documents WHERE first IN (SELECT DISTINCT"
                f" {number} / {ROWS_PER_READING} * {ROWS_PER_READING}"
                f" FROM {table} WHERE {column} = ?) ORDER BY number",
                (key,),
            )
            found += [DocumentId(document) for (document,) in rows]
        return tuple(dict.fromkeys(found))

    def get_finding(self, fingerprint: str) -> HeldFinding | None:
        """Give a finding's state."""
        row = self._run(
            "SELECT body FROM findings WHERE fingerprint = ?", (fingerprint,)
        )
        found = row.fetchone()
        return None if found is None else from_json(HeldFinding, json.loads(found[0]))

    def put_finding(self, finding: HeldFinding) -> None:
        """Set a finding's state."""
        inner, number = finding.finding, finding.number
        self._run(
            "DELETE FROM finding_inputs WHERE finding IN"
            " (SELECT number FROM findings WHERE fingerprint = ?)",
            (inner.fingerprint,),
        )
        self._run("DELETE FROM findings WHERE fingerprint = ?", (inner.fingerprint,))
        self._run(
            "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                inner.fingerprint,
                inner.rule,
                str(inner.outcome),
                str(inner.level),
                str(finding.status),
                finding.withdrawn,
                place_key(inner),
                canonical_json(to_json(finding)),
            ),
        )
        self._run_many(
            "INSERT INTO finding_inputs VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(given.document, number, given.claim or "") for given in inner.inputs],
        )

    def drop_words_of(self, document: DocumentId) -> None:
        """Forget rulings, findings and kept values of an erased document."""
        self._naming = None
        for table, key, owned, column in (
            ("rulings", "sequence", "ruling_documents", "ruling"),
            ("findings", "number", "finding_inputs", "finding"),
        ):
            numbers = self._run(
                f"SELECT DISTINCT {column} FROM {owned} WHERE document = ?", (document,)
            ).fetchall()
            self._run_many(f"DELETE FROM {table} WHERE {key} = ?", numbers)
            self._run_many(f"DELETE FROM {owned} WHERE {column} = ?", numbers)
        self._run(
            "DELETE FROM kept WHERE document = ? OR other = ?", (document, document)
        )

    def flush(self) -> None:
        """Write the counts that this transaction changed."""
        self._run_many(_ADD_TO_CUBE, _changed(self._cube))
        self._run_many(_DROP_FROM_CUBE, _gone(self._cube))
        self._run_many(_ADD_SPEAKER_CLAIMS, _changed(self._speaker_claims))
        self._run_many(_ADD_SPEAKER_SAID, _changed(self._speaker_attributions))
        for counted in (self._speaker_claims, self._speaker_attributions):
            self._run_many(_DROP_SPEAKER, [key[:2] for key in _gone(counted)])
        self._run_many(_ADD_PLACE, _changed(self._places))
        self._run_many(_DROP_PLACE, [key[:3] for key in _gone(self._places)])

    def _drop_rows(self, document: DocumentId) -> None:
        found = self._run("SELECT first FROM documents WHERE id = ?", (document,))
        (first,) = found.fetchone() or (None,)
        if first is None:
            return
        own = (first, first + ROWS_PER_READING - 1)
        claims = [
            make_claim_row(*to_standing(row))
            for row in self._run(
                f"{SELECT_CLAIMS} FROM claims WHERE number BETWEEN ? AND ?", own
            )
        ]
        attributions = [
            to_attribution_row(row, document)
            for row in self._run(
                f"{SELECT_ATTRIBUTIONS} WHERE number BETWEEN ? AND ?", own
            )
        ]
        self.unindex_claims(claims)
        self._run_many(
            "DELETE FROM parties WHERE party = ? AND claim = ?", _parties(claims)
        )
        for table in ("claims", "attributions"):
            self._run(f"DELETE FROM {table} WHERE number BETWEEN ? AND ?", own)
        self._run("DELETE FROM gaps WHERE document = ?", (document,))
        self._count(claims, attributions, by=-1)

    def _count(
        self,
        claims: Iterable[ClaimRow],
        attributions: Iterable[AttributionRow],
        *,
        by: int,
    ) -> None:
        for row in claims:
            pairs = row.facets()
            for facet, key in pairs:
                self._cube[EVERYTHING, "", facet, key] += by
            for given, given_key in pairs:
                if given not in CUBED:
                    continue
                for facet, key in pairs:
                    self._cube[given, given_key, facet, key] += by
            self._cube[EVERYTHING, "", EVERYTHING, ""] += by
            name = row.label("speaker", row.speaker)
            self._speaker_claims[row.speaker, row.speaker_body, name] += by
            if row.place is not None:
                written = row.place_name or ""
                self._places[row.place, written, row.place_body, row.place_label] += by
        for said in attributions:
            name = json.loads(said.speaker_body)["name"] or NOBODY
            self._speaker_attributions[said.speaker, said.speaker_body, name] += by


def entry_row(entry: Entry) -> tuple[int, str, str, str, str, str, str, str]:
    """Give the row that `to_entry` reads."""
    return (
        entry.sequence,
        str(entry.kind),
        entry.subject,
        canonical_json(entry.body),
        entry.at,
        entry.by,
        entry.previous,
        entry.hash,
    )


def to_entry(row: tuple[int, str, str, str, str, str, str, str]) -> Entry:
    """Give the entry of a row."""
    sequence, kind, subject, body, at, by, previous, digest = row
    return Entry(
        sequence=sequence,
        kind=EntryKind(kind),
        subject=subject,
        body=json.loads(body),
        at=at,
        by=by,
        previous=previous,
        hash=digest,
    )


def to_standing(row: tuple[Any, ...]) -> tuple[Standing, dict[str, Any]]:
    """Give what `SELECT_CLAIMS` found, with the claim in stored form."""
    number, identifier, published, outlet, language, status, body = row
    standing = Standing(number, identifier, published, outlet, language, Status(status))
    return standing, json.loads(unpack(body))


def to_held_claim(row: tuple[Any, ...]) -> HeldClaim:
    """Give the claim that `SELECT_CLAIMS` found."""
    return held_claim(*to_standing(row))


def to_attribution_row(row: tuple[Any, ...], document: DocumentId) -> AttributionRow:
    """Give the row that `SELECT_ATTRIBUTIONS` found."""
    number, figures, body = row
    stored = json.loads(unpack(body))
    return make_attribution_row(stored, document, figures=figures, number=number)


def _values(row: ClaimRow) -> list[Any]:
    return [*(getattr(row, column) for column in CLAIM_COLUMNS), pack(row.body)]


def _parties(rows: Iterable[ClaimRow]) -> list[tuple[str, int]]:
    return [
        (key, row.number)
        for row in rows
        for facet, key in row.facets()
        if facet == "party"
    ]


def _name_rulings(run: Callable[..., Rows]) -> tuple[HeldRuling, ...]:
    return _to_rulings(run(_SELECT_NAMING))


def _to_rulings(rows: Iterable[tuple[str]]) -> tuple[HeldRuling, ...]:
    return tuple(from_json(HeldRuling, json.loads(body)) for (body,) in rows)


def _changed(counted: Mapping[tuple[str, ...], int]) -> list[tuple[Any, ...]]:
    """Give keys with their change, sorted so that pages are written in order."""
    return sorted((*key, change) for key, change in counted.items() if change)


def _gone(counted: Mapping[tuple[str, ...], int]) -> list[tuple[str, ...]]:
    return [key for key, change in counted.items() if change < 0]
