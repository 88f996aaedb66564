"""What befell the counted in the stead of something else: "not killed but captured".

And "captured, not killed".

The network hears both words and takes the first, or what both are parts of. The word
that is negated says what did not happen; the one behind the joiner of a contrast says
the measure. Refuses to look past another figure or a mark but a comma. Method: our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from sayso.model import Span
from sayso.reading.claims.choosing import Choice, Chosen
from sayso.reading.claims.offer import Offer
from sayso.reading.claims.signs import Bits
from sayso.vocabulary.measures import MEASURES

_AWAY = 60
"""Characters between a figure and the negation, at most."""
_NEAR = 4
"""Words between the two words of a contrast and its joiner, at most."""
_MARK = re.compile(r"[.:;\n]")


def with_contrasted_measures(
    offer: Offer, chosen: Iterable[Chosen]
) -> Iterator[Chosen]:
    """Yield claims, those that a contrast gives another measure with that.

    Args:
        offer: What the document offers.
        chosen: Claims in the order of the text.
    """
    contrasts = list(_contrasts(offer))
    for claim in chosen:
        yield next(
            (
                _with_measure(claim, rows, span)
                for start, rows, span in contrasts
                if _counts(offer, claim, start, span)
            ),
            claim,
        )


def _contrasts(offer: Offer) -> Iterator[tuple[int, list[int], Span]]:
    """Yield begin of a negation, rows of the measures that hold instead, their word."""
    ground, said = offer.ground, offer.said
    words = [word.lower() for word in ground.tagging.tokens.words]
    negation, joiner = offer.found.language.speech.stance.instead
    for at in np.flatnonzero(said.any(axis=1)).tolist():
        negated = [n for n in range(max(0, at - 2), at) if not said[n].any()]
        negated = [n for n in negated if re.fullmatch(negation, words[n])]
        behind = range(at + 1, min(at + 2 + _NEAR, len(words)))
        joins = next((n for n in behind if words[n] == joiner), None)
        if negated and joins is None:
            yield from _before(offer, words, negated[0], at)
        if not negated or joins is None:
            continue
        for other in range(joins + 1, min(joins + 2 + _NEAR, len(words))):
            rows = np.flatnonzero(said[other] & ~said[at] & _alike(said[at])).tolist()
            if rows:
                start = ground.span_of(negated[0], at).start
                yield start, rows, ground.span_of(other, other + 1)
                break


def _before(
    offer: Offer, words: Sequence[str], negation: int, at: int
) -> Iterator[tuple[int, list[int], Span]]:
    """Yield the same of "wounded, not killed", whose first word holds."""
    ground, said = offer.ground, offer.said
    comma = negation - (words[negation - 1] != ",") - 1
    if comma < 1 or words[comma] != ",":
        return
    rows = np.flatnonzero(said[comma - 1] & ~said[at] & _alike(said[at])).tolist()
    if rows:
        span = ground.span_of(comma - 1, comma)
        yield span.start, rows, span


def _alike(denied: Bits) -> Bits:
    """Give 1 for the measures of what the denied ones count: people, equipment."""
    counted = {MEASURES[row].partition(".")[0] for row in np.flatnonzero(denied)}
    return np.array([m.partition(".")[0] in counted for m in MEASURES], denied.dtype)


def _counts(offer: Offer, claim: Chosen, start: int, span: Span) -> bool:
    """True where a contrast follows a claim's figure, and no other figure."""
    figure = offer.found.candidates[claim.scores.candidate].quantity.span
    text = offer.document.text
    if not figure.end <= start <= figure.end + _AWAY:
        return False
    if _MARK.search(text, figure.end, span.start):
        return False
    return not any(figure.end <= f.start < span.start for f in offer.found.figures)


def _with_measure(claim: Chosen, rows: Sequence[int], span: Span) -> Chosen:
    """Give a claim with the likeliest of some measures that its figure may count."""
    row = max(rows, key=lambda n: float(claim.scores.measures[n + 1]))
    event: Choice[str] = replace(claim.event, spans=(span,))
    return replace(claim, measure=MEASURES[row], event=event)
