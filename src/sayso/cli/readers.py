"""What several readers read in one document, as lines and as a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sayso.cli.terminal import one_line
from sayso.model import Claim, to_days
from sayso.model.withheld import voice_apart
from sayso.workspace.readings import Compared, HeldReading, compare_readings

NOTHING = "no such claim"


def reader_lines(readings: Sequence[HeldReading]) -> Iterator[str]:
    """Yield the readings by number, then each claim as every reader has it.

    Readers that have a claim alike share its line.
    """
    yield "readings" if readings else "not read yet"
    for number, held in enumerate(readings, start=1):
        made = held.reading
        count = len(made.claims)
        parts = (
            f"{made.reader}, {held.at}",
            f"{count:,} claim{'' if count == 1 else 's'}",
            "current" if held.is_current else "",
        )
        words = ", ".join(part for part in parts if part)
        yield f"  ({number}) {one_line(words)}"
    rows = compare_readings(readings)
    if rows:
        yield ""
        yield "claims by reading"
    for row in rows:
        span = row.first.quantity.span
        yield f"  {one_line(span.text)} [{span.start}, {span.end})"
        for numbers, words in _alike(row):
            yield f"    ({', '.join(map(str, numbers))}) {one_line(words)}"


def readings_record(readings: Sequence[HeldReading]) -> list[dict[str, Any]]:
    """Give each reading with its reader and claims, the current one marked."""
    return [
        {
            "reader": held.reading.reader,
            "at": held.at,
            "number": held.number,
            "current": held.is_current,
            "claims": [claim.to_record() for claim in held.reading.claims],
        }
        for held in readings
    ]


def _alike(row: Compared) -> list[tuple[list[int], str]]:
    """Give the readings' numbers under the words that their claims come to."""
    found: dict[str, list[int]] = {}
    for number, claim in enumerate(row.claims, start=1):
        found.setdefault(NOTHING if claim is None else _words(claim), []).append(number)
    return [(numbers, words) for words, numbers in found.items()]


def _words(claim: Claim) -> str:
    """Give a claim in one line that begins with who makes it."""
    days = to_days(claim.period) if claim.period else []
    parts = (
        claim.measure,
        f"of {claim.affected}" if claim.affected else "",
        f"by {claim.actor}" if claim.actor else "",
        f"in {claim.place}" if claim.place else "",
        "–".join(day or "…" for day in dict.fromkeys(days)),
        f"via {', '.join(claim.via)}" if claim.via else "",
        str(claim.stance) if claim.stance != "asserted" else "",
    )
    who = voice_apart(claim.speaker) if claim.speaker else claim.claimant
    return f"{who or 'Unattributed'}: {'; '.join(part for part in parts if part)}"
