"""Which language a text is in, where it shows it; else nothing is said.

By script, then by letters and function words. It routes documents to a reader, so one
line in another script is enough to be no English; in one's own script a text in doubt
is left without a language, and doubt must be small before it is set aside. Method: our
own; BENCHMARKS.md has it beside py3langid (BSD), which must be told which languages
there are and then calls a Bulgarian or Serbian text one of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.intake.function_words import (
    ARABIC,
    CYRILLIC,
    LATIN,
    LATIN_LETTERS,
    SCRIPT_LANGUAGES,
    SCRIPTS,
)
from sayso.intake.letter_pieces import LENGTHS, PIECES

_LOOK = 20_000
"""Characters looked at; a page of newsprint has 6,000."""
_MOST_WORDS = 1_500
_FEWEST_LETTERS = 3
"""Letters of a text that can be in a language at all."""
_FEWEST_WORDS = 6
"""Function words of the language that is named."""
_LEAST_SHARE = 0.12
"""Of all words; prose in the languages listed has 25 to 45 % (our own counts)."""
_LEAD = 1.5
"""Times as many as of any other language, without the words that both have."""
_SHORT = 40
"""Words of a text in which few signs of another language are enough."""
_FEW_SIGNS = 3
"""Two for each different word of the language, one for each with a letter of it that
English has not."""
_SHORT_SHARE = 0.3
_WORD = re.compile(r"[^\W\d_]{1,40}")
_ADDRESS = re.compile(r"https?://\S{1,500}|@[\w-]{2,60}")
"""Addresses and names of accounts are in no language."""
_FIRSTS = [first for _, first, _ in SCRIPTS]
_PARTING = re.compile("ъ(?=[еёюя])")
"""A vowel of Bulgarian, where it only parts letters, as it does in Russian."""
_MARK_WEIGHT = 2
"""A letter that sets a language apart counts as two of its function words."""
_STRANGE_WEIGHT = 3
"""A letter that a language has not counts against it as three of its words do."""
_PIECE_WEIGHT = 0.5
"""A run of letters e times likelier in a language counts as half a word of it."""


def detect_language(text: str) -> str | None:
    """Give the ISO 639-1 code of the language most of a text is in.

    Returns:
        None where the text is mixed, shows no language, or is in one we have no words
        of; a text in another script than a language's is never called that language.
    """
    head = text[:_LOOK]
    script = find_script(head)
    words = _WORD.findall(head)[:_MOST_WORDS]
    match script:
        case None:
            return None
        case "latin":
            return _by_words([word.lower() for word in words]) or _by_few_words(words)
        case "cyrillic":
            return _by_alphabets([word.lower() for word in words])
        case "arabic":
            return _by_marks([word.lower() for word in words], ARABIC)
        case _:
            return SCRIPT_LANGUAGES[script]


def find_script(text: str) -> str | None:
    """Give the script that most letters of a text are in, None without a majority."""
    plain = _ADDRESS.sub(" ", text)
    if plain.isascii():
        letters = sum(map(str.isalpha, plain))
        return "latin" if letters >= _FEWEST_LETTERS else None
    scripts: dict[str, int] = {}
    for character, count in Counter(plain).items():
        script = _script_of(character)
        if script is not None:
            scripts[script] = scripts.get(script, 0) + count
    letters = sum(scripts.values())
    if letters < _FEWEST_LETTERS:
        return None
    first = max(scripts, key=lambda script: scripts[script])
    if scripts.get("kana", 0) * 10 > letters and first in ("han", "kana"):
        return "kana"
    return first if scripts[first] * 2 >= letters else None


def has_foreign_letters(text: str, language: str) -> bool:
    """True where a text has a letter of its script that a language has not.

    Always True of a script whose alphabets are not listed.
    """
    if language not in CYRILLIC:
        return True
    alphabet = CYRILLIC[language][0]
    letters = set(text.lower()).difference(alphabet)
    return any(_script_of(letter) == "cyrillic" for letter in letters)


def script_of_language(code: str) -> str | None:
    """Give the script that a language is written in, None for one we do not know."""
    if code in LATIN:
        return "latin"
    if code in CYRILLIC:
        return "cyrillic"
    if code in ARABIC:
        return "arabic"
    scripts = (script for script, known in SCRIPT_LANGUAGES.items() if known == code)
    return next(scripts, None)


@cache
def words_alone(language: str) -> frozenset[str]:
    """Give the words by which a language is told that no other of its script has."""
    tables = (
        LATIN,
        {code: words for code, (_, _, words) in CYRILLIC.items()},
        {code: words for code, (_, words) in ARABIC.items()},
    )
    for table in tables:
        if language in table:
            others = (known for code, known in table.items() if code != language)
            return table[language].difference(*others)
    return frozenset()


@lru_cache(4096)
def _script_of(character: str) -> str | None:
    """Give the script of a letter; None for digits, signs and rare scripts."""
    code = ord(character)
    at = bisect_right(_FIRSTS, code) - 1
    if at < 0 or code > SCRIPTS[at][2] or not character.isalpha():
        return None
    return SCRIPTS[at][0]


def _by_words(words: list[str]) -> str | None:
    counts = Counter(words)
    scores = Counter({code: _count_of(known, counts) for code, known in LATIN.items()})
    ((code, best),) = scores.most_common(1)
    is_plain = best >= _FEWEST_WORDS and best >= _LEAST_SHARE * len(words)
    is_ahead = is_plain and all(
        _count_of(own, counts) >= _LEAD * _count_of(others, counts)
        for own, others in _apart(code)
    )
    return code if is_ahead else None


@cache
def _apart(code: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Give what a language has alone and what another has alone, for each other."""
    own = LATIN[code]
    return tuple((own - other, other - own) for other in LATIN.values())


