"""Places: where claims are said to have happened, with the gazetteer's precision."""

from __future__ import annotations

from sayso.web.called import call_located, call_region
from sayso.web.index import Cell, Column, show_index
from sayso.web.interface import say, say_of, to_say
from sayso.web.page import Answer, Asked, Page
from sayso.web.query import path_of
from sayso.workspace import Workspace

COLUMNS = (
    Column(to_say("Place")),
    Column(to_say("Kind")),
    Column(to_say("Region")),
    Column(to_say("Country")),
    Column(to_say("Precision")),
    Column(to_say("Claims"), is_number=True),
)


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the places that were found in a gazetteer, the most claimed of first."""
    rows = (
        (
            path_of("places", place.id),
            call_located(place),
            say_of("place", str(place.kind)),
            call_region(place),
            place.country or "",
            say("%(km)s km", km=f"{place.precision_m / 1000:g}"),
            Cell.of_number(claims),
        )
        for place, claims in workspace.ledger.places()
    )
    return show_index(say("Places"), COLUMNS, rows, asked)


PAGE = Page("/places", "places", to_say("Places"), show, is_list=True, in_menu=True)
