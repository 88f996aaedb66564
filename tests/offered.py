"""What a text offers the claim reader, with claims made by hand in place of weights."""

from types import SimpleNamespace

import numpy as np

from sayso.model import Document, Span
from sayso.reading.claims.choosing import Choice, Chosen, Named
from sayso.reading.claims.offer import make_offer
from sayso.reading.events.candidates import CandidateKind
from sayso.reading.finding import find_all
from sayso.vocabulary.languages import load_language
from sayso.vocabulary.measures import MEASURES

EMPTY = Choice(None, (), 0.5)


def offer_of(text, code="en"):
    """Give what a text in a language offers."""
    language = load_language(code)
    document = Document(text, language=code)
    return make_offer(document, find_all(document, language))


def claims_of(offer, measure, *, pointed=None, field="actor"):
    """Give each figure of an offer as a claim.

    Args:
        offer: What a text offers.
        measure: The measure that the network is to have given.
        pointed: Words that fill a party's field as they are, without a name.
        field: That field.
    """
    chances = np.full(len(MEASURES) + 1, 0.01)
    chances[MEASURES.index(measure) + 1] = 0.7
    choice = EMPTY
    if pointed is not None:
        at = offer.document.text.index(pointed)
        span = Span.cut(offer.document.text, at, at + len(pointed))
        choice = Choice(Named(pointed), (span,), 0.9)
    fields = {"affected": EMPTY, "actor": EMPTY} | {field: choice}
    return [
        Chosen(
            scores=SimpleNamespace(candidate=number, measures=chances),
            measure=measure,
            chance=0.7,
            place=EMPTY,
            claimant=EMPTY,
            period=EMPTY,
            event=EMPTY,
            stance=EMPTY,
            accrual=EMPTY,
            **fields,
        )
        for number, candidate in enumerate(offer.found.candidates)
        if candidate.kind is CandidateKind.FIGURE
    ]
