"""What a second reader made of documents that were read: agreement, in counts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from sayso.cli.records import print_lines
from sayso.cli.terminal import harmless
from sayso.workspace import Stored, Workspace
from sayso.workspace.second import NotRead, SecondRead, read_second


def tell_second(
    workspace: Workspace, stored: Sequence[Stored], arguments: argparse.Namespace
) -> None:
    """Ask the second reader, where one is named, and print where the two differ."""
    if arguments.second_reader is None:
        return
    done: list[SecondRead] = []
    keys = [result.document.id for result in stored]
    for result in read_second(workspace, keys, arguments.second_reader):
        if isinstance(result, NotRead):
            _tell(f"second reader: {result.document[:8]} not read: {result.reason}")
            continue
        done.append(result)
        for reason in result.refused:
            _tell(f"second reader: {result.document[:8]}: refused: {reason}")
        if arguments.json:
            print_lines([second_record(result)])
    if not arguments.quiet:
        _tell(_sum(done))


def second_record(result: SecondRead) -> dict[str, object]:
    """Give what came of one document, as ids of claims."""
    return {
        "document": result.document,
        "second_reader": result.reader,
        "alike": [claim.id for claim in result.alike],
        "differing": [claim.id for claim in result.differing],
        "only_ours": [claim.id for claim in result.missing],
        "only_theirs": [claim.id for claim in result.more],
        "refused": list(result.refused),
    }


def _sum(done: Sequence[SecondRead]) -> str:
    alike, differing, missing, more, refused = (
        sum(len(getattr(result, part)) for result in done)
        for part in ("alike", "differing", "missing", "more", "refused")
    )
    either = alike + differing + missing + more
    share = f" ({100 * alike / either:.0f} of 100)" if either else ""
    documents = "1 document" if len(done) == 1 else f"{len(done):,} documents"
    return (
        f"second reader: {documents}; of {either:,} claims that either"
        f" reads, {alike:,} are read alike{share}, {differing:,} with another field,"
        f" {missing:,} by ours alone, {more:,} by the other alone; {refused:,} refused."
        " Differences: sayso show ID --readers, and first in the review queue"
    )


def _tell(words: str) -> None:
    print(harmless(words), file=sys.stderr)
