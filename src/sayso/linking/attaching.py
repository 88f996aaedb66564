"""Accounts that name no single place and day, put to the one event that fits best.

A toll of several days, a figure without a place, a copy that says less: each is set
beside the few events of its place and days, or of its own document. Where two fit
alike it is put to none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from sayso.linking.events import Event, best_event, events_of_days
from sayso.linking.groups import Groups
from sayso.linking.origins import Origin
from sayso.linking.told import LONGEST, Happening, Told

_Where = tuple[Happening, str, str | None]


def attach_wide(told: Sequence[Told], groups: Groups) -> None:
    """Put tolls and figures of a few days to events of their place, or together."""
    events = _events_by_place(told, groups)
    left: list[int] = []
    for number, item in enumerate(told):
        if item.is_sharp or item.place is None or item.last is None:
            continue
        if item.is_long:
            left.append(number)
            continue
        fits = events_of_days(item, events.get((item.kind, item.place, item.thing), []))
        best = best_event(item, fits)
        if best is None:
            left.append(number)
        else:
            groups.join([best.number, number])
            best.add(item)
    _gather_wide(left, told, groups)


def _events_by_place(told: Sequence[Told], groups: Groups) -> dict[_Where, list[Event]]:
    """Give the events of each kind and place, by day."""
    by_root: dict[int, Event] = {}
    found: defaultdict[_Where, dict[int, Event]] = defaultdict(dict)
    for number, item in enumerate(told):
        if not item.is_sharp or item.first is None or item.place is None:
            continue
        root = groups.find(number)
        event = by_root.setdefault(root, Event(root, item.first))
        event.add(item)
        found[item.kind, item.place, item.thing][root] = event
    return {
        key: sorted(events.values(), key=lambda e: (e.day, e.number))
        for key, events in found.items()
    }


def _gather_wide(left: list[int], told: Sequence[Told], groups: Groups) -> None:
    """Join what no event was found for: the same period, or days that overlap."""
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in left:
        item = told[number]
        if item.first is None:
            continue  # an open total goes with its own utterance only
        if item.is_long:
            days = (item.first, item.last)
            buckets[item.kind, item.place, item.thing, days].append(number)
        else:
            buckets[item.kind, item.place, item.thing].append(number)
    for numbers in buckets.values():
        is_period = told[numbers[0]].is_long
        for run in [numbers] if is_period else _overlapping(numbers, told):
            groups.join(run)


def _overlapping(numbers: list[int], told: Sequence[Told]) -> Iterator[list[int]]:
    """Give accounts in runs whose days overlap; a run is no longer than an event."""
    days = {n: (told[n].first or date.min, told[n].last or date.max) for n in numbers}
    run: list[int] = []
    for number in sorted(numbers, key=lambda n: days[n]):
        first, last = days[number]
        if run:
            begun, ended = days[run[0]][0], max(days[n][1] for n in run)
            longest = LONGEST[told[number].kind]
            if first > ended or max(last, ended) - begun >= longest:
                yield run
                run = []
        run.append(number)
    if run:
        yield run


def join_alike(told: Sequence[Told], groups: Groups) -> None:
    """Join accounts without a place that agree in day, scene and figure."""
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, item in enumerate(told):
        is_open = not groups.is_placed(number) and item.place is None
        one_day = item.first is not None and item.first == item.last
        if is_open and one_day and item.scene is not None and not item.is_toll:
            buckets[item.kind, item.first, item.scene, item.figure].append(number)
    for numbers in buckets.values():
        if len(numbers) > 1:
            groups.join(numbers)


def attach_by_document(told: Sequence[Told], groups: Groups) -> None:
    """Put accounts without a place or day to the event told beside them.

    One that says its days goes to the one event of these days that its document
    tells of; one that does not, to that of its own sentence. Running totals without
    a place are of a whole war more often than of the event beside them.
    """
    beside: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, item in enumerate(told):
        if groups.is_placed(number) and not item.is_long:
            beside[item.claim.document, item.kind].append(number)
    for number, item in enumerate(told):
        if groups.is_placed(number) or item.is_toll or item.is_long:
            continue
        near = [
            n
            for n in beside.get((item.claim.document, item.kind), ())
            if _fits(item, told[n])
        ]
        if item.last is None:
            near = [n for n in near if told[n].claim.sentence == item.claim.sentence]
        if len({groups.find(n) for n in near}) == 1:
            groups.join([near[0], number])


def _fits(item: Told, other: Told) -> bool:
    """True when an account may be of the same place and days as another."""
    if item.place is not None and other.place not in (None, item.place):
        return False
    if item.last is None or other.first is None or other.last is None:
        return True
    return (item.first or date.min) <= other.last and other.first <= item.last


def attach_by_origin(
    told: Sequence[Told], groups: Groups, origins: Sequence[Origin]
) -> None:
    """Put accounts to the event of the same figure of the same utterance.

    What is left of one utterance with one figure is an event by itself.
    """
    numbers = {item.claim.id: number for number, item in enumerate(told)}
    for origin in origins:
        by_figure: defaultdict[Hashable, list[int]] = defaultdict(list)
        for claim in origin.claims:
            number = numbers.get(claim.id)
            if number is not None:
                by_figure[told[number].kind, told[number].figure].append(number)
        for same in by_figure.values():
            _attach_same(same, told, groups)


def _attach_same(same: list[int], told: Sequence[Told], groups: Groups) -> None:
    placed = [n for n in same if groups.is_placed(n)]
    left = [n for n in same if not groups.is_placed(n)]
    roots = {groups.find(n) for n in placed}
    for number in left:
        if len(roots) == 1 and any(_fits(told[number], told[n]) for n in placed):
            groups.join([placed[0], number])
    rest = [n for n in left if not groups.is_placed(n)]
    if rest and not placed and (len(rest) > 1):
        groups.join(rest)
