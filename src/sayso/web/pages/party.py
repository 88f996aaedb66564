"""A party: claims in which it acts or is affected."""

from __future__ import annotations

from sayso.web.called import call_party
from sayso.web.interface import say
from sayso.web.naming import moved_to, rule_here
from sayso.web.page import Answer, Asked, Moved, Page
from sayso.web.thing import Thing, show_thing
from sayso.workspace import Workspace
from sayso.workspace.handed.held import NameKind


def show(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Give a party; one that was joined to another is there."""
    name = asked.params["id"]
    moved = moved_to(workspace, NameKind.PARTY, name)
    if moved is not None:
        return moved
    facts = ((say("Shown are"), say("claims in which it acts or is affected")),)
    return show_thing(
        workspace, asked, Thing("parties", "party", name, call_party(name), facts), {}
    )


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Record a ruling on its name."""
    return rule_here(workspace, asked, show)


PAGE = Page(
    "/parties/{id:path}", "party", "Party", show, act=act, is_list=True, has_chart=True
)
