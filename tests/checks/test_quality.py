"""Origins and checks on labelled reports and on a real series of claims."""

import gzip
import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from gold import load_gold, pairs_of
from sayso.checks import is_flag, make_context, run_checks
from sayso.linking.imported import load_series
from sayso.linking.incidents import find_incidents
from sayso.linking.reuse import find_reuse
from sayso.vocabulary.theatres import load_theatres
from sayso.workspace import Stored, Workspace

pytestmark = pytest.mark.quality


EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "kursk-2025-03"


def test_origins_of_the_example_are_those_written_down(tmp_path):
    """What the program reads of the sixteen example reports, against origins.json."""
    with Workspace(str(tmp_path / "example.db")) as workspace:
        for item in workspace.read([EXAMPLE / "reports.jsonl"]):
            assert isinstance(item, Stored)
        corpus = workspace.corpus()
    groups = [*corpus.context.origins, *corpus.sayings()]
    found = pairs_of([corpus.name(key) for key in o.documents] for o in groups)
    known = json.loads((EXAMPLE / "origins.json").read_text(encoding="utf-8"))
    wanted = pairs_of(origin["reports"] for origin in known["origins"])
    right = len(found & wanted)
    assert right == len(found), "two utterances were taken for one"
    assert 2 * right / (len(found) + len(wanted)) >= 0.9


@pytest.fixture(scope="module")
def gold(shared):
    """Context and origins of both files of gold reports."""
    readings, origins = [], {}
    for name in ("dev", "constructed"):
        more, known = load_gold(shared / "data" / "reports" / f"{name}.jsonl")
        readings += more
        origins |= known
    found = list(find_reuse(reading.document for reading in readings))
    context = make_context(readings, shared=found, theatres=load_theatres())
    return context, origins


def test_documents_of_one_utterance_or_event_are_found(gold):
    context, origins = gold
    by_origin: dict[str, list[str]] = {}
    for document, names in origins.items():
        for name in names:
            by_origin.setdefault(name, []).append(document)
    wanted = pairs_of(by_origin.values())
    found = pairs_of(o.documents for o in context.origins)
    claims = [c for r in context.readings.values() for c in r.claims]
    found |= pairs_of(
        incident.documents
        for incident in find_incidents(
            claims, context.documents, names=context.names, origins=context.origins
        )
        if not incident.is_period
    )
    right = len(found & wanted)
    assert right / len(wanted) == 1
    assert 2 * right / (len(found) + len(wanted)) >= 0.94


def test_flags_on_gold_claims_are_the_judged_ones(gold):
    """Every flag was read and judged (docs/findings-judged.md); a new one wants it."""
    context, _ = gold
    claims = [c for r in context.readings.values() for c in r.claims]
    flags = [f for f in run_checks(claims, context) if is_flag(f)]
    assert Counter(f.rule for f in flags) == {
        "shares": 1,
        "contradictions": 4,
        "drift": 4,
    }


@pytest.fixture(scope="module")
def series(shared):
    path = shared / "data" / "series" / "ua_general_staff_losses.json.gz"
    readings = load_series(path)
    claims = [c for r in readings for c in r.claims]
    context = make_context(readings, theatres=load_theatres())
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        table = json.load(stream)["series"]
    return run_checks(claims, context), context, table


def test_imported_claims_are_the_table(series):
    _, context, table = series
    for reading in context.readings.values():
        values = table[reading.document.name]["values"]
        assert [c.quantity.low for c in reading.claims] == values
        for claim in reading.claims[:: max(1, len(values) // 7)]:
            claim.quantity.span.check(reading.document.text)


def test_every_decrease_is_found_and_nothing_else(series):
    findings, context, table = series
    wanted = set()
    for name, row in table.items():
        first, values = date.fromisoformat(row["from"]), row["values"]
        for at in range(1, len(values)):
            if values[at] < values[at - 1]:
                wanted.add((name, first + timedelta(days=at)))
    falls = [f for f in findings if f.rule == "falls"]
    assert {
        (context.documents[f.inputs[1].document].name, _day(f, context)) for f in falls
    } == wanted
    assert len(falls) == len(wanted) == 13


def _day(finding, context) -> date:
    later = finding.inputs[1]
    text = context.documents[later.document].text
    line = text[text.rindex("\n", 0, later.span.start) + 1 : later.span.start]
    return date.fromisoformat(line.strip())


def test_category_changes_are_the_days_on_which_columns_begin_or_end(series):
    findings, _, _ = series
    changes = [f for f in findings if f.rule == "categories"]
    assert len(changes) == 5
    (ended,) = (f for f in changes if is_flag(f))
    assert ", from 2022-05-01, no longer counts " in ended.sentence


def test_only_decreases_and_ended_categories_are_flagged(series):
    findings, _, _ = series
    flagged = Counter(f.rule for f in findings if is_flag(f))
    assert flagged == {"falls": 13, "categories": 1}
