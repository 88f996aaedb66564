"""Claims lined up: the same thing counted by the same speaker, day after day.

A line is speaker or party, measure, counted thing, whose, where, unit and whether it
is a running total. Figures are intervals; nothing is interpolated, a day without a
figure is a gap. What may be compared at all, and why not, is said here once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, pairwise

from sayso.linking.hours import hour_key
from sayso.linking.interval import Interval, as_printed, as_rounded
from sayso.linking.names import NO_NAMES, Names, place_key, thing_key
from sayso.linking.versions import find_superseded
from sayso.model import (
    DAY,
    Accrual,
    Bound,
    Claim,
    Document,
    DocumentId,
    Period,
    Stance,
)

Documents = Mapping[DocumentId, Document]

LEAST_DENSE = 0.5
"""Share of the days from first to last that a line must cover before days without a
figure are gaps; a line with three figures a year has no cadence to miss."""

MOST_POINTS = 100
"""Last figures of a series that are looked at for the two nearest in time."""

LEAST_DAYS = 4
"""Fewer days with a figure have no cadence either."""


class Reason(StrEnum):
    """Why two figures may not be set beside each other."""

    MEASURE = "different measure"
    DEFINITION = "different definition"
    AREA = "different area"
    PERIOD = "different period"
    BOUND = "different bound"


class By(StrEnum):
    """Whose voice makes a line."""

    SPEAKER = "speaker"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Line:
    """What two figures share when they stand in one series."""

    voice: str | None
    """Speaker or party; None in the narrator's voice."""
    measure: str
    thing: str | None
    affected: str | None
    actor: str | None
    place: str | None
    unit: str
    accrual: Accrual | None


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series."""

    claim: Claim
    first: date | None
    last: date
    """Last day it covers, or the day of publication where it names none."""
    published: date | None
    outlet: str | None
    interval: Interval
    hour: str | None = None
    """Hour of publication, where it is stated."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A later figure of the same speaker for the same days."""

    earlier: Point
    later: Point


@dataclass(frozen=True, slots=True)
class Series:
    """All figures of one line, by last day, publication and place in the text."""

    line: Line
    points: tuple[Point, ...]
    revisions: tuple[Revision, ...]
    gaps: tuple[Period, ...]
    """Days between two figures that have none, when the line is a regular one."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many documents of an outlet are held for a day."""

    outlet: str | None
    day: date
    documents: int


def line_up(
    claims: Iterable[Claim],
    documents: Documents,
    names: Names = NO_NAMES,
    by: By = By.SPEAKER,
) -> tuple[Series, ...]:
    """Give the series of all asserted claims that can be dated.

    Args:
        claims: In any order; the result does not depend on it.
        documents: The claims' documents, for days of publication and outlets.
        names: What words mean one speaker, party or place.
        by: Whether speakers or their parties make a line.
    """
    lines: defaultdict[Line, list[Point]] = defaultdict(list)
    for claim in claims:
        document = documents.get(claim.document)
        day = day_of(claim, document)
        if day is not None and claim.stance in (Stance.ASSERTED, Stance.HEDGED):
            lines[line_of(claim, names, by)].append(_point(claim, day, document))
    return tuple(
        _series(line, points)
        for line, points in sorted(lines.items(), key=lambda item: repr(item[0]))
    )


def line_of(claim: Claim, names: Names = NO_NAMES, by: By = By.SPEAKER) -> Line:
    """Give the line a claim stands in."""
    voice = names.speaker(claim)
    if by is By.PARTY and claim.speaker is not None and claim.speaker.party:
        voice = claim.speaker.party
    return Line(
        voice=voice,
        measure=claim.measure,
        thing=thing_key(claim),
        affected=names.party(claim.affected),
        actor=names.party(claim.actor),
        place=place_key(claim),
        unit=claim.quantity.unit,
        accrual=claim.accrual,
    )


def day_of(claim: Claim, document: Document | None) -> date | None:
    """Give the last day a claim covers, else the day its document was published."""
    if claim.period is not None and claim.period.last is not None:
        return claim.period.last
    return None if document is None else document.published


def document_order(document: Document | None) -> tuple[date, str, str, str, str]:
    """Give the key that puts documents by publication, hour, outlet, name and id.

    The id comes last: it is a hash of the words, so an order by it would change with
    the name of a party.
    """
    if document is None:
        return (date.max, "", "", "", "")
    day, hour = document.published or date.max, hour_key(document)
    return (day, hour, document.outlet or "", document.name or "", document.id)


