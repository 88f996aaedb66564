"""Where and when a claim is set: the place and period its sentence or story gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from sayso.model import (
    Accrual,
    Attribution,
    Period,
    PeriodKind,
    PlaceKind,
    Precision,
    Span,
    Timex,
    TimexType,
    Toponym,
)
from sayso.reading.claims.event_days import event_day

HEAD = 300
"""Characters at the head of a report within which it may say what days it covers."""
TOP = 160
"""Characters at the top within which a bulletin names its days."""
COVERED_DAYS = 3
REPORTING_GAP = 30
"""Characters between a cue and the day it was said: "said late on Sunday"."""
SINCE = re.compile(r"\bsince\b[^.;:]{0,110}$", re.IGNORECASE)
OF_WHAT = re.compile(r"\b(?:what|which|that|who)\s[^,.;:]{0,40}$", re.IGNORECASE)
SINCE_THEN = re.compile(
    r"\bsince (?:then|that (?:time|day)|(?:the )?(?:start|beginning|launch) of"
    r" (?:the|its) "
    r"(?:operation|offensive|campaign|assault|siege|attack|battle|raid))\b",
    re.IGNORECASE,
)
"""Words for a count from an event that the sentence does not date."""
IN_THE_PAST = re.compile(r"\bin the past(?= *[.,;]| *$)", re.IGNORECASE)
SAID_ON = re.compile(r"\b(?:\w+(?:ed|s)|said|told|wrote)(?: (?:late|early))?(?: on)? $")
CLAUSE_END = re.compile(r"[;:(]|, (?:and|but|while|up|down)\b")
CLAUSE = 50
RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where)\b", re.IGNORECASE)


@dataclass(slots=True)
class Scene:
    """What the story has set so far: the last place and period of an event."""

    news: Period | None = None
    """Day of the event the report is about."""
    site: Toponym | None = None
    """The first settlement where something is said to have happened."""
    called: Mapping[str, Toponym] = field(default_factory=dict)
    """Noun -> the first place of the report called by it: "village of Merova"."""
    place: Toponym | None = None
    """The place set last."""
    period: Period | None = None
    paragraph: int = -1
    """Paragraph that set `period`."""
    place_paragraph: int = -1
    """Paragraph that set `place`."""
    head: Toponym | None = None
    """The place set first in the head of the report."""
    dated: dict[int, tuple[Period | None, Accrual | None]] = field(default_factory=dict)
    """Start of a figure -> its period and accrual, which its parts share."""
    homes: list[Toponym] = field(default_factory=list)
    """Places that the report's first two sentences are set at."""
    is_one_scene: bool = False
    """True when the report names one or two settlements only: a place then holds over
    paragraphs."""
    is_exchange: bool = False
    """True when the report tells of an exchange of prisoners, which has no place."""
    is_bulletin: bool = False
    """True when the report covers days it names: its sentences then stand each by
    itself, in the country that its head names."""

    def set_period(self, period: Period, paragraph: int) -> None:
        """Remember the period of an event."""
        self.period, self.paragraph = period, paragraph

    def set_place(self, place: Toponym, paragraph: int, *, is_head: bool) -> None:
        """Remember the place of an event."""
        self.place, self.place_paragraph = place, paragraph
        if is_head and self.head is None:
            self.head = place

    def carry_place(self, paragraph: int) -> Toponym | None:
        """Give the place that a sentence without one takes over."""
        if self.is_bulletin:
            place = self.head.place if self.head else None
            return self.head if place and place.kind is PlaceKind.COUNTRY else None
        if self.place_paragraph == paragraph:
            return self.place
        return self.home() or (self.head if self.is_one_scene else None)

    def home(self) -> Toponym | None:
        """Give the one place that the report opens with, None when it has several."""
        names = {place.span.text.split()[0].lower() for place in self.homes}
        return self.homes[0] if len(names) == 1 else None

    def since(self, sentence: str, published: date | None) -> Period | None:
        """Give the days since an event told before: "since the start of the raid".

        None when the sentence tells of no such event or its day was not told.
        """
        if IN_THE_PAST.search(sentence):
            return as_total(None, published)
        day = self.period or self.news
        if day is None or not is_named(day) or not SINCE_THEN.search(sentence):
            return None
        return replace(day, kind=PeriodKind.SINCE, end=None)

    def carry(self, paragraph: int) -> Period | None:
        """Give the period an undated event takes over.

        The last one of its paragraph, else the day of the news.
        """
        is_near = self.paragraph == paragraph and not self.is_bulletin
        return self.period if self.period and is_near else self.news


