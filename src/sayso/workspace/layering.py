"""Layers into the ledger and out of it: the way between files, entries and questions.

A file is taken whole or not at all. Each drawn day becomes one entry with the hash of
its polygons; what changed since the day before is worked out at once and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import LayerError
from sayso.layers import (
    Layer,
    LayerBook,
    LayerSeries,
    Maker,
    Step,
    Unit,
    layer_id,
    load_drawing,
    to_body,
    to_square_metres,
)
from sayso.layers.axes import box_around, join_faults
from sayso.ledger import Addition, Filters, HeldClaim, Stamp, record_layer
from sayso.model import DAY, digest_text
from sayso.workspace import MACHINE, Workspace
from sayso.workspace.layer_book import held_items, keep_results, load_layers
from sayso.workspace.taking import Added, Taking

if TYPE_CHECKING:
    from sayso.layers.outlines import Outlines

__all__ = [
    "Layer",
    "LayerBook",
    "LayerSeries",
    "Step",
    "add_layers",
    "add_units",
    "book_of",
    "claims_around",
    "outline_series",
    "series_of",
    "steps_between",
]

_NEAR = 3 * DAY
"""Days around a step in which a claim is looked for."""


def add_layers(
    workspace: Workspace,
    paths: Sequence[str | Path],
    maker: Maker,
    *,
    as_of: date | None = None,
    crs: str | None = None,
) -> tuple[Added, ...]:
    """Take control polygons in, all or none, and give what became of each day.

    Args:
        workspace: Whose ledger they go into.
        paths: Files, or folders of them.
        maker: Who drew them, and what else is said of all of them.
        as_of: The day of all that is read; None takes the files' own.
        crs: Reference system of files that name none.

    Raises:
        LayerError: Something in the files cannot be taken; nothing was stored.
    """
    load_drawing()
    from sayso.layers.files import read_days  # optional and slow: loads GDAL

    ledger = workspace.unmasked
    drawings = read_days(paths, as_of=as_of, crs=crs)
    places = [(place.lat, place.lon) for place, _ in ledger.places()]
    taking = Taking(load_layers(ledger), maker, known=box_around(places))
    faults: list[str] = []
    for drawing in drawings:
        try:
            taking.take(drawing)
        except LayerError as error:
            faults.append(str(error))
    if faults:
        raise LayerError(join_faults(faults) + "; nothing was stored")
    stamp = Stamp(workspace.now(), MACHINE)
    ledger.append(
        record_layer(added.item.id, to_body(added.item), added.text, stamp)
        for added in taking.added
        if added.is_new
    )
    book = load_layers(ledger)
    for key, result in taking.results.items():
        book.put(key, result)
    _count_in_units(book, maker)
    keep_results(ledger, book)
    return tuple(taking.added)


def add_units(
    workspace: Workspace,
    path: str | Path,
    *,
    authority: str,
    licence: str | None = None,
    crs: str | None = None,
) -> tuple[Added, ...]:
    """Take the polygons of regions in, all or none, as frames to count areas in.

    Raises:
        LayerError: The file cannot be taken; nothing was stored.
    """
    drawing = load_drawing()
    from sayso.layers.files import read_units  # optional and slow: loads GDAL

    ledger = workspace.unmasked
    held = {item.id for item in held_items(ledger)}
    added: list[Added] = []
    additions: list[Addition] = []
    for drawn in read_units(path, crs=crs):
        shape, text, notes = drawn.settled()
        digest = digest_text(text)
        unit = Unit(
            id=layer_id(Maker(authority), date.min, f"{drawn.key} {digest}"),
            name=str(drawn.key),
            authority=authority,
            area_km2=to_square_metres(drawing.area_km2(shape)),
            geometry=digest,
            licence=licence,
            notes=notes,
        )
        added.append(Added(unit, unit.id not in held))
        if unit.id not in held:
            body = to_body(unit)
            additions.append(
                record_layer(unit.id, body, text, Stamp(workspace.now(), MACHINE))
            )
    ledger.append(additions)
    return tuple(added)


def book_of(workspace: Workspace) -> LayerBook:
    """Give all layers and units of a workspace's ledger."""
    return load_layers(workspace.unmasked)


def _count_in_units(book: LayerBook, maker: Maker) -> None:
    """Work areas and changes inside every unit out, as days come in."""
    for series in book.series:
        if series.maker.line == maker.line:
            for unit in book.units:
                book.steps(series, unit)
                for layer in series.layers:
                    book.area(layer, unit)


def outline_series(book: LayerBook, layers: Sequence[Layer]) -> Outlines:
    """Give layers of one series for a screen: the first whole, then what changed.

    Raises:
        LayerError: The library for polygons is not installed.
    """
    load_drawing()
    from sayso.layers.outlines import outline_days  # optional and slow: loads shapely

    return outline_days([book.shape(layer) for layer in layers])


def steps_between(book: LayerBook, layers: Sequence[Layer]) -> tuple[Step, ...]:
    """Give what changed from each of some layers of a series to the next."""
    found = []
    for earlier, later in pairwise(layers):
        change = book.change(earlier, later)
        measured = (change.gained, change.lost, change.spread_km)
        found.append(Step(earlier, later, *measured))
    return tuple(found)


def claims_around(
    workspace: Workspace, book: LayerBook, step: Step, series: LayerSeries
) -> int:
    """Give how many claims speak of ground or towns around the days of a step.

    A jump of a map with none around it may be an edit of the map.
    """
    first, last = step.earlier.as_of - _NEAR, step.later.as_of + _NEAR
    regions = {region for _, region in book.regions(series)}
    found = workspace.claims(Filters(since=first, until=last))
    return sum(_is_of_ground(held, regions) for held in found)


def _is_of_ground(held: HeldClaim, regions: set[str]) -> bool:
    claim, place = held.claim, held.claim.located
    if not claim.measure.startswith(("territory.", "place.", "settlements.")):
        return False
    return place is None or place.region in regions or place.name in regions


def series_of(book: LayerBook, authority: str | None) -> tuple[LayerSeries, ...]:
    """Give the series of an authority, or all; part of its name is enough."""
    wanted = "" if authority is None else authority.casefold()
    return tuple(s for s in book.series if wanted in s.maker.authority.casefold())
