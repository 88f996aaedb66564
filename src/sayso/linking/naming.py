"""Accounts without a place, put to the event whose place their document names.

A report names its town once and then tells on; a copy names only the country. Such an
account goes to an event of its kind and day whose place stands in its own text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from sayso.linking.events import Event, best_event
from sayso.linking.gist import Gist
from sayso.linking.groups import Groups
from sayso.linking.series import Documents
from sayso.linking.sounds import sound_of
from sayso.linking.told import Happening, Told, written_sound
from sayso.model import DAY, Document, DocumentId

MOST_DAYS = 4
"""Days of an account that are looked at."""
MOST_TEXT = 20_000
"""Characters of a text whose names are looked at: a long article."""
_NAME = re.compile(r"\b[A-ZА-ЯЁІЇЄҐ][\w’'-]{2,30}")

_Found = Mapping[tuple[Happening, date], Mapping[str, Mapping[int, Event]]]


def attach_by_name(told: Sequence[Told], groups: Groups, documents: Documents) -> None:
    """Put accounts to the one event of their day whose place their text names.

    One that names only a country or region must share a figure or the scene besides.
    """
    events = _events_by_day(told, groups)
    sounds: dict[DocumentId, frozenset[str]] = {}
    for number, item in enumerate(told):
        is_open = not groups.is_placed(number) and not item.is_long
        is_coarse = item.is_coarse and item.kind is not Happening.LAUNCH
        if item.last is None or not (is_coarse or (is_open and item.place is None)):
            continue
        key = item.claim.document
        if key not in sounds:
            sounds[key] = _names(documents.get(key))
        own = groups.find(number)
        near = _named_events(item, events, sounds[key])
        fits = (e for e in near if groups.find(e.number) != own)
        if is_coarse:
            fits = (e for e in fits if _agrees(item, e))
        best = best_event(item, fits)
        if best is not None:
            groups.join([best.number, number])
            best.add(item)


def _agrees(item: Told, event: Event) -> bool:
    """True when an account shares the scene or a figure with an event."""
    return item.scene in event.scenes or item.figure in event.figures


def _events_by_day(told: Sequence[Told], groups: Groups) -> _Found:
    """Give the events of settlements by kind and day, then by place."""
    found: defaultdict[tuple[Happening, date], defaultdict[str, dict[int, Event]]] = (
        defaultdict(lambda: defaultdict(dict))
    )
    for number, item in enumerate(told):
        if not groups.is_placed(number) or item.place is None or item.is_long:
            continue
        if item.is_coarse and item.kind is not Happening.LAUNCH:
            continue
        root = groups.find(number)
        for place in {item.place, written_sound(item.claim) or item.place}:
            for day in _days(item):
                here = found[item.kind, day][place]
                here.setdefault(root, Event(root, day)).add(item)
    return found


def _days(item: Told) -> Iterator[date]:
    if item.last is None:
        return
    day = max(item.first or item.last, item.last - MOST_DAYS * DAY)
    while day <= item.last:
        yield day
        day += DAY


def _named_events(item: Told, events: _Found, names: frozenset[str]) -> Iterator[Event]:
    """Give the events of an account's days whose place its text names, each once."""
    seen: set[int] = set()
    for day in _days(item):
        here = events.get((item.kind, day), {})
        known = here.keys() if len(here) < len(names) else names
        for place in sorted(known):
            if place in names:
                for root, event in here.get(place, {}).items():
                    if root not in seen:
                        seen.add(root)
                        yield event


def _names(document: Document | None) -> frozenset[str]:
    if isinstance(document, Gist):
        return document.names
    return sounds_of_names("" if document is None else document.text)


def sounds_of_names(text: str) -> frozenset[str]:
    """Give the sounds of a text's names of one and of two words."""
    words = [(m.start(), m.end(), m.group()) for m in _NAME.finditer(text[:MOST_TEXT])]
    found = {sound_of(_plain(word)) for _, _, word in words}
    found |= {
        sound_of(f"{one} {_plain(other)}")
        for (_, end, one), (start, _, other) in pairwise(words)
        if start == end + 1
    }
    return frozenset(found)


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")
