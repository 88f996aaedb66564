"""Record a person's ruling on the reading of a claim: that the text says this, or not.

A ruling is about what the words say, never about whether a claim is so. It is an entry
with name, time and reason; `undo` takes the same person's last ruling back.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from sayso.cli.records import claim_record, print_record
from sayso.cli.terminal import one_line
from sayso.errors import InputError
from sayso.model import Decision
from sayso.workspace import Workspace

EXAMPLE = 'sayso rule 5be1c02f confirm --by ann --reason "as printed"'

_ELSEWHERE = (
    Decision.ACCEPT,
    Decision.DISMISS,
    Decision.JOIN,
    Decision.SPLIT,
    Decision.CALL,
    Decision.ADD,
    Decision.ATTRIBUTE,
    Decision.NO_CLAIM,
)
"""Rulings on findings, incidents and names have commands and pages of their own."""
_ON_CLAIMS = tuple(d for d in Decision if d not in _ELSEWHERE)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso rule`."""
    parser.add_argument("claim", metavar="CLAIM", help="id or its beginning")
    parser.add_argument("decision", choices=[str(decision) for decision in _ON_CLAIMS])
    parser.add_argument("--by", required=True, metavar="NAME", help="a chosen name")
    parser.add_argument("--reason", default="", metavar="WORDS")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="for edit: a field's new value; JSON or plain words, empty to clear",
    )


def run(arguments: argparse.Namespace) -> int:
    """Record the ruling and print where the claim stands."""
    decision = Decision(arguments.decision)
    changes = dict(_change(pair) for pair in arguments.set)
    if bool(changes) != (decision is Decision.EDIT):
        arguments.refuse('"edit" needs --set FIELD=VALUE, and only "edit" takes it')
    with Workspace(arguments.ledger, create=False) as workspace:
        held = workspace.rule(
            workspace.claim(arguments.claim),
            decision,
            by=arguments.by,
            reason=arguments.reason,
            changes=changes,
        )
    if arguments.json:
        print_record(claim_record(held))
    elif not arguments.quiet:
        print(one_line(f"{held.id}: {held.status}"))
    return 0


def _change(pair: str) -> tuple[str, Any]:
    name, equals, value = pair.partition("=")
    if not equals:
        raise InputError(f'"{pair}" is not FIELD=VALUE')
    if not value:
        return name, None
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
