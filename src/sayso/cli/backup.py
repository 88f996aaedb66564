"""Copy the ledger as it stands to a new file, while others may go on writing."""

from __future__ import annotations

import argparse

from sayso.workspace import Workspace

EXAMPLE = "sayso backup sayso-2030-05-02.db"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso backup`."""
    parser.add_argument("file", metavar="FILE", help="must not exist")


def run(arguments: argparse.Namespace) -> int:
    """Write the copy."""
    with Workspace(arguments.ledger, create=False) as workspace:
        workspace.ledger.backup(arguments.file)
    if not arguments.quiet:
        print(f"copied to {arguments.file}")
    return 0
