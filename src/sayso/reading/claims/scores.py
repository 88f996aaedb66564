"""Chances of everything a claim may be, for each candidate of a document.

The document is read block by block, so that memory is that of a block; a candidate is
asked about the words, sources and days within its reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model import ClaimField, Span
from sayso.reading.claims.days import DayOption
from sayso.reading.claims.network import (
    Floats,
    Keys,
    Questions,
    SourceKeys,
    Weights,
    candidate_states,
    claim_states,
    day_chances,
    day_keys,
    event_chances,
    event_queries,
    join_events,
    join_neighbours,
    measure_chances,
    pointed_chances,
    pointer_keys,
    questions,
    source_chances,
    source_keys,
)
from sayso.reading.claims.offer import Offer
from sayso.reading.claims.pairs import (
    DayGround,
    Relations,
    SourceGround,
    day_signs,
    ground_days,
    ground_sources,
    relate,
    source_signs,
)
from sayso.reading.claims.sources import Source
from sayso.reading.claims.standing import Stand
from sayso.reading.claims.weights import Model
from sayso.reading.tagger.encoder import word_states

BLOCK = 2400
"""Words whose candidates are read together."""
BEFORE, BEHIND = 400, 200
"""Words before and behind a candidate that may carry its fields."""
LIKELY = 0.2
"""Chance of being a claim below which nothing more is asked."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one candidate that is likely a claim."""

    candidate: int
    """Its number in the offer."""
    measures: Floats
    """Chance of "no claim", then of each of `MEASURES`."""
    stances: Floats
    accruals: Floats
    first: int
    """First word within reach."""
    words: Mapping[ClaimField, Floats]
    """For the event and each pointed field the chances of "not said", then of the
    words within reach."""
    claimants: Floats
    """Chance of "nobody", then of each of `sources`."""
    sources: tuple[Source, ...]
    days: Floats
    """Chance of each of `options`."""
    options: tuple[DayOption, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A candidate that is likely a claim, with what is within its reach."""

    candidate: int
    measures: Floats
    event: Floats
    part: slice
    relations: Relations


@dataclass(frozen=True, slots=True)
class _Block:
    """The states of a run of words, and what stands in it."""

    offer: Offer
    weights: Weights
    low: int
    words: Floats
    said: Floats
    """Words by measures: 1 where a word may speak of a measure."""
    keys: Keys
    sources: SourceGround
    source_keys: SourceKeys
    days: DayGround
    day_keys: Floats


def score_candidates(
    offer: Offer, model: Model, *, asked: int | None = None
) -> Iterator[Scores]:
    """Yield the chances of the candidates that are likely claims, in order.

    Args:
        offer: What the document offers.
        model: The weights.
        asked: Number of a candidate that is asked for alone, likely or not.
    """
    count = len(offer.ground)
    anchors = [stand.anchor for stand in offer.stands]
    for begin in range(0, count, BLOCK):
        inside = [
            n
            for n, a in enumerate(anchors)
            if begin <= a < begin + BLOCK and asked in (None, n)
        ]
        if inside:
            part = slice(max(0, begin - BEFORE), min(begin + BLOCK + BEHIND, count))
            least = LIKELY if asked is None else -1.0
            yield from _score(_block(offer, model, part), inside, least)


def _block(offer: Offer, model: Model, part: slice) -> _Block:
    tagging, ground = offer.found.tagging, offer.ground
    inputs = {
        "states": word_states(tagging, part.start, part.stop, model.upper),
        "signs": offer.words[part].astype(np.float32),
        "tags": tagging.tags[part].astype(np.int64),
        "relations": tagging.relations[part].astype(np.int64),
    }
    words: Floats = model.context.run(None, inputs)[0]

    def is_inside(span: Span) -> bool:
        return ground.range_of(span)[0] in range(part.start, part.stop)

    def mean(spans: Iterable[Span]) -> Floats:
        return _mean(words, [ground.range_of(span) for span in spans], part.start)

    def spans_of(option: DayOption) -> list[Span]:
        return [] if option.timex is None else [timexes[option.timex].span]

    sources = [s for s in offer.sources if is_inside(s.spans[0])]
    timexes = offer.found.timexes
    options = [
        o for o in offer.days if o.timex is None or is_inside(timexes[o.timex].span)
    ]
    return _Block(
        offer,
        model.weights,
        part.start,
        words,
        offer.said[part].astype(np.float32),
        pointer_keys(model.weights, words),
        ground_sources(ground, sources),
        source_keys(
            model.weights, np.array([mean(s.spans) for s in sources], np.float32)
        ),
        ground_days(ground, options, timexes, offer.document.published),
        day_keys(model.weights, np.array([mean(spans_of(o)) for o in options])),
    )


def _mean(words: Floats, ranges: Sequence[tuple[int, int]], low: int) -> Floats:
    """Give the mean state of ranges of words, zeros for none."""
    parts = [words[max(first - low, 0) : max(last - low, 0)] for first, last in ranges]
    parts = [part for part in parts if len(part)]
    if not parts:
        return np.zeros(words.shape[1], np.float32)
    whole = parts[0] if len(parts) == 1 else np.concatenate(parts)
    found: Floats = whole[0] if len(whole) == 1 else whole.mean(0)
    return found


def _score(block: _Block, inside: list[int], least: float) -> Iterator[Scores]:
    """Yield the chances of those candidates of a block that are likely claims."""
    offer, weights = block.offer, block.weights
    stands = [offer.stands[n] for n in inside]
    places = np.array(
        [(s.first, s.last - 1, s.anchor, (s.path or (s.anchor,))[0]) for s in stands],
        np.int64,
    )
    places = np.clip(places - block.low, 0, len(block.words) - 1)
    states = candidate_states(weights, block.words, places, offer.candidates[inside])
    reaches = [_reach(block, stand) for stand in stands]
    events = [
        event_chances(weights, block.keys, part, query, relations)
        for query, (part, relations) in zip(
            event_queries(weights, states), reaches, strict=True
        )
    ]
    parts = [part for part, _ in reaches]
    states = join_events(
        weights,
        states,
        np.stack([e[1:] @ block.words[p] for e, p in zip(events, parts, strict=True)]),
    )
    states = join_neighbours(weights, states)
    said = [e[1:] @ block.said[p] for e, p in zip(events, parts, strict=True)]
    measures = measure_chances(weights, states, offer.lexicon[inside], np.stack(said))
    likely = np.flatnonzero(1 - measures[:, 0] > least).tolist()
    best = measures[likely, 1:].argmax(-1) + 1
    claimed = claim_states(weights, states[likely], best)
    for row, own in zip(likely, questions(weights, claimed), strict=True):
        asked = _Asked(inside[row], measures[row], events[row], *reaches[row])
        yield _ask(block, asked, own)


def _reach(block: _Block, stand: Stand) -> tuple[slice, Relations]:
    """Give the words of a block within a candidate's reach and how they stand to it."""
    high = block.low + len(block.words)
    first = max(block.low, stand.anchor - BEFORE)
    last = min(high, stand.anchor + BEHIND)
    part = slice(first - block.low, last - block.low)
    return part, relate(block.offer.ground, block.offer.between, stand, first, last)


def _ask(block: _Block, asked: _Asked, own: Questions) -> Scores:
    offer, weights, ground = block.offer, block.weights, block.offer.ground
    stand = offer.stands[asked.candidate]
    candidate = offer.found.candidates[asked.candidate]
    return Scores(
        candidate=asked.candidate,
        measures=asked.measures,
        stances=own.stances,
        accruals=own.accruals,
        first=block.low + asked.part.start,
        words={
            ClaimField.EVENT: asked.event,
            **pointed_chances(
                weights, block.keys, asked.part, own.pointed, asked.relations
            ),
        },
        claimants=source_chances(
            weights,
            own.source,
            block.source_keys,
            source_signs(ground, offer.between, candidate, stand, block.sources),
        ),
        sources=block.sources.sources,
        days=day_chances(
            weights,
            own,
            block.day_keys,
            day_signs(ground, offer.between, stand, block.days),
            block.days.kinds,
        ),
        options=block.days.options,
    )
