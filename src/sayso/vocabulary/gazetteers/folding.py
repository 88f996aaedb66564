"""One spelling for a place name, so that variants of writing find one entry."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_DROPPED = re.compile(r"['’‘ʼʻ`´ʿʾʹ.]")
_SPACES = re.compile(r"[\s\-‐‑–—_/,]+")
_SPECIAL = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "ə": "a",
        "Ə": "A",
        "þ": "th",
        "ð": "d",
    }
)
"""Letters that Unicode does not take apart, with what news texts write instead."""

_FIRST_WORDS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
KEY_BITS = 40
"""Bits of a key's hash: of a million keys one look-up in a million meets a stranger."""


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Give the form of a name that is compared: no accents, case, hyphens, apostrophes.

    "Deir ez-Zor" and "Deir Ez Zor" are one, as are "Ma'rib" and "Marib", "St. Louis"
    and "Saint Louis".
    """
    plain = name.translate(_SPECIAL)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _SPACES.sub(" ", _DROPPED.sub("", plain)).strip().casefold()
    first, space, rest = plain.partition(" ")
    return _FIRST_WORDS.get(first, first) + space + rest if space else plain


def hash_key(key: str) -> int:
    """Give the hash by which a packed gazetteer stores a folded name."""
    digest = blake2b(key.encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - KEY_BITS)
