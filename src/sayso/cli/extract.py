"""Give what each document says, one line of JSON a document, in input order.

Reads {"id", "text", "published"} lines, plain or gzipped; keeps nothing.
Each line out has "id", "attributions", "claims", "quantities", "timexes",
"toponyms", "gaps" (what was not read, and why) and "reader", with spans as
[start, end) in characters of the text. Figures, days and places are as a claim means
them: "dozens" is 24 or more. A claim has the "confidence" of its reading. Attributions
are the outermost ones; those inside a content stand under its "inner", sentences that
go on with the same account under "carried".
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sayso.cli.command import add_jobs, add_strict
from sayso.cli.terminal import Progress, harmless
from sayso.errors import InputError
from sayso.workspace.streams import extract

EXAMPLE = "sayso extract reports.jsonl.gz --jobs 2 -o claims.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso extract`."""
    parser.add_argument("path", metavar="IN.jsonl[.gz]", help="- for standard input")
    parser.add_argument("-o", "--output", metavar="FILE", help="instead of the screen")
    add_jobs(parser)
    add_strict(parser, "exit code 1 when a line was skipped")


def run(arguments: argparse.Namespace) -> int:
    """Write one record a document and name what was skipped."""
    done = skipped = 0
    total = None if arguments.quiet else _count_lines(arguments.path)
    with (
        _output(arguments.output) as out,
        Progress(total, quiet=arguments.quiet) as progress,
    ):
        for item in extract(arguments.path, jobs=arguments.jobs):
            progress.step()
            if isinstance(item, dict):
                done += 1
                out.write(json.dumps(item, ensure_ascii=False) + "\n")
                continue
            skipped += 1
            progress.clear()
            print(f"skipped: {harmless(f'{item.name} {item.reason}')}", file=sys.stderr)
    if skipped and not done:
        raise InputError("nothing could be read")
    return 1 if skipped and arguments.strict else 0


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
    part = Path(f"{path}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        part.replace(path)
    except OSError as error:
        raise InputError(f'"{path}" cannot be written ({error.strerror})') from error
    finally:
        part.unlink(missing_ok=True)
