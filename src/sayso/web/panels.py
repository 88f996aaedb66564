"""Small multiples: every speaker in a drawing of its own, all on one ground."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import ClaimId
from sayso.web.chart import SHAPES, SMALL, Chart, draw_chart, find_ground, voice_name
from sayso.web.voices import rank_voices, wrap_name
from sayso.web.wording import ShownClaim
from sayso.workspace.handed.lines import Series

MOST_PANELS = 12
"""Speakers that are drawn, those with most figures first."""
WIDEST = 48
"""Letters of one line above a drawing."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One speaker alone."""

    name: str
    lines: tuple[str, ...]
    """The name as it is written, line by line."""
    chart: Chart


def draw_panels(
    lines: Sequence[Series], shown: Mapping[ClaimId, ShownClaim]
) -> tuple[Panel, ...]:
    """Give a drawing a speaker, the same days and values on all, the fullest first."""
    ground = find_ground(lines, SMALL)
    ranked = sorted(lines, key=lambda line: (-len(line.points), voice_name(line)))
    names = [voice_name(line) for line in ranked]
    counted = {voice_name(line): len(line.points) for line in ranked}
    order = rank_voices(counted, len(SHAPES))
    charts = [draw_chart([line], shown, ground=ground) for line in ranked[:MOST_PANELS]]
    return tuple(
        Panel(name, wrap_name(name, WIDEST), _as_voice(chart, order[name]))
        for name, chart in zip(names, charts, strict=False)
        if chart is not None
    )


def _as_voice(chart: Chart, number: int) -> Chart:
    """Give a drawing in the shape and colour that its speaker has among all."""
    marks = tuple(replace(mark, voice=number) for mark in chart.marks)
    return replace(chart, marks=marks)
