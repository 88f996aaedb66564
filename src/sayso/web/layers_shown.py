"""Control layers as the map page draws them: by authority, day by day, never merged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from sayso.errors import LayerError
from sayso.web.finding_words import say_maker
from sayso.workspace import Workspace
from sayso.workspace.layering import (
    Layer,
    LayerBook,
    LayerSeries,
    Step,
    book_of,
    outline_series,
    steps_between,
)

MOST_DAYS = 30
"""Days of a series that one page draws; of more, evenly chosen ones."""
_KEPT: WeakKeyDictionary[Workspace, dict[tuple[str, ...], dict[str, Any]]] = (
    WeakKeyDictionary()
)
"""Drawn series by the ids of their layers: these never change."""


def list_layers(workspace: Workspace) -> list[dict[str, Any]]:
    """Give who drew what, for which days and on which terms, without polygons."""
    return [
        {
            "words": say_maker(series.maker.words),
            "days": len(series.layers),
            "first": series.layers[0].as_of.isoformat(),
            "last": series.layers[-1].as_of.isoformat(),
            "licence": series.maker.licence,
        }
        for series in book_of(workspace).series
    ]


def show_layers(
    workspace: Workspace, first: date | None, last: date | None
) -> list[dict[str, Any]]:
    """Give the layers that a page draws, with the days that were left out counted.

    Args:
        workspace: Where they are held.
        first: First day of interest; None for the first that is held.
        last: Last day of interest.

    Returns:
        One record a series; none where the library for polygons is not installed.
    """
    book = book_of(workspace)
    kept = _KEPT.setdefault(workspace, {})
    found = []
    for series in book.series:
        inside = series.between(first, last) or series.layers
        chosen = _thin(inside)
        key = tuple(layer.id for layer in chosen)
        if key not in kept:
            try:
                kept[key] = _record(book, series, chosen, len(inside))
            except LayerError:
                continue
        found.append(kept[key] | {"words": say_maker(series.maker.words)})
    return found


def _thin(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Give at most `MOST_DAYS` layers, evenly chosen, the first and last among them."""
    if len(layers) <= MOST_DAYS:
        return tuple(layers)
    most = MOST_DAYS - 1
    at = [round(n * (len(layers) - 1) / most) for n in range(MOST_DAYS)]
    return tuple(layers[n] for n in at)


def _record(
    book: LayerBook, series: LayerSeries, chosen: Sequence[Layer], inside: int
) -> dict[str, Any]:
    outlines = outline_series(book, chosen)
    steps = [None, *steps_between(book, chosen)]
    days = zip(chosen, outlines.lines, steps, strict=True)
    return {
        "authority": series.maker.authority,
        "licence": series.maker.licence,
        "step": outlines.step,
        "held": inside,
        "days": [_day(layer, lines, step) for layer, lines, step in days],
    }


def _day(layer: Layer, lines: str, step: Step | None) -> dict[str, Any]:
    return {
        "day": layer.as_of.isoformat(),
        "version": layer.version,
        "km2": round(float(layer.area_km2), 1),
        "gained": None if step is None else round(step.gained, 1),
        "lost": None if step is None else round(step.lost, 1),
        "lines": lines,
    }
