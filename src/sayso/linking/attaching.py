"""Accounts that name no single place and day, put to the one event that fits best.

A toll of several days, a figure without a place, a copy that says less: each is set
beside the few events of its place and days, or of its own document. Where two fit
alike it is put to none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sayso.linking.groups import Groups
from sayso.linking.origins import Origin
from sayso.linking.told import LONGEST, Happening, Told
from sayso.model import DAY, Claim

AFTERMATH = 10 * DAY
"""Days after an event in which its toll is still told as a running one."""
MOST_EVENTS = 40
"""Events of one place that are looked at for one account: the latest ones."""

MOST_TIMES = 4
"""Times by which an open total may exceed an event's figures and still be its toll."""
_Where = tuple[Happening, str, str | None]


@dataclass
class _Event:
    """What an account is compared with."""

    number: int
    day: date
    scenes: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    figures: set[Hashable] = field(default_factory=set)
    highest: dict[str, Decimal] = field(default_factory=dict)
    """By measure."""
    voices: set[Hashable] = field(default_factory=set)

    def add(self, item: Told) -> None:
        """Take in one account of it."""
        if item.scene is not None:
            self.scenes.add(item.scene)
        self.documents.add(item.claim.document)
        self.figures.add(item.figure)
        measure, value = item.figure
        if value is not None:
            self.highest[measure] = max(value, self.highest.get(measure, value))
        self.voices.add((_voice(item.claim), item.claim.measure))


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
        fits = _candidates(item, events.get((item.kind, item.place, item.thing), []))
        best = _best(item, fits)
        if best is None:
            left.append(number)
        else:
            groups.join([best.number, number])
            best.add(item)
    _gather_wide(left, told, groups)


def _events_by_place(
    told: Sequence[Told], groups: Groups
) -> dict[_Where, list[_Event]]:
    """Give the events of each kind and place, by day."""
    by_root: dict[int, _Event] = {}
    found: defaultdict[_Where, dict[int, _Event]] = defaultdict(dict)
    for number, item in enumerate(told):
        if not item.is_sharp or item.first is None or item.place is None:
            continue
        root = groups.find(number)
        event = by_root.setdefault(root, _Event(root, item.first))
        event.add(item)
        found[item.kind, item.place, item.thing][root] = event
    return {
        key: sorted(events.values(), key=lambda e: (e.day, e.number))
        for key, events in found.items()
    }


def _candidates(item: Told, events: list[_Event]) -> list[_Event]:
    """Give the events of the account's days; a toll's lie in the days before."""
    if item.last is None:
        return []
    earliest = item.first
    if earliest is None or item.is_toll:
        earliest = max(item.last - AFTERMATH, item.first or date.min)
    low = bisect_left(events, earliest, key=lambda e: e.day)
    high = bisect_left(events, item.last + DAY, key=lambda e: e.day)
    return events[max(low, high - MOST_EVENTS) : high]


def _best(item: Told, events: list[_Event]) -> _Event | None:
    """Give the event with most in common, None where none or two fit alike."""
    fits = [
        event
        for event in events
        if (item.scene is None or not event.scenes or item.scene in event.scenes)
        and (item.first is not None or _may_be_toll(item, event))
    ]
    if not fits:
        return None
    scored = sorted(
        ((_score(item, event), event.day, event) for event in fits),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return None
    return scored[0][2]


def _may_be_toll(item: Told, event: _Event) -> bool:
    """True when an open total is of the size of the event's own figures."""
    measure, value = item.figure
    known = event.highest.get(measure)
    return value is not None and known is not None and value <= MOST_TIMES * known


def _score(item: Told, event: _Event) -> int:
    """Give how much an account has in common with an event."""
    voice = (_voice(item.claim), item.claim.measure)
    return (
        4 * (item.scene is not None and item.scene in event.scenes)
        + 3 * (item.first == event.day)
        + 2 * (item.figure in event.figures)
        + 2 * (item.claim.document in event.documents)
        + (voice[0] is not None and voice in event.voices)
    )


def _voice(claim: Claim) -> str | None:
    return claim.speaker.name if claim.speaker is not None else claim.claimant


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
    numbers = {id(item.claim): number for number, item in enumerate(told)}
    for origin in origins:
        by_figure: defaultdict[Hashable, list[int]] = defaultdict(list)
        for claim in origin.claims:
            number = numbers.get(id(claim))
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
