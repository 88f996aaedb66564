"""What of a ledger goes into an export: gathered, masked, cut short.

The one way from the ledger to `sayso.exports`; commands and pages call `gather`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.exports import Bundle, FindingRow, Paper, Row
from sayso.exports.bundle import LONGEST_QUOTE, Event, History, Ruled
from sayso.ledger import (
    Filters,
    HeldClaim,
    HeldDocument,
    Order,
    Status,
)
from sayso.model import (
    Attribution,
    Claim,
    Decision,
    DocumentId,
    EntryKind,
    Finding,
    Input,
    SpeakerId,
    canonical_json,
    short_id,
)
from sayso.model.withheld import (
    MASK,
    NAME_SPELLED,
    WORDS_SPELLED,
    is_withheld,
    spell_withheld,
)
from sayso.workspace import MACHINE, Workspace
from sayso.workspace.evidence import gather_evidence
from sayso.workspace.routing import UNREAD, unread_language

if TYPE_CHECKING:
    from sayso.linking.hops import Hop

_LOOKED_AT = frozenset(
    (Decision.CONFIRM, Decision.REJECT, Decision.EDIT, Decision.UNSURE)
)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Who speaks in one document."""

    document: DocumentId
    by_id: Mapping[str, Attribution]


def gather(workspace: Workspace, filters: Filters = Filters()) -> Bundle:  # noqa: B008 - frozen
    """Give what an export of the claims that fit holds; read while it is written.

    Args:
        workspace: Must stay open until the export is written.
        filters: Those of `sayso claims`; with any, only findings that use one of the
            claims come along.
    """
    return Gathering(workspace, filters).bundle()


def rows_of(workspace: Workspace, found: Iterable[HeldClaim]) -> Iterator[Row]:
    """Give claims as they may leave, one by one."""
    gathering = Gathering(workspace, Filters())
    return map(gathering.row, found)


