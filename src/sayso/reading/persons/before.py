"""What the words before a name say of the person."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.persons.behind import DASHES, ENDS, OWNING, REACH
from sayso.reading.persons.cases import is_oblique, is_of_another, is_shortened
from sayso.reading.persons.evidence import Evidence
from sayso.reading.persons.lexicon import ROLE, Kind, is_cyrillic, is_verb
from sayso.reading.persons.offices import find_office, is_matter, is_of_field
from sayso.reading.persons.runs import Run, Token
from sayso.reading.persons.telling import find_predicate
from sayso.reading.persons.window import without_inserts
from sayso.vocabulary.persons.around import APPOINTED, ARTICLES, BY, ONE, WHERE
from sayso.vocabulary.persons.endings import (
    ADJECTIVE_ENDINGS,
    AGED,
    APPOINTED_TO,
    GIVEN_NOMINATIVE,
    HER_ENDINGS,
)


def look_back(tokens: Sequence[Token], run: Run, found: Evidence) -> None:
    """Add what stands before the name, back to what belongs to something else."""
    shorter = without_inserts(tokens, run)
    if shorter is not None:
        _look_back(*shorter, found)
    if shorter is None or not found.office:  # "with the call sign "Falcon""
        _look_back(tokens, run, found)


def _look_back(tokens: Sequence[Token], run: Run, found: Evidence) -> None:
    at = _before_rank(tokens, run.first - 1)
    in_apposition = at >= 0 and tokens[at].text == ","
    at = at - 1 if in_apposition else run.first - 1
    if at >= 0 and not in_apposition:
        if tokens[at].text.lower() == BY and _is_credit(tokens, at - 1):
            found.is_person = found.office = True
        if tokens[at].kinds & Kind.LINK or tokens[at].text.lower() == ARTICLES[-1]:
            return
    if _is_told_so(tokens, _before_rank(tokens, run.first - 1)):
        found.is_person = found.office = True
        return
    at = _before_where(tokens, at)
    office = find_office(tokens, at)
    if office is not None and (in_apposition or run.length > 1):
        is_own = not _is_of_another(tokens, office, run)
        _take_office(tokens, office, found, is_office=is_own)
        return
    _go_back(tokens, at, run, found, in_apposition=in_apposition)


def _is_told_so(tokens: Sequence[Token], at: int) -> bool:
    """True before a name of which the whole sentence says that it holds an office."""
    return (
        _is_led_by(tokens, at)
        or _is_appointed(tokens, at)
        or find_predicate(tokens, at) is not None
    )


def _go_back(
    tokens: Sequence[Token], at: int, run: Run, found: Evidence, *, in_apposition: bool
) -> None:
    """Take word for word what stands before the name, up to a noun for a person."""
    nearest = at
    while at >= 0 and nearest - at < REACH:
        token = tokens[at]
        if token.text == "." and at > 0 and _is_abbreviation(tokens[at - 1]):
            nearest -= at == nearest
        elif token.text in ENDS:
            _take_sign(tokens, at, run, found)
            return
        elif token.text in (".", ",") or token.text in DASHES:
            return
        if token.kinds & ROLE:
            if nearest == at or in_apposition or run.length > 1:
                _take_role(tokens, at, run, found)
            return
        _take_word(token, nearest - at, run, found)
        if is_matter(tokens, at):
            at -= 1
            continue
        if token.kinds & (Kind.SAYING | Kind.STOP | Kind.SIGN) or is_verb(
            token.text, token.kinds
        ):
            return
        at -= 1


def _before_where(tokens: Sequence[Token], at: int) -> int:
    """Give the token before "в республике", behind an office and what it is for."""
    for here in (at - 1, at - 2):
        if here < 1 or tokens[here].text.lower() not in WHERE:
            continue
        named = tokens[here + 1 : at + 1]
        is_place = any(
            t.kinds & (Kind.THING | Kind.NO_NAME) or t.is_name for t in named
        )
        before = tokens[here - 1]
        is_short = len(before.text) > 1 and before.text.isupper()  # "спикер ВСУ"
        if is_place and (is_short or before.kinds & _BEFORE_WHERE):
            return here - 1
    return at


_BEFORE_WHERE = Kind.OFFICE | Kind.FIELD | Kind.PRIVATE | Kind.THING


def _is_led_by(tokens: Sequence[Token], at: int) -> bool:
    """True before a name in "the fund, headed by" and "фонд, который возглавляет"."""
    if at < 2:
        return False
    if tokens[at].text.lower() == BY and tokens[at - 1].kinds & Kind.LEADING:
        at -= 1
    elif not (tokens[at].kinds & Kind.LEADING and tokens[at - 1].kinds & Kind.RELATIVE):
        return False
    near = tokens[max(at - _LED, 0) : at]
    return any(token.kinds & Kind.THING for token in near)


def _is_appointed(tokens: Sequence[Token], at: int) -> bool:
    """True before a name in "губернатором назначен" and "головою обрано"."""
    if at < 1 or tokens[at].text.lower() not in APPOINTED:
        return False
    for here in range(at - 1, max(at - 1 - _LED, -1), -1):
        kinds = tokens[here].kinds
        if kinds & ROLE:
            is_office = bool(kinds & Kind.OFFICE) and not kinds & Kind.KIN
            return is_office and bool(APPOINTED_TO.search(tokens[here].text.lower()))
        if not tokens[here].text[0].isalpha() or kinds & (Kind.STOP | Kind.SAYING):
            return False
    return False


_LED = 6
"""Tokens before "headed by" among which what is headed stands."""


def _take_word(token: Token, near: int, run: Run, found: Evidence) -> None:
    """Take what one word before the name says; `near` counts words between them."""
    kinds = token.kinds
    if kinds & Kind.HELD and near <= 2:
        found.held = True
        found.is_person |= run.length > 1
    if kinds & (Kind.TITLE | Kind.NAMING) and near <= 1:
        found.is_person = found.is_firm = True
        found.is_called |= bool(kinds & Kind.TITLE) and near == 0
    if near <= 1 and AGED.search(token.text.lower()):
        found.is_person = found.is_firm = True
    if kinds & Kind.RANK and near == 0:
        found.is_person = True
    if kinds & Kind.SIGN:
        found.is_person = found.is_firm = found.private = True
    if kinds & Kind.SAYING and near == 0:
        found.speaks = True


def _is_credit(tokens: Sequence[Token], at: int) -> bool:
    """True before the "by" of a line that says who wrote it."""
    return at < 0 or tokens[at].text == "\n" or bool(tokens[at].kinds & Kind.CREDIT)


def _before_rank(tokens: Sequence[Token], at: int) -> int:
    """Give the token before a rank: "the commander, Captain Bel" has a comma there."""
    while at >= 0:
        is_point = tokens[at].text == "." and _is_abbreviation(tokens[at - 1])
        if is_point and at > 0 and tokens[at - 1].kinds & _RANKS:
            at -= 2
        elif tokens[at].kinds & (Kind.RANK | Kind.QUALIFIER | Kind.TITLE):
            at -= 1
        else:
            break
    return at


_RANKS = Kind.RANK | Kind.TITLE | Kind.OFFICE


def _is_abbreviation(token: Token) -> bool:
    parts = token.text.split("-")  # "Lt-Col"
    return max(map(len, parts)) <= _LONGEST_SHORT and token.text[:1].isupper()


_LONGEST_SHORT = 4


def _take_sign(tokens: Sequence[Token], at: int, run: Run, found: Evidence) -> None:
    """Take a call sign in quotation marks: with the call sign "Falcon"."""
    if at == run.first - 1 and at > 0 and tokens[at - 1].kinds & Kind.SIGN:
        found.is_person = found.is_firm = found.private = True


def _take_role(tokens: Sequence[Token], at: int, run: Run, found: Evidence) -> None:
    """Take a noun for a person before the name, and what is said of it before."""
    kinds = tokens[at].kinds
    near = tokens[at + 1 : run.first]
    is_near = not near or (len(near) == 1 and near[0].text == ",")
    if is_near and _is_with_name(tokens[at], tokens[run.first], is_apart=bool(near)):
        found.is_firm = found.is_called = True
    is_office = bool(kinds & Kind.OFFICE) and not kinds & Kind.KIN
    is_office = is_office and not _is_of_another(tokens, at, run)
    _take_office(tokens, at, found, is_office=is_office)


def _is_with_name(role: Token, name: Token, *, is_apart: bool) -> bool:
    """True for "дядя Боря", "мужа, Темура" and "сусідка Рая", not "жительница Рахова".

    A place or body stands behind such a noun in the genitive.
    """
    word, noun = name.text.lower(), role.text.lower()
    if not is_cyrillic(word) or role.kinds & Kind.OF_PLACE:
        return False
    if role.kinds & Kind.KIN or is_apart:
        return bool(role.kinds & Kind.KIN)
    if word.endswith(ADJECTIVE_ENDINGS):
        return False
    if not role.kinds & Kind.PRIVATE or is_oblique(noun):
        return False
    if noun[-1] in HER_ENDINGS:
        return word[-1] in HER_ENDINGS
    return bool(GIVEN_NOMINATIVE.search(word))


def _is_of_another(tokens: Sequence[Token], at: int, run: Run) -> bool:
    """True for the office in "the mayor's bodyguard Ivo Bel"."""
    if at + 1 < run.first and tokens[at + 1].text in OWNING:
        owned = tokens[at + 2 : run.first]
        return not any(t.kinds & (Kind.OFFICE | Kind.THING) for t in owned)
    return run.length > 1 and is_of_another(tokens, at, tokens[run.first])


def _take_office(
    tokens: Sequence[Token], at: int, found: Evidence, *, is_office: bool
) -> None:
    """Take an office or what is none, unless it is of somebody else."""
    found.is_person = True
    if is_office and _belongs_to_private(tokens, at):
        is_office = False
        found.is_firm = found.is_called = True  # "шофер міністра Їржі"
    found.office |= is_office
    found.private |= not is_office
    for back in range(at, max(at - 4, -1), -1):
        token = tokens[back]
        if token.kinds & Kind.HELD and not is_of_field(tokens, back):
            found.held = True
        if token.text in ENDS or token.text in (".", ","):
            return
        if back < at and token.kinds & (Kind.STOP | Kind.SAYING | Kind.LINK):
            return


def _belongs_to_private(tokens: Sequence[Token], at: int) -> bool:
    """True for the office in "wife of the governor" and "driver for the mayor"."""
    linked, in_genitive = False, True
    is_definite = at > 0 and tokens[at - 1].text.lower() == ARTICLES[-1]
    back, last = at - 1, max(at - 6, -1)
    while back > last:
        kinds = tokens[back].kinds
        if is_shortened(tokens, back):  # "т. в. о. мера"
            back, last = back - 2, max(last - 2, -1)
            continue
        if kinds & Kind.LINK:
            linked = True
        elif kinds & (Kind.PRIVATE | Kind.KIN):
            return linked or (in_genitive and is_cyrillic(tokens[back].text))
        elif linked and is_definite and tokens[back].text.lower() in ONE:
            return True  # "a rival of the mayor, Ivo Bel"
        elif (
            not tokens[back].text[:1].isalpha()
            or kinds & (Kind.STOP | Kind.SAYING)
            or (linked and kinds & (Kind.OFFICE | Kind.THING))
        ):
            return False
        in_genitive &= bool(kinds & _BETWEEN)
        back -= 1
    return False


_BETWEEN = Kind.QUALIFIER | Kind.RANK | Kind.HEADING | Kind.OFFICE
"""Of words between a noun and the office it is of: "сусідка заступника мера"."""
