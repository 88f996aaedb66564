"""Figures of two measures in one: "219 killed or wounded" counts casualties.

Words of both parts with a joining word between them say the measure that combines the
parts, by its file; the network tends to hear the nearer word alone. Of 24 figures of
reports that stand so all are of both, and the network had 13 of them as one. Refuses to
look past another figure, a mark or a further joining word: "12 killed and 30 wounded"
and "killed or hurt and 3,920 captured" are figures apiece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from sayso.model import Span
from sayso.reading.claims.choosing import Chosen
from sayso.reading.claims.offer import Offer
from sayso.vocabulary.measures import MEASURES, Measure, load_measures

APART = 2
"""Words between those of two parts, at most: "killed or badly wounded"."""
AWAY = 60
"""Characters between a figure and such words, at most."""
_MARK = re.compile(r"[.,:;\n]")


def with_joint_measures(offer: Offer, chosen: Iterable[Chosen]) -> Iterator[Chosen]:
    """Yield claims, those counted by words of two measures with the one of both.

    Args:
        offer: What the document offers.
        chosen: Claims in the order of the text.
    """
    by_measure = {m.id: list(_phrases(offer, m)) for m in _joint()}
    for claim in chosen:
        yield next(
            (
                _joined(claim, measure)
                for measure in _joint()
                if claim.measure in measure.combines
                and any(
                    _counts(offer, claim, phrase) for phrase in by_measure[measure.id]
                )
            ),
            claim,
        )


@cache
def _joint() -> tuple[Measure, ...]:
    return tuple(m for m in load_measures() if m.combines)


def _joined(claim: Chosen, measure: Measure) -> Chosen:
    """Give the claim with the measure of its parts, as sure as it is of one of them."""
    of = [MEASURES.index(name) + 1 for name in (measure.id, *measure.combines)]
    chance = min(float(claim.scores.measures[of].sum()), 1.0)
    return replace(claim, measure=measure.id, chance=chance)


def _phrases(offer: Offer, measure: Measure) -> Iterator[Span]:
    """Yield where words of different parts are joined."""
    parts = offer.said[:, [MEASURES.index(name) for name in measure.combines]]
    single = parts.sum(axis=1) == 1
    if not single.any():
        return
    words = [word.lower() for word in offer.ground.tagging.tokens.words]
    joiners = offer.found.language.sentences.word_joiners
    for at in single.nonzero()[0].tolist():
        if at + 1 >= len(words) or words[at + 1] not in joiners:
            continue
        for other in range(at + 2, min(at + 2 + APART, len(words))):
            if single[other] and (parts[other] != parts[at]).any():
                phrase = offer.ground.span_of(at, other + 1)
                if not _holds_figure(offer, phrase):
                    yield phrase
                break


def _holds_figure(offer: Offer, phrase: Span) -> bool:
    """True for "killed and 30 wounded"."""
    return any(phrase.start < f.start < phrase.end for f in offer.found.figures)


def _counts(offer: Offer, claim: Chosen, phrase: Span) -> bool:
    """True where joined words count a claim's figure, and no other stands between."""
    figure = offer.found.candidates[claim.scores.candidate].quantity.span
    if figure.start < phrase.end and phrase.start < figure.end:
        return True
    start, end = min(figure.end, phrase.end), max(figure.start, phrase.start)
    between = offer.document.text[start:end]
    joiners = offer.found.language.sentences.word_joiners
    if len(between) > AWAY or _MARK.search(between):
        return False
    if not joiners.isdisjoint(between.lower().split()):
        return False
    low, high = min(figure.start, phrase.start), max(figure.end, phrase.end)
    return not any(
        low <= other.start < high
        and (other.end <= figure.start or figure.end <= other.start)
        for other in offer.found.figures
    )
