"""Whose an office or a deed is, by the cases of Russian and Ukrainian words.

"Охоронець мера Іван Бел" is no mayor, and who sentenced somebody is not in anybody's
hands. Only ends that leave no doubt are taken. Method: our own.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.persons.lexicon import Kind, is_cyrillic, is_listed, is_verb
from sayso.reading.persons.runs import Run, Token
from sayso.vocabulary.persons.endings import (
    ACTIVE,
    ACTIVE_OF_HER,
    DUTIES,
    FIRST_OR_ADJECTIVE,
    GIVEN_NOMINATIVE,
    HER_ENDINGS,
    NO_CASE,
    OBLIQUE,
)

_REACH = 14
"""Tokens between an office and the name."""
_ENDS = frozenset(';:!?.,\n"“”«»„()[]…—–')


def is_of_another(tokens: Sequence[Token], at: int, first: Token) -> bool:
    """True for an office in another case than the name: "охоронець мера Іван Бел".

    Args:
        tokens: Of the text.
        at: The office's noun, before the name.
        first: The given name of a name with several words.
    """
    if not is_cyrillic(first.text) or not GIVEN_NOMINATIVE.search(first.text.lower()):
        return False
    if not is_oblique(tokens[at].text.lower()):
        return False
    for back in range(at - 1, max(at - _REACH, -1), -1):
        token, kinds = tokens[back], tokens[back].kinds
        if is_shortened(tokens, back) or token.text.lower() in DUTIES:
            return False  # "т. в. о. мера Іван Бел"
        if token.text in _ENDS:
            return True
        if kinds & ((Kind.PRIVATE | Kind.KIN | Kind.HELD) | Kind.SAYING) or is_verb(
            token.text, kinds
        ):
            return True
        if kinds & Kind.OFFICE and not is_oblique(token.text.lower()):
            return False  # "заступник голови Іван Бел"
    return True


def is_oblique(word: str) -> bool:
    """True for a noun that is surely in no nominative."""
    if not OBLIQUE.search(word) or (NO_CASE.search(word) and is_listed(word)):
        return False
    return not (word[-1] in HER_ENDINGS and FIRST_OR_ADJECTIVE.search(word[:-1]))


def is_shortened(tokens: Sequence[Token], at: int) -> bool:
    """True for the full stop of a word in small letters of which one letter stands."""
    if at < 1 or tokens[at].text != ".":
        return False
    word = tokens[at - 1].text
    return len(word) == 1 and word.isalpha()


def is_agent(tokens: Sequence[Token], run: Run, at: int) -> bool:
    """True where a name is whose deed the verb tells: "судья Галина Бел приговорила".

    Args:
        tokens: Of the text.
        run: The name, before the verb.
        at: The verb.
    """
    if not ACTIVE.search(tokens[at].text.lower()):
        return False
    first = tokens[run.first].text.lower()
    if run.length > 1 and GIVEN_NOMINATIVE.search(first):
        return True
    before = tokens[run.first - 1] if run.first else None
    if before is None or not before.kinds & Kind.OFFICE:
        return False
    is_hers = bool(ACTIVE_OF_HER.search(tokens[at].text.lower()))
    return is_hers and first[-1] in HER_ENDINGS and not is_oblique(before.text.lower())
