"""Bounds and figures that change when a claim is repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.checks.support.check import (
    Check,
    CheckContext,
    are_near,
    claim_input,
    claim_order,
    reading_of,
    words_of,
)
from sayso.checks.support.copies import PROOF
from sayso.linking.hops import Change, Drift, Hop, Link
from sayso.linking.joining import is_telling
from sayso.linking.names import place_key, places_fit
from sayso.model import Accrual, Bound, Claim, Finding, Input, Level, Outcome


def check_drift(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give figures that a later document repeats with another bound or value."""
    wanted = set(map(claim_order, claims))
    printed: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        printed[_print(claim, context)].append(claim)
    for origin in context.origins:
        stated = {(c.document, _bounds(c)) for c in origin.claims}
        for hop in origin.hops:
            seen: set[object] = set()
            for change in hop.changes:
                both = map(claim_order, (change.earlier, change.later))
                after = change.later.quantity
                once = (change.earlier.id, after.low, after.high, after.bound)
                kept = (hop.later, _bounds(change.earlier)) in stated
                if kept or once in seen or not wanted.issuperset(both):
                    continue  # a headline may be short where the text is not
                if _is_of_update(change, printed, context):
                    continue
                if _is_drift(change, hop, context):
                    seen.add(once)
                    yield _finding(change, hop, context)


def _print(claim: Claim, context: CheckContext) -> tuple[object, ...]:
    """Give what makes two figures of one outlet the same."""
    return (context.outlet(claim), *_bounds(claim))


def _is_of_update(
    change: Change,
    printed: Mapping[tuple[object, ...], Sequence[Claim]],
    context: CheckContext,
) -> bool:
    """True when the earlier outlet itself printed the later figure by then.

    A copy that has 74 from the evening's report repeats no 71 of the morning's.
    """
    earlier, later = change.earlier, change.later
    key = (context.outlet(earlier), *_bounds(later))
    return any(
        claim.document not in (earlier.document, later.document)
        and context.is_later(later, than=claim)
        and not context.is_later(earlier, than=claim)
        for claim in printed.get(key, ())
    )


def _bounds(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    return (claim.measure, quantity.low, quantity.high, quantity.bound)


def _is_drift(change: Change, hop: Hop, context: CheckContext) -> bool:
    """True when the change is one of bound or value and not another figure.

    The later one must be shown to come from the earlier document, or be said of the
    same speaker on a later day: of one day's reports nobody knows the order.
    """
    earlier, later = change.earlier, change.later
    kinds = set(change.kinds)
    if earlier.measure != later.measure or Drift.UNIT in kinds:
        return False
    if not kinds & {Drift.BOUND, Drift.VALUE}:
        return False
    shown = hop.link is Link.CREDIT or change.is_aligned
    if not is_telling(earlier) and not (shown and _is_one_place(change, context)):
        return False
    if context.names.speaker(earlier) is None:
        return False
    if _are_two_counts(earlier, later, context) or _is_own_update(change, context):
        return False
    if not are_near(earlier, later):
        return False
    if shown:
        return True
    same = context.names.speaker(earlier) == context.names.speaker(later)
    return same and context.is_later(later, than=earlier)


def _is_one_place(change: Change, context: CheckContext) -> bool:
    """True when a small figure of one speaker has its place in both documents."""
    earlier, later = change.earlier, change.later
    names = context.names
    told = names.speaker(later) in {names.speaker(earlier), None}
    return told and place_key(earlier) is not None and places_fit(earlier, later)


def _are_two_counts(earlier: Claim, later: Claim, context: CheckContext) -> bool:
    """True for running totals that one outlet gives up to two days: one counts more."""
    one, other = earlier.period, later.period
    totals = earlier.accrual is Accrual.TOTAL is later.accrual
    dated = one is not None and other is not None and one.end != other.end
    return totals and dated and context.outlet(earlier) == context.outlet(later)


def _is_own_update(change: Change, context: CheckContext) -> bool:
    """True for another number in a later report of the same outlet: it counts anew."""
    earlier, later = change.earlier, change.later
    is_own = context.outlet(earlier) == context.outlet(later)
    return is_own and Drift.VALUE in change.kinds and later.document != earlier.document


def _finding(change: Change, hop: Hop, context: CheckContext) -> Finding:
    earlier, later = change.earlier, change.later
    what = "bound" if Drift.VALUE not in change.kinds else "figure"
    proof = tuple(Input(key, span, None, PROOF) for key, span in hop.proof)
    return CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK if what == "figure" or _matters(change) else Level.NOTE,
        (claim_input(earlier, "earlier"), claim_input(later, "later"), *proof),
        f"{context.stated(earlier)} {words_of(earlier)} in "
        f"{context.outlet(earlier)}; {context.outlet(later)} repeats it as "
        f"{words_of(later)}: the {what} changed.",
        (
            reading_of(earlier),
            reading_of(later),
            f"changed: {', '.join(change.kinds)}",
            f"shown by: {hop.link}",
        ),
        f"{words_of(earlier)}, as first held",
    )


def _matters(change: Change) -> bool:
    """True when a limit became a number, or the other way round."""
    bounds = {change.earlier.quantity.bound, change.later.quantity.bound}
    return bounds != {Bound.EXACT, Bound.APPROX}


CHECK = Check(
    name="drift",
    version=3,
    title="Bound or figure that changes on repetition",
    explanation=(
        "A figure that a later document has from an earlier one (credit line, shared "
        "passage) or from the same speaker on the same days, with another bound or "
        "another value within a tenth. Small figures count where credit and place are "
        "told; a figure that the earlier outlet had printed itself by then comes from "
        "there; totals of one outlet up to two days are two counts."
    ),
    run=check_drift,
)
