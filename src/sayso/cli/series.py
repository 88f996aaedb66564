"""List claims lined up: one speaker, measure, thing, party and place, day by day.

Figures are intervals as printed; what map-makers drew for a claim's days and place
stands below it, marked ~, as theirs. Days without a figure in a regular series are
gaps, never filled. A later figure of the same speaker for the same days is a revision.
Below stand the documents held of its outlets: a series moves when a feed dies.
--compare says which series may be set beside each other, and why others are not
comparable.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.cli.command import positive
from sayso.cli.records import print_lines
from sayso.cli.terminal import one_line
from sayso.model import ClaimUnit, to_days
from sayso.workspace import Workspace
from sayso.workspace.corpus import Corpus
from sayso.workspace.handed.lines import (
    By,
    Comparison,
    Coverage,
    Line,
    Point,
    Reason,
    Series,
    as_rounded,
    compare_series,
    count_coverage,
    line_of,
    line_up,
)
from sayso.workspace.layer_beside import Beside, Drawn, drawn_beside

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
    parser.add_argument(
        "--compare",
        action="store_true",
        help="then every two of these series, and why they are not comparable",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the series that fit, each with its figures."""
    with Workspace(arguments.ledger, create=False) as workspace:
        corpus = workspace.corpus()
        found = [s for s in _lined_up(corpus, By(arguments.by)) if _fits(s, arguments)]
        points = (point.claim for series in found for point in series.points)
        drawn = drawn_beside(points, corpus.context)
    coverage = _coverage(corpus)
    compared = compare_series(found, corpus.context.names) if arguments.compare else ()
    if arguments.json:
        print_lines(_record(series, corpus, (coverage, drawn)) for series in found)
        print_lines(_compared(comparison) for comparison in compared)
    else:
        for series in found:
            for line in _lines(series, corpus, (coverage, drawn)):
                print(line)
        for comparison in compared:
            for line in _comparison(comparison, corpus):
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


Held = Mapping[str | None, Sequence[Coverage]]
"""Outlet -> the documents held of it by day, in order."""


def _coverage(corpus: Corpus) -> Held:
    held: defaultdict[str | None, list[Coverage]] = defaultdict(list)
    for item in count_coverage(corpus.context.documents.values()):
        held[item.outlet].append(item)
    return held


def _covered(series: Series, held: Held) -> Iterator[tuple[str | None, list[Coverage]]]:
    """Give what is held of the series' outlets from its first day to its last."""
    days = [p.published or p.last for p in series.points]
    first, last = min(days), max(days)
    for outlet in sorted({p.outlet for p in series.points}, key=lambda o: o or ""):
        yield outlet, [c for c in held.get(outlet, ()) if first <= c.day <= last]


def _lines(series: Series, corpus: Corpus, beside: tuple[Held, Drawn]) -> Iterator[str]:
    held, drawn = beside
    line = series.line
    voice = _voice(series, corpus)
    what = " ".join(word for word in (line.measure, line.thing) if word)
    whose = f" of {line.affected}" if line.affected else ""
    place = series.points[0].claim.place
    where = f" at {place}" if place else ""
    kinds = ", ".join(word for word in (_unit(line), line.accrual) if word)
    kind = f" ({kinds})" if kinds else ""
    yield one_line(f"{voice}: {what}{whose}{where}{kind}")
    revised = {id(r.later) for r in series.revisions}
    for point in series.points:
        mark = "  revised" if id(point) in revised else ""
        words = one_line(_words(point))
        yield f"  {_days(point)}  {words}  {one_line(point.outlet or '')}{mark}"
        for item in drawn.get(point.claim.id, ()):
            words = f"drawn by {item.words}: {item.interval} {item.unit}, {item.days}"
            yield f"    ~ {one_line(words)}"
    for gap in series.gaps:
        yield f"  no figure from {gap.first} to {gap.last}"
    for outlet, days in _covered(series, held):
        documents = sum(item.documents for item in days)
        name = one_line(outlet or "no outlet named")
        yield f"  documents held of {name}: {documents:,}, on {len(days):,} days"
    yield ""


def _unit(line: Line) -> str:
    """Give the unit of areas and shares; counts need none."""
    return "" if line.unit == ClaimUnit.COUNT else line.unit


def _comparison(comparison: Comparison, corpus: Corpus) -> Iterator[str]:
    """Give two figures, then whether they may be set beside each other."""
    one, other = comparison.one, comparison.other
    for joined, point in (("", one), ("and ", other)):
        claim = point.claim
        voice = corpus.context.voice(claim)
        words = f"{voice}: {claim.measure} {_words(point)}, {_days(point)}"
        yield one_line(f"{joined}{words}")
    if comparison.reason is not None:
        lines = [line_of(p.claim, corpus.context.names) for p in (one, other)]
        stated = _stated(comparison, lines)
        differing = one_line(" / ".join(stated))
        yield f"  not comparable: {comparison.reason} ({differing})"
        return
    first, second = (as_rounded(p.claim.quantity) for p in (one, other))
    apart = first.is_apart_from(second)
    yield "  comparable: " + ("no number in common" if apart else "consistent")


def _stated(comparison: Comparison, lines: Sequence[Line]) -> list[str]:
    """Give what each of two figures says where they differ."""
    points = (comparison.one, comparison.other)
    match comparison.reason:
        case Reason.MEASURE:
            words = [line.measure for line in lines]
        case Reason.DEFINITION:
            words = [_definition(line) for line in lines]
        case Reason.AREA:
            words = [p.claim.place or "" for p in points]
        case Reason.PERIOD:
            words = [
                f"{line.accrual or ''} {_period(p)}"
                for line, p in zip(lines, points, strict=True)
            ]
        case _:
            words = [str(p.claim.quantity.bound).replace("_", " ") for p in points]
    return [word.strip() or "not stated" for word in words]


def _definition(line: Line) -> str:
    whose = f"of {line.affected}" if line.affected else ""
    return " ".join(word for word in (line.thing, whose, _unit(line)) if word)


def _period(point: Point) -> str:
    return "" if point.claim.period is None else _days(point)


def _compared(comparison: Comparison) -> dict[str, Any]:
    return {
        "compared": [comparison.one.claim.id, comparison.other.claim.id],
        "comparable": comparison.reason is None,
        "reason": None if comparison.reason is None else str(comparison.reason),
    }


def _voice(series: Series, corpus: Corpus) -> str:
    return corpus.context.voice(series.points[0].claim)


def _days(point: Point) -> str:
    if point.first is None or point.first == point.last:
        return str(point.last)
    return f"{point.first} to {point.last}"


def _words(point: Point) -> str:
    return f'"{point.claim.quantity.span.text}" {point.interval}'


def _record(
    series: Series, corpus: Corpus, beside: tuple[Held, Drawn]
) -> dict[str, Any]:
    held, drawn = beside
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
        "points": [
            _point(point) | {"drawn": _drawn(drawn.get(point.claim.id, ()))}
            for point in series.points
        ],
        "revisions": [[r.earlier.claim.id, r.later.claim.id] for r in series.revisions],
        "gaps": [to_days(gap) for gap in series.gaps],
        "coverage": [
            [outlet, item.day.isoformat(), item.documents]
            for outlet, days in _covered(series, held)
            for item in days
        ],
    }


def _drawn(beside: Sequence[Beside]) -> list[dict[str, str]]:
    """Give what layers have for a claim: a figure of who drew them, nobody's claim."""
    return [
        {
            "by": item.words,
            "interval": str(item.interval),
            "unit": item.unit,
            "days": item.days,
        }
        for item in beside
    ]


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
