"""Saved questions: a filter with a name, and what is new in it.

A question is the user's own and lies beside the settings, one JSON file each; what of
it was seen is kept for each ledger as the number of its last entry. New are claims,
revisions, contradictions, and captures of an address that was held with other words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from sayso.errors import EntryMissing, InputError, UnknownName
from sayso.ledger import Filters, HeldClaim, Order
from sayso.ledger import Page as Stretch
from sayso.ledger.rows import ROWS_PER_READING
from sayso.model import Finding, Outcome
from sayso.model.withheld import spell_withheld, voice_apart
from sayso.workspace import Workspace
from sayso.workspace.asking import resolve_filters
from sayso.workspace.own_data import folder

MOST_NEW = 500
"""Claims that one look at a question gives."""
_NAME = re.compile(r"[\w-]{1,60}")
_CONTRADICTIONS = "contradictions"


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A filter under a name."""

    name: str
    filters: Filters
    seen: Mapping[str, int]
    """Ledger's address -> number of the last entry that was seen."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new in a question."""

    id: str
    kind: str
    """claim, revision, contradiction or version."""
    at: str
    """Instant of recording, ISO 8601 in UTC."""
    sentence: str
    """One line that begins with a speaker or an outlet."""
    url: str | None


def save_question(name: str, filters: Filters) -> SavedQuestion:
    """Keep a filter under a name, in place of an older one of the name.

    Raises:
        InputError: The name has other signs than letters, digits, "-" and "_", or the
            filter asks for everything.
    """
    if not _NAME.fullmatch(name):
        raise InputError(
            f'"{name[:60]}" is no name for a question; letters, digits, "-" and "_"'
        )
    if filters == Filters():
        raise InputError("a question needs a filter, such as a place or a measure")
    question = SavedQuestion(name, filters, {})
    _write(question)
    return question


def load_question(name: str) -> SavedQuestion:
    """Give a saved question.

    Raises:
        EntryMissing: There is none of the name, or its file is not as it was written.
    """
    path = _folder() / f"{name}.json"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise EntryMissing(f'no saved question "{name[:60]}"')
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return SavedQuestion(name, _filters(stored["filters"]), dict(stored["seen"]))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise EntryMissing(f'"{path}" holds no saved question') from error


