"""Recompute every hash of the ledger and say whether it is as it was recorded.

An unbroken chain shows that nothing was changed since it was recorded, and nothing
more. Note the last hash elsewhere to notice a ledger that was cut short. --rebuild
also makes the lists of claims, speakers and documents anew from what was recorded.
"""

from __future__ import annotations

import argparse

from sayso.cli.records import print_record
from sayso.cli.terminal import harmless
from sayso.errors import LedgerDamaged
from sayso.model import to_json
from sayso.workspace import Workspace

EXAMPLE = "sayso verify"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso verify`."""
    parser.add_argument(
        "--rebuild", action="store_true", help="replay the entries when they verify"
    )
    parser.add_argument(
        "--head", metavar="HASH", help="a last hash noted before, which must be held"
    )


TABLE = 'the table "'
"""How faults of what is derived begin: the entries stand, and a replay mends them."""


def run(arguments: argparse.Namespace) -> int:
    """Print what was verified; a fault is ledger trouble."""
    with Workspace(arguments.ledger, create=False) as workspace:
        found = workspace.verify(arguments.head)
        if arguments.rebuild and all(fault.startswith(TABLE) for fault in found.faults):
            workspace.ledger.rebuild()
            found = workspace.verify(arguments.head)
    if arguments.json:
        print_record(to_json(found))
    else:
        print(
            f"{found.entries:,} entries, {found.texts:,} texts, {found.erased:,} erased"
        )
        print(f"last hash {found.head}")
        if not found.faults:
            print("the chain is unbroken: unchanged since it was recorded")
        for fault in found.faults:
            print(harmless(f"fault: {fault}"))
    if found.faults:
        number = len(found.faults)
        more = "fault" if number == 1 else "faults"
        raise LedgerDamaged(f"the ledger has {number} {more} or more")
    return 0
