"""The scored form of figures, and floors on labelled data where it is held."""

import importlib.util
import json

import pytest

from sayso.reading.figure_scoring import find_scored_figures, to_score_quantities

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
    (row,) = to_score_quantities(find_scored_figures(text))
    assert (row["value"], row["bound"], row["unit"]) == (value, bound, unit)


def test_several_is_not_scored():
    assert to_score_quantities(find_scored_figures("several boats")) == []


def test_bare_count_takes_the_noun_before():
    rows = to_score_quantities(find_scored_figures("12 boats sank and 5 returned."))
    assert [row["unit"] for row in rows] == ["boat", "boat"]


FLOORS = (
    ("newsquant", "value", 94.5),
    ("newsquant", "value+unit", 84.0),
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
            "quantities": to_score_quantities(find_scored_figures(row["text"])),
        }
        for row in gold
    ]
    assert scorer.score(gold, read)[level]["F1"] >= floor
