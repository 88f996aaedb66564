"""Sources that are somebody's words: "Ode's account of the talks", "the bulletin".

Nobody speaks but through somebody, so a document's author is its speaker where the
phrase names one. Refuses to guess one for a document that names none.

Source: our own; CLAIMS.md, field `claimant`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Span
from sayso.reading.speakers.source_words import EDGES, WORD
from sayso.reading.text.names import to_key
from sayso.vocabulary.languages.speaker_words import SpeakerWords

_POSSESSOR = re.compile(r"(?P<who>.+?)(?:['’]s|(?<=s)['’])\s+(?P<what>.+)", re.DOTALL)
_AUTHOR = re.compile(r"\b(?P<link>by|from|of)\s+(?P<who>.+)", re.DOTALL)
_BETWEEN = 3
"""Words that may stand between "the" and "statement": "the latest daily"."""


def find_author(source: Span, words: SpeakerWords) -> Span | None:
    """Give the words that name a document's author.

    Args:
        source: A source without dateline and clauses.
        words: Says which nouns are documents, bodies and offices.

    Returns:
        The source itself where it is no document or names no author; None for the
        narrator's own ("a summary of our report").
    """
    keys = _keys(source.text)
    if keys and keys[0] in words.own_possessives and _is_document(keys, words):
        return None
    owned = _POSSESSOR.fullmatch(source.text)
    if owned is not None and _is_document(_keys(owned["what"]), words):
        return _part(source, owned)
    made = _AUTHOR.search(source.text)
    if made is None or not _is_document(_keys(source.text[: made.start()]), words):
        return source
    who = set(_keys(made["who"]))
    speaks = who & (words.bodies | words.roles) or made["who"][:1].isupper()
    if made["link"] == "of" and not speaks:
        return source
    return find_author(_part(source, made), words)


def is_known_document(source: str, words: SpeakerWords) -> bool:
    """True for "the statement", "its latest bulletin": the author was heard before."""
    keys = _keys(source.partition(",")[0])
    if (
        len(keys) < 2
        or keys[0] not in words.definite
        or keys[-1] not in words.documents
    ):
        return False
    inner = set(keys[1:-1])
    return len(inner) <= _BETWEEN and not inner & (words.bodies | words.roles)


def _is_document(keys: Sequence[str], words: SpeakerWords) -> bool:
    """True when the head of a phrase, before its first preposition, is a document."""
    cuts = [at for at, key in enumerate(keys) if at and key in words.prepositions]
    head = keys[: cuts[0]] if cuts else keys
    return bool(head) and head[-1] in words.documents


def _part(source: Span, match: re.Match[str]) -> Span:
    start = source.start + match.start("who")
    text = match["who"].rstrip(EDGES)
    return Span(start, start + len(text), text)


def _keys(text: str) -> list[str]:
    return [to_key(word) for word in WORD.findall(text)]
