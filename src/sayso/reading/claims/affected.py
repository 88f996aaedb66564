"""Whose people, equipment or ground a claim counts."""

from __future__ import annotations

from itertools import pairwise

from sayso.reading.claims.actors import find_subject, subject_word
from sayso.reading.claims.people_of_places import (
    country_of,
    host_country,
    people_displaced,
    people_from,
    people_of_country,
    people_of_town,
)
from sayso.reading.claims.scope import Roles, Scope, is_own, owned_before
from sayso.reading.events.event import BE, STOPS
from sayso.reading.events.frames import Role
from sayso.reading.events.line import ItemKind
from sayso.reading.parties.mentions import MentionKind
from sayso.reading.parties.sides import Side
from sayso.vocabulary.measures import measures_that

MILITARY = frozenset(
    {"fighter", "force", "equipment", "weapon", "drone", "settlement", "area", "place"}
)
"""Classes of things that belong to a side; civilians do not."""
FULL_TITLE = 24
"""Characters of "to President" before a name."""
BELONGING = frozenset(["from", "of", "belonging", "loyal", "allied"])
"""Words behind people before whose they are: "fighters loyal to"."""


def find_affected(
    scope: Scope, actor: Side | None, *, shared: Roles, told: Roles
) -> Side | None:
    """Give whose loss it was, None when nothing tells.

    Args:
        scope: The claim's sentence and the document's parties.
        actor: Who did it.
        shared: Roles of the figure whose list or split this one is in.
        told: The last roles in the same speaker's words.
    """
    measure = scope.match.measure
    if scope.holder == "actor":
        return None
    if scope.holder == "target":
        return _target(scope, actor, shared=shared)
    own = _own_side(scope)
    if own is not None:
        return own
    if measure == "people.displaced":
        return people_displaced(scope, shared)
    named = _behind_of(scope) or _loser(scope) or _bearer(scope) or _sided(scope)
    if named is not None:
        return named
    if _is_lost(scope) and scope.match.host is None and scope.speaker is not None:
        return scope.speaker
    is_more = _is_state_word(scope) and shared.measure in measures_that("hits_a_side")
    is_split = scope.match.host is not None and not _is_plain_civil(scope)
    if (is_split or is_more) and shared.affected is not None:
        return shared.affected
    if measure == "people.freed":
        return _freed(scope, actor, shared=shared, told=told)
    if measure.endswith(".held") and _is_at_home(scope, actor):
        return None
    if _is_civil(scope) or is_more:
        people = people_from(scope) or people_of_country(scope, actor)
        return people or people_of_town(scope)
    if actor is None and _is_hit_at_home(scope):
        return scope.speaker
    other = _other_side(scope, actor) or _carried(scope, actor, shared, told)
    is_same = actor is not None and other is not None and other.party == actor.party
    return scope.opponent(actor) if is_same and actor and actor.party else other


def _is_plain_civil(scope: Scope) -> bool:
    """True for civilians, who in a split are not of the fighters' side."""
    return scope.match.figure.group in scope.words.civil


def _freed(
    scope: Scope, actor: Side | None, *, shared: Roles, told: Roles
) -> Side | None:
    """Give whose people came free: those of the side that they came back to."""
    event, items = scope.event, scope.items
    if event is None:
        return shared.affected
    for at in range(event.at, min(event.at + 4, len(items) - 1)):
        if items[at].text == "to":
            found = scope.within(items[at].end, items[min(at + 4, len(items) - 1)].end)
            if found:
                return scope.settle(found[0])
    said = {item.text for item in items[event.at : event.end]} | set(event.frame.rest)
    if scope.words.returning.intersection(said):
        subject = None if event.passive else find_subject(scope, event)
        return (subject if event.at < scope.match.at else None) or scope.speaker
    if _is_civil(scope) or scope.match.figure.group in scope.words.seized:
        return people_of_country(scope, actor)
    return _other_side(scope, actor) or _carried(scope, actor, shared, told)


def _is_at_home(scope: Scope, actor: Side | None) -> bool:
    """True for ground that a state or government holds in its own country."""
    if actor is None or not scope.parties.is_power(actor.party):
        return False
    if scope.parties.government is not None:
        return actor.party == scope.parties.government.party
    home = scope.parties.home(actor.party)
    return home is not None and home == country_of(scope)


