"""The masks of a ledger's documents: made once, kept beside them, found many at once.

To make one, a document's reading is loaded and its persons are looked for, ten
milliseconds for a short report; a page lists a hundred documents and the map five
hundred. So masks are kept in the ledger with what is worked out from its documents
(`Ledger.keep`), under a key of all they rest on: another reading, title, outlet,
ruling, pack or rule is another key, and the mask is made anew. A tombstone drops them.
Kept in a thread of its own, since nobody who looks at a page should wait for who
writes; where nothing can be kept (no right, no room) masks are made again.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from threading import RLock

from sayso.errors import EntryMissing, LedgerError
from sayso.ledger import HeldDocument, Ledger
from sayso.model import ClaimId, Decision, DocumentId, EntryKind
from sayso.reading.edition import digest_files
from sayso.reading.persons.hiding import HiddenNames
from sayso.reading.persons.known import known_names
from sayso.reading.persons.persons import Names
from sayso.workspace.masks import NOTHING, Mask, make_mask

KIND = "masks"
"""What kept masks are kept as."""
MADE_OF = ("sayso.model", "sayso.reading.persons", "sayso.vocabulary")
"""Packages whose files decide what a mask covers, beside `masks` itself."""
_MOST = 8192
"""Masks in memory; one is a few kilobytes."""
_AT_ONCE = 20
"""Masks that are kept in one transaction; fewer at the end are made again."""
_MOST_NEW = 2000
"""Entries of others that are gone through one by one to see what they are about."""


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
        """Give the mask of each document; of one that is not held, `NOTHING`."""
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
                if entry.kind is not EntryKind.RULING:
                    self._held.pop(DocumentId(entry.subject), None)
                elif entry.body.get("decision") == Decision.UNMASK:
                    for key in map(DocumentId, entry.body.get("documents", ())):
                        known = self._shown.get(key, frozenset())
                        self._shown[key] = known | {ClaimId(entry.subject)}
                        self._held.pop(key, None)
            self._seen = newest
            return newest

    def close(self) -> None:
        """Wait for what is being kept."""
        if self._keeper is not None:
            self._keeper.shutdown()
            self._keeper = None

    def _load(self, wanted: Sequence[DocumentId]) -> dict[DocumentId, Mask]:
        """Give masks as they are kept, else make them."""
        held = self._ledger.documents_of(wanted)
        keys = {
            key: self._key(one, self._names_of(key))
            for key, one in held.items()
            if one.erased is None and one.reading is not None
        }
        loaded = dict.fromkeys(wanted, NOTHING)
        for document, key, value in self._ledger.kept_of(KIND, keys):
            if keys.get(DocumentId(document)) == key:
                loaded[DocumentId(document)] = from_bytes(value)
                del keys[DocumentId(document)]
        for document, key in keys.items():
            loaded[document] = made = self._make(held[document])
            self._keep(document, key, made)
        return loaded

    def _key(self, held: HeldDocument, names: Iterable[str]) -> str:
        """Give a hash of all that a document's mask rests on."""
        if not self._edition:
            from sayso.workspace.own_data import own_edition  # slow: loads the packs

            self._edition = f"{masks_digest()} {own_edition()}"
        facts = held.facts
        rests = [self._edition, held.reading, facts.title, facts.outlet, *sorted(names)]
        return sha256(json.dumps(rests).encode()).hexdigest()

    def _make(self, held: HeldDocument) -> Mask:
        with suppress(EntryMissing):  # erased meanwhile
            reading = self._ledger.reading(held.id)
            if reading is not None:
                names = self._names_of(held.id)
                return make_mask(reading, held.facts.title, self._names(), names)
        return NOTHING

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

    def _keep(self, document: DocumentId, key: str, mask: Mask) -> None:
        with self._lock:
            self._waiting.append((document, key, to_bytes(mask)))
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
