"""Say what is read and what is not: documents by outlet and day, gaps by reason."""

from __future__ import annotations

import argparse

from sayso.cli.records import coverage_record, print_record
from sayso.cli.terminal import format_table, one_line
from sayso.workspace import Workspace
from sayso.workspace.recall import find_recall, recall_words

EXAMPLE = "sayso coverage"

_HEAD = ("outlet", "published", "documents", "read", "claims", "gaps")
_WIDEST = (40, 10, 9, 9, 9, 9)


def add_arguments(_: argparse.ArgumentParser) -> None:
    """Add no option: `sayso coverage` has the common ones only."""


def run(arguments: argparse.Namespace) -> int:
    """Print documents by outlet and day, reasons of gaps, and what people added."""
    with Workspace(arguments.ledger, create=False) as workspace:
        rows, gaps = workspace.coverage(), workspace.ledger.gaps()
        recall, *_ = find_recall(workspace.ledger)
    if arguments.json:
        print_record(
            {
                "documents": [coverage_record(row) for row in rows],
                "gaps": dict(gaps),
                "people": {"reader_had": recall.had, "people_added": recall.added},
            }
        )
        return 0
    cells = [
        (
            row.outlet or "unknown",
            row.published.isoformat() if row.published else "unknown",
            f"{row.documents:,}",
            f"{row.read:,}",
            f"{row.claims:,}",
            f"{row.gaps:,}",
        )
        for row in rows
    ]
    for line in format_table(_HEAD, cells, widest=_WIDEST):
        print(line)
    for reason, number in gaps:
        gaps_told = "1 gap" if number == 1 else f"{number:,} gaps"
        print(one_line(f"{gaps_told}: {reason}"))
    if recall.share is not None:
        print(recall_words(recall))
    return 0
