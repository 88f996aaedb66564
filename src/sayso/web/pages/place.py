"""A place: what is claimed to have happened there, with the gazetteer's precision."""

from __future__ import annotations

from sayso.model import Place
from sayso.web.called import call_region
from sayso.web.interface import say, say_of
from sayso.web.naming import moved_to, rule_here
from sayso.web.page import Answer, Asked, Moved, Page
from sayso.web.thing import Thing, show_thing
from sayso.web.wording import place_of
from sayso.workspace import Workspace
from sayso.workspace.handed.held import Filters, HeldClaim, NameKind
from sayso.workspace.handed.held import Page as Stretch


def show(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Give a place; one that was joined to another is there."""
    identifier = asked.params["id"]
    moved = moved_to(workspace, NameKind.PLACE, identifier)
    if moved is not None:
        return moved
    found = list(workspace.claims(Filters(place=identifier), page=Stretch(1)))
    name = _name(found, identifier)
    located = found[0].claim.located if found else None
    thing = Thing("places", "place", identifier, name, _facts(located))
    return show_thing(workspace, asked, thing, {"located": located})


def _name(found: list[HeldClaim], identifier: str) -> str:
    if not found:
        return identifier.removeprefix("text:")
    return place_of(found[0].claim) or identifier


def _facts(place: Place | None) -> tuple[tuple[str, str], ...]:
    if place is None:
        return ((say("Gazetteer"), say("in none that is held; named as written")),)
    above = (call_region(place), place.country)
    within = ", ".join(part for part in above if part)
    return (
        (say("Kind"), say_of("place", str(place.kind))),
        (say("Within"), within or say("not known")),
        (say("Around"), f"{place.lat:.2f}, {place.lon:.2f}"),
        (say("Precision"), say("within %(km)s km", km=f"{place.precision_m / 1000:g}")),
        (say("Gazetteer"), place.id),
    )


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Record a ruling on its name."""
    return rule_here(workspace, asked, show)


PAGE = Page(
    "/places/{id:path}", "place", "Place", show, act=act, is_list=True, has_chart=True
)
