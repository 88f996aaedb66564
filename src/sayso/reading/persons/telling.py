"""Offices that a sentence tells of a name: "its mayor is Ivo Bel. He is a general".

Only a sentence that begins with the office and says nothing else counts, as does one
that begins with "he" or "she" right behind a sentence with one person in it. Who is
told by what the sentence before says of somebody ("The mayor spoke. Ivo Bel said ...")
may be anybody. Method: our own.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.persons.cases import is_oblique
from sayso.reading.persons.lexicon import ROLE, Kind, is_cyrillic, is_verb
from sayso.reading.persons.offices import is_of_field
from sayso.reading.persons.runs import Run, Token
from sayso.vocabulary.persons.around import ARTICLES, IS, OF, PRONOUNS, WHERE
from sayso.vocabulary.persons.endings import MANY, MANY_ALONE

_REACH = 16
"""Tokens of a sentence, at most."""
_ENDS = frozenset('.;:!?\n"“”«»„()[]…')
_DASHES = frozenset("—–-")
_OWNING = ("'s", "’s")
_BEFORE = Kind.QUALIFIER | Kind.RANK | Kind.HEADING | Kind.NO_NAME | Kind.TITLE


def find_predicate(tokens: Sequence[Token], at: int) -> int | None:
    """Give the office of a sentence that says whose it is.

    Args:
        tokens: Of the text.
        at: The last token before the name, or before its rank.
    """
    if not _is_copula(tokens, at):
        return None
    first = at
    while first > 0 and at - first < _REACH and tokens[first - 1].text not in _ENDS:
        first -= 1
    role = next(
        (
            n
            for n in range(first, at)
            if tokens[n].kinds & ROLE and not is_of_field(tokens, n)
        ),
        None,
    )
    if role is None or not _begins(tokens, first, role):
        return None
    office = tokens[role]
    if not office.kinds & Kind.OFFICE or office.kinds & (Kind.KIN | Kind.PRIVATE):
        return None
    if is_cyrillic(office.text) and is_oblique(office.text.lower()):
        return None
    behind = tokens[role + 1 : at]
    if any(_says_more(token) for token in behind) or _owns(behind):
        return None
    return role


def _is_copula(tokens: Sequence[Token], at: int) -> bool:
    if at < 1:
        return False
    text = tokens[at].text.lower()
    is_apart = tokens[at].start > tokens[at - 1].end
    return text in IS or (text in _DASHES and is_apart and is_cyrillic_word(tokens, at))


def is_cyrillic_word(tokens: Sequence[Token], at: int) -> bool:
    """True where a word in Cyrillic letters stands before a token."""
    return is_cyrillic(tokens[at - 1].text)


def _begins(tokens: Sequence[Token], first: int, role: int) -> bool:
    """True where nothing but articles and what qualifies the office is before it."""
    return all(
        token.kinds & _BEFORE
        or token.text.lower() in ARTICLES
        or token.text in _OWNING
        or (token.is_name and tokens[at + 1].text in _OWNING)
        for at, token in enumerate(tokens[first:role], first)
    )


def _says_more(token: Token) -> bool:
    """True for what makes another sentence of "the mayor of Orlan is"."""
    kinds = Kind.SAYING | Kind.RELATIVE | Kind.HELD | Kind.HARMED | Kind.KIN
    kinds |= Kind.PRIVATE
    is_sign = not token.text[0].isalnum() and token.text not in _OWNING
    return bool(token.kinds & kinds) or is_sign or is_verb(token.text, token.kinds)


def _owns(behind: Sequence[Token]) -> bool:
    return any(token.text in _OWNING for token in behind)


def find_next(tokens: Sequence[Token], run: Run) -> int | None:
    """Give where the next sentence goes on behind its "he is", of this person alone.

    Args:
        tokens: Of the text.
        run: The name; no other and no other role may stand in its sentence.
    """
    if not _is_alone(tokens, run):
        return None
    for at in range(run.last + 1, min(run.last + _REACH, len(tokens) - 2)):
        token = tokens[at]
        if token.text == ".":
            return _behind_pronoun(tokens, at + 1)
        if token.text in _ENDS or _is_other(token):
            return None
    return None


def _is_alone(tokens: Sequence[Token], run: Run) -> bool:
    for at in range(run.first - 1, max(run.first - _REACH, -1), -1):
        token = tokens[at]
        if token.text in _ENDS:
            return True
        before = tokens[at - 1].text if at else "."
        is_first = before in _ENDS
        if _is_other(token) and not (is_first and not token.kinds & ROLE):
            return False
    return True


def _is_other(token: Token) -> bool:
    """True for somebody else whom "he" may mean; several are none."""
    is_name = token.is_name and not token.kinds & Kind.NO_NAME
    return is_name or (bool(token.kinds & ROLE) and not _is_many(token))


def _is_many(token: Token) -> bool:
    word = token.text.lower()
    if is_cyrillic(word):
        return bool(MANY.search(word)) or word in MANY_ALONE
    return word.endswith("s")


def _behind_pronoun(tokens: Sequence[Token], at: int) -> int | None:
    if at + 1 >= len(tokens) or tokens[at].text not in PRONOUNS:
        return None
    behind = tokens[at + 1]
    if behind.text.lower() in IS or behind.text in _DASHES:
        return at + 2
    return at + 1 if is_cyrillic(behind.text) else None


def is_where(tokens: Sequence[Token], run: Run) -> bool:
    """True for a name behind "in", "near" or "governor of": somewhere, not somebody."""
    if run.first < 1:
        return False
    before = tokens[run.first - 1]
    if before.text.lower() in WHERE:
        return True
    if before.text.lower() != OF or run.first < 2:
        return False
    return bool(tokens[run.first - 2].kinds & (Kind.OFFICE | Kind.THING))
