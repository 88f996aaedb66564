"""What the reader saw and could not read, so that nothing is passed over in silence."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Claim, Gap, Span, Timex, TimexType, Toponym
from sayso.reading.events.candidates import Candidate, CandidateKind

NO_TEXT = "bytes that were not text"
NO_PAIR = "a quotation mark without its pair"
NO_DAY = "a date that needs a publication date or a year"
NO_SUCH_DAY = "a day that the calendar does not have"
NO_PLACE = "no place of this name fits"
NO_MEASURE = "a figure that no measure counts here"

_LOST = re.compile("\ufffd{1,500}")
_PARAGRAPH = re.compile(r"[^\n]+")
_DAY = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d).*")
LEAP = 2024
"""A year in which no day is missing, for dates without one."""
PAIRS = (("“", "”"), ("«", "»"))


def find_gaps(
    text: str,
    *,
    claims: Sequence[Claim],
    candidates: Iterable[Candidate],
    timexes: Iterable[Timex],
    toponyms: Iterable[Toponym],
) -> tuple[Gap, ...]:
    """Give the gaps of a reading in the order of the text.

    Args:
        text: The document's text.
        claims: What was read.
        candidates: Figures that could have been claims.
        timexes: Time expressions; those that name no days are gaps.
        toponyms: Place names; those without a place are gaps.
    """
    read = {claim.quantity.span for claim in claims}
    found = [
        *(Gap(Span.cut(text, *m.span()), NO_TEXT) for m in _LOST.finditer(text)),
        *_unpaired(text),
        *(Gap(t.span, _why(t)) for t in timexes if _needs_day(t)),
        *(Gap(t.span, NO_PLACE) for t in toponyms if t.place is None),
        *(
            Gap(c.quantity.span, NO_MEASURE)
            for c in candidates
            if c.kind is CandidateKind.FIGURE and c.classes
            if c.quantity.span not in read
        ),
    ]
    return tuple(sorted(found, key=lambda gap: (gap.span, gap.reason)))


def _needs_day(timex: Timex) -> bool:
    return (
        timex.period is None
        and timex.type in (TimexType.DATE, TimexType.TIME)
        and not timex.value.endswith("_REF")
    )


def _why(timex: Timex) -> str:
    """Say why a date names no day: its text does not tell, or there is none."""
    match = _DAY.fullmatch(timex.value)
    if match is None:
        return NO_DAY
    year = match["year"]
    last = monthrange(LEAP if year == "XXXX" else int(year), int(match["month"]))[1]
    return NO_DAY if int(match["day"]) <= last else NO_SUCH_DAY


def _unpaired(text: str) -> Iterator[Gap]:
    """Yield the last odd quotation mark of each paragraph.

    An opening curly mark may stay open: that is how a quotation runs over paragraphs.
    """
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        if text.count('"', start, end) % 2:
            at = text.rindex('"', start, end)
            yield Gap(Span.cut(text, at, at + 1), NO_PAIR)
        for opening, closing in PAIRS:
            if text.count(closing, start, end) > text.count(opening, start, end):
                at = text.rindex(closing, start, end)
                yield Gap(Span.cut(text, at, at + 1), NO_PAIR)
