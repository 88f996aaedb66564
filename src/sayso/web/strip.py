"""The coverage strip under a chart: documents held by outlet and day.

A line of figures stops when a feed stops; the strip shows which of the two it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import Period
from sayso.web.interface import say_many
from sayso.web.scale import Scale
from sayso.web.voices import LINE, wrap_name
from sayso.web.wording import period_of
from sayso.workspace.handed.held import CoverageRow
from sayso.workspace.handed.lines import Point

ROW = 16
"""Pixels an outlet takes."""
MOST_OUTLETS = 6
MOST_COLUMNS = 90
"""Columns of the strip; one of a long series is several days."""
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """Documents of one outlet in one column of the strip."""

    x: float
    width: float
    level: int
    """From 1 to 4, by number of documents."""
    title: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Coverage of one outlet."""

    outlet: str
    lines: tuple[str, ...]
    """The name as it is written, line by line."""
    y: float
    cells: tuple[Cell, ...]

    @property
    def bottom(self) -> float:
        """Pixel at which the next strip begins."""
        return self.y + ROW + LINE * (len(self.lines) - 1)


def draw_strips(
    points: Sequence[Point],
    coverage: Sequence[CoverageRow],
    across: Scale,
    *,
    top: float,
) -> tuple[Strip, ...]:
    """Give a strip for each of the outlets that most figures come from.

    Args:
        points: The figures drawn above.
        coverage: Documents held by outlet and day.
        across: The chart's scale of days.
        top: Pixel of the first strip.
    """
    counted = Counter(point.outlet for point in points if point.outlet)
    outlets = [name for name, _ in counted.most_common(MOST_OUTLETS)]
    first = date.fromordinal(int(across.low))
    last = date.fromordinal(int(across.high))
    every = -(-((last - first).days + 1) // MOST_COLUMNS)
    held = Counter[tuple[str, int]]()
    for row in coverage:
        if row.outlet in outlets and row.published and first <= row.published <= last:
            held[row.outlet, (row.published - first).days // every] += row.documents
    most = max(held.values(), default=1)
    strips: list[Strip] = []
    for outlet in outlets if held else ():
        strip = Strip(
            outlet=outlet,
            lines=wrap_name(outlet),
            y=strips[-1].bottom if strips else top,
            cells=tuple(
                _cell(
                    first + timedelta(days=column * every),
                    every,
                    count,
                    across,
                    level=-(-_LEVELS * count // most),
                )
                for (name, column), count in sorted(held.items())
                if name == outlet
            ),
        )
        strips.append(strip)
    return tuple(strips)


def _cell(day: date, every: int, count: int, across: Scale, *, level: int) -> Cell:
    x = across.at(day.toordinal() - 0.5)
    end = across.at(day.toordinal() + every - 0.5)
    days = period_of(Period(day, day + timedelta(days=every)))
    return Cell(
        x=x,
        width=max(2.0, round(end - x - 1, 1)),
        level=level,
        title=say_many(
            "%(days)s: %(count)s document",
            "%(days)s: %(count)s documents",
            count,
            days=days,
            count=count,
        ),
    )
