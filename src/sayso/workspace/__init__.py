"""The workspace: opens a ledger, reads, records; what commands and pages call.

The only place that knows a clock and the environment. What it reports as stored is on
the disk.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, Self, TypeVar

from sayso import __version__
from sayso.errors import EntryMissing, InputError, LedgerError
from sayso.intake import FORMATS, Format, Skipped, Told
from sayso.ledger import (
    Addition,
    CoverageRow,
    Filters,
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldSpeaker,
    Ledger,
    Opinion,
    Order,
    Page,
    Role,
    Stamp,
    Status,
    Verification,
    acting_as,
    acting_role,
    add_again,
    as_known,
    check_changes,
    cut_evidence,
    hold_document,
    load_facts_of,
    move,
    open_ledger,
    record_document,
    record_reading,
    record_ruling,
    record_tombstone,
    tell_changes,
)
from sayso.linking.imported import READER, load_series
from sayso.model import (
    Decision,
    Document,
    DocumentId,
    EntryKind,
    Finding,
    Gap,
    Reading,
    StatedQuantity,
    Toponym,
)
from sayso.workspace.batch import Queue, ReadDocument, read_all
from sayso.workspace.configured import chosen
from sayso.workspace.covering import cover, versions_of
from sayso.workspace.erasing import erase_captures, fetched_folder, find_copies
from sayso.workspace.fetching import fetch_to_archive, is_address
from sayso.workspace.guarded import GuardedIntake, Limits
from sayso.workspace.installed import every_check, every_intake, join_languages
from sayso.workspace.masked_ledger import MaskedLedger
from sayso.workspace.masks import Mask
from sayso.workspace.readings import HeldReading, held_readings
from sayso.workspace.routing import unread_language, with_language
from sayso.workspace.shown_names import shown_held
from sayso.workspace.watching import Watch

if TYPE_CHECKING:
    from sayso.checks import Check
    from sayso.linking.reuse import SharedPassages
    from sayso.workspace.corpus import Checked, Corpus

DEFAULT_LEDGER = "sayso.db"
MACHINE = f"sayso {__version__}"
"""Who records what no person decided."""
_LEAST_OF_HASH = 8
_MOST_LISTED = 5
"""Candidates named when a beginning of an id fits several."""


Held = TypeVar("Held", HeldClaim, HeldDocument)


@dataclass(frozen=True, slots=True)
class Reader:
    """The pure reader with its name, which says when a reading is up to date."""

    name: Callable[[], str]
    """Asked for when readings are stored; may load what the reader needs."""
    read: ReadDocument


@dataclass(frozen=True, slots=True)
class Stored:
    """A document that is on the disk with its reading."""

    document: HeldDocument
    is_new: bool
    """False when the words were held before."""
    is_read: bool
    """False when its reading was up to date."""
    corrected: tuple[str, ...] = ()
    """Facts that were recorded anew, in words; empty for a new document."""
    brought: str | None = None
    """Name under which words came that are held under another; None for new ones."""

    @property
    def unread_language(self) -> str | None:
        """Code of a language that no reader reads; None where the words were read."""
        return unread_language(self.document)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document with its words and all that is read in it."""

    held: HeldDocument
    text: str
    claims: tuple[HeldClaim, ...]
    attributions: tuple[HeldAttribution, ...]
    gaps: tuple[Gap, ...] = ()
    """What was seen and not read, with the reasons."""
    figures: tuple[StatedQuantity, ...] = ()
    """All figures that were seen, those of claims too."""
    toponyms: tuple[Toponym, ...] = ()
    """All place names that were seen."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be put in the place of our own parts, by tests and by users."""

    reader: Reader | None = None
    """None loads our own when it is needed."""
    formats: tuple[Format, ...] = FORMATS
    limits: Limits | None = field(default_factory=Limits)
    """What a file may cost while it is taken in; None sets no limits."""
    checks: tuple[Check, ...] | None = None
    """None runs those that come with Sayso and with installed packages."""
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))


