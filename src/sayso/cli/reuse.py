"""Give the pairs of documents that share text, one line of JSON a pair.

Reads {"id", "text"} lines, plain or gzipped; keeps nothing. Each line out has "a" and
"b", the ids of the document that came first and of the later one, and "passages":
[start in a, end in a, start in b, end in b] in characters of the texts.
--spark sets the documents of a folder that `sayso extract --spark` wrote beside each
other on Apache Spark, in the order of their hashes, and writes Parquet files to the
folder that -o names.
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
    parser.add_argument("-o", "--output", metavar="FOLDER", help="with --spark")
    parser.add_argument(
        "--spark",
        metavar="MASTER",
        help="local, local[8,4], spark://HOST:7077, k8s://...; needs the extra spark",
    )
    add_strict(parser, "exit code 1 when a line was skipped")


def run(arguments: argparse.Namespace) -> int:
    """Write one record a pair and name what was skipped."""
    if arguments.spark:
        return _run_on_spark(arguments)
    if arguments.output is not None:
        arguments.refuse("-o goes with --spark: send what is printed to a file")
    skipped = 0
    for item in find_pairs(arguments.path):
        if isinstance(item, dict):
            sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")
            continue
        skipped += 1
        print(f"skipped: {harmless(f'{item.name} {item.reason}')}", file=sys.stderr)
    return 1 if skipped and arguments.strict else 0


def _run_on_spark(arguments: argparse.Namespace) -> int:
    """Have Spark find the pairs, and say how many there are."""
    from sayso.cluster import open_session, share_on_spark  # optional: loads pyarrow

    if arguments.output is None:
        arguments.refuse("Spark writes a folder of Parquet files: name it with -o")
    session = open_session(arguments.spark)
    try:
        held = share_on_spark(session, arguments.path, arguments.output)
    finally:
        session.stop()
    if not arguments.quiet:
        print(
            f"{held.pairs:,} pairs of {held.documents:,} documents share text"
            + ("" if held.is_new else "; it was finished before"),
            file=sys.stderr,
        )
    return 0
