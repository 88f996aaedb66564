"""Claims: filter, search, sort, leaf; the address is the query."""

from __future__ import annotations

from sayso.web.claim_list import claim_record, list_claims, record_of, table_of
from sayso.web.interface import say, to_say
from sayso.web.page import Answer, Asked, Moved, Page
from sayso.web.wording import link_to_words
from sayso.workspace import Workspace


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give one page of claims, or all of them as rows."""
    if asked.is_whole:
        return Answer("Claims", {}, None, table_of(workspace, asked))
    listed = list_claims(workspace, asked)
    return Answer(say("Claims"), {"listed": listed}, record_of(listed))


def show_one(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Give a claim's record, or lead to its words in their document."""
    held = workspace.claim(asked.params["id"])
    if asked.path.endswith(".json"):
        return Answer("Claim", {}, claim_record(held))
    return Moved(link_to_words(held))


PAGE = Page("/claims", "claims", to_say("Claims"), show, is_list=True, in_menu=True)
ONE = Page("/claims/{id}", "claim", "Claim", show_one)
