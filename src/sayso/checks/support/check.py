"""What a check is, what it may look at, and the helpers all checks share.

A check is a function of claims and context to findings: no clock, no ledger, no order
of input. It says what follows from what is stated, and stays silent where an inferred
figure has nothing stated to stand beside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from sayso.layers import EMPTY, LayerBook
from sayso.linking.hours import came_before
from sayso.linking.interval import Interval, as_printed
from sayso.linking.names import NO_NAMES, Names
from sayso.linking.origins import Origin
from sayso.linking.series import Series, document_order
from sayso.model import (
    Claim,
    Document,
    DocumentId,
    Finding,
    Input,
    Level,
    Outcome,
    Reading,
    Span,
)
from sayso.vocabulary.theatres import Theatre

NEAR = Decimal("0.1")
"""Share by which a repeated figure may differ and still be the same one, changed:
430 that become over 400. Further apart it may be another figure."""
UNREAD = "unread"
"""In place of a reader's name: a figure that no claim carries, see `unread`."""
WITHHELD = "Name withheld"
"""What a finding says in place of a private person's name: it goes into exports."""


@dataclass(frozen=True, slots=True)
class CheckContext:
    """All that checks may know besides the claims."""

    documents: Mapping[DocumentId, Document] = field(
        default_factory=lambda: MappingProxyType({})
    )
    readings: Mapping[DocumentId, Reading] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Attributions and time expressions by document; may lack some."""
    series: tuple[Series, ...] = ()
    origins: tuple[Origin, ...] = ()
    theatres: tuple[Theatre, ...] = ()
    names: Names = NO_NAMES
    layers: LayerBook = EMPTY
    """Control layers held, with what was worked out of them."""

    def outlet(self, claim: Claim) -> str:
        """Give who published the claim, in words for a sentence."""
        document = self.documents.get(claim.document)
        if document is None:
            return "a document not held"
        return document.outlet or document.name or "an unnamed outlet"

    def voice(self, claim: Claim) -> str:
        """Give the words a rendered claim begins with: its speaker, or that none is."""
        if claim.speaker is not None and claim.speaker.private:
            return WITHHELD
        speaker = self.names.speaker(claim)
        return speaker or f"Unattributed in {self.outlet(claim)}"

    def stated(self, claim: Claim) -> str:
        """Give the beginning of a sentence on a claim: "Ada Orlan stated"."""
        voice = self.voice(claim)
        return f"{voice}:" if self.names.speaker(claim) is None else f"{voice} stated"

    def order(self, claim: Claim) -> tuple[object, ...]:
        """Give the key that puts claims by publication, outlet and place in the text.

        Who is named first in a finding goes by this, so no name decides it.
        """
        key = document_order(self.documents.get(claim.document))
        span = claim.quantity.span
        return (*key, span.start, span.end, claim.measure)

    def is_later(self, claim: Claim, *, than: Claim) -> bool:
        """True when the claim's document was published later, by day or hour."""
        there = self.documents.get(than.document)
        return came_before(there, self.documents.get(claim.document))


CheckFunction = Callable[[Sequence[Claim], CheckContext], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the table of checks."""

    name: str
    """Stored with every finding."""
    version: int
    """Grows when the same claims may give other findings."""
    title: str
    """Shown to users; neutral, unique."""
    explanation: str
    """What is compared with what, and when it stays silent; goes into the docs."""
    run: CheckFunction

    def find(  # noqa: PLR0913, PLR0917 - the fields of a finding
        self,
        outcome: Outcome,
        level: Level,
        inputs: Iterable[Input],
        sentence: str,
        working: Iterable[str],
        remedy: str | None = None,
    ) -> Finding:
        """Give a finding of this check."""
        return Finding(
            rule=self.name,
            version=self.version,
            level=level,
            outcome=outcome,
            inputs=tuple(inputs),
            sentence=sentence,
            working=tuple(working),
            remedy=remedy,
        )


def claim_input(claim: Claim, role: str) -> Input:
    """Give the claim's figure as an input; one that is no claim has no id."""
    known = None if claim.reader == UNREAD else claim.id
    return Input(claim.document, claim.quantity.span, known, role)


def words_of(claim: Claim) -> str:
    """Give the claim's exact words in quotation marks, on one line."""
    return f'"{" ".join(claim.quantity.span.text.split())}"'


def counted(claim: Claim) -> str:
    """Give the exact words, and what they count where they do not say it."""
    words, group = words_of(claim), claim.group
    stem = "" if group is None else group.casefold().rstrip("s")
    if group is None or stem in words.casefold():
        return words
    return f"{words} ({group})"


def reading_of(claim: Claim, interval: Interval | None = None) -> str:
    """Give a line of working: the words and the interval they were read as."""
    return f"{words_of(claim)} is {interval or as_printed(claim.quantity)}"


def by_document(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Give the claims of each document, in the order of the text."""
    found: defaultdict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.document].append(claim)
    for key in sorted(found):
        yield tuple(sorted(found[key], key=claim_order))


def claim_order(claim: Claim) -> tuple[str, int, int, str]:
    """Give the key of the one order in which claims are taken."""
    span = claim.quantity.span
    return (claim.document, span.start, span.end, claim.measure)


def agree(*values: object) -> bool:
    """True when the values that are known are all the same."""
    return len({value for value in values if value is not None}) < 2


def are_near(a: Claim, b: Claim) -> bool:
    """True when two figures may be one that was rounded or changed on the way."""
    first, second = (
        c.quantity.low if c.quantity.low is not None else c.quantity.high
        for c in (a, b)
    )
    if not first or not second:
        return False
    return abs(first - second) / max(first, second) <= NEAR


def between(first: Claim, second: Claim, context: CheckContext) -> Span | None:
    """Give the text between two figures of one document, None without its text."""
    document = context.documents.get(first.document)
    start, end = first.quantity.span.end, second.quantity.span.start
    if document is None or start > end:
        return None
    return Span.cut(document.text, start, end)
