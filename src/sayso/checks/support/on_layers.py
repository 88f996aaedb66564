"""What claims and control layers share: side, place, origin, and the words for them.

A layer is another statement, never what is so. A claim is set beside the layers of one
authority at a time; where the two do not speak of one thing, the reason is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.support.check import Check, CheckContext, claim_input, words_of
from sayso.layers import LayerSeries, Status, Unit
from sayso.linking.interval import Interval
from sayso.model import Claim, Finding, Level, Outcome, Place, PlaceKind
from sayso.vocabulary.gazetteers import bare_name

_NEAR_M = 20_000
"""Metres from what is drawn within which a settlement of no known region is taken to
be covered; our own."""
GAINED, LOST, HELD = 1, -1, 0
"""What a claim says of the ground of a layer's own party."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of a layer that a claim speaks of."""

    unit: Unit | None
    words: str
    """Behind an area: "in Tark", "in all it draws"."""
    is_stated: bool = True
    """False where the claim names no place."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a claim and a layer cannot be set beside each other."""

    outcome: Outcome
    reason: str


def side_of(claim: Claim, series: LayerSeries, context: CheckContext) -> int | None:
    """Give what the claim says of the layer's party; None where it is not about it.

    A party that gains ground from the layer's party makes the layer's ground smaller.
    """
    names = context.names
    own = names.party(series.maker.party)
    if own is None or series.maker.status is Status.CONTESTED:
        return None
    is_actor = names.party(claim.actor) == own
    is_affected = names.party(claim.affected) == own
    if is_actor == is_affected:
        return None
    kind = claim.measure.rpartition(".")[2]
    if kind == "held":
        return HELD if is_actor else None
    if kind == "lost" and is_actor and claim.affected is None:
        return None  # who lost it is not said
    return GAINED if is_actor else LOST


def scope_of(claim: Claim, series: LayerSeries, context: CheckContext) -> Scope | Unfit:
    """Give the part of a layer that the claim's place stands for, or why none."""
    place = claim.located
    if place is None:
        if claim.place is None:
            return Scope(None, "in all they draw", is_stated=False)
        return Unfit(
            Outcome.CANNOT_CHECK, f'no gazetteer holds the place "{claim.place}"'
        )
    if not is_covered(place, series, context):
        name = claim.place or place.name
        return Unfit(Outcome.NOT_COMPARABLE, f"the layer does not cover {name}")
    unit = context.layers.unit(place.name) or context.layers.unit(claim.place)
    if unit is not None:
        return Scope(unit, f"in {unit.name} as {unit.authority} outlines it")
    if _is_whole(place, series, context):
        return Scope(None, f"in {place.name}")
    return Unfit(
        Outcome.CANNOT_CHECK,
        f"the layer draws more than {place.name}, whose outline is not held:"
        " sayso layers add --units",
    )


def is_covered(place: Place, series: LayerSeries, context: CheckContext) -> bool:
    """True when a layer is drawn for a place: as told, else as its settlements show.

    A settlement whose region nobody knows is covered where it is near what is drawn.
    """
    told = {bare_name(name) for name in series.maker.covers}
    if place.kind is PlaceKind.SETTLEMENT and place.region is None:
        return _is_near(place, series, context)
    if told:
        known = (place.name, place.region, place.country)
        return any(bare_name(name) in told for name in known if name)
    regions = context.layers.regions(series)
    if place.kind is PlaceKind.COUNTRY:
        return any(country == place.country for country, _ in regions)
    region = place.name if place.kind is PlaceKind.REGION else place.region
    return (place.country, region) in regions


def _is_near(place: Place, series: LayerSeries, context: CheckContext) -> bool:
    """True when the largest, first or last layer comes near a settlement."""
    largest = max(series.layers, key=lambda layer: layer.area_km2)
    point = (place.lat, place.lon, max(place.precision_m, _NEAR_M))
    chosen = {
        layer.id: layer for layer in (largest, series.layers[0], series.layers[-1])
    }
    return any(context.layers.states(held, [point])[0] for held in chosen.values())


def is_same_origin(claim: Claim, series: LayerSeries, context: CheckContext) -> bool:
    """True when the claim goes back to who drew the layer."""
    said = (
        context.names.speaker(claim),
        claim.claimant,
        context.outlet(claim) if claim.claimant is None else None,
        *claim.via,
    )
    words = "\n".join(name for name in said if name)
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE)
        for name in (series.maker.authority, *series.maker.also)
    )


def role_of(series: LayerSeries) -> str:
    """Give the role of a figure that is set beside a layer: each layer has its own."""
    return f"beside {series.maker.words}"


def drawn_by(series: LayerSeries) -> str:
    """Give a layer's maker for a sentence."""
    maker = series.maker
    whose = f" by {maker.party}" if maker.party else ""
    return f"the layers of {maker.authority} ({maker.status}{whose})"


def unfit_finding(
    check: Check, claim: Claim, series: LayerSeries, unfit: Unfit, stated: str
) -> Finding:
    """Give the note that a claim was not set beside a layer, with the reason."""
    return check.find(
        unfit.outcome,
        Level.NOTE,
        (claim_input(claim, role_of(series)),),
        f"{stated} {words_of(claim)}; {drawn_by(series)}: {unfit.outcome}, as"
        f" {unfit.reason}.",
        (f"{claim.measure}, place: {claim.place or 'not stated'}", unfit.reason),
    )


def relation(*, apart: bool, same: bool) -> str:
    """Give how two figures stand to each other, and what their agreement is worth."""
    if apart:
        tail = ", though both go back to one map-maker" if same else ""
        return f"the two share no number{tail}"
    if same:
        return (
            "the two agree and go back to one map-maker, which is repetition, not"
            " corroboration"
        )
    return "the two agree"


def to_fraction(area: float) -> Fraction:
    """Give a measured area in km2 with three decimals."""
    return Fraction(round(area * 1000), 1000)


def around(low: float, high: float, slack: float) -> Interval:
    """Give the interval between two measured areas, widened, never below zero."""
    return Interval(
        max(to_fraction(min(low, high) - slack), Fraction(0)),
        to_fraction(max(low, high) + slack),
    )


def _is_whole(place: Place, series: LayerSeries, context: CheckContext) -> bool:
    """True when all that a layer draws lies in a place."""
    told = {bare_name(name) for name in series.maker.covers}
    if told:
        return told <= {bare_name(place.name), bare_name(place.country or "")}
    regions = context.layers.regions(series)
    if place.kind is PlaceKind.COUNTRY:
        return all(country == place.country for country, _ in regions)
    return regions == {(place.country, place.name)}
