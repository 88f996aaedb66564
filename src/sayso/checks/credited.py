"""A figure that a document has from another's report, where that report has another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from sayso.checks.support.account import (
    headline_end,
    is_in_care,
    is_of_one_count,
    is_one_named,
    is_sure,
)
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
from sayso.checks.support.digits import are_exchanged
from sayso.linking.accounts import counts_more
from sayso.linking.credits import Credit, find_credits, known_outlets
from sayso.linking.hours import came_before
from sayso.linking.interval import as_rounded
from sayso.linking.names import place_key, places_fit
from sayso.linking.statements import is_vague
from sayso.model import (
    Bound,
    Claim,
    ClaimField,
    Document,
    DocumentId,
    Finding,
    Input,
    Level,
    Outcome,
    Quantity,
    Reading,
    Stance,
)

WINDOW = timedelta(days=3)
"""Time between a report and one that credits it."""
MOST_REPORTS = 30
"""Reports of a credited outlet within the window that are looked at."""
MOST_GROWTH = Decimal("1.5")
"""Times a toll may grow from one report of an outlet to its next."""
MOST_SUMMED = 4
"""Figures of the credited reports that a copy may have added up."""
MOST_FIGURES = 12
"""Figures among which such a sum is looked for."""
GROWING = (".killed", ".wounded", ".casualties", ".missing", ".buildings")
"""Ends of measures that grow while an event is counted."""
SURE = Decimal("0.8")
"""Least certainty of what happened, where a reader gives one."""
PLACED = Decimal("0.5")
"""The same of the place."""
_QUOTED = re.compile(r"[»”\"]?[,:]?\s{0,2}[\"“«„]")
"""What stands between the name of a source and its title; a dateline has none."""
_Said = Mapping[DocumentId, Sequence[Claim]]


def check_credited(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give figures that neither the title nor the body of the credited report has."""
    said: defaultdict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        is_place = claim.measure.startswith("place.")
        if claim.stance is Stance.ASSERTED and not is_place and not is_vague(claim):
            said[claim.document].append(claim)
    outlets = known_outlets(context.documents.values(), context.theatres)
    printed = _by_outlet(said, context)
    for key in sorted(said):
        document = context.documents.get(key)
        if document is None:
            continue
        for credit in find_credits(document, outlets):
            yield from _in_its_title(document, credit, said[key], context)
            reports = list(_reports(credit, document, printed, context.documents))
            for report in reports:
                yield from _beside(
                    document, credit, report, said, others=reports, context=context
                )


def _by_outlet(
    said: _Said, context: CheckContext
) -> Mapping[str, list[tuple[date, DocumentId]]]:
    """Give the dated documents with claims by outlet, in order of publication."""
    found: defaultdict[str, list[tuple[date, DocumentId]]] = defaultdict(list)
    for key in said:
        document = context.documents.get(key)
        if document is not None and document.outlet and document.published:
            found[document.outlet.casefold()].append((document.published, key))
    return {outlet: sorted(entries) for outlet, entries in found.items()}


def _reports(
    credit: Credit,
    document: Document,
    printed: Mapping[str, list[tuple[date, DocumentId]]],
    documents: Mapping[DocumentId, Document],
) -> Iterator[DocumentId]:
    """Give the credited outlet's reports of the days before a document."""
    entries = printed.get(credit.name.casefold(), [])
    if document.published is None:
        return
    low = bisect_left(entries, document.published - WINDOW, key=lambda e: e[0])
    high = bisect_right(entries, document.published, key=lambda e: e[0])
    for _, key in entries[low:high][-MOST_REPORTS:]:
        if key != document.id and not came_before(document, documents.get(key)):
            yield key


