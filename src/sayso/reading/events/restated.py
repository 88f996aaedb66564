"""Figures that only restate: "in March he had spoken of over 1,100 km2, or 86%".

A sentence without an event may say a figure of something told before. Where its words
say no more than that somebody gave a figure, it counts what the nearest figure before
it counts that can be the same: an area or a share what any earlier area does, a number
of things what the last sentence's number of such things does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.reading.events.event import BE, DETERMINERS, LIST_WORDS, QUOTES
from sayso.reading.events.line import Candidate, Item, ItemKind
from sayso.reading.events.match import Match, fits

GIVING = (
    *((verb, "of") for verb in "speak speaks spoke spoken speaking".split()),
    *((verb, "of") for verb in "write writes wrote written writing talked".split()),
    *((verb, "it") for verb in "made makes".split()),
    *((verb, "it", "at") for verb in "put puts".split()),
    *((verb,) for verb in "gave gives counted counts mentioned mentions".split()),
)
"""What stands before a figure that somebody only gives."""
FIGURE_NOUNS = frozenset("figure number total count sum share".split())
"""Words for a figure, as in "the figure for the past five days was 259"."""
OF_THEM = (["them"], ["these"], ["those"])
FARTHEST = 300
"""Characters from a number of things back to the one it restates: two sentences."""
MOST_BETWEEN = 8
"""Items between such a word and its verb."""
RANK = 4
"""The relation is looser than any in one sentence but a word of the figure's own."""

Voiced = Callable[[Candidate], bool]


@dataclass(slots=True)
class Told:
    """What the document has counted so far."""

    areas: dict[bool, Match] = field(default_factory=dict)
    """The last area or share of one: True -> that a speaker told, False -> any."""
    last: list[Match] = field(default_factory=list)
    """What the last sentence with figures counted."""

    def remember(
        self, items: Sequence[Item], matches: Iterable[Match], *, said: Voiced
    ) -> None:
        """Keep the matches of a sentence; one with other figures forgets the last."""
        counted = [m for m in matches if not m.measure.startswith("place.")]
        if any(item.figure is not None for item in items):
            self.last = counted
        for match in counted:
            if match.measure.startswith("territory."):
                self.areas[False] = match
                if said(match.figure):
                    self.areas[True] = match

    def like(self, figure: Candidate, *, said: Voiced) -> Match | None:
        """Give the nearest match whose thing a figure can be, None for none.

        A speaker restates what a speaker told rather than the narrator.
        """
        area = self.areas.get(said(figure)) or self.areas.get(False)
        if area is not None and fits(figure, area.measure):
            return area
        near = (m for m in reversed(self.last) if _is_near(figure, m))
        return next((m for m in near if _is_like(figure, m)), None)


def take_up(items: Sequence[Item], told: Told) -> list[Item]:
    """Give a line whose "385 of them" counts what the sentence before counted.

    The first figure there that is no smaller and counts a thing gives it.
    """
    return [
        replace(item, figure=_taken_up(item.figure, told))
        if item.figure is not None and _is_of_them(items, at)
        else item
        for at, item in enumerate(items)
    ]


def _is_of_them(items: Sequence[Item], at: int) -> bool:
    behind = [item.text for item in items[at + 1 : at + 3]]
    is_first = all(item.figure is None for item in items[:at])
    return is_first and behind[:1] == ["of"] and behind[1:] in OF_THEM


def _taken_up(figure: Candidate, told: Told) -> Candidate:
    least = figure.quantity.low
    for host in told.last:
        most = host.figure.quantity.high or host.figure.quantity.low
        if least is None or most is None or least > most:
            continue
        if host.figure.classes and _is_near(figure, host) and _is_like(figure, host):
            return _of_host(figure, host)
    return figure


def match_restated(
    items: Sequence[Item], matches: Sequence[Match], told: Told, *, said: Voiced
) -> list[Match]:
    """Give the figures of a line that restate what was told before it, in order.

    Args:
        items: The line.
        matches: What its own events count; those figures are left alone.
        told: What was counted in the sentences before.
        said: Tells whether a figure is a speaker's.
    """
    done = {match.at for match in matches}
    found: list[Match] = []
    for at, item in enumerate(items):
        figure = item.figure
        if figure is None or at in done or figure.singular:
            continue
        listed = found and _is_listed(items, found[-1].at, at)
        host = told.like(figure, said=said) if listed or _is_given(items, at) else None
        if host is not None:
            found.append(Match(at, _of_host(figure, host), host.measure, None, RANK))
    return found


def _is_near(figure: Candidate, match: Match) -> bool:
    gap = figure.quantity.span.start - match.figure.quantity.span.end
    return gap <= FARTHEST


def _is_like(figure: Candidate, match: Match) -> bool:
    """True for a bare number, or one of the same things, in the same unit."""
    other = match.figure
    if figure.quantity.unit != other.quantity.unit:
        return False
    bare = not figure.classes and figure.group is None
    return bare or (figure.classes, figure.group) == (other.classes, other.group)


def _of_host(figure: Candidate, host: Match) -> Candidate:
    """Give a bare number with what its host counts."""
    if figure.classes or figure.group is not None:
        return figure
    return replace(figure, classes=host.figure.classes, group=host.figure.group)


def _is_given(items: Sequence[Item], at: int) -> bool:
    """True when the words before a figure say that somebody gives it."""
    before = [i.text for i in items[max(0, at - MOST_BETWEEN) : at]]
    while before and (before[-1] in QUOTES or before[-1] in DETERMINERS):
        before.pop()
    if any(tuple(before[-len(words) :]) == words for words in GIVING):
        return True
    return bool(before) and before[-1] in BE and not FIGURE_NOUNS.isdisjoint(before)


def _is_listed(items: Sequence[Item], first: int, at: int) -> bool:
    """True when only words of a list stand between two figures."""
    between = items[first + 1 : at]
    return len(between) <= 2 and all(
        item.kind is ItemKind.WORD and item.text in LIST_WORDS for item in between
    )
