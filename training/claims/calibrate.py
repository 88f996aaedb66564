"""Fit how sure each field of a claim is, and write the thresholds of the reader.

    python -m claims.calibrate OUT.json PREDICTED.jsonl REPORTS.jsonl... [--skip own_en]

PREDICTED is what `train` read in the fold that it left out; reports without a
prediction are passed over. Files named by --skip are left out of the fit.
"""

import argparse
import json
from pathlib import Path

from claims.fitting import fit, fit_constant, judged_chances
from claims.matching import area
from claims.reports import name_of, read_reports
from sayso.reading.claims.weights import SIGNS

ODDS = {
    "claim": 0.6,
    "affected": 1,
    "actor": 1,
    "place": 1,
    "claimant": 1,
    "period": 0.6,
}
"""How much likelier than "not said" a value must be, set on the fold left out;
"claim" is the chance that a claim must reach."""
LEAST = {
    "affected": 0.75,
    "actor": 0.85,
    "place": 0.0,
    "claimant": 0.5,
    "stance": 0.8,
}
"""Chance that a field must reach besides, set on the same fold: harm weighs more than
an empty field."""


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out", type=Path)
    p.add_argument("predicted")
    p.add_argument("reports", nargs="+")
    p.add_argument("--skip", nargs="*", default=[])
    p.add_argument("--least", nargs="*", default=[], metavar="FIELD=CHANCE")
    a = p.parse_args()
    read = {row["id"]: row["claims"] for row in read_reports(a.predicted)}
    gold = {
        row["id"]: row["claims"]
        for path in a.reports
        if name_of(path) not in a.skip
        for row in read_reports(path)
    }
    judged = judged_chances([(gold[i], c) for i, c in read.items() if i in gold])
    sure = {}
    for name, (rows, right) in judged.items():
        if name == "accrual":
            sure[name] = fit_constant(right)
            continue
        weights, chances = fit(rows, right)
        sure[name] = [round(float(w), 3) for w in weights]
        ranked = area(list(zip(chances.tolist(), right, strict=True)))
        print(name, len(right), "right", sum(right), sure[name], "area", ranked)
    table = {
        "signs": list(SIGNS),
        "odds": ODDS,
        "least": LEAST
        | {field: float(chance) for field, chance in (x.split("=") for x in a.least)},
        "sure": sure,
    }
    a.out.write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