class Gathering:
    """Collects one export; keeps documents that were looked up."""

    def __init__(self, workspace: Workspace, filters: Filters) -> None:
        self._workspace, self._filters = workspace, filters
        self._paper = cache(self._find_paper)
        self._spoken: _Spoken | None = None
        self._read: tuple[DocumentId, Mapping[str, Claim]] | None = None

    def bundle(self) -> Bundle:
        """Give the export's content."""
        return Bundle(
            rows=self._rows(),
            findings=self._findings(),
            chains=self._chains,
            events=self._events,
            history=self._history,
            made=self._workspace.now(),
            maker=MACHINE,
            ledger_head=self._workspace.head(),
            filters=_in_words(self._filters),
            unread=cache(lambda: tuple(self._unread())),
            evidence=lambda: gather_evidence(self._workspace),
        )

    def _rows(self) -> Iterator[Row]:
        for held in self._workspace.claims(self._filters, Order.TEXT):
            yield self.row(held)

    def _unread(self) -> Iterator[Paper]:
        """Yield documents in a language that is not read, of those asked for."""
        wanted, reasons = self._filters, self._workspace.ledger.gaps()
        if not any(reason.startswith(UNREAD) for reason, _ in reasons):
            return
        for held in self._workspace.all_documents():
            is_wanted = wanted.document in (None, held.id) and (
                wanted.outlet in (None, held.facts.outlet)
            )
            if is_wanted and unread_language(held) is not None:
                yield self._paper(held.id)

    def row(self, held: HeldClaim) -> Row:
        """Give a claim as it may leave."""
        spoken = self._spoken_in(held.claim.document)
        is_masked = is_withheld(held.claim)
        claim = _unlinked(held.claim) if is_masked else held.claim
        reviewer, reviewed = self._ruling(held)
        return Row(
            id=held.id,
            claim=claim,
            paper=self._paper(claim.document),
            status=str(held.status),
            reviewer=reviewer,
            reviewed=reviewed,
            quote=self._quote(held, is_masked=is_masked),
            is_masked=is_masked,
            attribution=spoken.by_id.get(held.claim.attribution or ""),
        )

    def _quote(self, held: HeldClaim, *, is_masked: bool) -> str:
        """Give the sentence as it may leave, with the figure in it."""
        claim = held.claim
        if is_masked:
            return WORDS_SPELLED
        start = claim.quantity.span.start - claim.sentence.start
        return spell_withheld(shorten_around(claim.sentence.text, start))

    def _ruling(self, held: HeldClaim) -> tuple[str | None, str | None]:
        if held.status is Status.UNREVIEWED:
            return None, None
        rulings = self._workspace.ledger.rulings(held.id)
        last = [r for r in rulings if r.decision in _LOOKED_AT][-1:]
        return (last[0].reviewer, last[0].at) if last else (None, None)

    def _history(self, row: Row) -> History:
        """Give how a row came to stand so, without what names private persons."""
        rulings = self._workspace.ledger.rulings(row.id)
        read = self._as_read(row) if any(r.changes for r in rulings) else None
        if row.is_masked or (read is not None and is_withheld(read)):
            return History(withheld=len(rulings))
        said = row.attribution
        kept = tuple(
            r for r in rulings if _is_open(r.reason, canonical_json(dict(r.changes)))
        )
        return History(
            attribution=said if said and _is_open(str(said)) else None,
            read=read,
            rulings=tuple(
                Ruled(str(r.decision), r.reviewer, r.at, r.reason, dict(r.changes))
                for r in kept
            ),
            withheld=len(rulings) - len(kept),
        )

    def _as_read(self, row: Row) -> Claim | None:
        document = row.claim.document
        if self._read is None or self._read[0] != document:
            reading = self._workspace.ledger.reading(document)
            claims = reading.claims if reading else ()
            self._read = document, {str(claim.id): claim for claim in claims}
        return self._read[1].get(row.id)

    def _spoken_in(self, document: DocumentId) -> _Spoken:
        """Give a document's attributions."""
        if self._spoken is None or self._spoken.document != document:
            found = self._workspace.ledger.attributions(document)
            by_id = {str(h.attribution.id): h.attribution for h in found}
            self._spoken = _Spoken(document, by_id)
        return self._spoken

    def _find_paper(self, document: DocumentId) -> Paper:
        held: HeldDocument = self._workspace.ledger.document(document)
        facts = held.facts
        day = facts.published
        return Paper(
            id=held.id,
            name=facts.name,
            title=facts.title,
            outlet=facts.outlet,
            url=facts.url,
            published=None if day is None else day.isoformat(),
            published_basis=str(facts.published_basis),
            retrieved=facts.retrieved,
            raw_sha256=facts.raw_sha256,
            language=facts.language,
            extractor=facts.extractor,
        )

    def _findings(self) -> Iterator[FindingRow]:
        ledger = self._workspace.ledger
        standing = ledger.findings(is_standing=True)
        if not standing:
            return
        wanted = self._wanted_claims()
        instants = {e.sequence: e.at for e in ledger.entries(kind=EntryKind.FINDING)}
        for held in standing:
            used = {given.claim for given in held.finding.inputs}
            if wanted is None or not used.isdisjoint(wanted):
                yield FindingRow(
                    finding=self._masked(held.finding),
                    status=str(held.status),
                    at=instants.get(held.number, ""),
                    papers={
                        given.document: self._paper(given.document)
                        for given in held.finding.inputs
                    },
                )

    def _wanted_claims(self) -> frozenset[str] | None:
        if self._filters == Filters():
            return None
        return frozenset(held.id for held in self._workspace.claims(self._filters))

    def _masked(self, finding: Finding) -> Finding:
        """Give the finding with the words of its inputs short."""
        return replace(
            finding,
            inputs=tuple(self._short(given) for given in finding.inputs),
        )

    def _short(self, given: Input) -> Input:
        words = given.span.text[:LONGEST_QUOTE]
        span = replace(given.span, end=given.span.start + len(words), text=words)
        return replace(given, span=span)

    def _events(self) -> Mapping[str, Event]:
        """Give by claim the incident it is of."""
        from sayso.workspace.events import load_events  # slow: loads the packs

        found: dict[str, Event] = {}
        for incident in load_events(self._workspace).incidents:
            event = Event(
                incident.id,
                str(incident.kind),
                incident.place,
                incident.located,
                incident.first,
                incident.last,
                incident.scene,
                incident.is_period,
            )
            found |= {claim.id: event for claim in incident.claims}
        return found

    def _chains(self) -> Mapping[str, tuple[str, ...]]:
        """Give by claim the way of its origin, document by document."""
        corpus = self._workspace.corpus()
        found: dict[str, tuple[str, ...]] = {}
        for origin in corpus.context.origins:
            if len(origin.documents) > 1:
                first = origin.documents[0]
                lines = [f"earliest held: {corpus.outlet(first)}, {corpus.day(first)}"]
                lines += [_hop_line(hop, corpus.outlet) for hop in origin.hops]
                found |= {claim.id: tuple(lines) for claim in origin.claims}
        return found


def _is_open(*words: str) -> bool:
    """True where nothing is withheld in some words."""
    return not any(sign in one for sign in (MASK, NAME_SPELLED) for one in words)


def _unlinked(claim: Claim) -> Claim:
    """Give a masked claim whose speaker's id, a hash of the name, tells nothing."""
    if claim.speaker is None:
        return claim
    key = SpeakerId(short_id("withheld", claim.id))
    return replace(claim, speaker=replace(claim.speaker, id=key))


def shorten_around(text: str, at: int) -> str:
    """Give a text of at most `LONGEST_QUOTE` characters that holds the place `at`."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_QUOTE:
        return words
    start = max(0, min(at - LONGEST_QUOTE // 3, len(text) - LONGEST_QUOTE + 2))
    cut = " ".join(text[start : start + LONGEST_QUOTE - 2].split())
    before = "…" if start else ""
    after = "…" if start + LONGEST_QUOTE - 2 < len(text) else ""
    return f"{before}{cut}{after}"


def _hop_line(hop: Hop, outlet: Callable[[DocumentId], str]) -> str:
    drift = sorted({str(kind) for change in hop.changes for kind in change.kinds})
    changed = f"; changed: {', '.join(drift)}" if drift else ""
    return f"{outlet(hop.earlier)} → {outlet(hop.later)} ({hop.link}){changed}"


def _in_words(filters: Filters) -> str:
    chosen = [
        f"{field.name} {value}"
        for field in fields(filters)
        if (value := getattr(filters, field.name)) not in (None, False)
    ]
    return ", ".join(chosen)
