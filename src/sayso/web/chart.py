"""A series as a drawing: every figure an interval, every speaker a shape and a label.

A figure is never reduced to a point: "at least" goes on upwards, "at most" downwards,
"about" and ranges show both ends. Pure geometry; the template writes the SVG.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType

from sayso.model import Bound, ClaimId
from sayso.web.called import call_speaker
from sayso.web.finding_words import say_maker, say_stretch, say_words
from sayso.web.interface import plain_number, say, to_say
from sayso.web.plainly import words_of_interval
from sayso.web.scale import Scale, day_ticks, value_scale, value_ticks
from sayso.web.strip import Strip, draw_strips
from sayso.web.voices import Voice, place_voices, rank_voices, wrap_name
from sayso.web.wording import ShownClaim, unit_of
from sayso.workspace.handed.held import CoverageRow
from sayso.workspace.handed.lines import Interval, Point, Series
from sayso.workspace.layer_beside import Beside
from sayso.workspace.layer_beside import Drawn as Layers


@dataclass(frozen=True, slots=True)
class Frame:
    """How large a drawing is, in pixels, and its margins."""

    width: float
    height: float
    """Without the strip."""
    right: float
    """Names of the speakers."""
    left: float = 64
    """Values."""
    top: float = 18
    """What is counted."""
    bottom: float = 44
    """Days, and what they are."""


WIDE = Frame(1150, 346, 280)
_LEAST_RIGHT, _BEFORE_NAME = 130, 40
"""Pixels beside a chart: at least, and before a name."""
_LETTER, _WIDE_LETTER = 7.4, 8.9
"""Pixels of a letter of a name: of a Latin one, and of Cyrillic and others."""
SMALL = Frame(360, 200, 14)
"""One speaker alone: its name stands above."""
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
PAINTS = (
    "#1c5d99",
    "#b3480c",
    "#276749",
    "#7a3b96",
    "#8c6d00",
    "#a3264f",
    "#2a7a86",
    "#4a4f57",
)
"""Colour of each shape where no stylesheet is: those of the light pages."""
UNNAMED = to_say("Unattributed")
_ARROW = 22
"""Pixels that an open end goes on."""
_BESIDE = 11
"""Pixels from a claim to the bar of what was drawn."""
_DAY_WIDTH = 100
"""Pixels that a day, month or year takes below a drawing, with air."""
_HOUR = re.compile(r"(\d{1,2}):(\d{2})")

KINDS: Mapping[Bound, str] = {
    Bound.EXACT: "exact",
    Bound.AT_LEAST: "at-least",
    Bound.AT_MOST: "at-most",
    Bound.APPROX: "about",
    Bound.BETWEEN: "range",
}
KIND_WORDS = {
    "exact": to_say("as one figure"),
    "at-least": to_say("at least: goes on upwards"),
    "at-most": to_say("at most: goes on downwards"),
    "about": to_say("about: hollow, with both ends"),
    "range": to_say("a range: both ends"),
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
    thing: str
    """The noun that is counted, "" for areas and shares."""
    frame: Frame
    height: float
    """With the strip."""
    bars: tuple[Bar, ...] = ()
    makers: tuple[str, ...] = ()
    """Who drew the layers that the bars stand for."""

    @property
    def end(self) -> float:
        """Pixel at which the plot ends on the right."""
        return self.frame.width - self.frame.right

    @property
    def floor(self) -> float:
        """Pixel at which the plot ends below."""
        return self.frame.height - self.frame.bottom


@dataclass(frozen=True, slots=True)
class Ground:
    """What a drawing stands on: several with one ground can be set side by side."""

    frame: Frame
    first: date
    last: date
    up: Scale

    @property
    def across(self) -> Scale:
        """The scale of days."""
        frame = self.frame
        begin, end = frame.left + 10, frame.width - frame.right - 10
        return Scale(self.first.toordinal(), self.last.toordinal(), begin, end)


def draw_chart(
    lines: Sequence[Series],
    shown: Mapping[ClaimId, ShownClaim],
    coverage: Sequence[CoverageRow] = (),
    drawn: Layers = MappingProxyType({}),
    ground: Ground | None = None,
) -> Chart | None:
    """Give the drawing of lines that may be compared, None when there is nothing.

    Args:
        lines: One a voice.
        shown: The claims of all points, as pages show them.
        coverage: Documents held, for the strip.
        drawn: What layers have beside claims.
        ground: Scales to draw on; None takes those that fit the lines.
    """
    points = [(line, point) for line in lines for point in line.points]
    if not points:
        return None
    ground = ground or find_ground(lines, _wide_frame(lines), drawn)
    frame, across, up = ground.frame, ground.across, ground.up
    counted = Counter(voice_name(line) for line, _ in points)
    order = rank_voices(counted, len(SHAPES))
    marks = _draw_points(points, shown, order, across, up)
    strip_top = frame.height + 22
    strips = draw_strips([p for _, p in points], coverage, across, top=strip_top)
    kinds = {mark.kind for mark in marks}
    bars, makers = _draw_bars(points, drawn, across, up)
    floor = frame.height - frame.bottom
    spots = [(mark.voice, mark.x, mark.y) for mark in marks]
    return Chart(
        marks=marks,
        voices=place_voices(order, spots, SHAPES, top=frame.top, bottom=floor),
        revisions=_draw_revisions(lines, across, up),
        values=tuple((up.at(v), plain_number(f"{v:,.10g}")) for v in value_ticks(up)),
        days=tuple(
            (across.at(day.toordinal()), words)
            for day, words in day_ticks(ground.first, ground.last, _most_days(frame))
        ),
        strips=strips,
        kinds=tuple((k, say(words)) for k, words in KIND_WORDS.items() if k in kinds),
        is_log=up.is_log,
        unit=lines[0].line.unit,
        thing=lines[0].line.thing or "",
        frame=frame,
        height=strips[-1].bottom if strips else frame.height,
        bars=bars,
        makers=makers,
    )


def find_ground(
    lines: Sequence[Series], frame: Frame, drawn: Layers = MappingProxyType({})
) -> Ground:
    """Give the scales that fit lines; there is at least one figure in them."""
    points = [(line, point) for line in lines for point in line.points]
    first = min(point.first or point.last for _, point in points)
    last = max(point.last for _, point in points)
    if (last - first).days < 4:
        first, last = first - timedelta(days=2), last + timedelta(days=2)
    up = value_scale(
        [
            end
            for interval in (
                *(point.interval for _, point in points),
                *(item.interval for _, item in _beside(points, drawn)),
            )
            for end in _ends(interval)
        ],
        frame.height - frame.bottom,
        frame.top,
    )
    return Ground(frame, first, last, up)


def _wide_frame(lines: Sequence[Series]) -> Frame:
    """Give the frame of a whole chart: as much beside it as the longest name takes."""
    names = [voice_name(line) for line in lines]
    names += [point.outlet or "" for line in lines for point in line.points]
    longest = max(_width_of(part) for name in names for part in wrap_name(name))
    return replace(WIDE, right=max(_LEAST_RIGHT, _BEFORE_NAME + longest))


def _width_of(name: str) -> float:
    return sum(_LETTER if letter.isascii() else _WIDE_LETTER for letter in name)


def _most_days(frame: Frame) -> int:
    """Give how many days can be written below a drawing."""
    return int((frame.width - frame.left - frame.right) // _DAY_WIDTH)


def _draw_revisions(
    lines: Sequence[Series], across: Scale, up: Scale
) -> tuple[tuple[float, float, float, float], ...]:
    return tuple(
        (
            _x_of(r.earlier, across),
            up.at(_middle(r.earlier.interval)),
            _x_of(r.later, across),
            up.at(_middle(r.later.interval)),
        )
        for line in lines
        for r in line.revisions
    )


def voice_name(line: Series) -> str:
    """Give the name of a line's voice."""
    return call_speaker(line.line.voice) if line.line.voice else say(UNNAMED)


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
        x = round(_x_of(point, across) + _BESIDE * (number + 1), 1)
        low, high = (
            _end(end, up, up.start) for end in (item.interval.low, item.interval.high)
        )
        label = say(
            "Drawn by %(maker)s: %(interval)s %(unit)s, %(days)s",
            maker=say_maker(item.words),
            interval=words_of_interval(item.interval),
            unit=unit_of(item.unit),
            days=say_stretch(item.days),
        )
        bars.setdefault((x, low, high, number), Bar(x, low, high, number, label))
    return tuple(bars.values()), tuple(map(say_maker, makers))


