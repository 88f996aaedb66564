"""Stretches of a text in another language than its own: lines, sentences, quotations.

What a reader of one language makes of another's words is nobody's claim, so these
stretches are set apart before a reading is believed. A name or two in another script
("Київ") is no such stretch. Refuses to guess: what shows no other language is the
text's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.intake.languages import (
    detect_language,
    find_script,
    has_foreign_letters,
    script_of_language,
    words_alone,
)

_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?]+(?!\s)[^\n.!?]+)*[.!?]*[\"'”’»“]?")
"""A line or a sentence of it; a full stop inside "2.5" or "U.S." ends none."""
_QUOTED = re.compile(r"“[^“”\n]{8,}”|«[^«»\n]{8,}»|„[^„“”\n]{8,}[“”]|\"[^\"\n]{8,}\"")
_WORD = re.compile(r"[^\W\d_]+")
_RUN = 3
"""Words in another script that make a stretch; fewer are a name."""
_LINE = 2
"""Words in another script that make a stretch where no other words stand by them."""
_FEWEST_WORDS = 3
"""Words of a sentence in the same script that may show its language."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A stretch [start, end) in another language."""

    start: int
    end: int
    language: str | None
    """ISO 639-1 code; None where only the script shows that it is another."""


@lru_cache(4)
def find_foreign(text: str, language: str) -> tuple[Foreign, ...]:
    """Give the stretches of a text that are not in its language, in order.

    A text is asked about twice in a row (what is dropped, what is read in another
    language), so the last answers are kept.

    Args:
        text: Any text.
        language: ISO 639-1 code of the text's own language.

    Returns:
        Stretches that do not overlap, without white space at their ends. The time
        grows with the length of the text.
    """
    script = script_of_language(language)
    if script is None:
        return ()
    own = words_alone(language)
    found: list[Foreign] = []
    for match in _SENTENCE.finditer(text):
        for part in _foreign_parts(match.group(), language, script, own):
            start = match.start() + part.start
            found.append(Foreign(start, match.start() + part.end, part.language))
    return tuple(_joined(text, found))


def _foreign_parts(
    sentence: str, language: str, script: str, own: frozenset[str]
) -> Iterator[Foreign]:
    """Yield the stretches of one sentence: all of it, its quotations, or runs of it."""
    other = _other_language(sentence, language, script, own, least=_LINE)
    if other is not None and not _only_quotes(sentence, language, script, own):
        yield _trimmed(sentence, 0, len(sentence), other[0])
        return
    covered = 0
    for quoted in _QUOTED.finditer(sentence):
        start, end = quoted.start() + 1, quoted.end() - 1
        other = _other_language(sentence[start:end], language, script, own)
        if other is not None:
            yield from _runs(sentence, covered, start, script)
            yield _trimmed(sentence, start, end, other[0])
            covered = end
    yield from _runs(sentence, covered, len(sentence), script)


def _only_quotes(
    sentence: str, language: str, script: str, own: frozenset[str]
) -> bool:
    """True where the words around the quotations of a sentence are not foreign."""
    around = _QUOTED.sub(" ", sentence)
    if around == sentence or len(_WORD.findall(around)) < _FEWEST_WORDS:
        return False
    return _other_language(around, language, script, own, least=_LINE) is None


def _other_language(
    words: str, language: str, script: str, own: frozenset[str], *, least: int = _RUN
) -> tuple[str | None] | None:
    """Give the language of words that are not in `language`; None where they may be."""
    count = 0
    for match in _WORD.finditer(words):
        count += 1
        if match.group().lower() in own:
            return None
    found = find_script(words)
    if found is None or (found != script and count < least):
        return None
    if found != script:
        return (detect_language(words),)
    if count < _FEWEST_WORDS:
        return None
    if not has_foreign_letters(words, language):
        return None
    code = detect_language(words)
    return None if code in (None, language) else (code,)


def _runs(sentence: str, start: int, end: int, script: str) -> Iterator[Foreign]:
    """Yield runs of words in another script inside words of the text's own."""
    if sentence.isascii() and script == "latin":
        return
    run: list[re.Match[str]] = []
    for match in (*_WORD.finditer(sentence, start, end), None):
        is_other = match is not None and _script_of_word(match.group()) != script
        if match is not None and is_other:
            run.append(match)
            continue
        if len(run) >= _RUN:
            first, last = run[0].start(), run[-1].end()
            yield Foreign(first, last, detect_language(sentence[first:last]))
        run = []


@lru_cache(8192)
def _script_of_word(word: str) -> str | None:
    return find_script(word * 3)  # a script needs three letters, some words have one


def _trimmed(sentence: str, start: int, end: int, language: str | None) -> Foreign:
    words = sentence[start:end]
    start += len(words) - len(words.lstrip())
    return Foreign(start, start + len(words.strip()), language)


def _joined(text: str, found: list[Foreign]) -> Iterator[Foreign]:
    """Join neighbours of one language that only white space parts."""
    held: Foreign | None = None
    for part in found:
        if (
            held is not None
            and held.language == part.language
            and not text[held.end : part.start].strip()
        ):
            held = Foreign(held.start, part.end, held.language)
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held
