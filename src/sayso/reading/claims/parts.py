"""What a part has from the whole it is of: "lost 53,000 men. Of them 22,200 died".

The words of a part seldom name whose they were or who says so: these stand with the
whole. The network asks each figure alone and leaves them empty, or takes them from
afar. So a part of its whole's measure, or of one that this combines, has party, days
and speaker from it, its place in the stead of one from elsewhere, and no loser that
neither's sentence names. Refuses to look
past another party, place, day or speaker behind the whole: what may say something of
the part stands, and nothing is taken over. Method: our own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TypeVar

from sayso.model import Quantity, Span
from sayso.reading.claims.choosing import Choice, Chosen, Named, keep_apart
from sayso.reading.claims.offer import Offer
from sayso.reading.events.candidates import CandidateKind
from sayso.vocabulary.measures import load_measures

T = TypeVar("T")

_LISTED = re.compile(r"[^.;:!?\n\d]{0,60}:\s")
"""From a whole to the list of its parts."""


def with_fields_of_wholes(offer: Offer, chosen: Iterable[Chosen]) -> Iterator[Chosen]:
    """Yield claims, parts with what only their whole's words say.

    Args:
        offer: What the document offers.
        chosen: Claims in the order of the text.
    """
    text, words = offer.document.text, offer.found.language.comparing.parts
    cues = [match.span() for match in re.finditer(rf"(?i){words}", text)]
    known: list[Chosen] = []
    for claim in chosen:
        of = None
        if (
            offer.found.candidates[claim.scores.candidate].kind
            is not CandidateKind.PLACE
        ):
            of = _whole(offer, claim, known, cues)
        is_part = of is not None and _is_alike(claim.measure, of.measure)
        kept = _with_fields(offer, claim, of) if of and is_part else claim
        known.append(kept)
        yield kept


def _whole(
    offer: Offer,
    claim: Chosen,
    before: Sequence[Chosen],
    cues: Sequence[tuple[int, int]],
) -> Chosen | None:
    """Give the claim that a claim is a part of, None where no words make it one."""
    figure, first = _figure(offer, claim).span, _sentence(offer, claim)
    opening = offer.found.sentences.sentences[first].start
    begin = _cue(offer.document.text, figure, opening, cues)
    for other in reversed(before):
        span = _figure(offer, other).span
        away = first - _sentence(offer, other)
        if away > (begin is not None):
            return None
        if not _may_hold(_figure(offer, other), _figure(offer, claim)):
            continue
        if begin is not None and span.end <= begin:
            return other
        if begin is None and _LISTED.match(offer.document.text, span.end, figure.start):
            return other
    return None


def _cue(
    text: str, figure: Span, opening: int, cues: Sequence[tuple[int, int]]
) -> int | None:
    """Give where the words that make a figure a part begin, or it with them behind.

    Args:
        text: The document's.
        figure: Of a claim.
        opening: Where its sentence begins.
        cues: Begin and end of all such words.
    """
    at = bisect_left(cues, (figure.end, 0))
    if at < len(cues) and not text[figure.end : cues[at][0]].strip():
        return figure.start
    last = next((start for start, end in cues[:at][::-1] if end <= figure.start), None)
    return last if last is not None and last >= opening else None


def _may_hold(whole: Quantity, part: Quantity) -> bool:
    """True where one quantity is as large as another of its unit."""
    return whole.unit == part.unit and _size(whole) >= _size(part)


def _size(quantity: Quantity) -> Decimal:
    """Give the larger end of a quantity that is known."""
    ends = quantity.low, quantity.high
    return max((end for end in ends if end is not None), default=Decimal(0))


def _figure(offer: Offer, claim: Chosen) -> Quantity:
    return offer.found.candidates[claim.scores.candidate].quantity


def _sentence(offer: Offer, claim: Chosen) -> int:
    """Give the number of a claim's sentence."""
    return int(offer.ground.sentences[offer.stands[claim.scores.candidate].anchor])


def _is_alike(part: str, whole: str) -> bool:
    """True where a part is of its whole's measure, or of one that this combines."""
    return part == whole or part in _combined().get(whole, ())


@cache
def _combined() -> dict[str, tuple[str, ...]]:
    return {m.id: tuple(m.combines) for m in load_measures() if m.combines}


def _with_fields(offer: Offer, claim: Chosen, whole: Chosen) -> Chosen:
    """Give a part with the fields of its whole that its own words leave open."""
    found = offer.found
    end = found.sentences.sentences[_sentence(offer, claim)].end
    mine = range(_figure(offer, whole).span.end, end)
    named = [m for m in found.mentions if m.party and m.span.start in mine]
    mentioned = {m.party for m in named if not _is_speaking(offer, m.span)}
    affected, actor = claim.affected, claim.actor
    place, period, claimant = claim.place, claim.period, claim.claimant
    first = found.sentences.sentences[_sentence(offer, whole)].start
    affected = _near(affected, range(first, end))
    victim, doer = _party(whole.affected), _party(whole.actor)
    if victim and mentioned <= {victim}:
        affected = _over(affected, whole.affected, mine)
    if doer and {m.party for m in named} <= {doer}:
        actor = _over(actor, whole.actor, mine)
    affected, actor = keep_apart(affected, actor)
    if place.value and not any(t.span.start in mine for t in found.toponyms):
        place = _over(place, whole.place, mine)
    if not any(t.span.start in mine for t in found.timexes):
        period = _over(period, whole.period, mine)
    if not named and not any(
        span.start in mine
        for said in found.attributions
        for span in (*said.source, *said.cue)
    ):
        claimant = _over(claimant, whole.claimant, mine)
    return replace(
        claim,
        affected=affected,
        actor=actor,
        place=place,
        period=period,
        claimant=claimant,
    )


def _near(own: Choice[T], told: range) -> Choice[T]:
    """Give a part's choice, empty where it rests on words beyond both sentences."""
    if own.value is None or any(span.start in told for span in own.spans):
        return own
    return Choice(None, (), 1 - own.chance)


def _is_speaking(offer: Offer, name: Span) -> bool:
    """True for a name within a source: whoever speaks of a loss need not bear it."""
    return any(
        source.start <= name.start and name.end <= source.end
        for said in offer.found.attributions
        for source in said.source
    )


def _over(own: Choice[T], whole: Choice[T], mine: range) -> Choice[T]:
    """Give the whole's choice, unless it is empty or the part's rests on own words."""
    if whole.value is None or any(span.start in mine for span in own.spans):
        return own
    return whole


def _party(choice: Choice[Named]) -> str | None:
    mention = choice.value.mention if choice.value else None
    return mention.party if mention else None
