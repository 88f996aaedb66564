"""Cost of lining up, grouping and checking invented claims, by corpus size.

usage: python bench/linking.py [CLAIMS ...]        default: 10000 30000 100000

Prints CPU seconds for series, origins and all checks, and the growth from size to
size beside that of n log n. The claims are invented: twenty speakers of two parties,
running totals and daily figures, each told by three outlets, with drift and denials.
"""

import math
import random
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from results import Part, Row

from sayso.checks import CHECKS, is_flag, make_context, run_checks
from sayso.model import (
    Accrual,
    Bound,
    Claim,
    Document,
    Period,
    PeriodKind,
    Quantity,
    Reading,
    Span,
    Stance,
)

START = date(2031, 1, 1)
MEASURES = (
    ("people.killed", "soldier"),
    ("people.captured", "soldier"),
    ("people.casualties", "soldier"),
    ("equipment.lost", "tank"),
    ("attacks.launched", "drone"),
)
PLACES = ("Olmar", "Bren", "Kell", "Sorn", "Tavik", "Ulm Pass")
OUTLETS = tuple(f"Outlet {n}" for n in range(12))
REPEATED = 3
CLAIMS_A_DOCUMENT = 5


def invent(count: int) -> list[Reading]:
    """Give readings that hold about `count` claims."""
    chance = random.Random(count)
    totals: dict[tuple, int] = {}
    readings = []
    day = START
    while len(readings) * CLAIMS_A_DOCUMENT < count:
        for speaker in range(20):
            facts = [
                fact(chance, totals, speaker, day) for _ in range(CLAIMS_A_DOCUMENT)
            ]
            readings += [
                reading(chance, facts, speaker, day, copy) for copy in range(REPEATED)
            ]
        day += timedelta(days=1)
    return readings[: max(1, count // CLAIMS_A_DOCUMENT)]


def fact(chance: random.Random, totals: dict, speaker: int, day: date) -> dict:
    measure, group = chance.choice(MEASURES)
    place = chance.choice(PLACES)
    flow = chance.random() < 0.5
    step = chance.randrange(3, 160)
    key = (speaker, measure, place)
    totals[key] = totals.get(key, 1000) + step
    value = step if flow else totals[key]
    if chance.random() < 0.002:
        value = max(1, value - 60)
    first = day if flow else None
    return {
        "value": value,
        "measure": measure,
        "group": group,
        "affected": ("Tarn", "Vessia")[speaker % 2],
        "place": place,
        "period": Period.of_days(
            first, day, PeriodKind.POINT if flow else PeriodKind.AS_OF
        ),
        "accrual": Accrual.FLOW if flow else Accrual.TOTAL,
    }


def reading(
    chance: random.Random, facts: list[dict], speaker: int, day: date, copy: int
) -> Reading:
    outlet = chance.choice(OUTLETS)
    words = [
        f"about {f['value']:,}" if chance.random() < 0.1 else f"{f['value']:,}"
        for f in facts
    ]
    lines = [
        f"Speaker {speaker} said {w} {f['group']}s of {f['affected']} near {f['place']}."
        for w, f in zip(words, facts, strict=True)
    ]
    text = f"{outlet} {day} {copy} {chance.random()}\n" + " ".join(lines)
    document = Document(text, published=day + timedelta(days=copy // 2), outlet=outlet)
    claims, start = [], 0
    for w, f in zip(words, facts, strict=True):
        start = text.index(f"said {w} ", start) + len("said ")
        span = Span.cut(text, start, start + len(w))
        number = Span.cut(text, span.end - len(w.split()[-1]), span.end)
        bound = Bound.APPROX if w.startswith("about") else Bound.EXACT
        value = Decimal(f["value"])
        kept = {k: v for k, v in f.items() if k not in ("value", "measure")}
        claim = Claim(
            document.id,
            Quantity(span, number, value, value, bound, "count"),
            f["measure"],
            Span.cut(text, start, start + len(w)),
            claimant=f"Speaker {speaker}" if chance.random() < 0.85 else None,
            **kept,
        )
        denied = chance.random() < 0.01
        claims.append(replace(claim, stance=Stance.DENIED) if denied else claim)
    return Reading(document, (), tuple(claims), (), (), (), (), "bench")


def measure(count: int) -> tuple[float, float]:
    """Give the CPU seconds of grouping alone, and of all with the checks."""
    readings = invent(count)
    claims = [c for r in readings for c in r.claims]
    begun = time.process_time()
    context = make_context(readings)
    grouped = time.process_time() - begun
    findings = run_checks(claims, context)
    spent = time.process_time() - begun
    flags = sum(is_flag(f) for f in findings)
    print(
        f"{len(claims):8,} claims  {grouped:7.2f} s grouped  {spent:7.2f} s in all"
        f"  {len(context.series):6,} series  {len(context.origins):7,} origins"
        f"  {len(findings):6,} findings  {flags:5,} flags"
    )
    if "-v" in sys.argv:
        for check in CHECKS:
            at = time.process_time()
            found = len(list(check.run(claims, context)))
            print(f"    {check.name:20s} {time.process_time() - at:6.2f} s {found:6,}")
    return grouped, spent


SIZES = (10_000, 30_000, 100_000)
RUNS = 2
"""The quicker run counts: others share the machine."""


def linking() -> Part:
    """CPU seconds by number of claims, and their growth beside n log n."""
    spent = {
        size: min((measure(size) for _ in range(RUNS)), key=lambda cost: cost[1])
        for size in SIZES
    }
    rows = []
    for size, (grouped, whole) in spent.items():
        figure = [round(grouped, 1), round(whole, 1)]
        target = "< 60 in all" if size == max(SIZES) else None
        rows.append(
            Row("grouped / with all checks, CPU s", f"{size:,} claims", figure, target)
        )
    for n, m in (*pairwise(SIZES), (SIZES[0], SIZES[-1])):
        growth = round(spent[m][1] / spent[n][1], 2)
        ideal = m * math.log(m) / (n * math.log(n))
        target = f"n log n: {ideal:.2f}"
        rows.append(Row("growth of the cost", f"{n:,} to {m:,} claims", growth, target))
    note = (
        "Invented claims of twenty speakers in twelve outlets; one process, one thread;"
        " the quicker of two runs."
    )
    return Part(
        "Series, origins and checks: cost", "make bench ONLY=linking", rows, [note]
    )


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()]
    sizes = sizes or list(SIZES)
    spent = [measure(size)[1] for size in sizes]
    for n, m, a, b in zip(sizes, sizes[1:], spent, spent[1:], strict=False):
        ideal = m * math.log(m) / (n * math.log(n))
        print(f"{n:,} to {m:,}: {b / a:.2f} times the cost, n log n gives {ideal:.2f}")


if __name__ == "__main__":
    main()
