"""Datelines and credits before a report's first words: "OLMAR, May 3 (Wire) - ".

They name the desk, not what happened, and what follows begins anew. Bounded in every
part, so that no text makes the search slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"[A-Z][A-Z.'’/-]{1,20}"
_CITY = rf"{_WORD}(?: {_WORD}){{0,3}}"
_MORE = r"(?:,(?: (?:[A-Z][\w.'’]{0,14}|\d{1,4})[.,]?){1,6})?"
_CREDIT = r"\([^()\n]{2,40}\)"
_DATELINE = re.compile(
    rf"^[ \t]*(?:{_CITY}{_MORE}(?: ?{_CREDIT})?"
    rf"|[^\n()–—]{{0,40}}{_CREDIT}[^\n()–—-]{{0,25}}?)"
    r"[ \xa0]?(?:--|[-–—])[ \xa0]{1,3}(?=\S)",
    re.MULTILINE,
)
"""Towns in capitals with state or day and an agency in brackets, or any short words
with one, up to the dash."""


def dateline_ends(text: str) -> Iterator[int]:
    """Yield the offset behind each dateline, where the report's words begin."""
    for match in _DATELINE.finditer(text):
        yield match.end()