def find_news_day(
    text: str,
    timexes: Sequence[Timex],
    attributions: Sequence[Attribution],
    published: date | None,
) -> Period | None:
    """Give the day of the event a report is about, None when nothing dates it.

    Days of saying ("announced on Sunday") count only where no other day does; the day
    of publication comes last.
    """
    cues = sorted(cue for attribution in attributions for cue in attribution.cue)
    starts = [cue.start for cue in cues]

    def is_said(timex: Timex) -> bool:
        at = bisect_left(starts, timex.span.start)
        return any(_is_said_on(cue, timex.span) for cue in cues[max(0, at - 2) : at])

    held = [t for t in timexes if published is None or not _is_ahead(t, published)]
    told = [timex for timex in held if not is_said(timex)]
    covered = _covered(held, published)
    return (
        (covered.period if covered else None)
        or event_day(text, told, published)
        or event_day(text, held, published)
        or of_day(published)
    )


def _is_ahead(timex: Timex, published: date) -> bool:
    start = timex.period.start if timex.period else None
    return start is not None and start > published


def is_bulletin(timexes: Sequence[Timex], published: date | None) -> bool:
    """True for a periodic report that names its first and last day."""
    covered = _covered(timexes, published)
    if covered is None or covered.span.start > TOP:
        return False
    return covered.type is TimexType.DATE


def _covered(timexes: Sequence[Timex], published: date | None) -> Timex | None:
    """Give the phrase for the days that a periodic report covers.

    "From 19 to 25 April" stands at the report's head and ends within `COVERED_DAYS` of
    publication.
    """
    for timex in timexes:
        period = timex.period
        if timex.span.start > HEAD or published is None or period is None:
            return None
        if period.kind is not PeriodKind.INTERVAL or period.start is None:
            continue
        days = (published - (period.last or published)).days
        is_stretch = period.precision is Precision.DAY and period.end is not None
        if is_stretch and 0 <= days <= COVERED_DAYS and period.start < published:
            return timex
    return None


def _is_said_on(cue: Span, day: Span) -> bool:
    return 0 <= day.start - cue.end <= REPORTING_GAP


def choose_period(
    text: str,
    anchor: Span,
    timexes: Sequence[Timex],
    *,
    sentence: Span,
    attribution: Attribution | None,
) -> Period | None:
    """Give the period a sentence states for an event, None when it states none.

    The day of saying does not count, nor do days inside a relative clause when another
    is there.

    Args:
        text: The document's text.
        anchor: The figure.
        timexes: Time expressions of the sentence, in order.
        sentence: The claim's sentence.
        attribution: The attribution whose content holds the claim.
    """
    pool = [
        timex
        for timex in timexes
        if timex.period is not None and not sets_saying(timex.span, attribution)
    ]
    pool = [t for t in pool if not _is_elsewhere(text, anchor, t)]
    pool = [t for t in pool if not _dates_saying(text, t)]
    if not pool:
        return None
    best = min(pool, key=lambda t: _cost(text, anchor, t))
    period = best.period
    before = text[max(sentence.start, best.span.start - 120) : best.span.start]
    if period is not None and is_named(period) and SINCE.search(before):
        return replace(period, kind=PeriodKind.SINCE, end=None)
    return period


