"""Parts against their total, in one account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.checks.support.check import (
    Check,
    CheckContext,
    agree,
    between,
    by_account,
    claim_input,
    reading_of,
    words_of,
)
from sayso.linking.interval import Interval, as_printed, as_rounded, total
from sayso.linking.names import place_key, thing_key
from sayso.linking.statements import is_vague
from sayso.model import Bound, Claim, Finding, Level, Outcome, Stance

_TOTAL = "people.casualties"
_SPLIT = ("people.killed", "people.wounded", "people.captured", "people.missing")
"""Kinds that exclude each other; the first two make a split."""
_LISTED = re.compile(r"[^.;:,\d]{0,60}[:—–]|\s-\s")
"""What stands between a total and a full list of its parts."""
_SOME = re.compile(
    r"\b(?:includ|among|such as|at least|notably|in particular)", re.IGNORECASE
)
"""Words after which the parts are only some of them."""
_COLLECTIVE = frozenset(
    """casualty captive civilian death detainee equipment hostage item loss officer
    people person piece prisoner serviceman soldier target trooper troop unit vehicle
    victim weapon""".split()
)
"""Last words of what a list may be parts of: tanks hold no guns."""
FARTHEST = 500
"""Characters from the total to the last part of a split by kind: three sentences."""
MOST_PARTS = 40
"""Figures after a total that may be its parts."""
NEAREST = 60
"""Characters between two items of one list."""


def check_parts(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give totals beside the sum of their parts."""
    stated = [c for c in claims if c.stance is Stance.ASSERTED and not is_vague(c)]
    for account in by_account(stated, context):
        for at, whole in enumerate(account):
            rest = account[at + 1 : at + 1 + MOST_PARTS]
            if whole.measure == _TOTAL:
                yield from _by_kind(whole, rest, context)
            yield from _by_list(whole, rest, context)


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
    found = [parts[kind] for kind in _SPLIT if kind in parts]
    if not {"people.killed", "people.wounded"} <= parts.keys():
        return
    dead_and_hurt = total(as_printed(c.quantity) for c in found[:2])
    everything = total(as_printed(c.quantity) for c in found)
    stated = as_rounded(whole.quantity)
    fits = not stated.is_apart_from(dead_and_hurt) or not stated.is_apart_from(
        everything
    )
    if fits or stated.is_below(dead_and_hurt):
        yield _finding(whole, found, everything, context, apart=not fits)


def _same_people(a: Claim, b: Claim, context: CheckContext) -> bool:
    party = context.names.party
    days = a.period is None or b.period is None or a.period.end == b.period.end
    return (
        agree(party(a.affected), party(b.affected))
        and agree(place_key(a), place_key(b))
        and days
    )


def _by_list(
    whole: Claim, rest: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give a total beside the list that follows it after a colon or a dash.

    Only where the list is said to be all ("230 people: 213 soldiers, 11 officers and
    six civilians"); after "including" parts may overlap and prove nothing.
    """
    if _last_word(whole.group) not in _COLLECTIVE:
        return
    parts: list[Claim] = []
    last = whole
    for claim in rest:
        gap = between(last, claim, context)
        if (
            gap is None
            or claim.sentence != whole.sentence
            or len(gap.text) > NEAREST
            or _SOME.search(gap.text)
            or not _is_part(claim, whole)
        ):
            break
        if not parts and not _LISTED.match(gap.text):
            break
        parts.append(claim)
        last = claim
    if len(parts) < 2 or not _ends_list(parts, context):
        return
    together = total(as_printed(c.quantity) for c in parts)
    apart = as_rounded(whole.quantity).is_apart_from(together)
    yield _finding(whole, parts, together, context, apart=apart)


def _last_word(group: str | None) -> str:
    """Give the head of what is counted; a bare number is of people."""
    return group.split()[-1] if group and group.split() else "person"


def _is_part(claim: Claim, whole: Claim) -> bool:
    """True for the same measure of other things in the same unit, and no more of it."""
    part, total_ = claim.quantity.low, whole.quantity.low
    return (
        part is not None
        and (total_ is None or part <= total_)
        and claim.measure == whole.measure
        and claim.quantity.unit == whole.quantity.unit
        and claim.accrual == whole.accrual
        and thing_key(claim) != thing_key(whole)
    )


def _ends_list(parts: list[Claim], context: CheckContext) -> bool:
    """True when "and" stands before the last part: nothing else follows."""
    gap = between(parts[-2], parts[-1], context)
    return gap is not None and re.search(r"\b(?:and|plus)\b", gap.text) is not None


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
    version=2,
    title="Parts against their total",
    explanation=(
        "Casualties are set beside killed and wounded (with captured and missing where "
        "stated) of the same people in one account, and a total beside the full list "
        "that follows it after a colon or dash. A list after a word like including "
        "is left alone, and so is a total that exceeds the kinds that are named, or "
        "that is of a kind which does not hold the listed ones."
    ),
    run=check_parts,
)
