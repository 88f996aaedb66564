"""What a language gives the reader of parties: nouns for sides, verbs, prepositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class PartyWords:
    """Word lists, all lower case, by which a claim's parties are told."""

    sides: frozenset[str]
    """Singular nouns for people that name a side by themselves: "insurgent"."""
    enemy: frozenset[str]
    """Words by which a belligerent calls the other side."""
    state: frozenset[str]
    """Words for a state's own power: "army", "junta"."""
    servants: frozenset[str]
    """Singular nouns for people at arms whom a state pays: "soldier"."""
    arms: frozenset[str]
    """Words for people at arms that do not say whose."""
    ranks: frozenset[str]
    """Military ranks before a name: "colonel"."""
    governing: frozenset[str]
    """Prepositions behind which a name is no subject."""
    where: frozenset[str]
    """Prepositions behind which a party's name is a place."""
    skipped: frozenset[str]
    """Words that stand between a preposition and the name it governs."""
    blaming: frozenset[str]
    """Words behind which the side stands that is said to have done it."""
    clashes: frozenset[str]
    leaving: frozenset[str]
    """Words behind which the places stand that people left."""
    plain: frozenset[str]
    """Words before a noun that do not say whose it is."""
    attacking: frozenset[str]
    """Nouns behind a party's adjective by which it attacks: "Russian strikes"."""
    civil: frozenset[str]
    """Singular nouns for people of no side."""
    admitting: frozenset[str]
    """Verbs by which a speaker tells of the own side's loss."""
    seized: frozenset[str]
    """Singular nouns for people in captors' hands who need be of no side."""
    civil_things: frozenset[str]
    """Vehicles of no side: "bus"."""
    areas: frozenset[str]
    """Nouns behind an adjective that says whose ground it is: "Kurdish areas"."""
    coalition: frozenset[str]
    fallen: frozenset[str]
    """Words for people hit that do not say what people: "900 dead"."""
    losses: frozenset[str]
    losing: frozenset[str]
    returning: frozenset[str]
    """Words by which people are said to be back with their own side."""
    reaching: frozenset[str]
    """Prepositions before a place that people came to, or came through."""
    lengths: frozenset[str]
    """Units before "from", which then measures a way."""
    pronouns: frozenset[str]
    """Subjects that in a speaker's words are the speaker's side."""
    repelling: frozenset[str]
    """Verbs whose subject is the one attacked: "eight assaults were repelled"."""
    own: frozenset[str]
    """Possessives that in a speaker's words mean the speaker's side."""
    ours: frozenset[str]
    """Those of the first person, which inside a quotation alone are the speaker's."""
    we: frozenset[str]
    """Subjects of the first person."""
    others: frozenset[str]
    """Words of the third person, inside a quotation the other side."""
    held: frozenset[str]
    """Singular nouns for persons in somebody's hands."""

    def is_state(self, phrase: Sequence[str]) -> bool:
        """True for the lower-case words of a state's own power: "the air force"."""
        return not self.state.isdisjoint((*phrase, " ".join(phrase[-2:])))
