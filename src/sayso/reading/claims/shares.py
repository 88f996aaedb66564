"""A share of men, tanks or houses is none of ground: "30 percent of the tanks".

In languages whose nouns are listed by their forms the noun that a share is of stands
right behind it and is looked up. The English weights have learned it. Refuses to look
past a mark, so that a share with no noun, as in a table, may be one of ground.
"""

from __future__ import annotations

from sayso.model import Quantity
from sayso.reading.claims.offer import Offer
from sayso.reading.events.stems import thing_kinds
from sayso.vocabulary.languages import CasedLanguage

_AWAY = 3
"""Words behind a share among which its noun is looked for: "30% of its new tanks"."""
_GROUND = frozenset("area settlement site".split())
"""Classes of nouns that name ground."""


def is_share_of_things(offer: Offer, quantity: Quantity) -> bool:
    """True where the first listed noun behind a share in percent is none of ground."""
    language = offer.found.language
    if quantity.unit != "percent" or not isinstance(language, CasedLanguage):
        return False
    ground = offer.ground
    words = ground.tagging.tokens.words
    first = ground.range_of(quantity.span)[1]
    for word in words[first : first + _AWAY]:
        if not word[0].isalpha():
            return False
        kinds = thing_kinds(word, language)
        if kinds:
            return _GROUND.isdisjoint(kinds)
    return False
