"""Time expressions of a text and the days they name, as seen from its publication.

"Friday" is the last one or the next one by the tense of its sentence; "three days
earlier" counts from what was named last; "since February" runs up to the day of
publication. What names no day of the calendar keeps its TIMEX3 value and has no
period. Refuses to date a text that gives neither a publication day nor a year.
Method: our own, over TIMEX3 (TimeML annotation guidelines 1.2.1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sayso.model.period import Period, Timex, TimexType
from sayso.model.span import Span
from sayso.reading.times.calendar import Stretch, Unit
from sayso.reading.times.cased.timexes import find_cased_timexes
from sayso.reading.times.days import make_period
from sayso.reading.times.grammar import find_mentions
from sayso.reading.times.lexicon import Lexicon, make_lexicon
from sayso.reading.times.mention import Kind, Mention
from sayso.reading.times.ranges import (
    complete_years,
    find_joiner,
    join_range,
    window_to,
)
from sayso.reading.times.resolving import Resolved, View, resolve_mention
from sayso.reading.times.retelling import find_told_time
from sayso.reading.times.sayings import find_sayings
from sayso.reading.times.tense import find_direction
from sayso.reading.times.tokens import Tokens, cut_tokens
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage

STOPS = frozenset(".!?;")
"""Signs beyond which a year said holds no more."""
_DATELINE = 600
"""Characters in which a date and its year stand for a publication day not given."""

_CLOCK_REACH = 240
"""Characters from a day within which a clock time is of that day: a sentence or two."""
_MONTH_REACH = 600
"""Characters from a time named within which "the 21st" is of its month."""


@dataclass(slots=True)
class _Narrative:
    """What the text has said so far; changed from phrase to phrase."""

    written: date | None
    war: date | None
    named: Stretch | None = None
    named_at: int = 0
    """Offset behind the phrase that named it."""
    month: Stretch | None = None
    """Day or month named last, what something is told "since" left out."""
    around: date | None = None
    """Day told last of a text that tells of years gone by; None for a report."""
    frame: tuple[int, Stretch] | None = None
    """Year or season said last in the sentence, with the token behind it."""
    night: tuple[date, date] | None = None
    """Days of the night named last, for "the same night"."""


def find_timexes(
    text: str,
    *,
    published: date | None,
    language: AnyLanguage,
    count_from: date | None = None,
) -> tuple[Timex, ...]:
    """Give the time expressions of a text with their values and days.

    Args:
        text: Canonical text.
        published: Publication day in the outlet's own time zone. Without one, a date
            near the top of the text stands for it when a year stands there, too.
        language: Supplies month and weekday names and all other time words.
        count_from: First day of the theatre's war; dates "the 1,118th day of the war"
            and "the start of the invasion", which are left out without it.

    Returns:
        In the order of the text, none overlapping another. A period is None where the
        phrase names no days or they cannot be told.
    """
    if isinstance(language, CasedLanguage):
        return find_cased_timexes(
            text,
            language.times,
            language.numbers,
            published=published,
            count_from=count_from,
        )
    lexicon = make_lexicon(language)
    story = _Narrative(published, count_from)
    found: list[Timex] = []
    read = [
        (tokens, complete_years(tokens, find_mentions(tokens, lexicon), lexicon))
        for tokens in cut_tokens(text)
    ]
    story.around = find_told_time([m for _, found in read for m in found], published)
    for tokens, mentions in read:
        if story.written is None and tokens.starts[0] < _DATELINE:
            story.written = _dateline(tokens, mentions, lexicon)
        found.extend(_resolve_all(tokens, mentions, lexicon, story))
    return tuple(found)


def _dateline(tokens: Tokens, mentions: list[Mention], lexicon: Lexicon) -> date | None:
    """Give the first date near the top with its year, stated there or by a heading."""
    top = [
        mention
        for mention in mentions
        if mention.kind is Kind.NAMED and tokens.starts[mention.first] <= _DATELINE
    ]
    years = [m for m in top if m.year and (m.day or _is_heading(tokens, m, lexicon))]
    for mention in top:
        if mention.day and years:
            full = replace(mention, year=mention.year or years[0].year)
            resolved = resolve_mention(full, View(None, None, 0, None))
            if resolved is not None and resolved.stretch is not None:
                return resolved.stretch.first
    return None


def _is_heading(tokens: Tokens, mention: Mention, lexicon: Lexicon) -> bool:
    """True for a year that no preposition makes part of a sentence."""
    before = tokens.lower[mention.first - 1] if mention.first else ""
    return mention.unit is Unit.YEAR and before not in lexicon.before_year


def _resolve_all(
    tokens: Tokens, mentions: list[Mention], lexicon: Lexicon, story: _Narrative
) -> list[Timex]:
    """Give the time expressions of one stretch, days of saying and ranges told in."""
    read: list[tuple[Mention, View, Resolved]] = []
    for mention in mentions:
        view = _view(tokens, mention, lexicon, story)
        resolved = _resolve(tokens, mention, view, story)
        if resolved is not None:
            read.append((mention, view, resolved))
    kept = [mention for mention, _, _ in read]
    days = [_single_day(mention, resolved) for mention, _, resolved in read]
    sayings = find_sayings(tokens, kept, days, lexicon, story.written)
    story.frame = None
    found: list[Timex] = []
    for at, (mention, _, resolved) in enumerate(read):
        timex = _timex(tokens, mention, resolved, _period(read[at], sayings[at]))
        window = at and window_to(tokens, kept[at - 1], mention, days[at], lexicon)
        if window:
            found[-1] = replace(
                found[-1], period=replace(window, phrase=found[-1].span)
            )
        elif at and find_joiner(tokens, kept[at - 1], mention, lexicon) == "range":
            found[-1], timex = join_range(found[-1], timex, story.written)
        found.append(timex)
    return found


def _view(
    tokens: Tokens, mention: Mention, lexicon: Lexicon, story: _Narrative
) -> View:
    direction = 0
    if mention.is_owner:
        direction = -1
    elif mention.kind in (Kind.NAMED, Kind.CLOCK) and mention.year is None:
        direction = find_direction(tokens, mention.first, mention.after, lexicon)
    named = story.named
    gap = tokens.starts[mention.first] - story.named_at
    if mention.kind is Kind.CLOCK and gap > _CLOCK_REACH:
        named = None
    month = story.month.first if story.month and gap <= _MONTH_REACH else None
    if mention.opener == "since":
        month = None
    return View(
        story.written,
        named,
        direction,
        story.war,
        story.night,
        month,
        story.around,
        _frame(tokens, mention, story),
    )


def _frame(tokens: Tokens, mention: Mention, story: _Narrative) -> Stretch | None:
    """Give the year or season that the sentence has said before a date."""
    if story.frame is None:
        return None
    after, stretch = story.frame
    between = tokens.lower[after : mention.first]
    gap = tokens.text[tokens.ends[after - 1] : tokens.starts[mention.first]]
    ended = "\n" in gap or any(word in STOPS for word in between)
    return None if ended else stretch


def _resolve(
    tokens: Tokens, mention: Mention, view: View, story: _Narrative
) -> Resolved | None:
    resolved = resolve_mention(mention, view)
    if resolved is not None and resolved.stretch is not None and _is_told(mention):
        story.named = resolved.stretch
        story.named_at = tokens.ends[mention.after - 1]
        if mention.opener != "since":
            _remember(mention, resolved.stretch, story)
    if resolved is not None and mention.part == "TNI":
        period = make_period(mention, resolved, story.written)
        if period is not None and period.first and period.last:
            story.night = period.first, period.last
    return resolved


def _remember(mention: Mention, stretch: Stretch, story: _Narrative) -> None:
    """Keep what dates without a month or a year behind it may be of."""
    if stretch.unit in (Unit.DAY, Unit.MONTH):
        story.month = stretch
        if story.around is not None and mention.kind is Kind.NAMED:
            story.around = stretch.first
    if mention.year is not None and stretch.unit in (Unit.YEAR, Unit.SEASON):
        story.frame = mention.after, stretch


def _single_day(mention: Mention, resolved: Resolved) -> date | None:
    stretch = resolved.stretch
    if stretch is None or stretch.unit is not Unit.DAY or mention.kind is Kind.CLOCK:
        return None
    return stretch.first


def _period(read: tuple[Mention, View, Resolved], said: date | None) -> Period | None:
    """Give the days of a phrase; what runs up to the statement ends on its day."""
    mention, view, resolved = read
    resolved = _from_war_day(mention, resolved, view.war)
    if said is None or said == view.written:
        return make_period(mention, resolved, view.written)
    runs_back = mention.kind is Kind.DURATION or mention.is_window
    if resolved.window is not None and runs_back:
        again = resolve_mention(mention, replace(view, written=said))
        resolved = replace(resolved, window=again.window if again else None)
    return make_period(mention, resolved, said)


def _from_war_day(mention: Mention, resolved: Resolved, war: date | None) -> Resolved:
    """Give "since February 2022" from the war's first day, when it lies in there."""
    stretch = resolved.stretch
    if mention.opener != "since" or mention.mod or war is None or stretch is None:
        return resolved
    if stretch.unit is not Unit.MONTH or not stretch.first <= war <= stretch.last:
        return resolved
    return replace(resolved, stretch=Stretch(Unit.DAY, war))


def _timex(
    tokens: Tokens, mention: Mention, resolved: Resolved, period: Period | None
) -> Timex:
    span = Span.cut(
        tokens.text, tokens.starts[mention.first], tokens.ends[mention.after - 1]
    )
    value = resolved.value
    if period is not None:
        period = replace(period, phrase=span)
    return Timex(span, _type(mention, value), value, mention.mod, period)


def _is_told(mention: Mention) -> bool:
    """True when a later "the following day" may count from the phrase."""
    if mention.kind is not Kind.SHIFTED:
        return mention.kind is Kind.NAMED
    if mention.count == 0:
        return mention.unit is Unit.QUARTER
    compared = mention.unit is Unit.YEAR and mention.direction == -1
    return not (compared and mention.count == -1)


def _type(mention: Mention, value: str) -> TimexType:
    if mention.kind is Kind.DURATION:
        return TimexType.DURATION
    if mention.kind is Kind.REPEATED:
        return TimexType.SET
    return TimexType.TIME if "T" in value and value[-4:] != "_REF" else TimexType.DATE
