"""The door: a ledger as pages, commands and exports see it, all of it masked already.

What is written goes through as it is; what is read comes out with the names to
withhold as signs. Nobody above the workspace holds the ledger itself.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sayso.errors import EntryMissing
from sayso.ledger import (
    Addition,
    CoverageRow,
    Facets,
    Filters,
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldFinding,
    HeldRuling,
    HeldSpeaker,
    Ledger,
    Naming,
    Order,
    Page,
    Sums,
    Verification,
)
from sayso.model import (
    Attribution,
    Claim,
    ClaimId,
    Decision,
    DocumentId,
    Entry,
    EntryKind,
    Evidence,
    Finding,
    Input,
    Place,
    Reading,
    SpeakerId,
    from_json,
    to_json,
)
from sayso.model.withheld import MASK, WORDS_SPELLED, is_withheld, tell_apart
from sayso.reading.persons.hiding import hide_names
from sayso.reading.persons.known import known_names
from sayso.reading.persons.persons import Names
from sayso.workspace.masks import NOTHING, Mask, is_name, make_mask
from sayso.workspace.shown_names import shown_held, shown_name

_MOST_MASKS = 4096
"""Masks kept; one is about as large as its document's text."""


class MaskedLedger:
    """A ledger that gives nothing out unmasked; see `sayso.ledger.Ledger`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.address = ledger.address
        self._masks: OrderedDict[DocumentId, tuple[object, Mask]] = OrderedDict()
        self._shown: dict[DocumentId, frozenset[ClaimId]] = {}
        self._looked = 0
        """Sequence number up to which rulings were looked for."""
        self._known: Names | None = None

    def mask(self, document: DocumentId) -> Mask:
        """Give what is withheld of a document."""
        self._look_for_rulings()
        try:
            held = self._ledger.document(document)
        except EntryMissing:
            return NOTHING
        shown = self._shown.get(document, frozenset())
        state = (held.reading, held.facts.title, held.erased, shown)
        kept = self._masks.get(document)
        if kept is not None and kept[0] == state:
            self._masks.move_to_end(document)
            return kept[1]
        made = self._make(held, shown)
        self._masks[document] = state, made
        while len(self._masks) > _MOST_MASKS:
            self._masks.popitem(last=False)
        return made

    def _make(self, held: HeldDocument, shown: Iterable[ClaimId]) -> Mask:
        reading = None if held.erased else self._ledger.reading(held.id)
        if reading is None:
            return NOTHING
        if self._known is None:
            from sayso.workspace.own_data import load_own  # slow: loads the packs

            self._known = known_names(load_own().theatres)
        return make_mask(reading, held.facts.title, self._known, self._names_of(shown))

    def _names_of(self, claims: Iterable[ClaimId]) -> Iterator[str]:
        for identifier in claims:
            for held in self._ledger.find_claims(identifier):
                speaker, claimant = held.claim.speaker, held.claim.claimant
                if speaker is not None:
                    yield speaker.name
                if claimant is not None:
                    yield claimant

    def _look_for_rulings(self) -> None:
        """Take in rulings that came since, by whatever process."""
        newest = self._ledger.newest()
        if newest == self._looked:
            return
        for entry in self._ledger.entries(after=self._looked, kind=EntryKind.RULING):
            if entry.body.get("decision") == Decision.UNMASK:
                for document in entry.body.get("documents", ()):
                    key = DocumentId(document)
                    known = self._shown.get(key, frozenset())
                    self._shown[key] = known | {ClaimId(entry.subject)}
        self._looked = newest

    def append(self, additions: Iterable[Addition]) -> tuple[Entry, ...]:
        """Record all additions or none."""
        return self._ledger.append(additions)

    def entries(
        self,
        *,
        after: int = 0,
        kind: EntryKind | None = None,
        subject: str | None = None,
    ) -> Iterator[Entry]:
        """Give the entries after a sequence number; they hold hashes and no words."""
        return self._ledger.entries(after=after, kind=kind, subject=subject)

    def newest(self) -> int:
        """Give the sequence number of the last entry, 0 for none."""
        return self._ledger.newest()

    def text(self, digest: str) -> str:
        """Give a document's text with signs for what is withheld.

        Raises:
            EntryMissing: No such document is held, or it was erased.
        """
        document = self._ledger.document(DocumentId(digest))
        text = self._ledger.text(document.id)
        return self.mask(document.id).text or text

    def document(self, document: DocumentId) -> HeldDocument:
        """Give what is known of a document."""
        return self._held(self._ledger.document(document))

    def documents(self, page: Page = Page()) -> tuple[HeldDocument, ...]:  # noqa: B008 - frozen
        """Give documents, last arrived first."""
        return tuple(map(self._held, self._ledger.documents(page)))

    def find_documents(self, wanted: str) -> tuple[HeldDocument, ...]:
        """Give documents by id, beginning of an id or name."""
        return tuple(map(self._held, self._ledger.find_documents(wanted)))

    def search_documents(
        self,
        text: str,
        page: Page = Page(),  # noqa: B008 - frozen
    ) -> tuple[HeldDocument, ...]:
        """Give documents whose title and text have all the words, newest first."""
        return tuple(map(self._held, self._ledger.search_documents(text, page)))

    def _held(self, held: HeldDocument) -> HeldDocument:
        if not held.facts.title and not held.facts.name:
            return shown_held(held)
        return self.mask(held.id).held(held)

    def reading(self, document: DocumentId) -> Reading | None:
        """Give the current reading."""
        reading = self._ledger.reading(document)
        return None if reading is None else self.mask(document).reading(reading)

    def claim(self, claim: ClaimId) -> HeldClaim:
        """Give a current claim."""
        return self._claim(self._ledger.claim(claim))

    def names(self, facet: str, wanted: str) -> Iterable[tuple[str, str]]:
        """Give the (key, name) pairs of a facet; private speakers have no name."""
        named, surnames = self._private()
        for key, name in self._ledger.names(facet, wanted):
            is_hidden = _is_hidden(facet, key, name, named, surnames)
            yield key, MASK if is_hidden else name

    def _private(self) -> tuple[set[str], set[str]]:
        """Give the ids of speakers to withhold, and their last names."""
        private = self._ledger.private_speakers()
        named = {str(key) for key, name in private.items() if is_name(name)}
        return named, {n.split()[-1] for n in private.values() if is_name(n)}

    def find_claims(self, prefix: str) -> tuple[HeldClaim, ...]:
        """Give current claims whose id begins so, at most a few."""
        return tuple(map(self._claim, self._ledger.find_claims(prefix)))

    def claims(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> Iterator[HeldClaim]:
        """Give current claims; all of them without a page."""
        return map(self._claim, self._ledger.claims(filters, order, page))

    def _claim(self, held: HeldClaim) -> HeldClaim:
        claim = self.mask(held.claim.document).claim(held.claim)
        return held if claim is held.claim else replace(held, claim=claim)

    def count_claims(self, filters: Filters = Filters()) -> int:  # noqa: B008 - frozen
        """Give the number of current claims."""
        return self._ledger.count_claims(filters)

    def facets(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        *,
        most: int | None = None,
    ) -> Facets:
        """Give counts of the claims by every facet; private speakers have no name."""
        found = self._ledger.facets(filters, most=most)
        named, surnames = self._private()
        counts = {
            name: tuple(
                replace(count, label=tell_apart(MASK, count.value))
                if _is_hidden(name, count.value, count.label, named, surnames)
                else count
                for count in values
            )
            for name, values in found.counts.items()
        }
        return replace(found, counts=counts)

    def attributions(self, document: DocumentId) -> tuple[HeldAttribution, ...]:
        """Give a document's attributions, in the order of the reading."""
        mask = self.mask(document)
        return tuple(
            replace(held, attribution=mask.attribution(held.attribution))
            for held in self._ledger.attributions(document)
        )

    def speakers(self) -> tuple[HeldSpeaker, ...]:
        """Give speakers by falling number of claims, attributions, then name."""
        return tuple(map(_speaker, self._ledger.speakers()))

    def speaker(self, speaker: SpeakerId) -> HeldSpeaker:
        """Give one speaker."""
        return _speaker(self._ledger.speaker(speaker))

    def private_speakers(self) -> Mapping[SpeakerId, str]:
        """Give the speakers that any reading calls private, without their names."""
        private = self._ledger.private_speakers()
        return {key: MASK for key, name in private.items() if is_name(name)}

    def places(self) -> tuple[tuple[Place, int], ...]:
        """Give resolved places with their claims, by falling number, then name."""
        return self._ledger.places()

    def rulings(self, subject: str) -> tuple[HeldRuling, ...]:
        """Give the rulings on a claim or finding, in order."""
        return tuple(map(self._ruling, self._ledger.rulings(subject)))

    def rulings_on(self, document: DocumentId) -> tuple[HeldRuling, ...]:
        """Give the rulings that concern a document, in order."""
        return tuple(map(self._ruling, self._ledger.rulings_on(document)))

    def naming(self) -> Naming:
        """Give what people ruled on names."""
        naming = self._ledger.naming()
        if not naming:
            return naming
        anybody = self._anybody()
        return replace(
            naming,
            called={k: anybody.name(v) for k, v in naming.called.items()},
            known={k: anybody.name(v) for k, v in naming.known.items()},
            rulings=tuple(self._ruling(r, anybody) for r in naming.rulings),
        )

    def _anybody(self) -> Mask:
        private = self._ledger.private_speakers().values()
        return Mask(names=hide_names((), filter(is_name, private)))

    def _ruling(self, ruling: HeldRuling, anybody: Mask | None = None) -> HeldRuling:
        changes = self._changes(ruling)
        reason = ruling.reason
        anybody = anybody or self._anybody()
        for mask in (anybody, *map(self.mask, ruling.documents)):
            reason = mask.words(reason)
            for key, value in changes.items():
                if isinstance(value, str):
                    changes[key] = mask.name(value)
                elif key == "speaker" and isinstance(value, Mapping):
                    name = mask.name(str(value.get("name", "")))
                    changes[key] = {**value, "name": name}
        return replace(ruling, reason=reason, changes=changes)

    def _changes(self, ruling: HeldRuling) -> dict[str, Any]:
        """Give the changes with the words of their spans masked."""
        changes = dict(ruling.changes)
        if not ruling.documents:
            return changes
        mask = self.mask(ruling.documents[0])
        if ruling.decision is Decision.ADD:
            return dict(to_json(mask.claim(from_json(Claim, changes))))
        if ruling.decision is Decision.ATTRIBUTE:
            return dict(to_json(mask.attribution(from_json(Attribution, changes))))
        if "evidence" in changes:
            kinds: Any = tuple[Evidence, ...]
            carried = from_json(kinds, changes["evidence"])
            changes["evidence"] = to_json(mask.evidence(carried))
        return changes

    def findings(
        self,
        *,
        rule: str | None = None,
        is_standing: bool = False,
        page: Page | None = None,
    ) -> tuple[HeldFinding, ...]:
        """Give findings that stand or stood, newest first."""
        found = self._ledger.findings(rule=rule, is_standing=is_standing, page=page)
        return tuple(replace(h, finding=self.finding(h.finding)) for h in found)

    def finding(self, finding: Finding) -> Finding:
        """Give a finding as it may be shown; its fingerprint stays."""
        masks = {g.document: self.mask(g.document) for g in finding.inputs}
        said = dict((*self._said(finding), *self._called(masks)))

        def show(words: str) -> str:
            for before, after in said.items():
                words = words.replace(before, after)
            for mask in masks.values():
                words = mask.words(words)
            return words

        return replace(
            finding,
            sentence=show(finding.sentence),
            working=tuple(map(show, finding.working)),
            remedy=finding.remedy and show(finding.remedy),
            inputs=tuple(_input(g, masks[g.document]) for g in finding.inputs),
        )

    def _said(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Yield the sentences of persons to withhold that a finding may quote."""
        for identifier in dict.fromkeys(given.claim for given in finding.inputs):
            for held in self._ledger.find_claims(identifier) if identifier else ():
                if is_withheld(self._claim(held).claim):
                    words = held.claim.sentence.text
                    yield words, WORDS_SPELLED
                    yield " ".join(words.split()), WORDS_SPELLED

    def _called(self, documents: Iterable[DocumentId]) -> Iterator[tuple[str, str]]:
        """Yield the paths by which a finding may call documents, with their names."""
        for document in documents:
            for held in self._ledger.find_documents(document):
                name = held.facts.name or ""
                if shown_name(name) != name:
                    yield name, shown_name(name)

    def coverage(self, outlets: Sequence[str] | None = None) -> tuple[CoverageRow, ...]:
        """Give documents by outlet and day, both in order, the unknown last."""
        return self._ledger.coverage(outlets)

    def sums(self) -> Sums:
        """Give how much is held."""
        return self._ledger.sums()

    def gaps(self) -> tuple[tuple[str, int], ...]:
        """Give the reasons of gaps with their number, by falling number."""
        return self._ledger.gaps()

    def owned(self) -> Iterator[tuple[str, tuple[DocumentId, ...]]]:
        """Give every hash that a text was kept under, with its documents."""
        return self._ledger.owned()

    def receive(
        self,
        entries: Iterable[Entry],
        texts: Iterable[tuple[str, str | None, tuple[DocumentId, ...]]],
    ) -> None:
        """Take over the whole log of another ledger; this one has to be empty."""
        self._ledger.receive(entries, texts)

    def verify(self) -> Verification:
        """Recompute every hash and compare."""
        return self._ledger.verify()

    def kept(self, kind: str) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind."""
        return self._ledger.kept(kind)

    def keep(self, kind: str, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep worked-out values beside the documents they come from."""
        self._ledger.keep(kind, rows)

    def rebuild(self) -> None:
        """Forget the current state and replay it from the entries."""
        self._ledger.rebuild()

    def backup(self, path: str) -> None:
        """Copy the ledger as it stands, unmasked, to a new file."""
        self._ledger.backup(path)

    def close(self) -> None:
        """Let go of the files."""
        self._ledger.close()


def _is_hidden(
    facet: str, key: str, name: str, named: set[str], surnames: set[str]
) -> bool:
    """True for a withheld speaker, and for one whose name was taken for a town."""
    return (facet == "speaker" and key in named) or (
        facet == "place" and name in surnames
    )


def _speaker(held: HeldSpeaker) -> HeldSpeaker:
    speaker = held.speaker
    if not speaker.private or not is_name(speaker.name):
        return held
    return replace(held, speaker=replace(speaker, name=MASK))


def _input(given: Input, mask: Mask) -> Input:
    return replace(given, span=mask.span(given.span)) if mask.text else given
