"""What lies beside an incident and is not in it, each with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.linking.incidents import Incident
from sayso.linking.names import place_words
from sayso.linking.sounds import sound_of
from sayso.model import PlaceKind

NEAR_DAYS = 10
"""Days around an event in which others of the same town are named."""
MOST_EACH_WAY = 4
"""Other events before and after, of one place, that are named."""
MOST_WIDER = 4
"""Counts of a country or a longer period that are named."""


class Reason(StrEnum):
    """Why another incident's claims are not in this one."""

    DAY = "same town, other day"
    SCENE = "same town and day, another scene"
    OPEN = "same town and days, nothing shows that it is the same event"
    KIND = "same town and day, another kind of harm or change"
    PERIOD = "a count of a longer period"
    WIDER = "a whole country or region"


@dataclass(frozen=True, slots=True)
class Beside:
    """Another incident and why its claims are not in this one."""

    incident: Incident
    reason: Reason


def find_beside(
    incidents: Sequence[Incident], wanted: Iterable[str]
) -> Mapping[str, tuple[Beside, ...]]:
    """Give what lies beside the incidents of those ids, nearest day first.

    Args:
        incidents: All of them.
        wanted: Ids of those that are shown.
    """
    by_place: defaultdict[str, list[Incident]] = defaultdict(list)
    wide: list[Incident] = []
    for incident in incidents:
        if incident.place is not None and incident.last is not None:
            by_place[_sound(incident)].append(incident)
        if incident.last is not None and (incident.is_period or _is_coarse(incident)):
            wide.append(incident)
    chosen = set(wanted)
    return {
        incident.id: tuple(_beside(incident, by_place, wide))
        for incident in incidents
        if incident.id in chosen
    }


def _beside(
    incident: Incident, by_place: Mapping[str, list[Incident]], wide: list[Incident]
) -> Iterator[Beside]:
    if incident.last is None:
        return
    day = incident.last
    here = by_place.get(_sound(incident), ()) if incident.place is not None else ()
    near = [o for o in here if o is not incident and _days_apart(o, day) <= NEAR_DAYS]
    near.sort(key=lambda o: (_days_apart(o, day), o.id))
    for other in near[: 2 * MOST_EACH_WAY]:
        yield Beside(other, _reason(incident, other))
    others = [
        o
        for o in wide
        if o is not incident
        and o not in near
        and o.kind is incident.kind
        and _holds(o, day)
        and _may_hold_place(o, incident)
    ]
    for other in others[:MOST_WIDER]:
        yield Beside(other, Reason.PERIOD if other.is_period else Reason.WIDER)


def _reason(incident: Incident, other: Incident) -> Reason:
    """Give the first thing in which two incidents of one place differ."""
    if other.is_period:
        return Reason.PERIOD
    if other.first is None and other.kind is incident.kind:
        return Reason.OPEN
    if incident.first != other.first:
        return Reason.DAY
    if incident.kind is not other.kind:
        return Reason.KIND
    return Reason.OPEN if incident.scene == other.scene else Reason.SCENE


def _days_apart(other: Incident, day: date) -> int:
    return 10_000 if other.last is None else abs((other.last - day).days)


def _holds(other: Incident, day: date) -> bool:
    """True when the days of a count take in the day, or end soon before it."""
    if other.last is None:
        return False
    first = other.first or other.last
    return first <= day and (day - other.last).days <= NEAR_DAYS


def _may_hold_place(other: Incident, incident: Incident) -> bool:
    """True when a country or region may hold the place; unknown ones may not."""
    if other.located is None or incident.located is None:
        return other.located is None
    return incident.located.lies_in(other.located)


def _is_coarse(incident: Incident) -> bool:
    located = incident.located
    return located is not None and located.kind in (
        PlaceKind.COUNTRY,
        PlaceKind.REGION,
    )


def _sound(incident: Incident) -> str:
    if incident.located is not None:
        return sound_of(incident.located.name)
    return sound_of(place_words(incident.place or ""))
