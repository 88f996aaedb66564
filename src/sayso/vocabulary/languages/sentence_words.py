"""What a language gives the splitter of sentences: words whose full stop ends none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class SentenceWords:
    """Abbreviations of one language, in lower case, without their last full stop."""

    abbreviations: frozenset[str]
    """Those after which the sentence goes on: "gen", "ул"."""
    may_end: frozenset[str] = frozenset()
    """Those that may be a sentence's last word: "тыс" before a capital."""
    clause_joiners: frozenset[str] = frozenset()
    """Words that join a clause to the one before: "and", "while"."""
    day_prepositions: frozenset[str] = frozenset()
    """Words before a day or a month: "on", "in"."""
    word_joiners: frozenset[str] = frozenset()
    """Words that join two words of one sort: "and", "or"."""
    respectively: frozenset[str] = frozenset()
    """Words by which the first of some figures is the first name's, and so on."""
