"""Towns said to change hands beside the days map-makers drew them in or out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sayso.checks.support.check import Check, CheckContext, claim_input, words_of
from sayso.checks.support.on_layers import (
    HELD,
    LOST,
    Unfit,
    drawn_by,
    is_covered,
    is_same_origin,
    relation,
    role_of,
    side_of,
    unfit_finding,
)
from sayso.layers import Layer, LayerId, LayerSeries
from sayso.linking.series import day_of
from sayso.model import DAY, Claim, Finding, Level, Outcome, PlaceKind, Stance

WINDOW = 45 * DAY
"""How far from a claim's days the layers are looked through; our own."""
_NEAR = DAY
"""A map is edited a day before or after the day it speaks of."""
Point = tuple[float, float, int]
States = dict[tuple[LayerId, Point], int]


@dataclass(frozen=True, slots=True)
class _Crossing:
    """When a town is drawn to change hands: from a line's first touch to its pass."""

    first: date | None
    """None: before the first day that was looked at."""
    last: date | None
    """None: not up to the last day that was looked at."""


def check_layer_places(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give each town that changes hands beside each authority's layers."""
    chosen = [claim for claim in sorted(claims, key=context.order) if _is_town(claim)]
    for series in context.layers.series:
        fitting = [c for c in chosen if side_of(c, series, context) is not None]
        states = _look_up(fitting, series, context)
        for claim in fitting:
            yield _judge(claim, series, context, states)


def _is_town(claim: Claim) -> bool:
    place = claim.located
    return (
        claim.measure.startswith("place.")
        and claim.stance is Stance.ASSERTED
        and place is not None
        and place.kind is PlaceKind.SETTLEMENT
    )


def _point(claim: Claim) -> Point:
    place = claim.located
    if place is None:
        return (0.0, 0.0, 0)
    return (place.lat, place.lon, place.precision_m)


def _look_up(
    claims: Sequence[Claim], series: LayerSeries, context: CheckContext
) -> States:
    """Give how the layers around each claim's days stand to its town."""
    wanted: defaultdict[LayerId, set[Point]] = defaultdict(set)
    layers: dict[LayerId, Layer] = {}
    for claim in claims:
        for layer in _around(claim, series, context):
            wanted[layer.id].add(_point(claim))
            layers[layer.id] = layer
    found: States = {}
    for key in wanted:
        points = sorted(wanted[key])
        states = context.layers.states(layers[key], points)
        found |= {(key, p): s for p, s in zip(points, states, strict=True)}
    return found


def _around(
    claim: Claim, series: LayerSeries, context: CheckContext
) -> tuple[Layer, ...]:
    """Give the layers within the window, with the one before its first day."""
    last = day_of(claim, context.documents.get(claim.document))
    if last is None or claim.located is None:
        return ()
    if not is_covered(claim.located, series, context):
        return ()
    first = _first(claim, last)
    before = series.up_to(first - WINDOW)
    inside = series.between(first - WINDOW, last + WINDOW)
    return inside if before is None or before in inside else (before, *inside)


def _first(claim: Claim, last: date) -> date:
    first = None if claim.period is None else claim.period.first
    return last if first is None else first


def _judge(
    claim: Claim, series: LayerSeries, context: CheckContext, states: States
) -> Finding:
    stated = context.stated(claim)
    last = day_of(claim, context.documents.get(claim.document))
    layers = _around(claim, series, context)
    if last is None or not layers:
        return unfit_finding(
            CHECK, claim, series, _why_not(claim, series, context), stated
        )
    first = _first(claim, last)
    seen = [(layer.as_of, states[layer.id, _point(claim)]) for layer in layers]
    if seen[-1][0] < first or seen[0][0] > last:
        unfit = Unfit(
            Outcome.CANNOT_CHECK,
            f"the layers there are of {seen[0][0]} to {seen[-1][0]}, not of {last}",
        )
        return unfit_finding(CHECK, claim, series, unfit, stated)
    side = side_of(claim, series, context)
    if side is HELD:
        return _held(claim, series, context, seen, last)
    crossing = _cross(seen, inwards=side != LOST, around=(first, last))
    apart = _is_apart(crossing, first, last)
    return _finding(claim, series, context, apart, _words(crossing, side), seen)


def _why_not(claim: Claim, series: LayerSeries, context: CheckContext) -> Unfit:
    place = claim.located
    if place is not None and not is_covered(place, series, context):
        name = place.region or place.name
        return Unfit(Outcome.NOT_COMPARABLE, f"the layer does not cover {name}")
    return Unfit(Outcome.CANNOT_CHECK, "no layer is held around its days")


def _cross(
    seen: Sequence[tuple[date, int]], *, inwards: bool, around: tuple[date, date]
) -> _Crossing:
    """Give the crossing nearest to the claim's days.

    The town's place is known within a distance only: the crossing begins after the
    last day that its disc is wholly on the old side, and ends on the first that it
    is wholly on the new one.
    """
    old, new = (0, 2) if inwards else (2, 0)
    found: list[_Crossing] = []
    begun: date | None = None
    is_open = seen[0][1] != old
    for (day, state), (following, then) in pairwise([*seen, (seen[-1][0], -1)]):
        if state == old:
            begun, is_open = day + DAY, True
        if state == new and is_open:
            found.append(_Crossing(begun, day))
            is_open = False
        if then == -1 and state != new and is_open:
            found.append(_Crossing(day + DAY if state == old else begun, None))
        del following
    if not found:
        return _Crossing(None, seen[0][0])
    return min(found, key=lambda crossing: _distance(crossing, *around))


def _distance(crossing: _Crossing, first: date, last: date) -> int:
    """Give the days between a crossing and a claim; 0 where they meet."""
    late = 0 if crossing.first is None else (crossing.first - last).days
    early = 0 if crossing.last is None else (first - crossing.last).days
    return max(late, early, 0)


def _is_apart(crossing: _Crossing, first: date, last: date) -> bool:
    return _distance(crossing, first, last) > _NEAR.days


def _words(crossing: _Crossing, side: int | None) -> str:
    verb = "out of" if side == LOST else "into"
    if crossing.last is None:
        when = f"not up to {crossing.first - DAY}" if crossing.first else "in part only"
    elif crossing.first is None:
        when = f"by {crossing.last}"
    elif crossing.first == crossing.last:
        when = f"on {crossing.last}"
    else:
        when = f"between {crossing.first} and {crossing.last}"
    return f"draw it {verb} that ground {when}"


def _held(
    claim: Claim,
    series: LayerSeries,
    context: CheckContext,
    seen: Sequence[tuple[date, int]],
    last: date,
) -> Finding:
    """Give a town said to be held beside the layers next to its day."""
    near = [seen[0]] + [pair for pair in seen if pair[0] <= last + _NEAR]
    day, state = near[-1]
    words = {
        0: "draw it outside that ground",
        1: "draw their line across it",
        2: "draw it inside that ground",
    }
    apart = state == 0
    return _finding(claim, series, context, apart, f"{words[state]} on {day}", seen)


def _finding(  # noqa: PLR0913, PLR0917 - as above
    claim: Claim,
    series: LayerSeries,
    context: CheckContext,
    apart: bool,  # noqa: FBT001 - as above
    drawn: str,
    seen: Sequence[tuple[date, int]],
) -> Finding:
    same = is_same_origin(claim, series, context)
    place = claim.located
    name, around = (place.name, place.precision_m) if place else ("", 0)
    last = day_of(claim, context.documents.get(claim.document))
    kind = {0: "outside", 1: "across", 2: "inside"}
    changes = [
        pair for at, pair in enumerate(seen) if not at or pair[1] != seen[at - 1][1]
    ]
    return CHECK.find(
        Outcome.INCONSISTENT if apart else Outcome.CONSISTENT,
        Level.LOOK if apart else Level.NOTE,
        (claim_input(claim, role_of(series)),),
        f"{context.stated(claim)} {words_of(claim)} ({claim.measure}, {last});"
        f" {drawn_by(series)} {drawn}: {_relation(apart=apart, same=same)}.",
        (
            f"{name}, known within {around:,} m",
            *(f"from {day}: {kind[state]}" for day, state in changes),
        ),
        "another day, another part of the place, or another line" if apart else None,
    )


def _relation(*, apart: bool, same: bool) -> str:
    return relation(apart=apart, same=same).replace("number", "day")


CHECK = Check(
    name="layer_places",
    version=1,
    title="Towns claimed beside towns drawn",
    explanation=(
        "A town said to be taken, lost or held on some day is set beside the layers of "
        "each authority around that day: when its point, with the gazetteer's "
        "precision around it, comes to be inside or outside. A day to either side and "
        "days without a layer are allowed for. A claim by who drew the layer is "
        "repetition, and a region that a layer does not draw is not compared."
    ),
    run=check_layer_places,
)
