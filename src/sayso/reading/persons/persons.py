"""The persons a text names, each over all of its mentions, and who is to be withheld.

A person is told by name, title, age, relatives or a verb of speech; who holds a public
office and is in nobody's hands may be shown, everybody else is withheld. In doubt a
name is a person's and the person holds no office. Nothing is known of anybody but what
the text says, and the officials of theatre packs. Method: our own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter

from sayso.model import Span
from sayso.reading.persons.before import look_back
from sayso.reading.persons.behind import look_on
from sayso.reading.persons.evidence import Evidence
from sayso.reading.persons.lexicon import ROLE, Kind, is_cyrillic, key_of
from sayso.reading.persons.runs import Run, Token, find_runs, read_tokens
from sayso.reading.persons.telling import is_where
from sayso.vocabulary.persons.around import AND
from sayso.vocabulary.persons.endings import (
    ADJECTIVE_ENDINGS,
    LATIN_SURNAME,
    PATRONYMIC,
    SURNAME,
)

_LEAST_ALONE = 3
"""Letters of a name that is looked for alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a text."""

    name: str
    """The fullest mention."""
    mentions: tuple[Span, ...]
    """In the order of the text."""
    is_withheld: bool
    is_held: bool
    """In somebody's hands, or was: what such persons say is withheld as well."""


@dataclass(frozen=True, slots=True)
class _Call:
    """What may be a person's name, with what stands around it."""

    run: Run
    evidence: Evidence
    keys: tuple[str, ...]
    """The name's words without endings, particles and initials."""


@dataclass(slots=True)
class _Draft:
    """A person while mentions are gathered."""

    keys: list[tuple[str, ...]]
    """Of each name the person goes by, its words without endings."""
    runs: list[Run]
    evidence: Evidence
    is_known: bool
    parts: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names beforehand, all in lower case."""

    public: Collection[str] = frozenset()
    """Public persons, in full or the surname alone: officials of theatre packs."""
    others: Collection[str] = frozenset()
    """Places, bodies and parties: no persons, unless a text calls one so by age."""
    doubtful: Collection[str] = frozenset()
    """What was taken for a place and stands in no list: no persons either, unless it
    is a given name or more than a noun tells a person."""


def find_persons(
    text: str, names: Names = Names(), told: Sequence[Span] = ()
) -> tuple[Person, ...]:
    """Give the persons that a text names, in order of their first mention.

    Args:
        text: The document's text, in any language; names are found in Latin and
            Cyrillic letters.
        names: Those of officials, places and bodies that are known beforehand.
        told: Names that a network takes for persons', in order. It is believed that
            they are; whether they hold an office only the words around them tell.

    Returns:
        Persons with all mentions; those of public office have `is_withheld` False.
    """
    tokens, calls = _read_calls(text)
    drafts = _gather(text, tokens, calls, names, told)
    return tuple(
        Person(
            name=_words(text, tokens, max(draft.runs, key=lambda r: r.length)).text,
            mentions=tuple(_words(text, tokens, run) for run in draft.runs),
            is_withheld=draft.evidence.held
            or not (
                draft.evidence.office or (draft.is_known and not draft.evidence.private)
            ),
            is_held=draft.evidence.held,
        )
        for draft in drafts
    )


@lru_cache(maxsize=4)
def _read_calls(text: str) -> tuple[tuple[Token, ...], tuple[_Call, ...]]:
    """Give the words of a text and what may be names, with all that needs no list.

    Kept for a few texts: speakers, places and masks ask for the same one in turn.
    """
    tokens = read_tokens(text)
    runs = [_without_place(tokens, run) for run in find_runs(text, tokens)]
    calls = [_Call(run, _weigh(tokens, run), _keys(tokens, run)) for run in runs]
    return tokens, tuple(calls)


def find_withheld(
    text: str, names: Names = Names(), told: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """Give the names to withhold in a text, in order, none within another."""
    spans = {
        span
        for person in find_persons(text, names, told)
        if person.is_withheld
        for span in person.mentions
    }
    return tuple(sorted(spans))


def _gather(
    text: str,
    tokens: Sequence[Token],
    calls: Sequence[_Call],
    names: Names,
    told: Sequence[Span],
) -> list[_Draft]:
    """Give the persons: first who is told as one, then further mentions of each."""
    drafts: list[_Draft] = []
    waiting: list[_Call] = []
    whole = tuple(_widened(tokens, calls, told))
    towns = {call.keys for call in whole if is_where(tokens, call.run)}
    for call in whole:
        run = call.run
        same = _alias_of(tokens, run, drafts) or _find_same(tokens, call, drafts)
        is_told = call.keys not in towns and _is_told(tokens, run, told)
        evidence = replace(call.evidence, is_told=is_told)
        if same is not None:
            _add(same, call)
        elif _is_person(text, tokens, run, evidence, names):
            is_known = _is_known(text, tokens, run, names.public)
            drafts.append(_Draft([], [], Evidence(), is_known))
            _add(drafts[-1], call)
        else:
            waiting.append(call)
    for call in reversed(waiting):  # "Мурат, Шушан и её мать Арусяк": the last is told
        if _is_beside(text, tokens, call.run, drafts, names):
            drafts.append(_Draft([], [], Evidence(), is_known=False))
            _add(drafts[-1], call)
    for call in waiting:  # named in full only further down
        same = _find_same(tokens, call, drafts)
        if same is not None and call.run not in same.runs:
            _add(same, call)
    for draft in drafts:
        draft.runs.sort(key=lambda run: run.first)
    return drafts


def _is_beside(
    text: str,
    tokens: Sequence[Token],
    run: Run,
    drafts: Sequence[_Draft],
    names: Names,
) -> bool:
    """True for one word that "and" joins to a private person's name: "Хава и Адум".

    What a list calls a place or body is none, and what no list has is in doubt one.
    """
    word = tokens[run.first]
    is_common = word.kinds & (_NO_PART | Kind.DOUBTFUL) or len(word.text) < _LEAST_ALONE
    if run.length > 1 or run.in_heading or is_common:
        return False
    if _words(text, tokens, run).text.lower() in names.others:
        return False
    private = [d for d in drafts if d.evidence.held or not d.evidence.office]
    ends = {r.last for d in private if not d.is_known for r in d.runs}
    starts = {r.first for d in private if not d.is_known for r in d.runs}
    return (run.first - 2 in ends and _kinds_and(tokens, run.first - 1)) or (
        run.last + 2 in starts and _kinds_and(tokens, run.last + 1)
    )


def _kinds_and(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].text in AND


def _widened(
    tokens: Sequence[Token], calls: Sequence[_Call], told: Sequence[Span]
) -> Iterator[_Call]:
    """Yield names, each with what a network takes for the same person's beside it."""
    last = -1
    for call in calls:
        run = call.run
        if run.last <= last:
            continue
        at = bisect_right(told, tokens[run.first].start, key=attrgetter("end"))
        if at < len(told) and told[at].start < tokens[run.last].end:
            wide = _widen(tokens, run, told[at])
            if wide != run:
                last = wide.last
                yield _Call(wide, call.evidence, _keys(tokens, wide))
                continue
        last = run.last
        yield call


