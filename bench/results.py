"""Figures kept as JSON, one file a part, so that one part can be measured alone.

A part is {"title", "date", "command", "rows": [...], "notes": [...]}; a row is {"what",
"data", "figure", "target", "peers"}, where figure is a number, a list of numbers or
words, and target and peers are words or null. Other scripts write parts of the same
form (`write_part`); BENCHMARKS.md shows every file of the folder.
"""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "results"

ORDER = (
    "claims",
    "exchange",
    "attribution",
    "quantities",
    "times",
    "days",
    "places",
    "reuse",
    "origins",
    "events",
    "faults",
    "flags",
    "drafts",
    "linking",
    "cost",
)
"""Parts shown first, in this order; those of other scripts follow by name."""

Figure = float | int | str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure beside what it is compared with."""

    what: str
    data: str
    figure: Figure | list[Figure]
    target: str | None = None
    peers: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Figures that one command measures."""

    title: str
    command: str
    rows: list[Row]
    notes: list[str] = field(default_factory=list)
    date: str = ""


def write_part(name: str, part: Part) -> None:
    """Store a part under its name with today's date, in place of an older one."""
    FOLDER.mkdir(exist_ok=True)
    value = asdict(part) | {"date": datetime.now(UTC).date().isoformat()}
    text = json.dumps(value, indent=1, ensure_ascii=False) + "\n"
    (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")


def read_parts() -> dict[str, Part]:
    """Give the stored parts in the order in which they are shown."""
    found = {path.stem: path for path in sorted(FOLDER.glob("*.json"))}
    names = [n for n in ORDER if n in found] + [n for n in found if n not in ORDER]
    return {name: _load(found[name]) for name in names}


def _load(path: Path) -> Part:
    value = json.loads(path.read_text(encoding="utf-8"))
    if "pages" in value:
        return _pages(value)
    return Part(**{**value, "rows": [Row(**row) for row in value["rows"]]})


def page_rows(pages: dict[str, dict[str, float]], data: str) -> list[Row]:
    """Give the rows of what `bench/pages.py` measures of each kind of page."""
    rows = []
    for name, page in pages.items():
        limits = "< 250 / 400 ms" if "full text" in name else "< 100 / 400 ms"
        figure = [page["p50_ms"], page["p95_ms"], page["gzip_kb"]]
        rows.append(Row(f"{name}: p50, p95, size", data, figure, f"{limits}, <= 25 KB"))
    return rows


def _pages(value: dict[str, Any]) -> Part:
    """Give the part that `bench/pages.py` measures, in its own compact form."""
    data = f"ledger of {value['claims']:,} synthetic claims"
    rows = page_rows(value["pages"], data)
    paste = value["thousand_words_s"]
    rows += [
        Row("the map with all it loads, KB", data, value["map_kb"], "<= 250"),
        Row(
            "1,000 pasted words read and shown, CPU s: first, later",
            "our own sentences",
            [paste["first"], paste["median_of_five"]],
            "< 2",
        ),
    ]
    rows += [
        Row(f"first paint of {path}, ms", data, paint, "< 1000")
        for path, paint in value["first_paint_ms"].items()
    ]
    load = " / ".join(map(str, value["load"]))
    note = (
        "Server time in CPU ms, median and 95th percentile, and KB as sent, gzipped."
        " First paint in headless Chromium is wall time, median of five."
        f" The machine's load on its two cores was {load} (1, 5, 15 minutes)."
        " Datasette 0.65 takes 2,400 ms for a list page on as many rows."
    )
    notes = [note, *value.get("remarks", [])]
    return Part("Pages", "python bench/pages.py", rows, notes, value.get("date", ""))
