"""Whose loss and whose doing: the parties of a claim, from the sentence's structure.

Where the sentence names one side only, the theatre packs say whom it fights; where it
names none, a belligerent speaker speaks of its own doing. Neither is guessed when the
document names more than one possible opponent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model import Attribution, Place, Span
from sayso.reading.clause import Item, ItemKind
from sayso.reading.events import BE, BETWEEN_AUXILIARY, HAVE, STOPS, Event
from sayso.reading.frames import Role, holder_by_measure
from sayso.reading.matching import Match
from sayso.reading.parties import MentionKind, PartyMention
from sayso.reading.sides import Parties

SIDES = frozenset(
    """insurgent militant rebel terrorist extremist guerrilla guerilla jihadist jihadi
    separatist loyalist takfiri peshmerga contra attacker""".split()
)
"""Nouns for people that name a side by themselves: "several insurgents"."""
ENEMY = frozenset(
    """enemy opponent adversary invaders invader occupiers occupier foe
    occupants""".split()
)
GENERIC = frozenset(
    """soldiers soldier troops troop fighters fighter forces force men servicemen
    serviceman units unit personnel members officers commander commanders""".split()
)
"""Words for people at arms that do not say whose."""
GOVERNING = frozenset(
    """in on at of from with against near for during to into over under between
    targeting""".split()
)
WHERE = frozenset("in near at around outside inside across".split())
SKIPPED = frozenset(
    """the a an " its their northern southern eastern western northwest northwestern
    northeast northeastern southwest southwestern southeast southeastern central
    predominantly mostly""".split()
)
"""Words that stand between a preposition and the name it governs."""
CLASHES = frozenset("clash clashes fighting battle battles gunfight firefight".split())
LEAVING = frozenset("from of out fled fleeing flee left leaving leave".split())
CIVIL = frozenset(
    """civilian person people woman child man boy girl resident inhabitant villager
    journalist worker patient passenger""".split()
)
PLAIN = frozenset(
    """more other others additional armed wounded injured dead killed suspected former
    own elite regular senior young local another unarmed heavily at least about over
    than up to some nearly almost around approximately""".split()
)
"""Words before a noun that do not say whose it is."""
ATTACKING = frozenset(
    """strike strikes airstrike airstrikes attack attacks shelling bombing bombings
    bombardment raid raids fire missile missiles drone drones artillery aviation
    offensive warplanes jets rockets assault assaults bomb bombs blast""".split()
)
MENTION_REACH = 60
"""Characters a party's name may have before its last word."""
LOSSES = frozenset({"losses", "casualties"})
PRONOUNS = frozenset("it we they he she i".split())
REPELLING = frozenset(
    """repel repelled repels repelling repulse repulsed foil foiled foils thwart
    thwarted beaten driven fended stop stopped""".split()
)
"""Verbs whose subject is the one attacked: "eight assaults were repelled"."""
OWN_DOING = (
    "territory.gained", "settlements.gained", "place.gained", "people.captured",
    "equipment.destroyed", "equipment.captured",
    "attacks.intercepted",
)  # fmt: skip
"""What a belligerent speaker that names no one speaks of as its own doing."""
OWN_WORDS = frozenset("our his her its their own my".split())
"""Possessives that in a speaker's words mean the speaker's side."""
HELD_PERSONS = frozenset("prisoner captive pow hostage".split())
MILITARY = frozenset(
    {"fighter", "force", "equipment", "weapon", "drone", "settlement", "area", "place"}
)
"""Classes of things that belong to a side; civilians do not."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who did it and whose loss it was, each with its party where a pack knows it."""

    actor: PartyMention | None = None
    affected: str | None = None


@dataclass(slots=True)
class Memory:
    """The roles given so far: of the sentence by figure, of the paragraph the last."""

    sentence: dict[int, Roles] = field(default_factory=dict)
    last: Roles = Roles()
    paragraph: int = -1


@dataclass(frozen=True, slots=True)
class Scope:
    """What the roles of one claim are found in."""

    items: Sequence[Item]
    sentence: Span
    match: Match
    parties: Parties
    speaker: str | None
    """Party id of a belligerent speaker."""

    @property
    def figure(self) -> Span:
        """The claim's figure or place name."""
        return self.match.figure.quantity.span

    @property
    def event(self) -> Event | None:
        """What counts the figure."""
        return self.match.event

    def within(self, start: int, end: int) -> list[PartyMention]:
        """Give the mentions that say whose, between two offsets."""
        return [m for m in self.parties.within(start, end) if says_whose(m)]


