"""Claims of ground beside what map-makers drew for those days, each for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    reading_of,
    words_of,
)
from sayso.checks.support.on_layers import (
    GAINED,
    HELD,
    LOST,
    Scope,
    Unfit,
    around,
    drawn_by,
    is_same_origin,
    relation,
    role_of,
    scope_of,
    side_of,
    to_fraction,
    unfit_finding,
)
from sayso.layers import Layer, LayerSeries
from sayso.linking.interval import Interval, as_printed, as_rounded, to_text
from sayso.linking.series import day_of
from sayso.model import (
    DAY,
    Accrual,
    Claim,
    ClaimUnit,
    Finding,
    Level,
    Outcome,
    Stance,
)

_WORDS = {GAINED: "gained", LOST: "lost", HELD: "held"}
_NEAREST = 7 * DAY
"""How far from the day of a total a layer may lie and still be set beside it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What layers have for the days and ground of a claim."""

    interval: Interval
    """What a claim may say and agree: from zero where its first day is open."""
    drawn: Interval
    """From the first day, or the day of most or least before, on."""
    unit: str
    days: str
    working: tuple[str, ...]


def check_layer_areas(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give each claim of ground beside each authority's layers."""
    if not context.layers.series:
        return
    for claim in sorted(claims, key=context.order):
        if claim.measure.startswith("territory.") and claim.stance is Stance.ASSERTED:
            for series in context.layers.series:
                finding = _judge(claim, series, context)
                if finding is not None:
                    yield finding


def measure_claim(
    claim: Claim, series: LayerSeries, context: CheckContext
) -> tuple[Found | Unfit, Scope | None] | None:
    """Give what a series has where a claim speaks of its party's ground, else None."""
    side = side_of(claim, series, context)
    if side is None:
        return None
    scope = scope_of(claim, series, context)
    if isinstance(scope, Unfit):
        return scope, None
    share = claim.quantity.unit == ClaimUnit.PERCENT
    if side is HELD:
        found = _held(claim, series, scope, context)
    else:
        found = _changed(claim, series, scope, context, side)
    if share and isinstance(found, Found) and side is GAINED:
        return None
    return found, scope


def _judge(claim: Claim, series: LayerSeries, context: CheckContext) -> Finding | None:
    measured = measure_claim(claim, series, context)
    if measured is None:
        return None
    found, scope = measured
    if isinstance(found, Unfit) or scope is None:
        reason = found if isinstance(found, Unfit) else _NOTHING
        return unfit_finding(CHECK, claim, series, reason, context.stated(claim))
    is_share = claim.quantity.unit == ClaimUnit.PERCENT
    stated = (as_printed if is_share else as_rounded)(claim.quantity)
    apart = stated.is_apart_from(found.interval)
    same = is_same_origin(claim, series, context)
    look = apart and scope.is_stated and _has_days(claim)
    unstated = "" if scope.is_stated else "; the claim names no place"
    side = _WORDS[side_of(claim, series, context) or HELD]
    return CHECK.find(
        Outcome.INCONSISTENT if apart else Outcome.CONSISTENT,
        Level.LOOK if look else Level.NOTE,
        (claim_input(claim, role_of(series)),),
        f"{context.stated(claim)} {words_of(claim)} ({claim.measure}); {found.days}"
        f" {drawn_by(series)} have {found.interval} {found.unit} {side}"
        f" {scope.words}{unstated}: {relation(apart=apart, same=same)}.",
        (reading_of(claim, stated), *found.working),
        f"a figure within {found.interval} {found.unit}, or a definition, place or"
        " days in which the two differ"
        if apart
        else None,
    )


def _changed(
    claim: Claim,
    series: LayerSeries,
    scope: Scope,
    context: CheckContext,
    side: int,
) -> Found | Unfit:
    """Give the ground gained or lost in the claim's days, or its share of the most."""
    ends = _ends(claim, series, scope, context, side)
    if isinstance(ends, Unfit):
        return ends
    starts, stops, lacking = ends
    is_open = _is_open(claim)
    amounts, spread, lines = list[float](), 0.0, list[str]()
    if is_open:
        lines.append("the first day is not stated: from any day before")
    for start in starts:
        for stop in stops:
            change = context.layers.change(start, stop, scope.unit)
            gross = change.gained if side is GAINED else change.lost
            net = max(change.net * side, 0.0)
            amounts += (net, gross)
            spread = max(spread, change.spread_km)
            lines.append(
                f"{start.as_of} to {stop.as_of}: {_WORDS[side]} {gross:,.1f} km2,"
                f" net {net:,.1f}"
            )
    length = max((stops[0].as_of - starts[-1].as_of).days, 1)
    slack = series.maker.precision_m / 1000 * spread
    daily = max(amounts) / length
    lines.append(f"lines off by {series.maker.precision_m:,} m: {slack:,.1f} km2")
    if lacking:
        lines.append(
            f"{lacking} days at the ends without a layer: {daily:,.1f} km2 each"
        )
    slack += lacking * daily
    drawn = around(min(amounts), max(amounts), slack)
    interval = around(0.0, max(amounts), slack) if is_open else drawn
    days = f"from {starts[0].as_of} to {stops[-1].as_of}"
    if claim.quantity.unit != ClaimUnit.PERCENT:
        return Found(interval, drawn, "km2", days, tuple(lines))
    found = Found(interval, drawn, "percent", days, tuple(lines))
    return _as_share(found, starts[0], scope, context)


def _has_days(claim: Claim) -> bool:
    """False where a figure's one day is only that of the report."""
    period = claim.period
    return period is not None and (
        period.phrase is not None or period.first != period.last
    )


def _is_open(claim: Claim) -> bool:
    """True for a total whose first day is not stated: it may count from any."""
    return claim.period is not None and claim.period.first is None


