"""Versions of one address side by side: sentences that came and went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from sayso.cli.records import document_record
from sayso.cli.terminal import one_line
from sayso.model.withheld import spell_withheld
from sayso.workspace import DocumentView

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]{0,2}\s+|\n+")


def versions_record(views: Sequence[DocumentView]) -> list[dict[str, object]]:
    """Give each version with the sentences that it has and the one before has not."""
    earlier = ("", *(view.text for view in views))
    found = []
    for before, view in zip(earlier, views, strict=False):
        gone, new = differences(before, view.text) if before else ([], [])
        record = document_record(view.held)
        found.append({**record, "no_longer_said": gone, "newly_said": new})
    return found


def version_lines(views: Sequence[DocumentView]) -> Iterator[str]:
    """Yield what each version says otherwise than the one before it."""
    yield one_line(views[0].held.facts.url or "no address")
    if len(views) == 1:
        yield "one version is held"
    yield _heading(views[0])
    for before, view in pairwise(views):
        yield ""
        yield _heading(view)
        gone, new = differences(before.text, view.text)
        yield from (f"  - {one_line(spell_withheld(w))}" for w in gone)
        yield from (f"  + {one_line(spell_withheld(w))}" for w in new)


def differences(before: str, after: str) -> tuple[list[str], list[str]]:
    """Give the sentences of the earlier and of the later text alone, in order."""
    one, other = (
        [" ".join(part.split()) for part in _SENTENCE.split(text) if part.strip()]
        for text in (before, after)
    )
    gone, new = list[str](), list[str]()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            gone += one[start:end]
            new += other[first:last]
    return gone, new


def _heading(view: DocumentView) -> str:
    facts = view.held.facts
    published = facts.published.isoformat() if facts.published else "day unknown"
    return one_line(
        f"version {view.held.id[:8]}, published {published},"
        f" seen {(facts.retrieved or 'at an unknown time')}"
    )
