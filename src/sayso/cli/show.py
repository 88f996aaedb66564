"""Show a document with its words marked and, below, what is read in them.

ID is a document's id, a beginning of it of 4 digits or more, or its name. Sources,
cues and figures are coloured on a terminal; numbers in brackets lead from a figure to
its claim. Attributions without a figure are listed too, and what was not read.
With --readers the claims of all readers that ever read it stand side by side, with
--versions what other versions of its address say otherwise.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from sayso.cli.claims import who
from sayso.cli.marks import mark_text
from sayso.cli.readers import reader_lines, readings_record
from sayso.cli.records import (
    attribution_record,
    claim_record,
    document_record,
    print_record,
    show_period,
)
from sayso.cli.terminal import harmless, is_coloured, one_line, output
from sayso.cli.versions import version_lines, versions_record
from sayso.model import Gap, to_json
from sayso.model.withheld import spell_withheld, voice_apart
from sayso.workspace import DocumentView, Workspace
from sayso.workspace.handed.held import HeldAttribution, HeldClaim
from sayso.workspace.readings import HeldReading

EXAMPLE = "sayso show 3f2a90c1"

_QUOTED = 160
"""Characters of content shown for an attribution without a figure."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso show`."""
    parser.add_argument(
        "document", metavar="ID", help="id, its beginning, name or claim"
    )
    parser.add_argument(
        "--readers", action="store_true", help="compare what its readers read"
    )
    parser.add_argument(
        "--versions", action="store_true", help="compare the versions of its address"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print one document with what is read in it."""
    with Workspace(arguments.ledger, create=False) as workspace:
        if arguments.readers:
            _compare(workspace.readings(arguments.document), is_json=arguments.json)
            return 0
        if arguments.versions:
            views = workspace.versions(arguments.document)
            _set_beside(views, is_json=arguments.json)
            return 0
        view = workspace.view(arguments.document)
        if arguments.json:
            print_record(_record(view))
            return 0
        history = workspace.history(view.held.id)
        for line in _lines(view, history, is_coloured=is_coloured(output())):
            print(line)
    return 0


def _compare(readings: Sequence[HeldReading], *, is_json: bool) -> None:
    if is_json:
        print_record({"readings": readings_record(readings)})
        return
    for line in reader_lines(readings):
        print(line)


def _set_beside(views: Sequence[DocumentView], *, is_json: bool) -> None:
    if is_json:
        print_record({"versions": versions_record(views)})
        return
    for line in version_lines(views):
        print(line)


def _record(view: DocumentView) -> dict[str, object]:
    return {
        **document_record(view.held),
        "text": view.text,
        "claims": [claim_record(held) for held in view.claims],
        "attributions": [attribution_record(held) for held in view.attributions],
        "not_read": [to_json(gap) for gap in view.gaps],
    }


def _lines(
    view: DocumentView, history: tuple[tuple[str, str], ...], *, is_coloured: bool
) -> Iterator[str]:
    yield from _heading(view)
    yield from (one_line(f"corrected {at}: {words}") for at, words in history)
    yield ""
    yield spell_withheld(mark_text(view, is_coloured=is_coloured))
    yield ""
    yield "claims" if view.claims else "no claims"
    for number, held in enumerate(view.claims, start=1):
        yield f"  [{number}] {_claim_line(held)}"
    others = [held for held in view.attributions if not held.figures]
    if others:
        yield ""
        yield "said without a figure"
        yield from (f"  {_attribution_line(held)}" for held in others)
    if view.gaps:
        yield ""
        yield "not read"
        yield from (f"  {_gap_line(gap)}" for gap in view.gaps)


def _heading(view: DocumentView) -> Iterator[str]:
    facts = view.held.facts
    yield one_line(facts.title or facts.name or "untitled")
    published = facts.published.isoformat() if facts.published else "day unknown"
    stands = f" (day from {facts.published_from})" if facts.published_from else ""
    yield one_line(f"{facts.outlet or 'outlet unknown'}, {published}{stands}")
    yield from (one_line(f"left open: {doubt}") for doubt in facts.doubts)
    if facts.url:
        yield one_line(facts.url)
    yield f"document {view.held.id}, read by {harmless(view.held.reader or 'nobody')}"


def _claim_line(held: HeldClaim) -> str:
    claim = held.claim
    parts = [
        f"{who(held)}: {claim.quantity.span.text}",
        claim.measure,
        f"of {claim.affected}" if claim.affected else "",
        f"by {claim.actor}" if claim.actor else "",
        f"in {claim.place}" if claim.place else "",
        show_period(held),
        f"via {', '.join(claim.via)}" if claim.via else "",
        str(claim.stance) if claim.stance != "asserted" else "",
        f"{held.status}, {held.id[:8]}",
    ]
    return one_line("; ".join(part for part in parts if part))


def _gap_line(gap: Gap) -> str:
    return one_line(f'"{gap.span.text[:_QUOTED]}": {gap.reason}')


def _attribution_line(held: HeldAttribution) -> str:
    said = held.attribution
    name = voice_apart(said.speaker) if said.speaker else said.name
    source = name or " … ".join(span.text for span in said.source) or "Nobody named"
    cue = " … ".join(span.text for span in said.cue)
    content = " … ".join(span.text for span in said.content)
    if len(content) > _QUOTED:
        content = content[: _QUOTED - 1] + "…"
    return one_line(spell_withheld(f"{source} ({cue}): {content}"))
