"""List claims, each beginning with who makes it.

A table on the screen, --json as one record a line, --csv for spreadsheets. Names of
private persons are withheld; `sayso rule` can unmask a claim.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable
from typing import Any

from sayso.cli.command import positive
from sayso.cli.filters import add_filters, chosen_filters
from sayso.cli.records import claim_record, print_lines, show_period
from sayso.cli.terminal import format_table, screen_width, width_of
from sayso.model import Claim
from sayso.model.withheld import voice_apart
from sayso.workspace import Workspace
from sayso.workspace.handed.held import HeldClaim, Order, Page
from sayso.workspace.handed.written import harmless_cell

EXAMPLE = "sayso claims --measure people --speaker orlan --since 2030-05-01"

MOST_ROWS = 1_000
"""Rows of a table on the screen without --limit: more than anybody reads."""
_HEAD = ("who", "words", "measure", "of", "by", "where", "when", "how", "status", "id")
_WIDEST = (30, 34, 22, 18, 18, 18, 23, 8, 10, 8)
"""Columns of the table: together a wide terminal; nothing is cut in JSON and CSV."""
_USUAL = {"how": "asserted", "status": "unreviewed"}
"""What a column need not say: where all rows say it, the column is left out."""
_SAVINGS = (
    ("how", 0),
    ("status", 0),
    ("words", 26),
    ("who", 26),
    ("by", 0),
    ("where", 0),
    ("words", 20),
    ("who", 20),
    ("of", 0),
    ("when", 0),
)
"""What a narrow screen does without, step by step: a new width, 0 for the whole."""
_BETWEEN = 2
_COLUMNS = (
    "id",
    "claimant",
    "words",
    "measure",
    "low",
    "high",
    "bound",
    "unit",
    "group",
    "affected",
    "actor",
    "place",
    "first_day",
    "last_day",
    "accrual",
    "stance",
    "via",
    "outlet",
    "language",
    "published",
    "status",
    "document",
    "start",
    "end",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso claims`."""
    add_filters(parser)
    parser.add_argument("--csv", action="store_true", help="comma-separated, RFC 4180")
    parser.add_argument(
        "--order", choices=[str(order) for order in Order], default=str(Order.NEWEST)
    )
    parser.add_argument("--limit", type=positive, metavar="N", help="at most N")
    parser.add_argument("--count", action="store_true", help="only how many there are")


def run(arguments: argparse.Namespace) -> int:
    """Print the claims that fit, in the form asked for."""
    with Workspace(arguments.ledger, create=False) as workspace:
        filters = chosen_filters(arguments, workspace)
        if arguments.count:
            print(workspace.ledger.count_claims(filters))
            return 0
        is_table = not arguments.json and not arguments.csv
        limit = arguments.limit or (MOST_ROWS if is_table else None)
        page = None if limit is None else Page(limit)
        found = workspace.claims(filters, Order(arguments.order), page)
        if arguments.json:
            print_lines(claim_record(held) for held in found)
        elif arguments.csv:
            _print_csv(found)
        else:
            shown = list(found)
            _print_table(shown)
            if not arguments.quiet:
                all_of_them = workspace.ledger.count_claims(filters)
                print(_sum(len(shown), all_of_them), file=sys.stderr)
    return 0


def who(held: HeldClaim) -> str:
    """Give what every shown claim begins with."""
    claim = held.claim
    name = voice_apart(claim.speaker) if claim.speaker else claim.claimant
    return name or f"Unattributed in {held.outlet or 'a document'}"


def _sum(shown: int, found: int) -> str:
    if shown < found:
        return f"{shown:,} of {found:,} claims; --limit N shows more"
    return f"{found:,} claim{'' if found == 1 else 's'}"


def _print_table(found: list[HeldClaim]) -> None:
    rows = [_cells(held) for held in found]
    widths = _widths_that_fit(rows, screen_width())
    lines = format_table(
        [_HEAD[at] for at in widths],
        [[row[at] for at in widths] for row in rows],
        widest=list(widths.values()),
    )
    for line in lines if rows else ():
        print(line)


def _widths_that_fit(rows: list[tuple[str, ...]], screen: int | None) -> dict[int, int]:
    """Give the columns to show with their widths, as much as the screen has room for.

    Columns in which every row says the usual are left out.
    """
    widths = {
        at: min(_WIDEST[at], max(width_of(row[at]) for row in (_HEAD, *rows)))
        for at, name in enumerate(_HEAD)
        if any(row[at] != _USUAL.get(name, "") for row in rows)
    }
    for name, width in _SAVINGS:
        taken = sum(widths.values()) + _BETWEEN * (len(widths) - 1)
        if screen is None or taken <= screen:
            break
        at = _HEAD.index(name)
        if width:
            widths[at] = min(widths[at], width)
        else:
            widths.pop(at, None)
    return widths


def _cells(held: HeldClaim) -> tuple[str, ...]:
    claim = held.claim
    return (
        who(held),
        claim.quantity.span.text,
        claim.measure,
        claim.affected or "",
        claim.actor or "",
        claim.place or "",
        show_period(held),
        str(claim.stance),
        str(held.status),
        held.id[:8],
    )


def _print_csv(found: Iterable[HeldClaim]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for held in found:
        writer.writerow([harmless_cell(value) for value in _row(held)])


def _row(held: HeldClaim) -> list[Any]:
    claim: Claim = held.claim
    record = claim_record(held)
    record |= record["quantity"]
    record["first_day"], record["last_day"] = record["period"] or (None, None)
    record["via"] = "; ".join(claim.via)
    record["start"], record["end"] = claim.quantity.span.start, claim.quantity.span.end
    return [record[column] for column in _COLUMNS]
