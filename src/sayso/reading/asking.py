"""One claim asked for: the words are a person's, all else is read by the same model.

What a reader takes for no claim can still be one; here the chance that it is none is
set aside and the likeliest measure taken. Fields that the words do not carry stay
empty, as always.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sayso.model import Bound, Claim, Document, Quantity, Span
from sayso.reading.claims.claims import read_claims
from sayso.reading.claims.offer import Found, make_offer
from sayso.reading.events.candidates import Candidate, CandidateKind
from sayso.reading.finding import find_all
from sayso.reading.reader import language_of, reader_name
from sayso.vocabulary.gazetteers import Gazetteer
from sayso.vocabulary.theatres import Theatre

FALLBACK = "people.killed"
"""Measure offered where the model says nothing at all; a person chooses."""


def read_span(
    document: Document,
    span: Span,
    *,
    theatres: Sequence[Theatre] | None = None,
    gazetteers: Sequence[Gazetteer] = (),
) -> Claim:
    """Give the claim that some words of a document would be.

    Args:
        document: Its text is read as it is.
        span: The number with its bound words and unit, or a named place; a candidate
            of the reader that overlaps it lends figure and noun.
        theatres: Packs that may apply; None for those that come with Sayso.
        gazetteers: A user's own.

    Raises:
        UnknownName: The document is told to be in a language that is not read.
    """
    language = language_of(document)
    found = find_all(document, language, theatres=theatres, gazetteers=gazetteers)
    candidate = _candidate(found, span)
    rest = [c for c in found.candidates if not c.quantity.span.overlaps(span)]
    kept = sorted([*rest, candidate], key=lambda c: c.quantity.span)
    offer = make_offer(document, replace(found, candidates=tuple(kept)))
    number = kept.index(candidate)
    read = read_claims(offer, reader=reader_name(), asked=number)
    claim = next(read, None)
    if claim is not None:
        return claim
    at = found.sentences.at(span.start)
    return Claim(
        document=document.id,
        quantity=candidate.quantity,
        measure=FALLBACK,
        sentence=found.sentences.sentences[at],
        group=candidate.group,
    )


def _candidate(found: Found, span: Span) -> Candidate:
    """Give the candidate of a span, with what one that overlaps it knows."""
    near = [c for c in found.candidates if c.quantity.span.overlaps(span)]
    if near:
        best = max(near, key=lambda c: _fit(c, span))
        if best.kind is CandidateKind.PLACE:
            return best  # the words of a named place are its name
        number = best.quantity.number
        number = number if span.contains(number) else span
        quantity = replace(best.quantity, span=span, number=number)
        return replace(best, quantity=quantity)
    for q in found.quantities:
        if q.span.overlaps(span):
            stated = Quantity(span, span, q.low, q.high, q.bound, q.unit)
            claimed = stated.to_claim_unit()
            if claimed is not None:
                return Candidate(claimed, (), None)
    one = Decimal(1)
    return Candidate(Quantity(span, span, one, one, Bound.EXACT, "count"), (), None)


def _fit(candidate: Candidate, span: Span) -> tuple[bool, int]:
    """Sorts candidates: figures before places, then by the characters in common."""
    own = candidate.quantity.span
    shared = min(own.end, span.end) - max(own.start, span.start)
    return candidate.kind is not CandidateKind.PLACE, shared
