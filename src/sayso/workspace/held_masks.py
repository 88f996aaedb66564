"""The masks of a ledger's documents: made once, kept beside them, found many at once.

To make one, a document's reading is loaded and its persons are looked for, ten
milliseconds for a short report; a page lists a hundred documents and the map five
hundred. So they are made when a document is read or corrected, and kept in the ledger
with what is worked out from its documents (`Ledger.keep`), under a key of all they
rest on: another reading, title, outlet, ruling, pack or rule is another key, and the
mask is made anew when it is next asked for. A tombstone drops them, and `verify` makes
all that are in use again and compares. Kept in a thread of its own, since nobody who
looks at a page should wait for who writes; where nothing can be kept (no right, no
room) masks are made again.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import islice
from threading import RLock

from sayso.errors import EntryMissing, LedgerError
from sayso.ledger import (
    HeldDocument,
    Ledger,
    hold_document,
    read_parts,
    shows_name,
)
from sayso.model import ClaimId, Decision, DocumentId, Entry, EntryKind
from sayso.reading.edition import digest_files
from sayso.reading.persons.hiding import HiddenNames
from sayso.reading.persons.known import known_names
from sayso.reading.persons.persons import Names
from sayso.workspace.masks import NOTHING, Mask, make_mask

KIND = "masks"
"""What kept masks are kept as."""
MADE_OF = ("sayso.model", "sayso.reading.persons", "sayso.vocabulary")
"""Packages whose files decide what a mask covers, beside `masks` itself."""
_REST_ON = (EntryKind.READING, EntryKind.CORRECTION)
"""Entries that change what a mask rests on, beside rulings."""
_MOST = 8192
"""Masks in memory; one is a few kilobytes."""
_AT_ONCE = 20
"""Masks that are kept in one transaction; fewer are kept when the ledger is closed."""
_VERIFIED = 500
"""Documents whose masks are compared together."""
_MOST_NEW = 2000
"""Entries of others that are gone through one by one to see what they are about."""


@dataclass(frozen=True, slots=True)
class _Base:
    """All that a document's mask rests on, as of one moment."""

    held: HeldDocument
    names: frozenset[str]
    """Names that rulings show."""
    key: str
    """Hash of it."""


