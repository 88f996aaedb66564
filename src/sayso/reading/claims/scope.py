"""Whose loss and whose doing: the parties of a claim, from the sentence's structure.

Where the sentence names one side only, the theatre packs say whom it fights; where it
names none, a belligerent speaker speaks of its own doing. Neither is guessed when the
document names more than one possible opponent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sayso.model import Span, Toponym
from sayso.reading.events.event import BE, HAVE, PREPOSITIONS, STOPS, Event
from sayso.reading.events.frames import holder_by_measure
from sayso.reading.events.line import Item, ItemKind
from sayso.reading.events.match import Match
from sayso.reading.parties.mentions import MentionKind, PartyMention
from sayso.reading.parties.sides import Parties, Side, side_of
from sayso.vocabulary.languages.party_words import PartyWords
from sayso.vocabulary.things import load_things

VERBS_AFTER = BE | HAVE | PREPOSITIONS | STOPS | {"and", "or", "to", "the", "a"}
"""Words that show that the name before them stands for itself."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who did it and whose loss it was, each with its party where a pack knows it."""

    actor: Side | None = None
    affected: Side | None = None
    event: Event | None = None
    """What counted the figure they are of, while its sentence is read."""
    measure: str = ""
    """Measure of that figure."""


TOLLS = frozenset("losses casualties dead toll".split())
"""Nouns for a side's harm, whose it is said before them: "its losses"."""
SPLITTING = ("Of these", "Of those", "Of them", "Among these", "Among them")
"""How a sentence begins that tells the parts of a figure before it."""


@dataclass(slots=True)
class Memory:
    """The roles given so far: of the sentence by figure, of paragraph and speaker."""

    sentence: dict[int, Roles] = field(default_factory=dict)
    last: Roles = Roles()
    paragraph: int = -1
    spoke: Side | None = None
    """Side of the last speaker that had one."""
    told: dict[str, Roles] = field(default_factory=dict)
    """Name of a speaker, "" for the narrator -> the last roles in those words."""

    def enter(self, paragraph: int, words: str) -> None:
        """Begin a sentence; a new paragraph forgets the last roles.

        Not so one that splits what was just counted: "Of these, 40 were killed".
        """
        self.sentence = {}
        if paragraph != self.paragraph and not words.startswith(SPLITTING):
            self.last = Roles()
        self.last = replace(self.last, event=None)
        self.paragraph = paragraph

    def keep(self, at: int, roles: Roles, *, speaker: str | None) -> None:
        """Remember the roles of the figure at a position of the sentence."""
        self.sentence[at] = self.last = roles
        if roles.affected is not None:
            self.told[speaker or ""] = roles


