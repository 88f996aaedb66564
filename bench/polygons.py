"""Control polygons of real days: how near areas and changes are, and what they cost."""

import gzip
import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from measure import SAYSO, Cost, run
from results import Part, Row
from scores import BUILD, SHARED

DAYS = 769
"""Days of the whole series that the 85 were taken from."""
FIRST = date(2024, 7, 1)
CONTROL = SHARED / "data" / "control"
MAKER = ("--authority", "Map desk", "--status", "assessed control", "--party", "Russia")


def layers() -> Part:
    """Deviations from the answers, and the cost of a series of full length."""
    BUILD.mkdir(parents=True, exist_ok=True)
    answers = json.loads((CONTROL / "answers_dev.json").read_text(encoding="utf-8"))
    ledger = BUILD / "layers.db"
    taken(CONTROL / "control_dev.geojson.gz", ledger)
    areas = listed("area", ledger)
    steps = listed("diff", ledger)
    if len(areas) != len(answers["days"]) or len(steps) != len(answers["pairs"]):
        raise ValueError(f"{len(areas)} areas and {len(steps)} changes for the answers")
    area = max(
        abs(float(found["area_km2"]) / day["area_km2"] - 1) * 100
        for found, day in zip(areas, answers["days"], strict=True)
    )
    change = max(
        abs(float(found[f"{name}_km2"]) - pair[name])
        for found, pair in zip(steps, answers["pairs"], strict=True)
        for name in ("gained", "lost", "net")
    )
    long = BUILD / "layers_long.geojson"
    write_long(long)
    ledger = BUILD / "layers_long.db"
    cost = taken(long, ledger)
    diff = run([*SAYSO, "layers", "diff", "--ledger", str(ledger), "-q"])
    real, made = "control, 85 real days", f"the same 85 days in turn, {DAYS} days"
    rows = [
        Row("largest deviation of an area, %", real, float(f"{area:.1g}"), "<= 0.05"),
        Row("largest deviation of a change, km2", real, round(change, 4)),
        Row(
            "taken in with all changes, then told, CPU s",
            made,
            round(cost.cpu + diff.cpu, 1),
            "<= 12",
            "alternatives 8.3 to 20.7",
        ),
        Row("peak memory, MB", made, round(max(cost.peak_mb, diff.peak_mb)), "<= 400"),
    ]
    return Part("Control polygons", "make bench ONLY=layers", rows, [NOTE])


NOTE = (
    "The long series takes the 85 days forwards and backwards in turn: as many corners a"
    " day as the real one, and steps of a month among those of a day."
    " Answers have three decimals."
)


def taken(path: Path, ledger: Path) -> Cost:
    """Take a file into a fresh ledger and give the cost."""
    for old in ledger.parent.glob(f"{ledger.name}*"):
        old.unlink()
    return run(
        [*SAYSO, "layers", "add", str(path), *MAKER, "--ledger", str(ledger), "-q"]
    )


def listed(what: str, ledger: Path) -> Sequence[dict[str, Any]]:
    """Give what `sayso layers area` or `diff` has to say, as records."""
    out = BUILD / f"layers_{what}.json"
    run([*SAYSO, "layers", what, "--json", "--ledger", str(ledger), "-q"], out=out)
    text = out.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def write_long(path: Path) -> None:
    """Write the days in turn, forwards then backwards, one a day from FIRST on."""
    packed = gzip.decompress((CONTROL / "control_dev.geojson.gz").read_bytes())
    features = json.loads(packed)["features"]
    there_and_back = [*features, *features[-2:0:-1]]
    rows = [
        {
            **there_and_back[number % len(there_and_back)],
            "properties": {"date": (FIRST + timedelta(number)).isoformat()},
        }
        for number in range(DAYS)
    ]
    collection = {"type": "FeatureCollection", "features": rows}
    path.write_text(json.dumps(collection, separators=(",", ":")), encoding="utf-8")
