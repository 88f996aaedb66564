"""One figure as a list of parts takes it: its kind, its place, and if it can be one.

The words right behind a figure say more of it than what was read from farther off.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.checks.support.account import after, compiled
from sayso.checks.support.check import CheckContext, agree, between
from sayso.checks.support.unread import is_unread
from sayso.linking.names import place_key
from sayso.model import Bound, Claim, ClaimField, ClaimUnit, Period, Toponym
from sayso.vocabulary.languages.comparing_words import ComparingWords

AROUND = 40
"""Characters behind a figure in which its kind or place is told."""
_BESIDE = re.compile(r"\s(?:[^\W\d]+\s){0,2}|\s?[-—–:]\s?")
"""What stands between a place that opens a clause and its figure: "Bren had two"."""
_IN = re.compile(r"\s[^\W\d]{1,4}\s(?:the\s)?")
"""One short word between a figure and its place: "in"."""


def is_count(claim: Claim) -> bool:
    """True for a number of things; a named place that changed hands is none."""
    is_place = claim.measure.startswith("place.")
    return claim.quantity.unit == ClaimUnit.COUNT and not is_place


def is_aside(figure: Claim, last: Claim, context: CheckContext) -> bool:
    """True for 900 in "200 families (900 people)": it counts the same otherwise."""
    gap = between(last, figure, context)
    opened = gap is not None and gap.text.strip() == "("
    return opened and after(figure, 1, context) == ")"


def as_part(
    figure: Claim, whole: Claim, words: ComparingWords, context: CheckContext
) -> Claim | None:
    """Give a figure as a list of parts takes it, None for a bare one of another thing.

    The words right behind a figure say which kind or place it is of, whatever was
    read: "15 of them are men", "three in Mirova".
    """
    behind = after(figure, AROUND, context)
    match = compiled(words.is_kind).match(behind)
    kind = words.kinds.get(match["kind"].casefold()) if match else None
    told = replace(figure, group=kind) if kind else figure
    if _is_carried_place(figure, whole):
        told = replace(told, place=None, located=None)
    place = _place_behind(figure, behind, context) or _place_ahead(
        figure, whole, words, context
    )
    if place is not None:
        told = replace(told, place=place.span.text, located=place.place)
    if not is_unread(figure):
        return told
    known = {None, whole.group, *words.kinds.values()}
    if told.group not in known or not is_count(told):
        return None
    return replace(
        told, measure=whole.measure, accrual=whole.accrual, period=whole.period
    )


def _is_carried_place(figure: Claim, whole: Claim) -> bool:
    """True when a figure has its total's place from words before the total.

    "Olmar had five, four of them on Friday" tells no place for the four.
    """
    evidence = figure.evidence_of(ClaimField.PLACE)
    return (
        evidence is not None
        and bool(evidence.spans)
        and place_key(figure) == place_key(whole)
        and all(s.end <= whole.quantity.span.start for s in evidence.spans)
    )


def _place_behind(figure: Claim, behind: str, context: CheckContext) -> Toponym | None:
    """Give the place named right behind a figure: "three in Mirova"."""
    reading = context.readings.get(figure.document)
    match = _IN.match(behind)
    if reading is None or match is None:
        return None
    start = figure.quantity.span.end + match.end()
    return next((t for t in reading.toponyms if t.span.start == start), None)


def _place_ahead(
    figure: Claim, whole: Claim, words: ComparingWords, context: CheckContext
) -> Toponym | None:
    """Give the place that opens a figure's own clause: "and Mirova two".

    In "12 in Kesten and two" a place belongs to the figure before it.
    """
    reading = context.readings.get(figure.document)
    gap = between(whole, figure, context)
    if reading is None or gap is None:
        return None
    for toponym in reading.toponyms:
        start, end = toponym.span.start - gap.start, toponym.span.end - gap.start
        if start < 0 or not _BESIDE.fullmatch(gap.text, max(end, 0)):
            continue
        opened = rf"(?:[,;:(—–-]|{words.joins})\s?(?:[^\W\d]{{1,4}}\s)?$"
        if compiled(opened).search(gap.text[:start]):
            return toponym
    return None


def is_part(claim: Claim, whole: Claim, *, any_period: bool = False) -> bool:
    """True for the same measure in the same unit, and no more of it than the whole."""
    part, total = claim.quantity.low, whole.quantity.low
    return (
        part is not None
        and (total is None or part <= total)
        and claim.measure == whole.measure
        and claim.quantity.unit == whole.quantity.unit
        and (any_period or _of_one_time(claim, whole))
        and claim.quantity.bound is not Bound.AT_MOST
    )


def _of_one_time(claim: Claim, whole: Claim) -> bool:
    """True when nothing says that a part is of other days than its total.

    "190 came back: in May there were 80 and in June 70" tells of other months.
    """
    part, all_days = claim.period, whole.period
    if part is not None and all_days is not None and _are_apart(part, all_days):
        return False
    if agree(claim.accrual, whole.accrual) or part == all_days:
        return True
    return part is not None and all_days is not None and _holds(all_days, part)


def _are_apart(one: Period, other: Period) -> bool:
    """True when two periods share no day."""
    return any(
        a.end is not None and b.start is not None and a.end <= b.start
        for a, b in ((one, other), (other, one))
    )


def _holds(whole: Period, part: Period) -> bool:
    """True when all days of a part lie within a whole that has a first and last day."""
    ends = (whole.start, part.start, part.end, whole.end)
    known = [day for day in ends if day is not None]
    return len(known) == len(ends) and known == sorted(known)
