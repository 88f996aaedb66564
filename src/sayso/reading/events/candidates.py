"""What could be a claim: figures in a claim's unit, and named places.

Every figure is a candidate whatever stands around it; which of them are claims, and of
what, the claim reader says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import zip_longest

from sayso.model import Bound, Quantity, Toponym
from sayso.reading.events.stems import nominative, thing_kinds
from sayso.reading.numbers.figure import Figure, FigureKind
from sayso.reading.numbers.nouns import AGED
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage
from sayso.vocabulary.things import load_things

_WORD = re.compile(r"[\w'’-]+")
SINGLE_CLASSES = frozenset(
    {"person", "fighter", "equipment", "weapon", "drone", "building", "munition"}
    | {"strike"}
)
"""Classes of which an unstressed one can be a claim."""
COUNTED_OVER = frozenset({"hour", "night", "day", "week", "month", "year"})
"""Rates that count deeds and losses: "40 men a day"."""
DESIGNATION = re.compile(r"[A-ZА-ЯІЇЄҐ][\w]{0,4}-?\d{1,4}[A-Za-zА-Яа-яІіЇї]{0,4}")
"""Name of a model: "T-90M", "Su-24", "M777"."""
NO_NOUN = frozenset(["more", "additional", "further"])
LONGEST_NOUN = 4
"""Words of the longest noun phrase in things.toml."""
PLACE_CLASS = "place"
"""What measures of named places count (`Measure.things`)."""


class CandidateKind(StrEnum):
    """How the text gives the number."""

    FIGURE = "figure"
    SINGLE = "single"
    """One, unstressed: "a drone"."""
    ZERO = "zero"
    PLACE = "place"
    """A named place, which carries [1, 1]."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity that could be a claim, with what it counts."""

    quantity: Quantity
    """In a claim's unit."""
    classes: tuple[str, ...]
    """Classes of things.toml its head noun belongs to; empty when it has none."""
    group: str | None
    """Head noun, lower case, singular."""
    kind: CandidateKind = CandidateKind.FIGURE

    @property
    def singular(self) -> bool:
        """True for "a drone": one, unstressed."""
        return self.kind is CandidateKind.SINGLE


def line_up(
    figures: Iterable[Figure], toponyms: Sequence[Toponym], language: AnyLanguage
) -> tuple[Candidate, ...]:
    """Give all candidates of a document in the order of the text, none overlapping.

    Of two figures that overlap the earlier stays, of a figure and a place the figure.

    Args:
        figures: All figures, in order.
        toponyms: Place names, in order.
        language: Supplies the nouns that are counted.
    """
    found: list[Candidate] = []
    end = -1
    for candidate in find_candidates(figures, language):
        if candidate.quantity.span.start >= end:
            end = candidate.quantity.span.end
            found.append(candidate)
    taken = [candidate.quantity.span for candidate in found]
    at = 0
    for toponym in toponyms:
        while at < len(taken) and taken[at].end <= toponym.span.start:
            at += 1
        if at == len(taken) or taken[at].start >= toponym.span.end:
            found.append(_place(toponym))
    return tuple(sorted(found, key=lambda c: c.quantity.span.start))


def _place(toponym: Toponym) -> Candidate:
    one = Decimal(1)
    quantity = Quantity(toponym.span, toponym.span, one, one, Bound.EXACT, "count")
    return Candidate(quantity, (PLACE_CLASS,), None, CandidateKind.PLACE)


