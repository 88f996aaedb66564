"""Read what appears in a folder, until stopped with Ctrl-C.

A file is read once it has not changed between two looks, and again when it changes.
Folders inside are looked into; hidden names are passed over. What is reported is on
the disk.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sayso.cli.command import day, positive
from sayso.cli.read import result_record, result_sentence
from sayso.cli.records import print_lines
from sayso.cli.terminal import harmless
from sayso.errors import InputError
from sayso.workspace import Workspace
from sayso.workspace.handed.taken import Skipped, Told, find_files
from sayso.workspace.installed import every_intake

EXAMPLE = "sayso watch inbox/ --every 10"

Seen = dict[Path, tuple[int, int]]
"""Size and instant of change in nanoseconds of each file, as of a look."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso watch`."""
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument(
        "--every",
        type=positive,
        default=5,
        metavar="N",
        help="seconds between two looks (default: 5)",
    )
    parser.add_argument(
        "--looks", type=positive, metavar="N", help="stop after N looks"
    )
    parser.add_argument(
        "--published", type=day, metavar="DAY", help="day of publication of all"
    )
    parser.add_argument("--outlet", metavar="NAME", help="who published them")


def run(arguments: argparse.Namespace) -> int:
    """Look, read what is new and at rest, report, wait, and look again."""
    folder = Path(arguments.folder)
    if not folder.is_dir():
        raise InputError(f'"{folder}" is no folder')
    told = Told(arguments.published, arguments.outlet)
    done: Seen = {}
    before: Seen = {}
    looks = 0
    with Workspace(arguments.ledger) as workspace:
        while True:
            looks += 1
            now = look(folder)
            ready = [
                p for p in now if now[p] == before.get(p) and now[p] != done.get(p)
            ]
            for result in workspace.read(ready, told=told):
                if arguments.json:
                    print_lines([result_record(result)])
                    sys.stdout.flush()  # who reads along learns of each at once
                elif isinstance(result, Skipped) or not arguments.quiet:
                    print(harmless(result_sentence(result)), file=sys.stderr)
            done |= {path: now[path] for path in ready}
            before = now
            if looks == arguments.looks:
                return 0
            time.sleep(arguments.every)


def look(folder: Path) -> Seen:
    """Give the files of a folder that could be read, as they are now."""
    return dict(_look(folder))


def _look(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    for found in find_files(folder, every_intake()):
        if not isinstance(found, Skipped):
            try:
                state = found.stat()
            except OSError:  # gone between the listing and the look
                continue
            yield found, (state.st_size, state.st_mtime_ns)
