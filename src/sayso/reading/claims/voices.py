"""Whose side a speaker is on, also where no pack knows the speaker by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from sayso.model import Attribution, Span
from sayso.reading.parties.sides import Parties, Side
from sayso.reading.text.sentences import find_words
from sayso.vocabulary.languages.party_words import PartyWords


def speaker_side(
    attribution: Attribution | None,
    parties: Parties,
    *,
    before: Side | None = None,
) -> Side | None:
    """Give a speaker's side, None for a neutral or unknown one.

    "The army", "a colonel" speak for the state's side in a war inside a country; in
    one between states a body without a name is of the side that spoke before.

    Args:
        attribution: Who speaks; None in the narrator's voice.
        parties: The document's parties.
        before: Side of the last speaker that had one.
    """
    if attribution is None:
        return None
    words = parties.words
    speaker = attribution.speaker
    if speaker is not None and speaker.party is not None:
        return parties.side(speaker.party) if parties.fights(speaker.party) else None
    said = " ".join(span.text for span in attribution.source)
    named = f"{said} {attribution.name or ''}".lower().replace("'s", " ").split()
    if words.is_state(named) or words.ranks.intersection(named):
        return parties.government or before
    return None


def voice_of(
    text: str,
    parties: Parties,
    attributions: Sequence[Attribution],
) -> Side | None:
    """Give the side whose communique a text is: its narrator speaks of the enemy.

    The side is that of the first party named with an opponent.
    """
    words = parties.words
    quoted = [span for one in attributions for span in one.content]
    told = [
        span
        for span in _enemies(parties, words) + _first_persons(text, words)
        if not any(other.overlaps(span) for other in quoted)
    ]
    if not told:
        return None
    sides = (parties.side(m.party) for m in parties.mentions if m.party)
    return next((s for s in sides if s and parties.opponent(s.party)), None)


def _enemies(parties: Parties, words: PartyWords) -> list[Span]:
    return [
        mention.span
        for mention in parties.mentions
        if words.enemy.intersection(mention.span.text.lower().split())
    ]


def _first_persons(text: str, words: PartyWords) -> list[Span]:
    """Give the possessives of the first person that stand before people at arms."""
    ours = re.compile(rf"\b(?:{'|'.join(sorted(words.ours))})\b", re.IGNORECASE)
    return [
        Span.cut(text, *match.span())
        for match in ours.finditer(text)
        if words.arms.intersection(_next_two(text, match.end()))
    ]


def _next_two(text: str, start: int) -> list[str]:
    """Give the two words behind an offset, lower case."""
    spans = find_words(text, start, min(len(text), start + 60))
    return [text[first:end].lower() for first, end in islice(spans, 2)]
