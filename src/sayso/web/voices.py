"""Names beside a chart: whole, in lines, none over another."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.web.interface import say

LINE = 14
"""Pixels between two lines of one name."""
WIDEST = 36
"""Letters of one line; a longer name goes on in the next."""
_AIR = 3
"""Pixels between two names, beside their lines."""


Spot = tuple[int, float, float]
"""A figure: the number of its voice and its place across and up."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker in the drawing."""

    name: str
    lines: tuple[str, ...]
    """The name as it is written, line by line."""
    shape: str
    path: str
    number: int
    count: int
    y: float
    """Where the first line of its name stands."""

    @property
    def height(self) -> float:
        """Pixels that the name takes."""
        return len(self.lines) * LINE + _AIR


def wrap_name(name: str, widest: int = WIDEST) -> tuple[str, ...]:
    """Give a name in lines, whole."""
    return tuple(textwrap.wrap(name, widest)) or ("",)


def rank_voices(counted: Mapping[str, int], most: int) -> dict[str, int]:
    """Give each voice its number, the most frequent first; the rest share the last.

    Args:
        counted: Figures of each voice.
        most: Numbers there are.
    """
    names = sorted(counted, key=lambda name: (-counted[name], name))
    return {name: min(at, most - 1) for at, name in enumerate(names)}


def place_voices(
    order: Mapping[str, int],
    spots: Sequence[Spot],
    shapes: Mapping[str, str],
    *,
    top: float,
    bottom: float,
) -> tuple[Voice, ...]:
    """Give each voice with its name as high as its last mark, none over another.

    Args:
        order: Name of a voice -> its number.
        spots: All figures drawn; every number has at least one.
        shapes: Name of a shape -> its outline, by number.
        top: Pixel of the highest name.
        bottom: Pixel below which no name hangs, where there is room.
    """
    outlines = list(shapes.items())
    last: dict[int, tuple[float, float]] = {}
    for number, x, y in spots:
        if number not in last or x >= last[number][0]:
            last[number] = x, y
    names: dict[int, list[str]] = {}
    for name, number in order.items():
        names.setdefault(number, []).append(name)
    placed: list[Voice] = []
    below = top
    counted = Counter(number for number, _, _ in spots)
    for number in sorted(names, key=lambda n: (last[n][1], n)):
        below = max(below, last[number][1])
        called = names[number]
        name = (
            called[0]
            if len(called) == 1
            else say("%(count)s more speakers", count=len(called))
        )
        shape, path = outlines[number]
        voice = Voice(
            name, wrap_name(name), shape, path, number, counted[number], round(below, 1)
        )
        placed.append(voice)
        below += voice.height
    if placed and below > bottom:
        placed = _squeeze(placed, bottom)
    return tuple(placed)


def _squeeze(placed: list[Voice], bottom: float) -> list[Voice]:
    """Push names that hang below the plot upwards again."""
    y = bottom
    moved: list[Voice] = []
    for voice in reversed(placed):
        y = min(y - voice.height, voice.y)
        moved.append(replace(voice, y=round(y, 1)))
    return moved[::-1]
