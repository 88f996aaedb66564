"""What the words before and behind a name say of the person: office, role, fate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.persons.lexicon import ROLE, Kind, is_cyrillic, is_verb
from sayso.reading.persons.offices import (
    find_office,
    is_of_field,
    is_of_private,
    is_only_headed,
)
from sayso.reading.persons.runs import Run, Token
from sayso.vocabulary.persons.endings import AGED

_REACH = 14
"""Tokens looked at on either side."""
_FATE_REACH = 8
_ENDS = frozenset(';:!?\n"“”«»„()[]…')
_DASHES = frozenset("—–-")
_OLDEST = 119


@dataclass(slots=True)
class Evidence:
    """What one mention's surroundings say; added up over a person's mentions."""

    is_person: bool = False
    """A title, an age, "who", a relative's noun: only persons have these."""
    is_firm: bool = False
    """More than a noun before the name, which may belong to a place."""
    speaks: bool = False
    """Beside a verb of speech; bodies speak as well."""
    office: bool = False
    private: bool = False
    held: bool = False

    def add(self, more: Evidence) -> None:
        """Take over what another mention shows."""
        self.is_person |= more.is_person
        self.office |= more.office
        self.private |= more.private
        self.held |= more.held


def weigh(tokens: Sequence[Token], run: Run) -> Evidence:
    """Give what the words around a name say of it."""
    found = Evidence()
    _look_back(tokens, run, found)
    _look_on(tokens, run, found)
    return found


def _look_back(tokens: Sequence[Token], run: Run, found: Evidence) -> None:
    """Add what stands before the name, back to what belongs to something else."""
    at = _before_rank(tokens, run.first - 1)
    in_apposition = at >= 0 and tokens[at].text == ","
    at = at - 1 if in_apposition else run.first - 1
    if at >= 0 and not in_apposition:
        if tokens[at].text.lower() == "by" and _is_credit(tokens, at - 1):
            found.is_person = found.office = True
        if tokens[at].kinds & Kind.LINK or tokens[at].text.lower() == "the":
            return
    office = find_office(tokens, at)
    if office is not None and (in_apposition or run.length > 1):
        _take_office(tokens, office, found, is_office=True)
        return
    nearest = at
    while at >= 0 and nearest - at < _REACH:
        token = tokens[at]
        if token.text == "." and at > 0 and _is_abbreviation(tokens[at - 1]):
            nearest -= at == nearest
        elif token.text in _ENDS:
            _take_sign(tokens, at, run, found)
            return
        elif token.text in (".", ",") or token.text in _DASHES:
            return
        if token.kinds & ROLE:
            if nearest == at or in_apposition or run.length > 1:
                _take_role(tokens, at, found)
            return
        _take_word(token, nearest - at, run, found)
        if token.kinds & (Kind.SAYING | Kind.STOP | Kind.SIGN) or is_verb(
            token.text, token.kinds
        ):
            return
        at -= 1


def _take_word(token: Token, near: int, run: Run, found: Evidence) -> None:
    """Take what one word before the name says; `near` counts words between them."""
    kinds = token.kinds
    if kinds & Kind.HELD and near <= 2:
        found.held = True
        found.is_person |= run.length > 1
    if kinds & (Kind.TITLE | Kind.NAMING) and near <= 1:
        found.is_person = found.is_firm = True
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
    while at >= 0 and tokens[at].kinds & (Kind.RANK | Kind.QUALIFIER | Kind.TITLE):
        at -= 1
    return at


def _is_abbreviation(token: Token) -> bool:
    return len(token.text) <= 4 and token.text[:1].isupper()


def _take_sign(tokens: Sequence[Token], at: int, run: Run, found: Evidence) -> None:
    """Take a call sign in quotation marks: with the call sign "Falcon"."""
    if at == run.first - 1 and at > 0 and tokens[at - 1].kinds & Kind.SIGN:
        found.is_person = found.is_firm = found.private = True


def _take_role(tokens: Sequence[Token], at: int, found: Evidence) -> None:
    """Take a noun for a person before the name, and what is said of it before."""
    kinds = tokens[at].kinds
    is_office = bool(kinds & Kind.OFFICE) and not kinds & Kind.KIN
    _take_office(tokens, at, found, is_office=is_office)


def _take_office(
    tokens: Sequence[Token], at: int, found: Evidence, *, is_office: bool
) -> None:
    """Take an office or what is none, unless it is of somebody else."""
    found.is_person = True
    if is_office and _belongs_to_private(tokens, at):
        is_office = False
    found.office |= is_office
    found.private |= not is_office
    for back in range(at, max(at - 4, -1), -1):
        token = tokens[back]
        if token.kinds & Kind.HELD:
            found.held = True
        if token.text in _ENDS or token.text in (".", ","):
            return
        if back < at and token.kinds & (Kind.STOP | Kind.SAYING | Kind.LINK):
            return