class Workspace:
    """A ledger with everything that may be done to it; use it with `with`."""

    def __init__(
        self,
        address: str | None = None,
        *,
        create: bool = True,
        settings: Settings = Settings(),
    ) -> None:
        self._stored: Ledger = open_ledger(address or default_ledger(), create=create)
        self._masked = MaskedLedger(self._stored)
        self._formats = (
            every_intake() if settings.formats is FORMATS else settings.formats
        )
        self._intake = GuardedIntake(self._formats, settings.limits)
        self._settings = settings
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
            self._prepare(item, told, reader)
            for given in inputs
            for item in self._documents_of(given, local=local)
        )
        for document, reading in read_all(queue, reader.read, jobs=jobs):
            yield from queue.passed()
            if isinstance(reading, InputError):
                yield Skipped(document.name or document.id, str(reading))
            else:
                yield self._store(document, reading, reader)
        yield from queue.passed()

    def watch(self, *, local: bool = False) -> Watch:
        """Give what asks feeds and pages again and again, and knows what was read.

        Args:
            local: Whether addresses of the local network may be asked.
        """
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
        try:
            path = watch.ask(url)
        except (InputError, OSError) as error:
            yield Skipped(url, str(error))
            return
        if path is None:
            return
        if pages:
            items = list(self._intake.read_path(path))  # reading goes on between
            for item in items:
                yield from self._look_behind(watch, url, item, told)
        else:
            yield from self.read([path], told=told)
        watch.keep(url)

    def _look_behind(
        self, watch: Watch, feed: str, item: Document | Skipped, told: Told
    ) -> Iterator[Stored | Skipped]:
        """Read a feed's item from its page, else by its own words."""
        if isinstance(item, Skipped):
            yield item
            return
        url = item.url or ""
        if not is_address(url) or url == feed:
            yield from self.read([item], told=told)
            return
        if watch.knows(url):
            return
        try:
            page = watch.ask(url, named_by=feed)
        except (InputError, OSError) as error:
            yield Skipped(url, str(error))
            page = None
        found = list(self.read([page], told=told)) if page else []
        yield from found
        if not any(isinstance(result, Stored) for result in found):
            yield from self.read([item], told=told)
        watch.keep(url)

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
        return _only("claim", wanted, {held.id: held for held in found})

    def document(self, wanted: str) -> HeldDocument:
        """Give the one document of an id, a beginning of an id, a name, or a claim.

        Raises:
            EntryMissing: None or several fit.
        """
        found = self.ledger.find_documents(wanted)
        claims = () if found or not wanted else self.ledger.find_claims(wanted)
        if claims:
            _only("claim", wanted, {held.id: held for held in claims})
            return self.ledger.document(claims[0].claim.document)
        return _only("document", wanted, {held.id: held for held in found})

    def view(self, wanted: str) -> DocumentView:
        """Give a document with its words and what is read in it, in text order.

        Raises:
            EntryMissing: None or several fit, or its text was erased.
        """
        held = self.document(wanted)
        if held.erased is not None:
            raise EntryMissing(
                f'the text of document "{held.id[:12]}" was erased: {held.erased}'
            )
        reading = self.ledger.reading(held.id)
        return DocumentView(
            held=held,
            text=self.ledger.text(held.id),
            claims=tuple(self.claims(Filters(document=held.id), Order.TEXT)),
            attributions=self.ledger.attributions(held.id),
            gaps=reading.gaps if reading else (),
            figures=reading.quantities if reading else (),
            toponyms=reading.toponyms if reading else (),
        )

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
        mask = self._masked.mask(held.id)
        return tuple(
            replace(one, reading=mask.reading(one.reading))
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
            findings=tuple(map(self._masked.finding, checked.findings)),
            withdrawn=tuple(map(self._masked.finding, checked.withdrawn)),
        )

    def import_series(self, path: str) -> tuple[Stored, ...]:
        """Store a table of daily figures as documents with claims, one a series.

        Raises:
            InputError: The file cannot be read or is no such table.
        """
        readings = load_series(Path(path))
        by_id = {reading.document.id: reading for reading in readings}
        reader = Reader(lambda: READER, lambda document: by_id[document.id])
        return tuple(self._store(r.document, r, reader) for r in readings)

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
        held = [h for h in self._stored.find_documents(document) if h.id == document]
        if not held or held[0].erased is not None or held[0].reading is None:
            return True
        mask = self._masked.mask(document)
        return bool(mask.text) or bool(mask.names)

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
        """Recompute every hash and every table.

        Args:
            head: A last hash that was noted before, whole or at least its beginning
                of 8 digits; a fault where no entry has it.
        """
        found = self._stored.verify()
        if head is None:
            return found
        wanted = head.strip().lower()
        hashes = (entry.hash for entry in self._stored.entries())
        if len(wanted) >= _LEAST_OF_HASH and any(h.startswith(wanted) for h in hashes):
            return found
        reason = f'no entry has the hash "{head[:64]}": entries are missing'
        return found.with_faults([f"{reason}, or this is another ledger"])

    def head(self) -> str:
        """Give the hash of the last entry, "" before the first; note it elsewhere."""
        newest = self._stored.documents(Page(1))
        after = max((max(d.number, d.reading_number) for d in newest), default=0)
        last = ""
        for entry in self._stored.entries(after=max(after - 1, 0)):
            last = entry.hash
        return last

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
        if not by.strip():
            raise InputError("a ruling needs the name of who makes it")
        if changes and decision is Decision.EDIT:
            check_changes(claim.claim, changes)
            text = self._stored.text(claim.claim.document)
            changes = cut_evidence(text, changes)
        opinion = Opinion(
            subject=claim.id,
            decision=decision,
            reason=reason,
            documents=(claim.claim.document,),
            changes=changes,
            shown=claim.claim.sentence.text,
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
        if not by.strip():
            raise InputError("a ruling needs the name of who makes it")
        opinion = Opinion(
            subject=finding.fingerprint,
            decision=decision,
            reason=reason,
            documents=tuple(sorted({given.document for given in finding.inputs})),
            shown="\n".join((finding.sentence, *finding.working)),
        )
        self._stored.append([record_ruling(opinion, self.stamp(by))])

    def erase(self, wanted: str, *, by: str, reason: str) -> HeldDocument:
        """Erase a document's words for safety or law, and give what is left of it.

        Captures of it beside the ledger go, too.
        """
        if not reason.strip():
            raise InputError("an erasure needs a reason, which stays readable")
        found = self.ledger.find_documents(wanted)  # a claim's id erases nothing
        held = _only("document", wanted, {one.id: one for one in found})
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

    def _documents_of(
        self, given: str | Path | Document, *, local: bool
    ) -> Iterator[Document | Skipped]:
        if isinstance(given, Document):
            return iter((given,))
        if isinstance(given, str) and is_address(given):
            return self._fetched(given, local=local)
        if given == "-":
            stream = sys.stdin.buffer
            return self._intake.read_stream(stream, "stdin.txt")
        return self._intake.read_path(Path(given))

    def _fetched(self, url: str, *, local: bool) -> Iterator[Document | Skipped]:
        """Give the documents of one address, kept in a folder beside the ledger."""
        folder = fetched_folder(self._stored.address)
        try:
            path = fetch_to_archive(url, folder, local=local)
        except (InputError, OSError) as error:
            yield Skipped(url, str(error))
            return
        yield from self._intake.read_path(Path(path))

    def _prepare(
        self, item: Document | Skipped, told: Told, reader: Reader
    ) -> Document | Stored | Skipped:
        """Give the document to read, or what became of it without reading."""
        if isinstance(item, Skipped):
            return item
        if not item.text.strip():
            return Skipped(item.name or item.id, "is empty")
        document = with_language(told.apply(item))
        held = self._held(document)
        if held is None:
            return document
        if held.erased is not None:
            name = document.name or document.id
            return Skipped(name, f"was erased from this ledger: {held.erased}")
        known = as_known(held, document)
        if _is_current(held, known, reader):
            additions = add_again(held, document, self.stamp())
            if additions:
                self._stored.append(additions)
            changed = self._corrected(held)
            shown = self._shown(held.id)
            return Stored(
                shown,
                is_new=False,
                is_read=False,
                corrected=changed,
                brought=document.name,
            )
        return document

    def _store(self, document: Document, reading: Reading, reader: Reader) -> Stored:
        """Record a document with its reading in one transaction."""
        stamp = self.stamp()
        if document.retrieved is None:
            document = replace(document, retrieved=stamp.at)
        held = self._held(document)
        additions: list[Addition] = []
        if held is None:
            additions.append(record_document(document, stamp))
        else:
            additions += add_again(held, document, stamp)
            document = as_known(held, document)
            if reading.document.published != document.published:
                reading = reader.read(document)
        reading = replace(reading, document=document)
        is_read = held is None or not _is_current(held, document, reader)
        if is_read:
            additions.append(record_reading(reading, stamp))
        self._stored.append(additions)
        told = () if held is None else self._corrected(held)
        shown = self._shown(document.id)
        return Stored(shown, is_new=held is None, is_read=is_read, corrected=told)

    def _corrected(self, before: HeldDocument) -> tuple[str, ...]:
        """Give in words what is now known otherwise of a document."""
        after = self._stored.document(before.id)
        return tell_changes(before.facts, after.facts)

    def history(self, document: DocumentId) -> tuple[tuple[str, str], ...]:
        """Give the corrections of a document's facts: instant and words, in order."""
        found = []
        for entry in self._stored.entries(kind=EntryKind.CORRECTION, subject=document):
            if "was" not in entry.body:
                continue
            before, after = (
                load_facts_of(self._stored.text(entry.body[key]))
                for key in ("was", "changes")
            )
            found += [(entry.at, words) for words in tell_changes(before, after)]
        return tuple(found)

    def _shown(self, document: DocumentId) -> HeldDocument:
        """Give a document as it may be shown; a mask is made for a title only."""
        held = self._stored.document(document)
        is_masked = held.facts.title is not None
        return self._masked.document(document) if is_masked else shown_held(held)

    def all_documents(self) -> Iterator[HeldDocument]:
        """Give every document, first arrived first; facts are not masked."""
        for entry in self._stored.entries(kind=EntryKind.DOCUMENT):
            yield self._stored.document(DocumentId(entry.subject))

    def _held(self, document: Document) -> HeldDocument | None:
        try:
            return self._stored.document(document.id)
        except EntryMissing:
            return None


def default_reader() -> Reader:
    """Give our own reader, with the packs and gazetteers a user added."""
    from sayso.workspace import own_data  # slow: loads the gazetteers' arrays

    return Reader(own_data.reader_name, own_data.read_document)


def default_ledger() -> str:
    """Give the ledger's address where none is said.

    $SAYSO_LEDGER, else what the user's settings say, else sayso.db.

    Raises:
        InputError: The settings cannot be read.
    """
    return str(chosen("ledger").value)


def restore(backup: str, address: str | None = None) -> Verification:
    """Put a checked copy of a backup in the place of a ledger that is not there.

    Raises:
        LedgerError: The backup has faults, or there is a ledger already.
    """
    if not Path(backup).is_file():
        raise LedgerError(f'no backup at "{backup}"')
    target = (address or default_ledger()).removeprefix("sqlite:")
    if "://" in target:
        return move_ledger(backup, target)
    with Workspace(backup, create=False) as held:
        found = held.verify()
        if found.faults:
            raise LedgerError(f'backup "{backup}": {found.faults[0]}')
        held.ledger.backup(target)
    return found


def move_ledger(source: str, target: str) -> Verification:
    """Copy a ledger's whole log into an empty one of any kind, and verify the copy.

    Raises:
        LedgerError: The source has faults or is not there, the target has entries.
    """
    held = open_ledger(source, create=False)
    try:
        copy = open_ledger(target)
        try:
            return move(held, copy)
        finally:
            copy.close()
    finally:
        held.close()


def _is_current(held: HeldDocument, document: Document, reader: Reader) -> bool:
    return held.reader == reader.name() and held.read_as_of == document.published


def _only(kind: str, wanted: str, found: Mapping[str, Held]) -> Held:
    if not found:
        raise EntryMissing(f'no {kind} "{wanted}" in this ledger')
    if len(found) > 1 and wanted not in found:
        listed = ", ".join(key[:12] for key in list(found)[:_MOST_LISTED])
        raise EntryMissing(f'"{wanted}" fits several {kind}s: {listed}')
    return found[wanted] if wanted in found else next(iter(found.values()))


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
