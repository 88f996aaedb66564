"""Where numbers may begin: one pass over the text, built from a language's words.

What is surely no quantity (dates, clock times, ordinals, telephone numbers, links) is
consumed here, so that no part of it is read as a number. Every repeat is bounded: the
pass is linear in the text, hostile or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.vocabulary.languages.number_words import NumberWords
from sayso.vocabulary.languages.unit_symbols import CURRENCY_CODES

DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3}){0,5},\d{3}(?!\d)(?:\.\d{1,9})?"
    r"|\d{1,3}(?:['’\u00a0\u2009\u202f]\d{3}){1,5}(?!\d)(?:[.,]\d{1,9}(?!\d))?"
    r"|[1-9]\d{0,2}(?: \d{3}){1,5}(?![,.]\d|-?\w)"
    r"|\d{1,3}(?:\.\d{3}){2,5}(?![\d.])"
    r"|\d{1,20}(?:\.\d{1,20}(?!\d))?"
    r"|\.\d{1,9})"
)
"""A number in figures, with the separators of several customs."""
FIGURES = re.compile(DIGITS)


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """What one language's words compile to."""

    start: re.Pattern[str]
    """Where a number may begin; groups `skip`, `code`, `digits`, `word`."""
    units: dict[str, tuple[tuple[str, str], ...]]
    """First word or sign of a unit -> (phrase, unit id), longest phrase first."""
    limits_after: re.Pattern[str]
    """A bound phrase after a number or its noun; group 1 is the phrase."""
    decimal_comma: re.Pattern[str]
    """What shows that a comma before one or two digits is a decimal comma."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A text as the number reader looks at it."""

    text: str
    folded: str
    """The text in lower case, character for character."""
    words: NumberWords
    patterns: Patterns


def open_scan(text: str, words: NumberWords) -> Scan:
    """Give the text with its lower-case twin of the same length."""
    return Scan(text, fold(text), words, compile_patterns(words))


def fold(text: str) -> str:
    """Give the text in lower case, with every character at its old offset.

    A line end inside a sentence, before a small letter, becomes a space.
    """
    text = WRAP.sub(lambda wrap: " " * len(wrap.group()), text)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


WRAP = re.compile(r"(?<=[^\n.!?:;])\n[ \t]{0,16}(?=[a-z])")
"""The end of a wrapped line."""


@cache
def compile_patterns(words: NumberWords) -> Patterns:
    """Build a language's patterns, once for each set of words."""
    later = "|".join(
        phrase.replace(" ", r"\s")
        for phrase in sorted(words.limits_after, key=len, reverse=True)
    )
    number = rf"\s(?:\d|{any_of(words.cardinals)}\b|an?\s)"
    comma = any_of({*words.scales, *words.suffixes, "%", "km", "per", "ha", "kg"})
    return Patterns(
        re.compile(_start_pattern(words)),
        _index_units(words),
        re.compile(rf"\+(?!\d)|[\s,-]{{1,2}}({later})\b(?!\sthan\s\d)(?!{number})"),
        re.compile(rf",(\d{{1,2}})(?=\s?(?:{comma}))"),
    )


def _start_pattern(words: NumberWords) -> str:
    skip = "|".join(_skipped(words))
    codes = any_of(code for code in CURRENCY_CODES if code.isalpha())
    return (
        rf"(?<![\w])(?:(?P<skip>{skip})"
        rf"|(?P<code>(?:{codes})\s?(?=\.?\d)|y=(?=\d)|\$(?:us|can|a)\s?(?=\d)|m?(?:usd|eur|gbp|aud)\s(?=\d))"
        rf"|(?P<digits>[½¼¾⅓⅔]|{DIGITS})"
        rf"|(?P<word>{_number_words(words)}))"
    )


