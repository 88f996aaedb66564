"""The numbers of a language that declines its number words and has no articles.

What `number_words` is for English; the reader of these is
`sayso.reading.numbers.cased`. Every word is in lower case, "ё" as "е", with straight
apostrophes; phrases are words with single blanks between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sayso.vocabulary.languages.number_words import Limit


@dataclass(frozen=True, slots=True)
class Few:
    """Words for a few, and the least number that they are recorded as."""

    least: int
    words: frozenset[str]


def each_form(forms: Mapping[int, str]) -> Mapping[str, Decimal]:
    """Give word -> number from number -> its forms, blanks between them."""
    return {
        word: Decimal(number)
        for number, words in forms.items()
        for word in words.split()
    }


@dataclass(frozen=True, slots=True, eq=False)
class CaseNumbers:
    """Number words, bounds, units and what surrounds them, in one language."""

    cardinals: Mapping[str, Decimal]
    """Every form of 0 to 900, collective numerals with them."""
    scales: Mapping[str, Decimal]
    """Every form of thousand, million, thousand million."""
    groups: Mapping[str, Decimal]
    """Every form of the nouns for ten and a hundred."""
    ones: frozenset[str]
    """Forms of scales and groups that are surely singular: one thousand."""
    either: frozenset[str]
    """Forms that are one of them behind a bound and several without: "тысячи"."""
    abbreviated: frozenset[str]
    """Scales whose full stop belongs to them: "тыс"."""
    halves: Mapping[str, Decimal]
    """One and a half, half a thousand and their like."""
    half: str
    """A half written apart from its scale: "пів тисячі"."""
    with_half: tuple[frozenset[str], str]
    """Two words that add a half: "две с половиной тысячи"."""
    few: tuple[Few, ...]
    couples: frozenset[str]
    both: frozenset[str]
    same_again: tuple[str, ...]
    """Phrases that repeat the number before: "столько же"."""
    times: Mapping[str, Decimal]
    """Adverbs that count times: "дважды"."""
    times_nouns: frozenset[str]
    """Nouns for times: "раз"."""
    fractions: Mapping[str, Decimal]
    """Nouns for a part of a whole -> percent."""
    parts: Mapping[str, Decimal]
    """Words for the lower number of a fraction: "три пятых"."""
    limits_before: Mapping[Limit, tuple[str, ...]]
    range_between: str
    """The one of them that "and" joins: "между"."""
    limits_after: Mapping[Limit, tuple[str, ...]]
    loose_before: tuple[str, ...]
    """Prepositions before a nominative that make it about so many: "с десяток"."""
    nominatives: frozenset[str]
    """Round cardinals as they stand behind these."""
    inside: frozenset[str]
    """Prepositions between a bound and its number: "приблизно в 1700"."""
    plain_before: frozenset[str]
    """Words that may stand between a bound and its number, or before it."""
    kept_before: frozenset[str]
    """Those of them that belong to the span."""
    growth: tuple[str, ...]
    """Beginnings of words after which `range_word` names the new total."""
    joiners: tuple[str, ...]
    range_word: str
    """What joins the ends of a range, and elsewhere is a bound: "до"."""
    from_words: frozenset[str]
    either_words: frozenset[str]
    """What joins two neighbouring numbers to a range: "или"."""
    or_phrases: frozenset[str]
    """The same in two words behind a comma: "не то"."""
    units: tuple[tuple[str, tuple[str, ...]], ...]
    """Unit id and its phrases; a star stands for any ending."""
    zeros: frozenset[str]
    """Words that count nothing before a noun."""
    zero_ones: frozenset[str]
    """What follows some of them: "ни одного"."""
    zero_needs_one: frozenset[str]
    """Those of them that are no zero without it."""
    nobody: frozenset[str]
    none_of: tuple[str, ...]
    """Prepositions that count nothing of a noun for people harmed: "без"."""
    none_after: frozenset[str]
    """Words that count nothing of the noun before them: "жертв нет"."""
    none_about: frozenset[str]
    """Words before a noun that is told of and not denied: "данных о жертвах нет"."""
    none_happened: tuple[str, ...]
    """Beginnings of verbs that, denied, count nothing: "не пострадали"."""
    negation: str
    aged: frozenset[str]
    """Words in the dative behind which a bare number is somebody's age: "одному 34"."""
    aged_link: frozenset[str]
    """Words and marks that may stand between the two: "було"."""
    months: frozenset[str]
    clock_after: frozenset[str]
    ordinal_endings: frozenset[str]
    """What is joined by a hyphen to the digits of an ordinal: "30-й"."""
    numeral_endings: frozenset[str]
    """What is joined to the digits of a number: "54-ма"."""
    age_endings: tuple[str, ...]
    """Beginnings of adjectives joined to a number: "70-летний"."""
    models_behind: tuple[str, ...]
    """Stems of words that a model's name follows: "тип"."""
    list_joiners: frozenset[str]
    """Words between the last two of a list: "и"."""
    labels_before: frozenset[str]
    """Nouns that a number names and does not count."""
    labels_after: frozenset[str]
    """Units that a bare number before them names: "72 бригада"."""
    stops: frozenset[str]
    """Words that end a noun phrase."""
    year_before: frozenset[str]
    """Words before four bare digits that make them a year."""
    date_joiners: frozenset[str]
    """What joins two days of one month: "с 18 на 19 апреля"."""
    of_whole: frozenset[str]
    """Words between a part and its whole: "из", "з"."""
    not_feminine: frozenset[str]
    """Numbers that no noun in "-ли" follows: "два", where masculine nouns have none."""
    of_them: tuple[str, str]
    containers: frozenset[str]
    """Nouns whose genitive says what is counted: "единиц техники"."""
    approximators: frozenset[str]
    """Nouns in the genitive that stand before their number: "человек 30"."""
