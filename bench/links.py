"""Origins and incidents as workers of a cluster do them, in processor time.

usage: python bench/links.py DOCUMENTS    one corpus, as JSON

What Spark adds between the workers is not in it, so the figures say something on a busy
machine too. Each corpus runs in a process of its own, whose peak memory is told.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import pyarrow
from results import Part, Row

from linking import invent
from sayso.cluster.linked import settle, take_notes, take_outline
from sayso.linking.pooling.outline import Outline
from sayso.model import canonical_json, to_json

SIZES = (1_000, 3_000)
CLAIMS_A_DOCUMENT = 5
BATCH = 64
HOUR = 3600


def links() -> Part:
    """Cost of noting documents, and of settling what goes with what."""
    small, large = (
        json.loads(
            subprocess.run(
                [sys.executable, str(Path(__file__)), str(size)],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        for size in SIZES
    )
    documents, claims = large["documents"], large["claims"]
    more = large["documents"] - small["documents"]
    label = f"{documents:,} invented documents, {claims:,} claims"
    rows = [
        Row(
            "documents noted per core hour, outline included",
            label,
            int(round(documents / large["noted"] * HOUR, -3)),
        ),
        Row(
            "KB that travel, a document",
            label,
            round(large["bytes"] / documents / 1000, 1),
        ),
        Row(
            "claims settled per core hour, by one worker",
            label,
            int(round(claims / large["settled"] * HOUR, -4)),
        ),
        Row(
            "memory of that worker, KB a document",
            f"{small['documents']:,} against {documents:,}",
            round((large["peak"] - small["peak"]) / more, 1),
        ),
        Row(
            "time of 3 times the documents, n log n is 3.3",
            "settling",
            round(large["settled"] / small["settled"], 1),
        ),
    ]
    note = (
        "Workers' functions alone, in processor time, without Spark; each document of"
        " five sentences and five claims."
    )
    return Part(
        "Origins and incidents on a cluster", "make bench ONLY=links", rows, [note]
    )


def measure(count: int) -> dict[str, float]:
    """Give processor seconds, bytes between workers and peak memory in KB."""
    stored = [
        canonical_json(to_json(reading))
        for reading in invent(count * CLAIMS_A_DOCUMENT)
    ]
    batches = [
        pyarrow.RecordBatch.from_pylist(
            [{"stored": one} for one in stored[at:][:BATCH]]
        )
        for at in range(0, len(stored), BATCH)
    ]
    documents = len(stored)
    del stored
    begun = time.process_time()
    (row,) = next(iter(take_outline(batches))).to_pylist()
    known = canonical_json(Outline.from_json(json.loads(row["outline"])).to_json())
    lines = list(take_notes(batches, known))
    noted = time.process_time()
    found = sum(batch.num_rows for batch in settle(lines))
    settled = time.process_time()
    assert found
    return {
        "documents": documents,
        "claims": documents * CLAIMS_A_DOCUMENT,
        "noted": noted - begun,
        "settled": settled - noted,
        "bytes": sum(batch.nbytes for batch in lines),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
