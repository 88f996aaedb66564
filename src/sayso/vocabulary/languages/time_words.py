"""The part of a language that time reading needs: what a language file fills in.

Every word is in lower case. Values are those of TIMEX3 (TimeML annotation guidelines
1.2.1) where it has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """Words of one language that name times, by what they do in a phrase.

    A language may leave any of them out: phrases that need them are then not read.
    """

    months: Mapping[str, int] = field(default_factory=dict)
    """Name or abbreviation -> 1 to 12."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Name or abbreviation -> 0 (Monday) to 6."""
    needs_company: frozenset[str] = frozenset()
    """Month and weekday words that mean something else unless a date stands beside
    them or a preposition before: "may", "march", "sun"."""
    given_names: frozenset[str] = frozenset()
    """Those of `needs_company` that also begin a person's name: "jan"."""
    weekday_before: frozenset[str] = frozenset()
    """Words before an abbreviated weekday that no other thing follows: "on"."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Unit word -> unit: D, W, WE, M, Q, H (half), Y, 10Y, 100Y, T-H, T-M, T-S, NI."""
    plural_units: frozenset[str] = frozenset()
    """Unit words that are plural, so that a bare one is an unknown number of them."""
    seasons: Mapping[str, str] = field(default_factory=dict)
    """Season -> SP, SU, FA or WI."""
    day_parts: Mapping[str, str] = field(default_factory=dict)
    """Part of the day -> "TMO", "TAF", "TEV", "TNI" or an hour: "T12:00"."""
    points: Mapping[str, str] = field(default_factory=dict)
    """Word for a day or part of one, seen from the day of writing -> days and part:
    "yesterday" -> "-1", "tonight" -> "0TNI"; "<0TNI" is the night that ended on it."""
    references: Mapping[str, str] = field(default_factory=dict)
    """Phrase -> PRESENT_REF, PAST_REF or FUTURE_REF; matched longest first."""
    sets: Mapping[str, str] = field(default_factory=dict)
    """Word for a repeated time -> TIMEX3 value: "daily" -> "P1D"."""
    every: frozenset[str] = frozenset()
    """Words that make a unit a repeated time: "every"."""
    other: frozenset[str] = frozenset()
    """Words that halve a repeated time: "every other day"."""
    last: frozenset[str] = frozenset()
    """The one before, seen from the day of writing: "last"."""
    before: frozenset[str] = frozenset()
    """The one before, seen from what was named last: "previous"."""
    next: frozenset[str] = frozenset()
    """The one after, seen from the day of writing: "next"."""
    after: frozenset[str] = frozenset()
    """The one after, seen from what was named last: "following"."""
    this: frozenset[str] = frozenset()
    """The one that contains the day of writing: "this"."""
    same: frozenset[str] = frozenset()
    """The one that contains what was named last: "that", "same"."""
    recent: frozenset[str] = frozenset()
    """The last few: "recent"."""
    articles: frozenset[str] = frozenset()
    """Words that may stand before a time phrase and change nothing: "the"."""
    one: frozenset[str] = frozenset()
    """Articles that count one: "a"."""
    few: Mapping[str, int | None] = field(default_factory=dict)
    """Vague counts -> their number, None where unknown: "couple" -> 2."""
    half: frozenset[str] = frozenset()
    """Words for a half."""
    fillers: frozenset[str] = frozenset()
    """Words between a number and its unit that change nothing: "consecutive"."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """Ordinal word -> its number."""
    ordinal_endings: frozenset[str] = frozenset()
    """What follows the digits of an ordinal: "th"."""
    starts: frozenset[str] = frozenset()
    """The first part of what follows: "early", "beginning"."""
    middles: frozenset[str] = frozenset()
    """The middle part of what follows: "mid"."""
    ends: frozenset[str] = frozenset()
    """The last part of what follows: "late", "end"."""
    earlier: frozenset[str] = frozenset()
    """Before what was named last, after a duration: "earlier"."""
    later: frozenset[str] = frozenset()
    """After what was named last, after a duration: "later"."""
    ago: frozenset[str] = frozenset()
    """Before the day of writing, after a duration: "ago"."""
    hence: frozenset[str] = frozenset()
    """After the day of writing, after a duration: "hence"."""
    than: frozenset[str] = frozenset()
    """Words that make "earlier" a comparison and not a date."""
    modifiers: Mapping[str, str] = field(default_factory=dict)
    """Phrase before a duration or date -> TIMEX3 modifier: "about" -> APPROX."""
    of: frozenset[str] = frozenset()
    """Words that join a part to its whole: "of"."""
    on: frozenset[str] = frozenset()
    """Prepositions that only a time or a place follows: "on", "in"."""
    since: frozenset[str] = frozenset()
    """Prepositions that make a date the start of a count: "since"."""
    until: frozenset[str] = frozenset()
    """Prepositions that make a date the last day: "until", "by"."""
    as_of: frozenset[tuple[str, ...]] = frozenset()
    """Two words that make a date the last day of a total: ("as", "of")."""
    closing: frozenset[str] = frozenset()
    """Words for the last part of a whole: "final"."""
    by: frozenset[str] = frozenset()
    """Those of `until` that speak of a time to come when nothing says else: "by"."""
    range_joiners: frozenset[str] = frozenset()
    """Words and signs that make two adjacent dates a range: "to"."""
    list_joiners: frozenset[str] = frozenset()
    """Words that make two adjacent dates a list: "and"."""
    holidays: Mapping[str, str] = field(default_factory=dict)
    """Phrase -> rule: "12-25", "easter-2", "11-4-3" (month, nth, weekday), "ramadan"."""
    fiscal: frozenset[str] = frozenset()
    """Words for an accounting year."""
    ending_units: Mapping[str, str] = field(default_factory=dict)
    """Compound -> what it names: "year-end" -> "end" (its last day), "year
    end" -> "late", "year-earlier" -> "earlier"."""
    window_cues: frozenset[str] = frozenset()
    """Prepositions that make a bare plural unit a duration: "for weeks"."""
    clock_marks: Mapping[str, int | None] = field(default_factory=dict)
    """What follows a clock time -> hours to add to 1-12, None for none: "pm" -> 12."""
    zones: frozenset[str] = frozenset()
    """Time zones and other words that follow a clock time."""
    future_cues: frozenset[str] = frozenset()
    """Words that put a date of the same clause after the day of writing."""
    certain_cues: frozenset[str] = frozenset()
    """Those of `future_cues` that never report what somebody wanted: "will"."""
    plan_cues: frozenset[str] = frozenset()
    """Verbs that do so only for a date behind them: "agreed to meet on Friday"."""
    determiners_of_adjectives: frozenset[str] = frozenset()
    """Words before a past form that make it an adjective: "the wounded men"."""
    past_cues: frozenset[str] = frozenset()
    """Words that put a date of the same clause on or before the day of writing."""
    deeds: frozenset[str] = frozenset()
    """Past forms of deeds, beside those with an ending: "lost", "struck"."""
    infinitives: frozenset[str] = frozenset()
    """Words that make the past form behind them none: "will be paid"."""
    copulas: frozenset[str] = frozenset()
    """Verbs that speak of a time to come before `infinitive_marks`: "is to leave"."""
    infinitive_marks: frozenset[str] = frozenset()
    """Words before an infinitive: "to"."""
    past_endings: tuple[str, ...] = ()
    """Endings of regular past verbs."""
    year_before: frozenset[str] = frozenset()
    """Words before a bare number from 1000 to 2100 that make it a year."""
    not_year_before: frozenset[str] = frozenset()
    """Words before a number that make it a quantity."""
    not_year_after: frozenset[str] = frozenset()
    """Words after a number that make it a quantity."""
    abbreviated: frozenset[str] = frozenset()
    """Words whose full stop ends no sentence: "gen"."""
    between: frozenset[str] = frozenset()
    """Words before two dates that span a range: "between"."""
    within: frozenset[str] = frozenset()
    """Prepositions before a whole month, never before one of its days: "during"."""
    on_day: frozenset[str] = frozenset()
    """Prepositions before a day, never before a whole month: "on"."""
    into: frozenset[str] = frozenset()
    """Words between a night and the day it ends on: "the night to Sunday"."""
    start_verbs: frozenset[str] = frozenset()
    """Verbs of beginning between "since" and a date."""
    reporting: frozenset[str] = frozenset()
    """Words that make a day in their sentence the day a statement was made."""
    clause_openers: frozenset[str] = frozenset()
    """Words between a word of reporting and what is reported: "that"."""
    casualties: frozenset[str] = frozenset()
    """Words that make four digits before them a count, unless "in" stands before."""
    also_prepositions: frozenset[str] = frozenset()
    """Those of `earlier` and `later` that govern what follows: "before"."""
    clause_starts: frozenset[str] = frozenset()
    """Words that begin what comes after a finished time phrase: "and"."""
    window_words: frozenset[str] = frozenset()
    """Those of `last` that mean a stretch up to the day of writing: "past"."""
    running: frozenset[str] = frozenset()
    """Those of `last` that mean it behind an article: "the last week"."""
    tails: frozenset[tuple[str, ...]] = frozenset()
    """Two words behind a duration that leave it open: ("or", "so")."""
    compounds: frozenset[str] = frozenset()
    """Words hyphenated to a duration: "week-long"."""
    from_now: frozenset[tuple[str, ...]] = frozenset()
    """Two words that count a duration from the day of writing on."""
    multipliers: frozenset[str] = frozenset()
    """Words before "a year" that make it a rate: "million", "twice"."""
    plural_endings: tuple[str, ...] = ()
    """Endings of plural nouns, which do the same."""
    not_plural: frozenset[str] = frozenset()
    """Words with those endings that count nothing: "this"."""
    periods: frozenset[str] = frozenset()
    """Words for a stretch whose length the text has named: "the year-ago period"."""
    stretches: frozenset[str] = frozenset()
    """Nouns that "the same" and "that" make the stretch told before: "period"."""
    counted_over: frozenset[str] = frozenset()
    """Prepositions before these: "during"."""
    thens: frozenset[str] = frozenset()
    """What "since" makes the time from the day told last: "then"."""
    clock_phrases: frozenset[tuple[str, ...]] = frozenset()
    """Three tokens behind an hour: ("o", "'", "clock")."""
    quarter_marks: Mapping[str, str] = field(default_factory=dict)
    """Letter before a digit -> Q or H: "q" -> "Q"."""
    half_units: Mapping[str, str] = field(default_factory=dict)
    """Word after an ordinal -> Q or H: "quarter" -> "Q"."""
    determiners: frozenset[str] = frozenset()
    """Words before a year that stands for a thing of that year: "its"."""
    season_before: frozenset[str] = frozenset()
    """Words before a season that is a time and no other thing: "in"."""
    part_before: frozenset[str] = frozenset()
    """Words before a part of a day that is a time: "by"."""
    ages: frozenset[str] = frozenset()
    """Words after a number of years that make it an age: "old"."""
    wars: frozenset[str] = frozenset()
    """Nouns whose start or running day a theatre's first day dates: "war"."""
    copulas_past: frozenset[str] = frozenset()
    """Forms of to be that look back: "was"."""
    thirds_on: frozenset[str] = frozenset()
    """Words for a third behind which a preposition may stand: "late on Tuesday"."""
    windows_to: frozenset[tuple[str, ...]] = frozenset()
    """Words between a length and the day it ends on: "the five days to Monday"."""
    windows_from: frozenset[tuple[str, ...]] = frozenset()
    """Words between a length and the day it begins on: "the week from Monday"."""
    war_names: frozenset[tuple[str, ...]] = frozenset()
    """Those that name the theatre's war by themselves behind "since"."""
    beginnings: frozenset[str] = frozenset()
    """Nouns for such a start: "start"."""