def _widen(tokens: Sequence[Token], run: Run, told: Span) -> Run:
    first, last = run.first, run.last
    while first > 0 and tokens[first - 1].start >= told.start:
        before = tokens[first - 1]
        if not before.is_name or before.kinds & _NO_PART:
            break
        if first > 1 and _is_noun_of_place(tokens[first - 2]):
            break  # "мешканка Оріхова Тамара"
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].end <= told.end:
        if not tokens[last + 1].is_name or tokens[last + 1].kinds & _NO_PART:
            break
        last += 1
    return Run(first, last, run.in_heading)


_NO_PART = ROLE | Kind.TITLE | Kind.RANK | Kind.NO_NAME | Kind.THING | Kind.HELD


def _is_noun_of_place(token: Token) -> bool:
    """True for a noun behind which a place may stand in the genitive."""
    return is_cyrillic(token.text) and bool(token.kinds & (ROLE | Kind.THING))


def _is_told(tokens: Sequence[Token], run: Run, told: Sequence[Span]) -> bool:
    """True for a name of which a network takes a part for a person's.

    In Cyrillic letters a name in quotation marks is not believed.
    """
    if is_cyrillic(tokens[run.first].text):
        if _kinds(tokens, run.last) & _NO_PART:
            return False
        if run.first and tokens[run.first - 1].text in _OPENING:
            return False
    at = bisect_right(told, tokens[run.first].start, key=attrgetter("end"))
    return at < len(told) and told[at].start < tokens[run.last].end


