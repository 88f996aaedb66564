"""All layers of a ledger: series by who drew them, changes between days, units.

Polygons are fetched when a question needs them and results are kept by pair of layers,
so that a question asked twice costs nothing. Days that are missing stay missing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from statistics import median
from types import MappingProxyType
from typing import Any

from sayso.errors import LayerError, UnknownName
from sayso.layers.change import NOTHING, Change
from sayso.layers.layer import Layer, LayerId, Maker, Unit

Result = tuple[float, float, float]
"""Gained, lost and spread of a change; or area, 0 and spread of one drawing."""
Key = tuple[str, str, str]
"""Earlier layer ("" for none), later layer, unit ("" for the whole)."""
Regions = frozenset[tuple[str, str]]
"""Countries by ISO code with a name of a first-order division."""
JUMP_TIMES = 8.0
"""A step is a jump when it moves this many times what the steps around it move."""
JUMP_KM2 = 20.0
"""... and at least this much; both our own, seen on two years of one authority."""
_AROUND = 30
"""Steps on either side that a step is measured against."""


@dataclass(frozen=True, slots=True)
class Step:
    """What changed from one day a series holds to the next."""

    earlier: Layer
    later: Layer
    gained: float
    lost: float
    spread_km: float
    is_jump: bool = False
    """True where it moves far more ground at a stroke than the steps around it."""
    held_between: int = 0
    """Layers of days between, where more than one step was taken at once."""

    @property
    def net(self) -> float:
        """Gained without lost, in km2."""
        return self.gained - self.lost

    @property
    def missing(self) -> int:
        """Days between the two of which no layer is held."""
        days = (self.later.as_of - self.earlier.as_of).days
        return days - 1 - self.held_between


@dataclass(frozen=True, slots=True)
class LayerSeries:
    """The layers of one authority, status and party: one a day, the last version."""

    maker: Maker
    """As it was told last."""
    layers: tuple[Layer, ...]
    """By day."""
    older: tuple[Layer, ...] = ()
    """Versions that a later one of the same day stands before."""
    days: tuple[date, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, layers: Iterable[Layer]) -> LayerSeries:
        """Give the series of layers of one maker."""
        ranked = sorted(layers, key=lambda held: (held.as_of, held.version))
        last = {held.as_of: held for held in ranked}
        kept = tuple(last.values())
        older = tuple(held for held in ranked if last[held.as_of] is not held)
        return cls(ranked[-1].maker, kept, older, tuple(last))

    def up_to(self, day: date) -> Layer | None:
        """Give the last layer of or before a day."""
        at = bisect_right(self.days, day)
        return self.layers[at - 1] if at else None

    def from_on(self, day: date) -> Layer | None:
        """Give the first layer of or after a day."""
        at = bisect_right(self.days, day)
        if at and self.days[at - 1] == day:
            return self.layers[at - 1]
        return self.layers[at] if at < len(self.layers) else None

    def between(self, first: date | None, last: date | None) -> tuple[Layer, ...]:
        """Give the layers from one day to another, both included."""
        return tuple(
            held
            for held in self.layers
            if (first is None or held.as_of >= first)
            and (last is None or held.as_of <= last)
        )


class LayerBook:
    """What a ledger holds of layers, with what was worked out of them."""

    def __init__(
        self,
        items: Iterable[Layer | Unit] = (),
        *,
        text_of: Callable[[str], str] | None = None,
        known: Mapping[Key, Result] = MappingProxyType({}),
        regions_of: Callable[[LayerSeries, LayerBook], Regions] | None = None,
    ) -> None:
        """Keep what is held.

        Args:
            items: Layers and units, in the order they came.
            text_of: Gives the GeoJSON text of a hash.
            known: Results that were kept.
            regions_of: Gives the regions that a series draws settlements of.
        """
        held = tuple(items)
        layers = [item for item in held if isinstance(item, Layer)]
        lines: dict[tuple[str, str, str], list[Layer]] = {}
        for layer in layers:
            lines.setdefault(layer.maker.line, []).append(layer)
        self.series = tuple(LayerSeries.of(lines[key]) for key in sorted(lines))
        units = {u.name.casefold(): u for u in held if isinstance(u, Unit)}
        self.units = tuple(sorted(units.values(), key=lambda unit: unit.name))
        self._regions_of, self._regions = regions_of, dict[str, Regions]()
        self._text_of = text_of
        self._known = dict(known)
        self._states: dict[tuple[str, str], int] = {}
        self.fresh: dict[Key, Result] = {}
        """Results that were worked out anew."""
        self._last: tuple[str, Any] | None = None

    def shape(self, item: Layer | Unit) -> Any:
        """Give the polygons of a layer or unit.

        Raises:
            LayerError: The library for polygons is not installed.
        """
        drawing = load_drawing()
        if self._last is not None and self._last[0] == item.geometry:
            return self._last[1]
        if self._text_of is None:
            raise LayerError(f'the polygons of "{item.id}" are not at hand')
        shape = drawing.parse_shape(self._text_of(item.geometry))
        self._last = (item.geometry, shape)
        return shape

    def change(self, earlier: Layer, later: Layer, unit: Unit | None = None) -> Change:
        """Give what was gained and lost between two layers of one series, in km2."""
        if earlier.geometry == later.geometry:
            return NOTHING
        key = (earlier.id, later.id, "" if unit is None else unit.id)
        if key not in self._known:
            one, other = self._within(earlier, unit), self._within(later, unit)
            found = load_drawing().measure_change(one, other)
            self.put(key, (found.gained, found.lost, found.spread_km))
        return Change(*self._known[key])

    def area(self, layer: Layer, unit: Unit | None = None) -> tuple[float, float]:
        """Give a layer's area in km2, whole or in a unit, and its outlines' spread."""
        key = ("", layer.id, "" if unit is None else unit.id)
        if key not in self._known:
            drawing = load_drawing()
            shape = self._within(layer, unit)
            spread = drawing.outline_spread(shape)
            self.put(key, (drawing.area_km2(shape), 0.0, spread))
        area, _, spread = self._known[key]
        return area, spread

    def put(self, key: Key, result: Result) -> None:
        """Keep a result."""
        self._known[key] = self.fresh[key] = result

    def steps(self, series: LayerSeries, unit: Unit | None = None) -> tuple[Step, ...]:
        """Give what changed from each day that is held to the next."""
        pairs = list(pairwise(series.layers))
        changes = [self.change(one, other, unit) for one, other in pairs]
        moved = [change.gained + change.lost for change in changes]
        daily = [
            ground / (other.as_of - one.as_of).days
            for ground, (one, other) in zip(moved, pairs, strict=True)
        ]
        return tuple(
            Step(
                one,
                other,
                change.gained,
                change.lost,
                change.spread_km,
                is_jump=moved[at] >= JUMP_KM2 and _is_jump(daily, at),
            )
            for at, ((one, other), change) in enumerate(
                zip(pairs, changes, strict=True)
            )
        )

    def states(
        self, layer: Layer, points: Sequence[tuple[float, float, int]]
    ) -> tuple[int, ...]:
        """Give how a layer stands to points: 0 outside, 2 inside, 1 too near its line.

        Args:
            layer: One drawn day.
            points: Latitude, longitude and metres around it.
        """
        wanted = {point: (str(layer.id), _disc_key(point)) for point in points}
        missing = [p for p, key in wanted.items() if key not in self._states]
        if missing:
            drawing = load_drawing()
            discs = [drawing.disc(lat, lon, radius) for lat, lon, radius in missing]
            found = drawing.states_at(self.shape(layer), discs)
            for point, state in zip(missing, found.tolist(), strict=True):
                self._states[wanted[point]] = state
        return tuple(self._states[wanted[point]] for point in points)

    def regions(self, series: LayerSeries) -> Regions:
        """Give the (country, region) pairs that a series draws settlements of."""
        key = "/".join(series.maker.line)
        if key not in self._regions and self._regions_of is not None:
            self._regions[key] = self._regions_of(series, self)
        return self._regions.get(key, frozenset())

    def unit(self, name: str | None) -> Unit | None:
        """Give the unit of a name, None where none is held."""
        if name is None:
            return None
        plain = name.casefold()
        return next((u for u in self.units if u.name.casefold() == plain), None)

    def require_unit(self, name: str) -> Unit:
        """Give the unit of a name.

        Raises:
            UnknownName: None is held.
        """
        found = self.unit(name)
        if found is None:
            raise UnknownName("unit", name, (unit.name for unit in self.units))
        return found

    def find(self, identifier: LayerId) -> Layer | None:
        """Give the layer of an id."""
        every = (held for s in self.series for held in (*s.layers, *s.older))
        return next((held for held in every if held.id == identifier), None)

    def _within(self, layer: Layer, unit: Unit | None) -> Any:
        if unit is None:
            return self.shape(layer)
        frame, drawing = self.shape(unit), load_drawing()
        return drawing.clip(self.shape(layer), frame)


EMPTY = LayerBook()
"""No layers."""


def load_drawing() -> Any:
    """Give the module that measures polygons.

    Raises:
        LayerError: Its libraries are not installed.
    """
    try:
        from sayso.layers import drawing  # optional and slow: loads shapely
    except ImportError as error:
        raise LayerError(
            f'control polygons need the extra "layers" ({error}): '
            "pip install 'sayso[layers]'"
        ) from error
    return drawing


def _is_jump(daily: Sequence[float], at: int) -> bool:
    """True when a step moves many times what those around it move in a day."""
    around = [*daily[max(0, at - _AROUND) : at], *daily[at + 1 : at + 1 + _AROUND]]
    return bool(around) and daily[at] >= JUMP_TIMES * median(around)


def _disc_key(point: tuple[float, float, int]) -> str:
    lat, lon, radius = point
    return f"{lat:.4f},{lon:.4f},{radius}"