def _dates_saying(text: str, timex: Timex) -> bool:
    """True for the day in "reports indicated on 12 May that"."""
    before = text[max(0, timex.span.start - 30) : timex.span.start]
    behind = text[timex.span.end : timex.span.end + 6]
    return behind.startswith(" that ") and SAID_ON.search(before) is not None


def _is_elsewhere(text: str, anchor: Span, timex: Timex) -> bool:
    """True for the month or year of a relative clause.

    "1,100 square kilometres of the land that X overran last August".
    """
    between = text[anchor.end : timex.span.start]
    before = text[max(0, timex.span.start - CLAUSE) : timex.span.start]
    is_coarse = timex.period is not None and timex.period.precision is not Precision.DAY
    is_inside = RELATIVE.search(between) or OF_WHAT.search(before)
    return is_coarse and is_inside is not None


def is_named(period: Period) -> bool:
    """True for a day, month or year by name; no stretch like "the last five days"."""
    return period.kind is PeriodKind.POINT or (
        period.kind is PeriodKind.INTERVAL and period.precision is not Precision.DAY
    )


def sets_saying(span: Span, attribution: Attribution | None) -> bool:
    """True for a day or place that stands on the far side of the cue.

    It tells when or where something was said, not when or where it happened.
    """
    if attribution is None or not attribution.cue or not attribution.content:
        return False
    if any(content.contains(span) for content in attribution.content):
        return False
    cue, content = attribution.cue[0], attribution.content[0]
    if content.start < cue.start:
        return span.start >= cue.start
    return span.end <= content.start


class Standing(StrEnum):
    """How a place stands to what is said in its sentence."""

    TOLD = "told"
    """In what is said, or where no one speaks."""
    SOURCE = "source"
    """Beside the name of who speaks: "officials in the Tark region"."""
    SAYING = "saying"
    """Where it was said: "told reporters in Merova"."""


def standing_of(span: Span, attributions: Sequence[Attribution]) -> Standing:
    """Give how a place stands to the words of its sentence that are said.

    What opens a sentence is told: "In Merova, residents said".
    """
    for attribution in attributions:
        for source in attribution.source:
            if source.contains(span) and not _opens(span, source):
                return Standing.SOURCE
    if any(c.contains(span) for a in attributions for c in a.content):
        return Standing.TOLD
    for attribution in attributions:
        starts = [s.start for s in (*attribution.source, *attribution.cue)]
        if sets_saying(span, attribution) and span.end > min(starts):
            return Standing.SAYING
    return Standing.TOLD


def _opens(span: Span, source: Span) -> bool:
    """True for a name that a comma or line end parts from its source's name."""
    behind = source.text[span.end - source.start :]
    return "\n" in behind or (span.start == source.start and behind.startswith(","))


def _cost(text: str, anchor: Span, timex: Timex) -> int:
    """Give how far a time expression is from dating a figure."""
    span = timex.span
    if span.start >= anchor.end:
        cost, between = span.start - anchor.end, text[anchor.end : span.start]
    else:
        cost, between = anchor.start - span.end + 20, text[span.end : anchor.start]
    if RELATIVE.search(between):
        cost += 200
    if CLAUSE_END.search(between):
        cost += 70
    if timex.period is not None and not is_named(timex.period):
        cost -= 60
    return cost


def as_total(period: Period | None, published: date | None) -> Period | None:
    """Give the period of a running total: up to the day it is stated."""
    phrase = period.phrase if period is not None else None
    if period is not None and period.kind is PeriodKind.SINCE:
        last = period.last or published
        return Period.of_days(period.first, last, PeriodKind.SINCE, phrase=phrase)
    last = period.last if period is not None and period.last else published
    if last is None:
        return None
    return Period.of_days(None, last, PeriodKind.AS_OF, phrase=phrase)


def of_day(day: date | None) -> Period | None:
    """Give the period of the day a report came out, None when it is not known."""
    if day is None:
        return None
    return Period.of_days(day, day, PeriodKind.POINT, precision=Precision.DAY)
