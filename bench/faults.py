"""Planted faults of ordinary news: which of them a flag of the checks touches."""

import sys
from collections import defaultdict

from results import Part, Row
from scores import ROOT

from sayso.checks import is_flag, make_context, run_checks
from sayso.linking.reuse import find_reuse

sys.path.insert(0, str(ROOT / "tests"))

from marked import CORPORA, load_marked


def faults() -> Part:
    """Share of the planted faults that a flag touches, by marked claims."""
    reports = load_marked(CORPORA / "faults" / "reports.txt")
    readings = [m.reading for m in reports]
    planted = defaultdict(set)
    for m in reports:
        for claim, fault in zip(m.reading.claims, m.events, strict=True):
            if fault:
                planted[fault].add(claim.id)
    shared = list(find_reuse(r.document for r in readings))
    context = make_context(readings, shared=shared)
    claims = [c for r in readings for c in r.claims]
    flags = [f for f in run_checks(claims, context) if is_flag(f)]
    touched = [{i.claim for i in f.inputs} for f in flags]
    found = sorted(k for k, ids in planted.items() if any(ids & t for t in touched))
    right = sum(any(t & ids for ids in planted.values()) for t in touched)
    data = f"{len(planted)} planted faults in {len(reports)} reports, marked claims"
    missed = ", ".join(sorted(planted.keys() - set(found)))
    return Part(
        "Planted faults",
        "make bench ONLY=faults",
        [
            Row(
                "faults that a flag touches",
                data,
                round(100 * len(found) / len(planted), 1),
                ">= 70",
            ),
            Row(
                "flags on a planted fault",
                data,
                round(100 * right / max(len(flags), 1), 1),
                ">= 90",
            ),
        ],
        [
            f"Not found: {missed or 'none'}; what each is stands in `tests/corpora/faults/reports.txt`."
        ],
    )
