"""Who is cited for a report, as in "the agency reported, citing a medical source".

The outer attribution is the agency's; the one cited is the inner speaker. Reasons are
cited too ("citing bad weather"), so the words must name someone who can speak.
"""

from __future__ import annotations

import re

from sayso.model.span import Span
from sayso.vocabulary.languages.speech_words import SpeechWords

NAME = re.compile(r"(?:[A-Z][\w’'-]+\s+){1,4}[A-Z][\w’'-]+")


def find_cited(
    speech: SpeechWords, text: str, start: int, end: int
) -> tuple[Span, Span] | None:
    """Give who is cited in a stretch of text and the citing word, or None.

    Args:
        speech: The language's verbs of saying and their frames.
        text: The whole text.
        start: Offset from which to look, such as the end of the outer cue.
        end: Offset at which to stop, such as the end of the sentence.
    """
    match = re.compile(speech.citing).search(text, start, end)
    if match is None:
        return None
    named = match.group(2)
    if re.compile(speech.speaking).search(named) is None and NAME.match(named) is None:
        return None
    return Span.cut(text, *match.span(2)), Span.cut(text, *match.span(1))
