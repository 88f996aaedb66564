"""Who is told to have said a figure, and who tells it.

"The mayor told reporters the police chief had said 40 were killed": the chief claims
it, the mayor relays it. The network points at either. Where it chose one who only
relays the account that holds the figure, the one relayed is the claimant. Refuses to
look where the inner source, its cue and the figure do not follow one another within
what the outer one says. Method: our own.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Attribution, Span
from sayso.reading.claims.choosing import Choice, Chosen
from sayso.reading.claims.offer import Offer


def with_innermost_claimant(offer: Offer, claim: Chosen) -> Chosen:
    """Give the claim with the speaker whom the chosen one relays, if there is one."""
    chosen = claim.claimant.value
    if chosen is None or chosen.attribution is None:
        return claim
    outer = chosen.attribution
    figure = offer.found.candidates[claim.scores.candidate].quantity.span
    inner = [
        source
        for source in claim.scores.sources
        if source.attribution is not None
        and source.attribution is not outer
        and _relays(outer, source.attribution, figure)
    ]
    if not inner:
        return claim
    own = max(inner, key=lambda source: source.spans[0].start)
    return replace(claim, claimant=Choice(own, own.spans, claim.claimant.chance))


def _relays(outer: Attribution, inner: Attribution, figure: Span) -> bool:
    """True where what one says holds source, cue and figure of another, in order."""
    if not inner.source or not inner.cue or not inner.name:
        return False
    source, cue = inner.source[0], inner.cue[0]
    return (
        source.end <= cue.start
        and any(
            content.start <= source.start
            and cue.end <= figure.start
            and figure.end <= content.end
            for content in outer.content
        )
        and any(c.start <= figure.start and figure.end <= c.end for c in inner.content)
    )
