"""What of each document must not leave the workspace, and how it is put away.

Prisoners (Geneva Convention III art. 13, IV art. 27), witnesses, victims, minors and
all other persons without a public office are withheld, whoever speaks of them; words
of persons in captivity are withheld with their names. Figures stay. A ruling shows a
name again. This is the one place that decides it, for pages, commands and exports.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass, replace
from functools import cache
from itertools import islice
from operator import itemgetter
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from sayso.ledger import HeldDocument
from sayso.model import (
    Attribution,
    Claim,
    Document,
    Evidence,
    Reading,
    Span,
    Speaker,
)
from sayso.model.codec import parts_of
from sayso.model.withheld import MASK, NAME_SIGN, NAME_SPELLED, WORDS_SIGN
from sayso.reading.persons.hiding import HiddenNames, find_hidden, hide_names
from sayso.reading.persons.lexicon import ROLE, Kind, is_cyrillic, kinds_of
from sayso.reading.persons.persons import Names, Person, find_persons
from sayso.vocabulary.languages import ENGLISH
from sayso.vocabulary.persons.endings import MANY
from sayso.workspace.shown_names import shown_document, shown_held

Value = TypeVar("Value")

_COMMON = (
    ROLE
    | Kind.TITLE
    | Kind.RANK
    | Kind.QUALIFIER
    | Kind.HELD
    | Kind.HARMED
    | Kind.THING
    | Kind.NO_NAME
    | Kind.STOP
    | Kind.LINK
)
"""What a word may be that names nobody, although a sentence may begin with it."""
_CAPITAL = r"[^\W\d_a-z][\w'’-]+"
_PLACED = re.compile(
    r"(?P<where>\b(?:of|in|at) (?:[a-z]+ )?)"
    rf"(?P<behind>{_CAPITAL}(?: {_CAPITAL}){{0,2}})"
    rf"|^(?P<before>{_CAPITAL})(?= [a-z][\w'’-]*$)"
)
"""Where a place may stand in what several are called: "residents in Aleppo", "Madaya
evacuees"."""
_WORDED = ("group", "affected", "actor", "place")
"""Fields of a claim in whose words a name may stand."""
_LINKING = frozenset(["of", "for", "in", "at", "with", "from", "near", "de", "al"])
"""Words behind which a name may stand: "Ana Kell of the army"."""


