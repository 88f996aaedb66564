"""A share and the area it stands for, against what is said to remain or to be whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from sayso.checks.check import (
    Check,
    CheckContext,
    agree,
    claim_input,
    claim_order,
    reading_of,
    words_of,
)
from sayso.linking.interval import Interval, as_printed, as_rounded
from sayso.linking.names import place_key
from sayso.linking.series import day_of
from sayso.model import Claim, ClaimUnit, Finding, Input, Level, Outcome, Stance

CLOSEST = 60
"""Characters between a share and the area it is said of: "1,100 km2, or 86%"."""
_HUNDREDTH = Fraction(1, 100)
_ALL = Interval(Fraction(100), Fraction(100))


def check_shares(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give what a share and its area imply, beside what is stated of the rest."""
    sentences: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    held: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        if claim.stance is Stance.ASSERTED and claim.measure.startswith("territory."):
            sentences[claim.document, claim.sentence.start].append(claim)
            if claim.measure == "territory.held" and _is_area(claim):
                held[claim.document].append(claim)
    for key in sorted(sentences):
        for share, area in _pairs(sentences[key], context):
            others = [c for c in held[area.document] if c is not area]
            yield from _judge(share, area, others, context)


def _pairs(
    sentence: list[Claim], context: CheckContext
) -> Iterator[tuple[Claim, Claim]]:
    """Give each share with the one area of the sentence it is said of.

    The two may be read with and without their speaker, never with two.
    """
    for share in sentence:
        if share.quantity.unit != ClaimUnit.PERCENT:
            continue
        near = [
            (_distance(share, area), area.quantity.span.start, area)
            for area in sentence
            if _is_area(area)
            and area.measure == share.measure
            and agree(place_key(area), place_key(share))
            and agree(context.names.speaker(area), context.names.speaker(share))
        ]
        near.sort(key=lambda item: item[:2])
        alone = len(near) == 1 or (len(near) > 1 and near[1][0] > CLOSEST)
        if near and near[0][0] <= CLOSEST and alone:
            yield share, near[0][2]


def _is_area(claim: Claim) -> bool:
    return claim.quantity.unit == ClaimUnit.KM2


def _distance(a: Claim, b: Claim) -> int:
    first, second = sorted((a.quantity.span, b.quantity.span))
    return second.start - first.end


def _judge(
    share: Claim, area: Claim, held: list[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give the findings of one share, its area and what else is said to be held."""
    part = as_rounded(area.quantity)
    fraction = as_printed(share.quantity).meet(_UP_TO_ALL).scale(_HUNDREDTH)
    whole = part.over(fraction)
    rest = (_ALL - as_printed(share.quantity)).meet(_UP_TO_ALL)
    left = part.times(rest.scale(_HUNDREDTH).over(fraction))
    working = (
        reading_of(share),
        reading_of(area, part),
        f"whole = area / share: {whole} km2",
        f"left = whole - area: {left} km2",
    )
    inputs = (claim_input(share, "share"), claim_input(area, "part"))
    remains = [c for c in held if _is_rest(c, area, context)]
    for rest_claim in remains:
        yield _against_rest(inputs, working, (share, area, rest_claim), left, context)
    if not remains:
        yield CHECK.find(
            Outcome.CONSISTENT,
            Level.NOTE,
            inputs,
            f"{context.voice(area)} states {words_of(area)} and {words_of(share)}: "
            f"together they stand for a whole of {whole} km2; nothing else in the "
            "document states the whole or the rest.",
            working,
        )


def _is_rest(claim: Claim, area: Claim, context: CheckContext) -> bool:
    """True when the claim is said of what the other side still holds of the area.

    The holder must be the party the area was gained from, the place the same, the day
    the same, and the voice the same or the narrator's: another speaker's figure is no
    part of this account.
    """
    names = context.names
    loser = names.party(area.affected)
    voices = {names.speaker(area), None}
    document = context.documents.get(claim.document)
    return (
        area.measure == "territory.gained"
        and loser is not None
        and names.party(claim.actor) == loser
        and agree(place_key(claim), place_key(area))
        and names.speaker(claim) in voices
        and day_of(claim, document) == day_of(area, document)
    )


def _against_rest(
    inputs: tuple[Input, ...],
    working: tuple[str, ...],
    claims: tuple[Claim, Claim, Claim],
    left: Interval,
    context: CheckContext,
) -> Finding:
    """Give the finding for an implied rest and a stated one."""
    share, area, rest = claims
    stated = as_printed(rest.quantity)
    apart = stated.is_apart_from(left)
    verb = "differs from" if apart else "agrees with"
    return CHECK.find(
        Outcome.INCONSISTENT if apart else Outcome.CONSISTENT,
        Level.STRONG if apart else Level.NOTE,
        (*inputs, claim_input(rest, "rest")),
        f"{context.voice(area)} states {words_of(area)} and {words_of(share)}, which "
        f"leaves {left} km2; this {verb} {words_of(rest)} stated as held.",
        (*working, reading_of(rest)),
        None
        if not apart
        else f"a rest within {left} km2, or a share of "
        f"{_share(as_rounded(area.quantity), stated)} percent",
    )


def _share(part: Interval, rest: Interval) -> Interval:
    """Give the share in percent that a part and a rest would stand for."""
    if part.low is None or rest.high is None or not part.high or rest.low is None:
        return Interval(None, None)
    low = part.low / (part.low + rest.high)
    high = part.high / (part.high + rest.low)
    return Interval(low * 100, high * 100)


_UP_TO_ALL = Interval(Fraction(0), Fraction(100))

CHECK = Check(
    name="shares",
    version=1,
    title="Share and area against what remains",
    explanation=(
        "A share and an area of one sentence imply the whole and the rest. The rest is "
        "set beside what the same account, or the narrator, says the other side still "
        "holds in the same place on the same day. Without such a figure the implied "
        "whole is only shown."
    ),
    run=check_shares,
)