def _weigh(tokens: Sequence[Token], run: Run) -> Evidence:
    """Give what the words around a name say of it."""
    found = Evidence()
    look_back(tokens, run, found)
    look_on(tokens, run, found)
    return found


def _alias_of(
    tokens: Sequence[Token], run: Run, drafts: Sequence[_Draft]
) -> _Draft | None:
    """Give the person whose name in other letters this is: "Иво Бел (Ivo Bel)".

    Or whose surname stands behind a name taken in the field: "Иво «Туман» Бел".
    """
    if run.first < 2:
        return None
    if tokens[run.first - 1].text in _CLOSING:
        return _called_between(tokens, run, drafts)
    if tokens[run.first - 1].text != "(":
        return None
    if is_cyrillic(tokens[run.first].text) == is_cyrillic(tokens[run.first - 2].text):
        return None
    before = run.first - 2
    return next((d for d in drafts if d.runs[-1].last == before), None)


_CLOSING = frozenset('»”"’')
_OPENING = frozenset('«“"„‘')
_CALLED = 4
"""Words of a name taken in the field, at most."""


def _called_between(
    tokens: Sequence[Token], run: Run, drafts: Sequence[_Draft]
) -> _Draft | None:
    """Give the person named before what stands in quotation marks before a surname."""
    least = max(run.first - 2 - _CALLED, 0)
    for at in range(run.first - 2, least, -1):
        if tokens[at].text in _OPENING:
            return next((d for d in drafts if d.runs[-1].last == at - 1), None)
        if not tokens[at].text[0].isalnum() and tokens[at].text not in "-’'":
            return None
    return None


def _without_place(tokens: Sequence[Token], run: Run) -> Run:
    """Give the run from the given name on: "(mayor of) Харькова Игорь Бел"."""
    if _kinds(tokens, run.first) & Kind.GIVEN:
        return run
    is_place = _kinds(tokens, run.first - 1) & Kind.LINK
    is_body = any(tokens[at].kinds & Kind.THING for at in range(run.first, run.last))
    if not (is_cyrillic(tokens[run.first].text) or is_place or is_body):
        return run  # "Mizanur Rahmatullah Chowdhury"
    for at in range(run.first + 1, run.last + 1):
        kinds = tokens[at].kinds
        if kinds & Kind.GIVEN and not kinds & Kind.DOUBTFUL:
            role = run.first > 0 and bool(tokens[run.first - 1].kinds & ROLE)
            is_surname = _is_surname(tokens[run.first].text)
            if at + 1 == run.last and PATRONYMIC.search(tokens[run.last].text.lower()):
                return run  # "Кузьменко Степан Олексійович", as lists have it
            if at < run.last or (role and not is_surname):
                return Run(at, run.last, run.in_heading)
            return run
    is_initial = run.first == 0 or tokens[run.first - 1].text in _SENTENCE_STARTS
    word = tokens[run.first].text
    if is_initial and run.length > 1 and is_cyrillic(word) and not _is_surname(word):
        return Run(run.first + 1, run.last, run.in_heading)
    return run


_SENTENCE_STARTS = frozenset('.!?\n"“«:')


def _kinds(tokens: Sequence[Token], at: int) -> int:
    return tokens[at].kinds if 0 <= at < len(tokens) else Kind.NONE


def _is_surname(word: str) -> bool:
    lower = word.lower()
    return bool((SURNAME if is_cyrillic(lower) else LATIN_SURNAME).search(lower))


