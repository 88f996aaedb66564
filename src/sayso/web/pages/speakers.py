"""Speakers: everyone that something is attributed to."""

from __future__ import annotations

from sayso.model.withheld import voice_apart
from sayso.web.called import call_speaker
from sayso.web.index import Cell, Column, show_index
from sayso.web.interface import say, to_say
from sayso.web.page import Answer, Asked, Page
from sayso.web.query import path_of
from sayso.web.wording import party_of
from sayso.workspace import Workspace

COLUMNS = (
    Column(to_say("Speaker")),
    Column(to_say("Party")),
    Column(to_say("Claims"), is_number=True),
    Column(to_say("Attributions"), is_number=True),
)


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the speakers, the most quoted first."""
    rows = (
        (
            path_of("speakers", held.speaker.id) if held.claims else "",
            call_speaker(voice_apart(held.speaker)),
            party_of(held.speaker),
            Cell.of_number(held.claims),
            Cell.of_number(held.attributions),
        )
        for held in workspace.speakers()
    )
    return show_index(say("Speakers"), COLUMNS, rows, asked)


PAGE = Page(
    "/speakers", "speakers", to_say("Speakers"), show, is_list=True, in_menu=True
)
