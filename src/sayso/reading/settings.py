"""Where and when a claim is set: the place and period its sentence or story gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model import (
    Attribution,
    Period,
    PeriodKind,
    PlaceKind,
    Precision,
    Span,
    Timex,
    Toponym,
)

PLACING = frozenset(
    """in at near on around outside inside of from into to across over within throughout
    toward towards against along between""".split()
)
"""Words that may stand before the place of an event."""
FINENESS = {
    PlaceKind.SETTLEMENT: 0,
    PlaceKind.AREA: 1,
    PlaceKind.DISTRICT: 1,
    PlaceKind.REGION: 2,
    PlaceKind.COUNTRY: 3,
}


NEAR_DAYS = 10
"""Days before publication within which a dated event is the report's news."""
REPORTING_GAP = 30
"""Characters between a cue and the day it was said: "said late on Sunday"."""
SINCE = re.compile(r"\bsince\b[^.;]{0,60}$", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where)\b", re.IGNORECASE)


@dataclass(slots=True)
class Scene:
    """What the story has set so far: the last place and period of an event."""

    news: Period | None = None
    """Day of the event the report is about."""
    place: Toponym | None = None
    period: Period | None = None
    paragraph: int = -1
    """Paragraph that set `period`."""

    def set_period(self, period: Period, paragraph: int) -> None:
        """Remember the period of an event."""
        self.period, self.paragraph = period, paragraph

    def carry(self, paragraph: int) -> Period | None:
        """Give the period an undated event takes over: the last one of its paragraph,
        or the last day of a paragraph before, else the day of the news.
        """
        last = self.period
        if last is None:
            return self.news
        if self.paragraph == paragraph:
            return last
        is_day = last.kind is PeriodKind.POINT and last.precision is Precision.DAY
        return last if is_day else self.news


def find_news_day(
    timexes: Sequence[Timex],
    attributions: Sequence[Attribution],
    published: date | None,
) -> Period | None:
    """Give the day of the event a report is about, None when nothing dates it.

    It is the first day named within `NEAR_DAYS` before publication that is not the
    day of saying ("said on Sunday") or of the dateline; failing that, a day of saying;
    failing that, the day of publication.
    """
    said: Period | None = None
    cues = [cue for attribution in attributions for cue in attribution.cue]
    for timex in timexes:
        period = timex.period
        if period is None or period.precision is not Precision.DAY:
            continue
        if period.kind is not PeriodKind.POINT or period.first is None:
            continue
        if published is not None:
            is_old = not 0 <= (published - period.first).days <= NEAR_DAYS
            is_dateline = period.first == published and any(
                c.isdigit() for c in timex.span.text
            )
            if is_old or is_dateline:
                continue
        if any(_is_said_on(cue, timex.span) for cue in cues):
            said = said or period
            continue
        return period
    return said or of_day(published)


def _is_said_on(cue: Span, day: Span) -> bool:
    return 0 <= day.start - cue.end <= REPORTING_GAP


def choose_place(
    text: str,
    anchor: Span,
    toponyms: Sequence[Toponym],
    *,
    sentence: Span,
) -> Toponym | None:
    """Give the place of a sentence that best sets an event, None when it has none.

    The nearest one behind a preposition wins; of "Merova, Tark province" the finer.

    Args:
        text: The document's text.
        anchor: The figure.
        toponyms: Toponyms of the sentence, in order.
        sentence: The claim's sentence.
    """
    best: tuple[int, int, Toponym] | None = None
    for place, toponym in enumerate(toponyms):
        before = text[max(sentence.start, toponym.span.start - 24) : toponym.span.start]
        words = before.lower().split()
        placed = any(word.strip(",(\"'") in PLACING for word in words[-3:])
        chained = place > 0 and before.endswith(", ") and len(before) >= 2
        gap = toponym.span.start - toponyms[place - 1].span.end if chained else 99
        fineness = FINENESS.get(toponym.place.kind, 1) if toponym.place else 1
        if gap <= 3 and toponym.place and fineness >= 2:
            continue
        behind = toponym.span.start >= anchor.end
        distance = (
            toponym.span.start - anchor.end
            if behind
            else anchor.start - toponym.span.end
        )
        cost = distance + (0 if behind else 40) + (0 if placed else 160)
        cost += 120 if fineness == 3 else 40 * (fineness == 2)
        if best is None or (cost, place) < best[:2]:
            best = (cost, place, toponym)
    return None if best is None else best[2]


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
    content = attribution.content if attribution else ()
    cues = attribution.cue if attribution else ()
    pool = [
        t
        for t in timexes
        if t.period is not None
        and (not content or any(s.contains(t.span) for s in content))
        and not any(_is_said_on(cue, t.span) for cue in cues)
    ]
    if not pool:
        return None
    best = min(pool, key=lambda t: _cost(text, anchor, t))
    period = best.period
    before = text[max(sentence.start, best.span.start - 70) : best.span.start]
    if period is not None and period.kind is PeriodKind.POINT and SINCE.search(before):
        return replace(period, kind=PeriodKind.SINCE, end=None)
    return period


def _cost(text: str, anchor: Span, timex: Timex) -> int:
    """Give how far a time expression is from dating a figure."""
    span = timex.span
    if span.start >= anchor.end:
        cost, between = span.start - anchor.end, text[anchor.end : span.start]
    else:
        cost, between = anchor.start - span.end + 20, text[span.end : anchor.start]
    if RELATIVE.search(between):
        cost += 200
    if timex.period is not None and timex.period.kind is not PeriodKind.POINT:
        cost -= 60
    return cost


def as_total(period: Period | None, published: date | None) -> Period | None:
    """Give the period of a running total: up to the day it is stated."""
    phrase = period.phrase if period is not None else None
    if period is not None and period.kind is PeriodKind.SINCE:
        last = published or period.last
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
