"""Take outside data in as claims, with its origin.

series: a table of daily running totals of one speaker, as JSON (plain or gzipped) with
"speaker", "measure", "start" and "series": name -> {"from", "values"}. Every series
becomes a document, every day's figure a claim of that speaker, never a fact.
annotations: W3C annotations as `sayso export webannotation` writes them, on documents
that the ledger holds. A quotation that does not stand where it says refuses the file.
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

EXAMPLE = "sayso import series losses.json.gz"

KINDS: Mapping[str, Callable[[Workspace, str], Iterable[Stored]]] = MappingProxyType(
    {"series": Workspace.import_series, "annotations": import_annotations}
)
"""Word after `import` -> what takes such a file in."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso import`."""
    parser.add_argument("kind", choices=list(KINDS), help="what the file holds")
    parser.add_argument("path", metavar="FILE")


def run(arguments: argparse.Namespace) -> int:
    """Store what the file holds and print its documents."""
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