def _number_words(words: NumberWords) -> str:
    """Every word a number may begin with, articles only before a number word."""
    groups = {*words.scales, *words.exact_groups, *words.fractions, words.hundred}
    scaled = rf"(?:{any_of(words.several_after_article)})\s(?:{any_of(words.scales)})"
    article = rf"(?:{any_of(words.articles)})[\s-](?=(?:{any_of(groups)}|{scaled})\b)"
    plain = {
        *words.cardinals,
        *words.scales,
        *words.vague,
        *words.several,
        words.half,
        words.hundred,
    }
    return rf"{article}|(?:{any_of(plain)})\b"


def _skipped(words: NumberWords) -> tuple[str, ...]:
    month = rf"(?:{any_of(words.months)})\b\.?"
    year = r"(?:1[0-9]|20)\d\d(?!\d)"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    through = rf"(?:\s?[-–]\s?|\s(?:and|to|or|until)\s)(?:{month}\s)?{day}(?!\w)"
    clock = any_of(words.clock_after)
    return (
        r"https?://\S{1,2000}|\[\d{1,3}\]|(?m:^)\d{1,2}[.)]\s(?=\S)",
        r"\d{1,3}°\s?\d{1,2}['′’](?:\s?\d{1,2}(?:\.\d{1,4})?[\"″”])?\s?[nsew]?",
        r"\d{1,3}\.\d{1,9}°\s?[nsew]\b",
        r"\d{4}-\d\d?-\d\d?(?:t[\d:.]{1,20}z?)?(?!\d)",
        rf"\d{{1,2}}(?:[.:]\d\d)?\s?(?:{clock})(?!\w)",
        r"\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,6})?(?!\d)",
        r"\d{1,2}h\d\d(?!\w)|(?<=at )[0-2]\d[0-5]\d hours?\b|0\d{3}\s?h(?:ou)?rs?\b",
        rf"(?!{_counts(words)}){month}\s{{1,16}}(?:the\s)?{day}(?![\w,]\d|\w)(?:{through})?(?:,?\s{year})?",
        rf"{day}(?:{through})?\s{{1,16}}(?:of\s)?{month}(?!\w)(?:,?\s{year})?",
        rf"{month},?\s(?:of\s)?{year}",
        r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d){1,2}(?![\w/-])",
        r"(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)(?![\w,.-]\d|\w)",
        r"(?:1[0-9]|20)?\d0s\b|\d{1,9}(?:,\d{3}){0,3}(?:st|nd|rd|th)\b",
        r"\+\d[\d\s()-]{8,20}\d|\(\d{3}\)\s?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}",
        r"(?:24/7|9/11|7/7)(?!\d)",
        r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d)",
    )


def _counts(words: NumberWords) -> str:
    """Pattern of "march 14 soldiers" behind "in": the number counts, it is no day."""
    before = sorted(words.months_after | words.months_of)
    opened = "|".join(rf"(?<=\b{re.escape(w)}\s)" for w in before)
    noun = rf"(?:{any_of(words.plurals)}|[a-z]{{2,24}}[a-rt-z]s)\b"
    month = rf"(?:{any_of(words.months)})"
    found = rf"(?:{opened}){month}\s\d{{1,2}}\s(?:[a-z]{{3,24}}\s)?{noun}"
    if not words.people:
        return found
    people = any_of(words.people)
    return rf"(?:{found}|(?<!\bon\s){month}\s\d{{1,2}}\s(?:{people})\b)"


def _index_units(words: NumberWords) -> dict[str, tuple[tuple[str, str], ...]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for phrase, unit in sorted(words.units.items(), key=lambda row: -len(row[0])):
        first = FIRST.match(phrase)
        if first:
            index.setdefault(first.group(), []).append((phrase, unit))
    return {first: tuple(rows) for first, rows in index.items()}


FIRST = re.compile(r"[^\W_]+|[^\w\s]")
"""The first word or sign of what follows a number."""


def any_of(words: Iterable[str]) -> str:
    """Give a pattern for any of the words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
