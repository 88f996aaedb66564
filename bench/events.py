"""Incidents: claims and documents put to the event they tell of, and what it costs."""

import math
import sys
import time
from collections import defaultdict
from itertools import combinations

from origins import f1, shares
from results import Part, Row
from scores import ROOT, SHARED

import linking
from sayso.checks import make_context
from sayso.linking.incidents import find_incidents
from sayso.linking.reuse import find_reuse
from sayso.model import Reading
from sayso.vocabulary.theatres import load_theatres
from sayso.workspace.own_data import read_document

sys.path.insert(0, str(ROOT / "tests"))

from gold import load_gold, pairs_of
from marked import CORPORA, load_marked

OWN = "our 60 reports on 20 events"
GOLD = "64 gold reports"
SIZES = (10_000, 100_000)


def events() -> Part:
    """Pairs of one event, by marked claims and as read by the program; and the cost."""
    rows = [*gold_rows(), *own_rows(), *cost_rows()]
    note = (
        "Pairs of documents, or of claims, that are put to one event. The gold field names"
        " an utterance or an event. Our own reports were written beside the rules: by"
        " their marked claims they show that the rules hold, read by the program what a"
        " user gets."
    )
    return Part("Incidents", "make bench ONLY=events", rows, [note])


def gold_rows() -> list[Row]:
    marked, known = [], {}
    for name in ("dev", "constructed"):
        more, origins = load_gold(SHARED / "data" / "reports" / f"{name}.jsonl")
        marked += more
        known |= origins
    groups = defaultdict(list)
    for document, names in known.items():
        for name in names:
            groups[name].append(document)
    wanted = pairs_of(groups.values())
    rows = []
    for how, readings in readings_of(marked):
        target = ">= 90" if "program" in how else None
        found = pairs_of(i.documents for i in gather(readings))
        rows.append(
            Row(
                "documents of one event F1", f"{GOLD}, {how}", f1(found, wanted), target
            )
        )
    return rows


def own_rows() -> list[Row]:
    reports = load_marked(CORPORA / "events" / "reports.txt")
    marked = [m.reading for m in reports]
    by_event = defaultdict(set)
    for m in reports:
        for claim, event in zip(m.reading.claims, m.events, strict=True):
            by_event[event].add(claim)
    documents = pairs_of(
        sorted({c.document for c in claims}) for claims in by_event.values()
    )
    rows = []
    for how, readings in readings_of(marked):
        incidents = gather(readings)
        found = pairs_of(i.documents for i in incidents)
        rows.append(
            Row(
                "documents of one event F1 / precision / recall",
                f"{OWN}, {how}",
                [f1(found, documents), *shares(found, documents)],
                ">= 85",
            )
        )
        if how.startswith("marked"):
            claims = {
                frozenset(pair)
                for i in incidents
                for pair in combinations(sorted(c.id for c in i.claims), 2)
            }
            same = {
                frozenset(pair)
                for group in by_event.values()
                for pair in combinations(sorted(c.id for c in group), 2)
            }
            rows.append(
                Row(
                    "claims of one event F1", f"{OWN}, {how}", f1(claims, same), ">= 85"
                )
            )
    return rows


def readings_of(marked: list[Reading]) -> list[tuple[str, list[Reading]]]:
    """Give the reports by their marked claims, and as the program reads them."""
    return [
        ("marked claims", marked),
        ("read by the program", [read_document(r.document) for r in marked]),
    ]


def gather(readings: list[Reading]):
    shared = list(find_reuse(r.document for r in readings))
    context = make_context(readings, shared=shared, theatres=load_theatres())
    return find_incidents(
        (c for r in readings for c in r.claims),
        context.documents,
        names=context.names,
        origins=context.origins,
    )


def cost_rows() -> list[Row]:
    spent = {size: cost(size) for size in SIZES}
    rows = [
        Row(
            "incidents gathered / with series and origins, CPU s",
            f"{size:,} invented claims",
            [round(alone, 1), round(whole, 1)],
            "< 60" if size == max(SIZES) else None,
        )
        for size, (alone, whole) in spent.items()
    ]
    n, m = SIZES
    ideal = m * math.log(m) / (n * math.log(n))
    growth = round(spent[m][0] / spent[n][0], 2)
    return [
        *rows,
        Row(
            "growth of the cost",
            f"{n:,} to {m:,} claims",
            growth,
            f"n log n: {ideal:.2f}",
        ),
    ]


def cost(size: int) -> tuple[float, float]:
    readings = linking.invent(size)
    claims = [c for r in readings for c in r.claims]
    begun = time.process_time()
    context = make_context(readings)
    grouped = time.process_time()
    find_incidents(
        claims, context.documents, names=context.names, origins=context.origins
    )
    ended = time.process_time()
    return ended - grouped, ended - begun
