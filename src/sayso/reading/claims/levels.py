"""A level and, in brackets behind it, its change: "Luhansk 99.6% (+0.6)".

Tables told in lines give how much ground is held and by how much that grew or shrank.
The network hears one verb, that of a heading, and gives both figures its measure. The
sign says which is which, in any language: a figure with a sign in brackets right behind
a share or an area is its change, the share or area itself is held. Refuses to look past
anything but blanks between level and bracket. Method: our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sayso.model import Accrual, Period
from sayso.reading.claims.choosing import Choice, Chosen
from sayso.reading.claims.offer import Offer
from sayso.vocabulary.measures import MEASURES

_HELD = "territory.held"
_GROUND = _HELD.split(".", maxsplit=1)[0]
_CHANGE = {"+": "territory.gained", "-": "territory.lost"}
_BRACKET = re.compile(r"\s{0,2}\(\s?([+\-\u2212\u2013\u2014])\s?\Z")
"""What stands between a level and the number of its change; the sign is the group."""


def with_levels(offer: Offer, chosen: Iterable[Chosen]) -> list[Chosen]:
    """Give claims, areas and shares with a signed change behind them as held.

    Args:
        offer: What the document offers.
        chosen: Claims in the order of the text.
    """
    claims = list(chosen)
    at = {claim.scores.candidate: number for number, claim in enumerate(claims)}
    candidates = offer.found.candidates
    for number, claim in enumerate(claims):
        level = candidates[claim.scores.candidate].quantity
        if not claim.measure.startswith(_GROUND):
            continue
        behind = claim.scores.candidate + 1
        change = candidates[behind].quantity if behind < len(candidates) else None
        if change is None:
            continue
        text = offer.document.text
        between = text[level.span.end : change.number.start]
        first = text[change.number.start]
        bracket = _BRACKET.match(between if first.isdigit() else between + first)
        if bracket is None:
            continue
        claims[number] = _at_end(_as(claim, _HELD, Accrual.TOTAL))
        if behind in at:
            sign = "+" if bracket[1] == "+" else "-"
            claims[at[behind]] = _as(claims[at[behind]], _CHANGE[sign], Accrual.FLOW)
    return claims


def _as(claim: Chosen, measure: str, accrual: Accrual) -> Chosen:
    """Give a claim as one of another measure, unless it is one of it already."""
    if claim.measure == measure:
        return claim
    return replace(
        claim,
        measure=measure,
        chance=max(
            claim.chance, float(claim.scores.measures[MEASURES.index(measure) + 1])
        ),
        accrual=Choice(accrual, (), claim.accrual.chance),
    )


def _at_end(claim: Chosen) -> Chosen:
    """Give a level with the last day of the stretch in which it changed."""
    period = claim.period.value
    if period is None or period.last is None:
        return claim
    day = Period.of_days(period.last, period.last, phrase=period.phrase)
    return replace(claim, period=replace(claim.period, value=day))
