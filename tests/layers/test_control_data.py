"""85 real days with answers: every area and difference, where the data are at hand."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest

from checks.corpus import Corpus
from made import on
from sayso.checks import layer_areas
from sayso.layers import Maker, Status
from sayso.model import Place, PlaceKind
from sayso.workspace import Workspace
from sayso.workspace.layering import add_layers, book_of

UKRAINE = Place("gn:690791", "Ukraine", PlaceKind.COUNTRY, 49, 32, "UA")
ROUNDING = 0.001
"""km2: the answers have three decimals."""


@pytest.fixture(scope="module")
def control(shared, tmp_path_factory):
    folder = shared / "data" / "control"
    if not folder.is_dir():
        pytest.skip("no control data")
    answers = json.loads((folder / "answers_dev.json").read_text(encoding="utf-8"))
    path = tmp_path_factory.mktemp("control") / "control.db"
    maker = Maker("DeepState", Status.ASSESSED_CONTROL, "Russia")
    with Workspace(str(path)) as workspace:
        add_layers(workspace, [folder / "control_dev.geojson.gz"], maker)
        book = book_of(workspace)
        yield book, answers


def test_every_area_is_within_a_twentieth_of_a_percent(control):
    book, answers = control
    (series,) = book.series
    assert [d.as_of.isoformat() for d in series.layers] == [
        day["date"] for day in answers["days"]
    ]
    for layer, day in zip(series.layers, answers["days"], strict=True):
        expected = Decimal(str(day["area_km2"]))
        assert abs(layer.area_km2 / expected - 1) < Decimal("0.0005")


def test_every_difference_is_within_a_twentieth_of_a_percent(control):
    book, answers = control
    (series,) = book.series
    steps = book.steps(series)
    assert len(steps) == len(answers["pairs"]) == 84
    for step, pair in zip(steps, answers["pairs"], strict=True):
        assert step.later.as_of.isoformat() == pair["to"]
        for name in ("gained", "lost", "net"):
            allowed = ROUNDING + 0.0005 * abs(pair[name])
            assert abs(getattr(step, name) - pair[name]) <= allowed


def test_they_were_worked_out_when_the_days_came_in(control):
    book, _ = control
    before = set(book.fresh)
    book.steps(book.series[0])
    assert set(book.fresh) == before


def test_what_lies_across_the_border_is_not_covered(control):
    book, _ = control
    regions = {region for _, region in book.regions(book.series[0])}
    assert "Donetsk" in regions
    assert not any("Kursk" in region for region in regions)


JUDGED = {
    "nov24-ds": ("consistent", True),
    "nov24-afp": ("consistent", False),
    "aug25-ds": ("consistent", True),
    "oct24-ds": ("consistent", True),
    "oct24-afp": ("inconsistent as reported", False),
}
"""Figure -> outcome, and whether it goes back to the map-maker itself."""
BOUNDS = {"nov24-afp": "at_least", "oct24-ds": "approx"}


@pytest.mark.parametrize("name", JUDGED)
def test_public_figures_are_judged_as_the_data_say(control, shared, name):
    book, _ = control
    path = shared / "data" / "control" / "claims_dev.json"
    told = {c["id"]: c for c in json.loads(path.read_text(encoding="utf-8"))["claims"]}
    given = told[name]
    assert given["same_origin_as_layer"] is JUDGED[name][1]
    value, bound = given["value_km2"], BOUNDS.get(name, "exact")
    high = None if bound == "at_least" else value
    first = date.fromisoformat(given["from"])
    last = date.fromisoformat(given["to"]) - timedelta(1)
    corpus = Corpus(layers=book).write(given["quote"], on=last)
    corpus.say(
        next(word for word in given["quote"].split() if word == str(value)),
        (value, high, bound, "km2"),
        "territory.gained",
        claimant=given["speaker"],
        actor="Russia",
        place="Ukraine",
        located=UKRAINE,
        period=on(first, last),
    )
    (finding,) = corpus.find(layer_areas.CHECK)
    assert (finding.outcome, "repetition" in finding.sentence) == JUDGED[name]
