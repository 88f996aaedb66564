"""What every ledger can do, and the few things a backend does for the replay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from sayso.ledger.filters import Filters, Order, Page
from sayso.ledger.findings import FindingCount, FindingFilters, FindingOrder
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
    Verification,
)
from sayso.ledger.naming import NameKind, Naming
from sayso.ledger.records import Addition
from sayso.model import ClaimId, DocumentId, Entry, EntryKind, Place, Reading, SpeakerId

if TYPE_CHECKING:
    from sayso.ledger.rows import DocumentRows


class Ledger(Protocol):
    """An append-only log with a hash chain and the current state it replays to.

    Every method may raise `LedgerBusy` when another process writes for too long and
    `LedgerDamaged` when what is stored cannot be read.
    """

    address: str

    def append(self, additions: Iterable[Addition]) -> tuple[Entry, ...]:
        """Record all additions or none, and give the entries that came of them.

        An addition that says nothing new (a document that is held, a reading that is
        current, a finding that stands) is left out.

        Raises:
            LedgerError: Nothing was recorded: no space, no right to write, or an
                addition to a document whose text was erased.
        """
        ...

    def entries(
        self,
        *,
        after: int = 0,
        kind: EntryKind | None = None,
        subject: str | None = None,
    ) -> Iterator[Entry]:
        """Give the entries after a sequence number, in order."""
        ...

    def newest(self) -> int:
        """Give the sequence number of the last entry, 0 for none; it costs little."""
        ...

    def text(self, digest: str) -> str:
        """Give a text by its hash; a document's id is the hash of its text.

        Raises:
            EntryMissing: No such text is held, or it was erased.
        """
        ...

    def document(self, document: DocumentId) -> HeldDocument:
        """Give what is known of a document.

        Raises:
            EntryMissing: It is not held.
        """
        ...

    def documents_of(
        self, documents: Iterable[DocumentId]
    ) -> dict[DocumentId, HeldDocument]:
        """Give what is known of several documents; who is not held is left out."""
        ...

    def documents(self, page: Page = Page()) -> tuple[HeldDocument, ...]:  # noqa: B008 - frozen
        """Give documents, last arrived first."""
        ...

    def find_documents(self, wanted: str) -> tuple[HeldDocument, ...]:
        """Give documents by id, beginning of an id (4 digits or more) or name."""
        ...

    def search_documents(
        self,
        text: str,
        page: Page = Page(),  # noqa: B008 - frozen
    ) -> tuple[HeldDocument, ...]:
        """Give documents whose title and text have all the words, newest first."""
        ...

    def reading(self, document: DocumentId) -> Reading | None:
        """Give the current reading as the reader made it, None before the first."""
        ...

    def claim(self, claim: ClaimId) -> HeldClaim:
        """Give a current claim.

        Raises:
            EntryMissing: No current reading has it.
        """
        ...

    def claims_of(self, claims: Iterable[ClaimId]) -> dict[ClaimId, HeldClaim]:
        """Give several current claims; one that is not held is left out."""
        ...

    def names(self, facet: str, wanted: str) -> Iterable[tuple[str, str]]:
        """Give the (key, name) pairs that claims have for a facet.

        Of those that "wanted" cannot mean some may be left out.
        """
        ...

    def claim_ids(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> tuple[ClaimId, ...]:
        """Give the ids of what `claims` gives for the same, without loading it."""
        ...

    def statuses_of(self, claims: Iterable[ClaimId]) -> dict[ClaimId, Status]:
        """Give how several current claims stand; one not held is left out."""
        ...

    def find_claims(self, prefix: str) -> tuple[HeldClaim, ...]:
        """Give current claims whose id begins so, at most a few."""
        ...

    def claims(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> Iterator[HeldClaim]:
        """Give current claims; all of them without a page."""
        ...

    def count_claims(self, filters: Filters = Filters()) -> int:  # noqa: B008 - frozen
        """Give the number of current claims."""
        ...

    def facets(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        *,
        most: int | None = None,
    ) -> Facets:
        """Give counts of the claims by every facet.

        Args:
            filters: Which claims to count.
            most: Values of each facet that are given, the most frequent; None for all.
        """
        ...

    def attributions(self, document: DocumentId) -> tuple[HeldAttribution, ...]:
        """Give a document's attributions, in the order of the reading."""
        ...

    def speakers(self) -> tuple[HeldSpeaker, ...]:
        """Give speakers by falling number of claims, attributions, then name."""
        ...

    def speaker(self, speaker: SpeakerId) -> HeldSpeaker:
        """Give one speaker.

        Raises:
            EntryMissing: Nothing is attributed to it.
        """
        ...

    def private_speakers(self) -> Mapping[SpeakerId, str]:
        """Give the names of speakers that any reading calls private, by id."""
        ...

    def places(self) -> tuple[tuple[Place, int], ...]:
        """Give resolved places with their claims, by falling number, then name."""
        ...

    def rulings(self, subject: str) -> tuple[HeldRuling, ...]:
        """Give the rulings on a claim or finding, in order."""
        ...

    def rulings_on(self, document: DocumentId) -> tuple[HeldRuling, ...]:
        """Give the rulings that concern a document, in order."""
        ...

    def naming(self) -> Naming:
        """Give what people ruled on names."""
        ...

    def findings(
        self,
        *,
        rule: str | None = None,
        is_standing: bool = False,
        page: Page | None = None,
    ) -> tuple[HeldFinding, ...]:
        """Give findings that stand or stood, newest first.

        Args:
            rule: Only of this check.
            is_standing: Only those that are not withdrawn.
            page: A stretch of them; None for all.
        """
        ...

    def finding(self, fingerprint: str) -> HeldFinding:
        """Give one finding.

        Raises:
            EntryMissing: No such finding stands or stood.
        """
        ...

    def urgent_findings(
        self,
        order: FindingOrder,
        filters: FindingFilters = FindingFilters(),  # noqa: B008 - frozen
        page: Page | None = None,
    ) -> tuple[HeldFinding, ...]:
        """Give findings in the order in which to look at them.

        Args:
            order: What comes first by level, outcome and check.
            filters: Which findings.
            page: A stretch of them; None for all.
        """
        ...

    def claims_in_findings(self, most: int) -> Iterator[ClaimId]:
        """Give the claims that the newest standing findings use, newest finding first.

        Args:
            most: Findings that are looked at.
        """
        ...

    def count_findings(
        self,
        filters: FindingFilters = FindingFilters(),  # noqa: B008 - frozen
    ) -> tuple[FindingCount, ...]:
        """Give how many findings are alike by check, outcome, level and review."""
        ...

    def coverage(self, outlets: Sequence[str] | None = None) -> tuple[CoverageRow, ...]:
        """Give documents by outlet and day, both in order, the unknown last.

        Args:
            outlets: Only these; None for all.
        """
        ...

    def sums(self) -> Sums:
        """Give how much is held."""
        ...

    def gaps(self) -> tuple[tuple[str, int], ...]:
        """Give the reasons of gaps with their number, by falling number."""
        ...

    def verify(self) -> Verification:
        """Recompute every hash and compare."""
        ...

    def owned(self) -> Iterator[tuple[str, tuple[DocumentId, ...]]]:
        """Give every hash that a text was kept under, with its documents, sorted."""
        ...

    def receive(
        self,
        entries: Iterable[Entry],
        texts: Iterable[tuple[str, str | None, tuple[DocumentId, ...]]],
    ) -> None:
        """Take over the whole log of another ledger, hashes and all.

        Args:
            entries: All of them, in order.
            texts: Hash, text (None when it was erased) and its documents.

        Raises:
            LedgerError: This ledger has entries already; nothing was recorded.
        """
        ...

    def kept(self, kind: str) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind, in the order it came.

        It can be worked out again from the documents, so it is in no entry and no
        hash; a tombstone and `rebuild` drop it.
        """
        ...

    def kept_of(
        self, kind: str, documents: Iterable[DocumentId]
    ) -> Iterator[tuple[str, str, bytes]]:
        """Give what `keep` was given of a kind beside some documents, in no order."""
        ...

    def keep(self, kind: str, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep worked-out values beside the documents they come from.

        Args:
            kind: What they are, such as "reuse.prints".
            rows: Document, other document or "", and the value; a second value for
                the same two is left out, and so is what comes late for a document
                that was erased.
        """
        ...

    def rebuild(self) -> None:
        """Forget the current state and replay it from the entries."""
        ...

    def backup(self, path: str) -> None:
        """Copy the ledger as it stands to a new file; others may go on writing.

        Raises:
            LedgerError: The file exists, cannot be written, or the backend has no
                files to copy.
        """
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


