"""A speaker: who it is, what it claims, its figures day by day."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model import Access, SpeakerId
from sayso.model.withheld import MASK, voice_apart
from sayso.web.called import call_speaker
from sayso.web.interface import say, to_say, whole_number
from sayso.web.naming import moved_to, rule_here
from sayso.web.page import Answer, Asked, Moved, Page
from sayso.web.thing import Thing, show_thing
from sayso.web.wording import party_of
from sayso.workspace import Workspace
from sayso.workspace.handed.held import NameKind

ACCESS: Mapping[Access, str] = {
    Access.OWN_FORCE: to_say("speaks of its own force"),
    Access.ENEMY_FORCE: to_say("speaks of the opposing force"),
    Access.THIRD_PARTY_COUNT: to_say("counts as a third party"),
    Access.WITNESS: to_say("witness"),
    Access.IMAGERY: to_say("imagery"),
    Access.UNKNOWN: to_say("not known"),
}
"""How a speaker can know, in words."""


def show(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Give a speaker; one that was joined to another is there."""
    moved = moved_to(workspace, NameKind.SPEAKER, asked.params["id"])
    if moved is not None:
        return moved
    held = workspace.ledger.speaker(SpeakerId(asked.params["id"]))
    speaker = held.speaker
    facts = (
        (say("Party"), party_of(speaker) or say("none known")),
        (say("Access"), say(ACCESS[speaker.access])),
        (say("Claims"), whole_number(held.claims)),
        (say("Attributions"), whole_number(held.attributions)),
    )
    name = call_speaker(voice_apart(speaker))
    thing = Thing("speakers", "speaker", held.speaker.id, name, facts)
    return show_thing(workspace, asked, thing, {"is_withheld": speaker.name == MASK})


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Record a ruling on its name."""
    return rule_here(workspace, asked, show)


PAGE = Page(
    "/speakers/{id}", "speaker", "Speaker", show, act=act, is_list=True, has_chart=True
)
