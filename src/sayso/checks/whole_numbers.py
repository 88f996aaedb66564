"""A share of a counted number of things must give a whole number of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    reading_of,
    words_of,
)
from sayso.linking.interval import Interval, as_printed
from sayso.model import (
    Bound,
    Claim,
    ClaimUnit,
    Finding,
    Input,
    Level,
    Outcome,
    Span,
    Stance,
)

_OF_COUNT = re.compile(
    r"\s{0,3}of\s(?:(?:the|its|their|all|those|these)\s){0,2}(\d{1,3})\s([a-z]{3,20})"
)
_DIVISIBLE = frozenset(
    "kilometers kilometres percent million billion square hectares acres miles".split()
)
"""Words after the number that make it a measure, not a count."""


def check_whole_numbers(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give exact shares of a counted number that no whole number gives."""
    for claim in sorted(claims, key=claim_order):
        quantity = claim.quantity
        document = context.documents.get(claim.document)
        if (
            document is None
            or quantity.unit != ClaimUnit.PERCENT
            or quantity.bound is not Bound.EXACT
            or claim.stance is not Stance.ASSERTED
        ):
            continue
        found = _OF_COUNT.match(document.text, quantity.span.end)
        if found is None or found.group(2) in _DIVISIBLE:
            continue
        count = int(found.group(1))
        number = as_printed(quantity).scale(Fraction(count, 100))
        if not number.has_whole():
            span = Span.cut(document.text, found.start(1), found.end(2))
            yield _finding(claim, span, number, context)


def _finding(
    claim: Claim, count: Span, number: Interval, context: CheckContext
) -> Finding:
    return CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK,
        (
            claim_input(claim, "share"),
            Input(claim.document, count, None, "count"),
        ),
        f'{context.stated(claim)} {words_of(claim)} of "{count.text}": '
        "no whole number of them is that share.",
        (reading_of(claim), f"share x count: {number}"),
        "a share or a number that gives a whole number",
    )


CHECK = Check(
    name="whole_numbers",
    version=1,
    title="Share of a number of things",
    explanation=(
        "A share, with its rounding, of up to 999 counted things must hold a whole "
        "number. Areas, and shares with about or over, are left alone."
    ),
    run=check_whole_numbers,
)
