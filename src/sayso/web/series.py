"""Lines of figures that may be set beside each other, for every page that shows one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import ClaimId, Document, DocumentId, short_id
from sayso.web.called import call_party
from sayso.web.chart import Chart, draw_chart
from sayso.web.finding_words import say_maker
from sayso.web.interface import say
from sayso.web.page import Asked
from sayso.web.panels import Panel, draw_panels
from sayso.web.plainly import words_of_interval
from sayso.web.query import to_address, with_value
from sayso.web.taken import Taken, take_out
from sayso.web.wording import (
    ACCRUALS,
    ShownClaim,
    measure_title,
    place_of,
    show_claim,
    unit_of,
)
from sayso.workspace import Workspace
from sayso.workspace.handed.held import Filters, HeldClaim, Order
from sayso.workspace.handed.held import Page as Stretch
from sayso.workspace.handed.lines import Line, Series, line_up
from sayso.workspace.layer_beside import Drawn
from sayso.workspace.layer_doors import drawn_for

MOST_CLAIMS = 200
"""Last published claims that a chart is drawn of."""
MOST_FRAMES = 12
LEAST_POINTS = 2
"""One figure is no series."""
EACH = "speaker"
"""Value of `each` in an address that asks for one drawing a speaker."""


@dataclass(frozen=True, slots=True)
class FrameLink:
    """One set of comparable lines, as a link."""

    words: str
    points: int
    voices: int
    link: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A figure in the table beside the chart."""

    claim: ShownClaim
    interval: str
    interval_words: str
    day: str
    is_revised: bool
    drawn: tuple[str, ...] = ()
    """What layers have for its days and place, each with who drew it."""
    hour: str = ""
    """When it came out on its day, "" where that is not known."""


@dataclass(frozen=True, slots=True)
class ShownSeries:
    """The chart of one frame, its table, and the frames that could be shown."""

    words: str
    chart: Chart
    rows: tuple[SeriesRow, ...]
    frames: tuple[FrameLink, ...]
    is_all: bool
    """False where only the last published claims were lined up."""
    gaps: int
    panels: tuple[Panel, ...]
    """One a speaker, where that is asked for."""
    each_link: str
    """To the panels or back; "" where there is one speaker."""
    left_out: int
    """Speakers without a panel."""
    picture_link: str
    picture_name: str
    taken: Taken
    """What stands around the drawing when it is taken out."""


def show_series(
    workspace: Workspace, asked: Asked, filters: Filters, path: str
) -> ShownSeries | None:
    """Give the series that a page shows: the one asked for by `line`, else the fullest.

    Args:
        workspace: Where the claims are.
        asked: The request, for `line` and for links.
        filters: Which claims to line up.
        path: Address of the page.
    """
    page = Stretch(MOST_CLAIMS + 1)
    found = list(workspace.claims(filters, Order.PUBLISHED, page))
    held = [h for h in found[:MOST_CLAIMS] if h.status != "rejected"]
    documents = _documents(held)
    frames = _group(line_up([h.claim for h in held], documents))
    if not frames:
        return None
    wanted = asked.get("line")
    key = next((k for k in frames if _key(k) == wanted), next(iter(frames)))
    lines = _with_hours(workspace, frames[key], documents)
    own = {point.claim.id for line in lines for point in line.points}
    shown = {h.claim.id: show_claim(h) for h in held if h.claim.id in own}
    outlets = sorted({p.outlet for line in lines for p in line.points if p.outlet})
    drawn = drawn_for(
        workspace, (p.claim for line in lines for p in line.points), documents
    )
    chart = draw_chart(lines, shown, workspace.ledger.coverage(outlets), drawn)
    if chart is None:
        return None
    rows, words = _rows(lines, shown, drawn), words_of(key, lines)
    panels = draw_panels(lines, shown) if asked.get("each") == EACH else ()
    query = with_value(asked.query, "line", _key(key))
    other = with_value(query, "each", "" if panels else EACH)
    is_all = len(found) <= MOST_CLAIMS
    claims = [row.claim for row in rows]
    return ShownSeries(
        words=words,
        chart=chart,
        rows=rows,
        frames=_links(frames, key, asked, path),
        is_all=is_all,
        gaps=sum(len(line.gaps) for line in lines),
        panels=panels,
        each_link=to_address(path, other) + "#series" if len(lines) > 1 else "",
        left_out=len(lines) - len(panels) if panels else 0,
        picture_link=to_address(f"{path}.svg", query),
        picture_name=f"sayso-{key.measure}-{_key(key)}.svg",
        taken=take_out(words, chart, panels, claims, _cut_words(is_all=is_all)),
    )


