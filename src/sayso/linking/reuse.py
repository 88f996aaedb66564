"""Which texts share words, and where: an index that grows document by document.

Candidates come from winnowed fingerprints; the passages themselves are aligned on all
grams of the two texts, so nothing is lost between fingerprints. What is stored is one
row of fingerprints a text (`ReuseIndex.rows`), some 3 KB for a news article.

It says that words are shared. It does not say who took them from whom: `origins`
does, from dates and credit lines.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import numpy as np

from sayso.linking.diagonals import LEAST_SEEDS, join_seeds
from sayso.linking.grams import Grams, Hashes, find_grams, winnow
from sayso.linking.postings import Met, Postings
from sayso.model import Document, Span

T = TypeVar("T")

BATCH = 500
"""Texts taken in at once: enough to sort in one go, few enough to stay in memory."""
WINDOW = 1
"""Every gram is a fingerprint. Archives past some 100,000 texts do better with 4: a
third of the memory, and a few reworded passages are not found."""
KEPT_GRAMS = 2_000
"""Texts whose grams stay in memory between alignments, about 25 MB of news."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words, or nearly, in two texts."""

    a: Span
    b: Span
    grams: int
    """Different runs of four words that both sides share."""


@dataclass(frozen=True, slots=True)
class SharedPassages:
    """All that two texts share."""

    a: str
    """Key of the text that was taken in first: a document's id."""
    b: str
    passages: tuple[Passage, ...]
    """In the order of `a`; never empty."""
    covered_a: int
    """Words of `a` that lie in a passage."""
    words_a: int
    covered_b: int
    words_b: int

    @property
    def grams(self) -> int:
        """Runs of four words shared, all passages together."""
        return sum(passage.grams for passage in self.passages)


def find_reuse(documents: Iterable[Document]) -> Iterator[SharedPassages]:
    """Give every pair of documents that share a passage, in order of arrival."""
    return find_shared((document.id, document.text) for document in documents)


def find_shared(texts: Iterable[tuple[str, str]]) -> Iterator[SharedPassages]:
    """Give every pair of texts that share a passage.

    Args:
        texts: Key and text; a key that comes twice counts once.

    Returns:
        Pairs, the later text's order first, then the earlier's.
    """
    held: dict[str, str] = {}
    index = ReuseIndex(held.__getitem__)
    for batch in _batches(texts):
        held.update((key, text) for key, text in batch if key not in held)
        yield from index.add(batch)


class ReuseIndex:
    """Fingerprints of all texts seen so far.

    A text may be shared by thousands (a wire story): each is compared with the
    earliest that have the same fingerprint, never all with all, so cost grows as
    n log n.
    """

    def __init__(
        self,
        text_of: Callable[[str], str],
        rows: Iterable[tuple[str, bytes]] = (),
        *,
        window: int = WINDOW,
    ) -> None:
        """Make an index, empty or from the rows an earlier one gave.

        Args:
            text_of: Gives the text of a key the index holds.
            rows: What `rows` gave, in its order.
            window: See `winnow`; the same for all rows of an index.
        """
        self._window = window
        self._text_of = text_of
        self._keys: list[str] = []
        self._numbers: dict[str, int] = {}
        self._prints: list[Hashes] = []
        self._postings = Postings()
        self._grams: OrderedDict[str, Grams] = OrderedDict()
        for batch in _batches(rows):
            self._take([(key, np.frombuffer(row, "<u8")) for key, row in batch])

    def rows(self, start: int = 0) -> Iterator[tuple[str, bytes]]:
        """Give key and fingerprints of each text from number `start` on.

        The bytes are little-endian unsigned 64-bit hashes, ascending: a ledger keeps
        them beside the text and hands them to a new index.
        """
        for key, prints in zip(self._keys[start:], self._prints[start:], strict=True):
            yield key, prints.astype("<u8").tobytes()

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

    def add(self, texts: Iterable[tuple[str, str]]) -> Iterator[SharedPassages]:
        """Take texts in and give what they share with earlier ones and each other.

        Args:
            texts: Key and text; a key the index holds is passed over.
        """
        for batch in _batches(texts):
            fresh = {k: t for k, t in batch if k not in self._numbers}
            for key, text in fresh.items():
                self._remember(key, find_grams(text))
            first = len(self._keys)
            met = self._take(
                [(key, winnow(self._grams[key], self._window)) for key in fresh]
            )
            for earlier, later in met.pairs:
                stock = met.stock[later - first]
                shared = self._align(self._keys[earlier], self._keys[later], stock)
                if shared is not None:
                    yield shared

    def _take(self, prints: list[tuple[str, Hashes]]) -> Met:
        """Enter fingerprints and give the pairs worth aligning, by number."""
        first = len(self._keys)
        for key, hashes in prints:
            self._numbers[key] = len(self._keys)
            self._keys.append(key)
            self._prints.append(hashes)
        least = least_shared(self._window)
        return self._postings.add([h for _, h in prints], first, least)

    def _align(self, a: str, b: str, stock: Hashes) -> SharedPassages | None:
        one = Side(a, self._text_of(a), self._grams_of(a))
        other = Side(b, self._text_of(b), self._grams_of(b))
        return align(one, other, stock)

    def _grams_of(self, key: str) -> Grams:
        grams = self._grams.get(key)
        if grams is None:
            grams = find_grams(self._text_of(key))
        self._remember(key, grams)
        return grams

    def _remember(self, key: str, grams: Grams) -> None:
        self._grams[key] = grams
        self._grams.move_to_end(key)
        if len(self._grams) > KEPT_GRAMS:
            self._grams.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts that are set side by side."""

    key: str
    text: str
    grams: Grams


def align(a: Side, b: Side, stock: Hashes) -> SharedPassages | None:
    """Give the passages that two texts share, None where there are none.

    Args:
        a: The text that was taken in first.
        b: The later one.
        stock: Fingerprints of the later one that many texts hold, ascending.
    """
    stretches = join_seeds(a.grams, b.grams, stock)
    if not stretches:
        return None
    return SharedPassages(
        a=a.key,
        b=b.key,
        passages=tuple(
            Passage(
                _cut(a.text, a.grams, stretch.a0, stretch.a1),
                _cut(b.text, b.grams, stretch.b0, stretch.b1),
                stretch.seeds,
            )
            for stretch in stretches
        ),
        covered_a=_covered((s.a0, s.a1) for s in stretches),
        words_a=a.grams.words,
        covered_b=_covered((s.b0, s.b1) for s in stretches),
        words_b=b.grams.words,
    )


def least_shared(window: int) -> int:
    """Give how many rare fingerprints two texts must share to be worth aligning."""
    return LEAST_SEEDS if window == 1 else 2  # two of seven grams are kept


def _cut(text: str, grams: Grams, first: int, last: int) -> Span:
    """Give the characters from one word's start to another's end."""
    return Span.cut(text, int(grams.starts[first]), int(grams.ends[last]))


def _covered(stretches: Iterable[tuple[int, int]]) -> int:
    """Give how many words lie in at least one stretch."""
    total, reached = 0, -1
    for first, last in sorted(stretches):
        total += max(0, last - max(first - 1, reached))
        reached = max(reached, last)
    return total


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    """Give the items in lists of `BATCH`."""
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        yield batch