def _is_person(
    text: str, tokens: Sequence[Token], run: Run, evidence: Evidence, names: Names
) -> bool:
    """True when a run is a person's name; in doubt it is."""
    words = [tokens[at] for at in range(run.first, run.last + 1) if tokens[at].is_name]
    parts = [word for word in words if len(word.text) > 1]
    if not parts:
        return False
    first, last = parts[0], parts[-1]
    is_given = any(t.kinds & Kind.GIVEN and not t.kinds & Kind.DOUBTFUL for t in parts)
    is_named = is_given
    if len(words) > 1:
        is_named |= _is_surname(last.text)
        is_named |= any(PATRONYMIC.search(t.text.lower()) for t in parts[1:])
        is_named |= len(words[0].text) == 1 and tokens[run.first + 1].text == "."
    before = _kinds(tokens, run.first - 1)
    is_street = before & Kind.NAMED_AFTER and not evidence.is_firm
    if is_street and tokens[run.first - 2].text.lower() != "по":
        return False
    if len(parts) > 1 and any(
        t.kinds & Kind.NO_NAME and not t.kinds & Kind.GIVEN for t in parts
    ):
        return is_given and len(parts) > 1
    if _is_thing(tokens, run, parts):
        return evidence.is_person and is_given
    name = _words(text, tokens, run).text.lower()
    if name in names.others:
        is_called = evidence.is_aged or evidence.is_called
        is_called |= len(words) == 1 and bool(first.kinds & Kind.SMALL)
        return is_called or (is_given and evidence.is_person)
    if name in names.doubtful:
        is_called = evidence.is_person and not is_cyrillic(first.text)
        return is_given or is_called or evidence.is_firm or evidence.is_aged
    if run.in_heading:
        return (is_named or evidence.is_told) and (len(parts) > 1 or is_given)
    if len(words) == 1:
        return _stands_alone(first, evidence, is_given=is_given, known=names.public)
    if is_named or evidence.is_told or evidence.is_firm:
        return True
    is_adjective = is_cyrillic(first.text) and first.text.lower().endswith(
        ADJECTIVE_ENDINGS
    )
    return (evidence.is_person or evidence.speaks) and not is_adjective


def _is_thing(tokens: Sequence[Token], run: Run, parts: Sequence[Token]) -> bool:
    """True for the name of a body, street or ship."""
    behind = _kinds(tokens, run.last + 1)
    is_followed = bool(behind & Kind.THING) and not is_cyrillic(parts[0].text)
    return is_followed or any(t.kinds & Kind.THING for t in parts)


def _stands_alone(
    word: Token, evidence: Evidence, *, is_given: bool, known: Collection[str]
) -> bool:
    """True for one word that is a person's name."""
    if len(word.text) < _LEAST_ALONE or word.kinds & Kind.NO_NAME:
        return False
    if is_given or evidence.is_firm or word.text.lower() in known:
        return True
    is_beside = evidence.speaks or evidence.is_person
    if evidence.is_told and (is_beside or not is_cyrillic(word.text)):
        return True
    if word.kinds & (Kind.KNOWN | Kind.GIVEN) and (
        evidence.is_person or evidence.speaks
    ):
        return True
    is_surname = _is_surname(word.text)
    if evidence.is_person and not is_cyrillic(word.text):
        return True
    return is_surname and (evidence.is_person or evidence.speaks)


def _is_known(
    text: str, tokens: Sequence[Token], run: Run, known: Collection[str]
) -> bool:
    """True for the name of a public person, in full or the surname alone."""
    last = tokens[run.last]
    name = _words(text, tokens, run).text.lower()
    if last.kinds & Kind.KNOWN or name in known:
        return True
    if last.text.lower() not in known:
        return False
    if run.length == 1:
        return True
    given = tokens[run.first].text.lower()  # "Wilmer Uribe" is not Álvaro Uribe
    ends = f" {last.text.lower()}"
    return any(n.endswith(ends) and n.startswith(f"{given} ") for n in known)


def _keys(tokens: Sequence[Token], run: Run) -> tuple[str, ...]:
    """Give the words of a name without endings, particles and initials."""
    words = (tokens[at].text for at in range(run.first, run.last + 1))
    return tuple(key_of(w) for w in words if len(w) > 1 and w[0].isalpha())


def _find_same(
    tokens: Sequence[Token], call: _Call, drafts: Sequence[_Draft]
) -> _Draft | None:
    """Give the person last named who has all words of this name, or the reverse."""
    keys, last = call.keys, call.run.last
    if not keys or (len(keys) == 1 and len(tokens[last].text) < _LEAST_ALONE):
        return None
    own = set(keys)
    near = [draft for draft in drafts if not own.isdisjoint(draft.parts)]
    for draft in sorted(near, key=lambda d: -d.runs[-1].first):
        for name in draft.keys:
            if own <= set(name) or (len(name) > 1 and set(name) <= own):
                return draft
            if len(name) == 1 and len(keys) > 1 and name[0] in own:
                return draft
    return None


def _add(draft: _Draft, call: _Call) -> None:
    if call.keys not in draft.keys:
        draft.keys.append(call.keys)
        draft.parts.update(call.keys)
    draft.runs.append(call.run)
    draft.evidence.add(call.evidence)


def _words(text: str, tokens: Sequence[Token], run: Run) -> Span:
    return Span.cut(text, tokens[run.first].start, tokens[run.last].end)
