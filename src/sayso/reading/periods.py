"""Time expressions of a text and the days they name, as seen from its publication.

"Friday" is the last one or the next one by the tense of its sentence; "three days
earlier" counts from what was named last; "since February" runs up to the day of
publication. What names no day of the calendar keeps its TIMEX3 value and has no
period. Refuses to date a text that gives neither a publication day nor a year.
Method: our own, over TIMEX3 (TimeML annotation guidelines 1.2.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.period import Period, PeriodKind, Timex, TimexType
from sayso.model.span import Span
from sayso.reading.calendar_days import Stretch, Unit
from sayso.reading.time_grammar import find_mentions
from sayso.reading.time_lexicon import Lexicon, make_lexicon
from sayso.reading.time_mentions import Kind, Mention
from sayso.reading.time_resolving import View, make_period, resolve_mention
from sayso.reading.time_tense import find_direction
from sayso.reading.time_tokens import Tokens, cut_tokens
from sayso.vocabulary.languages import ENGLISH, Language

_DATELINE = 600
"""Characters in which a date and its year stand for a publication day not given."""


@dataclass(slots=True)
class _Narrative:
    """What the text has said so far; changed from phrase to phrase."""

    written: date | None
    war: date | None
    named: Stretch | None = None


def find_timexes(
    text: str,
    *,
    published: date | None,
    language: Language = ENGLISH,
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
    lexicon = make_lexicon(language)
    story = _Narrative(published, count_from)
    found: list[Timex] = []
    for tokens in cut_tokens(text):
        mentions = _complete_years(tokens, find_mentions(tokens, lexicon), lexicon)
        if story.written is None and tokens.starts[0] < _DATELINE:
            story.written = _dateline(tokens, mentions)
        found.extend(_resolve_all(tokens, mentions, lexicon, story))
    return tuple(found)


def _dateline(tokens: Tokens, mentions: list[Mention]) -> date | None:
    """Give the first date near the top whose year stands near the top, too."""
    top = [
        mention
        for mention in mentions
        if mention.kind is Kind.NAMED and tokens.starts[mention.first] <= _DATELINE
    ]
    year = next((mention.year for mention in top if mention.year), None)
    for mention in top:
        if mention.day and year:
            full = replace(mention, year=mention.year or year)
            resolved = resolve_mention(full, View(None, None, 0, None))
            if resolved is not None and resolved.stretch is not None:
                return resolved.stretch.first
    return None


def _complete_years(
    tokens: Tokens, mentions: list[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Give the phrases with the year that only the last of a range or list states."""
    done = list(mentions)
    for at in range(len(done) - 2, -1, -1):
        before, behind = done[at], done[at + 1]
        if (
            before.kind is Kind.NAMED is behind.kind
            and before.month is not None
            and behind.month is not None
            and before.year is None
            and before.direction is None
            and behind.year is not None
            and _joiner(tokens, before, behind, lexicon)
        ):
            year = behind.year - (before.month > behind.month)
            done[at] = replace(before, year=year)
    return done


def _joiner(tokens: Tokens, before: Mention, behind: Mention, lexicon: Lexicon) -> str:
    """Give "range" or "list" where one word joins two phrases, else nothing."""
    words = lexicon.words
    gap = tokens.lower[before.after : behind.first]
    if not gap or len(gap) > 2:
        return ""
    opener = tokens.lower[before.first - 1] if before.first else ""
    if gap[-1] in words.articles:
        gap = gap[:-1] or [""]
    if gap[-1] in words.list_joiners:
        return "range" if opener in words.between else "list"
    if gap[0] in words.range_joiners and len(gap) == 1:
        return "range"
    return "list" if gap == [","] else ""


def _resolve_all(
    tokens: Tokens, mentions: list[Mention], lexicon: Lexicon, story: _Narrative
) -> Iterator[Timex]:
    """Give the time expressions of one stretch, ranges told in."""
    pending: list[Timex] = []
    for at, mention in enumerate(mentions):
        timex = _resolve(tokens, mention, lexicon, story)
        if timex is None:
            continue
        joined = (
            at > 0
            and pending
            and pending[-1].span.end == tokens.ends[mentions[at - 1].after - 1]
            and _joiner(tokens, mentions[at - 1], mention, lexicon) == "range"
        )
        if joined:
            pending[-1], timex = _joined(pending[-1], timex)
        pending.append(timex)
    yield from pending


def _joined(before: Timex, behind: Timex) -> tuple[Timex, Timex]:
    """Give both ends of a range with the days of the whole range."""
    first, last = before.period, behind.period
    if first is None or last is None or first.start is None or last.end is None:
        return before, behind
    start = first.start
    if start >= last.end:
        return before, behind
    precision = last.precision
    whole = Period(start, last.end, PeriodKind.INTERVAL, precision)
    return (
        replace(before, period=replace(whole, phrase=before.span)),
        replace(behind, period=replace(whole, phrase=behind.span)),
    )


def _resolve(
    tokens: Tokens, mention: Mention, lexicon: Lexicon, story: _Narrative
) -> Timex | None:
    direction = 0
    if mention.kind in (Kind.NAMED, Kind.CLOCK) and mention.year is None:
        direction = find_direction(tokens, mention.first, mention.after, lexicon)
    view = View(story.written, story.named, direction, story.war)
    resolved = resolve_mention(mention, view)
    if resolved is None:
        return None
    if resolved.stretch is not None and _is_told(mention):
        story.named = resolved.stretch
    span = Span.cut(
        tokens.text, tokens.starts[mention.first], tokens.ends[mention.after - 1]
    )
    period = make_period(mention, resolved, story.written)
    if period is not None:
        period = replace(period, phrase=span)
    return Timex(
        span, _type(mention, resolved.value), resolved.value, mention.mod, period
    )


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
