"""A measure: what is counted, by whom, day by day."""

from __future__ import annotations

from sayso.errors import EntryMissing, UnknownName
from sayso.vocabulary.measures import load_measures
from sayso.web.interface import say, say_of
from sayso.web.page import Answer, Asked, Page
from sayso.web.thing import Thing, show_thing
from sayso.web.wording import measure_title, unit_of
from sayso.workspace import Workspace
from sayso.workspace.asking import nearest


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give a measure."""
    identifier = asked.params["id"]
    known = {measure.id: measure for measure in load_measures()}
    if identifier not in known:
        near = nearest(identifier[:40], known)
        raise EntryMissing(
            str(UnknownName("measure", identifier[:40], near, are_nearest=True))
        )
    measure = known[identifier]
    units = ", ".join(unit_of(unit) or say("number") for unit in measure.units)
    facts = (
        (say("Counts"), say(measure.counts)),
        (say_of("unit", "In"), units),
        (say("Name"), identifier),
    )
    thing = Thing("measures", "measure", identifier, measure_title(identifier), facts)
    return show_thing(workspace, asked, thing, {})


PAGE = Page("/measures/{id}", "measure", "Measure", show, is_list=True, has_chart=True)
