"""What extract writes, by the customs of labelled sets; floors where those are held."""

import importlib.util
import io
import json
import sys
from pathlib import Path

import pytest

from sayso.reading.numbers.figures import find_figures, state_quantities
from sayso.reading.numbers.singles import find_single_figures
from sayso.reading.record import to_quantity
from sayso.vocabulary.languages import ENGLISH

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from adapt import adapt, main


def extracted(text):
    """The quantities that `sayso extract` gives of a text."""
    figures = sorted(
        (
            *find_figures(text, language=ENGLISH),
            *find_single_figures(text, language=ENGLISH),
        ),
        key=lambda figure: figure.quantity.span.start,
    )
    return [to_quantity(quantity) for quantity in state_quantities(figures)]


def adapted(text):
    (line,) = adapt("quantities", [json.dumps({"quantities": extracted(text)})])
    return json.loads(line)["quantities"]


MEANT = {
    "dozens": ("dozens of boats", 24, None, "at_least", "count"),
    "share": ("a quarter of the fleet", 25, 25, "exact", "percent"),
    "nearly": ("nearly 40 boats", None, 40, "approx", "count"),
    "range": ("30 to 40 boats", 30, 40, "between", "count"),
}


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "unit"), MEANT.values(), ids=MEANT
)
def test_extract_means_what_a_claim_means(text, low, high, bound, unit):
    (row,) = extracted(text)
    assert (row["low"], row["high"], row["bound"], row["unit"]) == (
        low,
        high,
        bound,
        unit,
    )


ROWS = {
    "count": ("They lost 12 patrol boats.", 12.0, "exact", "patrol boat"),
    "about": ("about 40 boats", 40.0, "about", "boat"),
    "nearly": ("nearly 40 boats", 40.0, "about", "boat"),
    "bound": ("at least 40 boats", 40.0, "at_least", "boat"),
    "range": ("30 to 40 boats", [30.0, 40.0], "between", "boat"),
    "change": ("rose from 30 to 40 boats", [30.0, 40.0], "between", "boat"),
    "vague": ("thousands of boats", [1000.0, 10000.0], "between", "boat"),
    "dozens": ("dozens of boats", 12.0, "exact", "boat"),
    "share": ("a quarter of the fleet", 0.25, "exact", "% fleet"),
    "percent": ("25% of the fleet", 25.0, "exact", "percent"),
    "rate": ("$5 a month", 5.0, "exact", "dollar per month"),
    "one of a group": ("one of the boats", 1.0, "exact", "boat"),
}


@pytest.mark.parametrize(("text", "value", "bound", "unit"), ROWS.values(), ids=ROWS)
def test_figure_is_scored_as_annotators_write_it(text, value, bound, unit):
    (row,) = adapted(text)
    assert (row["value"], row["bound"], row["unit"]) == (value, bound, unit)


def test_several_is_not_scored():
    assert adapted("several boats") == []


def test_bare_count_takes_the_noun_before():
    rows = adapted("12 boats sank and 5 returned.")
    assert [row["unit"] for row in rows] == ["boat", "boat"]


LINES = {
    "times": (
        "timexes",
        {"span": [0, 3], "type": "DATE", "value": "2030", "period": None, "kind": None},
        {"span": [0, 3], "type": "DATE", "value": "2030"},
    ),
    "places": (
        "toponyms",
        {"span": [0, 3], "place": "gn:1", "lat": 1.5, "lon": 2.5, "geonameid": "1"},
        {"span": [0, 3], "lat": 1.5, "lon": 2.5, "geonameid": "1"},
    ),
}


@pytest.mark.parametrize("kind", LINES)
def test_times_and_places_keep_what_their_sets_know(kind):
    key, meant, known = LINES[kind]
    (line,) = adapt(kind, [json.dumps({"id": "a", key: [meant], "claims": []}) + "\n"])
    assert json.loads(line) == {"id": "a", key: [known], "claims": []}


def test_a_file_or_standard_input_is_adapted(tmp_path, capsys, monkeypatch):
    line = json.dumps({"id": "a", "quantities": extracted("dozens of boats")}) + "\n"
    (tmp_path / "in.jsonl").write_text(line, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    assert main(["quantities", str(tmp_path / "in.jsonl"), "-o", str(out)]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert main(["quantities"]) == 0
    assert capsys.readouterr().out == out.read_text(encoding="utf-8")
    assert json.loads(out.read_text("utf-8"))["quantities"][0]["value"] == 12.0


FLOORS = (
    ("newsquant", "value", 94.5),
    ("newsquant", "value+unit", 84.8),
    ("newsquant", "value+bound", 92.5),
    ("rtext_bounds", "value+bound", 92.0),
    ("rtext_units", "value", 87.0),
    ("rtext_units", "value+unit", 81.0),
)
"""Set, level and F1 that the reader has reached, less about one item."""


@pytest.fixture(scope="module")
def scorer(shared):
    path = shared / "bench" / "score_quantities.py"
    spec = importlib.util.spec_from_file_location("score_quantities", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.quality
@pytest.mark.parametrize(("name", "level", "floor"), FLOORS)
def test_quantities_keep_their_floor(shared, scorer, name, level, floor):
    path = shared / "data" / "quantities" / f"{name}.dev.jsonl"
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
    read = [
        {
            "id": row["id"],
            "quantities": adapted(row["text"]),
        }
        for row in gold
    ]
    assert scorer.score(gold, read)[level]["F1"] >= floor
