"""Start: hand in a text or a file, see what the ledger holds and what is new."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from sayso.errors import InputError
from sayso.model import Document, canonical_text
from sayso.web.called import call_speaker
from sayso.web.finding_words import say_finding
from sayso.web.interface import day_of, say
from sayso.web.page import Answer, Asked, Moved, Page
from sayso.web.passages import language_of
from sayso.web.query import path_of, to_address
from sayso.web.wording import (
    STATUSES,
    measure_title,
    name_of,
    show_claim,
)
from sayso.workspace import Role, Stored, Workspace
from sayso.workspace.handed.held import Page as Stretch
from sayso.workspace.handed.taken import Skipped, Told, parse_day

LATEST = 8
"""Claims, documents and other things listed."""
NEWEST_FINDINGS = 5
MOST_OUTLETS = 100
"""Outlets that complete the form's field, the most frequent first."""


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the form and the state of the ledger."""
    return _answer(workspace, asked, problem="", skipped=())


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Read what was handed in, and lead to its claims."""
    try:
        told = _told(asked)
        given = list(_documents(workspace, asked))
    except InputError as error:
        return _answer(workspace, asked, problem=str(error), skipped=())
    skipped = [item for item in given if isinstance(item, Skipped)]
    documents = [item for item in given if isinstance(item, Document)]
    stored: list[Stored] = []
    for item in workspace.read(documents, told=told):
        if isinstance(item, Stored):
            stored.append(item)
        else:
            skipped.append(item)
    if not stored:
        problem = "" if skipped else say("There was neither a text nor a file.")
        return _answer(workspace, asked, problem=problem, skipped=tuple(skipped))
    if len(stored) == 1 and not skipped:
        return Moved(path_of("documents", stored[0].document.id))
    if not skipped:
        return Moved(to_address("/documents", [("read", str(len(stored)))]))
    return _answer(
        workspace, asked, problem="", skipped=tuple(skipped), read=len(stored)
    )


def _told(asked: Asked) -> Told:
    published = asked.form.get("published", "").strip()
    return Told(
        published=parse_day(published) if published else None,
        outlet=asked.form.get("outlet", "").strip() or None,
        url=asked.form.get("url", "").strip() or None,
    )


def _documents(workspace: Workspace, asked: Asked) -> Iterator[Document | Skipped]:
    text = canonical_text(asked.form.get("text", ""))
    if text.strip():
        title = canonical_text(asked.form.get("title", "")).strip() or None
        yield Document(text=text, title=title, name="pasted text")
    for upload in asked.uploads:
        name = canonical_text(upload.name.replace("\\", "/").rpartition("/")[2])
        yield from workspace.take_in(io.BytesIO(upload.content), name)


def _answer(
    workspace: Workspace,
    asked: Asked,
    *,
    problem: str,
    skipped: tuple[Skipped, ...],
    read: int = 0,
) -> Answer:
    sums = workspace.ledger.sums()
    facets = workspace.ledger.facets(most=MOST_OUTLETS)
    counted = facets.counts
    latest = workspace.ledger.documents(Stretch(LATEST))
    newest = Stretch(NEWEST_FINDINGS)
    findings = workspace.ledger.findings(is_standing=True, page=newest)
    held = {
        "documents": sums.documents,
        "claims": sum(count.count for count in counted["status"]),
        "speakers": facets.values["speaker"],
        "outlets": sums.outlets,
        "findings": sums.findings,
    }
    found = tuple(workspace.claims(page=Stretch(LATEST)))
    claims = [show_claim(c) for c in found]
    words: dict[str, Any] = {
        "problem": problem,
        "skipped": skipped,
        "read": read,
        "given": asked.form,
        "held": held,
        "since": day_of(sums.first),
        "until": day_of(sums.last),
        "measures": [
            (measure_title(c.value), c.count, path_of("measures", c.value))
            for c in counted["measure"][:LATEST]
        ],
        "speakers": [
            (
                call_speaker(c.label),
                c.count,
                path_of("speakers", c.value),
            )
            for c in counted["speaker"]
            if c.value != "unattributed"
        ][:LATEST],
        "statuses": [
            (
                say(STATUSES[c.value]),
                c.count,
                to_address("/claims", [("status", c.value)]),
            )
            for c in counted["status"]
        ],
        "latest": [
            (
                name_of(d),
                path_of("documents", d.id),
                d.facts.outlet or "",
                d,
                language_of(d),
            )
            for d in latest
        ],
        "newest": claims,
        "findings": [(f.finding, *say_finding(f.finding.sentence)) for f in findings],
        "outlets": [c.value for c in counted["outlet"]],
    }
    return Answer(say("Start"), words, {"held": held}, status=400 if problem else 200)


PAGE = Page("/", "home", "Start", show, act=act, needs=Role.OWNER)
