"""Read what appears in a folder, a feed or a page, until stopped with Ctrl-C.

A file is read once it has not changed between two looks, and again when it changes.
Folders inside are looked into; hidden names are passed over. A feed or page is asked
politely: robots.txt first, what has not changed is not sent again, requests of one host
stand apart. What it answers is kept as WARC beside the ledger; started again, it goes
on where it ended. With --pages a feed's items are read from their pages. What is
reported is on the disk.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sayso.cli.command import day, positive, seconds
from sayso.cli.read import result_record, result_sentence
from sayso.cli.records import print_lines
from sayso.cli.terminal import harmless
from sayso.errors import InputError
from sayso.workspace import Stored, Workspace
from sayso.workspace.addresses import is_address
from sayso.workspace.handed.taken import Skipped, Told, find_files
from sayso.workspace.installed import every_intake

EXAMPLE = "sayso watch --feed https://post.example/rss --every 15m"

EVERY_FOLDER, EVERY_FEED = 5, 15 * 60
"""Seconds between two looks."""
LEAST_FEED = 60
"""Seconds between two requests of one feed that are polite at the least."""

Seen = dict[Path, tuple[int, int]]
"""Size and instant of change in nanoseconds of each file, as of a look."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso watch`."""
    parser.add_argument("folder", metavar="DIR", nargs="?", help="a folder, an address")
    parser.add_argument(
        "--feed",
        action="append",
        default=[],
        metavar="URL",
        help="a feed or a page; may be said again",
    )
    parser.add_argument(
        "--every",
        type=seconds,
        metavar="N",
        help="seconds between two looks, or 15m, 2h (default: 5 for a folder, 15m for"
        " feeds)",
    )
    parser.add_argument(
        "--looks", type=positive, metavar="N", help="stop after N looks"
    )
    parser.add_argument(
        "--pages",
        action="store_true",
        help="read the items of feeds from their pages",
    )
    parser.add_argument(
        "--local",
        action="store_true",
        help="addresses may be in this machine's own network",
    )
    parser.add_argument(
        "--published", type=day, metavar="DAY", help="day of publication of all"
    )
    parser.add_argument("--outlet", metavar="NAME", help="who published them")


def run(arguments: argparse.Namespace) -> int:
    """Look, read what is new, report, wait, and look again."""
    urls = list(arguments.feed)
    if arguments.folder and is_address(arguments.folder):
        urls.append(arguments.folder)
    elif arguments.folder and urls:
        arguments.refuse("name a folder or feeds, not both")
    elif not arguments.folder and not urls:
        arguments.refuse("name a folder, or a feed with --feed")
    if urls and arguments.every is not None and arguments.every < LEAST_FEED:
        arguments.refuse(
            f"--every takes {LEAST_FEED} seconds or more where a feed is asked"
        )
    told = Told(arguments.published, arguments.outlet)
    with Workspace(arguments.ledger) as workspace:
        look = (
            _feeds(workspace, urls, told, arguments)
            if urls
            else _folder(workspace, Path(arguments.folder), told, arguments)
        )
        _repeat(look, arguments, EVERY_FEED if urls else EVERY_FOLDER)
    return 0


def _repeat(
    look: Callable[[], None], arguments: argparse.Namespace, every: int
) -> None:
    """Look again and again, as often as is asked."""
    looks = 0
    while True:
        looks += 1
        look()
        if looks == arguments.looks:
            return
        time.sleep(arguments.every or every)


def _folder(
    workspace: Workspace, folder: Path, told: Told, arguments: argparse.Namespace
) -> Callable[[], None]:
    """Give what looks into a folder and reads the files that are new and at rest."""
    if not folder.is_dir():
        raise InputError(f'"{folder}" is no folder')
    done: Seen = {}
    before: Seen = {}

    def look_once() -> None:
        nonlocal before
        now = look(folder)
        ready = [p for p in now if now[p] == before.get(p) and now[p] != done.get(p)]
        _report(workspace.read(ready, told=told), arguments)
        done.update({path: now[path] for path in ready})
        before = now

    return look_once


def _feeds(
    workspace: Workspace, urls: list[str], told: Told, arguments: argparse.Namespace
) -> Callable[[], None]:
    """Give what asks feeds and pages, reads what is new, and says how it went."""
    watch = workspace.watch(local=arguments.local)

    def look_once() -> None:
        new = held = skipped = 0
        for url in urls:
            found = workspace.look(watch, url, told=told, pages=arguments.pages)
            for result in _report(found, arguments, titled=True):
                skipped += isinstance(result, Skipped)
                new += isinstance(result, Stored) and result.is_read
                held += isinstance(result, Stored) and not result.is_read
        if not arguments.quiet:
            asked = f"{len(urls):,} address{'' if len(urls) == 1 else 'es'} asked"
            print(
                f"{asked}: {new:,} new, {held:,} held already, {skipped:,} skipped",
                file=sys.stderr,
            )

    return look_once


def _report(
    results: Iterable[Stored | Skipped],
    arguments: argparse.Namespace,
    *,
    titled: bool = False,
) -> list[Stored | Skipped]:
    """Say what became of each document as it is stored, and give them all.

    Args:
        results: What became of them.
        arguments: Of the command.
        titled: True for feeds: documents by their title, those held already counted.
    """
    told: list[Stored | Skipped] = []
    for result in results:
        told.append(result)
        if arguments.json:
            print_lines([result_record(result)])
            sys.stdout.flush()  # who reads along learns of each at once
        elif isinstance(result, Skipped) or not (
            arguments.quiet or (titled and _is_held(result))
        ):
            words = harmless(result_sentence(result, titled=titled))
            print(words, file=sys.stderr)
    return told


def _is_held(result: Stored) -> bool:
    """True for an item that the feed still has and the ledger has already."""
    return not result.is_read and not result.corrected


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
