"""What follows from claims taken together: one row of `CHECKS` a check, one file a row.

Checks compare intervals and say one of five things: consistent, inconsistent as
reported, not comparable, cannot check, revised. None says what is so.
"""

from collections.abc import Iterable

from sayso.checks import (
    attribution_lost,
    categories,
    changes,
    contradictions,
    count_shares,
    credited,
    dates,
    drift,
    exchanges,
    falls,
    headlines,
    increments,
    layer_areas,
    layer_places,
    one_origin,
    parts,
    quotations,
    rates,
    revisions,
    shares,
    versions,
    whole_numbers,
    wordings,
)
from sayso.checks.support.check import Check, CheckContext
from sayso.checks.support.context import make_context
from sayso.checks.support.copies import gather_copies, told_by_place
from sayso.model import Claim, Finding, Level, Outcome

CHECKS: tuple[Check, ...] = (
    shares.CHECK,
    parts.CHECK,
    count_shares.CHECK,
    whole_numbers.CHECK,
    changes.CHECK,
    increments.CHECK,
    falls.CHECK,
    exchanges.CHECK,
    rates.CHECK,
    categories.CHECK,
    dates.CHECK,
    contradictions.CHECK,
    headlines.CHECK,
    revisions.CHECK,
    drift.CHECK,
    credited.CHECK,
    attribution_lost.CHECK,
    quotations.CHECK,
    one_origin.CHECK,
    wordings.CHECK,
    versions.CHECK,
    layer_areas.CHECK,
    layer_places.CHECK,
)
"""Every check, in the order shown to users."""
RULES = tuple(check.name for check in CHECKS)
"""Their names, in the same order."""
LEVELS = (Level.STRONG, Level.LOOK, Level.NOTE)
"""What an analyst should look at first comes first; so it is with outcomes."""
OUTCOMES = (
    Outcome.INCONSISTENT,
    Outcome.REVISED,
    Outcome.CANNOT_CHECK,
    Outcome.NOT_COMPARABLE,
    Outcome.CONSISTENT,
)

__all__ = [
    "CHECKS",
    "LEVELS",
    "OUTCOMES",
    "RULES",
    "Check",
    "CheckContext",
    "is_flag",
    "make_context",
    "run_checks",
    "urgency",
]


def run_checks(
    claims: Iterable[Claim], context: CheckContext, checks: Iterable[Check] = CHECKS
) -> tuple[Finding, ...]:
    """Give the findings of all checks, by check and then by document and place.

    What copies of one account give is one finding.

    Args:
        claims: In any order; the result does not depend on it.
        context: What `make_context` gave for the same claims.
        checks: The table, or other checks.
    """
    held = tuple(claims)
    told = told_by_place(context)
    return tuple(
        finding
        for check in checks
        for finding in sorted(
            gather_copies(check.run(held, context), told, context), key=_order
        )
    )


def is_flag(finding: Finding) -> bool:
    """True when a finding asks for a person's minute; the rest is for the record."""
    return finding.outcome is not Outcome.CONSISTENT and finding.level is not Level.NOTE


def urgency(finding: Finding) -> tuple[int, int, int, object]:
    """Give the key that puts first what an analyst should look at first.

    Strong before look before note; what is inconsistent before what was revised,
    lost or not comparable; then by check, in the order of the table: sums before
    speakers before copies. Command and page go by it alike.
    """
    known = finding.rule in RULES
    return (
        LEVELS.index(finding.level),
        OUTCOMES.index(finding.outcome),
        RULES.index(finding.rule) if known else len(RULES),
        _order(finding),
    )


def _order(finding: Finding) -> tuple[list[tuple[str, int, int, str]], str]:
    places: list[tuple[str, int, int, str]] = [
        (i.document, i.span.start, i.span.end, i.role) for i in finding.inputs
    ]
    return (places, finding.sentence)
