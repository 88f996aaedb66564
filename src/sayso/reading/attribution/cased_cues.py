"""Words of saying in a language that declines: where a source may stand, and how.

Hints for the reader of attributions, found by stems and phrases: it decides itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.model import Span
from sayso.reading.text.folded import Folded, fold_text
from sayso.vocabulary.languages import CasedLanguage
from sayso.vocabulary.languages.case_speech import CaseSpeech


class CueKind(StrEnum):
    """What a cue says of the words around it."""

    SAYING = "saying"
    ACCORDING = "according"
    """A source follows or stands inside: "по словам", "за його даними"."""
    RELAYING = "relaying"
    """Whoever is relayed follows: "со ссылкой на"."""
    POINTING = "pointing"
    """What was said stands before: "об этом", "про це"."""
    HEDGING = "hedging"
    """The outlet's doubt: "якобы", "нібито"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of saying."""

    span: Span
    kind: CueKind


def find_cased_cues(text: str, language: CasedLanguage) -> Iterator[Cue]:
    """Yield the words of saying of a text, in order, none overlapping another."""
    line, words = fold_text(text), language.speech
    at = 0
    while at < line.count:
        after, kind = _at(line, at, words)
        if kind is not None:
            yield Cue(line.span(at, after), kind)
        at = after


def _at(line: Folded, at: int, words: CaseSpeech) -> tuple[int, CueKind | None]:
    """Give the item after the cue that begins here and its kind, None for no cue."""
    for kind, phrases in (
        (CueKind.RELAYING, words.relaying),
        (CueKind.ACCORDING, words.according),
        (CueKind.POINTING, words.pointing),
    ):
        for phrase in sorted(phrases, key=len, reverse=True):
            if tuple(line.words[at : at + len(phrase)]) == phrase:
                return at + len(phrase), kind
            ends = line.words[at : at + 3 : 2]
            if kind is CueKind.ACCORDING and len(phrase) == 2 and tuple(ends) == phrase:
                return at + 3, kind
    word = line.words[at]
    if word in words.hedging:
        return at + 1, CueKind.HEDGING
    if word.startswith(words.saying) and word not in words.not_saying:
        return at + 1, CueKind.SAYING
    return at + 1, None
