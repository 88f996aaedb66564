"""Write down the head of the ledger's chain, to be kept where nobody can change it.

A seal is a small JSON file with the last hash, the number of entries and the instant.
Kept elsewhere (in a letter, a newspaper, another person's hands, a time-stamping
service), it shows later that all entries up to it are as they were: sayso verify
--seal FILE, or --head HASH. It shows nothing about what was recorded, and its instant
is this machine's clock; only who keeps it can say when it was handed over.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from sayso.cli.records import print_record
from sayso.errors import ExportError, LedgerDamaged
from sayso.workspace import Workspace

EXAMPLE = "sayso seal -o seal-2030-05-02.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso seal`."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="must not exist (default: the screen)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Verify the ledger and write its head; a damaged ledger is not sealed."""
    with Workspace(arguments.ledger, create=False) as workspace:
        found = workspace.verify()
        at = workspace.now()
    if found.faults:
        raise LedgerDamaged("the ledger has faults and is not sealed: sayso verify")
    seal = {"sayso": "seal 1", "head": found.head, "entries": found.entries, "at": at}
    if arguments.output is None:
        print_record(seal)
        return 0
    try:
        with Path(arguments.output).open("x", encoding="utf-8") as out:
            out.write(json.dumps(seal, indent=2) + "\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(
            f'"{arguments.output}" cannot be written ({reason})'
        ) from error
    if not arguments.quiet:
        print(f"sealed {found.entries:,} entries: {found.head}", file=sys.stderr)
    return 0
