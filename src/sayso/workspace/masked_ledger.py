"""The door: a ledger as pages, commands and exports see it, all of it masked already.

What is written goes through as it is; what is read comes out with the names to
withhold as signs. Nobody above the workspace holds the ledger itself.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from threading import Lock
from typing import Any, TypeVar

from sayso.ledger import (
    Addition,
    CoverageRow,
    FacetCount,
    Facets,
    Filters,
    FindingCount,
    FindingFilters,
    FindingOrder,
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
    Status,
    Sums,
    Verification,
)
from sayso.ledger.naming import TEXT
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
from sayso.workspace.held_masks import HeldMasks
from sayso.workspace.masks import NOTHING, Mask, is_name
from sayso.workspace.shown_names import shown_held, shown_name

Answer = TypeVar("Answer")

_FIELDS = {"place": ("place",), "party": ("actor", "affected")}
_WORDED = tuple(_FIELDS)
"""Facets whose values may be words of a text."""
_MOST_LOOKED = 200
_LOOKED_AT = 3
"""Claims of a value that are looked at."""
_MOST_ANSWERS = 64
_AT_ONCE = 500
"""Claims whose masks are looked up together."""


class _Answers:
    """Answers that were given since the last entry: pages ask the same again."""

    def __init__(self) -> None:
        self._as_of = 0
        self._held: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, asked: Hashable, find: Callable[[], Answer], *, as_of: int) -> Answer:
        """Give what is held of an entry's number, else what is found now."""
        with self._lock:
            if as_of > self._as_of:
                self._held.clear()
                self._as_of = as_of
            if as_of == self._as_of and asked in self._held:
                self._held.move_to_end(asked)
                held: Answer = self._held[asked]
                return held
        found = find()
        with self._lock:
            if as_of == self._as_of:  # else it may be of another entry
                self._held[asked] = found
                if len(self._held) > _MOST_ANSWERS:
                    self._held.popitem(last=False)
        return found


