"""Figures that are asked after, supposed or wished, and so claimed by nobody.

"If 30 had died", "asked whether 30 had died", "Were 30 killed?" count nothing, whatever
the words of killing beside them. Refuses to look past a comma or another mark: of "if
the mayor is right, 30 died" the 30 is claimed. What is forecast or might be is left to
the reader of stances.
"""

from __future__ import annotations

import re

from sayso.model import Span
from sayso.reading.claims.choosing import Chosen
from sayso.reading.claims.offer import Offer
from sayso.vocabulary.languages.stance_words import StanceWords

_END = re.compile(r"[.,:;!?/()\n—–…\"“”«»]|\s-\s")
"""What closes a clause before a figure."""
_ASKED = re.compile(r"[^.:;!/()\n—–…]*?\?")
"""From a figure to the question mark that its sentence ends with."""


def is_supposed(offer: Offer, claim: Chosen) -> bool:
    """True for a claim whose figure its clause only asks after, supposes or wishes."""
    text = offer.document.text
    figure = offer.found.candidates[claim.scores.candidate].quantity.span
    anchor = offer.stands[claim.scores.candidate].anchor
    at = int(offer.ground.sentences[anchor])
    sentence = offer.found.sentences.sentences[at]
    if _ASKED.match(text, figure.end, _after(text, sentence)):
        return True
    words = offer.found.language.speech.stance
    return _is_opened(text[sentence.start : figure.start], words)


def _after(text: str, sentence: Span) -> int:
    """Give the end of a sentence with the marks that follow it at once."""
    end = sentence.end
    while end < len(text) and text[end] in "?!":
        end += 1
    return end


def _is_opened(before: str, words: StanceWords) -> bool:
    """True where words of asking or supposing open the clause that a figure ends."""
    ends = list(_END.finditer(before))
    clause = before[ends[-1].end() if ends else 0 :]
    inside = re.search(rf"(?i)\b(?:{words.supposing})(?!\w)", clause)
    head = re.match(rf"(?i)\s*(?:{words.asking})(?!\w)", clause)
    return bool(inside or head)
