"""What a text has said so far, and what a time phrase is seen from because of it.

"The same day" is the day told last; "at 05:00" is of a day told a moment ago; "in
July" behind "on 27 August 2023" is of that year, in a report of another year. What
something is told "since" is background and dates nothing else. Method: our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.reading.times.calendar import Stretch, Unit
from sayso.reading.times.days import make_period
from sayso.reading.times.lexicon import Lexicon
from sayso.reading.times.mention import Kind, Mention
from sayso.reading.times.resolved import Resolved, View
from sayso.reading.times.resolving import resolve_mention
from sayso.reading.times.tense import find_direction
from sayso.reading.times.tokens import Tokens

STOPS = frozenset(".!?;")
"""Signs beyond which a year said holds no more."""
_CLOCK_REACH = 240
"""Characters from a day within which a clock time is of that day: a sentence or two,
or all of its paragraph."""
_CLOCK_DAYS = 14
"""Days before writing from which on a report's day holds no clock beyond its
paragraph."""
_MONTH_REACH = 600
"""Characters from a time named within which "the 21st" is of its month."""
_YEAR_REACH = 400
"""Characters of a paragraph for which a year said holds for dates without one."""


@dataclass(slots=True)
class Narrative:
    """What the text has said so far; changed from phrase to phrase."""

    written: date | None
    war: date | None
    named: Stretch | None = None
    named_at: int = 0
    """Offset behind the phrase that named it."""
    day: date | None = None
    """Day told last, what something is told "since" left out."""
    day_at: int = 0
    """Offset behind its phrase."""
    month: Stretch | None = None
    """Day or month named last, what something is told "since" left out."""
    around: date | None = None
    """Day told last of a text that tells of years gone by; None for a report."""
    frame: tuple[int, Stretch] | None = None
    """Year or season said last in the sentence, with the token behind it."""
    night: tuple[date, date] | None = None
    """Days of the night named last, for "the same night"."""
    past: Stretch | None = None
    """Day, month or season told last where its year is one before that of writing."""
    past_at: int = 0
    """Offset behind its phrase."""


def make_view(
    tokens: Tokens, mention: Mention, lexicon: Lexicon, story: Narrative
) -> View:
    """Give what a phrase is seen from, by what was said before it."""
    direction = 0
    if mention.is_owner:
        direction = -1
    elif mention.kind in (Kind.NAMED, Kind.CLOCK) and mention.year is None:
        direction = find_direction(tokens, mention.first, mention.after, lexicon)
    gap = tokens.starts[mention.first] - story.named_at
    month = story.month.first if story.month and gap <= _MONTH_REACH else None
    if mention.opener == "since":
        month = None
    return View(
        story.written,
        story.named,
        direction,
        story.war,
        story.night,
        month,
        story.around,
        _frame(tokens, mention, story),
        _told_day(tokens, mention, story),
        _told_past(tokens, mention, story, direction),
    )


def _told_day(tokens: Tokens, mention: Mention, story: Narrative) -> date | None:
    """Give the day told before a phrase, for a clock only one that is near."""
    day = story.day
    if mention.kind is not Kind.CLOCK or day is None:
        return day
    gap = tokens.text[story.day_at : tokens.starts[mention.first]]
    if "\n" not in gap:
        return day
    is_old = story.written is not None and (story.written - day).days > _CLOCK_DAYS
    is_far = len(gap) > _CLOCK_REACH or (is_old and story.around is None)
    return None if is_far else day


def _told_past(
    tokens: Tokens, mention: Mention, story: Narrative, direction: int
) -> Stretch | None:
    """Give the date of a year gone by that the paragraph told before a date."""
    ahead = direction == 1 or mention.opener in ("since", "by", "until")
    if story.past is None or ahead:
        return None
    gap = tokens.text[story.past_at : tokens.starts[mention.first]]
    return None if "\n" in gap or len(gap) > _YEAR_REACH else story.past


def _frame(tokens: Tokens, mention: Mention, story: Narrative) -> Stretch | None:
    """Give the year or season that the sentence has said before a date."""
    if story.frame is None:
        return None
    after, stretch = story.frame
    between = tokens.lower[after : mention.first]
    gap = tokens.text[tokens.ends[after - 1] : tokens.starts[mention.first]]
    ended = "\n" in gap or any(word in STOPS for word in between)
    return None if ended else stretch


def resolve_in(
    tokens: Tokens, mention: Mention, view: View, story: Narrative
) -> Resolved | None:
    """Give what a phrase comes to, and keep what was said for those behind it."""
    resolved = resolve_mention(mention, view)
    if resolved is not None and resolved.stretch is not None and _is_told(mention):
        story.named = resolved.stretch
        story.named_at = tokens.ends[mention.after - 1]
        if mention.opener != "since":
            _remember(mention, resolved.stretch, story)
            _remember_past(mention, resolved.stretch, view, story)
    if resolved is not None and mention.part == "TNI":
        period = make_period(mention, resolved, story.written)
        if period is not None and period.first and period.last:
            story.night = period.first, period.last
    return resolved


def _remember(mention: Mention, stretch: Stretch, story: Narrative) -> None:
    """Keep what dates without a month or a year behind it may be of."""
    if stretch.unit is Unit.DAY:
        story.day, story.day_at = stretch.first, story.named_at
    if stretch.unit in (Unit.DAY, Unit.MONTH):
        story.month = stretch
        if story.around is not None and mention.kind is Kind.NAMED:
            story.around = stretch.first
    if mention.year is not None and stretch.unit in (Unit.YEAR, Unit.SEASON):
        story.frame = mention.after, stretch


def _remember_past(
    mention: Mention, stretch: Stretch, view: View, story: Narrative
) -> None:
    """Keep a date of a year gone by; a year told for itself ends what it dates."""
    is_dated = stretch.unit in (Unit.DAY, Unit.MONTH, Unit.SEASON)
    has_year = mention.year is not None or view.past is not None
    if is_dated and not (mention.kind is Kind.NAMED and has_year):
        return
    is_gone = story.written is not None and stretch.first.year < story.written.year
    story.past = stretch if is_gone and is_dated else None
    story.past_at = story.named_at


def _is_told(mention: Mention) -> bool:
    """True when a later "the following day" may count from the phrase."""
    if mention.kind is not Kind.SHIFTED:
        return mention.kind is Kind.NAMED
    if mention.count == 0:
        return mention.unit is Unit.QUARTER
    compared = mention.unit is Unit.YEAR and mention.direction == -1
    return not (compared and mention.count == -1)
