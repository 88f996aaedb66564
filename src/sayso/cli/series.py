"""List claims lined up: one speaker, measure, thing, party and place, day by day.

Figures are intervals as printed; days without a figure in a regular series are gaps,
never filled. A later figure of the same speaker for the same days is a revision.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from sayso.cli.command import positive
from sayso.cli.records import print_lines
from sayso.cli.terminal import one_line
from sayso.corpus import Corpus
from sayso.linking.series import By, Point, Series, line_up
from sayso.model import to_days
from sayso.workspace import Workspace

EXAMPLE = "sayso series --measure people.casualties --least 3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso series`."""
    parser.add_argument(
        "--measure", metavar="ID", help='"people.killed", or a family like "people"'
    )
    parser.add_argument("--speaker", metavar="NAME", help="part of the name")
    parser.add_argument(
        "--by",
        choices=[str(by) for by in By],
        default=str(By.SPEAKER),
        help="whose voice makes a series (default: speaker)",
    )
    parser.add_argument(
        "--least",
        type=positive,
        default=2,
        metavar="N",
        help="series of N figures or more (default: 2)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the series that fit, each with its figures."""
    with Workspace(arguments.ledger, create=False) as workspace:
        corpus = workspace.corpus()
    found = [s for s in _lined_up(corpus, By(arguments.by)) if _fits(s, arguments)]
    if arguments.json:
        print_lines(_record(series, corpus) for series in found)
    else:
        for series in found:
            for line in _lines(series, corpus):
                print(line)
    if not arguments.quiet:
        print(f"{len(found):,} series", file=sys.stderr)
    return 0


def _lined_up(corpus: Corpus, by: By) -> tuple[Series, ...]:
    if by is By.SPEAKER:
        return corpus.context.series
    context = corpus.context
    return line_up(corpus.claims, context.documents, context.names, by)


def _fits(series: Series, arguments: argparse.Namespace) -> bool:
    line = series.line
    measure, speaker = arguments.measure, arguments.speaker
    return (
        len(series.points) >= arguments.least
        and (measure is None or f"{line.measure}.".startswith(f"{measure}."))
        and (speaker is None or speaker.casefold() in (line.voice or "").casefold())
    )


def _lines(series: Series, corpus: Corpus) -> Iterator[str]:
    line = series.line
    voice = _voice(series, corpus)
    what = " ".join(word for word in (line.measure, line.thing) if word)
    whose = f" of {line.affected}" if line.affected else ""
    place = series.points[0].claim.place
    where = f" at {place}" if place else ""
    kind = f" ({line.accrual})" if line.accrual else ""
    yield one_line(f"{voice}: {what}{whose}{where}{kind}")
    revised = {id(r.later) for r in series.revisions}
    for point in series.points:
        mark = "  revised" if id(point) in revised else ""
        words = one_line(_words(point))
        yield f"  {_days(point)}  {words}  {one_line(point.outlet or '')}{mark}"
    for gap in series.gaps:
        yield f"  no figure from {gap.first} to {gap.last}"
    yield ""


def _voice(series: Series, corpus: Corpus) -> str:
    return corpus.context.voice(series.points[0].claim)


def _days(point: Point) -> str:
    if point.first is None or point.first == point.last:
        return str(point.last)
    return f"{point.first} to {point.last}"


def _words(point: Point) -> str:
    return f'"{point.claim.quantity.span.text}" {point.interval}'


def _record(series: Series, corpus: Corpus) -> dict[str, Any]:
    line = series.line
    return {
        "voice": None if line.voice is None else _voice(series, corpus),
        "measure": line.measure,
        "thing": line.thing,
        "affected": line.affected,
        "actor": line.actor,
        "place": line.place,
        "unit": line.unit,
        "accrual": None if line.accrual is None else str(line.accrual),
        "points": [_point(point) for point in series.points],
        "revisions": [[r.earlier.claim.id, r.later.claim.id] for r in series.revisions],
        "gaps": [to_days(gap) for gap in series.gaps],
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "claim": point.claim.id,
        "document": point.claim.document,
        "outlet": point.outlet,
        "first": None if point.first is None else point.first.isoformat(),
        "last": point.last.isoformat(),
        "words": point.claim.quantity.span.text,
        "interval": str(point.interval),
    }
