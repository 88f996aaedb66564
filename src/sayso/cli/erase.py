"""Erase a document's words for safety or law; its hashes and the reason stay.

Text, readings, rulings and findings of the document are taken out of the file, which
is rewritten so that no freed page keeps them. Backups made before keep them: erase
there as well.
"""

from __future__ import annotations

import argparse
import sys

from sayso.cli.records import document_record, print_record
from sayso.cli.terminal import harmless
from sayso.workspace import MACHINE, Workspace

EXAMPLE = 'sayso erase 3f2a90c1 --reason "asked by the family"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso erase`."""
    parser.add_argument("document", metavar="ID", help="id, its beginning, or name")
    parser.add_argument(
        "--reason", required=True, metavar="WORDS", help="stays readable"
    )
    parser.add_argument("--by", default=MACHINE, metavar="NAME", help="who asks for it")


def run(arguments: argparse.Namespace) -> int:
    """Erase the document and say what is left."""
    with Workspace(arguments.ledger, create=False) as workspace:
        held = workspace.erase(
            arguments.document, by=arguments.by, reason=arguments.reason
        )
        copies = workspace.copies_of(held)
    for path in copies:
        told = f"this copy of the ledger may hold the words still: {path}"
        print(harmless(told), file=sys.stderr)
    if arguments.json:
        print_record(document_record(held))
    elif not arguments.quiet:
        print(f"erased: {held.id}")
    return 0