def _as_share(
    found: Found, start: Layer, scope: Scope, context: CheckContext
) -> Found | Unfit:
    """Give what was lost as a share of what was held before."""
    area, _ = context.layers.area(start, scope.unit)
    if area <= 0:
        return _NOTHING
    whole = to_fraction(area)
    held = f"held on {start.as_of}: {to_text(whole)} km2"
    return replace(
        found,
        interval=_share_of(found.interval, whole),
        drawn=_share_of(found.drawn, whole),
        working=(*found.working, held),
    )


def _share_of(interval: Interval, whole: Fraction) -> Interval:
    return interval.scale(100 / whole).meet(_UP_TO_ALL)


def _ends(
    claim: Claim,
    series: LayerSeries,
    scope: Scope,
    context: CheckContext,
    side: int,
) -> tuple[tuple[Layer, ...], tuple[Layer, ...], int] | Unfit:
    """Give the layers a claim's days may begin and end with, and days without one.

    A day's layer may be its morning's or its evening's, so the day before the first
    and the day after the last are looked at too.
    """
    last = day_of(claim, context.documents.get(claim.document))
    if claim.period is None or last is None:
        return Unfit(Outcome.CANNOT_CHECK, "no days are stated")
    stops = _held_on(series, last, last + DAY)
    if not stops:
        return _missing(series, last)
    first = claim.period.first
    if first is None:
        if claim.accrual is not Accrual.TOTAL:
            return Unfit(Outcome.CANNOT_CHECK, "no first day is stated")
        return (_turning(series, last, scope, context, side),), stops, 2 - len(stops)
    starts = _held_on(series, first - DAY, first)
    if not starts:
        return _missing(series, first)
    return starts, stops, 4 - len(starts) - len(stops)


def _held_on(series: LayerSeries, *days: date) -> tuple[Layer, ...]:
    held = (series.up_to(day) for day in days)
    return tuple(
        layer
        for layer, day in zip(held, days, strict=True)
        if layer and layer.as_of == day
    )


def _missing(series: LayerSeries, day: date) -> Unfit:
    first, last = series.layers[0].as_of, series.layers[-1].as_of
    if first <= day <= last:
        return Unfit(Outcome.CANNOT_CHECK, f"no layer of {day} is held")
    return Unfit(
        Outcome.CANNOT_CHECK, f"the layers are of {first} to {last}, not of {day}"
    )


def _turning(
    series: LayerSeries, last: date, scope: Scope, context: CheckContext, side: int
) -> Layer:
    """Give the layer a total without a first day counts from: the least or the most."""
    known = series.between(None, last)
    areas = [context.layers.area(layer, scope.unit)[0] * side for layer in known]
    return known[areas.index(min(areas))]


def _held(
    claim: Claim, series: LayerSeries, scope: Scope, context: CheckContext
) -> Found | Unfit:
    """Give the ground held on the claim's day, or its share of the place."""
    day = day_of(claim, context.documents.get(claim.document))
    if day is None:
        return Unfit(Outcome.CANNOT_CHECK, "no day is stated")
    near = (series.up_to(day), series.from_on(day))
    layers = [
        held for held in near if held is not None and abs(held.as_of - day) <= _NEAREST
    ]
    if not layers:
        return _missing(series, day)
    measured = [context.layers.area(layer, scope.unit) for layer in layers]
    spread = max(spread for _, spread in measured)
    slack = series.maker.precision_m / 1000 * spread
    areas = [area for area, _ in measured]
    interval = around(min(areas), max(areas), slack)
    days = dict.fromkeys(layer.as_of.isoformat() for layer in layers)
    on = f"on {' and '.join(days)}"
    lines = [
        f"{layer.as_of}: {area:,.1f} km2"
        for layer, area in dict(zip(layers, areas, strict=True)).items()
    ]
    lines.append(f"lines off by {series.maker.precision_m:,} m: {slack:,.1f} km2")
    if claim.quantity.unit != ClaimUnit.PERCENT:
        return Found(interval, interval, "km2", on, tuple(lines))
    whole = _area_of_place(claim, scope, context)
    if whole is None:
        return Unfit(
            Outcome.CANNOT_CHECK, "the area of the place is in no pack and no unit"
        )
    lines.append(f"the place: {to_text(whole)} km2")
    share = interval.scale(100 / whole).meet(_UP_TO_ALL)
    return Found(share, share, "percent", on, tuple(lines))


def _area_of_place(
    claim: Claim, scope: Scope, context: CheckContext
) -> Fraction | None:
    """Give the area that a share of a place is a share of, as a pack or unit has it."""
    if scope.unit is not None:
        return Fraction(scope.unit.area_km2)
    if claim.located is None:
        return None
    name = claim.located.name.casefold().replace(" ", "_")
    wanted = {f"area.{name}", f"area.{name}_oblast", f"area.{name}_region"}
    for theatre in context.theatres:
        for constant in theatre.constants:
            if constant.id in wanted and constant.value is not None:
                return Fraction(constant.value)
    return None


_UP_TO_ALL = Interval(Fraction(0), Fraction(100))
_NOTHING = Unfit(Outcome.CANNOT_CHECK, "the layer draws nothing there before")

CHECK = Check(
    name="layer_areas",
    version=1,
    title="Ground claimed beside ground drawn",
    explanation=(
        "A claim of ground gained, lost or held is set beside the layers of each "
        "authority, for the claim's days and place, as an interval: net and gross "
        "change, the day before and after at either end, and how far a drawn line may "
        "be off. A layer is another statement, not what is so: a claim by who drew it "
        "is repetition. Layers without a party, or drawn for other places or days, are "
        "not set beside it, and the reason is noted."
    ),
    run=check_layer_areas,
)
