"""Give what each document says, one line of JSON a document, in input order.

Reads {"id", "text", "published"} lines, plain or gzipped; keeps nothing.
Each line out has "id", "attributions", "claims", "quantities", "timexes",
"toponyms", "gaps" (what was not read, and why) and "reader", with spans as
[start, end) in characters of the text. Figures, days and places are as a claim means
them: "dozens" is 24 or more. Parties are named in the language of the text. A claim has
the "confidence" of its reading. Attributions are the outermost ones; those inside a
content stand under its "inner", sentences that go on with the same account under
"carried".
--spark reads JSON lines, Parquet or web archives on Apache Spark and adds Parquet files
to the folder that -o names; what that holds already is not read again.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from sayso.cli.command import add_jobs, add_strict
from sayso.cli.terminal import Progress, harmless
from sayso.cli.whole_files import whole_file
from sayso.errors import InputError
from sayso.workspace.handed.taken import Skipped
from sayso.workspace.streams import extract

EXAMPLE = "sayso extract reports.jsonl.gz --jobs 2 -o claims.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso extract`."""
    parser.add_argument("path", metavar="IN.jsonl[.gz]", help="- for standard input")
    parser.add_argument("-o", "--output", metavar="FILE", help="instead of the screen")
    parser.add_argument(
        "--to",
        choices=["jsonl", "parquet"],
        default="jsonl",
        help="form (default: jsonl); parquet needs -o and the extra parquet",
    )
    parser.add_argument(
        "--spark",
        metavar="MASTER",
        help="local, spark://HOST:7077, k8s://...; needs the extra spark and Java",
    )
    add_jobs(parser)
    add_strict(parser, "exit code 1 when a line was skipped")


def run(arguments: argparse.Namespace) -> int:
    """Write one record a document and name what was skipped."""
    if arguments.spark:
        return _run_on_spark(arguments)
    total = None if arguments.quiet else _count_lines(arguments.path)
    with Progress(total, quiet=arguments.quiet) as progress:
        records = _Records(extract(arguments.path, jobs=arguments.jobs), progress)
        if arguments.to == "parquet":
            _write_parquet(records, arguments)
        else:
            with _output(arguments.output) as out:
                for record in records:
                    out.write(json.dumps(record, ensure_ascii=False) + "\n")
    if records.skipped and not records.done:
        raise InputError("nothing could be read")
    return 1 if records.skipped and arguments.strict else 0


def _run_on_spark(arguments: argparse.Namespace) -> int:
    """Have Spark read, and say what it added."""
    from sayso.cluster import (
        Job,
        open_session,
        read_on_spark,
    )  # optional: loads pyarrow

    if arguments.output is None:
        arguments.refuse("Spark writes a folder of Parquet files: name it with -o")
    session = open_session(arguments.spark, cores=arguments.jobs)
    try:
        job = Job([arguments.path], arguments.output)
        added = read_on_spark(session, job)
    finally:
        session.stop()
    if not arguments.quiet:
        print(
            f"{added.documents:,} documents read, {added.claims:,} claims found,"
            f" {added.refused:,} skipped",
            file=sys.stderr,
        )
    return 1 if added.refused and arguments.strict else 0


class _Records:
    """The records of a stream; what was skipped is told as it comes, and counted."""

    def __init__(
        self, items: Iterator[dict[str, Any] | Skipped], progress: Progress
    ) -> None:
        self._items, self._progress = items, progress
        self.done = self.skipped = 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for item in self._items:
            self._progress.step()
            if isinstance(item, dict):
                self.done += 1
                yield item
                continue
            self.skipped += 1
            self._progress.clear()
            print(f"skipped: {harmless(f'{item.name} {item.reason}')}", file=sys.stderr)


def _write_parquet(records: _Records, arguments: argparse.Namespace) -> None:
    """Write a Parquet file; it gets its name only when it is whole."""
    from sayso.workspace.handed.tables import write_readings  # optional: loads pyarrow

    if arguments.output is None:
        arguments.refuse("parquet is no text: name a file with -o")
    with whole_file(Path(arguments.output)) as part:
        write_readings(records, part)


def _count_lines(path: str) -> int | None:
    """Give the number of lines of a plain file, for the time left."""
    if not sys.stderr.isatty() or not Path(path).is_file() or path.endswith(".gz"):
        return None
    with Path(path).open("rb") as stream:
        return sum(1 for _ in stream)


@contextmanager
def _output(path: str | None) -> Iterator[TextIO]:
    """Give the stream to write to; a file gets its name only when it is whole."""
    if path is None:
        yield sys.stdout
        return
    try:
        with (
            whole_file(Path(path)) as part,
            part.open("w", encoding="utf-8", newline="\n") as out,
        ):
            yield out
    except OSError as error:
        raise InputError(f'"{path}" cannot be written ({error.strerror})') from error
