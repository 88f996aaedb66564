"""Drawn days one by one: version, area, and what changed since the day before.

The days of one authority come in order; each is read once, measured once and set
beside the last one before it, whether that came with the same files or was held.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sayso.errors import LayerError
from sayso.layers import (
    Layer,
    LayerBook,
    Maker,
    Unit,
    layer_id,
    load_drawing,
    to_square_metres,
)
from sayso.layers.axes import Box, join_boxes, refuse_swapped
from sayso.model import DAY, digest_text

if TYPE_CHECKING:
    from sayso.layers.book import Key, Result
    from sayso.layers.files import Drawing


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one drawn day or unit."""

    item: Layer | Unit
    is_new: bool
    """False when the same polygons were held before."""
    text: str = ""
    """Polygons of what is new."""


@dataclass(frozen=True, slots=True)
class _Before:
    """The day taken last."""

    layer: Layer
    shape: Any
    area: float
    spread: float


class Taking:
    """The days of one `sayso layers add`, in order; nothing is stored here."""

    def __init__(self, book: LayerBook, maker: Maker, *, known: Box | None) -> None:
        """Begin.

        Args:
            book: What is held.
            maker: Who drew the days to come.
            known: Where claims lie, None where none has a place.
        """
        self.added: list[Added] = []
        self.results: dict[Key, Result] = {}
        self._book, self._maker, self._box = book, maker, known
        self._drawing = load_drawing()
        self._own = next((s for s in book.series if s.maker.line == maker.line), None)
        held = (*self._own.layers, *self._own.older) if self._own else ()
        self._held = {layer.id: layer for layer in held}
        self._versions = Counter(layer.as_of for layer in held)
        self._before: _Before | None = None
        if self._own is not None:
            self._box = self._drawing.box_of(book.shape(self._own.layers[-1]))

    def take(self, drawing: Drawing) -> None:
        """Take one day.

        Raises:
            LayerError: It cannot be taken; the message names file and day.
        """
        before, text = self._before, drawing.shapes[0].text
        if before and text and digest_text(text) == before.layer.geometry:
            layer = self._note(drawing, text, (before.area, before.spread), ())
            self._before = _Before(layer, before.shape, before.area, before.spread)
            return
        shape, text, notes = drawing.settled()
        self._place(shape, drawing)
        area = self._drawing.area_km2(shape)
        spread = self._drawing.outline_spread(shape)
        layer = self._note(drawing, text, (area, spread), notes)
        self._compare(layer, shape, area)
        self._before = _Before(layer, shape, area, spread)

    def _place(self, shape: Any, drawing: Drawing) -> None:
        box = self._drawing.box_of(shape)
        try:
            refuse_swapped(box, self._box)
        except LayerError as error:
            raise LayerError(f'"{drawing.source}": {drawing.key} {error}') from error
        self._box = join_boxes(self._box, box)

    def _note(
        self,
        drawing: Drawing,
        text: str,
        measured: tuple[float, float],
        notes: tuple[str, ...],
    ) -> Layer:
        """Give the day's layer, and put it among what is to be stored if it is new."""
        if not isinstance(drawing.key, date):
            raise LayerError(f'"{drawing.source}" has no day')
        area, spread = measured
        digest = digest_text(text)
        identifier = layer_id(self._maker, drawing.key, digest)
        self.results["", identifier, ""] = (area, 0.0, spread)
        if identifier in self._held:
            self.added.append(Added(self._held[identifier], is_new=False))
            return self._held[identifier]
        self._versions[drawing.key] += 1
        layer = Layer(
            id=identifier,
            maker=self._maker,
            as_of=drawing.key,
            area_km2=to_square_metres(area),
            geometry=digest,
            version=self._versions[drawing.key],
            source=drawing.source,
            source_sha256=drawing.sha256,
            notes=notes,
        )
        self._held[identifier] = layer
        self.added.append(Added(layer, is_new=True, text=text))
        return layer

    def _compare(self, layer: Layer, shape: Any, area: float) -> None:
        """Work out what changed since the last day before it."""
        earlier, drawn, before = self._last_before(layer.as_of)
        if earlier is None or earlier.geometry == layer.geometry:
            return
        change = self._drawing.measure_change(drawn, shape, (before, area))
        result = (change.gained, change.lost, change.spread_km)
        self.results[earlier.id, layer.id, ""] = result

    def _last_before(self, day: date) -> tuple[Layer | None, Any, float]:
        held = None if self._own is None else self._own.up_to(day - DAY)
        before = self._before
        is_nearer = before is not None and (
            before.layer.as_of < day
            and (held is None or held.as_of <= before.layer.as_of)
        )
        if before is not None and is_nearer:
            return before.layer, before.shape, before.area
        if held is None:
            return None, None, 0.0
        return held, self._book.shape(held), self._book.area(held)[0]
