"""Figures without an event of their own: in a list, a split or a share of another.

"196 tanks, 12 aircraft", "14 people, including three children", "28 of 31 drones".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.clause import Candidate, Item, ItemKind
from sayso.reading.events import BE, DETERMINERS, LIST_WORDS, PARTS, PREPOSITIONS
from sayso.reading.frames import things_by_measure, whole_by_measure
from sayso.reading.match import Match, fits
from sayso.reading.relations import find_state

PEOPLE = frozenset({"person", "fighter", "casualty"})
SPLIT_WORDS = frozenset(["including", "include", "includes", "included", "among"])
CIVIL = frozenset("""civilians children women men minors soldiers officers""".split())
RESTATED = 8
"""Items between an area and the share of the whole that it is said to be."""


def with_inherited_class(
    items: Sequence[Item], at: int, before: Sequence[Match]
) -> Candidate:
    """Give the figure at a position, a bare number with the class of its neighbour.

    The neighbour is B in "28 of 31 drones", else the figure before.
    """
    figure = items[at].figure
    if figure is None:
        raise LookupError(f"item {at} is no figure")
    if figure.classes or figure.group:
        return figure
    whole = _whole(items, at)
    host = whole or (before[-1].figure if before else _thing_before(items, at))
    if host is None or host.quantity.unit != figure.quantity.unit:
        return figure
    group = host.group if whole or set(host.classes) & PEOPLE else None
    return replace(figure, classes=host.classes, group=group)


def _thing_before(items: Sequence[Item], at: int) -> Candidate | None:
    """Give the thing counted last before a bare number: "of 90 drones 47 fell"."""
    for here in range(at - 1, -1, -1):
        figure = items[here].figure
        if figure is not None:
            return None if PEOPLE.intersection(figure.classes) else figure
    return None


def _whole(items: Sequence[Item], at: int) -> Candidate | None:
    """Give B of "A of B" for the figure A at a position."""
    following = items[at + 1 : at + 4]
    texts = [item.text for item in following if item.text not in DETERMINERS]
    if len(texts) < 2 or texts[0] != "of":
        return None
    second = [item for item in following if item.text not in DETERMINERS][1]
    return second.figure


def match_whole(
    items: Sequence[Item], at: int, matches: Sequence[Match]
) -> Match | None:
    """Give the match of B in "A of B" when A's measure names one for it."""
    if not matches:
        return None
    part = matches[-1]
    measure = whole_by_measure().get(part.measure)
    figure = items[at].figure
    if measure is None or figure is None or _whole(items, part.at) is not figure:
        return None
    return Match(at, figure, measure, part.event, 2, part.at)


def match_split(
    items: Sequence[Item], at: int, figure: Candidate, matches: Sequence[Match]
) -> Match | None:
    """Give the match of a figure that is said to be part of an earlier one.

    "including three children", "138 of them", "three women among them".
    """
    if not matches or (figure.singular and items[at - 1].text not in SPLIT_WORDS):
        return None
    host = matches[-1]
    following = [item.text for item in items[at + 1 : at + 3]]
    partitive = following[:1] == ["of"] and following[1:] and following[1] in PARTS
    after = find_state(items, at)
    if partitive and after is not None and items[after].text.isalpha():
        partitive = items[after].text in PREPOSITIONS or items[after].text in CIVIL
    led = (
        items[at - 1].text in SPLIT_WORDS
        or (at > 1 and items[at - 2].text == "among" and items[at - 1].text in PARTS)
        or (at > 1 and items[at - 2].text in SPLIT_WORDS and items[at - 1].text in BE)
    )
    if not (partitive or led or _among_them(items, at)) or not fits(
        figure, host.measure
    ):
        return None
    return Match(at, figure, host.measure, host.event, 3, host.at)


def _among_them(items: Sequence[Item], at: int) -> bool:
    """True when a list that the figure begins or stands in ends in "among them"."""
    if not at or items[at - 1].text not in LIST_WORDS:
        return False
    for here in range(at + 1, min(at + 8, len(items) - 1)):
        if items[here].text == "among" and items[here + 1].text in PARTS:
            following = items[here + 2] if here + 2 < len(items) else None
            return following is None or following.figure is None
        if items[here].kind is ItemKind.WORD and items[here].text not in LIST_WORDS:
            return False
    return False


def match_listed(
    items: Sequence[Item], at: int, figure: Candidate, matches: Sequence[Match]
) -> Match | None:
    """Give the match of a figure that stands in a list with an earlier one."""
    if not matches:
        return None
    host = matches[-1]
    between = [item.text for item in items[host.at + 1 : at]]
    if _is_next_part(items, at, figure, host):
        return Match(at, figure, host.measure, host.event, 3, host.host)
    is_restated = _restates(figure, host.figure) and len(between) <= RESTATED
    is_listed = len(between) <= 2 and all(word in LIST_WORDS for word in between)
    if not is_listed and not is_restated:
        return None
    measure = _sibling(figure, host.measure)
    return Match(at, figure, measure, host.event, 3, host.at) if measure else None


def _is_next_part(
    items: Sequence[Item], at: int, figure: Candidate, host: Match
) -> bool:
    """True for the second part of "eight of them in a ravine and five on a road"."""
    is_bare = (
        len(figure.words) == 1 and figure.quantity.unit == host.figure.quantity.unit
    )
    is_led = items[at - 1].text == "and" and at + 1 < len(items)
    return (
        host.host is not None
        and is_bare
        and is_led
        and items[at + 1].text in PREPOSITIONS
    )


def ends_list(items: Sequence[Item], at: int, figure: Candidate) -> bool:
    """True for the last thing of "12 tanks, 3 guns, a truck"; a person may speak."""
    is_thing = not PEOPLE.intersection(figure.classes)
    return bool(at) and is_thing and items[at - 1].text in (",", "and")


def _restates(figure: Candidate, other: Candidate) -> bool:
    """True for an area and a share: "1,100 km2, which he put at 86% of the land"."""
    both_areas = "area" in figure.classes and "area" in other.classes
    return both_areas and figure.quantity.unit != other.quantity.unit


def _sibling(figure: Candidate, measure: str) -> str | None:
    """Give the measure of the same event that counts this figure's thing.

    "24 settlements and 259 sq km liberated": settlements.gained beside
    territory.gained.
    """
    if fits(figure, measure):
        return measure
    event = measure.partition(".")[2]
    same = (m for m in things_by_measure() if m.partition(".")[2] == event)
    return next((m for m in same if fits(figure, m) and figure.classes), None)


def share_backward(items: Sequence[Item], matches: list[Match]) -> list[Match]:
    """Give the matches with list members before a matched figure added."""
    done = {match.at for match in matches}
    found = list(matches)
    for match in matches:
        at, host = match.at - 1, match
        while at >= 0 and match.rank <= 2:
            figure = items[at].figure
            if figure is not None and at not in done and not figure.singular:
                measure = _sibling(figure, match.measure) if figure.classes else None
                if measure is None:
                    break
                found.append(Match(at, figure, measure, match.event, 3, host.at))
                done.add(at)
            elif items[at].text not in LIST_WORDS or at in done:
                break
            at -= 1
    return sorted(found, key=lambda match: match.at)
