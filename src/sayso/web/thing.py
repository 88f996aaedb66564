"""What the pages of one speaker, party, place or measure have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import EntryMissing
from sayso.web.claim_list import list_claims, record_of, table_of
from sayso.web.naming import ShownNaming, show_naming
from sayso.web.page import Answer, Asked
from sayso.web.query import (
    parse_question,
    path_of,
    resolve_question,
    to_address,
    with_value,
)
from sayso.web.series import ShownSeries, show_series
from sayso.workspace import Workspace
from sayso.workspace.handed.held import NameKind


@dataclass(frozen=True, slots=True)
class Thing:
    """One speaker, party, place or measure."""

    kind: str
    """First part of its address: "speakers"."""
    facet: str
    """The filter that finds its claims."""
    id: str
    name: str
    facts: tuple[tuple[str, str], ...]
    """Words and values shown under its name."""


def show_thing(
    workspace: Workspace, asked: Asked, thing: Thing, words: Mapping[str, Any]
) -> Answer:
    """Give a thing with its series and its claims, or its claims as rows.

    Raises:
        EntryMissing: No claim has it.
    """
    fixed = {thing.facet: thing.id}
    if asked.is_whole:
        return Answer(thing.name, {}, None, table_of(workspace, asked, **fixed))
    path = path_of(thing.kind, thing.id)
    listed = list_claims(workspace, asked, path=path, **fixed)
    if not listed.count and asked.query in ((), (("named", "1"),)):
        raise EntryMissing(f'no claim has the {thing.facet} "{thing.id}"')
    series = _series(workspace, asked, thing, path)
    record = {
        "id": thing.id,
        "name": thing.name,
        "facts": dict(thing.facts),
        **record_of(listed),
        "series": _series_record(series),
    }
    shown = {
        "thing": thing,
        "listed": listed,
        "series": series,
        "naming": _naming(workspace, asked, thing),
        "naming_link": to_address(path, with_value(asked.query, "named", "1"))
        + "#naming",
        "own_name": asked.reviewer,
        "is_naming": asked.get("named") == "1",
        "here": to_address(path, asked.query),
        "typed": asked.form,
        "problem": "",
        **words,
    }
    return Answer(thing.name, shown, record)


def _naming(workspace: Workspace, asked: Asked, thing: Thing) -> ShownNaming | None:
    """Give what people ruled on the thing's name, None for what has no such name."""
    if thing.facet not in tuple(NameKind):
        return None
    kind, is_open = NameKind(thing.facet), asked.get("named") == "1"
    return show_naming(workspace, (kind, thing.id), thing.name, is_open=is_open)


def _series(
    workspace: Workspace, asked: Asked, thing: Thing, path: str
) -> ShownSeries | None:
    question = parse_question(asked, **{thing.facet: thing.id})
    question = resolve_question(question, workspace.ledger)
    return show_series(workspace, asked, question.filters, path)


def _series_record(series: ShownSeries | None) -> dict[str, Any] | None:
    if series is None:
        return None
    return {
        "counts": series.words,
        "is_all": series.is_all,
        "figures": [
            {
                "claim": row.claim.id,
                "speaker": row.claim.voice,
                "interval": row.interval,
                "day": row.day,
                "is_revised": row.is_revised,
            }
            for row in series.rows
        ],
    }
