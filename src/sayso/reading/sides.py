"""The parties of a document, asked by place in the text and by who fights whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.model import Span
from sayso.reading.parties import PartyMention

CLEARLY_MORE = 3
"""How much more often than any other the document must name an opponent."""


class Parties:
    """The party mentions of a document.

    Attributes:
        mentions: All mentions, in order.
    """

    __slots__ = (
        "_counts",
        "_first",
        "_names",
        "_opponents",
        "_starts",
        "_states",
        "_unnamed",
        "mentions",
    )

    def __init__(
        self,
        mentions: Sequence[PartyMention],
        opponents: Mapping[str, frozenset[str]],
        states: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Keep the mentions, by party id the ids it fights, and states at war.

        Args:
            mentions: All mentions of the document, in order.
            opponents: Party id -> ids of the parties it fights.
            states: Country code -> name, of states that fight another state.
        """
        self._states = states
        self.mentions = mentions
        unnamed = (m.name.lower() for m in mentions if m.party is None)
        self._unnamed = Counter(unnamed).most_common()
        self._names = frozenset(mention.name for mention in mentions)
        self._starts = [mention.span.start for mention in mentions]
        self._opponents = opponents
        self._first: dict[str, PartyMention] = {}
        self._counts = Counter(m.party for m in mentions if m.party is not None)
        for mention in mentions:
            if mention.party is not None:
                self._first.setdefault(mention.party, mention)

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

    def first(self, party: str | None) -> PartyMention | None:
        """Give the first mention of a party, None when the document has none."""
        return self._first.get(party) if party is not None else None

    def opponent(self, party: str | None) -> PartyMention | None:
        """Give the first mention of the party that another fights.

        None when the document names none, or several of them about as often.
        """
        against = self._opponents.get(party or "", frozenset())
        named = Counter({p: self._counts[p] for p in against if p in self._counts})
        ranked = named.most_common(2)
        if not ranked:
            return None
        if len(ranked) == 2 and ranked[0][1] < CLEARLY_MORE * ranked[1][1]:
            return None
        return self._first[ranked[0][0]]

    def state_at_war(self, country: str) -> str | None:
        """Give the name of a state that fights another state, None when it fights none.

        Args:
            country: ISO 3166-1 alpha-2 code.
        """
        return self._states.get(country)

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
