"""The words of a source without what does not name it: datelines, clauses, acronyms."""

from __future__ import annotations

import re

from sayso.model import Span
from sayso.reading.text.names import to_key
from sayso.vocabulary.languages.speaker_words import SpeakerWords

WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)?")
EDGES = ' \t\r\n,;:."“”‘()[]-–—'
_TAIL = re.compile(
    r"(?:,|\s)\s*(?:who|which|whose|whom|in an? \w+|on condition|speaking|citing|"
    r"quoting|told)\b.*$|,\s*\w{2,20}ing\b.*$|[,;:\s\-–—]+$",
    re.DOTALL,
)
_ACRONYM = re.compile(r"\s*\([^()]{1,40}\)?$")
_DATELINE = re.compile(r"^[A-Z][A-Z .,'-]{2,40}(?:\([^()]{1,40}\))?\s*[-–—]+\s+")
_LEAD = re.compile(
    r"^(?:according to|by|from|per|and|but|as|a statement by)\s+", re.IGNORECASE
)


def is_nobody(source: str, words: SpeakerWords) -> bool:
    """True for "estimates", "let us recall", "it was": sources that name no one."""
    keys = [to_key(word) for word in WORD.findall(source)]
    if not keys or keys == ["us"] or keys[:2] in (["it", "was"], ["it", "is"]):
        return True
    is_vague = keys[-1] in words.vague_speakers and bool(set(keys) & words.vague)
    return keys[-1] in words.no_speakers or is_vague


def clean_source(source: Span) -> Span:
    """Give the source without dateline, cue words, relative clauses and quotes."""
    words = source.text
    kept = _DATELINE.sub("", words.strip(EDGES))
    kept = _LEAD.sub("", kept).strip(EDGES)
    kept = _ACRONYM.sub("", _TAIL.sub("", kept)).strip(EDGES)
    first, _, rest = kept.partition(" ")
    if to_key(first) == "which" and rest[:1].isupper():
        kept = rest
    kept = kept or words.strip(EDGES) or words
    start = source.start + words.index(kept)
    return Span(start, start + len(kept), kept)
