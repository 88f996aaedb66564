"""Read what appears in a folder or a feed, until stopped with Ctrl-C.

A file is read once it has not changed between two looks, and again when it changes.
Folders inside are looked into; hidden names are passed over. What is reported is on
the disk. With --feed an address is asked again and again; what did not change is not
sent, what came is kept as a WARC file beside the ledger, robots.txt is followed, and a
private address is refused unless --private allows it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from sayso.cli.command import day, positive, seconds
from sayso.cli.read import result_record, result_sentence
from sayso.cli.records import print_lines
from sayso.cli.terminal import harmless
from sayso.errors import InputError
from sayso.intake import FORMATS, Skipped, Told, find_files
from sayso.workspace import Stored, Workspace

EXAMPLE = "sayso watch inbox/ --every 10"

_EVERY = 5
"""Seconds between two looks at a folder."""
_FEED_EVERY = 15 * 60
"""Seconds between two questions to a server: feeds change a few times an hour."""
Seen = dict[Path, tuple[int, int]]
"""Size and instant of change in nanoseconds of each file, as of a look."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso watch`."""
    parser.add_argument("folder", metavar="DIR", nargs="?")
    parser.add_argument(
        "--feed",
        action="append",
        default=[],
        metavar="URL",
        help="a feed or page to ask for; may be repeated",
    )
    parser.add_argument(
        "--private", action="store_true", help="also in this machine's own network"
    )
    parser.add_argument(
        "--every",
        type=seconds,
        metavar="TIME",
        help="between two looks: 20, 30s, 15m, 2h"
        " (default: 5 seconds; with --feed 15 minutes)",
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
    if arguments.folder is None and not arguments.feed:
        arguments.refuse("name a folder, or an address with --feed")
    folder = None if arguments.folder is None else Path(arguments.folder)
    if folder is not None and not folder.is_dir():
        raise InputError(f'"{folder}" is no folder')
    every = arguments.every or (_FEED_EVERY if arguments.feed else _EVERY)
    told = Told(arguments.published, arguments.outlet)
    done: Seen = {}
    before: Seen = {}
    looks = 0
    with Workspace(arguments.ledger) as workspace:
        while True:
            looks += 1
            now = {} if folder is None else look(folder)
            ready = [
                p for p in now if now[p] == before.get(p) and now[p] != done.get(p)
            ]
            asked = (
                result
                for url in arguments.feed
                for result in workspace.ask(url, may_be_private=arguments.private)
            )
            for result in chain(workspace.read(ready, told=told), asked):
                _tell(result, arguments)
            done |= {path: now[path] for path in ready}
            before = now
            if looks == arguments.looks:
                return 0
            time.sleep(every)


def _tell(result: Stored | Skipped, arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_lines([result_record(result)])
        sys.stdout.flush()  # who reads along learns of each at once
    elif isinstance(result, Skipped) or not arguments.quiet:
        print(harmless(result_sentence(result)), file=sys.stderr)


def look(folder: Path) -> Seen:
    """Give the files of a folder that could be read, as they are now."""
    return dict(_look(folder))


def _look(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    for found in find_files(folder, FORMATS):
        if not isinstance(found, Skipped):
            try:
                state = found.stat()
            except OSError:  # gone between the listing and the look
                continue
            yield found, (state.st_size, state.st_mtime_ns)
