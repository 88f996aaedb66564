"""Names that a document gives to prisoners, residents, victims: persons of no office.

Told by a private person's noun before or behind the name, or by an age without an
office. Only what the document says counts; nothing is known of the person.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NAME = r"[A-Z][\w’'-]{1,30}(?:[ ][A-Z][\w’'-]{1,30}){0,3}"
_AGE = r"(?:, (?:aged )?\d{1,3}|[ ]\(\d{1,3}\))"
_LINK = r"(?:,? (?:(?:who|is|was|a|an|the|one|of|local|young|elderly)[ ]){0,4})"


@lru_cache(maxsize=8)
def _patterns(nouns: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Give the patterns; every repetition in them is bounded."""
    noun = "|".join(sorted(map(re.escape, nouns), reverse=True))
    return (
        re.compile(rf"\b(?i:{noun}|captured soldier),? (?:named )?({_NAME})"),
        re.compile(rf"\b({_NAME})(?:{_AGE})?{_LINK}(?i:{noun})\b"),
        re.compile(rf"\b({_NAME}){_AGE}(?=[,.]| and\b| said\b| told\b)"),
    )


def find_private_names(
    text: str, nouns: frozenset[str], offices: frozenset[str]
) -> frozenset[str]:
    """Give the names that the document gives to private persons.

    Args:
        text: The document's text.
        nouns: What such persons are called: "resident", "prisoner".
        offices: Words that make an age no sign of it: "General Bel, 54,".

    Returns:
        The names as written, without those that stand with an office.
    """
    if not nouns:
        return frozenset()
    behind, before, aged = _patterns(nouns)
    found = {m.group(1) for p in (behind, before) for m in p.finditer(text)}
    return frozenset(
        found | {m.group(1) for m in aged.finditer(text) if not _in_office(m, offices)}
    )


def _in_office(match: re.Match[str], offices: frozenset[str]) -> bool:
    """True when an office stands before a name or begins it."""
    words = match.string[max(0, match.start() - 40) : match.end(1)].lower().split()
    own = len(match.group(1).split())
    return not offices.isdisjoint(words[-own - 1 :])
