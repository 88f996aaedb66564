"""Parts against their total, in one account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from sayso.checks.support.account import comparing_words, compiled, is_sure
from sayso.checks.support.check import (
    Check,
    CheckContext,
    agree,
    between,
    by_document,
    claim_input,
    reading_of,
    words_of,
)
from sayso.checks.support.enumerated import MOST_EXCESS
from sayso.checks.support.part_lists import PartList, find_part_lists
from sayso.linking.interval import Interval, as_printed, as_rounded, total
from sayso.linking.names import place_key
from sayso.linking.statements import is_vague
from sayso.model import Bound, Claim, ClaimField, Finding, Level, Outcome, Stance

_TOTAL = "people.casualties"
_SPLIT = ("people.killed", "people.wounded", "people.captured", "people.missing")
"""Kinds that exclude each other; the first two make a split."""
FARTHEST = 500
"""Characters from the total to the last part of a split by kind: three sentences."""
DOUBTED = Decimal("0.3")
"""Certainty below which a side that is not told is not the other figure's."""
MOST_PARTS = 40
"""Figures after a total that may be its parts."""
_COLON = re.compile(r"[^.;:,\d]{0,60}[:—–]")
"""What stands between a total and a full split of it."""


def check_parts(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give totals beside the sum of their parts."""
    stated = [c for c in claims if c.stance is Stance.ASSERTED and not is_vague(c)]
    for document in by_document(stated):
        for at, whole in enumerate(document):
            rest = document[at + 1 : at + 1 + MOST_PARTS]
            if whole.measure == _TOTAL:
                yield from _by_kind(whole, rest, context)
        for listed in find_part_lists(document, context):
            yield from _judge(listed, context)


def _by_kind(
    whole: Claim, rest: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give casualties beside killed, wounded, captured and missing."""
    parts: dict[str, Claim] = {}
    for claim in rest:
        if claim.quantity.span.start - whole.quantity.span.end > FARTHEST:
            break
        if claim.measure == _TOTAL and _same_people(claim, whole, context):
            break
        if claim.measure in _SPLIT and _same_people(claim, whole, context):
            parts.setdefault(claim.measure, claim)
    if not {"people.killed", "people.wounded"} <= parts.keys():
        return
    found = [parts[kind] for kind in _SPLIT[:2]]
    told = {part.sentence for part in (whole, *found)}
    rest_of_kinds = [parts[kind] for kind in _SPLIT[2:] if kind in parts]
    found += [p for p in rest_of_kinds if p.sentence in told or p.affected]
    dead_and_hurt = total(as_printed(c.quantity) for c in found[:2])
    everything = total(as_printed(c.quantity) for c in found)
    stated = as_rounded(whole.quantity)
    if any(stated.is_below(as_printed(c.quantity)) for c in found):
        return  # "lost 165 soldiers; 1,780 were wounded" counts the dead
    fits = not stated.is_apart_from(dead_and_hurt) or not stated.is_apart_from(
        everything
    )
    gap = between(whole, found[0], context)
    is_full = gap is not None and _COLON.match(gap.text) is not None
    if not (fits or is_full or _are_tied(whole, found[0], context)):
        return
    if fits or is_full or stated.is_below(everything):
        yield _finding(whole, found, everything, context, apart=not fits)


def _are_tied(whole: Claim, part: Claim, context: CheckContext) -> bool:
    """True when words, a known side or a speaker make two figures those of one people.

    Across a full stop, dead and hurt of nobody's telling and no told side may be the
    other side's.
    """
    names = context.names
    if whole.sentence == part.sentence:
        return True
    sides = (names.party(whole.affected), names.party(part.affected))
    voices = (names.speaker(whole), names.speaker(part))
    if None not in sides or None not in voices:
        return True
    words, gap = comparing_words(whole, context), between(whole, part, context)
    if words is None or gap is None:
        return False
    return compiled(words.of_them).search(gap.text) is not None


def _same_people(a: Claim, b: Claim, context: CheckContext) -> bool:
    party = context.names.party
    days = a.period is None or b.period is None or a.period.end == b.period.end
    return (
        agree(party(a.affected), party(b.affected))
        and not _is_of_another_side(a, b)
        and _one_voice(a, b, context)
        and agree(place_key(a), place_key(b))
        and days
    )


def _is_of_another_side(a: Claim, b: Claim) -> bool:
    """True when one side is told, and the reader doubts that the other is not.

    "Its enemy lost 200 men; it gave its own losses as 39 dead and 110 wounded."
    """
    untold = [claim for claim in (a, b) if claim.affected is None]
    return len(untold) == 1 and not is_sure(untold[0], ClaimField.AFFECTED, DOUBTED)


def _one_voice(a: Claim, b: Claim, context: CheckContext) -> bool:
    """True when the two may be one speaker's: "Tarn" for Tarn's health ministry."""
    one, other = (context.names.speaker(c) for c in (a, b))
    if one is None or other is None:
        return True
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def _judge(listed: PartList, context: CheckContext) -> Iterator[Finding]:
    """Give a total beside its listed parts.

    Where some may be left out, parts that come to less prove nothing.
    """
    together = total(as_printed(c.quantity) for c in listed.parts)
    stated = as_rounded(listed.whole.quantity)
    apart = stated.is_apart_from(together)
    if listed.is_loose and not _is_slip(stated, together):
        return
    if listed.is_full or stated.is_below(together):
        found = _finding(listed.whole, listed.parts, together, context, apart=apart)
        is_sure = listed.is_full or found.level is Level.NOTE
        yield found if is_sure else replace(found, level=Level.LOOK)


def _is_slip(stated: Interval, together: Interval) -> bool:
    """True when parts come to little more than a total."""
    least, most = together.low, stated.high
    return least is not None and most is not None and least <= most * MOST_EXCESS


def _finding(
    whole: Claim,
    parts: Sequence[Claim],
    together: Interval,
    context: CheckContext,
    *,
    apart: bool,
) -> Finding:
    figures = ", ".join(words_of(c) for c in parts)
    verb = "differ from" if apart else "agree with"
    exact = all(c.quantity.bound is Bound.EXACT for c in (whole, *parts))
    level = Level.STRONG if exact else Level.LOOK
    return CHECK.find(
        Outcome.INCONSISTENT if apart else Outcome.CONSISTENT,
        level if apart else Level.NOTE,
        (claim_input(whole, "total"), *(claim_input(c, "part") for c in parts)),
        f"{context.stated(whole)} {words_of(whole)} in all; the parts {figures} "
        f"come to {together} and {verb} it.",
        (
            reading_of(whole, as_rounded(whole.quantity)),
            *(reading_of(c) for c in parts),
            f"sum of the parts: {together}",
        ),
        f"a total within {together}, or a part that is left out" if apart else None,
    )


CHECK = Check(
    name="parts",
    version=10,
    title="Parts against their total",
    explanation=(
        "Casualties are set beside killed and wounded (with captured and missing "
        "where stated) of the same people in one account, and a total beside its "
        "parts: the full list after a colon, dash or bracket, the figures that words "
        "like in all sum up, parts by place, and parts that a next sentence takes up "
        "with words like of them. A list without such words counts, too, where it "
        "stands right behind a total of anyone, behind a comma or words like the dead "
        "are, says nothing but its items, and comes to more than the total by a "
        "quarter at most. A list after a word like including is left alone. Where "
        "parts may be left out, only more than the total is shown; so it is where a "
        "total holds kinds that are not named. Parts of which one may hold the other "
        "(women and officers) are not summed. A number in the list that was read as "
        "no claim counts as a part. Dead and hurt of a later sentence whose side "
        "nobody tells, items of a list that each have a place, figures of other "
        "speakers, of days outside the total's or behind a place of their own are no "
        "parts."
    ),
    run=check_parts,
)
