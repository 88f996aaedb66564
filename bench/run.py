"""Measure Sayso on labelled data beside its peers and write BENCHMARKS.md.

python bench/run.py              every part
python bench/run.py claims cost  these parts; the others stay as they were
python bench/run.py --show       nothing measured, the table printed again
"""

import subprocess
import sys
from collections.abc import Callable

import claim_days
import cost
import drafts
import events
import exchange
import faults
import flags
import languages
import links
import masking
import origins
import polygons
import scores
from measure import CommandFailed
from report import screen_table, write_report
from results import Part, read_parts, write_part

import assistant
import cluster
import linking

PARTS: dict[str, Callable[[], Part]] = {
    "claims": scores.claims,
    "held": scores.held,
    "exchange": exchange.exchange,
    "attribution": scores.attribution,
    "quantities": scores.quantities,
    "times": scores.times,
    "days": claim_days.claim_days,
    "places": scores.places,
    "reuse": scores.reuse,
    "origins": origins.origins,
    "events": events.events,
    "faults": faults.faults,
    "flags": flags.flags,
    "drafts": drafts.drafts,
    "languages": languages.languages,
    "masking": masking.masking,
    "assistant": assistant.assistant,
    "layers": polygons.layers,
    "linking": linking.linking,
    "cost": cost.cost,
    "size": cost.size,
    "cluster": cluster.cluster,
    "links": links.links,
}


def main(names: list[str]) -> int:
    """Measure the parts named, or all, and report every part there is."""
    unknown = [name for name in names if name not in PARTS and name != "--show"]
    if unknown:
        print(f"no part {', '.join(unknown)}; there are: {', '.join(PARTS)}")
        return 2
    if not (scores.SHARED / "bench").is_dir():
        print(f"no labelled data at {scores.SHARED}: set SAYSO_SHARED to its folder")
        return 3
    failed = [
        name
        for name in ([] if "--show" in names else names or PARTS)
        if not measured(name)
    ]
    parts = read_parts()
    write_report(parts)
    print(screen_table(parts))
    if failed:
        print(f"not measured: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def measured(name: str) -> bool:
    """Measure and store one part; False, its older figures kept, when it failed."""
    print(f"measuring {name}", file=sys.stderr)
    try:
        write_part(name, PARTS[name]())
    except (CommandFailed, subprocess.CalledProcessError) as error:
        print(f"{name}: {error}", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