def why_not_comparable(a: Claim, b: Claim, names: Names = NO_NAMES) -> Reason | None:
    """Give the first reason two figures may not be compared, None when they may.

    Args:
        a: One claim.
        b: The other, of the same speaker or of another.
        names: What words mean one party.
    """
    one, other = line_of(a, names), line_of(b, names)
    if one.measure != other.measure:
        return Reason.MEASURE
    if (one.unit, one.thing, one.affected) != (other.unit, other.thing, other.affected):
        return Reason.DEFINITION
    if one.place != other.place:
        return Reason.AREA
    if one.accrual != other.accrual or not _same_days(a.period, b.period, one.accrual):
        return Reason.PERIOD
    bounds = {a.quantity.bound, b.quantity.bound}
    if bounds in ({Bound.AT_LEAST}, {Bound.AT_MOST}):
        return Reason.BOUND
    return None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two series with the figures of theirs that lie nearest in time."""

    one: Point
    other: Point
    reason: Reason | None
    """Why the two may not be compared, None when they may."""


def compare_series(
    series: Sequence[Series], names: Names = NO_NAMES
) -> Iterator[Comparison]:
    """Give every two series of one kind (people, equipment, ...), in their order.

    The cost grows with the square of the series given: choose them first.
    """
    families: defaultdict[str, list[Series]] = defaultdict(list)
    for item in series:
        families[item.line.measure.partition(".")[0]].append(item)
    for family in families.values():
        for one, other in combinations(family, 2):
            a, b = _nearest(one.points, other.points)
            yield Comparison(a, b, why_not_comparable(a.claim, b.claim, names))


def _nearest(one: Sequence[Point], other: Sequence[Point]) -> tuple[Point, Point]:
    """Give the two points nearest in time; of several the latest."""
    pairs = ((a, b) for a in one[-MOST_POINTS:] for b in other[-MOST_POINTS:])
    return min(
        pairs, key=lambda p: (abs(p[0].last - p[1].last), -p[0].last.toordinal())
    )


def count_coverage(documents: Iterable[Document]) -> tuple[Coverage, ...]:
    """Give the documents held by outlet and day: a series moves when a feed dies.

    Versions of one address count once, as the last of them.
    """
    known = {document.id: document for document in documents}
    superseded = find_superseded(known)
    held = Counter(
        (document.outlet, document.published)
        for key, document in known.items()
        if document.published and key not in superseded
    )
    ordered = sorted(held.items(), key=lambda item: (item[0][0] or "", item[0][1]))
    return tuple(Coverage(outlet, day, n) for (outlet, day), n in ordered if day)


def _same_days(a: Period | None, b: Period | None, accrual: Accrual | None) -> bool:
    """True when both name the same days; a running total needs the same last day."""
    if a is None or b is None:
        return False
    if accrual is Accrual.TOTAL:
        starts_agree = a.start is None or b.start is None or a.start == b.start
        return a.end == b.end and starts_agree
    return (a.start, a.end) == (b.start, b.end)


def _point(claim: Claim, day: date, document: Document | None) -> Point:
    return Point(
        claim=claim,
        first=None if claim.period is None else claim.period.first,
        last=day,
        published=None if document is None else document.published,
        outlet=None if document is None else document.outlet,
        interval=as_printed(claim.quantity),
        hour=None if document is None else document.hour,
    )


def _series(line: Line, points: list[Point]) -> Series:
    ordered = sorted(points, key=point_order)
    return Series(line, tuple(ordered), _revisions(ordered), _gaps(ordered))


def point_order(point: Point) -> tuple[date, date, str, str, str, int]:
    """Give the key that puts points by last day, publication, outlet and place."""
    span = point.claim.quantity.span
    published, outlet = point.published or date.max, point.outlet or ""
    hour = point.hour or "~"
    return (point.last, published, hour, outlet, point.claim.document, span.start)


def _revisions(points: list[Point]) -> tuple[Revision, ...]:
    """Give the figures that a later document of the same speaker replaces."""
    found: list[Revision] = []
    latest: dict[tuple[date | None, date], Point] = {}
    for point in points:
        earlier = latest.get((point.first, point.last))
        latest[point.first, point.last] = point
        if earlier is not None and _is_ordered(earlier, point):
            before, after = earlier.claim.quantity, point.claim.quantity
            if as_rounded(before).is_apart_from(as_rounded(after)):
                found.append(Revision(earlier, point))
    return tuple(found)


def _is_ordered(earlier: Point, later: Point) -> bool:
    """True when the two were published on two days, or at two hours of one."""
    if earlier.published != later.published:
        return True
    hours = (earlier.hour, later.hour)
    return None not in hours and earlier.hour != later.hour


def _gaps(points: list[Point]) -> tuple[Period, ...]:
    days = sorted({point.last for point in points})
    length = (days[-1] - days[0]) / DAY + 1
    if len(days) < max(LEAST_DAYS, LEAST_DENSE * length):
        return ()
    return tuple(
        Period(before + DAY, after)
        for before, after in pairwise(days)
        if after - before > timedelta(days=1)
    )
