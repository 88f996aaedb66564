"""A series as a drawing: every figure an interval, every speaker a shape and a label.

A figure is never reduced to a point: "at least" goes on upwards, "at most" downwards,
"about" and ranges show both ends. Pure geometry; the template writes the SVG.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from types import MappingProxyType

from sayso.ledger import CoverageRow
from sayso.linking.interval import Interval
from sayso.linking.series import Point, Series
from sayso.model import Bound, ClaimId
from sayso.web.scale import Scale, day_ticks, value_scale, value_ticks
from sayso.web.strip import ROW, Strip, draw_strips
from sayso.web.wording import ShownClaim
from sayso.workspace.layer_beside import Beside
from sayso.workspace.layer_beside import Drawn as Layers

WIDTH, HEIGHT = 1150, 330
LEFT, RIGHT, TOP, BOTTOM = 64, 240, 14, 28
"""Margins: values, names of the speakers, air, days."""
SHAPES: Mapping[str, str] = {
    "circle": "M0-5a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
    "square": "M-4.5-4.5h9v9h-9z",
    "triangle": "M0-6L5.6 4.2H-5.6z",
    "diamond": "M0-6.4L5.2 0L0 6.4L-5.2 0z",
    "wedge": "M0 6L5.6-4.2H-5.6z",
    "cross": "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
    "bar": "M-6-2.6h12v5.2h-12z",
    "dot": "M0-2.8a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6z",
}
"""Outline of each shape around its middle; the last is for all further speakers."""
UNNAMED = "Unattributed"
_ARROW = 22
"""Pixels that an open end goes on."""
_BESIDE = 11
"""Pixels from a claim to the bar of what was drawn."""
_LEAST_GAP = 17
"""Pixels between two names."""

KINDS: Mapping[Bound, str] = {
    Bound.EXACT: "exact",
    Bound.AT_LEAST: "at-least",
    Bound.AT_MOST: "at-most",
    Bound.APPROX: "about",
    Bound.BETWEEN: "range",
}
KIND_WORDS = {
    "exact": "as one figure",
    "at-least": "at least: goes on upwards",
    "at-most": "at most: goes on downwards",
    "about": "about: hollow, with both ends",
    "range": "a range: both ends",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One figure."""

    claim: ShownClaim
    kind: str
    voice: int
    """Place in the list of voices."""
    x: float
    y: float
    x_from: float
    """Where the period begins; equal to `x` for one day."""
    y_low: float
    y_high: float
    label: str
    """What a screen reader says."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What an authority drew for a claim's days: a hatched bar beside the claim."""

    x: float
    y_low: float
    y_high: float
    number: int
    """Place in the list of makers, which decides the hatching."""
    label: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker in the drawing."""

    name: str
    shape: str
    path: str
    number: int
    count: int
    y: float
    """Where its name stands."""
    y_last: float
    x_last: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that is drawn."""

    marks: tuple[Drawn, ...]
    voices: tuple[Voice, ...]
    revisions: tuple[tuple[float, float, float, float], ...]
    values: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str], ...]
    strips: tuple[Strip, ...]
    kinds: tuple[tuple[str, str], ...]
    """The kinds of mark that occur, with words."""
    is_log: bool
    unit: str
    height: float
    """With the strip."""
    bars: tuple[Bar, ...] = ()
    makers: tuple[str, ...] = ()
    """Who drew the layers that the bars stand for."""


def draw_chart(
    lines: Sequence[Series],
    shown: Mapping[ClaimId, ShownClaim],
    coverage: Sequence[CoverageRow] = (),
    drawn: Layers = MappingProxyType({}),
) -> Chart | None:
    """Give the drawing of lines that may be compared, None when there is nothing.

    Args:
        lines: One a voice.
        shown: The claims of all points, as pages show them.
        coverage: Documents held, for the strip.
        drawn: What layers have beside claims.
    """
    points = [(line, point) for line in lines for point in line.points]
    if not points:
        return None
    first = min(point.first or point.last for _, point in points)
    last = max(point.last for _, point in points)
    if (last - first).days < 4:
        first, last = first - timedelta(days=2), last + timedelta(days=2)
    across = Scale(first.toordinal(), last.toordinal(), LEFT + 10, WIDTH - RIGHT - 10)
    up = value_scale(
        [
            end
            for interval in (
                *(point.interval for _, point in points),
                *(item.interval for _, item in _beside(points, drawn)),
            )
            for end in _ends(interval)
        ],
        HEIGHT - BOTTOM,
        TOP,
    )
    order = _rank_voices(lines)
    marks = _draw_points(points, shown, order, across, up)
    strips = draw_strips([p for _, p in points], coverage, across, top=HEIGHT + 22)
    kinds = {mark.kind for mark in marks}
    bars, makers = _draw_bars(points, drawn, across, up)
    return Chart(
        marks=marks,
        voices=_place_voices(order, marks),
        revisions=tuple(
            (
                across.at(r.earlier.last.toordinal()),
                up.at(_middle(r.earlier.interval)),
                across.at(r.later.last.toordinal()),
                up.at(_middle(r.later.interval)),
            )
            for line in lines
            for r in line.revisions
        ),
        values=tuple((up.at(v), f"{v:,.10g}") for v in value_ticks(up)),
        days=tuple(
            (across.at(day.toordinal()), words) for day, words in day_ticks(first, last)
        ),
        strips=strips,
        kinds=tuple((k, words) for k, words in KIND_WORDS.items() if k in kinds),
        is_log=up.is_log,
        unit=lines[0].line.unit,
        height=HEIGHT + (26 + ROW * len(strips) if strips else 0),
        bars=bars,
        makers=makers,
    )


