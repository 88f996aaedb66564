"""Names: which may be one, what people ruled of them, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import EntryMissing, InputError, UnknownName
from sayso.web.interface import say, say_of
from sayso.web.naming import (
    PLACES,
    back_to,
    reviewer_of,
    rule_name,
    show_history,
)
from sayso.web.page import Answer, Asked, Moved, Page
from sayso.web.query import path_of
from sayso.workspace import Workspace
from sayso.workspace.handed.held import NameKind
from sayso.workspace.naming import likely_same

MOST = 100
"""Groups that are listed."""


@dataclass(frozen=True, slots=True)
class Group:
    """Names that may be one."""

    kind: str
    called: str
    names: tuple[tuple[str, str, str], ...]
    """Key, name and address, the fullest name first."""


def show(workspace: Workspace, asked: Asked, problem: str = "") -> Answer:
    """Give the names that may be one, and the rulings so far."""
    groups = tuple(
        Group(
            kind,
            say_of("name", str(kind)),
            tuple((k, n, path_of(PLACES[kind], k)) for k, n in group),
        )
        for kind in NameKind
        for group in likely_same(workspace, kind)
    )
    naming = workspace.ledger.naming()
    history = show_history(naming.rulings, naming.undone)
    words = {
        "groups": groups[:MOST],
        "history": history,
        "own_name": reviewer_of(asked),
        "problem": problem,
        "typed": asked.form,
    }
    record = {
        "may_be_one": [
            {"kind": g.kind, "names": [name for _, name, _ in g.names]} for g in groups
        ],
        "rulings": [
            {"number": p.number, "words": p.words, "reviewer": p.reviewer}
            | {"reason": p.reason, "at": p.at, "taken_back": p.is_undone}
            for p in history
        ],
    }
    return Answer(say("Names"), words, record, status=400 if problem else 200)


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Record a ruling on a name and go on where it was made."""
    try:
        key = rule_name(workspace, asked)
    except (InputError, UnknownName, EntryMissing) as error:
        return show(workspace, asked, problem=str(error))
    return back_to(workspace, asked, key)


PAGE = Page("/names", "names", "Names", show, act=act)
