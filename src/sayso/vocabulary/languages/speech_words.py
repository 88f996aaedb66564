"""What a language gives the reader of attributions: verbs of saying and their frames.

A field of type `str` is a regular expression with its flags at the beginning.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.vocabulary.languages.stance_words import StanceWords


@dataclass(frozen=True, slots=True, eq=False)
class SpeechWords:
    """Words by which a language says who says what."""

    citing: str
    hearing: str
    """Passives whose subject is told something: "was told"."""
    inverted: frozenset[str]
    """Cues whose source may follow: "said the Observatory"."""
    lead: str
    """What a content begins with and a text does not."""
    participles: frozenset[str]
    """Cues whose source is the subject of the clause before."""
    put_right: str
    """What stands in an outlet's note before the figure that is right now."""
    reporting: str
    """Words that make a second look worth its time; none that are nouns too. Our own
list."""
    saying: frozenset[str]
    speaking: str
    """Nouns of those who can be cited for a fact. Our own list."""
    taken_back: str
    """What stands in an outlet's note before a figure that it no longer states."""
    taken_back_behind: str
    """The same behind such a figure: ", as previously stated"."""
    stance: StanceWords
