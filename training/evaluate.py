"""Score the shipped reader on PolNeAR's development part, with its speed.

evaluate.py SHARED [--out FILE]
"""

import argparse
import gzip
import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

begun = time.process_time()
from sayso.reading.attribution.attributions import find_attributions  # noqa: E402
from sayso.reading.tagger.encoder import load_encoder, tag_text  # noqa: E402
from sayso.vocabulary.languages import ENGLISH  # noqa: E402

load_encoder()
loaded = time.process_time() - begun


def main():
    p = argparse.ArgumentParser()
    p.add_argument("shared", type=Path)
    p.add_argument("--out", type=Path, default=Path("predicted.jsonl"))
    a = p.parse_args()
    gold = a.shared / "data/polnear/dev.jsonl.gz"
    rows = [
        json.loads(line) for line in gzip.decompress(gold.read_bytes()).splitlines()
    ]
    words = sum(len(re.findall(r"\w+", r["text"])) for r in rows)
    tag_text(rows[0]["text"], ENGLISH)
    times = [0.0, 0.0]
    with a.out.open("w") as out:
        for row in rows:
            t0 = time.process_time()
            tagging = tag_text(row["text"], ENGLISH)
            t1 = time.process_time()
            found = find_attributions(row["text"], tagging, ENGLISH)
            times[0] += t1 - t0
            times[1] += time.process_time() - t1
            spans = [
                {
                    k: [[s.start, s.end] for s in getattr(x, k)]
                    for k in ("source", "cue", "content")
                }
                for x in found
                if x.depth == 0
            ]
            out.write(json.dumps({"id": row["id"], "attributions": spans}) + "\n")
    scorer = a.shared / "bench/score_attribution.py"
    result = json.loads(
        subprocess.run(
            [sys.executable, str(scorer), str(gold), str(a.out)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    )
    for key in (
        "tokens",
        "attribution",
        "content_exact_words",
        "source_given_content",
        "by_type",
        "by_cue",
    ):
        print(key, json.dumps(result.get(key)))
    print(
        "tag",
        round(words / times[0]),
        "link",
        round(words / times[1]),
        "both",
        round(words / sum(times)),
        "words a CPU s; load",
        round(loaded, 2),
        "s; peak",
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "MB",
    )


if __name__ == "__main__":
    main()
