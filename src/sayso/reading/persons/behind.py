"""What the words behind a name say of the person."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.persons.cases import is_agent
from sayso.reading.persons.evidence import Evidence
from sayso.reading.persons.lexicon import ROLE, Kind, is_cyrillic, is_verb
from sayso.reading.persons.offices import (
    find_office,
    is_of_field,
    is_of_private,
    is_only_headed,
)
from sayso.reading.persons.runs import Run, Token
from sayso.reading.persons.telling import find_next
from sayso.vocabulary.persons.around import (
    AGED,
    ARTICLES,
    BEHIND_AGE,
    FOR,
    ONE,
    SPEAKING,
    TAKEN,
    TAKEN_WHERE,
    TILL,
    YEARS,
)

REACH = 14
"""Tokens looked at on either side."""
ENDS = frozenset(';:!?\n"“”«»„()[]…')
DASHES = frozenset("—–-")
OWNING = ("'s", "’s")
_FATE_REACH = 8
_OLDEST = 119
_OWNED = 4
"""Words in which what somebody owns is named: "the mayor's first press secretary"."""
_IN_BRACKETS = 8
_SPOKEN_FOR = 5
"""Words among which the body stands that somebody speaks for."""
_SINCE = 4
"""Words between "until" and what somebody was."""
_BRACKETS = 3
"""Words from which brackets may begin with a role: "(the former mayor ...)"."""


def look_on(tokens: Sequence[Token], run: Run, found: Evidence) -> None:
    """Add what stands behind the name."""
    at = run.last + 1
    if at >= len(tokens):
        return
    token = tokens[at]
    if token.text in OWNING:
        _look_at_owned(tokens, at + 1, found)
    elif token.text == "(":
        if _is_age(tokens, at + 1):
            found.is_person = found.is_firm = found.is_aged = True
            _look_at_apposition(tokens, at + 3, run, found)
        else:
            _look_in_brackets(tokens, at + 1, found)
            _look_behind_brackets(tokens, at + 1, run, found)
    elif token.text == "," or token.text in DASHES:
        _look_at_apposition(tokens, at + 1, run, found)
        found.held |= _is_held_behind(tokens, at + 1, run)
    elif token.kinds & Kind.SAYING:
        found.speaks = True
    else:
        was_person = found.is_person
        _look_at_fate(tokens, at, run, found)
        found.is_person &= run.length > 1 or was_person
    _look_at_next(tokens, run, found)


def _look_at_next(tokens: Sequence[Token], run: Run, found: Evidence) -> None:
    """Take "Ivo Bel said. He is the head of the press office"."""
    at = find_next(tokens, run)
    if at is None or run.length == 1:
        return
    told = Evidence()
    _look_at_fate(tokens, at - 1, run, told)
    if told.held:
        found.held = True
    else:
        _look_at_noun(tokens, at, run, found)


def _look_behind_brackets(
    tokens: Sequence[Token], at: int, run: Run, found: Evidence
) -> None:
    """Take "Bel (call sign Falcon), the commander of the battalion"."""
    for here in range(at, min(at + _IN_BRACKETS, len(tokens) - 1)):
        if tokens[here].text == ")":
            if tokens[here + 1].text == ",":
                _look_at_apposition(tokens, here + 2, run, found)
            return


def _look_at_owned(tokens: Sequence[Token], at: int, found: Evidence) -> None:
    """Take "Bel's wife", "Bel's captors"."""
    for here in range(at, min(at + 3, len(tokens))):
        kinds = tokens[here].kinds
        if kinds & (Kind.KIN | Kind.HELD):
            found.is_person = True
            found.held |= bool(kinds & Kind.HELD)
        if not tokens[here].text[0].isalpha():
            return


def _look_in_brackets(tokens: Sequence[Token], at: int, found: Evidence) -> None:
    """Take "Bel (mayor of Orlan)", where the role is what the brackets begin with."""
    for here in range(at, min(at + _BRACKETS, len(tokens))):
        kinds = tokens[here].kinds
        if kinds & ROLE:
            _take_named_role(tokens, here, found)
            return
        if not kinds & Kind.QUALIFIER and tokens[here].text not in ARTICLES:
            return


def _is_age(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    text = tokens[at].text
    if not (text.isascii() and text.isdigit() and int(text[:4]) <= _OLDEST):
        return text.lower() in AGED
    behind = tokens[at + 1].text if at + 1 < len(tokens) else "."
    years = behind.casefold().startswith(YEARS)
    return not behind[:1].isalnum() or behind.lower() in BEHIND_AGE or years


def _look_at_apposition(
    tokens: Sequence[Token], at: int, run: Run, found: Evidence
) -> None:
    """Take "Bel, 34, a teacher", "Bel, the governor of Orlan", "Bel, who was held"."""
    if _is_age(tokens, at):
        found.is_person = found.is_firm = found.is_aged = True
        at = _past_age(tokens, at)
    at = _past_time(tokens, at)
    if at < len(tokens) and tokens[at].kinds & Kind.RELATIVE:
        if _speaks_for_body(tokens, at + 1):
            found.is_person = found.office = True
            return
        if not is_cyrillic(tokens[at].text):
            found.is_person = found.is_firm = True
        _look_at_fate(tokens, at + 1, run, found, in_clause=True)
        return
    if at < len(tokens) and tokens[at].kinds & Kind.LEADING:
        found.is_person = found.office = True
        return
    _look_at_noun(tokens, at, run, found)


def _past_time(tokens: Sequence[Token], at: int) -> int:
    """Give where an apposition goes on behind "until last month"."""
    if at >= len(tokens) or tokens[at].text.lower() not in TILL:
        return at
    for here in range(at + 1, min(at + 1 + _SINCE, len(tokens))):
        if tokens[here].kinds & ROLE:
            return here
    return at


def _speaks_for_body(tokens: Sequence[Token], at: int) -> bool:
    """True for "(who) speaks for the ministry"."""
    words = [token.text.lower() for token in tokens[at : at + 2]]
    if len(words) < 2 or words[0] not in SPEAKING or words[1] != FOR:
        return False
    for token in tokens[at + 2 : at + 2 + _SPOKEN_FOR]:
        if token.kinds & (ROLE | Kind.HELD) or not token.text[0].isalnum():
            return False
        if token.kinds & Kind.THING:
            return True
    return False


def _past_age(tokens: Sequence[Token], at: int) -> int:
    """Give where an apposition goes on behind an age: "34, a teacher"."""
    while at < len(tokens) and tokens[at].text not in (",", ".", "\n"):
        if tokens[at].kinds & ROLE:
            return at
        at += 1
    return at + (at < len(tokens) and tokens[at].text == ",")


def _look_at_noun(tokens: Sequence[Token], at: int, run: Run, found: Evidence) -> None:
    """Take the noun of an apposition: office, role, or one of another's office."""
    for here in range(at, min(at + REACH, len(tokens))):
        token = tokens[here]
        if token.text in ENDS or token.text in (",", "."):
            return
        if here > at and _is_linked_to(tokens, at, here):
            found.is_person = found.private = True
            return
        if is_of_field(tokens, here):
            continue
        if token.kinds & ROLE and not (here == at and token.text[0].isupper()):
            _take_named_role(tokens, here, found)
            return
        if token.kinds & Kind.HELD and here - at <= 1:
            found.held = True
            found.is_person |= run.length > 1
            return
        if _qualifies(tokens, here):
            continue
        if token.kinds & (Kind.SAYING | Kind.STOP | Kind.RELATIVE) or is_verb(
            token.text, token.kinds
        ):
            return


