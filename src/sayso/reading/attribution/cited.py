"""Who is cited for a report, as in "the agency reported, citing a medical source".

The outer attribution is the agency's; the one cited is the inner speaker. Reasons are
cited too ("citing bad weather"), so the words must name someone who can speak.
"""

from __future__ import annotations

import re

from sayso.model.span import Span

CITING = re.compile(
    r"\b(citing|quoting)\s+"
    r"([^\n,;:.\"“”()]{2,90}?(?:\bU\.[SN]\.[^\n,;:.\"“”()]{1,60}?)?)"
    r"(?=[,;:.\"“”()\n]|\s+(?:that|as|saying|who|which|said|reported)\b|\Z)",
    re.IGNORECASE,
)

SPEAKING = re.compile(
    r"\b(?:sources?|officials?|ministr(?:y|ies)|minister|spokes(?:man|woman|person)"
    r"|statements?|reports?|reporters?|media|agenc(?:y|ies)|residents?|witness(?:es)?"
    r"|activists?|military|army|navy|police|command(?:er|ers)?|staff|authorit(?:y|ies)"
    r"|monitors?|observatory|groups?|doctors?|medics?|governor|mayor|government"
    r"|correspondents?|newspapers?|television|council|office|service|services|figures"
    r"|records|documents?|data|defen[cs]e|president|general|colonel|experts?)\b",
    re.IGNORECASE,
)
"""Nouns of those who can be cited for a fact. Our own list."""

NAME = re.compile(r"(?:[A-Z][\w’'-]+\s+){1,4}[A-Z][\w’'-]+")


def find_cited(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """Give who is cited in a stretch of text and the citing word, or None.

    Args:
        text: The whole text.
        start: Offset from which to look, such as the end of the outer cue.
        end: Offset at which to stop, such as the end of the sentence.
    """
    match = CITING.search(text, start, end)
    if match is None:
        return None
    named = match.group(2)
    if SPEAKING.search(named) is None and NAME.match(named) is None:
        return None
    return Span.cut(text, *match.span(2)), Span.cut(text, *match.span(1))
