"""The cast of a document: persons and bodies it names, with the offices it gives them.

Serves one end: to say who a short source means ("the general", "Demko", "the
ministry"). Names are runs of capitalised words; the entity spans of the encoder and
the packs' speakers say which of them are persons. Nothing is looked up outside the
document, so a name is never fuller than the document allows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.model import Span
from sayso.reading.names import Token, find_windows, to_key
from sayso.vocabulary.languages.speaker_words import SpeakerWords

_LONGEST_NAME = 8
"""Words of a run at most: a text in capitals is otherwise one name."""
_LONGEST_PERSON = 5
_CONNECTORS = frozenset({"of", "the", "for", "and", "on", "in", "s", "to"})
_CLAUSE_END = re.compile(r"[.;:!?\"“”()\n]")
_AFTER = re.compile(r",?\s{1,2}([^,.;:!?\n\"“”()]{2,90})")
_WORD = re.compile(r"[^\W_]+")
_CONTEXT = 90
"""Characters before and after a name in which its office is looked for."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The words in the form that is compared."""
        return tuple(map(to_key, self.words))


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
        self, text: str, words: SpeakerWords, *, persons: Sequence[Span] = ()
    ) -> None:
        """Read the names of a text.

        Args:
            text: The document's text.
            words: The language's words for offices and bodies.
            persons: Spans known to name persons, from the encoder or packs.
        """
        self.text = text
        self.words = words
        self.names: list[Name] = []
        self.bodies: list[Name] = []
        for tokens in find_windows(text):
            self.names += _runs(text, tokens, words)
            self.bodies += _bodies(text, tokens, words)
        self._starts = [name.start for name in self.names]
        self._known = sorted((span.start, span.end) for span in persons)

    def names_in(self, start: int, end: int) -> list[Name]:
        """Give the runs of capitalised words that start between two offsets."""
        first = bisect_left(self._starts, start)
        found = []
        for name in self.names[first:]:
            if name.start >= end:
                break
            found.append(name)
        return found

    def is_known_person(self, start: int, end: int) -> bool:
        """True when a span known to name a person overlaps the offsets."""
        at = bisect_left(self._known, (end, 0))
        return any(
            left < end and start < right
            for left, right in self._known[max(0, at - 3) : at]
        )

    def strip_titles(self, name: Name) -> tuple[str, ...]:
        """Give the words of a name without the offices and bodies before it."""
        keys = name.keys
        last = 0
        for at, key in enumerate(keys[:-1]):
            if key in self.words.roles or key in self.words.bodies:
                last = at + 1
        return name.words[last : last + _LONGEST_PERSON]

    def is_person(self, name: Name) -> bool:
        """True when a run of words reads as the name of a person.

        It has two words or more, none of a body, and a known person or office by it.
        """
        own = self.strip_titles(name)
        if any(to_key(word) in self.words.bodies for word in own):
            return False
        if len(own) > 1 and self.is_known_person(name.start, name.end):
            return True
        if not 2 <= len(own) <= _LONGEST_PERSON or any(_is_acronym(w) for w in own):
            return False
        return len(own) < len(name.words) or bool(self._offices_of(name))

    @cached_property
    def persons(self) -> list[tuple[int, str]]:
        """Start and full name of each person with a name of two words or more."""
        return [
            (name.start, " ".join(self.strip_titles(name)))
            for name in self.names
            if self.is_person(name)
        ]

    @cached_property
    def _by_last_word(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in self.names:
            own = self.strip_titles(name)
            if 2 <= len(own) <= _LONGEST_PERSON:
                found.setdefault(to_key(own[-1]), []).append(own)
        return found

    def fullest_person(self, words: Sequence[str]) -> str | None:
        """Give the fullest name in the text that ends in those words, or None."""
        keys = tuple(map(to_key, words))
        best: tuple[str, ...] | None = None
        for own in self._by_last_word.get(keys[-1], ()):
            if len(own) <= len(keys) or any(
                to_key(w) in self.words.bodies for w in own
            ):
                continue
            if tuple(map(to_key, own))[-len(keys) :] != keys:
                continue
            if best is None or len(own) > len(best):
                best = own
        return None if best is None else " ".join(best)

    @cached_property
    def offices(self) -> dict[str, list[Office]]:
        """Offices of persons by word: "governor" -> who is called so."""
        found: dict[str, list[Office]] = {}
        for name in self.names:
            if not self.is_person(name):
                continue
            full = " ".join(self.strip_titles(name))
            for word, modifiers in self._offices_of(name):
                office = Office(full, word, name.start, modifiers)
                found.setdefault(word, []).append(office)
        return found

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
        after = _AFTER.match(self.text, name.end, name.end + _CONTEXT)
        right: list[str] = []
        if after is not None and after.group().startswith(","):
            right = [to_key(w) for w in _WORD.findall(after.group(1))][:10]
            if right and right[0] in self.words.relatives:
                right = []
        nearby = frozenset((*left, *inside, *right))
        return [(word, nearby) for word in nearby if word in roles]

    def holder(self, word: str, modifiers: frozenset[str], start: int) -> str | None:
        """Give the person whom the text gives an office, nearest before the offset.

        One named only behind the offset counts when none is before it.
        """
        held = self.offices.get(word, ())
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
        for name in self.bodies:
            own = name.keys
            fits = len(own) > len(keys) and set(keys) <= set(own)
            if not fits or keys[-1] not in _heads(own, self.words):
                continue
            rank = (name.start <= start, -abs(name.start - start))
            if best is None or rank > best[0]:
                best = (rank, name)
        return None if best is None else self.text[best[1].start : best[1].end]

    def spell_out(self, acronym: str) -> str | None:
        """Give the name that the text puts before "(ACR)", None when it does not."""
        at = self.text.find(f"({acronym})")
        if at < 0:
            return None
        near = [name for name in self.bodies if name.end <= at <= name.end + 2]
        near += [
            name for name in self.names_in(max(0, at - 120), at) if at <= name.end + 2
        ]
        longest = max(near, key=lambda name: len(name.words), default=None)
        return None if longest is None else self.text[longest.start : longest.end]

    def of_kind(self, kind: str, start: int) -> str | None:
        """Give the body that the text calls a monitor, agency or the like, or None.

        Looks for the kind just before or behind a body's name; nearest wins.
        """
        best: tuple[int, str] | None = None
        for name in self.bodies:
            before = _CLAUSE_END.split(self.text[max(0, name.start - 30) : name.start])[
                -1
            ]
            after = _AFTER.match(self.text, name.end, name.end + _CONTEXT)
            nearby = {to_key(w) for w in _WORD.findall(before)[-2:]}
            if after is not None:
                some = _WORD.findall(after.group(1))
                nearby |= {
                    to_key(w)
                    for w in (some[:7] if "," in after.group()[:1] else some[:2])
                }
            if kind in nearby:
                rank = abs(name.start - start)
                if best is None or rank < best[0]:
                    best = (rank, self.text[name.start : name.end])
        return None if best is None else best[1]

    def last_person(self, start: int) -> str | None:
        """Give the person named last before the offset, None when there is none."""
        at = bisect_left(self.persons, (start, ""))
        return self.persons[at - 1][1] if at else None


def _heads(keys: Sequence[str], words: SpeakerWords) -> set[str]:
    """Give the words of a body's name that it may be called by alone."""
    return {key for key in keys if key in words.bodies} | {keys[-1]}


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _runs(text: str, tokens: list[Token], words: SpeakerWords) -> Iterator[Name]:
    """Yield the longest runs of capitalised words, small words inside allowed."""
    at = 0
    while at < len(tokens):
        if not _starts_name(tokens[at]) or tokens[at].key in words.starters:
            at += 1
            continue
        last = at + 1
        while last < len(tokens) and last - at < _LONGEST_NAME:
            step = _next(text, tokens, last, words)
            if step is None:
                break
            last = step
        yield _name(tokens, at, last)
        at = last


def _next(text: str, tokens: list[Token], at: int, words: SpeakerWords) -> int | None:
    """Give the token after the next word of a run, None when the run ends."""
    if text[tokens[at - 1].end : tokens[at].start] not in (" ", "-", "\n", ". "):
        return None
    if text[tokens[at - 1].end] == "." and len(tokens[at - 1].text) > 3:
        return None
    if _starts_name(tokens[at]):
        return at + 1
    is_particle = tokens[at].key in words.particles
    if is_particle and at + 1 < len(tokens) and _starts_name(tokens[at + 1]):
        gap = text[tokens[at].end : tokens[at + 1].start]
        return at + 2 if gap in (" ", "-") else None
    return None


def _starts_name(token: Token) -> bool:
    return token.text[0].isupper() or (
        token.key in ("al", "el") and token.text[0].islower()
    )


def _name(tokens: list[Token], first: int, last: int) -> Name:
    chosen = tokens[first:last]
    return Name(chosen[0].start, chosen[-1].end, tuple(token.text for token in chosen))


def _bodies(text: str, tokens: list[Token], words: SpeakerWords) -> Iterator[Name]:
    """Yield runs that name a body: with a noun for one, joined over "of the", "'s".

    Also "Russia's defence ministry" and "the Elbonian air force": a capitalised word
    and small ones up to the noun.
    """
    at = 0
    while at < len(tokens):
        if not tokens[at].text[0].isupper() or tokens[at].key in words.starters:
            at += 1
            continue
        last = _body_end(text, tokens, at, words)
        if last is None:
            at += 1
            continue
        yield _name(tokens, at, last)
        at = last


def _body_end(
    text: str, tokens: list[Token], first: int, words: SpeakerWords
) -> int | None:
    """Give the token after the body's name that starts there, None without a noun."""
    end = None
    small = 0
    for at in range(first, min(len(tokens), first + 2 * _LONGEST_NAME)):
        token = tokens[at]
        if at > first and text[tokens[at - 1].end : token.start] not in _BODY_GAPS:
            break
        is_upper = token.text[0].isupper()
        is_noun = token.key in words.bodies
        if is_upper:
            small = 0
            if is_noun or end is not None:
                end = at + 1
        elif is_noun and at > first and end is None:
            return at + 1
        elif token.key in _CONNECTORS:
            small += 1
        else:
            small += 1
            if end is not None:
                break
        if small > 2:
            break
    return end


_BODY_GAPS = (" ", "-", "'", "’", "\n")


def spans_of(entities: Iterable[object], kind: str) -> list[Span]:
    """Give the spans of the entities of one kind."""
    return [
        entity.span  # type: ignore[attr-defined]
        for entity in entities
        if str(getattr(entity, "kind", "")) == kind
    ]
