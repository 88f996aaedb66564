"""Signs for what is withheld: letters of a name, words of a person in captivity.

In a text each character of what is withheld becomes one sign, so that every offset
stays right; where words stand alone the signs are spelled out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model.attribution import Speaker
from sayso.model.claim import Claim

MASK = "Name withheld"
"""What stands for a withheld speaker."""
NAME_SIGN = "\u2588"
"""Stands for each character of a withheld name."""
WORDS_SIGN = "\u2592"
"""Stands for each character of withheld words."""
NAME_SPELLED = f"[{MASK.lower()}]"
WORDS_SPELLED = "[words of a private person withheld]"
"""What stands for a quotation of a prisoner, victim, witness or other such person."""
_TOLD_BY = 4
"""Digits of a speaker's id that stand for a withheld name."""
_RUN = re.compile(f"{NAME_SIGN}+|{WORDS_SIGN}[{WORDS_SIGN}{NAME_SIGN} \t]*")


def spell_withheld(text: str) -> str:
    """Give a text with its signs spelled out: "[name withheld] said 12 were killed"."""
    if NAME_SIGN not in text and WORDS_SIGN not in text:
        return text
    return _RUN.sub(_spell, text)


def tell_apart(name: str, key: str) -> str:
    """Give a name to show; two that are withheld are told apart by their ids.

    Args:
        name: As masked.
        key: The speaker's id.
    """
    return f"{name} ({key[:_TOLD_BY]})" if name == MASK else name


def voice_apart(speaker: Speaker) -> str:
    """Give the name to show of a speaker."""
    return tell_apart(speaker.name, speaker.id)


def is_withheld(claim: Claim) -> bool:
    """True for a claim whose speaker's name is withheld."""
    speaker = claim.speaker.name if claim.speaker else None
    return MASK in (speaker, claim.claimant)


def find_signs(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the ends of what is withheld in a stretch, and whether it is words."""
    for match in _RUN.finditer(text, start, end):
        yield match.start(), match.end(), match.group()[0] == WORDS_SIGN


def _spell(match: re.Match[str]) -> str:
    run = match.group()
    spelled = NAME_SPELLED if run[0] == NAME_SIGN else WORDS_SPELLED
    return spelled + (" " if run.endswith(" ") else "")
