"""Attributions inside the content of another: "A says B reported C".

The tagger was trained on texts where only the outermost attribution is marked. So
contents that hold a verb of reporting are read once more on their own, each as a
paragraph: there the inner attribution is the outermost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.attribution.pairing import Pairing, pair_spans
from sayso.reading.tagger.encoder import Tagging, tag_text
from sayso.vocabulary.languages import Language
from sayso.vocabulary.languages.speech_words import SpeechWords

DEEPEST = 2
"""Deepest attribution looked for: deeper chains are not found in news."""

LONGEST = 2000
"""Characters of a content that are read again."""

BETWEEN = "\n\n"
"""Keeps the contents apart: no attribution reaches over a paragraph."""


@dataclass(frozen=True, slots=True)
class Inner:
    """An attribution inside a content, on the tagging of all contents together."""

    pairing: Pairing
    tagging: Tagging
    part: int
    """Which of the contents holds it."""
    offset: int
    """What to add to an offset in the tagging's text to get one in the whole text."""


def find_inner(
    language: Language, text: str, parts: Sequence[tuple[int, int]]
) -> list[Inner]:
    """Give the attributions inside contents, in order.

    Args:
        language: Its verbs of saying and their frames.
        text: The whole text.
        parts: Start and end of each content.

    Returns:
        Those with both a source and a cue of reporting; none where nothing reports.
    """
    speech = language.speech
    pieces: list[str] = []
    begins: list[int] = []
    kept: list[tuple[int, int]] = []
    length = 0
    for number, (start, end) in enumerate(parts):
        lead = re.compile(speech.lead).match(text, start, end)
        first = start if lead is None else lead.end()
        last = min(end, first + LONGEST)
        if re.compile(speech.reporting).search(text, first, last) is None:
            continue
        pieces.append(text[first:last])
        begins.append(length)
        kept.append((number, first - length))
        length += last - first + len(BETWEEN)
    if not pieces:
        return []
    tagging = tag_text(BETWEEN.join(pieces), language)
    found = []
    for pairing in pair_spans(tagging):
        if _reports(speech, tagging, pairing):
            at = int(tagging.tokens.starts[pairing.contents[0].first])
            part, offset = kept[bisect_right(begins, at) - 1]
            found.append(Inner(pairing, tagging, part, offset))
    return found


def _reports(speech: SpeechWords, tagging: Tagging, pairing: Pairing) -> bool:
    """True when someone named reports something."""
    if pairing.source is None or pairing.cue is None:
        return False
    words = tagging.tokens.words[pairing.cue.first : pairing.cue.last]
    return re.compile(speech.reporting).search(" ".join(words)) is not None
