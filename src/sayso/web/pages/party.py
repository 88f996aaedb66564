"""A party: claims in which it acts or is affected."""

from __future__ import annotations

from sayso.web.page import Answer, Asked, Page
from sayso.web.thing import Thing, show_thing
from sayso.workspace import Workspace


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give a party."""
    name = asked.params["id"]
    facts = (("Shown are", "claims in which it acts or is affected"),)
    return show_thing(
        workspace, asked, Thing("parties", "party", name, name, facts), {}
    )


PAGE = Page("/parties/{id:path}", "party", "Party", show, is_list=True)
