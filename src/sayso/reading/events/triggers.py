"""Words of a text that may say what happened to the counted, by the measures' files.

A trigger is a word that begins a frame of some measure ("killed", "death toll", "took
... prisoner"). It decides nothing: the claim reader is told which measures it may speak
of, as what and how near, by signs that are alike for all measures, so that a word added
to a measure's file counts without training.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.reading.events.frames import VERBAL, Frame, Role, load_frames
from sayso.reading.events.stems import find_event_words
from sayso.reading.text.words import Tokens
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage

REACH = 8
"""Words behind a verb within which its frame's rest stands: "took ... prisoner"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way for one word to speak of one measure."""

    measure: str
    role: Role


def find_triggers(
    tokens: Tokens, language: AnyLanguage
) -> Mapping[int, tuple[Trigger, ...]]:
    """Give number of a word -> what it may say, for the words that say anything.

    Args:
        tokens: The words of a text.
        language: The text's.
    """
    if isinstance(language, CasedLanguage):
        return _by_stem(tokens, language)
    frames = load_frames(language)
    lower = [word.lower() for word in tokens.words]
    found: dict[int, tuple[Trigger, ...]] = {}
    for at, word in enumerate(lower):
        known = frames.get(word)
        if known is None:
            continue
        ahead = lower[at + 1 : at + REACH]
        hits = {Trigger(f.measure, f.role): None for f in known if _goes_on(f, ahead)}
        if hits:
            found[at] = tuple(hits)
    return found


def _by_stem(
    tokens: Tokens, language: CasedLanguage
) -> Mapping[int, tuple[Trigger, ...]]:
    """Give what words may say by their stems, which tell no role."""
    starts = tokens.starts.tolist()
    found: dict[int, tuple[Trigger, ...]] = {}
    for word in find_event_words(tokens.text, language):
        at = bisect_right(starts, word.span.start) - 1
        found[at] = tuple(Trigger(m, Role.DOES) for m in sorted(word.measures))
    return found


def _goes_on(frame: Frame, ahead: Sequence[str]) -> bool:
    """True when the rest of a frame follows: at once, or behind a verb's object."""
    if not frame.rest:
        return True
    if frame.role in VERBAL:
        return all(word in ahead for word in frame.rest)
    return tuple(ahead[: len(frame.rest)]) == frame.rest
