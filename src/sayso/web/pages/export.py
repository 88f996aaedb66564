"""Take out: the claims an address asks for, in every form of `sayso export`, masked.

The same gathering and the same formats as the command; what a format loses is said
beside it, before it is taken.
"""

from __future__ import annotations

import json
from typing import Any

from sayso.errors import EntryMissing, InputError
from sayso.web.claim_list import list_claims
from sayso.web.interface import say
from sayso.web.page import Answer, Asked, Download, Page
from sayso.web.query import parse_question, resolve_question, to_address
from sayso.web.whole import is_small
from sayso.workspace import Workspace
from sayso.workspace.exporting import gather
from sayso.workspace.handed.written import Format
from sayso.workspace.installed import every_export

OVER_ALL = ("coder", "ucdp", "eventreport", "dossier")
"""Formats that tell of chains or incidents, worked out over the whole ledger."""


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the formats, each with what it loses and the link that carries the query."""
    listed = list_claims(workspace, asked, path="/export")
    words: dict[str, Any] = {
        "listed": listed,
        "shown": [
            {
                "format": form,
                "summary": say(form.summary),
                "loses": "; ".join(map(say, form.loses)),
                "link": to_address(f"/export/{form.name}", asked.query),
                "beside": f"/export/{form.name}.json" if form.beside else "",
                "command": _is_for_command(workspace, form),
            }
            for form in _texts()
        ],
        "back": to_address("/claims", asked.query),
    }
    record = {
        "count": listed.count,
        "count_is_exact": listed.is_exact,
        "formats": [_record(form) for form in _texts()],
    }
    return Answer(say("Take out"), words, record)


def download(workspace: Workspace, asked: Asked) -> Answer | Download:
    """Give one export as a file; as JSON, what stands beside or is told of it.

    Raises:
        EntryMissing: There is no such format.
        InputError: A filter was not understood, or the ledger is too large for a page.
    """
    name = asked.params["name"]
    form = next((f for f in _texts() if f.name == name), None)
    if form is None:
        known = ", ".join(f.name for f in _texts())
        raise EntryMissing(f'"{name[:40]}" is none of the formats {known}')
    file = f"sayso-claims{form.suffix}"
    if asked.path.endswith(".json"):
        bundle = gather(workspace)
        told = json.loads(form.beside(file, bundle)) if form.beside else _record(form)
        return Answer(form.name, {}, told)
    question = resolve_question(parse_question(asked), workspace.ledger)
    if question.unknown:
        raise InputError(str(question.unknown))
    if question.faults:
        raise InputError(question.faults[0])
    if _is_for_command(workspace, form):
        raise InputError(f"this ledger is large: run `sayso export {form.name}` for it")
    bundle = gather(workspace, question.filters)
    return Download(file, form.media_type, lambda out: form.write(bundle, out))


def _texts() -> tuple[Format, ...]:
    """Give the formats that are texts, of installed packages too."""
    return tuple(form for form in every_export() if isinstance(form, Format))


def _is_for_command(workspace: Workspace, form: Format) -> bool:
    return form.name in OVER_ALL and not is_small(workspace)


def _record(form: Format) -> dict[str, Any]:
    return {
        "format": form.name,
        "suffix": form.suffix,
        "media_type": form.media_type,
        "summary": form.summary,
        "loses": list(form.loses),
    }


PAGE = Page("/export", "export", "Take out", show)
ONE = Page("/export/{name}", "download", "Download", download)
