"""Names and figures in the same order: "A and B lost 140 and 90, respectively".

A word says that the first figure is the first name's, the second the second's. The
network asks each figure alone, gives both one name and may pass over the figure without
a noun. So where one of such figures points at one of the names, each has its own, and a
figure that was passed over counts what its neighbour counts. Refuses to look where
there are not as many names in a row as figures. Method: our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

from sayso.model import Period, Span
from sayso.reading.claims.choosing import Choice, Chosen, Named, Names
from sayso.reading.claims.days import DayOption
from sayso.reading.claims.offer import Offer
from sayso.reading.claims.scores import Scores
from sayso.reading.claims.side_by_side import place_spans
from sayso.reading.claims.sources import Source
from sayso.reading.events.candidates import CandidateKind
from sayso.vocabulary.languages import AnyLanguage

_FIELDS = ("affected", "actor", "place", "period", "claimant")
Row = tuple[Span, ...]
"""Names or figures that only commas and joining words part."""


def with_respective_names(
    offer: Offer, names: Names, chosen: Sequence[Chosen]
) -> Iterator[Chosen]:
    """Yield claims in the text's order, those set side by side with their own names.

    Args:
        offer: What the document offers.
        names: Its names.
        chosen: Its claims, in the order of the text.
    """
    claims = {claim.scores.candidate: claim for claim in chosen}
    for sentence in _sentences(offer):
        figures, rows = _figures(offer, sentence), _rows(offer, sentence)
        kept = [claims[number] for number in figures if number in claims]
        rows = [r for r in rows if any(_points(claim, r) for claim in kept)]
        if not rows:
            continue
        if any(len(row) != len(figures) for row in rows):
            for claim in kept:
                claims[claim.scores.candidate] = _without(claim, rows)
            continue
        for at, number in enumerate(figures):
            like = claims.get(number, kept[-1])
            like = replace(like, scores=replace(like.scores, candidate=number))
            if offer.found.candidates[number].group is None:
                like = replace(like, measure=kept[-1].measure)
            claims[number] = _with_own(names, like, kept, rows, at)
    yield from (claims[number] for number in sorted(claims))


def _sentences(offer: Offer) -> Iterator[Span]:
    """Yield the sentences with a word that sets names and figures side by side."""
    words = _words(offer.found.language)
    text = offer.document.text
    for match in words.finditer(text):
        yield from (
            s
            for s in offer.found.sentences.sentences
            if s.start <= match.start() < s.end
        )


@cache
def _words(language: AnyLanguage) -> re.Pattern[str]:
    found = "|".join(sorted(language.sentences.respectively))
    return re.compile(rf"(?i)\b(?:{found})\b" if found else r"(?!)")


def _figures(offer: Offer, sentence: Span) -> tuple[int, ...]:
    """Give the candidates of a sentence that are figures, none unless in one row."""
    found = [
        (c.quantity.span, number)
        for number, c in enumerate(offer.found.candidates)
        if c.kind is CandidateKind.FIGURE
        and sentence.start <= c.quantity.span.start < sentence.end
    ]
    spans = tuple(span for span, _ in found)
    is_row = spans in _in_a_row(offer, spans)
    return tuple(number for _, number in found) if is_row or len(spans) == 1 else ()


def _rows(offer: Offer, sentence: Span) -> list[Row]:
    """Give the rows of parties, places and days of a sentence."""
    found = offer.found
    parties = [m.span for m in found.mentions]
    days = [t.span for t in found.timexes]
    return [
        row
        for spans in (parties, place_spans(offer), days)
        for row in _in_a_row(
            offer, [s for s in spans if sentence.start <= s.start < sentence.end]
        )
    ]


def _in_a_row(offer: Offer, spans: Sequence[Span]) -> Iterator[Row]:
    """Yield runs of two and more spans that only joining words part."""
    run: list[Span] = []
    parting = _parting(offer.found.language)
    for one, two in pairwise(spans):
        if parting.fullmatch(offer.document.text, one.end, two.start):
            run = run or [one]
            run.append(two)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


@cache
def _parting(language: AnyLanguage) -> re.Pattern[str]:
    joins = "|".join(sorted(language.sentences.word_joiners))
    on = "|".join(sorted(language.sentences.day_prepositions))
    return re.compile(rf"(?i)(?:,|,?\s(?:{joins}))\s(?:(?:{on})\s)?(?:the\s)?")


def _points(claim: Chosen, row: Row) -> bool:
    """True where a field of a claim rests on a name of a row."""
    return any(_rests(getattr(claim, field), row) for field in _FIELDS)


def _rests(choice: Choice[Any], row: Row) -> bool:
    return any(span.overlaps(name) for span in choice.spans for name in row)


def _without(claim: Chosen, rows: Sequence[Row]) -> Chosen:
    """Give a claim whose fields that rest on a name of the rows are empty."""
    resting: dict[str, Any] = {
        field: Choice(None, (), 1 - getattr(claim, field).chance)
        for field in _FIELDS
        if any(_rests(getattr(claim, field), row) for row in rows)
    }
    return replace(claim, **resting)


def _with_own(
    names: Names, claim: Chosen, kept: Sequence[Chosen], rows: Sequence[Row], at: int
) -> Chosen:
    """Give a claim whose fields that any of the figures has from a row are its own.

    Args:
        names: The document's.
        claim: Of one of the figures.
        kept: The claims of all of them, as the network has them.
        rows: Rows of as many names.
        at: Where in its row the claim's figure stands.
    """
    own: dict[str, Any] = {}
    for field in _FIELDS:
        choices: list[Choice[Any]] = [getattr(other, field) for other in kept]
        row = next((r for r in rows if any(_rests(c, r) for c in choices)), None)
        value = row and _value(names, claim.scores, field, row[at])
        if row and value:
            chance = max(choice.chance for choice in choices if _rests(choice, row))
            own[field] = Choice(value, (row[at],), chance)
    return replace(claim, **own)


def _value(
    names: Names, scores: Scores, field: str, own: Span
) -> Named | Period | Source | None:
    """Give what fills a field that rests on a name, None where nothing does."""
    if field == "period":
        return next((o.period for o in scores.options if _is_of(o, own)), None)
    if field == "claimant":
        return next((s for s in scores.sources if s.spans == (own,)), None)
    return names.named_at(own, places=field == "place")


def _is_of(option: DayOption, own: Span) -> bool:
    return option.period is not None and option.period.phrase == own
