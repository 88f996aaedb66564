"""Measures: what is counted, with the claims held of each."""

from __future__ import annotations

from sayso.vocabulary.measures import load_measures
from sayso.web.index import Cell, Column, show_index
from sayso.web.interface import say, to_say
from sayso.web.page import Answer, Asked, Page
from sayso.web.query import path_of
from sayso.web.wording import measure_title
from sayso.workspace import Workspace

COLUMNS = (
    Column(to_say("Measure")),
    Column(to_say("Counts")),
    Column(to_say("Claims"), is_number=True),
)


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the measures in the order of their table; those without claims say 0."""
    counted = workspace.ledger.facets().counts["measure"]
    counts = {count.value: count.count for count in counted}
    rows = (
        (
            path_of("measures", measure.id) if measure.id in counts else "",
            measure_title(measure.id),
            say(measure.counts),
            Cell.of_number(counts.get(measure.id, 0)),
        )
        for measure in load_measures()
    )
    return show_index(say("Measures"), COLUMNS, rows, asked)


PAGE = Page(
    "/measures", "measures", to_say("Measures"), show, is_list=True, in_menu=True
)
