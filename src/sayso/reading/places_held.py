"""Named places that change hands: "captured Merova", "Tark fell to the rebels"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sayso.model import Bound, ClaimUnit, PlaceKind, Quantity, Span, Toponym
from sayso.reading.clause import Candidate, Item, ItemKind
from sayso.reading.events import DETERMINERS, STOPS, Event, governed, walk_back
from sayso.reading.frames import VERBAL, Role
from sayso.reading.matching import Match
from sayso.vocabulary.inflection import Form

KIND_WORDS = frozenset(
    """town towns city cities village villages settlement settlements hamlet hamlets
    district districts capital strategic key border eastern western northern southern
    northeastern northwestern southeastern southwestern nearby neighbouring
    neighboring most much all nearly part parts west south east north centre
    center downtown outskirts of both historic ancient entire whole city's
    frontline""".split()
)
"""Words that may stand between a verb and the place it took: "the key town of"."""
NAMING = frozenset("including include includes : among — – -".split())
NAMING_REACH = 14
LISTING = frozenset([",", "and", "as", "well"])
FALLING = frozenset({"to", "into", "back", "under"})
HOLDING_NEEDS = frozenset({"place.held"})


def match_places(
    items: Sequence[Item],
    events: Sequence[Event],
    toponyms: Sequence[Toponym],
    figures: Sequence[Match] = (),
) -> list[Match]:
    """Give the populated places of a line that an event says changed hands.

    Args:
        items: The sentence.
        events: Its events.
        toponyms: Its toponyms, in order.
        figures: Its matched figures: "12 villages, including Merova" names one too.
    """
    by_start = {t.span.start: t for t in toponyms}
    found: list[tuple[int, str, Event | None]] = []
    for event in events:
        if event.frame.measure.startswith("place."):
            places = _places_of(items, event, events)
            found += [(at, event.frame.measure, event) for at in places]
    for figure in figures:
        family, _, what = figure.measure.partition(".")
        if family in ("settlements", "territory"):
            places = _named_with(items, figure.at)
            found += [(at, f"place.{what}", figure.event) for at in places]
    matches: dict[int, Match] = {}
    for at, measure, cause in found:
        toponym = by_start.get(items[at].start)
        if at not in matches and toponym is not None and is_populated(toponym):
            matches[at] = Match(at, _figure(toponym), measure, cause, 2)
    return list(matches.values())


def _named_with(items: Sequence[Item], at: int) -> list[int]:
    """Give the places that a count of places names: "22 villages and the town of X"."""
    for here in range(at + 1, min(at + NAMING_REACH, len(items))):
        word = items[here].text
        if word in NAMING or (here == at + 1 and word in LISTING):
            places = _run(items, here + 1)
            if places:
                return places
        elif word in STOPS and word not in (":", "—", "–", "-"):
            break
    return []


def is_populated(toponym: Toponym) -> bool:
    """True for settlements and for names that no gazetteer knows."""
    return toponym.place is None or toponym.place.kind is PlaceKind.SETTLEMENT


def _figure(toponym: Toponym) -> Candidate:
    one = Decimal(1)
    span: Span = toponym.span
    quantity = Quantity(span, span, one, one, Bound.EXACT, str(ClaimUnit.COUNT))
    return Candidate(quantity, ("place",), None, ())


def _places_of(
    items: Sequence[Item], event: Event, events: Sequence[Event]
) -> list[int]:
    """Give the positions of places in the slot of an event."""
    role = event.frame.role
    if role is Role.ACT:
        after = event.end
        if after < len(items) and items[after].text == "of":
            return _run(items, after + 1)
        return _run(items, after) if event.frame.rest[-1:] == ("of",) else []
    if role in (Role.DOES, Role.LOSING) and not event.passive:
        if event.frame.form is Form.BASE and items[event.at - 1].text == "to":
            return []
        return _run(items, event.end)
    if role is Role.UNDERGOES or event.passive:
        if role is Role.UNDERGOES and event.frame.form is not Form.GERUND:
            follows = items[event.end].text if event.end < len(items) else ""
            if follows not in FALLING and follows.isalpha():
                return []
        return _subject_places(items, event, events)
    return []


def _run(items: Sequence[Item], start: int) -> list[int]:
    """Give the places of a list that begins at a position."""
    found: list[int] = []
    for at in range(start, len(items)):
        item = items[at]
        if item.kind is ItemKind.PLACE:
            if _is_owner(items, at):
                break
            found.append(at)
        elif (
            (found and item.text in LISTING)
            or item.text in DETERMINERS
            or item.text in KIND_WORDS
        ):
            continue
        else:
            break
    return found


def _is_owner(items: Sequence[Item], at: int) -> bool:
    """True for the name in "Merova's mayor"."""
    return at + 1 < len(items) and items[at + 1].text in ("'", "’", "'s", "’s")


def _subject_places(
    items: Sequence[Item], event: Event, events: Sequence[Event]
) -> list[int]:
    """Give the places before a verb that no preposition governs, the nearest list."""
    starts = frozenset(e.at for e in events if e.frame.role in VERBAL)
    found: list[int] = []
    for at in walk_back(items, event, starts):
        item = items[at]
        if item.kind is ItemKind.PLACE:
            before = items[at - 1].text if at else ""
            if before == "of":
                is_free = at > 1 and items[at - 2].text in KIND_WORDS
            else:
                is_free = not governed(items, at)
            if is_free and not _is_owner(items, at):
                found.append(at)
        elif found and item.text not in LISTING:
            break
    return found