class HeldMasks:
    """What is withheld of each document of a ledger, as of its last entry."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._held: OrderedDict[DocumentId, Mask] = OrderedDict()
        self._shown: dict[DocumentId, frozenset[ClaimId]] = {}
        self._seen = 0
        """Sequence number up to which entries were looked at."""
        self._known: Names | None = None
        self._edition = ""
        self._waiting: list[tuple[str, str, bytes]] = []
        self._keeper: ThreadPoolExecutor | None = None
        self._lock = RLock()

    def of(self, documents: Iterable[DocumentId]) -> Mapping[DocumentId, Mask]:
        """Give the mask of each document; of one that is not held, `NOTHING`.

        Raises:
            EntryMissing: One was erased: whatever was loaded of it before that is not
                to be shown, and nothing else is left.
        """
        wanted = dict.fromkeys(documents)
        with self._lock:
            seen = self.look()
            found = {key: self._held[key] for key in wanted if key in self._held}
            for key in found:
                self._held.move_to_end(key)
        missing = [key for key in wanted if key not in found]
        if not missing:
            return found
        loaded = self._load(missing)
        with self._lock:
            if self._seen == seen:  # else an entry came that these may not have
                self._held.update(loaded)
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
        return {**found, **loaded}

    def look(self) -> int:
        """Take in entries that came since, by whatever process; give the last's number.

        Masks of documents that they are about are forgotten.
        """
        with self._lock:
            newest = self._ledger.newest()
            if newest == self._seen:
                return newest
            is_far = newest - self._seen > _MOST_NEW
            if is_far:
                self._held.clear()
            kind = EntryKind.RULING if is_far else None
            for entry in self._ledger.entries(after=self._seen, kind=kind):
                if entry.kind is EntryKind.RULING:
                    self._take_ruling(entry)
                else:
                    self._held.pop(DocumentId(entry.subject), None)
            self._seen = newest
            return newest

    def _take_ruling(self, entry: Entry) -> None:
        """Forget the masks that a ruling may change.

        Which name a ruling shows is what its claim says by now, and that follows from
        every edit and every ruling on names.
        """
        documents = tuple(map(DocumentId, entry.body.get("documents", ())))
        if entry.body.get("decision") in (Decision.UNMASK, Decision.UNDO):
            claim = frozenset([ClaimId(entry.subject)])
            is_shown = shows_name(self._ledger.rulings(entry.subject))
            for key in documents:
                known = self._shown.get(key, frozenset())
                self._shown[key] = known | claim if is_shown else known - claim
        for key in (*documents, *self._shown):
            self._held.pop(key, None)

    def make(self, entries: Iterable[Entry]) -> None:
        """Make the masks of the documents that entries are about, and keep them.

        Called by who wrote them, so that nobody who looks at a page waits for it.
        """
        with suppress(EntryMissing):  # erased at once
            self.of(DocumentId(e.subject) for e in entries if e.kind in _REST_ON)

    def faults(self) -> Iterator[str]:
        """Yield one sentence for kept masks that are not what they are made from.

        All that are in use are made again: a mask that somebody else wrote into the
        ledger's tables would show a name.
        """
        self.look()
        differing, waiting = 0, self._ledger.entries(kind=EntryKind.DOCUMENT)
        while some := tuple(islice(waiting, _VERIFIED)):
            held = self._ledger.documents_of(DocumentId(e.subject) for e in some)
            bases = self._bases(held.values())
            for document, key, value in self._ledger.kept_of(KIND, bases):
                base = bases[DocumentId(document)]
                if base.key == key and to_bytes(self._make(base)) != value:
                    differing += 1
        if differing:
            yield f"{differing:,} kept masks differ from what the readings give"

    def read_before(self) -> int:
        """Give the number of documents that another version of our reader has read.

        Their masks follow the present rules, but rest on what that reader took for
        names of persons and places.
        """
        from sayso.reading.reader import is_own, reader_name  # slow: the network

        present, count = reader_name(), 0
        waiting = self._ledger.entries(kind=EntryKind.DOCUMENT)
        while some := tuple(islice(waiting, _VERIFIED)):
            held = self._ledger.documents_of(DocumentId(e.subject) for e in some)
            readers = (one.reader or "" for one in held.values())
            count += sum(is_own(r) and not r.startswith(present) for r in readers)
        return count

    def close(self) -> None:
        """Keep what waits for it."""
        with self._lock:
            rows, self._waiting = self._waiting, []
            keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.shutdown()
        if rows:
            _keep(self._ledger, rows)

    def _load(self, wanted: Sequence[DocumentId]) -> dict[DocumentId, Mask]:
        """Give masks as they are kept, else make them."""
        found = self._ledger.documents_of(wanted)
        gone = [key for key, held in found.items() if held.erased is not None]
        if gone:
            raise EntryMissing(f"document {gone[0][:12]} was erased")
        bases = self._bases(found.values())
        loaded = dict.fromkeys(wanted, NOTHING)
        kept = set[DocumentId]()
        for document, key, value in self._ledger.kept_of(KIND, bases):
            one = DocumentId(document)
            if bases[one].key == key:
                loaded[one] = from_bytes(value)
                kept.add(one)
        for document, base in bases.items():
            if document not in kept:
                loaded[document] = made = self._make(base)
                self._keep(base, made)
        return loaded

    def _bases(self, documents: Iterable[HeldDocument]) -> dict[DocumentId, _Base]:
        """Give what masks rest on; a document without a reading is left out."""
        return {d.id: self._base(d) for d in documents if d.reading is not None}

    def _base(self, held: HeldDocument) -> _Base:
        if not self._edition:
            from sayso.workspace.own_data import own_edition  # slow: loads the packs

            self._edition = f"{masks_digest()} {own_edition()}"
        facts, names = held.facts, self._names_of(held.id)
        rests = [self._edition, held.reading, facts.title, facts.outlet, *sorted(names)]
        return _Base(held, names, sha256(json.dumps(rests).encode()).hexdigest())

    def _make(self, base: _Base) -> Mask:
        """Give the mask that a key stands for.

        The very reading is loaded of which the key was made: the current one may be
        another by now.
        """
        held = base.held
        if held.reading is None or held.reader is None:
            return NOTHING
        with suppress(EntryMissing):  # erased meanwhile
            document = hold_document(held, self._ledger.text(held.id))
            parts = self._ledger.text(held.reading)
            reading = read_parts(document, parts, held.reader)
            return make_mask(reading, held.facts.title, self._names(), base.names)
        return NOTHING

    def knows(self, name: str) -> bool:
        """True for a place, body or party of the packs."""
        return name.lower() in self._names().others

    def _names(self) -> Names:
        if self._known is None:
            from sayso.workspace.own_data import load_own  # slow: loads the packs

            self._known = known_names(load_own().theatres)
        return self._known

    def _names_of(self, document: DocumentId) -> frozenset[str]:
        """Give the names in a document that rulings show."""
        return frozenset(self._each_name(self._shown.get(document, frozenset())))

    def _each_name(self, claims: Iterable[ClaimId]) -> Iterator[str]:
        for identifier in claims:
            for held in self._ledger.find_claims(identifier):
                speaker, claimant = held.claim.speaker, held.claim.claimant
                if speaker is not None:
                    yield speaker.name
                if claimant is not None:
                    yield claimant

    def _keep(self, base: _Base, mask: Mask) -> None:
        with self._lock:
            self._waiting.append((base.held.id, base.key, to_bytes(mask)))
            if len(self._waiting) < _AT_ONCE:
                return
            rows, self._waiting = self._waiting, []
            if self._keeper is None:
                self._keeper = ThreadPoolExecutor(1, "masks")
            self._keeper.submit(_keep, self._ledger, rows)


def _keep(ledger: Ledger, rows: Iterable[tuple[str, str, bytes]]) -> None:
    with suppress(LedgerError):  # they can be made again
        ledger.keep(KIND, rows)


@cache
def masks_digest() -> str:
    """Give a hash of all rules and words that decide what is withheld."""
    rules = files("sayso.workspace").joinpath("masks.py").read_bytes()
    own = sha256(rules.replace(b"\r\n", b"\n")).hexdigest()
    return f"{own} {digest_files(map(files, MADE_OF))}"


def to_bytes(mask: Mask) -> bytes:
    """Give a mask as it is kept: JSON without blanks."""
    names = (mask.names.words, mask.names.shown, mask.shown)
    value = [mask.covers, *(sorted(words) for words in names)]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def from_bytes(value: bytes) -> Mask:
    """Give the mask that `to_bytes` wrote."""
    covers, words, shown, names = json.loads(value.decode("utf-8", "surrogatepass"))
    if not (covers or words or names):
        return NOTHING
    return Mask(
        tuple((start, end, sign) for start, end, sign in covers),
        HiddenNames(frozenset(words), frozenset(shown)),
        frozenset(names),
    )
