"""List everyone that something is attributed to, with how much.

Names of private persons are withheld.
"""

from __future__ import annotations

import argparse

from sayso.cli.records import print_lines, speaker_record
from sayso.cli.terminal import format_table
from sayso.model.withheld import voice_apart
from sayso.workspace import Workspace

EXAMPLE = "sayso speakers --json"

_HEAD = ("name", "party", "knows by", "claims", "attributions", "id")
_WIDEST = (44, 24, 18, 8, 12, 20)


def add_arguments(_: argparse.ArgumentParser) -> None:
    """Add no option: `sayso speakers` has the common ones only."""


def run(arguments: argparse.Namespace) -> int:
    """Print the speakers held."""
    with Workspace(arguments.ledger, create=False) as workspace:
        found = workspace.speakers()
    if arguments.json:
        print_lines(map(speaker_record, found))
        return 0
    rows = [
        (
            voice_apart(held.speaker),
            held.speaker.party or "",
            str(held.speaker.access).replace("_", " "),
            f"{held.claims:,}",
            f"{held.attributions:,}",
            held.speaker.id,
        )
        for held in found
    ]
    for line in format_table(_HEAD, rows, widest=_WIDEST):
        print(line)
    return 0
