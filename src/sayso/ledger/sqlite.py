"""A ledger in one SQLite file: the standard library's own database, offline.

Write-ahead log, every commit on the disk before it is reported, full-text index.
Measured on two shared cores with 1,000,000 claims: see BENCHMARKS.md.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sayso.errors import EntryMissing, LedgerError
from sayso.ledger.chain import verify_entries
from sayso.ledger.connection import PATIENCE, Connections, make_private, to_statements
from sayso.ledger.filters import (
    SHORTEST_PREFIX,
    UNATTRIBUTED,
    Filters,
    Order,
    Page,
    resolve_keys,
)
from sayso.ledger.held import (
    CoverageRow,
    Facets,
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldFinding,
    HeldRuling,
    HeldSpeaker,
    Sums,
    Verification,
)
from sayso.ledger.naming import Naming
from sayso.ledger.packing import unpack
from sayso.ledger.records import Addition
from sayso.ledger.replay import append_all, hold_document, read_parts, replay_all
from sayso.ledger.rows import (
    held_attribution,
    merge_speaker,
    most_common,
)
from sayso.ledger.schema import CUBED, EVERYTHING, STATE, STATE_TABLES
from sayso.ledger.sqlite_facets import (
    cubed_facets,
    known_keys,
    only_key,
    walked_facets,
)
from sayso.ledger.sqlite_query import (
    AFTER,
    FIRST,
    IN_ORDER,
    Query,
    build_query,
    count_of,
    is_walk_shorter,
    limit_to,
    order_by,
    to_match,
)
from sayso.ledger.sqlite_store import (
    SELECT_ATTRIBUTIONS,
    SELECT_CLAIMS,
    SqliteStore,
    to_attribution_row,
    to_entry,
    to_held_claim,
)
from sayso.ledger.sqlite_verify import (
    find_changed,
    find_differences,
    find_missing,
    kept_digest,
)
from sayso.model import (
    ClaimId,
    DocumentId,
    Entry,
    EntryKind,
    Place,
    Reading,
    SpeakerId,
    canonical_text,
    from_json,
)

_SUMS = """
WITH RECURSIVE each_outlet (outlet) AS (
  SELECT min(outlet) FROM documents
  UNION ALL
  SELECT (SELECT min(outlet) FROM documents WHERE outlet > each_outlet.outlet)
  FROM each_outlet WHERE outlet IS NOT NULL
)
SELECT
  (SELECT count(*) FROM documents),
  (SELECT count(outlet) FROM each_outlet),
  (SELECT count(*) FROM findings WHERE withdrawn IS NULL),
  (SELECT min(published) FROM documents),
  (SELECT max(published) FROM documents)
