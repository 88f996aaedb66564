"""What a language gives the reader of sources: offices, bodies, pronouns, relays."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class SpeakerWords:
    """Word lists, all lower case, by which a source is resolved to a speaker."""

    person_pronouns: frozenset[str]
    """Stand for one person: "he"."""
    body_pronouns: frozenset[str]
    """Stand for one body: "it"."""
    women_pronouns: frozenset[str]
    """Those of the first that stand for a woman: "she"."""
    men_pronouns: frozenset[str]
    women: frozenset[str]
    """Given names, titles and offices of women."""
    men: frozenset[str]
    women_endings: tuple[str, ...]
    """How surnames end that only women bear: "ova"; asked where nothing else tells."""
    men_endings: tuple[str, ...]
    group_pronouns: frozenset[str]
    """Stand for several: "they"."""
    own_pronouns: frozenset[str]
    """Stand for whoever is being quoted: "we"."""
    own_possessives: frozenset[str]
    """Say that something is the narrator's own: "our"."""
    relatives: frozenset[str]
    """Stand for the words before them: "who"."""
    definite: frozenset[str]
    """Say that the body or person is known: "the", "its"."""
    indefinite: frozenset[str]
    roles: frozenset[str]
    """Offices and ranks of one person: "minister", "colonel"."""
    bodies: frozenset[str]
    """Nouns that a body is called by: "ministry", "observatory", "group"."""
    kinds: frozenset[str]
    """Nouns that say only what kind a body is: "monitor", "agency", "group"."""
    loose_kinds: frozenset[str]
    """Those of them that a body of any sort may be called: "the group"."""
    private: frozenset[str]
    """Persons who hold no public office: "witness", "resident"."""
    detained: frozenset[str]
    """Those of them who are in somebody's hands: "prisoner", "hostage"."""
    outlets: frozenset[str]
    """Nouns that outlets are called by: "agency", "newspaper", "television"."""
    outlet_endings: frozenset[str]
    """Last words of outlets' names: "Times", "News"."""
    audiences: frozenset[str]
    """Who is told things without relaying them: "reporters"."""
    telling: frozenset[str]
    """Verbs that name whom somebody told: "told"."""
    remarking: frozenset[str]
    """Verbs that tell who said the quotation before them: "replied", "joked"."""
    particles: frozenset[str]
    """Small words inside a person's name: "al", "van"."""
    prepositions: frozenset[str]
    """Words after which a name is not the head: "spokesman for Putin"."""
    joining: frozenset[str]
    """Words between two who speak together: "and"."""
    starters: frozenset[str]
    """Words that begin a sentence and no name: "the", "meanwhile"."""
    breaks: frozenset[str]
    """Words that end the noun phrase after "told": "that", "on"."""
    no_speakers: frozenset[str]
    """Sources that are nobody: "estimates"."""
    vague: frozenset[str]
    """Words that make one of `vague_speakers` nobody: "initial reports"."""
    vague_speakers: frozenset[str]
    documents: frozenset[str]
    """What somebody speaks through: "the statement" is whoever was heard last."""
