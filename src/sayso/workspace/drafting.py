"""A draft set beside the ledger: where each figure and quotation stands, or does not.

Nothing is stored. The draft is read like any text; each figure is looked for among the
held claims by its number, each quotation among the held texts by its words. What is
said is where it stands, never whether it is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.ledger import Filters, HeldClaim, HeldDocument, Order
from sayso.ledger import Page as Stretch
from sayso.linking.names import Names
from sayso.linking.quoted import align, find_quotations, runs_of, split_words
from sayso.linking.stands import Difference, differences, is_same_number
from sayso.model import (
    CLAIM_UNITS,
    Attribution,
    Claim,
    Document,
    DocumentId,
    Quantity,
    Reading,
    Span,
)
from sayso.vocabulary.languages import ENGLISH
from sayso.workspace import Workspace
from sayso.workspace.own_data import load_own

MOST_HELD = 60
"""Held claims with a number and measure that are looked at, the newest first."""
MOST_SHOWN = 3
"""Places where a figure or quotation stands that are shown."""
MOST_TEXTS = 8
"""Held texts that one quotation is aligned with."""
RUN = 5
"""Words in a row by which an altered quotation is looked for."""
_ONE = re.compile(r"\b(?:one|од(?:ин|на|но|ного|ну)|один|одна)\b", re.IGNORECASE)
"""A one that is counted, in the languages that are read."""
_TENS = 100
"""Numbers below are looked for in words too."""


class Footing(StrEnum):
    """How a figure or quotation of a draft stands in what is held."""

    STANDS = "stands word for word"
    OTHERWISE = "stands otherwise"
    ALTERED = "quotation altered"
    NOWHERE = "no held document states it"


@dataclass(frozen=True, slots=True)
class Stand:
    """One place where it stands."""

    document: HeldDocument
    span: Span
    """The words there."""
    claim: HeldClaim | None
    """None for a quotation."""
    speaker: str | None
    """As it may be shown; None in the narrator's voice."""
    differences: tuple[Difference, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    """For an altered quotation: (words there, words in the draft)."""


@dataclass(frozen=True, slots=True)
class DraftItem:
    """One figure or quotation of a draft."""

    span: Span
    """Its words in the draft."""
    speaker: str | None
    """Whom the draft puts it to; None where it names nobody."""
    footing: Footing
    stands: tuple[Stand, ...]
    """Best first; empty where it stands nowhere."""
    measure: str | None = None
    """What a figure counts; None for a quotation, or where the draft does not say."""
    is_quotation: bool = False


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """What a draft comes to."""

    document: Document
    items: tuple[DraftItem, ...]
    """In the order of the text."""

    @property
    def cited(self) -> tuple[HeldDocument, ...]:
        """Documents in which something of it stands, each once, in order."""
        found = (s.document for item in self.items for s in item.stands[:1])
        return tuple({document.id: document for document in found}.values())

    def count(self, footing: Footing) -> int:
        """Give how many figures and quotations stand so."""
        return sum(item.footing is footing for item in self.items)


def check_draft(workspace: Workspace, document: Document) -> CheckedDraft:
    """Give where each figure and quotation of a text stands; nothing is stored."""
    reading = workspace.reader.read(document)
    items = [*_figures(reading, workspace), *_quotations(reading, workspace)]
    return CheckedDraft(document, tuple(sorted(items, key=lambda i: i.span)))


def _figures(reading: Reading, workspace: Workspace) -> Iterator[DraftItem]:
    theatres = load_own().theatres
    known = [c.quantity.span for c in reading.claims]
    for claim in filter(_is_counted, reading.claims):
        held = list(_held_like(claim, workspace))
        names = Names.of(theatres, (claim, *(h.claim for h in held)))
        yield _figure(claim, held, names, workspace)
    for quantity in reading.quantities:
        counted = quantity.to_claim_unit() if quantity.unit in CLAIM_UNITS else None
        is_read = any(map(quantity.span.overlaps, known))
        if counted is not None and not is_read and _is_figure(counted):
            yield _loose_figure(counted, reading, workspace)


def _is_counted(claim: Claim) -> bool:
    """True for a number and for a place that changed hands; "a fighter" is neither."""
    quantity = claim.quantity
    one = quantity.low == 1 == quantity.high and not _is_figure(quantity)
    is_place = claim.measure.startswith("place.")
    return is_place or not one or _ONE.search(quantity.span.text) is not None


def _is_figure(quantity: Quantity) -> bool:
    """True for a number in digits that may be a claim's; "one" and "first" are not."""
    return any(c.isdigit() for c in quantity.span.text)


def _figure(
    claim: Claim, held: list[HeldClaim], names: Names, workspace: Workspace
) -> DraftItem:
    found = [
        (differences(claim, h.claim, names), h)
        for h in held
        if is_same_number(claim.quantity, h.claim.quantity)
    ]
    found.sort(key=lambda pair: (len(pair[0]), pair[1].number))
    # only what is shown is masked: a mask costs the reading of its document
    shown = [workspace.ledger.claim(h.id) for _, h in found[:MOST_SHOWN]]
    stands = tuple(
        _stand(h, workspace, differences(claim, h.claim, names)) for h in shown
    )
    footing = Footing.NOWHERE
    if found:
        footing = Footing.OTHERWISE if found[0][0] else Footing.STANDS
        if footing is Footing.STANDS:
            stands = tuple(s for s in stands if not s.differences)
    return DraftItem(
        claim.quantity.span,
        names.speaker(claim),
        footing,
        stands,
        claim.measure,
    )


def _loose_figure(
    quantity: Quantity, reading: Reading, workspace: Workspace
) -> DraftItem:
    """Give a number that the draft does not say what it counts."""
    held = [
        h
        for h in _search(quantity, workspace, Filters())
        if is_same_number(quantity, h.claim.quantity)
    ]
    shown = [workspace.ledger.claim(h.id) for h in held[:MOST_SHOWN]]
    stands = tuple(_stand(h, workspace, ()) for h in shown)
    footing = Footing.OTHERWISE if stands else Footing.NOWHERE
    speaker = _who(quantity.span, reading.attributions)
    return DraftItem(quantity.span, speaker, footing, stands)


def _stand(
    held: HeldClaim, workspace: Workspace, differs: tuple[Difference, ...]
) -> Stand:
    claim = held.claim
    return Stand(
        workspace.ledger.document(claim.document),
        claim.quantity.span,
        held,
        claim.speaker.name if claim.speaker else claim.claimant,
        differs,
    )


def _held_like(claim: Claim, workspace: Workspace) -> Iterator[HeldClaim]:
    """Give held claims with the number of a draft's, the likeliest first.

    First those of the same measure and place, then of the measure, then of its kind:
    deaths may stand as casualties; last the very words, whatever they count there. A
    later search is made only where the ones before found nothing of the very number.
    """
    family = claim.measure.partition(".")[0]
    questions = [
        Filters(measure=claim.measure, place=claim.place) if claim.place else None,
        Filters(measure=claim.measure),
        Filters(measure=family),
    ]
    seen: set[str] = set()
    for filters in questions:
        if filters is None:
            continue
        is_found = False
        for held in _search(claim.quantity, workspace, filters):
            if held.id not in seen:
                seen.add(held.id)
                is_found |= is_same_number(claim.quantity, held.claim.quantity)
                yield held
        if is_found:
            return
    # what a draft counts may be read as another thing than what a report counts
    for held in _search_words(claim.quantity.span.text, workspace):
        if held.id not in seen and is_same_number(claim.quantity, held.claim.quantity):
            yield held


def _search_words(words: str, workspace: Workspace) -> Iterator[HeldClaim]:
    """Give the newest held claims whose sentence has a figure word for word."""
    plain = " ".join(words.replace('"', " ").split())
    asked = Filters(text=f'"{plain}"')
    for held in workspace.unmasked.claims(asked, Order.NEWEST, Stretch(MOST_SHOWN)):
        if held.claim.quantity.span.text.casefold() == words.casefold():
            yield held


def _search(
    quantity: Quantity, workspace: Workspace, filters: Filters
) -> Iterator[HeldClaim]:
    """Give the newest held claims whose sentence has the number."""
    for words in _forms(quantity):
        asked = Filters(measure=filters.measure, place=filters.place, text=words)
        page = Stretch(MOST_HELD)
        yield from workspace.unmasked.claims(asked, Order.NEWEST, page)


def _forms(quantity: Quantity) -> Iterable[str]:
    """Give the ways to write a number, each as a search: "1,100", "1100", "twelve"."""
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None:
        return ()
    found = dict.fromkeys([f'"{quantity.number.text}"'])
    if value == value.to_integral_value():
        found |= dict.fromkeys([f'"{value:,.0f}"', f'"{value:.0f}"'])
        word = spell(int(value))
        if word is not None:
            found[f'"{word}"'] = None
    else:
        found[f'"{value.normalize():f}"'] = None
    return tuple(found)


def spell(value: int) -> str | None:
    """Give a number below a hundred in words, None for others."""
    if not 0 <= value < _TENS:
        return None
    cardinals = ENGLISH.numbers.cardinals
    by_value: dict[int, str] = {}
    for word, number in cardinals.items():
        if word.isalpha() and len(word) > 1:
            by_value.setdefault(number, word)
    if value in by_value:
        return by_value[value]
    tens, ones = value - value % 10, value % 10
    if tens in by_value and ones in by_value:
        return f"{by_value[tens]} {by_value[ones]}"
    return None


def _quotations(reading: Reading, workspace: Workspace) -> Iterator[DraftItem]:
    for span in find_quotations(reading.document.text):
        footing, shown = check_quotation(workspace, span.text)
        speaker = _who(span, reading.attributions)
        yield DraftItem(span, speaker, footing, shown, is_quotation=True)


def check_quotation(
    workspace: Workspace, words: str
) -> tuple[Footing, tuple[Stand, ...]]:
    """Give where some quoted words stand, word for word or altered, best first."""
    stands = sorted(
        _quoted_in(Span(0, len(words), words), workspace),
        key=lambda s: (len(s.changes), s.document.id),
    )
    exact = [stand for stand in stands if not stand.changes]
    shown = tuple((exact or stands)[:MOST_SHOWN])
    if not shown:
        return Footing.NOWHERE, ()
    return Footing.STANDS if exact else Footing.ALTERED, shown


def _quoted_in(span: Span, workspace: Workspace) -> Iterator[Stand]:
    """Give the held texts that have a quotation, or most of it."""
    for key in _texts_with(span, workspace):
        held = workspace.ledger.document(key)
        text = workspace.ledger.text(key)
        aligned = align(span.text, text)
        if aligned is None:
            continue
        said = [h.attribution for h in workspace.ledger.attributions(key)]
        speaker = _who(aligned.span, said)
        yield Stand(held, aligned.span, None, speaker, changes=aligned.changes)


def _texts_with(span: Span, workspace: Workspace) -> tuple[DocumentId, ...]:
    """Give the documents that have the whole quotation, else runs of its words."""
    words = split_words(span.text).words
    found: dict[DocumentId, None] = {}
    searches = [tuple(words[:30]), *runs_of(words, RUN), *runs_of(words, 3)]
    for run in searches:
        asked = f'"{" ".join(run)}"'
        for held in workspace.ledger.search_documents(asked, Stretch(MOST_TEXTS)):
            if held.erased is None:
                found[held.id] = None
        if len(found) >= MOST_TEXTS:
            break
    return tuple(found)[:MOST_TEXTS]


def _who(span: Span, attributions: Iterable[Attribution]) -> str | None:
    """Give who is said to have said a stretch of text, None where nobody is."""
    fits = [
        said
        for said in attributions
        if any(content.overlaps(span) for content in said.content)
    ]
    if not fits:
        return None
    said = max(fits, key=lambda a: a.depth)
    return said.speaker.name if said.speaker is not None else said.name
