"""Names of places by their consonants, so that transcriptions of one name agree.

Used only inside one day's event: two towns of one sound are told apart by their points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_VOWELS = re.compile(r"[aeiouy'’`\- ]")
_SOUNDS = (("kh", "h"), ("sh", "s"), ("dh", "d"), ("q", "k"), ("ck", "k"), ("c", "k"))
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar)[- ]")
_DOUBLED = re.compile(r"(.)\1+")
_LETTERS = (
    "а a|б b|в v|г g|ґ g|д d|е e|є e|ё e|ж zh|з z|и i|і i|ї i|й y|к k|л l|м m|н n|о o"
    "|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya"
)
LATIN: Mapping[str, str] = MappingProxyType(
    {pair[0]: pair[2:] for pair in _LETTERS.split("|")}
)
"""Cyrillic letter -> Latin ones, as maps and wires write names (BGN/PCGN, coarse)."""


@lru_cache(maxsize=1 << 16)
def sound_of(place: str) -> str:
    """Give the consonants of a name, so that transcriptions of one name agree.

    "al-Qameshli", "Qamishli" and "Kamishly" are one; used only inside one day's event.
    A name whose consonants are fewer than two keeps its letters.
    """
    lower = "".join(LATIN.get(c, c) for c in place.casefold())
    plain = unicodedata.normalize("NFKD", lower)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _ARTICLE.sub("", plain)
    for sound, letter in _SOUNDS:
        plain = plain.replace(sound, letter)
    consonants = _DOUBLED.sub(r"\1", _VOWELS.sub("", plain))
    return consonants if len(consonants) > 1 else plain
