"""Whose loss and whose doing: the parties of a claim, from the sentence's structure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from sayso.model import Span
from sayso.reading.clause import Item, ItemKind
from sayso.reading.events import STOPS, Event
from sayso.reading.frames import Role, holder_by_measure
from sayso.reading.matching import Match
from sayso.reading.parties import PartyMention

SIDES = frozenset(
    """insurgent militant rebel terrorist extremist guerrilla guerilla jihadist jihadi
    separatist loyalist takfiri peshmerga contra invader occupier""".split()
)
"""Nouns for people that name a side by themselves: "several insurgents"."""
GOVERNING = frozenset(
    """in on at of from with against near for during to into over under between targeting""".split()
)
FROM = frozenset("""from of out fled fleeing flee left leaving leave among""".split())
CIVIL = frozenset(
    """civilian person people woman child man boy girl resident inhabitant villager
    journalist worker other patient passenger""".split()
)
ATTACKING = frozenset(
    """strike strikes airstrike airstrikes attack attacks shelling bombing bombings
    bombardment raid raids fire missile missiles drone drones artillery aviation
    offensive forces warplanes jets rockets assault assaults""".split()
)


class Parties:
    """The party mentions of a document, asked by place in the text.

    Attributes:
        mentions: All mentions, in order.
    """

    __slots__ = ("_first", "_opponents", "_starts", "mentions")

    def __init__(
        self, mentions: Sequence[PartyMention], opponents: Mapping[str, frozenset[str]]
    ) -> None:
        """Keep the mentions and, by party id, the ids it fights."""
        self.mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._opponents = opponents
        self._first: dict[str, PartyMention] = {}
        for mention in mentions:
            if mention.party is not None:
                self._first.setdefault(mention.party, mention)

    def within(self, start: int, end: int) -> list[PartyMention]:
        """Give the mentions that lie between two offsets, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self.mentions[first:last] if m.span.end <= end]

    def opponent(self, mention: PartyMention | None) -> PartyMention | None:
        """Give the first mention of a party that the mention's party fights.

        None when the document names none, or more than one of them.
        """
        if mention is None or mention.party is None:
            return None
        against = self._opponents.get(mention.party, frozenset())
        named = [self._first[party] for party in against if party in self._first]
        return named[0] if len(named) == 1 else None


def find_actor(
    items: Sequence[Item], match: Match, parties: Parties, sentence: Span
) -> PartyMention | None:
    """Give the party that did it or gained by it, None when the sentence names none."""
    event = match.event
    figure = match.figure.quantity.span
    if holder_by_measure()[match.measure] == "actor":
        own = parties.within(figure.start, figure.end)
        if own:
            return own[-1]
    if event is None or event.frame.role in (Role.NAME, Role.TALLY, Role.STATE):
        return _attacker(items, parties, sentence)
    if holder_by_measure()[match.measure] == "target":
        own = parties.within(figure.start, figure.end)
        if own:
            return own[0]
    if event.frame.role is Role.LOSING:
        return None
    if event.passive or event.frame.role in (Role.UNDERGOES, Role.ACT):
        agent = _agent(items, event, parties, sentence)
        if agent is not None:
            return agent
        if event.frame.role is not Role.ACT:
            return _attacker(items, parties, sentence)
    return subject_of(items, event, parties, sentence)


def _agent(
    items: Sequence[Item], event: Event, parties: Parties, sentence: Span
) -> PartyMention | None:
    """Give the party behind "by"."""
    for at in range(event.end, len(items)):
        if items[at].text == "by":
            start = items[at].end
            reach = items[min(at + 7, len(items) - 1)].end
            found = parties.within(start, min(reach, sentence.end))
            return found[0] if found else None
        if items[at].text in STOPS:
            return None
    return None


