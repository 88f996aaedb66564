"""A place: what is claimed to have happened there, with the gazetteer's precision."""

from __future__ import annotations

from sayso.ledger import Filters, HeldClaim, NameKind
from sayso.ledger import Page as Stretch
from sayso.model import Place
from sayso.web.naming import moved_to
from sayso.web.page import Answer, Asked, Moved, Page
from sayso.web.thing import Thing, show_thing
from sayso.workspace import Workspace


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
    claim = found[0].claim
    return claim.located.name if claim.located else claim.place or identifier


def _facts(place: Place | None) -> tuple[tuple[str, str], ...]:
    if place is None:
        return (("Gazetteer", "in none that is held; named as written"),)
    within = ", ".join(part for part in (place.region, place.country) if part)
    return (
        ("Kind", str(place.kind)),
        ("Within", within or "not known"),
        ("Around", f"{place.lat:.2f}, {place.lon:.2f}"),
        ("Precision", f"within {place.precision_m / 1000:g} km"),
        ("Gazetteer", place.id),
    )


PAGE = Page("/places/{id:path}", "place", "Place", show, is_list=True, has_chart=True)