def voice_name(line: Series) -> str:
    """Give the name of a line's voice."""
    return line.line.voice or UNNAMED


def _beside(
    points: Sequence[tuple[Series, Point]], drawn: Layers
) -> list[tuple[Point, Beside]]:
    return [
        (point, item)
        for _, point in points
        for item in drawn.get(point.claim.id, ())
        if item.unit == point.claim.quantity.unit
    ]


def _draw_bars(
    points: Sequence[tuple[Series, Point]], drawn: Layers, across: Scale, up: Scale
) -> tuple[tuple[Bar, ...], tuple[str, ...]]:
    """Give a bar beside each claim for each authority; one where several are equal."""
    found = _beside(points, drawn)
    makers = tuple(sorted({item.words for _, item in found}))
    bars: dict[tuple[float, float, float, int], Bar] = {}
    for point, item in found:
        number = makers.index(item.words)
        x = round(across.at(point.last.toordinal()) + _BESIDE * (number + 1), 1)
        low, high = (
            _end(end, up, HEIGHT - BOTTOM)
            for end in (item.interval.low, item.interval.high)
        )
        label = f"Drawn by {item.words}: {item.interval} {item.unit}, {item.days}"
        bars.setdefault((x, low, high, number), Bar(x, low, high, number, label))
    return tuple(bars.values()), makers


def _ends(interval: Interval) -> list[float]:
    return [float(end) for end in (interval.low, interval.high) if end is not None]


def _middle(interval: Interval) -> float:
    """Give where the mark stands: the stated end of an open interval, else between."""
    ends = _ends(interval) or [0.0]
    return sum(ends) / len(ends)


def _rank_voices(lines: Sequence[Series]) -> dict[str, int]:
    """Give each voice its number, the most frequent first; the rest share the last."""
    counted = Counter[str]()
    for line in lines:
        counted[voice_name(line)] += len(line.points)
    names = sorted(counted, key=lambda name: (-counted[name], name))
    return {name: min(at, len(SHAPES) - 1) for at, name in enumerate(names)}


def _draw_points(
    points: Sequence[tuple[Series, Point]],
    shown: Mapping[ClaimId, ShownClaim],
    order: Mapping[str, int],
    across: Scale,
    up: Scale,
) -> tuple[Drawn, ...]:
    taken = Counter[tuple[float, float]]()
    marks: list[Drawn] = []
    for line, point in points:
        claim = shown[point.claim.id]
        kind = KINDS[point.claim.quantity.bound]
        stated = _ends(point.interval) or [0.0]
        middle = stated[-1] if kind == "at-most" else _middle(point.interval)
        y = up.at(stated[0] if kind == "at-least" else middle)
        x = across.at(point.last.toordinal())
        taken[x, y] += 1
        x = round(x + 9 * (taken[x, y] - 1), 1)
        begun = across.at((point.first or point.last).toordinal())
        marks.append(
            Drawn(
                claim=claim,
                kind=kind,
                voice=order[voice_name(line)],
                x=x,
                y=y,
                x_from=min(begun, x),
                y_low=_end(point.interval.low, up, y + _ARROW),
                y_high=_end(point.interval.high, up, y - _ARROW),
                label=_label(claim),
            )
        )
    return tuple(marks)


def _end(value: Fraction | None, up: Scale, otherwise: float) -> float:
    return otherwise if value is None else up.at(float(value))


def _label(claim: ShownClaim) -> str:
    when = f", {claim.period}" if claim.period else ""
    return f"{claim.voice} {claim.verb} {claim.words}{when}, in {claim.outlet}"


def _place_voices(
    order: Mapping[str, int], marks: Sequence[Drawn]
) -> tuple[Voice, ...]:
    """Give each voice with its name beside its last mark, none over another."""
    shapes = list(SHAPES.items())
    last = {mark.voice: mark for mark in marks}
    for mark in marks:
        if mark.x >= last[mark.voice].x:
            last[mark.voice] = mark
    names: dict[int, list[str]] = {}
    for name, number in order.items():
        names.setdefault(number, []).append(name)
    placed: list[Voice] = []
    y = float(TOP)
    counted = Counter(mark.voice for mark in marks)
    for number in sorted(names, key=lambda n: (last[n].y, n)):
        y = max(y + (_LEAST_GAP if placed else 0), last[number].y)
        called = names[number]
        placed.append(
            Voice(
                name=called[0] if len(called) == 1 else f"{len(called)} more speakers",
                shape=shapes[number][0],
                path=shapes[number][1],
                number=number,
                count=counted[number],
                y=round(y, 1),
                y_last=last[number].y,
                x_last=last[number].x,
            )
        )
    over = placed[-1].y - (HEIGHT - BOTTOM) if placed else 0
    if over > 0:
        placed = _squeeze(placed)
    return tuple(placed)


def _squeeze(placed: list[Voice]) -> list[Voice]:
    """Push names that hang below the plot upwards again."""
    y = float(HEIGHT - BOTTOM)
    moved: list[Voice] = []
    for voice in reversed(placed):
        y = min(y, voice.y)
        moved.append(replace(voice, y=round(y, 1)))
        y -= _LEAST_GAP
    return moved[::-1]
