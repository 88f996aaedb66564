"""Take outside data in as claims, with its origin.

series: a table of daily running totals of one speaker, as JSON (plain or gzipped) with
"speaker", "measure", "start" and "series": name -> {"from", "values"}. Every series
becomes a document, every day's figure a claim of that speaker, never a fact.
annotations: W3C annotations as `sayso export webannotation` writes them, on documents
that the ledger holds. A quotation that does not stand where it says refuses the file.
labels: corrections made in Label Studio, doccano, brat or a tool for UIMA on what
`sayso export` wrote for it; they become rulings of the person that --by names.
readings: the folder that `sayso extract --spark` wrote. A document that the ledger
holds with a reading is left as it is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from sayso.cli.records import document_record, print_lines
from sayso.cli.terminal import one_line
from sayso.workspace import Stored, Workspace
from sayso.workspace.annotating import import_annotations
from sayso.workspace.cluster_output import import_readings
from sayso.workspace.labelling import Corrected, import_labels

EXAMPLE = "sayso import series losses.json.gz"

KINDS: Mapping[str, Callable[[Workspace, str], Iterable[Stored]]] = MappingProxyType(
    {
        "series": Workspace.import_series,
        "annotations": import_annotations,
        "readings": import_readings,
    }
)
"""Word after `import` -> what takes such a file in."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso import`."""
    kinds = [*KINDS, "labels"]
    parser.add_argument("kind", choices=kinds, help="what the file holds")
    parser.add_argument("path", metavar="FILE")
    parser.add_argument(
        "--by", default="", metavar="NAME", help="who corrected the labels"
    )


def run(arguments: argparse.Namespace) -> int:
    """Store what the file holds and print its documents."""
    if arguments.kind == "labels":
        return _labels(arguments)
    stored = []
    with Workspace(arguments.ledger) as workspace:
        for item in KINDS[arguments.kind](workspace, arguments.path):
            stored.append(item)
            facts = item.document.facts
            if not arguments.json:
                state = "new" if item.is_new else "held"
                print(one_line(f"{state}  {facts.title or facts.name}"))
    if arguments.json:
        print_lines(document_record(item.document) for item in stored)
    if not arguments.quiet:
        print(f"{len(stored):,} documents", file=sys.stderr)
    return 0


def _labels(arguments: argparse.Namespace) -> int:
    """Record corrections of labels and print what became of each document."""
    with Workspace(arguments.ledger, create=False) as workspace:
        done = import_labels(workspace, arguments.path, by=arguments.by)
        names = {one.document: _name(workspace, one.document) for one in done}
    if arguments.json:
        print_lines(_corrected_record(one) for one in done)
    else:
        for one in done:
            print(one_line(f"{names[one.document]}: {_in_words(one)}"))
    if not arguments.quiet:
        equal, labels, recorded = (
            sum(getattr(one, part) for one in done)
            for part in ("equal", "labels", "recorded")
        )
        print(
            f"{equal:,} of {labels:,} labels are as they were; {recorded:,} rulings"
            " recorded",
            file=sys.stderr,
        )
    return 0


def _name(workspace: Workspace, document: str) -> str:
    facts = workspace.document(document).facts
    return facts.title or facts.name or document[:12]


def _in_words(one: Corrected) -> str:
    parts = [
        f"{one.equal} of {one.labels} labels as they were",
        f"{len(one.rejected)} taken out" if one.rejected else "",
        f"{len(one.edited)} with another measure" if one.edited else "",
        f"{len(one.new)} new, not taken over (they have no figure yet)"
        if one.new
        else "",
    ]
    return ", ".join(part for part in parts if part)


def _corrected_record(one: Corrected) -> dict[str, object]:
    return {
        "document": one.document,
        "labels": one.labels,
        "equal": one.equal,
        "rejected": [held.id for held in one.rejected],
        "edited": [[held.id, measure] for held, measure in one.edited],
        "not_taken_over": [list(label.key) for label in one.new],
        "rulings_recorded": one.recorded,
    }
