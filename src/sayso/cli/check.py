"""Compare what is stated with what else is stated, and record the findings.

Every finding shows its inputs, the formula and the intervals, and what would make it
consistent. Flags are printed: inconsistencies, revisions, lost speakers and ended
categories that ask for a minute; --all adds what was found consistent or only noted.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sayso.cli.command import add_strict
from sayso.cli.records import print_lines
from sayso.cli.terminal import harmless, one_line
from sayso.model import Finding, Input, to_json
from sayso.model.withheld import spell_withheld
from sayso.workspace import Workspace
from sayso.workspace.corpus import Checked
from sayso.workspace.handed.checked import is_flag, urgency
from sayso.workspace.installed import every_check

EXAMPLE = "sayso check --only shares --only parts --strict"

_QUOTED = 120
"""Characters of an input's words on the screen."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso check`."""
    names = ", ".join(check.name for check in every_check())
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NAME",
        help=f"this check; may be repeated ({names})",
    )
    parser.add_argument("--all", action="store_true", help="print notes too")
    add_strict(parser, "exit code 1 when something is flagged")


def run(arguments: argparse.Namespace) -> int:
    """Run the checks, record and print their findings."""
    with Workspace(arguments.ledger, create=False) as workspace:
        checked = workspace.check(arguments.only)
        names = _document_names(workspace, checked)
    flags = [f for f in checked.findings if is_flag(f)]
    shown = sorted(checked.findings if arguments.all else flags, key=urgency)
    if arguments.json:
        print_lines(
            _record(
                f,
                checked,
            )
            for f in shown
        )
    else:
        for finding in shown:
            for line in _lines(
                finding,
                names,
            ):
                print(line)
    if not arguments.quiet:
        print(_sum(checked, len(flags)), file=sys.stderr)
    return 1 if flags and arguments.strict else 0


def _document_names(workspace: Workspace, checked: Checked) -> dict[str, str]:
    """Give what to call each document of the findings."""
    names: dict[str, str] = {}
    for finding in checked.findings:
        for given in finding.inputs:
            if given.document not in names:
                facts = workspace.ledger.document(given.document).facts
                names[given.document] = facts.name or facts.title or given.document[:12]
    return names


def _lines(finding: Finding, names: dict[str, str]) -> Iterator[str]:
    yield f"{finding.outcome} ({finding.rule} {finding.version}, {finding.level})"
    yield f"  {one_line(finding.sentence)}"
    for line in finding.working:
        yield f"    {one_line(line)}"
    if finding.remedy is not None:
        yield f"    consistent would be: {one_line(finding.remedy)}"
    for given in finding.inputs:
        yield f"    {_place(given, names)}"
    yield ""


def _short(given: Input) -> str:
    """Give an input's words on one line, cut to fit."""
    words = " ".join(spell_withheld(given.span.text).split())
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1] + "…"


def _place(given: Input, names: dict[str, str]) -> str:
    """Give where an input stands, with its words."""
    span = f"[{given.span.start}, {given.span.end})"
    return harmless(f'{given.role}: "{_short(given)}" {names[given.document]} {span}')


def _record(finding: Finding, checked: Checked) -> dict[str, Any]:
    """Give a finding with short words: whole passages stay in the ledger."""
    record = to_json(finding)
    for given, row in zip(finding.inputs, record["inputs"], strict=True):
        row["span"] = [given.span.start, given.span.end]
        row["words"] = _short(given)
    fingerprint = finding.fingerprint
    return {
        "fingerprint": fingerprint,
        **record,
        "flag": is_flag(finding),
        "new": fingerprint in checked.new,
    }


def _sum(checked: Checked, flags: int) -> str:
    counts = Counter(str(f.outcome) for f in checked.findings)
    parts = ", ".join(f"{n:,} {outcome}" for outcome, n in sorted(counts.items()))
    line = f"{flags:,} flagged; {parts or 'no findings'}; {len(checked.new):,} new"
    if checked.withdrawn:
        line += f", {len(checked.withdrawn):,} withdrawn"
    return line
