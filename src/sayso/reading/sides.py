"""The parties of a document, asked by place in the text and by who fights whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.model import Span
from sayso.reading.parties import PartyMention


class Parties:
    """The party mentions of a document.

    Attributes:
        mentions: All mentions, in order.
    """

    __slots__ = ("_first", "_opponents", "_starts", "_states", "mentions")

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

    def around(self, span: Span) -> list[PartyMention]:
        """Give the mentions that share a character with a span, in order."""
        last = bisect_left(self._starts, span.end)
        near = self.mentions[max(0, last - 2) : last]
        return [mention for mention in near if mention.span.overlaps(span)]

    def first(self, party: str | None) -> PartyMention | None:
        """Give the first mention of a party, None when the document has none."""
        return self._first.get(party) if party is not None else None

    def opponent(self, party: str | None) -> PartyMention | None:
        """Give the first mention of the party that another fights.

        None when the document names none, or more than one of them.
        """
        against = self._opponents.get(party or "", frozenset())
        named = [self._first[other] for other in against if other in self._first]
        return named[0] if len(named) == 1 else None

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
        counts = Counter(
            mention.name.lower()
            for mention in self.mentions
            if mention.party is None
            and mention.name.lower().split()[-1].removesuffix("s") in nouns
        )
        return counts.most_common(1)[0][0] if counts else None
