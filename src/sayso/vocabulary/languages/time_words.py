"""The part of a language that time reading needs: what a language file fills in.

Every word is in lower case. Values are those of TIMEX3 (TimeML annotation guidelines
1.2.1) where it has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """Words of one language that name times, by what they do in a phrase."""

    months: Mapping[str, int]
    """Name or abbreviation -> 1 to 12."""
    weekdays: Mapping[str, int]
    """Name or abbreviation -> 0 (Monday) to 6."""
    needs_company: frozenset[str]
    """Month and weekday words that mean something else unless a date stands beside
    them or a preposition before: "may", "march", "sun"."""
    given_names: frozenset[str]
    """Those of `needs_company` that also begin a person's name: "jan"."""
    weekday_before: frozenset[str]
    """Words before an abbreviated weekday that no other thing follows: "on"."""
    units: Mapping[str, str]
    """Unit word -> unit: D, W, WE, M, Q, H (half), Y, 10Y, 100Y, T-H, T-M, T-S, NI."""
    plural_units: frozenset[str]
    """Unit words that are plural, so that a bare one is an unknown number of them."""
    seasons: Mapping[str, str]
    """Season -> SP, SU, FA or WI."""
    day_parts: Mapping[str, str]
    """Part of the day -> "TMO", "TAF", "TEV", "TNI" or an hour: "T12:00"."""
    points: Mapping[str, str]
    """Word for a day or part of one, seen from the day of writing -> days and part:
    "yesterday" -> "-1", "tonight" -> "0TNI"; "<0TNI" is the night that ended on it."""
    references: Mapping[str, str]
    """Phrase -> PRESENT_REF, PAST_REF or FUTURE_REF; matched longest first."""
    sets: Mapping[str, str]
    """Word for a repeated time -> TIMEX3 value: "daily" -> "P1D"."""
    every: frozenset[str]
    """Words that make a unit a repeated time: "every"."""
    other: frozenset[str]
    """Words that halve a repeated time: "every other day"."""
    last: frozenset[str]
    """The one before, seen from the day of writing: "last"."""
    before: frozenset[str]
    """The one before, seen from what was named last: "previous"."""
    next: frozenset[str]
    """The one after, seen from the day of writing: "next"."""
    after: frozenset[str]
    """The one after, seen from what was named last: "following"."""
    this: frozenset[str]
    """The one that contains the day of writing: "this"."""
    same: frozenset[str]
    """The one that contains what was named last: "that", "same"."""
    recent: frozenset[str]
    """The last few: "recent"."""
    articles: frozenset[str]
    """Words that may stand before a time phrase and change nothing: "the"."""
    one: frozenset[str]
    """Articles that count one: "a"."""
    few: Mapping[str, int | None]
    """Vague counts -> their number, None where unknown: "couple" -> 2."""
    half: frozenset[str]
    """Words for a half."""
    fillers: frozenset[str]
    """Words between a number and its unit that change nothing: "consecutive"."""
    ordinals: Mapping[str, int]
    """Ordinal word -> its number."""
    ordinal_endings: frozenset[str]
    """What follows the digits of an ordinal: "th"."""
    starts: frozenset[str]
    """The first part of what follows: "early", "beginning"."""
    middles: frozenset[str]
    """The middle part of what follows: "mid"."""
    ends: frozenset[str]
    """The last part of what follows: "late", "end"."""
    earlier: frozenset[str]
    """Before what was named last, after a duration: "earlier"."""
    later: frozenset[str]
    """After what was named last, after a duration: "later"."""
    ago: frozenset[str]
    """Before the day of writing, after a duration: "ago"."""
    hence: frozenset[str]
    """After the day of writing, after a duration: "hence"."""
    than: frozenset[str]
    """Words that make "earlier" a comparison and not a date."""
    modifiers: Mapping[str, str]
    """Phrase before a duration or date -> TIMEX3 modifier: "about" -> APPROX."""
    of: frozenset[str]
    """Words that join a part to its whole: "of"."""
    on: frozenset[str]
    """Prepositions that only a time or a place follows: "on", "in"."""
    since: frozenset[str]
    """Prepositions that make a date the start of a count: "since"."""
    until: frozenset[str]
    """Prepositions that make a date the last day: "until", "by"."""
    as_of: frozenset[tuple[str, ...]]
    """Two words that make a date the last day of a total: ("as", "of")."""
    closing: frozenset[str]
    """Words for the last part of a whole: "final"."""
    by: frozenset[str]
    """Those of `until` that speak of a time to come when nothing says else: "by"."""
    range_joiners: frozenset[str]
    """Words and signs that make two adjacent dates a range: "to"."""
    list_joiners: frozenset[str]
    """Words that make two adjacent dates a list: "and"."""
    holidays: Mapping[str, str]
    """Phrase -> rule: "12-25", "easter-2", "11-4-3" (month, nth, weekday), "ramadan"."""
    fiscal: frozenset[str]
    """Words for an accounting year."""
    ending_units: Mapping[str, str]
    """Compound -> what it names: "year-end" -> "end" (its last day), "year
    end" -> "late", "year-earlier" -> "earlier"."""
    window_cues: frozenset[str]
    """Prepositions that make a bare plural unit a duration: "for weeks"."""
    clock_marks: Mapping[str, int | None]
    """What follows a clock time -> hours to add to 1-12, None for none: "pm" -> 12."""
    zones: frozenset[str]
    """Time zones and other words that follow a clock time."""
    future_cues: frozenset[str]
    """Words that put a date of the same clause after the day of writing."""
    certain_cues: frozenset[str]
    """Those of `future_cues` that never report what somebody wanted: "will"."""
    plan_cues: frozenset[str]
    """Verbs that do so only for a date behind them: "agreed to meet on Friday"."""
    determiners_of_adjectives: frozenset[str]
    """Words before a past form that make it an adjective: "the wounded men"."""
    past_cues: frozenset[str]
    """Words that put a date of the same clause on or before the day of writing."""
    infinitives: frozenset[str]
    """Words that make the past form behind them none: "will be paid"."""
    copulas: frozenset[str]
    """Verbs that speak of a time to come before `infinitive_marks`: "is to leave"."""
    infinitive_marks: frozenset[str]
    """Words before an infinitive: "to"."""
    past_endings: tuple[str, ...]
    """Endings of regular past verbs."""
    year_before: frozenset[str]
    """Words before a bare number from 1000 to 2100 that make it a year."""
    not_year_before: frozenset[str]
    """Words before a number that make it a quantity."""
    not_year_after: frozenset[str]
    """Words after a number that make it a quantity."""
    abbreviated: frozenset[str]
    """Words whose full stop ends no sentence: "gen"."""
    between: frozenset[str]
    """Words before two dates that span a range: "between"."""
    into: frozenset[str]
    """Words between a night and the day it ends on: "the night to Sunday"."""
    start_verbs: frozenset[str]
    """Verbs of beginning between "since" and a date."""
    reporting: frozenset[str]
    """Words that make a day in their sentence the day a statement was made."""
    clause_openers: frozenset[str]
    """Words between a word of reporting and what is reported: "that"."""
    casualties: frozenset[str]
    """Words that make four digits before them a count, unless "in" stands before."""
    also_prepositions: frozenset[str]
    """Those of `earlier` and `later` that govern what follows: "before"."""
    clause_starts: frozenset[str]
    """Words that begin what comes after a finished time phrase: "and"."""
    window_words: frozenset[str]
    """Those of `last` that mean a stretch up to the day of writing: "past"."""
    running: frozenset[str]
    """Those of `last` that mean it behind an article: "the last week"."""
    tails: frozenset[tuple[str, ...]]
    """Two words behind a duration that leave it open: ("or", "so")."""
    compounds: frozenset[str]
    """Words hyphenated to a duration: "week-long"."""
    from_now: frozenset[tuple[str, ...]]
    """Two words that count a duration from the day of writing on."""
    multipliers: frozenset[str]
    """Words before "a year" that make it a rate: "million", "twice"."""
    plural_endings: str
    """Ending of a plural noun, which does the same."""
    not_plural: frozenset[str]
    """Words with that ending that count nothing: "this"."""
    periods: frozenset[str]
    """Words for a stretch whose length the text has named: "the year-ago period"."""
    clock_phrases: frozenset[tuple[str, ...]]
    """Three tokens behind an hour: ("o", "'", "clock")."""
    quarter_marks: Mapping[str, str]
    """Letter before a digit -> Q or H: "q" -> "Q"."""
    half_units: Mapping[str, str]
    """Word after an ordinal -> Q or H: "quarter" -> "Q"."""
    determiners: frozenset[str]
    """Words before a year that stands for a thing of that year: "its"."""
    season_before: frozenset[str]
    """Words before a season that is a time and no other thing: "in"."""
    part_before: frozenset[str]
    """Words before a part of a day that is a time: "by"."""
    ages: frozenset[str]
    """Words after a number of years that make it an age: "old"."""
    wars: frozenset[str]
    """Nouns whose start or running day a theatre's first day dates: "war"."""
    beginnings: frozenset[str]
    """Nouns for such a start: "start"."""