def _is_linked_to(tokens: Sequence[Token], first: int, at: int) -> bool:
    """True for the office in "a bodyguard of the mayor", an unknown noun's."""
    kinds = tokens[at].kinds
    if not kinds & Kind.OFFICE or is_cyrillic(tokens[at].text):
        return False
    if tokens[first].text.lower() not in ONE or _is_plural(tokens[at]):
        return False
    between = tokens[first + 1 : at]
    is_body = at + 1 < len(tokens) and bool(tokens[at + 1].kinds & Kind.THING)
    is_known = any(t.kinds & Kind.THING for t in between)
    return not (is_body or is_known) and any(t.text.lower() == "of" for t in between)


def _is_plural(token: Token) -> bool:
    return token.text.endswith("s")


def _qualifies(tokens: Sequence[Token], at: int) -> bool:
    """True for the "then" of "then mayor of Orlan", not of "then fled"."""
    if not tokens[at].kinds & Kind.QUALIFIER or at + 1 >= len(tokens):
        return False
    return bool(tokens[at + 1].kinds & (ROLE | Kind.QUALIFIER))


def _take_named_role(tokens: Sequence[Token], at: int, found: Evidence) -> None:
    """Take the noun of an apposition, unless it begins the next clause."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and behind.kinds & Kind.SAYING:
        return
    if (
        behind is not None
        and behind.is_name
        and not (behind.kinds & Kind.NO_NAME or is_cyrillic(behind.text))
    ):  # "Bel, farmer Ivo Kor and ...": of another
        return
    kinds = tokens[at].kinds
    found.is_person = True
    is_office = bool(kinds & Kind.OFFICE) and not kinds & Kind.KIN
    if kinds & Kind.PROFESSION and find_office(tokens, at) is not None:
        is_office = True
    if is_only_headed(tokens, at) or is_of_private(tokens, at):
        is_office = False
    if is_office and behind is not None and behind.text in OWNING:
        is_office = _owns_office(tokens, at + 2)
    found.office |= is_office
    found.private |= not is_office
    found.held |= bool(kinds & Kind.HELD)


def _owns_office(tokens: Sequence[Token], at: int) -> bool:
    """True for "the mayor's press secretary", not for "the mayor's bodyguard"."""
    for here in range(at, min(at + _OWNED, len(tokens))):
        kinds = tokens[here].kinds
        if kinds & (Kind.KIN | Kind.PRIVATE) or not tokens[here].text[0].isalpha():
            return False
        if kinds & (Kind.OFFICE | Kind.THING):
            return True
    return False


def _is_held_behind(tokens: Sequence[Token], at: int, run: Run) -> bool:
    """True for "the mayor, Bel, was captured" and "Bel, the mayor, was captured"."""
    for here in range(at, min(at + REACH, len(tokens))):
        token = tokens[here]
        if here == at or token.text == ",":
            begin = here + (token.text == ",")
            if begin < len(tokens) and tokens[begin].kinds & Kind.BEING:
                fate = Evidence()
                _look_at_fate(tokens, begin, run, fate)
                return fate.held
        if token.text in ENDS or token.text in (",", "."):
            return False
        if token.kinds & Kind.SAYING or is_verb(token.text, token.kinds):
            return False
    return False


def _is_taken(tokens: Sequence[Token], at: int) -> bool:
    """True for the "taken" of "was taken near Orlan", not of "taken to hospital"."""
    if tokens[at].text.lower() != TAKEN or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].text.lower() in TAKEN_WHERE


def _look_at_fate(
    tokens: Sequence[Token],
    at: int,
    run: Run,
    found: Evidence,
    *,
    in_clause: bool = False,
) -> None:
    """Take "Bel was captured", "Bel, who was freed on Sunday", "Бел попал в плен"."""
    strange = 0
    was = in_clause
    for here in range(at, min(at + _FATE_REACH, len(tokens))):
        token = tokens[here]
        kinds = token.kinds
        if not token.text[0].isalpha() or kinds & Kind.SAYING:
            return
        if in_clause and here == at and kinds & Kind.KIN:
            found.is_person = found.private = True  # "whose husband is deputy mayor"
            return
        if kinds & Kind.HELD and is_agent(tokens, run, here):
            return
        is_held = was or is_cyrillic(token.text)
        if (kinds & Kind.HELD and is_held) or (was and _is_taken(tokens, here)):
            found.held = found.is_person = True
            return
        if kinds & (Kind.PRIVATE | Kind.HARMED) and was:
            found.is_person = True
            return
        is_office = kinds & Kind.OFFICE and was and not is_cyrillic(token.text)
        if is_office or (kinds & Kind.LEADING and in_clause):
            found.is_person = found.office = True
            return
        if kinds & (Kind.BEING | Kind.RANK | Kind.QUALIFIER):
            was = True
        elif token.text.lower() not in ARTICLES:
            strange += 1
            if strange > (4 if in_clause else 1):
                return