def _by_few_words(words: list[str]) -> str | None:
    """Give the language of a line or two that has no word of English and some of it.

    A capital begins a name, and names are foreign everywhere: only the first word and
    those in lower case count.
    """
    known = {w.lower() for at, w in enumerate(words) if at == 0 or w.islower()}
    if len(words) > _SHORT or known & words_alone("en"):
        return None
    scores = Counter({code: _signs_of(code, known) for code in LATIN if code != "en"})
    (code, best), (_, second) = scores.most_common(2)
    is_plain = best >= _FEW_SIGNS and best >= _SHORT_SHARE * len(words)
    return code if is_plain and best > second else None


def _signs_of(code: str, words: set[str]) -> int:
    letters = LATIN_LETTERS.get(code, "")
    return sum(
        2 * (word in LATIN[code] and len(word) > 1) + any(c in letters for c in word)
        for word in words - LATIN["en"]
    )


def _count_of(known: frozenset[str], counts: Mapping[str, int]) -> int:
    return sum(counts[word] for word in counts.keys() & known)


def _by_alphabets(words: list[str]) -> str | None:
    """Give the language by its own letters and words, then by runs of letters.

    Runs of letters are known of Russian and Ukrainian only; another language must be
    ahead of both by a letter of its own or two words.
    """
    words = [word for word in words if _script_of(word[0]) == "cyrillic"]
    counts, letters = Counter(words), Counter(_PARTING.sub("", "".join(words)))
    scores = {
        code: _count_of(known, counts)
        + _MARK_WEIGHT * sum(letters[mark] for mark in own)
        - _STRANGE_WEIGHT * sum(n for c, n in letters.items() if c not in alphabet)
        for code, (alphabet, own, known) in CYRILLIC.items()
    }
    best = max(scores, key=lambda code: scores[code])
    if scores[best] >= max(scores[code] for code in PIECES) + _MARK_WEIGHT:
        return best
    pieces = Counter(
        f"_{word}_"[at : at + length]
        for word in words
        for length in LENGTHS
        for at in range(len(word) + 3 - length)
    )
    told = {
        code: scores[code]
        + _PIECE_WEIGHT * sum(pieces[piece] * weight for piece, weight in known.items())
        for code, known in PIECES.items()
    }
    code = max(told, key=lambda known: told[known])  # of two alike the first
    return code if told[code] > 0 else None


def _by_marks(
    words: list[str], languages: Mapping[str, tuple[str, frozenset[str]]]
) -> str | None:
    counts = Counter(words)
    letters = Counter("".join(words))
    return _ahead(
        {
            code: sum(counts[word] for word in known)
            + _MARK_WEIGHT * sum(letters[mark] for mark in marks)
            for code, (marks, known) in languages.items()
        }
    )


def _ahead(scores: Mapping[str, float]) -> str | None:
    """Give the code with the highest score, None where two share it."""
    (code, best), (_, second) = Counter(scores).most_common(2)
    return code if best > second else None
