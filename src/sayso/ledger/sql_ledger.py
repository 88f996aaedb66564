"""What a ledger in an SQL database answers, whatever the database.

Statements are written once; a backend hands over how it runs them (`_each`, `_store`)
and what its database says in a way of its own (`Dialect`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from sayso.errors import EntryMissing
from sayso.ledger.filters import (
    SHORTEST_PREFIX,
    UNATTRIBUTED,
    Filters,
    Order,
    Page,
    resolve_keys,
)
from sayso.ledger.findings import FindingCount, FindingFilters, FindingOrder, no_finding
from sayso.ledger.held import (
    CoverageRow,
    Facets,
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldFinding,
    HeldRuling,
    HeldSpeaker,
    Status,
    Sums,
)
from sayso.ledger.naming import Naming
from sayso.ledger.replay import hold_document, read_parts
from sayso.ledger.rows import (
    held_attribution,
    merge_speaker,
    most_common,
)
from sayso.ledger.schema import CUBED, EVERYTHING
from sayso.ledger.sql_facets import (
    cubed_facets,
    known_keys,
    only_key,
    walked_facets,
)
from sayso.ledger.sql_findings import narrow_findings, order_by_urgency
from sayso.ledger.sql_query import (
    AFTER,
    FIRST,
    IN_ORDER,
    Dialect,
    Query,
    build_query,
    count_of,
    is_walk_shorter,
    limit_to,
    marks,
    order_by,
)
from sayso.ledger.sql_store import (
    SELECT_ATTRIBUTIONS,
    SELECT_CLAIMS,
    SqlStore,
    to_attribution_row,
    to_entry,
    to_held_claim,
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
_PRIVATE = json.dumps({"private": True})[1:-1]
"""How a stored speaker says so; quotation marks inside a name are written otherwise."""


_AT_ONCE = 500
"""Documents or claims that one statement asks for."""
Id = TypeVar("Id", bound=str)


class SqlQueries:
    """The reading half of a ledger whose state lies in tables."""

    address: str
    _dialect: Dialect

    def _each(
        self, statement: str, values: Iterable[Any], *, is_many: bool = False
    ) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a statement.

        Args:
            statement: With a question mark for each value.
            values: As many as there are question marks.
            is_many: Whether the rows may be too many to be held at once.
        """
        raise NotImplementedError

    @contextmanager
    def _reading(self) -> Iterator[SqlStore]:
        """Give the store, to be read only."""
        raise NotImplementedError
        yield

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
        statement = f"SELECT * FROM entries WHERE {where} ORDER BY sequence"
        is_many = kind is None and subject is None and not after
        for row in self._each(statement, values, is_many=is_many):
            yield to_entry(row)

    def newest(self) -> int:
        """Give the sequence number of the last entry, 0 for none."""
        row = self._first("SELECT max(sequence) FROM entries", [])
        return int(row[0] or 0) if row else 0

    def text(self, digest: str) -> str:
        """Give a text by its hash."""
        with self._reading() as store:
            text = store.get_text(canonical_text(digest))
        if text is None:
            raise EntryMissing(f'no text "{digest[:12]}" is held')
        return text

    def document(self, document: DocumentId) -> HeldDocument:
        """Give what is known of a document."""
        row = self._first("SELECT body FROM documents WHERE id = ?", [document])
        if row is None:
            raise EntryMissing(f'no document "{document[:12]}" is held')
        return _to_document(row)

    def documents_of(
        self, documents: Iterable[DocumentId]
    ) -> dict[DocumentId, HeldDocument]:
        """Give what is known of several documents; who is not held is left out."""
        found = dict[DocumentId, HeldDocument]()
        for some in batched(documents):
            held = self._documents(f"WHERE id IN ({marks(some)})", some)
            found.update((one.id, one) for one in held)
        return found

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
        match = self._dialect.match("documents_words", text)
        if match is None:
            return ()
        condition, values = match
        number = f"documents_words.{self._dialect.words_number}"
        rows = self._each(
            "SELECT documents.body FROM"
            f" {self._dialect.words_first('documents_words', 'documents')}"
            f" WHERE {condition} ORDER BY {number} DESC{limit_to(page)}",
            values,
        )
        return tuple(_to_document(row) for row in rows)

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

    def claims_of(self, claims: Iterable[ClaimId]) -> dict[ClaimId, HeldClaim]:
        """Give several current claims; one that is not held is left out."""
        found = dict[ClaimId, HeldClaim]()
        for some in batched(claims):
            where = f"FROM claims WHERE id IN ({marks(some)})"
            held = map(to_held_claim, self._each(f"{SELECT_CLAIMS} {where}", some))
            found.update((one.id, one) for one in held)
        return found

    def names(self, facet: str, wanted: str) -> Iterable[tuple[str, str]]:
        """Give the (key, name) pairs that claims have for a facet."""
        return self._known(facet, wanted)

    def claim_ids(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> tuple[ClaimId, ...]:
        """Give the ids of what `claims` gives for the same, without loading it."""
        rows = self._found("SELECT claims.id", filters, order, page)
        return tuple(ClaimId(key) for (key,) in rows)

    def statuses_of(self, claims: Iterable[ClaimId]) -> dict[ClaimId, Status]:
        """Give how several current claims stand; one not held is left out."""
        found = dict[ClaimId, Status]()
        for some in batched(claims):
            query = f"SELECT id, status FROM claims WHERE id IN ({marks(some)})"
            for key, status in self._each(query, some):
                found[ClaimId(key)] = Status(status)
        return found

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
        yield from map(to_held_claim, self._found(SELECT_CLAIMS, filters, order, page))

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
            "SELECT id, min(name) FROM speakers WHERE body LIKE ? GROUP BY id",
            [f"%{_PRIVATE}%"],
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
        with self._reading() as store:
            return store.rulings(canonical_text(subject))

    def rulings_on(self, document: DocumentId) -> tuple[HeldRuling, ...]:
        """Give the rulings that concern a document, in order."""
        with self._reading() as store:
            return store.rulings_of(document)

    def naming(self) -> Naming:
        """Give what people ruled on names."""
        with self._reading() as store:
            return store.naming()

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

    def finding(self, fingerprint: str) -> HeldFinding:
        """Give one finding."""
        with self._reading() as store:
            found = store.get_finding(canonical_text(fingerprint))
        if found is None:
            raise EntryMissing(no_finding(fingerprint))
        return found

    def urgent_findings(
        self,
        order: FindingOrder,
        filters: FindingFilters = FindingFilters(),  # noqa: B008 - frozen
        page: Page | None = None,
    ) -> tuple[HeldFinding, ...]:
        """Give findings in the order in which to look at them."""
        where, values = narrow_findings(filters)
        ordered, ranked = order_by_urgency(order)
        rows = self._each(
            f"SELECT body FROM findings{where}{ordered}{limit_to(page)}",
            [*values, *ranked],
        )
        return tuple(from_json(HeldFinding, json.loads(body)) for (body,) in rows)

    def claims_in_findings(self, most: int) -> Iterator[ClaimId]:
        """Give the claims that the newest standing findings use."""
        rows = self._each(
            "SELECT body FROM findings WHERE withdrawn IS NULL"
            f" ORDER BY number DESC{limit_to(Page(most))}",
            [],
        )
        for (body,) in rows:
            for given in json.loads(body)["finding"]["inputs"]:
                if "claim" in given:
                    yield ClaimId(given["claim"])

    def count_findings(
        self,
        filters: FindingFilters = FindingFilters(),  # noqa: B008 - frozen
    ) -> tuple[FindingCount, ...]:
        """Give how many findings are alike by check, outcome, level and review."""
        where, values = narrow_findings(filters)
        rows = self._each(
            "SELECT rule, outcome, level, status, count(*) FROM findings"
            f"{where} GROUP BY rule, outcome, level, status ORDER BY 1, 2, 3, 4",
            values,
        )
        return tuple(FindingCount(*row) for row in rows)

    def coverage(self, outlets: Sequence[str] | None = None) -> tuple[CoverageRow, ...]:
        """Give documents by outlet and day, both in order, the unknown last."""
        where = ""
        if outlets is not None:
            where = f" WHERE outlet IN ({marks(outlets)})"
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

    def kept(self, kind: str) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind, in the order it came."""
        query = "SELECT document, other, value FROM kept WHERE kind = ? ORDER BY number"
        for row in self._each(query, [kind], is_many=True):
            yield row[0], row[1], row[2]

    def kept_of(
        self, kind: str, documents: Iterable[DocumentId]
    ) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind beside some documents."""
        for some in batched(documents):
            query = (
                "SELECT document, other, value FROM kept"
                f" WHERE kind = ? AND document IN ({marks(some)})"
            )
            for row in self._each(query, [kind, *some]):
                yield row[0], row[1], row[2]

    def owned(self) -> Iterator[tuple[str, tuple[DocumentId, ...]]]:
        """Give every hash that a text was kept under, with its documents, sorted."""
        rows = self._each(
            "SELECT hash, document FROM owners ORDER BY hash, document",
            [],
            is_many=True,
        )
        for digest, own in groupby(rows, key=itemgetter(0)):
            yield digest, tuple(DocumentId(document) for _, document in own)

    def _found(
        self, select: str, filters: Filters, order: Order, page: Page | None
    ) -> Iterator[tuple[Any, ...]]:
        """Give the columns of claims that fit, in order."""
        keys = resolve_keys(filters, self._known)
        along = self._index_to_walk(filters, keys, order, page)
        query = self._build(filters, keys, along=along)
        if query is None:
            return
        statement = f"{select}{query.tail}{order_by(order, query)}{limit_to(page)}"
        yield from self._each(statement, query.values, is_many=page is None)

    def _first(self, statement: str, values: Iterable[Any]) -> tuple[Any, ...] | None:
        return next(self._each(statement, values), None)

    def _documents(self, rest: str, values: Iterable[str]) -> tuple[HeldDocument, ...]:
        rows = self._each(f"SELECT documents.body FROM documents {rest}", values)
        return tuple(_to_document(row) for row in rows)

    def _build(
        self,
        filters: Filters,
        keys: Mapping[str, tuple[str, ...]],
        *,
        along: str | None = None,
    ) -> Query | None:
        """Give the query with the facet in front that the fewest claims have."""
        foremost = None
        if len(keys) > 1 and not (filters.text or self._dialect.is_planned):
            counts = {facet: self._counted(facet, fits) for facet, fits in keys.items()}
            foremost = min(counts, key=lambda facet: (counts[facet], facet != "party"))
            is_dated = filters.since is not None or filters.until is not None
            if foremost == "party" and "measure" in keys and is_dated:
                foremost = "measure"  # it has an index by period
        return build_query(filters, keys, self._dialect, along=along, foremost=foremost)

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
        if self._dialect.is_planned:
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
        row = self._first(
            "SELECT sum(claims) FROM cube WHERE given = ? AND given_key = ''"
            f" AND facet = ? AND key IN ({marks(fits)})",
            [EVERYTHING, facet, *fits],
        )
        return 0 if row is None else int(row[0] or 0)

    def _known(self, facet: str, wanted: str) -> Iterable[tuple[str, str]]:
        return known_keys(self._each, facet, wanted)


def batched(asked: Iterable[Id]) -> Iterator[list[Id]]:
    """Give ids in as many as a statement asks for at once, each once."""
    wanted = list(dict.fromkeys(asked))
    for at in range(0, len(wanted), _AT_ONCE):
        yield wanted[at : at + _AT_ONCE]


def _to_document(row: tuple[Any, ...]) -> HeldDocument:
    return from_json(HeldDocument, json.loads(row[0]))


def _prefix_range(prefix: str) -> list[str]:
    """Give both ends of the ids that begin so: g comes after all digits of an id."""
    return [prefix, prefix + "g"]
