"""Whose the people of a place are: countries at war, towns that people left.

In a war inside a country its name would not say whose side, so none is given.
"""

from __future__ import annotations

from sayso.model import PlaceKind
from sayso.reading.claims.scope import Roles, Scope
from sayso.reading.events.event import STOPS
from sayso.reading.events.line import ItemKind
from sayso.reading.parties.mentions import MentionKind
from sayso.reading.parties.sides import Side

COMING = 4
"""Words between "to" and a place that people came to: "to the camp at Merova"."""
ORIGIN = 24
"""Items from people to the verb or preposition before the places they left."""
OF_COUNTRIES = (MentionKind.ADJECTIVE, MentionKind.COUNTRY)


def people_of_country(scope: Scope, actor: Side | None) -> Side | None:
    """Give the state at war whose country the people were in, or whom it fights.

    In a war inside a country its name would say nothing.
    """
    state = scope.parties.state_at_war(country_of(scope))
    if state is not None and actor is not None and state.party == actor.party:
        return scope.opponent(actor)
    if state is not None or actor is None or scope.site is not None:
        return state
    other = scope.opponent(actor)
    home = scope.parties.home(other.party) if other else None
    return scope.parties.state_at_war(home)


def people_from(scope: Scope) -> Side | None:
    """Give the places of "98 drivers from Merova and Tark"."""
    following = scope.items[scope.match.at + 1 : scope.match.at + 2]
    return _origin(scope) if following and following[0].text == "from" else None


def people_of_town(scope: Scope) -> Side | None:
    """Give the town whose people are missing."""
    is_missing = scope.match.measure == "people.missing"
    return _of_place(scope) if is_missing else None


def _of_place(scope: Scope) -> Side | None:
    """Give the place people were in, not one they came to and not a whole country."""
    site = scope.site
    if site is None or (site.place and site.place.kind is PlaceKind.COUNTRY):
        return None
    named = scope.parties.around(site.span)
    if any(mention.kind in OF_COUNTRIES for mention in named):
        return None
    is_carried = not scope.sentence.contains(site.span)
    if is_carried and scope.parties.state_at_war(country_of(scope)) is not None:
        return None
    before = [i.text for i in scope.items if i.end <= site.span.start][-COMING:]
    return (
        None
        if scope.words.reaching.intersection(before)
        else Side(site.span.text, is_place=True)
    )


def people_displaced(scope: Scope, shared: Roles) -> Side | None:
    """Give the places that people left, else the place or the state they were of."""
    is_bare = scope.match.figure.group is None and shared.measure.startswith("people.")
    if is_bare and shared.affected is not None:
        return shared.affected
    state = scope.parties.state_at_war(country_of(scope))
    return _origin(scope) or _of_place(scope) or state


def _origin(scope: Scope) -> Side | None:
    """Give the places that people left: "residents from Merova and Tark"."""
    items, at = scope.items, scope.match.at
    for here in range(at + 1, min(at + ORIGIN, len(items))):
        if items[here].text not in scope.words.leaving:
            continue
        if items[here].text == "of" and here > at + 1 and items[here - 1].text != "out":
            continue
        if items[here - 1].text.split()[-1] in scope.words.lengths:
            continue
        places: list[str] = []
        for item in items[here + 1 : here + 12]:
            if item.kind is ItemKind.PLACE:
                places.append(_title(item.text))
            elif (
                item.text in STOPS
                or item.text in ("to", "toward", "towards")
                or (places and item.text not in ("and", ","))
            ):
                break
        if places:
            return Side(" and ".join(places), is_place=True)
    return None


def _title(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def country_of(scope: Scope) -> str | None:
    """Give the code of the country a claim is set in, None where it is not known."""
    place = scope.site.place if scope.site else None
    return place.country if place else None


def host_country(scope: Scope, actor: Side | None) -> Side | None:
    """Give the country a state strikes in when its own enemies are elsewhere."""
    country = country_of(scope)
    home = scope.parties.home(actor.party if actor else None)
    if country is None or home in (None, country):
        return None
    opponent = scope.opponent(actor)
    if opponent is not None and scope.parties.country(opponent.party) == country:
        return None
    host = scope.parties.state_of(country)
    ally = scope.parties.government
    if host is None or (ally and scope.parties.are_allied(ally.party, actor)):
        return None
    return host
