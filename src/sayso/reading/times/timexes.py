"""Time expressions of a text and the days they name, as seen from its publication.

"Friday" is the last one or the next one by the tense of its sentence; "three days
earlier" counts from what was named last; "since February" runs up to the day of
publication. What names no day of the calendar keeps its TIMEX3 value and has no
period. Refuses to date a text that gives neither a publication day nor a year.
Method: our own, over TIMEX3 (TimeML annotation guidelines 1.2.1).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.model.period import Period, Timex, TimexType
from sayso.model.span import Span
from sayso.reading.times.calendar import Stretch, Unit
from sayso.reading.times.cased.timexes import find_cased_timexes
from sayso.reading.times.days import make_period
from sayso.reading.times.grammar import find_mentions
from sayso.reading.times.lexicon import Lexicon, make_lexicon
from sayso.reading.times.mention import Kind, Mention
from sayso.reading.times.narrative import Narrative, make_view, resolve_in
from sayso.reading.times.ranges import (
    complete_years,
    find_joiner,
    join_range,
    window_to,
)
from sayso.reading.times.resolved import Resolved, View
from sayso.reading.times.resolving import resolve_mention
from sayso.reading.times.retelling import find_told_time
from sayso.reading.times.sayings import find_sayings
from sayso.reading.times.tokens import Tokens, cut_tokens
from sayso.reading.times.told_stretch import find_same_stretch, find_since_told
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage

_DATELINE = 600
"""Characters in which a date and its year stand for a publication day not given."""


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
    story = Narrative(published, count_from)
    found: list[Timex] = []
    read = [
        (tokens, complete_years(tokens, find_mentions(tokens, lexicon), lexicon))
        for tokens in cut_tokens(text)
    ]
    story.around = find_told_time([m for _, found in read for m in found], published)
    for tokens, mentions in read:
        if story.written is None and tokens.starts[0] < _DATELINE:
            story.written = _dateline(tokens, mentions, lexicon)
        found.extend(_resolve_all(tokens, mentions, lexicon, story, found))
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
    tokens: Tokens,
    mentions: list[Mention],
    lexicon: Lexicon,
    story: Narrative,
    before: list[Timex],
) -> list[Timex]:
    """Give the time expressions of one stretch, days of saying and ranges told in.

    Args:
        tokens: The stretch.
        mentions: Its phrases, in order.
        lexicon: Time words.
        story: What the text has said so far; it goes on from here.
        before: Time expressions of the stretches before it.
    """
    read: list[tuple[Mention, View, Resolved]] = []
    for mention in mentions:
        view = make_view(tokens, mention, lexicon, story)
        resolved = resolve_in(tokens, mention, view, story)
        if resolved is not None:
            read.append((mention, view, resolved))
    kept = [mention for mention, _, _ in read]
    days = [_single_day(mention, resolved) for mention, _, resolved in read]
    sayings = find_sayings(tokens, kept, days, lexicon, story.written)
    story.frame = None
    found: list[Timex] = []
    for at, (mention, _, resolved) in enumerate(read):
        timex = _timex(tokens, mention, resolved, _period(read[at], sayings[at]))
        if mention.kind is Kind.TOLD:
            timex = _told(timex, mention, [*before, *found], sayings[at], story)
        window = at and window_to(tokens, kept[at - 1], mention, days[at], lexicon)
        if window:
            found[-1] = replace(
                found[-1], period=replace(window, phrase=found[-1].span)
            )
        elif at and find_joiner(tokens, kept[at - 1], mention, lexicon) == "range":
            found[-1], timex = join_range(found[-1], timex, story.written)
        found.append(timex)
    return found


def _told(
    timex: Timex,
    mention: Mention,
    before: list[Timex],
    said: date | None,
    story: Narrative,
) -> Timex:
    """Give "in the same period" and "since then" their days."""
    find = find_since_told if mention.opener == "since" else find_same_stretch
    period = find(before, timex.span.start, said or story.written)
    return replace(timex, period=period and replace(period, phrase=timex.span))


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


def _type(mention: Mention, value: str) -> TimexType:
    if mention.kind is Kind.DURATION:
        return TimexType.DURATION
    if mention.kind is Kind.REPEATED:
        return TimexType.SET
    return TimexType.TIME if "T" in value and value[-4:] != "_REF" else TimexType.DATE