def _attacker(
    items: Sequence[Item], parties: Parties, sentence: Span
) -> PartyMention | None:
    """Give the party of "Russian strikes", "a Daesh car bomb", "clashes with X"."""
    for mention in parties.within(sentence.start, sentence.end):
        after = [item.text for item in items if item.start >= mention.span.end][:3]
        if after and (
            after[0] in ATTACKING or (len(after) > 1 and after[1] in ATTACKING)
        ):
            return mention
    return None


def subject_of(
    items: Sequence[Item], event: Event, parties: Parties, sentence: Span
) -> PartyMention | None:
    """Give the party that stands as subject before a verb.

    The nearest one that no preposition governs; failing that, a governed one
    ("forces loyal to X"), failing that, one in a clause before.
    """
    verb = items[event.at].start
    before = parties.within(sentence.start, verb)
    if not before:
        return None
    free = [m for m in before if not _is_governed(items, m.span)]
    return free[-1] if free else before[-1]


def _is_governed(items: Sequence[Item], span: Span) -> bool:
    before = [item.text for item in items if item.end <= span.start][-3:]
    while before and before[-1] in ("the", "a", "an", '"', "its", "their"):
        before.pop()
    return bool(before) and before[-1] in GOVERNING


def find_affected(
    items: Sequence[Item],
    match: Match,
    parties: Parties,
    *,
    sentence: Span,
    actor: PartyMention | None,
) -> str | None:
    """Give whose people, equipment or territory it is, None when nothing says so."""
    holder = holder_by_measure()[match.measure]
    if holder == "actor":
        return None
    figure = match.figure.quantity.span
    group = match.figure.group or ""
    if holder == "affected":
        own = parties.within(figure.start, figure.end)
        if own:
            return own[-1].name
        if set(group.split()) & SIDES:
            return group + "s"
    if match.measure == "people.displaced":
        return _origin(items, match)
    named = _of_party(items, match, parties)
    if named is not None and holder == "affected":
        return named.name
    event = match.event
    if event is not None and event.frame.role is Role.LOSING:
        loser = subject_of(items, event, parties, sentence)
        return loser.name if loser else None
    if event is not None and event.frame.role in (Role.TALLY, Role.NAME):
        near = parties.within(items[max(0, event.at - 4)].start, items[match.at].start)
        if near:
            return near[0].name
    if group in CIVIL or "building" in match.figure.classes:
        return None
    against = _against(items, match, parties)
    if against is not None and (actor is None or against.party != actor.party):
        return against.name
    opponent = parties.opponent(actor)
    return opponent.name if opponent else None


def _of_party(
    items: Sequence[Item], match: Match, parties: Parties
) -> PartyMention | None:
    """Give the party behind "400 soldiers from", "dozens of members of"."""
    following = items[match.at + 1 : match.at + 6]
    if not following or following[0].text not in ("from", "of", "belonging"):
        return None
    found = parties.within(following[0].end, following[-1].end)
    return found[0] if found else None


def _against(
    items: Sequence[Item], match: Match, parties: Parties
) -> PartyMention | None:
    """Give the party behind "from", "against" or in "X-held" after the figure."""
    for at in range(match.at + 1, min(match.at + 14, len(items))):
        word = items[at].text
        if word in ("from", "against", "on") and at + 1 < len(items):
            reach = items[min(at + 5, len(items) - 1)].end
            found = parties.within(items[at].end, reach)
            if found:
                return found[0]
        if word in STOPS and word not in ("that", "which"):
            return None
    return None


def _origin(items: Sequence[Item], match: Match) -> str | None:
    """Give the places that people left: "residents from Merova and Tark"."""
    for at in range(match.at + 1, min(match.at + 16, len(items))):
        if items[at].text not in FROM:
            continue
        places = []
        for item in items[at + 1 : at + 12]:
            if item.kind is ItemKind.PLACE:
                places.append(item)
            elif (places and item.text not in ("and", ",")) or item.text in STOPS:
                break
        if places:
            return " and ".join(_title(place.text) for place in places)
    return None


def _title(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())