@dataclass(frozen=True, slots=True)
class Scope:
    """What the roles of one claim are found in."""

    items: Sequence[Item]
    sentence: Span
    match: Match
    parties: Parties
    speaker: Side | None
    """A belligerent speaker's side, or that of a communique's own voice."""
    site: Toponym | None = None
    """Where the claim is set."""
    source: Sequence[Span] = ()
    """The words that name the speaker, who is then no subject inside the speech."""
    is_quoted: bool = False
    """True inside a direct quotation, where "they" are the others."""

    @property
    def words(self) -> PartyWords:
        """The language's nouns for sides and words around them."""
        return self.parties.words

    @property
    def figure(self) -> Span:
        """The claim's figure or place name."""
        return self.match.figure.quantity.span

    @property
    def event(self) -> Event | None:
        """What counts the figure."""
        return self.match.event

    @property
    def holder(self) -> str:
        """Whose the counted things are by their measure."""
        return holder_by_measure()[self.match.measure]

    def within(self, start: int, end: int) -> list[PartyMention]:
        """Give the mentions that say whose, between two offsets."""
        found = self.parties.within(start, end)
        return [m for m in found if self.says_whose(m) and not self.speaks(m)]

    def speaks(self, mention: PartyMention) -> bool:
        """True for words that name the speaker."""
        return any(span.overlaps(mention.span) for span in self.source)

    def says_whose(self, mention: PartyMention) -> bool:
        """True for a side; not for persons, bodies, or "soldiers" of no stated side."""
        if mention.kind in (MentionKind.PERSON, MentionKind.BODY):
            return False
        words = mention.span.text.lower().split()
        return mention.party is not None or not self.words.arms.issuperset(words)

    def settle(self, mention: PartyMention) -> Side:
        """Give who is meant, also by "the enemy" in the words of a belligerent."""
        said = mention.span.text.lower().split()
        party = self.speaker.party if self.speaker else None
        if not self.words.enemy.isdisjoint(said):
            return self.parties.opponent(party) or side_of(mention)
        is_unnamed = mention.party is None and mention.kind is MentionKind.GROUP
        if is_unnamed and self.words.is_state(said):
            return Side(mention.name, party)
        return side_of(mention)

    def opponent(self, side: Side | None) -> Side | None:
        """Give whom a side fights, None when that is not known."""
        return self.parties.opponent(side.party if side else None)

    def word_before(self, span: Span) -> str:
        """Give the word before a name and its articles; "" at the sentence's start."""
        before = [item.text for item in self.items if item.end <= span.start][-5:]
        while before and before[-1] in self.words.skipped:
            before.pop()
        return before[-1] if before else ""

    def is_governed(self, span: Span) -> bool:
        """True for a name behind a preposition, which is no subject."""
        return self.word_before(span) in self.words.governing

    def modifies(self, mention: PartyMention) -> bool:
        """True for the name in "RSF combat vehicles", whose noun follows it."""
        after = [item for item in self.items if item.start >= mention.span.end][:3]
        things = load_things()
        for item in after:
            if item.kind is not ItemKind.WORD or not item.text.isalpha():
                return False
            if item.text in things:
                return item is not after[0] or item.text.endswith("s")
            if item.text in VERBS_AFTER or item.text.endswith("ed"):
                return False
        return False

    def subject_pool(self, end: int) -> list[PartyMention]:
        """Give the mentions before an offset that may be a subject.

        Those that no preposition governs, if there are any; never the speaker.
        """
        before = [
            m for m in self.within(self.sentence.start, end) if not self.modifies(m)
        ]
        free = [m for m in before if not self.is_governed(m.span)]
        return free or [
            m for m in before if self.word_before(m.span) not in self.words.where
        ]


def find_shared(scope: Scope, memory: Memory) -> Roles:
    """Give the roles of the figure whose list or split this one is in."""
    if scope.match.host is not None:
        return memory.sentence.get(scope.match.host, Roles())
    if memory.sentence:
        return memory.sentence[max(memory.sentence)]
    last = memory.last
    if scope.holder != "affected" or (last.affected and last.affected.is_place):
        return Roles()
    return last


def is_own(scope: Scope) -> bool:
    """True for "246 of our servicemen", "his troops", "its losses at 23 dead"."""
    figure, at = scope.match.figure, scope.match.at
    said = [word.lower() for word in figure.phrase.split()[:1]]
    after = scope.items[at + 1 : at + 4]
    if after and after[0].text == "of":
        said += [item.text for item in after[1:]]
    said += figure.words[:4]
    own = scope.words.ours if scope.is_quoted else scope.words.own
    before = [item.text for item in scope.items[max(0, at - 4) : at]]
    counted = any(a in own and b in TOLLS for a, b in pairwise(before))
    return counted or bool(own.intersection(said))


def owned_before(scope: Scope, end: int) -> tuple[Item, Item] | None:
    """Give the words of the last "its fighters" before an offset, None without one."""
    items = [item for item in scope.items if item.end <= end]
    named = scope.subject_pool(end)
    for at in range(len(items) - 2, -1, -1):
        if items[at].text in STOPS:
            return None
        own = scope.words.ours if scope.is_quoted else scope.words.own
        if items[at].text in own:
            if any(_same_clause(items, m.span, at) for m in named):
                return None
            for noun in items[at + 1 : at + 4]:
                if noun.text in scope.words.arms | scope.words.attacking:
                    return items[at], noun
            return None
    return None


def _same_clause(items: Sequence[Item], span: Span, at: int) -> bool:
    """True when a name stands before a position with no end of clause between."""
    between = [item.text for item in items[:at] if item.start >= span.end]
    return span.end <= items[at].start and STOPS.isdisjoint(between)