def _is_hit_at_home(scope: Scope) -> bool:
    """True for what a belligerent speaker says was hit in its own country."""
    if scope.speaker is None or scope.parties.government is not None:
        return False
    home = scope.parties.home(scope.speaker.party)
    return home is not None and home == country_of(scope)


def _is_state_word(scope: Scope) -> bool:
    """True for "900 dead", "12 wounded": words that do not say what people."""
    if not scope.match.measure.startswith("people."):
        return False
    words = scope.match.figure.phrase.lower().split()
    return not words or scope.words.fallen.issuperset(words)


def _sided(scope: Scope) -> Side | None:
    """Give the side of "500 dead on the rebel side"."""
    for mention in scope.within(scope.figure.end, scope.sentence.end):
        if mention.span.text.lower().endswith(" side"):
            return scope.settle(mention)
    return None


def _other_side(scope: Scope, actor: Side | None) -> Side | None:
    """Give the side behind "from" or "against", else the one the actor fights."""
    against = _against(scope)
    if against is not None and (actor is None or against.party != actor.party):
        return against
    servants = _servants(scope)
    if servants is not None and (actor is None or actor.party != servants.party):
        return servants
    if _is_lost(scope, active=True):
        texts = {item.text for item in scope.items}
        is_own = not scope.words.admitting.isdisjoint(texts)
        return scope.speaker if is_own else scope.opponent(scope.speaker)
    return scope.opponent(actor)


def _servants(scope: Scope) -> Side | None:
    """Give the state's side for soldiers and police in a war inside a country."""
    group = (scope.match.figure.group or "").split()
    return (
        scope.parties.government if scope.words.servants.intersection(group) else None
    )


def _carried(
    scope: Scope, actor: Side | None, shared: Roles, told: Roles
) -> Side | None:
    """Give whose loss the words before were of, while the same party acts."""
    for before in (shared, told):
        if before.affected is not None and actor in (None, before.actor):
            return before.affected
    side = scope.parties.unnamed_side(scope.words.sides)
    if actor is None or side is None:
        return None
    if scope.words.sides.intersection(_singular(actor.name)):
        return None
    return Side(side)


def _singular(name: str) -> list[str]:
    return [word.removesuffix("s") for word in name.lower().split()]


def _is_civil(scope: Scope) -> bool:
    """True for people and buildings that are of no side by their kind."""
    figure = scope.match.figure
    if figure.group in scope.words.civil_things:
        return True
    if MILITARY.intersection(figure.classes):
        return False
    if figure.group in scope.words.held or figure.group == "other":
        return False
    return scope.match.measure.startswith(("people.", "damage."))


def _is_lost(scope: Scope, *, active: bool = False) -> bool:
    """True for "two villages were lost": told by the loser, unless it is active."""
    event = scope.event
    if event is None or event.passive is active:
        return False
    return event.frame.role is Role.LOSING or scope.match.measure.endswith(".lost")


def _own_side(scope: Scope) -> Side | None:
    """Give the side that the figure's own words name: "14 ISIL tanks"."""
    own = scope.within(scope.figure.start, scope.figure.end)
    if scope.match.measure.startswith("place."):
        own = [m for m in own if m.kind is not MentionKind.METONYM]
    named = [m for m in own if m.party is not None] or own
    if named:
        return scope.settle(named[0])
    if is_own(scope) and not scope.match.measure.endswith((".gained", ".held")):
        return scope.speaker
    if scope.is_quoted and scope.words.others.intersection(scope.match.figure.words):
        return scope.opponent(scope.speaker)
    group = scope.match.figure.group or ""
    if scope.words.sides.intersection(group.split()):
        return Side(group + "s")
    words = scope.match.figure.phrase.split()
    if "fighter" not in scope.match.figure.classes or len(words) < 2:
        return None
    adjective = words[-2]
    is_plain = adjective.lower() in scope.words.plain
    if is_plain or adjective.endswith(("ed", "ly", "al")):
        return None
    return Side(f"{adjective} {words[-1]}")


