"""Join, split and name speakers, parties and places; every act is an entry.

`join KIND NAME OTHER ...` says that the others go by the first name; `split KIND NAME`
takes one out again, with `--claim` some claims of it under the name of `--call`;
`call KIND NAME NEW` gives it another name; `undo NUMBER` takes a ruling back. Without
words: the rulings so far, and names that may be one. Claims, filters, facets, series
and origins follow; the words of the texts stay. Private persons are joined to nobody.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from sayso.cli.records import print_lines
from sayso.cli.terminal import format_table, one_line
from sayso.errors import InputError
from sayso.workspace import Workspace
from sayso.workspace.handed.held import HeldRuling, NameKind
from sayso.workspace.naming import (
    NameRef,
    call_name,
    join_names,
    likely_same,
    part_claims,
    ruling_words,
    split_name,
    undo_name,
)
from sayso.workspace.ruled import Ruled

EXAMPLE = 'sayso names join party "Rapid Support Forces" RSF --by ann --reason "one"'

_HEAD = ("number", "what", "by", "reason", "on", "")
_WIDEST = (8, 60, 16, 40, 10, 10)
_LEAST: dict[str, int] = {"join": 2, "split": 1, "call": 2}
"""Act -> names it takes, at least."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso names`."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help="join, split, call or undo, and what; KIND is speaker, party or place",
    )
    parser.add_argument("--by", default="", metavar="NAME", help="who rules")
    parser.add_argument("--reason", default="", metavar="WORDS", help="why")
    parser.add_argument(
        "--claim",
        action="append",
        default=[],
        metavar="ID",
        help="for split: only this claim; may be given again",
    )
    parser.add_argument(
        "--call", default="", metavar="NAME", help="for split: what they are called"
    )


def run(arguments: argparse.Namespace) -> int:
    """Record the ruling, or print those so far."""
    words: list[str] = arguments.words
    with Workspace(arguments.ledger, create=False) as workspace:
        if words:
            _rule(workspace, arguments)
            if not arguments.quiet:
                print(one_line(f"recorded: {' '.join(words)}"))
            return 0
        naming = workspace.ledger.naming()
        groups = {kind: likely_same(workspace, kind) for kind in NameKind}
    if arguments.json:
        print_lines(_record(r, naming.undone) for r in naming.rulings)
        return 0
    rows = [_row(ruling, naming.undone) for ruling in naming.rulings]
    for line in format_table(_HEAD, rows, widest=_WIDEST):
        print(line)
    if not arguments.quiet:
        for line in _likely(groups):
            print(line)
    return 0


def _rule(workspace: Workspace, arguments: argparse.Namespace) -> None:
    act, *rest = arguments.words
    ruled = Ruled(arguments.by, arguments.reason)
    if act == "undo":
        if len(rest) != 1 or not rest[0].isdigit():
            arguments.refuse('"undo" takes the number of a ruling')
        undo_name(workspace, int(rest[0]), by=ruled.by, reason=ruled.reason)
        return
    if act not in _LEAST or len(rest) <= _LEAST[act]:
        arguments.refuse('"join KIND NAME OTHER ...", "split KIND NAME" or "call"')
    name, others = _name(rest), rest[2:]
    if act == "join":
        join_names(workspace, name, others, ruled)
    elif act == "call":
        call_name(workspace, name, " ".join(others), ruled)
    elif arguments.claim:
        part_claims(workspace, name, arguments.claim, arguments.call, ruled)
    else:
        split_name(workspace, name, ruled)


def _name(words: list[str]) -> NameRef:
    kind, wanted = words[:2]
    if kind not in tuple(NameKind):
        raise InputError(f'"{kind}" is none of {", ".join(NameKind)}')
    return NameKind(kind), wanted


def _row(ruling: HeldRuling, undone: frozenset[int]) -> tuple[str, ...]:
    return (
        str(ruling.sequence),
        ruling_words(ruling),
        ruling.reviewer,
        ruling.reason,
        ruling.at[:10],
        "taken back" if ruling.sequence in undone else "",
    )


def _record(ruling: HeldRuling, undone: frozenset[int]) -> dict[str, Any]:
    return {
        "number": ruling.sequence,
        "subject": ruling.subject,
        "decision": str(ruling.decision),
        "changes": dict(ruling.changes),
        "reviewer": ruling.reviewer,
        "reason": ruling.reason,
        "at": ruling.at,
        "taken_back": ruling.sequence in undone,
    }


def _likely(
    groups: dict[NameKind, tuple[tuple[tuple[str, str], ...], ...]],
) -> Iterator[str]:
    for kind, found in groups.items():
        for group in found:
            names = " ".join(f'"{name}"' for _, name in group)
            yield one_line(f"may be one: sayso names join {kind} {names}")
