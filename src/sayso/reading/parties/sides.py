"""The parties of a document, asked by place in the text and by who fights whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.model import Span
from sayso.reading.parties.conflict import POWERS, Conflict
from sayso.reading.parties.mentions import MentionKind, PartyMention
from sayso.vocabulary.languages.party_words import PartyWords
from sayso.vocabulary.theatres import PartyKind

CLEARLY_MORE = 3
"""How much more often than any other the document must name an opponent."""
NAMED = 2
"""How much more a party's own name counts than that of its capital."""
NAMELESS = frozenset({MentionKind.PERSON, MentionKind.BODY})
"""Mentions whose words are no name of their party."""


@dataclass(frozen=True, slots=True)
class Side:
    """A party as a claim names it."""

    name: str
    party: str | None = None
    """Id of the party in its pack, None for an unnamed group."""
    is_place: bool = False
    """True for the people of a town, who are no side."""


def side_of(mention: PartyMention) -> Side:
    """Give the side a mention names."""
    return Side(mention.name, mention.party)


class Parties:
    """The party mentions of a document.

    Attributes:
        mentions: All mentions, in order; words for an unnamed group carry a party
            where the conflict leaves one only: "the army", "the rebels".
        government: The state's own side in a war inside a country, when the
            document tells of one.
    """

    __slots__ = (
        "_conflict",
        "_counts",
        "_first",
        "_names",
        "_starts",
        "_unnamed",
        "government",
        "mentions",
        "words",
    )

    def __init__(
        self,
        mentions: Sequence[PartyMention],
        conflict: Conflict | None = None,
        *,
        words: PartyWords,
    ) -> None:
        """Keep the mentions and the packs' word on who fights whom.

        Args:
            mentions: All mentions of the document, in order.
            conflict: Who fights whom.
            words: Says which nouns are of a state and which of those who fight it.
        """
        self.words = words
        self._conflict = conflict or Conflict()
        self._counts: Counter[str] = Counter()
        for mention in mentions:
            if mention.party is not None:
                is_place = mention.kind is MentionKind.METONYM
                self._counts[mention.party] += 1 if is_place else NAMED
        unnamed = (m.name.lower() for m in mentions if m.party is None)
        self._unnamed = Counter(unnamed).most_common()
        power = self._most_named(self._conflict.governments)
        rebels = self._most_named(self._conflict.opponents.get(power or "", ()))
        self._names = frozenset(mention.name for mention in mentions)
        self._starts = [mention.span.start for mention in mentions]
        self._first: dict[str, Side] = {}
        for mention in mentions:
            if mention.party is not None and mention.kind not in NAMELESS:
                self._first.setdefault(mention.party, side_of(mention))
        self.government = self.side(power)
        self.mentions = tuple(
            _named(
                mentions,
                self.government,
                rebels=self.side(rebels),
                coalition=self.side(self._most_named(self._conflict.coalitions)),
                words=words,
            )
        )

    def within(self, start: int, end: int) -> list[PartyMention]:
        """Give the mentions that lie between two offsets, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self.mentions[first:last] if m.span.end <= end]

    def around(self, span: Span) -> list[PartyMention]:
        """Give the mentions that share a character with a span, in order."""
        last = bisect_left(self._starts, span.end)
        near = self.mentions[max(0, last - 2) : last]
        return [mention for mention in near if mention.span.overlaps(span)]

    def names(self, text: str) -> bool:
        """True when the text is the name by which claims call a mentioned party."""
        return text in self._names

    def side(self, party: str | None) -> Side | None:
        """Give a party by its first name in the document, else by its pack's."""
        if party is None:
            return None
        known = self._conflict.parties.get(party)
        pack_side = Side(known.name, party) if known is not None else None
        return self._first.get(party, pack_side)

    def opponent(self, party: str | None) -> Side | None:
        """Give the side that a party fights.

        None when the document names several of them about as often, or none while
        the packs know more than one power among them.
        """
        against = self._conflict.opponents.get(party or "", ())
        if any(other in self._counts for other in against):
            return self.side(self._most_named(against))
        powers = [p for p in against if self.is_power(p)]
        return self.side(powers[0]) if len(powers) == 1 else None

    def fights(self, party: str | None) -> bool:
        """True for a party that the packs know to fight somebody."""
        return bool(self._conflict.opponents.get(party or ""))

    def is_power(self, party: str | None) -> bool:
        """True for a state or for the state's own side in a war inside a country."""
        known = self._conflict.parties.get(party or "")
        return known is not None and known.kind in POWERS

    def state_at_war(self, country: str | None) -> Side | None:
        """Give a state that has a war across a border, None when it has none.

        Args:
            country: ISO 3166-1 alpha-2 code.
        """
        name = self._conflict.at_war.get(country or "")
        if name is None:
            return None
        states = self._conflict.parties.values()
        return next((Side(name, p.id) for p in states if p.name == name), Side(name))

    def state_of(self, country: str) -> Side | None:
        """Give the state of a country code, None for one no pack knows."""
        states = (
            party
            for party in self._conflict.parties.values()
            if party.kind is PartyKind.STATE and party.country == country
        )
        return next((Side(party.name, party.id) for party in states), None)

    def country(self, party: str | None) -> str | None:
        """Give the code of the country a party is of, None where it has none."""
        known = self._conflict.parties.get(party or "")
        return known.country if known else None

    def are_allied(self, one: str | None, other: Side | None) -> bool:
        """True for parties that the packs put on one side."""
        known = self._conflict.parties
        first = known.get(one or "")
        second = known.get((other.party if other else None) or "")
        return bool(first and second and first.side == second.side)

    def home(self, party: str | None) -> str | None:
        """Give the code of a state's own country, None for groups."""
        known = self._conflict.parties.get(party or "")
        return known.country if known and known.kind in POWERS else None

    def unnamed_side(self, nouns: frozenset[str]) -> str | None:
        """Give the words for an unnamed side that the document uses most.

        Args:
            nouns: Singular nouns that name a side: "insurgent".
        """
        return next(
            (
                name
                for name, _ in self._unnamed
                if name.split()[-1].removesuffix("s") in nouns
            ),
            None,
        )

    def _most_named(self, parties: Iterable[str]) -> str | None:
        """Give the party that the document names clearly most, allies as one.

        A single one that it does not name is given too.
        """
        known = self._conflict.parties
        among = list(parties)
        sides: Counter[str] = Counter()
        for party in among:
            if party in self._counts:
                own = known[party].side if party in known else None
                sides[own or party] += self._counts[party]
        ranked = sides.most_common(2)
        if not ranked:
            return among[0] if len(among) == 1 else None
        if len(ranked) == 2 and ranked[0][1] < CLEARLY_MORE * ranked[1][1]:
            return None
        allies = [
            p
            for p in among
            if ranked[0][0] in (p, known[p].side if p in known else None)
        ]
        return max(allies, key=lambda p: (self._counts[p], self.is_power(p)))


def _named(
    mentions: Iterable[PartyMention],
    power: Side | None,
    *,
    rebels: Side | None,
    coalition: Side | None,
    words: PartyWords,
) -> Iterable[PartyMention]:
    """Yield the mentions, those of unnamed groups with the party they can only be."""
    for mention in mentions:
        if mention.party is not None or mention.kind is not MentionKind.GROUP:
            yield mention
            continue
        last = mention.name.lower().split()
        if rebels and any(word.removesuffix("s") in words.sides for word in last):
            yield replace(mention, party=rebels.party)
        elif coalition and words.coalition.intersection(last):
            yield replace(mention, party=coalition.party)
        elif power and words.is_state(last):
            is_generic = words.arms.issuperset(last)
            name = power.name if is_generic else mention.name
            yield replace(mention, party=power.party, name=name)
        else:
            yield mention
