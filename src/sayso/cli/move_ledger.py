"""Copy a whole ledger into an empty one of another kind, and verify the copy.

From a file to a team's database and back; entries and hashes stay as they are. The
ledger that is copied from is left as it is. Nobody should write to it meanwhile.
"""

from __future__ import annotations

import argparse

from sayso.workspace import move_ledger

EXAMPLE = "sayso move-ledger news.db postgresql://desk@db.example.org/news"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso move-ledger`."""
    parser.add_argument("source", metavar="FROM", help="a ledger's file or address")
    parser.add_argument("target", metavar="TO", help="new or empty")


def run(arguments: argparse.Namespace) -> int:
    """Copy, verify, and say what is held there."""
    found = move_ledger(arguments.source, arguments.target)
    if not arguments.quiet:
        print(f"moved {found.entries:,} entries, last hash {found.head}")
    return 0
