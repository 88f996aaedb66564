"""Score the reader on the stories that a fold left out, with the product's limits.

    python -m claims.cross SET LABEL REPORTS.jsonl... --fold 0 --folds 4

Run with the fold's weights in place of the shipped ones (`claims.export` into another
copy of the package). The totals replace SET in `bench/crossvalidated.json`.
"""

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from claims.reports import fold_of, read_reports

BENCH = Path(__file__).resolve().parents[2] / "bench"
TABLE = BENCH / "crossvalidated.json"


def left_out(paths, fold, folds):
    """Yield the reports whose stories a fold left out; partly labelled ones are not."""
    for path in paths:
        for row in read_reports(path):
            if fold_of(row, folds) == fold and not row.get("partial"):
                yield row


def main():
    p = argparse.ArgumentParser()
    p.add_argument("set")
    p.add_argument("label", help="{reports} stands for their number")
    p.add_argument("reports", nargs="+")
    p.add_argument("--fold", type=int, default=0)
    p.add_argument("--folds", type=int, default=4)
    a = p.parse_args()
    sys.path.insert(0, str(BENCH))
    import scores

    with TemporaryDirectory() as folder:
        gold = Path(folder) / "left_out.jsonl"
        rows = left_out(a.reports, a.fold, a.folds)
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows))
        totals = scores.score_held(gold)
    label = a.label.format(**totals)
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    others = [entry for entry in table["sets"] if entry["set"] != a.set]
    del totals["reports"]
    table["sets"] = [*others, {"set": a.set, "label": label, **totals}]
    text = json.dumps(table, indent=1, ensure_ascii=False)
    TABLE.write_text(text + "\n", encoding="utf-8")
    print(label, totals)


if __name__ == "__main__":
    main()
