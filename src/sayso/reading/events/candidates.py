"""Figures that could be claims: in a claim's unit, with the class of things counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from sayso.reading.events.line import Candidate
from sayso.reading.numbers.figure import Figure, FigureKind
from sayso.vocabulary.languages import Language
from sayso.vocabulary.things import load_things

_WORD = re.compile(r"[\w'’-]+")
SINGLE_CLASSES = frozenset(
    {"person", "fighter", "equipment", "weapon", "drone", "building", "munition"}
    | {"strike"}
)
"""Classes of which an unstressed one can be a claim; whether it is the news or the mere
cause of something, the event tells."""
NO_NOUN = frozenset(["more", "additional", "further"])
LONGEST_NOUN = 4
"""Words of the longest noun phrase in things.toml."""


def find_candidates(
    figures: Iterable[Figure], language: Language
) -> Iterator[Candidate]:
    """Yield the figures a claim can be made of, in order.

    Ages, money, distances and rates are left out; they are read so that nothing else
    takes them for counts.
    """
    listed = list(figures)
    for figure, following in zip_longest(listed, listed[1:]):
        if figure.kind is FigureKind.AGE or figure.rate is not None:
            continue
        if figure.kind is FigureKind.SINGLE and _leads_into(figure, following):
            continue
        quantity = figure.quantity.to_claim_unit()
        if quantity is None:
            continue
        words = tuple(_WORD.findall(quantity.span.text.lower()))
        if quantity.unit != "count":
            yield Candidate(quantity, ("area",), _area_group(figure), words)
            continue
        classes, group = classify(figure)
        if figure.kind is FigureKind.ZERO and is_of_people(
            quantity.span.text, language
        ):
            classes = ("person",)
        is_single = figure.kind is FigureKind.SINGLE
        if is_single and figure.noun and not SINGLE_CLASSES.intersection(classes):
            continue
        phrase = figure.noun.text if figure.noun else ""
        yield Candidate(quantity, classes, group, words, phrase, is_single)


def _leads_into(figure: Figure, following: Figure | None) -> bool:
    """True for the "another" of "another 7,455 people"."""
    if following is None:
        return False
    return 0 <= following.quantity.span.start - figure.quantity.span.end <= 1


def _area_group(figure: Figure) -> str:
    return "territory" if figure.quantity.unit == "percent" else "square kilometre"


def classify(figure: Figure) -> tuple[tuple[str, ...], str | None]:
    """Give the classes and singular of a counted noun; nothing for a bare number.

    The longest end of the phrase that things.toml lists decides; a capitalised plural
    it does not list names people: "three Houthis". A capitalised word that is none
    begins something else, as in a headline without a stop: "hits 43 Monitor".
    """
    if figure.noun is None or figure.head is None:
        return (), None
    if figure.head.text.lower() in NO_NOUN:
        return (), None
    things = load_things()
    stretch = figure.noun.text
    head_end = figure.head.end - figure.noun.start
    for text in (stretch, stretch[:head_end]):
        words = [word.lower() for word in _WORD.findall(text)]
        for length in range(min(LONGEST_NOUN, len(words)), 0, -1):
            known = things.get(" ".join(words[-length:]))
            if known is not None:
                return known
    head = figure.head.text
    if head[:1].isupper() and head.endswith("s") and not head[:-1].isupper():
        return ("person",), head[:-1].lower()
    if head.istitle() and figure.noun.text == head:
        return (), None
    return (), to_group(head)


def is_of_people(words: str, language: Language) -> bool:
    """True for "nobody", which counts people whatever was counted before."""
    return words.lower() in language.numbers.no_person


def to_group(head: str) -> str:
    """Give an unlisted head noun as a group: lower case, singular by its -s."""
    word = head.lower()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
