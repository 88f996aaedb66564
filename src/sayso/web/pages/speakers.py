"""Speakers: everyone that something is attributed to."""

from __future__ import annotations

from sayso.model.withheld import voice_apart
from sayso.web.index import Column, show_index
from sayso.web.page import Answer, Asked, Page
from sayso.web.query import path_of
from sayso.web.wording import party_of
from sayso.workspace import Workspace

COLUMNS = (
    Column("Speaker"),
    Column("Party"),
    Column("Claims", is_number=True),
    Column("Attributions", is_number=True),
)


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the speakers, the most quoted first."""
    rows = (
        (
            path_of("speakers", held.speaker.id) if held.claims else "",
            voice_apart(held.speaker),
            party_of(held.speaker),
            f"{held.claims:,}",
            f"{held.attributions:,}",
        )
        for held in workspace.speakers()
    )
    return show_index("Speakers", COLUMNS, rows, asked)


PAGE = Page("/speakers", "speakers", "Speakers", show, is_list=True, in_menu=True)
