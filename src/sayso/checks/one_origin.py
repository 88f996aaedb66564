"""One utterance in many outlets: repetition, which is not corroboration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    words_of,
)
from sayso.linking.origins import Origin
from sayso.model import Claim, Finding, Level, Outcome

LEAST_OUTLETS = 3
"""Fewer outlets nobody takes for many."""
MOST_NAMED = 5
"""Outlets that the sentence lists."""


def check_one_origin(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give origins that three or more outlets repeat."""
    wanted = set(map(claim_order, claims))
    for origin in context.origins:
        held = [c for c in origin.claims if claim_order(c) in wanted]
        outlets = sorted({context.outlet(c) for c in held})
        if len(outlets) >= LEAST_OUTLETS:
            yield _finding(origin, held, outlets, context)


def _finding(
    origin: Origin, held: list[Claim], outlets: list[str], context: CheckContext
) -> Finding:
    first = held[0]
    one_each = {c.document: c for c in reversed(held)}
    shown = [one_each[key] for key in origin.documents if key in one_each]
    named = ", ".join(outlets[:MOST_NAMED])
    more = len(outlets) - MOST_NAMED
    tail = f" and {more} more" if more > 0 else ""
    said = (c for c in origin.claims if context.names.speaker(c) is not None)
    voice = context.voice(next(said, first))
    day = origin.day or "day unknown"
    return CHECK.find(
        Outcome.CONSISTENT,
        Level.NOTE,
        (claim_input(c, "repetition") for c in shown),
        f"{voice}: {len(shown)} documents of {len(outlets)} outlets go back to one "
        f"utterance ({named}{tail}); that is one voice.",
        (
            f"documents: {len(shown)}",
            f"outlets: {len(outlets)}",
            "origins: 1",
            f"earliest held: {context.outlet(first)}, {day}, {words_of(first)}",
        ),
    )


CHECK = Check(
    name="one_origin",
    version=1,
    title="One origin in many outlets",
    explanation=(
        "Figures that three or more outlets carry and that go back to one utterance. "
        "Agreement of its copies is repetition; only independent origins corroborate."
    ),
    run=check_one_origin,
)
