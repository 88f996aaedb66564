"""Offices that are told by more than one word before a name.

"Commissioner for children's rights", "уполномоченный по правам человека", "chief
surgeon": the noun beside the name is of people without an office, and the person named
holds one. A noun in the singular, of a relative or of one who is in somebody's hands,
is never passed over: "the commissioner met prisoner Ivo Bel". Method: our own.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.persons.lexicon import ROLE, Kind, is_cyrillic, is_verb
from sayso.reading.persons.runs import Token
from sayso.vocabulary.persons.endings import MANY, MANY_ALONE

_REACH = 14
"""Tokens between an office and the name."""
_ENDS = frozenset(';:!?.,\n"“”«»„()[]…—–')
_OWNING = frozenset(("'s", "’s", "'", "’"))
_SMALL = frozenset(("of", "for", "the", "a", "an", "his", "her", "their"))
_PEOPLE = Kind.PRIVATE | Kind.KIN | Kind.HELD


def find_office(tokens: Sequence[Token], at: int) -> int | None:
    """Give the token of the office that the words before a name tell together.

    Args:
        tokens: Of the text.
        at: The last token before the name that belongs to what is said of it.

    Returns:
        The office's noun, or the word that makes an office of a profession; None where
        the words tell no office, or one word alone does.
    """
    headed = _find_headed(tokens, at)
    return _find_with_field(tokens, at) if headed is None else headed


def is_of_field(tokens: Sequence[Token], at: int) -> bool:
    """True for the people whose rights or affairs an office is for."""
    return bool(tokens[at].kinds & _PEOPLE) and _is_of_matter(tokens, at)


def is_matter(tokens: Sequence[Token], at: int) -> bool:
    """True for the "по" of "координатор по гуманитарным вопросам"."""
    if not is_cyrillic(tokens[at].text) or not tokens[at].kinds & Kind.STOP:
        return False
    behind = tokens[at + 1 : at + 3]
    return any(token.kinds & Kind.FIELD for token in behind)


def _is_of_matter(tokens: Sequence[Token], at: int) -> bool:
    """True for the first noun of "prisoner affairs" and "hostage families' forum"."""
    behind = _behind(tokens, at)
    if behind & Kind.FIELD:
        return True
    if at + 1 >= len(tokens):
        return False
    if is_cyrillic(tokens[at].text):  # "(голова асоціації) родин полонених"
        is_many = tokens[at].text.lower() in MANY_ALONE
        return is_many and bool(behind & _PEOPLE)
    is_many = tokens[at + 1].text.lower().endswith("s") and bool(behind & _PEOPLE)
    return is_many and not behind & Kind.OFFICE


def is_of_private(tokens: Sequence[Token], at: int) -> bool:
    """True for the office of a "leader of the prisoners" or a "head of the family"."""
    here = at + 1
    while here < len(tokens) and tokens[here].text.lower() in _SMALL:
        here += 1
    if here >= len(tokens):
        return False
    kinds, behind = tokens[here].kinds, _behind(tokens, here)
    are_held = bool(kinds & Kind.HELD and kinds & Kind.PRIVATE)
    owns = here + 1 < len(tokens) and tokens[here + 1].text in _OWNING
    is_body = owns or bool(behind & (Kind.FIELD | Kind.THING))
    return (are_held or bool(kinds & Kind.KIN)) and not is_body


def is_only_headed(tokens: Sequence[Token], at: int) -> bool:
    """True for the "chief" of "chief suspect": the first of many without an office."""
    if not tokens[at].kinds & Kind.HEADING or at + 1 >= len(tokens):
        return False
    behind = tokens[at + 1].kinds
    return bool(behind & _PEOPLE) and not behind & (Kind.PROFESSION | Kind.OFFICE)


def _find_headed(tokens: Sequence[Token], at: int) -> int | None:
    """Take "chief surgeon" and "главный врач больницы"."""
    for here in range(at, max(at - _REACH, 0), -1):
        kinds = tokens[here].kinds
        if kinds & Kind.PROFESSION:
            near = range(here - 1, max(here - 3, -1), -1)
            return next((n for n in near if tokens[n].kinds & Kind.HEADING), None)
        if kinds & (ROLE | Kind.STOP) or _ends(tokens[here]):
            return None
    return None


def _find_with_field(tokens: Sequence[Token], at: int) -> int | None:
    """Take an office with the people it is for."""
    has_people = is_own = is_linked = False
    for here in range(at, max(at - _REACH, -1), -1):
        token, kinds = tokens[here], tokens[here].kinds
        if kinds & Kind.OFFICE and not kinds & _PEOPLE:
            is_own |= bool(kinds & Kind.POST) and not is_linked
            is_own |= _is_of_body(tokens, here)
            return here if has_people and is_own else None
        if _ends(token):
            return None
        if kinds & _PEOPLE:
            if not _are_many(tokens, here):
                return None
            has_people = True
        elif kinds & Kind.STOP and not kinds & Kind.FIELD:
            behind = tokens[here + 1].kinds if here < at else Kind.NONE
            if not behind & (Kind.FIELD | Kind.PRIVATE):
                return None
            is_linked |= not behind & Kind.FIELD
        if kinds & Kind.FIELD or (kinds & Kind.THING and not is_linked):
            is_own, is_linked = True, False
    return None


def _is_of_body(tokens: Sequence[Token], at: int) -> bool:
    """True for the adviser in "the presidency's adviser for displaced persons"."""
    if at < 2 or tokens[at - 1].text not in _OWNING:
        return False
    return bool(tokens[at - 2].kinds & Kind.THING)


def _ends(token: Token) -> bool:
    """True for what no office reaches over: the end of a part of speech, a verb."""
    if token.kinds & Kind.SAYING or token.text in _ENDS:
        return True
    is_harmed = bool(token.kinds & Kind.HARMED)  # "for displaced persons"
    return not is_harmed and is_verb(token.text, token.kinds)


def _are_many(tokens: Sequence[Token], at: int) -> bool:
    """True for people in the plural, or of whom the rights are spoken."""
    word, kinds = tokens[at].text.lower(), tokens[at].kinds
    before = tokens[at - 1].kinds if at else Kind.NONE
    if _is_of_matter(tokens, at):
        return True
    if _behind(tokens, at) & Kind.THING and not is_cyrillic(word):
        return True  # "head of the volunteer corps"
    if before & Kind.FIELD and not kinds & Kind.HELD:
        return True
    if is_cyrillic(word):
        return bool(MANY.search(word)) or word in MANY_ALONE
    return word.endswith("s")


def _behind(tokens: Sequence[Token], at: int) -> int:
    """Give what the next word is, behind the sign of who owns it."""
    after = at + 1
    if after < len(tokens) and tokens[after].text in _OWNING:
        after += 1
    return tokens[after].kinds if after < len(tokens) else Kind.NONE
