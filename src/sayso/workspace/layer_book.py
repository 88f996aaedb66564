"""What a ledger holds of layers, as a book that answers and keeps its results."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from sayso.layers import (
    Layer,
    LayerBook,
    LayerSeries,
    Unit,
    from_body,
    load_drawing,
)
from sayso.ledger import Ledger
from sayso.model import EntryKind

if TYPE_CHECKING:
    from sayso.layers.book import Key, Regions, Result

_CHANGES, _REGIONS = "layers.change", "layers.regions"
"""Kinds of worked-out values that the ledger keeps beside its entries."""
_EVERY = 30
"""Of a long series every so many layers is asked which regions it draws."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a ledger held when it was last looked at."""

    number: int
    """Of the last entry."""
    items: tuple[Layer | Unit, ...]


_SEEN: WeakKeyDictionary[Ledger, _Seen] = WeakKeyDictionary()


def load_layers(ledger: Ledger) -> LayerBook:
    """Give all layers and units that a ledger holds; polygons come when asked for."""
    items = held_items(ledger)
    if not items:
        return LayerBook()
    known: dict[Key, Result] = {}
    for later, pair, value in ledger.kept(_CHANGES):
        earlier, _, unit = pair.partition("/")
        gained, lost, spread = json.loads(value)
        known[earlier, later, unit] = (gained, lost, spread)
    return LayerBook(
        items,
        text_of=ledger.text,
        known=known,
        regions_of=lambda series, book: _regions_of(series, book, ledger),
    )


def keep_results(ledger: Ledger, book: LayerBook) -> None:
    """Keep what a book worked out anew, so that the next question finds it."""
    if book.fresh:
        rows = (
            (later, f"{earlier}/{unit}", json.dumps(result).encode())
            for (earlier, later, unit), result in book.fresh.items()
        )
        ledger.keep(_CHANGES, list(rows))
        book.fresh.clear()


def held_items(ledger: Ledger) -> tuple[Layer | Unit, ...]:
    """Give layers and units in the order they came.

    No entry ever changes, so only those are looked at that came since the last time.
    """
    newest = ledger.newest()
    seen = _SEEN.get(ledger, _Seen(0, ()))
    if newest > seen.number:
        new = ledger.entries(after=seen.number, kind=EntryKind.LAYER)
        # one that comes meanwhile is looked at again: it has a higher number
        found = (from_body(e.subject, e.body) for e in new if e.sequence <= newest)
        seen = _Seen(newest, (*seen.items, *found))
        _SEEN[ledger] = seen
    return seen.items


def _regions_of(series: LayerSeries, book: LayerBook, ledger: Ledger) -> Regions:
    """Give the (country, region) pairs that some of a series' layers draw towns of."""
    kept = {layer: value for layer, _, value in ledger.kept(_REGIONS)}
    chosen = {held.geometry: held for held in series.layers[::-_EVERY]}
    chosen[series.layers[0].geometry] = series.layers[0]
    found: set[tuple[str, str]] = set()
    fresh: list[tuple[str, str, bytes]] = []
    for layer in chosen.values():
        if layer.id not in kept:
            regions = _draw_regions(book.shape(layer))
            kept[layer.id] = json.dumps(sorted(regions)).encode()
            fresh.append((layer.id, "", kept[layer.id]))
        found |= {(country, region) for country, region in json.loads(kept[layer.id])}
    ledger.keep(_REGIONS, fresh)
    return frozenset(found)


def _draw_regions(shape: Any) -> set[tuple[str, str]]:
    from sayso.vocabulary.gazetteers import load_geonames  # slow: loads its arrays

    drawing = load_drawing()
    lon, lat, names = load_geonames().settlements(drawing.box_of(shape))
    inside = drawing.contains_points(shape, lon, lat)
    return {names[at] for at in inside.nonzero()[0].tolist()}