def says_whose(mention: PartyMention) -> bool:
    """True for a side; not for persons, bodies, or "soldiers" of no stated side."""
    if mention.kind in (MentionKind.PERSON, MentionKind.BODY):
        return False
    words = mention.span.text.lower().split()
    return mention.party is not None or not GENERIC.issuperset(words)


def find_roles(
    scope: Scope,
    memory: Memory,
    *,
    place: Place | None,
) -> Roles:
    """Give actor and affected party of a claim.

    Args:
        scope: The claim's sentence and the document's parties.
        memory: Roles given before; shared by lists and splits.
        place: Where the claim is set.
    """
    shared = _shared_roles(scope, memory)
    actor = _resolve(scope, _find_actor(scope))
    if _regains(scope):
        return Roles(None, actor.name if actor else None)
    affected = _find_affected(scope, actor, place=place, shared=shared)
    if actor is None and affected == shared.affected:
        actor = shared.actor
    return Roles(actor, affected)


def _regains(scope: Scope) -> bool:
    """True for "Kyiv got back 230 people": the subject's own people."""
    event = scope.event
    if event is None or scope.match.measure != "people.freed" or event.passive:
        return False
    verb = scope.items[event.at].text
    rest = event.frame.rest[-1:]
    return rest in (("back",), ("home",)) and verb[:3] in ("get", "got", "bri", "wel")


def _shared_roles(scope: Scope, memory: Memory) -> Roles:
    """Give the roles of the figure whose list or split this one is in."""
    if scope.match.host is not None:
        return memory.sentence.get(scope.match.host, Roles())
    holder = holder_by_measure()[scope.match.measure]
    if holder != "affected":
        return Roles()
    if memory.sentence:
        return memory.sentence[max(memory.sentence)]
    return memory.last


def _resolve(scope: Scope, mention: PartyMention | None) -> PartyMention | None:
    """Give who is meant by "the enemy" in the words of a belligerent."""
    if mention is None or not ENEMY.intersection(mention.span.text.lower().split()):
        return mention
    return scope.parties.opponent(scope.speaker) or mention


# actor


def _find_actor(scope: Scope) -> PartyMention | None:
    measure, event = scope.match.measure, scope.event
    holder = holder_by_measure()[measure]
    if holder in ("actor", "target"):
        own = scope.within(scope.figure.start, scope.figure.end)
        if own and measure != "attacks.intercepted":
            return own[0]
    if event is None or event.frame.role in (Role.NAME, Role.TALLY, Role.STATE):
        return _attacker(scope)
    if event.frame.role is Role.LOSING:
        return None
    if holder == "target" and scope.items[event.at].text in REPELLING:
        defender = _agent(scope) or (None if event.passive else _subject(scope, event))
        party = defender.party if defender else scope.speaker
        return scope.parties.opponent(party)
    is_reduced = event.frame.role is Role.DOES and event.at > scope.match.at
    if event.passive or is_reduced or event.frame.role in (Role.UNDERGOES, Role.ACT):
        agent = _agent(scope)
        if agent is not None or event.frame.role is not Role.ACT:
            return agent or _attacker(scope) or _own_doing(scope)
    return _subject(scope, event) or _own_doing(scope)


def _own_doing(scope: Scope) -> PartyMention | None:
    """Give the speaker's party for what a belligerent says was done by no one named."""
    if scope.match.measure not in OWN_DOING:
        return None
    return scope.parties.first(scope.speaker)


def _agent(scope: Scope) -> PartyMention | None:
    """Give the party behind "by"."""
    event, items = scope.event, scope.items
    for at in range(event.end if event else len(items), len(items)):
        if items[at].text == "by":
            reach = items[min(at + 7, len(items) - 1)].end
            found = scope.within(items[at].end, min(reach, scope.sentence.end))
            return found[0] if found else None
        if items[at].text in STOPS:
            return None
    return None


def _attacker(scope: Scope) -> PartyMention | None:
    """Give the party of "Russian strikes", "a Daesh car bomb", "clashes with X"."""
    for mention in scope.within(scope.sentence.start, scope.sentence.end):
        after = [i.text for i in scope.items if i.start >= mention.span.end][:2]
        if ATTACKING.intersection(after) or _fought(scope, mention):
            return mention
    return None


def _fought(scope: Scope, mention: PartyMention) -> bool:
    """True for the side of "killed in clashes with X", when the dead are not X's."""
    before = [i.text for i in scope.items if i.end <= mention.span.start][-3:]
    while before and before[-1] in SKIPPED:
        before.pop()
    if before[-1:] != ["with"] or not CLASHES.intersection(before):
        return False
    own = _own_side(scope)
    return own is None or own.lower() not in mention.span.text.lower()


