"""Keep control polygons by day, each with who drew them, and measure them.

add: GeoJSON (.gz too), GeoPackage, shapefile or KML, files or folders by date; the day
is that of a field, of the file's name, or of --as-of. A file is taken whole or not at
all; a day that comes again with other polygons is a version, kept beside. With --units
the polygons are regions to count areas in. list: what is held. area: by day. diff: what
was gained and lost from day to day, or between two days. Layers of two authorities are
never merged, and none is called what is so. Needs the extra "layers".
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from sayso.cli.command import add_common, day, positive
from sayso.cli.records import print_lines
from sayso.cli.terminal import harmless, one_line
from sayso.model import to_json
from sayso.workspace import Workspace
from sayso.workspace.handed.drawn import (
    PRECISION_M,
    Layer,
    LayerBook,
    LayerSeries,
    Maker,
    Status,
    Step,
    Unit,
)
from sayso.workspace.layer_doors import keep_worked_out
from sayso.workspace.layering import (
    add_layers,
    add_units,
    book_of,
    claims_around,
    series_of,
)
from sayso.workspace.taking import Added

EXAMPLE = 'sayso layers add maps/ --authority "Map Desk" --status "assessed control"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso layers`."""
    actions = parser.add_subparsers(
        dest="action",
        metavar="{add PATH,list,area,diff}",
        required=True,
        help="take polygons in; say what is held; measure",
    )
    for name, summary, options in (
        ("add", "take polygons in", _add_options),
        ("list", "say what is held, by authority", _which),
        ("area", "areas by day", _days),
        ("diff", "gained and lost from day to day", _diff_options),
    ):
        action = actions.add_parser(
            name, help=summary, argument_default=argparse.SUPPRESS
        )
        options(action)
        add_common(action)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the four."""
    return _ACTIONS[arguments.action](arguments)


def _which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--authority", metavar="NAME", help="part of its name")


def _days(parser: argparse.ArgumentParser) -> None:
    _which(parser)
    parser.add_argument("--from", dest="first", type=day, metavar="DAY")
    parser.add_argument("--to", dest="last", type=day, metavar="DAY")
    parser.add_argument("--unit", metavar="NAME", help="inside this region alone")


def _diff_options(parser: argparse.ArgumentParser) -> None:
    _days(parser)
    parser.add_argument(
        "--whole",
        action="store_true",
        help="one change, from the first day to the last",
    )


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--authority", required=True, metavar="NAME", help="who drew")
    parser.add_argument(
        "--status",
        choices=[str(status) for status in Status],
        help=f"what the polygons are said to be (default: {Status.UNKNOWN})",
    )
    parser.add_argument("--party", metavar="NAME", help="who holds the ground inside")
    parser.add_argument("--licence", metavar="WORDS", help="terms they are used on")
    parser.add_argument("--as-of", type=day, metavar="DAY", help="day of all of them")
    parser.add_argument(
        "--crs", metavar="NAME", help="reference system of files that name none"
    )
    parser.add_argument(
        "--precision-m",
        type=positive,
        metavar="N",
        help=f"metres a line may be off (default: {PRECISION_M}, our own)",
    )
    parser.add_argument(
        "--also",
        action="append",
        metavar="NAME",
        help="another name of the authority; its own claims are repetition",
    )
    parser.add_argument(
        "--covers",
        action="append",
        metavar="REGION",
        help="region or country it is drawn for; may be repeated",
    )
    parser.add_argument(
        "--units", action="store_true", help="regions to count areas in, by name"
    )


def _add(arguments: argparse.Namespace) -> int:
    """Take files in, all or none."""
    told = vars(arguments)
    with Workspace(arguments.ledger) as workspace:
        if told.get("units"):
            added: tuple[Added, ...] = tuple(
                item
                for path in arguments.paths
                for item in add_units(
                    workspace,
                    path,
                    authority=arguments.authority,
                    licence=told.get("licence"),
                    crs=told.get("crs"),
                )
            )
        else:
            added = add_layers(
                workspace,
                arguments.paths,
                _maker(told),
                as_of=told.get("as_of"),
                crs=told.get("crs"),
            )
    if arguments.json:
        print_lines(_record(a.item) | {"new": a.is_new} for a in added)
    else:
        for line in _added_lines(added):
            print(one_line(line))
    if not arguments.quiet:
        new = sum(a.is_new for a in added)
        print(f"{new:,} new, {len(added) - new:,} held before", file=sys.stderr)
    return 0


def _maker(told: Mapping[str, Any]) -> Maker:
    return Maker(
        authority=told["authority"],
        status=Status(told.get("status", Status.UNKNOWN)),
        party=told.get("party"),
        licence=told.get("licence"),
        precision_m=told.get("precision_m", PRECISION_M),
        also=tuple(told.get("also", ())),
        covers=tuple(told.get("covers", ())),
    )


def _added_lines(added: tuple[Added, ...]) -> Iterator[str]:
    """Give versions and notes; what is plain is only counted."""
    for item in (a.item for a in added if a.is_new):
        if isinstance(item, Unit):
            yield f"{item.name}: {item.area_km2:,.1f} km2"
        elif item.version > 1:
            yield (
                f"{item.as_of}: version {item.version}, {item.area_km2:,.1f} km2; the"
                " earlier one is kept beside"
            )
        for note in item.notes:
            name = item.name if isinstance(item, Unit) else item.as_of
            yield f"{name}: {note}"


def _list(arguments: argparse.Namespace) -> int:
    """Say what is held."""
    with Workspace(arguments.ledger, create=False) as workspace:
        book = book_of(workspace)
    shown = series_of(book, vars(arguments).get("authority"))
    if arguments.json:
        print_lines(_series_record(series) for series in shown)
        print_lines(_record(unit) for unit in book.units)
        return 0
    for series in shown:
        for line in _series_lines(series):
            print(harmless(line))
    for unit in book.units:
        print(one_line(f"unit {unit.name}: {unit.area_km2:,.1f} km2, {unit.authority}"))
    return 0


def _series_lines(series: LayerSeries) -> Iterator[str]:
    maker, layers = series.maker, series.layers
    yield f"{maker.words}: {len(layers):,} days, {_span(series)}"
    yield f"  licence: {maker.licence or 'not stated'}"
    yield f"  a line may be off by {maker.precision_m:,} m"
    if series.older:
        days = ", ".join(sorted({held.as_of.isoformat() for held in series.older}))
        yield f"  earlier versions kept of: {days}"
    gaps = [(other.as_of - one.as_of).days - 1 for one, other in pairwise(layers)]
    missing = [gap for gap in gaps if gap]
    if missing:
        yield f"  days without a layer: {sum(missing):,}, in {len(missing):,} stretches"


def _span(series: LayerSeries) -> str:
    return f"{series.layers[0].as_of} to {series.layers[-1].as_of}"


def _area(arguments: argparse.Namespace) -> int:
    """Print areas by day."""
    told = vars(arguments)
    with Workspace(arguments.ledger, create=False) as workspace:
        book = book_of(workspace)
        unit = _unit(book, told)
        for series in series_of(book, told.get("authority")):
            rows = [
                (layer, book.area(layer, unit)[0])
                for layer in series.between(told.get("first"), told.get("last"))
            ]
            if arguments.json:
                print_lines(_record(layer) | _in(unit, area) for layer, area in rows)
                continue
            print(one_line(_heading(series, unit)))
            for layer, area in rows:
                version = f"  version {layer.version}" if layer.version > 1 else ""
                print(f"  {layer.as_of}  {area:12,.3f} km2{version}")
        keep_worked_out(workspace, book)
    return 0


def _diff(arguments: argparse.Namespace) -> int:
    """Print what changed."""
    told = vars(arguments)
    with Workspace(arguments.ledger, create=False) as workspace:
        book = book_of(workspace)
        unit = _unit(book, told)
        for series in series_of(book, told.get("authority")):
            steps = _steps(book, series, unit, told)
            edits = {
                str(step.later.id): not claims_around(workspace, book, step, series)
                for step in steps
                if step.is_jump
            }
            if arguments.json:
                print_lines(_step_record(step, series, unit, edits) for step in steps)
                continue
            print(one_line(_heading(series, unit)))
            for step in steps:
                print(_step_line(step, edits))
        keep_worked_out(workspace, book)
    return 0


def _steps(
    book: LayerBook,
    series: LayerSeries,
    unit: Unit | None,
    told: Mapping[str, Any],
) -> list[Step]:
    """Give the steps inside the days asked for, or the one from end to end."""
    first, last = told.get("first"), told.get("last")
    inside = series.between(first, last)
    if told.get("whole") and len(inside) > 1:
        change = book.change(inside[0], inside[-1], unit)
        ends = (inside[0], inside[-1])
        measured = (change.gained, change.lost, change.spread_km)
        return [Step(*ends, *measured, held_between=len(inside) - 2)]
    kept = {layer.id for layer in inside}
    return [
        step
        for step in book.steps(series, unit)
        if step.earlier.id in kept and step.later.id in kept
    ]


def _step_line(step: Step, edits: Mapping[str, bool]) -> str:
    marks = []
    if step.missing and not step.is_jump:
        marks.append(f"{step.missing} days without a layer between")
    elif step.missing:
        marks.append(f"{step.missing} days missing")
    if step.is_jump:
        alone = edits.get(step.later.id, False)
        marks.append(
            "a jump with no claim around it: an edit of the map, it may be"
            if alone
            else "a jump; claims speak of these days"
        )
    if not step.gained and not step.lost:
        marks.append("the same polygons")
    tail = f"  ({'; '.join(marks)})" if marks else ""
    return (
        f"  {step.earlier.as_of} to {step.later.as_of}"
        f"  gained {step.gained:9,.3f}  lost {step.lost:9,.3f}"
        f"  net {step.net:+10,.3f} km2{tail}"
    )


def _heading(series: LayerSeries, unit: Unit | None) -> str:
    where = f", inside {unit.name} ({unit.authority})" if unit else ""
    return f"{series.maker.words}, as drawn{where}"


def _unit(book: LayerBook, told: Mapping[str, Any]) -> Unit | None:
    name = told.get("unit")
    return None if name is None else book.require_unit(name)


def _in(unit: Unit | None, area: float) -> dict[str, Any]:
    return {"unit": unit and unit.name, "area_km2": round(area, 6)}


def _record(item: Layer | Unit) -> dict[str, Any]:
    record: dict[str, Any] = to_json(item)
    record["area_km2"] = float(item.area_km2)
    return record


def _series_record(series: LayerSeries) -> dict[str, Any]:
    return {
        **to_json(series.maker),
        "first": series.layers[0].as_of.isoformat(),
        "last": series.layers[-1].as_of.isoformat(),
        "days": len(series.layers),
        "older_versions": len(series.older),
    }


def _step_record(
    step: Step, series: LayerSeries, unit: Unit | None, edits: Mapping[str, bool]
) -> dict[str, Any]:
    return {
        "authority": series.maker.authority,
        "status": str(series.maker.status),
        "party": series.maker.party,
        "unit": unit and unit.name,
        "from": _iso(step.earlier.as_of),
        "to": _iso(step.later.as_of),
        "gained_km2": round(step.gained, 6),
        "lost_km2": round(step.lost, 6),
        "net_km2": round(step.net, 6),
        "days_missing": step.missing,
        "jump": step.is_jump,
        "claims_around": None if not step.is_jump else not edits[step.later.id],
    }


def _iso(value: date) -> str:
    return value.isoformat()


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {"add": _add, "list": _list, "area": _area, "diff": _diff}
)
