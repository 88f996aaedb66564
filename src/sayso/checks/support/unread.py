"""Figures that stand in the sentences of claims and that no claim carries.

"Of whom 45, or 15 percent, were killed" may be read as no claim while "900 soldiers"
before it is. The words that tie the one to the other ("of whom", "or", "from" and
"to", "and" in a list) need no measure, party or place for that. So a check that goes
by such words may take the bare figure as it stands.

What is given here is nobody's claim: it has no id in a finding, a finding needs a real
claim beside it, and a figure whose reading a person rejected is not taken.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.checks.support.check import UNREAD, CheckContext, claim_order
from sayso.model import Claim, ClaimUnit, Reading, Span, StatedQuantity
from sayso.vocabulary.languages import READ, Language

TAKEN = (ClaimUnit.COUNT, ClaimUnit.PERCENT)
"""Units of figures that words tie to a claim: money, hours and distances are none."""


def with_unread(account: Sequence[Claim], context: CheckContext) -> tuple[Claim, ...]:
    """Give the claims of one document and the bare figures of their sentences.

    Args:
        account: Claims of one document.
        context: Its reading has the figures; without one the claims come back alone.

    Returns:
        In the order of the text. A bare figure has measure, voice and days of the
        claim before it in its sentence, else of the next, and the noun that it counts
        as its group, None where it counts what was named before.
    """
    claims = sorted(account, key=claim_order)
    reading = context.readings.get(claims[0].document) if claims else None
    if reading is None or not reading.quantities:
        return tuple(claims)
    starts = [claim.quantity.span.start for claim in claims]
    found = list(claims)
    for quantity in _bare(reading, claims):
        at = bisect_right(starts, quantity.span.start)
        beside = (*claims[at - 1 : at], *claims[at : at + 1])
        same = [c for c in beside if _holds(c.sentence, quantity.span)]
        if same:
            found.append(_like(same[0], quantity, reading))
    return tuple(sorted(found, key=claim_order))


def is_unread(claim: Claim) -> bool:
    """True for a figure that no claim carries."""
    return claim.reader == UNREAD


def is_carried(claims: Iterable[Claim]) -> bool:
    """True when a claim is among the figures: without one there is no finding."""
    return not all(map(is_unread, claims))


def _bare(reading: Reading, claims: Sequence[Claim]) -> Iterable[StatedQuantity]:
    """Give the plain figures that overlap no claim, read or rejected, and no date."""
    spans = [c.quantity.span for c in (*claims, *reading.claims)]
    taken = sorted((*spans, *(t.span for t in reading.timexes)))
    starts = [span.start for span in taken]
    for quantity in reading.quantities:
        plain = quantity.kind is None and quantity.per is None
        if quantity.unit in TAKEN and plain:
            at = bisect_right(starts, quantity.span.end)
            if not any(s.overlaps(quantity.span) for s in taken[max(0, at - 4) : at]):
                yield quantity


def _holds(sentence: Span, figure: Span) -> bool:
    return sentence.start <= figure.start and figure.end <= sentence.end


def _like(claim: Claim, quantity: StatedQuantity, reading: Reading) -> Claim:
    """Give the figure in the place of a claim's."""
    return replace(
        claim,
        quantity=quantity,
        group=_head(quantity.noun, reading),
        reader=UNREAD,
        evidence=(),
    )


def _head(noun: Span | None, reading: Reading) -> str | None:
    """Give the last word of a noun phrase in the singular, its words where unknown."""
    if noun is None or not noun.text.split():
        return None
    words = noun.text.casefold().split()
    language = READ.get(reading.document.language or "en")
    if not isinstance(language, Language):
        return " ".join(words)
    last = words[-1]
    singular = last if last in language.numbers.singular_s else last.removesuffix("s")
    return language.numbers.plurals.get(last, singular)
