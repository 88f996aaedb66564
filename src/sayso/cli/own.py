"""What `sayso gazetteer` and `sayso theatre` share: add, list and remove own files."""

from __future__ import annotations

import argparse
import sys

from sayso.cli.command import add_common
from sayso.cli.records import print_lines
from sayso.cli.terminal import harmless, one_line
from sayso.workspace import own_data
from sayso.workspace.own_data import Kept

_SHOWN_FAULTS = 5


def add_arguments(parser: argparse.ArgumentParser, kind: str) -> None:
    """Add the three things that can be done with data of a kind.

    Each takes the common options too, so that they may stand anywhere.
    """
    actions = parser.add_subparsers(
        dest="action",
        metavar="{add FILE,list,remove NAME}",
        required=True,
        help="keep a copy of a file; say what is kept; take it out again",
    )
    for name, target, summary in (
        ("add", "FILE", "keep a copy of a file"),
        ("list", None, "say what is kept"),
        ("remove", "NAME", f"take the {kind} of that name out again"),
    ):
        action = actions.add_parser(
            name, help=summary, argument_default=argparse.SUPPRESS
        )
        if target is not None:
            action.add_argument("target", metavar=target)
        add_common(action)


def run(arguments: argparse.Namespace, kind: str) -> int:
    """Do one of the three and say what is kept now."""
    if arguments.action == "list":
        _print(own_data.kept(kind), arguments)
        return 0
    if arguments.action == "remove":
        path = own_data.remove(kind, arguments.target)
        if not arguments.quiet:
            print(harmless(f"removed: {path}"), file=sys.stderr)
        return 0
    kept = own_data.add(kind, arguments.target)
    _print([kept], arguments)
    for fault in kept.faults[:_SHOWN_FAULTS]:
        print(f"left out: {harmless(fault)}", file=sys.stderr)
    more = len(kept.faults) - _SHOWN_FAULTS
    if more > 0:
        print(f"left out: {more:,} more", file=sys.stderr)
    if not arguments.quiet:
        print("documents held are read with it by: sayso read --again", file=sys.stderr)
    return 0


def _print(found: list[Kept] | tuple[Kept, ...], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_lines(
            {
                "name": kept.name,
                "holds": kept.holds,
                "path": str(kept.path),
                "faults": list(kept.faults),
            }
            for kept in found
        )
        return
    for kept in found:
        broken = arguments.action == "list" and kept.faults
        words = f"{kept.name}: {kept.faults[0] if broken else kept.holds}"
        print(one_line(words))
