"""Read reports, keep them in the ledger, and say what was read, found and skipped.

PATH is a text, a saved page, PDF, DOCX, mail, mailbox, feed, web archive, a table or
JSON lines of {"id", "text", "published", "url", "outlet", "title"}, a folder of such
files, - for standard input, or an http(s) address, which is fetched once. What is
reported is on the disk; a document that was read before by the same reader adds
nothing. With --again, PATH names documents of the ledger, none for all: they are read
by the present reader, or against a day that is given now. What is in a language that
is not read is kept, said and counted. --second-reader keeps what another program reads
in the same documents beside it, and says where the two differ.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.cli.command import add_jobs, add_strict, day
from sayso.cli.records import document_record, print_lines, skipped_record
from sayso.cli.second import tell_second
from sayso.cli.terminal import Progress, harmless
from sayso.errors import InputError
from sayso.model import Document
from sayso.workspace import Stored, Workspace
from sayso.workspace.handed.taken import (
    DIGEST_DIFFERS,
    Skipped,
    Told,
    ToldFacts,
    load_facts,
    name_pattern,
)

_SCREEN = 40
"""Lines after which what was skipped is out of sight, and is told again at the end."""
_MOST_AGAIN = 20

EXAMPLE = "sayso read reports/ --outlet Post --published 2030-05-02"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso read`."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="- for standard input")
    parser.add_argument(
        "--again", action="store_true", help="documents of the ledger, by id or name"
    )
    parser.add_argument(
        "--published", type=day, metavar="DAY", help="day of publication of all"
    )
    parser.add_argument("--outlet", metavar="NAME", help="who published them")
    parser.add_argument("--url", help="address they were published at")
    parser.add_argument(
        "--facts",
        metavar="CSV",
        help="a table of the files: file, published, outlet, url, title",
    )
    parser.add_argument(
        "--names",
        metavar="PATTERN",
        help='how files are named, such as "{published}_{outlet}_{title}"',
    )
    parser.add_argument(
        "--second-reader",
        metavar="COMMAND",
        help="a program that takes and gives JSON lines as sayso extract; it gets"
        " whole texts, unmasked",
    )
    parser.add_argument(
        "--local",
        action="store_true",
        help="an address may be in this machine's own network",
    )
    add_jobs(parser)
    add_strict(parser, "exit code 1 when an input was skipped or not read")


def run(arguments: argparse.Namespace) -> int:
    """Read every input, report each document, and sum up."""
    if not arguments.paths and not arguments.again:
        arguments.refuse("name a file, a folder or -, or say --again")
    stated = _stated(arguments)
    told = Told(
        arguments.published,
        arguments.outlet,
        arguments.url,
        stated.apply if stated else None,
    )
    stored: list[Stored] = []
    skipped = 0
    reasons: list[str] = []
    with (
        Workspace(arguments.ledger, create=not arguments.again) as workspace,
        Progress(None, quiet=arguments.quiet) as progress,
    ):
        given = workspace.held(arguments.paths) if arguments.again else arguments.paths
        for result in _read(workspace, given, told, arguments):
            progress.step()
            if isinstance(result, Skipped):
                skipped += 1
                reasons += [result_sentence(result)] if skipped <= _MOST_AGAIN else []
            else:
                stored.append(result)
            if arguments.json:
                print_lines([result_record(result)])
                sys.stdout.flush()  # who reads along learns of each document at once
            elif isinstance(result, Skipped) or not arguments.quiet:
                progress.clear()
                print(harmless(result_sentence(result)), file=sys.stderr)
        tell_second(workspace, stored, arguments)
        head = workspace.head()
    if not arguments.quiet:
        for line in _undated(stored, stated):
            print(harmless(line), file=sys.stderr)
        print(_sum(stored, skipped), file=sys.stderr)
        if head:
            print(f"last hash {head}", file=sys.stderr)
        if len(stored) + skipped > _SCREEN:
            for line in _again(reasons, skipped):
                print(harmless(line), file=sys.stderr)
    if skipped and not stored:
        raise InputError("nothing could be read")
    unread = any(result.unread_language for result in stored)
    return 1 if (skipped or unread) and arguments.strict else 0


def _read(
    workspace: Workspace,
    given: Iterable[str | Document],
    told: Told,
    arguments: argparse.Namespace,
) -> Iterator[Stored | Skipped]:
    return workspace.read(given, told=told, jobs=arguments.jobs, local=arguments.local)


def _stated(arguments: argparse.Namespace) -> ToldFacts | None:
    """Give what is said of single files, None for nothing."""
    if not arguments.facts and not arguments.names:
        return None
    facts = load_facts(arguments.facts) if arguments.facts else ToldFacts()
    pattern = name_pattern(arguments.names) if arguments.names else None
    return replace(facts, pattern=pattern)


def _undated(stored: list[Stored], stated: ToldFacts | None) -> Iterator[str]:
    """Yield how to say days that are unknown, and rows that met no file."""
    unknown = sum(result.document.facts.published is None for result in stored)
    if unknown:
        yield (
            f"{_count(unknown, 'document')} without a day of publication: say it with"
            " --published DAY, --facts facts.csv (file, published, outlet, url, title),"
            ' --names "{published}_{outlet}", or a first line "Published 2 June 2030"'
        )
    names = [result.document.facts.name or "" for result in stored]
    unused = stated.unused(names) if stated else ()
    if unused:
        more = f" and {len(unused) - 5:,} more" if len(unused) > 5 else ""
        yield f"of the facts no file was met: {', '.join(unused[:5])}{more}"


def result_record(result: Stored | Skipped) -> dict[str, object]:
    """Give what became of one input."""
    if isinstance(result, Skipped):
        return skipped_record(result)
    return {
        **document_record(result.document),
        "is_new": result.is_new,
        "is_read": result.is_read,
        "corrected": list(result.corrected),
        "unread_language": result.unread_language,
    }


def result_sentence(result: Stored | Skipped, *, titled: bool = False) -> str:
    """Give the same in words.

    Args:
        result: What became of one input.
        titled: True to call a document by its title, where it came from no file that
            the user knows.
    """
    if isinstance(result, Skipped):
        return f"skipped: {result.name} {result.reason}"
    held = result.document
    stated = (held.facts.title, held.facts.name)
    name = next(filter(None, stated if titled else stated[::-1]), "document")
    if result.corrected:
        again = f"; {_count(held.claims, 'claim')} read again" if result.is_read else ""
        changes = "; ".join(result.corrected)
        return f"corrected: {name} ({held.id[:8]}): {changes}{again}"
    if not result.is_read:
        if result.brought in (None, name):
            return f"held already: {name} ({held.id[:8]})"
        return f"held already: {result.brought}, words of {name} ({held.id[:8]})"
    if result.unread_language is not None:
        code = result.unread_language
        return f'kept: {name} ({held.id[:8]}): its language ("{code}") is not read'
    found = (
        f"{_count(held.claims, 'claim')}, {_count(held.attributions, 'attribution')}"
    )
    more = [_count(held.gaps, "gap")] if held.gaps else []
    if held.facts.published is None:
        more.append("day of publication unknown")
    if any(DIGEST_DIFFERS in step.what for step in held.facts.custody):
        more.append("damaged: its archive states another digest")
    more += held.facts.doubts
    return "; ".join((f"read: {name} ({held.id[:8]}): {found}", *more))


def _sum(stored: list[Stored], skipped: int) -> str:
    unread = sum(result.unread_language is not None for result in stored)
    new = [result for result in stored if result.is_read]
    read = [result for result in new if result.unread_language is None]
    claims = sum(result.document.claims for result in read)
    return (
        f"{_count(len(read), 'document')} read, {_count(claims, 'claim')} found,"
        f" {len(stored) - len(new):,} held already, {skipped:,} skipped"
        f"{f', {unread:,} in a language that is not read' if unread else ''}"
    )


def _again(reasons: list[str], skipped: int) -> Iterator[str]:
    """Yield what was skipped and why, the first of many."""
    yield from (f"  {line}" for line in reasons)
    if skipped > len(reasons):
        yield f"  and {skipped - len(reasons):,} more; --quiet tells only these"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
