"""A figure that is repeated without the speaker it had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.checks.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    words_of,
)
from sayso.linking.joining import is_telling
from sayso.linking.origins import Origin
from sayso.linking.statements import figure_of
from sayso.model import Claim, DocumentId, Finding, Level, Outcome


def check_attribution_lost(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give telling figures in the narrator's voice that a speaker stated before."""
    wanted = set(map(claim_order, claims))
    for origin in context.origins:
        if origin.speaker is None or len(origin.documents) < 2:
            continue
        for earlier, later in _lost(origin, context):
            if wanted.issuperset(map(claim_order, (earlier, later))):
                yield _finding(earlier, later, context)


def _lost(origin: Origin, context: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """Give the earlier claim with a speaker, and the later one without.

    A document that names the speaker beside the same figure elsewhere has lost
    nothing: its first sentence may stand alone.
    """
    named: dict[DocumentId, set[object]] = {}
    first: dict[object, Claim] = {}
    for claim in origin.claims:
        if context.names.speaker(claim) is not None:
            figure = figure_of(claim)
            named.setdefault(claim.document, set()).add(figure)
            first.setdefault(figure, claim)
    done: set[tuple[object, object]] = set()
    for claim in origin.claims:
        figure = figure_of(claim)
        earlier = first.get(figure)
        here = (claim.document, figure)
        if (
            context.names.speaker(claim) is None
            and earlier is not None
            and earlier.document != claim.document
            and figure not in named.get(claim.document, ())
            and here not in done
            and is_telling(claim)
            and _is_later(claim, earlier, context)
        ):
            done.add(here)
            yield earlier, claim


def _is_later(claim: Claim, earlier: Claim, context: CheckContext) -> bool:
    """True when the claim's document was published no earlier than the other."""
    here = context.documents.get(claim.document)
    there = context.documents.get(earlier.document)
    if here is None or there is None or here.published is None:
        return False
    return there.published is not None and there.published <= here.published


def _finding(earlier: Claim, later: Claim, context: CheckContext) -> Finding:
    return CHECK.find(
        Outcome.CANNOT_CHECK,
        Level.LOOK,
        (claim_input(earlier, "with speaker"), claim_input(later, "without speaker")),
        f"{context.voice(later)}: {words_of(later)}, with no speaker; "
        f"{context.voice(earlier)} stated {words_of(earlier)} in "
        f"{context.outlet(earlier)}.",
        (
            f"stated by: {context.voice(earlier)}",
            f"repeated in: {context.outlet(later)}, in the narrator's voice",
        ),
        f"the speaker named beside the figure: {context.voice(earlier)}",
    )


CHECK = Check(
    name="attribution_lost",
    version=1,
    title="Speaker lost on repetition",
    explanation=(
        "A figure of an origin with a known speaker that another document prints in "
        "the narrator's voice, when that document names the speaker beside none of its "
        "mentions. Small figures, which may agree by chance, are left alone."
    ),
    run=check_attribution_lost,
)
