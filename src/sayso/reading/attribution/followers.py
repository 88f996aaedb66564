"""Who comes next behind a finished quotation is not whoever said it.

'"We lost 14." Lind shrugged.': the quotation has its full stop, a sentence of its own
begins, and its verb is none of saying. Such a quotation is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.attribution.pairing import Pairing
from sayso.reading.tagger.decoding import RoleSpan
from sayso.reading.tagger.encoder import Tagging
from sayso.reading.text.quotes import CLOSES
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage

STOPS = frozenset(".!?…")


def drop_followers(
    tagging: Tagging, pairings: Sequence[Pairing], language: AnyLanguage
) -> list[Pairing]:
    """Give the pairings, quotations open whose speaker only comes behind them."""
    return [
        replace(pairing, source=None, cue=None)
        if _follows(tagging, pairing, language)
        else pairing
        for pairing in pairings
    ]


def _follows(tagging: Tagging, pairing: Pairing, language: AnyLanguage) -> bool:
    """True when a sentence that says nothing begins behind finished quotations."""
    source, cue = pairing.source, pairing.cue
    words, quotes = tagging.tokens.words, tagging.layout.quotes
    if source is None or cue is None or says(tagging, cue, language):
        return False
    if not any(word[0].isalpha() for word in words[cue.first : cue.last]):
        return False  # the dash of a signature
    first = min(source.first, cue.first)
    return bool(tagging.layout.sentences[first]) and all(
        part.last <= first
        and quotes[part.last - 1] == CLOSES
        and not STOPS.isdisjoint(words[part.last - 2 : min(part.last + 1, first)])
        for part in pairing.contents
    )


def says(tagging: Tagging, cue: RoleSpan, language: AnyLanguage) -> bool:
    """True when a cue has a word of saying."""
    words = [word.lower() for word in tagging.tokens.words[cue.first : cue.last]]
    if isinstance(language, CasedLanguage):
        return any(word.startswith(language.speech.saying) for word in words)
    speech = language.speech
    known = speech.saying | speech.participles | speech.inverted
    is_listed = not (known | language.speakers.remarking).isdisjoint(words)
    return is_listed or re.search(speech.reporting, " ".join(words)) is not None
