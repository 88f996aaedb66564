"""Figures without an event of their own: in a list, a split or a share of another.

"196 tanks, 12 aircraft", "14 people, including three children", "28 of 31 drones".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.reading.events.event import (
    BE,
    COUNT,
    COUNT_REACH,
    DETERMINERS,
    HAVE,
    LIST_WORDS,
    PARTS,
    PREPOSITIONS,
    QUOTES,
)
from sayso.reading.events.frames import Role, things_by_measure, whole_by_measure
from sayso.reading.events.line import Candidate, Item, ItemKind
from sayso.reading.events.match import Match, fits
from sayso.reading.events.relations import find_state
from sayso.reading.numbers.nouns import is_owner
from sayso.vocabulary.things import load_things

PEOPLE = frozenset({"person", "fighter", "casualty"})
SPLIT_WORDS = frozenset(["including", "include", "includes", "included", "among"])
CIVIL = frozenset("""civilians children women men minors soldiers officers""".split())
_WHOSE = 6
"""Items from "of" to the whole: "of", "the", "region", "'s"."""
EARLIER = frozenset(
    {
        ("up", "from"),
        ("down", "from"),
        ("compared", "with"),
        ("compared", "to"),
    }
)
"""Words before what a figure was earlier."""
STATES = frozenset("dead killed wounded injured missing displaced detained".split())
"""Words of things.toml that say what became of those counted, not who they are."""
RELATIVE = (["that"], ["which"], ["who"], ["whom"])
CLAUSE_MARKS = frozenset(",;:")
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


def with_counted_group(items: Sequence[Item], match: Match) -> Match:
    """Give the match of a bare number with whom its tally counts.

    "The number of guards killed rose to 64": guards.
    """
    event, own = match.event, items[match.at].figure
    if event is None or event.frame.role is not Role.TALLY or own is None or own.group:
        return match
    texts = [item.text for item in items[event.at : event.at + 2 + COUNT_REACH]]
    if tuple(texts[:2]) != COUNT:
        return match
    things = load_things()
    for text in texts[2:]:
        if text in BE or text in HAVE or text in PREPOSITIONS:
            break
        classes, group = things.get(text, ((), ""))
        if PEOPLE.intersection(classes) and text not in STATES:
            return replace(
                match, figure=replace(match.figure, classes=classes, group=group)
            )
    return match


def _thing_before(items: Sequence[Item], at: int) -> Candidate | None:
    """Give the thing counted last before a bare number: "of 90 drones 47 fell"."""
    for here in range(at - 1, -1, -1):
        figure = items[here].figure
        if figure is not None:
            return None if PEOPLE.intersection(figure.classes) else figure
    return None


def _whole(items: Sequence[Item], at: int) -> Candidate | None:
    """Give B of "A of B" for the figure A at a position.

    Between the two may stand whose they are: "14 of the region's 17 townships".
    """
    following = items[at + 1 : at + 2 + _WHOSE]
    if len(following) < 2 or following[0].text != "of":
        return None
    first = next((k for k, item in enumerate(following) if item.figure), None)
    if first is None:
        return None
    between = [w for w in (i.text for i in following[1:first]) if w not in DETERMINERS]
    is_whose = is_owner("".join(between))
    return following[first].figure if is_whose or not between else None


def is_uncounted_whole(
    items: Sequence[Item], at: int, match: Match | None, matches: Sequence[Match]
) -> bool:
    """True for B in "three of B died" and "half of B fled": B is not said to be so.

    Not so of what has words of its own ("half of the 300 men killed there", "of the 12
    who were taken"), nor of land, whose whole is the total that shares must fit.
    """
    figure = items[at].figure
    if (
        figure is None
        or figure.quantity.unit != "count"
        or _is_told_of(items, at, match)
    ):
        return False
    before = next((k for k in range(at - 1, -1, -1) if items[k].figure), None)
    share = items[before].figure if before is not None else None
    if before is not None and share is not None and share.quantity.unit == "percent":
        return _whole(items, before) is figure
    if not _is_behind_part(items, at, matches):
        return False
    event, part = match.event if match else None, matches[-1].event
    return event is None or (part is not None and event.at == part.at)


def _is_told_of(items: Sequence[Item], at: int, match: Match | None) -> bool:
    """True when words right behind a figure say what became of all of it."""
    behind = [item.text for item in items[at + 1 : at + 2]]
    event = match.event if match is not None else None
    is_state = event is not None and event.frame.role in (Role.DOES, Role.STATE)
    return behind in RELATIVE or (is_state and event is not None and event.at == at + 1)


def _is_behind_part(items: Sequence[Item], at: int, matches: Sequence[Match]) -> bool:
    return bool(matches) and _whole(items, matches[-1].at) is items[at].figure


def settle_wholes(items: Sequence[Item], matches: Sequence[Match]) -> list[Match]:
    """Give the matches with those of a whole named ahead put right or left out.

    "Of the 12 guards, three died" counts three; "of 90 drones, 47 fell" says that 90
    were sent when the measure names another for its whole.
    """
    found: list[Match] = []
    for match in matches:
        shared = (match.measure, match.event and match.event.at)
        is_shared = any(
            other.at > match.at
            and (other.measure, other.event and other.event.at) == shared
            for other in matches
        )
        is_count = match.figure.quantity.unit == "count"
        if not (is_shared and is_count and _is_ahead(items, match.at)):
            found.append(match)
            continue
        measure = whole_by_measure().get(match.measure)
        if measure is not None:
            found.append(replace(match, measure=measure, rank=2))
    found += _wholes_ahead(items, matches)
    return sorted(found, key=lambda match: match.at)


def _wholes_ahead(items: Sequence[Item], matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the 90 of "of the 90 drones sent there, 47 fell" that nothing counted."""
    if not matches:
        return
    part = min(matches, key=lambda match: match.at)
    measure = whole_by_measure().get(part.measure)
    at = next((k for k in range(part.at) if items[k].figure), None)
    figure = None if at is None else items[at].figure
    if measure is None or at is None or figure is None or not _is_ahead(items, at):
        return
    if figure.classes and fits(figure, measure):
        yield Match(at, figure, measure, part.event, 3, part.at)


def _is_ahead(items: Sequence[Item], at: int) -> bool:
    """True when "of" leads a figure at the beginning of a clause."""
    before = at - 1
    while before >= 0 and items[before].text in DETERMINERS:
        before -= 1
    if before < 0 or items[before].text != "of":
        return False
    return not before or items[before - 1].text in CLAUSE_MARKS


def match_whole(
    items: Sequence[Item], at: int, matches: Sequence[Match]
) -> Match | None:
    """Give the match of B in "A of B" when A's measure names one for it."""
    if not _is_behind_part(items, at, matches):
        return None
    part, figure = matches[-1], items[at].figure
    measure = whole_by_measure().get(part.measure)
    if measure is None or figure is None:
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


def is_earlier(items: Sequence[Item], at: int) -> bool:
    """True for what a figure is set against: the 190 of "204 died, up from 190"."""
    words = [item.text for item in items[max(0, at - 3) : at]]
    return not EARLIER.isdisjoint(pairwise(w for w in words if w not in QUOTES))


def match_earlier(
    items: Sequence[Item], at: int, figure: Candidate, matches: Sequence[Match]
) -> Match | None:
    """Give the match of what a figure before it is set against."""
    if not matches or not is_earlier(items, at):
        return None
    host = matches[-1]
    if not fits(figure, host.measure):
        return None
    return Match(at, figure, host.measure, host.event, 3, host.at)


def add_counted_among(items: Sequence[Item], matches: Sequence[Match]) -> list[Match]:
    """Give the matches with the 5 of "5 guards were among the 23 dead" added."""
    found = list(matches)
    done = {match.at for match in matches}
    for match in matches:
        before = [k for k in range(match.at) if items[k].figure]
        at = before[-1] if before else match.at
        figure = items[at].figure
        texts = [item.text for item in items[at + 1 : match.at]]
        texts = [t for t in texts if t not in BE and t not in DETERMINERS]
        if figure is None or at in done or texts != ["among"]:
            continue
        if fits(figure, match.measure):
            found.append(Match(at, figure, match.measure, match.event, 3, match.at))
    return sorted(found, key=lambda match: match.at)


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
