"""The day a statement was made: what "the past five days" in it end on.

"He said on Wednesday that 12 villages fell in the past five days", printed on Friday,
counts from Wednesday. Method: our own: a day with a word of reporting before it in its
sentence is a day of saying, for its sentence and the next few of its paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.reading.times.lexicon import Lexicon
from sayso.reading.times.mention import Mention
from sayso.reading.times.tokens import Tokens

_BEFORE = 14
"""Tokens before a day within which a word of reporting makes it one of saying."""

_REACH = 3
"""Sentences a day of saying holds for after its own."""

_DAYS = 7
"""Days before publication beyond which a statement is old news and not the source."""

_STOPS = frozenset(".!?")


def find_sayings(
    tokens: Tokens,
    mentions: Sequence[Mention],
    days: Sequence[date | None],
    lexicon: Lexicon,
    written: date | None,
) -> list[date | None]:
    """Give for each phrase the day its statement was made, None where none is told.

    Args:
        tokens: Tokens of the stretch.
        mentions: Its time phrases, in order.
        days: For each phrase the single day it names, or None.
        lexicon: Words of reporting.
        written: Day of writing.
    """
    found: list[date | None] = [None] * len(mentions)
    if written is None:
        return found
    places = _sentences(tokens, mentions, lexicon)
    said: tuple[int, int, date] | None = None
    for at, mention in enumerate(mentions):
        paragraph, sentence = places[at]
        day = days[at]
        if said is not None and said[0] == paragraph and sentence - said[1] <= _REACH:
            found[at] = said[2]
        if day is None or not 0 <= (written - day).days <= _DAYS:
            continue
        floor = mentions[at - 1].after if at else 0
        if mention.opener or not _is_saying(tokens, mention.first, floor, lexicon):
            continue
        said = (paragraph, sentence, day)
        for earlier in range(at, -1, -1):
            if places[earlier] != (paragraph, sentence):
                break
            found[earlier] = day
    return found


def _sentences(
    tokens: Tokens, mentions: Sequence[Mention], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Give paragraph and sentence of each phrase, by counting what ends them."""
    places: list[tuple[int, int]] = []
    paragraph = sentence = at = 0
    for mention in mentions:
        while at < mention.first:
            if tokens.lower[at] in _STOPS and not _is_inside(tokens, at, lexicon):
                sentence += 1
            if "\n" in tokens.text[tokens.ends[at] : tokens.starts[at + 1]]:
                paragraph += 1
                sentence += 1
            at += 1
        places.append((paragraph, sentence))
    return places


def _is_inside(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True for a full stop that ends no sentence."""
    before = tokens.lower[at - 1] if at else ""
    if before in lexicon.words.abbreviated or len(before) == 1:
        return True
    return tokens.touches(at + 1) and tokens.lower[at + 1][:1].isalnum()


def _is_saying(tokens: Tokens, first: int, floor: int, lexicon: Lexicon) -> bool:
    for at in range(first - 1, max(first - 1 - _BEFORE, floor - 1, -1), -1):
        word = tokens.lower[at]
        if word in lexicon.words.clause_openers:
            return False
        if word in _STOPS and not _is_inside(tokens, at, lexicon):
            return False
        if word in lexicon.words.reporting:
            return True
    return False