def find_candidates(
    figures: Iterable[Figure], language: AnyLanguage
) -> Iterator[Candidate]:
    """Yield the figures a claim can be made of, in order.

    Ages, money, distances and rates are left out; they are read so that nothing else
    takes them for counts.
    """
    listed = list(figures)
    for figure, following in zip_longest(listed, listed[1:]):
        if figure.kind is FigureKind.AGE:
            continue
        if figure.rate is not None and figure.rate not in COUNTED_OVER:
            continue
        if figure.kind is FigureKind.SINGLE and _leads_into(figure, following):
            continue
        if _is_subject(figure, following, language):
            continue
        quantity = figure.quantity.to_claim_unit()
        if quantity is None:
            continue
        if quantity.unit != "count":
            yield Candidate(quantity, ("area",), _area_group(figure))
            continue
        classes, group = classify(figure, language)
        if figure.kind is FigureKind.ZERO and is_of_people(
            quantity.span.text, language
        ):
            classes = ("person",)
        is_single = figure.kind is FigureKind.SINGLE
        if is_single and figure.noun and not SINGLE_CLASSES.intersection(classes):
            continue
        yield Candidate(quantity, classes, group, _kind(figure))


def _kind(figure: Figure) -> CandidateKind:
    if figure.kind is FigureKind.SINGLE:
        return CandidateKind.SINGLE
    is_zero = figure.quantity.low == 0 and figure.quantity.high == 0
    return CandidateKind.ZERO if is_zero else CandidateKind.FIGURE


def _leads_into(figure: Figure, following: Figure | None) -> bool:
    """True for the "another" of "another 7,455 people"."""
    if following is None:
        return False
    return 0 <= following.quantity.span.start - figure.quantity.span.end <= 1


def _is_subject(
    figure: Figure, following: Figure | None, language: AnyLanguage
) -> bool:
    """True for the "one injured" of "one injured 6 dockers", whose "one" is a blast.

    Not of "1 dead 5 injured", a headline, nor of "one wounded 12 days ago".
    """
    if isinstance(language, CasedLanguage) or figure.head is None or following is None:
        return False
    quantity, substantives = figure.quantity, language.numbers.substantives
    return (
        quantity.low == quantity.high == 1
        and figure.kind is following.kind is FigureKind.COUNT
        and figure.head.text.lower() in substantives
        and _leads_into(figure, following)
        and (following.head is None or following.head.text.lower() not in substantives)
    )


def _area_group(figure: Figure) -> str:
    return "territory" if figure.quantity.unit == "percent" else "square kilometre"


def classify(
    figure: Figure, language: AnyLanguage
) -> tuple[tuple[str, ...], str | None]:
    """Give the classes and singular of a counted noun; nothing for a bare number.

    The longest end of the phrase that things.toml lists decides; a capitalised plural
    it does not list names people: "three Houthis". A capitalised word that is none
    begins something else, as in a headline without a stop: "hits 43 Monitor".
    """
    if figure.noun is None or figure.head is None:
        return (), None
    if isinstance(language, CasedLanguage):
        head = figure.head.text
        if DESIGNATION.fullmatch(head):
            return ("equipment",), head
        return tuple(sorted(thing_kinds(head, language))), nominative(head, language)
    if figure.head.text.lower() in NO_NOUN:
        return (), None
    things = load_things(language)
    stretch = figure.noun.text
    head_end = figure.head.end - figure.noun.start
    for text in (stretch, stretch[:head_end]):
        words = [word.lower() for word in _WORD.findall(text)]
        for length in range(min(LONGEST_NOUN, len(words)), 0, -1):
            known = things.get(" ".join(words[-length:]))
            if known is not None:
                return known
    head = figure.head.text
    if AGED.fullmatch(head.lower()):
        return ("person",), None
    if DESIGNATION.fullmatch(head):
        return ("equipment",), head.lower()
    if head[:1].isupper() and head.endswith("s") and not head[:-1].isupper():
        return ("person",), head[:-1].lower()
    if head.istitle() and figure.noun.text == head:
        return (), None
    return (), to_group(head)


def is_of_people(words: str, language: AnyLanguage) -> bool:
    """True for "nobody", which counts people whatever was counted before."""
    if isinstance(language, CasedLanguage):
        return " " not in words
    return words.lower() in language.numbers.no_person


def to_group(head: str) -> str:
    """Give an unlisted head noun as a group: lower case, singular by its -s."""
    word = head.lower()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
