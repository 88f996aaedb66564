"""A ledger in memory: the plainest reading of the protocol, and what others must match.

For tests and for what need not be kept. Every query walks all claims.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sayso.errors import EntryMissing, LedgerError
from sayso.ledger.chain import verify_entries
from sayso.ledger.filters import (
    FACETS,
    UNATTRIBUTED,
    Filters,
    Order,
    Page,
    has_terms,
    resolve_keys,
    split_terms,
)
from sayso.ledger.findings import (
    FindingCount,
    FindingFilters,
    FindingOrder,
    count_alike,
    no_finding,
    sort_by_urgency,
)
from sayso.ledger.held import (
    CoverageRow,
    FacetCount,
    Facets,
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldFinding,
    HeldRuling,
    HeldSpeaker,
    Status,
    Sums,
    Verification,
)
from sayso.ledger.memory_rows import (
    has_facet,
    has_words,
    is_named,
    is_within_days,
    sorted_rows,
)
from sayso.ledger.memory_store import MemoryStore
from sayso.ledger.records import Addition
from sayso.ledger.replay import (
    append_all,
    hold_document,
    read_parts,
    refuse_filled,
    replay_all,
    take_over,
)
from sayso.ledger.rows import (
    ClaimRow,
    held_attribution,
    held_claim,
    merge_speaker,
    most_common,
)
from sayso.model import (
    ClaimId,
    DocumentId,
    Entry,
    EntryKind,
    Place,
    Reading,
    SpeakerId,
    from_json,
)


class MemoryLedger(MemoryStore):
    """Keeps entries, texts and state in this process; gone when it ends."""

    def __init__(self, address: str = "memory:", *, create: bool = True) -> None:  # noqa: ARG002 - there never is one
        super().__init__()
        self.address = address

    def append(self, additions: Iterable[Addition]) -> tuple[Entry, ...]:
        """Record all additions or none."""
        copies = {
            key: value.copy()
            for key, value in vars(self).items()
            if isinstance(value, list | dict)
        }
        try:
            return append_all(self, additions)
        except BaseException:
            vars(self).update(copies)
            raise

    def entries(
        self,
        *,
        after: int = 0,
        kind: EntryKind | None = None,
        subject: str | None = None,
    ) -> Iterator[Entry]:
        """Give the entries after a sequence number, in order."""
        for entry in self._entries[after:]:
            if kind in (None, entry.kind) and subject in (None, entry.subject):
                yield entry

    def newest(self) -> int:
        """Give the sequence number of the last entry, 0 for none."""
        return self._entries[-1].sequence if self._entries else 0

    def text(self, digest: str) -> str:
        """Give a text by its hash."""
        text = self.get_text(digest)
        if text is None:
            raise EntryMissing(f'no text "{digest[:12]}" is held')
        return text

    def document(self, document: DocumentId) -> HeldDocument:
        """Give what is known of a document."""
        held = self.get_document(document)
        if held is None:
            raise EntryMissing(f'no document "{document[:12]}" is held')
        return held

    def documents_of(
        self, documents: Iterable[DocumentId]
    ) -> dict[DocumentId, HeldDocument]:
        """Give what is known of several documents; who is not held is left out."""
        return {d: self._documents[d] for d in documents if d in self._documents}

    def documents(self, page: Page = Page()) -> tuple[HeldDocument, ...]:  # noqa: B008 - frozen
        """Give documents, last arrived first."""
        held = sorted(self._documents.values(), key=lambda d: -d.number)
        return tuple(held[page.offset : page.offset + page.limit])

    def find_documents(self, wanted: str) -> tuple[HeldDocument, ...]:
        """Give documents by id, beginning of an id or name."""
        return tuple(
            held
            for held in self.documents(Page(len(self._documents)))
            if is_named(held, wanted)
        )

    def search_documents(
        self,
        text: str,
        page: Page = Page(),  # noqa: B008 - frozen
    ) -> tuple[HeldDocument, ...]:
        """Give documents whose title and text have all the words, newest first."""
        terms = split_terms(text)
        found = [
            held
            for held in self.documents(Page(len(self._documents)))
            if terms and has_terms(self._words.get(held.id, []), terms)
        ]
        return tuple(found[page.offset : page.offset + page.limit])

    def reading(self, document: DocumentId) -> Reading | None:
        """Give the current reading as the reader made it."""
        held = self.document(document)
        if held.reading is None or held.reader is None:
            return None
        whole = hold_document(held, self.text(document))
        return read_parts(whole, self.text(held.reading), held.reader)

    def claim(self, claim: ClaimId) -> HeldClaim:
        """Give a current claim."""
        for row in self._claim_rows():
            if row.id == claim:
                return held_claim(row, json.loads(row.body))
        raise EntryMissing(f'no claim "{claim}" is held')

    def claims_of(self, claims: Iterable[ClaimId]) -> dict[ClaimId, HeldClaim]:
        """Give several current claims; one that is not held is left out."""
        held = {one.id: one for one in self.claims()}
        return {claim: held[claim] for claim in claims if claim in held}

    def names(self, facet: str, wanted: str) -> Iterable[tuple[str, str]]:
        """Give the (key, name) pairs that claims have for a facet."""
        return self._known(facet, wanted)

    def claim_ids(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> tuple[ClaimId, ...]:
        """Give the ids of what `claims` gives for the same."""
        return tuple(held.id for held in self.claims(filters, order, page))

    def statuses_of(self, claims: Iterable[ClaimId]) -> dict[ClaimId, Status]:
        """Give how several current claims stand; one not held is left out."""
        return {key: held.status for key, held in self.claims_of(claims).items()}

    def find_claims(self, prefix: str) -> tuple[HeldClaim, ...]:
        """Give current claims whose id begins so, at most a few."""
        rows = (row for row in self._claim_rows() if row.id.startswith(prefix))
        found = sorted(rows, key=lambda row: row.id)[:10]
        return tuple(held_claim(row, json.loads(row.body)) for row in found)

    def claims(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> Iterator[HeldClaim]:
        """Give current claims; all of them without a page."""
        rows = sorted_rows(self._matching(filters), order)
        if page is not None:
            rows = rows[page.offset : page.offset + page.limit]
        return iter([held_claim(row, json.loads(row.body)) for row in rows])

    def count_claims(self, filters: Filters = Filters()) -> int:  # noqa: B008 - frozen
        """Give the number of current claims."""
        return len(self._matching(filters))

    def facets(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        *,
        most: int | None = None,
    ) -> Facets:
        """Give counts of the claims by every facet."""
        labels = {facet: self._labels(facet) for facet in FACETS}
        counted = {facet: Counter[str]() for facet in FACETS}
        for row in self._matching(filters):
            for facet, key in row.facets():
                counted[facet][key] += 1
        counts = {
            facet: tuple(
                sorted(
                    (FacetCount(k, labels[facet][k], n) for k, n in found.items()),
                    key=FacetCount.rank,
                )[:most]
            )
            for facet, found in counted.items()
        }
        values = {facet: len(found) for facet, found in counted.items()}
        return Facets(counts, values, is_exact=True)

    def attributions(self, document: DocumentId) -> tuple[HeldAttribution, ...]:
        """Give a document's attributions, in the order of the reading."""
        rows = self._rows.get(document)
        return tuple(map(held_attribution, rows.attributions)) if rows else ()

    def speakers(self) -> tuple[HeldSpeaker, ...]:
        """Give speakers by falling number of claims, attributions, then name."""
        claims, attributions = Counter[str](), Counter[str]()
        bodies: dict[str, Counter[str]] = {}
        for document_rows in self._rows.values():
            for claim in document_rows.claims:
                claims[claim.speaker] += 1
                bodies.setdefault(claim.speaker, Counter())[claim.speaker_body] += 1
            for said in document_rows.attributions:
                attributions[said.speaker] += 1
                bodies.setdefault(said.speaker, Counter())[said.speaker_body] += 1
        held = [
            HeldSpeaker(merge_speaker(counted.items()), claims[key], attributions[key])
            for key, counted in bodies.items()
            if key != UNATTRIBUTED
        ]
        return tuple(sorted(held, key=HeldSpeaker.rank))

    def speaker(self, speaker: SpeakerId) -> HeldSpeaker:
        """Give one speaker."""
        for held in self.speakers():
            if held.speaker.id == speaker:
                return held
        raise EntryMissing(f'no speaker "{speaker}" is held')

    def private_speakers(self) -> Mapping[SpeakerId, str]:
        """Give the names of speakers that any reading calls private, by id."""
        held = (found.speaker for found in self.speakers())
        return {speaker.id: speaker.name for speaker in held if speaker.private}

    def places(self) -> tuple[tuple[Place, int], ...]:
        """Give resolved places with their claims, by falling number, then name."""
        bodies: dict[str, Counter[str]] = {}
        for row in self._claim_rows():
            if row.place_body and row.place:
                bodies.setdefault(row.place, Counter())[row.place_body] += 1
        held = [
            (from_json(Place, json.loads(most_common(c.items()))), c.total())
            for c in bodies.values()
        ]
        return tuple(sorted(held, key=lambda p: (-p[1], p[0].name, p[0].id)))

    def rulings(self, subject: str) -> tuple[HeldRuling, ...]:
        """Give the rulings on a claim or finding, in order."""
        return tuple(r for r in self._rulings if r.subject == subject)

    def rulings_on(self, document: DocumentId) -> tuple[HeldRuling, ...]:
        """Give the rulings that concern a document, in order."""
        return self.rulings_of(document)

    def findings(
        self,
        *,
        rule: str | None = None,
        is_standing: bool = False,
        page: Page | None = None,
    ) -> tuple[HeldFinding, ...]:
        """Give findings that stand or stood, newest first."""
        held = sorted(
            (
                f
                for f in self._findings.values()
                if rule in (None, f.finding.rule)
                and not (is_standing and f.withdrawn is not None)
            ),
            key=lambda f: -f.number,
        )
        if page is not None:
            held = held[page.offset : page.offset + page.limit]
        return tuple(held)

    def finding(self, fingerprint: str) -> HeldFinding:
        """Give one finding."""
        found = self.get_finding(fingerprint)
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
        held = sort_by_urgency(filter(filters.fits, self._findings.values()), order)
        if page is not None:
            held = held[page.offset : page.offset + page.limit]
        return tuple(held)

    def claims_in_findings(self, most: int) -> Iterator[ClaimId]:
        """Give the claims that the newest standing findings use."""
        for held in self.findings(is_standing=True, page=Page(most)):
            yield from (g.claim for g in held.finding.inputs if g.claim is not None)

    def count_findings(
        self,
        filters: FindingFilters = FindingFilters(),  # noqa: B008 - frozen
    ) -> tuple[FindingCount, ...]:
        """Give how many findings are alike by check, outcome, level and review."""
        return count_alike(filter(filters.fits, self._findings.values()))

    def sums(self) -> Sums:
        """Give how much is held."""
        facts = [held.facts for held in self._documents.values()]
        days = [fact.published for fact in facts if fact.published]
        return Sums(
            documents=len(facts),
            outlets=len({fact.outlet for fact in facts if fact.outlet is not None}),
            findings=sum(f.withdrawn is None for f in self._findings.values()),
            first=min(days, default=None),
            last=max(days, default=None),
        )

    def coverage(self, outlets: Sequence[str] | None = None) -> tuple[CoverageRow, ...]:
        """Give documents by outlet and day, both in order, the unknown last."""
        groups: dict[tuple[str | None, date | None], list[HeldDocument]] = {}
        for held in self._documents.values():
            key = (held.facts.outlet, held.facts.published)
            if outlets is None or key[0] in outlets:
                groups.setdefault(key, []).append(held)
        rows = [
            CoverageRow(
                outlet,
                published,
                documents=len(group),
                read=sum(held.reading is not None for held in group),
                claims=sum(held.claims for held in group),
                gaps=sum(held.gaps for held in group),
            )
            for (outlet, published), group in groups.items()
        ]
        return tuple(
            sorted(
                rows,
                key=lambda r: (
                    r.outlet is None,
                    r.outlet or "",
                    r.published is None,
                    r.published or date.min,
                ),
            )
        )

    def gaps(self) -> tuple[tuple[str, int], ...]:
        """Give the reasons of gaps with their number, by falling number."""
        counted = Counter(
            reason for rows in self._rows.values() for reason in rows.gaps
        )
        return tuple(sorted(counted.items(), key=lambda g: (-g[1], g[0])))

    def verify(self) -> Verification:
        """Recompute every hash and compare."""
        return verify_entries(self._entries, self.owned(), self._texts.get)

    def owned(self) -> Iterator[tuple[str, tuple[DocumentId, ...]]]:
        """Give every hash that a text was kept under, with its documents, sorted."""
        for digest, owners in sorted(self._owners.items()):
            yield digest, tuple(sorted(owners))

    def receive(
        self,
        entries: Iterable[Entry],
        texts: Iterable[tuple[str, str | None, tuple[DocumentId, ...]]],
    ) -> None:
        """Take over the whole log of another ledger; this one has to be empty."""
        refuse_filled(self, self.address)
        take_over(self, entries, texts)

    def kept(self, kind: str) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind, in the order it came."""
        for (known, document, other), value in list(self._kept.items()):
            if known == kind:
                yield document, other, value

    def kept_of(
        self, kind: str, documents: Iterable[DocumentId]
    ) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind beside some documents."""
        wanted = set(documents)
        return (row for row in self.kept(kind) if row[0] in wanted)

    def keep(self, kind: str, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep worked-out values beside the documents they come from."""
        for document, other, value in rows:
            held = self._documents.get(DocumentId(document))
            if held is None or held.erased is None:
                self._kept.setdefault((kind, document, other), value)

    def rebuild(self) -> None:
        """Forget the current state and replay it from the entries."""
        self._forget()
        replay_all(self, self._entries)

    def backup(self, path: str) -> None:
        """Refuse: there is no file."""
        raise LedgerError(f'a ledger in memory has no file to copy to "{path}"')

    def close(self) -> None:
        """Nothing to let go of."""

    def _claim_rows(self) -> Iterator[ClaimRow]:
        for rows in self._rows.values():
            yield from rows.claims

    def _matching(self, filters: Filters) -> list[ClaimRow]:
        keys = resolve_keys(filters, self._known)
        terms = None if filters.text is None else split_terms(filters.text)
        used = self._used_by(filters.rule)
        since = None if filters.since is None else filters.since.isoformat()
        until = None if filters.until is None else filters.until.isoformat()
        return [
            row
            for row in self._claim_rows()
            if all(has_facet(row, facet, wanted) for facet, wanted in keys.items())
            and filters.document in (None, row.document)
            and (used is None or row.id in used)
            and is_within_days(row, since, until)
            and (terms is None or (terms and has_words(row, terms)))
        ]

    def _used_by(self, rule: str | None) -> set[str] | None:
        if rule is None:
            return None
        return {
            given.claim
            for held in self._findings.values()
            if held.finding.rule == rule and held.withdrawn is None
            for given in held.finding.inputs
            if given.claim is not None
        }

    def _known(self, facet: str, _wanted: str) -> Iterable[tuple[str, str]]:
        pairs = set[tuple[str, str]]()
        for row in self._claim_rows():
            for kind, key in row.facets():
                if kind == facet:
                    pairs.add((key, row.label(facet, key)))
            if facet == "place" and row.place and row.place_name:
                pairs.add((row.place, row.place_name))
        return pairs

    def _labels(self, facet: str) -> dict[str, str]:
        labels: dict[str, str] = {}
        for row in self._claim_rows():
            for kind, key in row.facets():
                if kind == facet:
                    label = row.label(facet, key)
                    labels[key] = min(label, labels.get(key, label))
        return labels
