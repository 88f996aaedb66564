"""Which language a text is in, where it shows it plainly; else nothing is said.

By script, then by letters and function words. It routes documents to a reader: a text
in doubt is left without a language and read like any other, so doubt must be small
before a text is set aside. Method: our own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from sayso.intake.function_words import (
    ARABIC,
    CYRILLIC,
    LATIN,
    SCRIPT_LANGUAGES,
    SCRIPTS,
)

_LOOK = 20_000
"""Characters looked at; a page of newsprint has 6,000."""
_MOST_WORDS = 1_500
_FEWEST_LETTERS = 20
_FEWEST_WORDS = 6
"""Function words of the language that is named."""
_LEAST_SHARE = 0.12
"""Of all words; prose in the languages listed has 25 to 45 % (our own counts)."""
_LEAD = 1.5
"""Times as many as of any other language, without the words that both have."""
_WORD = re.compile(r"[^\W\d_]{1,40}")
_FIRSTS = [first for _, first, _ in SCRIPTS]
_MARK_WEIGHT = 2
"""A letter that sets a language apart counts as two of its function words."""


def detect_language(text: str) -> str | None:
    """Give the ISO 639-1 code of the language most of a text is in.

    Returns:
        None where the text is short, mixed, or in a language we have no words of.
    """
    head = text[:_LOOK]
    scripts = Counter(script for c in head if (script := _script_of(c)) is not None)
    letters = scripts.total()
    if letters < _FEWEST_LETTERS:
        return None
    script, most = scripts.most_common(1)[0]
    if scripts["kana"] * 10 > letters and script in ("han", "kana"):
        return "ja"
    if most * 2 < letters:
        return None
    words = [word.lower() for word in _WORD.findall(head)[:_MOST_WORDS]]
    match script:
        case "latin":
            return _by_words(words)
        case "cyrillic":
            return _by_marks(words, CYRILLIC)
        case "arabic":
            return _by_marks(words, ARABIC)
        case _:
            return SCRIPT_LANGUAGES[script]


def _script_of(character: str) -> str | None:
    """Give the script of a letter; None for digits, signs and rare scripts."""
    code = ord(character)
    at = bisect_right(_FIRSTS, code) - 1
    if at < 0 or code > SCRIPTS[at][2] or not character.isalpha():
        return None
    return SCRIPTS[at][0]


def _by_words(words: list[str]) -> str | None:
    counts = Counter(words)
    scores = Counter(
        {code: sum(counts[word] for word in known) for code, known in LATIN.items()}
    )
    ((code, best),) = scores.most_common(1)
    is_plain = best >= _FEWEST_WORDS and best >= _LEAST_SHARE * len(words)
    own = LATIN[code]
    is_ahead = all(
        _count_of(own - other, counts) >= _LEAD * _count_of(other - own, counts)
        for other in LATIN.values()
    )
    return code if is_plain and is_ahead else None


def _count_of(known: frozenset[str], counts: Mapping[str, int]) -> int:
    return sum(counts[word] for word in known)


def _by_marks(
    words: list[str], languages: Mapping[str, tuple[str, frozenset[str]]]
) -> str | None:
    counts = Counter(words)
    letters = Counter("".join(words))
    scores = Counter(
        {
            code: sum(counts[word] for word in known)
            + _MARK_WEIGHT * sum(letters[mark] for mark in marks)
            for code, (marks, known) in languages.items()
        }
    )
    (code, best), (_, second) = scores.most_common(2)
    return code if best >= 2 and best > second else None