def _subject(scope: Scope, event: Event) -> PartyMention | None:
    """Give the party that stands as subject before a verb.

    The nearest one that no preposition governs; failing that, a governed one
    ("forces loyal to X"). A weapon as subject has the party before it, if any.
    """
    items = scope.items
    for at in range(event.at - 1, max(-1, event.at - 4), -1):
        item = items[at]
        ending = scope.within(item.start - MENTION_REACH, item.end)
        if ending and ending[-1].span.end == item.end:
            return ending[-1]
        if item.text in ATTACKING:
            return _attacker(scope)
    if _subject_word(items, event) in PRONOUNS:
        return scope.parties.first(scope.speaker)
    before = scope.within(scope.sentence.start, items[event.at].start)
    free = [m for m in before if not _is_governed(items, m.span)]
    pool = free or [m for m in before if not _is_where(items, m.span)]
    return pool[-1] if pool else None


def _subject_word(items: Sequence[Item], event: Event) -> str:
    """Give the word before a verb and its auxiliaries: "it" of "it had seized"."""
    at = event.at - 1
    while at >= 0 and (
        items[at].text in HAVE
        or items[at].text in BE
        or items[at].text in BETWEEN_AUXILIARY
        or items[at].text.endswith("ly")
    ):
        at -= 1
    return items[at].text if at >= 0 else ""


def _is_governed(items: Sequence[Item], span: Span) -> bool:
    return _word_before(items, span) in GOVERNING


def _is_where(items: Sequence[Item], span: Span) -> bool:
    """True for "in Syria", "near Kurdish towns": where it was, not who did it."""
    return _word_before(items, span) in WHERE


def _word_before(items: Sequence[Item], span: Span) -> str:
    """Give the word before a name and its articles; "" when it opens the sentence."""
    before = [item.text for item in items if item.end <= span.start][-5:]
    while before and before[-1] in SKIPPED:
        before.pop()
    return before[-1] if before else ""


# affected


def _find_affected(
    scope: Scope,
    actor: PartyMention | None,
    *,
    place: Place | None,
    shared: Roles,
) -> str | None:
    match = scope.match
    holder = holder_by_measure()[match.measure]
    if holder == "actor":
        return None
    if holder == "target":
        return _target(scope, actor)
    own = _own_side(scope)
    if own is not None:
        return own
    if match.measure == "people.displaced":
        return _origin(scope.items, match) or _country_at_war(scope, place)
    named = _behind_of(scope) or _loser(scope) or _bearer(scope)
    if named is not None:
        return named
    if match.host is not None and shared.affected is not None:
        return shared.affected
    if _is_civil(scope):
        return _country_at_war(scope, place)
    against = _against(scope)
    if against is not None and (actor is None or against.party != actor.party):
        return against.name
    opponent = scope.parties.opponent(actor.party if actor else None)
    if opponent is not None:
        return opponent.name
    if shared.affected is not None and (actor is None or actor == shared.actor):
        return shared.affected
    side = scope.parties.unnamed_side(SIDES)
    if actor is None or side is None or SIDES.intersection(_singular(actor.name)):
        return None
    return side


def _singular(name: str) -> list[str]:
    return [word.removesuffix("s") for word in name.lower().split()]


def _is_civil(scope: Scope) -> bool:
    """True for people and buildings that are of no side by their kind."""
    figure = scope.match.figure
    if MILITARY.intersection(figure.classes):
        return False
    if figure.group in HELD_PERSONS or figure.group == "other":
        return False
    return scope.match.measure.startswith(("people.", "damage."))


def _country_at_war(scope: Scope, place: Place | None) -> str | None:
    """Give the country of a place when that country is at war with another.

    In a war inside a country its name would say nothing.
    """
    if place is None or place.country is None:
        return None
    return scope.parties.state_at_war(place.country)


def _own_side(scope: Scope) -> str | None:
    """Give the side that the figure's own words name: "14 ISIL tanks"."""
    own = scope.within(scope.figure.start, scope.figure.end)
    named = [m for m in own if m.party is not None] or own
    if named:
        resolved = _resolve(scope, named[0])
        return resolved.name if resolved else None
    if _has_own_word(scope):
        speaker = scope.parties.first(scope.speaker)
        return speaker.name if speaker else None
    group = scope.match.figure.group or ""
    if SIDES.intersection(group.split()):
        return group + "s"
    words = scope.match.figure.phrase.split()
    if "fighter" not in scope.match.figure.classes or len(words) < 2:
        return None
    adjective = words[-2]
    is_plain = adjective.lower() in PLAIN or adjective.endswith(("ed", "ly", "al"))
    return None if is_plain else f"{adjective} {words[-1]}"


