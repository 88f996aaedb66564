"""Places: where claims are said to have happened, with the gazetteer's precision."""

from __future__ import annotations

from sayso.web.index import Column, show_index
from sayso.web.page import Answer, Asked, Page
from sayso.web.query import path_of
from sayso.workspace import Workspace

COLUMNS = (
    Column("Place"),
    Column("Kind"),
    Column("Region"),
    Column("Country"),
    Column("Precision"),
    Column("Claims", is_number=True),
)


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the places that were found in a gazetteer, the most claimed of first."""
    rows = (
        (
            path_of("places", place.id),
            place.name,
            str(place.kind),
            place.region or "",
            place.country or "",
            f"{place.precision_m / 1000:g} km",
            f"{claims:,}",
        )
        for place, claims in workspace.ledger.places()
    )
    return show_index("Places", COLUMNS, rows, asked)


PAGE = Page("/places", "places", "Places", show, is_list=True, in_menu=True)