"""
"""Steps from outlet to outlet along the index: there are few, and many documents."""
_AT_ONCE = 1000
"""Rows fetched in one go while all are given."""


class SqliteLedger:
    """The ledger of one file; may be used by several threads and processes."""

    def __init__(
        self, address: str, *, create: bool = True, patience: float = PATIENCE
    ) -> None:
        self.address = address
        path = address.removeprefix("sqlite:")
        self._path = path
        self._connections = Connections(path, create=create, patience=patience)
        if not self._connections.has_state():  # made by another version
            self.rebuild()

    def append(self, additions: Iterable[Addition]) -> tuple[Entry, ...]:
        """Record all additions or none; they are on the disk when this returns."""
        with self._connections.writing() as connection:
            store = SqliteStore(connection)
            made = append_all(store, additions)
            store.flush()
        if any(entry.kind is EntryKind.TOMBSTONE for entry in made):
            self._wipe()
        return made

    def entries(
        self,
        *,
        after: int = 0,
        kind: EntryKind | None = None,
        subject: str | None = None,
    ) -> Iterator[Entry]:
        """Give the entries after a sequence number, in order."""
        conditions, values = ["sequence > ?"], list[Any]([after])
        for column, value in (("kind", kind), ("subject", subject)):
            if value is not None:
                conditions.append(f"{column} = ?")
                values.append(str(value))
        where = " AND ".join(conditions)
        for row in self._each(
            f"SELECT * FROM entries WHERE {where} ORDER BY sequence", values
        ):
            yield to_entry(row)

    def text(self, digest: str) -> str:
        """Give a text by its hash."""
        row = self._first("SELECT content FROM texts WHERE hash = ?", [digest])
        if row is None:
            raise EntryMissing(f'no text "{digest[:12]}" is held')
        return unpack(row[0])

    def document(self, document: DocumentId) -> HeldDocument:
        """Give what is known of a document."""
        row = self._first("SELECT body FROM documents WHERE id = ?", [document])
        if row is None:
            raise EntryMissing(f'no document "{document[:12]}" is held')
        return _to_document(row)

    def documents(self, page: Page = Page()) -> tuple[HeldDocument, ...]:  # noqa: B008 - frozen
        """Give documents, last arrived first."""
        return self._documents(f"ORDER BY number DESC{limit_to(page)}", [])

    def find_documents(self, wanted: str) -> tuple[HeldDocument, ...]:
        """Give documents by id, beginning of an id or name."""
        where, values = "name = ? OR short_name = ?", [wanted, wanted]
        if len(wanted) >= SHORTEST_PREFIX:
            where += " OR (id >= ? AND id < ?)"
            values += _prefix_range(wanted.lower())
        return self._documents(f"WHERE {where} ORDER BY number DESC", values)

    def search_documents(
        self,
        text: str,
        page: Page = Page(),  # noqa: B008 - frozen
    ) -> tuple[HeldDocument, ...]:
        """Give documents whose title and text have all the words, newest first."""
        match = to_match(text)
        if match is None:
            return ()
        return self._documents(
            "JOIN documents_words ON documents_words.rowid = number"
            " WHERE documents_words MATCH ?"
            f" ORDER BY documents_words.rowid DESC{limit_to(page)}",
            [match],
        )

    def reading(self, document: DocumentId) -> Reading | None:
        """Give the current reading as the reader made it."""
        held = self.document(document)
        if held.reading is None or held.reader is None:
            return None
        whole = hold_document(held, self.text(document))
        return read_parts(whole, self.text(held.reading), held.reader)

    def claim(self, claim: ClaimId) -> HeldClaim:
        """Give a current claim."""
        row = self._first(f"{SELECT_CLAIMS} FROM claims WHERE id = ?", [claim])
        if row is None:
            raise EntryMissing(f'no claim "{claim}" is held')
        return to_held_claim(row)

    def names(self, facet: str, wanted: str) -> Iterable[tuple[str, str]]:
        """Give the (key, name) pairs that claims have for a facet."""
        return self._known(facet, wanted)

    def find_claims(self, prefix: str) -> tuple[HeldClaim, ...]:
        """Give current claims whose id begins so, at most a few."""
        rows = self._each(
            f"{SELECT_CLAIMS} FROM claims"
            " WHERE id >= ? AND id < ? ORDER BY id LIMIT 10",
            _prefix_range(prefix),
        )
        return tuple(to_held_claim(row) for row in rows)

    def claims(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> Iterator[HeldClaim]:
        """Give current claims; all of them without a page."""
        keys = resolve_keys(filters, self._known)
        along = self._index_to_walk(filters, keys, order, page)
        query = self._build(filters, keys, along=along)
        if query is None:
            return
        statement = (
            f"{SELECT_CLAIMS}{query.tail}{order_by(order, query)}{limit_to(page)}"
        )
        for row in self._each(statement, query.values):
            yield to_held_claim(row)

    def count_claims(self, filters: Filters = Filters()) -> int:  # noqa: B008 - frozen
        """Give the number of current claims."""
        keys = resolve_keys(filters, self._known)
        own = only_key(filters, keys)
        if own is not None:
            row = self._first(
                "SELECT claims FROM cube"
                " WHERE given = ? AND given_key = '' AND facet = ? AND key = ?",
                [EVERYTHING, *own],
            )
            return 0 if row is None else int(row[0])
        query = self._build(filters, keys)
        if query is None:
            return 0
        row = self._first(count_of(query), query.values)
        return 0 if row is None else int(row[0])

    def facets(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        *,
        most: int | None = None,
    ) -> Facets:
        """Give counts of the claims by every facet."""
        keys = resolve_keys(filters, self._known)
        given = only_key(filters, keys)
        if given is not None and given[0] in (EVERYTHING, *CUBED):
            return cubed_facets(self._each, given, most)
        return walked_facets(self._each, self._build(filters, keys), most)

    def attributions(self, document: DocumentId) -> tuple[HeldAttribution, ...]:
        """Give a document's attributions, in the order of the reading."""
        rows = self._each(
            f"{SELECT_ATTRIBUTIONS} WHERE number >= {FIRST} AND number < {AFTER}"
            " ORDER BY number",
            [document, document],
        )
        return tuple(
            held_attribution(to_attribution_row(row, document)) for row in rows
        )

    def speakers(self) -> tuple[HeldSpeaker, ...]:
        """Give speakers by falling number of claims, attributions, then name."""
        return self._speakers("", [])

    def speaker(self, speaker: SpeakerId) -> HeldSpeaker:
        """Give one speaker."""
        found = self._speakers(" WHERE id = ?", [speaker])
        if not found:
            raise EntryMissing(f'no speaker "{speaker}" is held')
        return found[0]

    def _speakers(self, where: str, values: list[str]) -> tuple[HeldSpeaker, ...]:
        bodies: dict[str, list[tuple[str, int]]] = {}
        claims, attributions = Counter[str](), Counter[str]()
        for key, body, found, said in self._each(
            f"SELECT id, body, claims, attributions FROM speakers{where}", values
        ):
            bodies.setdefault(key, []).append((body, found + said))
            claims[key] += found
            attributions[key] += said
        held = (
            HeldSpeaker(merge_speaker(known), claims[key], attributions[key])
            for key, known in bodies.items()
            if key != UNATTRIBUTED
        )
        return tuple(sorted(held, key=HeldSpeaker.rank))

    def private_speakers(self) -> Mapping[SpeakerId, str]:
        """Give the names of speakers that any reading calls private, by id."""
        rows = self._each(
            "SELECT id, min(name) FROM speakers"
            " WHERE json_extract(body, '$.private') GROUP BY id",
            [],
        )
        return {SpeakerId(key): name for key, name in rows}

    def places(self) -> tuple[tuple[Place, int], ...]:
        """Give resolved places with their claims, by falling number, then name."""
        bodies: dict[str, Counter[str]] = {}
        for key, body, claims in self._each(
            "SELECT id, body, claims FROM places WHERE body <> ''", []
        ):
            bodies.setdefault(key, Counter())[body] += claims
        held = [
            (from_json(Place, json.loads(most_common(c.items()))), c.total())
            for c in bodies.values()
        ]
        return tuple(sorted(held, key=lambda p: (-p[1], p[0].name, p[0].id)))

    def rulings(self, subject: str) -> tuple[HeldRuling, ...]:
        """Give the rulings on a claim or finding, in order."""
        with self._connections.translated():
            return SqliteStore(self._connections.get()).rulings(canonical_text(subject))

    def rulings_on(self, document: DocumentId) -> tuple[HeldRuling, ...]:
        """Give the rulings that concern a document, in order."""
        with self._connections.translated():
            return SqliteStore(self._connections.get()).rulings_of(document)

    def naming(self) -> Naming:
        """Give what people ruled on names."""
        with self._connections.translated():
            return SqliteStore(self._connections.get()).naming()

    def findings(
        self,
        *,
        rule: str | None = None,
        is_standing: bool = False,
        page: Page | None = None,
    ) -> tuple[HeldFinding, ...]:
        """Give findings that stand or stood, newest first."""
        where = " AND withdrawn IS NULL" if is_standing else ""
        rows = self._each(
            f"SELECT body FROM findings WHERE rule = coalesce(?, rule){where}"
            f" ORDER BY number DESC{limit_to(page)}",
            [rule],
        )
        return tuple(from_json(HeldFinding, json.loads(body)) for (body,) in rows)

    def coverage(self, outlets: Sequence[str] | None = None) -> tuple[CoverageRow, ...]:
        """Give documents by outlet and day, both in order, the unknown last."""
        where = ""
        if outlets is not None:
            where = f" WHERE outlet IN ({', '.join('?' * len(outlets))})"
        rows = self._each(
            "SELECT outlet, published, count(*), sum(is_read), sum(claims), sum(gaps)"
            f" FROM documents{where} GROUP BY outlet, published"
            " ORDER BY outlet IS NULL, outlet, published IS NULL, published",
            outlets or (),
        )
        return tuple(
            CoverageRow(outlet, day and date.fromisoformat(day), *counts)
            for outlet, day, *counts in rows
        )

    def sums(self) -> Sums:
        """Give how much is held."""
        row = self._first(_SUMS, [])
        documents, outlets, findings, first, last = row or (0, 0, 0, None, None)
        return Sums(
            documents=documents,
            outlets=outlets,
            findings=findings,
            first=first and date.fromisoformat(first),
            last=last and date.fromisoformat(last),
        )

    def gaps(self) -> tuple[tuple[str, int], ...]:
        """Give the reasons of gaps with their number, by falling number."""
        return tuple(
            self._each(
                "SELECT reason, count(*) FROM gaps GROUP BY reason"
                " ORDER BY count(*) DESC, reason",
                [],
            )
        )

    def verify(self) -> Verification:
        """Recompute every hash and every table and compare; looks at the file, too."""
        owned = (
            (digest, (DocumentId(document),))
            for digest, document in self._each(
                "SELECT hash, document FROM owners ORDER BY hash", []
            )
        )
        found = verify_entries(self.entries(), _grouped(owned), self._get_text)
        faults = [
            f"the file's structure: {line}"
            for (line,) in self._each("PRAGMA integrity_check(10)", [])
            if line != "ok"
        ]
        connection = self._connections.get()
        with self._connections.translated():
            faults += find_missing(connection)
            if not faults and not found.faults:
                faults += find_differences(connection, self.entries())
                faults += find_changed(connection)
        return found.with_faults(faults)

    def kept(self, kind: str) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind, in the order it came."""
        query = "SELECT document, other, value FROM kept WHERE kind = ? ORDER BY number"
        for row in self._each(query, [kind]):
            yield row[0], row[1], row[2]

    def keep(self, kind: str, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep worked-out values beside the documents they come from."""
        with self._connections.writing() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO kept (kind, document, other, value, digest)"
                " VALUES (?, ?, ?, ?, ?)",
                ((kind, *row, kept_digest(kind, *row)) for row in rows),
            )

    def rebuild(self) -> None:
        """Forget the current state and replay it from the entries."""
        with self._connections.writing() as connection:
            for table in STATE_TABLES:
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            for statement in to_statements(STATE):
                connection.execute(statement)
            store = SqliteStore(connection)
            replay_all(store, list(self.entries()))
            store.flush()

    def backup(self, path: str) -> None:
        """Copy the ledger as it stands to a new file; writers may go on.

        Raises:
            LedgerError: The file exists or cannot be written.
        """
        target = Path(path)
        if target.exists():
            raise LedgerError(f'"{path}" exists; a backup overwrites nothing')
        part = Path(f"{path}.part")
        make_private(part)
        try:
            with self._connections.translated():
                copy = sqlite3.connect(part)
                try:
                    self._connections.get().backup(copy, pages=4096)
                finally:
                    copy.close()
            part.rename(target)
        except OSError as error:
            raise LedgerError(f'"{path}" cannot be written ({error})') from error
        finally:
            part.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file in all threads."""
        self._connections.close()

    def _wipe(self) -> None:
        """Rewrite the file, so that no freed page keeps a word of what was erased."""
        with self._connections.translated():
            connection = self._connections.get()
            for table in ("claims_words", "documents_words"):
                connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _first(self, statement: str, values: Iterable[Any]) -> tuple[Any, ...] | None:
        with self._connections.translated():
            row: tuple[Any, ...] | None = (
                self._connections.get().execute(statement, _bound(values)).fetchone()
            )
            return row

    def _each(self, statement: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        with self._connections.translated():
            cursor = self._connections.get().execute(statement, _bound(values))
            rows = cursor.fetchmany(_AT_ONCE)
        while rows:
            yield from rows
            with self._connections.translated():
                rows = cursor.fetchmany(_AT_ONCE)

    def _documents(self, rest: str, values: list[str]) -> tuple[HeldDocument, ...]:
        rows = self._each(f"SELECT documents.body FROM documents {rest}", values)
        return tuple(_to_document(row) for row in rows)

    def _get_text(self, digest: str) -> str | None:
        row = self._first("SELECT content FROM texts WHERE hash = ?", [digest])
        return None if row is None else unpack(row[0])

    def _build(
        self,
        filters: Filters,
        keys: Mapping[str, tuple[str, ...]],
        *,
        along: str | None = None,
    ) -> Query | None:
        """Give the query with the facet in front that the fewest claims have."""
        by_party = True
        if "party" in keys and len(keys) > 1 and filters.text is None:
            counts = {facet: self._counted(facet, fits) for facet, fits in keys.items()}
            by_party = counts["party"] == min(counts.values())
            if "measure" in keys and (filters.since or filters.until):
                by_party = False  # a measure has an index by period
        return build_query(filters, keys, along=along, by_party=by_party)

    def _index_to_walk(
        self,
        filters: Filters,
        keys: Mapping[str, tuple[str, ...]],
        order: Order,
        page: Page | None,
    ) -> str | None:
        """Give the index whose order to walk, None where it is better to sort."""
        if page is None or order not in IN_ORDER or filters.document or filters.rule:
            return None
        if filters.text is not None or not all(keys.values()):
            return None
        held = self._counted(EVERYTHING, ("",))
        fitting = min((self._counted(*item) for item in keys.items()), default=held)
        wanted = page.offset + page.limit
        if not is_walk_shorter(wanted=wanted, fitting=fitting, held=held):
            return None
        return IN_ORDER[order]

    def _counted(self, facet: str, fits: tuple[str, ...]) -> int:
        """Give how many claims have one of the keys of a facet."""
        marks = ", ".join("?" * len(fits))
        row = self._first(
            "SELECT sum(claims) FROM cube"
            f" WHERE given = ? AND given_key = '' AND facet = ? AND key IN ({marks})",
            [EVERYTHING, facet, *fits],
        )
        return 0 if row is None else int(row[0] or 0)

    def _known(self, facet: str, wanted: str) -> Iterable[tuple[str, str]]:
        return known_keys(self._each, facet, wanted)


def _bound(values: Iterable[Any]) -> tuple[Any, ...]:
    """Give values that SQLite takes: what a user types may hold lone surrogates."""
    return tuple(canonical_text(v) if isinstance(v, str) else v for v in values)


def _to_document(row: tuple[Any, ...]) -> HeldDocument:
    return from_json(HeldDocument, json.loads(row[0]))


def _prefix_range(prefix: str) -> list[str]:
    """Give both ends of the ids that begin so: g comes after all digits of an id."""
    return [prefix, prefix + "g"]


def _grouped(
    owned: Iterable[tuple[str, tuple[DocumentId, ...]]],
) -> Iterator[tuple[str, tuple[DocumentId, ...]]]:
    """Give each hash once, with all its documents; the hashes come sorted."""
    held: tuple[str, tuple[DocumentId, ...]] | None = None
    for digest, documents in owned:
        if held is not None and held[0] == digest:
            held = (digest, held[1] + documents)
            continue
        if held is not None:
            yield held
        held = (digest, documents)
    if held is not None:
        yield held
