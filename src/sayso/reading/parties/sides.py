"""Which party words for an unnamed side stand for: "the army", "the rebels".

The packs say who fights whom inside a country, the document which of them it names;
where that leaves one party only, the words are its. Refuses to guess between two that
are named about as often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.reading.parties.conflict import POWERS, Conflict
from sayso.reading.parties.mentions import MentionKind, PartyMention
from sayso.vocabulary.languages.party_words import PartyWords

CLEARLY_MORE = 3
"""How much more often than any other the document must name a party."""
NAMED = 2
"""How much more a party's own name counts than that of its capital."""
NAMELESS = frozenset({MentionKind.PERSON, MentionKind.BODY})
"""Mentions whose words are no name of their party."""


@dataclass(frozen=True, slots=True)
class Side:
    """A party as the document names it."""

    name: str
    party: str
    """Id of the party in its pack."""


def name_sides(
    mentions: Sequence[PartyMention], conflict: Conflict, *, words: PartyWords
) -> tuple[PartyMention, ...]:
    """Give the mentions, those of unnamed groups with the party they can only be.

    Args:
        mentions: All mentions of the document, in order.
        conflict: Who fights whom.
        words: Says which nouns are of a state and which of those who fight it.
    """
    counts = _count(mentions)
    named = _first_names(mentions)

    def side(among: Iterable[str]) -> Side | None:
        party = _most_named(list(among), counts, conflict)
        if party is None:
            return None
        known = conflict.parties.get(party)
        return Side(named.get(party, known.name if known else party), party)

    power = side(conflict.governments)
    rebels = side(conflict.opponents.get(power.party, ()) if power else ())
    coalition = side(conflict.coalitions)
    return tuple(
        _named(mentions, power, rebels=rebels, coalition=coalition, words=words)
    )


def _count(mentions: Iterable[PartyMention]) -> Counter[str]:
    """Give how much the document speaks of each party."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.party is not None:
            is_place = mention.kind is MentionKind.METONYM
            counts[mention.party] += 1 if is_place else NAMED
    return counts


def _first_names(mentions: Iterable[PartyMention]) -> dict[str, str]:
    """Give each party's first name in the document."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.party is not None and mention.kind not in NAMELESS:
            found.setdefault(mention.party, mention.name)
    return found


def _most_named(
    among: Sequence[str], counts: Counter[str], conflict: Conflict
) -> str | None:
    """Give the party that the document names clearly most, allies as one.

    A single one that it does not name is given too.
    """
    known = conflict.parties
    sides: Counter[str] = Counter()
    for party in among:
        if party in counts:
            own = known[party].side if party in known else None
            sides[own or party] += counts[party]
    ranked = sides.most_common(2)
    if not ranked:
        return among[0] if len(among) == 1 else None
    if len(ranked) == 2 and ranked[0][1] < CLEARLY_MORE * ranked[1][1]:
        return None
    allies = [
        p for p in among if ranked[0][0] in (p, known[p].side if p in known else None)
    ]
    return max(
        allies, key=lambda p: (counts[p], p in known and known[p].kind in POWERS)
    )


def _named(
    mentions: Iterable[PartyMention],
    power: Side | None,
    *,
    rebels: Side | None,
    coalition: Side | None,
    words: PartyWords,
) -> Iterator[PartyMention]:
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
