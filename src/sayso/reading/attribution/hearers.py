"""Who is told something is not whoever says it.

"The council was told that 40 had died" names the hearer before a verb in the passive;
whoever told it is named behind "by", or nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.attribution.pairing import Pairing
from sayso.reading.tagger.encoder import Tagging
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage

BEFORE = 3
"""Words before a cue that may belong to its passive: "was also told"."""


def drop_hearers(
    tagging: Tagging, pairings: Sequence[Pairing], language: AnyLanguage
) -> list[Pairing]:
    """Give the pairings, those without a source whose source was told it."""
    if isinstance(language, CasedLanguage):
        return list(pairings)
    hearing = language.speech.hearing
    return [
        replace(pairing, source=None) if _hears(tagging, pairing, hearing) else pairing
        for pairing in pairings
    ]


def _hears(tagging: Tagging, pairing: Pairing, hearing: str) -> bool:
    source, cue = pairing.source, pairing.cue
    if source is None or cue is None or source.last > cue.first:
        return False
    first = max(source.last, cue.first - BEFORE)
    words = tagging.tokens.words[first : cue.last]
    return re.search(hearing, " ".join(words)) is not None
