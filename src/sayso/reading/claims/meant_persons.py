"""A woman is no "he": the person a pronoun names against the one the network chose.

"Ann Roe met Joe Smith. She said 12 were killed": the network points at the name that
stands nearest. Where a figure's own attribution has a pronoun for its source, and what
the text calls the chosen person does not agree with it, the person whom the pronoun
stands for says it, or nobody. Refuses to look at pronouns that stand for anybody.
Method: our own.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Attribution, Span
from sayso.reading.claims.choosing import Choice, Chosen
from sayso.reading.claims.offer import Offer
from sayso.reading.speakers.gender import find_gender, gender_of
from sayso.reading.text.names import to_key
from sayso.vocabulary.languages import CasedLanguage


def with_agreeing_claimant(offer: Offer, claim: Chosen) -> Chosen:
    """Give the claim with a speaker who may be whom its sentence's pronoun means."""
    language, source = offer.found.language, claim.claimant.value
    if isinstance(language, CasedLanguage) or source is None:
        return claim
    figure = offer.found.candidates[claim.scores.candidate].quantity.span
    said = _said_by_pronoun(offer, figure)
    if said is None or source.attribution is said:
        return claim
    words = language.speakers
    meant = gender_of(to_key(said.source[0].text), words)
    chosen = find_gender(source.name, frozenset(), words)
    if meant is None or chosen in {None, meant}:
        return claim
    own = next((s for s in claim.scores.sources if s.attribution is said), None)
    chance = 1 - claim.claimant.chance
    if own is None or said.name == said.source[0].text:
        return replace(claim, claimant=Choice(None, (), chance))
    return replace(claim, claimant=Choice(own, own.spans, chance))


def _said_by_pronoun(offer: Offer, figure: Span) -> Attribution | None:
    """Give the innermost attribution that holds a figure, if one word is its source."""
    holding = [
        said
        for said in offer.found.attributions
        if any(c.start <= figure.start < c.end for c in said.content)
    ]
    said = min(holding, key=lambda s: sum(len(c.text) for c in s.content), default=None)
    if said is None or len(said.source) != 1 or " " in said.source[0].text:
        return None
    return said
