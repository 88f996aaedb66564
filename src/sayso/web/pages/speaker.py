"""A speaker: who it is, what it claims, its figures day by day."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model import Access, SpeakerId
from sayso.web.page import Answer, Asked, Page
from sayso.web.thing import Thing, show_thing
from sayso.web.wording import party_of
from sayso.workspace import Workspace

ACCESS: Mapping[Access, str] = {
    Access.OWN_FORCE: "speaks of its own force",
    Access.ENEMY_FORCE: "speaks of the opposing force",
    Access.THIRD_PARTY_COUNT: "counts as a third party",
    Access.WITNESS: "witness",
    Access.IMAGERY: "imagery",
    Access.UNKNOWN: "not known",
}
"""How a speaker can know, in words."""


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give a speaker."""
    held = workspace.ledger.speaker(SpeakerId(asked.params["id"]))
    speaker = held.speaker
    facts = (
        ("Party", party_of(speaker) or "none known"),
        ("Access", ACCESS[speaker.access]),
        ("Claims", f"{held.claims:,}"),
        ("Attributions", f"{held.attributions:,}"),
    )
    thing = Thing("speakers", "speaker", held.speaker.id, speaker.name, facts)
    return show_thing(workspace, asked, thing, {"is_private": speaker.private})


PAGE = Page("/speakers/{id}", "speaker", "Speaker", show, is_list=True)