class MaskedLedger:
    """A ledger that gives nothing out unmasked; see `sayso.ledger.Ledger`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.address = ledger.address
        self._masks = HeldMasks(ledger)
        self._answers = _Answers()

    def mask(self, document: DocumentId) -> Mask:
        """Give what is withheld of a document.

        Raises:
            EntryMissing: It was erased.
        """
        return self._masks.of((document,))[document]

    def append(self, additions: Iterable[Addition]) -> tuple[Entry, ...]:
        """Record all additions or none; masks of what is read are made at once."""
        made = self._ledger.append(additions)
        self._masks.make(made)
        return made

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
        return self.mask(document.id).whole(text)

    def document(self, document: DocumentId) -> HeldDocument:
        """Give what is known of a document."""
        return self._held((self._ledger.document(document),))[0]

    def documents_of(
        self, documents: Iterable[DocumentId]
    ) -> dict[DocumentId, HeldDocument]:
        """Give what is known of several documents; who is not held is left out."""
        found = self._ledger.documents_of(documents)
        return dict(zip(found, self._held(tuple(found.values())), strict=True))

    def documents(self, page: Page = Page()) -> tuple[HeldDocument, ...]:  # noqa: B008 - frozen
        """Give documents, last arrived first."""
        return self._held(self._ledger.documents(page))

    def find_documents(self, wanted: str) -> tuple[HeldDocument, ...]:
        """Give documents by id, beginning of an id or name."""
        return self._held(self._ledger.find_documents(wanted))

    def search_documents(
        self,
        text: str,
        page: Page = Page(),  # noqa: B008 - frozen
    ) -> tuple[HeldDocument, ...]:
        """Give documents whose title and text have all the words, newest first."""
        return self._held(self._ledger.search_documents(text, page))

    def _held(self, held: Sequence[HeldDocument]) -> tuple[HeldDocument, ...]:
        named = [one.id for one in held if one.facts.title or one.facts.name]
        masks = self._masks.of(named)
        return tuple(
            masks[one.id].held(one) if one.id in masks else shown_held(one)
            for one in held
        )

    def reading(self, document: DocumentId) -> Reading | None:
        """Give the current reading."""
        reading = self._ledger.reading(document)
        return None if reading is None else self.mask(document).reading(reading)

    def claim(self, claim: ClaimId) -> HeldClaim:
        """Give a current claim."""
        return self._claims((self._ledger.claim(claim),))[0]

    def claims_of(self, claims: Iterable[ClaimId]) -> dict[ClaimId, HeldClaim]:
        """Give several current claims; one that is not held is left out."""
        found = self._ledger.claims_of(claims)
        return dict(zip(found, self._claims(tuple(found.values())), strict=True))

    def names(self, facet: str, wanted: str) -> Iterable[tuple[str, str]]:
        """Give the (key, name) pairs of a facet; private speakers have no name."""
        private = self._private()
        for key, name in self._ledger.names(facet, wanted):
            yield key, MASK if private.hides(facet, key, name) else name

    def _private(self) -> _Private:
        """Give who is private among the speakers."""
        return self._once("private", self._find_private)

    def _find_private(self) -> _Private:
        private = self._ledger.private_speakers()
        named = {str(key): name for key, name in private.items() if is_name(name)}
        surnames = {name.split()[-1] for name in named.values()}
        anybody = Mask(names=hide_names((), named.values()))
        return _Private(frozenset(named), frozenset(surnames), anybody)

    def _once(self, asked: Hashable, find: Callable[[], Answer]) -> Answer:
        """Give an answer that stays the same until there is another entry."""
        return self._answers.get(asked, find, as_of=self._masks.look())

    def find_claims(self, prefix: str) -> tuple[HeldClaim, ...]:
        """Give current claims whose id begins so, at most a few."""
        return self._claims(self._ledger.find_claims(prefix))

    def claims(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> Iterator[HeldClaim]:
        """Give current claims; all of them without a page."""
        found = self._ledger.claims(filters, order, page)
        while some := tuple(islice(found, _AT_ONCE)):
            yield from self._claims(some)

    def claim_ids(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> tuple[ClaimId, ...]:
        """Give the ids of what `claims` gives for the same; they hold no words."""
        return self._ledger.claim_ids(filters, order, page)

    def statuses_of(self, claims: Iterable[ClaimId]) -> dict[ClaimId, Status]:
        """Give how several current claims stand; one not held is left out."""
        return self._ledger.statuses_of(claims)

    def _claims(self, held: Sequence[HeldClaim]) -> tuple[HeldClaim, ...]:
        masks = self._masks.of(one.claim.document for one in held)
        return tuple(_claim(one, masks[one.claim.document]) for one in held)

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
        asked = ("facets", filters, most)
        return self._once(asked, lambda: self._facets(filters, most))

    def _facets(self, filters: Filters, most: int | None) -> Facets:
        found = self._ledger.facets(filters, most=most)
        private = self._private()
        counts = {
            name: tuple(
                replace(count, label=tell_apart(MASK, count.value))
                if private.hides(name, count.value, count.label)
                else count
                for count in values
            )
            for name, values in found.counts.items()
        }
        for facet in _WORDED:
            counts[facet] = self._without_names(facet, found.counts[facet], private)
        return replace(found, counts=counts)

    def _without_names(
        self, facet: str, counts: Sequence[FacetCount], private: _Private
    ) -> tuple[FacetCount, ...]:
        """Give counts of places or parties without those that are names to withhold.

        What no list has is counted under its own words, and a reading may take a
        person for a place: such a value would tell the name in its key as well. A
        value beyond the first few hundred, which no page shows, is left out unlooked.
        """
        kept, looked = list[FacetCount](), 0
        for count in counts:
            if self._is_listed(facet, count):
                kept.append(count)
            elif looked < _MOST_LOOKED and not private.hides(
                facet, count.value, count.label
            ):
                looked += 1
                if not self._names_somebody(facet, count.value):
                    kept.append(count)
        return tuple(kept)

    def _is_listed(self, facet: str, count: FacetCount) -> bool:
        """True for a place of a gazetteer, a party of a pack, and words no name has."""
        if facet == "place":
            return not count.value.startswith(TEXT) or count.label.islower()
        return count.label.islower() or self._masks.knows(count.label)

    def _names_somebody(self, facet: str, key: str) -> bool:
        """True where a document withholds what its claims name as place or party."""
        filters = Filters(**{facet: (key,)})  # type: ignore[arg-type]  # facets take keys
        for held in self._ledger.claims(filters, Order.NEWEST, Page(_LOOKED_AT)):
            shown = self._claims((held,))[0].claim
            if any(getattr(shown, f) != getattr(held.claim, f) for f in _FIELDS[facet]):
                return True
        return False

    def attributions(self, document: DocumentId) -> tuple[HeldAttribution, ...]:
        """Give a document's attributions, in the order of the reading."""
        found = self._ledger.attributions(document)
        mask = self.mask(document) if found else NOTHING
        return tuple(
            replace(held, attribution=mask.attribution(held.attribution))
            for held in found
        )

    def speakers(self) -> tuple[HeldSpeaker, ...]:
        """Give speakers by falling number of claims, attributions, then name."""
        find = self._ledger.speakers
        return self._once("speakers", lambda: tuple(map(_speaker, find())))

    def speaker(self, speaker: SpeakerId) -> HeldSpeaker:
        """Give one speaker."""
        return _speaker(self._ledger.speaker(speaker))

    def private_speakers(self) -> Mapping[SpeakerId, str]:
        """Give the speakers that any reading calls private, without their names."""
        private = self._ledger.private_speakers()
        return {key: MASK for key, name in private.items() if is_name(name)}

    def places(self) -> tuple[tuple[Place, int], ...]:
        """Give resolved places with their claims, by falling number, then name."""
        return self._once("places", self._ledger.places)

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
        anybody = self._private().anybody
        return replace(
            naming,
            called={k: anybody.name(v) for k, v in naming.called.items()},
            known={k: anybody.name(v) for k, v in naming.known.items()},
            rulings=tuple(self._ruling(r, anybody) for r in naming.rulings),
        )

    def _ruling(self, ruling: HeldRuling, anybody: Mask | None = None) -> HeldRuling:
        changes = self._changes(ruling)
        reason = ruling.reason
        anybody = anybody or self._private().anybody
        masks = self._masks.of(ruling.documents)
        for mask in (anybody, *(masks[one] for one in ruling.documents)):
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
        return self._findings(found)

    def finding(self, fingerprint: str) -> HeldFinding:
        """Give one finding."""
        return self._findings((self._ledger.finding(fingerprint),))[0]

    def urgent_findings(
        self,
        order: FindingOrder,
        filters: FindingFilters = FindingFilters(),  # noqa: B008 - frozen
        page: Page | None = None,
    ) -> tuple[HeldFinding, ...]:
        """Give findings in the order in which to look at them."""
        return self._findings(self._ledger.urgent_findings(order, filters, page))

    def claims_in_findings(self, most: int) -> Iterator[ClaimId]:
        """Give the claims that the newest standing findings use."""
        return self._ledger.claims_in_findings(most)

    def count_findings(
        self,
        filters: FindingFilters = FindingFilters(),  # noqa: B008 - frozen
    ) -> tuple[FindingCount, ...]:
        """Give how many findings are alike by check, outcome, level and review."""
        return self._ledger.count_findings(filters)

    def mask_finding(self, finding: Finding) -> Finding:
        """Give a finding as it may be shown; its fingerprint stays."""
        return self._finding(finding, self._around((finding,)))

    def _findings(self, held: Sequence[HeldFinding]) -> tuple[HeldFinding, ...]:
        around = self._around([one.finding for one in held])
        return tuple(
            replace(one, finding=self._finding(one.finding, around)) for one in held
        )

    def _around(self, findings: Sequence[Finding]) -> _Around:
        """Give what findings are made from, asked for together."""
        inputs = [given for finding in findings for given in finding.inputs]
        claims = self._ledger.claims_of(g.claim for g in inputs if g.claim is not None)
        documents = self._ledger.documents_of(given.document for given in inputs)
        return _Around(
            self._masks.of(given.document for given in inputs),
            claims,
            dict(zip(claims, self._claims(tuple(claims.values())), strict=True)),
            {key: one.facts.name or "" for key, one in documents.items()},
            {key: one.facts.outlet or "" for key, one in documents.items()},
        )

    def _finding(self, finding: Finding, around: _Around) -> Finding:
        masks = {g.document: around.masks[g.document] for g in finding.inputs}
        said = dict((*around.said(finding), *around.called(masks)))
        outlets = around.outlets_of(masks)

        def show(words: str) -> str:
            for before, after in said.items():
                words = words.replace(before, after)
            for mask in masks.values():
                words = mask.words_around(words, outlets)
            return words

        return replace(
            finding,
            sentence=show(finding.sentence),
            working=tuple(map(show, finding.working)),
            remedy=finding.remedy and show(finding.remedy),
            inputs=tuple(_input(g, masks[g.document]) for g in finding.inputs),
        )

    def coverage(self, outlets: Sequence[str] | None = None) -> tuple[CoverageRow, ...]:
        """Give documents by outlet and day, both in order, the unknown last."""
        return self._ledger.coverage(outlets)

    def sums(self) -> Sums:
        """Give how much is held."""
        return self._once("sums", self._ledger.sums)

    def gaps(self) -> tuple[tuple[str, int], ...]:
        """Give the reasons of gaps with their number, by falling number."""
        return self._once("gaps", self._ledger.gaps)

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
        """Recompute every hash, table and mask in use, and compare."""
        found = self._ledger.verify()
        return found if found.faults else found.with_faults(self._masks.faults())

    def read_before(self) -> int:
        """Give the number of documents that another version of our reader has read."""
        return self._masks.read_before()

    def kept(self, kind: str) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind."""
        return self._ledger.kept(kind)

    def keep(self, kind: str, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep worked-out values beside the documents they come from."""
        self._ledger.keep(kind, rows)

    def kept_of(
        self, kind: str, documents: Iterable[DocumentId]
    ) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind beside some documents."""
        return self._ledger.kept_of(kind, documents)

    def rebuild(self) -> None:
        """Forget the current state and replay it from the entries."""
        self._ledger.rebuild()

    def backup(self, path: str) -> None:
        """Copy the ledger as it stands, unmasked, to a new file."""
        self._ledger.backup(path)

    def close(self) -> None:
        """Let go of the files."""
        self._masks.close()
        self._ledger.close()


@dataclass(frozen=True, slots=True)
class _Around:
    """What some findings are made from."""

    masks: Mapping[DocumentId, Mask]
    claims: Mapping[ClaimId, HeldClaim]
    shown: Mapping[ClaimId, HeldClaim]
    """The same as they may be shown."""
    names: Mapping[DocumentId, str]
    """Names of documents as they are stored, "" for none."""

    outlets: Mapping[DocumentId, str]
    """Outlets of documents, "" for none: no person in a finding about them."""

    def outlets_of(self, documents: Iterable[DocumentId]) -> frozenset[str]:
        """Give the outlets of documents that have one."""
        return frozenset(filter(None, map(self.outlets.get, documents)))

    def said(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Yield the sentences of persons to withhold that a finding may quote."""
        for key in dict.fromkeys(given.claim for given in finding.inputs):
            if key is None or key not in self.claims:
                continue
            if is_withheld(self.shown[key].claim):
                words = self.claims[key].claim.sentence.text
                yield words, WORDS_SPELLED
                yield " ".join(words.split()), WORDS_SPELLED

    def called(self, documents: Iterable[DocumentId]) -> Iterator[tuple[str, str]]:
        """Yield the paths by which a finding may call documents, with their names."""
        for document in documents:
            name = self.names.get(document, "")
            if shown_name(name) != name:
                yield name, shown_name(name)


@dataclass(frozen=True, slots=True)
class _Private:
    """The speakers whose names are withheld wherever they stand."""

    keys: frozenset[str]
    surnames: frozenset[str]
    anybody: Mask
    """Covers each of them in words that are of no one document."""

    def hides(self, facet: str, key: str, name: str) -> bool:
        """True for such a speaker, and for one whose name was taken for a town."""
        is_town = facet == "place" and name in self.surnames
        return is_town or (facet == "speaker" and key in self.keys)


def _claim(held: HeldClaim, mask: Mask) -> HeldClaim:
    claim = mask.claim(held.claim)
    return held if claim is held.claim else replace(held, claim=claim)


def _speaker(held: HeldSpeaker) -> HeldSpeaker:
    speaker = held.speaker
    if not speaker.private or not is_name(speaker.name):
        return held
    return replace(held, speaker=replace(speaker, name=MASK))


def _input(given: Input, mask: Mask) -> Input:
    return replace(given, span=mask.span(given.span)) if mask.covers else given