def _ends(interval: Interval) -> list[float]:
    return [float(end) for end in (interval.low, interval.high) if end is not None]


def _middle(interval: Interval) -> float:
    """Give where the mark stands: the stated end of an open interval, else between."""
    ends = _ends(interval) or [0.0]
    return sum(ends) / len(ends)


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
        x = _x_of(point, across)
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
                y_low=_end(point.interval.low, up, round(y + _ARROW, 1)),
                y_high=_end(point.interval.high, up, round(y - _ARROW, 1)),
                label=_label(claim, point),
            )
        )
    return tuple(marks)


def _end(value: Fraction | None, up: Scale, otherwise: float) -> float:
    return otherwise if value is None else up.at(float(value))


def _x_of(point: Point, across: Scale) -> float:
    """Give where a figure stands: in the middle of its day, or at its hour.

    The hour is that of publication, so it counts on the day of publication only.
    """
    day = point.last.toordinal()
    share = hour_share(point) if point.published == point.last else None
    return across.at(day if share is None else day - 0.5 + share)


def hour_share(point: Point) -> float | None:
    """Give the part of its day at which a figure came out, None where none is known."""
    found = _HOUR.match(point.hour or "")
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2])
    return None if hours > 23 or minutes > 59 else (hours + minutes / 60) / 24


def _label(claim: ShownClaim, point: Point) -> str:
    when = f", {claim.period}" if claim.period else ""
    hour = f", {claim.published} {point.hour}" if point.hour else ""
    words = say_words(claim.words)
    said = " ".join(part for part in (claim.voice, claim.verb, words) if part)
    return f"{said}{when}, {say('in %(outlet)s', outlet=claim.outlet)}{hour}"
