"""Days of another clause of a figure's sentence, which so are not the figure's.

"On Monday a strike killed 9 people, and on Tuesday a raid killed 4": Tuesday is of the
4 alone, and Monday of the 9. Refuses to say more: which of the other days a figure is
of is the network's. Method: our own.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.model import Span, Timex
from sayso.reading.claims.offer import Offer
from sayso.vocabulary.languages import AnyLanguage

_OPENING = 24
"""Characters before a day in which the words that open its clause stand."""
_REACH = 24
"""Characters between a day and the figure it stands right before: "on Tuesday 4"."""


def find_other_clauses_days(offer: Offer, candidate: int) -> frozenset[int]:
    """Give the numbers of time expressions of the clauses beside a candidate's own.

    Args:
        offer: What the document offers.
        candidate: Number of a candidate.

    Returns:
        Those of its sentence that open a clause behind it, with a later candidate
        behind them; where one opens its own clause, right before it, those before
        that clause, with an earlier candidate behind them. Empty where the sentence
        has none.
    """
    return _behind(offer, candidate) | _before(offer, candidate)


def _before(offer: Offer, candidate: int) -> frozenset[int]:
    found = offer.found
    span = found.candidates[candidate].quantity.span
    start = _sentence(offer, candidate).start
    ends = [c.quantity.span.end for c in found.candidates[:candidate]]
    last = max((end for end in ends if start <= end <= span.start), default=None)
    if last is None:
        return frozenset()
    own = [
        timex.span.start
        for timex in found.timexes
        if last < timex.span.start < span.start <= timex.span.end + _REACH
        and _opens_clause(offer.document.text, last, timex, found.language)
    ]
    return frozenset(
        number
        for number, timex in enumerate(found.timexes)
        if own and start <= timex.span.start < last
    )


def _behind(offer: Offer, candidate: int) -> frozenset[int]:
    found = offer.found
    span = found.candidates[candidate].quantity.span
    later = [c.quantity.span for c in found.candidates[candidate + 1 :]]
    end = _sentence(offer, candidate).end
    return frozenset(
        number
        for number, timex in enumerate(found.timexes)
        if span.end < timex.span.start < end
        and any(timex.span.end <= other.start < end for other in later)
        and _opens_clause(offer.document.text, span.end, timex, found.language)
    )


def _sentence(offer: Offer, candidate: int) -> Span:
    sentences = offer.found.sentences.sentences
    anchor = offer.stands[candidate].anchor
    return sentences[int(offer.ground.sentences[anchor])]


def _opens_clause(text: str, start: int, timex: Timex, language: AnyLanguage) -> bool:
    """True for ", and on Tuesday", "and on Tuesday", "; on Tuesday" behind a figure."""
    before = text[max(start, timex.span.start - _OPENING) : timex.span.start]
    return _opening(language).search(before) is not None


@cache
def _opening(language: AnyLanguage) -> re.Pattern[str]:
    """Give what opens a clause with a day: a joiner, with a comma or preposition."""
    words = language.sentences
    if not words.clause_joiners or not words.day_prepositions:
        return re.compile(r"(?!)")
    joins = "|".join(sorted(words.clause_joiners))
    on = "|".join(sorted(words.day_prepositions))
    return re.compile(
        rf"(?i)(?:;\s(?:(?:{joins})\s)?(?:(?:{on})\s)?(?:the\s)?"
        rf"|,\s(?:{joins})\s(?:(?:{on})\s)?"
        rf"|\s(?:{joins})\s(?:{on})\s)$"
    )
