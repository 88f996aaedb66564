"""Days of claims in Russian and Ukrainian, where the claim's own words say them."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from results import Part, Row
from scores import HELD, SHARED

from sayso.model.period import Timex
from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.languages import CASED

TRAINING = SHARED / "data" / "training"
WAR = date(2022, 2, 24)
"""First day of the war that packs of Russian and Ukrainian reports count from."""
SETS = (
    ("written beside", (TRAINING / "{}.jsonl", TRAINING / "own_{}.jsonl")),
    ("held back", (HELD / "{}.jsonl", HELD / "later_ru_uk.jsonl")),
)
"""What a set of reports is to the rules -> its files, by language."""
NAMES = {"ru": "Russian", "uk": "Ukrainian"}


def claim_days() -> Part:
    """Claims of which a time expression in their words has the labelled days."""
    rows = []
    for code, name in NAMES.items():
        for kind, files in SETS:
            told = [right for file in files for right in _claims(file, code)]
            share = round(100 * sum(told) / len(told), 1)
            data = f"{kind}: {name}, {len(told)} claims"
            rows.append(Row("days within a day, %", data, share, ">= 85"))
    return Part("Days in Russian and Ukrainian", "make bench ONLY=days", rows, [NOTE])


NOTE = (
    "Claims with a period and words for it, by the labels; right when a time expression"
    " at these words begins and ends within a day of it. The war is taken to have begun"
    ' on its day where a report was written later; "already" and its like, of which the'
    " labels make a period, count as missed."
)


def _claims(file: Path, code: str) -> Iterator[bool]:
    path = Path(str(file).format(code))
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        if report.get("language", code) != code or not report.get("published"):
            continue
        written = date.fromisoformat(report["published"][:10])
        found = find_timexes(
            report["text"],
            published=written,
            language=CASED[code],
            count_from=WAR if written >= WAR else None,
        )
        for claim in report["claims"]:
            words = (claim.get("evidence") or {}).get("period") or []
            readings = [claim.get("period"), *(claim.get("periods") or [])]
            readings = [reading for reading in readings if reading]
            if words and readings:
                yield any(
                    _is_near(timex, reading)
                    for start, end in words
                    for timex in found
                    if timex.span.start < end and start < timex.span.end
                    for reading in readings
                )


def _is_near(timex: Timex, reading: list[Any]) -> bool:
    if timex.period is None:
        return False
    ends = (timex.period.first, timex.period.last)
    return all(
        day is None and told is None
        if day is None or told is None
        else abs((day - date.fromisoformat(told)).days) <= 1
        for day, told in zip(ends, reading, strict=True)
    )
