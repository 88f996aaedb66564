"""What a language gives to tell denial and doubt: regular expressions of words.

Each stands for whole words in small letters; the reader adds the word's borders.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class StanceWords:
    """Words by which a language denies, doubts and confirms."""

    denying: str
    """Cues of denial: what stands behind them is said not to be so."""
    confirming: str
    """Cues whose negation says that the source does not claim it."""
    negating: str
    """Words that turn a cue round: "does not deny"."""
    doubting: str
    """Words of the text's own doubt or of rumour: "reportedly"."""
    untrue: str
    """What says, before it, that something is not so: "not true that"."""
    hearsay: str
    """What is said not to be so by the words behind it: "reports that"."""
    unfounded: str
    """Those words: "were untrue"."""
    instead: tuple[str, str]
    """Before and behind a figure in whose place another is given: "not 205 but"."""
    against: str
    """Right before a figure that is not so, behind the one that is: "30, not 40"."""
    supposing: str
    """What makes a clause a condition or a question: "if", "whether"."""
    asking: str
    """What does so, or makes it a wish, at the head of a clause alone."""
