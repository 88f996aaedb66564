"""A figure of the headline that nothing in the body bears out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from sayso.checks.support.account import (
    before,
    comparing_words,
    compiled,
    headline_end,
    is_difference,
    is_of_one_count,
    is_sure,
    lead_end,
)
from sayso.checks.support.check import (
    NEAR,
    Check,
    CheckContext,
    between,
    claim_input,
    claim_order,
    reading_of,
    words_of,
)
from sayso.checks.support.digits import are_exchanged
from sayso.checks.support.unread import is_unread, with_unread
from sayso.linking.accounts import counts_more
from sayso.linking.interval import Interval, as_rounded, step, total
from sayso.linking.names import thing_key
from sayso.model import (
    Accrual,
    Bound,
    Claim,
    ClaimField,
    ClaimUnit,
    Document,
    DocumentId,
    Finding,
    Level,
    Outcome,
    Quantity,
    Stance,
)
from sayso.vocabulary.languages import READ, Language

MOST_RUN = 8
"""Neighbouring figures of a body that a headline may have summed up."""
LEAST_ROUND = 100
"""Figures below are counted out in headlines, too: 30 dead are not 31."""
MOST_ROUNDING = Decimal("0.05")
"""Share of a round figure of a headline that its zeros may hide."""
SHARE_IN_WORDS = 5
"""Percentage points within which "two-thirds" stands for a share: 64 percent, too."""
MOST_TIMES = 20
"""Times one of two figures may be the other: a nought too many, and a rounding."""
SURE = Decimal("0.8")
"""Least certainty of what happened to the counted, where a reader gives one."""
PASSED = 30
"""Characters before a figure in which it is told to be passed."""


def check_headlines(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give figures of headlines that share no number with any figure of their body."""
    by_document: defaultdict[DocumentId, list[Claim]] = defaultdict(list)
    untold: defaultdict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        if claim.measure.startswith("place."):
            continue
        is_told = claim.stance is Stance.ASSERTED
        (by_document if is_told else untold)[claim.document].append(claim)
    for key in sorted(by_document):
        end = headline_end(context.documents.get(key))
        found = by_document[key]
        body = [c for c in found if c.quantity.span.start >= end]
        body = [c for c in body if not _is_difference(c, context)]
        for claim in found if end else ():
            is_above = claim.quantity.span.start < end and not counts_more(claim)
            if is_above and not _stands_below(claim, end, context):
                bare = [c for c in with_unread(body, context) if is_unread(c)]
                bare += [c for c in untold[key] if c.measure == claim.measure]
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
    stated = _stated(headline, context)
    counted = [c for c in bare if c.quantity.unit == headline.quantity.unit]
    run = sorted((*like, *counted), key=claim_order)
    fits = [as_rounded(c.quantity) for c in same]
    of_all_days = [c for c in same if c.quantity.unit == headline.quantity.unit]
    fits += [*_sums(like), *_sums(run), *_sums(of_all_days)]
    if not like or any(not stated.is_apart_from(s) for s in fits):
        return
    below = _plain_figures(headline, body, context)
    if any(_has_rounded(headline, c) for c in below):
        return
    lead = [c for c in like if _is_of_lead(c, headline, context)]
    lead = [
        c
        for c in lead
        if not (counts_more(c) or _follows_a_greater(c, below)) and _is_sure(c)
    ]
    if not lead or not _is_sure(headline):
        return
    nearest = min(lead, key=lambda c: _apart(headline, c))
    if _is_far(headline, nearest) or _may_be_summed(headline, nearest, like, context):
        return
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


def _may_be_summed(
    headline: Claim, nearest: Claim, like: Sequence[Claim], context: CheckContext
) -> bool:
    """True when the first paragraph counts more of it on the same days.

    "A drone killed two in Olmar and another two in Selva; in Bren a couple died": what
    a greater figure of the headline sums up may stand there without a number.
    """
    end = lead_end(context.documents.get(nearest.document))
    if as_rounded(headline.quantity).is_below(as_rounded(nearest.quantity)):
        return False
    beside = [c for c in like if c is not nearest and c.quantity.span.start < end]
    return any(
        _are_of_one_time(c, nearest) and not _opens_list(nearest, c, context)
        for c in beside
    )


def _opens_list(whole: Claim, part: Claim, context: CheckContext) -> bool:
    """True for 24 in "53 people: 24 in Olmar and 29 in Bren"."""
    gap = between(whole, part, context)
    return gap is not None and ":" in gap.text and "\n" not in gap.text


def _is_sure(claim: Claim) -> bool:
    """True where the reader is certain enough of what happened to the counted."""
    return is_sure(claim, ClaimField.EVENT, SURE)


def _is_far(headline: Claim, nearest: Claim) -> bool:
    """True when a figure is so many times another that it counts something else.

    "300,000 on the roads" over five shells is no slip; 30 for 300 is one.
    """
    low, high = sorted(
        as_rounded(c.quantity).low or Fraction(0) for c in (headline, nearest)
    )
    return high > low * MOST_TIMES


