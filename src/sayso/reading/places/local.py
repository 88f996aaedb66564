"""Names of places too small for a gazetteer, known by the noun beside them.

"The village of Hanra", "Al-Sayed neighbourhood", "Ikra Hospital"; or by the verb that
only a place can stand behind: "liberated Hanra", "control of Hanra". They have no point
on a map; the words alone are kept, and nothing is interpolated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from sayso.model import Span, Toponym
from sayso.vocabulary.languages import Language
from sayso.vocabulary.measures import MeasureWords, load_measures
from sayso.vocabulary.things import load_things

_WORD = r"(?:(?:[Aa]l|[Ee]l)-)?[A-Z][\w'’]{2,24}"
_NAME = (
    r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]sh|[Aa]d|[Aa]r|[Aa]t)-)?[A-Z][\w'’]{1,24}"
    r"(?:[- ](?:(?:[Aa]l|[Ee]l|de|e|la|le)[- ])?(?:[Aa]l-)?[A-Z][\w'’]{1,24}){0,2}"
)
_KINDS = (
    r"villages?|towns?|cit(?:y|ies)|hamlets?|settlements?|districts?|"
    r"neighbou?rhoods?|suburbs?|camps?|localit(?:y|ies)|areas?|quarters?|"
    r"cent(?:re|er)s?|capitals?"
)
_LISTED = re.compile(
    r"\b(?:villages|towns|cities|hamlets|settlements|districts|suburbs|localities|"
    r"cent(?:re|er)s|capitals)(?: of)? (?P<list>"
    rf"{_NAME}(?:, {_NAME}){{0,8}},? and {_NAME})"
)
_BEFORE = re.compile(rf"\b(?:{_KINDS}) of (?P<name>{_NAME})")
_AFTER = re.compile(
    rf"\b(?P<name>{_NAME}) (?:displaced |refugee |IDP )?"
    r"(?:village|neighbou?rhood|district|suburb|camp|Camp|area|locality|sector|"
    r"direction|quarter|crossroads|crossing|checkpoint)\b"
)
_WHOLE = re.compile(
    rf"\b(?P<name>{_NAME} (?:Hospital|Mosque|Church|University|School|Bridge|Dam|"
    r"Airport|Airfield|Airbase|Air Base|Market|Square|Road|Farms|Camp|Barracks))\b"
)
_NOT_NAMES = frozenset(
    """The This That These Those In On At From A An Another Each Every
    Our Their His Her Its Two Three Four Five Six Residential Several
    Many Most Some Other First""".split()
)


_FOLLOWS = (
    r"(?=[.,;:!?)\n]| \(| (?:and|on|in|from|after|before|last|late|early|at|with|while|"
    r"during|as|since|to|by|for|this|near|between|amid|overnight|yesterday|today)\b)"
)
"""What may stand behind the name: a noun would make it the noun's."""
_NEVER = r"(?!)"
"""Matches nothing; an empty choice would match everywhere."""


@cache
def _taken(language: Language) -> tuple[re.Pattern[str], ...]:
    """Give what a name stands behind and before when a place changes hands.

    Verbs that take persons too ("captured") need a name of one word. Nothing where the
    measures have no words of the language.
    """
    code = language.code
    words = {m.id: m.words[code] for m in load_measures() if code in m.words}
    people = {v for m, w in words.items() if m.startswith("people.") for v in w.does}
    own = {
        verb
        for measure in ("place.gained", "place.lost")
        if measure in words
        for verb in (*words[measure].does, *words[measure].losing)
    }
    if not own:
        return ()
    held = words["place.held"].does if "place.held" in words else ()
    alone = "|".join(
        (
            _any_form((v for v in own if v not in people), language),
            *(f"{act} of" for act in _acts(words) if act not in people),
        )
    )
    shared = _any_form((v for v in own if v in people), language)
    active = re.compile(
        rf"\b(?:(?:{alone}) (?P<name>{_NAME})|"
        rf"(?:{shared}) (?P<short>{_WORD})){_FOLLOWS}"
    )
    passive = re.compile(
        rf"(?P<name>{_NAME})(?: itself)? (?:is|was|has been|had been)"
        rf"(?: still| since| now| also| never)? "
        rf"(?:{_any_form({*own, *held}, language)})\b"
    )
    return active, passive