def _cut_words(*, is_all: bool) -> tuple[str, ...]:
    if is_all:
        return ()
    return (say("Of the last %(count)s claims published only.", count=MOST_CLAIMS),)


def _with_hours(
    workspace: Workspace,
    lines: tuple[Series, ...],
    documents: Mapping[DocumentId, Document],
) -> tuple[Series, ...]:
    """Give the lines with the hours at which their documents came out."""
    held = {p.claim.document for line in lines for p in line.points}
    hours = {key: workspace.ledger.document(key).facts.hour for key in held}
    if not any(hours.values()):
        return lines
    timed = {key: replace(documents[key], hour=hour) for key, hour in hours.items()}
    return line_up([p.claim for line in lines for p in line.points], timed)


def _links(
    frames: Mapping[Line, tuple[Series, ...]], key: Line, asked: Asked, path: str
) -> tuple[FrameLink, ...]:
    return tuple(
        FrameLink(
            words=words_of(frame, those),
            points=sum(len(line.points) for line in those),
            voices=len({line.line.voice for line in those}),
            link=to_address(path, with_value(asked.query, "line", _key(frame)))
            + "#series",
            is_here=frame == key,
        )
        for frame, those in list(frames.items())[:MOST_FRAMES]
    )


def words_of(frame: Line, lines: Sequence[Series]) -> str:
    """Give what a frame's figures count, in words; parties as the reports name them."""
    claim = lines[0].points[0].claim
    parts = (
        measure_title(frame.measure),
        frame.thing,
        say("by %(party)s", party=call_party(claim.actor)) if claim.actor else None,
        say("of %(party)s", party=call_party(claim.affected))
        if claim.affected
        else None,
        say("share") if frame.unit == "percent" else None,
        say("in %(place)s", place=place_of(claim))
        if frame.place
        else say("no place named"),
        say(ACCRUALS[frame.accrual]) if frame.accrual in ACCRUALS else None,
    )
    return ", ".join(part for part in parts if part)


def _documents(held: Sequence[HeldClaim]) -> dict[DocumentId, Document]:
    """Give what lining up asks of documents: the day and the outlet."""
    return {
        h.claim.document: Document("", published=h.published, outlet=h.outlet)
        for h in held
    }


def _group(lines: Sequence[Series]) -> dict[Line, tuple[Series, ...]]:
    """Give the lines that differ in voice only, the fullest first."""
    frames: dict[Line, list[Series]] = {}
    for line in lines:
        frames.setdefault(replace(line.line, voice=None), []).append(line)
    full = {
        frame: tuple(those)
        for frame, those in frames.items()
        if sum(len(line.points) for line in those) >= LEAST_POINTS
    }
    ranked = sorted(
        full, key=lambda f: (-_size(full[f]), words_of(f, full[f]), repr(f))
    )
    return {frame: full[frame] for frame in ranked}


def _size(lines: Sequence[Series]) -> int:
    return sum(len(line.points) for line in lines)


def _key(frame: Line) -> str:
    return short_id(repr(frame))[:8]


def _rows(
    lines: Sequence[Series], shown: Mapping[ClaimId, ShownClaim], drawn: Drawn
) -> tuple[SeriesRow, ...]:
    revised = {r.later.claim.id for line in lines for r in line.revisions}
    points = sorted(
        (point for line in lines for point in line.points),
        key=lambda p: (p.last, p.claim.document, p.claim.quantity.span.start),
    )
    return tuple(
        SeriesRow(
            claim=shown[point.claim.id],
            interval=str(point.interval),
            interval_words=words_of_interval(point.interval),
            day=point.last.isoformat(),
            is_revised=point.claim.id in revised,
            hour=point.hour or "",
            drawn=tuple(
                f"{say_maker(item.words)}: {words_of_interval(item.interval)}"
                f" {unit_of(item.unit)}"
                for item in drawn.get(point.claim.id, ())
            ),
        )
        for point in points
    )
