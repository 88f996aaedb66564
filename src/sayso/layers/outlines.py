"""Layers for a screen: on a grid, the first day whole and then only what changed.

Filled by the even-odd rule, the rings of the first day and of all changes since give
the drawing of any later day: what was gained is added, what was lost is taken out.
Lines are packed as the base map's are (mapscript/src/pack.js).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from sayso.layers.drawing import Geometry

STEP = 0.001
"""Degrees of the grid: 110 m from south to north, about the precision of a line."""
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BASE = 32


@dataclass(frozen=True, slots=True)
class Outlines:
    """Packed rings of each day: the first whole, then the patches that changed."""

    lines: tuple[str, ...]
    step: float
    """Degrees that a whole number stands for; rings begin at 0, 0."""


def outline_days(shapes: Sequence[Geometry], *, step: float = STEP) -> Outlines:
    """Give drawings of one series, in the order of their days, for a screen.

    Args:
        shapes: Valid polygons.
        step: Degrees of the grid; detail below it is not kept.
    """
    before: Geometry | None = None
    lines: list[str] = []
    for shape in shapes:
        coarse = shapely.set_precision(shape, step)
        shown = coarse
        if before is not None:
            shown = shapely.symmetric_difference(before, coarse, grid_size=step)
        lines.append(_pack_rings(shown, step))
        before = coarse
    return Outlines(tuple(lines), step)


def _pack_rings(shape: Geometry, step: float) -> str:
    """Give all rings of a geometry's polygons, without the point that closes them."""
    parts = shapely.get_parts(shape)
    rings = shapely.get_rings(parts[shapely.get_dimensions(parts) == 2])
    points, owner = shapely.get_coordinates(rings, return_index=True)
    whole = np.rint(points / step).astype(np.int64)
    ends = np.flatnonzero(np.diff(owner)) + 1
    return " ".join(_pack(ring[:-1]) for ring in np.split(whole, ends) if len(ring))


def _pack(ring: NDArray[Any]) -> str:
    """Give a ring as steps from point to point, the first from zero."""
    steps = np.diff(ring, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    return "".join(map(_write, steps.ravel().tolist()))


def _write(number: int) -> str:
    left = -2 * number - 1 if number < 0 else 2 * number
    text = ""
    while left >= _BASE:
        text += _DIGITS[_BASE + left % _BASE]
        left //= _BASE
    return text + _DIGITS[left]
