"""Check a backup's hashes and copy it to where there is no ledger yet."""

from __future__ import annotations

import argparse

from sayso.workspace import restore

EXAMPLE = "sayso restore sayso-2030-05-02.db --ledger sayso.db"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso restore`."""
    parser.add_argument("file", metavar="BACKUP")


def run(arguments: argparse.Namespace) -> int:
    """Write the copy and say what it holds."""
    found = restore(arguments.file, arguments.ledger)
    if not arguments.quiet:
        print(f"restored {found.entries:,} entries, last hash {found.head}")
    return 0
