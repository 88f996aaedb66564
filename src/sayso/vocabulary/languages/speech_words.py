"""What a language gives the reader of attributions: verbs of saying and their frames.

A field of type `str` is a regular expression with its flags at the beginning.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.vocabulary.languages.stance_words import StanceWords


@dataclass(frozen=True, slots=True, eq=False)
class SpeechWords:
    """Words by which a language says who says what."""

    according: str
    account: str
    acting: frozenset[str]
    """Cues of doing, which do not make their subject a claimant."""
    also: str
    announced: str
    background: str
    """Words of what is known anyway, not of one account."""
    before_cue: frozenset[str]
    """Words between a source and its cue: "police there say"."""
    citing: str
    days: frozenset[str]
    end_slug: str
    event: str
    """An event taken up as known, as subject or at the end."""
    introduces: str
    inverted: frozenset[str]
    """Cues whose source may follow: "said the Observatory"."""
    lead: str
    """What a content begins with and a text does not."""
    linked: str
    """How a sentence takes up the one before in its first words."""
    links: frozenset[str]
    no_claimant: str
    """Names that are no claimant: "initial reports"."""
    office: str
    openers: frozenset[str]
    own: frozenset[str]
    """Sources by which a speaker names himself."""
    participles: frozenset[str]
    """Cues whose source is the subject of the clause before."""
    pronouns: frozenset[str]
    putting: frozenset[str]
    put_right: str
    """What stands in an outlet's note before the figure that is right now."""
    quoting: frozenset[str]
    relaying: tuple[str, ...]
    """Cues by which a sentence ends with who hands on what another says."""
    reporting: str
    """Words that make a second look worth its time; none that are nouns too. Our own
list."""
    responsibility: str
    """What is claimed without saying how many: "claimed responsibility"."""
    roles: frozenset[str]
    saying: frozenset[str]
    saying_pairs: frozenset[tuple[str, ...]]
    showing: str
    """Cues of pictures, which tell nothing further."""
    slug: str
    source_end: str
    speaking: str
    """Nouns of those who can be cited for a fact. Our own list."""
    taken_back: str
    """What stands in an outlet's note before a figure that it no longer states."""
    taken_back_behind: str
    """The same behind such a figure: ", as previously stated"."""
    stance: StanceWords
    taken_up: str
    """Cues of a speaker who spoke before."""