def list_questions() -> tuple[str, ...]:
    """Give the names of all saved questions, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.json")))


def remove_question(name: str) -> None:
    """Forget a saved question.

    Raises:
        EntryMissing: There is none of the name.
    """
    load_question(name)
    (_folder() / f"{name}.json").unlink()


def find_news(
    question: SavedQuestion, workspace: Workspace, *, is_all: bool = False
) -> tuple[News, ...]:
    """Give what is new in a question, latest first.

    Args:
        question: Its filter.
        workspace: The ledger that is asked.
        is_all: Whether what was seen before is given too, as a feed has it.
    """
    seen = 0 if is_all else question.seen.get(workspace.ledger.address, 0)
    instants = {e.sequence: e.at for e in workspace.ledger.entries(after=seen)}
    page = Stretch(MOST_NEW)
    held = [
        claim
        for claim in workspace.claims(
            _resolved(question, workspace), Order.NEWEST, page
        )
        if claim.number // ROWS_PER_READING > seen
    ]
    news = [_claim_news(claim, instants, workspace) for claim in held]
    news += _finding_news(question, workspace, instants, seen)
    news += _version_news(held, instants, workspace)
    return tuple(sorted(news, key=lambda n: (n.at, n.id), reverse=True))


def mark_seen(question: SavedQuestion, workspace: Workspace) -> SavedQuestion:
    """Keep that all that is held now was seen."""
    last = question.seen.get(workspace.ledger.address, 0)
    for entry in workspace.ledger.entries(after=last):
        last = entry.sequence
    marked = replace(question, seen={**question.seen, workspace.ledger.address: last})
    _write(marked)
    return marked


def _claim_news(
    held: HeldClaim, instants: Mapping[int, str], workspace: Workspace
) -> News:
    claim = held.claim
    name = voice_apart(claim.speaker) if claim.speaker else claim.claimant
    voice = name or f"Unattributed in {held.outlet or 'a document'}"
    words = " ".join(claim.quantity.span.text.split())
    day = held.published.isoformat() if held.published else "day unknown"
    place = f", {claim.place}" if claim.place else ""
    return News(
        id=f"claim:{held.id}",
        kind="claim",
        at=instants.get(held.number // ROWS_PER_READING, ""),
        sentence=f"{voice}: “{words}” ({claim.measure}{place}),"
        f" {held.outlet or 'a document'}, {day}",
        url=workspace.ledger.document(claim.document).facts.url,
    )


def _finding_news(
    question: SavedQuestion,
    workspace: Workspace,
    instants: Mapping[int, str],
    seen: int,
) -> Iterator[News]:
    """Give revisions and contradictions that use a claim of the question."""
    standing = [
        held
        for held in workspace.ledger.findings(is_standing=True)
        if held.number > seen and _kind(held.finding) is not None
    ]
    if not standing:
        return
    wanted = {held.id for held in workspace.claims(_resolved(question, workspace))}
    for held in standing:
        if not wanted.isdisjoint(given.claim for given in held.finding.inputs):
            yield News(
                id=f"finding:{held.finding.fingerprint}",
                kind=_kind(held.finding) or "",
                at=instants.get(held.number, ""),
                sentence=spell_withheld(held.finding.sentence),
                url=None,
            )


def _kind(finding: Finding) -> str | None:
    if finding.outcome is Outcome.REVISED:
        return "revision"
    return "contradiction" if finding.rule == _CONTRADICTIONS else None


def _version_news(
    held: list[HeldClaim], instants: Mapping[int, str], workspace: Workspace
) -> Iterator[News]:
    """Give new documents whose address was held before with other words."""
    keys = dict.fromkeys(claim.claim.document for claim in held)
    fresh = [workspace.ledger.document(key) for key in keys]
    addresses = {d.facts.url for d in fresh if d.facts.url}
    if not addresses:
        return
    first: dict[str, int] = {}
    for document in workspace.ledger.documents(Stretch(1 << 40)):
        url = document.facts.url
        if url in addresses and url is not None:
            first[url] = min(document.number, first.get(url, document.number))
    for document in fresh:
        url = document.facts.url
        if url is not None and first.get(url, document.number) < document.number:
            outlet = document.facts.outlet or "An outlet"
            yield News(
                id=f"version:{document.id}",
                kind="version",
                at=instants.get(document.number, ""),
                sentence=f"{outlet}: other words than before at the same address",
                url=url,
            )


def _folder() -> Path:
    return folder() / "questions"


def _write(question: SavedQuestion) -> None:
    _folder().mkdir(parents=True, exist_ok=True)
    stored = {"filters": filter_words(question.filters), "seen": dict(question.seen)}
    path = _folder() / f"{question.name}.json"
    part = path.with_suffix(".part")
    part.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", "utf-8")
    part.replace(path)


def _resolved(question: SavedQuestion, workspace: Workspace) -> Filters:
    """Give what is asked for; a name that nobody knows yet finds nothing so far."""
    try:
        return resolve_filters(workspace.ledger, question.filters)
    except UnknownName:
        return question.filters


def filter_words(filters: Filters) -> dict[str, Any]:
    """Give what a filter asks for, as plain values."""
    found: dict[str, Any] = {}
    for field in fields(filters):
        value = getattr(filters, field.name)
        if value not in (None, False):
            found[field.name] = value.isoformat() if isinstance(value, date) else value
    return found


def _filters(stored: Mapping[str, Any]) -> Filters:
    known: dict[str, Any] = dict(stored)
    for name in ("since", "until"):
        if name in known:
            known[name] = date.fromisoformat(known[name])
    return Filters(**known)
