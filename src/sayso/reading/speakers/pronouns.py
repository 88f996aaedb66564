"""Whom a pronoun stands for, where the document leaves no doubt.

"She" is no Joe Smith and "he" no Ann Roe: what a given name, a title or an office says
of a person rules candidates out. Where two are left and nothing tells them apart, the
pronoun keeps its own words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.model import Span
from sayso.reading.parties.mentions import MentionKind, find_parties
from sayso.reading.speakers.papers import is_known_document
from sayso.reading.speakers.source_words import WORD
from sayso.reading.speakers.story import NEARBY, Heard, Sort, Story
from sayso.reading.text.names import to_key

_NAMED = (
    MentionKind.COUNTRY,
    MentionKind.FORCE,
    MentionKind.METONYM,
    MentionKind.BODY,
)

Meant = tuple[str, Sort, tuple[str, ...]]
"""Name of whom a pronoun means, what it is, and through whom it was heard."""


def find_meant(story: Story, keys: list[str], source: Span) -> Meant | None:
    """Give who was heard or named last for a pronoun; None when it is none."""
    words, key = story.words, keys[0]
    if key in words.relatives:
        near = story.cast.names_in(source.start - 60, source.start)
        if near and source.start - near[-1].end <= 3:
            full = story.cast.fullest_person(story.cast.own_words(near[-1]))
            return full or story.cast.own_text(near[-1]), Sort.PERSON, ()
    if is_known_document(source.text, words):
        heard = story.last(source.start, *Sort)
        return None if heard is None else (heard.name, heard.sort, heard.via)
    if len(keys) > 1:
        return None
    if key in words.person_pronouns:
        return _person_meant(story, key, source)
    heard = None
    if key in words.body_pronouns:
        heard = story.last(source.start, Sort.BODY, Sort.SEVERAL)
        named = None if heard else first_party(story, source.start, sentences=2)
        if named is not None:
            return named, Sort.BODY, ()
    elif key in words.group_pronouns:
        heard = story.last(source.start, Sort.SEVERAL, Sort.BODY)
    elif key not in words.own_pronouns:
        return None
    heard = heard or story.last(source.start, *Sort)
    return _own(source) if heard is None else (heard.name, heard.sort, heard.via)


def _own(source: Span) -> Meant:
    """Give a pronoun that stands for nobody the text lets one know."""
    return source.text.strip(), Sort.PERSON, ()


def _person_meant(story: Story, key: str, source: Span) -> Meant:
    """Give the person whom "he" or "she" stands for, itself where that is open."""
    heard = _heard_person(story, key, source.start)
    near = _named_before(story, source.start)
    if near and (heard is None or heard.start < near[0][0]):
        fitting = [name for name in _distinct(near) if story.may_be(name, key)]
        sure = [name for name in fitting if story.is_surely(name, key)]
        subject = _subject(story, near)
        if subject in fitting and (subject in sure or not sure):
            return subject, Sort.PERSON, ()
        likely = sure or fitting
        if len(likely) == 1 and subject not in fitting and not (heard and not subject):
            return likely[0], Sort.PERSON, ()
        if fitting and (subject is not None or heard is None):
            return _own(source)
    if heard is not None:
        return heard.name, heard.sort, heard.via
    named = _last_named(story, key, source.start)
    if named is not None:
        return named, Sort.PERSON, ()
    other = story.last(source.start, *Sort)
    if other is None or other.sort is not Sort.BODY or _is_body(story, other.name):
        return _own(source)
    return other.name, other.sort, other.via


def _is_body(story: Story, name: str) -> bool:
    """True for a ministry or police, which is no "he"; False for "Hale" alone."""
    return not story.words.bodies.isdisjoint(map(to_key, WORD.findall(name)))


def _last_named(story: Story, key: str, start: int) -> str | None:
    """Give the person named last whom a pronoun may mean, None for nobody."""
    persons = story.cast.persons
    for place, name in reversed(persons[: bisect_left(persons, (start, ""))]):
        if start - place >= 3 * NEARBY:
            return None
        if story.may_be(name, key):
            return name
    return None


def _heard_person(story: Story, key: str, start: int) -> Heard | None:
    """Give the person heard last whom a pronoun may mean."""
    for heard in reversed(story.heard):
        if heard.start >= start or heard.sort is not Sort.PERSON:
            continue
        if start - heard.start >= 3 * NEARBY:
            return None
        if story.may_be(heard.name, key):
            return heard
    return None


def _named_before(story: Story, start: int) -> list[tuple[int, str]]:
    """Give the persons of the sentence before, within the paragraph."""
    at = story.sentences.at(start)
    paragraphs, persons = story.sentences.paragraphs, story.cast.persons
    if not at or paragraphs[at - 1] != paragraphs[at]:
        return []
    before = story.sentences.sentences[at - 1]
    first = bisect_left(persons, (before.start, ""))
    return persons[first : bisect_left(persons, (before.end, ""))]


def _subject(story: Story, near: Sequence[tuple[int, str]]) -> str | None:
    """Give the person that a sentence begins with, offices before him left out."""
    start, name = near[0]
    sentence = story.sentences.sentences[story.sentences.at(start)]
    words = story.words
    before = [to_key(w) for w in WORD.findall(story.text[sentence.start : start])]
    known = words.definite | words.roles | words.bodies | words.indefinite
    is_office = not before or (
        before[-1] in words.roles and before[0] in known and len(before) <= _OFFICE
    )
    return name if is_office else None


_OFFICE = 5
"""Words before a name that may be its office: "The new harbour minister, X"."""


def _distinct(near: Sequence[tuple[int, str]]) -> list[str]:
    return list(dict.fromkeys(name for _, name in near))


def first_party(story: Story, start: int, *, sentences: int = 1) -> str | None:
    """Give the party named first in the offset's sentence, or in the one before it.

    A subject stands first: of "Sri Lanka's army took the rebels' town, its commander
    said" it is the army's commander.
    """
    last = story.sentences.at(start)
    for at in range(last, max(-1, last - sentences), -1):
        sentence = story.sentences.sentences[at]
        before = story.text[sentence.start : min(start, sentence.end)][-NEARBY:]
        for mention in find_parties(before, story.packs):
            if mention.kind in _NAMED:
                return mention.name
    return None
