"""Who may be the claimant of a figure: every source of an attribution, then every name.

Attributions come with what they hold; persons, bodies, parties and labels ("GENERAL
STAFF:", "(police)", "- Ministry") stand by themselves, for a bulletin or a list may
name its source without a word of saying. Which of them it is, if any, the claim
reader says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from sayso.model import Attribution, Span
from sayso.reading.parties.mentions import MentionKind, PartyMention
from sayso.reading.tagger.entities import Entity, EntityKind

LABEL = re.compile(
    r"(?m)^[ \t*#>•▪️—–-]{0,4}(?:[\[(]?\d{1,2}[:.]\d{2}[\])]?[ \t,—–-]{0,3})?"
    r"(?P<head>(?:[^\n:;.!?()]|(?<=\b[^\W\d_])\.|(?<=\b[^\W\d_]{2})\."
    r"|(?<=\b[^\W\d_]{3})\.|(?<=\b[^\W\d_]{4})\.){2,60}):(?=\s)"
    r"|^(?P<initials>[^\W\d_]\. ?(?:[^\W\d_]\. ?)?[^\W\d_][\w'’ʼ-]+)"
    r"|[—–-] ?(?P<tail>[^\W\d_a-zа-яіїєґ][^\n,;:()—–]{2,60}?)[.»\"”]?$"
    r"|\((?P<aside>[^()\n]{3,70})\)"
)
"""A line's head before a colon, behind the hour if it has one; initials and a surname
at its head; its end behind a dash; an aside in brackets."""
BY_WORDS = frozenset(
    {MentionKind.FORCE, MentionKind.BODY, MentionKind.PERSON, MentionKind.GROUP}
)
"""Mentions whose own words name the speaker better than their party."""


class SourceSort(IntEnum):
    """How a source is known."""

    SAID = 0
    """An attribution names it."""
    NAME = 1
    PARTY = 2
    LABEL = 3


@dataclass(frozen=True, slots=True)
class Source:
    """One that may be the claimant."""

    sort: SourceSort
    name: str
    """As fully as the document allows."""
    spans: tuple[Span, ...]
    """Its words; where an attribution names nobody, those of its cue."""
    attribution: Attribution | None = None


def find_sources(
    text: str,
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    mentions: Sequence[PartyMention],
    phrases: Sequence[Span] = (),
) -> tuple[Source, ...]:
    """Give all that may be a claimant, those of attributions first.

    Args:
        text: The document's.
        attributions: Who is said to say what, with the names of those who do.
        entities: Persons and bodies by name.
        mentions: Of parties.
        phrases: Further words that may name a speaker; those that share a word with
            a source already given are left out.

    The same words stand once among the others; order is that of the text in each sort.
    """
    found = [
        Source(SourceSort.SAID, a.name, a.source or a.cue or a.content, a)
        for a in attributions
        if a.name is not None
    ]
    seen: set[tuple[int, int]] = set()
    for source in _others(text, entities, mentions):
        place = source.spans[0].start, source.spans[0].end
        if place not in seen:
            seen.add(place)
            found.append(source)
    taken = sorted(seen | {(s.start, s.end) for one in found for s in one.spans})
    for phrase in phrases:
        at = bisect_left(taken, (phrase.end, 0))
        if not at or taken[at - 1][1] <= phrase.start:
            found.append(Source(SourceSort.LABEL, phrase.text, (phrase,)))
    return tuple(found)


def without_hearers(
    text: str, sources: Sequence[Source], hearing: str
) -> tuple[Source, ...]:
    """Give the sources but those who are told something, and so say nothing.

    Args:
        text: The document's.
        sources: Who may be a claimant.
        hearing: Pattern of verbs whose subject is told: "was told".
    """
    told = re.compile(hearing)
    return tuple(s for s in sources if not _is_told(text, s.spans[-1].end, told))


def _is_told(text: str, end: int, told: re.Pattern[str]) -> bool:
    """True where a verb that tells its subject stands right behind the words."""
    while end < len(text) and text[end] == " ":
        end += 1
    return told.match(text, end) is not None


def _others(
    text: str, entities: Sequence[Entity], mentions: Sequence[PartyMention]
) -> Iterator[Source]:
    kinds = (EntityKind.PERSON, EntityKind.BODY)
    named = [entity.span for entity in entities if entity.kind in kinds]
    full = _fullest([span.text for span in named])
    for span in named:
        yield Source(SourceSort.NAME, full[span.text], (span,))
    for mention in mentions:
        name = mention.span.text if mention.kind in BY_WORDS else mention.name
        yield Source(SourceSort.PARTY, name, (mention.span,))
    for match in LABEL.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        label = Span.cut(text, start, start + len(words.strip()))
        if any(map(str.isalpha, label.text)):
            yield Source(SourceSort.LABEL, label.text, (label,))


def _fullest(names: Sequence[str]) -> dict[str, str]:
    """Give each name -> the longest that has all of its words."""
    distinct = sorted(set(names), key=lambda name: (-len(name), name))
    words = {name: set(name.split()) for name in distinct}
    holders: dict[str, list[str]] = {}
    for name in distinct:
        for word in words[name]:
            holders.setdefault(word, []).append(name)
    return {
        name: next(
            other
            for other in holders[min(words[name], key=lambda w: len(holders[w]))]
            if words[name] <= words[other]
        )
        for name in distinct
    }
