"""One side's word in the narrator's voice, beside a document that does without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    words_of,
)
from sayso.linking.joining import is_telling
from sayso.linking.statements import figure_of
from sayso.model import Claim, Finding, Input, Level, Outcome, Span

SIDED = MappingProxyType(
    {
        "taking": r"liberat\w{0,5}|freed|free|brought home|occup\w{0,6}|overr[au]n",
        "people": r"terrorists?|invaders?|occupiers?|enem(?:y|ies)|bandits?|thugs?"
        r"|martyr\w{0,3}|our (?:soldiers|troops|forces|men|boys)|heroes",
        "harm": r"neutrali[sz]ed|eliminated|wiped out|liquidated|massacred|slaughtered",
        "rule": r"regimes?|junta|so-called|puppet\w{0,1}",
    }
)
"""Kind -> words that one side of a war uses and the other does not. Nothing is said
of who is right to use them."""
_SIDED = re.compile(rf"\b(?:{'|'.join(SIDED.values())})\b", re.IGNORECASE)
_QUOTED = re.compile(r'[“"][^“”"]{0,600}[”"]')


def check_wordings(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give narrator's sentences with a sided word, beside a document without it."""
    wanted = set(map(claim_order, claims))
    for origin in context.origins:
        figures: dict[object, Claim] = {}
        for claim in origin.claims:
            if _words(claim) == ():
                figures.setdefault(figure_of(claim), claim)
        seen: set[object] = set()
        for claim in origin.claims:
            other = figures.get(figure_of(claim))
            if (
                other is None
                or other.document == claim.document
                or not is_telling(claim)
                or context.names.speaker(claim) is not None
                or not wanted.issuperset(map(claim_order, (claim, other)))
            ):
                continue
            for word in _words(claim)[:1]:
                here = (claim.document, figure_of(claim), word.text.casefold())
                if here not in seen:
                    seen.add(here)
                    yield _finding(claim, word, other, context)


def _words(claim: Claim) -> tuple[Span, ...]:
    """Give the sided words of a claim's sentence that stand outside quotations."""
    text = claim.sentence.text
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    return tuple(
        Span(
            claim.sentence.start + found.start(),
            claim.sentence.start + found.end(),
            found.group(),
        )
        for found in _SIDED.finditer(text)
        if not any(start <= found.start() < end for start, end in quoted)
    )


def _finding(claim: Claim, word: Span, other: Claim, context: CheckContext) -> Finding:
    return CHECK.find(
        Outcome.CANNOT_CHECK,
        Level.NOTE,
        (
            Input(claim.document, word, claim.id, "word"),
            Input(claim.document, claim.sentence, claim.id, "sentence"),
            Input(other.document, other.sentence, other.id, "same figure elsewhere"),
            claim_input(claim, "figure"),
        ),
        f'{context.voice(claim)}: "{word.text}" beside {words_of(claim)}; '
        f"{context.outlet(other)} prints the same figure without the word.",
        (
            f'{context.outlet(claim)}: "{" ".join(claim.sentence.text.split())}"',
            f'{context.outlet(other)}: "{" ".join(other.sentence.text.split())}"',
        ),
    )


CHECK = Check(
    name="wordings",
    version=2,
    title="One side's wording in the narrator's voice",
    explanation=(
        "A word that only one side of a war uses, in a sentence without a speaker, is "
        "shown beside another document's sentence with the same figure of the same "
        "origin. Small figures and named places, which agree by chance, are left "
        "alone. It is a difference to look at, never a score."
    ),
    run=check_wordings,
)
