"""Give the pairs of documents that share text, one line of JSON a pair.

Reads {"id", "text"} lines, plain or gzipped; keeps nothing. Each line out has "a" and
"b", the ids of the document that came first and of the later one, and "passages":
[start in a, end in a, start in b, end in b] in characters of the texts.
"""

from __future__ import annotations

import argparse
import json
import sys

from sayso.cli.command import add_strict
from sayso.cli.terminal import harmless
from sayso.workspace.streams import find_pairs

EXAMPLE = "sayso reuse reports.jsonl.gz > pairs.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso reuse`."""
    parser.add_argument("path", metavar="IN.jsonl[.gz]", help="- for standard input")
    add_strict(parser, "exit code 1 when a line was skipped")


def run(arguments: argparse.Namespace) -> int:
    """Write one record a pair and name what was skipped."""
    skipped = 0
    for item in find_pairs(arguments.path):
        if isinstance(item, dict):
            sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")
            continue
        skipped += 1
        print(f"skipped: {harmless(f'{item.name} {item.reason}')}", file=sys.stderr)
    return 1 if skipped and arguments.strict else 0