def _in_its_title(
    document: Document, credit: Credit, claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give figures beside the title of a source that the document itself prints.

    A title stands in the line of its credit, behind the name: 'Source: Outlet, "..."'.
    """
    start = document.text.rfind("\n", 0, credit.span.start) + 1
    end = document.text.find("\n", credit.span.end)
    end = len(document.text) if end < 0 else end
    if credit.span.start - start > 20:
        return
    if not _QUOTED.match(document.text, credit.span.end):
        return
    title = [c for c in claims if credit.span.end <= c.quantity.span.start < end]
    text = [c for c in claims if not start <= c.quantity.span.start < end]
    for claim in title:
        like = [c for c in text if is_of_one_count(claim, c, context.names)]
        if like and all(_apart(claim, c) for c in like):
            yield _finding(like[0], claim, credit, "the title of its source", context)


def _beside(  # noqa: PLR0913 - two reports and what else may be credited
    document: Document,
    credit: Credit,
    report: DocumentId,
    said: _Said,
    *,
    others: Sequence[DocumentId],
    context: CheckContext,
) -> Iterator[Finding]:
    """Give figures near a credit whose report has others, in its title first.

    One that stands in a report of the credited outlet, as whatever it was read, was
    taken from there.
    """
    end = headline_end(context.documents.get(report))
    theirs = said[report]
    for claim in said[document.id]:
        if not _is_credited(claim, credit):
            continue
        like = [c for c in theirs if _is_same_news(claim, c, credit, context)]
        like = [c for c in like if not (is_one_named(c) or counts_more(c))]
        if any(
            _is_printed(claim, said[key], context.readings.get(key)) for key in others
        ):
            continue
        near = any(are_near(claim, c) or not _apart(claim, c) for c in like)
        if not like or near or not _is_sure(claim):
            continue
        if any(_may_have_moved(claim, c) for c in like):
            continue
        if _is_sum(claim, (c for key in others for c in said[key])):
            continue
        titled = [c for c in like if c.quantity.span.start < end]
        if titled or len({c.quantity.low for c in like}) == 1:
            where = "the title of its report" if titled else "its report"
            yield _finding(claim, (titled or like)[0], credit, where, context)


def _is_credited(claim: Claim, credit: Credit) -> bool:
    """True when the figure's own sentence names the credit, or the claim does."""
    name = credit.name.casefold()
    told = [*(claim.via), claim.claimant or ""]
    within = claim.sentence.start <= credit.span.start < claim.sentence.end
    return within or any(words.casefold() == name for words in told)


def _is_same_news(
    claim: Claim, other: Claim, credit: Credit, context: CheckContext
) -> bool:
    """True when both name one place and count the same thing there.

    What two speakers count is another matter; the credited outlet is none of them.
    """
    if place_key(claim) is None and _is_mistyped(claim, other):
        return is_of_one_count(claim, other, context.names)
    if place_key(claim) is None or not places_fit(claim, other):
        return False
    voices = [context.names.speaker(c) for c in (claim, other)]
    speakers = {v.casefold() for v in voices if v} - {credit.name.casefold()}
    if is_in_care(claim, context) != is_in_care(other, context):
        return False
    one, two = claim.period, other.period
    days = one is None or two is None or (one.start, one.end) == (two.start, two.end)
    return days and len(speakers) < 2 and is_of_one_count(claim, other, context.names)


def _is_mistyped(claim: Claim, other: Claim) -> bool:
    """True for 250 beside 205: the digits say that it is one figure; no place must.

    People who were exchanged are of no place.
    """
    figures = [c.quantity.low for c in (claim, other)]
    exact = claim.quantity.bound is Bound.EXACT is other.quantity.bound
    if not exact or place_key(other) is not None or None in figures:
        return False
    one, two = (Fraction(figure) for figure in figures if figure is not None)
    return are_exchanged(one, two)


def _is_sure(claim: Claim) -> bool:
    """True where what happened, and where, are read with certainty.

    What happened must be told in the figure's own sentence: of a crew of nine that
    stands behind two dead, nobody says that it died.
    """
    fields = ((ClaimField.EVENT, SURE), (ClaimField.PLACE, PLACED))
    event, sentence = claim.evidence_of(ClaimField.EVENT), claim.sentence
    words = () if event is None else event.spans
    is_told = not words or any(
        sentence.start <= word.start < sentence.end for word in words
    )
    return is_told and all(is_sure(claim, field, least) for field, least in fields)


def _may_have_moved(claim: Claim, other: Claim) -> bool:
    """True for a toll that may have come from a later report of the credited outlet.

    Tolls grow by the hour, and of the wounded some die or go home.
    """
    if not claim.measure.endswith(GROWING):
        return False
    later, earlier = as_rounded(claim.quantity), as_rounded(other.quantity)
    if later.is_below(earlier):
        return claim.measure == "people.wounded"
    least, most = claim.quantity.low, other.quantity.low
    return least is None or most is None or least <= most * MOST_GROWTH


def _is_sum(claim: Claim, printed: Iterable[Claim]) -> bool:
    """True when two to four figures of the credited reports come to a figure."""
    like = (c.quantity.low for c in printed if c.measure == claim.measure)
    known = [figure for figure in like if figure is not None][:MOST_FIGURES]
    return any(
        sum(chosen) == claim.quantity.low
        for size in range(2, MOST_SUMMED + 1)
        for chosen in combinations(known, size)
    )


def _is_printed(claim: Claim, claims: Sequence[Claim], reading: Reading | None) -> bool:
    """True when a report has the very number, in a claim of the measure or unread."""
    value = claim.quantity.low
    figures = [c.quantity for c in claims if c.measure == claim.measure]
    stated: list[Quantity] = [] if reading is None else [*reading.quantities]
    return value is not None and any(q.low == value for q in (*figures, *stated))


def _apart(a: Claim, b: Claim) -> bool:
    return as_rounded(a.quantity).is_apart_from(as_rounded(b.quantity))


def _finding(
    claim: Claim, other: Claim, credit: Credit, where: str, context: CheckContext
) -> Finding:
    return CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK,
        (
            claim_input(claim, "text"),
            claim_input(other, "source"),
            Input(claim.document, credit.span, None, PROOF),
        ),
        f"{context.stated(claim)} {words_of(claim)} in {context.outlet(claim)}, which "
        f"credits {credit.name}; {where} has {words_of(other)}.",
        (
            reading_of(claim, as_rounded(claim.quantity)),
            reading_of(other, as_rounded(other.quantity)),
            f'credit line: "{credit.span.text}"',
        ),
        f"{words_of(other)}, as credited, or another report of {credit.name}",
    )


CHECK = Check(
    name="credited",
    version=5,
    title="Figure against the report it credits",
    explanation=(
        "A figure in a sentence that credits an outlet is set beside that outlet's "
        "reports of the three days before, of the same place, thing and days: it is "
        "shown when it shares no number with any of theirs, and they have one, or one "
        "in the title. Where neither tells a place, two digits that are exchanged "
        "must tell that it is one figure. Figures within a tenth are left to drift; a "
        "number that stands anywhere in those reports, or comes to two to four "
        "figures of theirs, a toll that may have grown by half, wounded who are "
        "fewer, people told as in hospital and figures read with little certainty are "
        "left alone. A title that the credit line itself quotes is set beside the "
        "figures of the text. Reports that are not held are not guessed."
    ),
    run=check_credited,
)
