"""What claims that stand together must agree in: a part and the whole it is of.

"35 of 53 missiles were shot down" says that 53 were launched, "three of the 12 guards"
says nothing of the other nine. The network reads one candidate at a time and tends to
give the whole the measure of its part; a measure's file names the measure of its whole,
and without one the whole is no claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from sayso.reading.claims.choosing import Chosen
from sayso.reading.claims.offer import Offer
from sayso.reading.events.candidates import CandidateKind
from sayso.vocabulary.languages import AnyLanguage, Language
from sayso.vocabulary.measures import load_measures

BETWEEN = 3
"""Words between a part and its whole, at most: "of the region's"."""


def agree(offer: Offer, chosen: Iterable[Chosen]) -> Iterator[Chosen]:
    """Yield claims, wholes with the measure of a whole or left out.

    Args:
        offer: What the document offers.
        chosen: Claims in the order of the text.
    """
    kept = {claim.scores.candidate: claim for claim in chosen}
    wholes = dict(_wholes(offer))
    for number, claim in kept.items():
        part = kept.get(wholes.get(number, -1))
        if part is None or part.measure != claim.measure:
            yield claim
            continue
        measure = _whole_by_measure().get(part.measure)
        if measure is not None:
            yield replace(claim, measure=measure)


def _wholes(offer: Offer) -> Iterator[tuple[int, int]]:
    """Yield number of a candidate that is a whole -> number of its part."""
    of = _of(offer.found.language)
    candidates = offer.found.candidates
    figures = [n for n, c in enumerate(candidates) if c.kind is not CandidateKind.PLACE]
    for one, two in pairwise(figures):
        first, second = (candidates[n].quantity.span for n in (one, two))
        between = _words(offer, first.end, second.start)
        if between and between[0] in of and len(between) <= BETWEEN:
            yield two, one
        elif between == [","] and _word_before(offer, first.start) in of:
            yield one, two


def _words(offer: Offer, start: int, end: int) -> Sequence[str]:
    """Give the words and marks between two offsets, in small letters."""
    return offer.document.text[start:end].replace(",", " , ").lower().split()


def _word_before(offer: Offer, start: int) -> str:
    """Give the word before an offset, empty at the head of the text."""
    before = _words(offer, max(0, start - 24), start)
    return before[-1] if before else ""


def _of(language: AnyLanguage) -> frozenset[str]:
    """Give the words that stand between a part and its whole."""
    if isinstance(language, Language):
        return frozenset({language.numbers.of})
    return frozenset()


@cache
def _whole_by_measure() -> dict[str, str]:
    return {m.id: m.whole for m in load_measures() if m.whole}
