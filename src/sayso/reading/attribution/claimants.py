"""Who makes a claim: which attributions of a figure count, and by which name.

The corpus of attributions marks thoughts, plans and findings too; a claim has a
claimant only where somebody says or holds it (CLAIMS.md, "Rulings on doubts").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Attribution, Span
from sayso.vocabulary.languages.speech_words import SpeechWords


def makes_claims(speech: SpeechWords, attribution: Attribution) -> bool:
    """True when the source can be a claimant and the cue says or holds something."""
    source = " ".join(span.text for span in attribution.source)
    if is_no_claimant(speech, attribution.name or source):
        return False
    if any(
        re.compile(speech.responsibility).match(span.text)
        for span in attribution.content[:1]
    ):
        return False
    return not speech.acting.intersection(_cue_words(attribution))


def is_no_claimant(speech: SpeechWords, words: str) -> bool:
    """True for "initial reports", "estimates": words that name nobody."""
    return re.compile(speech.no_claimant).fullmatch(words) is not None


def innermost(
    speech: SpeechWords,
    attributions: Sequence[Attribution],
    span: Span,
    part: Span | None = None,
) -> Attribution | None:
    """Give the attribution a figure is claimed by, None in the narrator's voice.

    One that names a source comes before any that names none, one made in the figure's
    own part of the sentence before one that reaches into it; then the deepest whose
    content holds it, and of two as deep the one with the shorter content. A speaker
    comes before the outlet that relays it.

    Args:
        speech: The language's verbs of saying and their frames.
        attributions: Those whose content reaches into the sentence.
        span: The figure.
        part: Its part of the sentence, see `part_of`; None not to ask for it.
    """
    holding = [
        (
            (
                not attribution.source,
                part is not None and not is_made_in(attribution, part),
                -attribution.depth,
                content.end - content.start,
            ),
            number,
        )
        for number, attribution in enumerate(attributions)
        for content in attribution.content
        if content.start <= span.start < content.end
        and makes_claims(speech, attribution)
    ]
    relays = {name for _, number in holding for name in attributions[number].via}
    spoken = [pair for pair in holding if attributions[pair[1]].name not in relays]
    best = min(spoken or holding, default=None)
    return None if best is None else attributions[best[1]]


def part_of(sentence: Span, span: Span) -> Span:
    """Give the part of a sentence between semicolons that a figure stands in."""
    start, end = span.start - sentence.start, span.end - sentence.start
    before = sentence.text.rfind("; ", 0, start) + 1
    after = sentence.text.find("; ", end)
    last = len(sentence.text) if after < 0 else after
    return Span(
        sentence.start + before, sentence.start + last, sentence.text[before:last]
    )


def is_made_in(attribution: Attribution, part: Span) -> bool:
    """True when source or cue of an attribution stand in a part of a sentence."""
    return any(part.overlaps(span) for span in (*attribution.source, *attribution.cue))


def _cue_words(attribution: Attribution) -> list[str]:
    return " ".join(span.text for span in attribution.cue).lower().split()
