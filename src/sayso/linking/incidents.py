"""Incidents: what is said of one event by all speakers, gathered and never merged.

Claims that name a place and a day make the events: one kind of harm or change, one
place, one day, one scene. What is told less sharply (a toll of several days, a figure
without a place) is put to an event where exactly one fits best, and stays out where
several do. Every step looks only inside buckets, so the cost grows as n log n.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt

from sayso.linking.attaching import (
    attach_by_document,
    attach_by_origin,
    attach_wide,
    join_alike,
)
from sayso.linking.groups import Groups
from sayso.linking.names import NO_NAMES, Names
from sayso.linking.naming import attach_by_name
from sayso.linking.origins import Origin
from sayso.linking.regrouping import Regrouping, regroup
from sayso.linking.series import Documents, document_order
from sayso.linking.told import Happening, Told, tell
from sayso.model import DAY, Claim, DocumentId, Place

NEAR_KM = 30
"""Kilometres within which a suburb and its city may be one scene of a day."""
SAME_SCENE_KM = 60
"""The same where both tell of one kind of scene."""
_EARTH_KM = 6371
_Dated = tuple[Happening, str | None, str, date | None]


@dataclass(frozen=True, slots=True)
class Incident:
    """All claims of one event, as far as the documents show."""

    id: str
    """Id of its earliest claim: stays while no earlier document is added."""
    kind: Happening
    place: str | None
    """As most of the claims write it."""
    located: Place | None
    first: date | None
    last: date | None
    """Days of the event; None where only a period's end is told."""
    scene: str | None
    is_period: bool
    """True for counts of a longer period, which are no single event."""
    claims: tuple[Claim, ...]
    """By publication, document and place in the text."""

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """Documents that tell of it, earliest first."""
        return tuple(dict.fromkeys(claim.document for claim in self.claims))


def find_incidents(
    claims: Iterable[Claim],
    documents: Documents,
    *,
    names: Names = NO_NAMES,
    origins: Sequence[Origin] = (),
    rulings: Sequence[Regrouping] = (),
) -> tuple[Incident, ...]:
    """Give the incidents of all claims, latest event first.

    Args:
        claims: In any order; the result does not depend on it.
        documents: The claims' documents, for their words and days.
        names: What words mean one party.
        origins: What `find_origins` gave: tellings of one utterance are of one event.
        rulings: What people ruled on earlier incidents, in order.

    Returns:
        Incidents of one claim or more; a claim that can be put to no event is in none.
    """
    ordered = sorted(claims, key=lambda c: _order(c, documents))
    told = tell(ordered, documents, names)
    groups = Groups(told)
    _gather_sharp(told, groups)
    _join_places(told, groups)
    attach_wide(told, groups)
    _join_late_copies(told, groups)
    attach_by_document(told, groups)
    attach_by_name(told, groups, documents)
    join_alike(told, groups)
    attach_by_document(told, groups)
    attach_by_origin(told, groups, origins)
    members = groups.members()
    if rulings:
        members = regroup(members, [item.claim.id for item in told], rulings)
    found = [make_incident([told[number] for number in group]) for group in members]
    return tuple(sorted(found, key=_latest_first))


def make_incident(members: Sequence[Told]) -> Incident:
    """Give the incident of accounts that come in order of publication."""
    first = members[0]
    sharp = [t for t in members if t.is_sharp] or list(members)
    days = [t.first or t.last for t in sharp if t.last is not None]
    ends = [t.last for t in sharp if t.last is not None]
    places = Counter(t.claim.place for t in sharp if t.claim.place)
    points = Counter(t.located for t in sharp if t.located)
    scenes = Counter(t.scene for t in sharp if t.scene)
    return Incident(
        id=first.claim.id,
        kind=first.kind,
        place=places.most_common(1)[0][0] if places else None,
        located=points.most_common(1)[0][0] if points else None,
        first=min((d for d in days if d is not None), default=None),
        last=max(ends, default=None),
        scene=scenes.most_common(1)[0][0] if scenes else None,
        is_period=all(t.is_long for t in members),
        claims=tuple(t.claim for t in members),
    )


def _order(claim: Claim, documents: Documents) -> tuple[object, ...]:
    span = claim.quantity.span
    key = document_order(documents.get(claim.document))
    return (*key, span.start, span.end, claim.measure)


def _latest_first(incident: Incident) -> tuple[int, str]:
    day = incident.last
    return (-day.toordinal() if day else 0, incident.id)


def _gather_sharp(told: Sequence[Told], groups: Groups) -> None:
    """Join accounts of one kind, place and day, each scene for itself."""
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, item in enumerate(told):
        if item.is_sharp:
            buckets[item.kind, item.place, item.first, item.thing].append(number)
    for numbers in buckets.values():
        for here in _by_point(numbers, told):
            _join_scenes(here, told, groups)


def _by_point(numbers: list[int], told: Sequence[Told]) -> list[list[int]]:
    """Give the accounts of one place name by the place that is meant.

    Those that no gazetteer places go with the place that most of them mean.
    """
    points = Counter(p for n in numbers for p in [told[n].located] if p is not None)
    ranked = [point for point, _ in points.most_common()]
    heads: list[Place] = []
    for point in ranked:
        if not any(may_be_one_place(point, head) for head in heads):
            heads.append(point)
    if len(heads) < 2:
        return [numbers]
    parts: list[list[int]] = [[] for _ in heads]
    for number in numbers:
        own = told[number].located
        fits = (i for i, h in enumerate(heads) if may_be_one_place(own, h))
        parts[next(fits, 0)].append(number)
    return parts


