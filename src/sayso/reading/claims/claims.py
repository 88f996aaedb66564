"""Claims of a document: candidates are scored, then decided, then made into claims.

Refuses to guess: a field whose words the network does not point at stays empty, and
each field that is filled names its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import exp, log
from operator import mul

from sayso.model import (
    Attribution,
    AttributionId,
    AttributionKind,
    Claim,
    ClaimField,
    Evidence,
    Speaker,
)
from sayso.reading.claims.accruing import with_accrual
from sayso.reading.claims.agreeing import agree
from sayso.reading.claims.choosing import (
    Choice,
    Chosen,
    Limits,
    Names,
    choose,
    to_decimal,
)
from sayso.reading.claims.contrasted import with_contrasted_measures
from sayso.reading.claims.denials import with_stated_stance
from sayso.reading.claims.innermost import with_innermost_claimant
from sayso.reading.claims.joint import with_joint_measures
from sayso.reading.claims.levels import with_levels
from sayso.reading.claims.losers import with_loser
from sayso.reading.claims.meant import with_meant_parties
from sayso.reading.claims.meant_persons import with_agreeing_claimant
from sayso.reading.claims.offer import Offer
from sayso.reading.claims.parts import with_fields_of_wholes
from sayso.reading.claims.respective import with_respective_names
from sayso.reading.claims.scores import score_candidates
from sayso.reading.claims.sources import Source
from sayso.reading.claims.supposed import is_supposed
from sayso.reading.claims.weights import model_for
from sayso.reading.speakers.naming import name_speakers
from sayso.reading.speakers.nobody import names_nobody

NOT_SAID = AttributionId("")


@dataclass(frozen=True, slots=True)
class _Voice:
    """The claimant of a claim, resolved."""

    name: str | None = None
    speaker: Speaker | None = None
    via: tuple[str, ...] = ()
    attribution: AttributionId | None = None


def read_claims(
    offer: Offer, *, reader: str, asked: int | None = None
) -> Iterator[Claim]:
    """Yield the claims of a document in the order of the text.

    Args:
        offer: What the document offers.
        reader: Name and version of the reader, recorded with each claim.
        asked: Number of a candidate that a person says is a claim: read it alone, as
            its likeliest measure.
    """
    if not offer.found.candidates:
        return
    model = model_for(offer.found.language)
    names = Names(offer)
    odds = model.thresholds["odds"]
    if asked is not None:
        odds = {**odds, "claim": -1.0}
    limits = Limits(odds, model.thresholds["least"])
    scores = score_candidates(offer, model, asked=asked)
    found = [choose(offer, names, s, limits) for s in scores]
    named = [
        with_loser(offer, with_meant_parties(offer, _with_claimant(offer, claim)))
        for claim in found
        if claim is not None and (asked is not None or not is_supposed(offer, claim))
    ]
    agreed = with_fields_of_wholes(
        offer,
        agree(
            offer,
            with_levels(
                offer,
                with_contrasted_measures(
                    offer,
                    with_joint_measures(
                        offer, with_respective_names(offer, names, named)
                    ),
                ),
            ),
        ),
    )
    chosen = [
        with_accrual(with_stated_stance(offer, claim), learned=model.learned)
        for claim in agreed
    ]
    voices = _voices(offer, [c.claimant.value for c in chosen if c.claimant.value])
    sure = model.thresholds["sure"]
    for claim in chosen:
        source = claim.claimant.value
        voice = source and voices[source.spans[0].start, source.name]
        if source and voice and not _is_nobody(offer, source, voice):
            yield _make(offer, claim, voice, sure, reader)
        elif source:
            unnamed: Choice[Source] = Choice(None, (), 1 - claim.claimant.chance)
            alone = replace(claim, claimant=unnamed)
            yield _make(offer, alone, _Voice(), sure, reader)
        else:
            yield _make(offer, claim, _Voice(), sure, reader)


def _with_claimant(offer: Offer, claim: Chosen) -> Chosen:
    """Give a claim with the claimant that its attributions leave possible."""
    return with_innermost_claimant(offer, with_agreeing_claimant(offer, claim))


def _is_nobody(offer: Offer, source: Source, voice: _Voice) -> bool:
    """True for a figure, a pronoun and other words that name no speaker."""
    if voice.name is None or names_nobody(voice.name, offer.found.language):
        return True
    span = source.spans[0]
    return voice.name == span.text and any(
        quantity.number.start <= span.start and span.end <= quantity.number.end
        for quantity in offer.found.quantities
    )


def _voices(
    offer: Offer, sources: Iterable[Source]
) -> Mapping[tuple[int, str], _Voice]:
    """Give who the chosen sources are, by their first offset and name.

    Attributions are resolved already; a name or a label that stands by itself is
    resolved as the source of an attribution would be.
    """
    found: dict[tuple[int, str], _Voice] = {}
    alone: list[Source] = []
    for source in sources:
        said, key = source.attribution, (source.spans[0].start, source.name)
        if key in found:
            continue
        found[key] = _Voice(source.name)
        if said is None:
            alone.append(source)
        else:
            found[key] = _Voice(said.name, said.speaker, said.via, said.id)
    if not alone:
        return found
    bare = [
        Attribution(NOT_SAID, s.spans, (), (), AttributionKind.INDIRECT) for s in alone
    ]
    text, entities, packs = offer.document.text, offer.found.entities, offer.found.packs
    said_by = name_speakers(text, bare, entities, packs, offer.found.language)
    for source, said in zip(alone, said_by, strict=True):
        key = source.spans[0].start, source.name
        found[key] = _Voice(said.name or source.name, said.speaker, said.via)
    return found


def _make(
    offer: Offer,
    chosen: Chosen,
    voice: _Voice,
    sure: Mapping[str, Sequence[float]],
    reader: str,
) -> Claim:
    candidate = offer.found.candidates[chosen.scores.candidate]
    stand = offer.stands[chosen.scores.candidate]
    sentences = offer.found.sentences.sentences
    affected, actor, place = (
        choice.value for choice in (chosen.affected, chosen.actor, chosen.place)
    )
    stance, toponym = chosen.stance.value, place.toponym if place else None
    if stance is None:
        raise AssertionError("every claim has a stance")
    return Claim(
        document=offer.document.id,
        quantity=candidate.quantity,
        measure=chosen.measure,
        sentence=sentences[int(offer.ground.sentences[stand.anchor])],
        group=candidate.group,
        affected=affected.name if affected else None,
        actor=actor.name if actor else None,
        place=place.name if place else None,
        located=toponym.place if toponym else None,
        period=chosen.period.value,
        accrual=chosen.accrual.value,
        claimant=voice.name,
        via=voice.via,
        stance=stance,
        attribution=voice.attribution,
        speaker=voice.speaker,
        confidence=_certainty(sure["core"], *_core_chances(chosen)),
        reader=reader,
        evidence=tuple(_evidence(chosen, sure)),
    )


def _evidence(
    chosen: Chosen, sure: Mapping[str, Sequence[float]]
) -> Iterator[Evidence]:
    choices: tuple[tuple[ClaimField, Choice[object]], ...] = (
        (ClaimField.EVENT, chosen.event),
        (ClaimField.AFFECTED, chosen.affected),
        (ClaimField.ACTOR, chosen.actor),
        (ClaimField.PLACE, chosen.place),
        (ClaimField.PERIOD, chosen.period),
        (ClaimField.CLAIMANT, chosen.claimant),
        (ClaimField.STANCE, chosen.stance),
        (ClaimField.ACCRUAL, chosen.accrual),
    )
    for field, choice in choices:
        chance = chosen.chance if field is ClaimField.EVENT else choice.chance
        yield Evidence(field, choice.spans, _certainty(sure[field], chance))


def _core_chances(chosen: Chosen) -> tuple[float, float, float]:
    """Give the chances that what is claimed is right, that who says it is, and both."""
    event, claimant = chosen.chance, chosen.claimant.chance
    return event, claimant, event * claimant


def _certainty(fit: Sequence[float], *chances: float) -> Decimal:
    """Give the calibrated chance: a logistic fit on the logits of raw chances.

    Args:
        fit: A weight for each chance, then the constant; fitted on held-out stories.
        chances: The network's.
    """
    clipped = [min(max(float(chance), 1e-4), 1 - 1e-4) for chance in chances]
    logits = [log(chance / (1 - chance)) for chance in clipped]
    total = sum(map(mul, logits, fit), 0.0) + fit[-1]
    return to_decimal(1 / (1 + exp(-total)))
