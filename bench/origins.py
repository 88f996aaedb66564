"""Origins: documents put down to the utterance they come from, against what is known."""

import json
import sys
from collections.abc import Set as AbstractSet

from measure import SAYSO, run
from results import Part, Row
from scores import BUILD, ROOT, SHARED

from sayso.checks import make_context
from sayso.linking.reuse import find_reuse
from sayso.vocabulary.theatres import load_theatres

sys.path.insert(0, str(ROOT / "tests"))

from gold import load_gold, pairs_of

EXAMPLE = ROOT / "examples" / "kursk-2025-03"
TRANSLATED = ROOT / "examples" / "kursk-2025-03-ru-uk"
Pairs = AbstractSet[frozenset[str]]


def origins() -> Part:
    """Pairs of documents that go back to one utterance, by annotated and read claims."""
    found, wanted = gold_pairs()
    label = "64 gold reports, annotated claims"
    rows = [
        Row(
            "pairs of one utterance or event, origins alone F1",
            label,
            f1(found, wanted),
        )
    ]
    found, wanted = example_pairs()
    label = "example, 16 constructed reports, read by the program"
    rows.append(Row("pairs of one utterance F1", label, f1(found, wanted), ">= 90"))
    for what, share in zip(("precision", "recall"), shares(found, wanted), strict=True):
        rows.append(Row(f"pairs of one utterance {what}", label, share))
    found, wanted = example_pairs(both=True)
    label = "the same and 8 in Russian and Ukrainian, pairs with one of the 8"
    rows.append(Row("pairs of one utterance F1", label, f1(found, wanted)))
    for what, share in zip(("precision", "recall"), shares(found, wanted), strict=True):
        rows.append(Row(f"pairs of one utterance {what}", label, share))
    note = (
        "What goes back to one utterance was written down by hand beside the reports"
        " (for the example in `origins.json`); the gold field names an utterance or"
        " an event, and events are what incidents find (see below)."
    )
    return Part("Origins", "make bench ONLY=origins", rows, [note])


def gold_pairs() -> tuple[Pairs, Pairs]:
    """Give the pairs by origins, and by the gold reports' own field."""
    readings, known = [], {}
    for name in ("dev", "constructed"):
        more, origins = load_gold(SHARED / "data" / "reports" / f"{name}.jsonl")
        readings += more
        known |= origins
    shared = list(find_reuse(reading.document for reading in readings))
    context = make_context(readings, shared=shared, theatres=load_theatres())
    groups: dict[str, list[str]] = {}
    for document, names in known.items():
        for name in names:
            groups.setdefault(name, []).append(document)
    return (
        pairs_of(origin.documents for origin in context.origins),
        pairs_of(groups.values()),
    )


def example_pairs(*, both: bool = False) -> tuple[Pairs, Pairs]:
    """Give the pairs that `sayso origins --sayings` finds, and those written down.

    Args:
        both: True takes the translated reports in, and only pairs with one of them.
    """
    BUILD.mkdir(parents=True, exist_ok=True)
    ledger, out = BUILD / "origins.db", BUILD / "origins.jsonl"
    for path in BUILD.glob("origins.db*"):
        path.unlink()
    given = ["--ledger", str(ledger), "-q"]
    corpora = (EXAMPLE, TRANSLATED) if both else (EXAMPLE,)
    for corpus in corpora:
        run([*SAYSO, "read", str(corpus / "reports.jsonl"), *given])
    run([*SAYSO, "origins", "--sayings", "--json", *given], out=out)
    lines = out.read_text(encoding="utf-8").splitlines()
    known = json.loads((corpora[-1] / "origins.json").read_text(encoding="utf-8"))
    groups = [
        [*origin["reports"], *origin.get("english", ())] for origin in known["origins"]
    ]
    own = {name for origin in known["origins"] for name in origin["reports"]}
    found = pairs_of(json.loads(line)["names"] for line in lines)
    return tuple(
        frozenset(pair for pair in pairs if pair & own)
        for pairs in (found, pairs_of(groups))
    )


def shares(found: Pairs, wanted: Pairs) -> tuple[float, float]:
    """Give precision and recall in percent."""
    right = len(found & wanted)
    return tuple(round(100 * right / max(len(s), 1), 1) for s in (found, wanted))


def f1(found: Pairs, wanted: Pairs) -> float:
    """Give the harmonic mean of precision and recall in percent."""
    return round(200 * len(found & wanted) / max(len(found) + len(wanted), 1), 1)