def _belongs_to_private(tokens: Sequence[Token], at: int) -> bool:
    """True for the office in "wife of the governor" and "driver for the mayor"."""
    linked, in_genitive = False, True
    for back in range(at - 1, max(at - 6, -1), -1):
        kinds = tokens[back].kinds
        if kinds & Kind.LINK:
            linked = True
        elif kinds & (Kind.PRIVATE | Kind.KIN):
            return linked or (in_genitive and is_cyrillic(tokens[back].text))
        elif not tokens[back].text[:1].isalpha() or kinds & (Kind.STOP | Kind.SAYING):
            return False
        in_genitive &= bool(kinds & (Kind.QUALIFIER | Kind.RANK | Kind.HEADING))
    return False


def _look_on(tokens: Sequence[Token], run: Run, found: Evidence) -> None:
    """Add what stands behind the name."""
    at = run.last + 1
    if at >= len(tokens):
        return
    token = tokens[at]
    if token.text in ("'s", "’s"):
        _look_at_owned(tokens, at + 1, found)
    elif token.text == "(":
        if _is_age(tokens, at + 1):
            found.is_person = found.is_firm = True
            _look_at_apposition(tokens, at + 3, found, run.length)
    elif token.text == "," or token.text in _DASHES:
        _look_at_apposition(tokens, at + 1, found, run.length)
    elif token.kinds & Kind.SAYING:
        found.speaks = True
    else:
        was_person = found.is_person
        _look_at_fate(tokens, at, found)
        found.is_person &= run.length > 1 or was_person


def _look_at_owned(tokens: Sequence[Token], at: int, found: Evidence) -> None:
    """Take "Bel's wife", "Bel's captors"."""
    for here in range(at, min(at + 3, len(tokens))):
        kinds = tokens[here].kinds
        if kinds & (Kind.KIN | Kind.HELD):
            found.is_person = True
            found.held |= bool(kinds & Kind.HELD)
        if not tokens[here].text[0].isalpha():
            return


def _is_age(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    text = tokens[at].text
    if not (text.isascii() and text.isdigit() and int(text[:4]) <= _OLDEST):
        return text.lower() in ("aged", "age")
    behind = tokens[at + 1].text if at + 1 < len(tokens) else "."
    years = behind.casefold().startswith(("лет", "год", "рок", "рік", "year"))
    return not behind[:1].isalnum() or behind.lower() in ("and", "was") or years


def _look_at_apposition(
    tokens: Sequence[Token], at: int, found: Evidence, run_length: int
) -> None:
    """Take "Bel, 34, a teacher", "Bel, the governor of Orlan", "Bel, who was held"."""
    if _is_age(tokens, at):
        found.is_person = found.is_firm = True
        while at < len(tokens) and tokens[at].text not in (",", ".", "\n"):
            if tokens[at].kinds & ROLE:
                break
            at += 1
        at += at < len(tokens) and tokens[at].text == ","
    if at < len(tokens) and tokens[at].kinds & Kind.RELATIVE:
        found.is_person = found.is_firm = not is_cyrillic(tokens[at].text)
        _look_at_fate(tokens, at + 1, found, in_clause=True)
        return
    for here in range(at, min(at + _REACH, len(tokens))):
        token = tokens[here]
        if token.text in _ENDS or token.text in (",", "."):
            return
        if is_of_field(tokens, here):
            continue
        if token.kinds & ROLE and not (here == at and token.text[0].isupper()):
            _take_named_role(tokens, here, found)
            return
        if token.kinds & Kind.HELD and here - at <= 1:
            found.held = True
            found.is_person |= run_length > 1
            return
        if token.kinds & (Kind.SAYING | Kind.STOP | Kind.RELATIVE) or is_verb(
            token.text, token.kinds
        ):
            return


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
    if is_office and behind is not None and behind.text in ("'s", "’s"):
        owned = tokens[at + 2 : at + 4]
        is_office = not any(t.kinds & (Kind.KIN | Kind.PRIVATE) for t in owned)
    found.office |= is_office
    found.private |= not is_office
    found.held |= bool(kinds & Kind.HELD)


def _look_at_fate(
    tokens: Sequence[Token], at: int, found: Evidence, *, in_clause: bool = False
) -> None:
    """Take "Bel was captured", "Bel, who was freed on Sunday", "Бел попал в плен"."""
    strange = 0
    was = in_clause
    for here in range(at, min(at + _FATE_REACH, len(tokens))):
        token = tokens[here]
        kinds = token.kinds
        if not token.text[0].isalpha() or kinds & Kind.SAYING:
            return
        if kinds & Kind.HELD and (was or is_cyrillic(token.text)):
            found.held = found.is_person = True
            return
        if kinds & (Kind.PRIVATE | Kind.HARMED) and was:
            found.is_person = True
            return
        if kinds & Kind.LEADING and in_clause:
            found.is_person = found.office = True
            return
        if kinds & Kind.OFFICE and was and not is_cyrillic(token.text):
            found.is_person = found.office = True
            return
        if kinds & (Kind.BEING | Kind.RANK | Kind.QUALIFIER):
            was = True
        elif token.text.lower() not in ("a", "an", "the"):
            strange += 1
            if strange > (4 if in_clause else 1):
                return
