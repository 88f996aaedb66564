"""What map-makers drew for the days and places of claims, for series and charts.

The same intervals as the check `layer_areas` compares, without an outcome: drawn
figures beside claimed ones, each with who drew it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.checks import CheckContext
from sayso.checks.layer_areas import Found, measure_claim
from sayso.layers import LayerBook
from sayso.ledger import Ledger
from sayso.linking.interval import Interval
from sayso.linking.names import Names
from sayso.model import Claim, ClaimId, Document, DocumentId
from sayso.workspace.layer_book import load_layers
from sayso.workspace.own_data import load_own


@dataclass(frozen=True, slots=True)
class Beside:
    """One authority's figure for a claim's days and place."""

    words: str
    """Who drew it: "Map Desk, assessed control by Tarn"."""
    interval: Interval
    unit: str
    days: str
    """Of the layers: "from 2030-05-01 to 2030-05-04"."""


Drawn = Mapping[ClaimId, tuple[Beside, ...]]


def drawn_beside(claims: Iterable[Claim], context: CheckContext) -> Drawn:
    """Give by claim what each authority's layers have; claims without are left out."""
    found: dict[ClaimId, tuple[Beside, ...]] = {}
    if not context.layers.series:
        return found
    for claim in filter(_is_of_area, claims):
        beside = tuple(_beside(claim, context))
        if beside:
            found[claim.id] = beside
    return found


def drawn_in(
    ledger: Ledger, claims: Iterable[Claim], documents: Mapping[DocumentId, Document]
) -> Drawn:
    """Give the same for some claims of a ledger, without its whole corpus.

    Where no claim is of an area, no layer is loaded.
    """
    known = tuple(filter(_is_of_area, claims))
    book = load_layers(ledger) if known else LayerBook()
    if not book.series:
        return {}
    theatres = tuple(load_own().theatres)
    names = Names.of(theatres, known)
    context = CheckContext(
        documents=documents, theatres=theatres, names=names, layers=book
    )
    return drawn_beside(known, context)


def _is_of_area(claim: Claim) -> bool:
    return claim.measure.startswith("territory.")


def _beside(claim: Claim, context: CheckContext) -> Iterable[Beside]:
    for series in context.layers.series:
        measured = measure_claim(claim, series, context)
        if measured is not None and isinstance(found := measured[0], Found):
            yield Beside(series.maker.words, found.drawn, found.unit, found.days)
