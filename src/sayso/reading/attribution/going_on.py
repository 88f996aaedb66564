"""Whether a sentence without a speaker goes on with the account of the one before.

"The ministry said a convoy was hit. The attack killed nine." is one account; so is a
sentence between two of one speaker's, or one that opens with a figure. Narration after
a quotation is the narrator's, and so is background: what has happened since a war
began, or is held and known.

Source: our own, from the annotators' rulings in CLAIMS.md; what no form shows is left
to the narrator.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Attribution, AttributionKind, Span
from sayso.vocabulary.languages.speech_words import SpeechWords

OPENING = 2
"""Characters that may stand before the figure that a sentence opens with."""


def goes_on(
    speech: SpeechWords,
    sentence: Span,
    figures: Sequence[Span],
    before: Attribution,
    following: Attribution | None,
) -> bool:
    """True when the sentence belongs to the account of the attribution before it.

    Args:
        speech: The language's verbs of saying and their frames.
        sentence: A sentence that nobody is said to say, in the paragraph of `before`.
        figures: Figures in it that claims will be made of, in order.
        before: Attribution of the sentence before, or carried on to it.
        following: Attribution of the sentence behind it, in the same paragraph.
    """
    text = sentence.text
    if not before.source or _has_cue(before, re.compile(speech.showing)):
        return False
    if re.compile(speech.reportedly).search(text):
        return True
    if before.kind is AttributionKind.DIRECT:
        return False
    if re.compile(speech.linked).match(text) or re.compile(speech.also).search(text):
        return True
    is_told = not before.cue or _has_cue(before, re.compile(speech.reporting))
    if not is_told or re.compile(speech.background).search(text):
        return False
    if re.compile(speech.event).match(text):
        return True
    if following is not None and _is_taken_up(speech, before, following):
        return True
    return bool(figures) and figures[0].start <= sentence.start + OPENING


def _has_cue(attribution: Attribution, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(cue.text) for cue in attribution.cue)


def _is_taken_up(
    speech: SpeechWords, before: Attribution, following: Attribution
) -> bool:
    """True when the speaker before goes on behind: "the colonel added"."""
    words = _words(following)
    is_same = words <= {"he", "she", "it", "they"} or bool(words & _words(before))
    return is_same and _has_cue(following, re.compile(speech.taken_up))


def _words(attribution: Attribution) -> set[str]:
    text = " ".join(span.text for span in attribution.source).lower()
    return set(re.findall(r"\w+", text)) - {"the", "of", "a", "s", "for", "and"}
