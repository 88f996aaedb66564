"""The workspace: opens a ledger, reads, records; what commands and pages call.

The only place that knows a clock and the environment. What it reports as stored is on
the disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from sayso import __version__
from sayso.errors import EntryMissing, InputError
from sayso.intake import FORMATS, Skipped, Told
from sayso.ledger import (
    CoverageRow,
    Filters,
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldSpeaker,
    Ledger,
    Order,
    Page,
    Role,
    Stamp,
    Status,
    Verification,
    acting_as,
    acting_role,
    hold_document,
    open_ledger,
    record_ruling,
    record_tombstone,
)
from sayso.linking.imported import READER, load_series
from sayso.model import Decision, Document, DocumentId, EntryKind, Finding
from sayso.workspace.batch import Queue, read_all
from sayso.workspace.covering import cover, versions_of
from sayso.workspace.erasing import erase_captures, fetched_folder, find_copies
from sayso.workspace.guarded import GuardedIntake
from sayso.workspace.inputs import Inputs
from sayso.workspace.installed import every_check, every_intake, join_languages
from sayso.workspace.ledgers import (
    DEFAULT_LEDGER,
    default_ledger,
    move_ledger,
    restore,
)
from sayso.workspace.looking import Look
from sayso.workspace.lookups import (
    find_document,
    is_readable,
    last_hash,
    only,
    verify_head,
    view_document,
)
from sayso.workspace.masked_ledger import MaskedLedger
from sayso.workspace.masks import Mask
from sayso.workspace.opinions import opinion_on_claim, opinion_on_finding
from sayso.workspace.readings import HeldReading, held_readings
from sayso.workspace.ruled import Ruled
from sayso.workspace.storing import Storing, corrections_of
from sayso.workspace.values import DocumentView, Reader, Settings, Stored

if TYPE_CHECKING:
    from sayso.linking.reuse import SharedPassages
    from sayso.workspace.corpus import Checked, Corpus
    from sayso.workspace.watching import Watch

MACHINE = f"sayso {__version__}"
"""Who records what no person decided."""


class Workspace:
    """A ledger with everything that may be done to it; use it with `with`."""

    def __init__(
        self,
        address: str | None = None,
        *,
        create: bool = True,
        settings: Settings = Settings(),  # noqa: B008 - frozen
    ) -> None:
        self._stored: Ledger = open_ledger(address or default_ledger(), create=create)
        self._masked = MaskedLedger(self._stored)
        self._formats = (
            every_intake() if settings.formats is FORMATS else settings.formats
        )
        self._intake = GuardedIntake(self._formats, settings.limits)
        self._inputs = Inputs(self._intake, fetched_folder(self._stored.address))
        self._settings = settings
        self._storing = Storing(self._masked, self._stored, self.stamp)
        self._reader = settings.reader

    @property
    def ledger(self) -> Ledger:
        """The ledger, with all names withheld that may not leave it."""
        return self._masked

    @property
    def unmasked(self) -> Ledger:
        """The ledger itself: for what is compared or kept with it, never for output."""
        return self._stored

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the ledger."""
        self._intake.close()
        self.ledger.close()

    def read(
        self,
        inputs: Iterable[str | Path | Document],
        *,
        told: Told = Told(),  # noqa: B008 - frozen
        jobs: int = 1,
        local: bool = False,
    ) -> Iterator[Stored | Skipped]:
        """Read and store, and give what became of each document, in input order.

        A document is one transaction and is given out after it is on the disk.

        Args:
            inputs: Paths of files and folders, "-" for standard input, or documents.
            told: What the user says of all of them.
            jobs: Reading processes.
            local: Whether addresses of the local network may be fetched.
        """
        reader = self.reader
        queue: Queue[Stored | Skipped] = Queue(
            self._storing.prepare(item, told, reader)
            for given in inputs
            for item in self._inputs.documents_of(given, local=local)
        )
        for document, reading in read_all(queue, reader.read, jobs=jobs):
            yield from queue.passed()
            if isinstance(reading, InputError):
                yield Skipped(document.name or document.id, str(reading))
            else:
                yield self._storing.store(document, reading, reader)
        yield from queue.passed()

    def watch(self, *, local: bool = False) -> Watch:
        """Give what asks feeds and pages again and again, and knows what was read.

        Args:
            local: Whether addresses of the local network may be asked.
        """
        from sayso.workspace.watching import Watch  # slow: loads TLS

        return Watch(fetched_folder(self._stored.address), local=local)

    def look(
        self,
        watch: Watch,
        url: str,
        *,
        told: Told = Told(),  # noqa: B008 - frozen
        pages: bool = False,
    ) -> Iterator[Stored | Skipped]:
        """Ask a watched address, and read what it newly answers.

        Args:
            watch: Knows what was answered before.
            url: A feed or a page.
            told: What the user says of all that is read.
            pages: Whether a feed's items are read from their pages, where these can
                be had.
        """
        look = Look(watch, self._intake, lambda given: self.read(given, told=told))
        return look.at(url, pages=pages)

    @property
    def reader(self) -> Reader:
        """The reader in use, loaded when first asked for."""
        join_languages()
        if self._reader is None:
            self._reader = default_reader()
        return self._reader

    def claims(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        order: Order = Order.NEWEST,
        page: Page | None = None,
    ) -> Iterator[HeldClaim]:
        """Give the current claims that fit."""
        return self.ledger.claims(filters, order, page)

    def claim(self, wanted: str) -> HeldClaim:
        """Give the one claim whose id begins so.

        Raises:
            EntryMissing: None or several do.
        """
        found = self.ledger.find_claims(wanted)
        return only("claim", wanted, {held.id: held for held in found})

    def document(self, wanted: str) -> HeldDocument:
        """Give the one document of an id, a beginning of an id, a name, or a claim.

        Raises:
            EntryMissing: None or several fit.
        """
        return find_document(self.ledger, wanted)

    def view(self, wanted: str) -> DocumentView:
        """Give a document with its words and what is read in it, in text order.

        Raises:
            EntryMissing: None or several fit, or its text was erased.
        """
        return view_document(self.ledger, wanted)

    def versions(self, wanted: str) -> tuple[DocumentView, ...]:
        """Give the versions of a document's address, itself among them, by first seen.

        Raises:
            EntryMissing: None or several documents fit, or its text was erased.
        """
        held = self.view(wanted).held
        found = versions_of(self._stored, self._stored.document(held.id))
        return tuple(self.view(version.id) for version in found)

    def readings(self, wanted: str) -> tuple[HeldReading, ...]:
        """Give all readings of a document, of the present and of earlier readers.

        Raises:
            EntryMissing: None or several documents fit.
        """
        held = self.document(wanted)
        return tuple(
            replace(one, reading=self._masked.mask(held.id).reading(one.reading))
            for one in held_readings(self._stored, held.id)
        )

    def readings_of(self, document: DocumentId) -> tuple[HeldReading, ...]:
        """Give all readings of a document unmasked, to be compared, never shown."""
        return held_readings(self._stored, document)

    def mask(self, document: DocumentId) -> Mask:
        """Give what is withheld of a document."""
        return self._masked.mask(document)

    def attributions(self, wanted: str) -> tuple[HeldAttribution, ...]:
        """Give a document's attributions, those without a figure too."""
        return self.ledger.attributions(self.document(wanted).id)

    def speakers(self) -> tuple[HeldSpeaker, ...]:
        """Give everyone that something is attributed to."""
        return self.ledger.speakers()

    def coverage(self) -> tuple[CoverageRow, ...]:
        """Give documents by outlet and day, versions of one address once."""
        return cover(self._stored)

    def corpus(self) -> Corpus:
        """Give all claims with their series and origins; slow on a large ledger."""
        from sayso.workspace.corpus import (
            load_corpus,  # slow: loads numpy and the packs
        )
        from sayso.workspace.masked_corpus import mask_corpus

        return mask_corpus(load_corpus(self._stored), self._masked.mask)

    def check(self, only: Iterable[str] = ()) -> Checked:
        """Run the checks, record their findings, and give them.

        Raises:
            UnknownName: `only` names no check.
        """
        from sayso.workspace.corpus import check_ledger  # slow, as above

        checks = self._settings.checks or every_check()
        checked = check_ledger(self._stored, self.stamp(), only=only, checks=checks)
        return replace(
            checked,
            findings=tuple(map(self._masked.mask_finding, checked.findings)),
            withdrawn=tuple(map(self._masked.mask_finding, checked.withdrawn)),
        )

    def import_series(self, path: str) -> tuple[Stored, ...]:
        """Store a table of daily figures as documents with claims, one a series.

        Raises:
            InputError: The file cannot be read or is no such table.
        """
        readings = load_series(Path(path))
        by_id = {reading.document.id: reading for reading in readings}
        reader = Reader(lambda: READER, lambda document: by_id[document.id])
        return tuple(self._storing.store(r.document, r, reader) for r in readings)

    def take_in(self, stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
        """Give the documents of an open stream; its name or beginning tells its kind.

        Nothing is stored: `read` takes what is given.
        """
        own = GuardedIntake(self._formats, self._settings.limits)
        with closing(own):  # pages take in several at a time
            yield from own.read_stream(stream, name)

    def take_in_path(self, path: Path) -> Iterator[Document | Skipped]:
        """Give the documents of a file as it is taken in; nothing is stored."""
        return self._intake.read_path(path)

    def withholds(self, document: DocumentId) -> bool:
        """True where a name or words of a document are withheld, or it is not held."""
        if not is_readable(self._stored, document):
            return True
        mask = self._masked.mask(document)
        return bool(mask)

    def held(self, wanted: Iterable[str] = ()) -> Iterator[Document]:
        """Give documents from the ledger itself, to be read again.

        Args:
            wanted: Ids, beginnings of ids, or names; none for all documents. What was
                imported as claims, and what was erased, is passed over.

        Raises:
            EntryMissing: One of `wanted` fits none or several.
        """
        named = [self.document(name) for name in wanted]
        for held in named or self.all_documents():
            if held.erased is None and held.facts.extractor != held.reader:
                stored = self._stored.document(held.id)
                yield hold_document(stored, self._stored.text(held.id))

    def verify(self, head: str | None = None) -> Verification:
        """Recompute every hash, every table and every mask in use.

        Args:
            head: A last hash that was noted before, whole or at least its beginning
                of 8 digits; a fault where no entry has it.
        """
        return verify_head(self._masked, head)

    def read_before(self) -> int:
        """Give the number of documents that another version of our reader has read."""
        return self._masked.read_before()

    def head(self) -> str:
        """Give the hash of the last entry, "" before the first; note it elsewhere."""
        return last_hash(self._stored)

    def shared(self) -> tuple[SharedPassages, ...]:
        """Give the passages that documents share, masked; slow at first."""
        from sayso.workspace.masked_corpus import mask_passages
        from sayso.workspace.sharing import share_held  # slow: loads numpy

        return mask_passages(share_held(self._stored), self._masked.mask)

    def rule(
        self,
        claim: HeldClaim,
        decision: Decision,
        *,
        by: str,
        reason: str,
        changes: Mapping[str, Any] = MappingProxyType({}),
    ) -> HeldClaim:
        """Record a person's ruling on a claim and give the claim as it then stands.

        Args:
            claim: As it stands.
            decision: What is ruled.
            by: Who rules.
            reason: Why; "" where none is given.
            changes: Of an edit the fields of the claim in stored form; of a
                confirmation "confirmed", the fields that were looked at.

        Raises:
            InputError: No name, or changes that do not make a claim.
        """
        opinion = opinion_on_claim(
            self._stored, claim, decision, ruled=Ruled(by, reason), changes=changes
        )
        self._stored.append([record_ruling(opinion, self.stamp(by))])
        try:
            return self.ledger.claim(claim.id)
        except EntryMissing:  # added by a person, who took it back
            return replace(claim, status=Status.REJECTED)

    def rule_finding(
        self, finding: Finding, decision: Decision, *, by: str, reason: str
    ) -> None:
        """Record a person's ruling on a finding.

        Raises:
            InputError: No name.
        """
        opinion = opinion_on_finding(finding, decision, ruled=Ruled(by, reason))
        self._stored.append([record_ruling(opinion, self.stamp(by))])

    def erase(self, wanted: str, *, by: str, reason: str) -> HeldDocument:
        """Erase a document's words for safety or law, and give what is left of it.

        Captures of it beside the ledger go, too.
        """
        if not reason.strip():
            raise InputError("an erasure needs a reason, which stays readable")
        found = self.ledger.find_documents(wanted)  # a claim's id erases nothing
        held = only("document", wanted, {one.id: one for one in found})
        before = self._stored.document(held.id)
        self._stored.append([record_tombstone(held.id, reason, self.stamp(by))])
        erase_captures(fetched_folder(self._stored.address), before, self._intake)
        return self.ledger.document(held.id)

    def copies_of(self, held: HeldDocument) -> tuple[Path, ...]:
        """Give the backups beside the ledger that may hold a document's words still."""
        return tuple(find_copies(self._stored.address, held))

    def now(self) -> str:
        """Give the instant by this workspace's clock, ISO 8601 in UTC."""
        return self.stamp().at

    def stamp(self, by: str = MACHINE) -> Stamp:
        """Give who records and the instant by this workspace's clock."""
        now = self._settings.now().astimezone(UTC)
        return Stamp(now.isoformat(timespec="seconds").replace("+00:00", "Z"), by)

    def history(self, document: DocumentId) -> tuple[tuple[str, str], ...]:
        """Give the corrections of a document's facts: instant and words, in order."""
        return corrections_of(self._stored, document)

    def all_documents(self) -> Iterator[HeldDocument]:
        """Give every document, first arrived first; facts are not masked."""
        for entry in self._stored.entries(kind=EntryKind.DOCUMENT):
            yield self._stored.document(DocumentId(entry.subject))


def default_reader() -> Reader:
    """Give our own reader, with the packs and gazetteers a user added."""
    from sayso.workspace import own_data  # slow: loads the gazetteers' arrays

    return Reader(own_data.reader_name, own_data.read_document)


__all__ = [
    "DEFAULT_LEDGER",
    "MACHINE",
    "DocumentView",
    "Reader",
    "Role",
    "Settings",
    "Stored",
    "Workspace",
    "acting_as",
    "acting_role",
    "default_ledger",
    "default_reader",
    "move_ledger",
    "restore",
]
