"""Named places that change hands: "captured Merova", "Tark fell to the rebels"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sayso.model import Bound, ClaimUnit, PlaceKind, Quantity, Span, Toponym
from sayso.reading.events.event import (
    BE,
    BETWEEN_AUXILIARY,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    STOPS,
    Event,
    governed,
    walk_back,
)
from sayso.reading.events.frames import VERBAL, Role
from sayso.reading.events.line import Candidate, Item, ItemKind
from sayso.reading.events.match import Match
from sayso.vocabulary.languages.en.inflection import Form

KIND_WORDS = frozenset(
    """town towns city cities village villages settlement settlements hamlet hamlets
    district districts capital strategic key border eastern western northern southern
    northeastern northwestern southeastern southwestern nearby neighbouring
    neighboring most much all nearly part parts west south east north centre
    center centres centers capitals downtown outskirts of both historic ancient entire
    whole city's frontline""".split()
)
"""Words that may stand between a verb and the place it took: "the key town of"."""
NAMING = frozenset("including include includes : among — – -".split())
NAMING_REACH = 14
LISTING = frozenset([",", "and", "as", "well"])
FALLING = frozenset({"to", "into", "back", "under"})
DIVISIONS = frozenset(
    """province region oblast district governorate county state territory countryside
    front sector direction""".split()
)
"""Nouns behind a name that make it more than a town."""
CLAIMING = frozenset("claim claims claimed claiming said says reported".split())
"""Verbs before "to" by which what follows is said to be done: "claims to hold"."""
LEADING = DETERMINERS | KIND_WORDS | {"of"}
APPOSED = 14
"""Items between commas behind a name, at most."""
LISTED = frozenset([",", "and"])
ALL_OF = frozenset(["both", "all", "each"])
LAST_NAMED = frozenset(["itself", "alone", "too"])


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
    if role is Role.STATE:
        is_of = event.frame.rest[-1:] == ("of",)
        return _run(items, event.end) if is_of else []
    if role is Role.ACT:
        after = event.end
        if after < len(items) and items[after].text == "of":
            return _run(items, after + 1)
        return _run(items, after) if event.frame.rest[-1:] == ("of",) else []
    if role in (Role.DOES, Role.LOSING) and not event.passive:
        if event.frame.form is Form.BASE and items[event.at - 1].text == "to":
            claimed = event.at > 1 and items[event.at - 2].text in CLAIMING
            return _run(items, event.end) if claimed else []
        return _run(items, event.end) or _behind_which(items, event)
    if role is Role.UNDERGOES or event.passive:
        if role is Role.UNDERGOES and event.frame.form is not Form.GERUND:
            follows = items[event.end].text if event.end < len(items) else ""
            ends = FALLING | PREPOSITIONS | STOPS | {"and"}
            if follows not in ends and follows.isalpha():
                return []
        return _subject_places(items, event, events)
    return []


def _run(items: Sequence[Item], start: int) -> list[int]:
    """Give the places of a list that begins at a position."""
    found: list[int] = []
    for at in range(start, len(items)):
        item = items[at]
        if item.kind is ItemKind.PLACE:
            if _is_owner(items, at) or _is_division(items, at):
                break
            found.append(at)
        elif (
            (found and item.text in LISTING)
            or (item.text == "and" and items[at - 1].text in KIND_WORDS)
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


def _is_division(items: Sequence[Item], at: int) -> bool:
    """True for the name in "Merova province"."""
    return at + 1 < len(items) and items[at + 1].text in DIVISIONS


def _behind_which(items: Sequence[Item], event: Event) -> list[int]:
    """Give the place of "Merova, held by the rebels": a participle behind its name."""
    if event.frame.form not in (Form.PARTICIPLE, Form.PAST) or event.at < 1:
        return []
    follows = items[event.end].text if event.end < len(items) else ""
    before, are_all = event.at - 1, items[event.at - 1].text in ALL_OF
    if are_all:
        before -= 1
    if before > 0 and items[before].text == ",":
        before -= 1
    if before < 0 or not (are_all or follows == "by"):
        return []
    return _list_before(items, before) if are_all else _run(items, before)[:1]


def _list_before(items: Sequence[Item], at: int) -> list[int]:
    """Give the places of the list that ends at a position."""
    found = []
    while at >= 0 and (items[at].kind is ItemKind.PLACE or items[at].text in LISTED):
        if items[at].kind is ItemKind.PLACE:
            found.append(at)
        at -= 1
    return found


def _subject_places(
    items: Sequence[Item], event: Event, events: Sequence[Event]
) -> list[int]:
    """Give the places before a verb that no preposition governs, the nearest list.

    Between them and the verb stand auxiliaries, what is put between commas
    ("Merova, the last town of the region, was taken") and where they lie.
    """
    starts = frozenset(e.at for e in events if e.frame.role in VERBAL)
    reach = set(walk_back(items, event, starts))
    at = _before_auxiliaries(items, event.at - 1)
    found: list[int] = []
    is_apposed = False
    while at >= 0 and (is_apposed or at in reach):
        item = items[at]
        if item.kind is ItemKind.PLACE:
            before = items[at - 1].text if at else ""
            if before == "of" and not (at > 1 and items[at - 2].text in KIND_WORDS):
                break
            if before == "of" or not governed(items, at):
                if not _is_owner(items, at) and not _is_division(items, at):
                    found.append(at)
            elif not found:
                at = _before_phrase(items, at)
                continue
        elif item.text == "," and not found:
            comma = _opening_comma(items, at)
            if comma is None:
                break
            if comma == at - 2 and items[at - 1].kind is ItemKind.PLACE:
                return [at - 1]  # "the last village, Merova, was taken"
            named = _list_before(items, at - 1)
            if named and items[min(named) - 1].text == ",":
                return named
            at, is_apposed = comma, True
        elif item.text not in LISTING and not (found and item.text in LEADING):
            break
        at -= 1
    return found


def _before_auxiliaries(items: Sequence[Item], at: int) -> int:
    """Give the position before the auxiliaries and adverbs that end at one."""
    while at >= 0 and (
        items[at].text in BE | HAVE | BETWEEN_AUXILIARY | LAST_NAMED
        or items[at].text.endswith("ly")
        or items[at].text == "never"
    ):
        at -= 1
    return at


def _before_phrase(items: Sequence[Item], at: int) -> int:
    """Give the position before the prepositional phrase that ends at one."""
    while at >= 0 and items[at].text not in PREPOSITIONS:
        at -= 1
    return at - 1


def _opening_comma(items: Sequence[Item], at: int) -> int | None:
    """Give the comma that opens what a comma closes; no verb may stand between."""
    for here in range(at - 1, max(-1, at - APPOSED), -1):
        if items[here].text == "," and not _is_in_number(items, here):
            return here
        if items[here].text in BE | HAVE or items[here].text in (";", ":", "said"):
            return None
    return None


def _is_in_number(items: Sequence[Item], at: int) -> bool:
    """True for the comma of "1,000 km"."""
    return items[at - 1].text[-1:].isdigit() and items[at + 1].text[:1].isdigit()
