"""Events as they stand while accounts are put to them, and which one fits best."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sayso.linking.told import Told
from sayso.model import DAY, Claim
from sayso.model.withheld import voice_apart

AFTERMATH = 10 * DAY
"""Days after an event in which its toll is still told as a running one."""
MOST_EVENTS = 40
"""Events of one place that are looked at for one account: the latest ones."""
MOST_TIMES = 4
"""Times by which an open total may exceed an event's figures and still be its toll."""


@dataclass
class Event:
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
        self.voices.add((voice_of(item.claim), item.claim.measure))

    def is_of_scene(self, item: Told) -> bool:
        """True when an account may be of the same scene."""
        return item.scene is None or not self.scenes or item.scene in self.scenes


def events_of_days(item: Told, events: list[Event]) -> list[Event]:
    """Give the events of the account's days; a toll's lie in the days before.

    Args:
        item: The account.
        events: Of one place and kind, by day.
    """
    if item.last is None:
        return []
    earliest = item.first
    if earliest is None or item.is_toll:
        earliest = max(item.last - AFTERMATH, _begin(item))
    low = bisect_left(events, earliest, key=lambda e: e.day)
    high = bisect_left(events, item.last + DAY, key=lambda e: e.day)
    return events[max(low, high - MOST_EVENTS) : high]


def _begin(item: Told) -> date:
    """Give the first day that a toll names; one of a single day is of its count."""
    return date.min if item.first in (None, item.last) else item.first or date.min


def best_event(item: Told, events: Iterable[Event]) -> Event | None:
    """Give the event with most in common, None where none or two fit alike."""
    fits = [
        event
        for event in events
        if event.is_of_scene(item) and (not item.is_toll or _may_be_toll(item, event))
    ]
    scored = sorted(
        ((score(item, event), event.day, event.number, event) for event in fits),
        key=lambda entry: entry[:3],
        reverse=True,
    )
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][3]


def _may_be_toll(item: Told, event: Event) -> bool:
    """True when a total is of the size of the event's own figures."""
    measure, value = item.figure
    known = event.highest.get(measure)
    if item.first not in (None, item.last):
        return True
    if known is None and value is not None:
        # of a measure that the event has not: its own document's, or its scene's
        same = item.claim.document in event.documents or item.scene in event.scenes
        return same and value <= MOST_TIMES * max(event.highest.values(), default=value)
    return value is not None and known is not None and value <= MOST_TIMES * known


def score(item: Told, event: Event) -> int:
    """Give how much an account has in common with an event.

    What was hit tells most, then the day, unless it is that of a running count; a
    shared figure, document or speaker tells less.
    """
    voice = (voice_of(item.claim), item.claim.measure)
    return (
        4 * (item.scene is not None and item.scene in event.scenes)
        + 3 * (item.first == event.day and not item.is_toll)
        + 2 * (item.figure in event.figures)
        + 2 * (item.claim.document in event.documents)
        + (voice[0] is not None and voice in event.voices)
    )


def voice_of(claim: Claim) -> str | None:
    """Give who says it, None in the narrator's voice."""
    return voice_apart(claim.speaker) if claim.speaker is not None else claim.claimant