@dataclass(frozen=True, slots=True)
class Mask:
    """What is withheld of one document."""

    covers: tuple[tuple[int, int, str], ...] = ()
    """Start, end and sign of each stretch of the text that is covered, in order."""
    names: HiddenNames = field(default_factory=HiddenNames)
    """Words of the names, to be looked for in words that are no span."""
    shown: frozenset[str] = frozenset()
    """Names that a ruling shows."""

    def __bool__(self) -> bool:
        """True where anything is withheld."""
        return bool(self.covers) or bool(self.names)

    def whole(self, text: str, start: int = 0) -> str:
        """Give the document's text with signs for all that is withheld.

        Args:
            text: All of it, or what stands in it from `start` on.
            start: Offset of its first character in the document.
        """
        kept, at, end = [], start, start + len(text)
        first = bisect_right(self.covers, start, key=itemgetter(1))
        for opens, closes, sign in islice(self.covers, first, None):
            if opens >= end:
                break
            begin, stop = max(opens, start), min(closes, end)
            kept += [text[at - start : begin - start], sign * (stop - begin)]
            at = stop
        return "".join((*kept, text[at - start :])) if kept else text

    def span(self, span: Span) -> Span:
        """Give a span of the document with what is withheld in it as signs."""
        words = self.whole(span.text, span.start)
        return span if words is span.text else replace(span, text=words)

    def words(self, words: str) -> str:
        """Give words that are no span with the names in them spelled as withheld."""
        if not self.names or words.islower():  # a name has a capital
            return words
        for start, end in reversed(find_hidden(words, self.names)):
            words = f"{words[:start]}{NAME_SPELLED}{words[end:]}"
        return words

    def words_around(self, words: str, outlets: Collection[str]) -> str:
        """Give words as `words` does, with the names of outlets in them left."""
        if not outlets or not self.names:
            return self.words(words)
        known = "|".join(map(re.escape, sorted(outlets, key=len, reverse=True)))
        pieces = re.split(rf"(?<!\w)({known})(?!\w)", words)
        pieces[::2] = map(self.words, pieces[::2])
        return "".join(pieces)

    def name(self, name: str) -> str:
        """Give a name, or what stands for it where it is one to withhold."""
        words = self.words(name)
        return MASK if words == NAME_SPELLED else words

    def speaker(self, speaker: Speaker) -> Speaker:
        """Give a speaker as it may be shown; the id stays."""
        if speaker.private and is_name(speaker.name) and speaker.name not in self.shown:
            return replace(speaker, name=MASK)
        name = self.name(speaker.name)
        if name == speaker.name:
            return speaker
        return replace(speaker, name=MASK, private=True)

    def claim(self, claim: Claim) -> Claim:
        """Give a claim as it may be shown: figure and fields, no withheld name."""
        new = _changed_fields(claim, self.span) if self.covers else {}
        speaker = claim.speaker and self.speaker(claim.speaker)
        if speaker is not claim.speaker:
            new["speaker"] = speaker
        if claim.claimant is not None:
            is_hidden = speaker is not None and speaker.name == MASK
            new["claimant"] = MASK if is_hidden else self.name(claim.claimant)
        if self.names:
            new["via"] = tuple(map(self.words, claim.via))
            for name in _WORDED:
                words: str | None = getattr(claim, name)
                if words:
                    new[name] = self.words(words)
        new = {name: v for name, v in new.items() if v != getattr(claim, name)}
        return replace(claim, **new) if new else claim

    def evidence(self, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        """Give the words that carry fields as they may be shown."""
        return _recut(evidence, self.span) if self.covers else evidence

    def attribution(self, said: Attribution) -> Attribution:
        """Give an attribution as it may be shown."""
        speaker = said.speaker and self.speaker(said.speaker)
        name = said.name and self.name(said.name)
        if speaker is not None and speaker.name == MASK and name is not None:
            name = MASK
        fitting = _recut(said, self.span) if self.covers else said
        via = tuple(map(self.words, said.via))
        return replace(fitting, speaker=speaker, name=name, via=via)

    def document(self, document: Document) -> Document:
        """Give a document as it may be shown; its id is no longer that of its text."""
        text, document = self.whole(document.text), shown_document(document)
        title = document.title and self.words(document.title)
        name = document.name and self.words(document.name)
        return replace(document, text=text, title=title, name=name)

    def held(self, held: HeldDocument) -> HeldDocument:
        """Give what is known of a document as it may be shown."""
        held = shown_held(held)
        if not self.names:
            return held
        facts = held.facts
        title = facts.title and self.words(facts.title)
        name = facts.name and self.words(facts.name)
        captures = tuple(
            replace(c, title=c.title and self.words(c.title)) for c in held.captures
        )
        facts = replace(facts, title=title, name=name)
        return replace(held, facts=facts, captures=captures)

    def reading(self, reading: Reading) -> Reading:
        """Give a reading as it may be shown."""
        fitting = _recut(reading, self.span) if self.covers else reading
        return replace(
            fitting,
            document=self.document(reading.document),
            attributions=tuple(map(self.attribution, reading.attributions)),
            claims=tuple(map(self.claim, reading.claims)),
        )


NOTHING = Mask()
"""The mask of a document that names nobody to withhold."""


def make_mask(
    reading: Reading, title: str | None, names: Names, shown: Iterable[str] = ()
) -> Mask:
    """Give what is to be withheld of a document.

    Args:
        reading: The document's current reading; its text is looked through.
        title: The title, which may be worded otherwise than the text.
        names: Public persons, places and bodies that are known beforehand.
        shown: Names that a person ruled may be shown.
    """
    text, open_names = reading.document.text, frozenset(shown)
    whole = f"{text}\n\n{title}" if title else text
    places, doubtful = _names_of_no_persons(reading)
    own = Names(names.public, {*names.others, *places}, doubtful)
    open_words = hide_names((), open_names).words
    persons = tuple(
        replace(person, is_withheld=False)
        if _is_open(person, open_words) or _is_outlet(person, reading.document)
        else person
        for person in find_persons(whole, own, reading.persons)
    )
    named = {
        name
        for name in _private_names(reading) - open_names
        if not _is_outlets(name, reading.document)
    }
    private = {_without_public(name, persons) for name in named}
    hidden = hide_names(persons, private)
    letters = list(text)
    for start, end in _withheld_words(reading, persons, open_names):
        _cover(letters, start, end, WORDS_SIGN)
    for claim in reading.claims:
        span = claim.quantity.span
        letters[span.start : span.end] = text[span.start : span.end]
    for person in persons:
        for span in person.mentions if person.is_withheld else ():
            _cover(letters, span.start, min(span.end, len(text)), NAME_SIGN)
    for start, end in find_hidden(text, hidden):
        _cover(letters, start, end, NAME_SIGN)
    return Mask(_covers(text, letters), hidden, open_names)


def mask_reading(reading: Reading) -> Reading:
    """Give the reading of a text that no ledger holds as it may be shown."""
    from sayso.reading.persons.known import known_names  # slow: the packs
    from sayso.workspace.own_data import load_own

    names = known_names(load_own().theatres)
    return make_mask(reading, reading.document.title, names).reading(reading)


def is_name(words: str) -> bool:
    """True for a person's name, not for what several or a body are called.

    "Residents", "Local residents" and "Local Residents Committee" name nobody; a phrase
    with a name in it does ("Relatives of Ana Kell").
    """
    said = [word.strip(",.()«»“”") for word in words.split()]
    said = [word for word in said if word]
    own = [at for at, word in enumerate(said) if word[0].isupper()]
    if not own:
        return False
    is_body = bool(kinds_of(said[-1].lower()) & Kind.THING) and len(said) > 1
    if is_body and "," not in words and not _LINKING.intersection(said):
        return False
    kinds = [_kinds(word) for word in said]
    if any(kind & Kind.TITLE for kind in kinds[:-1]):
        return True
    return any(not kinds[at] & _COMMON or bool(kinds[at] & Kind.GIVEN) for at in own)


def _kinds(word: str) -> int:
    """Give what a word or its singular is: "witnesses" as "witness"."""
    plain = word.lower()
    return kinds_of(plain) | (kinds_of(plain[:-2]) if plain.endswith("es") else 0)


def _names_of_no_persons(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Give the places of a reading that a list has, and those that none has."""
    known = {t.span.text.lower() for t in reading.toponyms if t.place is not None}
    named = {t.span.text.lower() for t in reading.toponyms}
    return frozenset(known), frozenset(named - known)


def _is_open(person: Person, words: Iterable[str]) -> bool:
    """True when a ruling shows this person."""
    return not frozenset(words).isdisjoint(hide_names((), (person.name,)).words)


def _is_outlet(person: Person, document: Document) -> bool:
    """True for what bears the outlet's own name: "residents told Capital Ledger".

    Whoever is in somebody's hands is withheld whatever an outlet calls itself.
    """
    return _is_outlets(person.name, document) and not person.is_held


def _is_outlets(name: str, document: Document) -> bool:
    """True for the name of the document's outlet, with its article or without."""
    own = _plain(document.outlet or "")
    return bool(own) and _plain(name) == own


def _plain(name: str) -> str:
    return name.strip().casefold().removeprefix("the ")


def _private_names(reading: Reading) -> frozenset[str]:
    """Give the names of speakers that the reading calls private."""
    speakers = [said.speaker for said in reading.attributions]
    speakers += [claim.speaker for claim in reading.claims]
    places = frozenset(toponym.span.text for toponym in reading.toponyms)
    called = {
        _without_places(s.name, places) for s in speakers if s is not None and s.private
    }
    return frozenset(filter(is_name, called))


def _without_public(name: str, persons: Sequence[Person]) -> str:
    """Give what several are called without those of them who may be shown.

    "Governor Ana Kell and resident Ivo Bel" speak together; the governor's own name
    tells nothing of him.
    """
    withheld = {s.text for p in persons if p.is_withheld for s in p.mentions}
    shown = {s.text for p in persons if not p.is_withheld for s in p.mentions}
    rest = name
    for words in sorted(shown - withheld, key=len, reverse=True):
        rest = rest.replace(words, " ")
    if any(words in name for words in withheld) or _is_office(rest):
        return rest
    return name


def _is_office(words: str) -> bool:
    """True for what begins with an office: "General Secretary of the Miners' Union"."""
    kinds = [kinds_of(word.strip(",.()«»“”").lower()) for word in words.split()]
    return bool(kinds) and bool(kinds[0] & (Kind.OFFICE | Kind.HEADING))


def _without_places(name: str, places: frozenset[str]) -> str:
    """Give what a speaker is called without where: "Residents in " of "... Aleppo".

    Elsewhere in what one is called a place's name may be a person's.
    """

    def outside(match: re.Match[str]) -> str:
        place = match["behind"] or match["before"]
        return match["where"] or "" if place in places else match[0]

    return _PLACED.sub(outside, name)


def _withheld_words(
    reading: Reading, persons: Sequence[Person], shown: frozenset[str]
) -> Iterable[tuple[int, int]]:
    """Yield the ends of what persons in captivity are quoted with."""
    captive = [p for p in persons if p.is_held and p.is_withheld]
    held = [span for person in captive for span in person.mentions]
    names = {person.name for person in captive}
    nouns = ENGLISH.speakers.detained
    open_spans = [s for p in persons if not p.is_withheld for s in p.mentions]
    for said in reading.attributions:
        called = " ".join(span.text for span in said.source)
        name = said.speaker.name if said.speaker else said.name or ""
        if name not in shown and (
            any(source.overlaps(span) for source in said.source for span in held)
            or name in names
            or _is_prisoner(called)
            or not (
                nouns.isdisjoint(f"{called} {name}".lower().split())
                or _is_body(said.speaker)
                or any(_names_official(s, open_spans) for s in said.source)
            )
        ):
            yield from ((span.start, span.end) for span in said.content)


def _is_prisoner(called: str) -> bool:
    """True for a source of one or two words that is a person held: "один пленный".

    Of Cyrillic words, which no list of a language's nouns has; in the plural a second
    word says whose a body is ("штаб полонених").
    """
    *before, last = called.lower().split() or [""]
    if len(before) > 1 or not is_cyrillic(last) or (before and MANY.search(last)):
        return False
    both = Kind.HELD | Kind.PRIVATE
    is_role = any(kinds_of(word) & (ROLE | Kind.THING) for word in before)
    return kinds_of(last) & both == both and not is_role


def _names_official(source: Span, shown: Sequence[Span]) -> bool:
    """True for "prisoner exchange coordinator Ana Kell", who is in nobody's hands.

    Not for "a prisoner of Governor Ana Kell": no word links the noun to the office.
    """
    for span in shown:
        if source.start < span.start and span.end == source.end:
            before = source.text[: span.start - source.start].split()
            kinds = [kinds_of(word.lower()) for word in before]
            is_linked = any(kind & Kind.LINK for kind in kinds)
            return bool(kinds) and bool(kinds[-1] & Kind.OFFICE) and not is_linked
    return False


def _is_body(speaker: Speaker | None) -> bool:
    """True for a body that is called after prisoners: it is in nobody's hands."""
    if speaker is None or speaker.private:
        return False
    words = speaker.name.lower().split()
    ends = (
        at for at, word in enumerate(words) if word in ENGLISH.speakers.prepositions
    )
    head = words[: next(ends, len(words))]
    return bool(head) and head[-1] in ENGLISH.speakers.bodies


def _cover(letters: list[str], start: int, end: int, sign: str) -> None:
    for at in range(start, end):
        if letters[at] != "\n":
            letters[at] = sign


def _covers(text: str, letters: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    """Give the stretches in which letters are no longer those of the text."""
    found = list[tuple[int, int, str]]()
    for at, (was, sign) in enumerate(zip(text, letters, strict=True)):
        if was == sign:
            continue
        if found and found[-1][1:] == (at, sign):
            found[-1] = (found[-1][0], at + 1, sign)
        else:
            found.append((at, at + 1, sign))
    return tuple(found)


def _recut(value: Value, cut: Callable[[Span], Span]) -> Value:
    """Give a value with every span in it cut anew."""
    changed: Value = _changed(value, cut)
    return changed


def _changed(value: Any, cut: Callable[[Span], Span]) -> Any:
    if isinstance(value, Span):
        return cut(value)
    if isinstance(value, tuple):
        changed = tuple(_changed(item, cut) for item in value)
        return changed if any(map(_differ, changed, value)) else value
    if isinstance(value, Mapping):
        return MappingProxyType({k: _changed(v, cut) for k, v in value.items()})
    new = _changed_fields(value, cut)
    return replace(value, **new) if new else value


def _changed_fields(value: Any, cut: Callable[[Span], Span]) -> dict[str, Any]:
    """Give the fields of a value in which a span is another once cut anew."""
    new = {}
    kind: Any = type(value)
    for name in _with_spans(kind):
        before = getattr(value, name)
        if before is None or isinstance(before, str):
            continue
        after = _changed(before, cut)
        if after is not before:
            new[name] = after
    return new


_OPEN = (Span, Any, object, tuple, Mapping)
"""Types without a word on what they hold may hold anything."""


@cache
def _with_spans(kind: Hashable) -> tuple[str, ...]:
    """Give the fields of a class that may hold spans; none of a plain value.

    A claim has thirty fields, and few of them do; pages mask claims by the hundred.
    """
    if not isinstance(kind, type) or not is_dataclass(kind) or kind is Document:
        return ()
    return tuple(p.name for p in parts_of(kind) if _holds_spans(p.hint))


@cache
def _holds_spans(hint: Any) -> bool:
    """True for a type that is or may hold a span; in doubt it may."""
    if inner := get_args(hint):
        return any(map(_holds_spans, inner))
    hint = getattr(hint, "__supertype__", hint)
    if not isinstance(hint, type):
        return hint is not Ellipsis
    return hint in _OPEN or bool(_with_spans(hint))


def _differ(one: object, other: object) -> bool:
    return one is not other
