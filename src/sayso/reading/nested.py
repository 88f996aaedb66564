"""Attributions inside the content of another: "A says B reported C".

The tagger was trained on texts where only the outermost attribution is marked. So a
content that holds a verb of reporting is read once more on its own, as if it were a
text: there the inner attribution is the outermost.
"""

from __future__ import annotations

import re

from sayso.reading.encoder import Tagging, tag_text
from sayso.reading.pairing import Pairing, pair_spans

REPORTING = re.compile(
    r"\b(?:said|says?|saying|told|tells?|telling|according to|reported|reports?"
    r"|reporting|claimed|claims?|claiming|announced|announces?|confirmed|confirms?"
    r"|stated|states|declared|declares?|quoted|quotes?|quoting|cited|cites?|citing"
    r"|warned|warns?|estimated|estimates?|insisted|insists?|denied|denies|admitted"
    r"|admits?)\b",
    re.IGNORECASE,
)
"""Words that make a second look worth its time. Our own list."""

LEAD = re.compile(r"[\s\"'“‘«]*(?:that\s+)?", re.IGNORECASE)
"""What a content begins with and a text does not."""

DEEPEST = 2
"""Deepest attribution looked for: deeper chains are not found in news."""

LONGEST = 2000
"""Characters of a content that are read again."""


def find_inner(text: str, start: int, end: int) -> tuple[int, Tagging, list[Pairing]]:
    """Give the attributions inside a content, read on its own.

    Args:
        text: The whole text.
        start: Offset of the content's first character.
        end: Offset after its last.

    Returns:
        Offset at which the reading on its own begins, its tagging, and its pairings
        with both a source and a cue of reporting; none where nothing reports.
    """
    start = LEAD.match(text, start, end).end()  # type: ignore[union-attr]
    end = min(end, start + LONGEST)
    if REPORTING.search(text, start, end) is None:
        return start, tag_text(""), []
    inner = text[start:end]
    tagging = tag_text(inner)
    return start, tagging, [p for p in pair_spans(tagging) if _reports(tagging, p)]


def _reports(tagging: Tagging, pairing: Pairing) -> bool:
    """True when someone named reports something."""
    if pairing.source is None or pairing.cue is None:
        return False
    words = tagging.tokens.words[pairing.cue.first : pairing.cue.last]
    return REPORTING.search(" ".join(words)) is not None
