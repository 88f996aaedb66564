"""What the reader reads in the example reports, one claim or attribution a line.

`make golden` rewrites `tests/golden/kursk-2025-03.jsonl`; its diff is read like code.
Beside it lies the name of the reader that wrote it.
Each line quotes the words, so that a change can be judged without counting offsets.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sayso.model import Document, Reading, Span
from sayso.reading.reader import read_document, reader_name

FOLDER = Path(__file__).resolve().parent
REPORTS = FOLDER.parent / "examples" / "kursk-2025-03" / "reports.jsonl"
GOLDEN = FOLDER / "golden" / "kursk-2025-03.jsonl"
READER = FOLDER / "golden" / "reader.txt"

CLAIM_FIELDS = (
    "measure",
    "group",
    "affected",
    "actor",
    "place",
    "period",
    "accrual",
    "claimant",
    "via",
    "stance",
)


def golden_lines() -> Iterator[str]:
    """Yield the lines of the golden file, in the order of the reports."""
    for line in REPORTS.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        day = date.fromisoformat(report["published"])
        reading = read_document(
            Document(text=report["text"], published=day, outlet=report["outlet"])
        )
        for record in records(reading):
            yield json.dumps({"report": report["id"], **record}, ensure_ascii=False)


def records(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield the claims, then the attributions, each with its words."""
    for claim in reading.claims:
        record = claim.to_record()
        quantity = record["quantity"]
        figures = {key: quantity[key] for key in ("low", "high", "bound", "unit")}
        rest = {
            key: record[key] for key in CLAIM_FIELDS if record[key] not in (None, [])
        }
        yield {"claim": record["words"], **figures, **rest}
    for attribution in reading.attributions:
        yield {
            "source": words(attribution.source),
            "cue": words(attribution.cue),
            "content": words(attribution.content),
            "name": attribution.name,
        }


def words(spans: tuple[Span, ...]) -> str:
    """Give the words of the parts of a role, in order."""
    return " … ".join(span.text for span in spans)


if __name__ == "__main__":
    GOLDEN.write_text("".join(f"{line}\n" for line in golden_lines()), encoding="utf-8")
    READER.write_text(f"{reader_name()}\n", encoding="utf-8")
