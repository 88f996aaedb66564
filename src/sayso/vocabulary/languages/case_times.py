"""The times of a language that declines its names of months and days.

What `time_words` is for English; the reader of these is `sayso.reading.times.cased`.
Every word is in lower case, "ё" as "е", with straight apostrophes. A stem stands for
every word that begins with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


def each_word(forms: Mapping[str, str]) -> Mapping[str, str]:
    """Give word -> meaning from meaning -> its words, blanks between them."""
    return {word: meaning for meaning, words in forms.items() for word in words.split()}


def numbered(rows: tuple[str, ...], first: int) -> Mapping[str, int]:
    """Give word -> number from rows of forms, counted from `first`."""
    return {
        word: number for number, row in enumerate(rows, first) for word in row.split()
    }


@dataclass(frozen=True, slots=True, eq=False)
class CaseTimes:
    """Words of one language that name times, by what they do in a phrase."""

    months: Mapping[str, int]
    """Every form -> 1 to 12."""
    short_months: Mapping[str, int]
    """Abbreviations, which need a day or a year beside them."""
    weekdays: Mapping[str, int]
    """Every form -> 0 (Monday) to 6."""
    weekday_stems: Mapping[str, int]
    units: Mapping[str, str]
    """Every form of a unit -> D, W, M, Q, Y."""
    seasons: Mapping[str, str]
    """Every form of a season -> SP, SU, FA, WI."""
    points: Mapping[str, int]
    """Word for a day -> days from the day of writing."""
    point_stems: Mapping[str, int]
    """Stems of their adjectives: "вчерашн" -> -1."""
    year_points: Mapping[str, int]
    """Word for a year -> years from the year of writing: "торік" -> -1."""
    nights: frozenset[str]
    """Every form of night: the night that ended on the day."""
    night_stems: tuple[str, ...]
    """Stems of its adjective."""
    day_parts: frozenset[str]
    """Other parts of a day, which stay inside it."""
    last: tuple[str, ...]
    """Stems for the one before, up to now: "последн", "минувш"."""
    previous: tuple[str, ...]
    """Stems for the calendar's one before: "прошл"; also up to now where a day
    follows."""
    before_last: tuple[str, ...]
    """Stems for the calendar's one before that: "позапрошл"."""
    this: frozenset[str]
    next: tuple[str, ...]
    """Stems for the one to come."""
    nearest: tuple[str, ...]
    """Those of them that begin today: "ближайший месяц"."""
    following: tuple[str, ...]
    """Stems for the day after the one named last."""
    same: frozenset[tuple[str, ...]]
    """Two words for the one named last: ("тот", "же")."""
    ago: frozenset[str]
    earlier: frozenset[str]
    """Before what was named last."""
    eve: frozenset[str]
    """The day before: "накануне"."""
    during: frozenset[tuple[str, ...]]
    """Words before a stretch that is counted over: ("за",), ("в", "течение")."""
    since: frozenset[str]
    until: frozenset[str]
    into: frozenset[str]
    """What joins a night to the day it ends on: "на", "проти"."""
    between: frozenset[str]
    joiners: frozenset[str]
    """What joins two dates to a range, with an opener before them."""
    of_two: frozenset[str]
    """What joins the two days of a night: "с 18 на 19"."""
    starts: frozenset[str]
    middles: frozenset[str]
    ends: frozenset[str]
    first_half: frozenset[str]
    second_half: frozenset[str]
    half: frozenset[str]
    """Forms of "half" behind these."""
    decades: frozenset[str]
    """Forms of the word for ten days of a month: "декаду"."""
    decade_parts: Mapping[str, frozenset[str]]
    """START, MID, END -> what stands before them: "первую", "последнюю"."""
    as_of: frozenset[tuple[str, ...]]
    """Words before a date that is the last day of a total."""
    now: frozenset[tuple[str, ...]]
    """Phrases for the day of writing as the last of a total."""
    since_then: frozenset[tuple[str, ...]]
    """Phrases for the time from the day named last: "с тех пор"."""
    same_stretches: frozenset[tuple[str, ...]]
    """Phrases for the stretch told before: "за это время"."""
    wars: tuple[str, ...]
    """Stems of what a theatre's first day began."""
    big: tuple[str, ...]
    """Stems of adjectives before them."""
    years: frozenset[str]
    """Words for year behind its number."""
    year_endings: frozenset[str]
    """What is joined to a year: "2022-го"."""
    day_endings: frozenset[str]
    """What is joined to a day: "17-го"."""
    date_word: frozenset[str]
    """What follows a bare day: "числа"."""
    every: tuple[str, ...]
    """Stems and words of repeated times: "каждую", "щодня"."""
    quarters: Mapping[str, int]
    """Ordinals before a quarter of a year -> 1 to 4."""
    weekends: frozenset[str]
    fillers: frozenset[str]
    """Words between a preposition and a unit that change nothing: "всю", "одну"."""
    clock_words: frozenset[str]
    """What stands with a clock time: "мск"."""
    places_before: frozenset[str]
    """Words before a year that make it one."""
    day_ordinals: Mapping[str, int]
    """Neuter ordinals for days: "девятого" -> 9."""
    day_tens: Mapping[str, int]
    """What stands before one of them: "двадцать" -> 20."""
    past_endings: tuple[str, ...]
    """Endings of verbs in the past."""
    firsts: tuple[str, ...]
    """Stems for the first of several: "первые пять месяцев года"."""
    later_by: frozenset[str]
    """Words before a length that leads ahead: "через"."""
    clock_before: frozenset[str]
    """Words before a clock time: "о", "на"."""
    that: frozenset[str]
    """Words before a unit for the one told last: "того дня"."""
    before_that: frozenset[tuple[str, ...]]
    """Words behind a unit for the one before what was told: ("до", "того")."""
    digests: frozenset[str]
    """Units that open the heading of what sums them up: "доба", no "день"."""
    perfective_prefixes: tuple[str, ...]
    """Prefixes that make a verb's present form a future."""
    future_endings: tuple[str, ...]
    """Endings of such forms."""
    imperfective_endings: tuple[str, ...]
    """Endings of forms with a suffix or stem that keeps them in the present."""
    ahead: frozenset[str]
    """Words that put a date after the day of writing."""
