"""The part of a language that number reading needs: what a language file fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Limit(StrEnum):
    """What a phrase beside a number does to it."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    """Either side: "about", "some"."""
    NEARLY = "nearly"
    """A little under: "nearly", "almost", "close to"."""
    NONE = "none"
    """Nothing, but other phrases may stand before it: "only", "a total of"."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """Number words, bound phrases, units and nouns of one language, in lower case.

    Compared and hashed by identity, so that patterns are built once for each.
    """

    cardinals: Mapping[str, int]
    """Words below a hundred: "seven" -> 7, "forty" -> 40."""
    hundred: str
    """The word that multiplies what stands before it by a hundred."""
    scales: Mapping[str, Decimal]
    """Words that multiply and close a group: "thousand", "million", "dozen"."""
    suffixes: Mapping[str, Decimal]
    """Scales glued to digits: "k", "bn"."""
    fractions: Mapping[str, Decimal]
    """Names of parts, singular and plural: "third", "thirds" -> 3 to a whole."""
    quarters: frozenset[str]
    """Those that are never an ordinal: "quarter"."""
    vague: Mapping[str, Decimal]
    """Plural number words and the least they stand for: "dozens" -> 24."""
    several: Mapping[str, Decimal]
    """Words that count a scale or a thing vaguely: "several" -> 3."""
    several_after_article: Mapping[str, Decimal]
    """The same where an article stands before: "a few" -> 3."""
    vague_with_of: frozenset[str]
    """Vague words that are numbers only before "of": "scores"."""
    added_parts: Mapping[str, Decimal]
    """What the joiner may add to a number: "a half" -> 0.5."""
    exact_groups: Mapping[str, Decimal]
    """Nouns that name a number after an article: "couple" -> 2, "dozen" -> 12."""
    half_not_after: frozenset[str]
    """Words after which `half` is a stretch of time or play: "the first half"."""
    loose_groups: frozenset[str]
    """Those that allow a little more: "couple"."""
    half: str
    """The word for one half."""
    point: str
    """The word that opens decimals: "point"."""
    joiner: str
    """What joins the parts of a number word: "and"."""
    articles: frozenset[str]
    """Indefinite articles."""
    limits_before: Mapping[str, Limit]
    """Phrases before a number: "no fewer than" -> at_least."""
    spatial: frozenset[str]
    """Bound words that are also prepositions of place: "over"."""
    spatial_before: frozenset[str]
    """Words after which those bound nothing: "control over"."""
    topical: frozenset[str]
    """Bound words that also name a topic: "about"."""
    topical_before: frozenset[str]
    """Words after which those bound nothing: "talks about"."""
    limits_at_number: frozenset[str]
    """Those of `limits_after` that only touch the number: "plus"."""
    limits_after: Mapping[str, Limit]
    """Phrases after a number or its noun: "or more" -> at_least."""
    between: frozenset[str]
    """Words that open a range: "between"."""
    range_joiners: frozenset[str]
    """Words between the ends of a range: "to"."""
    ratios: frozenset[str]
    """Phrases between a part and its whole: "one in three"."""
    either: str
    """The word between two alternatives: "or"."""
    than: str
    """The word behind a comparative: "than"."""
    change: str
    """The word that opens a change between two numbers: "from"."""
    change_joiners: frozenset[str]
    """Phrases before the second number of a change: "to"."""
    growth: frozenset[str]
    """Verbs behind which these give a new total: "has risen up to"."""
    ranging: frozenset[str]
    """Words before `change` that make it a range after all: "ranging"."""
    negative: frozenset[str]
    """Words for a minus sign."""
    prefixes: Mapping[str, Limit]
    """What a hyphen may bind before a number: "sub-300"; all else makes a name."""
    units: Mapping[str, str]
    """Phrase -> unit id: "square kilometres" -> "km2"."""
    rates: frozenset[str]
    """Words that open a rate after a unit: "per"."""
    rate_units: frozenset[str]
    """What an article may rate by: "$5 a month"."""
    rate_stops: frozenset[str]
    """What makes "a year" after money a time and no rate: "earlier"."""
    age_after: frozenset[str]
    """Words that make a duration an age: "old"."""
    age_before: frozenset[str]
    """Words that make a bare number an age: "aged"."""
    person_subjects: frozenset[str]
    """Pronouns of a person: "he was 34"."""
    person_verbs: frozenset[str]
    """Verbs between such a pronoun and an age."""
    months: tuple[str, ...]
    """Month names and their short forms: a number beside one is a date."""
    months_after: frozenset[str]
    """Words before a whole month: a number behind it counts ("in March 14 men")."""
    year_before: frozenset[str]
    """Words before a bare year: "in", "since"."""
    size_words: frozenset[str]
    """What a hyphen may bind to a count of people: "10,000-strong"."""
    labels_before: frozenset[str]
    """Nouns that a number names and does not count: "resolution", "highway"."""
    labels_after: frozenset[str]
    """Unit designations after a number that names them: "12 Brigade"."""
    persons: frozenset[str]
    """Nouns that an age follows with "of": "a man of 58"."""
    clock_before: tuple[str, ...]
    """Words before an hour; after the first of them even a bare number is one."""
    clock_after: frozenset[str]
    """Words that make a number an hour of the day: "a.m.", "o'clock", "hrs"."""
    stops: frozenset[str]
    """Words that end a noun phrase: prepositions, pronouns, auxiliaries, verbs."""
    determiners: frozenset[str]
    """Words between "of" and a counted noun: "two of our colleagues"."""
    pronouns: frozenset[str]
    """Those after which nothing is counted: "two of them"."""
    of: str
    """What links a vague number to what it counts: "dozens of villages"."""
    plurals: Mapping[str, str]
    """Plurals that no rule gives, with their singular: "people", "aircraft"."""
    singular_s: frozenset[str]
    """Words in -s that are no plural nouns: "across", "says"."""
    ending_nouns: frozenset[str]
    """Nouns that end as participles or adverbs do: "building", "wounded"."""
    models: frozenset[str]
    """Makes that a number after them names a model of: "Leopard 2"."""
    containers: frozenset[str]
    """Plurals whose of-phrase says what is counted: "pieces of equipment"."""
    modifiers: frozenset[str]
    """Plurals that stand before the noun that is counted: "special forces soldiers"."""
    attributive: frozenset[str]
    """Words of `stops` that may also stand before a noun: "live turtles"."""
    substantives: frozenset[str]
    """Adjectives that count as nouns after a number: "dead", "others"."""
    zeros: frozenset[str]
    """Words that count nothing before a noun: "no"."""
    negation: str
    """What makes a single a zero: "not a drone"."""
    nobody: frozenset[str]
    """Phrases that count nothing by themselves: "nobody", "not one"."""
    masses: frozenset[str]
    """Nouns of the stuff in `containers`: "equipment" in pieces."""
    qualities: frozenset[str]
    """Adjectives behind a noun that say something of it: "a man responsible for"."""
    no_person: frozenset[str]
    """Those of `nobody` that are of people: "no one"."""
    no_single: frozenset[str]
    """What after an article counts nothing: "a few", "a number of"."""
    not_zero: frozenset[str]
    """What after `zeros` is no count: "no longer", "no fewer"."""
    one: str
    """The word for one, which is also a pronoun."""
    pronoun_before: frozenset[str]
    """Words that make `one` a pronoun: "no one", "this one"."""
    pronoun_always: frozenset[str]
    """Those that do so even before a noun: "no one"."""
    predicates: frozenset[str]
    """Verbs that make a bare number beside them a count: "12 were", "Kill 22"."""
    level_verbs: frozenset[str]
    """Words before "at" and a figure that is a level and no hour: "stands at 19"."""
    eras: frozenset[str]
    """What makes the number before it a year: "B.C."."""
    pronoun_after: frozenset[str]
    """Words that make `one` a pronoun: "one another"."""
    another: str
    """One more."""
    both: str
    """Two, all there are."""
    tellers: frozenset[str] = frozenset()
    """Nouns by which a headline ends with who says it: "Raid kills 12 Officials"."""
    months_of: frozenset[str] = frozenset()
    """Phrases before a month of which no day follows: "the first week of"."""
    people: frozenset[str] = frozenset()
    """Nouns that a number behind a month counts, unless "on" stands before."""
