"""A language's time words made ready for looking up, once per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from sayso.reading.times.tokens import Tokens
from sayso.vocabulary.languages import Language
from sayso.vocabulary.languages.time_words import TimeWords

DASHES = frozenset("-–—‑−")
"""Signs that join "mid-March" and "2014-15"."""

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word -> (words of the phrase, what it means), longest first."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Time words of one language with what is derived from them."""

    words: TimeWords
    cardinals: Mapping[str, int]
    """Number words below a hundred."""
    heads: frozenset[str]
    """Words that may begin a time phrase; digits may too."""
    references: Phrases
    modifiers: Phrases
    holidays: Phrases
    endings: Phrases
    before_year: frozenset[str]


@lru_cache(maxsize=8)
def make_lexicon(language: Language) -> Lexicon:
    """Give the language's words, indexed; the same object for the same language."""
    words = language.times
    cardinals = {
        word: int(number)
        for word, number in language.numbers.cardinals.items()
        if number < 100
    }
    tables = [
        _phrases(table)
        for table in (
            words.references,
            words.modifiers,
            words.holidays,
            words.ending_units,
        )
    ]
    single = (
        words.months, words.weekdays, words.units, words.seasons, words.day_parts,
        words.points, words.sets, words.every, words.last, words.before, words.next,
        words.after, words.this, words.same, words.recent, words.articles, words.one,
        words.few, words.half, words.ordinals, words.starts, words.middles, words.ends,
        words.earlier, words.later, words.quarter_marks, words.fiscal, cardinals,
        words.thens,
        [name[0] for name in words.war_names],
    )  # fmt: skip
    return Lexicon(
        words=words,
        cardinals=cardinals,
        heads=frozenset(
            [word for table in (*single, *tables) for word in table]
            + [f"{word}s" for word in words.weekdays if word.endswith("day")]
        ),
        references=tables[0],
        modifiers=tables[1],
        holidays=tables[2],
        endings=tables[3],
        before_year=words.year_before | words.on | words.since | words.until,
    )


def match_phrase(tokens: Tokens, at: int, phrases: Phrases) -> tuple[int, str] | None:
    """Give the token after the longest phrase that begins here and its meaning."""
    for parts, meaning in phrases.get(tokens.lower[at], ()):
        if tuple(tokens.lower[at : at + len(parts)]) == parts:
            return at + len(parts), meaning
    return None


def _phrases(table: Mapping[str, str]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in table.items():
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append((parts, meaning))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0])))
        for first, rows in found.items()
    }