def may_be_one_place(
    a: Place | None, b: Place | None, farthest: float = NEAR_KM
) -> bool:
    """True when two places may be one within their precision, or one is unknown.

    Args:
        a: One place.
        b: The other.
        farthest: Kilometres within which they may be one.
    """
    if a is None or b is None or a.id == b.id:
        return True
    return a.lies_in(b) or b.lies_in(a) or distance_km(a, b) <= farthest


def distance_km(a: Place, b: Place) -> float:
    """Give the great-circle distance of two places' points (haversine)."""
    lat, other = radians(a.lat), radians(b.lat)
    half = sin((other - lat) / 2) ** 2
    half += cos(lat) * cos(other) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


def _join_scenes(numbers: list[int], told: Sequence[Told], groups: Groups) -> None:
    """Join accounts of one scene; those without one go with what they agree with."""
    by_scene: defaultdict[str | None, list[int]] = defaultdict(list)
    for number in numbers:
        by_scene[told[number].scene].append(number)
    loose = by_scene.pop(None, [])
    parts = _merge_agreeing(list(by_scene.values()), told)
    if 2 * len(loose) >= len(numbers) and not _are_told_apart(parts, told):
        groups.join(numbers)
        return
    for number in loose:
        part = _fitting_part(number, parts, told)
        if part is None:
            parts.append([number])
        else:
            part.append(number)
    for part in parts:
        groups.join(part)


def _are_told_apart(parts: list[list[int]], told: Sequence[Told]) -> bool:
    """True when two scenes are each told by two documents, or set apart in one.

    Where most accounts name no scene, a lone "hospital" is seldom another event.
    """
    holders = [{told[n].claim.document for n in part} for part in parts]
    seen: Counter[DocumentId] = Counter(key for held in holders for key in held)
    settled = [len(held) > 1 or any(seen[key] > 1 for key in held) for held in holders]
    return sum(settled) > 1


def _merge_agreeing(parts: list[list[int]], told: Sequence[Told]) -> list[list[int]]:
    """Join scenes whose accounts share a telling figure, or two figures: one event."""
    kept: list[tuple[list[int], set[Hashable], set[Hashable]]] = []
    for part in parts:
        figures: set[Hashable] = {told[n].figure for n in part}
        telling: set[Hashable] = {told[n].figure for n in part if told[n].is_telling}
        for members, known, strong in kept:
            if telling & strong or len(figures & known) > 1:
                members.extend(part)
                known.update(figures)
                strong.update(telling)
                break
        else:
            kept.append((part, figures, telling))
    return [sorted(part) for part, _, _ in kept]


def _fitting_part(
    number: int, parts: list[list[int]], told: Sequence[Told]
) -> list[int] | None:
    """Give the one scene an account without a scene goes with, None where several."""
    if len(parts) < 2:
        return parts[0] if parts else None
    item = told[number]
    same_document = [
        part
        for part in parts
        if any(told[n].claim.document == item.claim.document for n in part)
    ]
    if len(same_document) == 1:
        return same_document[0]
    same_figure = [
        part for part in parts if any(told[n].figure == item.figure for n in part)
    ]
    if len(same_figure) == 1:
        return same_figure[0]
    scenes = [part for part in parts if any(told[n].scene is None for n in part)]
    return scenes[0] if scenes else None


def _join_places(told: Sequence[Told], groups: Groups) -> None:
    """Join events of two places that share a telling figure of one kind and day.

    A suburb in one report is the city in another. Places that a gazetteer sets apart
    stay apart, and so do two scenes.
    """
    buckets: defaultdict[Hashable, dict[int, Told]] = defaultdict(dict)
    for number, item in enumerate(told):
        if item.is_sharp and item.is_telling:
            root = groups.find(number)
            buckets[item.kind, item.first, item.figure].setdefault(root, item)
    for found in buckets.values():
        (first, one), *rest = found.items()
        for number, other in rest:
            scenes = {one.scene, other.scene} - {None}
            farthest = NEAR_KM if None in (one.scene, other.scene) else SAME_SCENE_KM
            near = may_be_one_place(one.located, other.located, farthest)
            if len(scenes) < 2 and near:
                groups.join([first, number])


def _join_late_copies(told: Sequence[Told], groups: Groups) -> None:
    """Join an event that only its publications date to the same one of a day before.

    A copy printed a day later, without a word of the day, has the scene and a figure
    of the first report.
    """
    dated: defaultdict[_Dated, dict[int, set[Hashable]]] = defaultdict(dict)
    for number, item in enumerate(told):
        if item.is_sharp and item.scene is not None:
            root = groups.find(number)
            key = (item.kind, item.place, item.scene, item.first)
            dated[key].setdefault(root, set()).add(item.figure)
    firm = {
        groups.find(n) for n, t in enumerate(told) if t.is_sharp and t.is_dated_in_words
    }
    for (kind, place, scene, day), here in dated.items():
        for root, figures in here.items():
            if root in firm or day is None:
                continue
            before = dated.get((kind, place, scene, day - DAY), {})
            same = [other for other, known in before.items() if figures & known]
            if len(same) == 1:
                groups.join([same[0], root])