def _has_own_word(scope: Scope) -> bool:
    """True for "246 of our servicemen", "his troops", "two T-72s of its own"."""
    words = [word.lower() for word in scope.match.figure.phrase.split()[:1]]
    after = scope.items[scope.match.at + 1 : scope.match.at + 4]
    if after and after[0].text == "of":
        words += [item.text for item in after[1:]]
    words += [word for word in scope.match.figure.words[:4] if word in OWN_WORDS]
    return bool(OWN_WORDS.intersection(words))


def _target(scope: Scope, actor: PartyMention | None) -> str | None:
    """Give whom an attack was aimed at."""
    if scope.match.measure == "attacks.intercepted":
        opponent = scope.parties.opponent(actor.party if actor else scope.speaker)
        return opponent.name if opponent else None
    against = _against(scope)
    if against is not None and (actor is None or against.party != actor.party):
        return against.name
    opponent = scope.parties.opponent(actor.party if actor else None)
    return opponent.name if opponent else None


def _behind_of(scope: Scope) -> str | None:
    """Give whose they are behind "400 soldiers from", "70 members of the ..."."""
    items, at = scope.items, scope.match.at
    following = items[at + 1 : at + 9]
    if not following or following[0].text not in ("from", "of", "belonging"):
        return None
    end = following[min(5, len(following) - 1)].end
    near = scope.parties.within(following[0].end, end)
    found = [m for m in near if says_whose(m) or m.kind is MentionKind.PERSON]
    if found and found[0].span.start - following[0].end < 16:
        return found[0].name
    words: list[str] = []
    for item in following[1:]:
        if item.kind is not ItemKind.WORD or not item.text.isalpha():
            break
        if item.text in STOPS or item.text in BE or item.text in GOVERNING:
            break
        words.append(item.text)
    start = following[1].start if len(following) > 1 else 0
    phrase = scope.sentence.text[start - scope.sentence.start :]
    is_named = any(word[:1].isupper() for word in phrase.split()[: len(words)])
    if scope.match.figure.group != "member" or not is_named:
        return None
    kept = " ".join(phrase.split()[: len(words)])
    return kept.removeprefix("the ") or None


def _loser(scope: Scope) -> str | None:
    """Give the subject of the losing verb before a figure: "Ukraine has lost"."""
    event = scope.event
    if event is None or event.frame.role is not Role.LOSING:
        verbs = [
            at
            for at in range(scope.match.at)
            if scope.items[at].text in ("lost", "loses", "lose", "losing")
        ]
        if not verbs:
            return None
        start = verbs[-1]
    else:
        start = event.at
    if event is not None and event.passive:
        return None
    before = scope.within(scope.sentence.start, scope.items[start].start)
    free = [m for m in before if not _is_governed(scope.items, m.span)]
    mention = _resolve(scope, (free or before)[-1]) if before else None
    return mention.name if mention else None


def _bearer(scope: Scope) -> str | None:
    """Give whose losses a tally is of: "Kyiv's losses", "losses to X personnel"."""
    items = scope.items
    tallies = [at for at in range(scope.match.at) if items[at].text in LOSSES]
    if not tallies:
        return None
    start = items[max(0, tallies[-1] - 4)].start
    found = scope.within(start, items[scope.match.at].start)
    mention = _resolve(scope, found[0]) if found else None
    return mention.name if mention else None


def _against(scope: Scope) -> PartyMention | None:
    """Give the party behind "from", "against" or "on" after the figure."""
    items, at = scope.items, scope.match.at
    for here in range(at + 1, min(at + 14, len(items))):
        word = items[here].text
        if word in ("from", "against", "on", "at") and here + 1 < len(items):
            reach = items[min(here + 5, len(items) - 1)].end
            found = scope.within(items[here].end, reach)
            if found:
                return _resolve(scope, found[0])
        if word in STOPS and word not in ("that", "which"):
            return None
    return None


def _origin(items: Sequence[Item], match: Match) -> str | None:
    """Give the places that people left: "residents from Merova and Tark"."""
    for at in range(match.at + 1, min(match.at + 16, len(items))):
        if items[at].text not in LEAVING:
            continue
        places: list[str] = []
        for item in items[at + 1 : at + 12]:
            if item.kind is ItemKind.PLACE:
                places.append(_title(item.text))
            elif (
                item.text in STOPS
                or item.text in ("to", "toward", "towards")
                or (places and item.text not in ("and", ","))
            ):
                break
        if places:
            return " and ".join(places)
    return None


def _title(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def speaker_party(attribution: Attribution | None) -> str | None:
    """Give the party id of an attribution's speaker, None for a neutral one."""
    speaker = attribution.speaker if attribution else None
    return speaker.party if speaker else None
