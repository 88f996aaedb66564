"""A share and the area it stands for, against what is said to remain or to be whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.support.account import after, comparing_words, compiled
from sayso.checks.support.check import (
    Check,
    CheckContext,
    agree,
    between,
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
_OF = re.compile(r"\s{1,3}of\s(?:(?:the|some|about|nearly|over)\s){0,2}")
"""What stands between a share and the area that is its whole: "86% of the 1,300"."""
_PAST = re.compile(
    r"\bonce (?:held|controlled|occupied|took|seized)\b"
    r"|\bhad (?:\w{1,20} ){0,2}(?:held|controlled|occupied|taken|seized|captured)\b"
    r"|\bat (?:its|their|the) (?:height|peak|start|beginning|most)\b"
    r"|\b(?:originally|initially|at first|at one time)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tell of ground as it was held before."""
_HUNDREDTH = Fraction(1, 100)
_ALL = Interval(Fraction(100), Fraction(100))


def check_shares(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give what a share and its area imply, beside what is stated of whole and rest."""
    sentences: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    areas: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        if claim.stance is Stance.ASSERTED and claim.measure.startswith("territory."):
            sentences[claim.document, claim.sentence.start].append(claim)
            if _is_area(claim):
                areas[claim.document].append(claim)
    for key in sorted(sentences):
        for pair in _pairs(sentences[key], context):
            others = [c for c in areas[key[0]] if c is not pair.area]
            yield from _judge(pair, others, context)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A share, the area it stands for, and the area it is a share of, if one is."""

    share: Claim
    area: Claim
    whole: Claim | None


def _pairs(sentence: list[Claim], context: CheckContext) -> Iterator[_Pair]:
    """Give each share with the one area of the sentence it is said of.

    The two may be read with and without their speaker, never with two.
    """
    for share in sentence:
        if share.quantity.unit != ClaimUnit.PERCENT or _is_rise(share, context):
            continue
        areas = [area for area in sentence if _is_area(area)]
        whole = next((a for a in areas if _is_share_of(share, a, context)), None)
        near = [
            (_distance(share, area), area.quantity.span.start, area)
            for area in areas
            if area is not whole
            and area.measure == share.measure
            and agree(place_key(area), place_key(share))
            and agree(context.names.speaker(area), context.names.speaker(share))
        ]
        near.sort(key=lambda item: item[:2])
        alone = len(near) == 1 or (len(near) > 1 and near[1][0] > CLOSEST)
        if near and near[0][0] <= CLOSEST and alone:
            yield _Pair(share, near[0][2], whole)


def _is_rise(share: Claim, context: CheckContext) -> bool:
    """True for "198 km2, 30 percent less than in May": a share of another area."""
    words = comparing_words(share, context)
    tail = after(share, 12, context)
    return words is not None and compiled(words.than_before).match(tail) is not None


def _is_share_of(share: Claim, area: Claim, context: CheckContext) -> bool:
    """True for the area of "86% of the 1,300 km2"."""
    gap = between(share, area, context)
    return gap is not None and _OF.fullmatch(gap.text) is not None


def _is_area(claim: Claim) -> bool:
    return claim.quantity.unit == ClaimUnit.KM2


def _distance(a: Claim, b: Claim) -> int:
    first, second = sorted((a.quantity.span, b.quantity.span))
    return second.start - first.end


def _judge(pair: _Pair, areas: list[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give the findings of one share, its area and the document's other areas."""
    share, area = pair.share, pair.area
    part = as_rounded(area.quantity)
    fraction = as_printed(share.quantity).meet(_UP_TO_ALL).scale(_HUNDREDTH)
    rest = (_ALL - as_printed(share.quantity)).meet(_UP_TO_ALL)
    implied = _Implied(
        pair,
        whole=part.over(fraction),
        left=part.times(rest.scale(_HUNDREDTH).over(fraction)),
    )
    found = [
        _against_rest(implied, claim, context)
        for claim in areas
        if claim is not pair.whole and _is_rest(claim, area, context)
    ]
    found += [
        _against_whole(implied, claim, context)
        for claim in areas
        if claim is pair.whole or _is_whole(claim, area, context)
    ]
    yield from found
    if not found:
        yield CHECK.find(
            Outcome.CONSISTENT,
            Level.NOTE,
            implied.inputs,
            f"{context.stated(area)} {words_of(area)} and {words_of(share)}: "
            f"together they stand for a whole of {implied.whole} km2; nothing else in "
            "the document states the whole or the rest.",
            implied.working,
        )


@dataclass(frozen=True, slots=True)
class _Implied:
    """What a share and its area stand for together."""

    pair: _Pair
    whole: Interval
    left: Interval

    @property
    def inputs(self) -> tuple[Input, ...]:
        pair = self.pair
        return (claim_input(pair.share, "share"), claim_input(pair.area, "part"))

    @property
    def working(self) -> tuple[str, ...]:
        area = self.pair.area
        return (
            reading_of(self.pair.share),
            reading_of(area, as_rounded(area.quantity)),
            f"whole = area / share: {self.whole} km2",
            f"left = whole - area: {self.left} km2",
        )


def _is_rest(claim: Claim, area: Claim, context: CheckContext) -> bool:
    """True when the claim is said of what the other side still holds of the area.

    The holder must be the party the area was gained from, the place the same, the day
    the same, and the voice the same or the narrator's: another speaker's figure is no
    part of this account.
    """
    document = context.documents.get(claim.document)
    return (
        claim.measure == "territory.held"
        and _is_of_loser(claim, area, context)
        and not _PAST.search(claim.sentence.text)
        and day_of(claim, document) == day_of(area, document)
    )


def _is_whole(claim: Claim, area: Claim, context: CheckContext) -> bool:
    """True when the claim is said of all that the other side held or took before.

    Same party, place and voice as for a rest; what it took is told as its gain, what
    it held in words for the past.
    """
    held = claim.measure == "territory.held" and _PAST.search(claim.sentence.text)
    took = claim.measure == "territory.gained"
    return bool(held or took) and _is_of_loser(claim, area, context)


def _is_of_loser(claim: Claim, area: Claim, context: CheckContext) -> bool:
    """True when the one the area was gained from has the claim's ground, there."""
    names = context.names
    loser = names.party(area.affected)
    return (
        area.measure == "territory.gained"
        and loser is not None
        and names.party(claim.actor) == loser
        and agree(place_key(claim), place_key(area))
        and names.speaker(claim) in {names.speaker(area), None}
    )


def _against_rest(implied: _Implied, rest: Claim, context: CheckContext) -> Finding:
    """Give the finding for an implied rest and a stated one."""
    share, area = implied.pair.share, implied.pair.area
    stated, left = as_printed(rest.quantity), implied.left
    apart = stated.is_apart_from(left)
    verb = "differs from" if apart else "agrees with"
    return CHECK.find(
        Outcome.INCONSISTENT if apart else Outcome.CONSISTENT,
        Level.STRONG if apart else Level.NOTE,
        (*implied.inputs, claim_input(rest, "rest")),
        f"{context.stated(area)} {words_of(area)} and {words_of(share)}, which "
        f"leaves {left} km2; this {verb} {words_of(rest)} stated as held.",
        (*implied.working, reading_of(rest)),
        None
        if not apart
        else f"a rest within {left} km2, or a share of "
        f"{_share(as_rounded(area.quantity), stated)} percent",
    )


def _against_whole(implied: _Implied, whole: Claim, context: CheckContext) -> Finding:
    """Give the finding for an implied whole and a stated one."""
    share, area = implied.pair.share, implied.pair.area
    stated = as_rounded(whole.quantity)
    apart = stated.is_apart_from(implied.whole)
    verb = "differs from" if apart else "agrees with"
    of_it = as_rounded(area.quantity).over(stated).scale(Fraction(100))
    return CHECK.find(
        Outcome.INCONSISTENT if apart else Outcome.CONSISTENT,
        Level.LOOK if apart else Level.NOTE,
        (*implied.inputs, claim_input(whole, "whole")),
        f"{context.stated(area)} {words_of(area)} and {words_of(share)}, which "
        f"stand for a whole of {implied.whole} km2; this {verb} {words_of(whole)} "
        "stated as the whole.",
        (*implied.working, reading_of(whole, stated)),
        None
        if not apart
        else f"a whole within {implied.whole} km2, or a share of {of_it} percent",
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
    version=3,
    title="Share and area against what remains and the whole",
    explanation=(
        "A share and an area of one sentence imply the whole and the rest. The rest is "
        "set beside what the same account, or the narrator, says the other side still "
        "holds in the same place on the same day; the whole beside the area that the "
        "share is said to be of, or what the other side is said to have taken or to "
        "have held before. Without such a figure the implied whole is only shown."
    ),
    run=check_shares,
)
