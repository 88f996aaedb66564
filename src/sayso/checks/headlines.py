"""A figure of the headline that nothing in the body bears out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.checks.support.account import (
    comparing_words,
    headline_end,
    is_difference,
    is_of_one_count,
    lead_end,
)
from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    reading_of,
    words_of,
)
from sayso.checks.support.unread import is_unread, with_unread
from sayso.linking.interval import Interval, as_rounded, total
from sayso.linking.names import thing_key
from sayso.model import Claim, DocumentId, Finding, Level, Outcome, Stance

MOST_RUN = 8
"""Neighbouring figures of a body that a headline may have summed up."""


def check_headlines(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give figures of headlines that share no number with any figure of their body."""
    by_document: defaultdict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        if claim.stance is Stance.ASSERTED and not claim.measure.startswith("place."):
            by_document[claim.document].append(claim)
    for key in sorted(by_document):
        end = headline_end(context.documents.get(key))
        found = by_document[key]
        body = [c for c in found if c.quantity.span.start >= end]
        body = [c for c in body if not _is_difference(c, context)]
        for claim in found if end else ():
            is_above = claim.quantity.span.start < end
            if is_above and not _stands_below(claim, end, context):
                bare = [c for c in with_unread(body, context) if is_unread(c)]
                yield from _judge(claim, body, bare, context)


def _judge(
    headline: Claim,
    body: Sequence[Claim],
    bare: Sequence[Claim],
    context: CheckContext,
) -> Iterator[Finding]:
    """Give the finding of one figure of a headline, none where the body has no like.

    It may have summed up figures of the body that were read as no claim, too.
    """
    like = [c for c in body if is_of_one_count(headline, c, context.names)]
    same = [c for c in body if c.measure == headline.measure]
    stated = as_rounded(headline.quantity)
    counted = [c for c in bare if c.quantity.unit == headline.quantity.unit]
    run = sorted((*like, *counted), key=claim_order)
    fits = [as_rounded(c.quantity) for c in same]
    fits += [*_sums(like), *_sums(run)]
    if not like or any(not stated.is_apart_from(s) for s in fits):
        return
    lead = [c for c in like if _is_of_lead(c, headline, context)]
    if not lead:
        return
    nearest = min(lead, key=lambda c: _apart(headline, c))
    yield CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK,
        (claim_input(headline, "headline"), claim_input(nearest, "body")),
        f"{context.stated(nearest)} {words_of(nearest)} in the body; the headline in "
        f"{context.outlet(headline)} has {words_of(headline)}, and no figure below it "
        "comes to that.",
        (
            reading_of(headline, stated),
            *(reading_of(c, as_rounded(c.quantity)) for c in like),
        ),
        "the figure of the body in the headline, or what the headline sums up",
    )


def _is_of_lead(figure: Claim, headline: Claim, context: CheckContext) -> bool:
    """True for a number of the first paragraph that counts no part of the headline's.

    Farther down stand other days and other events; two men may be two of the three
    townspeople; one boy who is told of is no count.
    """
    words = comparing_words(figure, context)
    end = lead_end(context.documents.get(figure.document))
    if words is None or figure.quantity.span.end > end:
        return False
    narrow = {kind for kinds in words.exclusive for kind in kinds}
    is_part = thing_key(figure) in narrow and thing_key(figure) != thing_key(headline)
    return not is_part and figure.quantity.low != 1


def _is_difference(claim: Claim, context: CheckContext) -> bool:
    words = comparing_words(claim, context)
    return words is not None and is_difference(claim, words, context)


def _stands_below(headline: Claim, end: int, context: CheckContext) -> bool:
    """True when the body has the very number, read as a claim or not.

    One thing told without a number is in no body as a number.
    """
    quantity = headline.quantity
    value = quantity.low if quantity.low is not None else quantity.high
    document = context.documents.get(headline.document)
    if document is None or value is None or value <= 1:
        return True
    shown = {f"{value:f}", f"{value:,f}", quantity.number.text.strip()}
    either = "|".join(re.escape(words) for words in shown)
    body = document.text[end:]
    return re.search(rf"(?i)(?<![\w.,])(?:{either})(?!\w|[.,]\d)", body) is not None


def _sums(body: Sequence[Claim]) -> Iterator[Interval]:
    """Give each figure of a body, and the sums of neighbouring ones."""
    read = [as_rounded(c.quantity) for c in body]
    for first in range(len(read)):
        for last in range(first + 1, min(len(read), first + MOST_RUN) + 1):
            yield total(read[first:last])


def _apart(a: Claim, b: Claim) -> tuple[object, int]:
    """Give how far two figures are apart, and where the second stands."""
    ends = [
        c.quantity.low if c.quantity.low is not None else c.quantity.high
        for c in (a, b)
    ]
    first, second = (end if end is not None else 0 for end in ends)
    return (abs(first - second), b.quantity.span.start)


CHECK = Check(
    name="headlines",
    version=2,
    title="Headline against the body",
    explanation=(
        "A figure of the headline is set beside the figures of the same measure, thing "
        "and place in the body, and beside the sums of neighbouring ones. It is shown "
        "when it shares no number with any of them, and the first paragraph has one. A "
        "headline may leave out a bound, "
        "and one whose number stands in the body, or that the body does not count, is "
        "left alone."
    ),
    run=check_headlines,
)
