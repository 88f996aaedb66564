"""Tables of daily figures taken in as documents and claims, with their origin.

A table becomes one document a series, one line a day, so that every claim has its
exact words and its line like any other. The figures stay what one speaker claims; what
comes from elsewhere in the same file has no claimant.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.model import (
    DAY,
    Accrual,
    AttributionId,
    Bound,
    Claim,
    DateBasis,
    Document,
    Period,
    PeriodKind,
    Quantity,
    Reading,
    Span,
    short_id,
)

READER = "series-import 1"
"""Stored with every claim that was taken from a table."""


@dataclass(frozen=True, slots=True)
class Column:
    """How one series of a table is read as a claim."""

    measure: str
    group: str
    claimed: bool = True
    """True where the table's speaker says it; else nobody is named."""


GENERAL_STAFF: Mapping[str, Column] = {
    "personnel": Column("people.casualties", "personnel"),
    "prisoners_of_war": Column("people.captured", "prisoner of war", claimed=False),
    "APC": Column("equipment.lost", "armoured personnel carrier"),
    "MRL": Column("equipment.lost", "multiple rocket launcher"),
}
"""Series of the General Staff's table whose name is not simply the thing that is lost.
Their "losses" are killed, wounded and captured together (CLAIMS.md, casualties)."""


def load_series(path: Path) -> tuple[Reading, ...]:
    """Give the series of a file as readings, one document each, in the file's order.

    Args:
        path: JSON, plain or gzipped, with "speaker", "measure", "start" and "series":
            name -> {"from": first day, "values": one a day}.

    Returns:
        Readings whose claims are running totals up to their day.

    Raises:
        InputError: The file cannot be read or is no such table.
    """
    table = _load(path)
    try:
        return tuple(
            _read(name, series, table) for name, series in table["series"].items()
        )
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise InputError(
            f'"{path.name}" is no table of series (at {error}); wanted are "speaker", '
            '"measure", "start" and "series" with "from" and "values"'
        ) from error


def _load(path: Path) -> dict[str, Any]:
    try:
        packed = path.read_bytes()
        text = gzip.decompress(packed) if packed[:2] == b"\x1f\x8b" else packed
        table = json.loads(text)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise InputError(f'"{path.name}" cannot be read ({error})') from error
    if not isinstance(table, dict):
        raise InputError(f'"{path.name}" is no JSON object')
    return table


def _read(name: str, series: Mapping[str, Any], table: Mapping[str, Any]) -> Reading:
    """Give the document of one series and the claims of its lines."""
    thing = name.removesuffix("s") if name.endswith("marines") else name
    column = GENERAL_STAFF.get(name, Column("equipment.lost", thing))
    values = [None if v is None else Decimal(str(v)) for v in series["values"]]
    days = _days(date.fromisoformat(series["from"]), len(values))
    head = f"{table['speaker'] if column.claimed else 'No speaker named'}: {name}\n"
    qualifier = table.get("personnel_qualifier", {}) if name == "personnel" else {}
    lines = [
        f"{day.isoformat()}\t{_figure(value, day, qualifier)}\n"
        for day, value in zip(days, values, strict=True)
    ]
    document = Document(
        head + "".join(lines),
        published=days[-1] if days else None,
        published_basis=DateBasis.METADATA,
        title=f"{table['measure']}: {name}",
        outlet=table["speaker"] if column.claimed else None,
        name=name,
        media_type="application/json",
        extractor=READER,
    )
    claims = _claims(document, len(head), days, values, (column, table))
    none = ()
    return Reading(document, none, tuple(claims), none, none, none, none, READER)


def _days(first: date, count: int) -> list[date]:
    return [first + DAY * n for n in range(count)]


def _figure(value: Decimal | None, day: date, qualifier: Mapping[str, Any]) -> str:
    """Give the figure with the bound words the table says it had."""
    if value is None:
        return "-"
    if day.isoformat() in qualifier.get("more_than", ()):
        return f"more than {value:,}"
    return f"about {value:,}" if qualifier.get("default") == "about" else f"{value:,}"


def _claims(
    document: Document,
    start: int,
    days: list[date],
    values: list[Decimal | None],
    told: tuple[Column, Mapping[str, Any]],
) -> Iterator[Claim]:
    """Give the claim of every line that has a figure."""
    column, table = told
    since = date.fromisoformat(table["start"]) - DAY
    text = document.text
    act = AttributionId(short_id(document.id, "table"))
    for day, value in zip(days, values, strict=True):
        end = text.index("\n", start)
        sentence = Span.cut(text, start, end)
        if value is not None:
            quantity = _quantity(text, start + len("2000-01-01\t"), end, value)
            yield Claim(
                document=document.id,
                quantity=quantity,
                measure=column.measure,
                sentence=sentence,
                group=column.group,
                affected=_affected(table["measure"]),
                period=Period.of_days(since, day, PeriodKind.SINCE),
                accrual=Accrual.TOTAL,
                claimant=table["speaker"] if column.claimed else None,
                attribution=act if column.claimed else None,
                reader=READER,
            )
        start = end + 1


def _affected(measure: str) -> str | None:
    """Give whose losses they are, in the table's words: "claimed Westland losses"."""
    found = re.match(r"claimed (\w+) losses", measure)
    return None if found is None else found.group(1)


def _quantity(text: str, start: int, end: int, value: Decimal) -> Quantity:
    """Give the figure of one line, with its bound."""
    span = Span.cut(text, start, end)
    number = Span.cut(text, start + span.text.rfind(" ") + 1, end)
    if span.text.startswith("more than"):
        return Quantity(span, number, value, None, Bound.AT_LEAST, "count")
    bound = Bound.APPROX if span.text.startswith("about") else Bound.EXACT
    return Quantity(span, number, value, value, bound, "count")
