"""Whom a source means that names nobody, in languages that decline.

"Она", "там же", "посадовець", "ведомство", "в заявлении": each means somebody named
before. It refuses to guess: what fits nobody heard keeps its own words, and words that
only point ("there", "the same") name nobody at all.

Source: our own rules, by the words of `CaseSpeakers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.tagger.entities import Entity, EntityKind
from sayso.vocabulary.languages import CasedLanguage
from sayso.vocabulary.languages.case_pronouns import PRONOUNS, Agreement

_LATELY = 6
"""Speakers heard last whom a source may mean."""
_BEFORE = 60
"""Characters before a person's name in which the office stands that is held."""
_LONGEST = 40
"""Letters of a noun phrase that may mean somebody else."""
_MARKS = " ,;:–—-"
"""Marks at the edge of a source that are no part of a name."""
_QUOTES = {"»": "«", "“": "„", "”": "“"}
"""Marks that close a quotation, each with what opens it."""
_EDGES = "«»„“”\"'.,:;()[]–—-"


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker named before."""

    name: str
    agreement: Agreement | None
    """Of the verb of saying, None where it tells neither gender nor number."""
    is_person: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What a source is read in."""

    text: str
    heard: Sequence[Heard]
    """In the order of the text, those before the source."""
    cast: Sequence[Entity]
    language: CasedLanguage


def clean_source(source: str, language: CasedLanguage) -> str:
    """Give a source without what stands before a name and is no part of it.

    That is the end of something quoted (`vestnik» Ann Roe,`), marks, prepositions ("in
    the ministry") and words of time beside the verb ("later Roe").
    """
    for closing, opening in _QUOTES.items():
        before, mark, behind = source.partition(closing)
        if mark and opening not in before and behind.strip(_MARKS):
            source = behind
    words = source.strip(_MARKS).split()
    small = language.speakers.leads | language.speakers.whens
    while len(words) > 1 and words[0].lower() in small:
        del words[0]
    return " ".join(words)


def find_meant(source: str, start: int, told: Told) -> str | None:
    """Give the name a source means: of somebody named before, else its own words.

    Args:
        source: Words of the source, cleaned.
        start: Where the source begins in the text.
        told: What was said before.

    Returns:
        None where the words only point and nobody is there to be meant.
    """
    words = [w for w in (w.strip(_EDGES).lower() for w in source.split()) if w]
    known = told.language.speakers
    bare = [word for word in words if word not in known.particles]
    if not bare:
        return source or None
    pronoun = PRONOUNS[told.language.code].get(bare[0])
    is_plain = source[1:] == source[1:].lower()
    is_subject = is_plain and bare[0] in known.subjects
    if pronoun is not None and (len(bare) == 1 or is_subject):
        fitting = [h.name for h in _lately(told) if h.agreement in (None, pronoun)]
        return fitting[-1] if fitting else _named_here(start, pronoun, told) or source
    points = [word in known.there for word in bare]
    if all(points):
        return told.heard[-1].name if told.heard else None
    nouns = [w for w, is_pointing in zip(bare, points, strict=True) if not is_pointing]
    if not is_plain or len(nouns) != 1 or len(source) > _LONGEST:
        return source
    return _by_noun(nouns[0], start, told) or source


def _named_here(start: int, pronoun: Agreement, told: Told) -> str | None:
    """Give the one person whom a pronoun's paragraph names before it, None for more.

    Whoever was heard does not fit: their verb had another gender.
    """
    if pronoun not in (Agreement.MASCULINE, Agreement.FEMININE):
        return None
    opening = told.text.rfind("\n", 0, start) + 1
    named = {
        entity.span.text
        for entity in told.cast
        if entity.kind is EntityKind.PERSON and opening <= entity.span.start < start
    }
    if len(named) != 1:
        return None
    name = named.pop()
    return None if any(name in heard.name for heard in told.heard) else name


def _lately(told: Told) -> Sequence[Heard]:
    return told.heard[-_LATELY:]


def _by_noun(noun: str, start: int, told: Told) -> str | None:
    """Give the speaker that one noun by itself means, None where nobody fits."""
    known = told.language.speakers
    persons = [heard.name for heard in _lately(told) if heard.is_person]
    others = [heard.name for heard in _lately(told) if not heard.is_person]
    if _stem(noun, known.officials):
        return persons[-1] if persons else None
    stem = _stem(noun, known.holders)
    if stem:
        own = [name for name in persons if _has(name, stem)]
        return own[-1] if own else _holder(stem, start, told)
    stem = _stem(noun, known.bodies)
    if stem:
        own = [name for name in others if _has(name, stem) and " " in name]
        return own[-1] if own else None
    if _stem(noun, known.papers):
        return others[-1] if others else None
    return None


def _holder(stem: str, start: int, told: Told) -> str | None:
    """Give the last person named before whose name stands behind the office."""
    found = None
    for entity in told.cast:
        if entity.kind is not EntityKind.PERSON or entity.span.end > start:
            continue
        at = entity.span.start
        before = told.text[max(0, at - _BEFORE) : at]
        clause = before.replace("\n", ".").rpartition(". ")[2]
        if _has(clause, stem):
            found = entity.span.text
    return found


def _has(words: str, stem: str) -> bool:
    """True where a word of a name is a form of a stem."""
    return any(_stem(w.strip(_EDGES).lower(), (stem,)) for w in words.split())


def _stem(word: str, stems: Sequence[str]) -> str | None:
    """Give the longest stem of which a word may be a form; None for no stem."""
    fitting = [
        stem
        for stem in stems
        if word.startswith(stem)
        and len(word) - len(stem) <= (2 if len(stem) < 4 else 4)
    ]
    return max(fitting, key=len, default=None)
