"""Whom a transcript's short label names: "A:" the one interviewed, "PB:" by initials.

Only where one person of the document fits; any other label keeps its own words.
"""

from __future__ import annotations

from sayso.model import Span
from sayso.reading.speakers.cast import Cast
from sayso.reading.speakers.source_words import WORD
from sayso.vocabulary.languages.turn_labels import ANSWERS

_INITIALS = (2, 3)
"""Letters of a label that may be initials, least and most."""


def find_labelled(cast: Cast, label: Span) -> str | None:
    """Give the person whom a label stands for, None where that is open."""
    text = label.text.strip(" .:")
    if text.lower() in ANSWERS:
        return _only({name for start, name in cast.persons if start < label.start})
    if text.isupper() and _INITIALS[0] <= len(text) <= _INITIALS[1]:
        return _only({name for _, name in cast.persons if _initials(name) == text})
    return None


def _only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in WORD.findall(name)).upper()
