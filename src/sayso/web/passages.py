"""The language of quoted words: the document's, unless letters show another.

What pages mark with `lang`, so that browsers choose letters, hyphens and voices. Only
letters are looked at, which is quick enough for every row of a list; nothing that is
read or stored rests on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.model import language_code
from sayso.workspace.handed.held import HeldDocument
from sayso.workspace.handed.taken import detect_language

LEAST_LETTERS = 25
"""Letters from which words show another language than their document's."""
_CYRILLIC = ("ru", "uk")
_OWN_LETTERS = {"ru": "ыэъё", "uk": "іїєґ"}
"""Letters that only one of the two has."""
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC_LETTERS = re.compile("[\u0400-\u052f]+")
_QUOTED = re.compile(r"«[^«»\n]{20,2000}»|“[^“”\n]{20,2000}”|„[^„“”\n]{20,2000}[“”]")


class Quoted(NamedTuple):
    """Words with the language they are in."""

    words: str
    language: str


def language_of(held: HeldDocument) -> str:
    """Give the code of a document's language, "" where it is not known."""
    return language_code(held.facts.language)


def passage_language(words: str, language: str) -> str:
    """Give the language of some words of a document in a language.

    Args:
        words: The words.
        language: The document's; what words too few to tell are taken to be in.
    """
    cyrillic, others = _CYRILLIC_LETTERS.findall(words), _LETTERS.findall(words)
    if sum(map(len, others)) < LEAST_LETTERS:
        return language
    is_cyrillic = sum(map(len, cyrillic)) * 2 > sum(map(len, others))
    if is_cyrillic and (code := _by_letters(words.lower())):
        return language if language not in ("en", "", *_CYRILLIC) else code
    if is_cyrillic == (language in _CYRILLIC) or language not in ("en", *_CYRILLIC):
        return language
    return detect_language(words) or language


def _by_letters(words: str) -> str:
    """Give whether Cyrillic letters are Russian or Ukrainian, "" where none tells."""
    counts = {code: sum(map(words.count, own)) for code, own in _OWN_LETTERS.items()}
    if counts["ru"] == counts["uk"]:
        return ""
    return max(counts, key=lambda code: counts[code])


def foreign_passages(
    text: str, start: int, end: int, language: str
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, language) of what is in another language in a paragraph.

    The whole paragraph, or else its quotations.
    """
    words = text[start:end]
    found = passage_language(_QUOTED.sub(" ", words), language)
    if found != language:
        yield start, end, found
    for quoted in _QUOTED.finditer(words):
        own = passage_language(quoted.group(), found)
        if own != found:
            yield start + quoted.start() + 1, start + quoted.end() - 1, own
