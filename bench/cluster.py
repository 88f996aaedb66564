"""Reading on more than one core: processes of the command, workers of a local Spark.

Wall time, so the figures say something on a quiet machine only; its load is noted.
"""

import json
import os
import tempfile
import time
from pathlib import Path

from measure import SAYSO, run
from results import Part, Row
from scores import ROOT

from sayso.cluster import Job, open_session, read_on_spark

EXAMPLE = ROOT / "examples" / "kursk-2025-03" / "reports.jsonl"
COPIES = 30
"""Of the example's reports, each under another name: enough that starting is small."""
WARM = 2
CORES = 2


def cluster() -> Part:
    """Speed-up of two processes; documents an hour and memory of Spark's workers."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, small = (_copies(folder, copies) for copies in (COPIES, WARM))
        count = len(data.read_text(encoding="utf-8").splitlines())
        rows = [*_processes(data, folder), *_workers(data, small, count, folder)]
    note = (
        f"{count} documents, the example's reports {COPIES} times over, of 1,000"
        f" characters on average; load of the two cores before: {load:.1f}."
    )
    return Part("Many documents", "make bench ONLY=cluster", rows, [note])


def _copies(folder: Path, copies: int) -> Path:
    path = folder / f"in{copies}.jsonl"
    rows = [json.loads(x) for x in EXAMPLE.read_text(encoding="utf-8").splitlines()]
    given = [row | {"id": f"{row['id']}-{n}"} for n in range(copies) for row in rows]
    path.write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf-8")
    return path


def _processes(data: Path, folder: Path) -> list[Row]:
    spent, outputs = [], []
    for jobs in (1, 2):
        out = folder / f"out{jobs}.jsonl"
        begun = time.monotonic()
        run([*SAYSO, "extract", str(data), "--quiet", "--jobs", f"{jobs}", "-o", out])
        spent.append(time.monotonic() - begun)
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1]
    what = "time of extract --jobs 1 over --jobs 2, start included"
    return [Row(what, "equal bytes", round(spent[0] / spent[1], 2), ">= 1.8")]


def _workers(data: Path, small: Path, count: int, folder: Path) -> list[Row]:
    session = open_session("local", cores=CORES)
    try:
        read_on_spark(session, Job([str(small)], str(folder / "warm")))
        begun = time.monotonic()
        added = read_on_spark(session, Job([str(data)], str(folder / "out")))
        spent = time.monotonic() - begun
        memory = max(_peaks())
    finally:
        session.stop()
    assert added.documents == count
    hourly = round(count / spent / CORES * 3600, -2)
    size = sum(path.stat().st_size for path in (folder / "out").glob("*.parquet"))
    of = f"local Spark, {CORES} cores"
    return [
        Row("documents per core hour, workers warm", of, int(hourly)),
        Row("peak memory of a Python worker, MB", of, round(memory)),
        Row("output, KB a document with its text", of, round(size / count / 1000, 1)),
    ]


def _peaks() -> list[float]:
    """Give the highest memory of each Python worker so far, in MB."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            status = (process / "status").read_text(encoding="ascii")
        except OSError:
            continue
        if b"pyspark.daemon" in command:
            peak = next(x for x in status.splitlines() if x.startswith("VmHWM"))
            found.append(int(peak.split()[1]) / 1000)
    return found