def _stated(headline: Claim, context: CheckContext) -> Interval:
    """Give what a headline's figure allows.

    "Climbs past 530" is more than that, and "two-thirds" is no counted share.
    """
    words = comparing_words(headline, context)
    stated = as_rounded(headline.quantity)
    if words and compiled(words.passed).search(before(headline, PASSED, context)):
        return Interval(stated.low, None)
    quantity = headline.quantity
    in_digits = any(letter.isdigit() for letter in quantity.number.text)
    if quantity.unit == ClaimUnit.PERCENT and not in_digits:
        return stated + Interval.of(-SHARE_IN_WORDS, SHARE_IN_WORDS)
    return stated


def _plain_figures(
    headline: Claim, body: Sequence[Claim], context: CheckContext
) -> list[Claim | Quantity]:
    """Give what the body counts, as claims where it is read so: no dates, no ages.

    People of another measure are left out: dead are none of the wounded.
    """
    reading = context.readings.get(headline.document)
    end = headline_end(context.documents.get(headline.document))
    if reading is None:
        return list(body)
    known = {c.quantity.span for c in reading.claims}
    days = [timex.span for timex in reading.timexes]
    bare = [
        q
        for q in reading.quantities
        if q.span.start >= end
        and (q.kind, q.per) == (None, None)
        and q.span not in known
        and not any(q.span.overlaps(day) for day in days)
    ]
    both: list[Claim | Quantity] = [*body, *bare]
    return [
        c
        for c in both
        if _family(c, headline) and _quantity(c).unit == headline.quantity.unit
    ]


def _quantity(figure: Claim | Quantity) -> Quantity:
    return figure.quantity if isinstance(figure, Claim) else figure


def _family(figure: Claim | Quantity, headline: Claim) -> bool:
    """True for a figure that may be of what the headline counts, under other words."""
    if not isinstance(figure, Claim) or figure.measure == headline.measure:
        return True
    family = figure.measure.partition(".")[0]
    return family != "people" and headline.measure.startswith(f"{family}.")


def _has_rounded(headline: Claim, figure: Claim | Quantity) -> bool:
    """True when a headline may have made its round figure of this one of the body.

    "Past 530" is made of 531, and "over 900 downed" of 912 that came, all of them
    downed: what is round names no number of its own.
    """
    round_, exact = headline.quantity.low, _quantity(figure).low
    if round_ is None or exact is None or round_ < LEAST_ROUND or round_ % 10:
        return False
    if headline.quantity.bound is Bound.AT_LEAST:
        return round_ <= exact <= round_ * (1 + NEAR)
    hidden = min(step(headline.quantity), Fraction(round_ * MOST_ROUNDING))
    return abs(Fraction(exact - round_)) < hidden


def _follows_a_greater(figure: Claim, below: Sequence[Claim | Quantity]) -> bool:
    """True when a greater figure before it may be the count that the body begins with.

    "912 came, all downed; a year before it was 61", "641, including 24 wounded", "four
    died, and later three more".
    """
    count, start = figure.quantity.low or 0, figure.quantity.span.start
    earlier = [q for q in map(_quantity, below) if q.span.end <= start]
    return any(q.low is not None and q.low > count for q in earlier)


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
    one_time = _are_of_one_time(figure, headline) or _is_mistyped(figure, headline)
    return not is_part and figure.quantity.low != 1 and one_time


def _is_mistyped(figure: Claim, headline: Claim) -> bool:
    """True for 121 under 112: a headline tells its day loosely.

    That two figures of one count have the same digits in another order is no chance.
    """
    low, other = (c.quantity.low for c in (figure, headline))
    exact = figure.quantity.bound is Bound.EXACT is headline.quantity.bound
    if not exact or low is None or other is None:
        return False
    return are_exchanged(Fraction(low), Fraction(other))


def _are_of_one_time(figure: Claim, headline: Claim) -> bool:
    """True when nothing says that the two cover other days.

    A headline on a week sums up what its text tells day by day; running totals need
    the same last day alone.
    """
    one, other = figure.period, headline.period
    if one is None or other is None:
        return True
    if Accrual.TOTAL in (figure.accrual, headline.accrual):
        return one.end == other.end
    return (one.start, one.end) == (other.start, other.end)


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
    shown |= _ordinals(value, document)
    either = "|".join(re.escape(words) for words in shown)
    body = document.text[end:]
    return re.search(rf"(?i)(?<![\w.,])(?:{either})(?!\w|[.,]\d)", body) is not None


def _ordinals(value: Decimal, document: Document) -> set[str]:
    """Give the words for the last of a count: "an eleventh died", "the 11th death"."""
    language = READ.get(document.language or "en")
    if not isinstance(language, Language):
        return set()
    times = language.times
    words = {word for word, number in times.ordinals.items() if number == value}
    return words | {f"{value:f}{ending}" for ending in times.ordinal_endings}


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
    version=7,
    title="Headline against the body",
    explanation=(
        "A figure of the headline is set beside the figures of the same measure, "
        "thing and place in the body, and beside the sums of neighbouring ones. It is "
        "shown when it shares no number with any of them, and the first paragraph has "
        "one of the same days (or with two digits exchanged), no part of a greater "
        "one before it and not one of several that a greater figure of the headline "
        "may sum up. A headline may leave out a bound, round a hundred or more, and "
        "say a share in words; one whose number stands in the body, that the body "
        "does not count, that tells what was added, whose last one the body counts "
        "(an eleventh), or that is read with little certainty is left alone."
    ),
    run=check_headlines,
)
