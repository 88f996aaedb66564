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
from sayso.reading.attribution.nested import REPORTING

REPORTEDLY = re.compile(r"\breportedly\b", re.IGNORECASE)
LINKED = re.compile(
    r"""(?:also|additionally|in\s(?:addition|total|all|exchange|return)|another|besides|
    of\s(?:these|those|them|the\s\w+|\w+,)|among\s(?:them|these|those|the\s\w+)|
    a\sfurther|moreover|more\s(?!than\b)[a-z]+\s[a-z]+|(?:\w+\s){1,4}also\s)""",
    re.VERBOSE | re.IGNORECASE,
)
"""How a sentence takes up the one before in its first words."""
ALSO = re.compile(r"\b(?:was|were|had|has|have)\salso\b", re.IGNORECASE)
_EVENT = (
    r"(?:air|drone|missile|rocket|artillery|suicide|bomb)?\s?(?:attack|strike|airstrike|"
    r"shelling|bombing|bombardment|raid|clash|blast|explosion|violence|assault|incident|"
    r"ambush|operation|battle|shooting|crash)(?:e?s)?"
)
EVENT = re.compile(
    rf"(?:the|this|that|these|those)\s(?:\w+\s)?{_EVENT}\b"
    rf"|.*\b(?:as\sa\sresult\sof|in|by|during|from)\s(?:the|this|these)\s{_EVENT}\s*[.,]?$",
    re.IGNORECASE | re.DOTALL,
)
"""An event taken up as known, as subject or at the end."""
BACKGROUND = re.compile(
    r"\b(?:since|so\sfar|ever|until\snow|has|have|is\sset|are\sset|expected|according"
    r"|years?|war|conflict|uprising)\b|\bearlier\sthis\b|\blast\s(?:week|month|year)\b",
    re.IGNORECASE,
)
"""Words of what is known anyway, not of one account."""
SHOWING = re.compile(r"\bshow", re.IGNORECASE)
"""Cues of pictures, which tell nothing further."""
TAKEN_UP = re.compile(
    r"\b(?:added|adding|adds|continued|went\son|goes\son|also)\b", re.IGNORECASE
)
"""Cues of a speaker who spoke before."""
OPENING = 2
"""Characters that may stand before the figure that a sentence opens with."""


def goes_on(
    sentence: Span,
    figures: Sequence[Span],
    before: Attribution,
    following: Attribution | None,
) -> bool:
    """True when the sentence belongs to the account of the attribution before it.

    Args:
        sentence: A sentence that nobody is said to say, in the paragraph of `before`.
        figures: Figures in it that claims will be made of, in order.
        before: Attribution of the sentence before, or carried on to it.
        following: Attribution of the sentence behind it, in the same paragraph.
    """
    text = sentence.text
    if not before.source or _has_cue(before, SHOWING):
        return False
    if REPORTEDLY.search(text):
        return True
    if before.kind is AttributionKind.DIRECT:
        return False
    if LINKED.match(text) or ALSO.search(text):
        return True
    is_told = not before.cue or _has_cue(before, REPORTING)
    if not is_told or BACKGROUND.search(text):
        return False
    if EVENT.match(text):
        return True
    if following is not None and _is_taken_up(before, following):
        return True
    return bool(figures) and figures[0].start <= sentence.start + OPENING


def _has_cue(attribution: Attribution, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(cue.text) for cue in attribution.cue)


def _is_taken_up(before: Attribution, following: Attribution) -> bool:
    """True when the speaker before goes on behind: "the colonel added"."""
    words = _words(following)
    is_same = words <= {"he", "she", "it", "they"} or bool(words & _words(before))
    return is_same and _has_cue(following, TAKEN_UP)


def _words(attribution: Attribution) -> set[str]:
    text = " ".join(span.text for span in attribution.source).lower()
    return set(re.findall(r"\w+", text)) - {"the", "of", "a", "s", "for", "and"}
