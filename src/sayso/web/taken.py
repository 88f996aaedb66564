"""A chart taken out: caption, outlets and claim ids go with it, so it stands alone."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.web.chart import Chart
from sayso.web.interface import say
from sayso.web.panels import Panel
from sayso.web.wording import ShownClaim

_WIDEST = 150
"""Letters of one line below the drawing."""
LINE = 17
"""Pixels of such a line."""
COLUMNS = 3
_AIR = 8
"""Pixels above a name."""
ACROSS = 380
"""Pixels from one small drawing to the next."""
HEAD = 62
"""Pixels of the caption above the drawing."""
KEY = 34
"""Pixels of the key below it."""
SEEN = ("confirmed", "edited", "added")
"""Statuses of a reading that a person has looked at and kept."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What stands around a drawing that is taken out, and where."""

    caption: str
    outlets: str
    """Who published, with the number of figures of each."""
    notes: tuple[str, ...]
    """The lines below, the outlets among them."""
    claims: tuple[str, ...]
    """Ids of the claims that are drawn, in the order of the table."""
    width: float
    height: float
    head: float
    """Pixels above the drawing."""
    key_y: float
    panels: tuple[tuple[Panel, float, float], ...]
    """Small drawings with the place of each."""
    panels_y: float
    notes_y: float


def take_out(
    caption: str,
    chart: Chart,
    panels: Sequence[Panel],
    claims: Sequence[ShownClaim],
    extra: Sequence[str],
) -> Taken:
    """Give what stands around a drawing.

    Args:
        caption: What its figures count.
        chart: The drawing.
        panels: One a speaker, below it.
        claims: What is drawn, in the order of the table.
        extra: Sentences said below it.
    """
    outlets = _outlets(claims)
    notes = [
        say("Published by %(outlets)s%(days)s.", outlets=outlets, days=_days(claims)),
        *extra,
        _seen(claims),
    ]
    lines = [line for one in notes if one for line in textwrap.wrap(one, _WIDEST)]
    lines += [say("Each figure is its speaker's. Sayso records who claimed what.")]
    below = HEAD + chart.height + KEY
    placed, panels_end = _place(panels, below)
    return Taken(
        caption=caption,
        outlets=outlets,
        notes=tuple(lines),
        claims=tuple(claim.id for claim in claims),
        width=chart.frame.width,
        height=panels_end + LINE * (len(lines) + 1),
        head=HEAD,
        key_y=HEAD + chart.height + KEY / 2,
        panels=placed,
        panels_y=below,
        notes_y=panels_end + LINE,
    )


def _outlets(claims: Sequence[ShownClaim]) -> str:
    counted = Counter(claim.outlet for claim in claims)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{outlet} ({count})" for outlet, count in ranked)


def _days(claims: Sequence[ShownClaim]) -> str:
    days = sorted({c.held.published for c in claims if c.held.published})
    if not days:
        return ""
    shown = {c.held.published: c.published for c in claims}
    first, last = shown[days[0]], shown[days[-1]]
    return (
        f", {first}"
        if first == last
        else say(", %(first)s to %(last)s", first=first, last=last)
    )


def _seen(claims: Sequence[ShownClaim]) -> str:
    seen = sum(claim.status in SEEN for claim in claims)
    return say(
        "A person has looked at %(seen)s of the %(count)s readings.",
        seen=seen,
        count=len(claims),
    )


def _place(
    panels: Sequence[Panel], top: float
) -> tuple[tuple[tuple[Panel, float, float], ...], float]:
    """Give small drawings row by row with their places, and where they end."""
    placed: list[tuple[Panel, float, float]] = []
    y = top
    for begin in range(0, len(panels), COLUMNS):
        row = panels[begin : begin + COLUMNS]
        name = max(len(panel.lines) for panel in row) * LINE + _AIR
        placed += [(panel, at * ACROSS, y + name) for at, panel in enumerate(row)]
        y += name + max(panel.chart.height for panel in row) + LINE
    return tuple(placed), y
