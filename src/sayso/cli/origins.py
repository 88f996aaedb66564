"""List the utterances that claims go back to, with the chain and what drifted.

"9 documents, 6 outlets" under one speaker is one voice. Each hop says what shows it (a
credit line, a shared passage, the same figure) and how figures changed on the way:
value, bound, attribution, scope, unit, wording.
--spark works without a ledger: of a folder that `sayso extract --spark` wrote it finds
shared passages, origins and incidents on Apache Spark, and writes Parquet files to the
folder that -o names.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from sayso.cli.command import positive
from sayso.cli.records import print_lines
from sayso.cli.terminal import one_line
from sayso.model import Claim
from sayso.workspace import Workspace
from sayso.workspace.corpus import Corpus
from sayso.workspace.handed.copied import Change, Hop, Origin, describe_change

EXAMPLE = "sayso origins --least 3"

_QUOTED = 160
"""Characters shown of what was said."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso origins`."""
    parser.add_argument("path", nargs="?", metavar="FOLDER", help="with --spark")
    parser.add_argument("-o", "--output", metavar="FOLDER", help="with --spark")
    parser.add_argument(
        "--spark",
        metavar="MASTER",
        help="local, local[8,4], spark://HOST:7077, k8s://...; needs the extra spark",
    )
    parser.add_argument(
        "--least",
        type=positive,
        default=2,
        metavar="N",
        help="origins that N documents or more go back to (default: 2)",
    )

    parser.add_argument(
        "--sayings",
        action="store_true",
        help="also what several documents report without a figure",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the origins, most repeated first."""
    if arguments.spark:
        return _run_on_spark(arguments)
    if arguments.path is not None or arguments.output is not None:
        arguments.refuse("a folder and -o go with --spark; else a ledger is shown")
    with Workspace(arguments.ledger, create=False) as workspace:
        corpus = workspace.corpus()
    origins = [o for o in corpus.context.origins if len(o.documents) >= arguments.least]
    origins.sort(key=lambda o: -len(o.documents))
    if arguments.json:
        print_lines(_record(origin, corpus) for origin in origins)
    else:
        for origin in origins:
            for line in _lines(origin, corpus):
                print(line)
    if not arguments.quiet:
        documents = {key for origin in origins for key in origin.documents}
        print(corpus.reach(documents, len(origins)), file=sys.stderr)
    if arguments.sayings:
        _print_sayings(corpus, arguments)
    return 0


def _run_on_spark(arguments: argparse.Namespace) -> int:
    """Have Spark link the readings of a folder, and say what it found."""
    from sayso.cluster import (
        link_on_spark,
        open_session,
        share_on_spark,
    )  # optional: loads pyarrow

    if arguments.path is None or arguments.output is None:
        arguments.refuse("Spark takes a folder of readings and writes one: FOLDER, -o")
    session = open_session(arguments.spark)
    try:
        share_on_spark(session, arguments.path, arguments.output)
        held = link_on_spark(
            session, arguments.path, arguments.output, arguments.output
        )
    finally:
        session.stop()
    if not arguments.quiet:
        print(
            f"{held.origins:,} origins and {held.incidents:,} incidents in"
            f" {held.documents:,} documents"
            + ("" if held.is_new else "; it was finished before"),
            file=sys.stderr,
        )
    return 0


def _print_sayings(corpus: Corpus, arguments: argparse.Namespace) -> None:
    """Print what several documents report without a figure."""
    sayings = [s for s in corpus.sayings() if len(s.documents) >= arguments.least]
    if arguments.json:
        print_lines(
            {
                "speaker": saying.speaker,
                "day": saying.day.isoformat(),
                "documents": list(saying.documents),
                "names": [corpus.name(key) for key in saying.documents],
                "contents": [[key, s.start, s.end] for key, s in saying.contents],
            }
            for saying in sayings
        )
        return
    for saying in sayings:
        names = ", ".join(corpus.name(key) for key in saying.documents)
        print(one_line(f"{saying.speaker}, {saying.day}, said in {names}:"))
        print(f'  "{one_line(saying.contents[0][1].text)[:_QUOTED]}"')


def _lines(origin: Origin, corpus: Corpus) -> Iterator[str]:
    first = origin.documents[0]
    reach = corpus.reach(origin.documents, 1)
    yield one_line(f"{_voice(origin, corpus)}: {reach}")
    yield f"  earliest held: {one_line(corpus.outlet(first))}, {origin.day}"
    if origin.credited:
        yield f"  credited: {one_line(', '.join(origin.credited))}"
    for claim in origin.claims:
        if claim.document == first:
            yield f'    "{one_line(claim.quantity.span.text)}" {claim.measure}'
    for hop in origin.hops:
        earlier, later = (one_line(corpus.outlet(k)) for k in (hop.earlier, hop.later))
        yield f"  {earlier} -> {later}, {corpus.day(hop.later)} ({hop.link})"
        for change in hop.changes:
            yield f"    {one_line(_change(change))}"
    yield ""


def _change(change: Change) -> str:
    before, after = change.earlier.quantity.span.text, change.later.quantity.span.text
    return f'"{before}" -> "{after}": {", ".join(describe_change(change))}'


def _voice(origin: Origin, corpus: Corpus) -> str:
    said = (c for c in origin.claims if c.claimant is not None)
    return corpus.context.voice(next(said, origin.claims[0]))


def _record(origin: Origin, corpus: Corpus) -> dict[str, Any]:
    return {
        "id": origin.id,
        "speaker": None if origin.speaker is None else _voice(origin, corpus),
        "day": None if origin.day is None else origin.day.isoformat(),
        "documents": list(origin.documents),
        "names": [corpus.name(key) for key in origin.documents],
        "credited": list(origin.credited),
        "claims": [_claim(claim) for claim in origin.claims],
        "hops": [_hop(hop) for hop in origin.hops],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    span = claim.quantity.span
    return {
        "id": claim.id,
        "document": claim.document,
        "words": span.text,
        "span": [span.start, span.end],
        "measure": claim.measure,
    }


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "earlier": hop.earlier,
        "later": hop.later,
        "link": str(hop.link),
        "proof": [[key, span.start, span.end] for key, span in hop.proof],
        "changes": [
            {
                "earlier": change.earlier.id,
                "later": change.later.id,
                "words": [
                    change.earlier.quantity.span.text,
                    change.later.quantity.span.text,
                ],
                "kinds": [str(kind) for kind in change.kinds],
                "details": list(describe_change(change)),
            }
            for change in hop.changes
        ],
    }
