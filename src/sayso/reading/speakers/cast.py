"""The cast of a document: persons and bodies it names, with the offices it gives them.

Serves one end: to say who a short source means ("the general", "Demko", "the
ministry"). Names are runs of capitalised words; the entity spans of the encoder and
the packs' speakers say which of them are persons. Nothing is looked up outside the
document, so a name is never fuller than the document allows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from sayso.model import Span
from sayso.reading.speakers.name_runs import Name, find_bodies, find_runs
from sayso.reading.text.names import find_windows, to_key
from sayso.vocabulary.languages.speaker_words import SpeakerWords

_LONGEST_PERSON = 5
_CLAUSE_END = re.compile(r"[.;:!?\"“”()\n]")
_AFTER = re.compile(r",?\s{1,2}([^,.;:!?\n\"“”()]{2,90})")
_WORD = re.compile(r"[^\W_]+")
_NEAREST = 200
"""Names looked through around a source, so that long texts take no longer each."""
_CONTEXT = 90
"""Characters before and after a name in which its office is looked for."""


@dataclass(frozen=True, slots=True)
class Office:
    """A person or body with a word that the text calls it by, and where."""

    name: str
    word: str
    start: int
    modifiers: frozenset[str]


class Cast:
    """Persons and bodies of one text; find them by name, office or kind."""

    def __init__(
        self,
        text: str,
        words: SpeakerWords,
        *,
        persons: Sequence[Span] = (),
        others: Sequence[Span] = (),
        firsts: Iterable[int] = (),
    ) -> None:
        """Read the names of a text.

        Args:
            text: The document's text.
            words: The language's words for offices and bodies.
            persons: Spans known to name persons, from the encoder or packs.
            others: Spans known to name something else: bodies, places, parties.
            firsts: Offsets at which sentences begin, so that no heading is taken for
                a part of the name behind it.
        """
        self.text = text
        self.words = words
        self.names: list[Name] = []
        self.bodies: list[Name] = []
        self._small: set[str] = set()
        self._fullest: dict[tuple[str, ...], str | None] = {}
        self._spelt: dict[str, str | None] = {}
        begun = frozenset(firsts)
        for tokens in find_windows(text):
            self.names += find_runs(text, tokens, words, begun)
            self.bodies += find_bodies(text, tokens, words, begun)
            self._small.update(token.text for token in tokens if token.text.islower())
        self._starts = [name.start for name in self.names]
        self._known = sorted((span.start, span.end) for span in persons)
        self._others = sorted((span.start, span.end) for span in others)

    def names_in(self, start: int, end: int) -> list[Name]:
        """Give the runs of capitalised words that start between two offsets."""
        first = bisect_left(self._starts, start)
        found = []
        for name in self.names[first:]:
            if name.start >= end:
                break
            found.append(name)
        return found

    def is_known_person(self, name: Name) -> bool:
        """True when a span known to name a person ends where the name does."""
        at = bisect_left(self._known, (name.end, 0))
        return any(
            name.start < end <= name.end + 2
            for _, end in self._known[max(0, at - 3) : at]
        )

    def own_words(self, name: Name) -> tuple[str, ...]:
        """Give the words of a name without the offices and bodies before it."""
        first = self._first_own(name)
        return name.words[first : first + _LONGEST_PERSON]

    def own_text(self, name: Name) -> str:
        """Give the name as the text writes it, without offices before it."""
        first = self._first_own(name)
        last = min(len(name.words), first + _LONGEST_PERSON) - 1
        return self.text[name.starts[first] : name.starts[last] + len(name.words[last])]

    def _first_own(self, name: Name) -> int:
        first = 0
        for at, key in enumerate(name.keys[:-1]):
            if key in self.words.roles or key in self.words.bodies:
                first = at + 1
        return first

    def is_person(self, name: Name) -> bool:
        """True when a run of words reads as the name of a person.

        It is known as one; or it has two words or more, none of a body, an office by
        it, and is not known as something else.
        """
        own = self.own_words(name)
        if any(to_key(word) in self.words.bodies for word in own):
            return False
        if self.is_known_person(name):
            return True
        if not 2 <= len(own) <= _LONGEST_PERSON or any(_is_acronym(w) for w in own):
            return False
        last = name.end - len(name.words[-1])
        if _overlaps(self._others, last, name.end):
            return False
        return len(own) < len(name.words) or bool(self._offices_of(name))

    @cached_property
    def persons(self) -> list[tuple[int, str]]:
        """Start and full name of each person named, in order."""
        found = []
        for name in self.names:
            if self.is_person(name):
                full = self.fullest_person(self.own_words(name))
                found.append((name.start, full or self.own_text(name)))
        return found

    @cached_property
    def _by_last_word(self) -> dict[str, dict[tuple[str, ...], Name]]:
        """Give the first of each name that may be a person's, by its last word."""
        found: dict[str, dict[tuple[str, ...], Name]] = {}
        for name in self.names:
            own = tuple(map(to_key, self.own_words(name)))
            is_person_like = 2 <= len(own) <= _LONGEST_PERSON and not any(
                key in self.words.bodies for key in own
            )
            is_other = _overlaps(self._others, name.start, name.end)
            if is_person_like and (not is_other or self.is_known_person(name)):
                found.setdefault(own[-1], {}).setdefault(own, name)
        return found

    def fullest_person(self, words: Sequence[str]) -> str | None:
        """Give the fullest name in the text that ends in those words, or None.

        A word that the text also writes small is no surname: "State".
        """
        keys = tuple(map(to_key, words))
        if keys not in self._fullest:
            self._fullest[keys] = self._find_fullest(keys)
        return self._fullest[keys]

    def _find_fullest(self, keys: tuple[str, ...]) -> str | None:
        if len(keys) == 1 and keys[0] in self._small:
            return None
        best: tuple[int, Name] | None = None
        for own, name in self._by_last_word.get(keys[-1], {}).items():
            fits = len(own) > len(keys) and own[-len(keys) :] == keys
            fits = fits or _is_initialled(keys, own)
            if fits and (best is None or len(own) > best[0]):
                best = (len(own), name)
        return None if best is None else self.own_text(best[1])

    @cached_property
    def offices(self) -> dict[str, list[Office]]:
        """Offices of persons by word: "governor" -> who is called so."""
        found: dict[str, list[Office]] = {}
        for name in self.names:
            if not self.is_person(name):
                continue
            full = self.own_text(name)
            for word, modifiers in self._offices_of(name):
                office = Office(full, word, name.start, modifiers)
                found.setdefault(word, []).append(office)
        return found

    def words_by(self, name: str) -> frozenset[str]:
        """Give the office words that the text calls a person by."""
        return self._words_by.get(name, frozenset())

    @cached_property
    def _words_by(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for word, offices in self.offices.items():
            for office in offices:
                found.setdefault(office.name, set()).add(word)
        return {name: frozenset(words) for name, words in found.items()}

    def _offices_of(self, name: Name) -> list[tuple[str, frozenset[str]]]:
        """List the office words before and behind a name, with the words by them."""
        roles = self.words.roles
        before = self.text[max(0, name.start - _CONTEXT) : name.start]
        before = _CLAUSE_END.split(before)[-1]
        left = [to_key(w) for w in _WORD.findall(before)][-7:]
        if not before.rstrip().endswith(","):
            left = left[-4:]
            while left and left[-1] not in roles:
                left = []
        inside = [to_key(w) for w in name.words[: len(name.words) - 1]]
        right = self._apposed(name)
        nearby = frozenset((*left, *inside, *right))
        return [(word, nearby) for word in nearby if word in roles]

    def _apposed(self, name: Name) -> list[str]:
        """Give the words that say behind a comma who a person is.

        They begin small or with a possessor: ", the chief of", ", Poland's envoy".
        """
        after = _AFTER.match(self.text, name.end, name.end + _CONTEXT)
        if after is None or not after.group().startswith(","):
            return []
        words = _WORD.findall(after.group(1))[:10]
        if not words or to_key(words[0]) in self.words.relatives:
            return []
        is_possessor = len(words) > 1 and words[1] == "s"
        if not words[0][0].islower() and not is_possessor:
            return []
        is_clause = words[0].endswith("ing") or words[0] in self.words.telling
        return [] if is_clause else [to_key(word) for word in words]

    def holder(self, word: str, modifiers: frozenset[str], start: int) -> str | None:
        """Give the person whom the text gives an office, nearest before the offset.

        One named only behind the offset counts when none is before it.
        """
        held = _near(self.offices.get(word, ()), start)
        best = max(
            held,
            key=lambda office: (
                len(office.modifiers & modifiers),
                office.start <= start,
                -abs(office.start - start),
            ),
            default=None,
        )
        return None if best is None else best.name

    def fullest_body(self, words: Sequence[str], start: int) -> str | None:
        """Give a fuller name of the body that some words name, or None.

        The nearest before the offset that holds all the words and may be called by
        the last of them; without one before, the first behind.
        """
        keys = [to_key(word) for word in words]
        best: tuple[tuple[bool, int], Name] | None = None
        for name in _near(self._by_head.get(keys[-1], ()), start):
            own = name.keys
            if len(own) <= len(keys) or not set(keys) <= set(own):
                continue
            rank = (name.start <= start, -abs(name.start - start))
            if best is None or rank > best[0]:
                best = (rank, name)
        return None if best is None else self.text[best[1].start : best[1].end]

    @cached_property
    def _by_head(self) -> dict[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in self.bodies:
            for head in _heads(name.keys, self.words):
                found.setdefault(head, []).append(name)
        return found

    def spell_out(self, acronym: str) -> str | None:
        """Give the name that the text puts before "(ACR)", None when it does not."""
        if acronym not in self._spelt:
            self._spelt[acronym] = self._spell_out(acronym)
        return self._spelt[acronym]

    def _spell_out(self, acronym: str) -> str | None:
        at = self.text.find(f"({acronym})")
        if at < 0:
            return None
        first = bisect_left(self.bodies, at - _CONTEXT, key=lambda name: name.start)
        near = [*self.names_in(at - _CONTEXT, at), *self.bodies[first : first + 20]]
        near = [name for name in near if name.end <= at <= name.end + 2]
        longest = max(near, key=lambda name: len(name.words), default=None)
        return None if longest is None else self.text[longest.start : longest.end]

    def of_kind(self, kind: str, start: int) -> str | None:
        """Give the body that the text calls a monitor, agency or the like, or None.

        Looks for the kind just before or behind a body's name; nearest wins.
        """
        best: tuple[int, Name] | None = None
        for name in _near(self._by_kind.get(kind, ()), start):
            distance = abs(name.start - start)
            if best is None or distance < best[0]:
                best = (distance, name)
        if best is None:
            return None
        found = best[1]
        words = list(found.words)
        return self.fullest_body(words, start) or self.text[found.start : found.end]

    @cached_property
    def _by_kind(self) -> dict[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in self.bodies:
            for word in self._kinds_by(name) & self.words.kinds:
                found.setdefault(word, []).append(name)
        return found

    def _kinds_by(self, name: Name) -> set[str]:
        """Give the words by a body's name that may say what kind it is."""
        before = self.text[max(0, name.start - 30) : name.start]
        nearby = {to_key(w) for w in _WORD.findall(_CLAUSE_END.split(before)[-1])[-2:]}
        after = _AFTER.match(self.text, name.end, name.end + _CONTEXT)
        if after is None:
            return nearby
        behind = [to_key(word) for word in _WORD.findall(after.group(1))]
        is_apposed = after.group().startswith(",") or behind[:1] in (["a"], ["an"])
        return nearby | set(behind[: 7 if is_apposed else 2])


def _heads(keys: Sequence[str], words: SpeakerWords) -> set[str]:
    """Give the words of a body's name that it may be called by alone."""
    return {key for key in keys if key in words.bodies} | {keys[-1]}


def _is_initialled(keys: Sequence[str], own: Sequence[str]) -> bool:
    """True when "A. Mol" may be the person of that full name."""
    return (
        len(keys) == 2
        and len(keys[0]) == 1 < len(own[0])
        and own[0][0] == keys[0]
        and own[-1] == keys[1]
    )


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_Item = TypeVar("_Item", bound=_Placed)


def _near(items: Sequence[_Item], start: int) -> Sequence[_Item]:
    """Give the items around an offset, a bounded number; they are in order."""
    if len(items) <= _NEAREST:
        return items
    at = bisect_left(items, start, key=lambda item: item.start)
    return items[max(0, at - _NEAREST) : at + _NEAREST // 4]


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """True when one of some sorted spans meets [start, end); they overlap little."""
    at = bisect_left(spans, (end, 0))
    return any(
        left < end and start < right for left, right in spans[max(0, at - 3) : at]
    )


def spans_of(entities: Iterable[object], kind: str) -> list[Span]:
    """Give the spans of the entities of one kind."""
    return [
        entity.span  # type: ignore[attr-defined]
        for entity in entities
        if str(getattr(entity, "kind", "")) == kind
    ]