class Store(Protocol):
    """What a backend does for `sayso.ledger.replay`, inside one transaction."""

    def tail(self) -> Entry | None:
        """Give the last entry."""
        ...

    def put_entry(self, entry: Entry) -> None:
        """Append; a tombstone also deletes the texts its document owns."""
        ...

    def put_text(
        self, digest: str, text: str, documents: tuple[DocumentId, ...]
    ) -> None:
        """Keep a text under its hash, with its owners."""
        ...

    def put_owners(self, digest: str, documents: Iterable[DocumentId]) -> None:
        """Say which documents a text belongs to, whether it is held or was erased."""
        ...

    def get_text(self, digest: str) -> str | None:
        """Give a text, None when it was erased."""
        ...

    def get_document(self, document: DocumentId) -> HeldDocument | None:
        """Give a document's state."""
        ...

    def put_document(self, document: HeldDocument) -> None:
        """Set a document's state."""
        ...

    def index_text(self, document: HeldDocument, text: str) -> None:
        """Make a new document's title and text searchable."""
        ...

    def unindex_text(self, document: HeldDocument, text: str) -> None:
        """Undo `index_text`, given the same values."""
        ...

    def put_rows(self, document: DocumentId, rows: DocumentRows | None) -> None:
        """Replace a document's claims, attributions and gaps; None for none."""
        ...

    def put_ruling(self, ruling: HeldRuling) -> None:
        """Add a ruling."""
        ...

    def rulings_of(self, document: DocumentId) -> tuple[HeldRuling, ...]:
        """Give the rulings that concern a document, in order."""
        ...

    def rulings(self, subject: str) -> tuple[HeldRuling, ...]:
        """Give the rulings on one subject, in order."""
        ...

    def naming(self) -> Naming:
        """Give what people ruled on names, so far."""
        ...

    def documents_named(self, kind: NameKind, key: str) -> tuple[DocumentId, ...]:
        """Give the documents that have rows under a speaker, party or place."""
        ...

    def get_finding(self, fingerprint: str) -> HeldFinding | None:
        """Give a finding's state."""
        ...

    def put_finding(self, finding: HeldFinding) -> None:
        """Set a finding's state."""
        ...

    def drop_words_of(self, document: DocumentId) -> None:
        """Forget rulings, findings and kept values of an erased document."""
        ...
