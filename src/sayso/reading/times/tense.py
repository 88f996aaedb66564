"""Which way a sentence looks from its date: back, or forward.

The nearest verb or other cue before the date decides, else the nearest after it,
within the sentence. Method: our own; a reporting verb right before a weekday ("said
Friday") settles most news sentences.
"""

from __future__ import annotations

from sayso.reading.times.lexicon import Lexicon
from sayso.reading.times.tokens import Tokens

_BEFORE = 14
"""Tokens looked at before the date."""

_BEHIND = 12
"""Tokens looked at after the date."""

SURELY_BACK = -2
"""Direction of a deed that is done: "was sentenced on 9 December"."""

_STOPS = frozenset(".!?;")


def find_direction(tokens: Tokens, first: int, after: int, lexicon: Lexicon) -> int:
    """Give -1 where the sentence looks back, 1 where it looks forward, 0 unknown."""
    if tokens.lower[after] in ("'", "’") and tokens.lower[after + 1] == "s":
        return _direction_of_owner(tokens, first, after, lexicon)
    for at in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
        word = tokens.lower[at]
        if word in _STOPS and not _is_abbreviation(tokens, at, lexicon):
            break
        if word in lexicon.words.plan_cues:
            return -1 if _was_done(tokens, at, first, lexicon) else 1
        cue = _cue(tokens, at, lexicon)
        if cue:
            return cue
    for at in range(after, min(after + _BEHIND, tokens.count)):
        if tokens.lower[at] in _STOPS:
            break
        cue = _cue(tokens, at, lexicon)
        if cue:
            return cue
    return 0


def _was_done(tokens: Tokens, at: int, first: int, lexicon: Lexicon) -> bool:
    """True for "was agreed in July": the plan itself, and not what it is for."""
    words = lexicon.words
    gap = tokens.lower[at + 1 : first]
    return (
        at > 0
        and tokens.lower[at - 1] in words.copulas_past
        and len(gap) == 1
        and gap[0] in words.on
    )


def _direction_of_owner(
    tokens: Tokens, first: int, after: int, lexicon: Lexicon
) -> int:
    """Give 1 for "ahead of Sunday's vote" and "Sunday's vote will", else -1."""
    words = lexicon.words
    before = tokens.lower[max(first - 3, 0) : first]
    behind = tokens.lower[after : after + 6]
    if any(word in words.future_cues for word in before):
        return 1
    return 1 if any(word in words.certain_cues for word in behind) else -1


def _cue(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    words = lexicon.words
    word = tokens.lower[at]
    if word in words.future_cues:
        return 1
    if word in words.copulas and tokens.lower[at + 1] in words.infinitive_marks:
        return 1
    if at and tokens.lower[at - 1] in words.infinitives:
        return 0
    if at and tokens.lower[at - 1] in words.future_cues:
        return 1
    if word in words.past_cues:
        return -1
    if word.endswith(words.past_endings) and len(word) > 4:
        return 0 if _is_adjective(tokens, at, lexicon) else _back(tokens, at, lexicon)
    return 0


def _back(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """Give how surely a past form looks back: one that reports may tell of plans."""
    words = lexicon.words
    word, before = tokens.lower[at], tokens.lower[at - 1] if at else ""
    done = before in words.copulas_past or tokens.lower[at + 1] in words.on
    return SURELY_BACK if done and word not in words.reporting else -1


def _is_adjective(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True for "a still unspecified date", "the wounded men"."""
    before = tokens.lower[max(at - 2, 0) : at]
    words, behind = lexicon.words, tokens.lower[at + 1]
    if not behind[:1].isalpha() or behind in words.on or behind in words.of:
        return False
    if behind in words.clause_starts:
        return False
    return any(w in words.determiners_of_adjectives for w in before)


def _is_abbreviation(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    before = tokens.lower[at - 1] if at else ""
    return before in lexicon.words.abbreviated or len(before) == 1
