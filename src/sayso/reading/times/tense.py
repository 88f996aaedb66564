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

_OPENERS = frozenset({"“", '"', ":"})
"""Signs behind which a sentence begins, beside those that end one."""


def find_direction(tokens: Tokens, first: int, after: int, lexicon: Lexicon) -> int:
    """Give -1 where the sentence looks back, 1 where it looks forward, 0 unknown."""
    if tokens.lower[after] in ("'", "’") and tokens.lower[after + 1] == "s":
        return _direction_of_owner(tokens, first, after, lexicon)
    opens = _opens_sentence(tokens, first, lexicon)
    own = _look_behind(tokens, after, lexicon, opens=opens)
    if opens and own:
        return own
    for at in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
        word = tokens.lower[at]
        if word in _STOPS and not _is_abbreviation(tokens, at, lexicon):
            break
        if word in lexicon.words.plan_cues:
            return -1 if _was_done(tokens, at, first, lexicon) else 1
        cue = _cue(tokens, at, lexicon)
        if cue:
            return cue
    return own


def _look_behind(tokens: Tokens, after: int, lexicon: Lexicon, *, opens: bool) -> int:
    """Give what the first cue behind a date says; a deed told there is done for sure.

    "In June 12 people were killed", "In June the army lost 40 tanks": what opens its
    sentence is of the verb behind it.
    """
    found = 0
    for at in range(after, min(after + _BEHIND, tokens.count)):
        if tokens.lower[at] in _STOPS:
            break
        cue = _cue(tokens, at, lexicon)
        if cue > 0 or (cue < 0 and not opens):
            return found or cue
        if cue < 0 and _is_deed(tokens, at, lexicon):
            return 1 if _comes(tokens, at, lexicon) else SURELY_BACK
        found = found or cue
    return found


def _opens_sentence(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """True for a date that begins a sentence, with or without its preposition."""
    words = lexicon.words
    at = first - (first > 0 and tokens.lower[first - 1] in words.within | words.on)
    if at == 0 or tokens.lower[at - 1] in _STOPS | _OPENERS:
        return True
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
    return "\n" in gap and tokens.is_capital(at)


def _is_deed(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True for a past form of a deed, which neither reports nor plans something."""
    words = lexicon.words
    word, behind = tokens.lower[at], tokens.lower[at + 1]
    if word in words.copulas_past:
        return behind.endswith(words.past_endings) and behind not in words.plan_cues
    is_form = word.endswith(words.past_endings) or word in words.deeds
    return is_form and word not in words.plan_cues | words.reporting


def _comes(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True where the clause goes on to what is yet to come: "wounded men will"."""
    for place in range(at, min(at + _BEHIND, tokens.count)):
        word = tokens.lower[place]
        if word in _STOPS or word == ",":
            return False
        if word in lexicon.words.certain_cues:
            return True
    return False


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
    if word in words.casualties and word.endswith(words.past_endings):
        return 0 if _is_adjective(tokens, at, lexicon) else SURELY_BACK
    if word in words.past_cues:
        return -1
    if word in words.multipliers:
        return 0
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