def _acts(words: Mapping[str, MeasureWords]) -> Iterator[str]:
    """Yield the nouns of place measures that no people measure has."""
    people = {a for m, w in words.items() if m.startswith("people.") for a in w.acts}
    for measure, own in words.items():
        if measure.startswith("place."):
            yield from (a for a in own.acts if " " not in a and a not in people)
    yield from ("control", "fall")


def _any_form(verbs: Iterable[str], language: Language) -> str:
    """Give what matches any form of some verbs, and nothing where there are none."""
    forms = set()
    for verb in verbs:
        first, *rest = verb.split()
        forms |= {" ".join((form, *rest)) for form in language.forms.verbs(first)}
    listed = sorted(map(re.escape, forms), key=lambda form: (-len(form), form))
    return "|".join(listed) or _NEVER


def add_local_names(
    text: str,
    toponyms: Sequence[Toponym],
    *,
    language: Language,
    others: Sequence[Span] = (),
) -> tuple[Toponym, ...]:
    """Give the toponyms with local names added, in order, without overlap.

    A name that a toponym covers already is not added; one that merely contains
    a toponym ("Aleppo" in "Aleppo Road") is left alone too.

    Args:
        text: The document's text.
        toponyms: What the gazetteers know, in order.
        language: Its words around places.
        others: Names of parties and persons, which no verb makes a place.
    """
    taken = [
        s for s in _find_taken(text, language) if not any(s.overlaps(o) for o in others)
    ]
    again = _find_again(text, toponyms)
    names = (*(t.span for t in (*toponyms, *again)), *_find(text), *taken)
    found = sorted(set(names))
    known = {t.span: t for t in (*again, *toponyms)}
    kept: list[Span] = []
    for span in found:
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
        elif span in known and kept[-1] not in known:
            kept[-1] = span
    return tuple(known.get(span) or Toponym(span, None) for span in kept)


def _find_taken(text: str, language: Language) -> Iterable[Span]:
    for pattern in _taken(language):
        for match in pattern.finditer(text):
            name = "name" if match.group("name") else "short"
            start, end = match.span(name)
            word = text[start:end].split(maxsplit=1)[0]
            if word not in _NOT_NAMES and word.lower() not in _not_places(language):
                yield Span.cut(text, start, end)


@cache
def _not_places(language: Language) -> frozenset[str]:
    """Give capitalised words that verbs of taking stand before and no place is."""
    things = {word for word in load_things(language) if " " not in word}
    return frozenset(things | language.places.never)


def _find_again(text: str, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Give the places where a name stands again that was found in the text once."""
    named = {t.span.text: t for t in reversed(toponyms) if len(t.span.text) > 3}
    if not named:
        return []
    held = {t.span.start for t in toponyms}
    names = "|".join(map(re.escape, sorted(named, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w-])(?<![A-Z][a-z] )(?:{names})(?![\w-]| [A-Z])")
    return [
        replace(named[match.group()], span=Span.cut(text, *match.span()))
        for match in pattern.finditer(text)
        if match.start() not in held
    ]


def _find(text: str) -> Iterable[Span]:
    for match in _LISTED.finditer(text):
        for name in re.finditer(_NAME, match.group("list")):
            if name.group() not in _NOT_NAMES:
                start = match.start("list")
                yield Span.cut(text, start + name.start(), start + name.end())
    for pattern in (_WHOLE, _BEFORE, _AFTER):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            first = text[start:end].split(maxsplit=1)[0]
            if first in _NOT_NAMES:
                start += len(first) + 1
            if start < end:
                yield Span.cut(text, start, end)