def _target(scope: Scope, actor: Side | None, *, shared: Roles) -> Side | None:
    """Give whom an attack was aimed at."""
    if scope.match.measure == "attacks.intercepted":
        return scope.opponent(actor or scope.speaker)
    if scope.match.host is not None and shared.measure == "attacks.intercepted":
        return shared.actor
    own = scope.within(scope.figure.start, scope.figure.end)
    if own and (actor is None or own[0].party != actor.party):
        return scope.settle(own[0])
    against = _against(scope) or _areas(scope)
    if against is not None and (actor is None or against.party != actor.party):
        return against
    opponent = host_country(scope, actor) or scope.opponent(actor)
    if opponent is None and actor is not None and shared.actor == actor:
        return shared.affected
    is_thrown = "munition" in scope.match.figure.classes
    falls = scope.event is not None and scope.event.frame.role is Role.UNDERGOES
    fell = is_thrown and falls
    return scope.speaker if actor is None and fell and scope.source else opponent


def _areas(scope: Scope) -> Side | None:
    """Give whose areas were attacked: "raids in Kurdish areas"."""
    following = scope.items[scope.match.at + 1 : scope.match.at + 6]
    for place, noun in pairwise(following):
        written = scope.sentence.text[place.start - scope.sentence.start :]
        if noun.text in scope.words.areas and written[:1].isupper():
            return Side(written[: noun.end - place.start])
    return None


def _behind_of(scope: Scope) -> Side | None:
    """Give whose they are behind "400 soldiers from", "70 members of the ..."."""
    items, at = scope.items, scope.match.at
    following = items[at + 1 : at + 9]
    if not following or following[0].text not in BELONGING:
        return None
    end = following[min(5, len(following) - 1)].end
    near = scope.parties.within(following[0].end, end)
    found = [m for m in near if scope.says_whose(m) or m.kind is MentionKind.PERSON]
    reach = FULL_TITLE if following[0].text in ("loyal", "allied") else 16
    if found and found[0].span.start - following[0].end < reach:
        return scope.settle(found[0])
    words: list[str] = []
    for item in following[1:]:
        if item.kind is not ItemKind.WORD or not item.text.isalpha():
            break
        if item.text in STOPS | BE | scope.words.governing:
            break
        words.append(item.text)
    start = following[1].start if len(following) > 1 else 0
    phrase = scope.sentence.text[start - scope.sentence.start :]
    is_named = any(word[:1].isupper() for word in phrase.split()[: len(words)])
    if scope.match.figure.group != "member" or not is_named:
        return None
    kept = " ".join(phrase.split()[: len(words)]).removeprefix("the ")
    return Side(kept) if kept else None


def _loser(scope: Scope) -> Side | None:
    """Give the subject of the losing verb before a figure: "Ukraine has lost"."""
    event, items = scope.event, scope.items
    is_lost = event is not None and (
        event.frame.role is Role.LOSING or scope.match.measure.endswith(".lost")
    )
    if event is not None and is_lost:
        start = event.at
    else:
        verbs = [
            at for at in range(scope.match.at) if items[at].text in scope.words.losing
        ]
        if not verbs:
            return None
        start = verbs[-1]
    if event is not None and event.passive:
        return None
    if owned_before(scope, items[start].start) and scope.speaker is not None:
        return scope.speaker
    if event is not None and is_lost:
        word = subject_word(scope, event)
        if scope.is_quoted and word in scope.words.others:
            return scope.opponent(scope.speaker)
        if word in scope.words.pronouns:
            return scope.speaker
    pool = scope.subject_pool(items[start].start)
    return scope.settle(pool[-1]) if pool else None


def _bearer(scope: Scope) -> Side | None:
    """Give whose losses a tally is of: "Kyiv's losses", "losses to X personnel"."""
    items, at = scope.items, scope.match.at
    tallies = [here for here in range(at) if items[here].text in scope.words.losses]
    if not tallies:
        return None
    start = items[max(0, tallies[-1] - 4)].start
    found = scope.within(start, items[at].start)
    return scope.settle(found[0]) if found else None


def _against(scope: Scope) -> Side | None:
    """Give the party behind "from", "against" or "on" after the figure."""
    items, at = scope.items, scope.match.at
    for here in range(at + 1, min(at + 14, len(items))):
        word = items[here].text
        if word in ("from", "against", "on", "at") and here + 1 < len(items):
            reach = items[min(here + 5, len(items) - 1)].end
            found = scope.within(items[here].end, reach)
            if found:
                return scope.settle(found[0])
        if word in STOPS and word not in ("that", "which"):
            return None
    return None
